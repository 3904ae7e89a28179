//! `/desk/{office}/certificates/keys`: what the office signs with.

use axum::response::{IntoResponse as _, Response};
use kernel::{Arg, Fault, FaultKind};
use maud::{Markup, html};
use offices::Role;
use serde::Deserialize;
use ui::{Button, Code, Column, Confirm, Empty, Form, Icon, Row, Section, Table, Tag, Tone, date};
use web::{Answer, FormData, Req, TypedPath};

use super::enter;
use crate::{
    keys::{self, KeyRow},
    msg,
    withdraw::withdraw,
};

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
    let may = workshop.may(Role::Administrator);
    let withdraw = |row: &KeyRow| {
        let named: &[(&'static str, Arg)] = &[("key", row.short.as_str().into())];
        let button = Button::submit(t.s(msg::CERTIFICATES_KEY_WITHDRAW)).danger();
        let form = Form::post(here.clone()).hidden("withdraw", row.short.as_str()).body(button);
        let title = t.f(msg::CERTIFICATES_KEY_WITHDRAW_TITLE, named);
        Confirm::new(lang, format!("withdraw-{}", row.short), t.s(msg::CERTIFICATES_KEY_WITHDRAW), title, form)
            .small()
            .text(t.s(msg::CERTIFICATES_KEY_WITHDRAW_TEXT))
    };
    let table = Table::new(t.s(msg::CERTIFICATES_KEYS))
        .column(Column::new(t.s(msg::CERTIFICATES_KEY)))
        .column(Column::new(t.s(msg::CERTIFICATES_KEY_MADE)).tight())
        .column(Column::new(t.s(msg::CERTIFICATES_STATE)).tight())
        .column(Column::new(t.s(msg::CERTIFICATES_KEY_WITHDRAW)).tight().hide_label())
        .rows(rows.iter().map(|r| {
            let (key, tone) = match (r.withdrawn, r.retired) {
                (Some(_), _) => (msg::CERTIFICATES_KEY_WITHDRAWN, Tone::Danger),
                (None, None) => (msg::CERTIFICATES_KEY_IN_USE, Tone::Success),
                (None, Some(_)) => (msg::CERTIFICATES_KEY_RETIRED, Tone::Neutral),
            };
            Row::new([
                html! { (Code::new(r.short.clone())) },
                date(lang, r.made.warsaw_date()),
                html! { (Tag::new(t.s(key)).tone(tone).dot()) },
                html! { @if may && r.withdrawn.is_none() { (withdraw(r)) } },
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
            @if !rows.is_empty() && may {
                (Section::new(t.s(msg::CERTIFICATES_KEY_ROTATE)).boxed().text(t.s(msg::CERTIFICATES_KEY_ROTATE_TEXT)).body(
                    Confirm::new(lang, "rotate", t.s(msg::CERTIFICATES_KEY_ROTATE), t.s(msg::CERTIFICATES_KEY_ROTATE_TITLE),
                        Form::post(here.clone()).body(Button::submit(t.s(msg::CERTIFICATES_KEY_ROTATE))))
                        .calm().icon(Icon::Key).text(t.s(msg::CERTIFICATES_KEY_ROTATE_TEXT))))
            }
        })
        .render())
}

/// Makes a new key, or withdraws the one that the form names.
pub async fn change(path: KeysPath, req: Req, form: FormData) -> Answer<Response> {
    let workshop = enter(&req, &path.office).await?;
    if !workshop.may(Role::Administrator) {
        return Err(Fault::new(FaultKind::Forbidden, offices::msg::OFFICES_NEED_ADMINISTRATOR).into());
    }
    let done = if form.has("withdraw") {
        match withdraw(&req.app, &req.ctx, workshop.scope, form.get("withdraw")).await? {
            true => msg::CERTIFICATES_KEY_WITHDRAWN_DONE,
            false => msg::CERTIFICATES_KEY_IS_WITHDRAWN,
        }
    } else {
        keys::rotate(&req.app, &req.ctx, workshop.scope).await?;
        msg::CERTIFICATES_KEY_ROTATED
    };
    Ok(req.redirect(workshop.path("/certificates/keys")).flash(done).into_response())
}
