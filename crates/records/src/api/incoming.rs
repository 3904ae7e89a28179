//! `/api/v1/offices/{office}/incoming`: incoming mail and its register, for reading. Changes stand in [`super::mail`].

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use kernel::{
    Fault,
    ids::{DocumentId, IncomingId},
};
use offices::{Desk, Role};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema, openapi::schema::Object};
use uuid::Uuid;
use web::{Answer, Cursor, Limit, NoQuery, Query, Req};

use super::{
    documents::{DocumentItem, give},
    paths,
};
use crate::{
    documents,
    incoming::{self, Channel, Filter, IncomingRow, RegisterRow, State},
    log,
};

paths! {
    /// The mail of an office.
    MailPath "/api/v1/offices/{office}/incoming" {}
    /// A piece of mail.
    MailItemPath "/api/v1/offices/{office}/incoming/{incoming}" { incoming: IncomingId }
    /// The content of a document that came with mail.
    MailDocumentPath "/api/v1/offices/{office}/incoming/{incoming}/documents/{document}/content" {
        incoming: IncomingId, document: DocumentId
    }
    /// The register of a year as CSV.
    CsvPath "/api/v1/offices/{office}/incoming.csv" {}
    /// The register of a year as XML.
    XmlPath "/api/v1/offices/{office}/incoming.xml" {}
}

fn states() -> Object {
    web::words(
        "Where the mail stands: just come, registered, passed on, or part of a case.",
        State::ALL.iter().map(|s| s.as_str()),
    )
}

fn channels() -> Object {
    web::words("How it came.", Channel::ALL.iter().map(|c| c.as_str()))
}

/// What a list of mail is narrowed to.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MailQuery {
    /// Where it stands: just come, registered, passed on, or part of a case.
    #[param(schema_with = states)]
    pub state: Option<State>,
    /// The year of its number in the register; what is not registered has none.
    #[param(example = 2026)]
    pub year: Option<i64>,
    /// Words of title, sender or reference, also of mail not registered yet; or a number (`12`, `RPW.12.2026`).
    #[serde(default)]
    pub q: String,
    /// How many items, 1 to 50.
    #[serde(default)]
    #[param(inline)]
    pub limit: Limit<50, 50>,
    /// `next` of the page before; the first page when left out.
    #[param(value_type = Option<String>)]
    pub cursor: Option<Cursor>,
}

/// The year of a register.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct YearQuery {
    /// The year; this one when left out.
    #[param(example = 2026)]
    pub year: Option<i64>,
}

/// A piece of mail. A text that is not known is "brak danych".
#[derive(Debug, Serialize, ToSchema)]
pub struct MailItem {
    /// The identifier.
    pub id: Uuid,
    /// The identifier in the register; null before it is registered.
    #[schema(example = "RPW.12.2026")]
    pub identifier: Option<String>,
    /// Where it stands.
    #[schema(schema_with = states)]
    pub state: String,
    /// How it came.
    #[schema(schema_with = channels)]
    pub channel: String,
    /// The day it came, ISO 8601.
    #[schema(format = Date)]
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
    /// The unit it was passed to.
    pub unit: Option<Uuid>,
    /// The person it was passed to.
    pub person: Option<Uuid>,
    /// The case it is part of.
    pub case: Option<Uuid>,
}

/// A piece of mail as a whole.
#[derive(Debug, Serialize, ToSchema)]
pub struct MailFull {
    /// What a list shows.
    #[serde(flatten)]
    pub mail: MailItem,
    /// The class of the file plan the service suggests; empty without one.
    pub symbol: String,
    /// The sender's e-mail; may be empty.
    pub sender_email: String,
    /// The sender's account.
    pub sender_person: Option<Uuid>,
    /// The sender's address; may be empty.
    pub sender_address: String,
    /// What was said when it was passed on.
    pub instruction: String,
    /// Remarks of the register.
    pub remarks: String,
    /// When it was registered, RFC 3339.
    #[schema(format = DateTime)]
    pub registered_at: Option<String>,
    /// Its documents, oldest first.
    pub documents: Vec<DocumentItem>,
}

pub(super) fn full(row: &IncomingRow, documents: Vec<documents::DocumentRow>) -> MailFull {
    MailFull {
        mail: item(row),
        symbol: row.symbol.clone(),
        sender_email: row.sender_email.clone(),
        sender_person: row.sender_person.map(|p| p.0),
        sender_address: row.sender_address.clone(),
        instruction: row.instruction.clone(),
        remarks: row.remarks.clone(),
        registered_at: row.registered_at.map(kernel::Micros::rfc3339),
        documents: documents.into_iter().map(DocumentItem::from).collect(),
    }
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
        unit: row.unit.map(|u| u.0),
        person: row.person.map(|p| p.0),
        case: row.case.map(|c| c.0),
    }
}

/// Lists the incoming mail the token's person sees, the newest first.
///
/// Those who keep the register see all of it, others what was passed to them or to their unit.
///
/// # Errors
/// 400, 401, 403, 404.
#[utoipa::path(get, path = "/api/v1/offices/{office}/incoming", operation_id = "listIncoming", tag = "incoming",
    params(MailQuery),
    responses((status = 200, description = "A page of mail", body = MailList)), security(("bearer" = ["cases:read"])))]
