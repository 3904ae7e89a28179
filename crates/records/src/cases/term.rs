//! The term of a case: pauses (KPA art. 35 § 5), a new date (art. 36), and the day due that is stored for lists.

use db::{Conn, q};
use jiff::civil::Date;
use kernel::{
    Ctx, Fault, OfficeScope, Result,
    ids::{CaseId, PauseId},
};
use law::term::{Clock, Pause, Span, Unit};
use offices::{Day, Desk};
use serde_json::json;

use super::{CaseRow, NO_TERM, State, event, get, open_still, writable};
use crate::{
    chain::{self, Action},
    msg,
    words::{Check, MAX_LONG, lines},
};

db::text_enum! {
    /// Why time does not count into the term, KPA art. 35 § 5.
    pub enum Ground {
        /// A term set by law for something else, such as another authority's opinion.
        OtherTerm = "other-term",
        /// The proceedings are suspended (art. 97–98).
        Suspension = "suspension",
        /// Mediation.
        Mediation = "mediation",
        /// The party must supply something or has caused the delay.
        Party = "party",
        /// A cause the office could not help.
        Independent = "independent",
    }
}

impl Ground {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Ground::OtherTerm => msg::RECORDS_GROUND_OTHER_TERM,
            Ground::Suspension => msg::RECORDS_GROUND_SUSPENSION,
            Ground::Mediation => msg::RECORDS_GROUND_MEDIATION,
            Ground::Party => msg::RECORDS_GROUND_PARTY,
            Ground::Independent => msg::RECORDS_GROUND_INDEPENDENT,
        }
    }
}

db::row! {
    /// A pause of a case's term.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    pub struct PauseRow {
        /// The identifier.
        pub id: PauseId,
        /// The first day that does not count.
        pub from: Day,
        /// The last day that does not count; `None` while it lasts.
        pub to: Option<Day>,
        /// On what ground.
        pub ground: Ground,
        /// Why, in words.
        pub reason: String,
    }
}

/// The pauses of a case, oldest first.
///
/// # Errors
/// Those of the database.
pub async fn pauses(c: &mut Conn, scope: OfficeScope, case: CaseId) -> Result<Vec<PauseRow>> {
    c.all(q!(
        "SELECT id, from_date, to_date, ground, reason FROM case_pause WHERE case_id = $1 AND office_id = $2
         ORDER BY from_date, id LIMIT 1000",
        case,
        scope.office()
    ))
    .await
}

/// The running term of a case with its pauses. After a new date was set (art. 36) it is counted from the day of the
/// decision to that date, and only pauses after the decision push it; unless the original term ends later anyway.
/// `None` without a term, or with one that cannot be counted.
pub fn clock(row: &CaseRow, pauses: &[PauseRow]) -> Option<Clock> {
    let with_pauses = |mut clock: Clock, since: Date| {
        for p in pauses.iter().filter(|p| p.to.is_none_or(|to| to.0 > since)) {
            clock.pause(Pause { from: p.from.0, to: p.to.map(|d| d.0) }).ok()?;
        }
        clock.settle(row.settled.map(kernel::Micros::warsaw_date));
        Some(clock)
    };
    let original = row.span().and_then(|span| with_pauses(Clock::new(row.started.0, span).ok()?, row.started.0));
    let extended = row.extended_on.zip(row.extended_to).and_then(|(on, to)| {
        let days = on.0.until(to.0).ok()?.get_days();
        let span = Span::new(u32::try_from(days).ok()?, Unit::Days);
        with_pauses(Clock::new(on.0, span).ok()?, on.0)
    });
    match (original, extended) {
        (Some(a), Some(b)) => {
            let last = |c: &Clock| c.due(row.started.0).map(|d| d.last_day).ok();
            Some(if last(&b) >= last(&a) { b } else { a })
        }
        (a, b) => b.or(a),
    }
}

/// The last day as seen today; [`NO_TERM`] without a term.
pub fn due_of(row: &CaseRow, pauses: &[PauseRow], today: Date) -> Date {
    clock(row, pauses).and_then(|c| c.due(today).ok()).map_or(NO_TERM, |d| d.last_day)
}

async fn store_due(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: CaseId, state: State) -> Result<CaseRow> {
    let row = get(c, scope, id).await?;
    let pauses = pauses(c, scope, id).await?;
    let due = due_of(&row, &pauses, ctx.now.warsaw_date());
    c.exec(q!(
        "UPDATE case_file SET due = $3, state = $4 WHERE id = $1 AND office_id = $2",
        id,
        scope.office(),
        Day(due),
        state
    ))
    .await?;
    Ok(CaseRow { due_stored: Day(due), state, ..row })
}

/// Pauses the term from today.
///
/// # Errors
/// As [`writable`]; `Invalid` at `reason`; `Conflict` when it is paused already.
pub async fn pause(c: &mut Conn, ctx: &Ctx, desk: &Desk, id: CaseId, ground: Ground, reason: &str) -> Result<CaseRow> {
    writable(c, desk, id).await?;
    pause_by(c, ctx, desk.scope, id, ground, reason, &desk.member.position).await
}

