//! `/api/v1/offices/{office}/incoming`: the register of incoming mail.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use kernel::Fault;
use offices::{Desk, Role};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use web::{Answer, Cursor, Req, TypedPath};

use crate::{
    incoming::{self, Filter, IncomingRow, RegisterRow, State},
    lists::PAGE,
    msg,
};

/// The mail of an office.
#[derive(TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/incoming", rejection(web::BadPath))]
pub struct MailPath {
    /// The office's name in addresses.
    pub office: String,
}

/// The register of a year as CSV.
#[derive(TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/incoming.csv", rejection(web::BadPath))]
pub struct CsvPath {
    /// The office's name in addresses.
    pub office: String,
}

/// The register of a year as XML.
#[derive(TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/incoming.xml", rejection(web::BadPath))]
pub struct XmlPath {
    /// The office's name in addresses.
    pub office: String,
}

/// A piece of mail. A text that is not known is "brak danych".
#[derive(Debug, Serialize, ToSchema)]
pub struct MailItem {
    /// The identifier.
    pub id: Uuid,
    /// The identifier in the register, `RPW.12.2026`; null before it is registered.
    pub identifier: Option<String>,
    /// `received`, `registered`, `assigned` or `filed`.
    pub state: String,
    /// How it came.
    pub channel: String,
    /// The day it came, ISO 8601.
    pub received: String,
    /// The title.
    pub title: String,
    /// From whom.
    pub sender: String,
    /// The date on the letter as far as known.
    pub letter_date: String,
    /// The sender's reference.
    pub sender_reference: String,
    /// How many attachments.
    pub attachments: Option<i64>,
    /// The submission it is.
    pub submission: Option<Uuid>,
    /// The case it is part of.
    pub case: Option<Uuid>,
}

/// A page of mail.
#[derive(Debug, Serialize, ToSchema)]
pub struct MailList {
    /// The mail, newest first.
    pub items: Vec<MailItem>,
    /// The cursor of the next page.
    pub next: Option<String>,
}

fn item(row: &IncomingRow) -> MailItem {
    let known = |text: &str| if text.is_empty() { incoming::UNKNOWN.to_owned() } else { text.to_owned() };
    MailItem {
        id: row.id.0,
        identifier: row.identifier(),
        state: row.state.as_str().into(),
        channel: row.channel.as_str().into(),
        received: row.received.0.to_string(),
        title: row.title.clone(),
        sender: row.from_whom().to_owned(),
        letter_date: known(&row.letter_date),
        sender_reference: known(&row.sender_reference),
        attachments: row.attachments,
        submission: row.submission.map(|s| s.0),
        case: row.case.map(|c| c.0),
    }
}

/// Lists incoming mail the token's person sees.
///
/// # Errors
/// 401, 403, 404; 422 for a wrong cursor or state.
#[utoipa::path(get, path = "/api/v1/offices/{office}/incoming", tag = "incoming",
    params(("office" = String, Path), ("state" = Option<String>, Query), ("year" = Option<i64>, Query),
        ("q" = Option<String>, Query), ("cursor" = Option<String>, Query)),
    responses((status = 200, body = MailList), (status = 401), (status = 404)))]
pub async fn list(path: MailPath, req: Req) -> Answer<axum::Json<MailList>> {
    req.scope("cases:read")?;
    let desk = offices::desk(&req, &path.office, None).await?;
    let state = match req.query.some("state") {
        None => None,
        Some(word) => Some(State::parse(word).ok_or_else(|| Fault::field("state", msg::RECORDS_FIELD_WORD))?),
    };
    let text = req.query.get("q").to_owned();
    let filter = Filter { state, year: req.query.parsed("year"), text, ..Filter::default() };
    let after = Cursor::decode(req.query.get("cursor"))?;
    let (rows, next) =
        req.app.db.read(move |c| Box::pin(async move { incoming::list(c, &desk, &filter, after, PAGE).await })).await?;
    Ok(axum::Json(MailList { items: rows.iter().map(item).collect(), next: next.map(Cursor::encode) }))
}

async fn register(req: &Req, office: &str) -> Answer<(Desk, i64, Vec<RegisterRow>)> {
    req.scope("cases:read")?;
    let desk = offices::desk(req, office, Some(Role::Registry)).await?;
    let year = req.query.parsed("year").unwrap_or_else(|| i64::from(req.ctx.now.warsaw_date().year()));
    let seat = desk.clone();
    let rows = req.app.db.read(move |c| Box::pin(async move { incoming::register_of(c, &seat, year).await })).await?;
    Ok((desk, year, rows))
}

fn file(text: String, kind: &'static str, name: &str) -> Response {
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if let Ok(value) = HeaderValue::try_from(format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

/// Gives the register of a year as CSV.
///
/// # Errors
/// 401, 403, 404.
#[utoipa::path(get, path = "/api/v1/offices/{office}/incoming.csv", tag = "incoming",
    params(("office" = String, Path), ("year" = Option<i64>, Query)),
    responses((status = 200, content_type = "text/csv", body = String), (status = 403)))]
pub async fn register_csv(path: CsvPath, req: Req) -> Answer {
    let (_, year, rows) = register(&req, &path.office).await?;
    Ok(file(incoming::csv(&rows), "text/csv; charset=utf-8", &format!("rpw-{year}.csv")))
}

/// Gives the register of a year as XML.
///
/// # Errors
/// 401, 403, 404.
#[utoipa::path(get, path = "/api/v1/offices/{office}/incoming.xml", tag = "incoming",
    params(("office" = String, Path), ("year" = Option<i64>, Query)),
    responses((status = 200, content_type = "application/xml", body = String), (status = 403)))]
pub async fn register_xml(path: XmlPath, req: Req) -> Answer {
    let (desk, year, rows) = register(&req, &path.office).await?;
    let text = incoming::xml(&desk.office.name, year, &rows);
    Ok(file(text, "application/xml; charset=utf-8", &format!("rpw-{year}.xml")))
}
