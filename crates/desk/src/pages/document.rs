//! `/desk/{office}/documents/{document}`: a document, to download or, for PDF and pictures, to look at.

use axum::{body::Body, response::Response};
use kernel::ids::DocumentId;
use records::documents;
use serde::Deserialize;
use web::{Answer, Req, TypedPath};

/// `/desk/{office}/documents/{document}`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/documents/{document}", rejection(web::BadPath))]
pub struct DocumentPath {
    /// The office's name in addresses.
    pub office: String,
    /// The document.
    pub document: DocumentId,
}

/// Gives the document. Somebody other than the handler of its case leaves an entry in the audit log.
///
/// # Errors
/// Those of [`offices::desk`]; `NotFound` for a document of a case or of mail one may not see.
pub async fn download(path: DocumentPath, req: Req) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (d, id) = (desk.clone(), path.document);
    let (doc, case) = req.app.db.read(move |c| Box::pin(async move { documents::at_desk(c, &d, id).await })).await?;
    if let Some(case) = case.filter(|c| c.handler != Some(desk.member.person)) {
        let ctx = req.ctx.clone();
        req.app
            .db
            .write(move |c| Box::pin(async move { records::log::case_opened(c, &ctx, &desk, &case).await }))
            .await?;
    }
    let (size, stream) = req.app.blobs.stream(&doc.hash.0).await?;
    let inline = req.query.has("look");
    Ok(web::download(Body::from_stream(stream), &doc.name, &doc.media_type, Some(size), inline))
}
