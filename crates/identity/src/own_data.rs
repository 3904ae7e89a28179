//! A person's own data, from all subjects: the copy they may take (RODO art. 15 and 20) and what goes when they delete
//! the account (art. 17), with what the law keeps (art. 17 (3)(b) and (d)).
//!
//! Subjects that keep data of persons hand an [`OwnData`] to the program, which registers them all once with
//! [`register`].

use std::sync::OnceLock;

use db::{BoxFuture, Conn, q};
use kernel::{Ctx, Event, Result, ids::PersonId};
use serde_json::{Map, Value, json};

use crate::{account, link::Purpose, log, mails, person, session, tokens, totp};

/// What a subject keeps of a person.
#[derive(Clone, Copy)]
pub struct OwnData {
    /// The name of its part in the copy, for example `cases`.
    pub name: &'static str,
    /// The data, as JSON a person can read.
    pub export: for<'c> fn(&'c mut Conn, PersonId) -> BoxFuture<'c, Result<Value>>,
    /// Keys of messages that say what must be kept after the account is deleted, and by which law.
    pub may_erase: for<'c> fn(&'c mut Conn, PersonId) -> BoxFuture<'c, Result<Vec<&'static str>>>,
    /// Erases what need not be kept, in the unit of work that deletes the account. A fault stops the deletion and is
    /// shown to the person.
    pub erase: for<'c> fn(&'c mut Conn, &'c Ctx, PersonId) -> BoxFuture<'c, Result<()>>,
}

static PARTS: OnceLock<Vec<OwnData>> = OnceLock::new();

/// Registers, once, the subjects that keep data of persons. A second call changes nothing.
pub fn register(parts: Vec<OwnData>) {
    let _ = PARTS.set(parts);
}

fn parts() -> &'static [OwnData] {
    PARTS.get().map_or(&[], Vec::as_slice)
}

/// The copy of a person's data, as JSON. Only reads; [`exported`] writes that it was given.
///
/// # Errors
/// `NotFound` when there is no such person.
pub async fn export(c: &mut Conn, ctx: &Ctx, id: PersonId) -> Result<Value> {
    let me = person(c, id).await?;
    let second = totp::status(c, id).await?;
    let sessions: Vec<Value> = session::list(c, ctx, id)
        .await?
        .into_iter()
        .map(|s| {
            json!({ "device": s.device, "address": s.remote, "signed_in": s.created.rfc3339(), "last_used": s.seen.rfc3339() })
        })
        .collect();
    let tokens: Vec<Value> = tokens::list(c, ctx, id)
        .await?
        .into_iter()
        .map(|t| {
            json!({ "name": t.name, "scopes": t.scopes.0, "created": t.created.rfc3339(),
                "expires": t.expires.map(|m| m.rfc3339()), "last_used": t.used.map(|m| m.rfc3339()) })
        })
        .collect();
    let mut all = Map::new();
    all.insert("exported".into(), json!(ctx.now.rfc3339()));
    all.insert(
        "account".into(),
        json!({
            "id": me.id, "email": me.email, "given_name": me.given_name, "family_name": me.family_name,
            "language": me.lang.code(), "operator": me.operator, "created": me.created.rfc3339(),
            "address_checked": me.verified_at.map(|m| m.rfc3339()), "two_step_sign_in": second.on(),
            "recovery_codes_left": second.codes_left(),
        }),
    );
    all.insert("sessions".into(), json!(sessions));
    all.insert("api_tokens".into(), json!(tokens));
    for part in parts() {
        all.insert(part.name.into(), (part.export)(c, id).await?);
    }
    Ok(Value::Object(all))
}

/// Writes into the audit log that a copy was given.
///
/// # Errors
/// When the database is away; then the copy must not be given.
pub async fn exported(c: &mut Conn, ctx: &Ctx, id: PersonId) -> Result<()> {
    log::security(c, ctx, id, "account.exported", json!({})).await
}

/// Keys of messages that say what the law keeps after this person's account is deleted.
///
/// # Errors
/// When the database is away.
pub async fn kept(c: &mut Conn, id: PersonId) -> Result<Vec<&'static str>> {
    let mut kept = vec![crate::msg::IDENTITY_KEPT_AUDIT];
    for part in parts() {
        for key in (part.may_erase)(c, id).await? {
            if !kept.contains(&key) {
                kept.push(key);
            }
        }
    }
    Ok(kept)
}

/// Deletes an account: everything that no law keeps, in one unit of work. The row stays without name and address, so
/// that records that must be kept still point at somebody.
///
/// # Errors
/// `Conflict` when the person is the only operator; what a subject's `erase` gives.
pub async fn delete(c: &mut Conn, ctx: &Ctx, id: PersonId) -> Result<()> {
    account::may_delete(c, id).await?;
    let me = person(c, id).await?;
    for part in parts() {
        (part.erase)(c, ctx, id).await?;
    }
    mails::deleted(c, ctx, &me).await?;
    c.exec(q!("DELETE FROM session WHERE person_id = $1", id)).await?;
    c.exec(q!("DELETE FROM email_token WHERE person_id = $1", id)).await?;
    let mut waiting = q!("DELETE FROM email_token WHERE email_fold = $1", crate::person::fold_email(&me.email));
    waiting = waiting.push_in(" AND purpose IN ", [Purpose::Registration]);
    c.exec(waiting).await?;
    c.exec(q!("UPDATE api_token SET ended = COALESCE(ended, $1), name = '' WHERE person_id = $2", ctx.now, id)).await?;
    c.exec(q!(
        "UPDATE person SET email = '', email_fold = $1, given_name = '', family_name = '', name_fold = '', \
         password_hash = NULL, totp_secret = NULL, totp_pending = NULL, recovery_codes = '[]', operator = $2, \
         deleted_at = $3, version = version + 1 WHERE id = $4",
        format!("deleted:{id}"),
        false,
        ctx.now,
        id
    ))
    .await?;
    log::security(c, ctx, id, "account.deleted", json!({})).await?;
    let event =
        Event { kind: "person.deleted".into(), office: None, object: id.0, concerns: Some(id), payload: json!({}) };
    c.emit(ctx, &event).await
}
