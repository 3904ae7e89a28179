//! What an administrator does with services and forms. Every edit names the version it began with.

use audit::Entry;
use db::{Conn, Json, q};
use kernel::{
    Ctx, Fault, FieldFault, OfficeScope, Result,
    ids::{FormId, ServiceId, UnitId},
};
use law::term::Unit;

use crate::{
    form::{self, store_version},
    msg,
    schema::{self, Form},
    service::{self, Level, ServiceRow, Topic, changed, unit_word},
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
    /// Whether its days are working days.
    pub working: bool,
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
            working: s.term_working,
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

    fn check(&self) -> Result<()> {
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

async fn log(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    action: &'static str,
    service: ServiceId,
    slug: &str,
) -> Result<()> {
    let entry = Entry::admin(action, "service", service).detail("service", slug);
    audit::write(c, ctx, Some(scope.office()), &entry).await.map(|_| ())
}

/// Adds a service of the office's own, hidden until it is published.
///
/// # Errors
/// `Invalid` with the fields at fault; also when the office has a service of that name in addresses.
pub async fn add(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, texts: &Texts) -> Result<ServiceRow> {
    texts.check()?;
    let id: ServiceId = ctx.new_id();
    let slug = law::fold::slug(&texts.name_pl);
    if slug.is_empty() {
        return Err(Fault::field("name_pl", web::msg::FIELD_REQUIRED));
    }
    let rows = c
        .exec(q!(
            "INSERT INTO service (id, office_id, slug, topic, level, name_pl, name_en, summary_pl, summary_en, description, \
             documents, fee, fee_grosze, fee_basis, term, term_amount, term_unit, term_working, legal_basis, appeal, sources, \
             remark, data_version, jrwa, unit_id, unit_name, keywords, published, form_id, name_fold, sort_key, created, updated, \
             version) VALUES ($1, $2, $3, 'other', 'gmina', '', '', '', '', '', '[]', '', NULL, '', '', NULL, NULL, FALSE, '[]', \
             '', '[]', '', '', NULL, NULL, '', '[]', FALSE, NULL, '', '', $4, $4, 0) ON CONFLICT (office_id, slug) DO NOTHING",
            id,
            scope.office(),
            &slug,
            ctx.now
        ))
        .await?;
    if rows == 0 {
        return Err(Fault::field("name_pl", msg::SERVICES_NAME_TAKEN));
    }
    edit(c, ctx, scope, id, texts, 0).await?;
    service::service(c, scope, id).await
}

/// Changes the texts of a service.
///
/// # Errors
/// `Invalid` with the fields at fault; `Conflict` (`fault-stale`) when somebody else changed it since `version`.
pub async fn edit(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: ServiceId,
    texts: &Texts,
    version: i64,
) -> Result<()> {
    texts.check()?;
    if let Some(unit) = texts.unit {
        offices::unit(c, scope, unit).await.map_err(|_| Fault::field("unit", web::msg::FIELD_CHOICE))?;
    }
    let rows = c
        .exec(q!(
            "UPDATE service SET topic = $3, level = $4, name_pl = $5, name_en = $6, summary_pl = $7, summary_en = $8, \
             description = $9, documents = $10, fee = $11, fee_grosze = $12, term = $13, term_amount = $14, term_unit = $15, \
             term_working = $16, legal_basis = $17, appeal = $18, sources = $19, remark = $20, jrwa = $21, unit_id = $22, \
             unit_name = $23, keywords = $24, name_fold = $25, sort_key = $26, updated = $27, version = version + 1 \
             WHERE office_id = $1 AND id = $2 AND version = $28",
            scope.office(),
            id,
            texts.topic,
            texts.level,
            texts.name_pl.trim(),
            texts.name_en.trim(),
            texts.summary_pl.trim(),
            texts.summary_en.trim(),
            texts.description.trim(),
            Json(&texts.documents),
            texts.fee.trim(),
            texts.fee_grosze,
            texts.term.trim(),
            texts.span.map(|s| s.0),
            texts.span.map(|s| unit_word(s.1)),
            texts.working,
            Json(&texts.legal_basis),
            texts.appeal.trim(),
            Json(&texts.sources),
            texts.remark.trim(),
            Some(texts.jrwa.trim()).filter(|j| !j.is_empty()),
            texts.unit,
            texts.unit_name.trim(),
            Json(&texts.keywords),
            law::fold::fold(&texts.name_pl),
            law::fold::sort_key(&texts.name_pl),
            ctx.now,
            version
        ))
        .await?;
    let row = service::service(c, scope, id).await?;
    if rows == 0 {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    changed(c, scope).await?;
    log(c, ctx, scope, "service.edited", id, &row.slug).await
}

/// Shows a service to the public or hides it.
///
/// # Errors
/// `NotFound` when the office has no such service.
pub async fn publish(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: ServiceId, published: bool) -> Result<()> {
    let row = service::service(c, scope, id).await?;
    if row.published == published {
        return Ok(());
    }
    c.exec(q!(
        "UPDATE service SET published = $3, updated = $4, version = version + 1 WHERE office_id = $1 AND id = $2",
        scope.office(),
        id,
        published,
        ctx.now
    ))
    .await?;
    changed(c, scope).await?;
    log(c, ctx, scope, if published { "service.published" } else { "service.hidden" }, id, &row.slug).await
}

/// The form an administrator is editing.
#[derive(Debug, Clone)]
pub struct Working {
    /// The form.
    pub form: Form,
    /// Counts changes; 0 while it is still the published one.
    pub version: i64,
    /// Who changed it last; empty while it is the published one.
    pub edited_by: String,
}

/// The form being edited: the working one, else the published one, else an empty beginning.
///
/// # Errors
/// When the database is away.
pub async fn working(c: &mut Conn, scope: OfficeScope, service: &ServiceRow) -> Result<Working> {
    let row: Option<(String, i64, String)> = c
        .opt(q!(
            "SELECT body, version, edited_by_name FROM form_working WHERE office_id = $1 AND service_id = $2",
            scope.office(),
            service.id
        ))
        .await?;
    if let Some((body, version, edited_by)) = row {
        let form = serde_json::from_str(&body).map_err(Fault::internal)?;
        return Ok(Working { form, version, edited_by });
    }
    let form = match service.form_id {
        Some(id) => form::form(c, scope, id).await?,
        None => crate::defaults::blank(&service.name_pl, &service.name_en, &service.legal_basis.0),
    };
    Ok(Working { form, version: 0, edited_by: String::new() })
}

/// Keeps the form being edited. It may still have faults; it is published only without.
///
/// # Errors
/// `Conflict` (`fault-stale`) when somebody else changed it since `version`; `TooLarge` above 512 kB.
pub async fn save_working(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: ServiceId,
    form: &Form,
    version: i64,
) -> Result<i64> {
    service::service(c, scope, id).await?;
    let body = form.to_json();
    if body.len() > schema::MAX_BYTES {
        return Err(Fault::new(kernel::FaultKind::TooLarge, web::msg::FAULT_TOO_LARGE).arg("limit", "512 kB"));
    }
    let rows = if version == 0 {
        c.exec(q!(
            "INSERT INTO form_working (service_id, office_id, body, edited_at, edited_by_name, version) \
             VALUES ($1, $2, $3, $4, $5, 1) ON CONFLICT (service_id) DO NOTHING",
            id,
            scope.office(),
            body,
            ctx.now,
            ctx.actor.name()
        ))
        .await?
    } else {
        c.exec(q!(
            "UPDATE form_working SET body = $3, edited_at = $4, edited_by_name = $5, version = version + 1 \
             WHERE office_id = $1 AND service_id = $2 AND version = $6",
            scope.office(),
            id,
            body,
            ctx.now,
            ctx.actor.name(),
            version
        ))
        .await?
    };
    if rows == 0 { Err(Fault::conflict(web::msg::FAULT_STALE)) } else { Ok(version + 1) }
}

/// Publishes the form being edited as the next version. Those who are filling in an older one stay on it.
///
/// # Errors
/// `Invalid` when the form has faults or nothing was edited; `Conflict` (`fault-stale`) when somebody else changed it
/// since `version`.
pub async fn publish_form(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: ServiceId, version: i64) -> Result<FormId> {
    let service = service::service(c, scope, id).await?;
    let working = working(c, scope, &service).await?;
    if working.version != version {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    if !working.form.faults().is_empty() {
        return Err(Fault::invalid(msg::SERVICES_FORM_FAULTY));
    }
    let deleted = c
        .exec(q!(
            "DELETE FROM form_working WHERE office_id = $1 AND service_id = $2 AND version = $3",
            scope.office(),
            id,
            version
        ))
        .await?;
    if deleted == 0 && service.form_id.is_some() {
        return Err(Fault::invalid(msg::SERVICES_FORM_SAME));
    }
    let (last,): (i64,) = c
        .one(q!(
            "SELECT COALESCE(MAX(number), 0) FROM service_form WHERE office_id = $1 AND service_id = $2",
            scope.office(),
            id
        ))
        .await?;
    let form_id: FormId = ctx.new_id();
    store_version(c, ctx, scope, id, form_id, last + 1, &working.form).await?;
    c.exec(q!(
        "UPDATE service SET form_id = $3, updated = $4, version = version + 1 WHERE office_id = $1 AND id = $2",
        scope.office(),
        id,
        form_id,
        ctx.now
    ))
    .await?;
    changed(c, scope).await?;
    log(c, ctx, scope, "service.form-published", id, &service.slug).await?;
    Ok(form_id)
}

/// Throws the edited form away; the published one stays.
///
/// # Errors
/// `Conflict` (`fault-stale`) when somebody else changed it since `version`.
pub async fn discard_working(c: &mut Conn, scope: OfficeScope, id: ServiceId, version: i64) -> Result<()> {
    let rows = c
        .exec(q!(
            "DELETE FROM form_working WHERE office_id = $1 AND service_id = $2 AND version = $3",
            scope.office(),
            id,
            version
        ))
        .await?;
    if rows == 0 && version > 0 { Err(Fault::conflict(web::msg::FAULT_STALE)) } else { Ok(()) }
}

/// Takes the form offline or (with a version) puts a published version online again.
///
/// # Errors
/// `NotFound` when the service has no such version.
pub async fn choose_form(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: ServiceId,
    form: Option<FormId>,
) -> Result<()> {
    let service = service::service(c, scope, id).await?;
    if let Some(form) = form
        && !form::versions(c, scope, id).await?.iter().any(|v| v.id == form)
    {
        return Err(Fault::not_found());
    }
    c.exec(q!(
        "UPDATE service SET form_id = $3, updated = $4, version = version + 1 WHERE office_id = $1 AND id = $2",
        scope.office(),
        id,
        form,
        ctx.now
    ))
    .await?;
    changed(c, scope).await?;
    log(c, ctx, scope, if form.is_some() { "service.form-chosen" } else { "service.form-withdrawn" }, id, &service.slug)
        .await
}
