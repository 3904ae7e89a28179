//! Certificate of a completed course (zaświadczenie o ukończeniu kursu).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Block, Language, Office, block, title};
use crate::{qr, words::Words};

/// A certificate: who completed what, how much it was, how long it counts, and where one checks it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Certificate {
    /// Language of the fixed words.
    #[serde(default)]
    pub language: Language,
    /// The office that issues it.
    pub office: Office,
    /// One to three letters for the office's sign.
    #[serde(default)]
    pub monogram: String,
    /// What it is called: "Zaświadczenie o ukończeniu kursu".
    pub heading: String,
    /// Its number: "SZ/2026/000123".
    pub number: String,
    /// Words above the person's name: "otrzymuje".
    #[serde(default)]
    pub opening: String,
    /// The person.
    pub person: String,
    /// Words between the person's name and the course's: "za ukończenie kursu".
    #[serde(default)]
    pub between: String,
    /// The course.
    pub course: String,
    /// The day the course was completed.
    pub completed: Date,
    /// The day of issue.
    pub issued: Date,
    /// Minutes the course takes; 0 leaves them out.
    #[serde(default)]
    pub minutes: u32,
    /// Until which day it counts, that day included; none for ever.
    #[serde(default)]
    pub expires: Option<Date>,
    /// What one who has it can do.
    #[serde(default)]
    pub outcomes: Vec<String>,
    /// What the office adds, below.
    #[serde(default)]
    pub body: Vec<Block>,
    /// Who signs for the office.
    #[serde(default)]
    pub signer: String,
    /// Their position.
    #[serde(default)]
    pub position: String,
    /// The code to type where a scanner is not at hand: "ACDE-FGHJ-KMNP".
    #[serde(default)]
    pub code: String,
    /// The address where anyone can check it, in full; also the content of the QR code.
    pub address: String,
}

/// The longest address that is printed, in bytes.
const LONGEST: usize = 1000;

impl Certificate {
    pub(super) fn view(&self, words: &Words) -> Value {
        // Long texts were given places to break at; the code must hold the address itself.
        let address: String = self.address.chars().filter(char::is_ascii_graphic).collect();
        let address = if address.len() > LONGEST { String::new() } else { address };
        json!({
            "title": title(&[&self.heading, &self.number], words.get("certificate")),
            "completed_text": words.date(self.completed),
            "issued_text": words.date(self.issued),
            "expires_text": self.expires.map_or_else(|| words.get("certificate_forever").to_owned(), |day| words.date(day)),
            "hours_text": if self.minutes == 0 { String::new() } else { words.hours(self.minutes) },
            "body": block::even(&self.body, 1),
            "qr": qr::svg(&address),
            "qr_alt": format!("{} {address}", words.get("certificate_qr")),
            "link": address,
        })
    }
}
