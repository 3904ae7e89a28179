//! Positions of an office (stanowiska).

use db::{Conn, q};
use kernel::{Ctx, Fault, OfficeScope, Result, ids::PositionId};
use law::fold::{fold, sort_key};

use crate::{log, msg};

db::row! {
    /// A position in an office: inspektor, kierownik referatu.
    #[derive(Debug, Clone, PartialEq)]
    pub struct PositionRow {
        /// The identifier.
        pub id: PositionId,
        /// Its name.
        pub name: String,
        /// Counts edits.
        pub version: i64,
    }
}

/// The position of a name, made when the office has none yet. Case and diacritics do not tell two apart.
///
/// # Errors
/// `Invalid` when the name is empty or over 120 characters.
pub async fn position(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, name: &str) -> Result<PositionId> {
    let name = name.trim();
    check_name(name)?;
    let found: Option<(PositionId,)> = c
        .opt(q!("SELECT id FROM position WHERE office_id = $1 AND name_fold = $2", scope.office(), fold(name)))
        .await?;
    if let Some((id,)) = found {
        return Ok(id);
    }
    let id: PositionId = ctx.new_id();
    c.exec(q!(
        "INSERT INTO position (id, office_id, name, name_fold, sort, version) VALUES ($1, $2, $3, $4, $5, 1)",
        id,
        scope.office(),
        name,
        fold(name),
        sort_key(name)
    ))
    .await?;
    log::admin(c, ctx, Some(scope.office()), "position.added", Some(id.0), serde_json::json!({ "name": name })).await?;
    Ok(id)
}

fn check_name(name: &str) -> Result<()> {
    if name.is_empty() {
        return Err(Fault::field("name", web::msg::FIELD_REQUIRED));
    }
    if name.chars().count() > 120 {
        return Err(Fault::invalid(web::msg::FAULT_FIELDS).and_field(
            "name",
            web::msg::FIELD_TOO_LONG,
            vec![("max", 120.into())],
        ));
    }
    Ok(())
}

/// The positions of an office, by name.
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn positions(c: &mut Conn, scope: OfficeScope) -> Result<Vec<PositionRow>> {
    c.all(q!(
        "SELECT id, name, version FROM position WHERE office_id = $1 ORDER BY sort, id LIMIT 2000",
        scope.office()
    ))
    .await
}

/// Gives a position another name.
///
/// # Errors
/// `Invalid` when another position has the name; `Conflict` when it was changed meanwhile.
pub async fn rename_position(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: PositionId,
    version: i64,
    name: &str,
) -> Result<()> {
    let name = name.trim();
    check_name(name)?;
    let old: PositionRow = c
        .one(q!("SELECT id, name, version FROM position WHERE office_id = $1 AND id = $2", scope.office(), id))
        .await?;
    let taken: Option<(PositionId,)> = c
        .opt(q!(
            "SELECT id FROM position WHERE office_id = $1 AND name_fold = $2 AND id <> $3",
            scope.office(),
            fold(name),
            id
        ))
        .await?;
    if taken.is_some() {
        return Err(Fault::field("name", msg::OFFICES_FIELD_POSITION_TAKEN));
    }
    let changed = c
        .exec(q!(
            "UPDATE position SET name = $1, name_fold = $2, sort = $3, version = version + 1 \
             WHERE office_id = $4 AND id = $5 AND version = $6",
            name,
            fold(name),
            sort_key(name),
            scope.office(),
            id,
            version
        ))
        .await?;
    if changed == 0 {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    let details = serde_json::json!({ "before": { "name": old.name }, "after": { "name": name } });
    log::admin(c, ctx, Some(scope.office()), "position.renamed", Some(id.0), details).await
}
