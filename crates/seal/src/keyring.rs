//! Keys, and what is sealed with them.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use base64::{
    Engine as _, alphabet,
    engine::DecodePaddingMode,
    engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig, STANDARD, URL_SAFE_NO_PAD},
};
use kernel::{Entropy, Fault};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// How sealed texts begin; the number is that of the format.
const PREFIX: &str = "sealed1.";
/// Bytes of a key.
const KEY: usize = 32;
/// Characters of a key's fingerprint.
const ID: usize = 16;

/// Base 64 as people paste it: with or without padding.
const LENIENT: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);

/// Why a text holds no keys.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// There is none in it.
    #[error("there is no key in it")]
    Empty,
    /// One of them is not a key.
    #[error("key {0} is not 32 bytes in base64 (make one with: openssl rand -base64 32)")]
    Malformed(usize),
}

/// Why a sealed text does not open.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// It was never sealed.
    #[error("it is not sealed")]
    Plain,
    /// It was sealed with a key that is not here.
    #[error("it is sealed with the key {0}, which is not here")]
    Unknown(String),
    /// It was changed, or belongs to another row.
    #[error("it was changed or belongs to another row")]
    Broken,
}

impl From<OpenError> for Fault {
    fn from(e: OpenError) -> Self {
        Fault::internal(format!("a sealed secret cannot be opened: {e}"))
    }
}

/// The row a secret belongs to; it opens nowhere else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    table: &'static str,
    row: Uuid,
}

impl Place {
    /// The row of a table.
    pub fn new(table: &'static str, row: Uuid) -> Self {
        Self { table, row }
    }
    /// What is bound to the sealed text: the table, a zero byte, the row's 16 bytes.
    fn bytes(self) -> Vec<u8> {
        [self.table.as_bytes(), &[0], self.row.as_bytes()].concat()
    }
}

struct Key {
    id: String,
    key: LessSafeKey,
}

/// The keys of an installation: the first seals, all open.
pub struct Keyring {
    keys: Vec<Key>,
}

impl std::fmt::Debug for Keyring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.ids()).finish()
    }
}

impl Keyring {
    /// Reads keys: each 32 bytes in base64 (either alphabet) or hexadecimal, divided by commas or white space. Lines
    /// that begin with `#` are remarks. One written twice counts once.
    ///
    /// # Errors
    /// When there is none, or one that is not a key; the text itself is never repeated.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let words = text
            .lines()
            .filter(|line| !line.trim_start().starts_with('#'))
            .flat_map(|line| line.split(|c: char| c == ',' || c.is_whitespace()))
            .filter(|word| !word.is_empty());
        let mut keys: Vec<Key> = Vec::new();
        for (at, word) in words.enumerate() {
            let bytes = bytes(word).ok_or(KeyError::Malformed(at + 1))?;
            let id = fingerprint(&bytes);
            if keys.iter().all(|k| k.id != id) {
                let key = UnboundKey::new(&AES_256_GCM, &bytes).map_err(|_| KeyError::Malformed(at + 1))?;
                keys.push(Key { id, key: LessSafeKey::new(key) });
            }
        }
        if keys.is_empty() { Err(KeyError::Empty) } else { Ok(Self { keys }) }
    }

    /// A new key, as [`Keyring::parse`] reads it.
    pub fn fresh(entropy: &dyn Entropy) -> String {
        let mut bytes = [0u8; KEY];
        entropy.fill(&mut bytes);
        STANDARD.encode(bytes)
    }

    /// The fingerprints of the keys, the one that seals first: 16 hexadecimal digits from which no key can be told.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(|k| k.id.as_str())
    }

    /// The fingerprint of the key that seals.
    pub fn first(&self) -> &str {
        self.ids().next().unwrap_or_default()
    }

    /// Whether the key of a fingerprint is among these.
    pub fn has(&self, id: &str) -> bool {
        self.ids().any(|known| known == id)
    }

    /// These keys, and after them those of another keyring.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        for key in other.keys {
            if !self.has(&key.id) {
                self.keys.push(key);
            }
        }
        self
    }

    /// Seals a secret for a row.
    ///
    /// # Errors
    /// `Internal` when the cipher refuses, which it does only for texts of many gigabytes.
    pub fn seal(&self, entropy: &dyn Entropy, place: Place, secret: &str) -> Result<String, Fault> {
        let Some(first) = self.keys.first() else { return Err(Fault::internal("a keyring without keys")) };
        let mut nonce = [0u8; NONCE_LEN];
        entropy.fill(&mut nonce);
        let mut bytes = secret.as_bytes().to_vec();
        first
            .key
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(place.bytes()), &mut bytes)
            .map_err(|_| Fault::internal("the cipher refused"))?;
        let text = URL_SAFE_NO_PAD.encode([nonce.as_slice(), &bytes].concat());
        Ok(format!("{}.{text}", mark(&first.id)))
    }

    /// Opens what was sealed for a row.
    ///
    /// # Errors
    /// When it was not sealed, with another key, or for another row.
    pub fn open(&self, place: Place, stored: &str) -> Result<String, OpenError> {
        let (id, text) = parts(stored).ok_or(OpenError::Plain)?;
        let key = self.keys.iter().find(|k| k.id == id).ok_or_else(|| OpenError::Unknown(id.to_owned()))?;
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| OpenError::Broken)?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE_LEN>().ok_or(OpenError::Broken)?;
        let mut sealed = sealed.to_vec();
        let opened = key
            .key
            .open_in_place(Nonce::assume_unique_for_key(*nonce), Aad::from(place.bytes()), &mut sealed)
            .map_err(|_| OpenError::Broken)?;
        String::from_utf8(opened.to_vec()).map_err(|_| OpenError::Broken)
    }
}

