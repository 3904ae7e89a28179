//! The log in the database: written and read, never changed.

use db::{Conn, Json, Q, q};
use kernel::{
    Ctx, Micros, OfficeScope, Result,
    ids::{AuditId, OfficeId, PersonId},
};
use serde_json::{Map, Value};
use web::Cursor;

use crate::{Entry, Filter, Kind};

/// How far a reader sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// One office: its administrator.
    Office(OfficeScope),
    /// The whole installation: the operator.
    Installation,
}

db::row! {
    /// An entry of the log.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Event {
        /// Its identifier.
        pub id: AuditId,
        /// The office it belongs to, if to one.
        pub office: Option<OfficeId>,
        /// When.
        pub at: Micros,
        /// The person who acted, if it was one.
        pub actor: Option<PersonId>,
        /// The name at that time; empty for somebody not signed in.
        pub actor_name: String,
        /// What it is about.
        pub kind: Kind,
        /// What was done.
        pub action: String,
        /// The kind of thing it was done to.
        pub object_kind: String,
        /// Which one.
        pub object_id: String,
        /// Further facts.
        pub details: Json<Map<String, Value>>,
        /// The address it came from, if from the network.
        pub remote: Option<String>,
    }
}

const SELECT: &str = "SELECT id, office_id, at, actor_person, actor_name, kind, action, object_kind, object_id, \
                      details, remote FROM audit_event";

impl Event {
    /// Where the next page goes on when this is the last entry of a page.
    pub fn cursor(&self) -> Cursor {
        Cursor { key: self.at.0, id: self.id.0 }
    }
}

/// Writes an entry in the unit of work of the act: as the actor, at the moment and from the address of the context.
///
/// # Errors
/// What the database gives; the act must then not happen either.
pub async fn write(c: &mut Conn, ctx: &Ctx, office: Option<OfficeId>, entry: &Entry) -> Result<AuditId> {
    let id: AuditId = ctx.new_id();
    c.exec(q!(
        "INSERT INTO audit_event (id, office_id, at, actor_person, actor_name, actor_folded, kind, action, \
         object_kind, object_id, details, remote) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        id,
        office,
        ctx.now,
        ctx.actor.person(),
        ctx.actor.name(),
        law::fold::fold(ctx.actor.name()),
        entry.kind,
        entry.action,
        entry.object_kind,
        &entry.object_id,
        Value::Object(entry.details.clone()).to_string(),
        ctx.remote.clone()
    ))
    .await?;
    Ok(id)
}

/// For how long a second look by the same person at the same thing leaves no entry of its own, in minutes.
pub const QUIET_MINUTES: i64 = 15;

/// Writes an entry of access, unless the same person left one like it within the last [`QUIET_MINUTES`]: who goes back and
/// forth between the pages of one thing looked at it once.
///
/// # Errors
/// What the database gives.
pub async fn note(c: &mut Conn, ctx: &Ctx, office: OfficeScope, entry: &Entry) -> Result<()> {
    if let Some(person) = ctx.actor.person() {
        let lately: Option<(AuditId,)> = c
            .opt(q!(
                "SELECT id FROM audit_event WHERE actor_person = $1 AND at > $2 AND action = $3 AND object_id = $4
                 AND office_id = $5 LIMIT 1",
                person,
                ctx.now.plus_seconds(-60 * QUIET_MINUTES),
                entry.action,
                &entry.object_id,
                office.office()
            ))
            .await?;
        if lately.is_some() {
            return Ok(());
        }
    }
    write(c, ctx, Some(office.office()), entry).await.map(|_| ())
}

/// Entries, the newest first. Ask for one more than a page shows to know whether there is a next one.
///
/// # Errors
/// What the database gives.
pub async fn list(c: &mut Conn, reach: Reach, filter: &Filter, limit: usize) -> Result<Vec<Event>> {
    let mut q = Q::new(SELECT).text(" WHERE ");
    q = match reach {
        Reach::Office(scope) => q.push("office_id = ", scope.office()),
        Reach::Installation => q.text("TRUE"),
    };
    if let Some(day) = filter.from {
        q = q.push(" AND at >= ", Micros::start_of(day));
    }
    if let Some(next) = filter.to.and_then(|d| d.tomorrow().ok()) {
        q = q.push(" AND at < ", Micros::start_of(next));
    }
    let actor = law::fold::fold(&filter.actor);
    if !actor.is_empty() {
        q = q.contains(" AND actor_folded", &actor);
    }
    if let Some(kind) = filter.kind {
        q = q.push(" AND kind = ", kind);
    }
    if !filter.action.is_empty() {
        q = q.begins(" AND action", &filter.action);
    }
    page(c, q, filter.cursor, limit).await
}

/// One page of entries, the newest first, before a cursor (moment, id).
async fn page(c: &mut Conn, mut q: Q, before: Option<Cursor>, limit: usize) -> Result<Vec<Event>> {
    if let Some(cursor) = before {
        q = q.push(" AND (at, id) < (", cursor.key).push(", ", cursor.id).text(")");
    }
    c.all(q.push(" ORDER BY at DESC, id DESC LIMIT ", limit)).await
}

/// What a person did, as the log has it, the newest first, before a cursor (moment, id): for the copy of their own data.
///
/// # Errors
/// What the database gives.
pub async fn list_of(c: &mut Conn, person: PersonId, before: Option<Cursor>, limit: usize) -> Result<Vec<Event>> {
    page(c, Q::new(SELECT).push(" WHERE actor_person = ", person), before, limit).await
}

/// What others did with a person's account, as [`list_of`] gives what they did themselves. Who it was is in the entries and
/// is theirs, not the person's.
///
/// # Errors
/// What the database gives.
pub async fn list_about(c: &mut Conn, person: PersonId, before: Option<Cursor>, limit: usize) -> Result<Vec<Event>> {
    let q = Q::new(SELECT)
        .push(" WHERE object_kind = 'person' AND object_id = ", person.to_string())
        .push(" AND (actor_person IS NULL OR actor_person <> ", person)
        .text(")");
    page(c, q, before, limit).await
}

/// The last backup written into the log: when it was made and what it said.
///
/// # Errors
/// What the database gives.
pub async fn last_backup(c: &mut Conn) -> Result<Option<Event>> {
    c.opt(Q::new(SELECT).text(" WHERE action = 'backup.made' ORDER BY at DESC LIMIT 1")).await
}

/// Removes entries older than a moment, for [`crate::register`] only.
pub(crate) async fn remove_before(c: &mut Conn, before: Micros) -> Result<u64> {
    c.exec(q!("DELETE FROM audit_event WHERE at < $1", before)).await
}
