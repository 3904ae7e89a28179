//! The templates of an office.

use axum::response::IntoResponse as _;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Column, Empty, Form, Icon, Row, Table, Tag, Tone, date};
use web::{Answer, Req, TypedPath};

use super::{read, write};
use crate::{adopt_templates, msg, template::may_change, templates};

/// `/desk/{office}/templates`
#[derive(TypedPath, Deserialize)]
#[typed_path("/desk/{office}/templates", rejection(web::BadPath))]
pub(crate) struct TemplatesPath {
    pub office: String,
}

/// `/desk/{office}/templates/adopt`
#[derive(TypedPath, Deserialize)]
#[typed_path("/desk/{office}/templates/adopt", rejection(web::BadPath))]
pub(crate) struct AdoptPath {
    pub office: String,
}

pub(crate) async fn show(path: TemplatesPath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let t = req.t;
    let lang = t.lang();
    let rows = read(&req, &desk, |c, _, desk| Box::pin(templates(c, desk.scope))).await?;
    let may = may_change(&desk).is_ok();
    let adopt = || {
        html! {
            @if may {
                (Form::post(desk.path("/templates/adopt")).body(Button::submit(t.s(msg::LETTERS_TEMPLATES_ADOPT)).secondary()))
            }
        }
    };
    let table = Table::new(t.s(msg::LETTERS_TEMPLATES))
        .column(Column::new(t.s(msg::LETTERS_TEMPLATE_NAME)))
        .column(Column::new(t.s(msg::LETTERS_TEMPLATE_KIND)).tight())
        .column(Column::new(t.s(msg::LETTERS_COL_CHANGED)).tight())
        .rows(rows.iter().map(|row| {
            Row::new([
                html! { (row.name) @if row.retired { " " (Tag::new(t.s(msg::LETTERS_TEMPLATE_RETIRED)).tone(Tone::Neutral)) } },
                html! { (t.s(row.kind.label())) },
                html! { (date(lang, row.changed_at.warsaw_date())) },
            ])
            .link(desk.path(&format!("/templates/{}", row.id)))
        }))
        .empty(html! { (Empty::new(Icon::Document, t.s(msg::LETTERS_TEMPLATES_NONE)).text(t.s(msg::LETTERS_TEMPLATES_NONE_TEXT)).action(adopt())) });
    let mut page = desk
        .page(&req, "letters.templates", t.s(msg::LETTERS_TEMPLATES))
        .lead(t.s(msg::LETTERS_TEMPLATES_LEAD))
        .body(html! { (table) @if !rows.is_empty() && rows.iter().filter(|r| r.starter.is_some()).count() < 12 { (adopt()) } });
    if may {
        page = page.actions(Button::link(t.s(msg::LETTERS_TEMPLATE_ADD), desk.path("/templates/new")).icon(Icon::Plus));
    }
    Ok(page.render())
}

pub(crate) async fn adopt(path: AdoptPath, req: Req) -> Answer {
    let desk = offices::desk(&req, &path.office, None).await?;
    may_change(&desk)?;
    write(&req, &desk, |c, ctx, desk| Box::pin(adopt_templates(c, ctx, desk.scope))).await?;
    Ok(req.redirect(desk.path("/templates")).flash(msg::LETTERS_TEMPLATES_ADOPTED).into_response())
}
