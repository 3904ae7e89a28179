//! What a course consists of while it is being written: modules in order, activities in them.
//!
//! What is removed is put aside, not destroyed: [`restore_item`] and [`restore_module`] bring it back.

mod order;

use db::{Conn, Json, q};
use kernel::{
    Ctx, Fault, OfficeScope, Result,
    ids::{CourseId, ItemId, ModuleId},
};
pub use order::{place_item, place_module, remove_item, remove_module, restore_item, restore_module};
use serde_json::Value;

use crate::{
    course::{own_course, wrote},
    lesson, msg,
};

db::text_enum! {
    /// What an activity is.
    pub enum ItemKind {
        /// A text to read, with pictures and films.
        Lesson = "lesson",
        /// Questions.
        Quiz = "quiz",
        /// Work handed in and marked.
        Assignment = "assignment",
        /// A meeting in a place or by video.
        Session = "session",
        /// A file to take.
        File = "file",
    }
}

/// The most modules of a course.
pub const MOST_MODULES: usize = 100;
/// The most activities of a course.
pub const MOST_ITEMS: usize = 1000;
/// The longest title.
const LONGEST: usize = 200;

db::row! {
    /// A module as it is being written.
    #[derive(Debug, Clone, PartialEq)]
    pub struct ModuleRow {
        /// The identifier.
        pub id: ModuleId,
        /// Its course.
        pub course: CourseId,
        /// The title.
        pub title: String,
        /// What it is about; may be empty.
        pub summary: String,
        /// Whether it was put aside.
        pub removed: bool,
        /// Counts edits.
        pub version: i64,
    }
}

db::row! {
    /// An activity as it is being written.
    #[derive(Debug, Clone, PartialEq)]
    pub struct ItemRow {
        /// The identifier; the same in every version of the course.
        pub id: ItemId,
        /// Its course.
        pub course: CourseId,
        /// Its module.
        pub module: ModuleId,
        /// What it is.
        pub kind: ItemKind,
        /// The title.
        pub title: String,
        /// Minutes it takes.
        pub minutes: u32,
        /// Whether the course is complete only with it.
        pub required: bool,
        /// What its kind needs to know.
        pub settings: Json<Value>,
        /// Whether it was put aside.
        pub removed: bool,
        /// Counts edits.
        pub version: i64,
    }
}

macro_rules! item {
    ($rest:literal) => {
        concat!(
            "SELECT i.id, i.course_id, i.module_id, i.kind, i.title, i.minutes, i.required, i.settings, \
             i.removed IS NOT NULL, i.version FROM course_item i ",
            $rest
        )
    };
}

macro_rules! module {
    ($rest:literal) => {
        concat!(
            "SELECT m.id, m.course_id, m.title, m.summary, m.removed IS NOT NULL, m.version FROM course_module m ",
            $rest
        )
    };
}

/// What an author says of an activity.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemFacts {
    /// The title, 1 to 200 characters.
    pub title: String,
    /// Minutes it takes, 0 to 10,000.
    pub minutes: u32,
    /// Whether the course is complete only with it.
    pub required: bool,
}

impl ItemFacts {
    /// A required activity.
    pub fn new(title: impl Into<String>, minutes: u32) -> Self {
        Self { title: title.into(), minutes, required: true }
    }

    /// Whether they will do.
    ///
    /// # Errors
    /// `Invalid` with the fields at fault.
    pub fn check(&self) -> Result<()> {
        title(&self.title)?;
        if self.minutes > 10_000 {
            return Err(Fault::field("minutes", msg::COURSES_MINUTES));
        }
        Ok(())
    }
}

fn title(text: &str) -> Result<()> {
    match text.trim().chars().count() {
        0 => Err(Fault::field("title", web::msg::FIELD_REQUIRED)),
        1..=LONGEST => Ok(()),
        _ => Err(Fault::field("title", msg::COURSES_TOO_LONG)),
    }
}

/// The modules of a course in order, without those put aside.
///
/// # Errors
/// Those of the database.
pub async fn modules(c: &mut Conn, course: CourseId) -> Result<Vec<ModuleRow>> {
    c.all(q!(module!("WHERE m.course_id = $1 AND m.removed IS NULL ORDER BY m.sort, m.id LIMIT 1000"), course)).await
}

/// The activities of a course in order, without those put aside or in modules put aside.
///
/// # Errors
/// Those of the database.
pub async fn items(c: &mut Conn, course: CourseId) -> Result<Vec<ItemRow>> {
    let text = item!(
        "JOIN course_module m ON m.id = i.module_id WHERE i.course_id = $1 AND i.removed IS NULL AND m.removed IS NULL \
         ORDER BY m.sort, m.id, i.sort, i.id LIMIT 2000"
    );
    c.all(q!(text, course)).await
}

/// What was put aside: modules, and activities of modules that were not, the latest first.
///
/// # Errors
/// Those of the database.
pub async fn put_aside(c: &mut Conn, course: CourseId) -> Result<(Vec<ModuleRow>, Vec<ItemRow>)> {
    let modules =
        module!("WHERE m.course_id = $1 AND m.removed IS NOT NULL ORDER BY m.removed DESC, m.id DESC LIMIT 50");
    let items = item!(
        "JOIN course_module m ON m.id = i.module_id WHERE i.course_id = $1 AND i.removed IS NOT NULL AND m.removed IS NULL \
         ORDER BY i.removed DESC, i.id DESC LIMIT 50"
    );
    Ok((c.all(q!(modules, course)).await?, c.all(q!(items, course)).await?))
}

/// An activity of a course of any office, also one put aside.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn item(c: &mut Conn, id: ItemId) -> Result<ItemRow> {
    c.one(q!(item!("WHERE i.id = $1"), id)).await
}

