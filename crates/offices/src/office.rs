//! An office and how it is founded.

use db::{Conn, q};
use kernel::{Ctx, Event, Fault, FieldFault, Micros, Result, ids::OfficeId};
use law::{
    fold::{fold, slug, sort_key},
    teryt,
};

use crate::{log, msg, points};

db::text_enum! {
    /// The kind of office.
    pub enum OfficeKind {
        /// The office of a gmina.
        Gmina = "gmina",
        /// The office of a city, with powiat rights or without.
        City = "city",
        /// The office of a powiat (starostwo).
        Powiat = "powiat",
        /// The office of a voivodeship, of its marshal or of its voivode.
        Voivodeship = "voivodeship",
        /// A ministry.
        Ministry = "ministry",
        /// Any other public body.
        Other = "other",
    }
}

impl OfficeKind {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            OfficeKind::Gmina => msg::OFFICES_KIND_GMINA,
            OfficeKind::City => msg::OFFICES_KIND_CITY,
            OfficeKind::Powiat => msg::OFFICES_KIND_POWIAT,
            OfficeKind::Voivodeship => msg::OFFICES_KIND_VOIVODESHIP,
            OfficeKind::Ministry => msg::OFFICES_KIND_MINISTRY,
            OfficeKind::Other => msg::OFFICES_KIND_OTHER,
        }
    }
}

db::text_enum! {
    /// Whether an office works here.
    pub enum OfficeStatus {
        /// At work.
        Active = "active",
        /// Stopped by the operator: nobody can work in it, its site says so; nothing is deleted.
        Suspended = "suspended",
    }
}

/// The columns of [`OfficeRow`], for a SELECT from `office o`.
macro_rules! office_columns {
    () => {
        "o.id, o.slug, o.teryt, o.kind, o.name, o.name_en, o.street, o.postal_code, o.town, o.email, o.phone, o.website, \
         o.delivery_address, o.easy_text, o.easy_text_en, o.deaf_contact, o.tax_account, o.rodo_contact, \
         o.accessibility_contact, o.accessibility_note, o.status, o.status_reason, o.created, o.version"
    };
}

db::row! {
    /// An office at work here.
    #[derive(Debug, Clone, PartialEq)]
    pub struct OfficeRow {
        /// The identifier.
        pub id: OfficeId,
        /// Its name in addresses: `lodz`.
        pub slug: String,
        /// The code of its gmina, seven digits, if it is the office of one.
        pub teryt: Option<String>,
        /// The kind of office.
        pub kind: OfficeKind,
        /// The full name: Urząd Miasta Łodzi.
        pub name: String,
        /// The name in English; may be empty.
        pub name_en: String,
        /// Street and number.
        pub street: String,
        /// Postal code, `90-926`.
        pub postal_code: String,
        /// Town.
        pub town: String,
        /// Official e-mail.
        pub email: String,
        /// Telephone.
        pub phone: String,
        /// The office's own website, with `https://`.
        pub website: String,
        /// Address for electronic delivery (AE:PL-…); may be empty.
        pub delivery_address: String,
        /// What the office does, in easy-to-read Polish (ETR).
        pub easy_text: String,
        /// The same in English.
        pub easy_text_en: String,
        /// How a deaf person reaches the office (Act of 19 August 2011 on sign language).
        pub deaf_contact: String,
        /// The bank account for fees, 26 digits; may be empty.
        pub tax_account: String,
        /// Who answers about personal data (inspektor ochrony danych).
        pub rodo_contact: String,
        /// Who answers about accessibility.
        pub accessibility_contact: String,
        /// What of the site or buildings is not accessible, in plain words.
        pub accessibility_note: String,
        /// Whether it is at work.
        pub status: OfficeStatus,
        /// Why it is suspended.
        pub status_reason: String,
        /// When it was founded here.
        pub created: Micros,
        /// Counts edits.
        pub version: i64,
    }
}

impl OfficeRow {
    /// The name in the reader's language, where there is one.
    pub fn name_in(&self, lang: kernel::Lang) -> &str {
        lang.choose(&self.name, &self.name_en)
    }
    /// Street, postal code and town in one line; empty when unknown.
    pub fn address(&self) -> String {
        address(&self.street, &self.postal_code, &self.town)
    }
    /// One to three letters for the office's sign.
    pub fn monogram(&self) -> String {
        crate::monogram::monogram(self.kind, &self.name)
    }
    /// Whether the operator suspended it.
    pub fn suspended(&self) -> bool {
        self.status == OfficeStatus::Suspended
    }
}

/// An address in one line.
pub(crate) fn address(street: &str, postal_code: &str, town: &str) -> String {
    let place = [postal_code, town].into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" ");
    [street, &place].into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What an office is founded with. [`NewOffice::of_gmina`] and [`NewOffice::named`] fill in most of it.
