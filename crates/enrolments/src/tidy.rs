//! What goes with time.

use db::{Conn, q};
use jobs::{JobError, Runner};
use kernel::{Ctx, Result};

use crate::{learner::COOKIE_SECONDS, many::KEPT_DAYS};

/// How often it is looked at, in seconds.
const DAILY: i64 = 86_400;

/// Ends what guests left, once no browser can hold their cookie any more, and forgets previews nobody confirmed, which hold
/// addresses. Gives how many enrolments ended.
async fn tidy(c: &mut Conn, ctx: &Ctx) -> Result<u64> {
    c.exec(q!("DELETE FROM enrolment_import WHERE created < $1", ctx.now.plus_days(-KEPT_DAYS))).await?;
    let before = ctx.now.plus_seconds(-COOKIE_SECONDS);
    c.exec(q!(
        "UPDATE enrolment SET guest_hash = NULL, state = CASE WHEN state = 'completed' THEN state ELSE 'expired' END, \
         version = version + 1 WHERE guest_hash IS NOT NULL AND created < $1 AND (last_at IS NULL OR last_at < $1)",
        before
    ))
    .await
}

/// Registers the daily job.
pub(crate) fn register(runner: &mut Runner) {
    runner.every("enrolments.tidy", DAILY, |job| async move {
        let ctx = job.ctx.clone();
        job.db
            .write(move |c| {
                let ctx = ctx.clone();
                Box::pin(async move { tidy(c, &ctx).await })
            })
            .await
            .map(|_| ())
            .map_err(JobError::from)
    });
}
