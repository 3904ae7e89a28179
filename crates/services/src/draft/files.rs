//! Files of a draft.

use db::{Conn, q};
use kernel::{Ctx, OfficeScope, Result, ids::DraftId};
use uuid::Uuid;

use super::{Holder, draft, open, touch};
use crate::files;

/// Adds a file that is in the object store already to a field of the draft.
///
/// # Errors
/// `NotFound` for a draft the asker does not hold or a field that takes no files, `Invalid` when there are too many,
/// `Conflict` when it was sent.
#[expect(clippy::too_many_arguments, reason = "an operation's context and what is added")]
pub async fn add_file(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: DraftId,
    holder: &Holder,
    field: &str,
    name: &str,
    stored: &blob::Stored,
) -> Result<Uuid> {
    let draft = draft(c, ctx, scope, id, holder).await?;
    open(&draft.row)?;
    let question = files::question(&draft.form, field)?;
    // The same content under the same name is one file, also after a double click.
    if let Some(same) = draft.files.iter().find(|f| f.field == field && f.hash == stored.hex() && f.name == name) {
        return Ok(same.id);
    }
    files::room(question, draft.files_of(field), draft.files.len())?;
    let file: Uuid = ctx.new_id();
    c.exec(q!(
        "INSERT INTO draft_file (id, draft_id, field, name, hash, size, media_type, added) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        file,
        id,
        field,
        name,
        stored.hex(),
        i64::try_from(stored.size).unwrap_or(i64::MAX),
        &stored.media_type,
        ctx.now
    ))
    .await?;
    touch(c, ctx, &draft.row, holder).await?;
    Ok(file)
}

/// Takes a file out of the draft. The object stays in the store until nothing names it.
///
/// # Errors
/// As [`add_file`].
pub async fn remove_file(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: DraftId,
    holder: &Holder,
    file: Uuid,
) -> Result<()> {
    let draft = draft(c, ctx, scope, id, holder).await?;
    open(&draft.row)?;
    c.exec(q!("DELETE FROM draft_file WHERE draft_id = $1 AND id = $2", id, file)).await?;
    touch(c, ctx, &draft.row, holder).await
}
