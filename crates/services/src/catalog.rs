//! The catalogue: services every commune settles, with texts, sources and words residents use; and how an office
//! adopts it.

use std::{collections::HashMap, sync::OnceLock};

use db::{Conn, Json, q};
use kernel::{
    Ctx, Fault, OfficeScope, Result,
    ids::{FormId, ServiceId},
};
use law::term::Unit;
use serde::Deserialize;

use crate::{
    defaults, form,
    service::{self, Level, Topic, unit_columns},
};

/// A service of the catalogue.
#[derive(Debug, Clone, Deserialize)]
pub struct Entry {
    /// Identifier.
    pub id: String,
    /// Name.
    #[serde(rename = "nazwa")]
    pub name: String,
    /// Who settles it.
    #[serde(rename = "szczebel")]
    pub level: Level,
    /// The unit that usually does.
    #[serde(rename = "komorka")]
    pub unit: String,
    /// What it is.
    #[serde(rename = "opis")]
    pub description: String,
    /// What one needs.
    #[serde(rename = "dokumenty")]
    pub documents: Vec<String>,
    /// The fee in words.
    #[serde(rename = "oplata")]
    pub fee: String,
    /// The fee in złoty where it is one amount.
    #[serde(rename = "oplata_zl")]
    pub fee_zloty: Option<f64>,
    /// The item of the stamp duty act.
    #[serde(rename = "oplata_skarbowa_ustawa", default)]
    pub fee_basis: String,
    /// The term in words.
    #[serde(rename = "termin")]
    pub term: String,
    /// The term in days.
    #[serde(rename = "termin_dni")]
    pub term_days: Option<u32>,
    /// Legal basis.
    #[serde(rename = "podstawa")]
    pub legal_basis: Vec<String>,
    /// How to appeal.
    #[serde(rename = "odwolanie")]
    pub appeal: String,
    /// Where the texts come from.
    #[serde(rename = "zrodla")]
    pub sources: Vec<String>,
    /// What the editor was not sure of.
    #[serde(rename = "uwaga", default)]
    pub remark: String,
    /// What the editor was not sure of about the fee.
    #[serde(rename = "uwaga_oplata", default)]
    pub fee_remark: String,
    /// Class of the file plan.
    #[serde(default)]
    pub jrwa: Option<String>,
}

#[derive(Deserialize)]
struct File {
    #[serde(rename = "wersja")]
    edition: String,
    #[serde(rename = "uslugi")]
    services: Vec<Entry>,
}

#[derive(Deserialize)]
struct Words {
    #[serde(rename = "slowa")]
    words: HashMap<String, Vec<String>>,
}

/// What this crate adds to an entry of the catalogue.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addition {
    /// Name in English.
    pub name: String,
    /// One sentence in English.
    pub summary: String,
    /// One sentence in Polish.
    pub summary_pl: String,
    /// The fee in English.
    pub fee: String,
    /// The term in English.
    pub term: String,
    /// Part of life.
    pub topic: Topic,
    /// Whether the term in days is the citizen's (to declare something), not the office's.
    #[serde(default)]
    pub term_is_citizens: bool,
}

/// The catalogue as compiled into the program.
#[derive(Debug)]
pub struct Catalog {
    /// Its edition.
    pub edition: String,
    /// Its services, in its order.
    pub services: Vec<Entry>,
    words: HashMap<String, Vec<String>>,
    additions: HashMap<String, Addition>,
}

impl Catalog {
    /// Words residents use for a service.
    pub fn words(&self, id: &str) -> &[String] {
        self.words.get(id).map_or(&[], Vec::as_slice)
    }
    /// What this crate adds to an entry.
    pub fn addition(&self, id: &str) -> Option<&Addition> {
        self.additions.get(id)
    }
    /// A service by its identifier.
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.services.iter().find(|e| e.id == id)
    }
}

/// The English of a fee or term of a service, where the office still says it as the catalogue does; otherwise what it
/// says itself. `part` names the text in both languages.
pub(crate) fn in_english<'a>(
    slug: &str,
    said: &'a str,
    part: for<'c> fn(&'c Entry, &'c Addition) -> (&'c str, &'c str),
) -> &'a str {
    let Ok(catalog) = catalog() else { return said };
    match catalog.entry(slug).zip(catalog.addition(slug)).map(|(entry, addition)| part(entry, addition)) {
        Some((pl, en)) if pl == said => en,
        _ => said,
    }
}

