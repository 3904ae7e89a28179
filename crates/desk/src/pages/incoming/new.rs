//! `/desk/{office}/incoming/new`: typing in mail that came on paper, by e-mail or another way, with its scan.

use axum::response::{IntoResponse as _, Response};
use kernel::{Fault, Result, ids::IncomingId};
use maud::{Markup, html};
use offices::{Desk, Role};
use records::{
    documents::{self, Kind, NewDocument, Origin},
    incoming::{self, Channel, Paper, Registration},
};
use serde::Deserialize;
use services::ServiceRow;
use ui::{Button, ButtonGroup, Choice, Field, Form, Icon, Width};
use web::{Answer, FormData, Once, Req, TypedPath};

use super::{fields, show::IncomingPath};
use crate::{
    form::{Typed, again},
    msg,
    show::page,
    upload::{self, Kept},
};

/// `/desk/{office}/incoming/new`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/incoming/new", rejection(web::BadPath))]
pub struct NewPath {
    /// The office's name in addresses.
    pub office: String,
}

const FORM: &str = "paper";
const CHANNELS: [Channel; 4] = [Channel::Post, Channel::InPerson, Channel::Email, Channel::Electronic];

/// Shows the form.
///
/// # Errors
/// Those of [`offices::desk`].
pub async fn show(path: NewPath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, Some(Role::Registry)).await?;
    Ok(view(&req, &desk, &Typed::nothing(), &[], &req.once()).await?)
}

/// Types the mail in and registers it at once.
///
/// # Errors
/// Those of [`offices::desk`]; a refused form is shown again.
pub async fn save(path: NewPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, Some(Role::Registry)).await?;
    let taken = upload::keep(&req, &desk, &form).await?;
    let typed_in = match taken.all() {
        Ok(files) => type_in(&req, &desk, &form, files).await,
        Err(fault) => Err(fault),
    };
    match typed_in {
        Ok(id) => {
            let to = IncomingPath { office: path.office, incoming: id };
            Ok(req.redirect(to).flash(msg::DESK_MAIL_TYPED_IN).into_response())
        }
        Err(fault) => {
            let typed = Typed::refused(FORM, &form, again(fault)?);
            Ok(typed.answer(view(&req, &desk, &typed, &taken.files, &typed.key(&req, FORM)).await?))
        }
    }
}

async fn type_in(req: &Req, desk: &Desk, form: &FormData, kept: Vec<Kept>) -> Result<IncomingId> {
    let received =
        offices::day::parse(form.get("received")).ok_or_else(|| Fault::field("received", web::msg::FIELD_DATE))?;
    let channel = Channel::parse(form.get("channel")).filter(|c| CHANNELS.contains(c));
    let paper = Paper {
        channel: channel.ok_or_else(|| Fault::field("channel", web::msg::FIELD_CHOICE))?,
        received,
        sender_person: None,
        service: form.parsed("service"),
        about: fields::read(form),
    };
    let desk = desk.clone();
    Once::form(req, form.get("once"), &upload::said(form, &kept))?
        .run(req, move |c, ctx| {
            Box::pin(async move {
                let mail = incoming::type_in(c, ctx, &desk, &paper).await?;
                for file in kept {
                    let new = NewDocument {
                        stored: file.stored,
                        name: file.name,
                        kind: Kind::Attachment,
                        origin: Origin::Party,
                    };
                    documents::add_to_incoming(c, ctx, &desk, mail.id, new).await?;
                }
                Ok(mail.id)
            })
        })
        .await?
        .read()
}

async fn view(req: &Req, desk: &Desk, typed: &Typed, kept: &[Kept], key: &str) -> Result<Markup> {
    let scope = desk.scope;
    let services = req.app.db.read(move |c| Box::pin(async move { services::services_of(c, scope).await })).await?;
    let (t, lang) = (req.t, req.lang());
    let title = t.s(msg::DESK_INCOMING_NEW);
    let form = Form::multipart(desk.path("/incoming/new")).once(key).keep(lang, "incoming-new").body(html! {
        (body(req, typed, &services))
        (upload::shown_again(req, kept))
        (typed.of(t, FORM).dress("files", Field::file(lang, "files", t.s(msg::DESK_MAIL_SCAN)).multiple()
            .hint(t.s(msg::DESK_MAIL_SCAN_HINT))))
        (ButtonGroup::new()
            .add(Button::submit(t.s(msg::DESK_MAIL_TYPE_IN)).icon(Icon::Stamp))
            .add(Button::link(t.s(msg::DESK_BACK), desk.path("/incoming")).quiet()))
    });
    Ok(page(desk, req, "desk.incoming-new", title.clone())
        .crumb(t.s(msg::DESK_INCOMING_TITLE), desk.path("/incoming"))
        .here(title)
        .lead(t.s(msg::DESK_INCOMING_NEW_LEAD))
        .narrow()
        .body(html! { (typed.summary(t)) (form) })
        .render())
}

fn body(req: &Req, typed: &Typed, services: &[ServiceRow]) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let i = typed.of(t, FORM);
    let today = req.ctx.now.warsaw_date();
    html! {
        (i.radios("channel", msg::DESK_MAIL_CHANNEL, Channel::Post.as_str()).required()
            .choices(CHANNELS.iter().map(|c| Choice::new(c.as_str(), t.s(c.label())))))
        (i.date("received", msg::DESK_MAIL_RECEIVED_ON, &today.to_string()).required().max(today))
        (fields::view(t, i, &Registration::default()))
        @if !services.is_empty() {
            (i.select("service", msg::DESK_MAIL_SERVICE, "").width(Width::Full).hint(t.s(msg::DESK_MAIL_SERVICE_HINT)).choices(
                std::iter::once(Choice::new("", t.s(msg::DESK_MAIL_SERVICE_NONE))).chain(
                    services.iter().map(|s| Choice::new(s.id.to_string(), service_name(s, lang))))))
        }
    }
}

fn service_name(service: &ServiceRow, lang: kernel::Lang) -> String {
    match lang {
        kernel::Lang::En if !service.name_en.is_empty() => service.name_en.clone(),
        _ => service.name_pl.clone(),
    }
}
