//! Official receipt of what was sent (potwierdzenie złożenia).

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Language, Office, received_rows, title};
use crate::words::Words;

/// A file that was received.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Received {
    /// Name of the file as it was sent.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 of the content, hexadecimal.
    pub sha256: String,
}

/// A receipt: who sent what to whom, when it arrived and under which number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Receipt {
    /// Language of the fixed words.
    #[serde(default)]
    pub language: Language,
    /// The office that received.
    pub office: Office,
    /// Number of the receipt.
    pub number: String,
    /// Local time of receipt.
    pub received_at: DateTime,
    /// Name of the sender and what else is known of them, a line each.
    #[serde(default)]
    pub sender: Vec<String>,
    /// Name of the service.
    #[serde(default)]
    pub service: String,
    /// What was received.
    #[serde(default)]
    pub items: Vec<Received>,
    /// What happens next, or where to ask: a paragraph below the table.
    #[serde(default)]
    pub note: String,
}

impl Receipt {
    pub(super) fn view(&self, words: &Words) -> Value {
        json!({
            "title": title(&[words.get("receipt"), &self.number], words.get("receipt")),
            "received_text": words.date_time(self.received_at),
            "rows": received_rows(&self.items, words),
        })
    }
}
