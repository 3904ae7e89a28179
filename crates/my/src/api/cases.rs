//! `/api/v1/my/cases`: own cases and their documents.

use axum::Json;
use correspondence::{RequestRow, RequestState};
use kernel::{
    Fault, Micros,
    ids::{CaseId, DocumentId},
};
use records::{
    api::documents::{DocumentItem, DocumentList, give},
    cases::{Outcome, State},
    citizen::CitizenRow,
    documents::{DocumentRow, Kind},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema, openapi::schema::Object};
use uuid::Uuid;
use web::{Answer, Cursor, Limit, NoQuery, Pages, Query, Req};

use super::{enter, only, paths};
use crate::store;

paths! {
    /// Own cases.
    MyCasesPath "/api/v1/my/cases" {}
    /// One of them.
    MyCasePath "/api/v1/my/cases/{case}" { case: CaseId }
    /// Its documents.
    MyDocumentsPath "/api/v1/my/cases/{case}/documents" { case: CaseId }
    /// The content of a document.
    MyContentPath "/api/v1/my/cases/{case}/documents/{document}/content" { case: CaseId, document: DocumentId }
}

fn states() -> Object {
    web::words(
        "Where the case stands: in progress, with its term paused, or settled and frozen.",
        State::ALL.iter().map(|s| s.as_str()),
    )
}

fn requests() -> Object {
    web::words("Where the request stands.", RequestState::ALL.iter().map(|s| s.as_str()))
}

/// Which page of one's cases is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MyCasesQuery {
    /// How many items, 1 to 50.
    #[serde(default)]
    #[param(inline)]
    pub limit: Limit<50, 50>,
    /// `next` of the page before; the first page when left out.
    #[param(value_type = Option<String>)]
    pub cursor: Option<Cursor>,
}

/// A case of one's own in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyCase {
    /// The identifier.
    pub id: Uuid,
    /// The office's name in addresses.
    #[schema(example = "lublin")]
    pub office: String,
    /// The office's name.
    pub office_name: String,
    /// The reference (znak sprawy), borne for life.
    #[schema(example = "GK.6131.1.2026")]
    pub reference: String,
    /// The title.
    pub title: String,
    /// Where it stands.
    #[schema(schema_with = states)]
    pub state: String,
    /// The last day of the term, ISO 8601.
    #[schema(format = Date)]
    pub due: Option<String>,
    /// When it was opened, RFC 3339.
    #[schema(format = DateTime)]
    pub opened: String,
    /// When it was settled, RFC 3339.
    #[schema(format = DateTime)]
    pub settled: Option<String>,
    /// How it was settled: `granted`, `refused`…; null before.
    pub outcome: Option<String>,
}

/// A page of one's cases.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyCaseList {
    /// The cases, last opened first.
    pub items: Vec<MyCase>,
    /// The cursor of the next page; null on the last.
    pub next: Option<String>,
}

fn outcome(outcome: Option<Outcome>) -> Option<String> {
    outcome.map(|o| o.as_str().to_owned())
}

fn item(row: CitizenRow) -> MyCase {
    MyCase {
        id: row.id.0,
        due: row.due().map(|d| d.to_string()),
        office: row.office_slug,
        office_name: row.office_name,
        reference: row.reference,
        title: row.title,
        state: row.state.as_str().to_owned(),
        opened: row.opened.rfc3339(),
        settled: row.settled.map(Micros::rfc3339),
        outcome: outcome(row.outcome),
    }
}

/// Lists the cases of the token's person, in all offices: as a party, and those joined by a link.
#[utoipa::path(get, path = "/api/v1/my/cases", operation_id = "listMyCases", tag = "my", params(MyCasesQuery),
    responses((status = 200, description = "A page of cases", body = MyCaseList)), security(("bearer" = ["cases:read"])))]
pub async fn list(_: MyCasesPath, req: Req, Query(query): Query<MyCasesQuery>) -> Answer<Json<MyCaseList>> {
    req.scope("cases:read")?;
    let (person, only) = (req.person()?, only(&req));
    let (cursor, limit) = (query.cursor, query.limit.get());
    let (rows, next) = req
        .app
        .db
        .read(move |c| Box::pin(async move { store::own_cases(c, person, only, cursor, limit).await }))
        .await?;
    Ok(Json(MyCaseList { items: rows.into_iter().map(item).collect(), next: next.map(Cursor::encode) }))
}

/// A pause of the term.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyPause {
    /// The first day that does not count.
    #[schema(format = Date)]
    pub from: String,
    /// The last day that does not count; null while it lasts.
    #[schema(format = Date)]
    pub to: Option<String>,
    /// Why.
    pub reason: String,
}

