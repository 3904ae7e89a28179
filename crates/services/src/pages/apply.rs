//! `/o/{office}/services/{service}/apply`: before one begins, and beginning. `/o/{office}/drafts/{secret}`: coming back.

use axum::{
    http::HeaderMap,
    response::{IntoResponse as _, Response},
};
use kernel::Fault;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Form, Icon, Notice, Section};
use web::{Answer, Req, TypedPath};

use super::{draft_path, holder, polish, remember, rodo};
use crate::{
    draft::{self, KeyKind},
    form::form,
    msg,
    service::published_service,
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/o/{office}/services/{service}/apply", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The service.
    pub service: String,
}

/// The path of a link back to a draft.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/o/{office}/drafts/{secret}", rejection(web::BadPath))]
pub struct BackPath {
    /// The office.
    pub office: String,
    /// The secret.
    pub secret: String,
}

/// What to prepare, what happens with the data, and the drafts already begun.
pub async fn show(path: Path, req: Req, headers: HeaderMap) -> Answer<Markup> {
    let site = offices::site(&req, &path.office).await?;
    let scope = site.scope;
    let (slug, ctx, who) = (path.service.clone(), req.ctx.clone(), holder(&req, &headers));
    let (service, form, begun) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let service = published_service(c, scope, &slug).await?;
                let form = form(c, scope, service.form_id.ok_or_else(Fault::not_found)?).await?;
                let begun = draft::held(c, &ctx, scope, service.id, &who).await?;
                Ok((service, form, begun))
            })
        })
        .await?;
    let t = req.t;
    let lang = t.lang();
    let own = site.path(&format!("/services/{}", service.slug));
    // The application itself is what one is about to write.
    let prepare: Vec<&String> =
        service.documents.0.iter().filter(|d| !d.to_lowercase().starts_with("wniosek")).collect();
    let body = html! {
        @for row in &begun {
            (Notice::info(html! { (t.s(msg::SERVICES_BEGUN)) " " (ui::date_time(lang, row.updated.timestamp())) })
                .action(Button::link(t.s(msg::SERVICES_CONTINUE), draft_path(&path.office, row.id, "summary")).small()))
        }
        @if req.signed_in.is_none() {
            (Notice::info(t.s(msg::SERVICES_STRANGER))
                .action(Button::link(t.s(msg::SERVICES_SIGN_IN), format!("/sign-in?next={own}/apply")).secondary().small()))
        }
        @if !form.intro.is_empty() { p { (form.intro.get(lang)) } }
        @if !prepare.is_empty() {
            (Section::new(t.s(msg::SERVICES_PREPARE)).text(t.s(msg::SERVICES_PREPARE_TEXT)).body(html! {
                ul { @for document in &prepare { li { (polish(lang, document)) } } }
            }))
        }
        (Section::new(t.s(msg::SERVICES_STEPS)).body(html! {
            ol { @for step in &form.steps { li { (step.title.get(lang)) } } }
        }))
        (rodo::clause(t, &site.office, &form))
        (Form::post(format!("{own}/apply")).body(
            ButtonGroup::new().add(Button::submit(t.s(msg::SERVICES_START)).icon_after(Icon::ArrowRight))))
    };
    let page = site
        .page(&req, "services.apply", form.title.get(lang))
        .crumb(t.s(msg::SERVICES_TITLE), site.path("/services"))
        .crumb(service.name(lang), own)
        .here(t.s(msg::SERVICES_APPLICATION));
    Ok(page.narrow().body(body).render())
}

/// Begins a draft and leads to its first step.
pub async fn start(path: Path, req: Req, headers: HeaderMap) -> Answer<Response> {
    let site = offices::site(&req, &path.office).await?;
    let scope = site.scope;
    let (slug, ctx, person) = (path.service, req.ctx.clone(), req.signed_in.as_ref().map(|s| s.person));
    let (id, secret, first) = req
        .app
        .db
        .write(move |c| {
            let (slug, ctx) = (slug.clone(), ctx.clone());
            Box::pin(async move {
                let account = match person {
                    Some(id) => Some(identity::person(c, id).await?),
                    None => None,
                };
                let (id, secret) = draft::start(c, &ctx, scope, &slug, account.as_ref()).await?;
                let service = published_service(c, scope, &slug).await?;
                let form = form(c, scope, service.form_id.ok_or_else(Fault::not_found)?).await?;
                Ok((id, secret, form.steps.first().map(|s| s.id.clone()).unwrap_or_default()))
            })
        })
        .await?;
    let redirect = req.redirect(draft_path(&path.office, id, &first));
    Ok(match secret {
        Some(secret) => remember(redirect, &headers, &secret).into_response(),
        None => redirect.into_response(),
    })
}

/// Opens a draft in this browser by the link that was kept or sent.
pub async fn back(path: BackPath, req: Req, headers: HeaderMap) -> Answer<Response> {
    let site = offices::site(&req, &path.office).await?;
    let scope = site.scope;
    let (secret, ctx) = (path.secret.clone(), req.ctx.clone());
    let (draft, _) = req
        .app
        .db
        .read(move |c| Box::pin(async move { draft::by_secret(c, &ctx, scope, &secret, KeyKind::Holder).await }))
        .await?;
    let rest = if draft.row.submission_id.is_some() { "receipt" } else { "summary" };
    Ok(remember(req.redirect(draft_path(&path.office, draft.row.id, rest)), &headers, &path.secret).into_response())
}
