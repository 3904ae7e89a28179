//! `/desk/{office}/courses/{course}/questions/export`: the bank as a file for another program, with what it cannot hold.

use axum::{body::Body, response::Response};
use courses::{CourseRow, Workshop, policy};
use kernel::Result;
use maud::{Markup, html};
use questions::{Export, Severity};
use serde::Deserialize;
use ui::{Button, Choice, Column, Field, Form, Icon, Notice, Row, Section, Table, Tag, Tone};
use web::{Answer, Req, TypedPath, download};

use super::{bank::category_name, edit::finding};
use crate::{
    bank,
    exchange::{Format, entries, of_category, write},
    msg,
};

/// How many findings the page shows.
const MOST_SHOWN: usize = 200;

/// The path of the page.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/questions/export", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
}

/// The path of the file; `?format=moodle&category=…`.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/questions/export/file", rejection(web::BadPath))]
pub struct FilePath {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
}

/// What was asked for: the format, and the category if only one is wanted.
fn asked(req: &Req) -> (Option<Format>, Option<String>) {
    (Format::parse(req.query.get("format")), req.query.raw("category").filter(|c| *c != "*").map(str::to_owned))
}

async fn made(req: &Req, course: &CourseRow, format: Format, category: Option<String>) -> Result<Export> {
    let id = course.id;
    let (bank, files) = req
        .app
        .db
        .read(move |c| Box::pin(async move { Ok((bank::all(c, id).await?, courses::file::files(c, id).await?)) }))
        .await?;
    let entries = entries(&req.app, &of_category(bank, category.as_deref()), &files).await?;
    Ok(write(format, &entries))
}

/// The page: with a format, what the file will lack.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let (workshop, course) = policy::author_course(&req, &path.office, &path.course).await?;
    let (format, category) = asked(&req);
    let export = match format {
        Some(format) => Some((format, made(&req, &course, format, category.clone()).await?)),
        None => None,
    };
    let (scope, id) = (workshop.scope, course.id);
    let categories = req.app.db.read(move |c| Box::pin(async move { bank::categories(c, scope, id).await })).await?;
    Ok(view(&req, &workshop, &course, &categories, category.as_deref(), export.as_ref()))
}

/// The file.
pub async fn file(path: FilePath, req: Req) -> Answer<Response> {
    let (_, course) = policy::author_course(&req, &path.office, &path.course).await?;
    let (format, category) = asked(&req);
    let format = format.unwrap_or(Format::Moodle);
    let export = made(&req, &course, format, category).await?;
    let name = format!("pytania-{}.{}", course.slug, format.ending());
    let size = export.text.len() as u64;
    Ok(download(Body::from(export.text), &name, "application/octet-stream", Some(size), false))
}

fn view(
    req: &Req,
    workshop: &Workshop,
    course: &CourseRow,
    categories: &[(String, i64)],
    category: Option<&str>,
    export: Option<&(Format, Export)>,
) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let here = workshop.course_path(course, "/questions/export");
    let all = std::iter::once(Choice::new("*", t.s(msg::QUIZZES_ALL)))
        .chain(categories.iter().map(|(c, n)| Choice::new(c.clone(), format!("{} ({n})", category_name(req, c)))));
    workshop
        .page(req, "quizzes.export", t.s(msg::QUIZZES_EXPORT_TITLE))
        .crumb(t.s(courses::msg::COURSES_TITLE), workshop.path("/courses"))
        .crumb(course.title_in(lang), workshop.course_path(course, ""))
        .crumb(t.s(msg::QUIZZES_BANK), workshop.course_path(course, "/questions"))
        .here(t.s(msg::QUIZZES_EXPORT_TITLE))
        .lead(t.s(msg::QUIZZES_EXPORT_LEAD))
        .body(html! {
            (Form::get(here.clone()).body(html! {
                (Field::radios(lang, "format", t.s(msg::QUIZZES_FORMAT)).required().value(export.map_or("moodle", |(f, _)| f.as_str()))
                    .choices(Format::ALL.iter().map(|f| Choice::new(f.as_str(), t.s(f.label())))))
                (Field::select(lang, "category", t.s(msg::QUIZZES_FIELD_CATEGORY)).required_unmarked().value(category.unwrap_or("*")).choices(all))
                (Button::submit(t.s(msg::QUIZZES_EXPORT_CHECK)))
            }))
            @if let Some((format, export)) = export { (report(req, &here, *format, category, export)) }
        })
        .render()
}

fn report(req: &Req, here: &str, format: Format, category: Option<&str>, export: &Export) -> Markup {
    let t = req.t;
    let query = web::Fields(vec![
        ("format".into(), format.as_str().into()),
        ("category".into(), category.unwrap_or("*").into()),
    ]);
    let rows = export.findings.iter().take(MOST_SHOWN).map(|f| {
        let (key, tone) = match f.severity {
            Severity::Refused => (msg::QUIZZES_EXPORT_NOT_WRITTEN, Tone::Danger),
            Severity::Changed => (msg::QUIZZES_IMPORT_CHANGED, Tone::Warning),
        };
        Row::new([html! { (f.question) }, html! { (Tag::new(t.s(key)).tone(tone).dot()) }, html! { (finding(req, f)) }])
    });
    let table = Table::new(t.s(msg::QUIZZES_EXPORT_REPORT))
        .column(Column::new(t.s(msg::QUIZZES_QUESTION)))
        .column(Column::new(t.s(msg::QUIZZES_STATE)).tight())
        .column(Column::new(t.s(msg::QUIZZES_IMPORT_WHAT)))
        .rows(rows);
    html! {
        (Section::new(t.s(msg::QUIZZES_EXPORT_REPORT)).body(html! {
            @if export.findings.is_empty() { (Notice::success(t.s(msg::QUIZZES_EXPORT_WHOLE))) } @else { (table) }
            p { (Button::link(t.s(msg::QUIZZES_EXPORT_TAKE), format!("{here}/file?{}", query.encode())).icon(Icon::Download).download()) }
        }))
    }
}
