//! Small things said the same way everywhere.

use std::sync::OnceLock;

use kernel::Lang;

static PUBLIC_URL: OnceLock<String> = OnceLock::new();

/// Tells, once, the address people reach the installation at. A second call changes nothing.
pub(crate) fn set_public_url(url: &str) {
    let _ = PUBLIC_URL.set(url.trim_end_matches('/').to_owned());
}

/// The address people reach the installation at; empty until told.
pub(crate) fn public_url() -> &'static str {
    PUBLIC_URL.get().map_or("", String::as_str)
}

/// A part of a whole in per cent, rounded down; none of nothing.
pub(crate) fn percent(part: i64, whole: i64) -> Option<i64> {
    (whole > 0).then(|| (part * 100 / whole).clamp(0, 100))
}

/// A number with one place: `4,3` in Polish, `4.3` in English.
pub(crate) fn one_place(lang: Lang, number: f64) -> String {
    let text = format!("{number:.1}");
    if lang == Lang::Pl { text.replace('.', ",") } else { text }
}
