//! The proof of an export, with nothing but its folder. Nothing in the folder is believed before it is checked.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::Path,
};

use serde::de::DeserializeOwned;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::{CASE_JSON, CaseData, EntryData, MANIFEST, RECORD_JSON, entry_file};
use crate::{canonical::canonical, chain::Link};

/// The largest file of metadata that is read whole, in bytes.
const LARGEST: u64 = 256 << 20;

/// A folder that is whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The reference of the case.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// How many entries the record has.
    pub entries: usize,
    /// How many documents.
    pub documents: usize,
    /// How many files, the manifest included.
    pub files: usize,
    /// The last link, to be compared with the one the office's program shows.
    pub head: String,
}

/// The first thing found wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FirstBreak {
    /// A file cannot be read.
    #[error("{file}: nie można odczytać ({why})")]
    Unreadable {
        /// Which.
        file: String,
        /// Why.
        why: String,
    },
    /// A file of metadata does not have its shape.
    #[error("{file}: plik ma niewłaściwą budowę ({why})")]
    Malformed {
        /// Which.
        file: String,
        /// Why.
        why: String,
    },
    /// The record has an entry too few, too many, or in the wrong place.
    #[error("metryka: w miejscu wpisu {expected} stoi wpis {found}; wpis usunięto, dodano lub przestawiono")]
    Ordinal {
        /// The entry expected.
        expected: i64,
        /// The one that stands there.
        found: i64,
    },
    /// An entry does not continue the one before.
    #[error("metryka, wpis {ordinal}: nie łączy się z wpisem poprzednim")]
    Previous {
        /// Which entry.
        ordinal: i64,
    },
    /// An entry's content does not give its hash.
    #[error("metryka, wpis {ordinal}: treść nie zgadza się ze skrótem; wpis zmieniono")]
    Content {
        /// Which entry.
        ordinal: i64,
    },
    /// The file of an entry is not the text of the entry.
    #[error("{file}: nie jest to treść wpisu {ordinal} z pliku metryka.json")]
    EntryFile {
        /// Which file.
        file: String,
        /// Of which entry.
        ordinal: i64,
    },
    /// The record does not have as many entries as the case says, or does not end with its last link.
    #[error("metryka: powinna mieć wpisów: {expected}, a ma {found}; obcięto ją lub dopisano do niej")]
    Length {
        /// Entries according to the metadata.
        expected: i64,
        /// Entries found.
        found: i64,
    },
    /// The last link is another than the case says.
    #[error("metryka: ostatni skrót to {found}, a według opisu sprawy powinien być {expected}")]
    Head {
        /// The link according to the metadata.
        expected: String,
        /// The link found.
        found: String,
    },
    /// An entry belongs to another case.
    #[error("metryka, wpis {ordinal}: należy do innej sprawy")]
    OtherCase {
        /// Which entry.
        ordinal: i64,
    },
    /// A file that should be there is not.
    #[error("{file}: brakuje tego pliku")]
    Missing {
        /// Which.
        file: String,
    },
    /// A file that should not be there is.
    #[error("{file}: obcy plik, którego nie ma w spisie")]
    Foreign {
        /// Which.
        file: String,
    },
    /// A file was changed.
    #[error("{file}: plik zmieniono (skrót {found} zamiast {expected})")]
    Changed {
        /// Which.
        file: String,
        /// Its hash as it should be.
        expected: String,
        /// Its hash as it is.
        found: String,
    },
    /// A document that the record names is not in the export, or with another hash.
    #[error("metryka, wpis {ordinal}: dokument {document} ma w opisie sprawy inny skrót albo go tam nie ma")]
    Document {
        /// Which entry.
        ordinal: i64,
        /// Which document.
        document: String,
    },
    /// A document that no entry of the record names.
    #[error("{file}: metryka nie zna tego dokumentu")]
    Unrecorded {
        /// Which file.
        file: String,
    },
}

type Check<T> = Result<T, FirstBreak>;

/// Checks a folder: the chain of the record link by link, that every document is the one the record names, and that
/// every file is listed with its hash and none is there besides. Nothing outside the folder is needed.
///
/// # Errors
/// The first break, naming the entry or the file.
pub fn verify(folder: &Path) -> Result<Verified, FirstBreak> {
    let case: CaseData = json(folder, CASE_JSON)?;
    let entries: Vec<EntryData> = json(folder, RECORD_JSON)?;
    let head = chain(folder, &case, &entries)?;
    documents(folder, &case, &entries)?;
    let files = manifest(folder)?;
    Ok(Verified {
        reference: case.reference,
        title: case.title,
        entries: entries.len(),
        documents: case.documents.len(),
        files,
        head: head.hex(),
    })
}

fn chain(folder: &Path, case: &CaseData, entries: &[EntryData]) -> Check<Link> {
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
        if e.entry["case"] != case.id.as_str() || e.entry["reference"] != case.reference.as_str() {
            return Err(FirstBreak::OtherCase { ordinal: expected });
        }
        let file = entry_file(expected);
        if read(folder, &file)? != text.as_bytes() {
            return Err(FirstBreak::EntryFile { file, ordinal: expected });
        }
        prev = link;
    }
    let found = i64::try_from(entries.len()).unwrap_or(i64::MAX);
    if found != case.record_entries {
        return Err(FirstBreak::Length { expected: case.record_entries, found });
    }
    if prev.hex() != case.record_head {
        return Err(FirstBreak::Head { expected: case.record_head.clone(), found: prev.hex() });
    }
    Ok(prev)
}

