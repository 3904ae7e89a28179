//! `/api/v1/offices/{office}/cases/{case}/documents`: the documents of a case, their content, and adding one.

use axum::{body::Body, http::header, response::Response};
use kernel::{
    Fault, Result,
    ids::{CaseId, DocumentId},
};
use offices::Desk;
use serde::Serialize;
use utoipa::{ToSchema, openapi::schema::Object};
use uuid::Uuid;
use web::{Answer, NoQuery, Once, Pages, Query, Req};

use super::{
    case::read,
    paths,
    upload::{DocumentQuery, NewDocumentForm, Sent, created},
};
use crate::{
    documents::{self, DocumentRow, Kind, Origin, Within},
    log,
};

paths! {
    /// The documents of a case.
    DocumentsPath "/api/v1/offices/{office}/cases/{case}/documents" { case: CaseId }
    /// A document of a case.
    DocumentPath "/api/v1/offices/{office}/cases/{case}/documents/{document}" { case: CaseId, document: DocumentId }
    /// The content of a document of a case.
    ContentPath "/api/v1/offices/{office}/cases/{case}/documents/{document}/content" { case: CaseId, document: DocumentId }
}

pub(super) fn kinds() -> Object {
    web::words("What the document is; an attachment when not told.", Kind::ALL.iter().map(|k| k.as_str()))
}

pub(super) fn origins() -> Object {
    web::words(
        "Where the document comes from: from the party, sent to the party, or of the office for its own use. What comes from the party or was sent to the party is shown to the party.",
        Origin::ALL.iter().map(|o| o.as_str()),
    )
}

/// A document.
#[derive(Debug, Serialize, ToSchema)]
pub struct DocumentItem {
    /// The identifier.
    pub id: Uuid,
    /// Its name.
    #[schema(example = "mapa.pdf")]
    pub name: String,
    /// What it is.
    #[schema(schema_with = kinds)]
    pub kind: String,
    /// Where it comes from: from the party, sent to the party, or of the office for its own use.
    #[schema(schema_with = origins)]
    pub origin: String,
    /// SHA-256 of its content, hexadecimal.
    pub sha256: String,
    /// Bytes.
    pub size: i64,
    /// Media type recognised from the content.
    #[schema(example = "application/pdf")]
    pub media_type: String,
    /// When it was added, RFC 3339.
    #[schema(format = DateTime)]
    pub added: String,
}

/// The documents of a case or of mail.
#[derive(Debug, Serialize, ToSchema)]
pub struct DocumentList {
    /// The documents, oldest first.
    pub items: Vec<DocumentItem>,
    /// The cursor of the next page; null on the last.
    pub next: Option<String>,
}

impl From<DocumentRow> for DocumentItem {
    fn from(d: DocumentRow) -> Self {
        Self {
            id: d.id.0,
            name: d.name,
            kind: d.kind.as_str().into(),
            origin: d.origin.as_str().into(),
            sha256: d.hash.hex(),
            size: d.size,
            media_type: d.media_type,
            added: d.added.rfc3339(),
        }
    }
}

/// Lists the documents of a case.
///
/// # Errors
/// 400, 401, 403, 404.
#[utoipa::path(get, path = "/api/v1/offices/{office}/cases/{case}/documents", operation_id = "listCaseDocuments",
    tag = "documents", params(Pages),
    responses((status = 200, description = "A page of documents", body = DocumentList)), security(("bearer" = ["cases:read"])))]
pub async fn list(path: DocumentsPath, req: Req, Query(pages): Query<Pages>) -> Answer<axum::Json<DocumentList>> {
    let whole = read(&req, &path.office, path.case).await?;
    let (rows, next) = pages.of(whole.documents, |d| d.id.0);
    Ok(axum::Json(DocumentList { items: rows.into_iter().map(DocumentItem::from).collect(), next }))
}

/// Reads a document of a case, and leaves a trace when somebody else handles the case.
async fn one(req: &Req, office: &str, case: CaseId, id: DocumentId) -> Result<DocumentRow> {
    req.scope("cases:read")?;
    let desk = offices::desk(req, office, None).await?;
    let ctx = req.ctx.clone();
    req.app
        .db
        .write(move |c| {
            Box::pin(async move {
                let (doc, of) = documents::at_desk(c, &desk, id).await?;
                let of = match of {
                    Within::Case(of) if of.id == case => of,
                    _ => return Err(Fault::not_found()),
                };
                log::case_opened(c, &ctx, &desk, &of).await?;
                Ok(doc)
            })
        })
        .await
}

