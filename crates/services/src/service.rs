//! A service an office offers (usługa): what it is, what it costs, how long it takes, who settles it.

use db::{Conn, Json, Q, q};
use kernel::{
    Micros, OfficeScope, Result,
    ids::{FormId, OfficeId, ServiceId, UnitId},
};
use law::term::{Span, Unit};

use crate::catalog;

db::text_enum! {
    /// Who settles a matter. What an office does not settle itself it explains, and it helps to fill in the forms.
    pub enum Level {
        /// The commune itself.
        Gmina = "gmina",
        /// The county (powiat).
        Powiat = "powiat",
        /// The social insurance institution.
        Zus = "ZUS",
    }
}

db::text_enum! {
    /// A part of life a service belongs to; the list of services is grouped by it.
    pub enum Topic {
        /// Identity documents, registration of residence.
        Documents = "documents",
        /// Births, marriages, deaths, names.
        Family = "family",
        /// Benefits and help.
        Support = "support",
        /// Children, schools.
        School = "school",
        /// Building, land, addresses.
        Building = "building",
        /// Waste, trees, animals, water.
        Environment = "environment",
        /// Taxes and certificates about them.
        Taxes = "taxes",
        /// Running a business.
        Business = "business",
        /// Roads and vehicles.
        Roads = "roads",
        /// Voting, assemblies, public information.
        Public = "public",
        /// Anything else.
        Other = "other",
    }
}

db::row! {
    /// A service as stored. Texts of the catalogue are Polish; name and summary exist in both languages.
    #[derive(Debug, Clone, PartialEq)]
    pub struct ServiceRow {
        /// Identifier.
        pub id: ServiceId,
        /// The office.
        pub office_id: OfficeId,
        /// The catalogue's identifier, such as `dowod-osobisty`; unique in the office, part of addresses.
        pub slug: String,
        /// The part of life it belongs to.
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
        /// What it is, in Polish.
        pub description: String,
        /// What one needs, a line each.
        pub documents: Json<Vec<String>>,
        /// The fee in words.
        pub fee: String,
        /// The fee in grosze where it is one amount.
        pub fee_grosze: Option<i64>,
        /// The act's item the fee comes from.
        pub fee_basis: String,
        /// The term in words.
        pub term: String,
        /// Length of the term.
        pub term_amount: Option<u32>,
        /// `days`, `weeks`, `months` or `years`.
        pub term_unit: Option<String>,
        /// Whether the days are working days.
        pub term_working: bool,
        /// Legal basis, an act each.
        pub legal_basis: Json<Vec<String>>,
        /// How to appeal.
        pub appeal: String,
        /// Addresses of the pages the texts come from.
        pub sources: Json<Vec<String>>,
        /// What the editor of the catalogue was not sure of.
        pub remark: String,
        /// The edition of the catalogue, or empty when the office wrote the service itself.
        pub data_version: String,
        /// Symbol of the class of the file plan, if known.
        pub jrwa: Option<String>,
        /// The unit that settles it, if the office chose one.
        pub unit_id: Option<UnitId>,
        /// The unit's name as in the catalogue.
        pub unit_name: String,
        /// Words residents use for it.
        pub keywords: Json<Vec<String>>,
        /// Whether the public sees it.
        pub published: bool,
        /// The published version of its form; without one it cannot be settled online.
        pub form_id: Option<FormId>,
        /// When it was added.
        pub created: Micros,
        /// When it was changed.
        pub updated: Micros,
        /// Counts changes; an edit names the one it began with.
        pub version: i64,
    }
}

/// The columns of [`ServiceRow`], in order.
macro_rules! columns {
    () => {
        "id, office_id, slug, topic, level, name_pl, name_en, summary_pl, summary_en, description, documents, fee, fee_grosze, \
         fee_basis, term, term_amount, term_unit, term_working, legal_basis, appeal, sources, remark, data_version, jrwa, unit_id, \
         unit_name, keywords, published, form_id, created, updated, version"
    };
}

