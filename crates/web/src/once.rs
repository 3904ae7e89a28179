//! What must not be done twice: a request of a neighbouring system with `Idempotency-Key`, a form sent by a double click.

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use db::{BoxFuture, Conn, Db, q};
use kernel::{Ctx, Fault, Result, ids::PersonId};
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest as _, Sha256};

use crate::{Req, msg};

/// The longest `Idempotency-Key`, in characters.
pub const LONGEST_KEY: usize = 200;
/// How long a key is remembered at least, in days: the API documents it.
const DAYS: i64 = 1;

/// A request that changes something and is done once: who sent it, under which key, and what it says. Without a key it is
/// done every time.
///
/// ```ignore
/// pub async fn add(path: NotesPath, req: Req, body: Body<NoteBody>) -> Answer {
///     req.scope("notes:write")?;
///     let Body(body) = body;
///     let done = Once::of(&req, &body)?                             // or Once::form(&req, form.get("once"), &form.encode())?
///         .run(&req, move |c, ctx| {
///             Box::pin(async move { notes::add(c, ctx, path.case, &body.text).await.map(NoteItem::from) })
///         })
///         .await?;
///     Ok(done.created())                                            // 201 with the note; 200 with the same when sent again
/// }
/// ```
#[derive(Debug, Clone)]
pub struct Once {
    person: PersonId,
    key: Option<String>,
    request: Vec<u8>,
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
    /// A request of the API with its content: what is sent under a key again must be the same to the last field.
    ///
    /// # Errors
    /// `SignIn` for strangers; `Invalid` for a key that is too long.
    pub fn of(req: &Req, content: &impl Serialize) -> Result<Self> {
        let content = serde_json::to_string(content).map_err(Fault::internal)?;
        let key = req.idempotency_key()?.map(str::to_owned);
        Ok(Self::new(req.person()?, key, &format!("POST {} {content}", req.path)))
    }
    /// A form with the key it carries ([`Req::once`]) and all it says. An empty key is none.
    ///
    /// # Errors
    /// `SignIn` for strangers; `Invalid` for a key that is too long.
    pub fn form(req: &Req, key: &str, content: &str) -> Result<Self> {
        short_enough(key)?;
        Ok(Self::new(req.person()?, (!key.is_empty()).then(|| key.to_owned()), content))
    }
    fn new(person: PersonId, key: Option<String>, request: &str) -> Self {
        Self { person, key, request: Sha256::digest(request).to_vec() }
    }
    /// Does the work in one unit of work ([`Db::write`]) and keeps its answer, as it will be given again. What was done before
    /// under the same key is not done again: this gives the answer kept. Of two that run at once the second is undone; asked
    /// again it gets the first one's answer. Secrets have no place in the answer.
    ///
    /// # Errors
    /// What the work gives; `Conflict` when the key was used for another request, or the same is being done at this moment.
    pub async fn run<A, F>(self, req: &Req, work: F) -> Result<Done>
    where
        A: Serialize + Send + 'static,
        F: for<'c> FnOnce(&'c mut Conn, &'c Ctx) -> BoxFuture<'c, Result<A>> + Send + Clone + 'static,
    {
        self.within(&req.app.db, req.ctx.clone(), work).await
    }
    async fn within<A, F>(self, db: &Db, ctx: Ctx, work: F) -> Result<Done>
    where
        A: Serialize + Send + 'static,
        F: for<'c> FnOnce(&'c mut Conn, &'c Ctx) -> BoxFuture<'c, Result<A>> + Send + Clone + 'static,
    {
        db.write(move |c| {
            Box::pin(async move {
                if let Some(before) = self.seen(c).await? {
                    return Ok(before);
                }
                let json = serde_json::to_string(&work(c, &ctx).await?).map_err(Fault::internal)?;
                self.keep(c, &ctx, json).await
            })
        })
        .await
    }
    /// The answer given before, if the same request was sent under the same key.
    async fn seen(&self, c: &mut Conn) -> Result<Option<Done>> {
        let Some(key) = self.key.as_deref() else { return Ok(None) };
        let known: Option<(Vec<u8>, String)> = c
            .opt(q!("SELECT request_hash, answer FROM once_key WHERE person_id = $1 AND key = $2", self.person, key))
            .await?;
        match known {
            Some((hash, json)) if hash == self.request => Ok(Some(Done { json, fresh: false })),
            Some(_) => Err(Fault::conflict(msg::FAULT_ONCE_OTHER)),
            None => Ok(None),
        }
    }
    /// Keeps the answer in the unit of work that did it; refuses when one was kept meanwhile.
    async fn keep(&self, c: &mut Conn, ctx: &Ctx, json: String) -> Result<Done> {
        if let Some(key) = self.key.as_deref() {
            let kept = c
                .exec(q!(
                    "INSERT INTO once_key (person_id, key, request_hash, answer, at) VALUES ($1, $2, $3, $4, $5)
                     ON CONFLICT (person_id, key) DO NOTHING",
                    self.person,
                    key,
                    self.request.clone(),
                    &json,
                    ctx.now
                ))
                .await?;
            if kept == 0 {
                return Err(Fault::conflict(msg::FAULT_ONCE_AGAIN));
            }
        }
        Ok(Done { json, fresh: true })
    }
}

