//! Changing one's password.

use axum::response::IntoResponse as _;
use kernel::Fault;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Field, Form};
use web::{Answer, FormData, Req, TypedPath};

use super::{Errors, again, mine, new_password, retry};
use crate::{Browser, account, msg, session};

/// `/my/account/password`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/my/account/password")]
pub(crate) struct PasswordPath;

pub(crate) async fn show(_: PasswordPath, req: Req) -> Answer<Markup> {
    req.signed_in()?;
    Ok(view(&req, None))
}

pub(crate) async fn save(_: PasswordPath, req: Req, form: FormData) -> Answer {
    let id = req.signed_in()?.person;
    let (current, new) = (form.raw("current_password").unwrap_or_default(), form.raw("password").unwrap_or_default());
    match account::change_password(&req.app, &req.ctx, id, current, new, Browser::of(&req)).await {
        Ok(secret) => {
            let to = req.redirect("/my/account").session(&secret, session::ABSOLUTE);
            Ok(to.flash(msg::IDENTITY_PASSWORD_CHANGED).into_response())
        }
        Err(fault) => {
            let fault = retry(fault)?;
            Ok(again(&fault, view(&req, Some(&fault))))
        }
    }
}

fn view(req: &Req, fault: Option<&Fault>) -> Markup {
    let t = req.t;
    let errors = Errors::new(t, fault);
    mine(req, "identity.password", msg::IDENTITY_PASSWORD)
        .lead(t.s(msg::IDENTITY_PASSWORD_LEAD))
        .body(html! {
            (errors.summary())
            (Form::post("/my/account/password").body(html! {
                (Field::password(req.lang(), "current_password", t.s(msg::IDENTITY_PASSWORD_CURRENT)).required()
                    .error(errors.at("current_password")))
                (new_password(t, msg::IDENTITY_PASSWORD_NEW, errors))
                (Button::submit(t.s(msg::IDENTITY_PASSWORD_SAVE)))
            }))
        })
        .render()
}
