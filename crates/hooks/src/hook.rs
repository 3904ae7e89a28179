//! Hooks: who is told of what, where, and with which secret.

use audit::Entry;
use db::{Conn, Json, q};
use kernel::{
    Ctx, Fault, Micros, OfficeScope, Result,
    ids::{HookId, PersonId},
};
use seal::Place;

use crate::{
    events,
    guard::{self, Policy},
    msg, sign,
};

/// The most hooks an office may have.
const MOST: i64 = 50;
/// How long messages are signed with the old secret too, in seconds: a day.
const OVERLAP: i64 = 86_400;

db::row! {
    /// A hook.
    #[derive(Clone, PartialEq)]
    pub struct Hook {
        /// Its identifier.
        pub id: HookId,
        /// Where messages go.
        pub url: String,
        /// The secret they are signed with, `whsec_…`; sealed in the row, open here. Empty when the installation's key it was
        /// sealed with is lost: then the hook needs a new secret.
        pub secret: String,
        /// The secret before, while it still counts.
        pub old_secret: Option<String>,
        /// Until when the secret before counts.
        pub old_until: Option<Micros>,
        /// Which events: kinds (`case.opened`), all of a subject (`case.*`), or all (`*`).
        pub events: Json<Vec<String>>,
        /// Whether messages are sent.
        pub active: bool,
        /// Why it is off, if the program switched it off: a message key.
        pub disabled_reason: Option<String>,
        /// Who made it.
        pub person: Option<PersonId>,
        /// When it was made.
        pub created: Micros,
        /// When it was changed; a stale edit is noticed by it.
        pub changed: Micros,
    }
}

/// Where a hook's secrets are sealed to. Both columns share the place, so that one moves into the other as it is.
fn place(id: HookId) -> Place {
    Place::new("hook", id.0)
}

fn seal(ctx: &Ctx, id: HookId, secret: &str) -> Result<String> {
    seal::keyring()?.seal(&**ctx.entropy(), place(id), secret)
}

impl std::fmt::Debug for Hook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hook")
            .field("id", &self.id)
            .field("url", &self.url)
            .field("active", &self.active)
            .finish_non_exhaustive()
    }
}

impl Hook {
    /// With its secrets open.
    fn opened(mut self) -> Result<Self> {
        let (keys, id) = (seal::keyring()?, self.id);
        let open = |stored: &str| match keys.open(place(id), stored) {
            Ok(secret) => Some(secret),
            Err(why) => {
                tracing::error!(hook = %id, %why, "the secret of a webhook cannot be opened");
                None
            }
        };
        self.secret = open(&self.secret).unwrap_or_default();
        self.old_secret = self.old_secret.as_deref().and_then(open);
        Ok(self)
    }
    /// Whether an event of this kind is asked for.
    pub fn wants(&self, kind: &str) -> bool {
        self.active && events::wants(&self.events.0, kind)
    }
    /// The secrets that count at a moment, the newest first.
    pub fn secrets(&self, now: Micros) -> impl Iterator<Item = &str> {
        let old = self.old_secret.as_deref().filter(|_| self.old_until.is_some_and(|until| now < until));
        std::iter::once(self.secret.as_str()).chain(old).filter(|secret| !secret.is_empty())
    }
}

/// A hook to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct NewHook {
    /// Where messages go.
    pub url: String,
    /// Which events.
    pub events: Vec<String>,
}

/// A change of a hook; what is `None` stays.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Change {
    /// Where messages go.
    pub url: Option<String>,
    /// Which events.
    pub events: Option<Vec<String>>,
    /// Whether messages are sent.
    pub active: Option<bool>,
}

/// Makes a hook, with a secret of its own.
///
/// # Errors
/// `Invalid` at the fields `url` and `events`; `Invalid` with `fault-hook-many` when the office has too many.
pub async fn create(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, policy: Policy, new: &NewHook) -> Result<HookId> {
    let url = guard::check_url(policy, &new.url)?;
    let events = events::check(&new.events)?;
    let (number,): (i64,) = c.one(q!("SELECT COUNT(*) FROM hook WHERE office_id = $1", scope.office())).await?;
    if number >= MOST {
        return Err(Fault::invalid(msg::FAULT_HOOK_MANY).arg("most", MOST));
    }
    let id: HookId = ctx.new_id();
    c.exec(q!(
        "INSERT INTO hook (id, office_id, url, secret, events, active, person, created, changed) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)",
        id,
        scope.office(),
        url.as_str(),
        seal(ctx, id, &sign::secret(&ctx.secret()))?,
        Json(events.clone()),
        true,
        ctx.actor.person(),
        ctx.now
    ))
    .await?;
    let entry = Entry::admin("hook.created", "hook", id).detail("url", shown(url.as_str())).detail("events", events);
    audit::write(c, ctx, Some(scope.office()), &entry).await?;
    Ok(id)
}

/// An address without its query, which may carry a secret.
fn shown(url: &str) -> String {
    url.split('?').next().unwrap_or_default().to_owned()
}

