//! Forms as data: steps with fields, conditions and checks. `docs/form.schema.json` describes the same for other
//! programs; the crate's README explains it to people.

pub(crate) mod check;
mod condition;
pub mod json_schema;
mod text;

pub use check::{Fault as SchemaFault, parse};
pub(crate) use check::{MAX_BYTES, pattern};
pub use condition::Condition;
use serde::{Deserialize, Serialize};
pub use text::Text;

/// A form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// The edition of this format: 1.
    pub format: u32,
    /// The form's title.
    pub title: Text,
    /// What to know before one begins.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub intro: Text,
    /// What the data are needed for (GDPR art. 13(1)(c)).
    pub purpose: Text,
    /// The lawful basis of processing them (GDPR art. 6 and the act of the matter).
    pub lawful_basis: Text,
    /// The steps, at least one.
    pub steps: Vec<Step>,
}

/// A step: one page of the form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Part of the address: small letters, digits, hyphens.
    pub id: String,
    /// The heading.
    pub title: Text,
    /// A sentence under the heading.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub intro: Text,
    /// When the step is shown; always if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// The fields, at least one.
    pub fields: Vec<Field>,
}

/// The kind of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One line.
    Text,
    /// Several lines.
    Textarea,
    /// A number, whole or with a decimal point.
    Number,
    /// An amount in złoty.
    Money,
    /// A day.
    Date,
    /// PESEL, checked.
    Pesel,
    /// NIP, checked.
    Nip,
    /// REGON, checked.
    Regon,
    /// A Polish postal code.
    PostalCode,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A bank account, checked.
    Iban,
    /// One of a list, folded.
    Select,
    /// One of a few.
    Radio,
    /// Yes or nothing.
    Checkbox,
    /// Any number of a few.
    Checkboxes,
    /// Files.
    File,
    /// A postal address: street, number, flat, postal code, town.
    Address,
    /// Words between the fields; no answer.
    Info,
    /// A declaration to confirm.
    Declaration,
}

impl Kind {
    /// Every kind, in the order the editor shows them.
    pub const ALL: &'static [Kind] = &[
        Kind::Text,
        Kind::Textarea,
        Kind::Radio,
        Kind::Select,
        Kind::Checkboxes,
        Kind::Checkbox,
        Kind::Number,
        Kind::Money,
        Kind::Date,
        Kind::Pesel,
        Kind::Nip,
        Kind::Regon,
        Kind::PostalCode,
        Kind::Email,
        Kind::Phone,
        Kind::Iban,
        Kind::Address,
        Kind::File,
        Kind::Info,
        Kind::Declaration,
    ];
    /// The word in the data.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Text => "text",
            Kind::Textarea => "textarea",
            Kind::Number => "number",
            Kind::Money => "money",
            Kind::Date => "date",
            Kind::Pesel => "pesel",
            Kind::Nip => "nip",
            Kind::Regon => "regon",
            Kind::PostalCode => "postal_code",
            Kind::Email => "email",
            Kind::Phone => "phone",
            Kind::Iban => "iban",
            Kind::Select => "select",
            Kind::Radio => "radio",
            Kind::Checkbox => "checkbox",
            Kind::Checkboxes => "checkboxes",
            Kind::File => "file",
            Kind::Address => "address",
            Kind::Info => "info",
            Kind::Declaration => "declaration",
        }
    }
    /// The kind of a word.
    pub fn parse(word: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|k| k.word() == word)
    }
    /// Whether one chooses from options.
    pub fn chooses(self) -> bool {
        matches!(self, Kind::Select | Kind::Radio | Kind::Checkboxes)
    }
    /// Whether there is an answer among the answers (files are kept beside them, information has none).
    pub fn answers(self) -> bool {
        !matches!(self, Kind::File | Kind::Info)
    }
}

/// One of the things to choose from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The value stored: small letters, digits, hyphens.
    pub value: String,
    /// The words shown.
    pub label: Text,
    /// A sentence under them.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub help: Text,
}

/// What of the account is filled in beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Prefill {
    /// Given name.
    GivenName,
    /// Family name.
    FamilyName,
    /// Both names.
    FullName,
    /// E-mail address.
    Email,
}

/// A pattern with what to say when an answer does not follow it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// A regular expression over the whole answer (syntax of the Rust crate `regex`, linear time).
    pub regex: String,
    /// What to say.
    pub message: Text,
}

/// Checks beyond the kind's own.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Validation {
    /// The least number or amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// The greatest number or amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
    /// Whole numbers only.
    #[serde(skip_serializing_if = "is_false")]
    pub whole: bool,
    /// The fewest characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minlength: Option<u32>,
    /// The most characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maxlength: Option<u32>,
    /// A pattern.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<Pattern>,
    /// The day may not lie after today.
    #[serde(skip_serializing_if = "is_false")]
    pub not_future: bool,
    /// The day may not lie before today.
    #[serde(skip_serializing_if = "is_false")]
    pub not_past: bool,
    /// The least age in years today of the person born on the day, or with the PESEL.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_age: Option<u32>,
    /// The most files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_files: Option<u32>,
}

fn is_false(b: &bool) -> bool {
    !*b
}

/// A field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Unique in the form: small letters, digits, underscores, beginning with a letter.
    pub id: String,
    /// The kind.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// The question. For `info` and `declaration` the text itself.
    pub label: Text,
    /// Help beside it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub help: Text,
    /// Whether it must be answered (when shown).
    #[serde(default, skip_serializing_if = "is_false")]
    pub required: bool,
    /// When it is shown; always if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// What to choose from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<Choice>,
    /// Checks.
    #[serde(default, skip_serializing_if = "is_default")]
    pub validation: Validation,
    /// The `autocomplete` token (WCAG 1.3.5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub autocomplete: Option<String>,
    /// What of the account is filled in beforehand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefill: Option<Prefill>,
    /// A unit after the control: "m²".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub suffix: String,
}

fn is_default(v: &Validation) -> bool {
    *v == Validation::default()
}

impl Form {
    /// The canonical text: what is stored and fingerprinted.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
    /// All fields, in order.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.steps.iter().flat_map(|s| &s.fields)
    }
    /// A field by its id.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields().find(|f| f.id == id)
    }
    /// A step by its id.
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|s| s.id == id)
    }
}
