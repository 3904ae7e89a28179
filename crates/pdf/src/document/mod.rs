//! What a document says, as plain data: serde structures without any layout.
//!
//! An empty string or list means that the part is left out.

mod block;
mod certificate;
mod letter;
mod receipt;
mod record;
mod submission;

pub use block::{Block, Item, Run};
pub use certificate::Certificate;
pub use letter::{Letter, LetterClerk, Signature};
pub use receipt::{Receipt, Received};
pub use record::{CaseRecord, RecordEntry};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
pub use submission::{Submission, SubmissionField, SubmissionStep};

use crate::words::Words;

/// Language of the fixed words of a document and of its `Lang` entry.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Polish (`pl-PL`), the language of official acts (Act on the Polish language, art. 4 and 5).
    #[default]
    Pl,
    /// English (`en-GB`).
    En,
}

/// The office whose document it is, as its letterhead shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Office {
    /// Full name, such as "Urząd Miasta Łodzi".
    pub name: String,
    /// Postal address, a line each.
    pub address: Vec<String>,
    /// Telephone as it is to be printed.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Address of the website.
    pub website: String,
    /// Address for electronic delivery (adres do doręczeń elektronicznych, "AE:PL-…").
    pub e_delivery: String,
}

impl Office {
    /// An office of which only the name is known.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// A document that can be rendered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "document", rename_all = "snake_case")]
pub enum Document {
    /// An official letter (pismo): decision, certificate, summons, notice.
    Letter(Box<Letter>),
    /// Official receipt of what was sent (potwierdzenie złożenia).
    Receipt(Box<Receipt>),
    /// Record of a case (metryka sprawy).
    CaseRecord(Box<CaseRecord>),
    /// A filled form (wniosek złożony).
    Submission(Box<Submission>),
    /// Certificate of a completed course (zaświadczenie).
    Certificate(Box<Certificate>),
}

impl Document {
    /// Language of the fixed words.
    pub fn language(&self) -> Language {
        match self {
            Self::Letter(letter) => letter.language,
            Self::Receipt(receipt) => receipt.language,
            Self::CaseRecord(record) => record.language,
            Self::Submission(submission) => submission.language,
            Self::Certificate(certificate) => certificate.language,
        }
    }

    /// Name of the template, without ending.
    pub(crate) fn template(&self) -> &'static str {
        match self {
            Self::Letter(_) => "letter",
            Self::Receipt(_) => "receipt",
            Self::CaseRecord(_) => "record",
            Self::Submission(_) => "submission",
            Self::Certificate(_) => "certificate",
        }
    }

    /// The same document with every text changed by `change`.
    pub(crate) fn with_texts(&self, change: &mut impl FnMut(&mut String)) -> Result<Self, serde_json::Error> {
        let mut value = serde_json::to_value(self)?;
        each_text(&mut value, change);
        serde_json::from_value(value)
    }

    /// What the template reads: the data, with dates, sizes and titles already in words.
    pub(crate) fn view(&self, words: &Words) -> Result<Value, serde_json::Error> {
        let (mut data, extra) = match self {
            Self::Letter(letter) => (serde_json::to_value(letter)?, letter.view(words)),
            Self::Receipt(receipt) => (serde_json::to_value(receipt)?, receipt.view(words)),
            Self::CaseRecord(record) => (serde_json::to_value(record)?, record.view(words)),
            Self::Submission(submission) => (serde_json::to_value(submission)?, submission.view(words)),
            Self::Certificate(certificate) => (serde_json::to_value(certificate)?, certificate.view(words)),
        };
        if let (Value::Object(data), Value::Object(extra)) = (&mut data, extra) {
            data.extend(extra);
            data.insert("words".into(), words.value().clone());
        }
        Ok(data)
    }
}

impl From<Letter> for Document {
    fn from(letter: Letter) -> Self {
        Self::Letter(Box::new(letter))
    }
}

impl From<Receipt> for Document {
    fn from(receipt: Receipt) -> Self {
        Self::Receipt(Box::new(receipt))
    }
}

impl From<CaseRecord> for Document {
    fn from(record: CaseRecord) -> Self {
        Self::CaseRecord(Box::new(record))
    }
}

impl From<Submission> for Document {
    fn from(submission: Submission) -> Self {
        Self::Submission(Box::new(submission))
    }
}

impl From<Certificate> for Document {
    fn from(certificate: Certificate) -> Self {
        Self::Certificate(Box::new(certificate))
    }
}

/// Visits every text of a JSON value; keys stay as they are.
fn each_text(value: &mut Value, change: &mut impl FnMut(&mut String)) {
    match value {
        Value::String(text) => change(text),
        Value::Array(items) => items.iter_mut().for_each(|item| each_text(item, change)),
        Value::Object(fields) => fields.values_mut().for_each(|field| each_text(field, change)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Title for the properties of the file: the parts that are not empty, else the fallback.
fn title(parts: &[&str], fallback: &str) -> String {
    let parts: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { fallback.to_owned() } else { parts.join(" ") }
}

/// The rows of the table of received files.
fn received_rows(items: &[Received], words: &Words) -> Value {
    items
        .iter()
        .map(|item| json!({ "name": item.name, "size": words.size(item.size), "sha256": item.sha256 }))
        .collect()
}
