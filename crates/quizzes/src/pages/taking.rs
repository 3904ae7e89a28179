//! `/learn/{course}/quiz/{item}/{attempt}`: the questions of an attempt. Works by ordinary forms; with scripts each answer
//! is saved as it is given and waits in the browser while there is no connection.

use axum::response::{IntoResponse as _, Response};
use enrolments::Guest;
use kernel::Micros;
use maud::{Markup, html};
use questions::Response as Given;
use ui::{Button, ButtonGroup, Form, Icon, Notice, hour};
use web::{Answer, FormData, Req};

use super::{AttemptPath, Seat, ask, learner_page, read};
use crate::{
    answer::{Saved, answer},
    attempt::AttemptState,
    late::{Kept, keep},
    msg,
    settings::GRACE_SECONDS,
};

/// The form of an attempt.
const FORM: &str = "attempt";

/// The page; `?q=3` is the third question where they come one a page.
pub async fn show(path: AttemptPath, req: Req, guest: Guest) -> Answer<Response> {
    let seat = Seat::take(&req, &guest, &path.course, path.item, path.attempt).await?;
    if seat.attempt.state != AttemptState::Open {
        return Ok(req.redirect(format!("{}/result", seat.path())).into_response());
    }
    let at = req.query.parsed::<usize>("q").unwrap_or(1);
    Ok(view(&req, &seat, at, &[]).into_response())
}

/// Saves what the form holds and goes on: to the next question, to handing in, or stays.
pub async fn save(path: AttemptPath, req: Req, guest: Guest, form: FormData) -> Answer<Response> {
    let seat = Seat::take(&req, &guest, &path.course, path.item, path.attempt).await?;
    let mut elsewhere = Vec::new();
    let mut wanted = Vec::new();
    // Newer than whatever this page began with, and in the order of time among windows of one learner.
    let now = req.ctx.now.0 / 1000;
    for (slot, base) in read::slots(&form) {
        let Some(asked) = seat.sitting.asked(slot) else { continue };
        let given = read::response(&form, slot, &asked.question, seat.sitting.seed)?;
        let (kept, ordinal) = seat.answer(slot).map_or((&Given::Blank, 0), |a| (&a.response.0, a.ordinal));
        if given == *kept {
            continue;
        }
        if ordinal == base {
            wanted.push((slot, now.max(base.saturating_add(1)), given));
        } else {
            elsewhere.push(slot);
        }
    }
    let (ctx, id) = (req.ctx.clone(), path.attempt);
    if seat.attempt.state != AttemptState::Open {
        return too_late(&req, &seat, wanted).await;
    }
    let answers = wanted.clone();
    let saved = req
        .app
        .db
        .write(move |c| {
            let (ctx, answers) = (ctx.clone(), answers.clone());
            Box::pin(async move {
                let mut saved = Vec::new();
                for (slot, ordinal, given) in &answers {
                    saved.push((*slot, answer(c, &ctx, id, *slot, *ordinal, given).await?));
                }
                Ok(saved)
            })
        })
        .await?;
    if saved.iter().any(|(_, s)| *s == Saved::Closed) {
        return too_late(&req, &seat, wanted).await;
    }
    elsewhere.extend(saved.iter().filter(|(_, s)| matches!(s, Saved::Newer { .. })).map(|(slot, _)| *slot));
    let at = req.query.parsed::<usize>("q").unwrap_or(1);
    if !elsewhere.is_empty() {
        let seat = Seat::take(&req, &guest, &path.course, path.item, path.attempt).await?;
        return Ok(web::conflict(view(&req, &seat, at, &elsewhere)));
    }
    let here = seat.path();
    Ok(match form.get("go") {
        "finish" => req.redirect(format!("{here}/finish")),
        "next" => req.redirect(format!("{here}?q={}", at + 1)),
        "previous" => req.redirect(format!("{here}?q={}", at.saturating_sub(1).max(1))),
        _ => req.redirect(format!("{here}?q={at}")).flash(msg::QUIZZES_SAVED),
    }
    .into_response())
}

