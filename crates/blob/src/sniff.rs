//! What a file is, told from its content; its name only chooses among kinds of text.

use kernel::{Fault, Result};

use crate::{
    Stored,
    kind::{KINDS, allowed_for_citizens, ending, kind_of, kinds_for_citizens},
    msg, zip,
};

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sniffed {
    /// Media type; `application/octet-stream` when nothing is recognised.
    pub media_type: &'static str,
    /// Whether the ending of the claimed name belongs to that type. A name without an ending claims nothing.
    pub matches_claim: bool,
    /// Whether there is nothing in it.
    pub empty: bool,
}

/// Recognises a file from its beginning (64 KiB are plenty) and its claimed name. For a file at hand prefer
/// [`sniff_ends`], which also sees the directory at the end of office files.
pub fn sniff(head: &[u8], claimed_name: &str) -> Sniffed {
    sniff_ends(head, head, claimed_name)
}

/// Recognises a file from its beginning, its end (they may overlap) and its claimed name.
pub fn sniff_ends(head: &[u8], tail: &[u8], claimed_name: &str) -> Sniffed {
    let claimed = ending(claimed_name);
    let media_type = media_type(head, tail, &claimed);
    let matches_claim =
        claimed.is_empty() || kind_of(media_type).is_some_and(|k| k.endings.contains(&claimed.as_str()));
    Sniffed { media_type, matches_claim, empty: head.is_empty() }
}

/// Whether a citizen may attach this file. The message names the kinds that are allowed.
///
/// # Errors
/// `Invalid` with `fault-file-empty` when there is nothing in it, with `fault-file-kind` when such files are not
/// accepted, with `fault-file-mismatch` when the content is not what the name says.
pub fn check_for_citizens(sniffed: &Sniffed, claimed_name: &str) -> Result<()> {
    if sniffed.empty {
        return Err(Fault::invalid(msg::FAULT_FILE_EMPTY).arg("name", claimed_name));
    }
    if !allowed_for_citizens(sniffed.media_type) {
        let allowed: Vec<&str> = kinds_for_citizens().filter_map(|k| k.endings.first().copied()).collect();
        return Err(Fault::invalid(msg::FAULT_FILE_KIND).arg("name", claimed_name).arg("allowed", allowed.join(", ")));
    }
    if !sniffed.matches_claim {
        let found = kind_of(sniffed.media_type).and_then(|k| k.endings.first()).copied().unwrap_or_default();
        return Err(Fault::invalid(msg::FAULT_FILE_MISMATCH).arg("name", claimed_name).arg("found", found));
    }
    Ok(())
}

/// Whether a file an office keeps is what its name says. Unlike a citizen, an official may add any kind, also one the program
/// does not know; only a name that claims a kind it does know must be true, since people open a file by it.
///
/// # Errors
/// `Invalid` with `fault-file-mismatch`, or `fault-file-unlike` when the content is not recognised.
pub fn check_claim(stored: &Stored, claimed_name: &str) -> Result<()> {
    let claimed = ending(claimed_name);
    if stored.matches_claim || !KINDS.iter().any(|k| k.endings.contains(&claimed.as_str())) {
        return Ok(());
    }
    Err(match kind_of(&stored.media_type).and_then(|k| k.endings.first()) {
        Some(found) => Fault::invalid(msg::FAULT_FILE_MISMATCH).arg("name", claimed_name).arg("found", *found),
        None => Fault::invalid(msg::FAULT_FILE_UNLIKE).arg("name", claimed_name),
    })
}

fn media_type(head: &[u8], tail: &[u8], claimed: &str) -> &'static str {
    let starts = |mark: &[u8]| head.starts_with(mark);
    if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        return zip::media_type(head, tail);
    }
    if starts(b"{\\rtf") {
        return "application/rtf";
    }
    if starts(b"AC10") && head.get(4..6).is_some_and(|v| v.iter().all(u8::is_ascii_digit)) {
        return "image/vnd.dwg";
    }
    if starts(b"MZ") {
        return "application/vnd.microsoft.portable-executable";
    }
    if starts(b"#!") {
        return "text/x-shellscript";
    }
    if is_cms_signed(head) {
        return "application/pkcs7-signature";
    }
    // infer's own rules for text and ZIP look at the first bytes only; ours, above and below, look further.
    if let Some(found) = infer::get(head).filter(|t| t.matcher_type() != infer::MatcherType::Text)
        && let Some(kind) = kind_of(canonical(found.mime_type()))
    {
        return kind.media_type;
    }
    if starts(b"II*\0") || starts(b"MM\0*") {
        return "image/tiff";
    }
    match as_text(head) {
        Some(text) => text_type(&text, claimed),
        None => "application/octet-stream",
    }
}

