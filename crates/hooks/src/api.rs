//! Webhooks by the JSON API: for a system that subscribes by itself. Needs the scope `hooks:write` and, in the office,
//! the role of administrator.

use axum::{
    Json,
    http::{StatusCode, header},
    response::IntoResponse as _,
};
use kernel::ids::{DeliveryId, HookId};
use offices::{Desk, Role, desk};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema, openapi::schema::Object};
use uuid::Uuid;
use web::{Answer, Body, Cursor, Limit, NoQuery, Once, Pages, Problem, Query, Req, TypedPath};

use crate::{Change, Delivery, Hook, NewHook, State, delivery, hook, policy};

/// A body, looked at only after it is known that the sender may send one.
type Sent<T> = Result<Body<T>, Problem>;

/// Deliveries on a page.
pub(crate) const PAGE: usize = 50;

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

fn states() -> Object {
    web::words("What became of it.", State::ALL.iter().map(|s| s.as_str()))
}

/// Which page of the deliveries is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct DeliveriesQuery {
    /// How many items, 1 to 50.
    #[serde(default)]
    #[param(inline)]
    limit: Limit<50, 50>,
    /// `next` of the page before; the first page when left out.
    #[param(value_type = Option<String>)]
    cursor: Option<Cursor>,
}

/// A webhook.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HookOut {
    /// The identifier.
    id: Uuid,
    /// Where messages go.
    url: String,
    /// Kinds of events: `case.opened`, all of a subject (`case.*`), or all (`*`).
    #[schema(example = json!(["case.*", "submission.sent"]))]
    events: Vec<String>,
    /// Whether messages are sent.
    active: bool,
    /// When it was made, RFC 3339, UTC.
    #[schema(format = DateTime)]
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
    /// The webhooks, the oldest first.
    items: Vec<HookOut>,
    /// The cursor of the next page; null on the last.
    next: Option<String>,
}

/// A webhook to be made.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct HookIn {
    /// Where messages go: an address that begins with `https://` and is not inside the network.
    #[schema(format = "uri", example = "https://obieg.example.pl/szpon")]
    url: String,
    /// Kinds of events: those known, all of a subject (`case.*`), or all (`*`). A name nobody knows is refused with those known.
    #[schema(example = json!(["case.*", "submission.sent"]))]
    events: Vec<String>,
}

/// A change; what is left out stays.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct HookChange {
    /// Where messages go.
    #[schema(format = "uri")]
    url: Option<String>,
    /// Kinds of events.
    events: Option<Vec<String>>,
    /// Whether messages are sent.
    active: Option<bool>,
}

/// A new secret.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SecretOut {
    /// The secret messages are signed with from now on.
    #[schema(example = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    secret: String,
}

/// A delivery.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DeliveryOut {
    /// The identifier.
    id: Uuid,
    /// The value of `webhook-id`.
    message_id: String,
    /// The kind of the event; `hook.test` for one that was asked for.
    #[schema(examples("case.opened"))]
    kind: String,
    /// What became of it.
    #[schema(schema_with = states)]
    state: &'static str,
    /// How often it was tried.
    attempts: i64,
    /// The status answered last.
    status_code: Option<i64>,
    /// What went wrong last.
    error: Option<String>,
    /// When the event happened, RFC 3339.
    #[schema(format = DateTime)]
    created: String,
    /// When it is tried next, RFC 3339.
    #[schema(format = DateTime)]
    next_at: Option<String>,
    /// When it was delivered, RFC 3339.
    #[schema(format = DateTime)]
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
    /// The deliveries, the newest first.
    items: Vec<DeliveryOut>,
    /// The cursor of the next page; null on the last.
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

/// A webhook as it is now.
async fn one(req: &Req, scope: kernel::OfficeScope, id: HookId) -> Result<Hook, kernel::Fault> {
    req.app.db.read(move |c| Box::pin(async move { hook::hook(c, scope, id).await })).await
}

