//! What must not be done twice: a request of a neighbouring system with `Idempotency-Key`, a form sent by a double click.

use db::{Conn, q};
use kernel::{Ctx, Fault, Result, ids::PersonId};
use sha2::{Digest as _, Sha256};

use crate::msg;

/// The longest key, in characters.
pub const MAX_KEY: usize = 200;

/// The answer given to the same request before, if it was sent before.
///
/// # Errors
/// `Invalid` for a key that is too long; `Conflict` when the key was used for another request.
pub async fn seen(c: &mut Conn, person: PersonId, key: &str, request: &str) -> Result<Option<String>> {
    if key.chars().count() > MAX_KEY {
        return Err(Fault::invalid(msg::RECORDS_ONCE_KEY));
    }
    let known: Option<(Vec<u8>, String)> =
        c.opt(q!("SELECT request_hash, answer FROM api_once WHERE person_id = $1 AND key = $2", person, key)).await?;
    match known {
        Some((hash, answer)) if hash == Sha256::digest(request).as_slice() => Ok(Some(answer)),
        Some(_) => Err(Fault::conflict(msg::RECORDS_ONCE_OTHER)),
        None => Ok(None),
    }
}

/// Keeps an answer, in the unit of work that did the request. Of two that run at once the second is undone with
/// `Conflict`; asked again it gets the first one's answer.
///
/// # Errors
/// `Conflict` when it was kept meanwhile.
pub async fn keep(c: &mut Conn, ctx: &Ctx, person: PersonId, key: &str, request: &str, answer: &str) -> Result<()> {
    let done = c
        .exec(q!(
            "INSERT INTO api_once (person_id, key, request_hash, answer, at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (person_id, key) DO NOTHING",
            person,
            key,
            Sha256::digest(request).to_vec(),
            answer,
            ctx.now
        ))
        .await?;
    if done == 0 { Err(Fault::conflict(msg::RECORDS_ONCE_AGAIN)) } else { Ok(()) }
}

/// Forgets keys older than a day; returns how many.
///
/// # Errors
/// Those of the database.
pub async fn forget(c: &mut Conn, ctx: &Ctx) -> Result<u64> {
    c.exec(q!("DELETE FROM api_once WHERE at < $1", ctx.now.plus_days(-1))).await
}
