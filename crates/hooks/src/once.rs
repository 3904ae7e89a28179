//! Requests of the API that are done once: the same key and request change nothing a second time.

use db::{Conn, q};
use kernel::{
    Ctx, Fault, Result,
    ids::{HookId, PersonId},
};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use web::Req;

use crate::msg;

/// How long a key is remembered, in days.
const DAYS: i64 = 7;

/// A request with its key, if it has one.
#[derive(Debug, Clone)]
pub(crate) struct Once {
    person: PersonId,
    key: Option<String>,
    request: Vec<u8>,
}

impl Once {
    /// A request with its content.
    pub(crate) fn of(req: &Req, content: &impl Serialize) -> Result<Self> {
        let content = serde_json::to_string(content).map_err(Fault::internal)?;
        let request = Sha256::digest(format!("POST {} {content}", req.path)).to_vec();
        Ok(Self { person: req.person()?, key: req.idempotency_key.clone(), request })
    }
    /// The webhook the same request made or changed before; `Conflict` when the key was used for another request.
    pub(crate) async fn seen(&self, c: &mut Conn) -> Result<Option<HookId>> {
        let Some(key) = self.key.as_deref() else { return Ok(None) };
        let known: Option<(Vec<u8>, HookId)> = c
            .opt(q!("SELECT request_hash, hook_id FROM hook_once WHERE person_id = $1 AND key = $2", self.person, key))
            .await?;
        match known {
            Some((hash, hook)) if hash == self.request => Ok(Some(hook)),
            Some(_) => Err(Fault::conflict(msg::FAULT_HOOK_ONCE)),
            None => Ok(None),
        }
    }
    /// Remembers it, in the unit of work that did it. Of two at the same moment the second is undone with `Conflict`.
    pub(crate) async fn keep(&self, c: &mut Conn, ctx: &Ctx, hook: HookId) -> Result<()> {
        let Some(key) = self.key.as_deref() else { return Ok(()) };
        c.exec(q!("DELETE FROM hook_once WHERE at < $1", ctx.now.plus_days(-DAYS))).await?;
        let kept = c
            .exec(q!(
                "INSERT INTO hook_once (person_id, key, request_hash, hook_id, at) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (person_id, key) DO NOTHING",
                self.person,
                key,
                self.request.clone(),
                hook,
                ctx.now
            ))
            .await?;
        if kept == 0 { Err(Fault::conflict(msg::FAULT_HOOK_ONCE_AGAIN)) } else { Ok(()) }
    }
}
