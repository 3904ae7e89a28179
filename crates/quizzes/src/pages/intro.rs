//! `/learn/{course}/quiz/{item}`: what awaits in a quiz, and the button that begins it.

use std::sync::Arc;

use axum::response::{IntoResponse as _, Response};
use courses::CourseRow;
use enrolments::{Enrolment, Guest, Learner};
use i18n::T;
use kernel::{Fault, FaultKind, Result};
use maud::{Markup, PreEscaped, html};
use ui::{
    Button, ButtonGroup, Column, Form, Icon, Notice, Row, Section, SummaryList, Table, Tag, Tone, date_time, duration,
};
use web::{Answer, Req};

use super::{QuizPath, attempt_path, late, learner_page, percent, quiz_path};
use crate::{
    attempt::{Attempt, AttemptState, attempts, begin, may_begin},
    msg,
    ready::{Quiz, quiz},
    settings::{Counts, GRACE_SECONDS, Purpose},
    submit::result,
};

/// A quiz as whoever asks would take it.
struct Door {
    course: CourseRow,
    mine: Option<Enrolment>,
    quiz: Arc<Quiz>,
    attempts: Vec<Attempt>,
}

async fn door(path: &QuizPath, req: &Req, guest: &Guest) -> Result<Door> {
    let slug = path.course.clone();
    let found = req.app.db.read(move |c| Box::pin(async move { courses::by_slug(c, &slug).await })).await?;
    let course = found.ok_or_else(Fault::not_found)?;
    let mine = enrolments::learner(req, guest, course.id).await?.filter(|e| e.state.open());
    let version = mine.as_ref().map(|e| e.course_version).or(course.published.filter(|_| course.can_begin()));
    let quiz = quiz(&req.app.db, version.ok_or_else(Fault::not_found)?, path.item).await?;
    let attempts = match &mine {
        Some(e) => {
            let (enrolment, item) = (e.id, path.item);
            req.app.db.read(move |c| Box::pin(async move { attempts(c, enrolment, item).await })).await?
        }
        None => Vec::new(),
    };
    Ok(Door { course, mine, quiz, attempts })
}

/// The page.
pub async fn show(path: QuizPath, req: Req, guest: Guest) -> Answer<Markup> {
    let door = door(&path, &req, &guest).await?;
    Ok(view(&req, &door))
}

