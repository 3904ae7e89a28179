//! Modules and activities put in order, put aside and brought back.

use db::{Conn, q};
use kernel::{
    Ctx, Event, Fault, OfficeScope, Result,
    ids::{ItemId, ModuleId},
};

use super::{items, modules, own_item, own_module};
use crate::course::wrote;

/// Puts a module at a place, counted from 0, among the modules of its course; beyond the end is the end.
///
/// # Errors
/// `NotFound` when the office has no such module.
pub async fn place_module(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: ModuleId, at: usize) -> Result<()> {
    let row = own_module(c, scope, id).await?;
    let mut order: Vec<ModuleId> = modules(c, row.course).await?.into_iter().map(|m| m.id).collect();
    order.retain(|m| *m != id);
    order.insert(at.min(order.len()), id);
    for (sort, module) in (1i64..).zip(order) {
        c.exec(q!("UPDATE course_module SET sort = $2 WHERE id = $1 AND sort <> $2", module, sort)).await?;
    }
    wrote(c, ctx, row.course).await
}

/// Puts an activity at a place, counted from 0, in a module of the same course; beyond the end is the end.
///
/// # Errors
/// `NotFound` when the office has no such activity or the module is of another course.
pub async fn place_item(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: ItemId,
    module: ModuleId,
    at: usize,
) -> Result<()> {
    let row = own_item(c, scope, id).await?;
    let into = own_module(c, scope, module).await?;
    if into.course != row.course {
        return Err(Fault::not_found());
    }
    let mut order: Vec<ItemId> =
        items(c, row.course).await?.into_iter().filter(|i| i.module == module && i.id != id).map(|i| i.id).collect();
    order.insert(at.min(order.len()), id);
    for (sort, item) in (1i64..).zip(order) {
        c.exec(q!("UPDATE course_item SET sort = $2, module_id = $3 WHERE id = $1", item, sort, module)).await?;
    }
    wrote(c, ctx, row.course).await
}

/// Puts an activity aside. Tells it with `course.item_removed` {course, item}.
///
/// # Errors
/// `NotFound` when the office has no such activity.
pub async fn remove_item(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: ItemId) -> Result<()> {
    let row = own_item(c, scope, id).await?;
    c.exec(q!("UPDATE course_item SET removed = $2 WHERE id = $1 AND removed IS NULL", id, ctx.now)).await?;
    wrote(c, ctx, row.course).await?;
    let event = Event {
        kind: "course.item_removed".into(),
        office: Some(scope.office()),
        object: id.0,
        concerns: None,
        payload: serde_json::json!({ "course": row.course, "item": id }),
    };
    c.emit(ctx, &event).await
}

/// Brings an activity back to the end of its module.
///
/// # Errors
/// `NotFound` when the office has no such activity.
pub async fn restore_item(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: ItemId) -> Result<()> {
    let row = own_item(c, scope, id).await?;
    c.exec(q!("UPDATE course_item SET removed = NULL WHERE id = $1", id)).await?;
    place_item(c, ctx, scope, id, row.module, usize::MAX).await
}

/// Puts a module aside with what is in it.
///
/// # Errors
/// `NotFound` when the office has no such module.
pub async fn remove_module(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: ModuleId) -> Result<()> {
    let row = own_module(c, scope, id).await?;
    c.exec(q!("UPDATE course_module SET removed = $2 WHERE id = $1 AND removed IS NULL", id, ctx.now)).await?;
    wrote(c, ctx, row.course).await
}

/// Brings a module back, with what is in it, to the end of its course.
///
/// # Errors
/// `NotFound` when the office has no such module.
pub async fn restore_module(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: ModuleId) -> Result<()> {
    own_module(c, scope, id).await?;
    c.exec(q!("UPDATE course_module SET removed = NULL WHERE id = $1", id)).await?;
    place_module(c, ctx, scope, id, usize::MAX).await
}
