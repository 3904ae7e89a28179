//! Requests of the API that are done once: the same key and request change nothing a second time.

use db::{Conn, q};
use kernel::{Ctx, Fault, Result, ids::PersonId};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use web::Req;

use crate::msg;

/// How long a key is remembered at least, in days.
const DAYS: i64 = 1;

/// A request with its key, if it has one.
#[derive(Debug, Clone)]
pub(crate) struct Once {
    person: PersonId,
    key: Option<String>,
    request: Vec<u8>,
}

/// What a request gives, now or when it was first sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Done {
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
    pub(crate) fn of(req: &Req, content: &impl Serialize) -> Result<Self> {
        let content = serde_json::to_string(content).map_err(Fault::internal)?;
        let request = Sha256::digest(format!("POST {} {content}", req.path)).to_vec();
        Ok(Self { person: req.person()?, key: req.idempotency_key.clone(), request })
    }

    /// The answer given before, if the same request was sent under the same key.
    ///
    /// # Errors
    /// `Conflict` when the key was used for another request.
    pub(crate) async fn seen(&self, c: &mut Conn) -> Result<Option<Done>> {
        let Some(key) = self.key.as_deref() else { return Ok(None) };
        let known: Option<(Vec<u8>, String)> = c
            .opt(q!(
                "SELECT request_hash, answer FROM enrolment_once WHERE person_id = $1 AND key = $2",
                self.person,
                key
            ))
            .await?;
        match known {
            Some((hash, json)) if hash == self.request => Ok(Some(Done { json, fresh: false })),
            Some(_) => Err(Fault::conflict(msg::ENROLMENTS_ONCE_OTHER)),
            None => Ok(None),
        }
    }

    /// Keeps the answer, in the unit of work that did it. Of two at the same moment the second is undone.
    ///
    /// # Errors
    /// `Conflict` when it was kept meanwhile.
    pub(crate) async fn keep(&self, c: &mut Conn, ctx: &Ctx, answer: &impl Serialize) -> Result<Done> {
        let json = serde_json::to_string(answer).map_err(Fault::internal)?;
        if let Some(key) = self.key.as_deref() {
            let kept = c
                .exec(q!(
                    "INSERT INTO enrolment_once (person_id, key, request_hash, answer, at) VALUES ($1, $2, $3, $4, $5) \
                     ON CONFLICT (person_id, key) DO NOTHING",
                    self.person,
                    key,
                    self.request.clone(),
                    &json,
                    ctx.now
                ))
                .await?;
            if kept == 0 {
                return Err(Fault::conflict(msg::ENROLMENTS_ONCE_AGAIN));
            }
        }
        Ok(Done { json, fresh: true })
    }
}

/// Forgets keys that are old enough: their answers name people.
pub(crate) async fn forget(c: &mut Conn, ctx: &Ctx) -> Result<()> {
    c.exec(q!("DELETE FROM enrolment_once WHERE at < $1", ctx.now.plus_days(-DAYS))).await.map(|_| ())
}
