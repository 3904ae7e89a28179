//! `POST /api/v1/offices/{office}/cases/{case}/assign`: giving a case to a person, or handing it over to another unit.

use db::{Conn, q};
use kernel::{
    Fault, Result,
    ids::{CaseId, PersonId, UnitId},
};
use offices::Desk;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use web::{Answer, Body, NoQuery, Once, Problem, Req};

use super::{
    cases::{CaseItem, opened},
    paths,
    upload::seen_first,
};
use crate::{
    cases::{self, CaseRow},
    msg,
};

paths! {
    /// Into whose hands a case goes.
    HandPath "/api/v1/offices/{office}/cases/{case}/assign" { case: CaseId }
}

/// To whom a case goes.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandBody {
    /// The unit it is handed over to; the one that has it when left out.
    #[serde(default)]
    pub unit: Option<Uuid>,
    /// The person; nobody yet when left out.
    #[serde(default)]
    pub person: Option<Uuid>,
    /// Why it is handed over; stands in the record.
    #[serde(default)]
    #[schema(max_length = 10000, example = "Właściwa jest Gospodarka komunalna")]
    pub reason: String,
}

/// Assigns a case to a person (dekretacja), or hands it over to another unit.
///
/// With a `person` alone it is assigned within the unit that has it: by a superior to anyone there, by an official when nobody
/// handles it or they do. With a `unit` it is handed over, to a `person` there or to nobody yet; the reference stays. Whoever
/// gave a case away may not see it any more afterwards; the answer still shows it.
///
/// # Errors
/// 401, 403, 404; 409 when it is settled; 422.
#[utoipa::path(post, path = "/api/v1/offices/{office}/cases/{case}/assign", operation_id = "assignCase", tag = "cases",
    request_body = HandBody,
    responses((status = 200, description = "Given, now or before with this key", body = CaseItem),
        (status = 409, description = "The case is settled, or the key was used for another request")),
    security(("bearer" = ["cases:write"])))]
pub async fn assign(path: HandPath, req: Req, _: NoQuery, body: Result<Body<HandBody>, Problem>) -> Answer {
    req.scope("cases:write")?;
    let desk = offices::desk(&req, &path.office, None).await?;
    let Body(body) = seen_first(&req, &desk, path.case, body).await?;
    let done = Once::of(&req, &body)?
        .run(&req, move |c, ctx| {
            Box::pin(async move {
                let (unit, person) = (body.unit.map(UnitId), body.person.map(PersonId));
                let row = match (unit, person) {
                    (Some(unit), person) => {
                        cases::hand_over(c, ctx, &desk, path.case, unit, person, &body.reason).await?
                    }
                    (None, Some(person)) => cases::assign(c, ctx, &desk, path.case, person).await?,
                    (None, None) => return Err(Fault::field("person", msg::RECORDS_FIELD_TO)),
                };
                given(c, &desk, &row, ctx.now.warsaw_date()).await
            })
        })
        .await?;
    Ok(done.ok())
}

/// The case as its new holder has it.
async fn given(c: &mut Conn, desk: &Desk, row: &CaseRow, today: jiff::civil::Date) -> Result<CaseItem> {
    let (unit,): (String,) =
        c.one(q!("SELECT code FROM unit WHERE id = $1 AND office_id = $2", row.unit, desk.scope.office())).await?;
    Ok(CaseItem { unit, ..opened(row, today) })
}
