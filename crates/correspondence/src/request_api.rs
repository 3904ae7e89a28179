//! `/api/v1/offices/{office}/cases/{case}/requests`: what the party is asked to supply.

use axum::Json;
use jiff::civil::Date;
use kernel::{
    Result,
    ids::{CaseId, RequestId},
};
use serde::{Deserialize, Serialize};
use utoipa::{ToSchema, openapi::schema::Object};
use uuid::Uuid;
use web::{Answer, Body, NoQuery, Once, Pages, Problem, Query, Req, TypedPath};

use crate::{NewRequest, RequestRow, RequestState, api::enter, ask, close_request, requests};

/// The requests of a case.
#[derive(TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/cases/{case}/requests", rejection(web::BadPath))]
pub(crate) struct RequestsPath {
    pub office: String,
    pub case: CaseId,
}

/// Closing a request.
#[derive(TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/cases/{case}/requests/{request}/close", rejection(web::BadPath))]
pub(crate) struct ClosePath {
    pub office: String,
    pub case: CaseId,
    pub request: RequestId,
}

fn states() -> Object {
    web::words("Where the request stands.", RequestState::ALL.iter().map(|s| s.as_str()))
}

/// A request to the party.
#[derive(Debug, Serialize, ToSchema)]
pub struct RequestItem {
    /// The identifier.
    pub id: Uuid,
    /// What is asked for.
    #[schema(example = "Wypis z rejestru gruntów dla działki 118/4")]
    pub what: String,
    /// Until which day, ISO 8601.
    #[schema(format = Date)]
    pub due: String,
    /// Why the term of the case waits for the answer; null when it does not.
    pub pause: Option<String>,
    /// Where it stands.
    #[schema(schema_with = states)]
    pub state: String,
    /// When it was made, RFC 3339.
    #[schema(format = DateTime)]
    pub made_at: String,
    /// Who asked.
    pub made_by: String,
    /// When the party first opened it, RFC 3339.
    #[schema(format = DateTime)]
    pub read_at: Option<String>,
    /// The message that answered it.
    pub message: Option<Uuid>,
    /// When it was answered or closed, RFC 3339.
    #[schema(format = DateTime)]
    pub ended_at: Option<String>,
    /// Why it was closed; empty otherwise.
    pub end_reason: String,
}

/// The requests of a case, oldest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct RequestList {
    /// The requests.
    pub items: Vec<RequestItem>,
    /// The cursor of the next page; null on the last.
    pub next: Option<String>,
}

/// What the party is to supply.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestBody {
    /// What.
    #[schema(min_length = 1, max_length = 2000, example = "Wypis z rejestru gruntów dla działki 118/4")]
    pub what: String,
    /// Until which day, ISO 8601: after today, at most a year ahead. At least 7 days for what an application lacks (KPA art. 64
    /// § 2).
    #[schema(value_type = String, format = Date)]
    pub due: Date,
    /// Why the term of the case waits for the answer (KPA art. 35 § 5); it goes on running when left out.
    #[serde(default)]
    #[schema(max_length = 10000, example = "Oczekiwanie na uzupełnienie przez stronę (art. 35 § 5 k.p.a.)")]
    pub pause: Option<String>,
}

/// Why a request is closed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseBody {
    /// Why.
    #[schema(min_length = 1, max_length = 10000, example = "Wypis mamy już z ewidencji")]
    pub reason: String,
}

impl From<RequestRow> for RequestItem {
    fn from(r: RequestRow) -> Self {
        Self {
            id: r.id.0,
            what: r.what,
            due: r.due.0.to_string(),
            pause: r.pauses.then_some(r.reason),
            state: r.state.as_str().to_owned(),
            made_at: r.made_at.rfc3339(),
            made_by: r.made_by_name,
            read_at: r.read_at.map(kernel::Micros::rfc3339),
            message: r.message.map(Into::into),
            ended_at: r.ended_at.map(kernel::Micros::rfc3339),
            end_reason: r.end_reason,
        }
    }
}

/// Lists what the party of a case was asked for, the oldest first.
#[utoipa::path(
    get, path = "/api/v1/offices/{office}/cases/{case}/requests", operation_id = "listCaseRequests", tag = "messages",
    params(Pages),
    responses((status = 200, description = "A page of requests", body = RequestList)), security(("bearer" = ["cases:read"]))
)]
pub(crate) async fn list(path: RequestsPath, req: Req, Query(pages): Query<Pages>) -> Answer<Json<RequestList>> {
    let (desk, case) = enter(&req, &path.office, path.case, "cases:read").await?;
    records::log::looked_at_case(&req, &desk, &case).await?;
    let found = req.app.db.read(move |c| Box::pin(async move { requests(c, desk.scope, case.id).await })).await?;
    let (found, next) = pages.of(found, |r| r.id.0);
    Ok(Json(RequestList { items: found.into_iter().map(RequestItem::from).collect(), next }))
}

/// Asks the party of a case to supply something until a day.
///
/// With `pause` the term of the case waits for the answer. The party gets an e-mail that there is news, and answers with files,
/// words or both. A formal summons (KPA art. 64 § 2) is sent as a letter.
#[utoipa::path(
    post, path = "/api/v1/offices/{office}/cases/{case}/requests", operation_id = "askCaseParty", tag = "messages",
    request_body = RequestBody,
    responses((status = 201, description = "Asked", body = RequestItem),
              (status = 200, description = "Asked before with this key", body = RequestItem),
              (status = 409, description = "The case is settled, its term is paused for another reason, or the key was used for another request")),
    security(("bearer" = ["cases:write"]))
)]
pub(crate) async fn make(path: RequestsPath, req: Req, _: NoQuery, body: Result<Body<RequestBody>, Problem>) -> Answer {
    let (desk, case) = enter(&req, &path.office, path.case, "cases:write").await?;
    let Body(body) = body?;
    let form = req.once();
    let done = Once::of(&req, &body)?
        .run(&req, move |c, ctx| {
            Box::pin(async move {
                let new = NewRequest { what: body.what, due: body.due, pause: body.pause, once: form };
                ask(c, ctx, &desk, case.id, new).await.map(RequestItem::from).map_err(|mut fault| {
                    // On the page the reason is a field of its own; here it is what pauses.
                    for f in fault.fields.iter_mut().filter(|f| f.field == "reason") {
                        f.field = "pause".into();
                    }
                    fault
                })
            })
        })
        .await?;
    Ok(done.created())
}

/// Closes a request the office needs no answer to any more.
///
/// The term it paused runs again.
#[utoipa::path(
    post, path = "/api/v1/offices/{office}/cases/{case}/requests/{request}/close", operation_id = "closeCaseRequest",
    tag = "messages", request_body = CloseBody,
    responses((status = 200, description = "Closed, now or before with this key", body = RequestItem),
              (status = 404, description = "No such request in this case"),
              (status = 409, description = "Answered or closed already, the case is settled, or the key was used for another request")),
    security(("bearer" = ["cases:write"]))
)]
pub(crate) async fn close(path: ClosePath, req: Req, _: NoQuery, body: Result<Body<CloseBody>, Problem>) -> Answer {
    let (desk, case) = enter(&req, &path.office, path.case, "cases:write").await?;
    let Body(body) = body?;
    let done = Once::of(&req, &body)?
        .run(&req, move |c, ctx| {
            Box::pin(async move {
                close_request(c, ctx, &desk, case.id, path.request, &body.reason).await.map(RequestItem::from)
            })
        })
        .await?;
    Ok(done.ok())
}
