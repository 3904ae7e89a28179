//! `/desk/{office}/courses/new`: a course of one's own.

use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Choice, Field, Form};
use web::{Answer, Errors, FormData, Req, TypedPath};

use crate::{
    Settings, Workshop,
    course::{self, Audience, audience_name, create},
    msg, policy,
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/new", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
}

/// The page.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let workshop = policy::author(&req, &path.office).await?;
    Ok(view(&req, &workshop, &Settings::titled(""), &Errors::default()))
}

/// Begins the course.
pub async fn save(path: Path, req: Req, form: FormData) -> Answer<Response> {
    let workshop = policy::author(&req, &path.office).await?;
    let audience = Audience::parse(form.get("audience")).unwrap_or(Audience::Officials);
    let settings =
        Settings { audience, summary: form.get("summary").to_owned(), ..Settings::titled(form.get("title")) };
    let (scope, ctx, new) = (workshop.scope, req.ctx.clone(), settings.clone());
    let made = req
        .app
        .db
        .write(move |c| {
            let (ctx, new) = (ctx.clone(), new.clone());
            Box::pin(async move {
                let id = create(c, &ctx, scope, &new).await?;
                course::course(c, id).await
            })
        })
        .await;
    match made {
        Ok(row) => Ok(req.redirect(workshop.course_path(&row, "")).flash(msg::COURSES_BEGUN).into_response()),
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(view(&req, &workshop, &settings, &errors)))
        }
    }
}

fn view(req: &Req, workshop: &Workshop, x: &Settings, errors: &Errors) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let list = workshop.path("/courses");
    let audiences = Audience::ALL.iter().map(|a| Choice::new(a.as_str(), t.s(audience_name(*a))));
    workshop
        .page(req, "courses.new", t.s(msg::COURSES_NEW))
        .crumb(t.s(msg::COURSES_TITLE), list.clone())
        .here(t.s(msg::COURSES_NEW))
        .narrow()
        .body(html! {
            (errors.summary(t))
            (Form::post(format!("{list}/new")).keep(lang, "course.new").body(html! {
                (Field::text(lang, "title", t.s(msg::COURSES_FIELD_TITLE)).required().maxlength(200)
                    .hint(t.s(msg::COURSES_TITLE_HINT)).value(x.title.as_str()).error(errors.at("title")))
                (Field::textarea(lang, "summary", t.s(msg::COURSES_FIELD_SUMMARY)).rows(3).maxlength(1000)
                    .hint(t.s(msg::COURSES_SUMMARY_HINT)).value(x.summary.as_str()).error(errors.at("summary")))
                (Field::radios(lang, "audience", t.s(msg::COURSES_AUDIENCE)).required_unmarked()
                    .value(x.audience.as_str()).choices(audiences))
                (ButtonGroup::new().add(Button::submit(t.s(msg::COURSES_BEGIN))).add(Button::link(t.s(msg::COURSES_CANCEL), list.clone()).quiet()))
            }))
        })
        .render()
}
