//! Markers of the next page: where the last row stood, so that a page costs the same however deep it lies.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use kernel::{Fault, Result};
use uuid::Uuid;

use crate::msg;

/// Where the last row of a page stood: a number to sort by (a moment, an ordinal) and the row's identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// What the list is sorted by.
    pub key: i64,
    /// The row, where keys are equal.
    pub id: Uuid,
}

impl Cursor {
    /// As it stands in addresses and JSON.
    pub fn encode(self) -> String {
        let mut bytes = [0u8; 24];
        bytes[..8].copy_from_slice(&self.key.to_be_bytes());
        bytes[8..].copy_from_slice(self.id.as_bytes());
        URL_SAFE_NO_PAD.encode(bytes)
    }
    /// Reads a marker; an empty text is the first page.
    ///
    /// # Errors
    /// `Invalid` when it is not one of ours.
    pub fn decode(text: &str) -> Result<Option<Self>> {
        if text.is_empty() {
            return Ok(None);
        }
        let bytes = URL_SAFE_NO_PAD.decode(text).unwrap_or_default();
        let (Some(Ok(key)), Some(Ok(id))) =
            (bytes.get(..8).map(<[u8; 8]>::try_from), bytes.get(8..).map(<[u8; 16]>::try_from))
        else {
            return Err(Fault::field("cursor", msg::FAULT_CURSOR));
        };
        Ok(Some(Self { key: i64::from_be_bytes(key), id: Uuid::from_bytes(id) }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_marker_makes_it_panic_and_those_of_ours_come_back(text in "\\PC{0,60}", key: i64, id: u128) {
            let _ = Cursor::decode(&text);
            let ours = Cursor { key, id: Uuid::from_u128(id) };
            prop_assert_eq!(Cursor::decode(&ours.encode()).ok().flatten(), Some(ours));
        }
    }

    #[test]
    fn a_cursor_comes_back_and_nonsense_is_refused() {
        let c = Cursor { key: -5, id: Uuid::from_u128(77) };
        assert_eq!(Cursor::decode(&c.encode()).unwrap(), Some(c));
        assert_eq!(Cursor::decode("").unwrap(), None);
        assert!(Cursor::decode("abc").is_err());
        assert!(Cursor::decode("ż").is_err());
    }
}
