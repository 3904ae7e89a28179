//! `/s/{secret}`: the same page for people without an account. The link of an e-mail lets in.

use axum::response::Response;
use kernel::{
    FaultKind,
    ids::{DocumentId, LetterId, RequestId},
};
use serde::Deserialize;
use uuid::Uuid;
use web::{Answer, FormData, Req, Tone, TypedPath};

use super::{act, files, gone, gone::or_gone};
use crate::{
    access::Way,
    link, msg,
    receipt::Paper,
    view::{forms::Which, guarded},
};

macro_rules! path {
    ($(#[$doc:meta] $name:ident $path:literal { $($field:ident : $t:ty),* })*) => {$(
        #[$doc]
        #[derive(Debug, TypedPath, Deserialize)]
        #[typed_path($path, rejection(web::BadPath))]
        pub(crate) struct $name { pub secret: String, $(pub $field: $t),* }
    )*};
}

path! {
    /// The page.
    SecretPath "/s/{secret}" {}
    /// Writing to the office.
    MessagesPath "/s/{secret}/messages" {}
    /// Answering a request.
    AnswerPath "/s/{secret}/requests/{request}" { request: RequestId }
    /// A document.
    DocumentPath "/s/{secret}/documents/{document}" { document: DocumentId }
    /// Opening a letter.
    LetterPath "/s/{secret}/letters/{letter}" { letter: LetterId }
    /// The PDF of an opened letter.
    LetterPdfPath "/s/{secret}/letters/{letter}/pdf" { letter: LetterId }
    /// The receipt.
    ReceiptPath "/s/{secret}/receipt" {}
    /// The filled form.
    FormPath "/s/{secret}/form" {}
    /// A file that was sent.
    FilePath "/s/{secret}/files/{file}" { file: Uuid }
    /// Asking for a fresh link.
    RenewPath "/s/{secret}/renew" {}
    /// Joining the case to the account of the person signed in.
    JoinPath "/s/{secret}/join" {}
}

pub(crate) async fn show(path: SecretPath, req: Req) -> Answer<Response> {
    let answer = act::show(&req, &Way::Secret(path.secret.clone())).await;
    or_gone(&req, &path.secret, None, answer)
}

async fn send(req: &Req, secret: String, which: Which, form: FormData) -> Answer<Response> {
    let typed = form.raw("text").unwrap_or_default().to_owned();
    let answer = act::send(req, &Way::Secret(secret.clone()), which, form).await;
    or_gone(req, &secret, Some(&typed), answer)
}

pub(crate) async fn write(path: MessagesPath, req: Req, form: FormData) -> Answer<Response> {
    send(&req, path.secret, Which::Message, form).await
}

pub(crate) async fn answer(path: AnswerPath, req: Req, form: FormData) -> Answer<Response> {
    send(&req, path.secret, Which::Answer(path.request), form).await
}

pub(crate) async fn document(path: DocumentPath, req: Req) -> Answer<Response> {
    let answer = files::document(&req, &Way::Secret(path.secret.clone()), path.document).await;
    or_gone(&req, &path.secret, None, answer)
}

pub(crate) async fn open_letter(path: LetterPath, req: Req) -> Answer<Response> {
    let answer = act::open_letter(&req, &Way::Secret(path.secret.clone()), path.letter).await;
    or_gone(&req, &path.secret, None, answer)
}

pub(crate) async fn letter_pdf(path: LetterPdfPath, req: Req) -> Answer<Response> {
    let answer = files::letter(&req, &Way::Secret(path.secret.clone()), path.letter).await;
    or_gone(&req, &path.secret, None, answer)
}

pub(crate) async fn receipt(path: ReceiptPath, req: Req) -> Answer<Response> {
    let answer = files::paper(&req, &Way::Secret(path.secret.clone()), Paper::Receipt).await;
    or_gone(&req, &path.secret, None, answer)
}

pub(crate) async fn filled(path: FormPath, req: Req) -> Answer<Response> {
    let answer = files::paper(&req, &Way::Secret(path.secret.clone()), Paper::Form).await;
    or_gone(&req, &path.secret, None, answer)
}

pub(crate) async fn file(path: FilePath, req: Req) -> Answer<Response> {
    let answer = files::sent_file(&req, &Way::Secret(path.secret.clone()), path.file).await;
    or_gone(&req, &path.secret, None, answer)
}

pub(crate) async fn renew(path: RenewPath, req: Req) -> Answer<Response> {
    let (ctx, url) = (req.ctx.clone(), req.app.settings.public_url.clone());
    req.app.db.write(move |c| Box::pin(async move { link::renew(c, &ctx, &path.secret, &url).await })).await?;
    Ok(gone::asked(&req))
}

pub(crate) async fn join(path: JoinPath, req: Req) -> Answer<Response> {
    let person = req.signed_in()?.person;
    let (ctx, secret) = (req.ctx.clone(), path.secret.clone());
    let joined = req.app.db.write(move |c| Box::pin(async move { link::join(c, &ctx, &secret, person).await })).await;
    let way = Way::Secret(path.secret.clone());
    let answer = match joined {
        Ok(case) => Ok(guarded(&way, req.redirect(Way::Account(case).base()).flash(msg::MY_JOINED))),
        Err(fault) if matches!(fault.kind, FaultKind::Invalid | FaultKind::Conflict) => {
            Ok(guarded(&way, req.redirect(way.base()).message(Tone::Warning, fault.key)))
        }
        Err(fault) => Err(fault),
    };
    or_gone(&req, &path.secret, None, answer)
}
