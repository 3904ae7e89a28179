//! `/api/v1/offices/{office}/cases/{case}/letters`.

use axum::Json;
use kernel::{Micros, ids::CaseId};
use offices::Role;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use web::{Answer, Req, TypedPath};

use crate::{LetterRow, OutgoingRow, list_for_case, outgoing};

/// The letters of a case.
#[derive(TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/cases/{case}/letters", rejection(web::BadPath))]
pub(crate) struct ApiPath {
    pub office: String,
    pub case: CaseId,
}

/// A letter.
#[derive(Debug, Serialize, ToSchema)]
pub struct LetterItem {
    /// The identifier.
    pub id: Uuid,
    /// The kind: `decision`, `notice`, `summons`, `certificate`, `order`, `answer`, `letter`.
    pub kind: String,
    /// The title.
    pub title: String,
    /// `draft`, `waiting`, `returned`, `approved`, `sent` or `withdrawn`.
    pub state: String,
    /// Who wrote it.
    pub author: String,
    /// Who approved or returned it.
    pub decided_by: String,
    /// When, RFC 3339.
    pub decided_at: Option<String>,
    /// The document of the case that is its final PDF.
    pub document: Option<Uuid>,
    /// SHA-256 of the final PDF, 64 hexadecimal digits.
    pub sha256: Option<String>,
    /// Its entry in the register of outgoing mail.
    pub outgoing: Option<OutgoingItem>,
}

/// An entry of the register of outgoing mail.
#[derive(Debug, Serialize, ToSchema)]
pub struct OutgoingItem {
    /// The number and the year: `12/2026`.
    pub number: String,
    /// `account`, `email`, `post`, `e-delivery` or `in-person`.
    pub way: String,
    /// When it was sent, RFC 3339.
    pub sent_at: String,
    /// The day of delivery, ISO 8601.
    pub delivered_on: Option<String>,
}

/// The letters of a case, newest first; at most 500, all at once.
#[derive(Debug, Serialize, ToSchema)]
pub struct LetterList {
    /// The letters.
    pub items: Vec<LetterItem>,
    /// Always null: there is one page.
    pub next: Option<String>,
}

fn item(row: LetterRow, out: Option<&OutgoingRow>) -> LetterItem {
    LetterItem {
        id: row.id.0,
        kind: row.kind.as_str().to_owned(),
        title: row.title,
        state: row.state.as_str().to_owned(),
        author: row.author_name,
        decided_by: row.decided_by,
        decided_at: row.decided_at.map(Micros::rfc3339),
        document: row.document.map(Into::into),
        sha256: row.hash.map(records::chain::Link::hex),
        outgoing: out.map(|o| OutgoingItem {
            number: o.label(),
            way: o.way.as_str().to_owned(),
            sent_at: o.sent_at.rfc3339(),
            delivered_on: o.delivered_on.map(|d| d.0.to_string()),
        }),
    }
}

/// The paths of this subject, for the OpenAPI document.
#[derive(utoipa::OpenApi)]
#[openapi(paths(list), components(schemas(LetterItem, OutgoingItem, LetterList)))]
pub struct Api;

/// Lists the letters of a case.
#[utoipa::path(
    get, path = "/api/v1/offices/{office}/cases/{case}/letters", tag = "cases",
    params(("office" = String, Path, description = "The office's name in addresses"), ("case" = Uuid, Path)),
    responses((status = 200, body = LetterList), (status = 404, description = "No such case for this token"))
)]
pub(crate) async fn list(path: ApiPath, req: Req) -> Answer<Json<LetterList>> {
    req.scope("cases:read")?;
    let desk = offices::desk(&req, &path.office, Some(Role::Official)).await?;
    let case = path.case;
    let (rows, sent) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                Ok((list_for_case(c, &desk, case).await?, outgoing::of_case(c, desk.scope, case).await?))
            })
        })
        .await?;
    let items = rows
        .into_iter()
        .map(|row| {
            let out = sent.iter().find(|o| o.letter == row.id);
            item(row, out)
        })
        .collect();
    Ok(Json(LetterList { items, next: None }))
}
