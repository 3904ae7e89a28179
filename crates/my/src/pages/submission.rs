//! `/my/submissions/{submission}`: what the person signed in sent.

use axum::response::Response;
use kernel::ids::SubmissionId;
use serde::Deserialize;
use uuid::Uuid;
use web::{Answer, Req, TypedPath};

use super::{act, files};
use crate::{access::Way, receipt::Paper};

/// The page.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/my/submissions/{submission}", rejection(web::BadPath))]
pub(crate) struct SubmissionPath {
    pub submission: SubmissionId,
}

/// The receipt.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/my/submissions/{submission}/receipt", rejection(web::BadPath))]
pub(crate) struct ReceiptPath {
    pub submission: SubmissionId,
}

/// The filled form.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/my/submissions/{submission}/form", rejection(web::BadPath))]
pub(crate) struct FormPath {
    pub submission: SubmissionId,
}

/// A file that was sent.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/my/submissions/{submission}/files/{file}", rejection(web::BadPath))]
pub(crate) struct FilePath {
    pub submission: SubmissionId,
    pub file: Uuid,
}

pub(crate) async fn show(path: SubmissionPath, req: Req) -> Answer<Response> {
    Ok(act::show(&req, &Way::Sent(path.submission)).await?)
}

pub(crate) async fn receipt(path: ReceiptPath, req: Req) -> Answer<Response> {
    Ok(files::paper(&req, &Way::Sent(path.submission), Paper::Receipt).await?)
}

pub(crate) async fn filled(path: FormPath, req: Req) -> Answer<Response> {
    Ok(files::paper(&req, &Way::Sent(path.submission), Paper::Form).await?)
}

pub(crate) async fn file(path: FilePath, req: Req) -> Answer<Response> {
    Ok(files::sent_file(&req, &Way::Sent(path.submission), path.file).await?)
}
