//! Slows down guessing: per account and per address, with a pause that doubles.
//!
//! A try is counted before its password is looked at, so that many at once count as many; a success takes the count of
//! the account away. Accounts that do not exist are counted alike, so a pause tells nothing.
//!
//! What counts only when it turns out wrong goes through a [`Door`], in one unit of work, so that tries at the same time
//! do not all pass before one is counted:
//! ```ignore
//! let door = throttle::enter(c, ctx, What::Code(remote)).await?;     // TooMany while a pause lasts
//! let Some(row) = by_code(c, typed).await? else { door.count(c, ctx).await?; return Ok(None) };
//! ```

use db::{Conn, q};
use kernel::{Ctx, Fault, FaultKind, Micros, Result, ids::PersonId};
use sha2::{Digest as _, Sha256};

use crate::{msg, person::fold_email};

/// What is being tried.
#[derive(Debug, Clone, Copy)]
pub enum What<'a> {
    /// A password for this e-mail address.
    Password(&'a str),
    /// A password of a person signed in who is asked for it again, or a code after the right password.
    Again(PersonId),
    /// Anything secret, from the address the request came from.
    Address(&'a str),
    /// An e-mail to this address.
    MailTo(&'a str),
    /// An e-mail asked for from the address the request came from.
    MailFrom(&'a str),
    /// A code that may not exist, from the address the request came from.
    Code(&'a str),
    /// A check that has strangers' documents fetched, from the address the request came from.
    Fetch(&'a str),
}

/// How a kind of try is limited.
struct Limit {
    /// Tries without a pause.
    free: i64,
    /// The first pause, in seconds; each further try doubles it.
    first: i64,
    /// After so many seconds without a try counting begins anew.
    forget: i64,
}

/// The longest pause, in seconds.
const LONGEST: i64 = 15 * 60;

impl What<'_> {
    fn subject(self) -> String {
        // Hashed, so that the table does not collect what people typed by mistake.
        let hashed = |kind: &str, text: &str| format!("{kind}:{}", hex::encode(Sha256::digest(text.as_bytes())));
        match self {
            What::Password(email) => hashed("password", &fold_email(email)),
            What::Again(person) => format!("again:{person}"),
            What::Address(remote) => hashed("address", remote),
            What::MailTo(email) => hashed("mail", &fold_email(email)),
            What::MailFrom(remote) => hashed("mail-from", remote),
            What::Code(remote) => hashed("code", remote),
            What::Fetch(remote) => hashed("fetch", remote),
        }
    }
    fn limit(self) -> Limit {
        match self {
            What::Password(_) | What::Again(_) => Limit { free: 5, first: 30, forget: 3600 },
            // A whole office may come from one address.
            What::Address(_) => Limit { free: 50, first: 30, forget: 3600 },
            What::MailTo(_) => Limit { free: 3, first: 300, forget: 6 * 3600 },
            What::MailFrom(_) => Limit { free: 30, first: 60, forget: 3600 },
            What::Code(_) | What::Fetch(_) => Limit { free: 30, first: 30, forget: 3600 },
        }
    }
}

/// The pause after so many tries, in seconds.
fn pause(limit: &Limit, tries: i64) -> i64 {
    let over = tries - limit.free;
    if over < 0 { 0 } else { limit.first.saturating_mul(1_i64 << over.min(20)).min(LONGEST) }
}

/// Leave to try, until the unit of work ends: others of the same subject wait for it.
#[derive(Debug)]
#[must_use = "a try that fails is to be counted"]
pub struct Door {
    subject: String,
    /// The tries counted so far that still count.
    tries: i64,
}

impl Door {
    /// Counts the try: it was wrong, or any counts.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn count(self, c: &mut Conn, ctx: &Ctx) -> Result<()> {
        let text = "UPDATE sign_in_attempt SET failures = $1, last = $2 WHERE subject = $3";
        c.exec(q!(text, self.tries + 1, ctx.now, self.subject)).await.map(|_| ())
    }
}

/// Leave to try.
///
/// # Errors
/// `TooMany` while the pause lasts; then the try must not be made.
pub async fn enter(c: &mut Conn, ctx: &Ctx, what: What<'_>) -> Result<Door> {
    let (subject, limit) = (what.subject(), what.limit());
    // The update that changes nothing locks the row, so that tries at the same time come one after the other.
    let (tries, last): (i64, Micros) = c
        .one(q!(
            "INSERT INTO sign_in_attempt (subject, failures, last) VALUES ($1, 0, $2) ON CONFLICT (subject) DO UPDATE \
             SET failures = sign_in_attempt.failures RETURNING failures, last",
            &subject,
            ctx.now
        ))
        .await?;
    let counts = last.plus_seconds(limit.forget) > ctx.now;
    let until = last.plus_seconds(pause(&limit, tries));
    if counts && until > ctx.now {
        let seconds = (until.0 - ctx.now.0 + 999_999) / 1_000_000;
        let minutes = (seconds + 59) / 60;
        return Err(Fault::new(FaultKind::TooMany, msg::IDENTITY_TOO_MANY).arg("minutes", minutes));
    }
    Ok(Door { subject, tries: if counts { tries } else { 0 } })
}

/// Counts a try.
///
/// # Errors
/// `TooMany` while the pause lasts; then the try must not be made.
pub async fn charge(c: &mut Conn, ctx: &Ctx, what: What<'_>) -> Result<()> {
    enter(c, ctx, what).await?.count(c, ctx).await
}

/// Counts a try from the address a request came from, if it is known.
pub(crate) async fn charge_address(c: &mut Conn, ctx: &Ctx) -> Result<()> {
    match &ctx.remote {
        Some(remote) => charge(c, ctx, What::Address(remote)).await,
        None => Ok(()),
    }
}

/// Takes a count away after a success.
pub(crate) async fn clear(c: &mut Conn, what: What<'_>) -> Result<()> {
    c.exec(q!("DELETE FROM sign_in_attempt WHERE subject = $1", what.subject())).await.map(|_| ())
}

/// Takes the last try from the address a request came from back: it was a good one.
pub(crate) async fn forgive_address(c: &mut Conn, ctx: &Ctx) -> Result<()> {
    let Some(remote) = &ctx.remote else { return Ok(()) };
    c.exec(q!(
        "UPDATE sign_in_attempt SET failures = failures - 1 WHERE subject = $1 AND failures > 0",
        What::Address(remote).subject()
    ))
    .await
    .map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_doubles_up_to_a_quarter_of_an_hour() {
        let limit = What::Password("a@b.pl").limit();
        let pauses: Vec<i64> = [0, 4, 5, 6, 7, 9, 10, 60].into_iter().map(|n| pause(&limit, n)).collect();
        assert_eq!(pauses, [0, 0, 30, 60, 120, 480, 900, 900]);
    }
}
