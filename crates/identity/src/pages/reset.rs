//! A forgotten password: asking for a link, and choosing a new one. Invitations end here too.

use axum::response::IntoResponse as _;
use kernel::{Fault, Result};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Field, Form, Notice};
use web::{Answer, FormData, Req, TypedPath};

use super::{Errors, again, bare, local, new_password, retry, towards};
use crate::{
    account,
    link::Purpose,
    msg,
    registration::{self, Seen},
};

/// `/reset`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/reset")]
pub(crate) struct ResetPath;

/// `/reset/{secret}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/reset/{secret}", rejection(web::BadPath))]
pub(crate) struct NewPath {
    secret: String,
}

pub(crate) async fn ask(_: ResetPath, req: Req) -> Markup {
    if req.query.has("sent") {
        return sent(&req);
    }
    ask_view(&req, "", req.query.get("next"), None)
}

pub(crate) async fn send(_: ResetPath, req: Req, form: FormData) -> Answer {
    crate::set_public_url(&req.app.settings.public_url);
    let (ctx, email) = (req.ctx.clone(), form.get("email").to_owned());
    let next = local(form.get("next")).unwrap_or_default().to_owned();
    let asked =
        req.app.db.write(move |c| Box::pin(async move { account::ask_reset(c, &ctx, &email, &next).await })).await;
    match asked {
        Ok(()) => Ok(req.redirect("/reset?sent=1").into_response()),
        Err(fault) => {
            let fault = retry(fault)?;
            Ok(again(&fault, ask_view(&req, form.get("email"), form.get("next"), Some(&fault))))
        }
    }
}

async fn seen(req: &Req, secret: &str) -> Result<Seen> {
    let (ctx, secret) = (req.ctx.clone(), secret.to_owned());
    let here = [Purpose::Reset, Purpose::Invitation];
    req.app.db.read(move |c| Box::pin(async move { registration::see(c, &ctx, &here, &secret).await })).await
}

pub(crate) async fn choose(path: NewPath, req: Req) -> Answer<Markup> {
    let seen = seen(&req, &path.secret).await?;
    Ok(choose_view(&req, &path, &seen, None))
}

pub(crate) async fn save(path: NewPath, req: Req, form: FormData) -> Answer {
    let seen = seen(&req, &path.secret).await?;
    let chosen = form.raw("password").unwrap_or_default();
    match account::reset(&req.app, &req.ctx, &path.secret, chosen).await {
        Ok(_) => Ok(req
            .redirect(towards("/sign-in", &seen.next))
            .session("", 0)
            .flash(msg::IDENTITY_RESET_DONE)
            .into_response()),
        Err(fault) => {
            let fault = retry(fault)?;
            Ok(again(&fault, choose_view(&req, &path, &seen, Some(&fault))))
        }
    }
}

fn ask_view(req: &Req, email: &str, next: &str, fault: Option<&Fault>) -> Markup {
    let t = req.t;
    let errors = Errors::new(t, fault);
    let mut form = Form::post("/reset");
    if let Some(next) = local(next) {
        form = form.hidden("next", next);
    }
    bare(req, "identity.reset", msg::IDENTITY_RESET_TITLE)
        .path(towards("/reset", next))
        .lead(t.s(msg::IDENTITY_RESET_LEAD))
        .body(html! {
            (errors.summary())
            (form.body(html! {
                (Field::email(req.lang(), "email", t.s(msg::IDENTITY_EMAIL_LABEL)).value(email).required()
                    .error(errors.at("email")))
                (ButtonGroup::new().add(Button::submit(t.s(msg::IDENTITY_RESET_SEND)))
                    .add(Button::link(t.s(msg::IDENTITY_CODE_BACK), towards("/sign-in", next)).quiet()))
            }))
        })
        .render()
}

fn sent(req: &Req) -> Markup {
    let t = req.t;
    bare(req, "identity.reset", msg::IDENTITY_SENT_TITLE)
        .body(html! {
            (Notice::success(t.s(msg::IDENTITY_RESET_SENT)))
            p { (t.s(msg::IDENTITY_SENT_NOT_THERE)) }
            @if req.app.settings.demo { p { a href="/demo/mail" { (t.s(msg::IDENTITY_DEMO_MAIL)) } } }
            (Button::link(t.s(msg::IDENTITY_SENT_AGAIN), "/reset").secondary())
        })
        .render()
}

fn choose_view(req: &Req, path: &NewPath, seen: &Seen, fault: Option<&Fault>) -> Markup {
    let t = req.t;
    let errors = Errors::new(t, fault);
    let invited = seen.purpose == Purpose::Invitation;
    let title = if invited { msg::IDENTITY_INVITED_TITLE } else { msg::IDENTITY_RESET_NEW_TITLE };
    let lead = if invited { msg::IDENTITY_INVITED_LEAD } else { msg::IDENTITY_RESET_NEW_LEAD };
    bare(req, "identity.reset.new", title)
        .lead(t.f(lead, &[("email", seen.email.as_str().into())]))
        .body(html! {
            (errors.summary())
            (Form::post(path.to_string()).body(html! {
                // So that password managers know whose it is.
                (Field::email(req.lang(), "email", t.s(msg::IDENTITY_EMAIL_LABEL)).autocomplete("username")
                    .value(&seen.email).readonly().required())
                (new_password(t, msg::IDENTITY_PASSWORD_NEW, errors))
                (Button::submit(t.s(msg::IDENTITY_PASSWORD_SAVE)))
            }))
        })
        .render()
}