/// Whether a stored text is sealed, with whatever key.
pub fn is_sealed(stored: &str) -> bool {
    parts(stored).is_some()
}

/// The beginning of everything sealed with a key.
pub(crate) fn mark(id: &str) -> String {
    format!("{PREFIX}{id}")
}

/// The fingerprint in the beginning of a sealed text, as [`crate::column!`] selects it.
pub(crate) fn id_of_mark(mark: &str) -> Option<&str> {
    mark.strip_prefix(PREFIX).filter(|id| id.len() == ID && id.bytes().all(|b| b.is_ascii_hexdigit()))
}

fn parts(stored: &str) -> Option<(&str, &str)> {
    let (id, text) = stored.strip_prefix(PREFIX)?.split_once('.')?;
    (id.len() == ID).then_some((id, text))
}

fn bytes(word: &str) -> Option<[u8; KEY]> {
    if word.len() == KEY * 2
        && let Ok(bytes) = hex::decode(word)
    {
        return bytes.try_into().ok();
    }
    [alphabet::STANDARD, alphabet::URL_SAFE]
        .iter()
        .find_map(|letters| GeneralPurpose::new(letters, LENIENT).decode(word).ok())
        .and_then(|bytes| bytes.try_into().ok())
}

fn fingerprint(key: &[u8; KEY]) -> String {
    let digest = Sha256::new().chain_update(b"szpon installation key\0").chain_update(key).finalize();
    hex::encode(&digest[..ID / 2])
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededEntropy;
    use proptest::prelude::*;

    fn ring(seeds: &[u8]) -> Keyring {
        Keyring::parse(&seeds.iter().map(|s| hex::encode([*s; KEY])).collect::<Vec<_>>().join(",")).unwrap()
    }

    fn place(row: u128) -> Place {
        Place::new("hook", Uuid::from_u128(row))
    }

    #[test]
    fn a_secret_comes_back_in_its_row_and_nowhere_else() {
        let (keys, entropy) = (ring(&[1]), SeededEntropy::new(1));
        let sealed = keys.seal(&entropy, place(1), "whsec_żółw").unwrap();
        assert!(is_sealed(&sealed) && !sealed.contains("whsec"));
        assert_eq!(keys.open(place(1), &sealed).unwrap(), "whsec_żółw");
        assert_eq!(keys.open(place(2), &sealed), Err(OpenError::Broken));
        assert_eq!(keys.open(Place::new("person", Uuid::from_u128(1)), &sealed), Err(OpenError::Broken));
        assert_eq!(keys.open(place(1), "whsec_plain"), Err(OpenError::Plain));
        assert_ne!(keys.seal(&entropy, place(1), "whsec_żółw").unwrap(), sealed, "a nonce was used twice");
    }

    #[test]
    fn any_letter_changed_is_noticed() {
        let keys = ring(&[1]);
        let sealed = keys.seal(&SeededEntropy::new(1), place(1), "sekret").unwrap();
        for at in 0..sealed.len() {
            let mut bytes = sealed.clone().into_bytes();
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            assert!(keys.open(place(1), &String::from_utf8(bytes).unwrap()).is_err(), "letter {at}");
        }
    }

    #[test]
    fn the_first_key_seals_and_all_open() {
        let (old, both, new) = (ring(&[1]), ring(&[2, 1]), ring(&[2]));
        let entropy = SeededEntropy::new(1);
        let before = old.seal(&entropy, place(1), "sekret").unwrap();
        let after = both.seal(&entropy, place(1), "sekret").unwrap();
        assert_eq!(both.open(place(1), &before).unwrap(), "sekret");
        assert_eq!(new.open(place(1), &after).unwrap(), "sekret");
        assert_eq!(new.open(place(1), &before), Err(OpenError::Unknown(old.first().to_owned())));
        assert_eq!(new.and(old).open(place(1), &before).unwrap(), "sekret");
    }

    #[test]
    fn keys_are_read_as_people_write_them() {
        let key = [0xfb_u8; KEY];
        let id = fingerprint(&key);
        let plain = STANDARD.encode(key);
        let forms = [
            plain.clone(),
            plain.trim_end_matches('=').to_owned(),
            URL_SAFE_NO_PAD.encode(key),
            hex::encode(key),
            format!("# the key of our office\n  {plain}\n\n"),
            format!("{plain}, {plain}"),
        ];
        for text in forms {
            assert_eq!(Keyring::parse(&text).unwrap().ids().collect::<Vec<_>>(), [id.as_str()], "{text}");
        }
        assert_eq!(Keyring::parse(" \n# nothing").unwrap_err(), KeyError::Empty);
        assert_eq!(Keyring::parse(&format!("{plain} short")).unwrap_err(), KeyError::Malformed(2));
        assert!(Keyring::parse(&Keyring::fresh(&SeededEntropy::new(5))).is_ok());
        assert!(!format!("{:?}", ring(&[1])).contains("0101"), "a key in a log");
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in ".{0,120}", stored in "(sealed1\\.)?[0-9a-f]{0,17}\\.?[\\PC]{0,60}") {
            let _ = Keyring::parse(&text);
            let _ = ring(&[1]).open(place(1), &stored);
            let _ = ring(&[1]).open(place(1), &format!("{}.{text}", mark(ring(&[1]).first())));
        }

        #[test]
        fn every_secret_comes_back(secret in ".{0,200}", row: u128) {
            let keys = ring(&[3]);
            let sealed = keys.seal(&SeededEntropy::new(9), place(row), &secret).unwrap();
            prop_assert_eq!(keys.open(place(row), &sealed).unwrap(), secret);
        }
    }
}
