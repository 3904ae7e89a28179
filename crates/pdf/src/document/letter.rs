//! An official letter (pismo).

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Block, Language, Office, block, title};
use crate::words::Words;

/// The official who handles the case, as the letter's foot names them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LetterClerk {
    /// First name and surname.
    pub name: String,
    /// Telephone.
    pub phone: String,
    /// E-mail address.
    pub email: String,
}

/// Who signs a letter, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Signature {
    /// First name and surname.
    pub name: String,
    /// Position, also "z up. Prezydenta Miasta" and such.
    pub position: String,
    /// Local time of signing; without it the letter shows no line on the electronic signature.
    pub signed: Option<DateTime>,
    /// Name of the system the letter was signed in.
    pub system: String,
}

/// An official letter with the parts that the Code of Administrative Procedure asks of a decision
/// (KPA art. 107 § 1): office, date, party, legal basis, ruling, reasons, instruction, signature.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Letter {
    /// Language of the fixed words.
    #[serde(default)]
    pub language: Language,
    /// The office that writes.
    pub office: Office,
    /// Its unit (komórka organizacyjna).
    #[serde(default)]
    pub unit: String,
    /// Place in the nominative, as it stands before the date.
    #[serde(default)]
    pub place: String,
    /// Date of the letter.
    pub date: Date,
    /// Case reference (znak sprawy).
    #[serde(default)]
    pub reference: String,
    /// The other side's reference or date, if the letter answers one.
    #[serde(default)]
    pub your_reference: String,
    /// Name and address of the addressee, a line each; the first line is set bold.
    #[serde(default)]
    pub addressee: Vec<String>,
    /// Kind of letter as printed: "Decyzja", "Zaświadczenie", "Wezwanie", "Zawiadomienie".
    #[serde(default)]
    pub kind: String,
    /// What it is about, below the kind: "w sprawie …".
    #[serde(default)]
    pub subject: String,
    /// Legal basis, a sentence starting with "Na podstawie".
    #[serde(default)]
    pub legal_basis: String,
    /// The letter itself; of a decision, the ruling.
    #[serde(default)]
    pub body: Vec<Block>,
    /// Reasons (uzasadnienie).
    #[serde(default)]
    pub reasons: Vec<Block>,
    /// Instruction on appeal (pouczenie).
    #[serde(default)]
    pub appeal: Vec<Block>,
    /// Who signs.
    #[serde(default)]
    pub signature: Option<Signature>,
    /// Attachments (załączniki).
    #[serde(default)]
    pub attachments: Vec<String>,
    /// Distribution list (otrzymują).
    #[serde(default)]
    pub distribution: Vec<String>,
    /// Who handles the case (sprawę prowadzi).
    #[serde(default)]
    pub clerk: Option<LetterClerk>,
    /// Note on personal data (GDPR art. 13), in small print at the end.
    #[serde(default)]
    pub privacy: String,
    /// Not final: marked PROJEKT on every page and in the text.
    #[serde(default)]
    pub draft: bool,
}

impl Letter {
    /// An empty letter of an office.
    pub fn new(office: impl Into<String>, place: impl Into<String>, date: Date) -> Self {
        Self {
            language: Language::Pl,
            office: Office::named(office),
            unit: String::new(),
            place: place.into(),
            date,
            reference: String::new(),
            your_reference: String::new(),
            addressee: Vec::new(),
            kind: String::new(),
            subject: String::new(),
            legal_basis: String::new(),
            body: Vec::new(),
            reasons: Vec::new(),
            appeal: Vec::new(),
            signature: None,
            attachments: Vec::new(),
            distribution: Vec::new(),
            clerk: None,
            privacy: String::new(),
            draft: false,
        }
    }

    pub(super) fn view(&self, words: &Words) -> Value {
        let place = self.place.trim();
        let date = words.date(self.date);
        json!({
            "title": title(&[&self.kind, &self.subject, &self.reference], words.get("letter")),
            "place_date": if place.is_empty() { date } else { format!("{place}, {date}") },
            "body": block::even(&self.body, 1),
            "reasons": block::even(&self.reasons, 2),
            "appeal": block::even(&self.appeal, 2),
            "signed_text": self.signature.as_ref().and_then(|signature| {
                let signed = words.date_time(signature.signed?);
                let system = signature.system.trim();
                Some(if system.is_empty() {
                    format!("{} {signed}", words.get("signed"))
                } else {
                    format!("{} {system}, {signed}", words.get("signed_in"))
                })
            }).unwrap_or_default(),
        })
    }
}
