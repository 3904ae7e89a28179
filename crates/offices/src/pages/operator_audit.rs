//! The audit log of the installation.

use axum::response::Response;
use maud::Markup;
use serde::Deserialize;
use web::{Answer, Req, TypedPath};

use super::{admin_audit, operator};
use crate::msg;

/// `/operator/audit`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/operator/audit")]
pub struct AuditPath;

/// `/operator/audit.csv`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/operator/audit.csv")]
pub struct AuditCsvPath;

/// The page.
pub async fn show(_: AuditPath, req: Req) -> Answer<Markup> {
    req.operator()?;
    let view = admin_audit::entries(&req, audit::Reach::Installation, "/operator/audit").await?;
    let page = operator::page(&req, "offices.operator_audit", req.t.s(msg::OFFICES_NAV_AUDIT));
    Ok(page.lead(req.t.s(msg::OFFICES_AUDIT_LEAD_ALL)).body(view).render())
}

/// The download.
pub async fn download(_: AuditCsvPath, req: Req) -> Answer<Response> {
    req.operator()?;
    Ok(admin_audit::csv(&req, audit::Reach::Installation, "audit.csv").await?)
}
