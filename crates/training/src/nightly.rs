//! What happens by itself: once a day leavers are released, enrolments follow who serves elsewhere, rules are applied and
//! reminders sent; a new rule is applied at once.

use jobs::{JobCtx, JobError, Runner};

use crate::{
    apply, leave, remind,
    rules::{self, Apply},
};

/// Once a day, in seconds.
const DAILY: i64 = 86_400;
/// How many rules are read at once.
const AT_ONCE: usize = 100;

/// Registers this subject's background work.
pub fn register(runner: &mut Runner) {
    runner.on(rules::APPLY, |job: JobCtx, payload: Apply| async move {
        let found = job.db.read(move |c| Box::pin(async move { rules::in_force(c, payload.rule).await })).await?;
        if let Some(rule) = found {
            apply::apply(&job.db, &job.ctx, &rule).await?;
        }
        Ok(())
    });
    runner.every("training.nightly", DAILY, nightly);
}

/// Leavers first, so that nobody is reminded of what no longer concerns them; then enrolments follow those who serve elsewhere
/// since today; then rules, then reminders.
async fn nightly(job: JobCtx) -> Result<(), JobError> {
    leave::release(&job.db, &job.ctx).await?;
    enrolments::follow_all(&job.db, &job.ctx).await?;
    let mut after = None;
    loop {
        let some = job.db.read(move |c| Box::pin(async move { rules::next_in_force(c, after, AT_ONCE).await })).await?;
        for rule in &some {
            apply::apply(&job.db, &job.ctx, rule).await?;
        }
        after = some.last().map(|r| r.id);
        if some.len() < AT_ONCE {
            break;
        }
    }
    remind::remind(&job.db, &job.ctx).await?;
    remind::tell_superiors(&job.db, &job.ctx).await?;
    Ok(())
}
