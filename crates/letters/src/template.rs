//! Templates of letters, each with its earlier versions.

use db::{Conn, Json, q};
use kernel::{Ctx, Fault, Micros, OfficeScope, Result, ids::TemplateId};
use law::fold::sort_key;
use offices::{Desk, Role};

use crate::{
    Content, Kind, Saved,
    words::{Faults, MAX_LONG, MAX_SHORT, line, lines},
};

db::row! {
    /// A template.
    #[derive(Debug, Clone, PartialEq)]
    pub struct TemplateRow {
        /// The identifier.
        pub id: TemplateId,
        /// The key of the starter template it came from.
        pub starter: Option<String>,
        /// Its name.
        pub name: String,
        /// When to use it.
        pub hint: String,
        /// The kind of letter.
        pub kind: Kind,
        /// The text with placeholders.
        pub content: Json<Content>,
        /// Whether it is used no longer.
        pub retired: bool,
        /// When it was last changed.
        pub changed_at: Micros,
        /// By whom.
        pub changed_by: String,
        /// Counts edits.
        pub version: i64,
    }
}

db::row! {
    /// An earlier or the present text of a template.
    #[derive(Debug, Clone, PartialEq)]
    pub struct TemplateVersion {
        /// Its number.
        pub version: i64,
        /// The name then.
        pub name: String,
        /// The text then.
        pub content: Json<Content>,
        /// When it was saved.
        pub at: Micros,
        /// By whom.
        pub by: String,
    }
}

macro_rules! template_select {
    ($rest:literal) => {
        concat!(
            "SELECT id, starter, name, hint, kind, content, retired, changed_at, changed_by, version FROM letter_template ",
            $rest
        )
    };
}

/// The templates of an office by name, those no longer used at the end.
///
/// # Errors
/// Those of the database.
pub async fn templates(c: &mut Conn, scope: OfficeScope) -> Result<Vec<TemplateRow>> {
    c.all(q!(template_select!("WHERE office_id = $1 ORDER BY retired, sort, id LIMIT 1000"), scope.office())).await
}

/// A template of the office.
///
/// # Errors
/// `NotFound`.
pub async fn template(c: &mut Conn, scope: OfficeScope, id: TemplateId) -> Result<TemplateRow> {
    c.one(q!(template_select!("WHERE id = $1 AND office_id = $2"), id, scope.office())).await
}

pub(crate) async fn by_starter(c: &mut Conn, scope: OfficeScope, key: &str) -> Result<Option<TemplateRow>> {
    c.opt(q!(template_select!("WHERE starter = $1 AND office_id = $2"), key, scope.office())).await
}

/// The saved texts of a template, newest first.
///
/// # Errors
/// Those of the database.
pub async fn template_versions(c: &mut Conn, scope: OfficeScope, id: TemplateId) -> Result<Vec<TemplateVersion>> {
    c.all(q!(
        "SELECT version, name, content, at, by_name FROM letter_template_version
         WHERE template_id = $1 AND office_id = $2 ORDER BY version DESC LIMIT 200",
        id,
        scope.office()
    ))
    .await
}

/// What a template is made of, or changed to.
#[derive(Debug, Clone, PartialEq)]
pub struct NewTemplate {
    /// Its name.
    pub name: String,
    /// When to use it.
    pub hint: String,
    /// The kind of letter.
    pub kind: Kind,
    /// The text with placeholders.
    pub content: Content,
}

impl NewTemplate {
    fn checked(self) -> Result<Self> {
        let new =
            Self { name: line(&self.name), hint: lines(&self.hint), kind: self.kind, content: self.content.tidy() };
        let mut faults = Faults::default();
        faults.text("name", &new.name, MAX_SHORT);
        faults.short("hint", &new.hint, MAX_LONG);
        new.content.check(&mut faults);
        faults.done()?;
        Ok(new)
    }
}

/// Templates are changed by superiors and administrators; every official uses them.
///
/// # Errors
/// `Forbidden` for others.
pub(crate) fn may_change(desk: &Desk) -> Result<()> {
    if desk.may(Role::Superior) || desk.may(Role::Administrator) { Ok(()) } else { Err(Fault::forbidden()) }
}

