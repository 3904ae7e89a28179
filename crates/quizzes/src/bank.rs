//! The question bank of a course: questions as they are now, and what they were.

use db::{Conn, Json, Q, q};
use kernel::{
    Ctx, Fault, FieldFault, Micros, OfficeScope, Result,
    ids::{CourseId, QuestionId},
};
use questions::{Kind, Question, Severity, check, text::plain};

use crate::msg;

/// The most questions of a course.
pub const MOST_QUESTIONS: i64 = 20_000;
/// The longest category, in characters.
const LONGEST_CATEGORY: usize = 300;

db::row! {
    /// A question as lists show it.
    #[derive(Debug, Clone, PartialEq)]
    pub struct QuestionLine {
        /// The identifier.
        pub id: QuestionId,
        /// Its name, for authors.
        pub name: String,
        /// The author's own identifier; may be empty.
        pub code: String,
        /// Its category; empty for none.
        pub category: String,
        /// The name of its kind, as [`questions::Kind::name`].
        pub kind: String,
        /// What it is worth.
        pub points: f64,
        /// Who changed it last.
        pub edited_by: String,
        /// When.
        pub edited_at: Micros,
        /// Whether it was put aside.
        pub removed: bool,
        /// Counts edits.
        pub version: i64,
    }
}

db::row! {
    /// A question.
    #[derive(Debug, Clone, PartialEq)]
    pub struct QuestionRow {
        /// The identifier.
        pub id: QuestionId,
        /// Its course.
        pub course: CourseId,
        /// What is asked and what counts.
        pub content: Json<Question>,
        /// Who changed it last.
        pub edited_by: String,
        /// When.
        pub edited_at: Micros,
        /// Whether it was put aside.
        pub removed: bool,
        /// Counts edits.
        pub version: i64,
    }
}

db::row! {
    /// A question as it was after one of its edits.
    #[derive(Debug, Clone, PartialEq)]
    pub struct QuestionVersion {
        /// Its number, from 1.
        pub number: i64,
        /// When it was written.
        pub at: Micros,
        /// By whom.
        pub by: String,
        /// What it was.
        pub content: Json<Question>,
    }
}

/// What is looked for in a bank.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Find {
    /// Words of the question, its name or code.
    pub text: String,
    /// Only of this category.
    pub category: Option<String>,
    /// Only of this kind.
    pub kind: Option<String>,
    /// Those put aside instead of those in use.
    pub removed: bool,
    /// How many are passed over.
    pub skip: u32,
    /// How many at most.
    pub limit: u32,
}

const LINE: &str = "SELECT k.id, k.name, k.code, k.category, k.kind, k.points, k.edited_by, k.edited_at, \
                    k.removed IS NOT NULL, k.version FROM question k";
const ROW: &str = "SELECT k.id, k.course_id, k.content, k.edited_by, k.edited_at, k.removed IS NOT NULL, k.version \
                   FROM question k";

/// The words by which a question is found.
fn words(question: &Question) -> String {
    let all = [question.name.as_str(), &question.code, &question.tags.join(" "), &plain(&question.text)].join(" ");
    law::fold::fold(&all).chars().take(4000).collect()
}

/// Questions of a course of this office, by category and code.
///
/// # Errors
/// Those of the database.
pub async fn find(c: &mut Conn, scope: OfficeScope, course: CourseId, find: &Find) -> Result<Vec<QuestionLine>> {
    let mut q = Q::new(LINE).push(" WHERE k.course_id = ", course).push(" AND k.office_id = ", scope.office());
    q = q.text(if find.removed { " AND k.removed IS NOT NULL" } else { " AND k.removed IS NULL" });
    if let Some(category) = &find.category {
        q = q.push(" AND k.category = ", category);
    }
    if let Some(kind) = &find.kind {
        q = q.push(" AND k.kind = ", kind);
    }
    for word in law::fold::fold(&find.text).split_whitespace().take(8) {
        q = q.contains(" AND k.words", word);
    }
    let q = q
        .text(" ORDER BY k.category, k.code, k.id")
        .push(" LIMIT ", find.limit.clamp(1, 1000))
        .push(" OFFSET ", find.skip);
    c.all(q).await
}

/// The categories in use, with how many questions each holds, by name.
///
/// # Errors
/// Those of the database.
pub async fn categories(c: &mut Conn, scope: OfficeScope, course: CourseId) -> Result<Vec<(String, i64)>> {
    c.all(q!(
        "SELECT category, COUNT(*) FROM question WHERE course_id = $1 AND office_id = $2 AND removed IS NULL \
         GROUP BY category ORDER BY category LIMIT 2000",
        course,
        scope.office()
    ))
    .await
}

/// A question of a course of this office, also one put aside.
///
/// # Errors
/// `NotFound` when the course has none such.
pub async fn question(c: &mut Conn, scope: OfficeScope, course: CourseId, id: QuestionId) -> Result<QuestionRow> {
    c.one(
        Q::new(ROW)
            .push(" WHERE k.id = ", id)
            .push(" AND k.course_id = ", course)
            .push(" AND k.office_id = ", scope.office()),
    )
    .await
}

/// All questions in use of a course of any office, by category and code: for publishing and exporting.
///
/// # Errors
/// Those of the database.
pub async fn all(c: &mut Conn, course: CourseId) -> Result<Vec<QuestionRow>> {
    c.all(
        Q::new(ROW)
            .push(" WHERE k.course_id = ", course)
            .text(" AND k.removed IS NULL ORDER BY k.category, k.code, k.id")
            .push(" LIMIT ", MOST_QUESTIONS),
    )
    .await
}

