//! The text of a lesson while it is being written.

use db::{Conn, Json, q};
use kernel::{
    Ctx, Fault, Micros, OfficeScope, Result,
    ids::{CourseId, ItemId},
};

use serde::{Deserialize, Serialize};

use crate::{catalog::Term, course::wrote, msg, structure::own_item};

/// The longest text of a lesson, in characters.
pub const LONGEST: usize = 200_000;

/// What a lesson says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonText {
    /// The text in Markdown; see [`crate::text`].
    pub body: String,
    /// What a learner can do afterwards.
    pub objectives: Vec<String>,
    /// Provisions and pages it rests on.
    pub sources: Vec<String>,
    /// Words explained.
    pub glossary: Vec<Term>,
    /// What is said in its films, in words; may be empty.
    pub transcript: String,
}

impl LessonText {
    /// Whether it will do.
    ///
    /// # Errors
    /// `Invalid` with the fields at fault.
    pub fn check(&self) -> Result<()> {
        let long = |texts: &[String]| texts.len() > 50 || texts.iter().any(|t| t.chars().count() > 500);
        if self.body.chars().count() > LONGEST {
            return Err(Fault::field("body", msg::COURSES_TOO_LONG));
        }
        if self.transcript.chars().count() > LONGEST {
            return Err(Fault::field("transcript", msg::COURSES_TOO_LONG));
        }
        if long(&self.objectives) {
            return Err(Fault::field("objectives", msg::COURSES_TOO_LONG));
        }
        if long(&self.sources) {
            return Err(Fault::field("sources", msg::COURSES_TOO_LONG));
        }
        if self.glossary.len() > 200 {
            return Err(Fault::field("glossary", msg::COURSES_TOO_LONG));
        }
        if self.glossary.iter().any(|t| t.term.trim().is_empty() || t.meaning.trim().is_empty()) {
            return Err(Fault::field("glossary", msg::COURSES_GLOSSARY_FORM));
        }
        Ok(())
    }
}

db::row! {
    /// The text of a lesson as it is being written.
    #[derive(Debug, Clone, PartialEq)]
    pub struct LessonRow {
        /// The activity.
        pub item: ItemId,
        /// The text in Markdown.
        pub body: String,
        /// What a learner can do afterwards.
        pub objectives: Json<Vec<String>>,
        /// Provisions and pages it rests on.
        pub sources: Json<Vec<String>>,
        /// Words explained.
        pub glossary: Json<Vec<Term>>,
        /// What is said in its films.
        pub transcript: String,
        /// Who edited it last.
        pub edited_by: String,
        /// When.
        pub edited_at: Micros,
        /// Counts edits.
        pub version: i64,
    }
}

impl LessonRow {
    /// What it says.
    pub fn text(&self) -> LessonText {
        LessonText {
            body: self.body.clone(),
            objectives: self.objectives.0.clone(),
            sources: self.sources.0.clone(),
            glossary: self.glossary.0.clone(),
            transcript: self.transcript.clone(),
        }
    }
}

pub(crate) async fn begin(c: &mut Conn, ctx: &Ctx, item: ItemId, course: CourseId) -> Result<()> {
    c.exec(q!(
        "INSERT INTO lesson (item_id, course_id, body, objectives, sources, glossary, transcript, edited_by, edited_at, \
         version) VALUES ($1, $2, '', '[]', '[]', '[]', '', $3, $4, 1)",
        item,
        course,
        ctx.actor.name(),
        ctx.now
    ))
    .await
    .map(|_| ())
}

const COLUMNS: &str = "SELECT l.item_id, l.body, l.objectives, l.sources, l.glossary, l.transcript, l.edited_by, \
                       l.edited_at, l.version FROM lesson l";

/// The text of a lesson of this office.
///
/// # Errors
/// `NotFound` when the office has no such lesson.
pub async fn lesson(c: &mut Conn, scope: OfficeScope, item: ItemId) -> Result<LessonRow> {
    c.one(
        q!(COLUMNS)
            .push(" JOIN course k ON k.id = l.course_id WHERE l.item_id = ", item)
            .push(" AND k.office_id = ", scope.office()),
    )
    .await
}

/// The texts of all lessons of a course.
pub(crate) async fn lessons(c: &mut Conn, course: CourseId) -> Result<Vec<LessonRow>> {
    c.all(q!(COLUMNS).push(" WHERE l.course_id = ", course).text(" LIMIT 2000")).await
}

/// Saves the text of a lesson.
///
/// # Errors
/// `Invalid` with the fields at fault; `Conflict` (`fault-stale`) when somebody else changed it since `version`;
/// `NotFound` when the office has no such lesson.
pub async fn edit_lesson(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    item: ItemId,
    text: &LessonText,
    version: i64,
) -> Result<()> {
    text.check()?;
    let row = own_item(c, scope, item).await?;
    let changed = c
        .exec(q!(
            "UPDATE lesson SET body = $2, objectives = $3, sources = $4, glossary = $5, transcript = $6, edited_by = $7, \
             edited_at = $8, version = version + 1 WHERE item_id = $1 AND version = $9",
            item,
            &text.body,
            Json(&text.objectives),
            Json(&text.sources),
            Json(&text.glossary),
            &text.transcript,
            ctx.actor.name(),
            ctx.now,
            version
        ))
        .await?;
    if changed == 0 {
        // Not the text of a lesson at all, or one that somebody else has edited meanwhile.
        lesson(c, scope, item).await?;
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    wrote(c, ctx, row.course).await
}
