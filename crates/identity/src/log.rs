//! Entries of the audit log about security.

use audit::Entry;
use db::Conn;
use kernel::{Actor, Ctx, Result, ids::PersonId};
use serde_json::Value;

use crate::person;

/// Writes what was done with a person's account. Who does it with a password or a link, and is not signed in yet, is that
/// person.
pub(crate) async fn security(
    c: &mut Conn,
    ctx: &Ctx,
    id: PersonId,
    action: &'static str,
    details: Value,
) -> Result<()> {
    let entry = entry(action, id.to_string(), details);
    if ctx.actor != Actor::Stranger {
        return audit::write(c, ctx, None, &entry).await.map(|_| ());
    }
    let me = person(c, id).await?;
    let ctx = ctx.with_actor(Actor::Person { id, name: me.name(), operator: me.operator });
    audit::write(c, &ctx, None, &entry).await.map(|_| ())
}

/// Writes what was tried in vain. Nobody is named as the one who did it; the entry is written for accounts that do not
/// exist, too.
pub(crate) async fn refused(c: &mut Conn, ctx: &Ctx, id: Option<PersonId>, action: &'static str) -> Result<()> {
    let entry = entry(action, id.map(|id| id.to_string()).unwrap_or_default(), Value::Null);
    audit::write(c, ctx, None, &entry).await.map(|_| ())
}

fn entry(action: &'static str, id: String, details: Value) -> Entry {
    let mut entry = Entry::security(action, "person", id);
    if let Value::Object(details) = details {
        entry.details = details;
    }
    entry
}
