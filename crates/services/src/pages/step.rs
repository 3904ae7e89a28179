//! `/o/{office}/apply/{draft}/{step}`: one step of a form; saving while one types; files.

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode},
    response::{IntoResponse as _, Response},
};
use kernel::{Fault, ids::DraftId};
use maud::{Markup, html};
use offices::Site;
use serde::Deserialize;
use ui::{Button, ButtonGroup, Confirm, Diff, ErrorSummary, Form, Notice, StepState, Steps};
use uuid::Uuid;
use web::{Answer, FormData, Req, TypedPath, Upload};

use super::{condition, draft_path, field::Drawing, holder, rodo};
use crate::{
    answers::{Answer as Given, Answers, Visible, check_step, from_fields, shown},
    draft::{self, Draft, Holder, Saved},
    files, msg,
    schema::{Field, Kind, Step},
};

/// The path.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/o/{office}/apply/{draft}/{step}", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The draft.
    pub draft: DraftId,
    /// The step.
    pub step: String,
}

/// Where what is typed goes by itself.
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/o/{office}/apply/{draft}/{step}/autosave", rejection(web::BadPath))]
pub struct AutosavePath {
    /// The office.
    pub office: String,
    /// The draft.
    pub draft: DraftId,
    /// The step.
    pub step: String,
}

/// The draft, for whoever asks.
pub(super) async fn load(req: &Req, site: &Site, id: DraftId, who: &Holder) -> kernel::Result<Draft> {
    let (scope, ctx, who) = (site.scope, req.ctx.clone(), who.clone());
    req.app.db.read(move |c| Box::pin(async move { draft::draft(c, &ctx, scope, id, &who).await })).await
}

/// The page.
pub async fn show(path: Path, req: Req, headers: HeaderMap) -> Answer<Response> {
    let site = offices::site(&req, &path.office).await?;
    let draft = load(&req, &site, path.draft, &holder(&req, &headers)).await?;
    if draft.row.submission_id.is_some() {
        return Ok(req.redirect(draft_path(&path.office, path.draft, "receipt")).into_response());
    }
    let step = draft.form.step(&path.step).ok_or_else(Fault::not_found)?;
    let typed = draft.typed(&path.step);
    Ok(view(&req, &site, &draft, step, &typed, &[], draft.version(&path.step)).into_response())
}

/// All answers, with those of one step as typed just now.
fn merged(draft: &Draft, step: &Step, typed: &Answers) -> Answers {
    let mut all = draft.answers();
    for field in &step.fields {
        all.0.remove(&field.id);
    }
    all.0.extend(typed.0.clone());
    all
}