/// Lists the webhooks of an office.
#[utoipa::path(get, path = "/api/v1/offices/{office}/hooks", operation_id = "listHooks", tag = "hooks", params(Pages),
    responses((status = 200, description = "A page of webhooks", body = HookList)), security(("bearer" = ["hooks:write"])))]
pub(crate) async fn index(path: HooksPath, req: Req, Query(pages): Query<Pages>) -> Answer<Json<HookList>> {
    let scope = enter(&req, &path.office).await?.scope;
    let hooks = req.app.db.read(move |c| Box::pin(async move { hook::list(c, scope).await })).await?;
    let (hooks, next) = pages.of(hooks, |h| h.id.0);
    Ok(Json(HookList { items: hooks.into_iter().map(HookOut::of).collect(), next }))
}

/// Makes a webhook.
///
/// The answer holds the secret that messages are signed with, this once.
#[utoipa::path(post, path = "/api/v1/offices/{office}/hooks", operation_id = "createHook", tag = "hooks", request_body = HookIn,
    responses((status = 201, description = "Made", body = HookOut, headers(("Location" = String, description = "The webhook"))),
        (status = 200, description = "Made before with this key; the secret is the present one", body = HookOut),
        (status = 409, description = "The key was used for another request"),
        (status = 422, description = "The address or an event will not do; unknown events come with those known")),
    security(("bearer" = ["hooks:write"])))]
pub(crate) async fn add(path: HooksPath, req: Req, _: NoQuery, body: Sent<HookIn>) -> Answer {
    let scope = enter(&req, &path.office).await?.scope;
    let Body(body) = body?;
    let once = Once::of(&req, &body)?;
    let new = NewHook { url: body.url, events: body.events };
    // The secret is not kept with the answer: it is read from the webhook.
    let done = once
        .run(&req, move |c, ctx| Box::pin(async move { hook::create(c, ctx, scope, policy(), &new).await }))
        .await?;
    let made = one(&req, scope, done.read()?).await?;
    let here = format!("/api/v1/offices/{}/hooks/{}", path.office, made.id);
    let secret = Some(made.secret.clone());
    let status = if done.fresh { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, [(header::LOCATION, here)], Json(HookOut { secret, ..HookOut::of(made) })).into_response())
}

/// Shows a webhook.
#[utoipa::path(get, path = "/api/v1/offices/{office}/hooks/{hook}", operation_id = "getHook", tag = "hooks",
    responses((status = 200, description = "The webhook, without its secret", body = HookOut)),
    security(("bearer" = ["hooks:write"])))]
pub(crate) async fn show(path: HookPath, req: Req, _: NoQuery) -> Answer<Json<HookOut>> {
    let scope = enter(&req, &path.office).await?.scope;
    Ok(Json(HookOut::of(one(&req, scope, path.hook).await?)))
}

/// Changes a webhook; what is left out stays.
#[utoipa::path(patch, path = "/api/v1/offices/{office}/hooks/{hook}", operation_id = "changeHook", tag = "hooks",
    request_body(content = HookChange, example = json!({"active": false})),
    responses((status = 200, description = "As it is now", body = HookOut),
        (status = 409, description = "Somebody else changed it at the same moment")),
    security(("bearer" = ["hooks:write"])))]
pub(crate) async fn edit(path: HookPath, req: Req, _: NoQuery, body: Sent<HookChange>) -> Answer<Json<HookOut>> {
    let scope = enter(&req, &path.office).await?.scope;
    let id = path.hook;
    // What is not there is not found, whatever is sent.
    one(&req, scope, id).await?;
    let Body(body) = body?;
    let ctx = req.ctx.clone();
    let change = Change { url: body.url, events: body.events, active: body.active };
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

/// Removes a webhook with its deliveries.
#[utoipa::path(delete, path = "/api/v1/offices/{office}/hooks/{hook}", operation_id = "deleteHook", tag = "hooks",
    responses((status = 204, description = "Removed")), security(("bearer" = ["hooks:write"])))]