/// Gives the content of a document as a download, with its fingerprint as `ETag`.
///
/// # Errors
/// `Unavailable` when the store is away.
pub async fn give(req: &Req, doc: &DocumentRow) -> Result<Response> {
    let (size, stream) = req.app.blobs.stream(&doc.hash.0).await?;
    let mut response = web::download(Body::from_stream(stream), &doc.name, &doc.media_type, Some(size), false);
    // The content of a document never changes, so its fingerprint is the tag of its one version.
    if let Ok(tag) = header::HeaderValue::try_from(format!("\"{}\"", doc.hash.hex())) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    Ok(response)
}

/// Shows a document of a case.
///
/// # Errors
/// 401, 403, 404.
#[utoipa::path(get, path = "/api/v1/offices/{office}/cases/{case}/documents/{document}", operation_id = "getCaseDocument",
    tag = "documents",
    responses((status = 200, description = "What is known of the document", body = DocumentItem)),
    security(("bearer" = ["cases:read"])))]
pub async fn show(path: DocumentPath, req: Req, _: NoQuery) -> Answer<axum::Json<DocumentItem>> {
    Ok(axum::Json(one(&req, &path.office, path.case, path.document).await?.into()))
}

/// Downloads the content of a document of a case.
///
/// The answer has the media type recognised from the content, the document's name in `Content-Disposition` and its SHA-256 in
/// `ETag`. What a browser would run is given as `application/octet-stream`.
///
/// # Errors
/// 401, 403, 404.
#[utoipa::path(get, path = "/api/v1/offices/{office}/cases/{case}/documents/{document}/content",
    operation_id = "downloadCaseDocument", tag = "documents",
    responses((status = 200, description = "The content", body = Vec<u8>, content_type = "application/octet-stream")),
    security(("bearer" = ["cases:read"])))]
pub async fn content(path: ContentPath, req: Req, _: NoQuery) -> Answer {
    let doc = one(&req, &path.office, path.case, path.document).await?;
    Ok(give(&req, &doc).await?)
}

/// Adds a document to a case.
///
/// Send `multipart/form-data` with the file in the part `file` and `name`, `kind` and `origin` beside it; or the content as the
/// body itself, with its `Content-Type`, and the rest in the query. What the file is, is recognised from its content; a name that
/// says otherwise is refused. The record of the case names the document with its SHA-256.
///
/// # Errors
/// 400, 401, 403, 404; 409 when the case is settled; 413; 415; 422.
#[utoipa::path(post, path = "/api/v1/offices/{office}/cases/{case}/documents", operation_id = "addCaseDocument", tag = "documents",
    params(DocumentQuery),
    request_body(content(
        (NewDocumentForm = "multipart/form-data"),
        (Vec<u8> = "application/octet-stream"),
        (Vec<u8> = "application/pdf")
    ), description = "The file, in a form or as the body itself"),
    responses((status = 201, description = "Added", body = DocumentItem, headers(("Location" = String, description = "The document"))),
        (status = 200, description = "Added before with this key", body = DocumentItem),
        (status = 409, description = "The case is settled, or the key was used for another request"),
        (status = 413, description = "The file is above the installation's limit")),
    security(("bearer" = ["cases:write"])))]
pub async fn add(
    path: DocumentsPath,
    req: Req,
    Query(query): Query<DocumentQuery>,
    request: axum::extract::Request,
) -> Answer {
    req.scope("cases:write")?;
    let desk = offices::desk(&req, &path.office, None).await?;
    writable(&req, &desk, path.case).await?;
    let sent = Sent::read(request, &req.app, query, Origin::Office).await?;
    let (new, text) = sent.keep(&req.app).await?;
    let done = Once::of(&req, &text)?
        .run(&req, move |c, ctx| {
            Box::pin(async move { documents::add_at(c, ctx, &desk, path.case, new).await.map(DocumentItem::from) })
        })
        .await?;
    Ok(created(done, &format!("/api/v1/offices/{}/cases/{}/documents", path.office, path.case)))
}

/// Who may not write here must not fill the store either.
async fn writable(req: &Req, desk: &Desk, case: CaseId) -> Result<()> {
    let desk = desk.clone();
    req.app.db.read(move |c| Box::pin(async move { crate::cases::writable(c, &desk, case).await.map(|_| ()) })).await
}
