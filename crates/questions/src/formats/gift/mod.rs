//! GIFT, Moodle's text format.
//!
//! Read: `::name::`, `[html]` and the other formats, comments with `[id:…]` and `[tag:…]`, `$CATEGORY:`, choice with
//! weights, true/false, short answer, numbers with tolerance or range, matching, essay, feedback, general feedback, and
//! the "missing word" form. As written by Moodle: `question/format/gift/format.php` of the project moodle/moodle.
//! A blank line ends a question.

mod numbers;
mod read;
mod scan;
mod write;

use crate::{
    finding::Finding,
    formats::{Entry, Export, Import, Limits},
};

/// Reads GIFT.
///
/// # Errors
/// A file that is refused whole: the finding says why and in which line.
pub fn import(bytes: &[u8], limits: &Limits) -> Result<Import, Finding> {
    read::import(bytes, limits)
}

/// Writes GIFT, with texts in Markdown.
#[must_use]
pub fn export(entries: &[Entry]) -> Export {
    write::export(entries)
}
