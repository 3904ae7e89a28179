//! What an administrator does with services and forms. Every edit names the version it began with.

mod forms;
mod texts;

use audit::Entry;
use db::{Conn, Json, q};
use kernel::{Ctx, Fault, OfficeScope, Result, ids::ServiceId};

pub use forms::{Working, choose_form, discard_working, publish_form, save_working, working};
pub use texts::Texts;

use crate::{
    msg,
    service::{self, ServiceRow, changed, unit_columns},
};

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
    let (term_unit, term_working) = unit_columns(texts.span.map(|s| s.1));
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
            term_unit,
            term_working,
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
