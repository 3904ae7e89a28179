//! What kind of file a ZIP container is: the office formats and signed containers are all ZIP inside.

/// Names of entries that stand in the given ends of a container, from local headers (PKWARE APPNOTE 4.3.7) in the
/// head and from the central directory (4.3.12) in the tail.
fn names<'a>(head: &'a [u8], tail: &'a [u8]) -> Vec<&'a [u8]> {
    let mut names = entries(head, b"PK\x03\x04", 26, 30);
    names.extend(entries(tail, b"PK\x01\x02", 28, 46));
    names
}

fn entries<'a>(bytes: &'a [u8], mark: &[u8; 4], length_at: usize, name_at: usize) -> Vec<&'a [u8]> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = bytes.get(at..).and_then(|rest| rest.windows(4).position(|w| w == mark)) {
        at += next;
        let length =
            bytes.get(at + length_at..at + length_at + 2).map(|l| usize::from(u16::from_le_bytes([l[0], l[1]])));
        if let Some(name) = length.and_then(|l| bytes.get(at + name_at..at + name_at + l)) {
            found.push(name);
        }
        at += 4;
    }
    found
}

/// The content of the first entry if it is `mimetype`, stored without compression, as ODF (ISO/IEC 26300-1, 3.3)
/// and ASiC (ETSI EN 319 162-1, A.1) ask.
fn declared(head: &[u8]) -> Option<&[u8]> {
    if head.get(30..38)? != b"mimetype" || head.get(8..10)? != [0, 0] {
        return None;
    }
    let extra = usize::from(u16::from_le_bytes([*head.get(28)?, *head.get(29)?]));
    let rest = head.get(38 + extra..)?;
    let length = u32::from_le_bytes(head.get(18..22)?.try_into().ok()?) as usize;
    let length = if length == 0 { rest.windows(2).position(|w| w == b"PK")? } else { length };
    rest.get(..length)
}

/// The media type of a ZIP container.
pub(crate) fn media_type(head: &[u8], tail: &[u8]) -> &'static str {
    let names = names(head, tail);
    let has = |name: &[u8]| names.contains(&name);
    let below = |folder: &[u8]| names.iter().any(|n| n.starts_with(folder));
    // Programs inside the document come first: such a file must not pass for a plain one.
    if names.iter().any(|n| n.ends_with(b"vbaProject.bin")) {
        return "application/vnd.ms-office.macro-enabled";
    }
    if let Some(said) = declared(head) {
        const DECLARED: &[&str] = &[
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation",
            "application/vnd.etsi.asic-e+zip",
            "application/vnd.etsi.asic-s+zip",
        ];
        if let Some(known) = DECLARED.iter().find(|d| d.as_bytes() == said.trim_ascii()) {
            return known;
        }
    }
    if has(b"[Content_Types].xml") {
        for (folder, media_type) in [
            (&b"word/"[..], "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            (b"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        ] {
            if below(folder) {
                return media_type;
            }
        }
    }
    if has(b"META-INF/MANIFEST.MF") {
        return "application/java-archive";
    }
    if names.iter().any(|n| n.starts_with(b"META-INF/") && n.windows(10).any(|w| w == b"signatures")) {
        return "application/vnd.etsi.asic-e+zip";
    }
    "application/zip"
}
