//! A case as a folder that proves itself: documents, metadata, record; and the proof, with nothing but the folder.
//!
//! ```text
//! README.txt            how to check everything by hand, in Polish
//! manifest.sha256       SHA-256 of every other file, as `sha256sum -c` reads it
//! sprawa.json           metadata of the case, its parties, pauses, notes and documents; length and last link of the record
//! sprawa.xml            the same for archives (Dz.U. 2006 nr 206 poz. 1519: an XML for the case)
//! metryka.json          the record: every entry with its links
//! metryka.xml           the same as a table
//! metryka/0001.json     the very text of each entry that is hashed (see `chain`)
//! dokumenty/001_….pdf   the documents
//! dokumenty/001_….pdf.xml   an XML for each document
//! ```
//!
//! Whoever may change the folder at will could compute a whole new chain. So the last link is printed by both export and
//! verification: compared with the one the office's program shows, or with one noted down elsewhere, it proves that no
//! entry was changed since, nor any cut off the end.

mod gather;
mod names;
mod readme;
mod verify;
mod write;
mod xml;

pub use gather::{CaseData, DocumentData, EntryData};
pub use verify::{FirstBreak, Verified, verify};
pub use write::{Exported, export};

/// The format of the folder; grows when its shape changes.
pub const FORMAT: u32 = 1;
/// The list of all files with their hashes.
pub const MANIFEST: &str = "manifest.sha256";
/// Metadata.
pub const CASE_JSON: &str = "sprawa.json";
/// Metadata as XML.
pub const CASE_XML: &str = "sprawa.xml";
/// The record.
pub const RECORD_JSON: &str = "metryka.json";
/// The record as XML.
pub const RECORD_XML: &str = "metryka.xml";
/// The folder of the record's entries.
pub const RECORD_DIR: &str = "metryka";
/// The folder of the documents.
pub const DOCUMENTS_DIR: &str = "dokumenty";
/// How to check by hand.
pub const README: &str = "README.txt";

/// The name of an entry's file.
pub(crate) fn entry_file(ordinal: i64) -> String {
    format!("{RECORD_DIR}/{ordinal:04}.json")
}