/// The hooks of an office, the oldest first.
///
/// # Errors
/// What the database gives.
pub async fn list(c: &mut Conn, scope: OfficeScope) -> Result<Vec<Hook>> {
    let hooks: Vec<Hook> = c
        .all(q!(
            "SELECT id, url, secret, old_secret, old_until, events, active, disabled_reason, person, created, changed \
             FROM hook WHERE office_id = $1 ORDER BY id LIMIT 200",
            scope.office()
        ))
        .await?;
    hooks.into_iter().map(Hook::opened).collect()
}

/// One hook.
///
/// # Errors
/// `NotFound` when the office has no such hook.
pub async fn hook(c: &mut Conn, scope: OfficeScope, id: HookId) -> Result<Hook> {
    let hook: Hook = c
        .one(q!(
            "SELECT id, url, secret, old_secret, old_until, events, active, disabled_reason, person, created, changed \
             FROM hook WHERE office_id = $1 AND id = $2",
            scope.office(),
            id
        ))
        .await?;
    hook.opened()
}

/// Changes a hook. `seen` is [`Hook::changed`] of what the person had before them, if it is to be compared.
///
/// # Errors
/// As [`create`]; `NotFound`; `Conflict` when somebody changed it meanwhile.
pub async fn change(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    policy: Policy,
    id: HookId,
    change: &Change,
    seen: Option<Micros>,
) -> Result<()> {
    let old = hook(c, scope, id).await?;
    if seen.is_some_and(|seen| seen != old.changed) {
        return Err(Fault::conflict(msg::FAULT_HOOK_STALE));
    }
    let url = match &change.url {
        Some(url) => guard::check_url(policy, url)?.to_string(),
        None => old.url.clone(),
    };
    let events = match &change.events {
        Some(events) => events::check(events)?,
        None => old.events.0.clone(),
    };
    let active = change.active.unwrap_or(old.active);
    let reason = if active { None } else { old.disabled_reason.clone() };
    let rows = c
        .exec(q!(
            "UPDATE hook SET url = $3, events = $4, active = $5, disabled_reason = $6, changed = $7 \
             WHERE office_id = $1 AND id = $2 AND changed = $8",
            scope.office(),
            id,
            &url,
            Json(events.clone()),
            active,
            reason,
            later(ctx.now, old.changed),
            old.changed
        ))
        .await?;
    if rows == 0 {
        return Err(Fault::conflict(msg::FAULT_HOOK_STALE));
    }
    let entry = Entry::admin("hook.changed", "hook", id)
        .detail("url", shown(&url))
        .detail("events", events)
        .detail("active", active);
    audit::write(c, ctx, Some(scope.office()), &entry).await.map(|_| ())
}

/// A moment after the last change even when the clock stands still.
fn later(now: Micros, last: Micros) -> Micros {
    if now > last { now } else { Micros(last.0 + 1) }
}

/// Gives a hook a new secret; for a day messages are signed with the old one too.
///
/// # Errors
/// `NotFound` when the office has no such hook.
pub async fn rotate(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: HookId) -> Result<String> {
    let secret = sign::secret(&ctx.secret());
    let rows = c
        .exec(q!(
            "UPDATE hook SET old_secret = secret, old_until = $3, secret = $4 WHERE office_id = $1 AND id = $2",
            scope.office(),
            id,
            ctx.now.plus_seconds(OVERLAP),
            seal(ctx, id, &secret)?
        ))
        .await?;
    if rows == 0 {
        return Err(Fault::not_found());
    }
    let entry = Entry::security("hook.secret_rotated", "hook", id);
    audit::write(c, ctx, Some(scope.office()), &entry).await?;
    Ok(secret)
}

/// Removes a hook with its deliveries.
///
/// # Errors
/// `NotFound` when the office has no such hook.
pub async fn delete(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: HookId) -> Result<()> {
    let old = hook(c, scope, id).await?;
    c.exec(q!("DELETE FROM hook_delivery WHERE hook_id = $1", id)).await?;
    c.exec(q!("DELETE FROM hook WHERE office_id = $1 AND id = $2", scope.office(), id)).await?;
    let entry = Entry::admin("hook.deleted", "hook", id).detail("url", shown(&old.url));
    audit::write(c, ctx, Some(scope.office()), &entry).await.map(|_| ())
}

/// Switches a hook off because it cannot be reached or does not want to be called any more.
pub(crate) async fn switch_off(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: HookId,
    why: &'static str,
) -> Result<()> {
    let rows = c
        .exec(q!(
            "UPDATE hook SET active = $3, disabled_reason = $4, changed = changed + 1 \
             WHERE office_id = $1 AND id = $2 AND active",
            scope.office(),
            id,
            false,
            why
        ))
        .await?;
    if rows == 1 {
        let entry = Entry::admin("hook.disabled", "hook", id).detail("reason", why);
        audit::write(c, ctx, Some(scope.office()), &entry).await?;
    }
    Ok(())
}