/// Something the office asks for.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyRequest {
    /// The identifier, for the answer.
    pub id: Uuid,
    /// What is asked for.
    pub what: String,
    /// Until which day, ISO 8601.
    #[schema(format = Date)]
    pub due: String,
    /// Whether the term of the case waits for the answer.
    pub pauses: bool,
    /// Where it stands.
    #[schema(schema_with = requests)]
    pub state: String,
    /// When it was made, RFC 3339.
    #[schema(format = DateTime)]
    pub made_at: String,
}

fn request(r: RequestRow) -> MyRequest {
    MyRequest {
        id: r.id.into(),
        what: r.what,
        due: r.due.0.to_string(),
        pauses: r.pauses,
        state: r.state.as_str().to_owned(),
        made_at: r.made_at.rfc3339(),
    }
}

/// A case of one's own as a whole.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyCaseFull {
    /// What a list shows.
    #[serde(flatten)]
    pub case: MyCase,
    /// The name of the unit that has it.
    pub unit: String,
    /// The last day of the term as seen today, with the pauses so far, ISO 8601.
    #[schema(format = Date)]
    pub due_now: Option<String>,
    /// Pauses of the term, with reasons.
    pub pauses: Vec<MyPause>,
    /// What the office asks for.
    pub requests: Vec<MyRequest>,
}

/// Shows a case of one's own: where it is, until when, and what the office asks for.
#[utoipa::path(get, path = "/api/v1/my/cases/{case}", operation_id = "getMyCase", tag = "my",
    responses((status = 200, description = "The case", body = MyCaseFull)), security(("bearer" = ["cases:read"])))]
pub async fn show(path: MyCasePath, req: Req, _: NoQuery) -> Answer<Json<MyCaseFull>> {
    let access = enter(&req, path.case, "cases:read").await?;
    let (scope, id) = (access.scope, path.case);
    let asked = req.app.db.read(move |c| Box::pin(async move { correspondence::requests(c, scope, id).await })).await?;
    let case = access.need_case()?;
    let row = &case.case;
    Ok(Json(MyCaseFull {
        case: MyCase {
            id: row.id.0,
            office: case.office_slug.clone(),
            office_name: case.office_name.clone(),
            reference: row.reference.clone(),
            title: row.title.clone(),
            state: row.state.as_str().to_owned(),
            due: row.due().map(|d| d.to_string()),
            opened: row.opened.rfc3339(),
            settled: row.settled.map(Micros::rfc3339),
            outcome: outcome(row.outcome),
        },
        unit: case.unit_name.clone(),
        due_now: case.due.as_ref().map(|d| d.last_day.to_string()),
        pauses: case
            .pauses
            .iter()
            .map(|p| MyPause {
                from: p.from.0.to_string(),
                to: p.to.map(|d| d.0.to_string()),
                reason: p.reason.clone(),
            })
            .collect(),
        requests: asked.into_iter().map(request).collect(),
    }))
}

/// Whether a document stands in the list: letters have a list of their own, where opening one is its delivery.
fn listed(doc: &DocumentRow) -> bool {
    doc.kind != Kind::Letter
}

/// Lists the documents of a case of one's own: what came from the party and what was sent to the party.
///
/// Letters have a list of their own, for their first opening is their delivery.
#[utoipa::path(get, path = "/api/v1/my/cases/{case}/documents", operation_id = "listMyDocuments", tag = "my", params(Pages),
    responses((status = 200, description = "A page of documents", body = DocumentList)),
    security(("bearer" = ["cases:read"])))]
pub async fn documents(path: MyDocumentsPath, req: Req, Query(pages): Query<Pages>) -> Answer<Json<DocumentList>> {
    let access = enter(&req, path.case, "cases:read").await?;
    let all = access.need_case()?.documents.iter().filter(|d| listed(d)).cloned().collect();
    let (rows, next) = pages.of(all, |d: &DocumentRow| d.id.0);
    Ok(Json(DocumentList { items: rows.into_iter().map(DocumentItem::from).collect(), next }))
}

/// Downloads the content of a document of a case of one's own.
#[utoipa::path(get, path = "/api/v1/my/cases/{case}/documents/{document}/content", operation_id = "downloadMyDocument", tag = "my",
    responses((status = 200, description = "The content", body = Vec<u8>, content_type = "application/octet-stream")),
    security(("bearer" = ["cases:read"])))]
pub async fn content(path: MyContentPath, req: Req, _: NoQuery) -> Answer {
    let access = enter(&req, path.case, "cases:read").await?;
    let found = access.need_case()?.documents.iter().find(|d| d.id == path.document && listed(d));
    Ok(give(&req, found.ok_or_else(Fault::not_found)?).await?)
}
