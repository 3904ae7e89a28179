//! What goes with time.

use db::{Conn, Db, q};
use jobs::{JobError, Runner};
use kernel::{Ctx, FaultKind, Result, ids::EnrolmentId};

use crate::{State, enrol::end, learner::COOKIE_SECONDS, many::KEPT_DAYS};

/// How often it is looked at, in seconds.
const DAILY: i64 = 86_400;
/// How many enrolments are ended in one unit of work.
const AT_ONCE: usize = 200;

/// Ends what guests left, once no browser can hold their cookie any more, and forgets previews nobody confirmed, which hold
/// addresses.
async fn tidy(db: &Db, ctx: &Ctx) -> Result<()> {
    let before = ctx.now.plus_days(-KEPT_DAYS);
    db.write(move |c| {
        Box::pin(async move { c.exec(q!("DELETE FROM enrolment_import WHERE created < $1", before)).await })
    })
    .await?;
    loop {
        let ctx = ctx.clone();
        let more = db
            .write(move |c| {
                let ctx = ctx.clone();
                Box::pin(async move { guests(c, &ctx).await })
            })
            .await?;
        if !more {
            return Ok(());
        }
    }
}

/// Ends some of what goes on without anybody who could come back to it, and forgets the secrets of all that ended. Gives
/// whether there is more.
async fn guests(c: &mut Conn, ctx: &Ctx) -> Result<bool> {
    let before = ctx.now.plus_seconds(-COOKIE_SECONDS);
    // Course by course, in the order in which everybody takes their places.
    let rows: Vec<(EnrolmentId,)> = c
        .all(
            q!(
                "SELECT id FROM enrolment WHERE guest_hash IS NOT NULL AND created < $1 \
                 AND (last_at IS NULL OR last_at < $1) AND state IN ('requested', 'waiting', 'offered', 'active')",
                before
            )
            .push(" ORDER BY course_id, id LIMIT ", AT_ONCE),
        )
        .await?;
    for (id,) in &rows {
        match end(c, ctx, *id, State::Expired, "").await {
            // Completed or left at this very moment.
            Err(fault) if fault.kind == FaultKind::Conflict => {}
            ended => {
                ended?;
            }
        }
    }
    c.exec(q!(
        "UPDATE enrolment SET guest_hash = NULL, version = version + 1 WHERE guest_hash IS NOT NULL AND created < $1 \
         AND (last_at IS NULL OR last_at < $1) AND state IN ('completed', 'withdrawn', 'expired')",
        before
    ))
    .await?;
    Ok(rows.len() == AT_ONCE)
}

/// Registers the daily job.
pub(crate) fn register(runner: &mut Runner) {
    runner.every("enrolments.tidy", DAILY, |job| async move { tidy(&job.db, &job.ctx).await.map_err(JobError::from) });
}
