//! The paths of an office: a list, a new one, a page for each.

use axum::response::IntoResponse as _;
use courses::{CourseRow, Workshop};
use kernel::ids::{CourseId, PathId};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Choice, Column, Empty, Field, Fieldset, Form, Icon, Row, Table, Tag, Tone};
use web::{Answer, Errors, Fields, FormData, Req, TypedPath, read, stale, work};

use super::{chosen, yes};
use crate::{NewPath, PathRow, msg, paths};
use offices::Role;

/// Who makes paths.
const MAKERS: &[Role] = &[Role::Author, Role::Coordinator];
/// How many courses the form offers.
const PLACES: usize = 8;

/// `/desk/{office}/learning/paths`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/learning/paths", rejection(web::BadPath))]
pub(crate) struct PathsPath {
    pub office: String,
}

/// `/desk/{office}/learning/paths/new`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/learning/paths/new", rejection(web::BadPath))]
pub(crate) struct NewPathPath {
    pub office: String,
}

/// `/desk/{office}/learning/paths/{path}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/learning/paths/{path}", rejection(web::BadPath))]
pub(crate) struct PathPath {
    pub office: String,
    pub path: PathId,
}

pub(crate) async fn list(path: PathsPath, req: Req) -> Answer<Markup> {
    let workshop = courses::enter(&req, &path.office, MAKERS).await?;
    let (t, scope) = (req.t, workshop.scope);
    let rows = read!(req, |c| {
        let mut all = Vec::new();
        for row in paths::paths_of(c, scope).await? {
            let n = paths::path_courses(c, row.id).await?.len();
            all.push((row, n));
        }
        Ok(all)
    })?;
    let here = workshop.path("/learning/paths");
    let table = Table::new(t.s(msg::ENROLMENTS_PATHS))
        .columns([t.s(msg::ENROLMENTS_PATH_TITLE), t.s(msg::ENROLMENTS_STATE)])
        .column(Column::new(t.s(msg::ENROLMENTS_PATH_COURSES)).numeric().tight())
        .rows(rows.iter().map(|(p, n)| {
            let tag = if p.published {
                Tag::new(t.s(msg::ENROLMENTS_PATH_PUBLISHED)).tone(Tone::Success)
            } else {
                Tag::new(t.s(msg::ENROLMENTS_PATH_DRAFT)).tone(Tone::Warning)
            };
            Row::new([html! { (p.title_in(req.lang())) }, html! { (tag) }, html! { (n) }])
                .link(format!("{here}/{}", p.id))
        }))
        .empty(Empty::new(Icon::List, t.s(msg::ENROLMENTS_PATHS_NONE)).text(t.s(msg::ENROLMENTS_PATHS_NONE_TEXT)));
    Ok(workshop
        .page(&req, "enrolments.paths", t.s(msg::ENROLMENTS_PATHS))
        .lead(t.s(msg::ENROLMENTS_PATHS_LEAD))
        .actions(Button::link(t.s(msg::ENROLMENTS_PATH_ADD), format!("{here}/new")).icon(Icon::Plus))
        .body(table)
        .render())
}

async fn offered(req: &Req, workshop: &Workshop) -> kernel::Result<Vec<CourseRow>> {
    let scope = workshop.scope;
    read!(req, |c| courses::courses_of(c, scope).await)
}

fn read(form: &Fields) -> NewPath {
    let mut all: Vec<(CourseId, bool)> = Vec::new();
    for n in 1..=paths::MOST_COURSES {
        if let Some(id) = form.parsed(&format!("course{n}")) {
            all.push((id, form.has(&format!("required{n}"))));
        }
    }
    NewPath {
        title: form.get("title").to_owned(),
        title_en: form.get("title_en").to_owned(),
        summary: form.raw("summary").unwrap_or_default().to_owned(),
        summary_en: form.raw("summary_en").unwrap_or_default().to_owned(),
        published: form.has("published"),
        courses: all,
    }
}

