//! `/api/v1/offices/{office}/cases/{case}/messages`.

use axum::{
    Json,
    extract::{FromRequest, Request},
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use db::Conn;
use kernel::{
    Fault, FieldFault, OfficeScope, Result,
    ids::{CaseId, RequestId},
};
use offices::Desk;
use records::cases::{self, CaseRow};
use serde::{Deserialize, Serialize};
use utoipa::{ToSchema, openapi::schema::Object};
use uuid::Uuid;
use web::{
    Answer, App, Body, FormData, NoQuery, Pages, Problem, Query, Req, TypedPath,
    kept::{Keeper, KeptFile},
};

use crate::{
    MessageRow, MessageView, NewMessage, Side, files::FILES, keeper, messages, msg, office_write,
    pages::messages::seen, request_api, take_files,
};

/// The messages of a case.
#[derive(TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/cases/{case}/messages", rejection(web::BadPath))]
pub(crate) struct ApiPath {
    pub office: String,
    pub case: CaseId,
}

/// Marking the messages of a case as read.
#[derive(TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/cases/{case}/messages/read", rejection(web::BadPath))]
pub(crate) struct ReadPath {
    pub office: String,
    pub case: CaseId,
}

fn sides() -> Object {
    web::words("Which side wrote.", Side::ALL.iter().map(|s| s.as_str()))
}

/// A message.
#[derive(Debug, Serialize, ToSchema)]
pub struct MessageItem {
    /// The identifier.
    pub id: Uuid,
    /// Which side wrote.
    #[schema(schema_with = sides)]
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
    #[schema(format = DateTime)]
    pub sent_at: String,
    /// When the other side first opened it, RFC 3339.
    #[schema(format = DateTime)]
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

/// The messages of a case, oldest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct MessageList {
    /// The messages.
    pub items: Vec<MessageItem>,
    /// The cursor of the next page; null on the last.
    pub next: Option<String>,
}

/// A message to the party.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MessageBody {
    /// The text.
    #[schema(min_length = 1, max_length = 10000, example = "Dzień dobry, prosimy o mapę z zaznaczonym drzewem.")]
    pub text: String,
}

/// A message with files, in a form.
#[derive(Debug, Deserialize, ToSchema)]
pub struct MessageForm {
    /// The text.
    pub text: String,
    /// Files: each a part of this name with a file name, at most 20.
    #[schema(value_type = Vec<String>, format = Binary)]
    pub files: Vec<Vec<u8>>,
}

/// A message of the party, or an answer to a request of the office.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MyMessageBody {
    /// The text; may be empty when files come with it.
    #[serde(default)]
    #[schema(max_length = 10000, example = "W załączeniu mapa.")]
    pub text: String,
    /// The request of the office it answers.
    #[serde(default)]
    pub request: Option<Uuid>,
}

/// A message as sent: JSON, or a form with files.
#[derive(Debug)]
pub struct Written {
    /// The text.
    pub text: String,
    /// The request it answers.
    pub request: Option<RequestId>,
    form: FormData,
}

/// The parts of a form that brings a message.
const PARTS: [&str; 3] = ["text", "request", FILES];

fn unknown(name: &str, known: &[&str]) -> Fault {
    let args = vec![("name", name.into()), ("known", known.join(", ").into())];
    let fields = vec![FieldFault { field: name.to_owned(), key: web::msg::FAULT_JSON_UNKNOWN, args }];
    Fault { fields, ..Fault::invalid(web::msg::FAULT_FIELDS) }
}

impl FromRequest<App> for Written {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        if !web::is_multipart(request.headers()) {
            let Body(MyMessageBody { text, request }) = Body::from_request(request, app).await?;
            return Ok(Self { text, request: request.map(RequestId), form: FormData::default() });
        }
        let form = FormData::from_request(request, app).await?;
        let (parts, files) = (form.fields.0.iter().map(|(n, _)| n), form.files.iter().map(|f| &f.field));
        if let Some(name) = parts.clone().find(|n| !PARTS.contains(&n.as_str())).or(files.clone().find(|n| *n != FILES))
        {
            return Err(unknown(name, &PARTS).into());
        }
        let request = match form.some("request") {
            Some(id) => Some(id.parse().map_err(|_| Fault::field("request", web::msg::FIELD_CHOICE))?),
            None => None,
        };
        let text = form.raw("text").unwrap_or_default().to_owned();
        Ok(Self { text, request, form })
    }
}

impl Written {
    /// Its files, put into the store.
    ///
    /// # Errors
    /// `Invalid` at `files` when there are too many or a citizen sends a kind that is not accepted; `Unavailable` when the
    /// store is away or full.
    pub async fn files(&self, req: &Req, keeper: &Keeper, from: Side) -> Result<Vec<KeptFile>> {
        take_files(&req.app, &req.ctx, keeper, &self.form, from).await?.all()
    }
    /// The key under which it is sent once.
    ///
    /// # Errors
    /// As [`Req::idempotency_key`].
    pub fn once(req: &Req, person: kernel::ids::PersonId) -> Result<String> {
        Ok(req.idempotency_key()?.map_or_else(|| req.once(), |key| format!("api-{person}-{key}")))
    }
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
#[openapi(
    paths(list, send, read, request_api::list, request_api::make, request_api::close),
    components(schemas(
        MessageItem,
        FileEntry,
        MessageList,
        MessageBody,
        MessageForm,
        MyMessageBody,
        request_api::RequestItem,
        request_api::RequestList,
        request_api::RequestBody,
        request_api::CloseBody
    ))
)]
pub struct Api;

