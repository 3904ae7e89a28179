//! Screens, one a file.

pub mod desk;
pub mod issuer;
pub mod keys;
pub mod mine;
pub mod public;
pub mod template;
pub mod verify;

use axum::{body::Body, response::Response};
use courses::{Workshop, policy};
use kernel::{Fault, Lang, Result};
use offices::OfficeRow;
use web::Req;

use crate::{Certificate, baked_png, baked_svg, credential, enveloped, pdf};

/// Lets in coordinators and administrators of the office; not the operator, for certificates name people.
pub(crate) async fn enter(req: &Req, office: &str) -> Result<Workshop> {
    policy::enter_people(req, office, desk::course::ROLES).await
}

/// A file of a certificate: `certificate.pdf`, `certificate-en.pdf`, `credential.jwt`, `credential.json`, `badge.svg` or
/// `badge.png`. Whoever asks was checked.
///
/// # Errors
/// `NotFound` for any other name; `Conflict` when the certificate was revoked.
pub(crate) async fn hand_out(req: &Req, office: &OfficeRow, row: &Certificate, file: &str) -> Result<Response> {
    let number = row.number.replace('/', "-");
    let token = || credential(&req.app, &req.ctx, office, row);
    let (bytes, name, kind) = match file {
        "certificate.pdf" => {
            (pdf(&req.app, &req.ctx, office, row, Lang::Pl).await?, format!("{number}.pdf"), "application/pdf")
        }
        "certificate-en.pdf" => {
            (pdf(&req.app, &req.ctx, office, row, Lang::En).await?, format!("{number}-en.pdf"), "application/pdf")
        }
        "credential.jwt" => (token().await?.into(), format!("{number}.jwt"), "application/vc+jwt"),
        "credential.json" => {
            let json = serde_json::to_vec_pretty(&enveloped(&token().await?)).map_err(Fault::internal)?;
            (json.into(), format!("{number}.json"), "application/json")
        }
        "badge.svg" => (baked_svg(office, row, &token().await?)?.into(), format!("{number}.svg"), "image/svg+xml"),
        "badge.png" => (baked_png(&token().await?)?.into(), format!("{number}.png"), "image/png"),
        _ => return Err(Fault::not_found()),
    };
    let size = bytes.len() as u64;
    Ok(web::download(Body::from(bytes), &name, kind, Some(size), kind == "application/pdf"))
}
