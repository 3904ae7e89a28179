//! Files on their way to the party.

use axum::{body::Body, response::Response};
use kernel::{
    Fault, Result,
    ids::{DocumentId, LetterId},
};
use records::documents::Kind;
use services::Submission;
use uuid::Uuid;
use web::{Req, Tone};

use super::act::enter;
use crate::{
    access::{Access, Way, What},
    msg,
    receipt::{self, Paper},
    store,
    view::guarded,
};

async fn stream(req: &Req, way: &Way, hash: blob::Hash, name: &str, media_type: &str) -> Result<Response> {
    let (size, pieces) = req.app.blobs.stream(&hash).await?;
    let inline = !req.query.has("download");
    Ok(guarded(way, web::download(Body::from_stream(pieces), name, media_type, Some(size), inline)))
}

/// A document of the case. Letters are opened by [`letter`] only, where delivery is confirmed.
pub(crate) async fn document(req: &Req, way: &Way, id: DocumentId) -> Result<Response> {
    let access = enter(req, way).await?;
    let found = access.need_case()?.documents.iter().find(|d| d.id == id && d.kind != Kind::Letter);
    let doc = found.ok_or_else(Fault::not_found)?;
    stream(req, way, doc.hash.0, &doc.name, &doc.media_type).await
}

/// The PDF of a letter that was opened before. One not yet opened leads back to the page that says what opening means.
pub(crate) async fn letter(req: &Req, way: &Way, id: LetterId) -> Result<Response> {
    let access = enter(req, way).await?;
    let (scope, case) = (access.scope, access.need_case()?.case.id);
    let sent = req.app.db.read(move |c| Box::pin(async move { letters::sent_of_case(c, scope, case).await })).await?;
    let letter = sent.into_iter().find(|l| l.id == id).ok_or_else(Fault::not_found)?;
    if letter.is_new() {
        let back = req.redirect(way.path("").trim_end_matches('/')).message(Tone::Info, msg::MY_LETTER_FIRST);
        return Ok(guarded(way, back));
    }
    stream(req, way, letter.hash.0, &letter.file_name(), "application/pdf").await
}

/// The submission behind the page: the one shown, or the one the case began with.
async fn submission(req: &Req, access: Access) -> Result<Submission> {
    let scope = access.scope;
    let case = match access.what {
        What::Submission(sent) => return Ok(*sent),
        What::Case(case) => case.case.id,
    };
    req.app
        .db
        .read(move |c| {
            Box::pin(async move {
                let id = store::submission_of(c, case).await?.ok_or_else(Fault::not_found)?;
                services::submission(c, scope, id).await
            })
        })
        .await
}

/// The receipt, or the filled form, as PDF.
pub(crate) async fn paper(req: &Req, way: &Way, paper: Paper) -> Result<Response> {
    let access = enter(req, way).await?;
    let scope = access.scope;
    let submission = submission(req, access).await?;
    let number = submission.number.replace('/', "-");
    let name = match paper {
        Paper::Receipt => format!("UPO-{number}.pdf"),
        Paper::Form => format!("wniosek-{number}.pdf"),
    };
    let bytes = receipt::render(&req.app, scope, submission, paper).await?;
    let size = u64::try_from(bytes.len()).ok();
    let inline = !req.query.has("download");
    Ok(guarded(way, web::download(Body::from(bytes), &name, "application/pdf", size, inline)))
}

/// A file that was sent with the form.
pub(crate) async fn sent_file(req: &Req, way: &Way, id: Uuid) -> Result<Response> {
    let access = enter(req, way).await?;
    let scope = access.scope;
    let submission = submission(req, access).await?;
    let files = req
        .app
        .db
        .read(move |c| Box::pin(async move { services::submission_files(c, scope, submission.id).await }))
        .await?;
    let file = files.into_iter().find(|f| f.id == id).ok_or_else(Fault::not_found)?;
    let hash = blob::parse_hash(&file.hash).ok_or_else(Fault::not_found)?;
    stream(req, way, hash, &file.name, &file.media_type).await
}