impl ServiceRow {
    /// The name in a language.
    pub fn name(&self, lang: kernel::Lang) -> &str {
        match lang {
            kernel::Lang::En if !self.name_en.is_empty() => &self.name_en,
            _ => &self.name_pl,
        }
    }
    /// One sentence in a language.
    pub fn summary(&self, lang: kernel::Lang) -> &str {
        match lang {
            kernel::Lang::En if !self.summary_en.is_empty() => &self.summary_en,
            _ => &self.summary_pl,
        }
    }
    /// The fee in words. English stands in the catalogue; a fee the office wrote itself is in Polish.
    pub fn fee(&self, lang: kernel::Lang) -> &str {
        match lang {
            kernel::Lang::En => catalog::in_english(&self.slug, &self.fee, |e, a| (e.fee.as_str(), a.fee.as_str())),
            kernel::Lang::Pl => &self.fee,
        }
    }
    /// The term in words, as [`ServiceRow::fee`].
    pub fn term(&self, lang: kernel::Lang) -> &str {
        match lang {
            kernel::Lang::En => catalog::in_english(&self.slug, &self.term, |e, a| (e.term.as_str(), a.term.as_str())),
            kernel::Lang::Pl => &self.term,
        }
    }
    /// The office's term, where it is a length of time.
    pub fn span(&self) -> Option<Span> {
        let unit = match unit_of(self.term_unit.as_deref()?)? {
            Unit::Days if self.term_working => Unit::WorkingDays,
            unit => unit,
        };
        Some(Span::new(self.term_amount?, unit))
    }
    /// The last day of the term if it began on `start`; KPA art. 57, or working days where the act says so.
    pub fn last_day(&self, start: jiff::civil::Date) -> Option<jiff::civil::Date> {
        law::term::last_day(start, self.span()?).ok().map(|counted| counted.last_day)
    }
    /// Whether the public can settle it online here and now.
    pub fn online(&self) -> bool {
        self.published && self.form_id.is_some()
    }
}

/// The unit of a term from its stored word.
pub(crate) fn unit_of(word: &str) -> Option<Unit> {
    match word {
        "days" => Some(Unit::Days),
        "weeks" => Some(Unit::Weeks),
        "months" => Some(Unit::Months),
        "years" => Some(Unit::Years),
        "working_days" => Some(Unit::WorkingDays),
        _ => None,
    }
}

/// A unit as its two columns: the word, and whether the days are working days.
pub(crate) fn unit_columns(unit: Option<Unit>) -> (Option<&'static str>, bool) {
    match unit {
        Some(Unit::WorkingDays) => (Some(unit_word(Unit::Days)), true),
        other => (other.map(unit_word), false),
    }
}

/// The word of a unit, in forms and events.
pub(crate) fn unit_word(unit: Unit) -> &'static str {
    match unit {
        Unit::Days => "days",
        Unit::Weeks => "weeks",
        Unit::Months => "months",
        Unit::Years => "years",
        Unit::WorkingDays => "working_days",
    }
}

/// A service by its identifier.
///
/// # Errors
/// `NotFound` when the office has no such service.
pub async fn service(c: &mut Conn, scope: OfficeScope, id: ServiceId) -> Result<ServiceRow> {
    c.one(q!(concat!("SELECT ", columns!(), " FROM service WHERE office_id = $1 AND id = $2"), scope.office(), id))
        .await
}

/// A service by the part of its address, published or not.
///
/// # Errors
/// `NotFound` when the office has no such service.
pub async fn service_by_slug(c: &mut Conn, scope: OfficeScope, slug: &str) -> Result<ServiceRow> {
    c.one(q!(concat!("SELECT ", columns!(), " FROM service WHERE office_id = $1 AND slug = $2"), scope.office(), slug))
        .await
}

/// A published service by the part of its address: what the public may see.
///
/// # Errors
/// `NotFound` when the office has no such service or hides it.
pub async fn published_service(c: &mut Conn, scope: OfficeScope, slug: &str) -> Result<ServiceRow> {
    let row = service_by_slug(c, scope, slug).await?;
    if row.published { Ok(row) } else { Err(kernel::Fault::not_found()) }
}

/// All services of an office (at most 1,000), published or not, in alphabetical order.
///
/// # Errors
/// When the database is away.
pub async fn services_of(c: &mut Conn, scope: OfficeScope) -> Result<Vec<ServiceRow>> {
    c.all(
        Q::new(concat!("SELECT ", columns!(), " FROM service WHERE office_id = "))
            .push("", scope.office())
            .text(" ORDER BY sort_key, id LIMIT 1000"),
    )
    .await
}

/// The number of the last change of an office's services; 0 before the first.
///
/// # Errors
/// When the database is away.
pub async fn change_number(c: &mut Conn, scope: OfficeScope) -> Result<i64> {
    let row: Option<(i64,)> =
        c.opt(q!("SELECT version FROM service_change WHERE office_id = $1", scope.office())).await?;
    Ok(row.map_or(0, |(n,)| n))
}

/// Notes that the office's services changed. Called by every operation that changes one.
pub(crate) async fn changed(c: &mut Conn, scope: OfficeScope) -> Result<()> {
    c.exec(q!(
        "INSERT INTO service_change (office_id, version) VALUES ($1, 1) \
         ON CONFLICT (office_id) DO UPDATE SET version = service_change.version + 1",
        scope.office()
    ))
    .await?;
    Ok(())
}
