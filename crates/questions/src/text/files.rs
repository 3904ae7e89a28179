//! Files that came inside a question file.

use std::collections::BTreeMap;

/// The most files of one question.
const MOST_FILES: usize = 100;

/// A file that belongs to a question: a picture, a recording. Texts name it as `files/NAME`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name, unique within the question: letters, digits, `.`, `-`, `_`; no folders.
    pub name: String,
    /// The text alternative of the first picture that shows it; empty when the author gave none.
    pub alt: String,
    /// What it holds. Not looked into: check its kind before showing it to anybody.
    pub bytes: Vec<u8>,
}

/// The files of one question while it is read.
#[derive(Debug, Default)]
pub struct Files {
    taken: Vec<Attachment>,
    /// From the name in the text being read to the name in `taken`.
    names: BTreeMap<String, String>,
}

impl Files {
    /// Begins a new text: names of files are only known within the element that carries them.
    pub fn begin(&mut self) {
        self.names.clear();
    }

    /// Whether no more files should be added.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.taken.len() >= MOST_FILES
    }

    /// Adds a file; a file with the same content is kept once, another with the same name gets a number.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) -> String {
        let safe = safe_name(name);
        let mut candidate = safe.clone();
        let mut number = 2;
        while let Some(other) = self.taken.iter().find(|f| f.name == candidate) {
            if other.bytes == bytes {
                self.names.insert(name.to_owned(), candidate.clone());
                return candidate;
            }
            candidate = match safe.rsplit_once('.') {
                Some((stem, end)) => format!("{stem}-{number}.{end}"),
                None => format!("{safe}-{number}"),
            };
            number += 1;
        }
        self.names.insert(name.to_owned(), candidate.clone());
        self.taken.push(Attachment { name: candidate.clone(), alt: String::new(), bytes });
        candidate
    }

    /// The name under which a file of the text being read was taken.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&str> {
        self.names.get(name).map(String::as_str)
    }

    /// Notes a text alternative.
    pub fn describe(&mut self, name: &str, alt: &str) {
        if let Some(file) = self.taken.iter_mut().find(|f| f.name == name && f.alt.is_empty()) {
            alt.clone_into(&mut file.alt);
        }
    }

    /// All files of the question.
    #[must_use]
    pub fn into_attachments(self) -> Vec<Attachment> {
        self.taken
    }
}

fn safe_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let mut safe: String = lemma::fold(last)
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || ".-_".contains(c) { c } else { '-' })
        .collect();
    safe.truncate(100);
    let safe = safe.trim_matches(['.', '-']);
    if safe.is_empty() { "file".to_owned() } else { safe.to_owned() }
}
