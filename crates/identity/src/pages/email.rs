//! Changing one's e-mail address.

use axum::response::IntoResponse as _;
use kernel::{Fault, Result};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Field, Form, Notice};
use web::{Answer, FormData, Req, TypedPath};

use super::{Errors, again, mine, password_again, retry};
use crate::{account, msg, sign_in};

/// `/my/account/email`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/my/account/email")]
pub(crate) struct EmailPath;

pub(crate) async fn show(_: EmailPath, req: Req) -> Answer<Markup> {
    req.signed_in()?;
    view(&req, "", None)
}

pub(crate) async fn save(_: EmailPath, req: Req, form: FormData) -> Answer {
    req.signed_in()?;
    match begin(&req, &form).await {
        Ok(()) => Ok(req.redirect("/my/account/email?sent=1").into_response()),
        Err(fault) => {
            let fault = retry(fault)?;
            Ok(again(&fault, view(&req, form.get("email"), Some(&fault))?))
        }
    }
}

async fn begin(req: &Req, form: &FormData) -> Result<()> {
    let id = req.signed_in()?.person;
    sign_in::confirm_password(&req.app, &req.ctx, id, form.raw("current_password").unwrap_or_default()).await?;
    let (ctx, email) = (req.ctx.clone(), form.get("email").to_owned());
    req.app.db.write(move |c| Box::pin(async move { account::begin_email_change(c, &ctx, id, &email).await })).await
}

fn view(req: &Req, typed: &str, fault: Option<&Fault>) -> Answer<Markup> {
    let t = req.t;
    let user = req.signed_in()?;
    let errors = Errors::new(t, fault);
    Ok(mine(req, "identity.email", msg::IDENTITY_EMAIL)
        .lead(t.f(msg::IDENTITY_EMAIL_NOW, &[("email", user.email.as_str().into())]))
        .body(html! {
            (errors.summary())
            @if req.query.has("sent") {
                (Notice::success(t.s(msg::IDENTITY_EMAIL_SENT)).announce())
            }
            (Form::post("/my/account/email").body(html! {
                (Field::email(req.lang(), "email", t.s(msg::IDENTITY_EMAIL_NEW)).hint(t.s(msg::IDENTITY_EMAIL_NEW_HINT))
                    .value(typed).required().error(errors.at("email")))
                (password_again(t, errors))
                (Button::submit(t.s(msg::IDENTITY_EMAIL_SEND)))
            }))
        })
        .render())
}
