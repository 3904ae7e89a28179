//! Answers that came after an attempt had ended by the clock, because there was no network: they are kept, and a trainer who
//! sees when they were given and when they came decides whether they count. Nothing counts by itself after the end.

use courses::Waiting;
use db::{Conn, Json, q};
use kernel::{
    Ctx, Fault, Micros, OfficeScope, Result,
    ids::{AttemptId, OfficeId},
};
use questions::Response;
use serde::{Deserialize, Serialize};

use crate::{
    answer::not_ahead,
    attempt::{AnswerRow, Attempt, AttemptState, answers, lock, touched},
    msg,
    ready::Quiz,
    settings::GRACE_SECONDS,
    submit::{finish, graded},
    trace::{Did, trace},
};

/// What the times of ordinals begin with, in milliseconds: 13 September 2020. Those of forms without scripts, and of windows
/// that count on from another, may be anything.
const FROM: i64 = 1_600_000_000_000;
/// By how many milliseconds a device's clock may differ from the server's before it is wrong: an answer is longer on its way
/// than this only where it is given up.
const SLACK: i64 = 30_000;

/// For how many days after its end late answers to an attempt are kept.
pub const LATE_DAYS: i64 = 30;

db::text_enum! {
    /// What became of an answer that came late.
    pub enum LateState {
        /// A trainer has not decided yet.
        Waits = "waits",
        /// It counts.
        Counted = "counted",
        /// It does not.
        Left = "left",
    }
}

/// An answer that another stands in the place of, with the mark it had.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Before {
    /// Its ordinal.
    pub ordinal: i64,
    /// What it was.
    pub response: Response,
    /// When it came.
    pub saved_at: Micros,
    /// What a person gave, 0 to 1.
    #[serde(default)]
    pub mark: Option<f64>,
    /// What they said.
    #[serde(default)]
    pub remark: Option<String>,
    /// Who.
    #[serde(default)]
    pub marked_by: Option<String>,
    /// When.
    #[serde(default)]
    pub marked_at: Option<Micros>,
}

impl Before {
    /// An answer as it stands.
    fn of(row: &AnswerRow) -> Self {
        Self {
            ordinal: row.ordinal,
            response: row.response.0.clone(),
            saved_at: row.saved_at,
            mark: row.mark,
            remark: row.remark.clone(),
            marked_by: row.marked_by.clone(),
            marked_at: row.marked_at,
        }
    }

    /// A late answer that counts for the first time: nobody has marked it.
    fn late(late: &LateAnswer) -> Self {
        Self {
            ordinal: late.ordinal,
            response: late.response.0.clone(),
            saved_at: late.came,
            mark: None,
            remark: None,
            marked_by: None,
            marked_at: None,
        }
    }
}

db::row! {
    /// An answer that came late.
    #[derive(Debug, Clone, PartialEq)]
    pub struct LateAnswer {
        /// Which question of the attempt, from 0.
        pub slot: i64,
        /// Counted by the browser.
        pub ordinal: i64,
        /// What was answered.
        pub response: Json<Response>,
        /// When it was given, by the learner's device; none when it did not tell.
        pub given: Option<Micros>,
        /// When it came.
        pub came: Micros,
        /// What became of it.
        pub state: LateState,
        /// The other of the two: what it took the place of while it counts; itself, with the mark it got, once it was left out
        /// again.
        pub before: Option<Json<Before>>,
        /// Who decided.
        pub decided_by: Option<String>,
    }
}

impl LateAnswer {
    /// Whether even the learner's device says that it was given after the end, the grace for answers under way included:
    /// then nobody can count it.
    pub fn after(&self, attempt: &Attempt) -> bool {
        let end = attempt.ends.map(|e| e.plus_seconds(GRACE_SECONDS));
        self.given.is_some_and(|given| end.is_some_and(|end| given > end))
    }
}

/// What became of an answer sent after the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It waits for a trainer.
    Late,
    /// The same answer was saved in time.
    Same,
    /// The learner handed the attempt in themselves, it ended more than [`LATE_DAYS`] ago, or a trainer has decided about a
    /// late answer to the same question already.
    Refused,
}

/// When an answer was given, from its ordinal (milliseconds by the device's clock) and what that clock said when it was sent:
/// a clock that is wrong is set right by the difference. None when the ordinal is no time.
pub fn given(now: Micros, ordinal: i64, device: Option<i64>) -> Option<Micros> {
    let at = match device {
        Some(device) if device >= ordinal && ordinal >= FROM => {
            now.0.checked_sub((device - ordinal).checked_mul(1000)?)?
        }
        _ => ordinal.checked_mul(1000)?,
    };
    // Nothing is given after it came.
    (at >= FROM * 1000).then_some(Micros(at).min(now))
}

