//! Webhooks by the JSON API: for a system that subscribes by itself. Needs the scope `hooks:write` and, in the office,
//! the role of administrator.

use axum::{Json, http::StatusCode, response::IntoResponse as _};
use kernel::ids::{DeliveryId, HookId};
use offices::{Desk, Role, desk};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use web::{Answer, Body, Cursor, Problem, Req, TypedPath};

use crate::{Change, Delivery, Hook, NewHook, delivery, hook, policy};

/// A body, looked at only after it is known that the sender may send one.
type Sent<T> = Result<Body<T>, Problem>;

/// Deliveries on a page.
const PAGE: usize = 50;

macro_rules! paths {
    ($($name:ident $path:literal { $($field:ident: $t:ty),* })*) => {$(
        #[derive(Debug, TypedPath, Deserialize)]
        #[typed_path($path, rejection(web::BadPath))]
        pub(crate) struct $name { pub(crate) office: String, $(pub(crate) $field: $t),* }
    )*};
}

paths! {
    HooksPath "/api/v1/offices/{office}/hooks" {}
    HookPath "/api/v1/offices/{office}/hooks/{hook}" { hook: HookId }
    SecretPath "/api/v1/offices/{office}/hooks/{hook}/secret" { hook: HookId }
    TestPath "/api/v1/offices/{office}/hooks/{hook}/test" { hook: HookId }
    DeliveriesPath "/api/v1/offices/{office}/hooks/{hook}/deliveries" { hook: HookId }
    DeliveryPath "/api/v1/offices/{office}/hooks/{hook}/deliveries/{delivery}/redeliver" { hook: HookId, delivery: DeliveryId }
}

/// A webhook.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HookOut {
    id: Uuid,
    /// Where messages go.
    url: String,
    /// Kinds of events: `case.opened`, `case.*`, `*`.
    events: Vec<String>,
    /// Whether messages are sent.
    active: bool,
    /// RFC 3339, UTC.
    created: String,
    /// The secret messages are signed with; only when it was just made.
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
}

impl HookOut {
    fn of(hook: Hook) -> Self {
        Self {
            id: hook.id.0,
            url: hook.url,
            events: hook.events.0,
            active: hook.active,
            created: hook.created.rfc3339(),
            secret: None,
        }
    }
}

/// The webhooks of an office.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HookList {
    items: Vec<HookOut>,
    /// Always null: the whole list is given.
    next: Option<String>,
}

/// A webhook to be made.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct HookIn {
    /// `https://…`
    url: String,
    /// Kinds of events: `case.opened`, `case.*`, `*`.
    events: Vec<String>,
}

/// A change; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct HookChange {
    url: Option<String>,
    events: Option<Vec<String>>,
    active: Option<bool>,
}

/// A new secret.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SecretOut {
    secret: String,
}

/// A delivery.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DeliveryOut {
    id: Uuid,
    /// The value of `webhook-id`.
    message_id: String,
    /// The kind of the event.
    kind: String,
    /// `waiting`, `delivered` or `failed`.
    state: &'static str,
    attempts: i64,
    /// The status answered last.
    status_code: Option<i64>,
    error: Option<String>,
    /// When the event happened, RFC 3339.
    created: String,
    /// When it is tried next, RFC 3339.
    next_at: Option<String>,
    /// When it was delivered, RFC 3339.
    delivered_at: Option<String>,
}

impl DeliveryOut {
    fn of(d: Delivery) -> Self {
        Self {
            id: d.id.0,
            message_id: d.message_id(),
            kind: d.kind,
            state: d.state.as_str(),
            attempts: d.attempts,
            status_code: d.status_code,
            error: d.error,
            created: d.created.rfc3339(),
            next_at: d.next_at.map(kernel::Micros::rfc3339),
            delivered_at: d.delivered_at.map(kernel::Micros::rfc3339),
        }
    }
}

/// A page of deliveries.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DeliveryList {
    items: Vec<DeliveryOut>,
    /// Give it back as `cursor` for the next page.
    next: Option<String>,
}

/// The paths of this subject, for the OpenAPI document.
#[derive(utoipa::OpenApi)]
#[openapi(
    paths(index, add, show, edit, remove, secret, test, history, again),
    components(schemas(HookOut, HookList, HookIn, HookChange, SecretOut, DeliveryOut, DeliveryList))
)]
pub struct Api;

async fn enter(req: &Req, office: &str) -> Result<Desk, kernel::Fault> {
    req.scope("hooks:write")?;
    desk(req, office, Some(Role::Administrator)).await
}

/// Lists webhooks.
#[utoipa::path(get, path = "/api/v1/offices/{office}/hooks", tag = "hooks",
    responses((status = 200, body = HookList)))]
pub(crate) async fn index(path: HooksPath, req: Req) -> Answer<Json<HookList>> {
    let scope = enter(&req, &path.office).await?.scope;
    let hooks = req.app.db.read(move |c| Box::pin(async move { hook::list(c, scope).await })).await?;
    Ok(Json(HookList { items: hooks.into_iter().map(HookOut::of).collect(), next: None }))
}

/// Makes a webhook; the answer holds its secret, this once.
#[utoipa::path(post, path = "/api/v1/offices/{office}/hooks", tag = "hooks", request_body = HookIn,
    responses((status = 201, body = HookOut), (status = 422, description = "The address or the list of events will not do")))]
