//! The kinds of files the program knows by name: their media types, the endings of their names, and whether a
//! citizen may send them.

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// Media type (IANA, or the one in common use).
    pub media_type: &'static str,
    /// Endings of names, lower case, the usual one first.
    pub endings: &'static [&'static str],
    /// Whether a citizen may attach it. What a browser or an office program would run is not allowed.
    pub for_citizens: bool,
}

const fn yes(media_type: &'static str, endings: &'static [&'static str]) -> Kind {
    Kind { media_type, endings, for_citizens: true }
}

const fn no(media_type: &'static str, endings: &'static [&'static str]) -> Kind {
    Kind { media_type, endings, for_citizens: false }
}

/// Formats of the regulation on the National Interoperability Framework (KRI, annex 2) that people do send, and the
/// photographs of telephones.
pub(crate) const KINDS: &[Kind] = &[
    yes("application/pdf", &["pdf"]),
    yes("image/jpeg", &["jpg", "jpeg", "jpe", "jfif"]),
    yes("image/png", &["png"]),
    yes("image/heif", &["heic", "heif"]),
    yes("image/tiff", &["tif", "tiff"]),
    yes("application/vnd.openxmlformats-officedocument.wordprocessingml.document", &["docx"]),
    yes("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &["xlsx"]),
    yes("application/vnd.oasis.opendocument.text", &["odt"]),
    yes("application/vnd.oasis.opendocument.spreadsheet", &["ods"]),
    yes("application/rtf", &["rtf"]),
    yes("text/plain", &["txt", "log", "md", "text"]),
    yes("text/csv", &["csv"]),
    yes("application/xml", &["xml", "xades", "sig", "gml", "xsd"]),
    yes("application/zip", &["zip"]),
    yes("message/rfc822", &["eml"]),
    yes("application/vnd.etsi.asic-e+zip", &["asice", "sce"]),
    yes("application/vnd.etsi.asic-s+zip", &["asics", "scs"]),
    yes("application/pkcs7-signature", &["p7s", "p7m", "sig", "pkcs7"]),
    yes("image/vnd.dwg", &["dwg"]),
    yes("image/vnd.dxf", &["dxf"]),
    no("text/html", &["html", "htm", "xhtml"]),
    no("image/svg+xml", &["svg"]),
    no("image/gif", &["gif"]),
    no("image/webp", &["webp"]),
    no("image/bmp", &["bmp"]),
    no("application/json", &["json"]),
    no("application/vnd.openxmlformats-officedocument.presentationml.presentation", &["pptx"]),
    no("application/vnd.oasis.opendocument.presentation", &["odp"]),
    no("application/vnd.ms-office.macro-enabled", &["docm", "xlsm", "pptm", "dotm", "xltm"]),
    no("application/msword", &["doc", "dot"]),
    no("application/vnd.ms-excel", &["xls"]),
    no("application/x-ole-storage", &["doc", "xls", "ppt", "msg", "msi"]),
    no("application/java-archive", &["jar"]),
    no("application/x-7z-compressed", &["7z"]),
    no("application/vnd.rar", &["rar"]),
    no("application/gzip", &["gz", "tgz"]),
    no("application/vnd.microsoft.portable-executable", &["exe", "dll", "scr", "com"]),
    no("application/x-executable", &["elf", "so", "bin"]),
    no("text/x-shellscript", &["sh", "bash"]),
    no("text/javascript", &["js", "mjs"]),
    no("audio/mpeg", &["mp3"]),
    no("video/mp4", &["mp4", "m4v"]),
];

/// The kind with this media type, if the program knows it.
pub(crate) fn kind_of(media_type: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|k| k.media_type == media_type)
}

/// Whether a citizen may attach a file of this media type.
pub fn allowed_for_citizens(media_type: &str) -> bool {
    kind_of(media_type).is_some_and(|k| k.for_citizens)
}

/// The kinds a citizen may attach, for the `accept` of a form's field and for the help beside it.
pub fn kinds_for_citizens() -> impl Iterator<Item = &'static Kind> {
    KINDS.iter().filter(|k| k.for_citizens)
}

/// The ending of a file's name in lower case, without the dot; empty when it has none.
pub(crate) fn ending(name: &str) -> String {
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    match base.rsplit_once('.') {
        Some((stem, end)) if !stem.is_empty() => end.trim().to_ascii_lowercase(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_media_type_stands_twice_and_every_kind_has_an_ending() {
        for (i, kind) in KINDS.iter().enumerate() {
            assert!(!kind.endings.is_empty(), "{}", kind.media_type);
            assert!(!KINDS[..i].iter().any(|k| k.media_type == kind.media_type), "{} stands twice", kind.media_type);
        }
    }

    #[test]
    fn what_a_browser_or_an_office_program_would_run_is_not_allowed() {
        for bad in ["text/html", "image/svg+xml", "application/vnd.ms-office.macro-enabled", "text/javascript", "x/y"] {
            assert!(!allowed_for_citizens(bad), "{bad}");
        }
    }

    #[test]
    fn the_ending_of_a_name() {
        for (name, end) in
            [("Skan.PDF", "pdf"), ("C:\\a.b\\c", ""), (".htaccess", ""), ("a.tar.gz", "gz"), ("a.pdf ", "pdf")]
        {
            assert_eq!(ending(name), end, "{name}");
        }
    }
}
