//! One webhook: its settings, its secret, what was sent.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use i18n::T;
use kernel::{Micros, ids::HookId};
use maud::{Markup, Render as _, html};
use offices::Desk;
use serde::Deserialize;
use ui::{
    Button, ButtonGroup, Code, Column, Confirm, Empty, Form, Icon, Notice, Pager, Reveal, Row, Section, Table, Tag,
    Tone, date_time,
};
use web::{Answer, Cursor, Req, TypedPath};

use super::{Sent, Typed, again, enter, events, fields, on_off, retry, summary};
use crate::{Change, Delivery, Hook, State, api, hook, msg, policy};

/// `/desk/{office}/admin/hooks/{hook}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/hooks/{hook}", rejection(web::BadPath))]
pub(crate) struct HookPath {
    office: String,
    hook: HookId,
}

pub(crate) async fn show(path: HookPath, req: Req) -> Answer {
    let desk = enter(&req, &path.office).await?;
    Ok(unstored(page(&req, &desk, path.hook, None).await?))
}

pub(crate) async fn save(path: HookPath, req: Req, form: Sent) -> Answer {
    let desk = enter(&req, &path.office).await?;
    let form = form?;
    let (scope, ctx, id) = (desk.scope, req.ctx.clone(), path.hook);
    let change = Change { url: Some(form.get("url").to_owned()), events: Some(events(&form)), active: None };
    let seen = form.parsed("version").map(Micros);
    let changed = req
        .app
        .db
        .write(move |c| Box::pin(async move { hook::change(c, &ctx, scope, policy(), id, &change, seen).await }))
        .await;
    match changed {
        Ok(()) => Ok(req.redirect(desk.path(&format!("/admin/hooks/{id}"))).flash(msg::HOOKS_SAVED).into_response()),
        Err(fault) => {
            let fault = retry(fault)?;
            let typed = Typed { url: form.get("url"), events: events(&form).join("\n"), fault: Some(&fault) };
            Ok(again(&fault, page(&req, &desk, id, Some(typed)).await?))
        }
    }
}

