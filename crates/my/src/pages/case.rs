//! `/my/cases/{case}`: a case of the person signed in.

use axum::response::Response;
use kernel::ids::{CaseId, DocumentId, LetterId, RequestId};
use serde::Deserialize;
use uuid::Uuid;
use web::{Answer, FormData, Req, TypedPath};

use super::{act, files};
use crate::{access::Way, receipt::Paper, view::forms::Which};

macro_rules! path {
    ($(#[$doc:meta] $name:ident $path:literal { $($field:ident : $t:ty),* })*) => {$(
        #[$doc]
        #[derive(Debug, TypedPath, Deserialize)]
        #[typed_path($path, rejection(web::BadPath))]
        pub(crate) struct $name { $(pub $field: $t),* }
    )*};
}

path! {
    /// The page.
    CasePath "/my/cases/{case}" { case: CaseId }
    /// Writing to the office.
    MessagesPath "/my/cases/{case}/messages" { case: CaseId }
    /// Answering a request.
    AnswerPath "/my/cases/{case}/requests/{request}" { case: CaseId, request: RequestId }
    /// A document.
    DocumentPath "/my/cases/{case}/documents/{document}" { case: CaseId, document: DocumentId }
    /// Opening a letter.
    LetterPath "/my/cases/{case}/letters/{letter}" { case: CaseId, letter: LetterId }
    /// The PDF of an opened letter.
    LetterPdfPath "/my/cases/{case}/letters/{letter}/pdf" { case: CaseId, letter: LetterId }
    /// The receipt of the submission the case began with.
    ReceiptPath "/my/cases/{case}/receipt" { case: CaseId }
    /// The filled form the case began with.
    FormPath "/my/cases/{case}/form" { case: CaseId }
    /// A file of the submission the case began with.
    FilePath "/my/cases/{case}/files/{file}" { case: CaseId, file: Uuid }
}

pub(crate) async fn show(path: CasePath, req: Req) -> Answer<Response> {
    Ok(act::show(&req, &Way::Account(path.case)).await?)
}

pub(crate) async fn write(path: MessagesPath, req: Req, form: FormData) -> Answer<Response> {
    Ok(act::send(&req, &Way::Account(path.case), Which::Message, form).await?)
}

pub(crate) async fn answer(path: AnswerPath, req: Req, form: FormData) -> Answer<Response> {
    Ok(act::send(&req, &Way::Account(path.case), Which::Answer(path.request), form).await?)
}

pub(crate) async fn document(path: DocumentPath, req: Req) -> Answer<Response> {
    Ok(files::document(&req, &Way::Account(path.case), path.document).await?)
}

pub(crate) async fn open_letter(path: LetterPath, req: Req) -> Answer<Response> {
    Ok(act::open_letter(&req, &Way::Account(path.case), path.letter).await?)
}

pub(crate) async fn letter_pdf(path: LetterPdfPath, req: Req) -> Answer<Response> {
    Ok(files::letter(&req, &Way::Account(path.case), path.letter).await?)
}

pub(crate) async fn receipt(path: ReceiptPath, req: Req) -> Answer<Response> {
    Ok(files::paper(&req, &Way::Account(path.case), Paper::Receipt).await?)
}

pub(crate) async fn filled(path: FormPath, req: Req) -> Answer<Response> {
    Ok(files::paper(&req, &Way::Account(path.case), Paper::Form).await?)
}

pub(crate) async fn file(path: FilePath, req: Req) -> Answer<Response> {
    Ok(files::sent_file(&req, &Way::Account(path.case), path.file).await?)
}
