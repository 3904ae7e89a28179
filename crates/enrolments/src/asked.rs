//! Questions to the trainer beside a lesson. The trainer answers once, for everybody who learns.

use std::collections::BTreeSet;

use courses::Waiting;
use db::{Conn, q};
use kernel::{
    Ctx, Fault, Micros, OfficeScope, Result,
    ids::{CourseId, EnrolmentId, ItemId, LessonQuestionId, OfficeId, PersonId},
};

use offices::{Filter, Role};

use crate::{
    Enrolment,
    enrolment::enrolment,
    groups, mails, msg,
    words::{Check, MAX_TEXT, lines},
};

/// The most questions a learner may have open on a course.
const MOST_OPEN: i64 = 20;
/// The most trainers written to about questions that wait.
const MOST_TRAINERS: usize = 20;

/// The courses of an office in which questions wait for an answer.
///
/// # Errors
/// Those of the database.
pub async fn questions_wait(c: &mut Conn, office: OfficeId) -> Result<Vec<Waiting>> {
    courses::waiting(c, office, "lesson_question a ON a.course_id = k.id AND a.answered_at IS NULL").await
}

db::row! {
    /// A question.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct QuestionRow {
        /// The identifier.
        pub id: LessonQuestionId,
        /// The item it stands beside.
        pub item: ItemId,
        /// Whose enrolment asked. Other learners are not told who.
        pub enrolment: EnrolmentId,
        /// The question.
        pub text: String,
        /// When it was asked.
        pub asked_at: Micros,
        /// The answer; empty until there is one.
        pub answer: String,
        /// When it was answered.
        pub answered_at: Option<Micros>,
        /// Who answered.
        pub answered_by: String,
        /// Whether only the one who asked sees it.
        pub hidden: bool,
        /// Counts changes.
        pub version: i64,
    }
}

const SELECT: &str = "SELECT id, item_id, enrolment_id, text, asked_at, answer, answered_at, answered_name, hidden, version \
                      FROM lesson_question WHERE course_id = $1";

/// Asks the trainer. The same form (`once`) sent twice is one question.
///
/// # Errors
/// `NotFound` when the learner's version has no such item; `Invalid` at `text`; `Conflict` when the learner may not open
/// the course, or has 20 questions waiting.
pub async fn ask_trainer(
    c: &mut Conn,
    ctx: &Ctx,
    row: &Enrolment,
    item: ItemId,
    text: &str,
    once: &str,
) -> Result<LessonQuestionId> {
    if !row.state.open() {
        return Err(Fault::conflict(msg::ENROLMENTS_NOT_ACTIVE));
    }
    let text = lines(text);
    let mut check = Check::default();
    check.text("text", &text, MAX_TEXT);
    check.done()?;
    c.one::<(ItemId,)>(q!(
        "SELECT item_id FROM version_item WHERE version_id = $1 AND item_id = $2",
        row.course_version,
        item
    ))
    .await?;
    let known: Option<(LessonQuestionId,)> =
        c.opt(q!("SELECT id FROM lesson_question WHERE enrolment_id = $1 AND once = $2", row.id, once)).await?;
    if let Some((known,)) = known {
        return Ok(known);
    }
    let (open,): (i64,) = c
        .one(q!("SELECT COUNT(*) FROM lesson_question WHERE enrolment_id = $1 AND answered_at IS NULL", row.id))
        .await?;
    if open >= MOST_OPEN {
        return Err(Fault::conflict(msg::ENROLMENTS_TOO_MANY_QUESTIONS).arg("max", MOST_OPEN));
    }
    let nothing_open = open_questions(c, row.course).await? == 0;
    let id: LessonQuestionId = ctx.new_id();
    c.exec(q!(
        "INSERT INTO lesson_question (id, office_id, course_id, item_id, enrolment_id, text, asked_at, answer, \
         answered_name, hidden, once, version) VALUES ($1, $2, $3, $4, $5, $6, $7, '', '', FALSE, $8, 1) \
         ON CONFLICT (enrolment_id, once) DO NOTHING",
        id,
        row.holder,
        row.course,
        item,
        row.id,
        &text,
        ctx.now,
        once
    ))
    .await?;
    if nothing_open {
        tell_trainers(c, ctx, row).await?;
    }
    Ok(id)
}

