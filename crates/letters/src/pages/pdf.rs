//! The PDF of a letter: the final one as stored, a draft made anew with the watermark PROJEKT.

use axum::body::Body;
use kernel::ids::LetterId;
use serde::Deserialize;
use web::{Answer, Req, TypedPath};

use super::read;
use crate::{
    paper::{file_name, letter_and_head},
    preview::draft_pdf,
};

/// `/desk/{office}/letters/{letter}/pdf`
#[derive(TypedPath, Deserialize)]
#[typed_path("/desk/{office}/letters/{letter}/pdf", rejection(web::BadPath))]
pub(crate) struct PdfPath {
    pub office: String,
    pub letter: LetterId,
}

pub(crate) async fn show(path: PdfPath, req: Req) -> Answer {
    let desk = offices::desk(&req, &path.office, None).await?;
    let id = path.letter;
    let (row, case, head) = read(&req, &desk, move |c, ctx, desk| Box::pin(letter_and_head(c, ctx, desk, id))).await?;
    records::log::looked_at_case(&req, &desk, &case).await?;
    let name = file_name(&row, &case.reference);
    if let Some(hash) = row.hash {
        let (size, stream) = req.app.blobs.stream(&hash.0).await?;
        return Ok(web::download(Body::from_stream(stream), &name, "application/pdf", Some(size), true));
    }
    let rendered = draft_pdf(&req.app, &row.content.0, &head).await?;
    let size = rendered.bytes.len() as u64;
    Ok(web::download(Body::from(rendered.bytes), &name, "application/pdf", Some(size), true))
}
