//! The second step of signing in: turning it on and off, recovery codes.

use axum::response::{IntoResponse as _, Response};
use kernel::{Fault, Result};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Code, Field, Form, Notice, Reveal, Section, Width};
use web::{Answer, FormData, Req, TypedPath};

use super::{Errors, again, mine, once, password_again, retry};
use crate::{msg, sign_in, totp, totp::Status};

/// `/my/account/two-step`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/my/account/two-step")]
pub(crate) struct TwoStepPath;

pub(crate) async fn show(_: TwoStepPath, req: Req) -> Answer {
    page(&req, None).await
}

pub(crate) async fn send(_: TwoStepPath, req: Req, form: FormData) -> Answer {
    req.signed_in()?;
    let fault = match act(&req, &form).await {
        Ok(Done::Codes(codes)) => return Ok(once(codes_view(&req, &codes))),
        Ok(Done::Next(None)) => return Ok(req.redirect("/my/account/two-step").into_response()),
        Ok(Done::Next(Some(key))) => return Ok(req.redirect("/my/account/two-step").flash(key).into_response()),
        Err(fault) => retry(fault)?,
    };
    page(&req, Some(&fault)).await
}

/// What came of the form.
enum Done {
    /// Recovery codes to show, once.
    Codes(Vec<String>),
    /// The page again, with a message.
    Next(Option<&'static str>),
}

async fn act(req: &Req, form: &FormData) -> Result<Done> {
    let id = req.signed_in()?.person;
    let what = form.get("do");
    if matches!(what, "begin" | "off" | "codes") {
        sign_in::confirm_password(&req.app, &req.ctx, id, form.raw("current_password").unwrap_or_default()).await?;
    }
    let (ctx, what, code) = (req.ctx.clone(), what.to_owned(), form.get("code").to_owned());
    req.app
        .db
        .write(move |c| {
            Box::pin(async move {
                match what.as_str() {
                    "begin" => totp::begin(c, &ctx, id).await.map(|_| Done::Next(None)),
                    "cancel" => totp::cancel(c, id).await.map(|()| Done::Next(None)),
                    "confirm" => totp::confirm(c, &ctx, id, &code).await.map(Done::Codes),
                    "off" => totp::turn_off(c, &ctx, id).await.map(|()| Done::Next(Some(msg::IDENTITY_TOTP_OFF_DONE))),
                    "codes" if totp::status(c, id).await?.on() => totp::new_codes(c, &ctx, id).await.map(Done::Codes),
                    _ => Ok(Done::Next(None)),
                }
            })
        })
        .await
}

async fn page(req: &Req, fault: Option<&Fault>) -> Answer<Response> {
    let user = req.signed_in()?.clone();
    let status = req.app.db.read(move |c| Box::pin(async move { totp::status(c, user.person).await })).await?;
    let errors = Errors::new(req.t, fault);
    let body = match status.pending() {
        _ if status.on() => on(req, &status, errors),
        Some(secret) => setting_up(req, secret, &user.email, errors)?,
        None => off(req, errors),
    };
    let page = mine(req, "identity.two_step", msg::IDENTITY_TWO_STEP)
        .lead(req.t.s(msg::IDENTITY_TOTP_LEAD))
        .body(html! { (errors.summary()) (body) })
        .render();
    Ok(match fault {
        Some(fault) => again(fault, page),
        None => once(page),
    })
}

fn off(req: &Req, errors: Errors<'_>) -> Markup {
    let t = req.t;
    html! {
        p { (t.s(msg::IDENTITY_TOTP_WHAT)) }
        (Form::post("/my/account/two-step").hidden("do", "begin").body(html! {
            (password_again(t, errors))
            (Button::submit(t.s(msg::IDENTITY_TOTP_BEGIN)))
        }))
    }
}

fn setting_up(req: &Req, secret: &str, email: &str, errors: Errors<'_>) -> Result<Markup> {
    let (t, lang) = (req.t, req.lang());
    let uri = totp::uri(secret, email);
    let picture = totp::qr(&uri)?;
    // In groups of four, as people read it over to a phone.
    let grouped: Vec<String> = secret.as_bytes().chunks(4).map(|c| String::from_utf8_lossy(c).into_owned()).collect();
    Ok(html! {
        (Section::new(t.s(msg::IDENTITY_TOTP_STEP_APP)).text(t.s(msg::IDENTITY_TOTP_STEP_APP_TEXT)).body(html! {
            p { img src=(picture) width="232" height="232" alt=(t.s(msg::IDENTITY_TOTP_QR)); }
            p { a href=(uri) { (t.s(msg::IDENTITY_TOTP_OPEN)) } }
            p { (t.s(msg::IDENTITY_TOTP_BY_HAND)) }
            (Code::new(grouped.join(" ")).copy(lang).block())
        }))
        (Section::new(t.s(msg::IDENTITY_TOTP_STEP_CODE)).body(html! {
            (Form::post("/my/account/two-step").hidden("do", "confirm").body(html! {
                (Field::text(lang, "code", t.s(msg::IDENTITY_CODE)).hint(t.s(msg::IDENTITY_TOTP_CODE_HINT)).digits(Width::W8)
                    .autocomplete("one-time-code").required().error(errors.at("code")))
                (Button::submit(t.s(msg::IDENTITY_TOTP_CONFIRM)))
            }))
            (Form::post("/my/account/two-step").hidden("do", "cancel").body(
                Button::submit(t.s(msg::IDENTITY_TOTP_CANCEL)).quiet()))
        }))
    })
}

fn on(req: &Req, status: &Status, errors: Errors<'_>) -> Markup {
    let t = req.t;
    let left = t.f(msg::IDENTITY_CODES_LEFT, &[("left", status.codes_left().into())]);
    html! {
        (Notice::success(t.s(msg::IDENTITY_TOTP_IS_ON)))
        p { (left) }
        (Form::post("/my/account/two-step").body(html! {
            (password_again(t, errors))
            (ButtonGroup::new()
                .add(Button::submit(t.s(msg::IDENTITY_CODES_NEW)).value("do", "codes"))
                .add(Button::submit(t.s(msg::IDENTITY_TOTP_TURN_OFF)).value("do", "off").danger()))
        }))
        (Reveal::new(t.s(msg::IDENTITY_TOTP_LOST), html! { p { (t.s(msg::IDENTITY_TOTP_LOST_TEXT)) } }))
    }
}

fn codes_view(req: &Req, codes: &[String]) -> Markup {
    let t = req.t;
    mine(req, "identity.two_step", msg::IDENTITY_CODES_TITLE)
        .path("/my/account/two-step")
        .lead(t.s(msg::IDENTITY_CODES_LEAD))
        .body(html! {
            (Notice::warning(t.s(msg::IDENTITY_CODES_ONCE)))
            ol { @for code in codes { li { (Code::new(code.as_str())) } } }
            (Reveal::new(t.s(msg::IDENTITY_CODES_LINE), Code::new(codes.join(" ")).copy(req.lang()).block()))
            (Button::link(t.s(msg::IDENTITY_CODES_DONE), "/my/account"))
        })
        .render()
}