/// Keeps for the trainer what came after the end by the clock; when it was given nobody told.
async fn too_late(req: &Req, seat: &Seat, answers: Vec<(usize, i64, Given)>) -> Answer<Response> {
    let (ctx, id) = (req.ctx.clone(), seat.attempt.id);
    let late = req
        .app
        .db
        .write(move |c| {
            let (ctx, answers) = (ctx.clone(), answers.clone());
            Box::pin(async move {
                let mut late = false;
                for (slot, ordinal, given) in &answers {
                    late |= keep(c, &ctx, id, *slot, *ordinal, None, given).await? == Kept::Late;
                }
                Ok(late)
            })
        })
        .await?;
    let to = req.redirect(format!("{}/result", seat.path()));
    let said = if late { msg::QUIZZES_LATE_SAID } else { msg::QUIZZES_TOO_LATE };
    Ok(to.message(web::Tone::Warning, said).into_response())
}

/// Which time the end is told in, when the clocks change before it: the hour alone may come twice.
fn new_time(now: Micros, ends: Micros) -> Option<&'static str> {
    let offset = |at: Micros| law::format::warsaw().to_offset(at.timestamp());
    let (before, after) = (offset(now), offset(ends));
    (before != after).then_some(if after < before { msg::QUIZZES_WINTER_TIME } else { msg::QUIZZES_SUMMER_TIME })
}

/// Until when, and how much is left.
fn clock(req: &Req, seat: &Seat) -> Markup {
    let t = req.t;
    let Some(ends) = seat.attempt.ends else { return html! {} };
    html! {
        p.quiz-clock {
            (Icon::Clock) span {
                (t.s(msg::QUIZZES_ENDS_AT)) " " strong { (hour(ends.timestamp())) }
                @if let Some(key) = new_time(req.ctx.now, ends) { " " (t.s(key)) }
            }
            span.quiz-left aria-hidden="true" hidden data-quiz-left=(t.s(msg::QUIZZES_LEFT)) {}
        }
        // Told rarely, so that it does not talk over the questions.
        p.visually-hidden role="status" data-quiz-told data-five=(t.s(msg::QUIZZES_FIVE_MINUTES)) data-one=(t.s(msg::QUIZZES_ONE_MINUTE))
            data-over=(t.s(msg::QUIZZES_TIME_OVER)) {}
    }
}

