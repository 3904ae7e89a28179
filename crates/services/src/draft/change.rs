//! What is typed in a draft is kept; a draft thrown away, by its holder or by time.

use db::{Conn, Db, Json, q};
use kernel::{Ctx, Fault, Micros, OfficeScope, Result, ids::DraftId};

use super::{DraftRow, Holder, KEPT_DAYS, StepRow, draft};
use crate::{answers::Answers, msg};

/// Nothing can be changed in a draft that was sent.
pub(super) fn open(draft: &DraftRow) -> Result<()> {
    match draft.submission_id {
        Some(_) => Err(Fault::conflict(msg::SERVICES_SENT_ALREADY)),
        None => Ok(()),
    }
}

pub(super) async fn touch(c: &mut Conn, ctx: &Ctx, draft: &DraftRow, holder: &Holder) -> Result<()> {
    c.exec(q!(
        "UPDATE draft SET updated = $2, person_id = COALESCE(person_id, $3) WHERE id = $1",
        draft.id,
        ctx.now,
        holder.person
    ))
    .await?;
    Ok(())
}

/// What came of saving a step.
#[derive(Debug, Clone)]
pub enum Saved {
    /// It was saved; the version now.
    Done(i64),
    /// Another window saved the step meanwhile: what it holds now, and its version. Nothing was changed.
    Stale(Answers, i64),
}

/// Saves what was typed in a step, if `version` is still the one it has (or the same was typed). `done` marks it as
/// left in order.
///
/// # Errors
/// `NotFound` for a draft the asker does not hold or a step the form does not have, `Conflict` when it was sent.
#[expect(clippy::too_many_arguments, reason = "an operation's context and what is saved")]
pub async fn save(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: DraftId,
    holder: &Holder,
    step: &str,
    typed: &Answers,
    version: i64,
    done: bool,
) -> Result<Saved> {
    let draft = draft(c, ctx, scope, id, holder).await?;
    open(&draft.row)?;
    if draft.form.step(step).is_none() {
        return Err(Fault::not_found());
    }
    let rows: Vec<(i64,)> = if version == 0 {
        c.all(q!(
            "INSERT INTO draft_step (draft_id, step, answers, done, version) VALUES ($1, $2, $3, $4, 1) \
             ON CONFLICT (draft_id, step) DO NOTHING RETURNING version",
            id,
            step,
            Json(typed),
            done
        ))
        .await?
    } else {
        Vec::new()
    };
    let rows = if rows.is_empty() {
        c.all(q!(
            "UPDATE draft_step SET answers = $3, done = $4, version = version + 1 \
             WHERE draft_id = $1 AND step = $2 AND (version = $5 OR answers = $3) RETURNING version",
            id,
            step,
            Json(typed),
            done,
            version
        ))
        .await?
    } else {
        rows
    };
    if let Some((version,)) = rows.first() {
        touch(c, ctx, &draft.row, holder).await?;
        return Ok(Saved::Done(*version));
    }
    let now: Option<StepRow> = c
        .opt(q!("SELECT step, answers, done, version FROM draft_step WHERE draft_id = $1 AND step = $2", id, step))
        .await?;
    Ok(now.map_or(Saved::Stale(Answers::default(), 0), |row| Saved::Stale(row.answers.0, row.version)))
}

/// Throws a draft away, with what was typed. Its form was not sent.
///
/// # Errors
/// `NotFound` for a draft the asker does not hold, `Conflict` when it was sent.
pub async fn discard(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: DraftId, holder: &Holder) -> Result<()> {
    let draft = draft(c, ctx, scope, id, holder).await?;
    open(&draft.row)?;
    remove(c, id).await
}

async fn remove(c: &mut Conn, id: DraftId) -> Result<()> {
    for sql in [
        "DELETE FROM draft_key WHERE draft_id = $1",
        "DELETE FROM draft_file WHERE draft_id = $1",
        "DELETE FROM draft_step WHERE draft_id = $1",
        "DELETE FROM draft WHERE id = $1",
    ] {
        c.exec(q!(sql, id)).await?;
    }
    Ok(())
}

/// How many drafts are thrown away in one unit of work, so that nobody who writes waits long.
const BATCH: usize = 500;

/// Throws away all drafts nobody touched for [`KEPT_DAYS`] days, and tells how many.
///
/// # Errors
/// When the database is away.
pub async fn expire(db: &Db, ctx: &Ctx) -> Result<usize> {
    let before = ctx.now.plus_days(-KEPT_DAYS);
    let mut gone = 0;
    loop {
        let batch = db.write(move |c| Box::pin(expire_some(c, before))).await?;
        gone += batch;
        if batch < BATCH {
            return Ok(gone);
        }
    }
}

async fn expire_some(c: &mut Conn, before: Micros) -> Result<usize> {
    let oldest = q!("SELECT id FROM draft WHERE updated < $1 ORDER BY updated LIMIT $2", before, BATCH as i64);
    let old: Vec<(DraftId,)> = c.all(oldest).await?;
    for (id,) in &old {
        remove(c, *id).await?;
    }
    Ok(old.len())
}