/// The desk and the case, for whoever may see it there.
pub(crate) async fn enter(req: &Req, office: &str, case: CaseId, scope: &str) -> Result<(Desk, CaseRow)> {
    req.scope(scope)?;
    let desk = offices::desk(req, office, None).await?;
    let d = desk.clone();
    let row = req.app.db.read(move |c| Box::pin(async move { cases::case(c, &d, case).await })).await?;
    Ok((desk, row))
}

/// Lists the messages of a case, the oldest first.
///
/// Does not mark them as read.
#[utoipa::path(
    get, path = "/api/v1/offices/{office}/cases/{case}/messages", operation_id = "listCaseMessages", tag = "messages",
    params(Pages),
    responses((status = 200, description = "A page of messages", body = MessageList)), security(("bearer" = ["cases:read"]))
)]
pub(crate) async fn list(path: ApiPath, req: Req, Query(pages): Query<Pages>) -> Answer<Json<MessageList>> {
    let (desk, case) = enter(&req, &path.office, path.case, "cases:read").await?;
    records::log::looked_at_case(&req, &desk, &case).await?;
    let found = req.app.db.read(move |c| Box::pin(async move { messages(c, desk.scope, case.id).await })).await?;
    let (found, next) = pages.of(found, |m| m.row.id.0);
    Ok(Json(MessageList { items: found.into_iter().map(MessageItem::from).collect(), next }))
}

/// Writes to the party of a case.
///
/// The party gets an e-mail that there is news. With `Idempotency-Key` the same message is sent once. With files, send
/// `multipart/form-data`; each file becomes a document of the case.
#[utoipa::path(
    post, path = "/api/v1/offices/{office}/cases/{case}/messages", operation_id = "sendCaseMessage", tag = "messages",
    request_body(content((MessageBody = "application/json"), (MessageForm = "multipart/form-data"))),
    responses((status = 201, description = "Sent, now or before with this key", body = MessageItem),
              (status = 409, description = "The case is settled, or the key was used for another text")),
    security(("bearer" = ["cases:write"]))
)]
pub(crate) async fn send(path: ApiPath, req: Req, _: NoQuery, written: Result<Written, Problem>) -> Answer<Response> {
    let (desk, case) = enter(&req, &path.office, path.case, "cases:write").await?;
    let written = written?;
    if written.request.is_some() {
        return Err(unknown("request", &["text", FILES]).into());
    }
    let d = desk.clone();
    // Who may not write here must not fill the store either.
    req.app.db.read(move |c| Box::pin(async move { cases::writable(c, &d, case.id).await })).await?;
    let files = written.files(&req, &keeper(desk.member.person, case.id), Side::Office).await?;
    let new = NewMessage { text: written.text.clone(), files, once: Written::once(&req, desk.member.person)? };
    let ctx = req.ctx.clone();
    let view = req
        .app
        .db
        .write(move |c| {
            Box::pin(async move {
                let row = office_write(c, &ctx, &desk, case.id, new).await.map_err(key_used)?;
                with_files(c, desk.scope, row).await
            })
        })
        .await?;
    Ok((StatusCode::CREATED, Json(MessageItem::from(view))).into_response())
}

/// Says of a form that was sent with another content what a program knows it by: its key.
pub fn key_used(fault: Fault) -> Fault {
    match fault.key {
        msg::CORRESPONDENCE_OTHER_CONTENT | msg::CORRESPONDENCE_OTHER_REQUEST => {
            Fault { key: msg::CORRESPONDENCE_OTHER_KEY, ..fault }
        }
        _ => fault,
    }
}

/// A message just kept, or kept before under the same key, with its files.
///
/// # Errors
/// Those of the database.
pub async fn with_files(c: &mut Conn, scope: OfficeScope, row: MessageRow) -> Result<MessageView> {
    let all = messages(c, scope, row.case).await?;
    let found = all.into_iter().rev().find(|m| m.row.id == row.id);
    Ok(found.unwrap_or(MessageView { row, files: Vec::new() }))
}

/// Marks what the party wrote as read.
///
/// It counts when the handler of the case asks, or whoever stands in for them, or when nobody handles the case; else nothing
/// changes. Done twice it changes nothing more.
#[utoipa::path(
    post, path = "/api/v1/offices/{office}/cases/{case}/messages/read", operation_id = "readCaseMessages", tag = "messages",
    responses((status = 204, description = "Read")), security(("bearer" = ["cases:write"]))
)]
pub(crate) async fn read(path: ReadPath, req: Req, _: NoQuery) -> Answer<StatusCode> {
    let (desk, case) = enter(&req, &path.office, path.case, "cases:write").await?;
    seen(&req, &desk, &case).await?;
    Ok(StatusCode::NO_CONTENT)
}
