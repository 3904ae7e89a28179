//! Who was at a session: by the trainer's list, or by a short code shown in the room.

use std::collections::BTreeMap;

use db::{Conn, q};
use kernel::{
    Ctx, Fault, Micros, OfficeScope, Result,
    ids::{EnrolmentId, LiveSessionId},
};

use crate::{
    Enrolment, LearnerRow, Mark, SessionRow, State,
    enrolment::{SELECT, lock},
    list::named,
    msg, progress,
    sessions::{own_session, session},
    words::Check,
};

/// What codes are made of: without signs that look or sound alike.
const SIGNS: &[u8] = b"ACDEFHJKLMNPRTUWXY34679";
/// The length of a code.
const LENGTH: usize = 6;
/// The most wrong codes a learner may try at one session.
const MOST_TRIES: i64 = 10;
/// The longest a code is valid, in minutes.
pub const LONGEST_MINUTES: i64 = 120;

db::text_enum! {
    /// How attendance was written down.
    pub enum AttendanceWay {
        /// By the trainer's list.
        List = "list",
        /// By the code shown in the room.
        Code = "code",
    }
}

/// Whether a learner was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attendance {
    /// Whether they were.
    pub present: bool,
    /// How it was written down.
    pub way: AttendanceWay,
    /// When.
    pub at: Micros,
}

/// Who was at a session, by enrolment; those nobody wrote down are missing.
///
/// # Errors
/// Those of the database.
pub async fn attendance(c: &mut Conn, id: LiveSessionId) -> Result<BTreeMap<EnrolmentId, Attendance>> {
    let rows: Vec<(EnrolmentId, bool, AttendanceWay, Micros)> = c
        .all(q!("SELECT enrolment_id, present, way, at FROM attendance WHERE session_id = $1 LIMIT 20000", id))
        .await?;
    Ok(rows.into_iter().map(|(e, present, way, at)| (e, Attendance { present, way, at })).collect())
}

/// The sessions a learner was at.
///
/// # Errors
/// Those of the database.
pub async fn attended(c: &mut Conn, enrolment: EnrolmentId) -> Result<Vec<LiveSessionId>> {
    let rows: Vec<(LiveSessionId,)> =
        c.all(q!("SELECT session_id FROM attendance WHERE enrolment_id = $1 AND present LIMIT 500", enrolment)).await?;
    Ok(rows.into_iter().map(|r| r.0).collect())
}

/// Everybody expected at a session of the office: those who learn or completed, of its group if it has one; at most 2,000.
///
/// # Errors
/// Those of the database.
pub async fn expected(c: &mut Conn, row: &SessionRow) -> Result<Vec<LearnerRow>> {
    let mut q = db::Q::new(SELECT).push(" WHERE e.course_id = ", row.course);
    q = q.push_in(" AND e.state IN ", [State::Active, State::Completed]);
    if let Some(group) = row.group {
        q = q.push(" AND e.group_id = ", group);
    }
    let rows: Vec<Enrolment> = c.all(q.text(" ORDER BY e.id LIMIT 2000")).await?;
    let mut all = Vec::new();
    for page in rows.chunks(500) {
        all.extend(named(c, page.to_vec()).await?);
    }
    all.sort_by_cached_key(|l| law::fold::sort_key(l.name.rsplit(' ').next().unwrap_or_default()));
    Ok(all)
}

/// Writes down, by the trainer's list, who was at a session of the office. Those named were. Of the others expected those the
/// list showed as present were not after all; who is written down otherwise meanwhile, by the code in the room, stays so;
/// whom nobody wrote down yet was not. Taking part counts for the session's item; what counted once stays so. Gives how many
/// were named.
///
/// # Errors
/// `NotFound`; `Conflict` when the session was called off.
pub async fn attend_by_list(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: LiveSessionId,
    present: &[EnrolmentId],
    shown: &[EnrolmentId],
) -> Result<usize> {
    let row = own_session(c, scope, id).await?;
    if row.cancelled {
        return Err(Fault::conflict(msg::ENROLMENTS_SESSION_OFF));
    }
    let mut there = 0;
    let mut all = expected(c, &row).await?;
    // Always in one order, so that two at once cannot wait for each other.
    all.sort_by_key(|l| l.enrolment.id);
    for learner in all {
        let enrolment = learner.enrolment.id;
        let was = present.contains(&enrolment);
        if was || shown.contains(&enrolment) {
            write(c, ctx, &row, enrolment, was, AttendanceWay::List).await?;
        } else {
            absent(c, ctx, &row, enrolment).await?;
        }
        there += usize::from(was);
    }
    Ok(there)
}

/// Writes down that somebody was not there, unless something is written down already.
async fn absent(c: &mut Conn, ctx: &Ctx, row: &SessionRow, enrolment: EnrolmentId) -> Result<()> {
    c.exec(q!(
        "INSERT INTO attendance (session_id, enrolment_id, present, way, tries, at) VALUES ($1, $2, FALSE, 'list', 0, $3) \
         ON CONFLICT (session_id, enrolment_id) DO NOTHING",
        row.id,
        enrolment,
        ctx.now
    ))
    .await
    .map(|_| ())
}