impl Done {
    /// The answer as a value.
    ///
    /// # Errors
    /// `Internal` when it was kept as something else.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_str(&self.json).map_err(Fault::internal)
    }
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

/// Refuses a key longer than [`LONGEST_KEY`].
pub(crate) fn short_enough(key: &str) -> Result<()> {
    if key.chars().count() > LONGEST_KEY { Err(Fault::invalid(msg::FAULT_ONCE_KEY)) } else { Ok(()) }
}

/// Forgets keys older than a day, with the answers kept for them; returns how many. Run daily.
///
/// # Errors
/// Those of the database.
pub async fn forget_keys(c: &mut Conn, ctx: &Ctx) -> Result<u64> {
    c.exec(q!("DELETE FROM once_key WHERE at < $1", ctx.now.plus_days(-DAYS))).await
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use kernel::{FaultKind, FixedClock, Micros, SeededEntropy};
    use uuid::Uuid;

    use super::*;

    fn ctx(days: i64) -> Ctx {
        Ctx::system(Arc::new(FixedClock::at(Micros(0).plus_days(days))), Arc::new(SeededEntropy::new(7)))
    }

    fn request(key: &str, says: &str) -> Once {
        Once::new(PersonId(Uuid::from_u128(1)), Some(key.into()), says)
    }

    async fn run(db: &Db, once: Once, answer: &'static str, day: i64) -> Result<Done> {
        once.within(db, ctx(day), move |_, _| Box::pin(async move { Ok(answer) })).await
    }

    fn done(answer: &str, fresh: bool) -> Done {
        Done { json: format!("\"{answer}\""), fresh }
    }

    db::both! { &[crate::MIGRATIONS];

    async fn a_request_repeated_with_its_key_gives_the_first_answer(db) {
        assert_eq!(run(&db, request("k1", "{a}"), "answer", 10).await.unwrap(), done("answer", true));
        assert_eq!(run(&db, request("k1", "{a}"), "x", 10).await.unwrap(), done("answer", false));
        assert_eq!(run(&db, request("k1", "{b}"), "x", 10).await.unwrap_err().kind, FaultKind::Conflict);
        assert_eq!(run(&db, request("k2", "{a}"), "second", 10).await.unwrap(), done("second", true));
        let other = Once::new(PersonId(Uuid::from_u128(2)), Some("k1".into()), "{b}");
        assert_eq!(run(&db, other, "third", 10).await.unwrap(), done("third", true), "another person's key is another key");
    }

    async fn of_two_at_once_the_second_is_undone(db) {
        let first = request("k1", "{a}");
        let late = request("k1", "{a}").within(&db, ctx(10), move |c, ctx| Box::pin(async move {
            // An answer that is there when the work ends, but was not when it began.
            first.keep(c, ctx, "\"answer\"".into()).await.map(|_| "x")
        }));
        assert_eq!(late.await.unwrap_err().kind, FaultKind::Conflict);
        assert_eq!(run(&db, request("k1", "{a}"), "again", 10).await.unwrap(), done("again", true), "nothing of it stayed");
    }

    async fn what_failed_is_done_again(db) {
        let failed = request("k1", "{a}").within(&db, ctx(10), |_, _| Box::pin(async { Err::<(), _>(Fault::forbidden()) }));
        assert_eq!(failed.await.unwrap_err().kind, FaultKind::Forbidden);
        assert_eq!(run(&db, request("k1", "{a}"), "answer", 10).await.unwrap(), done("answer", true));
    }

    async fn without_a_key_it_is_done_every_time(db) {
        let bare = Once::new(PersonId(Uuid::from_u128(1)), None, "{a}");
        assert_eq!(run(&db, bare.clone(), "one", 10).await.unwrap(), done("one", true));
        assert_eq!(run(&db, bare, "two", 10).await.unwrap(), done("two", true));
    }

    async fn keys_are_remembered_for_a_day_and_no_longer(db) {
        run(&db, request("old", "{a}"), "somebody's name", 10).await.unwrap();
        run(&db, request("new", "{a}"), "answer", 11).await.unwrap();
        let forget = |day| db.write(move |c| Box::pin(async move { forget_keys(c, &ctx(day)).await }));
        assert_eq!(forget(11).await.unwrap(), 0, "a day is not over");
        assert_eq!(forget(12).await.unwrap(), 1);
        assert_eq!(run(&db, request("old", "{a}"), "anew", 12).await.unwrap(), done("anew", true));
        assert_eq!(run(&db, request("new", "{a}"), "x", 12).await.unwrap(), done("answer", false));
    }
    }

    #[test]
    fn a_key_has_at_most_the_documented_length() {
        assert!(short_enough(&"ż".repeat(200)).is_ok());
        assert_eq!(short_enough(&"ż".repeat(201)).unwrap_err().kind, FaultKind::Invalid);
    }
}
