//! Courses.

use courses::{Audience, ItemFacts, ItemKind, Settings};
use db::Conn;
use kernel::{
    Ctx, OfficeScope, Result,
    ids::{CourseId, ItemId},
};

/// The settings of a course for everyone, which needs no account.
pub fn open(title: &str) -> Settings {
    Settings { audience: Audience::Everyone, open: true, ..Settings::titled(title) }
}

/// Required lessons of so many minutes each.
pub fn lessons(titles: &[&str], minutes: u32) -> Vec<(ItemKind, ItemFacts)> {
    titles.iter().map(|title| (ItemKind::Lesson, ItemFacts::new(*title, minutes))).collect()
}

/// Makes a course of one module with these activities, and does not publish it.
///
/// # Errors
/// Those of making it.
pub async fn draft(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    settings: &Settings,
    items: &[(ItemKind, ItemFacts)],
) -> Result<(CourseId, Vec<ItemId>)> {
    let id = courses::create(c, ctx, scope, settings).await?;
    let module = courses::add_module(c, ctx, scope, id, "Pierwszy", "").await?;
    let mut ids = Vec::new();
    for (kind, facts) in items {
        ids.push(courses::add_item(c, ctx, scope, module, *kind, facts, serde_json::json!({})).await?);
    }
    Ok((id, ids))
}

/// Makes and publishes a course for everyone, which needs no account: three required lessons, one more.
///
/// # Errors
/// Those of making it.
pub async fn course(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, title: &str) -> Result<(CourseId, Vec<ItemId>)> {
    let mut items = lessons(&["Wstęp", "Zasady", "Przykłady", "Dodatek"], 5);
    items[3].1.required = false;
    let made = draft(c, ctx, scope, &open(title), &items).await?;
    courses::publish(c, ctx, scope, made.0, "").await?;
    Ok(made)
}
