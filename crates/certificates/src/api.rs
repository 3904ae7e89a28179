//! The JSON API: checking a certificate by its code.

use axum::Json;
use kernel::Fault;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, NoQuery, Req, TypedPath};

use crate::{code, pages::public::find_by_code};

/// What this subject adds to the OpenAPI document.
#[derive(utoipa::OpenApi)]
#[openapi(paths(one), components(schemas(CertificateOut)))]
pub struct Api;

/// The path of one certificate.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/api/v1/certificates/{code}", rejection(web::BadPath))]
pub struct OnePath {
    /// The code.
    pub code: String,
}

/// A certificate as anyone sees it who has its code.
#[derive(Debug, Serialize, ToSchema)]
pub struct CertificateOut {
    /// Its number: `SZ/2026/000123`.
    pub number: String,
    /// Its code as it is printed: `ACDE-FGHJ-KMNP`.
    pub code: String,
    /// `valid`, `expired` or `revoked`.
    pub status: String,
    /// The name of the person at the time of issue; empty once their account was deleted.
    pub person: String,
    /// The title of the course in the language asked for (`Accept-Language`).
    pub course: String,
    /// The office that issued it.
    pub office: String,
    /// The day the course was completed.
    pub completed: String,
    /// The day of issue.
    pub issued: String,
    /// The last day on which it is valid; null for ever.
    pub expires: Option<String>,
    /// The day it was revoked.
    pub revoked: Option<String>,
    /// Why it was revoked.
    pub reason: Option<String>,
    /// Its public page.
    pub url: String,
}

/// Checks a certificate by its code.
#[utoipa::path(
    get, path = "/api/v1/certificates/{code}", tag = "certificates",
    params(("code" = String, Path, description = "The code as it is printed, with or without hyphens")),
    responses((status = 200, description = "The certificate", body = CertificateOut),
              (status = 404, description = "No certificate has this code"),
              (status = 429, description = "Too many codes that do not exist came from this address"))
)]
pub async fn one(path: OnePath, req: Req, _: NoQuery) -> Answer<Json<CertificateOut>> {
    let (row, office) = find_by_code(&req.app, &req.ctx, &path.code).await?.ok_or_else(Fault::not_found)?;
    Ok(Json(CertificateOut {
        number: row.number.clone(),
        code: code::grouped(&row.code),
        status: row.standing(req.ctx.now.warsaw_date()).as_str().into(),
        person: row.name.clone(),
        course: row.facts.0.title_in(req.lang()).to_owned(),
        office: office.name_in(req.lang()).to_owned(),
        completed: row.completed.warsaw_date().to_string(),
        issued: row.issued_on().to_string(),
        expires: row.expires.map(|day| day.0.to_string()),
        revoked: row.revoked_at.map(|at| at.warsaw_date().to_string()),
        reason: Some(row.reason.clone()).filter(|r| !r.is_empty()),
        url: req.app.url(row.path()),
    }))
}