/// The ordinal of an answer by the server's clock, from the one by the device's clock and what that clock said when it was
/// sent: on two devices whose clocks differ the answer given later has the higher one. As it is when the clocks agree, and when
/// it is no time by the device's clock.
pub fn ordinal_of(now: Micros, ordinal: i64, device: Option<i64>) -> i64 {
    let off = device.filter(|d| *d >= ordinal && ordinal >= FROM).and_then(|d| (now.0 / 1000).checked_sub(d));
    off.filter(|off| off.saturating_abs() > SLACK).map_or(ordinal, |off| ordinal.saturating_add(off))
}

/// Keeps an answer that [`crate::answer`] refused because the attempt had ended by the clock. Of two to a question the one
/// with the higher ordinal stays while nobody has decided; sent again it changes nothing. The caller has checked that the
/// attempt is the learner's and that the answer fits.
///
/// # Errors
/// `NotFound` when there is no such attempt; `Invalid` when the ordinal is more than a day ahead of the server's clock; those
/// of the database.
pub async fn keep(
    c: &mut Conn,
    ctx: &Ctx,
    id: AttemptId,
    slot: usize,
    ordinal: i64,
    given: Option<Micros>,
    response: &Response,
) -> Result<Kept> {
    not_ahead(ctx, ordinal)?;
    let row = lock(c, id).await?;
    let over = match row.state {
        AttemptState::Open => !row.takes_answers(ctx.now),
        AttemptState::Marking | AttemptState::Graded => row.by_clock,
        AttemptState::Void => false,
    };
    let until = row.ends.map(|e| e.plus_seconds(LATE_DAYS * 86_400));
    if !over || until.is_none_or(|until| until < ctx.now) {
        return Ok(Kept::Refused);
    }
    let saved: Option<(Json<Response>,)> =
        c.opt(q!("SELECT response FROM attempt_answer WHERE attempt_id = $1 AND slot = $2", id, slot)).await?;
    if saved.map_or_else(|| response.is_blank(), |(had,)| had.0 == *response) {
        return Ok(Kept::Same);
    }
    let kept = c
        .exec(q!(
        "INSERT INTO attempt_late (attempt_id, slot, course_id, ordinal, response, given, came, state, replaced, decided_by, \
         decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7, 'waits', NULL, NULL, NULL) ON CONFLICT (attempt_id, slot) \
         DO UPDATE SET ordinal = excluded.ordinal, response = excluded.response, given = excluded.given, came = excluded.came \
         WHERE attempt_late.ordinal < excluded.ordinal AND attempt_late.state = 'waits'",
        id,
        slot,
        row.course,
        ordinal,
        Json(response),
        given,
        ctx.now
    ))
    .await?;
    if kept > 0 {
        return Ok(Kept::Late);
    }
    // Nothing was written: what is there has a higher ordinal, or a trainer has decided.
    let (state,): (LateState,) =
        c.one(q!("SELECT state FROM attempt_late WHERE attempt_id = $1 AND slot = $2", id, slot)).await?;
    Ok(if state == LateState::Waits { Kept::Late } else { Kept::Refused })
}

/// The answers to an attempt that came late, by slot.
///
/// # Errors
/// Those of the database.
pub async fn late_answers(c: &mut Conn, id: AttemptId) -> Result<Vec<LateAnswer>> {
    c.all(q!(
        "SELECT slot, ordinal, response, given, came, state, replaced, decided_by FROM attempt_late WHERE attempt_id = $1 \
         ORDER BY slot LIMIT 1000",
        id
    ))
    .await
}

/// Counts late answers or leaves them out, counts the result anew and tells the learner's progress; each decision goes into
/// the audit log and may be taken back by the other one. `slot` names one answer; without it all that wait are decided, those
/// given after the end left out. Decided twice in the same way is once.
///
/// # Errors
/// `Conflict` when the attempt is under way, or the answer was given after the end by the learner's own device; `NotFound`
/// when the office has no such attempt or it has no such late answer.
pub async fn decide(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    quiz: &Quiz,
    id: AttemptId,
    slot: Option<usize>,
    count: bool,
) -> Result<Attempt> {
    let row = lock(c, id).await?;
    if row.office != scope.office() {
        return Err(Fault::not_found());
    }
    let submitted = match (row.state, row.submitted) {
        (AttemptState::Marking | AttemptState::Graded, Some(submitted)) => submitted,
        _ => return Err(Fault::conflict(msg::QUIZZES_NOT_HANDED_IN)),
    };
    let mut all = late_answers(c, id).await?;
    match slot {
        Some(slot) => all.retain(|a| usize::try_from(a.slot).is_ok_and(|s| s == slot)),
        None => all.retain(|a| a.state == LateState::Waits && !(count && a.after(&row))),
    }
    if slot.is_some() && all.is_empty() {
        return Err(Fault::not_found());
    }
    let had = answers(c, id).await?;
    let to = if count { LateState::Counted } else { LateState::Left };
    let mut changed = false;
    for late in all.into_iter().filter(|a| a.state != to) {
        if count && late.after(&row) {
            return Err(Fault::conflict(msg::QUIZZES_LATE_AFTER_FAULT));
        }
        let old = had.iter().find(|a| a.slot == late.slot);
        let before = if count { take(c, id, &late, old).await? } else { give_back(c, id, &late, old).await? };
        c.exec(q!(
            "UPDATE attempt_late SET state = $3, replaced = $4, decided_by = $5, decided_at = $6 WHERE attempt_id = $1 AND slot = $2",
            id,
            late.slot,
            to,
            before.map(Json),
            ctx.actor.name(),
            ctx.now
        ))
        .await?;
        let action = if count { "quizzes.late_counted" } else { "quizzes.late_left" };
        let (given, came) = (late.given.map(Micros::rfc3339).unwrap_or_default(), late.came.rfc3339());
        let done = Did { slot: late.slot, action, more: vec![("given", given), ("came", came)] };
        trace(c, ctx, scope, quiz, &row, done).await?;
        changed = true;
    }
    if !changed {
        return Ok(row);
    }
    touched(c, id).await?;
    let grades = graded(quiz, row.seed(), &answers(c, id).await?);
    finish(c, ctx, quiz, &row, grades, submitted, row.by_clock).await
}

