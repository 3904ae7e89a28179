//! An assignment as its author writes it, and as a published version keeps it.

use courses::{Adopted, ItemKind, ItemRow};
use db::{BoxFuture, Conn, Json, q};
use kernel::{
    Ctx, Fault, Micros, OfficeScope, Result,
    ids::{CourseId, ItemId},
};
use serde_json::Value;

use crate::definition::Definition;

db::row! {
    /// An assignment as it is being written.
    #[derive(Debug, Clone, PartialEq)]
    pub struct AssignmentRow {
        /// The activity.
        pub item: ItemId,
        /// Its course.
        pub course: CourseId,
        /// What it asks for.
        pub definition: Json<Definition>,
        /// Who edited it last; empty when nobody did.
        pub edited_by: String,
        /// When.
        pub changed: Micros,
        /// Counts edits; 0 when nobody saved it yet.
        pub version: i64,
    }
}

/// An assignment of any office; the empty one when nobody saved it yet.
///
/// # Errors
/// Those of the database.
pub async fn assignment_of(c: &mut Conn, item: &ItemRow) -> Result<AssignmentRow> {
    let found: Option<AssignmentRow> = c
        .opt(q!(
            "SELECT item_id, course_id, definition, edited_by, changed, version FROM assignment WHERE item_id = $1",
            item.id
        ))
        .await?;
    Ok(found.unwrap_or_else(|| AssignmentRow {
        item: item.id,
        course: item.course,
        definition: Json(Definition::default()),
        edited_by: String::new(),
        changed: Micros(0),
        version: 0,
    }))
}

/// Saves an assignment.
///
/// # Errors
/// `Invalid` with the fields at fault; `Conflict` (`fault-stale`) when somebody else changed it since `version`;
/// `NotFound` when the office has no such assignment.
pub async fn save(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    item: ItemId,
    definition: &Definition,
    version: i64,
) -> Result<()> {
    definition.check()?;
    let row = courses::own_item(c, scope, item).await?;
    if row.kind != ItemKind::Assignment {
        return Err(Fault::not_found());
    }
    c.exec(q!(
        "INSERT INTO assignment (item_id, office_id, course_id, definition, edited_by, changed, works, version) \
         VALUES ($1, $2, $3, $4, '', $5, 0, 0) ON CONFLICT (item_id) DO NOTHING",
        item,
        scope.office(),
        row.course,
        Json(Definition::default()),
        ctx.now
    ))
    .await?;
    let changed = c
        .exec(q!(
            "UPDATE assignment SET definition = $2, edited_by = $3, changed = $4, version = version + 1 \
             WHERE item_id = $1 AND version = $5",
            item,
            Json(definition),
            ctx.actor.name(),
            ctx.now,
            version
        ))
        .await?;
    if changed == 0 {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    // The course learns that it is not as it was published any more.
    courses::set_item_settings(c, ctx, scope, item, row.settings.0).await
}

/// The number of the next work of an assignment, from 1. Others who begin one wait.
pub(crate) async fn next_number(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    course: CourseId,
    item: ItemId,
) -> Result<i64> {
    c.exec(q!(
        "INSERT INTO assignment (item_id, office_id, course_id, definition, edited_by, changed, works, version) \
         VALUES ($1, $2, $3, $4, '', $5, 1, 0) ON CONFLICT (item_id) DO UPDATE SET works = assignment.works + 1",
        item,
        scope.office(),
        course,
        Json(Definition::default()),
        ctx.now
    ))
    .await?;
    let (number,): (i64,) = c.one(q!("SELECT works FROM assignment WHERE item_id = $1", item)).await?;
    Ok(number)
}

/// What the program registers with [`courses::register_part`]: the assignment at the moment of publishing.
pub fn part<'c>(c: &'c mut Conn, _: &'c Ctx, item: &'c ItemRow) -> BoxFuture<'c, Result<Value>> {
    Box::pin(async move {
        let row = assignment_of(c, item).await?;
        serde_json::to_value(row.definition.0).map_err(Fault::internal)
    })
}

/// What the program registers with [`courses::register_adopters`]: the assignment of a course of the catalogue.
pub fn adopt<'c>(c: &'c mut Conn, ctx: &'c Ctx, scope: OfficeScope, what: &'c Adopted) -> BoxFuture<'c, Result<()>> {
    Box::pin(async move {
        let (Some(item), Some(from)) = (what.assignment, &what.from.assignment) else { return Ok(()) };
        save(c, ctx, scope, item, &Definition::of_catalog(from), 0).await
    })
}
