//! The proof of an export, with nothing but its folder. Nothing in the folder is believed before it is checked.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use serde::Deserialize;
use serde_json::Value;

use super::{
    CASE_JSON, CaseData, EntryData, FORMAT, MANIFEST, RECORD_JSON,
    breaks::{FirstBreak, Verified},
    disk::{Check, hash_of, json, only, read},
    entry_file,
    parts::{pretty, sha256},
};
use crate::{canonical::canonical, chain::Link, log::EXPORTED};

/// Names of files with their SHA-256, hexadecimal.
type Hashes = BTreeMap<String, String>;

/// Checks a folder: the chain of the record link by link; every file by the hash that the last entry, the export, names;
/// that every document is the one the record names; and that no other file or folder is there. Nothing outside the folder
/// is needed. Documents are read piece by piece.
///
/// # Errors
/// The first break, naming the entry or the file.
pub fn verify(folder: &Path) -> Result<Verified, FirstBreak> {
    format(folder)?;
    let case: CaseData = json(folder, CASE_JSON)?;
    let entries: Vec<EntryData> = json(folder, RECORD_JSON)?;
    let head = chain(folder, &entries)?;
    let found = i64::try_from(entries.len()).unwrap_or(i64::MAX);
    if found != case.record_entries {
        return Err(FirstBreak::Length { expected: case.record_entries, found });
    }
    let mut hashes = bound(&entries)?;
    files(folder, &hashes)?;
    // From here on the metadata is what the office wrote.
    belongs(&case, &entries)?;
    documents(&case, &entries)?;
    hashes.extend(derived(folder, &entries)?);
    only(folder, |name| name == MANIFEST || hashes.contains_key(name))?;
    manifest(folder, &hashes)?;
    Ok(Verified {
        reference: case.reference,
        title: case.title,
        entries: entries.len(),
        documents: case.documents.len(),
        files: hashes.len() + 1,
        head: head.hex(),
    })
}

fn format(folder: &Path) -> Check<()> {
    #[derive(Deserialize)]
    struct Head {
        format: u64,
    }
    let head: Head = json(folder, CASE_JSON)?;
    if head.format != u64::from(FORMAT) {
        return Err(FirstBreak::Format { found: head.format });
    }
    Ok(())
}

fn chain(folder: &Path, entries: &[EntryData]) -> Check<Link> {
    let mut prev = Link::START;
    for (expected, e) in (1i64..).zip(entries) {
        let ordinal = e.entry["ordinal"].as_i64().unwrap_or(e.ordinal);
        if e.ordinal != expected || ordinal != expected {
            let found = if e.ordinal == expected { ordinal } else { e.ordinal };
            return Err(FirstBreak::Ordinal { expected, found });
        }
        if Link::parse(&e.prev) != Some(prev) {
            return Err(FirstBreak::Previous { ordinal: expected });
        }
        let text = canonical(&e.entry);
        let link = prev.next(&text);
        if Link::parse(&e.hash) != Some(link) {
            return Err(FirstBreak::Content { ordinal: expected });
        }
        let file = entry_file(expected);
        if read(folder, &file)? != text.as_bytes() {
            return Err(FirstBreak::EntryFile { file, ordinal: expected });
        }
        prev = link;
    }
    Ok(prev)
}

/// What the last entry, which must be that of the export, says of the files.
fn bound(entries: &[EntryData]) -> Check<Hashes> {
    let ordinal = entries.last().map_or(0, |e| e.ordinal);
    let named = entries.last().filter(|e| e.entry["action"] == EXPORTED).map(|e| &e.entry["details"]["files"]);
    let Some(Value::Object(named)) = named else { return Err(FirstBreak::NoExport { ordinal }) };
    let hash = |value: &Value| value.as_str().filter(|h| blob::parse_hash(h).is_some()).map(str::to_owned);
    let hashes: Option<Hashes> = named.iter().map(|(name, value)| Some((name.clone(), hash(value)?))).collect();
    let hashes = hashes.ok_or(FirstBreak::NoExport { ordinal })?;
    if !hashes.contains_key(CASE_JSON) {
        return Err(FirstBreak::NoExport { ordinal });
    }
    Ok(hashes)
}

