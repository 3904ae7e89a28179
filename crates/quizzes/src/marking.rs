//! Answers that a person marks: the queue of a course and the marks.

use std::sync::Arc;

use db::{Conn, Q, q};
use kernel::{
    Ctx, Fault, Micros, OfficeScope, Result,
    ids::{AttemptId, CourseId, EnrolmentId, ItemId},
};

use crate::{
    attempt::{Attempt, AttemptState, SELECT, answers, lock},
    msg,
    ready::Quiz,
    submit::{finish, graded},
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
        /// Whose it is.
        pub enrolment: EnrolmentId,
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
        "SELECT a.id, a.item_id, a.enrolment_id, a.number, a.submitted, COALESCE(l.n, 0) FROM attempt a LEFT JOIN \
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

/// Marks answers of an attempt. When none waits any more the attempt is graded and the learner's progress told; a mark given
/// before is replaced and the result counted anew.
///
/// # Errors
/// `Invalid` at `points{slot}` or `remark{slot}`; `Conflict` when the attempt is still under way; `NotFound` when the office
/// has no such attempt.
pub async fn mark(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    quiz: &Arc<Quiz>,
    id: AttemptId,
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
    let slots = quiz.drawn(row.seed());
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
        c.exec(q!(
            "UPDATE attempt_answer SET mark = $3, remark = $4, marked_by = $5, marked_at = $6 WHERE attempt_id = $1 AND slot = $2",
            id,
            new.slot,
            new.points / asked.question.points,
            new.remark.trim(),
            ctx.actor.name(),
            ctx.now
        ))
        .await?;
    }
    let grades = graded(quiz, row.seed(), &answers(c, id).await?);
    finish(c, ctx, quiz, &row, grades, submitted, row.by_clock).await
}
