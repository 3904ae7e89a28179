//! What a learner has seen, done and passed, item by item, and when that makes the course completed.

use std::collections::BTreeMap;

use db::{Conn, Json, Q, q};
use kernel::{
    Ctx, Fault, Micros, Result,
    ids::{EnrolmentId, ItemId},
};
use serde_json::{Value, json};

use crate::{Enrolment, enrol::emit, enrolment::lock, mails, msg, waiting, way};

db::text_enum! {
    /// How far a learner is with an item, from the least to the most. It never goes back.
    pub enum ItemState {
        /// Opened.
        Seen = "seen",
        /// A quiz or assignment was not passed yet.
        Failed = "failed",
        /// Not needed: the pre-test showed that the learner knows it.
        Skipped = "skipped",
        /// Done.
        Done = "done",
        /// Passed.
        Passed = "passed",
    }
}

impl ItemState {
    /// Whether a required item in this state is no longer missing.
    pub fn counts(self) -> bool {
        matches!(self, ItemState::Skipped | ItemState::Done | ItemState::Passed)
    }
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            ItemState::Seen => msg::ENROLMENTS_ITEM_SEEN,
            ItemState::Failed => msg::ENROLMENTS_ITEM_FAILED,
            ItemState::Skipped => msg::ENROLMENTS_ITEM_SKIPPED,
            ItemState::Done => msg::ENROLMENTS_ITEM_DONE,
            ItemState::Passed => msg::ENROLMENTS_ITEM_PASSED,
        }
    }
}

/// How far a learner is with one item.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// How far.
    pub state: ItemState,
    /// The best score, 0 to 1.
    pub score: Option<f64>,
    /// When it was first opened.
    pub seen_at: Micros,
    /// When it first counted as done.
    pub done_at: Option<Micros>,
    /// Where in the item the learner was: whatever the screen of its kind keeps. `null` when it kept nothing.
    pub position: Value,
}

type Columns = (ItemId, ItemState, Option<f64>, Micros, Option<Micros>, Json<Value>);

/// How far a learner is with every item they opened.
///
/// # Errors
/// Those of the database.
pub async fn progress(c: &mut Conn, enrolment: EnrolmentId) -> Result<BTreeMap<ItemId, Progress>> {
    let rows: Vec<Columns> = c.all(q!(ITEMS, enrolment)).await?;
    Ok(rows.into_iter().map(read).collect())
}

const ITEMS: &str = "SELECT item_id, state, score, seen_at, done_at, position FROM progress WHERE enrolment_id = $1";

fn read((id, state, score, seen_at, done_at, position): Columns) -> (ItemId, Progress) {
    (id, Progress { state, score, seen_at, done_at, position: position.0 })
}

/// How far a learner is with one item.
///
/// # Errors
/// Those of the database.
pub async fn item_progress(c: &mut Conn, enrolment: EnrolmentId, item: ItemId) -> Result<Option<Progress>> {
    let row: Option<Columns> = c.opt(Q::new(ITEMS).bind(enrolment).push(" AND item_id = ", item)).await?;
    Ok(row.map(|r| read(r).1))
}

/// What happened with an item.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// How far the learner is now.
    pub state: ItemState,
    /// The score, 0 to 1; the best one is kept.
    pub score: Option<f64>,
    /// Where the learner is in the item, at most 4 KB of JSON; `None` leaves what was kept.
    pub position: Option<Value>,
}

impl Mark {
    fn of(state: ItemState, score: Option<f64>) -> Self {
        Self { state, score: score.map(|s| s.clamp(0.0, 1.0)), position: None }
    }
    /// The learner opened it.
    pub fn seen() -> Self {
        Self::of(ItemState::Seen, None)
    }
    /// The learner did it.
    pub fn done() -> Self {
        Self::of(ItemState::Done, None)
    }
    /// The learner passed it with a score of 0 to 1.
    pub fn passed(score: f64) -> Self {
        Self::of(ItemState::Passed, Some(score))
    }
    /// The learner did not pass it.
    pub fn failed(score: f64) -> Self {
        Self::of(ItemState::Failed, Some(score))
    }
    /// Keeps where the learner is.
    #[must_use]
    pub fn at(mut self, position: Value) -> Self {
        self.position = Some(position);
        self
    }
}

/// What a mark changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Marked {
    /// How far the learner is with the item now.
    pub state: ItemState,
    /// The enrolment now.
    pub enrolment: Enrolment,
    /// Whether it was this mark that completed the course.
    pub completed: bool,
}

/// The largest position kept, in bytes of JSON.
const MOST_POSITION: usize = 4096;

