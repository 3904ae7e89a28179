//! The end of a case: settled and frozen, and the rare opening again.

use db::{Conn, q};
use kernel::{Ctx, Fault, Result, ids::CaseId};
use law::file_plan::{Category, retain_until};
use offices::{Day, Desk, Role};
use serde_json::json;

use super::{CaseRow, Outcome, State, case, event, get, pauses, writable};
use crate::{
    chain::{self, Action},
    msg, policy,
    words::{Check, MAX_LONG, lines},
};

/// Settles a case and freezes it: from then on nothing is added (Dz.U. 2006 nr 206 poz. 1518, § 6). Stores through
/// which year it is kept, counted from its archival category. A pause that lasts ends with it.
///
/// # Errors
/// As [`writable`]; `Invalid` at `remarks` when it is too long.
pub async fn settle(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    id: CaseId,
    outcome: Outcome,
    remarks: &str,
) -> Result<CaseRow> {
    let row = writable(c, desk, id).await?;
    let remarks = lines(remarks);
    let mut check = Check::default();
    check.short("remarks", &remarks, MAX_LONG);
    check.done()?;
    let today = ctx.now.warsaw_date();
    let category = row.category.as_deref().and_then(|k| k.parse::<Category>().ok());
    let kept = category.and_then(|k| retain_until(k, today)).map(i64::from);
    let mut action = Action::new("case.settled").at(desk).text(&remarks).fact("outcome", outcome.as_str());
    if let Some(kept) = kept {
        action = action.fact("kept_through", kept);
    }
    chain::append(c, ctx, desk.scope, id, action).await?;
    if row.state == State::Paused {
        let open = pauses(c, desk.scope, id).await?.into_iter().find(|p| p.to.is_none());
        if let Some(open) = open {
            c.exec(q!("UPDATE case_pause SET to_date = $2 WHERE id = $1", open.id, Day(today.max(open.from.0))))
                .await?;
        }
    }
    c.exec(q!(
        "UPDATE case_file SET state = 'settled', settled = $3, outcome = $4, kept_through = $5
         WHERE id = $1 AND office_id = $2",
        id,
        desk.scope.office(),
        ctx.now,
        outcome,
        kept
    ))
    .await?;
    let row = get(c, desk.scope, id).await?;
    c.emit(ctx, &event("case.settled", desk.scope, &row, json!({"outcome": outcome.as_str()}))).await?;
    Ok(row)
}

/// Opens a settled case again, by a superior and with a reason, both written into the record. The term, already over or
/// not, is the one it had.
///
/// # Errors
/// `NotFound` for a case they may not see, `Forbidden` for others than superiors, `Conflict` when it is not settled,
/// `Invalid` at `reason`.
pub async fn reopen(c: &mut Conn, ctx: &Ctx, desk: &Desk, id: CaseId, reason: &str) -> Result<CaseRow> {
    let row = case(c, desk, id).await?;
    if !policy::has(desk, Role::Superior) {
        return Err(Fault::forbidden());
    }
    let reason = lines(reason);
    let mut check = Check::default();
    check.text("reason", &reason, MAX_LONG);
    check.done()?;
    let done = c
        .exec(q!(
            "UPDATE case_file SET state = 'open', settled = NULL, outcome = NULL, kept_through = NULL
             WHERE id = $1 AND office_id = $2 AND state = 'settled'",
            row.id,
            desk.scope.office(),
        ))
        .await?;
    if done == 0 {
        return Err(Fault::conflict(msg::RECORDS_NOT_SETTLED));
    }
    let mut action = Action::new("case.reopened").at(desk).text(&reason);
    if let Some(outcome) = row.outcome {
        action = action.fact("outcome_before", outcome.as_str());
    }
    chain::append(c, ctx, desk.scope, id, action).await?;
    let row = get(c, desk.scope, id).await?;
    c.emit(ctx, &event("case.reopened", desk.scope, &row, json!({}))).await?;
    Ok(row)
}
