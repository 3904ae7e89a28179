//! A durable queue of work in the database: what must happen after the commit happens, sooner or later, even when
//! the machine stops in between.
//!
//! In the unit of work that makes it necessary:
//!
//! ```ignore
//! jobs::enqueue(c, ctx, "letter.render", &Render { letter }, ctx.now).await?;
//! ```
//!
//! Once, where the program is put together:
//!
//! ```ignore
//! let mut runner = Runner::new(db, clock, entropy);
//! runner.on("letter.render", |job: JobCtx, payload: Render| async move { render(job, payload).await });
//! runner.every("sessions.prune", 3600, |job| async move { prune(job).await });
//! Arc::new(runner).run(shutdown).await;     // ends after it has finished what it began
//! ```
//!
//! A handler may be called again for work it has done already (the machine stopped before that was written down),
//! so it looks first, or writes its result and [`JobCtx::finish`] in one unit of work. A [`kernel::Fault`] of the
//! machine is tried again after a growing pause, a fault of the input gives up. After the last try the job is kept
//! as dead and shown by [`dead`]; [`revive`] tries it once more. Tests call [`Runner::run_due`] and move the clock.

mod backoff;
mod lease;
mod queue;
mod runner;

use db::Migration;
pub use queue::{
    Job, State, Stats, count_dead, dead, enqueue, enqueue_limited, enqueue_once, prune, remove, revive, stats,
};
pub use runner::{JobCtx, JobError, Runner};

/// The schema of this crate.
pub const MIGRATIONS: &[Migration] = &[Migration::new("jobs", 1, include_str!("../migrations/1.sql"))];

/// How often a job is tried unless said otherwise: with the growing pauses that is about a day.
pub const ATTEMPTS: u32 = 14;
