//! The texts of a service as an administrator edits them, and whether they will do.

use kernel::{Fault, FieldFault, Result, ids::UnitId};
use law::term::Unit;

use crate::{
    msg,
    service::{Level, ServiceRow, Topic},
};

/// The texts of a service as an administrator edits them.
#[derive(Debug, Clone, PartialEq)]
pub struct Texts {
    /// Part of life.
    pub topic: Topic,
    /// Who settles it.
    pub level: Level,
    /// Name in Polish.
    pub name_pl: String,
    /// Name in English.
    pub name_en: String,
    /// One sentence in Polish.
    pub summary_pl: String,
    /// One sentence in English.
    pub summary_en: String,
    /// What it is.
    pub description: String,
    /// What one needs.
    pub documents: Vec<String>,
    /// The fee in words.
    pub fee: String,
    /// The fee in grosze where it is one amount.
    pub fee_grosze: Option<i64>,
    /// The term in words.
    pub term: String,
    /// The length of the term.
    pub span: Option<(u32, Unit)>,
    /// Legal basis.
    pub legal_basis: Vec<String>,
    /// How to appeal.
    pub appeal: String,
    /// Sources.
    pub sources: Vec<String>,
    /// Remark of the editor.
    pub remark: String,
    /// Class of the file plan.
    pub jrwa: String,
    /// The unit that settles it.
    pub unit: Option<UnitId>,
    /// The unit in words.
    pub unit_name: String,
    /// Residents' words.
    pub keywords: Vec<String>,
}

impl Texts {
    /// The texts a service has now.
    pub fn of(s: &ServiceRow) -> Self {
        Self {
            topic: s.topic,
            level: s.level,
            name_pl: s.name_pl.clone(),
            name_en: s.name_en.clone(),
            summary_pl: s.summary_pl.clone(),
            summary_en: s.summary_en.clone(),
            description: s.description.clone(),
            documents: s.documents.0.clone(),
            fee: s.fee.clone(),
            fee_grosze: s.fee_grosze,
            term: s.term.clone(),
            span: s.span().map(|span| (span.amount, span.unit)),
            legal_basis: s.legal_basis.0.clone(),
            appeal: s.appeal.clone(),
            sources: s.sources.0.clone(),
            remark: s.remark.clone(),
            jrwa: s.jrwa.clone().unwrap_or_default(),
            unit: s.unit_id,
            unit_name: s.unit_name.clone(),
            keywords: s.keywords.0.clone(),
        }
    }

    pub(super) fn check(&self) -> Result<()> {
        let mut faults: Vec<FieldFault> = Vec::new();
        let mut fault = |field: &str, key, args| faults.push(FieldFault { field: field.into(), key, args });
        if self.name_pl.trim().is_empty() {
            fault("name_pl", web::msg::FIELD_REQUIRED, vec![]);
        }
        let long = |text: &str, most: usize| text.chars().count() > most;
        for (field, text, most) in [
            ("name_pl", &self.name_pl, 200),
            ("name_en", &self.name_en, 200),
            ("summary_pl", &self.summary_pl, 400),
            ("summary_en", &self.summary_en, 400),
            ("description", &self.description, 10_000),
            ("fee", &self.fee, 2_000),
            ("term", &self.term, 2_000),
            ("appeal", &self.appeal, 2_000),
            ("remark", &self.remark, 2_000),
            ("jrwa", &self.jrwa, 20),
            ("unit_name", &self.unit_name, 200),
        ] {
            if long(text, most) {
                fault(field, web::msg::FIELD_TOO_LONG, vec![("max", most.into())]);
            }
        }
        for (field, lines) in [
            ("documents", &self.documents),
            ("legal_basis", &self.legal_basis),
            ("sources", &self.sources),
            ("keywords", &self.keywords),
        ] {
            if lines.len() > 200 || lines.iter().any(|l| long(l, 1000)) {
                fault(field, web::msg::FIELD_TOO_LONG, vec![("max", 1000.into())]);
            }
        }
        if self.sources.iter().any(|s| !s.starts_with("https://") && !s.starts_with("http://")) {
            fault("sources", msg::SERVICES_SOURCE_ADDRESS, vec![]);
        }
        if !self.jrwa.bytes().all(|b| b.is_ascii_digit()) {
            fault("jrwa", msg::SERVICES_JRWA_DIGITS, vec![]);
        }
        if self.span.is_some_and(|(amount, unit)| amount == 0 || amount > unit.limit()) {
            fault("term_amount", web::msg::FIELD_NUMBER, vec![]);
        }
        Fault::check(faults)
    }
}