/// What a question was after each of its edits, the latest first.
///
/// # Errors
/// `NotFound` when the course has no such question.
pub async fn versions(
    c: &mut Conn,
    scope: OfficeScope,
    course: CourseId,
    id: QuestionId,
) -> Result<Vec<QuestionVersion>> {
    question(c, scope, course, id).await?;
    c.all(q!(
        "SELECT number, at, by_name, content FROM question_version WHERE question_id = $1 ORDER BY number DESC LIMIT 200",
        id
    ))
    .await
}

/// What keeps a question from being asked: the first refusal of the engine, as a fault of the form.
fn whole(question: &Question) -> Result<()> {
    if question.category.chars().count() > LONGEST_CATEGORY {
        return Err(Fault::field("category", msg::QUIZZES_FAULT_LONG));
    }
    match check(question).iter().find(|f| f.severity == Severity::Refused) {
        None => Ok(()),
        Some(finding) => {
            let args = finding.args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
            let Some(field) = field_of(question, finding.key) else {
                let mut fault = Fault::invalid(finding.key);
                fault.args = args;
                return Err(fault);
            };
            Fault::check(vec![FieldFault { field: field.to_owned(), key: finding.key, args }])
        }
    }
}

/// The field of the form at which a refusal of the engine is told; none when it is about more than one.
fn field_of(question: &Question, key: &str) -> Option<&'static str> {
    use questions::msg as of;
    Some(match (key, &question.kind) {
        (of::QUESTIONS_CHECK_TEXT_EMPTY, _) => "text",
        (of::QUESTIONS_CHECK_NAME, _) => "name",
        (of::QUESTIONS_CHECK_POINTS, _) => "points",
        (of::QUESTIONS_CHECK_TOO_LONG | of::QUESTIONS_CHECK_HTML, _) => return None,
        (_, Kind::Single { .. } | Kind::Multiple { .. }) => "options",
        (_, Kind::Short { .. }) => "accepted",
        (_, Kind::Matching { .. }) => "pairs",
        (_, Kind::Ordering { .. }) => "items",
        _ => return None,
    })
}

async fn keep_version(c: &mut Conn, ctx: &Ctx, id: QuestionId, number: i64, question: &Question) -> Result<()> {
    c.exec(q!(
        "INSERT INTO question_version (question_id, number, at, by_name, content) VALUES ($1, $2, $3, $4, $5)",
        id,
        number,
        ctx.now,
        ctx.actor.name(),
        Json(question)
    ))
    .await?;
    Ok(())
}

/// Adds a question to the bank of a course.
///
/// # Errors
/// `Invalid` with what the engine finds wrong, or when there are too many; `NotFound` when the office has no such course.
pub async fn add(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    course: CourseId,
    question: &Question,
) -> Result<QuestionId> {
    courses_own(c, scope, course).await?;
    let (count,): (i64,) = c.one(q!("SELECT COUNT(*) FROM question WHERE course_id = $1", course)).await?;
    if count >= MOST_QUESTIONS {
        return Err(Fault::invalid(msg::QUIZZES_FAULT_FULL).arg("most", MOST_QUESTIONS));
    }
    insert(c, ctx, scope, course, question).await
}

/// Makes sure that the course is the office's.
pub(crate) async fn courses_own(c: &mut Conn, scope: OfficeScope, course: CourseId) -> Result<courses::CourseRow> {
    let row = courses::course(c, course).await?;
    if row.office == scope.office() { Ok(row) } else { Err(Fault::not_found()) }
}

/// Adds a question; that the course is the office's and has room was looked at.
pub(crate) async fn insert(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    course: CourseId,
    question: &Question,
) -> Result<QuestionId> {
    whole(question)?;
    let id: QuestionId = ctx.new_id();
    c.exec(q!(
        "INSERT INTO question (id, office_id, course_id, name, code, category, kind, points, content, words, edited_by, \
         edited_at, created, removed, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, NULL, 1)",
        id,
        scope.office(),
        course,
        &question.name,
        &question.code,
        question.category.trim(),
        question.kind.name(),
        question.points,
        Json(question),
        words(question),
        ctx.actor.name(),
        ctx.now
    ))
    .await?;
    keep_version(c, ctx, id, 1, question).await?;
    Ok(id)
}

/// Changes a question; what it was stays among its versions, and published versions of the course keep theirs.
///
/// # Errors
/// `Invalid` with what the engine finds wrong; `Conflict` (`fault-stale`) when somebody else changed it since `version`;
/// `NotFound` when the course has no such question.
pub async fn edit(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    course: CourseId,
    id: QuestionId,
    changed: &Question,
    version: i64,
) -> Result<()> {
    whole(changed)?;
    question(c, scope, course, id).await?;
    let done = c
        .exec(q!(
            "UPDATE question SET name = $2, code = $3, category = $4, kind = $5, points = $6, content = $7, words = $8, \
             edited_by = $9, edited_at = $10, version = version + 1 WHERE id = $1 AND version = $11",
            id,
            &changed.name,
            &changed.code,
            changed.category.trim(),
            changed.kind.name(),
            changed.points,
            Json(changed),
            words(changed),
            ctx.actor.name(),
            ctx.now,
            version
        ))
        .await?;
    if done == 0 {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    keep_version(c, ctx, id, version + 1, changed).await
}

/// Puts a question aside, or back. Quizzes already published keep it.
///
/// # Errors
/// `NotFound` when the course has no such question.
pub async fn put_aside(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    course: CourseId,
    id: QuestionId,
    aside: bool,
) -> Result<()> {
    question(c, scope, course, id).await?;
    let moment = aside.then_some(ctx.now);
    c.exec(q!("UPDATE question SET removed = $2 WHERE id = $1", id, moment)).await?;
    Ok(())
}
