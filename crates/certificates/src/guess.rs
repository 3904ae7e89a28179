//! Slows down who tries codes that do not exist, or has addresses of strangers fetched: per network address, with a pause
//! that doubles. Right codes are not counted.

use db::{Conn, q};
use kernel::{Ctx, Fault, FaultKind, Micros, Result};
use sha2::{Digest as _, Sha256};

use crate::msg;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Try {
    /// A code that does not exist.
    Code,
    /// A verification that fetches documents from elsewhere.
    Fetch,
}

/// Tries without a pause: a whole office may come from one address.
const FREE: i64 = 30;
/// The first pause, in seconds; each further try doubles it.
const FIRST: i64 = 30;
/// The longest pause, in seconds.
const LONGEST: i64 = 15 * 60;
/// After so many seconds without a try counting begins anew.
const FORGET: i64 = 3600;

fn subject(ctx: &Ctx, what: Try) -> Option<String> {
    let kind = match what {
        Try::Code => "code",
        Try::Fetch => "fetch",
    };
    // Hashed: the table is for counting, not for collecting addresses.
    ctx.remote.as_ref().map(|remote| {
        let digest: String = Sha256::digest(remote.as_bytes()).iter().map(|b| format!("{b:02x}")).collect();
        format!("{kind}:{digest}")
    })
}

fn pause(tries: i64) -> i64 {
    let over = tries - FREE;
    if over < 0 { 0 } else { FIRST.saturating_mul(1_i64 << over.min(20)).min(LONGEST) }
}

/// Makes sure that no pause lasts for the address a request came from.
///
/// # Errors
/// `TooMany` with the minutes to wait.
pub async fn allowed(c: &mut Conn, ctx: &Ctx, what: Try) -> Result<()> {
    let Some(subject) = subject(ctx, what) else { return Ok(()) };
    let row: Option<(i64, Micros)> =
        c.opt(q!("SELECT tries, last FROM certificate_try WHERE subject = $1", subject)).await?;
    let Some((tries, last)) = row else { return Ok(()) };
    let until = last.plus_seconds(pause(tries));
    if last.plus_seconds(FORGET) > ctx.now && until > ctx.now {
        let minutes = (until.0 - ctx.now.0 + 59_999_999) / 60_000_000;
        return Err(Fault::new(FaultKind::TooMany, msg::CERTIFICATES_TOO_MANY).arg("minutes", minutes));
    }
    Ok(())
}

/// Counts a try.
///
/// # Errors
/// Those of the database.
pub async fn count(c: &mut Conn, ctx: &Ctx, what: Try) -> Result<()> {
    let Some(subject) = subject(ctx, what) else { return Ok(()) };
    c.exec(q!(
        "INSERT INTO certificate_try (subject, tries, last) VALUES ($1, 1, $2) ON CONFLICT (subject) DO UPDATE SET \
         tries = CASE WHEN certificate_try.last > $3 THEN certificate_try.tries + 1 ELSE 1 END, last = excluded.last",
        subject,
        ctx.now,
        ctx.now.plus_seconds(-FORGET)
    ))
    .await
    .map(|_| ())
}

/// Removes counts that no longer count.
pub(crate) async fn tidy(c: &mut Conn, now: Micros) -> Result<()> {
    c.exec(q!("DELETE FROM certificate_try WHERE last < $1", now.plus_seconds(-FORGET))).await.map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_doubles_up_to_a_quarter_of_an_hour() {
        assert_eq!([0, 29, 30, 31, 34, 35, 90].map(pause), [0, 0, 30, 60, 480, 900, 900]);
    }
}
