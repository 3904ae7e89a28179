//! `/desk/{office}/courses/{course}/publish`: what changed, what is still in somebody's way, and the version.

use axum::response::{IntoResponse as _, Response};
use kernel::{FaultKind, Result};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Field, Form, Icon, Notice, Section};
use web::{Answer, Errors, Fields, FormData, Req, TypedPath};

use super::check;
use crate::{
    Change, CourseRow, Workshop,
    changes::{kind_name, summary_of},
    msg, policy,
    publish::{self, Despite},
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/publish", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
}

async fn pending(req: &Req, course: &CourseRow) -> Result<Vec<Change>> {
    let (ctx, row) = (req.ctx.clone(), course.clone());
    req.app.db.read(move |c| Box::pin(async move { publish::pending(c, &ctx, &row).await })).await
}

/// The page.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let (workshop, course) = policy::author_course(&req, &path.office, &path.course).await?;
    let changes = pending(&req, &course).await?;
    let summary = summary_of(req.t, &changes);
    Ok(view(&req, &workshop, &course, &changes, &summary, &Fields::default(), &Errors::default()).await?)
}

/// Publishes.
pub async fn save(path: Path, req: Req, form: FormData) -> Answer<Response> {
    let (workshop, course) = policy::author_course(&req, &path.office, &path.course).await?;
    let (scope, ctx, id) = (workshop.scope, req.ctx.clone(), course.id);
    let summary = form.get("summary").replace("\r\n", "\n");
    let (barriers, _) = check::counted(&check::findings(&req, &workshop, &course).await?);
    let despite = Despite {
        barriers,
        said: form.has("despite"),
        reason: form.get("reason").replace("\r\n", "\n").trim().to_owned(),
    };
    let text = summary.clone();
    let done = req
        .app
        .db
        .write(move |c| {
            let (ctx, text, despite) = (ctx.clone(), text.clone(), despite.clone());
            Box::pin(async move { publish::publish_despite(c, &ctx, scope, id, &text, &despite).await })
        })
        .await;
    match done {
        Ok(_) => {
            Ok(req.redirect(workshop.course_path(&course, "/versions")).flash(msg::COURSES_PUBLISHED).into_response())
        }
        Err(fault) if fault.kind == FaultKind::Conflict => Err(fault.into()),
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            let changes = pending(&req, &course).await?;
            let page = view(&req, &workshop, &course, &changes, &summary, &form.fields, &errors).await?;
            Ok(errors.again(page))
        }
    }
}

/// What changed, kind by kind.
pub(super) fn changes_view(req: &Req, changes: &[Change]) -> Markup {
    let t = req.t;
    html! {
        ul.bullets {
            @for change in changes {
                li { strong { (t.s(kind_name(change.kind))) ": " } (change.title) @if !change.module.is_empty() { " (" (change.module) ")" } }
            }
        }
    }
}

async fn view(
    req: &Req,
    workshop: &Workshop,
    course: &CourseRow,
    changes: &[Change],
    summary: &str,
    sent: &Fields,
    errors: &Errors,
) -> Result<Markup> {
    let (t, lang) = (req.t, req.lang());
    let (must, should) = check::counted(&check::findings(req, workshop, course).await?);
    let look = Button::link(t.s(msg::COURSES_CHECK_SEE), workshop.course_path(course, "/check")).secondary().small();
    let found = t.f(msg::COURSES_CHECK_BRIEF, &[("must", must.into()), ("should", should.into())]);
    let first = course.published.is_none();
    let again = !first && changes.is_empty();
    let told = Field::textarea(lang, "summary", t.s(msg::COURSES_FIELD_CHANGES)).rows(6).maxlength(4000);
    let told = told.value(summary).error(errors.at("summary"));
    let told = if again { told } else { told.hint(t.s(msg::COURSES_CHANGES_HINT)) };
    Ok(workshop
        .page(req, "courses.publish", t.s(msg::COURSES_PUBLISH_TITLE))
        .crumb(t.s(msg::COURSES_TITLE), workshop.path("/courses"))
        .crumb(course.title_in(lang), workshop.course_path(course, ""))
        .here(t.s(msg::COURSES_PUBLISH))
        .lead(t.s(if first { msg::COURSES_PUBLISH_FIRST } else { msg::COURSES_PUBLISH_NEXT }))
        .narrow()
        .body(html! {
            (errors.summary(t))
            @if must > 0 { (Notice::warning(found).title(t.s(msg::COURSES_CHECK_BARRIERS)).action(look)) }
            @else if should > 0 { (Notice::info(found).action(look)) }
            @else { (Notice::success(t.s(msg::COURSES_CHECK_CLEAN))) }
            @if again { (Notice::info(t.s(msg::COURSES_NOTHING_CHANGED))) }
            @if !changes.is_empty() { (Section::new(t.s(msg::COURSES_CHANGES)).body(changes_view(req, changes))) }
            (Form::post(workshop.course_path(course, "/publish")).keep(lang, format!("publish.{}", course.id)).body(html! {
                @if !first { (told) }
                @if must > 0 {
                    (Field::checkbox(lang, "despite", t.s(msg::COURSES_DESPITE)).required()
                        .value(if sent.has("despite") { "on" } else { "" }).error(errors.at("despite")))
                    (Field::textarea(lang, "reason", t.s(msg::COURSES_DESPITE_REASON)).required().rows(3).maxlength(1000)
                        .hint(t.s(msg::COURSES_DESPITE_HINT)).value(sent.get("reason")).error(errors.at("reason")))
                }
                (ButtonGroup::new()
                    .add(Button::submit(t.s(msg::COURSES_PUBLISH_NOW)).icon(Icon::Check))
                    .add(Button::link(t.s(msg::COURSES_CANCEL), workshop.course_path(course, "")).quiet()))
            }))
        })
        .render())
}
