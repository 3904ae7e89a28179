//! Marking: a level for each criterion, comments in place, an overall remark, passed or to be improved.

use audit::Entry;
use db::{Conn, Json, q};
use enrolments::Mark;
use kernel::{Ctx, Fault, FieldFault, OfficeScope, Result, ids::WorkId};
use serde::{Deserialize, Serialize};

use crate::{
    definition::Definition,
    hand_in::put,
    msg, news,
    work::{State, Work, files, lock},
};

/// The longest comment, in characters.
pub const LONGEST_COMMENT: usize = 4000;
/// The longest overall remark, in characters.
pub const LONGEST_REMARK: usize = 10_000;

db::text_enum! {
    /// What a marking comes to.
    pub enum Outcome {
        /// Passed, for good.
        Passed = "passed",
        /// To be improved and handed in again.
        Returned = "returned",
    }
}

impl Outcome {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Outcome::Passed => msg::ASSIGNMENTS_STATE_PASSED,
            Outcome::Returned => msg::ASSIGNMENTS_STATE_RETURNED,
        }
    }
}

/// A comment in place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// The paragraph of the edition, from 1; see [`crate::text::paragraphs`].
    pub paragraph: usize,
    /// What is said.
    pub text: String,
}

/// A marking as a trainer sends it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewMarking {
    /// Passed, or to be improved; none when nothing was chosen.
    pub outcome: Option<Outcome>,
    /// The level chosen for each criterion, from 0.
    pub levels: Vec<Option<usize>>,
    /// Comments in place.
    pub comments: Vec<Comment>,
    /// The overall remark.
    pub remark: String,
}

impl NewMarking {
    /// Points of the levels chosen.
    pub fn points(&self, definition: &Definition) -> u32 {
        let chosen = definition.rubric.iter().zip(&self.levels);
        chosen.filter_map(|(c, level)| c.levels.get((*level)?).map(|l| l.points)).sum()
    }

    /// Whether it will do for work of this definition. Fields: `outcome`, `level-N`, `comment-N`, `remark`.
    fn check(&self, definition: &Definition) -> Result<Outcome> {
        let mut faults = Vec::new();
        let mut fault = |field: String, key| faults.push(FieldFault { field, key, args: Vec::new() });
        let outcome = self.outcome;
        if outcome.is_none() {
            fault("outcome".into(), msg::ASSIGNMENTS_FAULT_OUTCOME);
        }
        for (i, criterion) in definition.rubric.iter().enumerate() {
            match self.levels.get(i).copied().flatten() {
                None if outcome == Some(Outcome::Passed) => fault(format!("level-{i}"), msg::ASSIGNMENTS_FAULT_LEVEL),
                Some(level) if level >= criterion.levels.len() => {
                    fault(format!("level-{i}"), msg::ASSIGNMENTS_FAULT_LEVEL);
                }
                _ => {}
            }
        }
        if outcome == Some(Outcome::Returned) && self.remark.trim().is_empty() && self.comments.is_empty() {
            fault("remark".into(), msg::ASSIGNMENTS_FAULT_SAY_WHAT);
        }
        if self.remark.chars().count() > LONGEST_REMARK {
            fault("remark".into(), msg::ASSIGNMENTS_FAULT_LONG);
        }
        for comment in self.comments.iter().filter(|c| c.text.chars().count() > LONGEST_COMMENT) {
            fault(format!("comment-{}", comment.paragraph), msg::ASSIGNMENTS_FAULT_LONG);
        }
        Fault::check(faults)?;
        outcome.ok_or_else(|| Fault::invalid(msg::ASSIGNMENTS_FAULT_OUTCOME))
    }
}

/// What a trainer's form was made of: the edition and how many markings there were.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// The newest edition.
    pub edition: i64,
    /// How many markings there were.
    pub markings: i64,
}

impl Seen {
    /// A work as it is.
    pub fn of(work: &Work) -> Self {
        Self { edition: work.editions, markings: work.markings }
    }
}

/// Marks the newest edition of a work: keeps the marking, tells the enrolment, writes to the learner that there is news. A
/// marking once kept stays; a second one of the same edition counts in its place. `definition` is that of the edition's
/// version.
///
/// # Errors
/// `NotFound` when the office has no such work; `Conflict` with `fault-stale` when it was marked or handed in again since
/// `seen`, with another key when the learner is no more on the course; `Invalid` with the fields at fault.
pub async fn mark(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: WorkId,
    definition: &Definition,
    seen: Seen,
    new: &NewMarking,
) -> Result<()> {
    let before = lock(c, id).await?;
    // What was never handed in is the learner's alone.
    if before.office != scope.office() || before.editions == 0 {
        return Err(Fault::not_found());
    }
    if Seen::of(&before) != seen {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    let outcome = new.check(definition)?;
    if before.state == State::Passed && outcome == Outcome::Returned {
        return Err(Fault::field("outcome", msg::ASSIGNMENTS_FAULT_PASSED_STAYS));
    }
    let (points, most) = (new.points(definition), definition.most());
    let score = match (most, outcome) {
        (0, Outcome::Passed) => 1.0,
        (0, Outcome::Returned) => 0.0,
        _ => f64::from(points) / f64::from(most),
    };
    c.exec(q!(
        "INSERT INTO work_marking (work_id, number, edition, at, by_person, by_name, outcome, levels, comments, remark, \
         points, most) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        id,
        before.markings + 1,
        before.editions,
        ctx.now,
        ctx.actor.person(),
        ctx.actor.name(),
        outcome,
        Json(&new.levels),
        Json(&new.comments),
        new.remark.trim(),
        i64::from(points),
        i64::from(most)
    ))
    .await?;
    let state = if outcome == Outcome::Passed { State::Passed } else { State::Returned };
    c.exec(q!(
        "UPDATE work SET state = $2, markings = markings + 1, marked = $3, score = $4, version = version + 1 WHERE id = $1",
        id,
        state,
        ctx.now,
        score
    ))
    .await?;
    if state == State::Returned && before.state == State::Waiting {
        // What was handed in is where the learner goes on.
        for file in files(c, id).await?.into_iter().filter(|f| f.edition == Some(before.editions)) {
            put(c, ctx, &before, &file.name, &file.hash, file.size, &file.media_type).await?;
        }
    }
    let told = if outcome == Outcome::Passed { Mark::passed(score) } else { Mark::failed(score) };
    let marked = enrolments::mark(c, ctx, before.enrolment, before.item, told).await?;
    let course = courses::course(c, before.course).await?;
    news::marked(c, ctx, &marked.enrolment, &course, before.item).await?;
    let entry = Entry::admin("work.marked", "course", before.course).detail("course", course.title);
    audit::write(c, ctx, Some(scope.office()), &entry).await.map(|_| ())
}
