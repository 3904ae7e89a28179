//! `/learn/{course}/quiz/{item}/{attempt}/finish`: a last look at what is missing, and handing in.

use std::sync::Arc;

use axum::response::{IntoResponse as _, Response};
use enrolments::Guest;
use kernel::ids::{AttemptId, ItemId};
use maud::html;
use serde::Deserialize;
use ui::{Button, ButtonGroup, Form, Icon, Notice};
use web::{Answer, Req, TypedPath};

use super::{Seat, learner_page};
use crate::{attempt::AttemptState, msg, submit::submit};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/{course}/quiz/{item}/{attempt}/finish", rejection(web::BadPath))]
pub struct Path {
    /// The course.
    pub course: String,
    /// The quiz.
    pub item: ItemId,
    /// The attempt.
    pub attempt: AttemptId,
}

/// What is missing still.
pub async fn show(path: Path, req: Req, guest: Guest) -> Answer<Response> {
    let seat = Seat::take(&req, &guest, &path.course, path.item, path.attempt).await?;
    let here = seat.path();
    if seat.attempt.state != AttemptState::Open {
        return Ok(req.redirect(format!("{here}/result")).into_response());
    }
    let t = req.t;
    let quiz = &seat.sitting.quiz;
    let order = seat.sitting.order();
    let missing: Vec<usize> =
        order.iter().enumerate().filter(|(_, slot)| !seat.answered(**slot)).map(|(i, _)| i + 1).collect();
    let to = |n: usize| if quiz.settings.one_a_page { format!("{here}?q={n}") } else { format!("{here}#question-{n}") };
    let page = learner_page(&req, quiz, "quizzes.finish", t.s(msg::QUIZZES_FINISH_TITLE))
        .crumb(quiz.title.clone(), super::quiz_path(quiz))
        .here(t.s(msg::QUIZZES_FINISH_TITLE))
        .body(html! {
            @if missing.is_empty() { (Notice::success(t.s(msg::QUIZZES_ALL_ANSWERED))) }
            @else {
                (Notice::warning(html! {
                    p { (t.f(msg::QUIZZES_MISSING, &[("n", missing.len().into())])) }
                    ul.bullets {
                        @for n in &missing { li { a href=(to(*n)) { (t.f(msg::QUIZZES_QUESTION_N, &[("n", (*n).into()), ("of", order.len().into())])) } } }
                    }
                }))
            }
            p { (t.s(msg::QUIZZES_FINISH_TEXT)) }
            div data-quiz="finish" data-hand-in data-attempt=(seat.attempt.id) data-now=(req.ctx.now.0 / 1000) data-save={ (here) "/answers" } data-result={ (here) "/result" }
                data-pressed=(t.s(msg::QUIZZES_BESIDE_HAND_IN)) {
                (super::sign_in_again(t, &format!("{here}/finish")))
                (Form::post(format!("{here}/finish")).body(html! {
                    p.quiz-beside role="status" data-quiz-beside {}
                    (ButtonGroup::new()
                        .add(Button::submit(t.s(msg::QUIZZES_HAND_IN)).icon(Icon::Check))
                        .add(Button::link(t.s(msg::QUIZZES_BACK_TO_QUESTIONS), here.clone()).secondary()))
                }))
            }
        });
    Ok(page.render().into_response())
}

/// Hands the attempt in. Twice is once.
pub async fn save(path: Path, req: Req, guest: Guest) -> Answer<Response> {
    let seat = Seat::take(&req, &guest, &path.course, path.item, path.attempt).await?;
    let (ctx, quiz, id) = (req.ctx.clone(), Arc::clone(&seat.sitting.quiz), path.attempt);
    req.app
        .db
        .write(move |c| {
            let (ctx, quiz) = (ctx.clone(), Arc::clone(&quiz));
            Box::pin(async move { submit(c, &ctx, &quiz, id).await })
        })
        .await?;
    Ok(req.redirect(format!("{}/result", seat.path())).into_response())
}
