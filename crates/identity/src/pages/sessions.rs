//! Where one is signed in.

use axum::response::IntoResponse as _;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Column, Confirm, Form, Icon, Row, Table, Tag, Tone};
use web::{Answer, FormData, Req, TypedPath};

use super::{sign_in::signed_out, wide};
use crate::{
    msg,
    session::{self, SessionRow},
};

/// `/my/account/sessions`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/my/account/sessions")]
pub(crate) struct SessionsPath;

pub(crate) async fn show(_: SessionsPath, req: Req) -> Answer<Markup> {
    let user = req.signed_in()?.clone();
    let ctx = req.ctx.clone();
    let all = req.app.db.read(move |c| Box::pin(async move { session::list(c, &ctx, user.person).await })).await?;
    let (t, lang) = (req.t, req.lang());
    let rows = all.iter().map(|s| row(&req, s, s.id == user.session));
    let table = Table::new(t.s(msg::IDENTITY_SESSIONS))
        .column(Column::new(t.s(msg::IDENTITY_SESSION_DEVICE)))
        .column(Column::new(t.s(msg::IDENTITY_SESSION_SEEN)))
        .column(Column::new(t.s(msg::IDENTITY_SESSION_SINCE)))
        .column(Column::new(t.s(msg::IDENTITY_SESSION_ADDRESS)))
        .column(Column::new(t.s(msg::IDENTITY_SESSION_END)).hide_label().tight())
        .rows(rows);
    let others = Confirm::new(
        lang,
        "end-others",
        t.s(msg::IDENTITY_SESSIONS_END_OTHERS),
        t.s(msg::IDENTITY_SESSIONS_END_OTHERS_ASK),
        Form::post("/my/account/sessions")
            .hidden("others", "1")
            .body(Button::submit(t.s(msg::IDENTITY_SESSIONS_END_OTHERS)).danger()),
    )
    .text(t.s(msg::IDENTITY_SESSIONS_END_OTHERS_TEXT))
    .icon(Icon::SignOut);
    Ok(wide(&req, "identity.sessions", msg::IDENTITY_SESSIONS)
        .lead(t.s(msg::IDENTITY_SESSIONS_LEAD))
        .body(html! {
            (table)
            @if all.len() > 1 { (others) }
        })
        .render())
}

fn row(req: &Req, s: &SessionRow, here: bool) -> Row {
    let (t, lang) = (req.t, req.lang());
    let device = if s.device.is_empty() { t.s(msg::IDENTITY_SESSION_UNKNOWN) } else { s.device.clone() };
    Row::new([
        html! { (device) @if here { " " (Tag::new(t.s(msg::IDENTITY_SESSION_HERE)).tone(Tone::Accent)) } },
        ui::date_time(lang, s.seen.timestamp()),
        ui::date_time(lang, s.created.timestamp()),
        html! { (s.remote.as_deref().unwrap_or("–")) },
        html! {
            (Form::post("/my/account/sessions").hidden("session", s.id.to_string()).inline()
                .body(Button::submit(t.s(msg::IDENTITY_SESSION_END)).secondary().small().describes(device.as_str())))
        },
    ])
}

pub(crate) async fn end(_: SessionsPath, req: Req, form: FormData) -> Answer {
    let user = req.signed_in()?.clone();
    let ctx = req.ctx.clone();
    if form.has("others") {
        req.app
            .db
            .write(move |c| {
                Box::pin(async move { session::end_others(c, &ctx, user.person, Some(user.session)).await })
            })
            .await?;
        return Ok(req.redirect("/my/account/sessions").flash(msg::IDENTITY_SESSIONS_ENDED).into_response());
    }
    let Some(session) = form.parsed("session") else { return Err(kernel::Fault::not_found().into()) };
    req.app.db.write(move |c| Box::pin(async move { session::end(c, &ctx, user.person, session).await })).await?;
    if session == user.session {
        return Ok(signed_out(&req, msg::IDENTITY_SIGNED_OUT));
    }
    Ok(req.redirect("/my/account/sessions").flash(msg::IDENTITY_SESSION_ENDED).into_response())
}
