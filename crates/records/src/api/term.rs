//! `POST /api/v1/offices/{office}/cases/{case}/pause` and `…/resume`: the clock of the term.

use kernel::ids::CaseId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Body, NoQuery, Once, Problem, Req};

use super::{
    case::{CaseFull, changed, grounds},
    paths,
    upload::seen_first,
};
use crate::cases::{self, Ground};

paths! {
    /// Pausing the term.
    PausePath "/api/v1/offices/{office}/cases/{case}/pause" { case: CaseId }
    /// Letting the term run again.
    ResumePath "/api/v1/offices/{office}/cases/{case}/resume" { case: CaseId }
}

/// Why the term does not run.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PauseBody {
    /// The ground (KPA art. 35 § 5): a term set for something else, suspension, mediation, the party, or a cause the office
    /// could not help.
    #[schema(schema_with = grounds)]
    pub ground: Ground,
    /// Why, in words; stands in the record.
    #[schema(min_length = 1, max_length = 10000)]
    pub reason: String,
}

/// Pauses the term of a case from today.
///
/// # Errors
/// 401, 403, 404; 409 when it is paused already or the case is settled; 422.
#[utoipa::path(post, path = "/api/v1/offices/{office}/cases/{case}/pause", operation_id = "pauseCase", tag = "cases",
    request_body(content = PauseBody, example = json!({"ground": "party", "reason": "Strona ma dosłać mapę"})),
    responses((status = 200, description = "Paused, now or before with this key", body = CaseFull),
        (status = 409, description = "Paused already, the case is settled, or the key was used for another request")),
    security(("bearer" = ["cases:write"])))]
pub async fn pause(path: PausePath, req: Req, _: NoQuery, body: Result<Body<PauseBody>, Problem>) -> Answer {
    req.scope("cases:write")?;
    let desk = offices::desk(&req, &path.office, None).await?;
    let Body(body) = seen_first(&req, &desk, path.case, body).await?;
    let done = Once::of(&req, &body)?
        .run(&req, move |c, ctx| {
            Box::pin(async move {
                cases::pause(c, ctx, &desk, path.case, body.ground, &body.reason).await?;
                changed(c, ctx, &desk, path.case).await
            })
        })
        .await?;
    Ok(done.ok())
}

/// Lets the term of a case run again.
///
/// Today is the first day that counts. What a request to the party paused runs again by itself when the party answers.
///
/// # Errors
/// 401, 403, 404; 409 when it is not paused or the case is settled.
#[utoipa::path(post, path = "/api/v1/offices/{office}/cases/{case}/resume", operation_id = "resumeCase", tag = "cases",
    responses((status = 200, description = "Running, now or before with this key", body = CaseFull),
        (status = 409, description = "Not paused, the case is settled, or the key was used for another request")),
    security(("bearer" = ["cases:write"])))]
pub async fn resume(path: ResumePath, req: Req, _: NoQuery) -> Answer {
    req.scope("cases:write")?;
    let desk = offices::desk(&req, &path.office, None).await?;
    let done = Once::of(&req, &())?
        .run(&req, move |c, ctx| {
            Box::pin(async move {
                cases::resume(c, ctx, &desk, path.case).await?;
                changed(c, ctx, &desk, path.case).await
            })
        })
        .await?;
    Ok(done.ok())
}
