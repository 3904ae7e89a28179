//! The form of a service as an administrator edits it: kept apart until it is published as the next version.

use db::{Conn, q};
use kernel::{
    Ctx, Fault, OfficeScope, Result,
    ids::{FormId, ServiceId},
};

use super::log;
use crate::{
    form::{self, store_version},
    msg,
    schema::{self, Form},
    service::{self, ServiceRow, changed},
};

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
