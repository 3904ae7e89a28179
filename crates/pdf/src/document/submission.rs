//! A filled form (wniosek złożony).

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Language, Office, Received, received_rows, title};
use crate::words::Words;

/// A field with its answer as text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SubmissionField {
    /// Label of the field.
    pub label: String,
    /// Answer; an empty one is shown as a dash.
    pub value: String,
}

/// A step of the form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SubmissionStep {
    /// Title of the step.
    pub title: String,
    /// Its fields.
    pub fields: Vec<SubmissionField>,
}

/// The form as the citizen filled it in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Submission {
    /// Language of the fixed words.
    #[serde(default)]
    pub language: Language,
    /// The office it goes to.
    pub office: Office,
    /// Name of the service; the document's title.
    #[serde(default)]
    pub service: String,
    /// Number given on receipt; empty before sending.
    #[serde(default)]
    pub number: String,
    /// Local time of sending; without it the document is marked PROJEKT.
    #[serde(default)]
    pub sent_at: Option<DateTime>,
    /// Name of the sender and what else is known of them, a line each.
    #[serde(default)]
    pub sender: Vec<String>,
    /// The steps with their fields.
    #[serde(default)]
    pub steps: Vec<SubmissionStep>,
    /// Attached files.
    #[serde(default)]
    pub attachments: Vec<Received>,
    /// Declarations the sender confirmed, a paragraph each.
    #[serde(default)]
    pub declarations: Vec<String>,
}

impl Submission {
    pub(super) fn view(&self, words: &Words) -> Value {
        json!({
            "title": title(&[&self.service, &self.number], words.get("submission")),
            "sent_text": self.sent_at.map(|at| words.date_time(at)).unwrap_or_default(),
            "draft": self.sent_at.is_none(),
            "rows": received_rows(&self.attachments, words),
        })
    }
}
