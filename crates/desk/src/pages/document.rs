//! `/desk/{office}/documents/{document}`: a document, to download or, for PDF and pictures, to look at.

use axum::{body::Body, response::Response};
use kernel::ids::DocumentId;
use records::{
    documents::{self, Within},
    log,
};
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

/// Gives the document. Somebody other than the handler of its case, or than the person its mail was
/// passed to, leaves an entry in the audit log.
///
/// # Errors
/// Those of [`offices::desk`]; `NotFound` for a document of a case or of mail one may not see.
pub async fn download(path: DocumentPath, req: Req) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (d, id) = (desk.clone(), path.document);
    let (doc, of) = req.app.db.read(move |c| Box::pin(async move { documents::at_desk(c, &d, id).await })).await?;
    match of {
        Within::Case(case) => log::looked_at_case(&req, &desk, &case).await?,
        Within::Mail(mail) => log::looked_at_mail(&req, &desk, &mail).await?,
    }
    let (size, stream) = req.app.blobs.stream(&doc.hash.0).await?;
    let inline = req.query.has("look");
    Ok(web::download(Body::from_stream(stream), &doc.name, &doc.media_type, Some(size), inline))
}
