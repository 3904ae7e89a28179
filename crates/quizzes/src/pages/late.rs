//! Answers that came after the end: what the learner is told of them, and how their trainer decides whether they count
//! (`/desk/{office}/courses/{course}/marking/{attempt}/late`).

use std::sync::Arc;

use axum::response::{IntoResponse as _, Response};
use i18n::T;
use kernel::{Fault, Micros, ids::AttemptId};
use maud::{Markup, PreEscaped, html};
use questions::Response as Given;
use serde::Deserialize;
use ui::{Button, ButtonGroup, Form, Icon, Notice, Section, SummaryList, Tag, Tone, date};
use web::{Answer, FormData, Req, TypedPath};

use super::{Seat, attempt_path, marking, review};
use crate::{
    attempt::Attempt,
    late::{LateAnswer, LateState, decide},
    msg,
    ready::{Piece, Quiz},
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/marking/{attempt}/late", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
    /// The attempt.
    pub attempt: AttemptId,
}

/// Counts late answers or leaves them out: `slot` names one, without it all that wait; `go` is `count` or `leave`.
pub async fn save(path: Path, req: Req, form: FormData) -> Answer<Response> {
    let at = marking::AttemptPath { office: path.office, course: path.course, attempt: path.attempt };
    let bench = marking::load(&req, &at).await?;
    let count = match form.get("go") {
        "count" => true,
        "leave" => false,
        _ => return Err(Fault::not_found().into()),
    };
    let slot = form.parsed::<usize>("slot");
    let (ctx, scope, quiz, id) = (req.ctx.clone(), bench.workshop.scope, Arc::clone(&bench.quiz), path.attempt);
    req.app
        .db
        .write(move |c| {
            let (ctx, quiz) = (ctx.clone(), Arc::clone(&quiz));
            Box::pin(async move { decide(c, &ctx, scope, &quiz, id, slot, count).await })
        })
        .await?;
    let to = bench.workshop.course_path(&bench.course, &format!("/marking/{id}"));
    let said = if count { msg::QUIZZES_LATE_COUNTED_SAID } else { msg::QUIZZES_LATE_LEFT_SAID };
    Ok(req.redirect(to).flash(said).into_response())
}

/// A moment to the second: here seconds matter.
fn moment(t: T, at: Micros) -> Markup {
    let local = law::format::warsaw_time(at.0);
    html! { (date(t.lang(), at.warsaw_date())) ", " (format!("{}:{:02}:{:02}", local.hour(), local.minute(), local.second())) }
}

fn state(t: T, state: LateState) -> Tag {
    let (key, tone) = match state {
        LateState::Waits => (msg::QUIZZES_LATE_WAITS, Tone::Warning),
        LateState::Counted => (msg::QUIZZES_LATE_COUNTED, Tone::Success),
        LateState::Left => (msg::QUIZZES_LATE_LEFT, Tone::Neutral),
    };
    Tag::new(t.s(key)).tone(tone).dot()
}

