//! `/desk/{office}/admin/services/{service}/form`: the form editor. Without scripts every change is a page; with them
//! the preview follows while one types.

mod controls;

use axum::{
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use kernel::{FaultKind, ids::FormId};
use maud::{Markup, html};
use offices::{Desk, Role};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Confirm, Diff, Form as UiForm, Icon, Notice, Section, Tree, TreeNode, desk_split};
use web::{Answer, Fields, FormData, Req, TypedPath};

use super::{admin_list, field::Drawing};
use crate::{
    admin::{self, Working},
    answers::Answers,
    edit::{self, Place},
    msg,
    schema::Form,
    service::{ServiceRow, service_by_slug},
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/services/{service}/form", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The service.
    pub service: String,
}

/// Where the preview comes from.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/services/{service}/form/preview", rejection(web::BadPath))]
pub struct PreviewPath {
    /// The office.
    pub office: String,
    /// The service.
    pub service: String,
}

/// The service with the form being edited.
pub(super) async fn load(req: &Req, desk: &Desk, slug: &str) -> kernel::Result<(ServiceRow, Working)> {
    let (scope, slug) = (desk.scope, slug.to_owned());
    req.app
        .db
        .read(move |c| {
            Box::pin(async move {
                let service = service_by_slug(c, scope, &slug).await?;
                let working = admin::working(c, scope, &service).await?;
                Ok((service, working))
            })
        })
        .await
}

fn place(fields: &Fields) -> Place {
    Place { step: fields.parsed("at_step"), field: fields.parsed("at_field") }
}

/// The page; `?at_step=0&at_field=2` says what is edited.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (service, working) = load(&req, &desk, &path.service).await?;
    let at = place(&req.query);
    Ok(view(&req, &desk, &service, &working.form, working.version, &at, &[], None))
}

