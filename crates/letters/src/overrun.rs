//! The notice that a case will not be settled in time (KPA art. 36): drafted before the term passes.

use std::collections::BTreeMap;

use db::{Conn, q};
use jiff::ToSpan as _;
use kernel::{
    Ctx, Fault, Result,
    ids::{CaseId, OfficeId, PersonId, UnitId},
};
use offices::{Day, Desk};
use records::cases::{self, State};
use web::App;

use crate::{
    Kind, LetterRow,
    act::{Source, begin},
    msg, starter, template,
};

/// How many days before the term passes the notice is drafted.
const AHEAD_DAYS: i64 = 7;
/// How many days after the term passed it is still drafted, for cases nobody had at the time.
const BEHIND_DAYS: i64 = 60;
/// The most cases of one run.
const RUN: i64 = 1_000;

/// Drafts the notice of art. 36 for the term the case has now, from the office's own template or the starter one. The
/// reason and the new date are left for the official to fill in. Called again for the same term it gives the same draft.
///
/// # Errors
/// As [`cases::writable`]; `Invalid` when the case has no term.
pub async fn draft_overrun_notice(c: &mut Conn, ctx: &Ctx, desk: &Desk, case: CaseId) -> Result<LetterRow> {
    let row = cases::writable(c, desk, case).await?;
    let Some(due) = row.due() else { return Err(Fault::invalid(msg::LETTERS_NO_TERM)) };
    let own = template::by_starter(c, desk.scope, starter::OVERRUN).await?.filter(|t| !t.retired);
    let source = match own {
        Some(own) => Source { content: own.content.0, kind: own.kind, template: Some((own.id, own.version)) },
        None => Source { content: starter::content(starter::OVERRUN)?, kind: Kind::Notice, template: None },
    };
    begin(c, ctx, desk, &row, source, BTreeMap::new(), &format!("overrun-{due}"), Some(Day(due))).await
}

/// Drafts the notices of all cases whose term passes within a week, or has passed, and that have none yet; once a day.
/// Cases whose term is paused wait. Gives how many were drafted.
///
/// # Errors
/// Those of the database.
pub async fn prepare_overrun_notices(app: &App) -> Result<usize> {
    let today = app.clock.today();
    let from = today.checked_sub(BEHIND_DAYS.days()).map_err(Fault::internal)?;
    let to = today.checked_add(AHEAD_DAYS.days()).map_err(Fault::internal)?;
    let found: Vec<(OfficeId, CaseId, UnitId, Option<PersonId>)> = app
        .db
        .read(move |c| {
            Box::pin(async move {
                c.all(q!(
                    "SELECT cf.office_id, cf.id, cf.unit_id, cf.handler_id FROM unit u
                     JOIN case_file cf ON cf.unit_id = u.id AND cf.due >= $1 AND cf.due <= $2 AND cf.state <> 'settled'
                     WHERE cf.state = $3 AND NOT EXISTS
                         (SELECT 1 FROM letter l WHERE l.case_id = cf.id AND l.overrun_due = cf.due)
                     ORDER BY cf.due, cf.id LIMIT $4",
                    Day(from),
                    Day(to),
                    State::Open,
                    RUN
                ))
                .await
            })
        })
        .await?;
    let mut drafted = 0;
    for (office, case, unit, handler) in found {
        let ctx = app.system_ctx();
        let done = app.db.write(move |c| {
            let ctx = ctx.clone();
            Box::pin(async move {
                let Some(desk) = desk_for(c, office, unit, handler, today).await? else { return Ok(false) };
                draft_overrun_notice(c, &ctx, &desk, case).await.map(|_| true)
            })
        });
        match done.await {
            Ok(true) => drafted += 1,
            Ok(false) => {}
            // Settled or handed over meanwhile: the next run looks again.
            Err(e) if e.kind != kernel::FaultKind::Unavailable && e.kind != kernel::FaultKind::Internal => {}
            Err(e) => return Err(e),
        }
    }
    Ok(drafted)
}

/// The desk of who handles the case, or of the nearest superior of its unit.
async fn desk_for(
    c: &mut Conn,
    office: OfficeId,
    unit: UnitId,
    handler: Option<PersonId>,
    today: jiff::civil::Date,
) -> Result<Option<Desk>> {
    let scope = kernel::OfficeScope::checked(office);
    if let Some(person) = handler
        && offices::member_of(c, scope, person, today).await?.is_some()
    {
        return offices::desk_of(c, office, person, today).await.map(Some);
    }
    match offices::superiors_of(c, scope, unit, today).await?.first() {
        Some(superior) => offices::desk_of(c, office, superior.person, today).await.map(Some),
        None => Ok(None),
    }
}