async fn write(
    c: &mut Conn,
    ctx: &Ctx,
    row: &SessionRow,
    enrolment: EnrolmentId,
    present: bool,
    way: AttendanceWay,
) -> Result<()> {
    c.exec(q!(
        "INSERT INTO attendance (session_id, enrolment_id, present, way, tries, at) VALUES ($1, $2, $3, $4, 0, $5) \
         ON CONFLICT (session_id, enrolment_id) DO UPDATE SET present = excluded.present, way = excluded.way, \
         at = excluded.at WHERE attendance.present <> excluded.present",
        row.id,
        enrolment,
        present,
        way,
        ctx.now
    ))
    .await?;
    let Some(item) = row.item.filter(|_| present) else { return Ok(()) };
    match progress::mark(c, ctx, enrolment, item, Mark::done()).await {
        // The learner's version may be older than the session's item.
        Err(fault) if fault.kind == kernel::FaultKind::NotFound => Ok(()),
        other => other.map(|_| ()),
    }
}

/// The code of a session and until when it is valid; `None` when there is none now.
///
/// # Errors
/// `NotFound`.
pub async fn code(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: LiveSessionId) -> Result<Option<(String, Micros)>> {
    let (code, until): (String, Option<Micros>) = c
        .one(q!("SELECT code, code_until FROM live_session WHERE id = $1 AND office_id = $2", id, scope.office()))
        .await?;
    Ok(until.filter(|u| *u > ctx.now && !code.is_empty()).map(|u| (code, u)))
}

/// Makes a new code for a session of the office, valid for so many minutes; one made before is valid no longer.
///
/// # Errors
/// `NotFound`; `Invalid` at `minutes`; `Conflict` when the session was called off.
pub async fn new_code(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: LiveSessionId, minutes: i64) -> Result<String> {
    let row = own_session(c, scope, id).await?;
    if row.cancelled {
        return Err(Fault::conflict(msg::ENROLMENTS_SESSION_OFF));
    }
    let mut check = Check::default();
    if !(1..=LONGEST_MINUTES).contains(&minutes) {
        check.with("minutes", msg::ENROLMENTS_CODE_MINUTES, vec![("max", LONGEST_MINUTES.into())]);
    }
    check.done()?;
    // Bytes above the last whole multiple are passed over, so that every sign is as likely.
    let whole = 256 / SIGNS.len() * SIGNS.len();
    let code: String = ctx
        .secret()
        .into_iter()
        .chain(ctx.secret())
        .filter(|b| usize::from(*b) < whole)
        .filter_map(|b| SIGNS.get(usize::from(b) % SIGNS.len()))
        .take(LENGTH)
        .map(|b| char::from(*b))
        .collect();
    c.exec(q!(
        "UPDATE live_session SET code = $2, code_until = $3 WHERE id = $1",
        id,
        &code,
        ctx.now.plus_seconds(minutes * 60)
    ))
    .await?;
    Ok(code)
}

/// What became of a code a learner typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeAnswer {
    /// The learner is written down as present.
    Present,
    /// It is another code.
    Wrong,
    /// No code is valid now: not yet, or no more.
    Late,
    /// Too many wrong ones; the trainer has the list.
    TooMany,
}

/// Writes down a learner as present by the code shown in the room. Case and spaces do not matter. The caller has checked
/// that the enrolment is the learner's. A wrong code is an answer, not a fault, so that it is counted.
///
/// # Errors
/// `NotFound` when the session is not for this learner; `Conflict` when they may not open the course.
pub async fn attend_by_code(
    c: &mut Conn,
    ctx: &Ctx,
    enrolment: EnrolmentId,
    id: LiveSessionId,
    typed: &str,
) -> Result<CodeAnswer> {
    let learner = lock(c, enrolment).await?;
    if !learner.state.open() {
        return Err(Fault::conflict(msg::ENROLMENTS_NOT_ACTIVE));
    }
    let row = session(c, learner.course, id).await?;
    if row.group.is_some() && row.group != learner.group {
        return Err(Fault::not_found());
    }
    let before: Option<(bool, i64)> = c
        .opt(q!("SELECT present, tries FROM attendance WHERE session_id = $1 AND enrolment_id = $2", id, enrolment))
        .await?;
    if before.is_some_and(|(present, _)| present) {
        return Ok(CodeAnswer::Present);
    }
    if before.is_some_and(|(_, tries)| tries >= MOST_TRIES) {
        return Ok(CodeAnswer::TooMany);
    }
    let (code, until): (String, Option<Micros>) =
        c.one(q!("SELECT code, code_until FROM live_session WHERE id = $1", id)).await?;
    if code.is_empty() || until.is_none_or(|until| until <= ctx.now) {
        return Ok(CodeAnswer::Late);
    }
    let typed: String = typed.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect();
    if typed == code {
        write(c, ctx, &row, enrolment, true, AttendanceWay::Code).await?;
        return Ok(CodeAnswer::Present);
    }
    c.exec(q!(
        "INSERT INTO attendance (session_id, enrolment_id, present, way, tries, at) VALUES ($1, $2, FALSE, 'code', 1, $3) \
         ON CONFLICT (session_id, enrolment_id) DO UPDATE SET tries = attendance.tries + 1",
        id,
        enrolment,
        ctx.now
    ))
    .await?;
    Ok(CodeAnswer::Wrong)
}
