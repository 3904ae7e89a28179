//! `/learn/{course}/quiz/{item}/{attempt}/result`: what an attempt came to, what was right and why, and what next.

use axum::response::{IntoResponse as _, Response};
use enrolments::Guest;
use kernel::ids::{AttemptId, ItemId};
use maud::{Markup, PreEscaped, html};
use questions::band;
use serde::Deserialize;
use ui::{Button, ButtonGroup, Form, Icon, Notice, Section, Stat, StatGrid, Tone};
use web::{Answer, Req, TypedPath};

use super::{
    Seat, ask,
    intro::{history, standing},
    late, learner_page, percent, quiz_path, review,
};
use crate::{
    attempt::{Attempt, AttemptState, attempts, may_begin},
    late::{LateAnswer, late_answers},
    msg,
    settings::{GRACE_SECONDS, Purpose, Shown},
    submit::result,
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/{course}/quiz/{item}/{attempt}/result", rejection(web::BadPath))]
pub struct Path {
    /// The course.
    pub course: String,
    /// The quiz.
    pub item: ItemId,
    /// The attempt.
    pub attempt: AttemptId,
}

/// The page.
pub async fn show(path: Path, req: Req, guest: Guest) -> Answer<Response> {
    let seat = Seat::take(&req, &guest, &path.course, path.item, path.attempt).await?;
    if seat.attempt.state == AttemptState::Open {
        return Ok(req.redirect(seat.path()).into_response());
    }
    if seat.attempt.state == AttemptState::Void {
        return Ok(req.redirect(quiz_path(&seat.sitting.quiz)).into_response());
    }
    let (enrolment, item, id) = (seat.attempt.enrolment, path.item, path.attempt);
    let (all, late) = req
        .app
        .db
        .read(move |c| Box::pin(async move { Ok((attempts(c, enrolment, item).await?, late_answers(c, id).await?)) }))
        .await?;
    Ok(view(&req, &seat, &all, &late).into_response())
}

/// Whether the right answers may be seen now. At what the quiz was in an earlier version its attempts alone decide: right
/// answers that were hidden then may be right in the present version too.
fn may_see(seat: &Seat, all: &[Attempt]) -> (bool, bool) {
    let rules = &seat.sitting.quiz.settings;
    let of = &seat.attempt;
    let same =
        |a: &&Attempt| a.superseded == of.superseded && (!of.superseded || a.course_version == of.course_version);
    let passed = match of.superseded {
        true => all.iter().filter(same).any(|a| a.passed == Some(true)),
        false => result(&seat.sitting.quiz, all).is_some_and(|s| rules.passes(s)),
    };
    let used = rules.used_up(all.iter().filter(same).count());
    match rules.shown {
        Shown::Answers => (true, true),
        Shown::AtTheEnd => (true, passed || used),
        Shown::Marks => (true, false),
        Shown::Score => (false, false),
    }
}

fn view(req: &Req, seat: &Seat, all: &[Attempt], late: &[LateAnswer]) -> Markup {
    let t = req.t;
    let quiz = &seat.sitting.quiz;
    let attempt = &seat.attempt;
    let title = t.f(msg::QUIZZES_RESULT_OF, &[("title", quiz.title.as_str().into())]);
    let (marks, answers) = may_see(seat, all);
    let counted = result(quiz, all).filter(|_| !attempt.superseded);
    let reached: f64 = attempt.grades.0.iter().map(|g| g.points * g.fraction).sum();
    let of: f64 = attempt.grades.0.iter().map(|g| g.points).sum();
    learner_page(req, quiz, "quizzes.result", title)
        .crumb(quiz.title.clone(), quiz_path(quiz))
        .here(t.f(msg::QUIZZES_ATTEMPT_N, &[("n", attempt.number.into())]))
        .body(html! {
            @if attempt.superseded { (Notice::info(t.s(msg::QUIZZES_SUPERSEDED_TEXT)).title(t.s(msg::QUIZZES_SUPERSEDED))) }
            @if attempt.by_clock { (Notice::warning(t.f(msg::QUIZZES_BY_CLOCK, &[("seconds", GRACE_SECONDS.into())]))) }
            (late::left_over(req, quiz, attempt))
            (late::for_learner(t, seat, late))
            @match attempt.score {
                None => (Notice::info(t.s(msg::QUIZZES_WAITS_TEXT)).title(t.s(msg::QUIZZES_WAITS))),
                Some(score) => {
                    (StatGrid::new([
                        Stat::new(format!("{}%", percent(score)), t.s(msg::QUIZZES_SCORE))
                            .note(t.f(msg::QUIZZES_PASS_FROM, &[("n", quiz.settings.pass_percent.into())]))
                            .tone(if attempt.passed == Some(true) { Tone::Success } else { Tone::Warning }),
                        Stat::new(format!("{} / {}", ask::decimal(t, reached), ask::decimal(t, of)), t.s(msg::QUIZZES_POINTS_REACHED)),
                    ]))
                    @if let Some(counted) = counted { (standing(req, quiz, counted)) }
                    @if let Some(said) = band(&quiz.settings.bands, score) {
                        div.prose { (PreEscaped(courses::text::render(&said.text, &|_| None).html)) }
                    }
                    @if attempt.passed == Some(true) && !attempt.superseded && quiz.settings.purpose == Purpose::Pretest { (Notice::success(t.s(msg::QUIZZES_PRETEST_PASSED))) }
                }
            }
            @if attempt.superseded {
                (ButtonGroup::new().add(Button::link(t.s(msg::QUIZZES_TO_QUIZ), quiz_path(quiz)).icon_after(Icon::ArrowRight)))
            } @else { (next(req, seat, all)) }
            @if marks {
                (Section::new(t.s(msg::QUIZZES_REVIEW)).text(if answers { String::new() } else { t.s(msg::QUIZZES_REVIEW_LATER) }).body(html! {
                    @for (i, slot) in seat.sitting.order().into_iter().enumerate() {
                        @if let (Some(asked), Some(grade)) = (seat.sitting.asked(slot), attempt.grades.0.get(slot)) {
                            (review::question(t, asked, grade, seat.answer(slot), (i + 1, seat.sitting.slots.len()),
                                quiz.settings.partial_credit, answers))
                        }
                    }
                }))
            }
            @if all.len() > 1 { (history(req, quiz, all)) }
        })
        .render()
}

/// What one can do now.
fn next(req: &Req, seat: &Seat, all: &[Attempt]) -> Markup {
    let t = req.t;
    let quiz = &seat.sitting.quiz;
    let passed = result(quiz, all).is_some_and(|s| quiz.settings.passes(s));
    let again = may_begin(quiz, all, req.ctx.now);
    let course = format!("/learn/{}", quiz.slug);
    let on = match &quiz.next {
        Some((id, title)) => {
            Button::link(t.f(msg::QUIZZES_GO_TO, &[("title", title.as_str().into())]), format!("{course}/{id}"))
        }
        None => Button::link(t.s(msg::QUIZZES_BACK_TO_COURSE), course.clone()),
    };
    let repeat = |button: Button| html! { (Form::post(quiz_path(quiz)).body(button.icon(Icon::Refresh))) };
    html! {
        @match (&again, passed) {
            (Ok(()), false) => div.btn-group { (repeat(Button::submit(t.s(msg::QUIZZES_START_AGAIN)))) (on.secondary().icon_after(Icon::ArrowRight)) },
            (Ok(()), true) => div.btn-group { (on.icon_after(Icon::ArrowRight)) (repeat(Button::submit(t.s(msg::QUIZZES_START_AGAIN)).quiet())) },
            (Err(fault), passed) => {
                @if !passed { (Notice::info(t.fault(fault))) }
                (ButtonGroup::new().add(on.icon_after(Icon::ArrowRight)))
            }
        }
    }
}
