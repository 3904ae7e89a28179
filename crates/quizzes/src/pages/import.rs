//! `/desk/{office}/courses/{course}/questions/import`: questions from a file of another program. The file is read and shown
//! first, with what could not be taken and where; then all that could is taken at once, or nothing.

use std::collections::BTreeMap;

use axum::response::{IntoResponse as _, Response};
use courses::{CourseRow, Workshop, policy};
use kernel::{Fault, Result};
use maud::{Markup, html};
use questions::{Finding, Import, Severity};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Choice, Column, Empty, Field, Form, Icon, Notice, Row, Section, Table, Tag, Tone};
use web::{
    Answer, Errors, FormData, Req, TypedPath,
    kept::{self, Keeper, KeptFile},
    unprocessable,
};

use super::edit::finding;
use crate::{
    bank,
    exchange::{Format, Known, arrive, read, take},
    form::view::kind_name,
    msg,
};

/// How many findings the page shows.
const MOST_SHOWN: usize = 200;

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/questions/import", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
}

/// The form.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let (workshop, course) = policy::author_course(&req, &path.office, &path.course).await?;
    Ok(form_page(&req, &workshop, &course, &Errors::default(), None))
}

/// Reads the file; with `go=take` takes what it holds.
pub async fn save(path: Path, req: Req, form: FormData) -> Answer<Response> {
    let (workshop, course) = policy::author_course(&req, &path.office, &path.course).await?;
    let keeper = Keeper::person(req.person()?, format_args!("questions of course {}", course.id));
    let file = match form.files.iter().find(|f| f.field == "file") {
        Some(upload) => Some(keeper.keep(&req.app, &req.ctx, upload).await?),
        None => keeper.again(&req.ctx, &form)?.into_iter().next(),
    };
    let Some(file) = file else {
        let errors = Errors::of(req.t, Fault::field("file", web::msg::FIELD_REQUIRED))?;
        let page = form_page(&req, &workshop, &course, &errors, None);
        return Ok(unprocessable(page));
    };
    let bytes = req.app.blobs.get_bytes(&file.stored.hash).await?;
    let head: Vec<u8> = bytes.iter().copied().take(4000).collect();
    let format = Format::parse(form.get("format")).unwrap_or_else(|| Format::guess(&file.name, &head));
    // Reading a large file takes a while; other requests go on meanwhile.
    let import = tokio::task::spawn_blocking(move || read(format, &bytes)).await.map_err(Fault::internal)?;
    let import = match import {
        Ok(import) => import,
        Err(refused) => {
            let page = form_page(&req, &workshop, &course, &Errors::default(), Some((&file.name, &refused)));
            return Ok(unprocessable(page));
        }
    };
    if form.get("go") != "take" {
        return Ok(report(&req, &workshop, &course, &file, format, &import, form.get("category"))
            .await?
            .into_response());
    }
    let added = store(&req, &workshop, &course, import, form.get("category"), form.has("only_new")).await?;
    let to = req.redirect(workshop.course_path(&course, "/questions"));
    Ok(to.flash(if added == 0 { msg::QUIZZES_IMPORTED_NONE } else { msg::QUIZZES_IMPORTED }).into_response())
}

async fn store(
    req: &Req,
    workshop: &Workshop,
    course: &CourseRow,
    import: Import,
    category: &str,
    only_new: bool,
) -> Result<usize> {
    let mut arriving = Vec::new();
    for mut entry in import.entries {
        if entry.question.category.is_empty() {
            category.clone_into(&mut entry.question.category);
        }
        arriving.push(arrive(&req.app, entry).await?.0);
    }
    let (ctx, scope, id) = (req.ctx.clone(), workshop.scope, course.id);
    let arriving = std::sync::Arc::new(arriving);
    req.app
        .db
        .write(move |c| {
            let (ctx, arriving) = (ctx.clone(), arriving.clone());
            Box::pin(async move { take(c, &ctx, scope, id, &arriving, only_new).await })
        })
        .await
}

fn page(req: &Req, workshop: &Workshop, course: &CourseRow) -> ui::Page {
    let t = req.t;
    workshop
        .page(req, "quizzes.import", t.s(msg::QUIZZES_IMPORT_TITLE))
        .crumb(t.s(courses::msg::COURSES_TITLE), workshop.path("/courses"))
        .crumb(course.title_in(req.lang()), workshop.course_path(course, ""))
        .crumb(t.s(msg::QUIZZES_BANK), workshop.course_path(course, "/questions"))
        .here(t.s(msg::QUIZZES_IMPORT_TITLE))
}