#[derive(Debug, Clone, PartialEq)]
pub struct NewOffice {
    /// The name in addresses; made of the gmina's or the office's name when missing.
    pub slug: Option<String>,
    /// The code of its gmina.
    pub teryt: Option<String>,
    /// The kind.
    pub kind: OfficeKind,
    /// The full name.
    pub name: String,
    /// The name in English; may be empty.
    pub name_en: String,
    /// Street and number.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub town: String,
    /// Official e-mail.
    pub email: String,
    /// Telephone.
    pub phone: String,
    /// Website.
    pub website: String,
}

impl NewOffice {
    /// An office that is not a gmina's.
    pub fn named(kind: OfficeKind, name: impl Into<String>) -> Self {
        Self {
            slug: None,
            teryt: None,
            kind,
            name: name.into(),
            name_en: String::new(),
            street: String::new(),
            postal_code: String::new(),
            town: String::new(),
            email: String::new(),
            phone: String::new(),
            website: String::new(),
        }
    }
    /// The office of a gmina of the directory, with its likely name.
    pub fn of_gmina(gmina: &teryt::Gmina) -> Self {
        let kind = if gmina.kind == teryt::Kind::Urban { OfficeKind::City } else { OfficeKind::Gmina };
        Self {
            teryt: Some(gmina.code.to_string()),
            town: if gmina.kind == teryt::Kind::Rural { String::new() } else { gmina.name.to_owned() },
            ..Self::named(kind, teryt::office_name(gmina))
        }
    }
    /// The gmina, if it is the office of one.
    pub fn gmina(&self) -> Option<&'static teryt::Gmina> {
        teryt::gmina(self.teryt.as_deref()?.parse().ok()?)
    }
}

/// Names in addresses that mean something else below `/o/` and `/desk/`, or may come to.
const RESERVED: [&str; 8] = ["new", "admin", "api", "operator", "desk", "my", "o", "static"];

/// The names in addresses to try, best first: the gmina's name, with its powiat, with its code; a given one alone.
fn slugs(new: &NewOffice) -> Vec<String> {
    if let Some(given) = &new.slug {
        return vec![slug(given)];
    }
    match new.gmina() {
        Some(gmina) => {
            let name = slug(gmina.name);
            let powiat = format!("{name}-{}", slug(gmina.powiat));
            let kind = format!("{powiat}-{}", if gmina.kind == teryt::Kind::Rural { "gmina" } else { "miasto" });
            let code = format!("{name}-{}", gmina.code);
            vec![name, powiat, kind, code]
        }
        None => {
            let name = slug(&new.name);
            let mut all: Vec<String> = (2..100).map(|n| format!("{name}-{n}")).collect();
            all.insert(0, name);
            all
        }
    }
}

/// Founds an office, at work at once, with its main service point. Who may do so (the operator, or the approval of a
/// claim) the caller has checked. Emits `office.founded`.
///
/// # Errors
/// `Invalid` for a missing name or a name in addresses that cannot be used, `Conflict` when the gmina's office is
/// already at work or the given name in addresses is taken.
pub async fn found(c: &mut Conn, ctx: &Ctx, new: NewOffice) -> Result<OfficeId> {
    let mut faults: Vec<FieldFault> = Vec::new();
    if new.name.trim().is_empty() {
        faults.push(FieldFault { field: "name".into(), key: web::msg::FIELD_REQUIRED, args: Vec::new() });
    }
    if new.teryt.is_some() && new.gmina().is_none() {
        faults.push(FieldFault { field: "teryt".into(), key: msg::OFFICES_FIELD_TERYT, args: Vec::new() });
    }
    Fault::check(faults)?;
    if let Some(code) = &new.teryt {
        let taken: Option<(OfficeId,)> = c.opt(q!("SELECT id FROM office WHERE teryt = $1", code)).await?;
        if taken.is_some() {
            return Err(Fault::conflict(msg::OFFICES_ALREADY_AT_WORK));
        }
    }
    let id: OfficeId = ctx.new_id();
    let mut chosen = None;
    for candidate in slugs(&new) {
        if candidate.is_empty() || RESERVED.contains(&candidate.as_str()) {
            continue;
        }
        let inserted = c
            .exec(q!(
                "INSERT INTO office (id, slug, teryt, kind, name, name_en, name_fold, name_sort, street, postal_code, town, \
                 email, phone, website, delivery_address, easy_text, easy_text_en, deaf_contact, tax_account, \
                 rodo_contact, accessibility_contact, accessibility_note, status, status_reason, created, version) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, '', '', '', '', '', '', '', '', \
                 'active', '', $15, 1) ON CONFLICT (slug) DO NOTHING",
                id,
                &candidate,
                new.teryt.clone(),
                new.kind,
                new.name.trim(),
                new.name_en.trim(),
                search_text(&new),
                sort_key(&new.name),
                new.street.trim(),
                points::postal_code(&new.postal_code),
                new.town.trim(),
                new.email.trim(),
                new.phone.trim(),
                new.website.trim(),
                ctx.now
            ))
            .await?;
        if inserted == 1 {
            chosen = Some(candidate);
            break;
        }
    }
    let Some(chosen) = chosen else { return Err(Fault::field("slug", msg::OFFICES_FIELD_SLUG)) };
    points::add_main(c, ctx, id, &new).await?;
    log::admin(c, ctx, Some(id), "office.founded", Some(id.0), serde_json::json!({ "name": new.name, "slug": chosen }))
        .await?;
    let payload = serde_json::json!({ "slug": chosen, "teryt": new.teryt, "kind": new.kind });
    c.emit(ctx, &Event { kind: "office.founded".into(), office: Some(id), object: id.0, concerns: None, payload })
        .await?;
    Ok(id)
}