/// Begins an attempt, or goes on with the one under way.
pub async fn start(path: QuizPath, req: Req, guest: Guest) -> Answer<Response> {
    let door = door(&path, &req, &guest).await?;
    let guest = if guest.hash().is_some() || req.signed_in.is_some() { guest } else { Guest::fresh(&req.ctx) };
    let who = Learner::of(&req, &guest).ok_or_else(Fault::sign_in)?;
    if door.mine.is_none() && !door.course.open {
        // Who needs an account or a place gets them on the page of the course.
        return Err(Fault::conflict(msg::QUIZZES_NOT_ENROLLED).into());
    }
    let (ctx, course, quiz, mine) = (req.ctx.clone(), door.course.id, Arc::clone(&door.quiz), door.mine.clone());
    let begun = req
        .app
        .db
        .write(move |c| {
            let (ctx, quiz, mine) = (ctx.clone(), Arc::clone(&quiz), mine.clone());
            Box::pin(async move {
                let enrolment = match mine {
                    Some(enrolment) => enrolment,
                    None => enrolments::enrol_open(c, &ctx, who, course, None).await?,
                };
                begin(c, &ctx, &quiz, &enrolment).await
            })
        })
        .await;
    match begun {
        Ok(attempt) => Ok(guest.keep(req.redirect(attempt_path(&door.quiz, attempt.id))).into_response()),
        Err(fault) if fault.kind == FaultKind::Conflict && door.mine.is_some() => {
            // The page itself says what stands in the way.
            Ok(req.redirect(quiz_path(&door.quiz)).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

/// What awaits in a quiz.
pub(crate) fn rules(t: T, quiz: &Quiz) -> SummaryList {
    let rules = &quiz.settings;
    let n = |key, n: u32| t.f(key, &[("n", n.into())]);
    let time = match rules.minutes {
        0 => t.s(msg::QUIZZES_NO_LIMIT),
        minutes => duration(t.lang(), minutes),
    };
    let many = match rules.attempts {
        0 => t.s(msg::QUIZZES_ANY_ATTEMPTS),
        attempts => n(msg::QUIZZES_N_ATTEMPTS, attempts),
    };
    let mut list = SummaryList::new(t.lang())
        .fact(t.s(msg::QUIZZES_QUESTIONS), n(msg::QUIZZES_N_QUESTIONS, rules.drawn()))
        .fact(t.s(msg::QUIZZES_TIME), time)
        .fact(t.s(msg::QUIZZES_ATTEMPTS), many)
        .fact(t.s(msg::QUIZZES_PASS), t.f(msg::QUIZZES_PASS_FROM, &[("n", rules.pass_percent.into())]));
    if rules.attempts != 1 {
        list = list.fact(t.s(msg::QUIZZES_COUNTS), t.s(rules.counts.label()));
    }
    list
}

fn view(req: &Req, door: &Door) -> Markup {
    let t = req.t;
    let quiz = &door.quiz;
    let rules_of = &quiz.settings;
    let open = door.attempts.iter().find(|a| a.state == AttemptState::Open && a.takes_answers(req.ctx.now));
    let stop = match open {
        Some(_) => None,
        None => may_begin(quiz, &door.attempts, req.ctx.now).err(),
    };
    let earlier = door.attempts.iter().any(|a| a.superseded);
    let label = match (open, door.attempts.iter().filter(|a| !a.superseded).count()) {
        (Some(_), _) => msg::QUIZZES_GO_ON,
        (None, 0) => msg::QUIZZES_START,
        (None, _) => msg::QUIZZES_START_AGAIN,
    };
    let may = door.mine.is_some() || door.course.open;
    let counted = result(quiz, &door.attempts);
    // Answers may be left in the browser from an attempt that the clock handed in.
    let ended = door.attempts.last().filter(|a| a.by_clock && Some(a.course_version) == quiz.course_version);
    learner_page(req, quiz, "quizzes.intro", quiz.title.clone())
        .here(quiz.title.clone())
        .kicker(t.s(rules_of.purpose.label()))
        .body(html! {
            @if let Some(last) = ended { (late::left_over(req, quiz, last)) }
            @if let Some(score) = counted { (standing(req, quiz, score)) }
            @if earlier { (Notice::info(t.s(msg::QUIZZES_DIFFERENT_TEXT)).title(t.s(msg::QUIZZES_DIFFERENT))) }
            @if !quiz.intro.is_empty() { div.prose { (PreEscaped(&quiz.intro)) } }
            @if rules_of.purpose == Purpose::Pretest { (Notice::info(t.s(msg::QUIZZES_PRETEST_TEXT))) }
            (Section::new(t.s(msg::QUIZZES_RULES)).body(html! {
                (rules(t, quiz))
                ul.bullets {
                    li { (t.s(if req.signed_in.is_some() { msg::QUIZZES_RULE_SAVED } else { msg::QUIZZES_RULE_SAVED_GUEST })) }
                    @if rules_of.minutes > 0 { li { (t.f(msg::QUIZZES_RULE_TIME, &[("seconds", GRACE_SECONDS.into())])) } }
                    @if rules_of.pause > 0 { li { (t.f(msg::QUIZZES_RULE_PAUSE, &[("minutes", rules_of.pause.into())])) } }
                    @if !rules_of.partial_credit { li { (t.s(msg::QUIZZES_RULE_WHOLE)) } }
                    li { (t.s(rule_shown(rules_of.shown))) }
                }
            }))
            @if let Some(fault) = &stop { (Notice::info(t.fault(fault))) }
            @else if may {
                (Form::post(quiz_path(quiz)).body(html! { (Button::submit(t.s(label)).icon_after(Icon::ArrowRight)) }))
            } @else {
                (Notice::info(t.s(msg::QUIZZES_ENROL_FIRST))
                    .action(Button::link(t.s(msg::QUIZZES_TO_COURSE), format!("/learn/{}", quiz.slug))))
            }
            @if door.attempts.iter().any(|a| a.submitted.is_some()) { (history(req, quiz, &door.attempts)) }
            (ButtonGroup::new().add(Button::link(t.s(msg::QUIZZES_BACK_TO_COURSE), format!("/learn/{}", quiz.slug)).quiet().icon(Icon::ArrowLeft)))
        })
        .render()
}

fn rule_shown(shown: crate::settings::Shown) -> &'static str {
    use crate::settings::Shown;
    match shown {
        Shown::Answers => msg::QUIZZES_RULE_ANSWERS,
        Shown::AtTheEnd => msg::QUIZZES_RULE_AT_THE_END,
        Shown::Marks => msg::QUIZZES_RULE_MARKS,
        Shown::Score => msg::QUIZZES_RULE_SCORE,
    }
}

/// What all attempts come to.
pub(crate) fn standing(req: &Req, quiz: &Quiz, score: f64) -> Notice {
    let t = req.t;
    let text = t.f(msg::QUIZZES_STANDING, &[("n", percent(score).into())]);
    if quiz.settings.passes(score) {
        Notice::success(text).title(t.s(msg::QUIZZES_PASSED))
    } else {
        Notice::warning(text).title(t.s(msg::QUIZZES_NOT_PASSED))
    }
}

/// The attempts handed in, the latest first.
pub(crate) fn history(req: &Req, quiz: &Quiz, attempts: &[Attempt]) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let rows = attempts.iter().rev().filter_map(|a| {
        let at = a.submitted?;
        let score = match a.score {
            Some(score) => html! {
                (percent(score)) "% "
                (Tag::new(t.s(if a.passed == Some(true) { msg::QUIZZES_PASSED } else { msg::QUIZZES_NOT_PASSED }))
                    .tone(if a.passed == Some(true) { Tone::Success } else { Tone::Warning }).dot())
            },
            None => html! { (Tag::new(t.s(msg::QUIZZES_WAITS)).tone(Tone::Info).dot()) },
        };
        Some(
            Row::new([
                html! { (t.f(msg::QUIZZES_ATTEMPT_N, &[("n", a.number.into())])) },
                html! { (date_time(lang, at.timestamp())) },
                html! { (score) @if a.superseded { " " (Tag::new(t.s(msg::QUIZZES_SUPERSEDED))) } },
            ])
            .link(format!("{}/result", attempt_path(quiz, a.id))),
        )
    });
    let table = Table::new(t.s(msg::QUIZZES_HISTORY))
        .column(Column::new(t.s(msg::QUIZZES_ATTEMPT)))
        .column(Column::new(t.s(msg::QUIZZES_HANDED_IN)))
        .column(Column::new(t.s(msg::QUIZZES_RESULT)))
        .rows(rows);
    let note = if attempts.len() > 1 && quiz.settings.counts != Counts::Best {
        t.s(quiz.settings.counts.label())
    } else {
        String::new()
    };
    html! { (Section::new(t.s(msg::QUIZZES_HISTORY)).text(note).body(table)) }
}
