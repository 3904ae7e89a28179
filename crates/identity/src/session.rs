//! Signed-in browsers. A session is found by the SHA-256 of the secret in its cookie.

use db::{Conn, FromRow, RowRef, q};
use kernel::{
    Ctx, Lang, Micros, Result,
    ids::{PersonId, SessionId},
};
use serde_json::json;
use web::SignedIn;

use crate::{device, log, secret};

/// A session unused for so many seconds ends (12 hours).
pub const IDLE: i64 = 12 * 3600;
/// A session ends so many seconds after signing in, whatever happens (7 days).
pub const ABSOLUTE: i64 = 7 * 86_400;
/// `seen` is written at most once in so many seconds, so that reading a page does not write.
const SEEN_EVERY: i64 = 60;

db::row! {
    /// A session, as its owner sees it.
    #[derive(Debug, Clone)]
    pub struct SessionRow {
        /// The session.
        pub id: SessionId,
        /// When the person signed in.
        pub created: Micros,
        /// When it was last used, to the minute.
        pub seen: Micros,
        /// The browser and machine, "Firefox, Windows"; may be empty.
        pub device: String,
        /// The address signed in from.
        pub remote: Option<String>,
    }
}

/// Starts a session and gives the secret for its cookie. The session the browser had before ends: a secret from
/// before signing in is worth nothing after it.
pub(crate) async fn start(
    c: &mut Conn,
    ctx: &Ctx,
    person: PersonId,
    user_agent: &str,
    before: Option<SessionId>,
) -> Result<String> {
    if let Some(before) = before {
        c.exec(q!("DELETE FROM session WHERE id = $1", before)).await?;
    }
    let fresh = secret::fresh(ctx);
    c.exec(
        q!(
            "INSERT INTO session (id, person_id, secret_hash, created, seen, expires, device, remote) \
         VALUES ($1, $2, $3, $4, $4, $5, $6, $7)",
            ctx.new_id::<SessionId>(),
            person,
            secret::digest(&fresh),
            ctx.now,
            ctx.now.plus_seconds(ABSOLUTE),
            device::name(user_agent),
            ctx.remote.clone()
        )
        .unnoted(),
    )
    .await?;
    Ok(fresh)
}

/// A living session with its person.
pub(crate) struct Living {
    pub signed_in: SignedIn,
    pub seen: Micros,
    pub expires: Micros,
}

impl FromRow for Living {
    fn from_row(row: &RowRef<'_>) -> std::result::Result<Self, db::ColumnError> {
        let (given, family): (String, String) = (row.get(3)?, row.get(4)?);
        Ok(Self {
            signed_in: SignedIn {
                session: row.get(0)?,
                person: row.get(1)?,
                email: row.get(2)?,
                name: format!("{given} {family}").trim().to_owned(),
                operator: row.get(5)?,
                lang: Lang::parse(&row.get::<String>(6)?).unwrap_or_default(),
            },
            seen: row.get(7)?,
            expires: row.get(8)?,
        })
    }
}

impl Living {
    /// Whether `seen` is old enough to be written anew.
    pub fn stale(&self, now: Micros) -> bool {
        self.seen.plus_seconds(SEEN_EVERY) <= now
    }
}

/// The living session of a cookie.
pub(crate) async fn find(c: &mut Conn, now: Micros, cookie: &str) -> Result<Option<Living>> {
    c.opt(q!(
        "SELECT s.id, p.id, p.email, p.given_name, p.family_name, p.operator, p.lang, s.seen, s.expires \
         FROM session s JOIN person p ON p.id = s.person_id \
         WHERE s.secret_hash = $1 AND s.expires > $2 AND s.seen > $3 AND p.deleted_at IS NULL",
        secret::digest(cookie),
        now,
        now.plus_seconds(-IDLE)
    ))
    .await
}

/// Writes that a session is in use.
pub(crate) async fn touch(c: &mut Conn, now: Micros, session: SessionId) -> Result<()> {
    c.exec(q!("UPDATE session SET seen = $1 WHERE id = $2 AND seen < $1", now, session).unnoted()).await.map(|_| ())
}

/// A person's living sessions, the one used last first, at most 100.
///
/// # Errors
/// When the database is away.
pub async fn list(c: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<SessionRow>> {
    c.all(q!(
        "SELECT id, created, seen, device, remote FROM session WHERE person_id = $1 AND expires > $2 AND seen > $3 \
         ORDER BY seen DESC, id DESC LIMIT 100",
        person,
        ctx.now,
        ctx.now.plus_seconds(-IDLE)
    ))
    .await
}

/// Ends one of a person's sessions. Ending one that is over already is no fault.
///
/// # Errors
/// When the database is away.
pub async fn end(c: &mut Conn, ctx: &Ctx, person: PersonId, session: SessionId) -> Result<()> {
    let ended = c.exec(q!("DELETE FROM session WHERE id = $1 AND person_id = $2", session, person)).await?;
    if ended > 0 {
        log::security(c, ctx, person, "session.ended", json!({ "session_id": session })).await?;
    }
    Ok(())
}

/// Ends all sessions of a person except one (the browser that asks), and tells how many.
///
/// # Errors
/// When the database is away.
pub async fn end_others(c: &mut Conn, ctx: &Ctx, person: PersonId, keep: Option<SessionId>) -> Result<u64> {
    let mut q = q!("DELETE FROM session WHERE person_id = $1", person);
    if let Some(keep) = keep {
        q = q.push(" AND id <> ", keep);
    }
    let ended = c.exec(q).await?;
    if ended > 0 {
        log::security(c, ctx, person, "session.others_ended", json!({ "sessions_ended": ended })).await?;
    }
    Ok(ended)
}
