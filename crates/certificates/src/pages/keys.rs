//! `/desk/{office}/certificates/keys`: what the office signs with.

use axum::response::{IntoResponse as _, Response};
use kernel::{Fault, FaultKind};
use maud::{Markup, html};
use offices::Role;
use serde::Deserialize;
use ui::{Button, Code, Column, Confirm, Empty, Form, Icon, Row, Section, Table, Tag, Tone, date};
use web::{Answer, FormData, Req, TypedPath};

use super::enter;
use crate::{keys, msg};

/// `/desk/{office}/certificates/keys`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/certificates/keys", rejection(web::BadPath))]
pub struct KeysPath {
    /// The office.
    pub office: String,
}

/// The page.
pub async fn show(path: KeysPath, req: Req) -> Answer<Markup> {
    let workshop = enter(&req, &path.office).await?;
    let office = workshop.office.id;
    let rows = req.app.db.read(move |c| Box::pin(async move { keys::keys(c, office).await })).await?;
    let (t, lang) = (req.t, req.lang());
    let here = workshop.path("/certificates/keys");
    let table = Table::new(t.s(msg::CERTIFICATES_KEYS))
        .column(Column::new(t.s(msg::CERTIFICATES_KEY)))
        .column(Column::new(t.s(msg::CERTIFICATES_KEY_MADE)).tight())
        .column(Column::new(t.s(msg::CERTIFICATES_STATE)).tight())
        .rows(rows.iter().map(|r| {
            let (key, tone) = match r.retired {
                None => (msg::CERTIFICATES_KEY_IN_USE, Tone::Success),
                Some(_) => (msg::CERTIFICATES_KEY_RETIRED, Tone::Neutral),
            };
            Row::new([
                html! { (Code::new(r.short.clone())) },
                date(lang, r.made.warsaw_date()),
                html! { (Tag::new(t.s(key)).tone(tone).dot()) },
            ])
        }))
        .empty(Empty::new(Icon::Key, t.s(msg::CERTIFICATES_KEY_NONE)).text(t.s(msg::CERTIFICATES_KEY_NONE_TEXT)));
    let published = keys::address(&req.app, &workshop.office.slug, "/keys");
    Ok(workshop
        .page(&req, "certificates.keys", t.s(msg::CERTIFICATES_KEYS))
        .crumb(t.s(msg::CERTIFICATES_TITLE), workshop.path("/certificates"))
        .here(t.s(msg::CERTIFICATES_KEYS))
        .lead(t.s(msg::CERTIFICATES_KEYS_LEAD))
        .body(html! {
            (table)
            p { (t.s(msg::CERTIFICATES_KEYS_PUBLISHED)) " " (Code::new(published).copy(lang)) }
            @if !rows.is_empty() && workshop.may(Role::Administrator) {
                (Section::new(t.s(msg::CERTIFICATES_KEY_ROTATE)).boxed().text(t.s(msg::CERTIFICATES_KEY_ROTATE_TEXT)).body(
                    Confirm::new(lang, "rotate", t.s(msg::CERTIFICATES_KEY_ROTATE), t.s(msg::CERTIFICATES_KEY_ROTATE_TITLE),
                        Form::post(here).body(Button::submit(t.s(msg::CERTIFICATES_KEY_ROTATE))))
                        .calm().icon(Icon::Key).text(t.s(msg::CERTIFICATES_KEY_ROTATE_TEXT))))
            }
        })
        .render())
}

/// Makes a new key.
pub async fn rotate(path: KeysPath, req: Req, _: FormData) -> Answer<Response> {
    let workshop = enter(&req, &path.office).await?;
    if !workshop.may(Role::Administrator) {
        return Err(Fault::new(FaultKind::Forbidden, offices::msg::OFFICES_NEED_ADMINISTRATOR).into());
    }
    keys::rotate(&req.app, &req.ctx, workshop.scope).await?;
    Ok(req.redirect(workshop.path("/certificates/keys")).flash(msg::CERTIFICATES_KEY_ROTATED).into_response())
}
