//! `/desk/{office}/incoming/register`: the register of a year for a spreadsheet.

use axum::response::Response;
use offices::Role;
use records::incoming;
use serde::Deserialize;
use web::{Answer, Req, TypedPath};

/// `/desk/{office}/incoming/register`, with `kind` as [`sheet::Kind::asked`]
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/incoming/register", rejection(web::BadPath))]
pub struct RegisterPath {
    /// The office's name in addresses.
    pub office: String,
}

/// Gives the register of the year asked for, this year's unless told.
///
/// # Errors
/// Those of [`offices::desk`]; `Forbidden` without the role.
pub async fn export(path: RegisterPath, req: Req) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, Some(Role::Registry)).await?;
    let year = req.query.parsed("year").unwrap_or_else(|| i64::from(req.ctx.now.warsaw_date().year()));
    let d = desk.clone();
    let rows = req.app.db.read(move |c| Box::pin(async move { incoming::register_of(c, &d, year).await })).await?;
    let of = year.to_string();
    records::log::exported(&req, &desk, "incoming.exported", "incoming-register", &of, Some(rows.len())).await?;
    let name = format!("RPW-{}-{year}", desk.office.slug);
    let today = req.ctx.now.warsaw_date();
    Ok(incoming::table(year, &rows).answer(&name, sheet::Kind::asked(&req), today).await?)
}