/// Writes to the trainer of the learner's group, else to all trainers of the course's office, that questions wait: at the
/// first that waits, not at every one.
async fn tell_trainers(c: &mut Conn, ctx: &Ctx, row: &Enrolment) -> Result<()> {
    let leads = match row.group {
        Some(group) => groups::group(c, row.course, group).await?.trainer,
        None => None,
    };
    let scope = OfficeScope::checked(row.holder);
    let trainers: Vec<PersonId> = match leads {
        Some(trainer) => vec![trainer],
        None => {
            let filter = Filter { role: Some(Role::Trainer), ..Filter::on(ctx.now.warsaw_date()) };
            offices::members(c, scope, filter).await?.into_iter().map(|m| m.person).collect()
        }
    };
    let trainers: BTreeSet<PersonId> = trainers.into_iter().take(MOST_TRAINERS).collect();
    let office = offices::by_id(c, row.holder).await?;
    let course = courses::course(c, row.course).await?;
    let path = format!("/desk/{}/courses/{}/questions-of-learners", office.slug, course.slug);
    for trainer in trainers {
        mails::to(c, ctx, trainer, msg::ENROLMENTS_MAIL_ASKED, msg::ENROLMENTS_MAIL_ASKED_TEXT, &path).await?;
    }
    Ok(())
}

/// What a learner sees beside an item, the oldest first: their own questions, and those of others that are answered.
///
/// # Errors
/// Those of the database.
pub async fn questions_beside(c: &mut Conn, row: &Enrolment, item: ItemId) -> Result<Vec<QuestionRow>> {
    c.all(
        q!(SELECT, row.course)
            .push(" AND item_id = ", item)
            .push(" AND (enrolment_id = ", row.id)
            .text(" OR (answered_at IS NOT NULL AND NOT hidden)) ORDER BY id LIMIT 200"),
    )
    .await
}

/// Everything a learner asked on a course, the oldest first.
pub(crate) async fn of_enrolment(c: &mut Conn, row: &Enrolment) -> Result<Vec<QuestionRow>> {
    c.all(q!(SELECT, row.course).push(" AND enrolment_id = ", row.id).text(" ORDER BY id LIMIT 1000")).await
}

/// Which questions a trainer looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Those that wait for an answer, the oldest first.
    Open,
    /// Those that have one, the newest first.
    Answered,
}

/// The questions of a course of the office, at most 200.
///
/// # Errors
/// `NotFound` when the course is another office's.
pub async fn questions_of(
    c: &mut Conn,
    scope: OfficeScope,
    course: CourseId,
    which: Which,
) -> Result<Vec<QuestionRow>> {
    courses::own_course(c, scope, course).await?;
    c.all(q!(SELECT, course).text(match which {
        Which::Open => " AND answered_at IS NULL ORDER BY id LIMIT 200",
        Which::Answered => " AND answered_at IS NOT NULL ORDER BY id DESC LIMIT 200",
    }))
    .await
}

/// How many questions of a course wait for an answer.
///
/// # Errors
/// Those of the database.
pub async fn open_questions(c: &mut Conn, course: CourseId) -> Result<i64> {
    let (n,): (i64,) =
        c.one(q!("SELECT COUNT(*) FROM lesson_question WHERE course_id = $1 AND answered_at IS NULL", course)).await?;
    Ok(n)
}

/// Answers a question of a course of the office, once: all learners of the course see it, unless it concerns only the one
/// who asked (`hidden`), who gets an e-mail that there is an answer.
///
/// # Errors
/// `NotFound`; `Invalid` at `answer`; `Conflict` when it was answered already.
pub async fn answer(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: LessonQuestionId,
    text: &str,
    hidden: bool,
) -> Result<()> {
    let text = lines(text);
    let mut check = Check::default();
    check.text("answer", &text, MAX_TEXT);
    check.done()?;
    let person: Option<PersonId> = ctx.actor.person();
    let done = c
        .exec(q!(
            "UPDATE lesson_question SET answer = $3, answered_at = $4, answered_by = $5, answered_name = $6, hidden = $7, \
             version = version + 1 WHERE id = $1 AND office_id = $2 AND answered_at IS NULL",
            id,
            scope.office(),
            &text,
            ctx.now,
            person,
            ctx.actor.name(),
            hidden
        ))
        .await?;
    let (of,): (EnrolmentId,) = c
        .one(q!("SELECT enrolment_id FROM lesson_question WHERE id = $1 AND office_id = $2", id, scope.office()))
        .await?;
    if done == 0 {
        return Err(Fault::conflict(msg::ENROLMENTS_ANSWERED));
    }
    let row = enrolment(c, of).await?;
    mails::tell(c, ctx, &row, mails::News::Answered).await
}
