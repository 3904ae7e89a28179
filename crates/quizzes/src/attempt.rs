//! An attempt at a quiz: its row, how it begins, and what is answered in it.

use db::{Conn, Json, Q, q};
use enrolments::{Enrolment, Mark};
use kernel::{
    Ctx, Fault, Micros, Result,
    ids::{AttemptId, CourseId, CourseVersionId, EnrolmentId, ItemId, OfficeId, QuestionId},
};
use questions::Response;
use serde::{Deserialize, Serialize};

use crate::{
    msg,
    ready::{Quiz, quiz_in},
    settings::GRACE_SECONDS,
    submit,
};

db::text_enum! {
    /// Where an attempt stands.
    pub enum AttemptState {
        /// Under way.
        Open = "open",
        /// Handed in; a person still has to mark an answer.
        Marking = "marking",
        /// Graded.
        Graded = "graded",
        /// Does not count: begun as a guest where the same learner had one under way already.
        Void = "void",
    }
}

db::row! {
    /// An attempt.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Attempt {
        /// The identifier.
        pub id: AttemptId,
        /// The office that holds the course.
        pub office: OfficeId,
        /// The course.
        pub course: CourseId,
        /// The published version it is taken from.
        pub course_version: CourseVersionId,
        /// The quiz.
        pub item: ItemId,
        /// Whose it is.
        pub enrolment: EnrolmentId,
        /// Which attempt of this learner at this quiz, from 1.
        pub number: i64,
        /// What chance comes from; see [`Attempt::seed`].
        pub seed: i64,
        /// Where it stands.
        pub state: AttemptState,
        /// When it began.
        pub started: Micros,
        /// When it ends; none without a limit.
        pub ends: Option<Micros>,
        /// When it was handed in.
        pub submitted: Option<Micros>,
        /// Whether it was the clock that handed it in.
        pub by_clock: bool,
        /// What it is worth, 0 to 1; none until it is graded.
        pub score: Option<f64>,
        /// Whether that is enough.
        pub passed: Option<bool>,
        /// What each answer is worth, by slot; empty until it is handed in.
        pub grades: Json<Vec<SlotGrade>>,
        /// Whether the learner moved to a version in which the quiz is different: then it is shown and counts no more.
        pub superseded: bool,
        /// How many times trainers marked answers of it or decided about late ones.
        pub markings: i64,
    }
}

/// What the answer to one question of an attempt is worth.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SlotGrade {
    /// The question.
    pub question: QuestionId,
    /// Which of its versions.
    pub version: i64,
    /// What the question is worth.
    pub points: f64,
    /// The part of it that was reached, 0 to 1.
    pub fraction: f64,
    /// Whether anything is left to do.
    pub state: questions::State,
}

impl Attempt {
    /// What chance comes from.
    pub fn seed(&self) -> u64 {
        self.seed.cast_unsigned()
    }
    /// Whether answers are still taken at a moment, the grace for those under way included.
    pub fn takes_answers(&self, now: Micros) -> bool {
        self.state == AttemptState::Open && self.ends.is_none_or(|e| now <= e.plus_seconds(GRACE_SECONDS))
    }
    /// Seconds left at a moment, 0 when none is; `None` without a limit.
    pub fn seconds_left(&self, now: Micros) -> Option<i64> {
        Some((self.ends?.0 - now.0).div_euclid(1_000_000).max(0))
    }
    /// Whether it counts for the result.
    pub fn counts(&self) -> bool {
        self.state == AttemptState::Graded && !self.superseded
    }
}

/// Everything of an attempt, without a condition yet.
pub(crate) const SELECT: &str = "SELECT a.id, a.office_id, a.course_id, a.version_id, a.item_id, a.enrolment_id, a.number, \
                                 a.seed, a.state, a.started, a.ends, a.submitted, a.by_clock, a.score, a.passed, a.grades, \
                                 a.superseded, a.markings \
                                 FROM attempt a";

/// An attempt. The caller checks whose it is.
///
/// # Errors
/// `NotFound`.
pub async fn attempt(c: &mut Conn, id: AttemptId) -> Result<Attempt> {
    c.one(Q::new(SELECT).push(" WHERE a.id = ", id)).await
}

/// A learner's attempts at a quiz in order, with those at what it was in an earlier version ([`Attempt::superseded`]), without
/// void ones.
///
/// # Errors
/// Those of the database.
pub async fn attempts(c: &mut Conn, enrolment: EnrolmentId, item: ItemId) -> Result<Vec<Attempt>> {
    c.all(
        Q::new(SELECT)
            .push(" WHERE a.enrolment_id = ", enrolment)
            .push(" AND a.item_id = ", item)
            .text(" AND a.state <> 'void' ORDER BY a.number LIMIT 1000"),
    )
    .await
}

/// All attempts of an enrolment, at most 1,000.
///
/// # Errors
/// Those of the database.
pub async fn attempts_of(c: &mut Conn, enrolment: EnrolmentId) -> Result<Vec<Attempt>> {
    c.all(Q::new(SELECT).push(" WHERE a.enrolment_id = ", enrolment).text(" ORDER BY a.item_id, a.number LIMIT 1000"))
        .await
}

/// Takes the attempt for this unit of work: answers and others who change it wait.
pub(crate) async fn lock(c: &mut Conn, id: AttemptId) -> Result<Attempt> {
    c.exec(q!("UPDATE attempt SET state = state WHERE id = $1", id)).await?;
    attempt(c, id).await
}

