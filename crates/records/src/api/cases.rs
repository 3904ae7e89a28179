//! `/api/v1/offices/{office}/cases`.

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use jiff::civil::Date;
use kernel::{
    Fault, Result,
    ids::{CaseId, DocumentId, IncomingId, PersonId, ServiceId, UnitId},
};
use law::term::Span;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use web::{Answer, Body, Cursor, Req, TypedPath};

use crate::{
    cases::{self, CaseRow, NewCase, Party, State, TermUnit},
    chain::Link,
    documents, file_plan,
    lists::{self, ListFilter, ListRow, PAGE, View},
    log, msg, once, overview,
};

/// The cases of an office.
#[derive(TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/cases", rejection(web::BadPath))]
pub struct CasesPath {
    /// The office's name in addresses.
    pub office: String,
}

/// A case.
#[derive(TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/cases/{case}", rejection(web::BadPath))]
pub struct CasePath {
    /// The office's name in addresses.
    pub office: String,
    /// The case.
    pub case: CaseId,
}

/// The record of a case.
#[derive(TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/cases/{case}/record", rejection(web::BadPath))]
pub struct RecordPath {
    /// The office's name in addresses.
    pub office: String,
    /// The case.
    pub case: CaseId,
}

/// The documents of a case.
#[derive(TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/cases/{case}/documents", rejection(web::BadPath))]
pub struct DocumentsPath {
    /// The office's name in addresses.
    pub office: String,
    /// The case.
    pub case: CaseId,
}

/// A case in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseItem {
    /// The identifier.
    pub id: Uuid,
    /// The reference (znak sprawy).
    pub reference: String,
    /// The title.
    pub title: String,
    /// `open`, `paused` or `settled`.
    pub state: String,
    /// From whom; empty when opened on the office's own initiative.
    pub party: String,
    /// The symbol of the class.
    pub symbol: String,
    /// The code of the unit that has it.
    pub unit: String,
    /// Who handles it.
    pub handler: Option<Uuid>,
    /// The last day of the term, ISO 8601.
    pub due: Option<String>,
    /// Calendar days to the day due, negative when over; null while paused, when settled and without a term.
    pub days_left: Option<i64>,
    /// When it was opened, RFC 3339.
    pub opened: String,
    /// When it was settled, RFC 3339.
    pub settled: Option<String>,
}

/// A page of cases.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseList {
    /// The cases.
    pub items: Vec<CaseItem>,
    /// The cursor of the next page.
    pub next: Option<String>,
}

fn item(row: &ListRow, today: Date) -> CaseItem {
    CaseItem {
        id: row.id.0,
        reference: row.reference.clone(),
        title: row.title.clone(),
        state: row.state.as_str().into(),
        party: row.party.clone(),
        symbol: row.symbol.clone(),
        unit: row.unit_code.clone(),
        handler: row.handler.map(|p| p.0),
        due: row.due().map(|d| d.to_string()),
        days_left: row.days_left(today),
        opened: row.opened.rfc3339(),
        settled: row.settled.map(kernel::Micros::rfc3339),
    }
}

/// Lists cases the token's person sees.
///
/// # Errors
/// 401, 403, 404; 422 for a wrong cursor, view or state.
#[utoipa::path(get, path = "/api/v1/offices/{office}/cases", tag = "cases",
    params(("office" = String, Path), ("view" = Option<String>, Query, description = "waiting, due, overdue, followed, mine, open, unassigned, all (default)"),
        ("q" = Option<String>, Query), ("state" = Option<String>, Query), ("class" = Option<String>, Query),
        ("unit" = Option<Uuid>, Query), ("cursor" = Option<String>, Query)),
    responses((status = 200, body = CaseList), (status = 401), (status = 404)))]
