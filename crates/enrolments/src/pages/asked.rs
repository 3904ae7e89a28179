//! Questions of learners: those that wait for an answer, and those that have one.

use std::collections::HashMap;

use axum::response::IntoResponse as _;
use courses::{CourseRow, Workshop};
use kernel::ids::{ItemId, LessonQuestionId};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Card, Empty, Field, Form, Icon, Section, Stack, Tag};
use web::{Answer, Errors, FormData, Req, TypedPath, read, work};

use super::{TEACHERS, course_page};
use crate::{QuestionRow, Which, asked, enrolment, list, msg};

/// `/desk/{office}/courses/{course}/questions-of-learners`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/questions-of-learners", rejection(web::BadPath))]
pub(crate) struct AskedPath {
    pub office: String,
    pub course: String,
}

/// `/desk/{office}/courses/{course}/questions-of-learners/{question}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/questions-of-learners/{question}", rejection(web::BadPath))]
pub(crate) struct AnswerPath {
    pub office: String,
    pub course: String,
    pub question: LessonQuestionId,
}

struct Seen {
    open: Vec<(QuestionRow, String)>,
    answered: Vec<QuestionRow>,
    titles: HashMap<ItemId, String>,
}

async fn see(req: &Req, workshop: &Workshop, course: &CourseRow) -> kernel::Result<Seen> {
    let (scope, id) = (workshop.scope, course.id);
    read!(req, |c| {
        let rows = asked::questions_of(c, scope, id, Which::Open).await?;
        let mut of = Vec::new();
        for row in &rows {
            of.push(enrolment::enrolment(c, row.enrolment).await?);
        }
        let names = list::named(c, of).await?;
        let open = rows.into_iter().zip(names).map(|(q, l)| (q, l.name)).collect();
        let answered = asked::questions_of(c, scope, id, Which::Answered).await?;
        let titles = courses::items(c, id).await?.into_iter().map(|i| (i.id, i.title)).collect();
        Ok(Seen { open, answered, titles })
    })
}

pub(crate) async fn show(path: AskedPath, req: Req) -> Answer<Markup> {
    let (workshop, course) = courses::enter_course_people(&req, &path.office, TEACHERS, &path.course).await?;
    let seen = see(&req, &workshop, &course).await?;
    Ok(view(&req, &workshop, &course, &seen, None, "", &Errors::default()))
}

pub(crate) async fn answer(path: AnswerPath, req: Req, form: FormData) -> Answer {
    let (workshop, course) = courses::enter_course_people(&req, &path.office, TEACHERS, &path.course).await?;
    let (scope, id, hidden) = (workshop.scope, path.question, form.has("hidden"));
    let text = form.raw("answer").unwrap_or_default().to_owned();
    match work!(req, |c, ctx, text| asked::answer(c, &ctx, scope, id, &text, hidden).await) {
        Ok(()) => {
            let to = workshop.course_path(&course, "/questions-of-learners");
            Ok(req.redirect(to).flash(msg::ENROLMENTS_ANSWER_SENT).into_response())
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            let seen = see(&req, &workshop, &course).await?;
            Ok(errors.again(view(&req, &workshop, &course, &seen, Some(id), &text, &errors)))
        }
    }
}

fn view(
    req: &Req,
    workshop: &Workshop,
    course: &CourseRow,
    seen: &Seen,
    at: Option<LessonQuestionId>,
    typed: &str,
    errors: &Errors,
) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let here = workshop.course_path(course, "/questions-of-learners");
    let lesson = |q: &QuestionRow| seen.titles.get(&q.item).cloned().unwrap_or_default();
    let open = seen.open.iter().map(|(q, name)| {
        let mine = at == Some(q.id);
        let who = if name.is_empty() { t.s(msg::ENROLMENTS_GUEST) } else { name.clone() };
        let field = Field::textarea(lang, "answer", t.s(msg::ENROLMENTS_ANSWER))
            .id(format!("answer-{}", q.id))
            .required()
            .rows(4)
            .value(if mine { typed } else { "" })
            .error(if mine { errors.at("answer") } else { None });
        let form = Form::post(format!("{here}/{}", q.id)).body(html! {
            (field)
            (Field::checkbox(lang, "hidden", t.s(msg::ENROLMENTS_ANSWER_HIDDEN)).id(format!("hidden-{}", q.id)))
            (Button::submit(t.s(msg::ENROLMENTS_ANSWER_SEND)).icon(Icon::Send).describes(lesson(q)))
        });
        html! {
            (Card::new(lesson(q)).level(3).meta(html! { (who) " · " (ui::date_time(lang, q.asked_at.timestamp())) })
                .body(html! { p.message-text { (q.text) } (form) }))
        }
    });
    let answered = seen.answered.iter().map(|q| {
        let hidden = q.hidden.then(|| Tag::new(t.s(msg::ENROLMENTS_ANSWER_ONLY)));
        html! {
            (Card::new(lesson(q)).level(3)
                .meta(html! { (q.answered_by) @if let Some(at) = q.answered_at { " · " (ui::date_time(lang, at.timestamp())) } @if let Some(tag) = hidden { " " (tag) } })
                .body(html! { p.message-text { (q.text) } p.message-text { strong { (t.s(msg::ENROLMENTS_ANSWER)) ": " } (q.answer) } }))
        }
    });
    course_page(req, workshop, course, "enrolments.asked", "/questions-of-learners")
        .body(html! {
            (errors.summary(t))
            (Section::new(t.s(msg::ENROLMENTS_ASKED_OPEN)).text(t.s(msg::ENROLMENTS_ASKED_TEXT)).body(html! {
                @if seen.open.is_empty() { (Empty::new(Icon::CheckCircle, t.s(msg::ENROLMENTS_ASKED_NONE))) }
                @else { (Stack::new(open)) }
            }))
            @if !seen.answered.is_empty() { (Section::new(t.s(msg::ENROLMENTS_ASKED_ANSWERED)).body(Stack::new(answered))) }
        })
        .render()
}