pub async fn list(path: MailPath, req: Req, Query(query): Query<MailQuery>) -> Answer<axum::Json<MailList>> {
    req.scope("cases:read")?;
    let desk = offices::desk(&req, &path.office, None).await?;
    let MailQuery { state, year, q: text, limit, cursor } = query;
    let filter = Filter { state, year, text, ..Filter::default() };
    let (rows, next) = req
        .app
        .db
        .read(move |c| Box::pin(async move { incoming::list(c, &desk, &filter, cursor, limit.get()).await }))
        .await?;
    Ok(axum::Json(MailList { items: rows.iter().map(item).collect(), next: next.map(Cursor::encode) }))
}

/// Shows a piece of mail with its documents.
///
/// # Errors
/// 401, 403, 404.
#[utoipa::path(get, path = "/api/v1/offices/{office}/incoming/{incoming}", operation_id = "getIncoming", tag = "incoming",
    responses((status = 200, description = "The mail", body = MailFull)), security(("bearer" = ["cases:read"])))]
pub async fn show(path: MailItemPath, req: Req, _: NoQuery) -> Answer<axum::Json<MailFull>> {
    req.scope("cases:read")?;
    let desk = offices::desk(&req, &path.office, None).await?;
    let d = desk.clone();
    let (row, documents) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let row = incoming::get(c, &d, path.incoming).await?;
                Ok((row, documents::of_incoming(c, d.scope, path.incoming).await?))
            })
        })
        .await?;
    log::looked_at_mail(&req, &desk, &row).await?;
    Ok(axum::Json(full(&row, documents)))
}

/// Downloads the content of a document that came with mail.
///
/// # Errors
/// 401, 403, 404.
#[utoipa::path(get, path = "/api/v1/offices/{office}/incoming/{incoming}/documents/{document}/content",
    operation_id = "downloadIncomingDocument", tag = "incoming",
    responses((status = 200, description = "The content", body = Vec<u8>, content_type = "application/octet-stream")),
    security(("bearer" = ["cases:read"])))]
pub async fn document(path: MailDocumentPath, req: Req, _: NoQuery) -> Answer {
    req.scope("cases:read")?;
    let desk = offices::desk(&req, &path.office, None).await?;
    let (mail, id, d) = (path.incoming, path.document, desk.clone());
    let (row, doc) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let row = incoming::get(c, &d, mail).await?;
                let doc = documents::get(c, d.scope, id).await?;
                if doc.incoming == Some(mail) { Ok((row, doc)) } else { Err(Fault::not_found()) }
            })
        })
        .await?;
    log::looked_at_mail(&req, &desk, &row).await?;
    Ok(give(&req, &doc).await?)
}

async fn register(req: &Req, office: &str, year: Option<i64>) -> Answer<(Desk, i64, Vec<RegisterRow>)> {
    req.scope("cases:read")?;
    let desk = offices::desk(req, office, Some(Role::Registry)).await?;
    let year = year.unwrap_or_else(|| i64::from(req.ctx.now.warsaw_date().year()));
    let seat = desk.clone();
    let rows = req.app.db.read(move |c| Box::pin(async move { incoming::register_of(c, &seat, year).await })).await?;
    log::exported(req, &desk, "incoming.exported", "incoming-register", &year.to_string(), Some(rows.len())).await?;
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
/// With the columns of the regulation, in Polish; only to those who keep the register.
///
/// # Errors
/// 400, 401, 403, 404.
#[utoipa::path(get, path = "/api/v1/offices/{office}/incoming.csv", operation_id = "getIncomingRegisterCsv", tag = "incoming",
    params(YearQuery),
    responses((status = 200, description = "The register", content_type = "text/csv", body = String)),
    security(("bearer" = ["cases:read"])))]
pub async fn register_csv(path: CsvPath, req: Req, Query(query): Query<YearQuery>) -> Answer {
    let (_, year, rows) = register(&req, &path.office, query.year).await?;
    let text = incoming::table(year, &rows).csv_for_programs()?;
    Ok(file(text, "text/csv; charset=utf-8", &format!("rpw-{year}.csv")))
}

/// Gives the register of a year as XML.
///
/// Only to those who keep the register.
///
/// # Errors
/// 400, 401, 403, 404.
#[utoipa::path(get, path = "/api/v1/offices/{office}/incoming.xml", operation_id = "getIncomingRegisterXml", tag = "incoming",
    params(YearQuery),
    responses((status = 200, description = "The register", content_type = "application/xml", body = String)),
    security(("bearer" = ["cases:read"])))]
pub async fn register_xml(path: XmlPath, req: Req, Query(query): Query<YearQuery>) -> Answer {
    let (desk, year, rows) = register(&req, &path.office, query.year).await?;
    let text = incoming::xml(&desk.office.name, year, &rows);
    Ok(file(text, "application/xml; charset=utf-8", &format!("rpw-{year}.xml")))
}