pub async fn list(path: CasesPath, req: Req) -> Answer<axum::Json<CaseList>> {
    req.scope("cases:read")?;
    let desk = offices::desk(&req, &path.office, None).await?;
    let state = match req.query.some("state") {
        None => None,
        Some(word) => Some(State::parse(word).ok_or_else(|| Fault::field("state", msg::RECORDS_FIELD_WORD))?),
    };
    let view = match req.query.some("view") {
        None => View::All,
        Some(word) => View::ALL
            .iter()
            .find(|(_, w)| *w == word)
            .map(|(v, _)| *v)
            .ok_or_else(|| Fault::field("view", msg::RECORDS_FIELD_WORD))?,
    };
    let filter = ListFilter {
        view,
        unit: req.query.parsed::<UnitId>("unit"),
        state,
        class: req.query.some("class").map(str::to_owned),
        text: req.query.get("q").to_owned(),
    };
    let after = Cursor::decode(req.query.get("cursor"))?;
    let (ctx, today) = (req.ctx.clone(), req.ctx.now.warsaw_date());
    let page = req
        .app
        .db
        .read(move |c| Box::pin(async move { lists::list(c, &ctx, &desk, &filter, after, PAGE).await }))
        .await?;
    let items = page.rows.iter().map(|r| item(r, today)).collect();
    Ok(axum::Json(CaseList { items, next: page.next.map(Cursor::encode) }))
}

/// A term.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
pub struct TermBody {
    /// How many units, from 1.
    pub amount: u32,
    /// `days`, `weeks`, `months` or `years`.
    #[schema(value_type = String)]
    pub unit: TermUnit,
}

/// A party of a case to be opened.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PartyBody {
    /// Name of a person or of an organisation.
    pub name: String,
    /// Their account here.
    #[serde(default)]
    pub person: Option<Uuid>,
    /// E-mail.
    #[serde(default)]
    pub email: String,
    /// Telephone.
    #[serde(default)]
    pub phone: String,
    /// Postal address in one line.
    #[serde(default)]
    pub address: String,
    /// PESEL, NIP or REGON.
    #[serde(default)]
    pub identifier: String,
    /// Their own reference.
    #[serde(default)]
    pub reference: String,
    /// The date on their letter as far as known.
    #[serde(default)]
    pub letter_date: String,
}

/// A case to be opened.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCaseBody {
    /// The symbol of a final class of the file plan in force.
    pub symbol: String,
    /// The title.
    pub title: String,
    /// The unit; one's own when left out.
    #[serde(default)]
    pub unit: Option<Uuid>,
    /// The service.
    #[serde(default)]
    pub service: Option<Uuid>,
    /// Registered incoming mail it begins with.
    #[serde(default)]
    pub incoming: Option<Uuid>,
    /// From whom.
    #[serde(default)]
    pub party: Option<PartyBody>,
    /// The day the proceedings begin, ISO 8601; today when left out.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub started: Option<Date>,
    /// The term.
    #[serde(default)]
    pub term: Option<TermBody>,
}

/// Opens a case. With `Idempotency-Key` a repeated request gives the first one's answer and opens nothing.
///
/// # Errors
/// 401, 403, 404; 409 when the key was used for another request; 422 with the fields at fault.
#[utoipa::path(post, path = "/api/v1/offices/{office}/cases", tag = "cases", request_body = NewCaseBody,
    params(("office" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = CaseItem), (status = 409), (status = 422)))]
pub async fn open(path: CasesPath, req: Req, Body(body): Body<NewCaseBody>) -> Answer {
    req.scope("cases:write")?;
    let desk = offices::desk(&req, &path.office, Some(offices::Role::Official)).await?;
    let (ctx, key) = (req.ctx.clone(), req.idempotency_key.clone());
    let request = format!("POST {} {}", req.path, serde_json::to_string(&body).map_err(Fault::internal)?);
    let person = req.person()?;
    let (fresh, answer) = req
        .app
        .db
        .write(move |c| {
            Box::pin(async move {
                if let Some(key) = &key
                    && let Some(answer) = once::seen(c, person, key, &request).await?
                {
                    return Ok((false, answer));
                }
                let today = ctx.now.warsaw_date();
                let class = file_plan::by_symbol(c, desk.scope, body.symbol.trim(), today).await?;
                let class = class.ok_or_else(|| Fault::field("symbol", msg::RECORDS_FIELD_CLASS))?;
                let new = new_case(&body, class.id, desk.member.unit, today);
                let row = cases::open(c, &ctx, &desk, new).await?;
                let answer = serde_json::to_string(&opened(&row, today)).map_err(Fault::internal)?;
                if let Some(key) = &key {
                    once::keep(c, &ctx, person, key, &request, &answer).await?;
                }
                Ok((true, answer))
            })
        })
        .await?;
    let status = if fresh { StatusCode::CREATED } else { StatusCode::OK };
    let mut response: Response = (status, answer).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/json"));
    Ok(response)
}

