//! The ways in which these standards write bytes as text: base64url (RFC 7515 appendix C), base58btc and multibase
//! (Controlled Identifiers 1.0 §2.4).

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

const BASE58: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/// Base58 takes quadratic time; nothing that is written so is longer.
const BASE58_LONGEST: usize = 512;

/// Base64url without padding.
pub(crate) fn base64url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The bytes of a base64url text without padding; anything else in it, also stray last bits, is refused.
pub(crate) fn from_base64url(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// Base58 with Bitcoin's alphabet.
pub(crate) fn base58(bytes: &[u8]) -> String {
    let zeros = bytes.iter().take_while(|b| **b == 0).count();
    let mut digits: Vec<u8> = Vec::new();
    for byte in bytes {
        let mut carry = u32::from(*byte);
        for digit in &mut digits {
            carry += u32::from(*digit) << 8;
            *digit = (carry % 58) as u8;
            carry /= 58;
        }
        while carry > 0 {
            digits.push((carry % 58) as u8);
            carry /= 58;
        }
    }
    let ones = std::iter::repeat_n('1', zeros);
    ones.chain(digits.iter().rev().map(|d| char::from(BASE58[usize::from(*d)]))).collect()
}

/// The bytes of a base58 text; `None` for other characters or an absurd length.
pub(crate) fn from_base58(text: &str) -> Option<Vec<u8>> {
    if text.len() > BASE58_LONGEST {
        return None;
    }
    let mut bytes: Vec<u8> = Vec::new();
    for character in text.bytes() {
        let mut carry = BASE58.iter().position(|b| *b == character)? as u32;
        for byte in &mut bytes {
            carry += u32::from(*byte) * 58;
            *byte = (carry & 0xff) as u8;
            carry >>= 8;
        }
        while carry > 0 {
            bytes.push((carry & 0xff) as u8);
            carry >>= 8;
        }
    }
    let zeros = text.bytes().take_while(|b| *b == b'1').count();
    bytes.extend(std::iter::repeat_n(0, zeros));
    bytes.reverse();
    Some(bytes)
}

/// The bytes of a multibase text: `z` is base58btc, `u` is base64url.
pub(crate) fn from_multibase(text: &str) -> Option<Vec<u8>> {
    match (text.get(..1)?, text.get(1..)?) {
        ("z", rest) => from_base58(rest),
        ("u", rest) => from_base64url(rest),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn base58_is_that_of_the_published_examples() {
        // draft-msporny-base58, section 5.
        assert_eq!(base58(b"Hello World!"), "2NEpo7TZRRrLZSi2U");
        assert_eq!(from_base58("2NEpo7TZRRrLZSi2U").unwrap(), b"Hello World!");
        assert_eq!(base58(&hex::decode("0000287fb4cd").unwrap()), "11233QC4");
        assert_eq!(from_base58("0OIl"), None);
    }

    #[test]
    fn base64url_takes_neither_padding_nor_stray_bits() {
        assert_eq!(from_base64url("AA").unwrap(), [0]);
        assert_eq!(from_base64url("AA=="), None);
        assert_eq!(from_base64url("AB"), None);
        assert_eq!(from_base64url("+/+/"), None);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            prop_assert_eq!(from_base58(&base58(&bytes)).unwrap(), bytes.clone());
            prop_assert_eq!(from_multibase(&format!("u{}", base64url(&bytes))).unwrap(), bytes);
        }

        #[test]
        fn any_text_is_refused_or_read(text in "\\PC{0,40}") {
            let _ = (from_base58(&text), from_multibase(&text), from_base64url(&text));
        }
    }
}
