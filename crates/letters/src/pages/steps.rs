//! The steps of a letter: submit, take back, withdraw, approve, return, send.

use axum::response::{IntoResponse as _, Response};
use kernel::{Fault, FaultKind, ids::LetterId};
use maud::html;
use offices::{Desk, Role};
use serde::Deserialize;
use web::{Answer, FormData, Req, TypedPath, unprocessable};

use super::{
    Again,
    letter::{load, look},
    letter_view, write,
};
use crate::{Sending, Way, act, approve as approving, msg, send as sending};

macro_rules! path {
    ($name:ident $path:literal) => {
        #[doc = $path]
        #[derive(TypedPath, Deserialize)]
        #[typed_path($path, rejection(web::BadPath))]
        pub(crate) struct $name {
            pub office: String,
            pub letter: LetterId,
        }
    };
}
path!(SubmitPath "/desk/{office}/letters/{letter}/submit");
path!(TakeBackPath "/desk/{office}/letters/{letter}/take-back");
path!(WithdrawPath "/desk/{office}/letters/{letter}/withdraw");
path!(ApprovePath "/desk/{office}/letters/{letter}/approve");
path!(ReturnPath "/desk/{office}/letters/{letter}/return");
path!(SendPath "/desk/{office}/letters/{letter}/send");

/// Back to the letter with a message, or the letter's page again with what is wrong.
async fn answer<T>(
    req: &Req,
    desk: &Desk,
    id: LetterId,
    done: Result<T, Fault>,
    says: &'static str,
    form: Option<&FormData>,
) -> Answer<Response> {
    match done {
        Ok(_) => Ok(req.redirect(desk.path(&format!("/letters/{id}"))).flash(says).into_response()),
        Err(fault) if fault.kind == FaultKind::Invalid => {
            let seen = load(req, desk, id).await?;
            let found = look(req, &seen).await?;
            let again = Again { fields: form.map(|f| &f.fields), fault: Some(&fault) };
            let content = &seen.row.content.0;
            Ok(unprocessable(letter_view::page(req, desk, &seen, found.as_ref(), content, again, html! {})))
        }
        Err(fault) => Err(fault.into()),
    }
}

pub(crate) async fn submit(path: SubmitPath, req: Req, form: FormData) -> Answer {
    let desk = offices::desk(&req, &path.office, Some(Role::Official)).await?;
    let id = path.letter;
    let (version, approver) = (form.parsed("version").unwrap_or(0), form.parsed("approver"));
    let done = write(&req, &desk, move |c, ctx, desk| Box::pin(act::submit(c, ctx, desk, id, version, approver))).await;
    answer(&req, &desk, id, done, msg::LETTERS_SUBMITTED, Some(&form)).await
}

pub(crate) async fn take_back(path: TakeBackPath, req: Req) -> Answer {
    let desk = offices::desk(&req, &path.office, Some(Role::Official)).await?;
    let id = path.letter;
    let done = write(&req, &desk, move |c, ctx, desk| Box::pin(act::take_back(c, ctx, desk, id))).await;
    answer(&req, &desk, id, done, msg::LETTERS_TAKEN_BACK, None).await
}

pub(crate) async fn withdraw(path: WithdrawPath, req: Req) -> Answer {
    let desk = offices::desk(&req, &path.office, Some(Role::Official)).await?;
    let id = path.letter;
    let done = write(&req, &desk, move |c, ctx, desk| Box::pin(act::withdraw(c, ctx, desk, id))).await;
    answer(&req, &desk, id, done, msg::LETTERS_WITHDRAWN, None).await
}

pub(crate) async fn approve(path: ApprovePath, req: Req, form: FormData) -> Answer {
    let desk = offices::desk(&req, &path.office, Some(Role::Superior)).await?;
    let id = path.letter;
    let last = approving::finish(&req.app, &req.ctx, &desk, id).await?;
    // What was read is what is approved: the version on the page, not one saved since.
    if form.parsed::<i64>("version").is_some_and(|seen| seen != last.version) {
        return Err(Fault::conflict(msg::LETTERS_STATE_CHANGED).into());
    }
    let done = write(&req, &desk, move |c, ctx, desk| {
        let last = last.clone();
        Box::pin(async move { approving::approve(c, ctx, desk, id, &last).await })
    })
    .await;
    answer(&req, &desk, id, done, msg::LETTERS_APPROVED, Some(&form)).await
}

pub(crate) async fn return_(path: ReturnPath, req: Req, form: FormData) -> Answer {
    let desk = offices::desk(&req, &path.office, Some(Role::Superior)).await?;
    let id = path.letter;
    let remarks = form.get("remarks").to_owned();
    let done = write(&req, &desk, move |c, ctx, desk| {
        let remarks = remarks.clone();
        Box::pin(async move { approving::return_(c, ctx, desk, id, &remarks).await })
    })
    .await;
    answer(&req, &desk, id, done, msg::LETTERS_RETURNED, Some(&form)).await
}

pub(crate) async fn send(path: SendPath, req: Req, form: FormData) -> Answer {
    let desk = offices::desk(&req, &path.office, Some(Role::Official)).await?;
    let id = path.letter;
    let done = match Way::parse(form.get("way")) {
        None => Err(Fault::field("way", web::msg::FIELD_CHOICE)),
        Some(way) => {
            let how = Sending { way, proof: form.get("proof").to_owned(), remarks: form.get("out_remarks").to_owned() };
            write(&req, &desk, move |c, ctx, desk| Box::pin(sending::send(c, ctx, desk, id, how.clone()))).await
        }
    };
    answer(&req, &desk, id, done, msg::LETTERS_SENT, Some(&form)).await
}