/// Adds a template.
///
/// # Errors
/// `Forbidden`; `Invalid` at `name`, `heading`, `body`.
pub async fn add_template(c: &mut Conn, ctx: &Ctx, desk: &Desk, new: NewTemplate) -> Result<TemplateRow> {
    may_change(desk)?;
    let new = new.checked()?;
    let name = new.name.clone();
    let id = insert(c, ctx, desk.scope, None, new).await?.ok_or_else(Fault::not_found)?;
    note(c, ctx, desk, "template.added", id, &name).await?;
    template(c, desk.scope, id).await
}

/// Inserts a template; `None` when the office has that starter template already.
pub(crate) async fn insert(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    starter: Option<&str>,
    new: NewTemplate,
) -> Result<Option<TemplateId>> {
    let id: TemplateId = ctx.new_id();
    let made = c
        .exec(q!(
            "INSERT INTO letter_template (id, office_id, starter, name, hint, kind, content, retired, sort, changed_at, \
             changed_by, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1) ON CONFLICT DO NOTHING",
            id,
            scope.office(),
            starter,
            &new.name,
            &new.hint,
            new.kind,
            Json(new.content.clone()),
            false,
            sort_key(&new.name),
            ctx.now,
            ctx.actor.name()
        ))
        .await?;
    if made == 0 {
        return Ok(None);
    }
    keep_version(c, ctx, scope, id, 1, &new).await?;
    Ok(Some(id))
}

async fn keep_version(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: TemplateId,
    version: i64,
    new: &NewTemplate,
) -> Result<()> {
    c.exec(q!(
        "INSERT INTO letter_template_version (template_id, version, office_id, name, kind, content, at, by_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        id,
        version,
        scope.office(),
        &new.name,
        new.kind,
        Json(new.content.clone()),
        ctx.now,
        ctx.actor.name()
    ))
    .await?;
    Ok(())
}

/// Changes a template; letters begun with it stay as they are. A stale edit changes nothing and gives it as others left it.
///
/// # Errors
/// `Forbidden`; `NotFound`; `Invalid` as [`add_template`].
pub async fn change_template(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    id: TemplateId,
    version: i64,
    new: NewTemplate,
) -> Result<Saved<TemplateRow>> {
    may_change(desk)?;
    template(c, desk.scope, id).await?;
    let new = new.checked()?;
    let done = c
        .exec(q!(
            "UPDATE letter_template SET name = $4, hint = $5, kind = $6, content = $7, sort = $8, changed_at = $9,
             changed_by = $10, version = version + 1 WHERE id = $1 AND office_id = $2 AND version = $3",
            id,
            desk.scope.office(),
            version,
            &new.name,
            &new.hint,
            new.kind,
            Json(new.content.clone()),
            sort_key(&new.name),
            ctx.now,
            ctx.actor.name()
        ))
        .await?;
    if done == 0 {
        return Ok(Saved::Stale(template(c, desk.scope, id).await?));
    }
    keep_version(c, ctx, desk.scope, id, version + 1, &new).await?;
    note(c, ctx, desk, "template.changed", id, &new.name).await?;
    Ok(Saved::Done(template(c, desk.scope, id).await?))
}

/// Takes a template out of use, or back into it. Nothing is deleted.
///
/// # Errors
/// `Forbidden`; `NotFound`.
pub async fn retire_template(c: &mut Conn, ctx: &Ctx, desk: &Desk, id: TemplateId, retired: bool) -> Result<()> {
    may_change(desk)?;
    let done = c
        .exec(q!(
            "UPDATE letter_template SET retired = $3, changed_at = $4, changed_by = $5 WHERE id = $1 AND office_id = $2",
            id,
            desk.scope.office(),
            retired,
            ctx.now,
            ctx.actor.name()
        ))
        .await?;
    if done == 0 {
        return Err(Fault::not_found());
    }
    note(c, ctx, desk, if retired { "template.retired" } else { "template.restored" }, id, "").await
}

/// Writes a change of a template into the audit log of the office's administration.
async fn note(c: &mut Conn, ctx: &Ctx, desk: &Desk, action: &'static str, id: TemplateId, name: &str) -> Result<()> {
    let entry = audit::Entry::admin(action, "template", id).detail("name", name);
    audit::write(c, ctx, Some(desk.scope.office()), &entry).await.map(|_| ())
}