/// The catalogue.
///
/// # Errors
/// `Internal` when the files compiled in cannot be read; a test makes sure they can.
pub fn catalog() -> Result<&'static Catalog> {
    static CATALOG: OnceLock<std::result::Result<Catalog, String>> = OnceLock::new();
    let made = CATALOG.get_or_init(|| {
        let read = || -> serde_json::Result<Catalog> {
            let file: File = serde_json::from_str(include_str!("../catalog/uslugi.json"))?;
            let words: Words = serde_json::from_str(include_str!("../catalog/slowa.json"))?;
            let additions = serde_json::from_str(include_str!("../translations/catalog-en.json"))?;
            Ok(Catalog { edition: file.edition, services: file.services, words: words.words, additions })
        };
        read().map_err(|e| e.to_string())
    });
    made.as_ref().map_err(|e| Fault::internal(e.clone()))
}

/// Which services of the catalogue an office takes.
#[derive(Debug, Clone, Default)]
pub enum Which {
    /// All of them.
    #[default]
    All,
    /// Those settled at these levels.
    Levels(Vec<Level>),
    /// Those with these identifiers.
    Slugs(Vec<String>),
}

impl Which {
    fn takes(&self, entry: &Entry) -> bool {
        match self {
            Which::All => true,
            Which::Levels(levels) => levels.contains(&entry.level),
            Which::Slugs(slugs) => slugs.contains(&entry.id),
        }
    }
}

/// The length of the office's term: "do miesiąca" is a month of KPA art. 35 § 3, not 30 days.
fn span(entry: &Entry, addition: Option<&Addition>) -> Option<(u32, Unit)> {
    if addition.is_some_and(|a| a.term_is_citizens) {
        return None;
    }
    if entry.term.starts_with("do miesiąca") || entry.term.contains("do miesiąca") && entry.term_days == Some(30) {
        return Some((1, Unit::Months));
    }
    let days = entry.term_days.filter(|days| *days > 0)?;
    let working = entry.term.contains("dni roboczych") || entry.term.contains("dzień roboczy");
    Some((days, if working { Unit::WorkingDays } else { Unit::Days }))
}

/// Copies services of the catalogue into the office, published, each with its default form, and gives their
/// identifiers. A service the office already has (by its identifier) stays as it is.
///
/// # Errors
/// When the database is away.
pub async fn adopt_catalog(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, which: &Which) -> Result<Vec<ServiceId>> {
    let catalog = catalog()?;
    let mut adopted = Vec::new();
    for entry in catalog.services.iter().filter(|e| which.takes(e)) {
        let id: ServiceId = ctx.new_id();
        let form_id: FormId = ctx.new_id();
        if !insert(c, ctx, scope, catalog, entry, id, form_id).await? {
            continue;
        }
        let schema = defaults::form(entry, catalog.addition(&entry.id));
        form::store_version(c, ctx, scope, id, form_id, 1, &schema).await?;
        adopted.push(id);
    }
    if !adopted.is_empty() {
        service::changed(c, scope).await?;
    }
    Ok(adopted)
}

async fn insert(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    catalog: &Catalog,
    entry: &Entry,
    id: ServiceId,
    form: FormId,
) -> Result<bool> {
    let addition = catalog.addition(&entry.id);
    let text = |f: fn(&Addition) -> &str| addition.map_or("", f).to_owned();
    let span = span(entry, addition);
    let (term_unit, term_working) = unit_columns(span.map(|s| s.1));
    let remark = [entry.remark.as_str(), entry.fee_remark.as_str()].join(" ").trim().to_owned();
    #[expect(clippy::cast_possible_truncation, reason = "amounts of the catalogue are below a million złoty")]
    let grosze = entry.fee_zloty.map(|z| (z * 100.0).round() as i64);
    let rows = c
        .exec(q!(
            "INSERT INTO service (id, office_id, slug, topic, level, name_pl, name_en, summary_pl, summary_en, description, \
             documents, fee, fee_grosze, fee_basis, term, term_amount, term_unit, term_working, legal_basis, appeal, sources, \
             remark, data_version, jrwa, unit_id, unit_name, keywords, published, form_id, name_fold, sort_key, created, updated, \
             version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, \
             $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34) ON CONFLICT (office_id, slug) DO NOTHING",
            id,
            scope.office(),
            &entry.id,
            addition.map_or(Topic::Other, |a| a.topic),
            entry.level,
            &entry.name,
            text(|a| &a.name),
            text(|a| &a.summary_pl),
            text(|a| &a.summary),
            &entry.description,
            Json(&entry.documents),
            &entry.fee,
            grosze,
            &entry.fee_basis,
            &entry.term,
            span.map(|s| s.0),
            term_unit,
            term_working,
            Json(&entry.legal_basis),
            &entry.appeal,
            Json(&entry.sources),
            remark,
            &catalog.edition,
            entry.jrwa.clone(),
            db::Val::Null,
            &entry.unit,
            Json(catalog.words(&entry.id)),
            true,
            form,
            law::fold::fold(&entry.name),
            law::fold::sort_key(&entry.name),
            ctx.now,
            ctx.now,
            1i64,
        ))
        .await?;
    Ok(rows > 0)
}
