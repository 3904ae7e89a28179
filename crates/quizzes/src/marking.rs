//! Answers that a person marks: the queue of a course and the marks.

use std::sync::Arc;

use db::{Conn, Q, q};
use kernel::{
    Ctx, Fault, Micros, OfficeScope, Result,
    ids::{AttemptId, CourseId, ItemId, PersonId},
};

use crate::{
    attempt::{Attempt, AttemptState, SELECT, answers, lock, touched},
    msg,
    ready::Quiz,
    submit::{finish, graded},
    trace::{Did, trace},
};

/// The longest remark, in characters.
const LONGEST: usize = 4000;

db::row! {
    /// An attempt that waits for a person.
    #[derive(Debug, Clone, PartialEq)]
    pub struct WaitingRow {
        /// The attempt.
        pub attempt: AttemptId,
        /// The quiz.
        pub item: ItemId,
        /// The learner's account; none for a guest.
        pub person: Option<PersonId>,
        /// Which attempt of theirs.
        pub number: i64,
        /// When it was handed in.
        pub submitted: Option<Micros>,
        /// How many of its answers came after the end and wait for a decision.
        pub late: i64,
    }
}

/// A mark for one answer.
#[derive(Debug, Clone, PartialEq)]
pub struct NewMark {
    /// Which question of the attempt, from 0.
    pub slot: usize,
    /// Points given, 0 to those of the question.
    pub points: f64,
    /// What is said to the learner; may be empty.
    pub remark: String,
}

/// Attempts of a course that wait for a person, to be marked or because answers came after the end; the oldest first, at
/// most 200.
///
/// # Errors
/// Those of the database.
pub async fn waiting(c: &mut Conn, scope: OfficeScope, course: CourseId) -> Result<Vec<WaitingRow>> {
    c.all(q!(
        "SELECT a.id, a.item_id, e.person_id, a.number, a.submitted, COALESCE(l.n, 0) FROM attempt a \
         JOIN enrolment e ON e.id = a.enrolment_id LEFT JOIN \
         (SELECT attempt_id, COUNT(*) AS n FROM attempt_late WHERE course_id = $1 AND state = 'waits' GROUP BY attempt_id) l \
         ON l.attempt_id = a.id WHERE a.office_id = $2 AND a.state IN ('marking', 'graded') AND a.id IN \
         (SELECT id FROM attempt WHERE course_id = $1 AND state = 'marking' UNION \
         SELECT attempt_id FROM attempt_late WHERE course_id = $1 AND state = 'waits') ORDER BY a.submitted, a.id LIMIT 200",
        course,
        scope.office()
    ))
    .await
}

/// An attempt at a quiz of this office's course.
///
/// # Errors
/// `NotFound` when the course has none such.
pub async fn attempt_in(c: &mut Conn, scope: OfficeScope, course: CourseId, id: AttemptId) -> Result<Attempt> {
    c.one(
        Q::new(SELECT)
            .push(" WHERE a.id = ", id)
            .push(" AND a.course_id = ", course)
            .push(" AND a.office_id = ", scope.office()),
    )
    .await
}

/// Marks answers of an attempt whose [`Attempt::markings`] the trainer saw. When none waits any more the attempt is graded and
/// the learner's progress told; a mark given before is replaced and the result counted anew. Each mark that changes goes into
/// the audit log; the same marks again change nothing.
///
/// # Errors
/// `Invalid` at `points{slot}` or `remark{slot}`; `Conflict` with `fault-stale` when another trainer marked it or decided about
/// late answers since `seen`, with another key when the attempt is still under way; `NotFound` when the office has no such
/// attempt.
pub async fn mark(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    quiz: &Arc<Quiz>,
    id: AttemptId,
    seen: i64,
    marks: &[NewMark],
) -> Result<Attempt> {
    let row = lock(c, id).await?;
    if row.office != scope.office() {
        return Err(Fault::not_found());
    }
    let submitted = match (row.state, row.submitted) {
        (AttemptState::Marking | AttemptState::Graded, Some(submitted)) => submitted,
        _ => return Err(Fault::conflict(msg::QUIZZES_NOT_HANDED_IN)),
    };
    if row.markings != seen {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    let slots = quiz.drawn(row.seed());
    let had = answers(c, id).await?;
    let mut changed = false;
    for new in marks {
        let asked = slots.get(new.slot).and_then(|place| quiz.questions.get(*place)).ok_or_else(Fault::not_found)?;
        if !matches!(asked.question.kind, questions::Kind::Essay { .. }) {
            return Err(Fault::not_found());
        }
        if !(0.0..=asked.question.points).contains(&new.points) {
            return Err(Fault::field(format!("points{}", new.slot), msg::QUIZZES_FAULT_MARK));
        }
        if new.remark.chars().count() > LONGEST {
            return Err(Fault::field(format!("remark{}", new.slot), msg::QUIZZES_FAULT_LONG));
        }
        let (fraction, remark) = (new.points / asked.question.points, new.remark.trim());
        let Some(old) = had.iter().find(|a| usize::try_from(a.slot).is_ok_and(|s| s == new.slot)) else { continue };
        if old.mark == Some(fraction) && old.remark.as_deref() == Some(remark) {
            continue;
        }
        c.exec(q!(
            "UPDATE attempt_answer SET mark = $3, remark = $4, marked_by = $5, marked_at = $6 WHERE attempt_id = $1 AND slot = $2",
            id,
            new.slot,
            fraction,
            remark,
            ctx.actor.name(),
            ctx.now
        ))
        .await?;
        let points = format!("{} / {}", new.points, asked.question.points).replace('.', ",");
        let did = Did { slot: old.slot, action: "quizzes.marked", more: vec![("points", points)] };
        trace(c, ctx, scope, quiz, &row, did).await?;
        changed = true;
    }
    if changed {
        touched(c, id).await?;
    }
    let grades = graded(quiz, row.seed(), &answers(c, id).await?);
    finish(c, ctx, quiz, &row, grades, submitted, row.by_clock).await
}