fn files(folder: &Path, hashes: &Hashes) -> Check<()> {
    for (file, expected) in hashes {
        let found = hash_of(folder, file)?;
        if found != *expected {
            return Err(FirstBreak::Changed { file: file.clone(), expected: expected.clone(), found });
        }
    }
    Ok(())
}

fn belongs(case: &CaseData, entries: &[EntryData]) -> Check<()> {
    let other = |e: &&EntryData| e.entry["case"] != case.id.as_str() || e.entry["reference"] != case.reference.as_str();
    entries.iter().find(other).map_or(Ok(()), |e| Err(FirstBreak::OtherCase { ordinal: e.ordinal }))
}

fn documents(case: &CaseData, entries: &[EntryData]) -> Check<()> {
    let known: BTreeMap<&str, &str> = case.documents.iter().map(|d| (d.id.as_str(), d.sha256.as_str())).collect();
    let mut recorded = BTreeSet::new();
    for e in entries {
        let (Some(id), hash) = (e.entry["document"]["id"].as_str(), e.entry["document"]["sha256"].as_str()) else {
            continue;
        };
        if hash.is_none() || known.get(id).copied() != hash {
            return Err(FirstBreak::Document { ordinal: e.ordinal, document: id.to_owned() });
        }
        recorded.insert(id);
    }
    let unrecorded = case.documents.iter().find(|d| !recorded.contains(d.id.as_str()));
    unrecorded.map_or(Ok(()), |d| Err(FirstBreak::Unrecorded { file: d.file.clone() }))
}

/// The two files that no entry can name: the text of the last one, which the chain has proved, and the list of entries,
/// which must be what the entries give.
fn derived(folder: &Path, entries: &[EntryData]) -> Check<Hashes> {
    let malformed = |e: serde_json::Error| FirstBreak::Malformed { file: RECORD_JSON.into(), why: e.to_string() };
    let written = |e: &EntryData| {
        let entry = serde_json::from_str(&canonical(&e.entry))?;
        Ok(EntryData { ordinal: e.ordinal, prev: e.prev.to_lowercase(), hash: e.hash.to_lowercase(), entry })
    };
    let again = entries.iter().map(written).collect::<serde_json::Result<Vec<_>>>().map_err(malformed)?;
    let expected = sha256(pretty(&again).map_err(malformed)?.as_bytes());
    let found = hash_of(folder, RECORD_JSON)?;
    if found != expected {
        return Err(FirstBreak::Changed { file: RECORD_JSON.into(), expected, found });
    }
    let last = entry_file(again.last().map_or(0, |e| e.ordinal));
    let hash = hash_of(folder, &last)?;
    Ok(Hashes::from([(RECORD_JSON.to_owned(), found), (last, hash)]))
}

/// The manifest must be exactly what an export writes; the first line that is not is named.
fn manifest(folder: &Path, hashes: &Hashes) -> Check<()> {
    let bytes = read(folder, MANIFEST)?;
    let text =
        std::str::from_utf8(&bytes).map_err(|e| FirstBreak::Malformed { file: MANIFEST.into(), why: e.to_string() })?;
    let mut listed = BTreeSet::new();
    for (line, content) in (1..).zip(text.split_inclusive('\n')) {
        let odd = || FirstBreak::Line { line };
        let (hash, name) = content.strip_suffix('\n').and_then(|c| c.split_once("  ")).ok_or_else(odd)?;
        if listed.contains(name) {
            return Err(FirstBreak::Duplicate { file: name.to_owned() });
        }
        let in_order = listed.last().is_none_or(|before| *before < name);
        if !in_order || hashes.get(name).is_none_or(|expected| expected != hash) {
            return Err(odd());
        }
        listed.insert(name);
    }
    let unlisted = hashes.keys().find(|name| !listed.contains(name.as_str()));
    unlisted.map_or(Ok(()), |name| Err(FirstBreak::Unlisted { file: name.clone() }))
}
