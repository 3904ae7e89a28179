//! `/api/v1/offices/{office}/cases/{case}`: one case and its record.

use db::Conn;
use jiff::civil::Date;
use kernel::{Ctx, Result, ids::CaseId};
use offices::Desk;
use serde::Serialize;
use utoipa::{ToSchema, openapi::schema::Object};
use uuid::Uuid;
use web::{Answer, NoQuery, Pages, Query, Req};

use super::{
    cases::{CaseItem, opened},
    paths,
};
use crate::{
    cases::{Ground, Outcome, PartyRole},
    chain::Link,
    log,
    overview::{self, CaseOverview},
};

paths! {
    /// A case.
    CasePath "/api/v1/offices/{office}/cases/{case}" { case: CaseId }
    /// The record of a case.
    RecordPath "/api/v1/offices/{office}/cases/{case}/record" { case: CaseId }
}

pub(super) fn grounds() -> Object {
    web::words("The ground on which the term does not run (KPA art. 35 § 5).", Ground::ALL.iter().map(|g| g.as_str()))
}

fn roles() -> Object {
    web::words("What part it has in the case.", PartyRole::ALL.iter().map(|r| r.as_str()))
}

pub(super) fn outcomes() -> Object {
    web::words(
        "The kind of ending: as the party asked, in part, refused, discontinued, left without examination, passed on to the competent authority, withdrawn, or otherwise done.",
        Outcome::ALL.iter().map(|o| o.as_str()),
    )
}

/// A pause of the term.
#[derive(Debug, Serialize, ToSchema)]
pub struct PauseItem {
    /// The first day that does not count.
    #[schema(format = Date)]
    pub from: String,
    /// The last day that does not count; null while it lasts.
    #[schema(format = Date)]
    pub to: Option<String>,
    /// The ground.
    #[schema(schema_with = grounds)]
    pub ground: String,
    /// Why.
    pub reason: String,
}

/// A party.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartyItem {
    /// What part it has.
    #[schema(schema_with = roles)]
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
    #[schema(example = "B5")]
    pub category: Option<String>,
    /// The day the proceedings began.
    #[schema(format = Date)]
    pub started: String,
    /// How it was settled: a word of the body of `settleCase`; null before.
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

/// Reads a case. Whoever reads one that somebody else handles leaves a trace, in the same unit of work.
pub(super) async fn read(req: &Req, office: &str, case: CaseId) -> Result<CaseOverview> {
    req.scope("cases:read")?;
    let desk = offices::desk(req, office, None).await?;
    let ctx = req.ctx.clone();
    req.app.db.write(move |c| Box::pin(async move { look(c, &ctx, &desk, case).await })).await
}

async fn look(c: &mut Conn, ctx: &Ctx, desk: &Desk, case: CaseId) -> Result<CaseOverview> {
    let whole = overview::case_overview(c, ctx, desk, case).await?;
    log::case_opened(c, ctx, desk, &whole.case).await?;
    Ok(whole)
}

/// The case as a change left it, for the answer to the change.
pub(super) async fn changed(c: &mut Conn, ctx: &Ctx, desk: &Desk, case: CaseId) -> Result<CaseFull> {
    Ok(full(&overview::case_overview(c, ctx, desk, case).await?, ctx.now.warsaw_date()))
}

fn full(whole: &CaseOverview, today: Date) -> CaseFull {
    let row = &whole.case;
    let mut case = opened(row, today);
    case.unit.clone_from(&whole.unit.0);
    CaseFull {
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
                role: p.role.as_str().into(),
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
    }
}

/// Shows a case.
///
/// A look at a case that somebody else handles is written into the log of access.
///
/// # Errors
/// 401, 403, 404.
#[utoipa::path(get, path = "/api/v1/offices/{office}/cases/{case}", operation_id = "getCase", tag = "cases",
    responses((status = 200, description = "The case", body = CaseFull)), security(("bearer" = ["cases:read"])))]
pub async fn show(path: CasePath, req: Req, _: NoQuery) -> Answer<axum::Json<CaseFull>> {
    let whole = read(&req, &path.office, path.case).await?;
    Ok(axum::Json(full(&whole, req.ctx.now.warsaw_date())))
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
    /// Whether every link of the whole record holds and none is missing.
    pub intact: bool,
    /// The last link of the whole record, hexadecimal.
    pub head: String,
    /// The entries, oldest first.
    pub items: Vec<RecordItem>,
    /// The cursor of the next page; null on the last.
    pub next: Option<String>,
}

/// Gives the record of a case (metryka), so that anyone can check it.
///
/// The hash of an entry is SHA-256 over the hash before as 64 hexadecimal digits and the payload; before the first entry stand
/// 64 zeros.
///
/// # Errors
/// 401, 403, 404.
#[utoipa::path(get, path = "/api/v1/offices/{office}/cases/{case}/record", operation_id = "getCaseRecord", tag = "cases",
    params(Pages),
    responses((status = 200, description = "The record", body = Record)), security(("bearer" = ["cases:read"])))]
pub async fn record(path: RecordPath, req: Req, Query(pages): Query<Pages>) -> Answer<axum::Json<Record>> {
    let whole = read(&req, &path.office, path.case).await?;
    let head = whole.record.last().map_or(Link::START, |e| e.hash).hex();
    // Entries have no identifier but their number.
    let (entries, next) = pages.of(whole.record, |e| Uuid::from_u128(u128::from(e.ordinal.unsigned_abs())));
    let items = entries.into_iter().map(|e| RecordItem {
        ordinal: e.ordinal,
        prev: e.prev.hex(),
        hash: e.hash.hex(),
        entry: serde_json::from_str(&e.payload).unwrap_or_default(),
        payload: e.payload,
    });
    let items = items.collect();
    Ok(axum::Json(Record { reference: whole.case.reference, intact: whole.intact, head, items, next }))
}
