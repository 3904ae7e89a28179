//! From the bytes of a file to text.

use encoding_rs::{Encoding, ISO_8859_2, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250};

use crate::{finding::Finding, msg};

/// Reads a file as text: a byte order mark counts first, then UTF-16 without one, then what an XML declaration says,
/// then UTF-8, then Windows-1250 or ISO-8859-2, whichever gives more Polish letters.
///
/// # Errors
/// A file that is no text, or that begins as UTF-8 and breaks: with the line.
pub fn read(bytes: &[u8]) -> Result<String, Finding> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return decode(encoding, bytes.get(length..).unwrap_or_default());
    }
    if let Some(encoding) = wide(bytes) {
        return decode(encoding, bytes);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => return decode_checked(text.to_owned()),
        Err(error) if is_broken_utf8(bytes, error.valid_up_to()) => {
            return Err(Finding::refused(msg::QUESTIONS_FILE_BROKEN_UTF8).at(line(bytes, error.valid_up_to()), ""));
        }
        Err(_) => {}
    }
    match declared(bytes) {
        Some(encoding) if encoding != UTF_8 && encoding != UTF_16LE && encoding != UTF_16BE => decode(encoding, bytes),
        _ => decode(central_european(bytes), bytes),
    }
}

fn decode(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, Finding> {
    match encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => decode_checked(text.into_owned()),
        None => Err(Finding::refused(msg::QUESTIONS_FILE_ENCODING).with("encoding", encoding.name())),
    }
}

fn decode_checked(text: String) -> Result<String, Finding> {
    match text.bytes().position(|b| b < 0x20 && !matches!(b, b'\n' | b'\r' | b'\t' | 0x0c | 0x0b)) {
        Some(at) => Err(Finding::refused(msg::QUESTIONS_FILE_NOT_TEXT).at(line(text.as_bytes(), at), "")),
        None => Ok(text),
    }
}

fn line(bytes: &[u8], at: usize) -> usize {
    bytes.iter().take(at).filter(|b| **b == b'\n').count() + 1
}

/// UTF-16 without a mark: nearly every second byte of its beginning is 0.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(512) & !1).filter(|h| h.len() >= 4)?;
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let most = head.len() / 2 * 3 / 4;
    match (zeros(0), zeros(1)) {
        (0, low) if low > most => Some(UTF_16LE),
        (high, 0) if high > most => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether a file is UTF-8 with a fault rather than in another encoding: letters outside ASCII came out well before it.
fn is_broken_utf8(bytes: &[u8], valid: usize) -> bool {
    bytes.get(..valid).is_some_and(|good| good.iter().filter(|b| **b >= 0xc0).count() >= 3)
}

/// What `<?xml … encoding="…"?>` says.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(200)).unwrap_or_default()).into_owned();
    let declaration = head.trim_start().strip_prefix("<?xml")?.split("?>").next()?.to_owned();
    let value = declaration.split("encoding").nth(1)?.trim_start().strip_prefix('=')?.trim_start().to_owned();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    Encoding::for_label(value.get(1..)?.split(quote).next()?.as_bytes())
}

/// Polish letters stand at different places in the two 8-bit encodings of Central Europe.
fn central_european(bytes: &[u8]) -> &'static Encoding {
    let count = |letters: &[u8]| bytes.iter().filter(|b| letters.contains(b)).count();
    let windows = count(&[0xb9, 0x9c, 0x9f, 0xa5, 0x8c, 0x8f, 0x84, 0x94, 0x96]);
    let iso = count(&[0xb1, 0xb6, 0xbc, 0xa1, 0xa6, 0xac]);
    if iso > windows { ISO_8859_2 } else { WINDOWS_1250 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Zażółć gęślą jaźń – „ŁÓDŹ”\nA) ćma";

    #[test]
    fn every_usual_encoding_is_read() {
        let wide = |big: bool| -> Vec<u8> {
            TEXT.encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
        };
        let ascii = |big: bool| -> Vec<u8> {
            "quiz".encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
        };
        assert_eq!(read(TEXT.as_bytes()).unwrap(), TEXT);
        assert_eq!(read(format!("\u{feff}{TEXT}").as_bytes()).unwrap(), TEXT);
        assert_eq!(read(&[&[0xff, 0xfe], wide(false).as_slice()].concat()).unwrap(), TEXT);
        assert_eq!(read(&[&[0xfe, 0xff], wide(true).as_slice()].concat()).unwrap(), TEXT);
        assert_eq!(read(&ascii(false)).unwrap(), "quiz");
        assert_eq!(read(&ascii(true)).unwrap(), "quiz");
        assert_eq!(read(&WINDOWS_1250.encode(TEXT).0).unwrap(), TEXT);
        assert_eq!(read(&ISO_8859_2.encode("Zażółć gęślą jaźń").0).unwrap(), "Zażółć gęślą jaźń");
        let declared = "<?xml version=\"1.0\" encoding=\"windows-1250\"?><quiz>ż</quiz>";
        assert_eq!(read(&WINDOWS_1250.encode(declared).0).unwrap(), declared);
    }

    #[test]
    fn what_is_no_text_is_refused_with_the_line() {
        let mut broken = "żółw\nżółw".as_bytes().to_vec();
        broken.pop();
        broken.push(0xff);
        assert!(read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").is_err());
        let mut cut = "żółw\nżółć".as_bytes().to_vec();
        cut.pop();
        let fault = read(&cut).unwrap_err();
        assert_eq!((fault.key, fault.line), ("questions-file-broken-utf8", 2));
    }
}
