//! Baking: a credential within a picture (Open Badges 3.0 §5.3), so that one file shows and proves.

mod png;
mod svg;

/// The most bytes of a credential taken out of a picture.
pub(crate) const TEXT_MOST: usize = 1024 * 1024;

const PNG_START: [u8; 8] = [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a];

/// Why there is no credential in or out of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BakeFault {
    /// It is no PNG or SVG, or a broken one.
    #[error("it is no PNG or SVG picture, or a broken one")]
    Broken,
    /// There is none in it.
    #[error("there is no credential in the picture")]
    Empty,
    /// It is larger than any credential.
    #[error("it is too large")]
    TooLarge,
}

/// Whether it begins like a PNG or an XML document.
pub fn is_picture(bytes: &[u8]) -> bool {
    bytes.starts_with(&PNG_START) || is_xml(bytes)
}

fn is_xml(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    bytes.trim_ascii_start().first() == Some(&b'<')
}

/// The picture with the credential in it, a token or JSON; one that was in it before is replaced.
pub fn bake(picture: &[u8], credential: &str) -> Result<Vec<u8>, BakeFault> {
    if credential.len() > TEXT_MOST {
        return Err(BakeFault::TooLarge);
    }
    if picture.starts_with(&PNG_START) {
        png::bake(picture, credential)
    } else if is_xml(picture) {
        let text = std::str::from_utf8(picture).map_err(|_| BakeFault::Broken)?;
        svg::bake(text, credential).map(String::into_bytes)
    } else {
        Err(BakeFault::Broken)
    }
}

/// The credential in a picture: a token or JSON, as it was put in.
pub fn extract(picture: &[u8]) -> Result<String, BakeFault> {
    if picture.starts_with(&PNG_START) {
        png::extract(picture)
    } else if is_xml(picture) {
        svg::extract(std::str::from_utf8(picture).map_err(|_| BakeFault::Broken)?)
    } else {
        Err(BakeFault::Broken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_bytes_are_refused_or_read(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = (extract(&bytes), bake(&bytes, "x"));
        }

        #[test]
        fn any_chunks_are_refused_or_read(bytes in proptest::collection::vec(any::<u8>(), 0..100), cut in 0usize..120) {
            let mut picture = bake(&png::smallest(), "{\"a\": 1}").unwrap();
            picture.truncate(cut);
            picture.extend_from_slice(&bytes);
            let _ = extract(&picture);
        }

        #[test]
        fn any_markup_is_refused_or_read(text in "<svg[ a-z:=\"'<>/&;!\\[\\]-]{0,80}") {
            let _ = (extract(text.as_bytes()), bake(text.as_bytes(), "x"));
        }

        #[test]
        fn what_goes_in_comes_out(text in "\\{[^\u{0}-\u{1f}\u{fffe}\u{ffff}\u{7f}-\u{9f}]{0,60}\\}") {
            for picture in [png::smallest(), b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec()] {
                prop_assert_eq!(&extract(&bake(&picture, &text).unwrap()).unwrap(), text.trim());
            }
        }
    }
}