/// Counts one more change by a trainer. The attempt is taken for this unit of work.
pub(crate) async fn touched(c: &mut Conn, id: AttemptId) -> Result<()> {
    c.exec(q!("UPDATE attempt SET markings = markings + 1 WHERE id = $1", id)).await.map(|_| ())
}

/// Whether the next attempt may begin, with what stands in the way. Attempts at what the quiz was in an earlier version use
/// none up.
///
/// # Errors
/// `Conflict`: no attempt is left, or it is too early (with the minutes to wait).
pub fn may_begin(quiz: &Quiz, before: &[Attempt], now: Micros) -> Result<()> {
    let rules = &quiz.settings;
    let mut present = before.iter().filter(|a| !a.superseded);
    if rules.used_up(present.clone().count()) {
        return Err(Fault::conflict(msg::QUIZZES_NO_ATTEMPTS));
    }
    if let Some(from) = present.next_back().and_then(|a| a.submitted).map(|s| rules.next_from(s)).filter(|f| *f > now) {
        let minutes = (from.0 - now.0).div_euclid(60_000_000) + 1;
        return Err(Fault::conflict(msg::QUIZZES_TOO_EARLY).arg("minutes", minutes));
    }
    Ok(())
}

/// Begins an attempt, or gives the one under way: beginning twice, in two windows or by a double click, is one attempt.
/// One whose time is over is graded first. The caller has checked that the enrolment is the learner's.
///
/// # Errors
/// `Conflict` when the learner may not open the course, no attempt is left or it is too early for the next.
pub async fn begin(c: &mut Conn, ctx: &Ctx, quiz: &Quiz, enrolment: &Enrolment) -> Result<Attempt> {
    let version = quiz.course_version.ok_or_else(Fault::not_found)?;
    if !enrolment.state.open() {
        return Err(Fault::conflict(msg::QUIZZES_NOT_ENROLLED));
    }
    let mut before = attempts(c, enrolment.id, quiz.item).await?;
    if let Some(open) = before.iter().find(|a| a.state == AttemptState::Open).cloned() {
        if open.takes_answers(ctx.now) {
            return Ok(open);
        }
        if open.course_version == version {
            submit::close(c, ctx, quiz, open.id).await?;
        } else {
            let old = quiz_in(c, open.course_version, open.item).await?;
            submit::close(c, ctx, &old, open.id).await?;
        }
        before = attempts(c, enrolment.id, quiz.item).await?;
    }
    may_begin(quiz, &before, ctx.now)?;
    let mut seed = [0; 8];
    ctx.entropy().fill(&mut seed);
    let seed = i64::from_le_bytes(seed);
    if quiz.drawn(seed.cast_unsigned()).is_empty() {
        return Err(Fault::conflict(msg::QUIZZES_EMPTY));
    }
    let id: AttemptId = ctx.new_id();
    let (number,): (i64,) = c
        .one(q!(
            "SELECT CAST(COALESCE(MAX(number), 0) + 1 AS BIGINT) FROM attempt WHERE enrolment_id = $1 AND item_id = $2",
            enrolment.id,
            quiz.item
        ))
        .await?;
    c.exec(q!(
        "INSERT INTO attempt (id, office_id, course_id, version_id, item_id, enrolment_id, number, seed, state, started, \
         ends, submitted, by_clock, score, passed, grades) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open', $9, $10, NULL, FALSE, NULL, NULL, '[]') ON CONFLICT DO NOTHING",
        id,
        quiz.office,
        quiz.course,
        version,
        quiz.item,
        enrolment.id,
        number,
        seed,
        ctx.now,
        quiz.settings.ends(ctx.now)
    ))
    .await?;
    // Another window may have been faster; then its attempt is the one.
    let open = attempts(c, enrolment.id, quiz.item).await?.into_iter().find(|a| a.state == AttemptState::Open);
    let open = open.ok_or_else(|| Fault::conflict(web::msg::FAULT_CONFLICT))?;
    if open.id == id {
        let marked = enrolments::mark(c, ctx, enrolment.id, quiz.item, Mark::seen()).await?;
        // Moved to a newer version while this page was open, by their trainer or in another window.
        if marked.enrolment.course_version != version {
            return Err(Fault::conflict(web::msg::FAULT_CONFLICT));
        }
    }
    Ok(open)
}

db::row! {
    /// An answer as it is kept.
    #[derive(Debug, Clone, PartialEq)]
    pub struct AnswerRow {
        /// Which question of the attempt, from 0.
        pub slot: i64,
        /// Counted by the browser; the highest counts.
        pub ordinal: i64,
        /// What was answered.
        pub response: Json<Response>,
        /// When it came.
        pub saved_at: Micros,
        /// What a person gave, 0 to 1.
        pub mark: Option<f64>,
        /// What they said.
        pub remark: Option<String>,
        /// Who.
        pub marked_by: Option<String>,
        /// When.
        pub marked_at: Option<Micros>,
    }
}

/// The answers of an attempt, by slot.
///
/// # Errors
/// Those of the database.
pub async fn answers(c: &mut Conn, id: AttemptId) -> Result<Vec<AnswerRow>> {
    c.all(q!(
        "SELECT slot, ordinal, response, saved_at, mark, remark, marked_by, marked_at FROM attempt_answer \
         WHERE attempt_id = $1 ORDER BY slot LIMIT 1000",
        id
    ))
    .await
}