fn new_case(body: &NewCaseBody, class: kernel::ids::ClassId, own: UnitId, today: Date) -> NewCase {
    NewCase {
        class,
        unit: body.unit.map_or(own, UnitId),
        title: body.title.clone(),
        service: body.service.map(ServiceId),
        incoming: body.incoming.map(IncomingId),
        party: body.party.clone().map(|p| Party {
            person: p.person.map(PersonId),
            name: p.name,
            email: p.email,
            phone: p.phone,
            address: p.address,
            identifier: p.identifier,
            reference: p.reference,
            letter_date: p.letter_date,
        }),
        started: body.started.unwrap_or(today),
        term: body.term.map(|t| Span::new(t.amount, t.unit.into())),
    }
}

fn opened(row: &CaseRow, today: Date) -> CaseItem {
    let due = row.due();
    CaseItem {
        id: row.id.0,
        reference: row.reference.clone(),
        title: row.title.clone(),
        state: row.state.as_str().into(),
        party: row.party_name.clone(),
        symbol: row.symbol.clone(),
        unit: row.unit_code.clone(),
        handler: row.handler.map(|p| p.0),
        due: due.map(|d| d.to_string()),
        days_left: due
            .filter(|_| row.state == State::Open)
            .and_then(|d| today.until(d).ok())
            .map(|s| i64::from(s.get_days())),
        opened: row.opened.rfc3339(),
        settled: row.settled.map(kernel::Micros::rfc3339),
    }
}

/// A pause of the term.
#[derive(Debug, Serialize, ToSchema)]
pub struct PauseItem {
    /// The first day that does not count.
    pub from: String,
    /// The last day that does not count; null while it lasts.
    pub to: Option<String>,
    /// The ground: `other-term`, `suspension`, `mediation`, `party`, `independent`.
    pub ground: String,
    /// Why.
    pub reason: String,
}

/// A party.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartyItem {
    /// What part it has.
    pub role: String,
    /// Name.
    pub name: String,
    /// The account.
    pub person: Option<Uuid>,
    /// E-mail.
    pub email: String,
    /// Address.
    pub address: String,
}

/// A case as a whole.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseFull {
    /// What a list shows.
    #[serde(flatten)]
    pub case: CaseItem,
    /// The title of the class.
    pub class: String,
    /// The archival category.
    pub category: Option<String>,
    /// The day the proceedings began.
    pub started: String,
    /// How it was settled.
    pub outcome: Option<String>,
    /// The first year it is due for disposal or review.
    pub disposal_year: Option<i64>,
    /// Parties.
    pub parties: Vec<PartyItem>,
    /// Pauses.
    pub pauses: Vec<PauseItem>,
    /// How many documents.
    pub documents: usize,
    /// How many entries the record has.
    pub record_entries: i64,
}

async fn read(req: &Req, office: &str, case: CaseId) -> Result<overview::CaseOverview> {
    req.scope("cases:read")?;
    let desk = offices::desk(req, office, None).await?;
    let ctx = req.ctx.clone();
    // Whoever reads a case that somebody else handles leaves a trace, in the same unit of work.
    req.app
        .db
        .write(move |c| {
            Box::pin(async move {
                let whole = overview::case_overview(c, &ctx, &desk, case).await?;
                log::case_opened(c, &ctx, &desk, &whole.case).await?;
                Ok(whole)
            })
        })
        .await
}

/// Shows a case.
///
/// # Errors
/// 401, 403, 404.
#[utoipa::path(get, path = "/api/v1/offices/{office}/cases/{case}", tag = "cases",
    params(("office" = String, Path), ("case" = Uuid, Path)), responses((status = 200, body = CaseFull), (status = 404)))]