pub(crate) async fn new(path: NewPathPath, req: Req) -> Answer<Markup> {
    let workshop = courses::enter(&req, &path.office, MAKERS).await?;
    let sent = Fields((1..=PLACES).map(|n| (format!("required{n}"), "on".to_owned())).collect());
    Ok(form_page(&req, &workshop, None, &sent, &Errors::default()).await?)
}

pub(crate) async fn add(path: NewPathPath, req: Req, form: FormData) -> Answer {
    let workshop = courses::enter(&req, &path.office, MAKERS).await?;
    let (scope, new) = (workshop.scope, read(&form));
    match work!(req, |c, ctx, new| paths::add_path(c, &ctx, scope, &new).await) {
        Ok(_) => Ok(req.redirect(workshop.path("/learning/paths")).flash(msg::ENROLMENTS_PATH_SAVED).into_response()),
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(form_page(&req, &workshop, None, &form.fields, &errors).await?))
        }
    }
}

pub(crate) async fn edit(path: PathPath, req: Req) -> Answer<Markup> {
    let workshop = courses::enter(&req, &path.office, MAKERS).await?;
    let (scope, id) = (workshop.scope, path.path);
    let (row, all) = read!(req, |c| Ok((paths::own_path(c, scope, id).await?, paths::path_courses(c, id).await?)))?;
    Ok(form_page(&req, &workshop, Some(id), &filled(&row, &all), &Errors::default()).await?)
}

fn filled(row: &PathRow, all: &[(CourseRow, bool)]) -> Fields {
    let mut sent = vec![
        ("title".to_owned(), row.title.clone()),
        ("title_en".to_owned(), row.title_en.clone()),
        ("summary".to_owned(), row.summary.clone()),
        ("summary_en".to_owned(), row.summary_en.clone()),
        ("version".to_owned(), row.version.to_string()),
    ];
    if row.published {
        sent.push(("published".to_owned(), "on".to_owned()));
    }
    for (n, (course, required)) in (1..).zip(all) {
        sent.push((format!("course{n}"), course.id.to_string()));
        if *required {
            sent.push((format!("required{n}"), "on".to_owned()));
        }
    }
    Fields(sent)
}

/// What another saved meanwhile beside what was typed, which takes over its version.
async fn beside(req: &Req, workshop: &Workshop, now: &Fields, mine: &mut Fields) -> kernel::Result<Errors> {
    let (t, lang) = (req.t, req.lang());
    let offered = offered(req, workshop).await?;
    let names = [
        ("title", msg::ENROLMENTS_PATH_TITLE),
        ("summary", msg::ENROLMENTS_PATH_SUMMARY),
        ("title_en", msg::ENROLMENTS_PATH_TITLE_EN),
        ("summary_en", msg::ENROLMENTS_PATH_SUMMARY_EN),
        ("courses", msg::ENROLMENTS_PATH_COURSES),
        ("published", msg::ENROLMENTS_PATH_PUBLISH),
    ];
    let names = names.map(|(name, label)| (name.to_owned(), t.s(label)));
    Ok(super::beside(req, &names, now, mine, |name, of| match name {
        "courses" => {
            let lines = (1..=paths::MOST_COURSES).filter_map(|n| {
                let id = of.some(&format!("course{n}"))?;
                let title = chosen(id, offered.iter().map(|c| (c.id.to_string(), c.title_in(lang))));
                let required = of.has(&format!("required{n}"));
                Some(if required { title } else { format!("{title} ({})", t.s(msg::ENROLMENTS_ITEM_EXTRA)) })
            });
            lines.collect::<Vec<_>>().join("\n")
        }
        "published" => yes(t, of.has(name)),
        _ => of.get(name).to_owned(),
    }))
}