/// Saves the step: on to the next, back, a file more or less.
pub async fn save(path: Path, req: Req, headers: HeaderMap, form: FormData) -> Answer<Response> {
    let site = offices::site(&req, &path.office).await?;
    let who = holder(&req, &headers);
    let mut draft = load(&req, &site, path.draft, &who).await?;
    let step = draft.form.step(&path.step).ok_or_else(Fault::not_found)?.clone();
    let typed = from_fields(&step, &form);
    let version: i64 = form.parsed("version").unwrap_or(0);
    let mut errors = add_files(&req, &site, &path, &who, &step, &form.files).await?;
    if let Some(file) = form.parsed::<Uuid>("remove") {
        let (scope, ctx, holder, id) = (site.scope, req.ctx.clone(), who.clone(), path.draft);
        req.app
            .db
            .write(move |c| {
                let (ctx, holder) = (ctx.clone(), holder.clone());
                Box::pin(async move { draft::remove_file(c, &ctx, scope, id, &holder, file).await })
            })
            .await?;
    }
    if !form.files.is_empty() || form.has("remove") {
        draft = load(&req, &site, path.draft, &who).await?;
    }
    let go = form.get("go");
    let all = merged(&draft, &step, &typed);
    let forward = go == "next" && !form.has("remove");
    if forward {
        let count = |field: &str| draft.files_of(field);
        let checked = check_step(&draft.form, &step.id, &all, &count, req.ctx.now.warsaw_date(), req.lang());
        errors.extend(checked.troubles.iter().map(|p| (p.field.clone(), req.t.args(p.key, &p.args))));
    }
    let done = forward && errors.is_empty();
    let saved = {
        let (scope, ctx, who, id) = (site.scope, req.ctx.clone(), who.clone(), path.draft);
        let (name, typed) = (step.id.clone(), typed.clone());
        req.app
            .db
            .write(move |c| {
                let (ctx, who, name, typed) = (ctx.clone(), who.clone(), name.clone(), typed.clone());
                Box::pin(async move { draft::save(c, &ctx, scope, id, &who, &name, &typed, version, done).await })
            })
            .await?
    };
    let version = match saved {
        Saved::Done(version) => version,
        Saved::Stale(theirs, now) => {
            return Ok(
                (StatusCode::CONFLICT, stale(&req, &site, &draft, &step, (&theirs, &typed), now)).into_response()
            );
        }
    };
    if !errors.is_empty() {
        let page = view(&req, &site, &draft, &step, &typed, &errors, version);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let visible = Visible::of(&draft.form, &all, &|f| draft.files_of(f) > 0);
    let to = match go {
        "next" if forward => visible.after(&step.id).map_or("summary", |s| &s.id),
        "back" => visible.before(&step.id).map_or(step.id.as_str(), |s| &s.id),
        "summary" => "summary",
        _ => &step.id,
    };
    Ok(req.redirect(draft_path(&path.office, path.draft, to)).into_response())
}

/// Keeps what is typed; 204 with the version now in `X-Version`, 409 when another window was faster.
pub async fn autosave(path: AutosavePath, req: Req, headers: HeaderMap, form: FormData) -> Answer<Response> {
    let site = offices::site(&req, &path.office).await?;
    let who = holder(&req, &headers);
    let draft = load(&req, &site, path.draft, &who).await?;
    let step = draft.form.step(&path.step).ok_or_else(Fault::not_found)?;
    let typed = from_fields(step, &form);
    let version: i64 = form.parsed("version").unwrap_or(0);
    let (scope, ctx, id, name) = (site.scope, req.ctx.clone(), path.draft, path.step.clone());
    let saved = req
        .app
        .db
        .write(move |c| {
            let (ctx, who, name, typed) = (ctx.clone(), who.clone(), name.clone(), typed.clone());
            Box::pin(async move { draft::save(c, &ctx, scope, id, &who, &name, &typed, version, false).await })
        })
        .await?;
    Ok(match saved {
        Saved::Done(version) => {
            let mut response = StatusCode::NO_CONTENT.into_response();
            response.headers_mut().insert("x-version", HeaderValue::from(version));
            response
        }
        Saved::Stale(..) => StatusCode::CONFLICT.into_response(),
    })
}

/// Puts the files sent into the object store and the draft; what is refused is said at its field.
async fn add_files(
    req: &Req,
    site: &Site,
    path: &Path,
    who: &Holder,
    step: &Step,
    files: &[Upload],
) -> kernel::Result<Vec<(String, String)>> {
    let mut errors = Vec::new();
    for upload in files {
        if !step.fields.iter().any(|f| f.id == upload.field && f.kind == Kind::File) {
            continue;
        }
        let stored = match files::keep(&req.app, upload).await {
            Ok(stored) => stored,
            Err(fault) if !fault.fields.is_empty() => {
                let said = fault.fields.iter().map(|f| req.t.args(f.key, &f.args));
                errors.extend(said.map(|said| (upload.field.clone(), format!("{}: {said}", upload.name))));
                continue;
            }
            Err(fault) => return Err(fault),
        };
        let (scope, ctx, who, id) = (site.scope, req.ctx.clone(), who.clone(), path.draft);
        let (field, name) = (upload.field.clone(), upload.name.clone());
        let added = req
            .app
            .db
            .write(move |c| {
                let (ctx, who, field, name, stored) =
                    (ctx.clone(), who.clone(), field.clone(), name.clone(), stored.clone());
                Box::pin(async move { draft::add_file(c, &ctx, scope, id, &who, &field, &name, &stored).await })
            })
            .await;
        match added {
            Ok(_) => {}
            Err(fault) if !fault.fields.is_empty() => {
                errors.extend(fault.fields.iter().map(|f| (f.field.clone(), req.t.args(f.key, &f.args))));
            }
            Err(fault) => return Err(fault),
        }
    }
    Ok(errors)
}

/// The steps above a page of the draft; `here` is a step or `summary`.
pub(super) fn progress(req: &Req, office: &str, draft: &Draft, visible: &Visible<'_>, here: &str) -> Steps {
    let mut steps = Steps::new(req.lang());
    for (step, _) in visible.steps() {
        let done = draft.steps.get(&step.id).is_some_and(|s| s.done);
        let state = match (step.id == here, done) {
            (true, _) => StepState::Current,
            (false, true) => StepState::Done,
            (false, false) => StepState::Ahead,
        };
        let link = (done && step.id != here).then(|| draft_path(office, draft.row.id, &step.id));
        steps = steps.step(step.title.get(req.lang()), state, link);
    }
    let state = if here == "summary" { StepState::Current } else { StepState::Ahead };
    steps.step(req.t.s(msg::SERVICES_SUMMARY), state, None::<&str>)
}

fn view(
    req: &Req,
    site: &Site,
    draft: &Draft,
    step: &Step,
    typed: &Answers,
    errors: &[(String, String)],
    version: i64,
) -> Markup {
    let t = req.t;
    let lang = t.lang();
    let all = merged(draft, step, typed);
    let visible = Visible::of(&draft.form, &all, &|f| draft.files_of(f) > 0);
    let here = draft_path(&site.office.slug, draft.row.id, &step.id);
    let drawing = Drawing {
        t,
        form: &draft.form,
        step: &step.id,
        answers: typed,
        errors,
        files: &draft.files,
        today: req.ctx.now.warsaw_date(),
        live: true,
        max_mb: req.app.settings.max_upload >> 20,
    };
    // A field hidden by an answer of this very page may become shown without a script: it is drawn too.
    let drawn: Vec<_> = step
        .fields
        .iter()
        .filter(|f| visible.field(&f.id) || f.when.as_ref().is_some_and(|w| condition::may_hold(w, step, &all)))
        .collect();
    let files = step.fields.iter().any(|f| f.kind == Kind::File);
    let form = if files { Form::multipart(&here) } else { Form::post(&here) };
    let mut summary = ErrorSummary::new(lang);
    for (name, error) in errors {
        // Beside the field its name stands above; in the summary it does not.
        let field =
            step.fields.iter().find(|f| f.id == *name || name.strip_prefix(&f.id).is_some_and(|r| r.starts_with('.')));
        match field.filter(|f| !matches!(f.kind, Kind::Declaration | Kind::Checkbox)) {
            Some(field) => summary = summary.field(name, naming(&part_label(t, field, name), error)),
            None => summary = summary.field(name, error),
        }
    }
    let last = visible.after(&step.id).is_none();
    let first = visible.before(&step.id).is_none();
    let body = html! {
        (progress(req, &site.office.slug, draft, &visible, &step.id))
        (summary)
        (form.version(version).keep(lang, format!("{}.{}", draft.row.id, step.id))
            .autosave(lang, format!("{here}/autosave")).body(html! {
                // Pressing Enter goes on, not back: the first button of a form is the one a browser takes.
                span hidden { (Button::submit(t.s(msg::SERVICES_NEXT)).value("go", "next")) }
                @for field in &drawn { (drawing.draw(field)) }
                (ButtonGroup::new()
                    .add(Button::submit(t.s(if last { msg::SERVICES_TO_SUMMARY } else { msg::SERVICES_NEXT })).value("go", "next"))
                    .add(html! { @if !first { (Button::submit(t.s(msg::SERVICES_BACK)).quiet().value("go", "back")) } }))
            }))
        (later(req, site, draft))
        (rodo::clause(t, &site.office, &draft.form))
    };
    let page = site
        .page(req, "services.step", step.title.get(lang))
        .kicker(draft.form.title.get(lang))
        .crumb(t.s(msg::SERVICES_TITLE), site.path("/services"))
        .crumb(draft.service.name(lang), site.path(&format!("/services/{}", draft.service.slug)))
        .here(step.title.get(lang));
    let page = if step.intro.is_empty() { page } else { page.lead(step.intro.get(lang)) };
    page.narrow().body(body).render()
}

/// An error that says which field it is about.
fn naming(label: &str, error: &str) -> String {
    let label = label.trim_end_matches(':');
    match () {
        () if error.to_lowercase().contains(&label.to_lowercase()) => error.to_owned(),
        () if label.ends_with('?') => format!("{label} {error}"),
        () => format!("{label}: {error}"),
    }
}

/// What a field, or a part of an address, is called.
fn part_label(t: i18n::T, field: &Field, name: &str) -> String {
    let part = name.strip_prefix(&field.id).and_then(|rest| rest.strip_prefix('.'));
    match part {
        Some("street") => t.s(msg::SERVICES_ADDRESS_STREET),
        Some("house") => t.s(msg::SERVICES_ADDRESS_HOUSE),
        Some("flat") => t.s(msg::SERVICES_ADDRESS_FLAT),
        Some("postal_code") => t.s(msg::SERVICES_ADDRESS_CODE),
        Some("city") => t.s(msg::SERVICES_ADDRESS_CITY),
        _ => field.label.get(t.lang()).to_owned(),
    }
}

/// That the draft is kept, how to come back, and how to throw it away.
pub(super) fn later(req: &Req, site: &Site, draft: &Draft) -> Markup {
    let t = req.t;
    let path = |rest: &str| draft_path(&site.office.slug, draft.row.id, rest);
    let kept = if draft.row.person_id.is_some() { msg::SERVICES_KEPT_ACCOUNT } else { msg::SERVICES_KEPT_BROWSER };
    html! {
        (Notice::info(t.s(kept)))
        (Confirm::new(t.lang(), "discard", t.s(msg::SERVICES_DISCARD), t.s(msg::SERVICES_DISCARD_TITLE),
            Form::post(path("discard")).body(Button::submit(t.s(msg::SERVICES_DISCARD)).danger())).text(t.s(msg::SERVICES_DISCARD_TEXT)).small())
    }
}

/// Two windows wrote the same step: both versions, nothing lost.
fn stale(req: &Req, site: &Site, draft: &Draft, step: &Step, (theirs, mine): (&Answers, &Answers), now: i64) -> Markup {
    let t = req.t;
    let lang = t.lang();
    let here = draft_path(&site.office.slug, draft.row.id, &step.id);
    let words = |typed: &Answers| {
        let all = merged(draft, step, typed);
        shown(&draft.form, &all, &|_| false, lang)
            .into_iter()
            .find(|s| s.id == step.id)
            .map(|s| s.fields)
            .unwrap_or_default()
    };
    let (left, right) = (words(theirs), words(mine));
    let mut diff = Diff::new(lang).headings(t.s(msg::SERVICES_STALE_THEIRS), t.s(msg::SERVICES_STALE_MINE));
    for field in step.fields.iter().filter(|f| f.kind.answers()) {
        let find = |list: &[crate::answers::Shown]| {
            list.iter().find(|s| s.id == field.id).map(|s| s.value.clone()).unwrap_or_default()
        };
        let (a, b) = (find(&left), find(&right));
        if a != b {
            diff = diff.field(field.label.get(lang), a, b);
        }
    }
    let mut keep = Form::post(&here).version(now);
    for (id, answer) in &mine.0 {
        keep = match answer {
            Given::Yes(_) => keep.hidden(id, "on"),
            Given::Text(text) => keep.hidden(id, text),
            Given::Many(values) => values.iter().fold(keep, |k, v| k.hidden(id, v)),
            Given::Address(a) => ["street", "house", "flat", "postal_code", "city"]
                .iter()
                .fold(keep, |k, part| k.hidden(format!("{id}.{part}"), a.part(part))),
        };
    }
    site.page(req, "services.step.stale", t.s(msg::SERVICES_STALE))
        .narrow()
        .body(html! {
            (Notice::warning(t.s(msg::SERVICES_STALE_TEXT)))
            (diff)
            (keep.hidden("go", "stay").body(ButtonGroup::new()
                .add(Button::submit(t.s(msg::SERVICES_STALE_KEEP)))
                .add(Button::link(t.s(msg::SERVICES_STALE_TAKE), here).secondary())))
        })
        .render()
}
