//! `/desk/{office}/admin/services/{service}/form/json`: the form as data, with faults by place.
//! `…/form/compare`: its versions, two of them side by side.

use axum::{
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use kernel::{FaultKind, ids::FormId};
use maud::{Markup, html};
use offices::{Desk, Role};
use serde::Deserialize;
use ui::{Button, Choice, Code, Column, Diff, Field, Form as UiForm, Notice, Reveal, Row, Table, Tag, Tone};
use web::{Answer, FormData, Req, TypedPath};

use super::{admin_form::load, admin_list};
use crate::{
    admin,
    form::{VersionRow, form, versions},
    msg,
    schema::{self, Form, SchemaFault},
    service::{ServiceRow, service_by_slug},
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/services/{service}/form/json", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The service.
    pub service: String,
}

/// The path of the versions.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/services/{service}/form/compare", rejection(web::BadPath))]
pub struct ComparePath {
    /// The office.
    pub office: String,
    /// The service.
    pub service: String,
}

fn pretty(form: &Form) -> String {
    serde_json::to_string_pretty(form).unwrap_or_default()
}

/// The page.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (service, working) = load(&req, &desk, &path.service).await?;
    let text = pretty(&working.form);
    Ok(view(&req, &desk, &service, &text, working.version, &[], None))
}

/// Takes the form from JSON. Faults are listed; what was typed stays.
pub async fn save(path: Path, req: Req, sent: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (service, working) = load(&req, &desk, &path.service).await?;
    let typed = sent.get("json").to_owned();
    let version: i64 = sent.parsed("version").unwrap_or(0);
    let form = match schema::parse(&typed) {
        Ok(form) => form,
        Err(faults) => {
            let page = view(&req, &desk, &service, &typed, version, &faults, None);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let (scope, ctx, id) = (desk.scope, req.ctx.clone(), service.id);
    let saved = req
        .app
        .db
        .write(move |c| {
            let (ctx, form) = (ctx.clone(), form.clone());
            Box::pin(async move { admin::save_working(c, &ctx, scope, id, &form, version).await })
        })
        .await;
    match saved {
        Ok(_) => {
            let to = desk.path(&format!("/admin/services/{}/form", service.slug));
            Ok(req.redirect(to).flash(msg::SERVICES_SAVED).into_response())
        }
        Err(fault) if fault.kind == FaultKind::Conflict => {
            let diff = Diff::new(req.lang()).field(req.t.s(msg::SERVICES_FORM), pretty(&working.form), &typed);
            let page = view(&req, &desk, &service, &typed, working.version, &[], Some(diff));
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

fn view(
    req: &Req,
    desk: &Desk,
    service: &ServiceRow,
    text: &str,
    version: i64,
    faults: &[SchemaFault],
    stale: Option<Diff>,
) -> Markup {
    let t = req.t;
    let here = desk.path(&format!("/admin/services/{}/form/json", service.slug));
    let body = html! {
        @if let Some(diff) = &stale { (Notice::warning(t.s(web::msg::FAULT_STALE))) (diff) }
        @if !faults.is_empty() {
            (Notice::danger(html! { ul { @for f in faults {
                li { @if !f.path.is_empty() { code { (f.path) } ": " } (t.f(f.key, &[("what", f.what.as_str().into())])) } } } })
                .title(t.s(msg::SERVICES_FORM_FAULTS)).announce())
        }
        (UiForm::post(here).version(version).body(html! {
            (Field::textarea(t.lang(), "json", "JSON").required().rows(30).value(text).spellcheck(false))
            (Button::submit(t.s(msg::SERVICES_SAVE)))
        }))
        (Reveal::new(t.s(msg::SERVICES_FORM_SCHEMA), Code::new(serde_json::to_string_pretty(&schema::json_schema::json_schema()).unwrap_or_default())))
    };
    page(req, desk, service, "json").body(body).render()
}

fn page(req: &Req, desk: &Desk, service: &ServiceRow, tab: &str) -> ui::Page {
    let t = req.t;
    let name = service.name(t.lang());
    desk.page(req, "services.admin.form.json", t.f(msg::SERVICES_FORM_OF, &[("service", name.into())]))
        .crumb(t.s(msg::SERVICES_TITLE), desk.path("/admin/services"))
        .crumb(name, desk.path(&format!("/admin/services/{}", service.slug)))
        .here(t.s(msg::SERVICES_FORM))
        .tabs(admin_list::tabs(req, desk, &service.slug, tab))
}

/// The versions; `?a=…&b=…` shows what differs between two.
pub async fn compare(path: ComparePath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, slug) = (desk.scope, path.service);
    let (a, b): (Option<FormId>, Option<FormId>) = (req.query.parsed("a"), req.query.parsed("b"));
    let (service, all, pair) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let service = service_by_slug(c, scope, &slug).await?;
                let all = versions(c, scope, service.id).await?;
                let own = |id: Option<FormId>| id.filter(|id| all.iter().any(|v| v.id == *id));
                let pair = match (own(a), own(b)) {
                    (Some(a), Some(b)) => Some((form(c, scope, a).await?, form(c, scope, b).await?)),
                    _ => None,
                };
                Ok((service, all, pair))
            })
        })
        .await?;
    let t = req.t;
    let lang = t.lang();
    let here = desk.path(&format!("/admin/services/{}/form", service.slug));
    let choices =
        || all.iter().map(|v| Choice::new(v.id.to_string(), t.f(msg::SERVICES_VERSION_N, &[("n", v.number.into())])));
    let chosen = |id: Option<FormId>| id.map(|i| i.to_string()).unwrap_or_default();
    let mut table = Table::new(t.s(msg::SERVICES_FORM_VERSIONS))
        .column(Column::new(t.s(msg::SERVICES_VERSION)))
        .column(Column::new(t.s(msg::SERVICES_VERSION_AT)))
        .column(Column::new(t.s(msg::SERVICES_VERSION_BY)))
        .column(Column::new(t.s(msg::SERVICES_ACTIONS)).hide_label());
    for v in &all {
        table = table.row(version_row(&req, &service, v, &here));
    }
    let body = html! {
        (table)
        @if service.form_id.is_some() {
            (UiForm::post(&here).inline().body(Button::submit(t.s(msg::SERVICES_FORM_WITHDRAW)).secondary().small().value("go", "choose")))
        }
        @if all.len() > 1 {
            (UiForm::get(format!("{here}/compare")).inline().body(html! {
                (Field::select(lang, "a", t.s(msg::SERVICES_COMPARE_A)).required().value(chosen(a)).choices(choices()))
                (Field::select(lang, "b", t.s(msg::SERVICES_COMPARE_B)).required().value(chosen(b)).choices(choices()))
                (Button::submit(t.s(msg::SERVICES_COMPARE)))
            }))
        }
        @if let Some((a, b)) = &pair { (parts(&req, a, b)) }
    };
    Ok(page(&req, &desk, &service, "compare").body(body).render())
}

