//! `/api/v1/offices/{office}/cases/{case}/messages`.

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use kernel::{Fault, ids::CaseId};
use offices::Role;
use records::cases;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use web::{Answer, Body, Req, TypedPath};

use crate::{MessageView, NewMessage, Side, messages, msg, office_write, words::lines};

/// The messages of a case.
#[derive(TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/cases/{case}/messages", rejection(web::BadPath))]
pub(crate) struct ApiPath {
    pub office: String,
    pub case: CaseId,
}

/// A message.
#[derive(Debug, Serialize, ToSchema)]
pub struct MessageItem {
    /// The identifier.
    pub id: Uuid,
    /// `citizen` or `office`.
    pub from: String,
    /// The name of who wrote.
    pub name: String,
    /// The position of an official.
    pub position: String,
    /// The text.
    pub text: String,
    /// The request it answers.
    pub request: Option<Uuid>,
    /// When it was sent, RFC 3339.
    pub sent_at: String,
    /// When the other side first opened it, RFC 3339.
    pub read_at: Option<String>,
    /// Its files.
    pub files: Vec<FileEntry>,
}

/// A file of a message.
#[derive(Debug, Serialize, ToSchema)]
pub struct FileEntry {
    /// The document of the case.
    pub document: Uuid,
    /// Its name.
    pub name: String,
    /// Bytes.
    pub size: i64,
    /// Media type.
    pub media_type: String,
}

/// The messages of a case, oldest first; at most 1,000, all at once.
#[derive(Debug, Serialize, ToSchema)]
pub struct MessageList {
    /// The messages.
    pub items: Vec<MessageItem>,
    /// Always null: there is one page.
    pub next: Option<String>,
}

/// A message to the party.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MessageBody {
    /// The text, 1 to 10,000 characters.
    pub text: String,
}

impl From<MessageView> for MessageItem {
    fn from(m: MessageView) -> Self {
        Self {
            id: m.row.id.0,
            from: m.row.side.as_str().to_owned(),
            name: m.row.name,
            position: m.row.position,
            text: m.row.text,
            request: m.row.request.map(Into::into),
            sent_at: m.row.sent_at.rfc3339(),
            read_at: m.row.read_at.map(kernel::Micros::rfc3339),
            files: m
                .files
                .into_iter()
                .map(|f| FileEntry { document: f.document.0, name: f.name, size: f.size, media_type: f.media_type })
                .collect(),
        }
    }
}

/// The paths of this subject, for the OpenAPI document.
#[derive(utoipa::OpenApi)]
#[openapi(paths(list, send), components(schemas(MessageItem, FileEntry, MessageList, MessageBody)))]
pub struct Api;

/// Lists the messages of a case. Does not mark them as read.
#[utoipa::path(
    get, path = "/api/v1/offices/{office}/cases/{case}/messages", tag = "cases",
    params(("office" = String, Path, description = "The office's name in addresses"), ("case" = Uuid, Path)),
    responses((status = 200, body = MessageList), (status = 404, description = "No such case for this token"))
)]
pub(crate) async fn list(path: ApiPath, req: Req) -> Answer<Json<MessageList>> {
    req.scope("cases:read")?;
    let desk = offices::desk(&req, &path.office, Some(Role::Official)).await?;
    let case = path.case;
    let found = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                cases::case(c, &desk, case).await?;
                messages(c, desk.scope, case).await
            })
        })
        .await?;
    Ok(Json(MessageList { items: found.into_iter().map(MessageItem::from).collect(), next: None }))
}

/// Writes to the party of a case. With `Idempotency-Key` the same message is sent once.
#[utoipa::path(
    post, path = "/api/v1/offices/{office}/cases/{case}/messages", tag = "cases", request_body = MessageBody,
    params(("office" = String, Path, description = "The office's name in addresses"), ("case" = Uuid, Path)),
    responses((status = 201, body = MessageItem), (status = 404, description = "No such case for this token"),
              (status = 409, description = "The case is settled, or the key was used for another text"), (status = 422, description = "Empty or too long"))
)]
pub(crate) async fn send(path: ApiPath, req: Req, Body(body): Body<MessageBody>) -> Answer<Response> {
    req.scope("cases:write")?;
    let desk = offices::desk(&req, &path.office, Some(Role::Official)).await?;
    let once = match &req.idempotency_key {
        Some(key) => format!("api-{}-{key}", desk.member.person),
        None => req.once(),
    };
    let text = lines(&body.text);
    let new = NewMessage { text: text.clone(), files: Vec::new(), once };
    let (ctx, case) = (req.ctx.clone(), path.case);
    let row = req
        .app
        .db
        .write(move |c| {
            let (ctx, desk, new) = (ctx.clone(), desk.clone(), new.clone());
            Box::pin(async move { office_write(c, &ctx, &desk, case, new).await })
        })
        .await?;
    debug_assert!(row.side == Side::Office);
    // The key was used for a message already sent; another text must not be taken for it.
    if row.text != text {
        return Err(Fault::conflict(msg::CORRESPONDENCE_OTHER_CONTENT).into());
    }
    let item = MessageItem::from(MessageView { row, files: Vec::new() });
    Ok((StatusCode::CREATED, Json(item)).into_response())
}
