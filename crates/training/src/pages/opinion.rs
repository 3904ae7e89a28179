//! Asking a learner what they think of a course they completed.

use axum::response::{IntoResponse as _, Response};
use courses::CourseRow;
use enrolments::{Enrolment, Guest, State};
use i18n::T;
use kernel::Fault;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Choice, Field, Form, Icon};
use web::{Answer, Errors, FormData, Req, TypedPath, read, work};

use crate::{
    Opinion, msg,
    opinions::{self, COMMENT_MOST},
};

/// `/learn/{course}/opinion`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/{course}/opinion", rejection(web::BadPath))]
pub(crate) struct OpinionPath {
    pub course: String,
}

/// The question after completing a course: stars as radio buttons and a comment, with what was said before.
pub fn opinion_form(t: T, course_slug: &str, said: Option<&Opinion>) -> Markup {
    let (stars, comment) = said.map_or((String::new(), ""), |o| (o.stars.to_string(), o.comment.as_str()));
    form(t, course_slug, &stars, comment, &Errors::default())
}

/// What so many stars mean.
pub(crate) fn stars_words(t: T, stars: i64) -> String {
    t.s(match stars {
        1 => msg::TRAINING_STARS_1,
        2 => msg::TRAINING_STARS_2,
        3 => msg::TRAINING_STARS_3,
        4 => msg::TRAINING_STARS_4,
        _ => msg::TRAINING_STARS_5,
    })
}

fn form(t: T, slug: &str, stars: &str, comment: &str, errors: &Errors) -> Markup {
    let lang = t.lang();
    let max = u32::try_from(COMMENT_MOST).unwrap_or(u32::MAX);
    html! {
        (Form::post(format!("/learn/{slug}/opinion")).id("opinion").body(html! {
            (Field::radios(lang, "stars", t.s(msg::TRAINING_OPINION_STARS)).required()
                .choices((1..=5).rev().map(|n: i64| Choice::new(n.to_string(), stars_words(t, n))))
                .value(stars).error(errors.at("stars")))
            (Field::textarea(lang, "comment", t.s(msg::TRAINING_OPINION_COMMENT)).hint(t.s(msg::TRAINING_OPINION_HINT))
                .rows(3).maxlength(max).value(comment).error(errors.at("comment")))
            (Button::submit(t.s(msg::TRAINING_OPINION_SEND)).secondary().icon(Icon::Send))
        }))
    }
}

/// The course and the completed enrolment of whoever asks.
async fn completed(req: &Req, guest: &Guest, slug: &str) -> kernel::Result<(CourseRow, Enrolment)> {
    let slug = slug.to_owned();
    let course = read!(req, |c| courses::by_slug(c, &slug).await)?.ok_or_else(Fault::not_found)?;
    let Some(mine) = enrolments::learner(req, guest, course.id).await? else {
        return Err(if req.ctx.actor.person().is_some() { Fault::not_found() } else { Fault::sign_in() });
    };
    if mine.state != State::Completed {
        return Err(Fault::not_found());
    }
    Ok((course, mine))
}

fn page(req: &Req, course: &CourseRow, form: Markup, errors: &Errors) -> Markup {
    let t = req.t;
    let back = Button::link(t.s(msg::TRAINING_OPINION_BACK), format!("/learn/{}", course.slug)).quiet();
    req.page("training.opinion", t.s(msg::TRAINING_OPINION))
        .lead(course.title_in(t.lang()).to_owned())
        .body(html! { (errors.summary(t)) (form) (ButtonGroup::new().add(back)) })
        .render()
}

pub(crate) async fn show(path: OpinionPath, req: Req, guest: Guest) -> Answer<Markup> {
    let (course, mine) = completed(&req, &guest, &path.course).await?;
    let said = read!(req, |c| opinions::opinion(c, mine.id).await)?;
    let form = opinion_form(req.t, &course.slug, said.as_ref());
    Ok(page(&req, &course, form, &Errors::default()))
}

pub(crate) async fn send(path: OpinionPath, req: Req, guest: Guest, sent: FormData) -> Answer<Response> {
    let (course, mine) = completed(&req, &guest, &path.course).await?;
    let (stars, comment) = (sent.parsed("stars").unwrap_or(0), sent.raw("comment").unwrap_or_default().to_owned());
    match work!(req, |c, ctx, mine, comment| opinions::give(c, &ctx, &mine, stars, &comment).await) {
        Ok(()) => {
            let to = req.redirect(format!("/learn/{}", course.slug)).flash(msg::TRAINING_OPINION_THANKS);
            Ok(to.into_response())
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            let form = form(req.t, &course.slug, sent.get("stars"), &comment, &errors);
            Ok(errors.again(page(&req, &course, form, &errors)))
        }
    }
}
