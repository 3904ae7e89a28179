//! Reading a folder that nobody vouches for: no name leads out of it, nothing but plain files is opened, none is read
//! whole that is not small.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};

use super::{DOCUMENTS_DIR, RECORD_DIR, breaks::FirstBreak};

/// The largest file of metadata that is read whole, in bytes.
const LARGEST: u64 = 256 << 20;
/// How much of a file is read at once, in bytes.
const PIECE: usize = 256 << 10;

pub(super) type Check<T> = Result<T, FirstBreak>;

/// Looks at every name below the folder; anything but plain files that are expected, in the two folders an export has, is
/// foreign.
pub(super) fn only(folder: &Path, expected: impl Fn(&str) -> bool) -> Check<()> {
    for dir in ["", RECORD_DIR, DOCUMENTS_DIR] {
        let inside = if dir.is_empty() { String::new() } else { format!("{dir}/") };
        let unreadable = |e: io::Error| FirstBreak::Unreadable { file: inside.clone(), why: e.to_string() };
        let list = match fs::read_dir(folder.join(dir)) {
            Ok(list) => list,
            // Files that should be in it are missed by name.
            Err(e) if !dir.is_empty() && e.kind() == io::ErrorKind::NotFound => continue,
            Err(e) => return Err(unreadable(e)),
        };
        for item in list {
            let item = item.map_err(unreadable)?;
            let name = format!("{inside}{}", item.file_name().to_string_lossy());
            let kind = item.file_type().map_err(unreadable)?;
            let known_folder = dir.is_empty() && kind.is_dir() && [RECORD_DIR, DOCUMENTS_DIR].contains(&name.as_str());
            let known_file = kind.is_file() && expected(&name);
            if !known_folder && !known_file {
                return Err(FirstBreak::Foreign { file: name });
            }
        }
    }
    Ok(())
}

/// Where a file lies, if its name stays within the folder and it is a plain file.
fn place(folder: &Path, name: &str) -> Check<PathBuf> {
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
        Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            Err(FirstBreak::Missing { file: name.to_owned() })
        }
        Err(e) => Err(FirstBreak::Unreadable { file: name.to_owned(), why: e.to_string() }),
    }
}

pub(super) fn read(folder: &Path, name: &str) -> Check<Vec<u8>> {
    let path = place(folder, name)?;
    let unreadable = |e: io::Error| FirstBreak::Unreadable { file: name.to_owned(), why: e.to_string() };
    let size = fs::metadata(&path).map_err(unreadable)?.len();
    if size > LARGEST {
        let why = format!("{} MB > {} MB", size >> 20, LARGEST >> 20);
        return Err(FirstBreak::Malformed { file: name.to_owned(), why });
    }
    fs::read(path).map_err(unreadable)
}

pub(super) fn json<T: DeserializeOwned>(folder: &Path, name: &str) -> Check<T> {
    serde_json::from_slice(&read(folder, name)?)
        .map_err(|e| FirstBreak::Malformed { file: name.to_owned(), why: e.to_string() })
}

/// SHA-256 of a file, piece by piece.
pub(super) fn hash_of(folder: &Path, name: &str) -> Check<String> {
    let unreadable = |e: io::Error| FirstBreak::Unreadable { file: name.to_owned(), why: e.to_string() };
    let mut file = fs::File::open(place(folder, name)?).map_err(unreadable)?;
    let mut digest = Sha256::new();
    let mut buffer = vec![0u8; PIECE];
    loop {
        let n = io::Read::read(&mut file, &mut buffer).map_err(unreadable)?;
        match buffer.get(..n).filter(|piece| !piece.is_empty()) {
            Some(piece) => digest.update(piece),
            None => return Ok(hex::encode(digest.finalize())),
        }
    }
}
