//! `POST /api/v1/offices/{office}/cases/{case}/settle`.

use kernel::{Result, ids::CaseId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Body, NoQuery, Once, Problem, Req};

use super::{
    case::{CaseFull, changed, outcomes},
    paths,
    upload::seen_first,
};
use crate::cases::{self, Outcome};

paths! {
    /// The end of a case.
    SettlePath "/api/v1/offices/{office}/cases/{case}/settle" { case: CaseId }
}

/// How a case ends.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SettleBody {
    /// The kind of ending: as the party asked, in part, refused, discontinued, left without examination, passed on to the
    /// competent authority, withdrawn, or otherwise done.
    #[schema(schema_with = outcomes)]
    pub outcome: Outcome,
    /// Remarks for the list of cases.
    #[serde(default)]
    #[schema(max_length = 10000)]
    pub remarks: String,
}

/// Settles a case and freezes it.
///
/// From then on nothing is added to it, and it gets the year of its disposal from its archival category.
///
/// # Errors
/// 401, 403, 404; 409 when it is settled already; 422.
#[utoipa::path(post, path = "/api/v1/offices/{office}/cases/{case}/settle", operation_id = "settleCase", tag = "cases",
    request_body(content = SettleBody, example = json!({"outcome": "granted", "remarks": "Decyzja z 2 marca 2026 r."})),
    responses((status = 200, description = "Settled, now or before with this key", body = CaseFull),
        (status = 409, description = "The case is settled already, or the key was used for another request")),
    security(("bearer" = ["cases:write"])))]
pub async fn settle(path: SettlePath, req: Req, _: NoQuery, body: Result<Body<SettleBody>, Problem>) -> Answer {
    req.scope("cases:write")?;
    let desk = offices::desk(&req, &path.office, None).await?;
    let Body(body) = seen_first(&req, &desk, path.case, body).await?;
    let done = Once::of(&req, &body)?
        .run(&req, move |c, ctx| {
            Box::pin(async move {
                cases::settle(c, ctx, &desk, path.case, body.outcome, &body.remarks).await?;
                changed(c, ctx, &desk, path.case).await
            })
        })
        .await?;
    Ok(done.ok())
}