pub(crate) async fn remove(path: HookPath, req: Req, _: NoQuery) -> Answer<StatusCode> {
    let scope = enter(&req, &path.office).await?.scope;
    let ctx = req.ctx.clone();
    req.app.db.write(move |c| Box::pin(async move { hook::delete(c, &ctx, scope, path.hook).await })).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Gives a webhook a new secret.
///
/// Messages are signed with the old one too for a day.
#[utoipa::path(post, path = "/api/v1/offices/{office}/hooks/{hook}/secret", operation_id = "rotateHookSecret", tag = "hooks",
    responses((status = 200, description = "The new secret", body = SecretOut),
        (status = 409, description = "The key was used for another request")),
    security(("bearer" = ["hooks:write"])))]
pub(crate) async fn secret(path: SecretPath, req: Req, _: NoQuery) -> Answer<Json<SecretOut>> {
    let scope = enter(&req, &path.office).await?.scope;
    Once::of(&req, &())?
        .run(&req, move |c, ctx| Box::pin(async move { hook::rotate(c, ctx, scope, path.hook).await.map(|_| ()) }))
        .await?;
    Ok(Json(SecretOut { secret: one(&req, scope, path.hook).await?.secret }))
}

/// Sends a message of kind `hook.test`.
#[utoipa::path(post, path = "/api/v1/offices/{office}/hooks/{hook}/test", operation_id = "testHook", tag = "hooks",
    responses((status = 202, description = "On its way"), (status = 409, description = "The key was used for another request")),
    security(("bearer" = ["hooks:write"])))]
pub(crate) async fn test(path: TestPath, req: Req, _: NoQuery) -> Answer<StatusCode> {
    let scope = enter(&req, &path.office).await?.scope;
    Once::of(&req, &())?
        .run(&req, move |c, ctx| Box::pin(async move { delivery::try_out(c, ctx, scope, path.hook).await }))
        .await?;
    Ok(StatusCode::ACCEPTED)
}

/// Lists the deliveries of a webhook, the newest first.
///
/// They are kept for 30 days.
#[utoipa::path(get, path = "/api/v1/offices/{office}/hooks/{hook}/deliveries", operation_id = "listHookDeliveries", tag = "hooks",
    params(DeliveriesQuery),
    responses((status = 200, description = "A page of deliveries", body = DeliveryList)),
    security(("bearer" = ["hooks:write"])))]
pub(crate) async fn history(
    path: DeliveriesPath,
    req: Req,
    Query(query): Query<DeliveriesQuery>,
) -> Answer<Json<DeliveryList>> {
    let scope = enter(&req, &path.office).await?.scope;
    let (items, next) = page(&req, scope, path.hook, query.cursor, query.limit.size()).await?;
    Ok(Json(DeliveryList { items: items.into_iter().map(DeliveryOut::of).collect(), next: next.map(Cursor::encode) }))
}

/// Sends a delivery again.
#[utoipa::path(post, path = "/api/v1/offices/{office}/hooks/{hook}/deliveries/{delivery}/redeliver",
    operation_id = "redeliver", tag = "hooks",
    responses((status = 202, description = "On its way"), (status = 409, description = "The key was used for another request")),
    security(("bearer" = ["hooks:write"])))]
pub(crate) async fn again(path: DeliveryPath, req: Req, _: NoQuery) -> Answer<StatusCode> {
    let scope = enter(&req, &path.office).await?.scope;
    Once::of(&req, &())?
        .run(&req, move |c, ctx| {
            Box::pin(async move { delivery::redeliver(c, ctx, scope, path.hook, path.delivery).await })
        })
        .await?;
    Ok(StatusCode::ACCEPTED)
}

/// A page of deliveries, and where the next one goes on.
pub(crate) async fn page(
    req: &Req,
    scope: kernel::OfficeScope,
    hook: HookId,
    cursor: Option<Cursor>,
    limit: usize,
) -> Result<(Vec<Delivery>, Option<Cursor>), kernel::Fault> {
    let mut rows = req
        .app
        .db
        .read(move |c| Box::pin(async move { delivery::deliveries(c, scope, hook, cursor, limit + 1).await }))
        .await?;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| more).map(Delivery::cursor);
    Ok((rows, next))
}
