//! Screens, one a file.

pub(crate) mod ask;
pub mod bank;
mod beside;
mod difference;
pub mod edit;
pub mod export;
pub mod finish;
pub mod import;
pub mod intro;
pub mod late;
pub mod marking;
pub mod preview;
pub mod quiz;
pub(crate) mod read;
pub mod result;
pub(crate) mod review;
pub mod save;
pub mod statistics;
pub mod taking;

use std::sync::Arc;

use enrolments::Guest;
use i18n::T;
use kernel::{
    Fault, Result,
    ids::{AttemptId, ItemId},
};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Area, Button, Notice, Page};
use web::{Req, TypedPath};

use crate::{
    Sitting,
    attempt::{AnswerRow, Attempt, AttemptState, answers, attempt},
    msg,
    ready::Quiz,
    sitting::sitting,
    submit::expire_one,
};
pub(crate) use enrolments::score_percent as percent;

/// A quiz as its learner sees it.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/{course}/quiz/{item}", rejection(web::BadPath))]
pub struct QuizPath {
    /// The course.
    pub course: String,
    /// The quiz.
    pub item: ItemId,
}

/// An attempt.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/{course}/quiz/{item}/{attempt}", rejection(web::BadPath))]
pub struct AttemptPath {
    /// The course.
    pub course: String,
    /// The quiz.
    pub item: ItemId,
    /// The attempt.
    pub attempt: AttemptId,
}

/// Where a quiz is.
pub(crate) fn quiz_path(quiz: &Quiz) -> String {
    format!("/learn/{}/quiz/{}", quiz.slug, quiz.item)
}

/// Where an attempt is.
pub(crate) fn attempt_path(quiz: &Quiz, id: AttemptId) -> String {
    format!("{}/{id}", quiz_path(quiz))
}

/// A page of a quiz for its learner.
pub(crate) fn learner_page(req: &Req, quiz: &Quiz, screen: &'static str, title: impl Into<String>) -> Page {
    req.page(screen, title)
        .area(Area::Start)
        .crumb(req.t.s(msg::QUIZZES_LEARNING), "/learn")
        .crumb(quiz.course_title_in(req.lang()).to_owned(), format!("/learn/{}", quiz.slug))
        .narrow()
}

/// What the script shows when the server does not know whose the attempt is any more: the way to sign in and back here.
pub(crate) fn sign_in_again(t: T, here: &str) -> Markup {
    html! {
        div role="alert" data-quiz-sign-in hidden {
            (Notice::warning(t.s(msg::QUIZZES_SIGN_IN_TEXT)).title(t.s(msg::QUIZZES_SIGN_IN_TITLE))
                .action(Button::link(t.s(msg::QUIZZES_SIGN_IN), format!("/sign-in?next={here}"))))
        }
    }
}

/// An attempt with what was answered, for the learner whose it is.
pub(crate) struct Seat {
    pub sitting: Arc<Sitting>,
    pub attempt: Attempt,
    pub answers: Vec<AnswerRow>,
}

impl Seat {
    /// The attempt of whoever asks; one whose time is over is graded first.
    pub(crate) async fn take(req: &Req, guest: &Guest, course: &str, item: ItemId, id: AttemptId) -> Result<Self> {
        let sitting = sitting(req, guest, id).await?;
        if sitting.quiz.slug != course || sitting.quiz.item != item {
            return Err(Fault::not_found());
        }
        let read =
            || req.app.db.read(move |c| Box::pin(async move { Ok((attempt(c, id).await?, answers(c, id).await?)) }));
        let (mut row, mut given) = read().await?;
        if row.state == AttemptState::Open && !row.takes_answers(req.ctx.now) {
            expire_one(&req.app.db, &req.ctx, Arc::clone(&sitting.quiz), id).await?;
            (row, given) = read().await?;
        }
        Ok(Self { sitting, attempt: row, answers: given })
    }

    /// What was answered in a slot.
    pub(crate) fn answer(&self, slot: usize) -> Option<&AnswerRow> {
        self.answers.iter().find(|a| usize::try_from(a.slot).is_ok_and(|s| s == slot))
    }

    /// Whether something was answered in a slot.
    pub(crate) fn answered(&self, slot: usize) -> bool {
        self.answer(slot).is_some_and(|a| !a.response.0.is_blank())
    }

    /// Where the attempt is.
    pub(crate) fn path(&self) -> String {
        attempt_path(&self.sitting.quiz, self.attempt.id)
    }
}