fn form_page(
    req: &Req,
    workshop: &Workshop,
    course: &CourseRow,
    errors: &Errors,
    refused: Option<(&str, &Finding)>,
) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let formats = std::iter::once(Choice::new("", t.s(msg::QUIZZES_FORMAT_GUESS)))
        .chain(Format::ALL.iter().map(|f| Choice::new(f.as_str(), t.s(f.label()))));
    page(req, workshop, course)
        .lead(t.s(msg::QUIZZES_IMPORT_LEAD))
        .narrow()
        .body(html! {
            (errors.summary(t))
            @if let Some((name, f)) = refused {
                (Notice::danger(html! {
                    p { @if f.line > 0 { (t.f(msg::QUIZZES_IMPORT_LINE, &[("line", f.line.into())])) ": " } (finding(req, f)) }
                }).title(t.f(msg::QUIZZES_IMPORT_REFUSED, &[("name", name.into())])).announce())
            }
            (Form::multipart(workshop.course_path(course, "/questions/import")).body(html! {
                (Field::file(lang, "file", t.s(msg::QUIZZES_IMPORT_FILE)).required().accept(".xml,.gift,.txt").hint(t.s(msg::QUIZZES_IMPORT_FILE_HINT)).error(errors.at("file")))
                (Field::select(lang, "format", t.s(msg::QUIZZES_FORMAT)).required_unmarked().value("").choices(formats))
                (Field::text(lang, "category", t.s(msg::QUIZZES_IMPORT_CATEGORY)).maxlength(300).hint(t.s(msg::QUIZZES_IMPORT_CATEGORY_HINT)))
                (Button::submit(t.s(msg::QUIZZES_IMPORT_CHECK)).icon(Icon::Upload))
            }))
        })
        .render()
}

async fn report(
    req: &Req,
    workshop: &Workshop,
    course: &CourseRow,
    file: &KeptFile,
    format: Format,
    import: &Import,
    category: &str,
) -> Result<Markup> {
    let (t, lang) = (req.t, req.lang());
    let id = course.id;
    let bank = req.app.db.read(move |c| Box::pin(async move { bank::all(c, id).await })).await?;
    let has = Known::of(bank.iter())?;
    let mut known = 0;
    for entry in &import.entries {
        known += usize::from(has.has(&entry.question)?);
    }
    let refused = import.findings.iter().filter(|f| f.severity == Severity::Refused).count();
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in &import.entries {
        *kinds.entry(entry.question.kind.name()).or_default() += 1;
    }
    let n = import.entries.len();
    let rows = import.findings.iter().take(MOST_SHOWN).map(|f| {
        let (key, tone) = match f.severity {
            Severity::Refused => (msg::QUIZZES_IMPORT_NOT_TAKEN, Tone::Danger),
            Severity::Changed => (msg::QUIZZES_IMPORT_CHANGED, Tone::Warning),
        };
        Row::new([
            html! { @if f.line > 0 { (f.line) } },
            html! { (f.question) },
            html! { (Tag::new(t.s(key)).tone(tone).dot()) },
            html! { (finding(req, f)) },
        ])
    });
    let table = Table::new(t.s(msg::QUIZZES_IMPORT_REPORT))
        .column(Column::new(t.s(msg::QUIZZES_IMPORT_AT)).numeric())
        .column(Column::new(t.s(msg::QUIZZES_QUESTION)))
        .column(Column::new(t.s(msg::QUIZZES_STATE)).tight())
        .column(Column::new(t.s(msg::QUIZZES_IMPORT_WHAT)))
        .rows(rows);
    let here = workshop.course_path(course, "/questions/import");
    Ok(page(req, workshop, course)
        .kicker(t.s(format.label()))
        .lead(file.name.clone())
        .body(html! {
            @if n == 0 { (Empty::new(Icon::Warning, t.s(msg::QUIZZES_IMPORT_NOTHING))) }
            @else {
                (Notice::info(html! {
                    p { (t.f(msg::QUIZZES_IMPORT_FOUND, &[("n", n.into())])) }
                    ul.bullets { @for (kind, n) in &kinds { li { (t.s(kind_name(kind))) ": " (n) } } }
                    @if refused > 0 { p { (t.f(msg::QUIZZES_IMPORT_NOT, &[("n", refused.into())])) } }
                    @if known > 0 { p { (t.f(msg::QUIZZES_IMPORT_KNOWN, &[("n", known.into())])) } }
                }))
            }
            @if !import.findings.is_empty() { (Section::new(t.s(msg::QUIZZES_IMPORT_REPORT)).body(table)) }
            (Form::post(here.clone()).hidden("format", format.as_str()).hidden("category", category).body(html! {
                (kept::hidden(std::slice::from_ref(file)))
                @if known > 0 { (Field::checkbox(lang, "only_new", t.s(msg::QUIZZES_IMPORT_ONLY_NEW)).value("on")) }
                (ButtonGroup::new()
                    .add(Button::submit(t.f(msg::QUIZZES_IMPORT_TAKE, &[("n", n.into())])).disabled(n == 0).value("go", "take"))
                    .add(Button::link(t.s(msg::QUIZZES_IMPORT_OTHER), here).secondary()))
            }))
        })
        .render())
}
