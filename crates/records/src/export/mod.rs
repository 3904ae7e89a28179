//! A case as a folder that proves itself: documents, metadata, record; and the proof, with nothing but the folder.
//!
//! ```text
//! README.txt            how to check everything by hand, in Polish
//! manifest.sha256       SHA-256 of every other file, as `sha256sum -c` reads it, by name
//! sprawa.json           metadata of the case, its parties, pauses, notes and documents; length of the record
//! sprawa.xml            the same for archives (Dz.U. 2006 nr 206 poz. 1519: an XML for the case)
//! metryka.json          the record: every entry with its links
//! metryka.xml           the same as a table, without the entry of this export
//! metryka/0001.json     the very text of each entry that is hashed (see `chain`)
//! dokumenty/001_….pdf   the documents
//! dokumenty/001_….pdf.xml   an XML for each document
//! ```
//!
//! # What binds the files to the record
//! The last entry of the record is the export itself: `case.exported`, whose `details.files` names every file with its
//! SHA-256. Three are left out, since they would have to hold their own hash: `metryka.json`, which must be, byte for byte,
//! what the entries give; the text of that entry, which its link proves; and `manifest.sha256`, which follows from all others.
//! So whoever changes a file and computes the manifest again is found out by the record, and the folder holds these files and
//! nothing else. An export writes its entry into a settled case too, and leaves what was last done in the case as it was.
//!
//! Whoever may change the folder at will could compute a whole new chain. So the last link is printed by both export and
//! verification, and stands in the office's log of access: compared with the one the office's program shows at the same
//! entry, or with one noted down elsewhere, it proves that no file and no entry was changed since, nor any cut off the end.
//!
//! # How it is written
//! One unit of work keeps the place of the entry (which locks the case), reads the case, makes all texts and writes the
//! entry; documents are named in it by the hash under which the store keeps them, so no file is read meanwhile. Then the
//! folder is filled under another name, `….partial`, and gets its own when it is whole.

mod breaks;
mod disk;
mod gather;
mod names;
mod parts;
mod readme;
mod verify;
mod write;
mod xml;

pub use breaks::{FirstBreak, Verified};
pub use gather::{CaseData, DocumentData, EntryData};
pub use verify::verify;
pub use write::{Exported, export};

/// The format of the folder; grows when its shape changes. 1 had no entry that names the files.
pub const FORMAT: u32 = 2;
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
