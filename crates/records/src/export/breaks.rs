//! What the proof of an export gives: that it is whole, or the first thing found wrong.

use std::fmt;

use i18n::{Lang, T};
use kernel::Arg;

use super::FORMAT;
use crate::msg;

/// A folder that is whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The reference of the case.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// How many entries the record has, that of the export included.
    pub entries: usize,
    /// How many documents.
    pub documents: usize,
    /// How many files, the manifest included.
    pub files: usize,
    /// The last link, to be compared with the one the office's program shows at that entry.
    pub head: String,
}

/// The first thing found wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FirstBreak {
    /// A file cannot be read.
    Unreadable {
        /// Which.
        file: String,
        /// Why.
        why: String,
    },
    /// A file of metadata does not have its shape.
    Malformed {
        /// Which.
        file: String,
        /// Why.
        why: String,
    },
    /// The folder is of another format than [`FORMAT`].
    Format {
        /// Which.
        found: u64,
    },
    /// The record has an entry too few, too many, or in the wrong place.
    Ordinal {
        /// The entry expected.
        expected: i64,
        /// The one that stands there.
        found: i64,
    },
    /// An entry does not continue the one before.
    Previous {
        /// Which entry.
        ordinal: i64,
    },
    /// An entry's content does not give its hash.
    Content {
        /// Which entry.
        ordinal: i64,
    },
    /// The file of an entry is not the text of the entry.
    EntryFile {
        /// Which file.
        file: String,
        /// Of which entry.
        ordinal: i64,
    },
    /// The record does not have as many entries as the case says.
    Length {
        /// Entries according to the metadata.
        expected: i64,
        /// Entries found.
        found: i64,
    },
    /// The last entry is not that of an export, so it names no files.
    NoExport {
        /// Which entry; 0 when there is none.
        ordinal: i64,
    },
    /// An entry belongs to another case.
    OtherCase {
        /// Which entry.
        ordinal: i64,
    },
    /// A file that should be there is not.
    Missing {
        /// Which.
        file: String,
    },
    /// A file or folder that an export of this case does not have.
    Foreign {
        /// Which.
        file: String,
    },
    /// A file was changed.
    Changed {
        /// Which.
        file: String,
        /// Its hash as it should be.
        expected: String,
        /// Its hash as it is.
        found: String,
    },
    /// A document that the record names is not in the export, or with another hash.
    Document {
        /// Which entry.
        ordinal: i64,
        /// Which document.
        document: String,
    },
    /// A document that no entry of the record names.
    Unrecorded {
        /// Which file.
        file: String,
    },
    /// The manifest lists a file more than once.
    Duplicate {
        /// Which.
        file: String,
    },
    /// A line of the manifest is not as an export writes it.
    Line {
        /// Which, from 1.
        line: usize,
    },
    /// The manifest does not list a file.
    Unlisted {
        /// Which.
        file: String,
    },
}

impl FirstBreak {
    /// The sentence for whoever checks.
    pub fn said(&self, t: T) -> String {
        let file = |name: &str| ("file", Arg::from(name));
        let number = |name: &'static str, n: i64| (name, Arg::from(n));
        match self {
            Self::Unreadable { file: f, why } => {
                t.f(msg::RECORDS_BREAK_UNREADABLE, &[file(f), ("why", why.as_str().into())])
            }
            Self::Malformed { file: f, why } => {
                t.f(msg::RECORDS_BREAK_MALFORMED, &[file(f), ("why", why.as_str().into())])
            }
            Self::Format { found } => t.f(
                msg::RECORDS_BREAK_FORMAT,
                &[("found", found.to_string().into()), ("known", FORMAT.to_string().into())],
            ),
            Self::Ordinal { expected, found } => {
                t.f(msg::RECORDS_BREAK_ORDINAL, &[number("expected", *expected), number("found", *found)])
            }
            Self::Previous { ordinal } => t.f(msg::RECORDS_BREAK_PREVIOUS, &[number("ordinal", *ordinal)]),
            Self::Content { ordinal } => t.f(msg::RECORDS_BREAK_CONTENT, &[number("ordinal", *ordinal)]),
            Self::EntryFile { file: f, ordinal } => {
                t.f(msg::RECORDS_BREAK_ENTRY_FILE, &[file(f), number("ordinal", *ordinal)])
            }
            Self::Length { expected, found } => {
                t.f(msg::RECORDS_BREAK_LENGTH, &[number("expected", *expected), number("found", *found)])
            }
            Self::NoExport { ordinal } => t.f(msg::RECORDS_BREAK_NO_EXPORT, &[number("ordinal", *ordinal)]),
            Self::OtherCase { ordinal } => t.f(msg::RECORDS_BREAK_OTHER_CASE, &[number("ordinal", *ordinal)]),
            Self::Missing { file: f } => t.f(msg::RECORDS_BREAK_MISSING, &[file(f)]),
            Self::Foreign { file: f } => t.f(msg::RECORDS_BREAK_FOREIGN, &[file(f)]),
            Self::Changed { file: f, expected, found } => t.f(
                msg::RECORDS_BREAK_CHANGED,
                &[file(f), ("expected", expected.as_str().into()), ("found", found.as_str().into())],
            ),
            Self::Document { ordinal, document } => {
                t.f(msg::RECORDS_BREAK_DOCUMENT, &[number("ordinal", *ordinal), ("document", document.as_str().into())])
            }
            Self::Unrecorded { file: f } => t.f(msg::RECORDS_BREAK_UNRECORDED, &[file(f)]),
            Self::Duplicate { file: f } => t.f(msg::RECORDS_BREAK_DUPLICATE, &[file(f)]),
            Self::Line { line } => t.f(msg::RECORDS_BREAK_LINE, &[("line", (*line).into())]),
            Self::Unlisted { file: f } => t.f(msg::RECORDS_BREAK_UNLISTED, &[file(f)]),
        }
    }
}

impl fmt::Display for FirstBreak {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said(T(Lang::Pl)))
    }
}

impl std::error::Error for FirstBreak {}