fn version_row(req: &Req, service: &ServiceRow, v: &VersionRow, here: &str) -> Row {
    let t = req.t;
    Row::new([
        html! { (t.f(msg::SERVICES_VERSION_N, &[("n", v.number.into())])) },
        html! { (ui::date_time(t.lang(), v.published_at.timestamp())) },
        html! { (v.published_by_name) },
        html! {
            @if service.form_id == Some(v.id) { (Tag::new(t.s(msg::SERVICES_VERSION_NOW)).tone(Tone::Success).dot()) }
            @else {
                (UiForm::post(here).inline().hidden("form", v.id.to_string()).body(
                    Button::submit(t.s(msg::SERVICES_VERSION_USE)).small().quiet().value("go", "choose")))
            }
        },
    ])
}

/// The steps of both forms that differ.
fn parts(req: &Req, a: &Form, b: &Form) -> Markup {
    let t = req.t;
    let words =
        |form: &Form, id: &str| form.step(id).and_then(|s| serde_json::to_string_pretty(s).ok()).unwrap_or_default();
    let mut ids: Vec<&str> = a.steps.iter().chain(&b.steps).map(|s| s.id.as_str()).collect();
    let mut seen = std::collections::HashSet::new();
    ids.retain(|id| seen.insert(*id));
    let differing: Vec<_> =
        ids.into_iter().map(|id| (id, words(a, id), words(b, id))).filter(|(_, x, y)| x != y).collect();
    let head =
        |f: &Form| [&f.title, &f.intro, &f.purpose, &f.lawful_basis].map(|x| format!("{} / {}", x.pl, x.en)).join("\n");
    let mut diff = Diff::new(t.lang()).headings(t.s(msg::SERVICES_COMPARE_A), t.s(msg::SERVICES_COMPARE_B));
    if head(a) != head(b) {
        diff = diff.field(t.s(msg::SERVICES_FORM_WHOLE), head(a), head(b));
    } else if differing.is_empty() {
        return html! { (Notice::info(t.s(msg::SERVICES_COMPARE_SAME))) };
    }
    html! { (differing.into_iter().fold(diff, |d, (id, x, y)| d.field(id, x, y))) }
}
