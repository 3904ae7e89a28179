//! Handing an attempt in, by the learner or by the clock, and what it comes to.

use std::sync::Arc;

use db::{Conn, Db, Json, q};
use enrolments::Mark;
use kernel::{Ctx, Fault, FaultKind, Micros, Result, ids::AttemptId};
use questions::{Response, Rules, State, attempt_score, grade};

use crate::{
    attempt::{AnswerRow, Attempt, AttemptState, SlotGrade, answers, attempts, lock},
    ready::{self, Quiz},
    settings::{GRACE_SECONDS, Purpose},
};

/// How many attempts whose time is over are graded in one go.
const BATCH: u32 = 100;

/// Hands an attempt in: what was saved is graded. Handing in twice gives the same result. The caller has checked that the
/// attempt is the learner's; `quiz` is that of the attempt's version.
///
/// # Errors
/// `NotFound` when there is no such attempt.
pub async fn submit(c: &mut Conn, ctx: &Ctx, quiz: &Quiz, id: AttemptId) -> Result<Attempt> {
    close(c, ctx, quiz, id).await
}

/// As [`submit`], whoever hands it in.
pub(crate) async fn close(c: &mut Conn, ctx: &Ctx, quiz: &Quiz, id: AttemptId) -> Result<Attempt> {
    let row = lock(c, id).await?;
    if row.state != AttemptState::Open {
        return Ok(row);
    }
    if Some(row.course_version) != quiz.course_version || row.item != quiz.item {
        return Err(Fault::internal("an attempt graded by another quiz"));
    }
    let grades = graded(quiz, row.seed(), &answers(c, id).await?);
    let over = row.ends.filter(|e| *e < ctx.now);
    finish(c, ctx, quiz, &row, grades, over.unwrap_or(ctx.now), over.is_some()).await
}

/// What the answers of an attempt are worth, by slot. A mark that a person gave stands.
pub(crate) fn graded(quiz: &Quiz, seed: u64, answers: &[AnswerRow]) -> Vec<SlotGrade> {
    let rules = Rules { partial_credit: quiz.settings.partial_credit };
    let mut grades = Vec::new();
    for (slot, place) in (0i64..).zip(quiz.drawn(seed)) {
        let Some(asked) = quiz.questions.get(place) else { continue };
        let answer = answers.iter().find(|a| a.slot == slot);
        let response = answer.map_or(&Response::Blank, |a| &a.response.0);
        let engine = grade(&asked.question, response, &rules);
        let (fraction, state) = match answer.and_then(|a| a.mark) {
            Some(mark) => (mark, State::Graded),
            None => (engine.fraction, engine.state),
        };
        grades.push(SlotGrade {
            question: asked.id,
            version: asked.version,
            points: asked.question.points,
            fraction,
            state,
        });
    }
    grades
}

/// Writes what an attempt is worth, and tells the learner's progress when nothing waits for a person. The attempt is taken
/// for this unit of work.
pub(crate) async fn finish(
    c: &mut Conn,
    ctx: &Ctx,
    quiz: &Quiz,
    row: &Attempt,
    grades: Vec<SlotGrade>,
    submitted: Micros,
    by_clock: bool,
) -> Result<Attempt> {
    let waits = grades.iter().any(|g| g.state == State::NeedsMarking);
    let score = attempt_score(&grades.iter().map(|g| (g.points, g.fraction)).collect::<Vec<_>>());
    let state = if waits { AttemptState::Marking } else { AttemptState::Graded };
    let passed = quiz.settings.passes(score);
    c.exec(q!(
        "UPDATE attempt SET state = $2, submitted = $3, by_clock = $4, score = $5, passed = $6, grades = $7 WHERE id = $1",
        row.id,
        state,
        submitted,
        by_clock,
        (!waits).then_some(score),
        (!waits).then_some(passed),
        Json(&grades)
    ))
    .await?;
    if !waits {
        tell(c, ctx, quiz, row).await?;
    }
    crate::attempt::attempt(c, row.id).await
}

/// What a learner's attempts at a quiz come to, 0 to 1; none before the first is graded.
pub fn result(quiz: &Quiz, attempts: &[Attempt]) -> Option<f64> {
    let scores: Vec<f64> = attempts.iter().filter(|a| a.counts()).filter_map(|a| a.score).collect();
    quiz.settings.counts.of(&scores)
}

/// Tells the learner's progress what the attempts come to; who passes a pre-test may skip the lessons.
async fn tell(c: &mut Conn, ctx: &Ctx, quiz: &Quiz, row: &Attempt) -> Result<()> {
    if row.superseded {
        // At a quiz that is another now, by whose rules only attempts at it count.
        return Ok(());
    }
    let all = attempts(c, row.enrolment, row.item).await?;
    let Some(score) = result(quiz, &all) else { return Ok(()) };
    let passed = quiz.settings.passes(score);
    let mark = if passed { Mark::passed(score) } else { Mark::failed(score) };
    match enrolments::mark(c, ctx, row.enrolment, row.item, mark).await {
        Ok(_) => {}
        // Withdrawn meanwhile, or moved to a version without this quiz: the attempt is kept, the progress is not theirs.
        Err(fault) if matches!(fault.kind, FaultKind::Conflict | FaultKind::NotFound) => return Ok(()),
        Err(fault) => return Err(fault),
    }
    if passed && quiz.settings.purpose == Purpose::Pretest {
        enrolments::skip(c, ctx, row.enrolment, &quiz.lessons).await?;
    }
    Ok(())
}

/// Grades attempts whose time, with the grace for answers under way, is over. Tells how many.
///
/// # Errors
/// Those of the database.
pub async fn expire(db: &Db, ctx: &Ctx) -> Result<usize> {
    let before = ctx.now.plus_seconds(-GRACE_SECONDS);
    let mut done = 0;
    loop {
        let over: Vec<(AttemptId, kernel::ids::CourseVersionId, kernel::ids::ItemId)> = db
            .read(move |c| {
                Box::pin(async move {
                    c.all(q!(
                        "SELECT id, version_id, item_id FROM attempt WHERE state = 'open' AND ends IS NOT NULL AND ends < $1 \
                         ORDER BY ends LIMIT $2",
                        before,
                        BATCH
                    ))
                    .await
                })
            })
            .await?;
        if over.is_empty() {
            return Ok(done);
        }
        for (id, version, item) in over {
            let quiz = ready::quiz(db, version, item).await?;
            expire_one(db, ctx, quiz, id).await?;
            done += 1;
        }
    }
}

/// Grades an attempt whose time is over, if nobody did yet.
pub(crate) async fn expire_one(db: &Db, ctx: &Ctx, quiz: Arc<Quiz>, id: AttemptId) -> Result<Attempt> {
    let ctx = ctx.clone();
    db.write(move |c| Box::pin(async move { close(c, &ctx, &quiz, id).await })).await
}
