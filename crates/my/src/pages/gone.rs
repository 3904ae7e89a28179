//! A link that works no more: what to do, and the page after asking for a fresh one.

use axum::{
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use kernel::FaultKind;
use maud::html;
use ui::{Area, Button, Empty, Form, Icon};
use web::{Answer, Problem, Req};

use crate::{
    link, msg,
    view::{forms, secretly},
};

/// An answer below `/s/`: an expired link gets its own page (410), every other fault the usual one. `typed` is what a
/// form carried, so that nothing is lost.
pub(crate) fn or_gone(
    req: &Req,
    secret: &str,
    typed: Option<&str>,
    answer: kernel::Result<Response>,
) -> Answer<Response> {
    match answer {
        Err(fault) if fault.kind == FaultKind::Gone => Ok(page(req, secret, typed)),
        Err(fault) => Err(Problem(fault)),
        Ok(response) => Ok(response),
    }
}

fn page(req: &Req, secret: &str, typed: Option<&str>) -> Response {
    let t = req.t;
    let ask = Form::post(format!("/s/{secret}/renew")).body(Button::submit(t.s(msg::MY_GONE_ASK)).icon(Icon::Mail));
    let body = html! {
        p { (t.f(msg::MY_GONE_TEXT, &[("days", link::DAYS.into())])) }
        p { (t.s(msg::MY_GONE_WHAT)) }
        (ask)
        p.hint { (t.s(msg::MY_GONE_ACCOUNT)) }
        (forms::lost_text(t, typed))
    };
    let page = req.page("my.gone", t.s(msg::MY_GONE_TITLE)).area(Area::Bare).narrow().body(body).render();
    let mut response = (StatusCode::GONE, page).into_response();
    secretly(&mut response);
    response
}

/// Said to everyone who asks for a fresh link, whether or not there was one.
pub(crate) fn asked(req: &Req) -> Response {
    let t = req.t;
    let body = Empty::new(Icon::Mail, t.s(msg::MY_RENEWED_TITLE))
        .text(t.s(msg::MY_RENEWED_TEXT))
        .action(Button::link(t.s(web::msg::FAULT_PAGE_HOME), "/").secondary());
    let page = req.page("my.renewed", t.s(msg::MY_RENEWED_TITLE)).area(Area::Bare).narrow().hide_heading().body(body);
    let mut response = page.render().into_response();
    secretly(&mut response);
    response
}
