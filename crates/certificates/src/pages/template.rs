//! `/desk/{office}/certificates/template`: the wording of an office's certificates, with a preview.

use axum::{
    body::Body,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use courses::Workshop;
use kernel::{Fault, FaultKind, Lang};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Diff, ErrorSummary, Field, Fieldset, Form, Icon, Notice, date};
use web::{Answer, FormData, Req, TypedPath};

use super::enter;
use crate::{
    msg, preview as previewed,
    template::{self, Template, Wording, Words},
};

/// `/desk/{office}/certificates/template`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/certificates/template", rejection(web::BadPath))]
pub struct TemplatePath {
    /// The office.
    pub office: String,
}

/// `/desk/{office}/certificates/template/preview/{lang}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/certificates/template/preview/{lang}", rejection(web::BadPath))]
pub struct PreviewPath {
    /// The office.
    pub office: String,
    /// `pl` or `en`.
    pub lang: String,
}

async fn stored(req: &Req, workshop: &Workshop) -> kernel::Result<Template> {
    let office = workshop.office.id;
    req.app.db.read(move |c| Box::pin(async move { template::current(c, office).await })).await
}

/// The page.
pub async fn show(path: TemplatePath, req: Req) -> Answer<Markup> {
    let workshop = enter(&req, &path.office).await?;
    let now = stored(&req, &workshop).await?;
    Ok(view(&req, &workshop, &now, &now.words, None))
}

fn read(form: &FormData) -> Words {
    let wording = |lang: &str| {
        let get = |name: &str| form.get(&format!("{name}_{lang}")).replace("\r\n", "\n");
        Wording {
            heading: get("heading"),
            opening: get("opening"),
            between: get("between"),
            closing: get("closing"),
            position: get("position"),
        }
    };
    Words { pl: wording("pl"), en: wording("en"), signer: form.get("signer").to_owned() }
}

