//! A link from an e-mail that proves an address: of somebody who registers, or a new one.

use axum::response::IntoResponse as _;
use kernel::Fault;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Field, Form};
use web::{Answer, FormData, Req, TypedPath};

use super::{Errors, again, bare, local, retry, towards};
use crate::{
    Browser, account,
    link::Purpose,
    msg,
    registration::{self, Seen},
    session,
};

/// `/verify/{secret}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/verify/{secret}", rejection(web::BadPath))]
pub(crate) struct VerifyPath {
    secret: String,
}

const HERE: [Purpose; 2] = [Purpose::Registration, Purpose::NewAddress];

async fn seen(req: &Req, secret: &str) -> Result<Seen, Fault> {
    let (ctx, secret) = (req.ctx.clone(), secret.to_owned());
    req.app.db.read(move |c| Box::pin(async move { registration::see(c, &ctx, &HERE, &secret).await })).await
}

pub(crate) async fn show(path: VerifyPath, req: Req) -> Answer<Markup> {
    let seen = seen(&req, &path.secret).await?;
    Ok(view(&req, &path, &seen, None))
}

pub(crate) async fn send(path: VerifyPath, req: Req, form: FormData) -> Answer {
    let seen = seen(&req, &path.secret).await?;
    if seen.purpose == Purpose::NewAddress {
        let (ctx, secret) = (req.ctx.clone(), path.secret.clone());
        req.app
            .db
            .write(move |c| Box::pin(async move { account::complete_email_change(c, &ctx, &secret).await }))
            .await?;
        return Ok(req.redirect("/my/account").flash(msg::IDENTITY_EMAIL_CHANGED).into_response());
    }
    let given = form.raw("password").unwrap_or_default();
    match registration::complete(&req.app, &req.ctx, &path.secret, given, Browser::of(&req)).await {
        Ok(secret) => {
            let to = req.redirect(local(&seen.next).unwrap_or("/my"));
            Ok(to.session(&secret, session::ABSOLUTE).flash(msg::IDENTITY_WELCOME).into_response())
        }
        Err(fault) => {
            let fault = retry(fault)?;
            Ok(again(&fault, view(&req, &path, &seen, Some(&fault))))
        }
    }
}

fn view(req: &Req, path: &VerifyPath, seen: &Seen, fault: Option<&Fault>) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let errors = Errors::new(t, fault);
    let address = [("email", seen.email.as_str().into())];
    let form = Form::post(path.to_string());
    if seen.purpose == Purpose::NewAddress {
        return bare(req, "identity.verify", msg::IDENTITY_VERIFY_NEW_TITLE)
            .lead(t.f(msg::IDENTITY_VERIFY_NEW_LEAD, &address))
            .body(form.body(Button::submit(t.s(msg::IDENTITY_VERIFY_NEW_BUTTON))))
            .render();
    }
    bare(req, "identity.verify", msg::IDENTITY_VERIFY_TITLE)
        .lead(t.f(msg::IDENTITY_VERIFY_LEAD, &address))
        .body(html! {
            (errors.summary())
            (form.body(html! {
                (Field::password(lang, "password", t.s(msg::IDENTITY_PASSWORD)).hint(t.s(msg::IDENTITY_VERIFY_HINT))
                    .required().error(errors.at("password")))
                (ButtonGroup::new().add(Button::submit(t.s(msg::IDENTITY_VERIFY_BUTTON)))
                    .add(Button::link(t.s(msg::IDENTITY_VERIFY_FORGOT), towards("/register", &seen.next)).quiet()))
            }))
        })
        .render()
}
