//! Moodle XML.
//!
//! Read: categories, `multichoice`, `multichoiceset`, `truefalse`, `shortanswer`, `numerical`, `matching`, `ordering`,
//! `essay`, `cloze`, `gapselect`, `ddwtos`, with tags, hints, feedback, units and files. All other types
//! (`calculated`, `ddmarker`, `random`, `description`…) are refused by name. Format as written by Moodle 1.9 to 5:
//! `question/format/xml/format.php` of the project moodle/moodle.

mod answers;
mod cloze;
mod read;
mod tree;
mod write;
mod write_kind;

use crate::{
    finding::Finding,
    formats::{Entry, Export, Import, Limits},
};

pub(crate) use cloze::MAX_GAPS;

/// Reads Moodle XML.
///
/// # Errors
/// A file that is refused whole: the finding says why and in which line.
pub fn import(bytes: &[u8], limits: &Limits) -> Result<Import, Finding> {
    read::import(bytes, limits)
}

/// Writes Moodle XML, with texts in Markdown, as Moodle can hold them.
#[must_use]
pub fn export(entries: &[Entry]) -> Export {
    write::export(entries)
}
