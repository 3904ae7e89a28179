//! Moodle's own question files, read from a checkout whose path the variable `SZPON_MOODLE` gives. They are never
//! committed here; without the variable there is nothing to read.

use std::{env, fs, path::PathBuf};

use questions::{Finding, Import, Limits, Severity, aiken, gift, moodle};

fn folder() -> Option<PathBuf> {
    let folder = env::var_os("SZPON_MOODLE").map(|path| PathBuf::from(path).join("question/format"));
    if folder.is_none() {
        println!("SZPON_MOODLE is not set: nothing to read");
    }
    folder
}

fn files(folder: &PathBuf) -> Vec<(String, Vec<u8>)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<_> = entries
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            Some((path.file_name()?.to_str()?.to_owned(), fs::read(path).ok()?))
        })
        .collect();
    files.sort();
    files
}

/// The first refusal of each question.
fn refused(import: &Import) -> Vec<&Finding> {
    let mut refused: Vec<&Finding> = import.findings.iter().filter(|f| f.severity == Severity::Refused).collect();
    refused.dedup_by_key(|f| f.line);
    refused
}

#[test]
fn xml() {
    let Some(folder) = folder() else { return };
    for (name, bytes) in files(&folder.join("xml/tests/fixtures")) {
        let import = moodle::import(&bytes, &Limits::default()).unwrap_or_else(|f| panic!("{name}: {f:?}"));
        println!("{name}: {} taken, {:?}", import.entries.len(), import.findings);
        let expected = if name == "broken_cloze_questions.xml" { 5 } else { 0 };
        assert_eq!(refused(&import).len(), expected, "{name}: {:#?}", import.findings);
        // What was taken is written and read again without change.
        let again = moodle::import(moodle::export(&import.entries).text.as_bytes(), &Limits::default()).unwrap();
        assert_eq!(again.entries.len(), import.entries.len(), "{name}: {:#?}", again.findings);
    }
}

#[test]
fn gift_files() {
    let Some(folder) = folder() else { return };
    let mut all = files(&folder.join("gift/tests/fixtures"));
    all.extend(fs::read(folder.join("gift/examples.txt")).ok().map(|bytes| ("examples.txt".to_owned(), bytes)));
    for (name, bytes) in all {
        let import = gift::import(&bytes, &Limits::default()).unwrap_or_else(|f| panic!("{name}: {f:?}"));
        println!("{name}: {} taken, {:?}", import.entries.len(), import.findings);
        // One matches three times with the same word, two of them on the same side: nobody can get it wrong.
        let expected = usize::from(name == "questions_encoding_windows-1252.gift.txt");
        assert_eq!(refused(&import).len(), expected, "{name}: {:#?}", refused(&import));
        let again = gift::import(gift::export(&import.entries).text.as_bytes(), &Limits::default()).unwrap();
        assert_eq!(again.entries.len(), import.entries.len(), "{name}: {:#?}", again.findings);
    }
}

#[test]
fn aiken_files() {
    let Some(folder) = folder() else { return };
    for (name, bytes) in files(&folder.join("aiken/tests/fixtures")) {
        let import = aiken::import(&bytes, &Limits::default()).unwrap_or_else(|f| panic!("{name}: {f:?}"));
        println!("{name}: {} taken, {:?}", import.entries.len(), import.findings);
        // The file with errors names those that are none; how many there are differs between releases.
        let (taken, not) = match name.as_str() {
            "aiken_errors.txt" => (String::from_utf8_lossy(&bytes).matches("good question").count(), 3),
            _ => (import.entries.len(), 0),
        };
        assert_eq!((import.entries.len(), refused(&import).len()), (taken, not), "{name}: {:#?}", import.findings);
    }
}