/// Puts a late answer in the place of the one saved in time, which is given. A mark is of one answer: each keeps its own.
async fn take(c: &mut Conn, id: AttemptId, late: &LateAnswer, old: Option<&AnswerRow>) -> Result<Option<Before>> {
    let own = late.before.as_ref().map_or_else(|| Before::late(late), |own| own.0.clone());
    put(c, id, late.slot, &own).await?;
    Ok(old.map(Before::of))
}

/// Puts back what a counted answer took the place of; the counted one is given.
async fn give_back(c: &mut Conn, id: AttemptId, late: &LateAnswer, old: Option<&AnswerRow>) -> Result<Option<Before>> {
    if late.state != LateState::Counted {
        return Ok(None);
    }
    match &late.before {
        Some(before) => put(c, id, late.slot, &before.0).await?,
        None => {
            c.exec(q!("DELETE FROM attempt_answer WHERE attempt_id = $1 AND slot = $2", id, late.slot)).await?;
        }
    }
    Ok(old.map(Before::of))
}

/// Makes an answer the one of its question, whatever was there.
async fn put(c: &mut Conn, id: AttemptId, slot: i64, answer: &Before) -> Result<()> {
    c.exec(q!(
        "INSERT INTO attempt_answer (attempt_id, slot, ordinal, response, saved_at, mark, remark, marked_by, marked_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (attempt_id, slot) DO UPDATE SET ordinal = excluded.ordinal, \
         response = excluded.response, saved_at = excluded.saved_at, mark = excluded.mark, remark = excluded.remark, \
         marked_by = excluded.marked_by, marked_at = excluded.marked_at",
        id,
        slot,
        answer.ordinal,
        Json(&answer.response),
        answer.saved_at,
        answer.mark,
        answer.remark.as_deref(),
        answer.marked_by.as_deref(),
        answer.marked_at
    ))
    .await
    .map(|_| ())
}

/// The courses of an office in which attempts wait for a trainer: to be marked, or with answers that came after the end.
///
/// # Errors
/// Those of the database.
pub async fn waits(c: &mut Conn, office: OfficeId) -> Result<Vec<Waiting>> {
    let rows = "(SELECT id, course_id FROM attempt WHERE state = 'marking' UNION \
                SELECT attempt_id, course_id FROM attempt_late WHERE state = 'waits') a ON a.course_id = k.id";
    courses::waiting(c, office, rows).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_is_wrong_is_set_right() {
        let now = Micros(1_760_000_100_000_000);
        // The device is an hour ahead; the answer was given 100 seconds before it was sent.
        let device = 1_760_003_700_000;
        assert_eq!(given(now, device - 100_000, Some(device)), Some(Micros(1_760_000_000_000_000)));
        assert_eq!(given(now, 1_760_000_000_000, None), Some(Micros(1_760_000_000_000_000)));
        assert_eq!(given(now, 7, Some(device)), None, "counted by a form without scripts");
        assert_eq!(given(now, i64::MAX, Some(i64::MAX - 1)), None);
    }

    #[test]
    fn an_ordinal_is_by_the_clock_of_the_server() {
        let now = Micros(1_760_000_100_000_000);
        let ours = 1_760_000_100_000;
        for off in [-3_600_000, 3_600_000] {
            assert_eq!(ordinal_of(now, ours + off - 5000, Some(ours + off)), ours - 5000, "an hour wrong");
            assert_eq!(ordinal_of(now, 7, Some(ours + off)), 7, "counted by a form without scripts");
            assert_eq!(ordinal_of(now, ours + off + 1, Some(ours + off)), ours + off + 1, "counted on from another");
        }
        assert_eq!(ordinal_of(now, ours - 20_000, Some(ours - 9000)), ours - 20_000, "long on its way");
        assert_eq!(ordinal_of(now, ours, None), ours);
        assert_eq!(ordinal_of(now, i64::MAX, Some(i64::MAX)), ours);
        assert_eq!(ordinal_of(now, i64::MIN, Some(i64::MIN)), i64::MIN);
    }
}