/// Pauses the term for a subject that has checked the right itself, such as a request to the party.
///
/// # Errors
/// As [`pause`].
pub async fn pause_by(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: CaseId,
    ground: Ground,
    reason: &str,
    position: &str,
) -> Result<CaseRow> {
    let reason = lines(reason);
    let mut check = Check::default();
    check.text("reason", &reason, MAX_LONG);
    check.done()?;
    let row = open_still(c, scope, id).await?;
    if row.state == State::Paused {
        return Err(Fault::conflict(msg::RECORDS_PAUSED_ALREADY));
    }
    let today = ctx.now.warsaw_date();
    let mut action =
        Action::new("case.paused").text(&reason).fact("from", today.to_string()).fact("ground", ground.as_str());
    action.position = position.to_owned();
    chain::append(c, ctx, scope, id, action).await?;
    c.exec(q!(
        "INSERT INTO case_pause (id, office_id, case_id, from_date, ground, reason) VALUES ($1, $2, $3, $4, $5, $6)",
        ctx.new_id::<PauseId>(),
        scope.office(),
        id,
        Day(today),
        ground,
        &reason
    ))
    .await?;
    let row = store_due(c, ctx, scope, id, State::Paused).await?;
    c.emit(ctx, &event("case.paused", scope, &row, json!({"from": today.to_string(), "ground": ground.as_str()})))
        .await?;
    Ok(row)
}

/// Lets the term run again; today is the first day that counts.
///
/// # Errors
/// As [`writable`]; `Conflict` when it is not paused.
pub async fn resume(c: &mut Conn, ctx: &Ctx, desk: &Desk, id: CaseId) -> Result<CaseRow> {
    writable(c, desk, id).await?;
    resume_by(c, ctx, desk.scope, id, &desk.member.position).await
}

/// Lets the term run again for a subject that has checked the right itself, such as the party's answer to a request.
///
/// # Errors
/// As [`resume`].
pub async fn resume_by(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: CaseId, position: &str) -> Result<CaseRow> {
    let row = open_still(c, scope, id).await?;
    let open = pauses(c, scope, id).await?.into_iter().find(|p| p.to.is_none());
    let (State::Paused, Some(open)) = (row.state, open) else {
        return Err(Fault::conflict(msg::RECORDS_NOT_PAUSED));
    };
    let today = ctx.now.warsaw_date();
    let yesterday = today.yesterday().map_err(Fault::internal)?;
    if yesterday < open.from.0 {
        // Begun and ended on one day: no whole day was lost (art. 35 § 5 counts days), so nothing is left to count.
        c.exec(q!("DELETE FROM case_pause WHERE id = $1 AND office_id = $2", open.id, scope.office())).await?;
    } else {
        c.exec(q!(
            "UPDATE case_pause SET to_date = $3 WHERE id = $1 AND office_id = $2",
            open.id,
            scope.office(),
            Day(yesterday)
        ))
        .await?;
    }
    let row = store_due(c, ctx, scope, id, State::Open).await?;
    let mut action = Action::new("case.resumed").fact("from", today.to_string());
    if let Some(due) = row.due() {
        action = action.fact("due", due.to_string());
    }
    action.position = position.to_owned();
    chain::append(c, ctx, scope, id, action).await?;
    let row = get(c, scope, id).await?;
    c.emit(ctx, &event("case.resumed", scope, &row, json!({"due": row.due().map(|d| d.to_string())}))).await?;
    Ok(row)
}

/// Sets a new date by which the case will be settled (KPA art. 36 § 1): after the day due so far, at most a year ahead.
/// The letter that tells the party why, with the instruction on the reminder (ponaglenie), is the office's to send.
///
/// # Errors
/// As [`writable`]; `Invalid` at `until` or `reason`.
pub async fn extend(c: &mut Conn, ctx: &Ctx, desk: &Desk, id: CaseId, until: Date, reason: &str) -> Result<CaseRow> {
    let row = writable(c, desk, id).await?;
    let reason = lines(reason);
    let today = ctx.now.warsaw_date();
    let mut check = Check::default();
    check.text("reason", &reason, MAX_LONG);
    let far = today.until(until).map_or(i32::MAX, |s| s.get_days());
    if until <= today || row.due().is_some_and(|due| until <= due) || far > 366 {
        check.fault("until", msg::RECORDS_FIELD_UNTIL);
    }
    check.done()?;
    c.exec(q!(
        "UPDATE case_file SET extended_on = $3, extended_to = $4 WHERE id = $1 AND office_id = $2",
        id,
        desk.scope.office(),
        Day(today),
        Day(until)
    ))
    .await?;
    let row = store_due(c, ctx, desk.scope, id, row.state).await?;
    let mut action = Action::new("case.extended").at(desk).text(&reason).fact("until", until.to_string());
    if let Some(due) = row.due() {
        action = action.fact("due", due.to_string());
    }
    chain::append(c, ctx, desk.scope, id, action).await?;
    let row = get(c, desk.scope, id).await?;
    c.emit(ctx, &event("case.extended", desk.scope, &row, json!({"due": row.due().map(|d| d.to_string())}))).await?;
    Ok(row)
}