/// Late answers on their trainer's bench, each with both times; nothing when there are none.
pub(super) fn on_bench(req: &Req, bench: &marking::Bench) -> Markup {
    let t = req.t;
    let to = bench.workshop.course_path(&bench.course, &format!("/marking/{}/late", bench.attempt.id));
    let slots = bench.quiz.drawn(bench.attempt.seed());
    let waiting = bench.late.iter().filter(|a| a.state == LateState::Waits).count();
    let can = bench.late.iter().any(|a| a.state == LateState::Waits && !a.after(&bench.attempt));
    let one = |late: &LateAnswer| {
        let slot = usize::try_from(late.slot).unwrap_or(usize::MAX);
        let Some(asked) = slots.get(slot).and_then(|place| bench.quiz.questions.get(*place)) else { return html! {} };
        let after = late.after(&bench.attempt);
        let kept = match (&late.state, &late.before) {
            (LateState::Counted, before) => before.as_ref().map_or(&Given::Blank, |b| &b.0.response),
            _ => bench.answer(slot).map_or(&Given::Blank, |a| &a.response.0),
        };
        let times = SummaryList::new(t.lang())
            .fact(t.s(msg::QUIZZES_LATE_ENDED), html! { @if let Some(at) = bench.attempt.ends { (moment(t, at)) } })
            .fact(
                t.s(msg::QUIZZES_LATE_GIVEN),
                html! { @match late.given { Some(at) => (moment(t, at)), None => (t.s(msg::QUIZZES_LATE_NOT_TOLD)) } },
            )
            .fact(t.s(msg::QUIZZES_LATE_CAME), moment(t, late.came))
            .compact();
        let mut buttons = ButtonGroup::new();
        if late.state != LateState::Counted && !after {
            let count = Button::submit(t.s(msg::QUIZZES_LATE_COUNT)).secondary().value("go", "count");
            buttons = buttons.add(count.describes(asked.question.name.as_str()));
        }
        if late.state != LateState::Left {
            let leave = Button::submit(t.s(msg::QUIZZES_LATE_LEAVE)).quiet().value("go", "leave");
            buttons = buttons.add(leave.describes(asked.question.name.as_str()));
        }
        html! {
            section.question {
                div.question-head { h3.question-title { (asked.question.name) } (state(t, late.state)) }
                div.prose.question-text {
                    @for piece in &asked.text {
                        @match piece { Piece::Html(text) => (PreEscaped(text)), Piece::Gap(gap) => span.gap-mark { "[" (gap + 1) "]" } }
                    }
                }
                div.question-given { p.label { (t.s(msg::QUIZZES_LATE_ANSWER)) } (review::given_words(t, asked, &late.response.0)) }
                div.question-given { p.label { (t.s(msg::QUIZZES_LATE_IN_TIME)) } (review::given_words(t, asked, kept)) }
                (times)
                @if after { (Notice::warning(t.s(msg::QUIZZES_LATE_AFTER))) }
                @if let Some(by) = &late.decided_by { p.hint { (t.f(msg::QUIZZES_LATE_DECIDED, &[("name", by.as_str().into())])) } }
                (Form::post(to.as_str()).hidden("slot", slot.to_string()).body(buttons))
            }
        }
    };
    if bench.late.is_empty() {
        return html! {};
    }
    let mut all = ButtonGroup::new();
    if can {
        all = all.add(Button::submit(t.s(msg::QUIZZES_LATE_COUNT_ALL)).value("go", "count").icon(Icon::Check));
    }
    all = all.add(Button::submit(t.s(msg::QUIZZES_LATE_LEAVE_ALL)).secondary().value("go", "leave"));
    html! {
        (Section::new(t.s(msg::QUIZZES_LATE_TITLE)).text(t.s(msg::QUIZZES_LATE_BENCH_TEXT)).body(html! {
            @if waiting > 1 { (Form::post(to.as_str()).body(all)) }
            @for late in &bench.late { (one(late)) }
        }))
    }
}

/// What a learner is told of answers that came late: which, who decides, and what was decided.
pub(super) fn for_learner(t: T, seat: &Seat, late: &[LateAnswer]) -> Markup {
    if late.is_empty() {
        return html! {};
    }
    let order = seat.sitting.order();
    let of = order.len();
    let waits = late.iter().any(|a| a.state == LateState::Waits);
    let mut rows: Vec<(usize, &LateAnswer)> = late
        .iter()
        .filter_map(|a| Some((order.iter().position(|s| usize::try_from(a.slot).is_ok_and(|slot| slot == *s))? + 1, a)))
        .collect();
    rows.sort_by_key(|(n, _)| *n);
    let list = html! {
        ul.bullets {
            @for (n, late) in &rows {
                li {
                    (t.f(msg::QUIZZES_QUESTION_N, &[("n", (*n).into()), ("of", of.into())])) ": "
                    @if let Some(asked) = usize::try_from(late.slot).ok().and_then(|slot| seat.sitting.asked(slot)) {
                        (review::given_words(t, asked, &late.response.0)) " "
                    }
                    (state(t, late.state))
                }
            }
        }
    };
    let text = t.f(msg::QUIZZES_LATE_TEXT, &[("n", rows.len().into())]);
    let more = t.s(if waits { msg::QUIZZES_LATE_WHO } else { msg::QUIZZES_LATE_DONE });
    let body = html! { p { (text) " " (more) } (list) };
    let notice = if waits { Notice::warning(body) } else { Notice::info(body) };
    html! { (notice.title(t.s(msg::QUIZZES_LATE_TITLE))) }
}

/// Where answers that were left over in the browser are sent from after the attempt has ended; without scripts there are none.
pub(super) fn left_over(req: &Req, quiz: &Quiz, attempt: &Attempt) -> Markup {
    let t = req.t;
    let here = attempt_path(quiz, attempt.id);
    let slots = quiz.drawn(attempt.seed()).len();
    let order: Vec<String> = quiz.order(attempt.seed(), slots).iter().map(usize::to_string).collect();
    html! {
        div data-quiz="left-over" data-left-over data-attempt=(attempt.id) data-now=(req.ctx.now.0 / 1000) data-save={ (here) "/answers" } data-result={ (here) "/result" }
            data-order=(order.join(",")) data-saving=(t.s(msg::QUIZZES_LEFT_OVER_SENDING))
            data-offline=(t.s(msg::QUIZZES_LEFT_OVER_OFFLINE)) data-closed=(t.s(msg::QUIZZES_LEFT_OVER_CLOSED)) {
            (super::sign_in_again(t, &format!("{here}/result")))
            p.quiz-beside role="status" data-quiz-beside {}
        }
    }
}