fn view(req: &Req, seat: &Seat, at: usize, elsewhere: &[usize]) -> Markup {
    let t = req.t;
    let quiz = &seat.sitting.quiz;
    let order = seat.sitting.order();
    let of = order.len();
    let at = at.clamp(1, of.max(1));
    let one = quiz.settings.one_a_page;
    let here = seat.path();
    let shown: Vec<(usize, usize)> =
        order.iter().copied().enumerate().filter(|(i, _)| !one || i + 1 == at).map(|(i, slot)| (i + 1, slot)).collect();
    let action = if one { format!("{here}?q={at}") } else { here.clone() };
    let done = order.iter().filter(|slot| seat.answered(**slot)).count();
    let title = t.f(msg::QUIZZES_TAKING, &[("title", quiz.title.as_str().into())]);
    let left = seat.attempt.seconds_left(req.ctx.now);
    // An attempt without an account is of one browser.
    let newer = if req.signed_in.is_some() { msg::QUIZZES_NEWER_TEXT } else { msg::QUIZZES_NEWER_TEXT_GUEST };
    let save = Button::submit(t.s(msg::QUIZZES_SAVE)).secondary().value("go", "save");
    let mut steps = ButtonGroup::new();
    if one && at < of {
        steps = steps.add(Button::submit(t.s(msg::QUIZZES_NEXT)).icon_after(Icon::ArrowRight).value("go", "next"));
    } else {
        steps = steps.add(Button::submit(t.s(msg::QUIZZES_FINISH)).icon(Icon::Check).value("go", "finish"));
    }
    if one && at > 1 {
        steps = steps
            .add(Button::submit(t.s(msg::QUIZZES_PREVIOUS)).secondary().icon(Icon::ArrowLeft).value("go", "previous"));
    }
    steps = steps.add(save);
    if one && at < of {
        steps = steps.add(Button::submit(t.s(msg::QUIZZES_FINISH)).quiet().value("go", "finish"));
    }
    let form = Form::post(action).id(FORM).body(html! {
        @for (number, slot) in &shown {
            @if let Some(asked) = seat.sitting.asked(*slot) {
                @let given = seat.answer(*slot);
                @if elsewhere.contains(slot) { (Notice::warning(t.s(msg::QUIZZES_NEWER_HERE))) }
                (ask::question(t, asked, &ask::Shown {
                    slot: *slot,
                    number: (*number, of),
                    seed: seat.sitting.seed,
                    shuffle: quiz.settings.shuffle,
                    response: given.map_or(&Given::Blank, |a| &a.response.0),
                    ordinal: given.map_or(0, |a| a.ordinal),
                    locked: false,
                }))
            }
        }
        // Told beside what was pressed: the bar above may be out of sight.
        p.quiz-beside role="status" data-quiz-beside {}
        (steps)
    });
    learner_page(req, quiz, "quizzes.attempt", title)
        .crumb(quiz.title.clone(), super::quiz_path(quiz))
        .here(t.f(msg::QUIZZES_ATTEMPT_N, &[("n", seat.attempt.number.into())]))
        .body(html! {
            @if !elsewhere.is_empty() { (Notice::warning(t.s(newer)).title(t.s(msg::QUIZZES_NEWER)).announce()) }
            div.quiz data-quiz=(FORM) data-save={ (here) "/answers" } data-finish={ (here) "/finish" } data-result={ (here) "/result" }
                data-attempt=(seat.attempt.id) data-now=(req.ctx.now.0 / 1000) data-left=[left] data-grace=(GRACE_SECONDS)
                data-saving=(t.s(msg::QUIZZES_STATUS_SAVING)) data-saved=(t.s(msg::QUIZZES_STATUS_SAVED))
                data-offline=(t.s(msg::QUIZZES_STATUS_OFFLINE)) data-newer=(t.s(msg::QUIZZES_STATUS_NEWER))
                data-second=(t.s(msg::QUIZZES_STATUS_SECOND)) data-late=(t.s(msg::QUIZZES_STATUS_LATE)) data-closed=(t.s(msg::QUIZZES_STATUS_CLOSED)) data-refused=(t.s(msg::QUIZZES_STATUS_REFUSED))
                data-pressed=(t.s(msg::QUIZZES_BESIDE_PRESSED)) data-kept=(t.s(msg::QUIZZES_BESIDE_KEPT))
                data-unstored=(t.s(msg::QUIZZES_BESIDE_UNSTORED)) data-over=(t.s(msg::QUIZZES_BESIDE_OVER)) {
                (super::sign_in_again(t, &here))
                div.quiz-bar {
                    (clock(req, seat))
                    p.quiz-done { (t.s(msg::QUIZZES_DONE)) ": " strong { span data-quiz-done { (done) } " / " (of) } }
                    p.quiz-status role="status" data-quiz-status {}
                    p.quiz-second role="alert" data-quiz-second hidden {}
                }
                @if one {
                    nav.quiz-numbers aria-label=(t.s(msg::QUIZZES_QUESTIONS)) {
                        ol role="list" {
                            @for (i, slot) in order.iter().enumerate() {
                                @let answered = seat.answered(*slot);
                                li {
                                    a href={ (here) "?q=" (i + 1) } aria-current=[(i + 1 == at).then_some("page")] data-done[answered] {
                                        (i + 1)
                                        span.visually-hidden { (t.s(if answered { msg::QUIZZES_ANSWERED } else { msg::QUIZZES_UNANSWERED })) }
                                    }
                                }
                            }
                        }
                    }
                }
                (form)
            }
        })
        .render()
}