/// One name for a type where libraries and registries use several.
fn canonical(media_type: &'static str) -> &'static str {
    match media_type {
        "image/heic" | "image/heif-sequence" | "image/heic-sequence" => "image/heif",
        "application/x-executable" | "application/x-mach-binary" => "application/x-executable",
        other => other,
    }
}

/// A signature of CMS (RFC 5652): a DER or BER sequence whose first element is the object identifier signedData.
fn is_cms_signed(head: &[u8]) -> bool {
    const SIGNED_DATA: &[u8] = &[0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
    let begin = head.get(..32).unwrap_or(head);
    let pem = [&b"-----BEGIN PKCS7-----"[..], b"-----BEGIN CMS-----"].iter().any(|p| head.starts_with(p));
    pem || (begin.first() == Some(&0x30) && begin.windows(SIGNED_DATA.len()).any(|w| w == SIGNED_DATA))
}

/// The text of a file in UTF-8, in UTF-16 with its mark, or in an older one-byte code (Windows-1250, ISO 8859-2;
/// letters beyond ASCII are then not told apart). `None` when it holds what no text does.
fn as_text(head: &[u8]) -> Option<String> {
    if head.is_empty() {
        return None;
    }
    let wide = |order: fn([u8; 2]) -> u16, bytes: &[u8]| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|p| order([p[0], p[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    if let Some(rest) = head.strip_prefix(b"\xff\xfe") {
        return Some(wide(u16::from_le_bytes, rest));
    }
    if let Some(rest) = head.strip_prefix(b"\xfe\xff") {
        return Some(wide(u16::from_be_bytes, rest));
    }
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let control = |b: &u8| *b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c) || *b == 0x7f;
    if head.iter().any(control) {
        return None;
    }
    Some(String::from_utf8_lossy(head).into_owned())
}

fn text_type(text: &str, claimed: &str) -> &'static str {
    let markup = text.trim_start();
    let lower: String = markup.chars().take(8192).collect::<String>().to_ascii_lowercase();
    if markup.starts_with('<') {
        return markup_type(&lower);
    }
    match claimed {
        "eml" if is_message(text) => "message/rfc822",
        "csv" => "text/csv",
        "json" => "application/json",
        "dxf" if markup.starts_with('0') && lower.contains("section") => "image/vnd.dxf",
        "js" | "mjs" => "text/javascript",
        _ if has_active_element(&lower) => "text/html",
        _ => "text/plain",
    }
}

/// HTML, SVG or other XML, by the first element that is not a comment, a declaration or an instruction.
fn markup_type(lower: &str) -> &'static str {
    let mut rest = lower;
    let mut xml = false;
    loop {
        rest = rest.trim_start();
        let end = if rest.starts_with("<!--") {
            rest.find("-->").map(|i| i + 3)
        } else if rest.starts_with("<?") {
            xml = true;
            rest.find("?>").map(|i| i + 2)
        } else if rest.starts_with("<!doctype html") {
            return "text/html";
        } else if rest.starts_with("<!doctype svg") {
            return "image/svg+xml";
        } else if rest.starts_with("<!") {
            rest.find('>').map(|i| i + 1)
        } else {
            break;
        };
        match end.and_then(|e| rest.get(e..)) {
            Some(after) => rest = after,
            None => return "text/html",
        }
    }
    let tag: String =
        rest.chars().skip(1).take_while(|c| c.is_alphanumeric() || matches!(c, ':' | '_' | '-')).collect();
    let local = tag.rsplit(':').next().unwrap_or_default();
    if local == "svg" {
        return "image/svg+xml";
    }
    // A namespace of something a browser runs, anywhere near the top, makes it one of those.
    if lower.contains("http://www.w3.org/2000/svg") && !lower.contains("http://www.w3.org/2000/09/xmldsig#") {
        return "image/svg+xml";
    }
    if local == "html" || lower.contains("http://www.w3.org/1999/xhtml") || (!xml && has_active_element(lower)) {
        return "text/html";
    }
    if tag.is_empty() { "text/plain" } else { "application/xml" }
}

/// Elements by which a browser takes a text for HTML (WHATWG MIME Sniffing, 7.1), and those that run.
fn has_active_element(lower: &str) -> bool {
    const TAGS: &[&str] =
        &["<html", "<head", "<body", "<script", "<iframe", "<object", "<embed", "<style", "<title", "<img", "<form"];
    TAGS.iter().any(|tag| {
        lower.match_indices(tag).any(|(i, _)| {
            lower.get(i + tag.len()..).and_then(|r| r.chars().next()).is_some_and(|c| !c.is_alphanumeric())
        })
    })
}

/// Whether a text begins like an e-mail (RFC 5322): header fields, among them one every message has.
fn is_message(text: &str) -> bool {
    let header = text.split("\r\n\r\n").next().and_then(|h| h.split("\n\n").next()).unwrap_or_default();
    let first = header.lines().next().unwrap_or_default();
    let named = first.split_once(':').is_some_and(|(n, _)| !n.is_empty() && n.bytes().all(|b| b.is_ascii_graphic()));
    named
        && header.lines().any(|l| ["from:", "date:", "received:"].iter().any(|f| l.to_ascii_lowercase().starts_with(f)))
}