pub(crate) async fn add(path: HooksPath, req: Req, body: Sent<HookIn>) -> Answer {
    let scope = enter(&req, &path.office).await?.scope;
    let Body(body) = body?;
    let (ctx, new) = (req.ctx.clone(), NewHook { url: body.url, events: body.events });
    let made = req
        .app
        .db
        .write(move |c| {
            Box::pin(async move {
                let id = hook::create(c, &ctx, scope, policy(), &new).await?;
                hook::hook(c, scope, id).await
            })
        })
        .await?;
    let secret = Some(made.secret.clone());
    Ok((StatusCode::CREATED, Json(HookOut { secret, ..HookOut::of(made) })).into_response())
}

/// Shows a webhook.
#[utoipa::path(get, path = "/api/v1/offices/{office}/hooks/{hook}", tag = "hooks",
    responses((status = 200, body = HookOut), (status = 404, description = "No such webhook")))]
pub(crate) async fn show(path: HookPath, req: Req) -> Answer<Json<HookOut>> {
    let scope = enter(&req, &path.office).await?.scope;
    let hook = req.app.db.read(move |c| Box::pin(async move { hook::hook(c, scope, path.hook).await })).await?;
    Ok(Json(HookOut::of(hook)))
}

/// Changes a webhook.
#[utoipa::path(patch, path = "/api/v1/offices/{office}/hooks/{hook}", tag = "hooks", request_body = HookChange,
    responses((status = 200, body = HookOut), (status = 404, description = "No such webhook")))]
pub(crate) async fn edit(path: HookPath, req: Req, body: Sent<HookChange>) -> Answer<Json<HookOut>> {
    let scope = enter(&req, &path.office).await?.scope;
    let Body(body) = body?;
    let ctx = req.ctx.clone();
    let change = Change { url: body.url, events: body.events, active: body.active };
    let id = path.hook;
    let hook = req
        .app
        .db
        .write(move |c| {
            Box::pin(async move {
                hook::change(c, &ctx, scope, policy(), id, &change, None).await?;
                hook::hook(c, scope, id).await
            })
        })
        .await?;
    Ok(Json(HookOut::of(hook)))
}

/// Removes a webhook.
#[utoipa::path(delete, path = "/api/v1/offices/{office}/hooks/{hook}", tag = "hooks",
    responses((status = 204, description = "Removed"), (status = 404, description = "No such webhook")))]
pub(crate) async fn remove(path: HookPath, req: Req) -> Answer<StatusCode> {
    let scope = enter(&req, &path.office).await?.scope;
    let ctx = req.ctx.clone();
    req.app.db.write(move |c| Box::pin(async move { hook::delete(c, &ctx, scope, path.hook).await })).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Gives a webhook a new secret; messages are signed with the old one too for a day.
#[utoipa::path(post, path = "/api/v1/offices/{office}/hooks/{hook}/secret", tag = "hooks",
    responses((status = 200, body = SecretOut), (status = 404, description = "No such webhook")))]
pub(crate) async fn secret(path: SecretPath, req: Req) -> Answer<Json<SecretOut>> {
    let scope = enter(&req, &path.office).await?.scope;
    let ctx = req.ctx.clone();
    let secret = req.app.db.write(move |c| Box::pin(async move { hook::rotate(c, &ctx, scope, path.hook).await }));
    Ok(Json(SecretOut { secret: secret.await? }))
}

/// Sends a message of kind `hook.test`.
#[utoipa::path(post, path = "/api/v1/offices/{office}/hooks/{hook}/test", tag = "hooks",
    responses((status = 202, description = "On its way"), (status = 404, description = "No such webhook")))]
pub(crate) async fn test(path: TestPath, req: Req) -> Answer<StatusCode> {
    let scope = enter(&req, &path.office).await?.scope;
    let ctx = req.ctx.clone();
    req.app.db.write(move |c| Box::pin(async move { delivery::try_out(c, &ctx, scope, path.hook).await })).await?;
    Ok(StatusCode::ACCEPTED)
}

/// Lists deliveries, the newest first.
#[utoipa::path(get, path = "/api/v1/offices/{office}/hooks/{hook}/deliveries", tag = "hooks",
    params(("cursor" = Option<String>, Query, description = "`next` of the page before")),
    responses((status = 200, body = DeliveryList), (status = 404, description = "No such webhook")))]
pub(crate) async fn history(path: DeliveriesPath, req: Req) -> Answer<Json<DeliveryList>> {
    let scope = enter(&req, &path.office).await?.scope;
    let (items, next) = page(&req, scope, path.hook).await?;
    Ok(Json(DeliveryList { items: items.into_iter().map(DeliveryOut::of).collect(), next: next.map(Cursor::encode) }))
}

/// Sends a delivery again.
#[utoipa::path(post, path = "/api/v1/offices/{office}/hooks/{hook}/deliveries/{delivery}/redeliver", tag = "hooks",
    responses((status = 202, description = "On its way"), (status = 404, description = "No such delivery")))]
pub(crate) async fn again(path: DeliveryPath, req: Req) -> Answer<StatusCode> {
    let scope = enter(&req, &path.office).await?.scope;
    let ctx = req.ctx.clone();
    req.app
        .db
        .write(move |c| Box::pin(async move { delivery::redeliver(c, &ctx, scope, path.hook, path.delivery).await }))
        .await?;
    Ok(StatusCode::ACCEPTED)
}

/// The page of deliveries a request asks for, and where the next one goes on.
pub(crate) async fn page(
    req: &Req,
    scope: kernel::OfficeScope,
    hook: HookId,
) -> Result<(Vec<Delivery>, Option<Cursor>), kernel::Fault> {
    let cursor = Cursor::decode(req.query.get("cursor"))?;
    let mut rows = req
        .app
        .db
        .read(move |c| Box::pin(async move { delivery::deliveries(c, scope, hook, cursor, PAGE + 1).await }))
        .await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    Ok((rows.clone(), rows.last().filter(|_| more).map(Delivery::cursor)))
}