/// Changes, publishes, throws away.
pub async fn save(path: Path, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (service, working) = load(&req, &desk, &path.service).await?;
    let (scope, ctx, id) = (desk.scope, req.ctx.clone(), service.id);
    let version: i64 = form.parsed("version").unwrap_or(0);
    let here = desk.path(&format!("/admin/services/{}/form", service.slug));
    match form.get("go") {
        "publish" => {
            req.app
                .db
                .write(move |c| {
                    let ctx = ctx.clone();
                    Box::pin(async move { admin::publish_form(c, &ctx, scope, id, version).await })
                })
                .await?;
            return Ok(req.redirect(here).flash(msg::SERVICES_FORM_PUBLISHED).into_response());
        }
        "discard" => {
            req.app
                .db
                .write(move |c| Box::pin(async move { admin::discard_working(c, scope, id, version).await }))
                .await?;
            return Ok(req.redirect(here).flash(msg::SERVICES_FORM_DISCARDED).into_response());
        }
        "choose" => {
            let chosen: Option<FormId> = form.parsed("form");
            req.app
                .db
                .write(move |c| {
                    let ctx = ctx.clone();
                    Box::pin(async move { admin::choose_form(c, &ctx, scope, id, chosen).await })
                })
                .await?;
            return Ok(req.redirect(format!("{here}/compare")).flash(msg::SERVICES_SAVED).into_response());
        }
        _ => {}
    }
    let at = place(&form);
    let mut changed = working.form.clone();
    let (at, bad) = edit::apply(&mut changed, &at, &form);
    if !bad.is_empty() {
        let page = view(&req, &desk, &service, &changed, version, &at, &bad, None);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let kept = changed.clone();
    let saved = req
        .app
        .db
        .write(move |c| {
            let (ctx, form) = (ctx.clone(), changed.clone());
            Box::pin(async move { admin::save_working(c, &ctx, scope, id, &form, version).await })
        })
        .await;
    match saved {
        Ok(_) => Ok(req.redirect(format!("{here}{}", query(&at))).into_response()),
        Err(fault) if fault.kind == FaultKind::Conflict => {
            let (service, theirs) = load(&req, &desk, &path.service).await?;
            let diff = part_diff(&req, &theirs.form, &kept, &at);
            let page = view(&req, &desk, &service, &kept, theirs.version, &at, &[], Some(diff));
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

/// The place as a query.
fn query(at: &Place) -> String {
    match (at.step, at.field) {
        (Some(i), Some(j)) => format!("?at_step={i}&at_field={j}"),
        (Some(i), None) => format!("?at_step={i}"),
        _ => String::new(),
    }
}

/// The part being edited in both versions, as JSON.
fn part_diff(req: &Req, theirs: &Form, mine: &Form, at: &Place) -> Diff {
    let part = |form: &Form| match (at.step, at.field) {
        (Some(i), Some(j)) => {
            form.steps.get(i).and_then(|s| s.fields.get(j)).and_then(|f| serde_json::to_string_pretty(f).ok())
        }
        (Some(i), None) => form.steps.get(i).and_then(|s| serde_json::to_string_pretty(s).ok()),
        _ => serde_json::to_string_pretty(form).ok(),
    };
    Diff::new(req.lang()).field(
        req.t.s(msg::SERVICES_FORM),
        part(theirs).unwrap_or_default(),
        part(mine).unwrap_or_default(),
    )
}

/// The preview for a script: the form as it would be with what is typed now.
pub async fn preview(path: PreviewPath, req: Req, form: FormData) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (_, working) = load(&req, &desk, &path.service).await?;
    let mut changed = working.form;
    let (at, _) = edit::apply(&mut changed, &place(&form), &form);
    Ok(drawn(&req, &changed, &at))
}

/// A step as the citizen sees it, drawn by the same code.
fn drawn(req: &Req, form: &Form, at: &Place) -> Markup {
    let Some(step) = form.steps.get(at.step.unwrap_or(0)) else { return html! {} };
    let answers = Answers::default();
    let drawing = Drawing {
        t: req.t,
        form,
        step: &step.id,
        answers: &answers,
        errors: &[],
        files: &[],
        today: req.ctx.now.warsaw_date(),
        live: false,
        max_mb: req.app.settings.max_upload >> 20,
    };
    html! {
        (Section::new(step.title.get(req.lang())).minor().text(step.intro.get(req.lang())).body(
            // A form of its own that leads nowhere: what is tried out here is not sent.
            UiForm::get("#").label(req.t.s(msg::SERVICES_PREVIEW)).body(html! {
                @for field in &step.fields { (drawing.draw(field)) }
            })))
    }
}

#[expect(clippy::too_many_arguments, reason = "everything the page shows")]
fn view(
    req: &Req,
    desk: &Desk,
    service: &ServiceRow,
    form: &Form,
    version: i64,
    at: &Place,
    bad: &[&'static str],
    stale: Option<Diff>,
) -> Markup {
    let t = req.t;
    let lang = t.lang();
    let here = desk.path(&format!("/admin/services/{}/form", service.slug));
    let faults = form.faults();
    let tree = Tree::new(
        t.s(msg::SERVICES_FORM_PARTS),
        form.steps.iter().enumerate().map(|(i, step)| {
            let children = step.fields.iter().enumerate().map(|(j, f)| {
                let to = Place { step: Some(i), field: Some(j) };
                TreeNode::new(f.label.get(lang)).link(format!("{here}{}", query(&to))).current(to == *at)
            });
            let to = Place { step: Some(i), field: None };
            let node = TreeNode::new(step.title.get(lang))
                .link(format!("{here}{}", query(&to)))
                .current(to == *at)
                .children(children);
            if at.step == Some(i) { node } else { node.folded() }
        }),
    );
    let left = html! {
        p { a href=(here) { (t.s(msg::SERVICES_FORM_WHOLE)) } }
        (tree)
        (UiForm::post(&here).version(version).body(Button::submit(t.s(msg::SERVICES_STEP_ADD)).secondary().small().icon(Icon::Plus).value("go", "add-step")))
    };
    let right = html! {
        @if let Some(diff) = &stale { (Notice::warning(t.s(web::msg::FAULT_STALE))) (diff) }
        @if !faults.is_empty() {
            (Notice::warning(html! { ul { @for f in faults.iter().take(20) {
                li { code { (f.path) } ": " (t.f(f.key, &[("what", f.what.as_str().into())])) } } } })
                .title(t.s(msg::SERVICES_FORM_FAULTS)))
        }
        (controls::edited(req, form, at, &here, version, bad))
        (Section::new(t.s(msg::SERVICES_PREVIEW)).boxed().body(html! { div id="form-preview" { (drawn(req, form, at)) } }))
    };
    let actions = html! {
        @if version > 0 {
            (ButtonGroup::new()
                .add(UiForm::post(&here).version(version).inline().body(
                    Button::submit(t.s(msg::SERVICES_FORM_PUBLISH)).icon(Icon::Check).disabled(!faults.is_empty()).value("go", "publish")))
                .add(Confirm::new(lang, "discard-form", t.s(msg::SERVICES_FORM_DISCARD), t.s(msg::SERVICES_FORM_DISCARD_TITLE),
                    UiForm::post(&here).version(version).body(Button::submit(t.s(msg::SERVICES_FORM_DISCARD)).danger().value("go", "discard")))))
        }
    };
    let state = if version > 0 { msg::SERVICES_FORM_EDITED } else { msg::SERVICES_FORM_AS_PUBLISHED };
    desk.page(req, "services.admin.form", t.f(msg::SERVICES_FORM_OF, &[("service", service.name(lang).into())]))
        .crumb(t.s(msg::SERVICES_TITLE), desk.path("/admin/services"))
        .crumb(service.name(lang), desk.path(&format!("/admin/services/{}", service.slug)))
        .here(t.s(msg::SERVICES_FORM))
        .lead(t.s(state))
        .actions(actions)
        .tabs(admin_list::tabs(req, desk, &service.slug, "form"))
        .body(desk_split(left, Some(right)))
        .render()
}
