//! Removing what has expired.

use db::{Conn, q};
use kernel::{Ctx, Result};

use crate::session;

/// Removes sessions, links and counts of tries that mean nothing any more, and tells how many. Run it once a day.
///
/// # Errors
/// When the database is away.
pub async fn tidy(c: &mut Conn, ctx: &Ctx) -> Result<u64> {
    let mut gone = c
        .exec(q!(
            "DELETE FROM session WHERE expires <= $1 OR seen <= $2",
            ctx.now,
            ctx.now.plus_seconds(-session::IDLE)
        ))
        .await?;
    // Links stay for a week longer, so that an old one says that it has expired.
    gone += c.exec(q!("DELETE FROM email_token WHERE expires <= $1", ctx.now.plus_days(-7))).await?;
    gone += c.exec(q!("DELETE FROM sign_in_attempt WHERE last <= $1", ctx.now.plus_days(-1))).await?;
    Ok(gone)
}