/// An activity of a course of this office, also one put aside.
///
/// # Errors
/// `NotFound` when the office has none such.
pub async fn own_item(c: &mut Conn, scope: OfficeScope, id: ItemId) -> Result<ItemRow> {
    c.one(q!(item!("JOIN course k ON k.id = i.course_id WHERE k.office_id = $1 AND i.id = $2"), scope.office(), id))
        .await
}

/// A module of a course of this office, also one put aside.
///
/// # Errors
/// `NotFound` when the office has none such.
pub async fn own_module(c: &mut Conn, scope: OfficeScope, id: ModuleId) -> Result<ModuleRow> {
    let text = module!("JOIN course k ON k.id = m.course_id WHERE k.office_id = $1 AND m.id = $2");
    c.one(q!(text, scope.office(), id)).await
}

/// Adds a module at the end of a course.
///
/// # Errors
/// `Invalid` without a title or when there are too many; `NotFound` when the office has no such course.
pub async fn add_module(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    course: CourseId,
    name: &str,
    summary: &str,
) -> Result<ModuleId> {
    title(name)?;
    own_course(c, scope, course).await?;
    let (count, last): (i64, i64) = c
        .one(q!(
            "SELECT COUNT(*), CAST(COALESCE(MAX(sort), 0) AS BIGINT) FROM course_module WHERE course_id = $1",
            course
        ))
        .await?;
    if usize::try_from(count).unwrap_or(usize::MAX) >= MOST_MODULES {
        return Err(Fault::invalid(msg::COURSES_TOO_MANY_MODULES).arg("max", MOST_MODULES));
    }
    let id: ModuleId = ctx.new_id();
    c.exec(q!(
        "INSERT INTO course_module (id, course_id, title, summary, sort, removed, version) VALUES ($1, $2, $3, $4, $5, NULL, 1)",
        id,
        course,
        name.trim(),
        summary.trim(),
        last + 1
    ))
    .await?;
    wrote(c, ctx, course).await?;
    Ok(id)
}

/// Changes the title and the summary of a module.
///
/// # Errors
/// `Invalid` without a title; `Conflict` (`fault-stale`) when somebody else changed it since `version`.
pub async fn edit_module(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: ModuleId,
    name: &str,
    summary: &str,
    version: i64,
) -> Result<()> {
    title(name)?;
    let row = own_module(c, scope, id).await?;
    let text =
        "UPDATE course_module SET title = $2, summary = $3, version = version + 1 WHERE id = $1 AND version = $4";
    if c.exec(q!(text, id, name.trim(), summary.trim(), version)).await? == 0 {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    wrote(c, ctx, row.course).await
}

/// Adds an activity at the end of a module.
///
/// # Errors
/// `Invalid` with the fields at fault or when there are too many; `NotFound` when the office has no such module.
pub async fn add_item(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    module: ModuleId,
    kind: ItemKind,
    facts: &ItemFacts,
    settings: Value,
) -> Result<ItemId> {
    facts.check()?;
    let into = own_module(c, scope, module).await?;
    let (count,): (i64,) = c.one(q!("SELECT COUNT(*) FROM course_item WHERE course_id = $1", into.course)).await?;
    if usize::try_from(count).unwrap_or(usize::MAX) >= MOST_ITEMS {
        return Err(Fault::invalid(msg::COURSES_TOO_MANY_ITEMS).arg("max", MOST_ITEMS));
    }
    let (last,): (i64,) = c
        .one(q!("SELECT CAST(COALESCE(MAX(sort), 0) AS BIGINT) FROM course_item WHERE module_id = $1", module))
        .await?;
    let id: ItemId = ctx.new_id();
    c.exec(q!(
        "INSERT INTO course_item (id, course_id, module_id, kind, title, minutes, required, sort, settings, removed, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL, 1)",
        id,
        into.course,
        module,
        kind,
        facts.title.trim(),
        facts.minutes,
        facts.required,
        last + 1,
        Json(settings)
    ))
    .await?;
    if kind == ItemKind::Lesson {
        lesson::begin(c, ctx, id, into.course).await?;
    }
    wrote(c, ctx, into.course).await?;
    Ok(id)
}

/// Changes the title, the minutes and whether an activity is required.
///
/// # Errors
/// `Invalid` with the fields at fault; `Conflict` (`fault-stale`) when somebody else changed it since `version`.
pub async fn edit_item(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: ItemId,
    facts: &ItemFacts,
    version: i64,
) -> Result<()> {
    facts.check()?;
    let row = own_item(c, scope, id).await?;
    let changed = c
        .exec(q!(
            "UPDATE course_item SET title = $2, minutes = $3, required = $4, version = version + 1 WHERE id = $1 AND version = $5",
            id,
            facts.title.trim(),
            facts.minutes,
            facts.required,
            version
        ))
        .await?;
    if changed == 0 {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    wrote(c, ctx, row.course).await
}

/// Changes what an activity's kind needs to know: for the subject that owns the kind.
///
/// # Errors
/// `NotFound` when the office has no such activity.
pub async fn set_item_settings(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: ItemId, settings: Value) -> Result<()> {
    let row = own_item(c, scope, id).await?;
    c.exec(q!("UPDATE course_item SET settings = $2, version = version + 1 WHERE id = $1", id, Json(settings))).await?;
    wrote(c, ctx, row.course).await
}

/// The key of the name of a kind of activity.
pub fn item_kind_name(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Lesson => msg::COURSES_KIND_LESSON,
        ItemKind::Quiz => msg::COURSES_KIND_QUIZ,
        ItemKind::Assignment => msg::COURSES_KIND_ASSIGNMENT,
        ItemKind::Session => msg::COURSES_KIND_SESSION,
        ItemKind::File => msg::COURSES_KIND_FILE,
    }
}