/// What an office is found by, folded: its name and its town.
fn search_text(new: &NewOffice) -> String {
    fold(&format!("{} {}", new.name, new.town))
}

/// The office of a name in addresses.
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn by_slug(c: &mut Conn, slug: &str) -> Result<Option<OfficeRow>> {
    c.opt(q!(concat!("SELECT ", office_columns!(), " FROM office o WHERE o.slug = $1"), slug)).await
}

/// The office of an identifier.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn by_id(c: &mut Conn, id: OfficeId) -> Result<OfficeRow> {
    c.one(q!(concat!("SELECT ", office_columns!(), " FROM office o WHERE o.id = $1"), id)).await
}

/// Suspends an office or lets it work again, with a reason. Only the operator may.
///
/// # Errors
/// `NotFound` unless the operator asks, `Invalid` without a reason, `Conflict` when it already is so.
pub async fn set_status(c: &mut Conn, ctx: &Ctx, id: OfficeId, status: OfficeStatus, reason: &str) -> Result<()> {
    if !ctx.actor.is_operator() && ctx.actor != kernel::Actor::System {
        return Err(Fault::not_found());
    }
    if reason.trim().is_empty() {
        return Err(Fault::field("reason", msg::OFFICES_FIELD_REASON));
    }
    let office = by_id(c, id).await?;
    let changed = c
        .exec(q!(
            "UPDATE office SET status = $1, status_reason = $2, version = version + 1 WHERE id = $3 AND status <> $1",
            status,
            if status == OfficeStatus::Suspended { reason.trim() } else { "" },
            id
        ))
        .await?;
    if changed == 0 {
        return Err(Fault::conflict(web::msg::FAULT_CONFLICT));
    }
    let action = if status == OfficeStatus::Suspended { "office.suspended" } else { "office.resumed" };
    let what = serde_json::json!({ "name": office.name, "reason": reason.trim() });
    log::admin(c, ctx, Some(id), action, Some(id.0), what).await?;
    let payload = serde_json::json!({ "status": status });
    c.emit(ctx, &Event { kind: action.into(), office: Some(id), object: id.0, concerns: None, payload }).await
}

/// Offices for the operator, suspended ones too, by name; `skip` of them left out, at most `limit`.
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn all(c: &mut Conn, text: &str, skip: usize, limit: usize) -> Result<Vec<OfficeRow>> {
    let mut q = db::Q::new(concat!("SELECT ", office_columns!(), " FROM office o WHERE o.version > 0"));
    for word in fold(text).split(' ').filter(|w| !w.is_empty()) {
        let pattern = format!("%{}%", word.replace(['%', '_'], ""));
        q = q.push(" AND (o.name_fold LIKE ", pattern.clone()).push(" OR o.slug LIKE ", pattern.clone());
        q = q.push(" OR o.teryt LIKE ", pattern).text(")");
    }
    c.all(q.push(" ORDER BY o.name_sort, o.id LIMIT ", limit).push(" OFFSET ", skip)).await
}

/// How many offices there are, and how many of them are suspended.
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn count(c: &mut Conn) -> Result<(u64, u64)> {
    c.one(db::Q::new(
        "SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN status = 'suspended' THEN 1 ELSE 0 END), 0) AS BIGINT) FROM office",
    ))
    .await
}

/// The offices in which a person serves on a day, by name.
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn offices_of(c: &mut Conn, person: kernel::ids::PersonId, on: jiff::civil::Date) -> Result<Vec<OfficeRow>> {
    c.all(q!(
        concat!(
            "SELECT ",
            office_columns!(),
            " FROM office o WHERE o.id IN (SELECT m.office_id FROM membership m \
             WHERE m.person_id = $1 AND m.from_date <= $2 AND (m.to_date IS NULL OR m.to_date >= $2)) \
             ORDER BY o.name_sort, o.id LIMIT 200"
        ),
        person,
        crate::Day(on)
    ))
    .await
}

/// The office of a gmina's code, suspended ones too.
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn by_teryt(c: &mut Conn, teryt: &str) -> Result<Option<OfficeRow>> {
    c.opt(q!(concat!("SELECT ", office_columns!(), " FROM office o WHERE o.teryt = $1"), teryt)).await
}
