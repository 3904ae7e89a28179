//! Bytes of a file as text: UTF-8, or the older encodings Polish offices still export.

use super::FileFault;

/// The encoding a file turned out to be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8, with or without the byte order mark.
    Utf8,
    /// Windows-1250, what a Polish spreadsheet writes as plain CSV.
    Windows1250,
    /// ISO 8859-2.
    Latin2,
}

impl Encoding {
    /// The name of the encoding.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Windows1250 => "Windows-1250",
            Self::Latin2 => "ISO 8859-2",
        }
    }
}

/// Windows-1250 from 0x80 on; U+FFFD where it has no character.
#[rustfmt::skip]
const WINDOWS_1250: [char; 128] = [
    '\u{20ac}', '\u{fffd}', '\u{201a}', '\u{fffd}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}', '\u{fffd}', '\u{2030}', '\u{160}', '\u{2039}', '\u{15a}', '\u{164}', '\u{17d}', '\u{179}',
    '\u{fffd}', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}', '\u{fffd}', '\u{2122}', '\u{161}', '\u{203a}', '\u{15b}', '\u{165}', '\u{17e}', '\u{17a}',
    '\u{a0}', '\u{2c7}', '\u{2d8}', '\u{141}', '\u{a4}', '\u{104}', '\u{a6}', '\u{a7}', '\u{a8}', '\u{a9}', '\u{15e}', '\u{ab}', '\u{ac}', '\u{ad}', '\u{ae}', '\u{17b}',
    '\u{b0}', '\u{b1}', '\u{2db}', '\u{142}', '\u{b4}', '\u{b5}', '\u{b6}', '\u{b7}', '\u{b8}', '\u{105}', '\u{15f}', '\u{bb}', '\u{13d}', '\u{2dd}', '\u{13e}', '\u{17c}',
    '\u{154}', '\u{c1}', '\u{c2}', '\u{102}', '\u{c4}', '\u{139}', '\u{106}', '\u{c7}', '\u{10c}', '\u{c9}', '\u{118}', '\u{cb}', '\u{11a}', '\u{cd}', '\u{ce}', '\u{10e}',
    '\u{110}', '\u{143}', '\u{147}', '\u{d3}', '\u{d4}', '\u{150}', '\u{d6}', '\u{d7}', '\u{158}', '\u{16e}', '\u{da}', '\u{170}', '\u{dc}', '\u{dd}', '\u{162}', '\u{df}',
    '\u{155}', '\u{e1}', '\u{e2}', '\u{103}', '\u{e4}', '\u{13a}', '\u{107}', '\u{e7}', '\u{10d}', '\u{e9}', '\u{119}', '\u{eb}', '\u{11b}', '\u{ed}', '\u{ee}', '\u{10f}',
    '\u{111}', '\u{144}', '\u{148}', '\u{f3}', '\u{f4}', '\u{151}', '\u{f6}', '\u{f7}', '\u{159}', '\u{16f}', '\u{fa}', '\u{171}', '\u{fc}', '\u{fd}', '\u{163}', '\u{2d9}',
];

/// The Polish letters that ISO 8859-2 puts elsewhere than Windows-1250.
const LATIN2: [(u8, char); 6] = [(0xa1, 'Ą'), (0xa6, 'Ś'), (0xac, 'Ź'), (0xb1, 'ą'), (0xb6, 'ś'), (0xbc, 'ź')];
/// The same letters in Windows-1250.
const WINDOWS: [u8; 6] = [0xa5, 0x8c, 0x8f, 0xb9, 0x9c, 0x9f];

/// Decodes a file; says which encoding it was in.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, Encoding), FileFault> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(FileFault::Utf16);
    }
    if bytes.contains(&0) {
        return Err(FileFault::NotText);
    }
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), Encoding::Utf8));
    }
    let count = |set: &dyn Fn(u8) -> bool| bytes.iter().filter(|byte| set(**byte)).count();
    let latin2 = count(&|byte| LATIN2.iter().any(|(code, _)| *code == byte)) > count(&|byte| WINDOWS.contains(&byte));
    let mut text = String::with_capacity(bytes.len() * 2);
    for &byte in bytes {
        let elsewhere = LATIN2.iter().find(|(code, _)| latin2 && *code == byte);
        let letter = match (byte.checked_sub(0x80), elsewhere) {
            (None, _) => char::from(byte),
            (Some(_), Some((_, letter))) => *letter,
            (Some(index), None) => WINDOWS_1250.get(usize::from(index)).copied().unwrap_or('\u{fffd}'),
        };
        if letter == '\u{fffd}' {
            return Err(FileFault::UnknownEncoding);
        }
        text.push(letter);
    }
    Ok((text, if latin2 { Encoding::Latin2 } else { Encoding::Windows1250 }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_polish_encodings_apart() {
        assert_eq!(decode("zażółć".as_bytes()).unwrap(), ("zażółć".to_owned(), Encoding::Utf8));
        assert_eq!(decode(b"\xef\xbb\xbfa").unwrap().0, "a");
        let windows = b"\x8ccis\xb3a ga\xb3\x9f";
        assert_eq!(decode(windows).unwrap(), ("Ścisła gałź".to_owned(), Encoding::Windows1250));
        let latin2 = b"\xa6cis\xb3a ga\xb3\xbc";
        assert_eq!(decode(latin2).unwrap(), ("Ścisła gałź".to_owned(), Encoding::Latin2));
        assert_eq!(decode(b"\xff\xfea\0"), Err(FileFault::Utf16));
        assert_eq!(decode(b"PK\0\x03"), Err(FileFault::NotText));
        assert_eq!(decode(b"\x81\x83"), Err(FileFault::UnknownEncoding));
    }
}
