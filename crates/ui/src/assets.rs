//! Style sheets, scripts and pictures, compiled into the program.
//!
//! Addresses carry a hash of the content (`/assets/app.0f3c….css`), so browsers may keep them for ever; a changed
//! file has a new address. The plain name is answered too, to be kept for an hour at most.

use std::sync::LazyLock;

/// What pages may load and run; send it as `Content-Security-Policy` with every page.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; \
    img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'; frame-src 'self'; manifest-src 'self'; media-src 'self'";

/// Where the assets are served.
pub const PREFIX: &str = "/assets/";

/// A file to serve.
#[derive(Clone, Copy, Debug)]
pub struct Asset {
    /// The content.
    pub bytes: &'static [u8],
    /// The `Content-Type`.
    pub content_type: &'static str,
    /// The `ETag`, with its quotes.
    pub etag: &'static str,
    /// Asked for by an address with the hash: may be kept for ever (`max-age=31536000, immutable`).
    pub immutable: bool,
}

impl Asset {
    /// The `Cache-Control` to answer with.
    #[must_use]
    pub fn cache_control(&self) -> &'static str {
        if self.immutable { "public, max-age=31536000, immutable" } else { "public, max-age=3600" }
    }
}

/// A file with its names.
struct Entry {
    name: &'static str,
    hashed: String,
    etag: String,
    content: String,
    content_type: &'static str,
}

/// The style sheet in order. The colours of the dark theme stand twice: for those who chose it, and for devices
/// that ask for it.
const CSS: &[&str] = &[
    include_str!("../assets/css/tokens.css"),
    "html[data-theme=\"dark\"] {\n",
    include_str!("../assets/css/tokens-dark.css"),
    "}\n@media (prefers-color-scheme: dark) { html[data-theme=\"auto\"] {\n",
    include_str!("../assets/css/tokens-dark.css"),
    "} }\nhtml[data-theme=\"contrast\"] {\n",
    include_str!("../assets/css/tokens-contrast.css"),
    "}\n",
    include_str!("../assets/css/base.css"),
    include_str!("../assets/css/shell.css"),
    include_str!("../assets/css/button.css"),
    include_str!("../assets/css/field.css"),
    include_str!("../assets/css/table.css"),
    include_str!("../assets/css/content.css"),
    include_str!("../assets/css/talk.css"),
    include_str!("../assets/css/course.css"),
    include_str!("../assets/css/quiz.css"),
    include_str!("../assets/css/overlay.css"),
    include_str!("../assets/css/print.css"),
];

/// Scripts; those loaded by others first.
const SCRIPTS: &[(&str, &str)] = &[
    ("autosave.js", include_str!("../assets/js/autosave.js")),
    ("confirm.js", include_str!("../assets/js/confirm.js")),
    ("drop.js", include_str!("../assets/js/drop.js")),
    ("field.js", include_str!("../assets/js/field.js")),
    ("insert.js", include_str!("../assets/js/insert.js")),
    ("keep.js", include_str!("../assets/js/keep.js")),
    ("order.js", include_str!("../assets/js/order.js")),
    ("preview.js", include_str!("../assets/js/preview.js")),
    ("quiz.js", include_str!("../assets/js/quiz.js")),
    ("reorder.js", include_str!("../assets/js/reorder.js")),
    ("suggest.js", include_str!("../assets/js/suggest.js")),
    ("when.js", include_str!("../assets/js/when.js")),
    ("enhance.js", include_str!("../assets/js/enhance.js")),
];

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let mut entries = vec![
        entry("app.css", CSS.concat(), "text/css; charset=utf-8"),
        entry("favicon.svg", include_str!("../assets/favicon.svg").to_owned(), "image/svg+xml"),
        entry("robots.txt", include_str!("../assets/robots.txt").to_owned(), "text/plain; charset=utf-8"),
    ];
    for (name, text) in SCRIPTS {
        let text = entries.iter().filter(|entry| entry.name.ends_with(".js")).fold((*text).to_owned(), |text, one| {
            text.replace(&format!("\"./{}\"", one.name), &format!("\"./{}\"", one.hashed))
        });
        entries.push(entry(name, text, "text/javascript; charset=utf-8"));
    }
    entries
});

fn entry(name: &'static str, content: String, content_type: &'static str) -> Entry {
    let hash = format!("{:016x}", fnv(content.as_bytes()));
    let hashed = match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}.{hash}.{ending}"),
        None => name.to_owned(),
    };
    Entry { name, hashed, etag: format!("\"{hash}\""), content, content_type }
}

/// FNV-1a, 64 bits: tells our own files apart, protects nothing.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The file of a path below [`PREFIX`], with or without the hash; `None` when there is none.
#[must_use]
pub fn get(path: &str) -> Option<Asset> {
    let entry = ENTRIES.iter().find(|entry| entry.hashed == path || entry.name == path)?;
    Some(Asset {
        bytes: entry.content.as_bytes(),
        content_type: entry.content_type,
        etag: &entry.etag,
        immutable: entry.hashed == path,
    })
}

/// The address of a file by its plain name. An unknown name gives the plain address, which answers 404.
#[must_use]
pub fn url(name: &str) -> String {
    let file = ENTRIES.iter().find(|entry| entry.name == name).map_or(name, |entry| entry.hashed.as_str());
    format!("{PREFIX}{file}")
}

/// The plain names of all files, for tests and copying.
pub fn names() -> impl Iterator<Item = &'static str> {
    ENTRIES.iter().map(|entry| entry.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_its_file_and_is_kept_for_ever() {
        for name in names() {
            let url = url(name);
            let asset = get(url.trim_start_matches(PREFIX)).expect(name);
            assert!(asset.immutable && !asset.bytes.is_empty(), "{name}");
            assert!(!get(name).expect(name).immutable, "{name}");
        }
        assert!(get("../Cargo.toml").is_none());
    }

    #[test]
    fn scripts_load_each_other_by_hashed_names() {
        let enhance = get("enhance.js").expect("enhance.js");
        let text = std::str::from_utf8(enhance.bytes).expect("UTF-8");
        for (name, _) in &SCRIPTS[..SCRIPTS.len() - 1] {
            assert!(!text.contains(&format!("\"./{name}\"")), "{name} would be kept after a change");
        }
        // The largest is loaded where a quiz is taken, and nowhere else.
        let (quiz, others): (Vec<_>, Vec<_>) = SCRIPTS.iter().partition(|(name, _)| *name == "quiz.js");
        for (scripts, limit) in [(quiz, 18_000), (others, 28_000)] {
            let total: usize = scripts.iter().map(|(_, text)| text.len()).sum();
            assert!(0 < total && total < limit, "the scripts have grown to {total} bytes");
        }
    }
}
