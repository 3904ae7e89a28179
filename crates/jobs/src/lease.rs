//! Claiming jobs and writing down how they ended. A claim is a lease: when its holder dies, the job comes back.
//! The number of the try is the token: whoever holds an older try can no longer write.

use db::{Conn, Dialect, q};
use kernel::{Micros, Result, ids::JobId};

/// How long a claim holds, in seconds. A handler is stopped before that.
pub(crate) const LEASE_SECONDS: i64 = 600;

db::row! {
    /// A job that was claimed.
    #[derive(Debug, Clone)]
    pub(crate) struct Claimed {
        pub(crate) id: JobId,
        pub(crate) kind: String,
        pub(crate) payload: String,
        pub(crate) attempts: i64,
        pub(crate) max_attempts: i64,
    }
}

/// Whether some job of these kinds is due. A read, so that an idle program does not write.
pub(crate) async fn any_due(c: &mut Conn, now: Micros, kinds: &[String]) -> Result<bool> {
    let q = q!("SELECT 1 FROM job WHERE state = 'waiting' AND run_at <= $1", now)
        .push_in(" AND kind IN ", kinds.iter())
        .text(" LIMIT 1");
    Ok(c.opt::<(i32,)>(q).await?.is_some())
}

/// Claims due jobs of these kinds, the longest waiting first. Those whose holder died during their last try are
/// written off instead.
pub(crate) async fn claim(c: &mut Conn, now: Micros, kinds: &[String], limit: usize) -> Result<Vec<Claimed>> {
    let until = now.plus_seconds(LEASE_SECONDS);
    c.exec(q!(
        "UPDATE job SET state = 'dead', locked_until = NULL, \
         last_error = COALESCE(last_error, 'the program stopped during the last try') \
         WHERE state = 'waiting' AND run_at <= $1 AND attempts >= max_attempts",
        now
    ))
    .await?;
    let due = q!(
        "UPDATE job SET attempts = attempts + 1, locked_until = $1, run_at = $1 WHERE id IN \
         (SELECT id FROM job WHERE state = 'waiting' AND run_at <= $2",
        until,
        now
    )
    .push_in(" AND kind IN ", kinds.iter())
    .push(" ORDER BY run_at, id LIMIT ", limit)
    // SQLite has one writer; on PostgreSQL another node may be claiming at this moment.
    .text(match c.dialect() {
        Dialect::Sqlite => "",
        Dialect::Postgres => " FOR UPDATE SKIP LOCKED",
    });
    let mut claimed: Vec<Claimed> = c.all(due.text(") RETURNING id, kind, payload, attempts, max_attempts")).await?;
    claimed.sort_by_key(|j| j.id);
    Ok(claimed)
}

/// Writes down that a try succeeded. `false` when the lease was lost or it is written down already.
pub(crate) async fn done(c: &mut Conn, id: JobId, attempt: i64, now: Micros) -> Result<bool> {
    let rows = c
        .exec(q!(
            "UPDATE job SET state = 'done', done_at = $3, locked_until = NULL, last_error = NULL \
             WHERE id = $1 AND attempts = $2 AND state = 'waiting'",
            id,
            attempt,
            now
        ))
        .await?;
    Ok(rows == 1)
}

/// Writes down that a try failed: to be tried again at a moment, or dead.
pub(crate) async fn failed(c: &mut Conn, id: JobId, attempt: i64, again: Option<Micros>, error: String) -> Result<()> {
    let state = if again.is_some() { crate::State::Waiting } else { crate::State::Dead };
    c.exec(q!(
        "UPDATE job SET state = $3, run_at = COALESCE($4, run_at), locked_until = NULL, last_error = $5 \
         WHERE id = $1 AND attempts = $2 AND state = 'waiting'",
        id,
        attempt,
        state,
        again,
        error
    ))
    .await
    .map(|_| ())
}
