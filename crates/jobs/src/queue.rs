//! The queue as callers see it: putting in, counting, looking at what died.

use db::{Conn, Q, q};
use kernel::{Ctx, Fault, Micros, Result, ids::JobId};
use serde::Serialize;

use crate::ATTEMPTS;

db::text_enum! {
    /// What became of a job.
    pub enum State {
        /// It waits for its time, or is being done.
        Waiting = "waiting",
        /// It is done; kept for a while.
        Done = "done",
        /// It failed for good; kept until somebody revives or removes it.
        Dead = "dead",
    }
}

db::row! {
    /// A job.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Job {
        /// Its identifier.
        pub id: JobId,
        /// Which handler does it.
        pub kind: String,
        /// What became of it.
        pub state: State,
        /// When it may next be claimed.
        pub run_at: Micros,
        /// How often it was begun.
        pub attempts: i64,
        /// How often it may be begun.
        pub max_attempts: i64,
        /// What the last try failed with, for the operator.
        pub last_error: Option<String>,
        /// When it was put in.
        pub created: Micros,
    }
}

/// Numbers of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stats {
    /// Jobs waiting, whether their time has come or not, and jobs being done.
    pub waiting: i64,
    /// Jobs waiting whose time has come.
    pub due: i64,
    /// Jobs that failed for good.
    pub dead: i64,
}

/// Puts a job in, within the caller's unit of work: it exists if and only if that is committed.
///
/// # Errors
/// `Internal` when the payload cannot be written as JSON; what the database gives.
pub async fn enqueue(c: &mut Conn, ctx: &Ctx, kind: &str, payload: &impl Serialize, run_at: Micros) -> Result<JobId> {
    enqueue_limited(c, ctx, kind, payload, run_at, ATTEMPTS).await
}

/// As [`enqueue`], for work that is worth another number of tries.
///
/// # Errors
/// As [`enqueue`].
pub async fn enqueue_limited(
    c: &mut Conn,
    ctx: &Ctx,
    kind: &str,
    payload: &impl Serialize,
    run_at: Micros,
    attempts: u32,
) -> Result<JobId> {
    let id = ctx.new_id();
    insert(c, ctx, id, kind, payload, run_at, attempts, None).await?;
    Ok(id)
}

/// Puts a job in unless one with this mark was put in before and is still kept. `true` when it was put in.
///
/// # Errors
/// As [`enqueue`].
pub async fn enqueue_once(
    c: &mut Conn,
    ctx: &Ctx,
    mark: &str,
    kind: &str,
    payload: &impl Serialize,
    run_at: Micros,
) -> Result<bool> {
    Ok(insert(c, ctx, ctx.new_id(), kind, payload, run_at, ATTEMPTS, Some(mark)).await? == 1)
}

#[expect(clippy::too_many_arguments, reason = "the columns of one row")]
async fn insert(
    c: &mut Conn,
    ctx: &Ctx,
    id: JobId,
    kind: &str,
    payload: &impl Serialize,
    run_at: Micros,
    attempts: u32,
    mark: Option<&str>,
) -> Result<u64> {
    let payload = serde_json::to_string(payload).map_err(Fault::internal)?;
    let rows = c
        .exec(q!(
            "INSERT INTO job (id, kind, payload, state, run_at, attempts, max_attempts, mark, created) \
             VALUES ($1, $2, $3, 'waiting', $4, 0, $5, $6, $7) ON CONFLICT (mark) DO NOTHING",
            id,
            kind,
            payload,
            run_at,
            attempts,
            mark,
            ctx.now
        ))
        .await?;
    c.wake_after_commit();
    Ok(rows)
}

/// Numbers of the queue at a moment.
///
/// # Errors
/// What the database gives.
pub async fn stats(c: &mut Conn, now: Micros) -> Result<Stats> {
    let (waiting, due): (i64, i64) = c
        .one(q!(
            "SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN run_at <= $1 THEN 1 ELSE 0 END), 0) AS BIGINT) \
             FROM job WHERE state = 'waiting'",
            now
        ))
        .await?;
    Ok(Stats { waiting, due, dead: count_dead(c).await? })
}

/// How many jobs failed for good.
///
/// # Errors
/// What the database gives.
pub async fn count_dead(c: &mut Conn) -> Result<i64> {
    let (dead,): (i64,) = c.one(Q::new("SELECT COUNT(*) FROM job WHERE state = 'dead'")).await?;
    Ok(dead)
}

/// Jobs that failed for good, the newest first.
///
/// # Errors
/// What the database gives.
pub async fn dead(c: &mut Conn, limit: usize) -> Result<Vec<Job>> {
    c.all(q!(
        "SELECT id, kind, state, run_at, attempts, max_attempts, last_error, created FROM job WHERE state = 'dead' \
         ORDER BY id DESC LIMIT $1",
        limit
    ))
    .await
}

/// Lets a dead job be tried again from the start. A revived job that is dead no more is left as it is.
///
/// # Errors
/// What the database gives.
pub async fn revive(c: &mut Conn, ctx: &Ctx, id: JobId) -> Result<bool> {
    c.wake_after_commit();
    let rows = c
        .exec(q!(
            "UPDATE job SET state = 'waiting', attempts = 0, run_at = $2, locked_until = NULL \
             WHERE id = $1 AND state = 'dead'",
            id,
            ctx.now
        ))
        .await?;
    Ok(rows == 1)
}

/// Removes a dead job.
///
/// # Errors
/// What the database gives.
pub async fn remove(c: &mut Conn, id: JobId) -> Result<bool> {
    Ok(c.exec(q!("DELETE FROM job WHERE id = $1 AND state = 'dead'", id)).await? == 1)
}

/// Removes jobs done before a moment and tells how many.
///
/// # Errors
/// What the database gives.
pub async fn prune(c: &mut Conn, before: Micros) -> Result<u64> {
    c.exec(q!("DELETE FROM job WHERE state = 'done' AND done_at < $1", before)).await
}
