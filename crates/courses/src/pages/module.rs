//! `/desk/{office}/courses/{course}/modules/{module}`: the title and the summary of a module.

use axum::response::{IntoResponse as _, Response};
use kernel::{FaultKind, ids::ModuleId};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Diff, Field, Form, Notice};
use web::{Answer, Errors, FormData, Req, TypedPath, conflict};

use crate::{
    CourseRow, ModuleRow, Workshop, msg, policy,
    structure::{edit_module, own_module},
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/modules/{module}", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
    /// The module.
    pub module: ModuleId,
}

async fn load(req: &Req, path: &Path) -> kernel::Result<(Workshop, CourseRow, ModuleRow)> {
    let (workshop, course) = policy::author_course(req, &path.office, &path.course).await?;
    let (scope, id, of) = (workshop.scope, path.module, course.id);
    let row = req.app.db.read(move |c| Box::pin(async move { own_module(c, scope, id).await })).await?;
    if row.course != of {
        return Err(kernel::Fault::not_found());
    }
    Ok((workshop, course, row))
}

/// The page.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let (workshop, course, row) = load(&req, &path).await?;
    Ok(view(&req, &workshop, &course, &row, (&row.title, &row.summary), &Errors::default(), None))
}

/// Saves them; a stale edit shows both versions.
pub async fn save(path: Path, req: Req, form: FormData) -> Answer<Response> {
    let (workshop, course, row) = load(&req, &path).await?;
    let (title, summary) = (form.get("title").to_owned(), form.get("summary").to_owned());
    let (scope, ctx, version) = (workshop.scope, req.ctx.clone(), form.parsed("version").unwrap_or(0));
    let (id, mine) = (row.id, (title.clone(), summary.clone()));
    let saved = req
        .app
        .db
        .write(move |c| {
            let (ctx, mine) = (ctx.clone(), mine.clone());
            Box::pin(async move { edit_module(c, &ctx, scope, id, &mine.0, &mine.1, version).await })
        })
        .await;
    match saved {
        Ok(()) => {
            let to = format!("{}#m-{id}", workshop.course_path(&course, ""));
            Ok(req.redirect(to).flash(msg::COURSES_SAVED).into_response())
        }
        Err(fault) if fault.kind == FaultKind::Conflict => {
            let (_, _, row) = load(&req, &path).await?;
            let diff = Diff::new(req.lang())
                .field(req.t.s(msg::COURSES_FIELD_TITLE), row.title.clone(), title.clone())
                .field(req.t.s(msg::COURSES_FIELD_SUMMARY), row.summary.clone(), summary.clone());
            let page = view(&req, &workshop, &course, &row, (&title, &summary), &Errors::default(), Some(diff));
            Ok(conflict(page))
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(view(&req, &workshop, &course, &row, (&title, &summary), &errors, None)))
        }
    }
}

fn view(
    req: &Req,
    workshop: &Workshop,
    course: &CourseRow,
    row: &ModuleRow,
    (title, summary): (&str, &str),
    errors: &Errors,
    stale: Option<Diff>,
) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let back = workshop.course_path(course, "");
    workshop
        .page(req, "courses.module", row.title.clone())
        .crumb(t.s(msg::COURSES_TITLE), workshop.path("/courses"))
        .crumb(course.title_in(lang), back.clone())
        .here(row.title.clone())
        .narrow()
        .body(html! {
            (errors.summary(t))
            @if let Some(diff) = &stale { (Notice::warning(t.s(web::msg::FAULT_STALE))) (diff) }
            (Form::post(format!("{back}/modules/{}", row.id)).version(row.version).keep(lang, format!("module.{}", row.id)).body(html! {
                (Field::text(lang, "title", t.s(msg::COURSES_FIELD_TITLE)).required().maxlength(200).value(title).error(errors.at("title")))
                (Field::textarea(lang, "summary", t.s(msg::COURSES_MODULE_SUMMARY)).rows(3).maxlength(1000).value(summary).error(errors.at("summary")))
                (ButtonGroup::new().add(Button::submit(t.s(msg::COURSES_SAVE))).add(Button::link(t.s(msg::COURSES_CANCEL), back.clone()).quiet()))
            }))
        })
        .render()
}
