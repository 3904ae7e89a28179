//! `/api/v1/offices/{office}/cases/{case}/letters`.

use axum::{Json, body::Body};
use kernel::{
    Fault, Micros,
    ids::{CaseId, LetterId},
};
use records::cases;
use serde::{Deserialize, Serialize};
use utoipa::{ToSchema, openapi::schema::Object};
use uuid::Uuid;
use web::{Answer, NoQuery, Pages, Query, Req, TypedPath};

use crate::{
    Kind, LetterRow, OutgoingRow, State, Way, letter, list_for_case, outgoing, outgoing_api,
    paper::{file_name, letter_and_head},
};

/// The letters of a case.
#[derive(TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/cases/{case}/letters", rejection(web::BadPath))]
pub(crate) struct ApiPath {
    pub office: String,
    pub case: CaseId,
}

/// A letter.
#[derive(TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/cases/{case}/letters/{letter}", rejection(web::BadPath))]
pub(crate) struct LetterApiPath {
    pub office: String,
    pub case: CaseId,
    pub letter: LetterId,
}

/// The PDF of a letter.
#[derive(TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/cases/{case}/letters/{letter}/pdf", rejection(web::BadPath))]
pub(crate) struct PdfApiPath {
    pub office: String,
    pub case: CaseId,
    pub letter: LetterId,
}

fn kinds() -> Object {
    web::words("The kind of letter.", Kind::ALL.iter().map(|k| k.as_str()))
}

fn states() -> Object {
    web::words("Where the letter stands.", State::ALL.iter().map(|s| s.as_str()))
}

pub(crate) fn ways() -> Object {
    web::words("The way of sending.", Way::ALL.iter().map(|w| w.as_str()))
}

/// A letter.
#[derive(Debug, Serialize, ToSchema)]
pub struct LetterItem {
    /// The identifier.
    pub id: Uuid,
    /// The kind.
    #[schema(schema_with = kinds)]
    pub kind: String,
    /// The title.
    pub title: String,
    /// Where it stands.
    #[schema(schema_with = states)]
    pub state: String,
    /// Who wrote it.
    pub author: String,
    /// Who approved or returned it.
    pub decided_by: String,
    /// When, RFC 3339.
    #[schema(format = DateTime)]
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
    /// The number and the year.
    #[schema(example = "12/2026")]
    pub number: String,
    /// The way of sending.
    #[schema(schema_with = ways)]
    pub way: String,
    /// When it was sent, RFC 3339.
    #[schema(format = DateTime)]
    pub sent_at: String,
    /// The day of delivery, ISO 8601.
    #[schema(format = Date)]
    pub delivered_on: Option<String>,
}

/// The letters of a case, newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct LetterList {
    /// The letters.
    pub items: Vec<LetterItem>,
    /// The cursor of the next page; null on the last.
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
#[openapi(
    paths(list, show, pdf, outgoing_api::list),
    components(schemas(
        LetterItem,
        OutgoingItem,
        LetterList,
        outgoing_api::OutgoingEntry,
        outgoing_api::OutgoingList
    ))
)]
pub struct Api;

/// Lists the letters of a case, the newest first.
#[utoipa::path(
    get, path = "/api/v1/offices/{office}/cases/{case}/letters", operation_id = "listCaseLetters", tag = "letters", params(Pages),
    responses((status = 200, description = "A page of letters", body = LetterList)), security(("bearer" = ["cases:read"]))
)]
pub(crate) async fn list(path: ApiPath, req: Req, Query(pages): Query<Pages>) -> Answer<Json<LetterList>> {
    req.scope("cases:read")?;
    let desk = offices::desk(&req, &path.office, None).await?;
    let (case, d) = (path.case, desk.clone());
    let (of, rows, sent) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let of = cases::case(c, &d, case).await?;
                Ok((of, list_for_case(c, &d, case).await?, outgoing::of_case(c, d.scope, case).await?))
            })
        })
        .await?;
    records::log::looked_at_case(&req, &desk, &of).await?;
    let (rows, next) = pages.of(rows, |row| row.id.0);
    let items = rows.into_iter().map(|row| {
        let out = sent.iter().find(|o| o.letter == row.id);
        item(row, out)
    });
    Ok(Json(LetterList { items: items.collect(), next }))
}

/// Shows a letter of a case.
#[utoipa::path(
    get, path = "/api/v1/offices/{office}/cases/{case}/letters/{letter}", operation_id = "getCaseLetter", tag = "letters",
    responses((status = 200, description = "What is known of the letter", body = LetterItem)),
    security(("bearer" = ["cases:read"]))
)]
pub(crate) async fn show(path: LetterApiPath, req: Req, _: NoQuery) -> Answer<Json<LetterItem>> {
    req.scope("cases:read")?;
    let desk = offices::desk(&req, &path.office, None).await?;
    let (case, id, d) = (path.case, path.letter, desk.clone());
    let (of, row, out) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let row = letter(c, &d, id).await?;
                if row.case != case {
                    return Err(Fault::not_found());
                }
                Ok((cases::get(c, d.scope, case).await?, row, outgoing::by_letter(c, d.scope, id).await?))
            })
        })
        .await?;
    records::log::looked_at_case(&req, &desk, &of).await?;
    Ok(Json(item(row, out.as_ref())))
}

/// Downloads the PDF of an approved or sent letter.
///
/// It is made once, of the version that was approved, and never changes. A superior to whom the letter was submitted may read
/// it too. Drafts have no PDF to give.
#[utoipa::path(
    get, path = "/api/v1/offices/{office}/cases/{case}/letters/{letter}/pdf", operation_id = "downloadCaseLetter",
    tag = "letters",
    responses((status = 200, description = "The letter", body = Vec<u8>, content_type = "application/pdf"),
        (status = 404, description = "No such letter for this token, or it was not approved yet")),
    security(("bearer" = ["cases:read"]))
)]
pub(crate) async fn pdf(path: PdfApiPath, req: Req, _: NoQuery) -> Answer {
    req.scope("cases:read")?;
    let desk = offices::desk(&req, &path.office, None).await?;
    let (ctx, case, id) = (req.ctx.clone(), path.case, path.letter);
    let (row, reference) = req
        .app
        .db
        .write(move |c| {
            Box::pin(async move {
                let (row, of, _) = letter_and_head(c, &ctx, &desk, id).await?;
                if of.id != case {
                    return Err(Fault::not_found());
                }
                records::log::case_opened(c, &ctx, &desk, &of).await?;
                Ok((row, of.reference))
            })
        })
        .await?;
    let hash = row.hash.ok_or_else(Fault::not_found)?;
    let (size, stream) = req.app.blobs.stream(&hash.0).await?;
    let name = file_name(&row, &reference);
    Ok(web::download(Body::from_stream(stream), &name, "application/pdf", Some(size), false))
}
