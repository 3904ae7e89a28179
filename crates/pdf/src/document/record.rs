//! Record of a case (metryka sprawy, KPA art. 66a).

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Language, Office, title};
use crate::words::Words;

/// One action in a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordEntry {
    /// Place in the record, from 1.
    pub ordinal: u64,
    /// Local time of the action.
    pub at: DateTime,
    /// Who acted.
    #[serde(default)]
    pub person: String,
    /// Their position.
    #[serde(default)]
    pub position: String,
    /// What was done.
    #[serde(default)]
    pub action: String,
    /// Identifier of the document it concerns; may be empty.
    #[serde(default)]
    pub document: String,
    /// Beginning of the entry's hash.
    #[serde(default)]
    pub hash: String,
}

/// The record of a case: every action with time and person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseRecord {
    /// Language of the fixed words.
    #[serde(default)]
    pub language: Language,
    /// The office that keeps the case.
    pub office: Office,
    /// Case reference (znak sprawy).
    pub reference: String,
    /// Title of the case.
    pub title: String,
    /// The actions.
    #[serde(default)]
    pub entries: Vec<RecordEntry>,
    /// Full hash of the last entry; proves all before it.
    #[serde(default)]
    pub head: String,
    /// Local time at which this printout was made.
    pub printed_at: DateTime,
}

impl CaseRecord {
    pub(super) fn view(&self, words: &Words) -> Value {
        json!({
            "case_title": self.title,
            "title": title(&[words.get("record"), &self.reference, &self.title], words.get("record")),
            "printed_text": words.date_time(self.printed_at),
            "rows": self.entries.iter().map(|entry| json!({
                "ordinal": entry.ordinal.to_string(),
                "date": words.date_short(entry.at.date()),
                "time": words.time(entry.at),
                "person": entry.person,
                "position": entry.position,
                "action": entry.action,
                "document": entry.document,
                "hash": entry.hash,
            })).collect::<Value>(),
        })
    }
}
