//! Deliveries: one event for one hook, until it is delivered or given up.

use db::{BoxFuture, Conn, Json, Listener, Q, q};
use kernel::{
    Ctx, Event, Fault, Micros, OfficeScope, Result,
    ids::{DeliveryId, EventId, HookId, OfficeId},
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use web::Cursor;

use crate::{
    events::wants,
    hook::hook,
    msg,
    post::{POST, TRIES},
};

/// The kind of the event by which a hook is tried out.
const TRIAL: &str = "hook.test";
/// The most deliveries a hook keeps is not limited; they are removed after so many days.
pub(crate) const KEEP_DAYS: i64 = 30;

db::text_enum! {
    /// What became of a delivery.
    pub enum State {
        /// It waits, or will be tried again.
        Waiting = "waiting",
        /// The receiver answered 2xx.
        Delivered = "delivered",
        /// It was given up.
        Failed = "failed",
    }
}

impl State {
    /// The message key of its name.
    pub fn key(self) -> &'static str {
        match self {
            State::Waiting => msg::HOOKS_STATE_WAITING,
            State::Delivered => msg::HOOKS_STATE_DELIVERED,
            State::Failed => msg::HOOKS_STATE_FAILED,
        }
    }
}

db::row! {
    /// A delivery.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Delivery {
        /// Its identifier.
        pub id: DeliveryId,
        /// The hook.
        pub hook: HookId,
        /// The office.
        pub office: OfficeId,
        /// The event; the same for every hook that is told of it.
        pub event: EventId,
        /// The kind of the event.
        pub kind: String,
        /// The body, as it is signed.
        pub payload: String,
        /// What became of it.
        pub state: State,
        /// How often it was tried.
        pub attempts: i64,
        /// The status the receiver answered last, if it answered.
        pub status_code: Option<i64>,
        /// What went wrong last.
        pub error: Option<String>,
        /// When it is tried next.
        pub next_at: Option<Micros>,
        /// When the event happened.
        pub created: Micros,
        /// When it was delivered.
        pub delivered_at: Option<Micros>,
    }
}

const SELECT: &str = "SELECT id, hook_id, office_id, event_id, kind, payload, state, attempts, status_code, error, \
                      next_at, created, delivered_at FROM hook_delivery WHERE ";

impl Delivery {
    /// Where the next page goes on when this is the last of a page.
    pub fn cursor(&self) -> Cursor {
        Cursor { key: self.created.0, id: self.id.0 }
    }
    /// The value of `webhook-id`: the same at every try.
    pub fn message_id(&self) -> String {
        format!("evt_{}", self.event.0.simple())
    }
}

/// What a job that posts is given.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Payload {
    pub(crate) delivery: DeliveryId,
}

/// The listener to register with `Db::listen`.
pub fn listener() -> Listener {
    on_event
}

fn on_event<'c>(c: &'c mut Conn, ctx: &'c Ctx, event: &'c Event) -> BoxFuture<'c, Result<()>> {
    Box::pin(async move {
        let Some(office) = event.office else { return Ok(()) };
        let hooks: Vec<(HookId, Json<Vec<String>>)> = c
            .all(q!("SELECT id, events FROM hook WHERE office_id = $1 AND active ORDER BY id LIMIT 200", office))
            .await?;
        let wanting: Vec<HookId> =
            hooks.into_iter().filter(|(_, list)| wants(&list.0, &event.kind)).map(|h| h.0).collect();
        if wanting.is_empty() {
            return Ok(());
        }
        let id: EventId = ctx.new_id();
        // Whom the event concerns is not told: a receiver with the right asks the API.
        let data = json!({ "office": office, "object": event.object, "facts": event.payload });
        let body = json!({ "type": event.kind, "timestamp": ctx.now.rfc3339(), "data": data }).to_string();
        for hook in wanting {
            insert(c, ctx, office, hook, id, &event.kind, &body).await?;
        }
        Ok(())
    })
}