/// A page with a secret on it: no copy stays in the browser.
fn unstored(page: Markup) -> Response {
    let mut response = page.into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

async fn page(req: &Req, desk: &Desk, id: HookId, typed: Option<Typed<'_>>) -> Answer<Markup> {
    let scope = desk.scope;
    let found = req.app.db.read(move |c| Box::pin(async move { hook::hook(c, scope, id).await })).await?;
    let (sent, next) = api::page(req, scope, id, Cursor::decode(req.query.get("cursor"))?, api::PAGE).await?;
    let t = req.t;
    Ok(desk
        .page(req, "hooks.hook", short(&found.url))
        .crumb(t.s(msg::HOOKS_TITLE), desk.path("/admin/hooks"))
        .here(short(&found.url))
        .status(on_off(t, &found))
        .actions(actions(t, desk, &found))
        .body(view(req, desk, &found, &sent, next, typed))
        .render())
}

/// The host and path of an address.
fn short(url: &str) -> String {
    let bare = url.split("://").nth(1).unwrap_or(url);
    bare.split('?').next().unwrap_or(bare).trim_end_matches('/').to_owned()
}

fn actions(t: T, desk: &Desk, hook: &Hook) -> Markup {
    let to = |rest: &str| desk.path(&format!("/admin/hooks/{}/{rest}", hook.id));
    let (value, word) = if hook.active { ("off", msg::HOOKS_SWITCH_OFF) } else { ("on", msg::HOOKS_SWITCH_ON) };
    let delete = Form::post(to("delete")).body(Button::submit(t.s(msg::HOOKS_DELETE)).danger());
    let question = t.f(msg::HOOKS_DELETE_ASK, &[("url", short(&hook.url).into())]);
    ButtonGroup::new()
        .add(html! {
            @if hook.active {
                (Form::post(to("test")).inline().body(Button::submit(t.s(msg::HOOKS_TEST)).secondary().icon(Icon::Send)))
            }
        })
        .add(Form::post(to("switch")).inline().body(Button::submit(t.s(word)).secondary().value("active", value)))
        .add(
            Confirm::new(t.lang(), "delete-hook", t.s(msg::HOOKS_DELETE), question, delete)
                .text(t.s(msg::HOOKS_DELETE_TEXT))
                .icon(Icon::Trash),
        )
        .render()
}

fn view(
    req: &Req,
    desk: &Desk,
    hook: &Hook,
    sent: &[Delivery],
    next: Option<Cursor>,
    typed: Option<Typed<'_>>,
) -> Markup {
    let t = req.t;
    let path = desk.path(&format!("/admin/hooks/{}", hook.id));
    let kept = hook.events.0.join("\n");
    let typed = typed.unwrap_or(Typed { url: &hook.url, events: kept, fault: None });
    let first = req.query.some("cursor").map(|_| path.clone());
    html! {
        (summary(t, typed.fault))
        @if let Some(reason) = &hook.disabled_reason { (Notice::danger(t.s(reason))) }
        (Section::new(t.s(msg::HOOKS_SETTINGS)).body(Form::post(path.clone()).version(hook.changed.0).body(html! {
            (fields(t, &typed))
            (Button::submit(t.s(msg::HOOKS_SAVE)))
        })))
        (Section::new(t.s(msg::HOOKS_SECRET)).text(t.s(msg::HOOKS_SECRET_TEXT)).body(secret(t, &path, hook, req.ctx.now)))
        (Section::new(t.s(msg::HOOKS_DELIVERIES)).body(html! {
            (Table::new(t.s(msg::HOOKS_DELIVERIES))
                .column(Column::new(t.s(msg::HOOKS_COLUMN_TIME)).tight())
                .column(Column::new(t.s(msg::HOOKS_COLUMN_EVENT)))
                .column(Column::new(t.s(msg::HOOKS_COLUMN_STATE)))
                .column(Column::new(t.s(msg::HOOKS_COLUMN_ANSWER)))
                .column(Column::new(t.s(msg::HOOKS_COLUMN_ATTEMPTS)).numeric())
                .column(Column::new(t.s(msg::HOOKS_COLUMN_ACTIONS)).hide_label())
                .rows(sent.iter().map(|d| delivery(t, &path, hook, d)))
                .empty(Empty::new(Icon::Send, t.s(msg::HOOKS_DELIVERIES_NONE)).text(t.s(msg::HOOKS_DELIVERIES_NONE_TEXT))))
            (Pager::new(t.lang()).previous(first).next(next.map(|c| format!("{path}?cursor={}", c.encode()))))
        }))
    }
}

fn secret(t: T, path: &str, hook: &Hook, now: Micros) -> Markup {
    let rotate = Form::post(format!("{path}/secret")).body(Button::submit(t.s(msg::HOOKS_ROTATE)));
    let until = hook.old_until.filter(|until| now < *until).map(|u| date_time(t.lang(), u.timestamp()).into_string());
    html! {
        (Reveal::new(t.s(msg::HOOKS_SECRET_SHOW), Code::new(&hook.secret).copy(t.lang())))
        @if let Some(until) = until {
            p.hint { (maud::PreEscaped(t.f(msg::HOOKS_SECRET_OLD, &[("until", until.into())]))) }
        }
        (Confirm::new(t.lang(), "rotate-secret", t.s(msg::HOOKS_ROTATE), t.s(msg::HOOKS_ROTATE_ASK), rotate)
            .text(t.s(msg::HOOKS_ROTATE_TEXT)).calm().icon(Icon::Key))
    }
}

fn delivery(t: T, path: &str, hook: &Hook, d: &Delivery) -> Row {
    let tone = match d.state {
        State::Waiting => Tone::Warning,
        State::Delivered => Tone::Success,
        State::Failed => Tone::Danger,
    };
    let answer = match (d.status_code, &d.error) {
        (Some(code), _) => code.to_string(),
        (None, Some(error)) => error.clone(),
        (None, None) => String::new(),
    };
    let next = d.next_at.filter(|_| d.state == State::Waiting && d.attempts > 0);
    Row::new([
        date_time(t.lang(), d.created.timestamp()),
        html! { (d.kind) br; small.hint { (d.message_id()) } },
        html! {
            (Tag::new(t.s(d.state.key())).tone(tone))
            @if let Some(at) = next {
                @let at = date_time(t.lang(), at.timestamp()).into_string();
                br; small.hint { (maud::PreEscaped(t.f(msg::HOOKS_NEXT_TRY, &[("at", at.into())]))) }
            }
        },
        html! { (answer) },
        html! { (d.attempts) },
        html! {
            @if hook.active && d.state != State::Waiting {
                (Form::post(format!("{path}/deliveries/{}", d.id)).inline()
                    .body(Button::submit(t.s(msg::HOOKS_REDELIVER)).quiet().small().describes(&d.kind)))
            }
        },
    ])
    .id(format!("d-{}", d.id))
}
