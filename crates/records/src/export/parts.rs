//! What an export consists of: its texts, made in memory, and the objects of the store, named by their hash.

use std::collections::BTreeMap;

use kernel::{Fault, Result};
use serde::Serialize;
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use super::{
    CASE_JSON, CASE_XML, CaseData, EntryData, README, RECORD_JSON, RECORD_XML, entry_file, gather::Gathered, readme,
    xml,
};
use crate::chain::Entry;

/// SHA-256 as hexadecimal digits.
pub(super) fn sha256(content: &[u8]) -> String {
    hex::encode(Sha256::digest(content))
}

/// JSON as the export writes it: two spaces a level, an end of line at the end.
pub(super) fn pretty(value: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string_pretty(value).map(|text| text + "\n")
}

/// The list of all files: a line each, by name.
pub(super) fn manifest(hashes: &BTreeMap<String, String>) -> String {
    hashes.iter().map(|(name, hash)| format!("{hash}  {name}\n")).collect()
}

/// An export before it is written.
#[derive(Clone)]
pub(super) struct Parts {
    pub case: CaseData,
    pub entries: Vec<Entry>,
    /// Texts by the names of their files.
    pub texts: BTreeMap<String, String>,
    /// Objects by the names of their files.
    pub objects: BTreeMap<String, blob::Hash>,
    /// SHA-256 of all of these.
    pub hashes: BTreeMap<String, String>,
}

impl Parts {
    /// Everything but the entry of the export and what follows from it.
    ///
    /// # Errors
    /// `Internal` when something cannot be written as JSON.
    pub fn of(gathered: Gathered) -> Result<Self> {
        let Gathered { case, entries, hashes: objects } = gathered;
        let mut texts = BTreeMap::from([
            (README.to_owned(), readme::text(&case)),
            (CASE_JSON.to_owned(), pretty(&case).map_err(Fault::internal)?),
            (CASE_XML.to_owned(), xml::case(&case)),
            (RECORD_XML.to_owned(), xml::record(&case, &entries)),
        ]);
        texts.extend(case.documents.iter().map(|d| (format!("{}.xml", d.file), xml::document(&case, d))));
        texts.extend(entries.iter().map(|e| (entry_file(e.ordinal), e.payload.clone())));
        let objects: BTreeMap<_, _> = case.documents.iter().map(|d| d.file.clone()).zip(objects).collect();
        let mut hashes: BTreeMap<_, _> =
            texts.iter().map(|(name, text)| (name.clone(), sha256(text.as_bytes()))).collect();
        hashes.extend(objects.iter().map(|(name, hash)| (name.clone(), hex::encode(hash))));
        if hashes.len() != texts.len() + objects.len() {
            return Err(Fault::internal("two files of an export have one name"));
        }
        Ok(Self { case, entries, texts, objects, hashes })
    }

    /// What the entry of the export says of the files.
    pub fn files(&self) -> Map<String, Value> {
        self.hashes.iter().map(|(name, hash)| (name.clone(), Value::from(hash.as_str()))).collect()
    }

    /// Adds the entry of the export and what follows from it.
    ///
    /// # Errors
    /// `Internal` when an entry is not JSON.
    pub fn seal(mut self, entry: Entry) -> Result<Self> {
        let file = entry_file(entry.ordinal);
        let payload = entry.payload.clone();
        self.entries.push(entry);
        let entries = self.entries.iter().map(|e| EntryData::of(e.ordinal, e.prev, e.hash, &e.payload));
        let entries = entries.collect::<serde_json::Result<Vec<_>>>().map_err(Fault::internal)?;
        for (name, text) in [(file, payload), (RECORD_JSON.to_owned(), pretty(&entries).map_err(Fault::internal)?)] {
            self.hashes.insert(name.clone(), sha256(text.as_bytes()));
            self.texts.insert(name, text);
        }
        Ok(self)
    }
}
