//! Small things said the same way everywhere.

use kernel::Lang;

/// A part of a whole in per cent, rounded down; none of nothing.
pub(crate) fn percent(part: i64, whole: i64) -> Option<i64> {
    (whole > 0).then(|| (part * 100 / whole).clamp(0, 100))
}

/// A number with one place: `4,3` in Polish, `4.3` in English.
pub(crate) fn one_place(lang: Lang, number: f64) -> String {
    let text = format!("{number:.1}");
    if lang == Lang::Pl { text.replace('.', ",") } else { text }
}
