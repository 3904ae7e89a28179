//! `/api/v1/my/cases/{case}/messages`: what a citizen and the office write.

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use correspondence::{
    NewMessage, Side,
    api::{MessageItem, MessageList, MyMessageBody, Written, key_used, with_files},
};
use kernel::ids::CaseId;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use web::{Answer, NoQuery, Pages, Problem, Query, Req};

use super::{enter, paths};
use crate::file;

paths! {
    /// The messages of a case of one's own.
    MyMessagesPath "/api/v1/my/cases/{case}/messages" { case: CaseId }
    /// Marking them as read.
    MyReadPath "/api/v1/my/cases/{case}/messages/read" { case: CaseId }
}

/// A message with files, in a form.
#[derive(Debug, Deserialize, ToSchema)]
pub struct MyMessageForm {
    /// The text; may be left out when files come.
    pub text: Option<String>,
    /// The request of the office it answers.
    pub request: Option<Uuid>,
    /// Files: each a part of this name with a file name, at most 20, of the kinds people may send.
    #[schema(value_type = Vec<String>, format = Binary)]
    pub files: Vec<Vec<u8>>,
}

/// Lists the messages of a case of one's own, the oldest first.
///
/// Does not mark them as read.
#[utoipa::path(get, path = "/api/v1/my/cases/{case}/messages", operation_id = "listMyMessages", tag = "my", params(Pages),
    responses((status = 200, description = "A page of messages", body = MessageList)), security(("bearer" = ["cases:read"])))]
pub async fn list(path: MyMessagesPath, req: Req, Query(pages): Query<Pages>) -> Answer<Json<MessageList>> {
    let access = enter(&req, path.case, "cases:read").await?;
    let (scope, case) = (access.scope, path.case);
    let all = req.app.db.read(move |c| Box::pin(async move { correspondence::messages(c, scope, case).await })).await?;
    let (rows, next) = pages.of(all, |m| m.row.id.into());
    Ok(Json(MessageList { items: rows.into_iter().map(MessageItem::from).collect(), next }))
}

/// Writes to the office, or answers a request of the office.
///
/// With files, send `multipart/form-data`; each file becomes a document of the case. An answer makes the term run again that
/// waited for it.
#[utoipa::path(post, path = "/api/v1/my/cases/{case}/messages", operation_id = "sendMyMessage", tag = "my",
    request_body(content((MyMessageBody = "application/json"), (MyMessageForm = "multipart/form-data"))),
    responses((status = 201, description = "Sent, now or before with this key", body = MessageItem),
        (status = 404, description = "No such case of one's own, or no such request in it"),
        (status = 409, description = "The case is settled, the request has ended, or the key was used for another text")),
    security(("bearer" = ["cases:write"])))]
pub async fn send(path: MyMessagesPath, req: Req, _: NoQuery, written: Result<Written, Problem>) -> Answer<Response> {
    let access = enter(&req, path.case, "cases:write").await?;
    let (written, case) = (written?, path.case);
    let person = req.person()?;
    let files = written.files(&req, &access.keeper(case), Side::Citizen).await?;
    let answers = written.request;
    let new = NewMessage { text: written.text.clone(), files, once: Written::once(&req, person)? };
    let (ctx, scope, citizen) = (req.ctx.clone(), access.scope, access.citizen);
    let view = req
        .app
        .db
        .write(move |c| {
            Box::pin(async move {
                let row = match answers {
                    None => correspondence::citizen_write(c, &ctx, scope, case, &citizen, new).await,
                    Some(id) => correspondence::citizen_answer(c, &ctx, scope, case, id, &citizen, new).await,
                };
                with_files(c, scope, row.map_err(key_used)?).await
            })
        })
        .await?;
    Ok((StatusCode::CREATED, Json(MessageItem::from(view))).into_response())
}

/// Marks what the office wrote and asked as read. Done twice it changes nothing more.
#[utoipa::path(post, path = "/api/v1/my/cases/{case}/messages/read", operation_id = "readMyMessages", tag = "my",
    responses((status = 204, description = "Read")), security(("bearer" = ["cases:write"])))]
pub async fn read(path: MyReadPath, req: Req, _: NoQuery) -> Answer<StatusCode> {
    let access = enter(&req, path.case, "cases:write").await?;
    let (ctx, scope, case, name) = (req.ctx.clone(), access.scope, path.case, access.citizen.name);
    req.app.db.write(move |c| Box::pin(async move { file::seen(c, &ctx, scope, case, &name).await })).await?;
    Ok(StatusCode::NO_CONTENT)
}