/// Keeps the wording for certificates issued from now on.
pub async fn save(path: TemplatePath, req: Req, form: FormData) -> Answer<Response> {
    let workshop = enter(&req, &path.office).await?;
    let (scope, ctx, words) = (workshop.scope, req.ctx.clone(), read(&form));
    let number = form.parsed("version").unwrap_or(-1);
    let new = words.clone();
    let saved = req
        .app
        .db
        .write(move |c| {
            let (ctx, new) = (ctx.clone(), new.clone());
            Box::pin(async move { template::change(c, &ctx, scope, number, &new).await })
        })
        .await;
    match saved {
        Ok(()) => Ok(req
            .redirect(workshop.path("/certificates/template"))
            .flash(msg::CERTIFICATES_TEMPLATE_SAVED)
            .into_response()),
        Err(fault) if matches!(fault.kind, FaultKind::Invalid | FaultKind::Conflict) => {
            let now = stored(&req, &workshop).await?;
            let status =
                if fault.kind == FaultKind::Conflict { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
            Ok((status, view(&req, &workshop, &now, &words, Some(&fault))).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

/// Shows a certificate with the wording as it stands in the form, which is not kept.
pub async fn preview(path: PreviewPath, req: Req, form: FormData) -> Answer<Response> {
    let workshop = enter(&req, &path.office).await?;
    let lang = match path.lang.as_str() {
        "pl" => Lang::Pl,
        "en" => Lang::En,
        _ => return Err(Fault::not_found().into()),
    };
    let bytes = previewed(&req.app, &req.ctx, &workshop.office, &read(&form), lang).await?;
    let size = bytes.len() as u64;
    Ok(web::download(Body::from(bytes), "certificate.pdf", "application/pdf", Some(size), true))
}

fn diff(req: &Req, theirs: &Words, mine: &Words) -> Diff {
    let t = req.t;
    let mut all = Vec::new();
    for (theirs, mine) in [(&theirs.pl, &mine.pl), (&theirs.en, &mine.en)] {
        all.extend([
            (msg::CERTIFICATES_FIELD_HEADING, &theirs.heading, &mine.heading),
            (msg::CERTIFICATES_FIELD_OPENING, &theirs.opening, &mine.opening),
            (msg::CERTIFICATES_FIELD_BETWEEN, &theirs.between, &mine.between),
            (msg::CERTIFICATES_FIELD_CLOSING, &theirs.closing, &mine.closing),
            (msg::CERTIFICATES_FIELD_POSITION, &theirs.position, &mine.position),
        ]);
    }
    all.push((msg::CERTIFICATES_FIELD_SIGNER, &theirs.signer, &mine.signer));
    all.into_iter().filter(|(_, a, b)| a != b).fold(Diff::new(t.lang()), |d, (key, a, b)| d.field(t.s(key), a, b))
}

fn view(req: &Req, workshop: &Workshop, now: &Template, x: &Words, fault: Option<&Fault>) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let here = workshop.path("/certificates/template");
    let error = |name: &str| {
        let found = fault.into_iter().flat_map(|f| &f.fields).find(|f| f.field == name);
        found.map(|f| t.args(f.key, &f.args))
    };
    let line = |name: String, key: &'static str, value: &str| {
        let error = error(&name);
        Field::text(lang, name, t.s(key)).value(value).maxlength(200).error(error)
    };
    let group = |code: &str, legend: &'static str, w: &Wording| {
        let name = |field: &str| format!("{field}_{code}");
        Fieldset::new(t.s(legend)).body(html! {
            (line(name("heading"), msg::CERTIFICATES_FIELD_HEADING, &w.heading).required())
            (line(name("opening"), msg::CERTIFICATES_FIELD_OPENING, &w.opening).hint(t.s(msg::CERTIFICATES_OPENING_HINT)))
            (line(name("between"), msg::CERTIFICATES_FIELD_BETWEEN, &w.between).hint(t.s(msg::CERTIFICATES_BETWEEN_HINT)))
            (Field::textarea(lang, name("closing"), t.s(msg::CERTIFICATES_FIELD_CLOSING)).rows(3).maxlength(2000)
                .value(w.closing.clone()).hint(t.s(msg::CERTIFICATES_CLOSING_HINT)).error(error(&name("closing"))))
            (line(name("position"), msg::CERTIFICATES_FIELD_POSITION, &w.position))
            (Button::submit(t.s(msg::CERTIFICATES_PREVIEW)).secondary().icon(Icon::Eye)
                .form_action(format!("{here}/preview/{code}")).describes(t.s(legend)))
        })
    };
    let conflict = fault.is_some_and(|f| f.kind == FaultKind::Conflict);
    let summary = fault
        .into_iter()
        .flat_map(|f| &f.fields)
        .fold(ErrorSummary::new(lang), |s, f| s.field(&f.field, t.args(f.key, &f.args)));
    workshop
        .page(req, "certificates.template", t.s(msg::CERTIFICATES_TEMPLATE))
        .crumb(t.s(msg::CERTIFICATES_TITLE), workshop.path("/certificates"))
        .here(t.s(msg::CERTIFICATES_TEMPLATE))
        .lead(t.s(msg::CERTIFICATES_TEMPLATE_LEAD))
        .body(html! {
            (summary)
            @if conflict { (Notice::warning(t.s(web::msg::FAULT_STALE))) (diff(req, &now.words, x)) }
            @if let Some((at, by)) = &now.changed {
                p { (t.s(msg::CERTIFICATES_TEMPLATE_CHANGED)) " " (date(lang, at.warsaw_date())) ", " (by) }
            }
            (Form::post(here.clone()).version(now.number).keep(lang, format!("certificates.{}", workshop.office.id)).body(html! {
                (line("signer".into(), msg::CERTIFICATES_FIELD_SIGNER, &x.signer).hint(t.s(msg::CERTIFICATES_SIGNER_HINT)))
                (group("pl", msg::CERTIFICATES_IN_POLISH, &x.pl))
                (group("en", msg::CERTIFICATES_IN_ENGLISH, &x.en))
                (ButtonGroup::new().add(Button::submit(t.s(msg::CERTIFICATES_SAVE))))
            }))
        })
        .render()
}
