//! What must not be done twice: a request of a neighbouring system with `Idempotency-Key`, a form sent by a double click.

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use db::{Conn, q};
use kernel::{Ctx, Fault, Result, ids::PersonId};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use web::Req;

use crate::msg;

/// The longest key, in characters.
pub const MAX_KEY: usize = 200;

/// A request of a neighbouring system that changes something: who sent it, under which key, and what it says.
///
/// ```ignore
/// let once = Once::of(&req, &body)?;
/// let done = db.write(move |c| Box::pin(async move {
///     if let Some(before) = once.seen(c).await? { return Ok(before) }
///     …
///     once.keep(c, &ctx, &made).await                               // the answer, as it will be given again
/// })).await?;
/// Ok(done.created())
/// ```
#[derive(Debug, Clone)]
pub struct Once {
    person: PersonId,
    key: Option<String>,
    request: String,
}

/// What a request gives, now or when it was first sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The answer as JSON.
    pub json: String,
    /// Whether it was done just now.
    pub fresh: bool,
}

impl Once {
    /// A request with its content: what is sent under a key again must be the same to the last field.
    ///
    /// # Errors
    /// `SignIn` for strangers.
    pub fn of(req: &Req, content: &impl Serialize) -> Result<Self> {
        let content = serde_json::to_string(content).map_err(Fault::internal)?;
        let request = format!("POST {} {content}", req.path);
        Ok(Self { person: req.person()?, key: req.idempotency_key.clone(), request })
    }
    /// The answer given before, if the same request was sent under the same key.
    ///
    /// # Errors
    /// As [`seen`].
    pub async fn seen(&self, c: &mut Conn) -> Result<Option<Done>> {
        let Some(key) = &self.key else { return Ok(None) };
        let before = seen(c, self.person, key, &self.request).await?;
        Ok(before.map(|json| Done { json, fresh: false }))
    }
    /// Keeps the answer, so that it can be given again.
    ///
    /// # Errors
    /// As [`keep`].
    pub async fn keep(&self, c: &mut Conn, ctx: &Ctx, answer: &impl Serialize) -> Result<Done> {
        let json = serde_json::to_string(answer).map_err(Fault::internal)?;
        if let Some(key) = &self.key {
            keep(c, ctx, self.person, key, &self.request, &json).await?;
        }
        Ok(Done { json, fresh: true })
    }
}

impl Done {
    /// The answer to what made something: 201, and 200 when it was made before.
    pub fn created(self) -> Response {
        let status = if self.fresh { StatusCode::CREATED } else { StatusCode::OK };
        self.with(status)
    }
    /// The answer to what changed something: 200.
    pub fn ok(self) -> Response {
        self.with(StatusCode::OK)
    }
    fn with(self, status: StatusCode) -> Response {
        (status, [(header::CONTENT_TYPE, "application/json")], self.json).into_response()
    }
}

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
