//! What a letter or a template says, part by part. KPA art. 107 § 1 asks for these parts of a decision.

use serde::{Deserialize, Serialize};

use crate::{
    msg,
    words::{Faults, MAX_PART, MAX_SHORT, line, lines},
};

db::text_enum! {
    /// The kind of letter.
    pub enum Kind {
        /// Zawiadomienie.
        Notice = "notice",
        /// Wezwanie.
        Summons = "summons",
        /// Zaświadczenie.
        Certificate = "certificate",
        /// Decyzja.
        Decision = "decision",
        /// Postanowienie.
        Order = "order",
        /// Odpowiedź.
        Answer = "answer",
        /// Any other letter.
        Letter = "letter",
    }
}

impl Kind {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Kind::Notice => msg::LETTERS_KIND_NOTICE,
            Kind::Summons => msg::LETTERS_KIND_SUMMONS,
            Kind::Certificate => msg::LETTERS_KIND_CERTIFICATE,
            Kind::Decision => msg::LETTERS_KIND_DECISION,
            Kind::Order => msg::LETTERS_KIND_ORDER,
            Kind::Answer => msg::LETTERS_KIND_ANSWER,
            Kind::Letter => msg::LETTERS_KIND_LETTER,
        }
    }
}

/// The parts of a letter. Empty parts are left out of the document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Content {
    /// The heading as printed: "Decyzja". May be empty.
    pub heading: String,
    /// What it is about, below the heading: "w sprawie …".
    pub subject: String,
    /// Name and address of the addressee, a line each.
    pub addressee: String,
    /// Legal basis: a sentence beginning with "Na podstawie".
    pub legal_basis: String,
    /// The letter itself, in Markdown; of a decision, the ruling.
    pub body: String,
    /// Reasons (uzasadnienie), in Markdown.
    pub reasons: String,
    /// Instruction (pouczenie), in Markdown.
    pub instruction: String,
    /// Attachments, a line each.
    pub attachments: String,
    /// Distribution list (otrzymują), a line each.
    pub distribution: String,
}

/// The parts by their field names, with the key of each label and whether it is one line.
pub const PARTS: &[(&str, &str, bool)] = &[
    ("heading", msg::LETTERS_PART_HEADING, true),
    ("subject", msg::LETTERS_PART_SUBJECT, true),
    ("addressee", msg::LETTERS_PART_ADDRESSEE, false),
    ("legal_basis", msg::LETTERS_PART_LEGAL_BASIS, false),
    ("body", msg::LETTERS_PART_BODY, false),
    ("reasons", msg::LETTERS_PART_REASONS, false),
    ("instruction", msg::LETTERS_PART_INSTRUCTION, false),
    ("attachments", msg::LETTERS_PART_ATTACHMENTS, false),
    ("distribution", msg::LETTERS_PART_DISTRIBUTION, false),
];

impl Content {
    /// A part by its field name; empty for an unknown one.
    pub fn part(&self, name: &str) -> &str {
        match name {
            "heading" => &self.heading,
            "subject" => &self.subject,
            "addressee" => &self.addressee,
            "legal_basis" => &self.legal_basis,
            "body" => &self.body,
            "reasons" => &self.reasons,
            "instruction" => &self.instruction,
            "attachments" => &self.attachments,
            "distribution" => &self.distribution,
            _ => "",
        }
    }
    /// The same content with every part made by a function of its name and text.
    #[must_use]
    pub fn map(&self, mut each: impl FnMut(&'static str, &str) -> String) -> Self {
        Self {
            heading: each("heading", &self.heading),
            subject: each("subject", &self.subject),
            addressee: each("addressee", &self.addressee),
            legal_basis: each("legal_basis", &self.legal_basis),
            body: each("body", &self.body),
            reasons: each("reasons", &self.reasons),
            instruction: each("instruction", &self.instruction),
            attachments: each("attachments", &self.attachments),
            distribution: each("distribution", &self.distribution),
        }
    }
    /// Read from a form's fields.
    pub fn from_fields(fields: &web::Fields) -> Self {
        Self::default().map(|name, _| fields.get(name).to_owned()).tidy()
    }
    /// One kind of line end, no control characters; one-line parts on one line.
    #[must_use]
    pub fn tidy(&self) -> Self {
        self.map(|name, text| {
            let one_line = PARTS.iter().any(|(part, _, one)| *part == name && *one);
            if one_line { line(text) } else { lines(text) }
        })
    }
    /// What the letter is called in lists: its heading and subject, at most 300 characters.
    pub fn title(&self) -> String {
        let both = [self.heading.as_str(), self.subject.as_str()];
        let title = both.into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" ");
        // "dotyczy: …" alone begins like a sentence in lists and headings.
        let mut letters = title.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).take(MAX_SHORT).collect()
    }
    /// Makes sure that it can be kept: it says something, and no part is endless.
    pub(crate) fn check(&self, faults: &mut Faults) {
        for (name, _, one_line) in PARTS {
            faults.short(name, self.part(name), if *one_line { MAX_SHORT } else { MAX_PART });
        }
        if self.heading.is_empty() && self.subject.is_empty() {
            faults.add("heading", msg::LETTERS_FIELD_TITLE, Vec::new());
        }
        if self.body.is_empty() {
            faults.add("body", web::msg::FIELD_REQUIRED, Vec::new());
        }
    }
    /// Lines of a part, without empty ones.
    pub(crate) fn lines_of(text: &str) -> Vec<String> {
        text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_listed_once_and_can_be_read_back() {
        let content = Content::default().map(|name, _| name.to_owned());
        for (name, ..) in PARTS {
            assert_eq!(content.part(name), *name);
        }
        assert_eq!(PARTS.len(), 9);
    }

    #[test]
    fn a_letter_without_text_is_not_kept() {
        let mut faults = Faults::default();
        Content::default().check(&mut faults);
        let fault = faults.done().unwrap_err();
        assert_eq!(fault.fields.iter().map(|f| f.field.as_str()).collect::<Vec<_>>(), ["heading", "body"]);
    }
}