async fn insert(
    c: &mut Conn,
    ctx: &Ctx,
    office: OfficeId,
    hook: HookId,
    event: EventId,
    kind: &str,
    body: &str,
) -> Result<DeliveryId> {
    let id: DeliveryId = ctx.new_id();
    c.exec(q!(
        "INSERT INTO hook_delivery (id, hook_id, office_id, event_id, kind, payload, state, attempts, next_at, created) \
         VALUES ($1, $2, $3, $4, $5, $6, 'waiting', 0, $7, $7)",
        id,
        hook,
        office,
        event,
        kind,
        body,
        ctx.now
    ))
    .await?;
    jobs::enqueue_limited(c, ctx, POST, &Payload { delivery: id }, ctx.now, TRIES * 2).await?;
    Ok(id)
}

/// Sends a message of kind `hook.test` to a hook that is switched on.
///
/// # Errors
/// `NotFound` when the office has no such hook; `Invalid` with `fault-hook-off` when it is off.
pub async fn try_out(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: HookId) -> Result<DeliveryId> {
    if !hook(c, scope, id).await?.active {
        return Err(Fault::invalid(msg::FAULT_HOOK_OFF));
    }
    let data = json!({ "office": scope.office(), "object": id, "facts": {} });
    let body = json!({ "type": TRIAL, "timestamp": ctx.now.rfc3339(), "data": data }).to_string();
    insert(c, ctx, scope.office(), id, ctx.new_id(), TRIAL, &body).await
}

/// The deliveries of a hook, the newest first, from where the page before ended.
///
/// # Errors
/// `NotFound` when the office has no such hook.
pub async fn deliveries(
    c: &mut Conn,
    scope: OfficeScope,
    id: HookId,
    cursor: Option<Cursor>,
    limit: usize,
) -> Result<Vec<Delivery>> {
    hook(c, scope, id).await?;
    let mut q = Q::new(SELECT).push("hook_id = ", id);
    if let Some(cursor) = cursor {
        q = q.push(" AND (created, id) < (", cursor.key).push(", ", cursor.id).text(")");
    }
    c.all(q.push(" ORDER BY created DESC, id DESC LIMIT ", limit)).await
}

/// Sends a delivery again, delivered or given up, under the same message id. One that waits is left to its time.
///
/// # Errors
/// `NotFound` when the hook has no such delivery; `Invalid` with `fault-hook-off` when the hook is off.
pub async fn redeliver(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: HookId, delivery: DeliveryId) -> Result<()> {
    if !hook(c, scope, id).await?.active {
        return Err(Fault::invalid(msg::FAULT_HOOK_OFF));
    }
    let found: Option<(String,)> =
        c.opt(q!("SELECT state FROM hook_delivery WHERE id = $1 AND hook_id = $2", delivery, id)).await?;
    found.ok_or_else(Fault::not_found)?;
    let rows = c
        .exec(q!(
            "UPDATE hook_delivery SET state = 'waiting', attempts = 0, next_at = $2, error = NULL \
             WHERE id = $1 AND state <> 'waiting'",
            delivery,
            ctx.now
        ))
        .await?;
    if rows == 1 {
        jobs::enqueue_limited(c, ctx, POST, &Payload { delivery }, ctx.now, TRIES * 2).await?;
    }
    Ok(())
}

/// One delivery, for the job.
pub(crate) async fn delivery(c: &mut Conn, id: DeliveryId) -> Result<Option<Delivery>> {
    c.opt(Q::new(SELECT).push("id = ", id)).await
}

/// Writes down how a try ended.
pub(crate) async fn ended(
    c: &mut Conn,
    delivery: &Delivery,
    state: State,
    status: Option<i64>,
    error: Option<String>,
    at: Micros,
) -> Result<()> {
    let (next, delivered) = match state {
        State::Waiting => (Some(at), None),
        State::Delivered => (None, Some(at)),
        State::Failed => (None, None),
    };
    c.exec(q!(
        "UPDATE hook_delivery SET state = $2, attempts = attempts + 1, status_code = $3, error = $4, next_at = $5, \
         delivered_at = $6 WHERE id = $1",
        delivery.id,
        state,
        status,
        error,
        next,
        delivered
    ))
    .await
    .map(|_| ())
}

/// Removes deliveries of events before a moment that wait no more.
pub(crate) async fn prune(c: &mut Conn, before: Micros) -> Result<u64> {
    c.exec(q!("DELETE FROM hook_delivery WHERE created < $1 AND state <> 'waiting'", before)).await
}
