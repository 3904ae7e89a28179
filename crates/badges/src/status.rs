//! Revocation by Bitstring Status List 1.0: a public list of bits, one per credential, in which nobody is named.

use std::io::{Read as _, Write as _};

use flate2::{Compression, GzBuilder, read::MultiGzDecoder};
use jiff::Timestamp;
use kernel::Micros;
use serde_json::{Value, json};

use crate::{
    credential::moment,
    encoding::{base64url, from_base64url},
};

/// The least number of bits (§2.2): so that one bit hides among many.
pub const LEAST: usize = 131_072;
/// The most bytes a foreign list may unpack to: 64 million credentials.
const MOST: u64 = 8 * 1024 * 1024;

/// A list of bits; the first is the highest of the first byte (§3.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusList(Vec<u8>);

impl Default for StatusList {
    fn default() -> Self {
        Self(vec![0; LEAST / 8])
    }
}

impl StatusList {
    /// An empty list for so many credentials, at least [`LEAST`].
    pub fn with_room(credentials: usize) -> Self {
        Self(vec![0; credentials.max(LEAST).div_ceil(8)])
    }

    /// How many credentials have a place.
    pub fn room(&self) -> usize {
        self.0.len() * 8
    }

    /// Sets the bit of a credential; `false` if there is no such place.
    pub fn set(&mut self, index: usize, value: bool) -> bool {
        let Some(byte) = self.0.get_mut(index / 8) else { return false };
        let bit = 0x80 >> (index % 8);
        if value {
            *byte |= bit;
        } else {
            *byte &= !bit;
        }
        true
    }

    /// The bit of a credential; `None` if there is no such place.
    pub fn get(&self, index: usize) -> Option<bool> {
        self.0.get(index / 8).map(|byte| byte & (0x80 >> (index % 8)) != 0)
    }

    /// The list packed: `u` and the base64url of gzip (§3.2). The same list always gives the same text.
    pub fn encode(&self) -> String {
        let mut packed = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
        // Writing into memory does not fail; an empty text would be refused by all who read it.
        let packed = packed.write_all(&self.0).and_then(|()| packed.finish()).unwrap_or_default();
        format!("u{}", base64url(&packed))
    }

    /// The list from its text; also without the `u`, as the drafts wrote it. `None` if it is no such text or
    /// unpacks to more than 8 MiB.
    pub fn decode(text: &str) -> Option<Self> {
        let text = text.trim_end_matches('=');
        let packed = text.strip_prefix('u').and_then(from_base64url).or_else(|| from_base64url(text))?;
        let mut bytes = Vec::new();
        MultiGzDecoder::new(packed.as_slice()).take(MOST + 1).read_to_end(&mut bytes).ok()?;
        (!bytes.is_empty() && bytes.len() as u64 <= MOST).then_some(Self(bytes))
    }
}

/// A status list as the credential that is published and signed (§2.2).
#[derive(Debug, Clone, PartialEq)]
pub struct StatusListCredential {
    /// Its address.
    pub id: String,
    /// The issuer's address, the same as in the credentials.
    pub issuer: String,
    /// Since when this edition of the list holds.
    pub valid_from: Timestamp,
    /// After which others must not rely on it any more.
    pub valid_until: Timestamp,
    /// The bits.
    pub list: StatusList,
}

impl StatusListCredential {
    /// A list of revocations, to be relied on for so many hours.
    pub fn revocations(id: &str, issuer: &str, now: Micros, hours: i64, list: StatusList) -> Self {
        Self {
            id: id.to_owned(),
            issuer: issuer.to_owned(),
            valid_from: moment(now),
            valid_until: moment(now.plus_seconds(hours.saturating_mul(3600))),
            list,
        }
    }

    /// Its JSON, unsigned; [`crate::sign_status_list`] signs it.
    pub fn json(&self) -> Value {
        json!({
            "@context": ["https://www.w3.org/ns/credentials/v2"],
            "id": self.id,
            "type": ["VerifiableCredential", "BitstringStatusListCredential"],
            "issuer": self.issuer,
            "validFrom": self.valid_from,
            "validUntil": self.valid_until,
            "credentialSubject": {
                "id": format!("{}#list", self.id),
                "type": "BitstringStatusList",
                "statusPurpose": "revocation",
                "encodedList": self.list.encode(),
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_list_of_the_standard_s_example_unpacks_to_its_least_size() {
        // Bitstring Status List 1.0, example 3.
        let list = StatusList::decode("uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA").unwrap();
        assert_eq!(list, StatusList::default());
    }

    #[test]
    fn the_first_credential_is_the_highest_bit() {
        let mut list = StatusList::default();
        assert!(list.set(0, true) && list.set(131_071, true));
        assert!(!list.set(131_072, true));
        assert_eq!((list.0[0], list.0[16_383]), (0x80, 0x01));
        assert_eq!(list.get(131_072), None);
        assert!(list.set(0, false));
        assert_eq!(list.get(0), Some(false));
    }

    #[test]
    fn a_bomb_is_refused() {
        let mut packed = GzBuilder::new().write(Vec::new(), Compression::best());
        packed.write_all(&vec![0; MOST as usize + 1]).unwrap();
        assert_eq!(StatusList::decode(&format!("u{}", base64url(&packed.finish().unwrap()))), None);
    }

    proptest! {
        #[test]
        fn bits_survive_packing(indices in proptest::collection::btree_set(0usize..200_000, 0..50)) {
            let mut list = StatusList::with_room(200_000);
            for index in &indices {
                list.set(*index, true);
            }
            let again = StatusList::decode(&list.encode()).unwrap();
            let set: Vec<usize> = (0..again.room()).filter(|i| again.get(*i) == Some(true)).collect();
            prop_assert_eq!(set, indices.into_iter().collect::<Vec<_>>());
        }

        #[test]
        fn any_text_is_refused_or_read(text in "[uA-Za-z0-9_=-]{0,60}") {
            let _ = StatusList::decode(&text);
        }
    }
}
