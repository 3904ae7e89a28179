//! `/o/{office}/confirm/{secret}`: the link from the e-mail proves the address; from here the form is sent.

use axum::{
    http::HeaderMap,
    response::{IntoResponse as _, Response},
};
use kernel::ids::DraftId;
use maud::html;
use serde::Deserialize;
use ui::{Button, ButtonGroup, Form, Icon, Notice};
use web::{Answer, Req, TypedPath};

use super::{draft_path, remember, summary};
use crate::{
    draft::{self, Holder, KeyKind},
    msg, send,
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/o/{office}/confirm/{secret}", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The secret.
    pub secret: String,
}

/// Shows once more what is sent. Opening the link sends nothing: programs that check e-mails open links too.
pub async fn show(path: Path, req: Req) -> Answer<Response> {
    let site = offices::site(&req, &path.office).await?;
    let (scope, ctx, secret) = (site.scope, req.ctx.clone(), path.secret.clone());
    let (draft, email) = req
        .app
        .db
        .read(move |c| Box::pin(async move { draft::by_secret(c, &ctx, scope, &secret, KeyKind::Proof).await }))
        .await?;
    let t = req.t;
    let sent = draft.row.submission_id.is_some();
    let button = if sent { msg::SERVICES_TO_RECEIPT } else { msg::SERVICES_SEND };
    let title = if sent { msg::SERVICES_CONFIRM_SENT } else { msg::SERVICES_CONFIRM };
    let page =
        site.page(&req, "services.confirm", t.s(title)).kicker(draft.form.title.get(t.lang())).narrow().body(html! {
            @if !sent {
                (Notice::success(t.f(msg::SERVICES_CONFIRM_TEXT, &[("email", email.into())])))
                (summary::answers_in_words(&req, &site, &draft, false))
            }
            (Form::post(&req.path).once(req.once()).body(
                ButtonGroup::new().add(Button::submit(t.s(button)).icon(if sent { Icon::Stamp } else { Icon::Send }))))
        });
    Ok(page.render().into_response())
}

/// Notes the proof, sends, and opens the receipt in this browser.
pub async fn post(path: Path, req: Req, headers: HeaderMap) -> Answer<Response> {
    let site = offices::site(&req, &path.office).await?;
    let (scope, ctx, secret) = (site.scope, req.ctx.clone(), path.secret.clone());
    let url = req.app.settings.public_url.clone();
    let (id, holder, sent): (DraftId, String, bool) = req
        .app
        .db
        .write(move |c| {
            let (ctx, secret, url) = (ctx.clone(), secret.clone(), url.clone());
            Box::pin(async move {
                let (draft, holder) = draft::proven(c, &ctx, scope, &secret).await?;
                let who = Holder { person: draft.row.person_id, secrets: vec![holder.clone()] };
                let sent = send::send(c, &ctx, scope, draft.row.id, &who, &url).await;
                match sent {
                    Ok(_) => Ok((draft.row.id, holder, true)),
                    // The proof is kept; what is missing is said on the summary.
                    Err(fault) if !fault.fields.is_empty() => Ok((draft.row.id, holder, false)),
                    Err(fault) => Err(fault),
                }
            })
        })
        .await?;
    let to = draft_path(&path.office, id, if sent { "receipt" } else { "summary" });
    Ok(remember(req.redirect(to), &headers, &holder).into_response())
}