pub(crate) async fn change(path: PathPath, req: Req, form: FormData) -> Answer {
    let workshop = courses::enter(&req, &path.office, MAKERS).await?;
    let (scope, id, new) = (workshop.scope, path.path, read(&form));
    let version = form.parsed("version").unwrap_or(0);
    let done = work!(req, |c, ctx, new| {
        let _ = &ctx;
        paths::change_path(c, scope, id, version, &new).await
    });
    match done {
        Ok(()) => Ok(req.redirect(workshop.path("/learning/paths")).flash(msg::ENROLMENTS_PATH_SAVED).into_response()),
        Err(fault) if stale(&fault) => {
            let (row, all) =
                read!(req, |c| Ok((paths::own_path(c, scope, id).await?, paths::path_courses(c, id).await?)))?;
            let mut sent = form.fields;
            let errors = beside(&req, &workshop, &filled(&row, &all), &mut sent).await?;
            Ok(errors.again(form_page(&req, &workshop, Some(id), &sent, &errors).await?))
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(form_page(&req, &workshop, Some(id), &form.fields, &errors).await?))
        }
    }
}

async fn form_page(
    req: &Req,
    workshop: &Workshop,
    id: Option<PathId>,
    sent: &Fields,
    errors: &Errors,
) -> kernel::Result<Markup> {
    let (t, lang) = (req.t, req.lang());
    let all = offered(req, workshop).await?;
    let list = workshop.path("/learning/paths");
    let (title, action) = match id {
        Some(id) => (sent.get("title").to_owned(), format!("{list}/{id}")),
        None => (t.s(msg::ENROLMENTS_PATH_ADD), format!("{list}/new")),
    };
    let filled = (1..=paths::MOST_COURSES).filter(|n| sent.some(&format!("course{n}")).is_some()).count();
    let places = PLACES.max(filled + 3).min(paths::MOST_COURSES);
    let ticked = |name: &str| if sent.has(name) { "on" } else { "" };
    let course = |n: usize| {
        let (name, required) = (format!("course{n}"), format!("required{n}"));
        let nothing = std::iter::once(Choice::new("", t.s(msg::ENROLMENTS_PATH_NO_COURSE)));
        let choices = nothing.chain(all.iter().map(|c| Choice::new(c.id.to_string(), c.title_in(lang).to_owned())));
        html! {
            (Field::select(lang, &name, t.f(msg::ENROLMENTS_PATH_PLACE, &[("n", n.into())])).required_unmarked().choices(choices).value(sent.get(&name)))
            (Field::checkbox(lang, &required, t.f(msg::ENROLMENTS_PATH_REQUIRED, &[("n", n.into())])).required_unmarked().value(ticked(&required)))
        }
    };
    let body = html! {
        (errors.summary(t))
        (Form::post(action).version(sent.get("version")).body(html! {
            (Field::text(lang, "title", t.s(msg::ENROLMENTS_PATH_TITLE)).required().maxlength(200).value(sent.get("title")).error(errors.at("title")))
            (Field::textarea(lang, "summary", t.s(msg::ENROLMENTS_PATH_SUMMARY)).rows(3).value(sent.raw("summary").unwrap_or_default()).error(errors.at("summary")))
            (Field::text(lang, "title_en", t.s(msg::ENROLMENTS_PATH_TITLE_EN)).maxlength(200).value(sent.get("title_en")).error(errors.at("title_en")))
            (Field::textarea(lang, "summary_en", t.s(msg::ENROLMENTS_PATH_SUMMARY_EN)).rows(3).value(sent.raw("summary_en").unwrap_or_default()).error(errors.at("summary_en")))
            (Fieldset::new(t.s(msg::ENROLMENTS_PATH_COURSES)).body(html! {
                @if let Some(text) = errors.at("courses") { p.error id=(Field::id_of("courses")) tabindex="-1" { (text) } }
                @for n in 1..=places { (course(n)) }
            }))
            (Field::checkbox(lang, "published", t.s(msg::ENROLMENTS_PATH_PUBLISH)).value(ticked("published")))
            (Button::submit(t.s(msg::ENROLMENTS_SAVE)))
        }))
    };
    let page = workshop.page(req, "enrolments.path", title.clone());
    Ok(page.crumb(t.s(msg::ENROLMENTS_PATHS), list).here(title).narrow().body(body).render())
}