/// Marks an item of a learner's version. What was done or passed stays so, the best score is kept. When nothing required
/// is missing any more the enrolment is completed and `course.completed` is told, once, whatever happens at the same time
/// in another window. After completion marks are still kept. The caller has checked that the enrolment is the learner's.
///
/// # Errors
/// `NotFound` when there is no such enrolment, or its version has no such item; `Conflict` when the learner may not open
/// the course (not active); `Invalid` when the position is larger than 4 KB.
pub async fn mark(c: &mut Conn, ctx: &Ctx, enrolment: EnrolmentId, item: ItemId, mark: Mark) -> Result<Marked> {
    // Writing where the learner is takes the enrolment for this unit of work.
    c.exec(q!("UPDATE enrolment SET last_item = $2, last_at = $3 WHERE id = $1", enrolment, item, ctx.now)).await?;
    let row = opened(crate::enrolment(c, enrolment).await?)?;
    let (required,): (bool,) = c
        .one(q!("SELECT required FROM version_item WHERE version_id = $1 AND item_id = $2", row.course_version, item))
        .await?;
    let before = item_progress(c, enrolment, item).await?;
    let state = keep(c, ctx, enrolment, item, before.as_ref(), &mark).await?;
    if !required || !state.counts() || before.is_some_and(|b| b.state.counts()) {
        return Ok(Marked { state, enrolment: row, completed: false });
    }
    let completed = recount(c, ctx, &row).await?;
    Ok(Marked { state, enrolment: crate::enrolment(c, enrolment).await?, completed })
}

/// Lets a learner skip items, because the pre-test showed that they know them. Items already done stay done. Gives whether
/// that completed the course.
///
/// # Errors
/// As [`mark`]; items the version does not have are passed over.
pub async fn skip(c: &mut Conn, ctx: &Ctx, enrolment: EnrolmentId, items: &[ItemId]) -> Result<bool> {
    let row = opened(lock(c, enrolment).await?)?;
    let known: Vec<(ItemId,)> = c
        .all(
            q!("SELECT item_id FROM version_item WHERE version_id = $1", row.course_version)
                .push_in(" AND item_id IN ", items.iter().take(500).copied())
                .text(" LIMIT 500"),
        )
        .await?;
    let had = progress(c, enrolment).await?;
    for (item,) in known {
        keep(c, ctx, enrolment, item, had.get(&item), &Mark::of(ItemState::Skipped, None)).await?;
    }
    recount(c, ctx, &row).await
}

/// Makes sure the learner may open the course.
fn opened(row: Enrolment) -> Result<Enrolment> {
    if row.state.open() { Ok(row) } else { Err(Fault::conflict(msg::ENROLMENTS_NOT_ACTIVE)) }
}

/// Writes one item's progress; the enrolment is taken. Gives the state that holds.
async fn keep(
    c: &mut Conn,
    ctx: &Ctx,
    enrolment: EnrolmentId,
    item: ItemId,
    before: Option<&Progress>,
    mark: &Mark,
) -> Result<ItemState> {
    let state = before.map_or(mark.state, |b| b.state.max(mark.state));
    let score = match (before.and_then(|b| b.score), mark.score) {
        (Some(old), Some(new)) => Some(old.max(new)),
        (old, new) => old.or(new),
    };
    let position = mark.position.as_ref().or(before.map(|b| &b.position)).unwrap_or(&Value::Null).to_string();
    if position.len() > MOST_POSITION {
        return Err(Fault::invalid(web::msg::FAULT_TOO_LARGE).arg("limit", "4 KB"));
    }
    if before.is_some_and(|b| b.state == state && b.score == score && mark.position.is_none()) {
        return Ok(state);
    }
    let done_at = before.and_then(|b| b.done_at).or(state.counts().then_some(ctx.now));
    c.exec(q!(
        "INSERT INTO progress (enrolment_id, item_id, state, score, seen_at, done_at, position) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (enrolment_id, item_id) DO UPDATE SET state = excluded.state, \
         score = excluded.score, done_at = excluded.done_at, position = excluded.position",
        enrolment,
        item,
        state,
        score,
        ctx.now,
        done_at,
        position
    ))
    .await?;
    Ok(state)
}

/// Counts what is required and done, and completes the enrolment when nothing is missing. The enrolment is taken for this
/// unit of work. Gives whether this completed it.
pub(crate) async fn recount(c: &mut Conn, ctx: &Ctx, row: &Enrolment) -> Result<bool> {
    let (required, done, score): (i64, i64, Option<f64>) = c
        .one(q!(
            "SELECT COUNT(*), COUNT(CASE WHEN p.state IN ('skipped', 'done', 'passed') THEN 1 END), AVG(p.score) \
             FROM version_item v LEFT JOIN progress p ON p.enrolment_id = $1 AND p.item_id = v.item_id \
             WHERE v.version_id = $2 AND v.required",
            row.id,
            row.course_version
        ))
        .await?;
    c.exec(q!("UPDATE enrolment SET done = $2, required = $3 WHERE id = $1", row.id, done, required)).await?;
    if required == 0 || done < required {
        return Ok(false);
    }
    let first = c
        .exec(q!(
            "UPDATE enrolment SET state = 'completed', completed = $2, score = $3, version = version + 1 \
             WHERE id = $1 AND state = 'active'",
            row.id,
            ctx.now,
            score
        ))
        .await?;
    if first == 0 {
        return Ok(false);
    }
    let after = crate::enrolment(c, row.id).await?;
    emit(c, ctx, "course.completed", &after, json!({ "score": score })).await?;
    mails::tell(c, ctx, &after, mails::News::Completed).await?;
    if way::way(c, row.course).await?.seats.is_some() {
        // The place is free for the next; the list is gone through by a job, since places are taken before learners.
        waiting::promote_later(c, ctx, row.course).await?;
    }
    Ok(true)
}