fn documents(folder: &Path, case: &CaseData, entries: &[EntryData]) -> Check<()> {
    let mut recorded = BTreeMap::new();
    for (ordinal, e) in (1i64..).zip(entries) {
        let (Some(id), hash) = (e.entry["document"]["id"].as_str(), &e.entry["document"]["sha256"]) else { continue };
        let known = case.documents.iter().find(|d| d.id == id);
        if known.is_none_or(|d| *hash != Value::String(d.sha256.clone())) {
            return Err(FirstBreak::Document { ordinal, document: id.to_owned() });
        }
        recorded.insert(id.to_owned(), ordinal);
    }
    for d in &case.documents {
        if !recorded.contains_key(&d.id) {
            return Err(FirstBreak::Unrecorded { file: d.file.clone() });
        }
        let found = hash_of(folder, &d.file)?;
        if found != d.sha256 {
            return Err(FirstBreak::Changed { file: d.file.clone(), expected: d.sha256.clone(), found });
        }
    }
    Ok(())
}

/// Checks every file against the manifest and gives the number of files.
fn manifest(folder: &Path) -> Check<usize> {
    let bytes = read(folder, MANIFEST)?;
    let malformed = |why: &str| FirstBreak::Malformed { file: MANIFEST.into(), why: why.into() };
    let text = String::from_utf8(bytes).map_err(|_| malformed("UTF-8"))?;
    let mut listed = BTreeMap::new();
    for line in text.lines() {
        let (hash, name) = line.split_once("  ").ok_or_else(|| malformed(line))?;
        if blob::parse_hash(hash).is_none() || listed.insert(name.to_owned(), hash.to_owned()).is_some() {
            return Err(malformed(line));
        }
    }
    let mut there = BTreeSet::new();
    walk(folder, folder, &mut there, 0)?;
    for (name, expected) in &listed {
        if !there.contains(name) {
            return Err(FirstBreak::Missing { file: name.clone() });
        }
        let found = hash_of(folder, name)?;
        if found != *expected {
            return Err(FirstBreak::Changed { file: name.clone(), expected: expected.clone(), found });
        }
    }
    if let Some(foreign) = there.iter().find(|name| name.as_str() != MANIFEST && !listed.contains_key(*name)) {
        return Err(FirstBreak::Foreign { file: foreign.clone() });
    }
    Ok(there.len())
}

/// All files below a folder by their names within it. Anything but a plain file or folder is foreign.
fn walk(root: &Path, folder: &Path, files: &mut BTreeSet<String>, depth: usize) -> Check<()> {
    let name_of = |path: &Path| {
        let parts = path.strip_prefix(root).unwrap_or(path).components();
        parts.map(|p| p.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/")
    };
    let unreadable = |path: &Path, e: &io::Error| FirstBreak::Unreadable { file: name_of(path), why: e.to_string() };
    for item in fs::read_dir(folder).map_err(|e| unreadable(folder, &e))? {
        let item = item.map_err(|e| unreadable(folder, &e))?;
        let (path, kind) = (item.path(), item.file_type().map_err(|e| unreadable(folder, &e))?);
        if kind.is_dir() && depth < 4 {
            walk(root, &path, files, depth + 1)?;
        } else if kind.is_file() {
            files.insert(name_of(&path));
        } else {
            return Err(FirstBreak::Foreign { file: name_of(&path) });
        }
    }
    Ok(())
}

/// Where a file lies, if its name stays within the folder and it is a plain file.
fn place(folder: &Path, name: &str) -> Check<std::path::PathBuf> {
    let plain = !name.is_empty()
        && !name.contains(['\\', ':', '\0'])
        && name.split('/').all(|part| !part.is_empty() && part != "." && part != "..");
    if !plain {
        return Err(FirstBreak::Foreign { file: name.to_owned() });
    }
    let path = folder.join(name);
    match fs::symlink_metadata(&path) {
        Ok(meta) if meta.is_file() => Ok(path),
        Ok(_) => Err(FirstBreak::Foreign { file: name.to_owned() }),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Err(FirstBreak::Missing { file: name.to_owned() }),
        Err(e) => Err(FirstBreak::Unreadable { file: name.to_owned(), why: e.to_string() }),
    }
}

fn read(folder: &Path, name: &str) -> Check<Vec<u8>> {
    let path = place(folder, name)?;
    let unreadable = |e: io::Error| FirstBreak::Unreadable { file: name.to_owned(), why: e.to_string() };
    if fs::metadata(&path).map_err(unreadable)?.len() > LARGEST {
        return Err(FirstBreak::Malformed { file: name.to_owned(), why: "za duży".into() });
    }
    fs::read(path).map_err(|e| FirstBreak::Unreadable { file: name.to_owned(), why: e.to_string() })
}

fn json<T: DeserializeOwned>(folder: &Path, name: &str) -> Check<T> {
    serde_json::from_slice(&read(folder, name)?)
        .map_err(|e| FirstBreak::Malformed { file: name.to_owned(), why: e.to_string() })
}

fn hash_of(folder: &Path, name: &str) -> Check<String> {
    let unreadable = |e: io::Error| FirstBreak::Unreadable { file: name.to_owned(), why: e.to_string() };
    let mut file = fs::File::open(place(folder, name)?).map_err(unreadable)?;
    let mut digest = Sha256::new();
    let mut buffer = vec![0u8; 256 << 10];
    loop {
        let n = io::Read::read(&mut file, &mut buffer).map_err(unreadable)?;
        match buffer.get(..n).filter(|piece| !piece.is_empty()) {
            Some(piece) => digest.update(piece),
            None => return Ok(hex::encode(digest.finalize())),
        }
    }
}
