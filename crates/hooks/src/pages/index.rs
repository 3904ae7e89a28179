//! The webhooks of an office, and a new one.

use axum::response::IntoResponse as _;
use maud::{Markup, html};
use offices::Desk;
use serde::Deserialize;
use ui::{Button, Column, Empty, Form, Icon, Row, Section, Table, date};
use web::{Answer, Req, TypedPath};

use super::{Sent, Typed, again, enter, event_name, events, fields, on_off, retry, summary};
use crate::{Hook, NewHook, hook, msg, policy};

/// `/desk/{office}/admin/hooks`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/hooks", rejection(web::BadPath))]
pub(crate) struct IndexPath {
    office: String,
}

pub(crate) async fn show(path: IndexPath, req: Req) -> Answer<Markup> {
    let desk = enter(&req, &path.office).await?;
    page(&req, &desk, &Typed { events: "case.*".into(), ..Typed::default() }).await
}

pub(crate) async fn add(path: IndexPath, req: Req, form: Sent) -> Answer {
    let desk = enter(&req, &path.office).await?;
    let form = form?;
    let (scope, ctx) = (desk.scope, req.ctx.clone());
    let new = NewHook { url: form.get("url").to_owned(), events: events(&form) };
    let made =
        req.app.db.write(move |c| Box::pin(async move { hook::create(c, &ctx, scope, policy(), &new).await })).await;
    match made {
        Ok(id) => {
            let to = desk.path(&format!("/admin/hooks/{id}"));
            Ok(req.redirect(to).flash(msg::HOOKS_CREATED_DONE).into_response())
        }
        Err(fault) => {
            let fault = retry(fault)?;
            let typed = Typed { url: form.get("url"), events: events(&form).join("\n"), fault: Some(&fault) };
            Ok(again(&fault, page(&req, &desk, &typed).await?))
        }
    }
}

async fn page(req: &Req, desk: &Desk, typed: &Typed<'_>) -> Answer<Markup> {
    let scope = desk.scope;
    let hooks = req.app.db.read(move |c| Box::pin(async move { hook::list(c, scope).await })).await?;
    Ok(desk
        .page(req, "hooks.index", req.t.s(msg::HOOKS_TITLE))
        .lead(req.t.s(msg::HOOKS_LEAD))
        .body(view(req.t, desk, &hooks, typed))
        .render())
}

fn view(t: i18n::T, desk: &Desk, hooks: &[Hook], typed: &Typed<'_>) -> Markup {
    let row = |h: &Hook| {
        Row::new([
            html! { (h.url) },
            html! { (h.events.0.iter().map(|kind| event_name(t, kind)).collect::<Vec<_>>().join(", ")) },
            on_off(t, h),
            date(t.lang(), h.created.warsaw_date()),
        ])
        .link(desk.path(&format!("/admin/hooks/{}", h.id)))
    };
    html! {
        (summary(t, typed.fault))
        (Table::new(t.s(msg::HOOKS_LIST))
            .column(Column::new(t.s(msg::HOOKS_COLUMN_URL)))
            .column(Column::new(t.s(msg::HOOKS_COLUMN_EVENTS)))
            .column(Column::new(t.s(msg::HOOKS_COLUMN_STATE)).tight())
            .column(Column::new(t.s(msg::HOOKS_COLUMN_CREATED)).tight())
            .rows(hooks.iter().map(row))
            .empty(Empty::new(Icon::Link, t.s(msg::HOOKS_NONE)).text(t.s(msg::HOOKS_NONE_TEXT))))
        (Section::new(t.s(msg::HOOKS_NEW)).boxed().body(Form::post(desk.path("/admin/hooks")).body(html! {
            (fields(t, typed))
            (Button::submit(t.s(msg::HOOKS_ADD)))
        })))
    }
}
