//! `/api/v1/offices/{office}/cases`.

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use jiff::civil::Date;
use kernel::{
    Fault,
    ids::{IncomingId, PersonId, ServiceId, UnitId},
};
use law::term::Span;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use web::{Answer, Body, Cursor, Req, TypedPath};

use crate::{
    cases::{CaseRow, NewCase, Party, State, TermUnit},
    file_plan, filled_form,
    lists::{self, ListFilter, ListRow, PAGE, View},
    msg, once,
};

/// The cases of an office.
#[derive(TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/cases", rejection(web::BadPath))]
pub struct CasesPath {
    /// The office's name in addresses.
    pub office: String,
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
    /// `days`, `weeks`, `months`, `years` or `working_days`.
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
    let mail = body.incoming.map(IncomingId);
    let form = filled_form::prepare(&req.app, &desk, mail).await?;
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
                let row = form.open(c, &ctx, &desk, new).await?;
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

pub(super) fn opened(row: &CaseRow, today: Date) -> CaseItem {
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