pub async fn show(path: CasePath, req: Req) -> Answer<axum::Json<CaseFull>> {
    let whole = read(&req, &path.office, path.case).await?;
    let row = &whole.case;
    let mut case = opened(row, req.ctx.now.warsaw_date());
    case.unit = whole.unit.0.clone();
    Ok(axum::Json(CaseFull {
        case,
        class: whole.class.title.clone(),
        category: row.category.clone(),
        started: row.started.0.to_string(),
        outcome: row.outcome.map(|o| o.as_str().into()),
        disposal_year: row.disposal_year(),
        parties: whole
            .parties
            .iter()
            .map(|p| PartyItem {
                role: p.role.clone(),
                name: p.name.clone(),
                person: p.person.map(|id| id.0),
                email: p.email.clone(),
                address: p.address.clone(),
            })
            .collect(),
        pauses: whole
            .pauses
            .iter()
            .map(|p| PauseItem {
                from: p.from.0.to_string(),
                to: p.to.map(|d| d.0.to_string()),
                ground: p.ground.as_str().into(),
                reason: p.reason.clone(),
            })
            .collect(),
        documents: whole.documents.len(),
        record_entries: row.entries,
    }))
}

/// An entry of the record.
#[derive(Debug, Serialize, ToSchema)]
pub struct RecordItem {
    /// Its number, from 1.
    pub ordinal: i64,
    /// The link before, hexadecimal.
    pub prev: String,
    /// Its link: SHA-256 of `prev` (as 64 digits) and `payload`, hexadecimal.
    pub hash: String,
    /// The text that is hashed: canonical JSON (RFC 8785).
    pub payload: String,
    /// The same as data.
    #[schema(value_type = Object)]
    pub entry: serde_json::Value,
}

/// The record of a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct Record {
    /// The reference.
    pub reference: String,
    /// Whether every link holds and none is missing.
    pub intact: bool,
    /// The last link, hexadecimal.
    pub head: String,
    /// The entries, oldest first.
    pub items: Vec<RecordItem>,
    /// Always null: the record is given whole.
    pub next: Option<String>,
}

/// Gives the record of a case, so that anyone can check it.
///
/// # Errors
/// 401, 403, 404.
#[utoipa::path(get, path = "/api/v1/offices/{office}/cases/{case}/record", tag = "cases",
    params(("office" = String, Path), ("case" = Uuid, Path)), responses((status = 200, body = Record), (status = 404)))]
pub async fn record(path: RecordPath, req: Req) -> Answer<axum::Json<Record>> {
    let whole = read(&req, &path.office, path.case).await?;
    let items = whole.record.iter().map(|e| RecordItem {
        ordinal: e.ordinal,
        prev: e.prev.hex(),
        hash: e.hash.hex(),
        payload: e.payload.clone(),
        entry: serde_json::from_str(&e.payload).unwrap_or_default(),
    });
    Ok(axum::Json(Record {
        reference: whole.case.reference.clone(),
        intact: whole.intact,
        head: whole.record.last().map_or(Link::START, |e| e.hash).hex(),
        items: items.collect(),
        next: None,
    }))
}

/// A document.
#[derive(Debug, Serialize, ToSchema)]
pub struct DocumentItem {
    /// The identifier.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: String,
    /// Where it comes from: `party`, `sent`, `office`.
    pub origin: String,
    /// SHA-256 of its content, hexadecimal.
    pub sha256: String,
    /// Bytes.
    pub size: i64,
    /// Media type.
    pub media_type: String,
    /// When it was added, RFC 3339.
    pub added: String,
}

/// The documents of a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct DocumentList {
    /// The documents, oldest first.
    pub items: Vec<DocumentItem>,
    /// Always null: the list is given whole.
    pub next: Option<String>,
}

/// Lists the documents of a case.
///
/// # Errors
/// 401, 403, 404.
#[utoipa::path(get, path = "/api/v1/offices/{office}/cases/{case}/documents", tag = "cases",
    params(("office" = String, Path), ("case" = Uuid, Path)), responses((status = 200, body = DocumentList), (status = 404)))]
pub async fn documents(path: DocumentsPath, req: Req) -> Answer<axum::Json<DocumentList>> {
    let whole = read(&req, &path.office, path.case).await?;
    let items = whole.documents.into_iter().map(document_item).collect();
    Ok(axum::Json(DocumentList { items, next: None }))
}

fn document_item(d: documents::DocumentRow) -> DocumentItem {
    let DocumentId(id) = d.id;
    DocumentItem {
        id,
        name: d.name,
        kind: d.kind.as_str().into(),
        origin: d.origin.as_str().into(),
        sha256: d.hash.hex(),
        size: d.size,
        media_type: d.media_type,
        added: d.added.rfc3339(),
    }
}
