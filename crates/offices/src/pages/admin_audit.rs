//! The audit log of an office.

use axum::{body::Body, response::Response};
use maud::Markup;
use serde::Deserialize;
use web::{Answer, Req, TypedPath, read, work};

use crate::{Role, msg};

/// How many entries a page shows.
const PAGE: usize = 50;

/// `/desk/{office}/admin/audit`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/audit", rejection(web::BadPath))]
pub struct AuditPath {
    /// The office.
    pub office: String,
}

/// `/desk/{office}/admin/audit.csv`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/audit.csv", rejection(web::BadPath))]
pub struct AuditCsvPath {
    /// The office.
    pub office: String,
}

/// The body of a page of the log.
pub(crate) async fn entries(req: &Req, reach: audit::Reach, base_url: &str) -> kernel::Result<Markup> {
    let filter = audit::Filter::from_query(&req.query)?;
    let wanted = filter.clone();
    let (rows, names, more) = read!(req, |c| {
        let mut rows = audit::list(c, reach, &wanted, PAGE + 1).await?;
        let more = rows.len() > PAGE;
        rows.truncate(PAGE);
        let names = audit::names(c, reach, &rows).await?;
        Ok((rows, names, more))
    })?;
    let next = rows.last().filter(|_| more).map(audit::Event::cursor);
    Ok(audit::pages::view(req.t, &filter, &rows, &names, base_url, next))
}

/// The log as a file. Who took it out stands in the log itself.
pub(crate) async fn csv(req: &Req, reach: audit::Reach, name: &str) -> kernel::Result<Response> {
    let filter = audit::Filter::from_query(&req.query)?;
    let office = match reach {
        audit::Reach::Office(scope) => Some(scope.office()),
        audit::Reach::Installation => None,
    };
    let told = office.map_or_else(String::new, |office| office.to_string());
    work!(req, |c, ctx, told| {
        audit::write(c, &ctx, office, &audit::Entry::access("audit.exported", "audit", &told)).await.map(|_| ())
    })?;
    let body = Body::from_stream(audit::export(req.app.db.clone(), reach, filter, req.t));
    Ok(web::download(body, name, "text/csv", None, false))
}

/// The page.
pub async fn show(path: AuditPath, req: Req) -> Answer<Markup> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let view = entries(&req, audit::Reach::Office(desk.scope), &desk.path("/admin/audit")).await?;
    let page = desk.page(&req, "offices.admin_audit", req.t.s(msg::OFFICES_NAV_AUDIT));
    Ok(page.lead(req.t.s(msg::OFFICES_AUDIT_LEAD)).body(view).render())
}

/// The download.
pub async fn download(path: AuditCsvPath, req: Req) -> Answer<Response> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    Ok(csv(&req, audit::Reach::Office(desk.scope), &format!("audit-{}.csv", desk.office.slug)).await?)
}
