//! `/api/v1/my/cases/{case}/letters`: letters the office sent, and their delivery.

use axum::{Json, body::Body};
use kernel::{
    Fault,
    ids::{CaseId, LetterId},
};
use letters::SentLetter;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use web::{Answer, NoQuery, Pages, Query, Req};

use super::{enter, paths};
use crate::msg;

paths! {
    /// The letters sent in a case of one's own.
    MyLettersPath "/api/v1/my/cases/{case}/letters" { case: CaseId }
    /// Confirming that a letter was received.
    MyReceivePath "/api/v1/my/cases/{case}/letters/{letter}/receive" { case: CaseId, letter: LetterId }
    /// The PDF of a letter.
    MyLetterPath "/api/v1/my/cases/{case}/letters/{letter}/pdf" { case: CaseId, letter: LetterId }
}

/// A letter of the office.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyLetter {
    /// The identifier.
    pub id: Uuid,
    /// Its title.
    pub title: String,
    /// Its kind: `decision`, `notice`, `summons`…
    pub kind: String,
    /// The way it was sent.
    pub way: String,
    /// When, RFC 3339.
    #[schema(format = DateTime)]
    pub sent_at: String,
    /// The day it was delivered, ISO 8601; null before.
    #[schema(format = Date)]
    pub delivered_on: Option<String>,
    /// Whether it waits to be received here: its PDF is given afterwards.
    pub to_receive: bool,
    /// SHA-256 of the PDF, 64 hexadecimal digits.
    pub sha256: String,
    /// Bytes of the PDF.
    pub size: i64,
    /// Pages of the PDF.
    pub pages: i64,
}

/// A page of letters.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyLetterList {
    /// The letters, the newest first.
    pub items: Vec<MyLetter>,
    /// The cursor of the next page; null on the last.
    pub next: Option<String>,
}

fn item(l: SentLetter) -> MyLetter {
    MyLetter {
        id: l.id.0,
        to_receive: l.is_new(),
        kind: l.kind.as_str().to_owned(),
        way: l.way.as_str().to_owned(),
        title: l.title,
        sent_at: l.sent_at.rfc3339(),
        delivered_on: l.delivered_on.map(|d| d.0.to_string()),
        sha256: l.hash.hex(),
        size: l.size,
        pages: l.pages,
    }
}

/// Lists the letters sent in a case of one's own, the newest first.
#[utoipa::path(get, path = "/api/v1/my/cases/{case}/letters", operation_id = "listMyLetters", tag = "my", params(Pages),
    responses((status = 200, description = "A page of letters", body = MyLetterList)), security(("bearer" = ["cases:read"])))]
pub async fn list(path: MyLettersPath, req: Req, Query(pages): Query<Pages>) -> Answer<Json<MyLetterList>> {
    let access = enter(&req, path.case, "cases:read").await?;
    let (scope, case) = (access.scope, path.case);
    let all = req.app.db.read(move |c| Box::pin(async move { letters::sent_of_case(c, scope, case).await })).await?;
    let (rows, next) = pages.of(all, |l| l.id.0);
    Ok(Json(MyLetterList { items: rows.into_iter().map(item).collect(), next }))
}

/// Confirms that a letter was received.
///
/// This is its delivery: it stands in the register of outgoing mail and in the record of the case, and terms of appeal run from
/// it. Done twice the first time counts.
#[utoipa::path(post, path = "/api/v1/my/cases/{case}/letters/{letter}/receive", operation_id = "receiveMyLetter", tag = "my",
    responses((status = 200, description = "Delivered, now or before", body = MyLetter)),
    security(("bearer" = ["cases:write"])))]
pub async fn receive(path: MyReceivePath, req: Req, _: NoQuery) -> Answer<Json<MyLetter>> {
    let access = enter(&req, path.case, "cases:write").await?;
    let (ctx, scope, name) = (req.ctx.clone(), access.scope, access.citizen.name);
    let (case, id) = (path.case, path.letter);
    let letter = req
        .app
        .db
        .write(move |c| Box::pin(async move { letters::open_by_party(c, &ctx, scope, case, id, &name).await }))
        .await?;
    Ok(Json(item(letter)))
}

/// Downloads the PDF of a letter that was received.
#[utoipa::path(get, path = "/api/v1/my/cases/{case}/letters/{letter}/pdf", operation_id = "downloadMyLetter", tag = "my",
    responses((status = 200, description = "The letter", body = Vec<u8>, content_type = "application/pdf"),
        (status = 409, description = "It was not received yet; confirm that first, for it is its delivery")),
    security(("bearer" = ["cases:read"])))]
pub async fn pdf(path: MyLetterPath, req: Req, _: NoQuery) -> Answer {
    let access = enter(&req, path.case, "cases:read").await?;
    let (scope, case) = (access.scope, path.case);
    let all = req.app.db.read(move |c| Box::pin(async move { letters::sent_of_case(c, scope, case).await })).await?;
    let letter = all.into_iter().find(|l| l.id == path.letter).ok_or_else(Fault::not_found)?;
    if letter.is_new() {
        return Err(Fault::conflict(msg::MY_LETTER_FIRST).into());
    }
    let (size, stream) = req.app.blobs.stream(&letter.hash.0).await?;
    Ok(web::download(Body::from_stream(stream), &letter.file_name(), "application/pdf", Some(size), false))
}
