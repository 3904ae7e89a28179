//! A question after handing in: what was answered, what it was worth, what is right and why.

use i18n::T;
use maud::{Markup, PreEscaped, html};
use questions::{
    GapKind, GapResponse, Kind, NumberAnswer, Question, Response, Rules, State, grade, matching_options, text::plain,
};
use ui::{Icon, Tag, Tone};

use super::ask::decimal;
use crate::{
    attempt::{AnswerRow, SlotGrade},
    msg,
    ready::{Asked, Piece},
};

/// A question with the answer given; with `answers` also the right one and the reasons.
pub(crate) fn question(
    t: T,
    asked: &Asked,
    worth: &SlotGrade,
    given: Option<&AnswerRow>,
    number: (usize, usize),
    partial_credit: bool,
    answers: bool,
) -> Markup {
    let blank = Response::Blank;
    let response = given.map_or(&blank, |a| &a.response.0);
    let engine = grade(&asked.question, response, &Rules { partial_credit });
    let remark = given.and_then(|a| a.remark.as_deref()).filter(|r| !r.is_empty());
    html! {
        section.question.question-review {
            div.question-head {
                h3.question-title { (t.f(msg::QUIZZES_QUESTION_N, &[("n", number.0.into()), ("of", number.1.into())])) }
                (state(t, worth))
                span.question-points { (decimal(t, worth.points * worth.fraction)) " / " (super::ask::points(t, worth.points)) }
            }
            div.prose.question-text {
                @for piece in &asked.text {
                    @match piece {
                        Piece::Html(text) => (PreEscaped(text)),
                        Piece::Gap(gap) => span.gap-mark { "[" (gap + 1) "]" },
                    }
                }
            }
            div.question-given {
                p.label { (t.s(msg::QUIZZES_YOUR_ANSWER)) }
                (given_words(t, asked, response))
            }
            @if answers {
                @for said in &engine.feedback { div.prose.question-said { (PreEscaped(courses::text::render(said, &|_| None).html)) } }
                @if worth.fraction < 1.0 && let Some(right) = right_words(t, asked) {
                    div.question-right { p.label { (t.s(msg::QUIZZES_RIGHT_ANSWER)) } (right) }
                }
                @if !asked.explanation.is_empty() {
                    div.question-why { p.label { (Icon::Scales) (t.s(msg::QUIZZES_WHY)) } div.prose { (PreEscaped(&asked.explanation)) } }
                }
            }
            @if let Some(remark) = remark {
                div.question-said { p.label { (t.s(msg::QUIZZES_REMARK)) } p { (remark) } }
            }
        }
    }
}

fn state(t: T, worth: &SlotGrade) -> Tag {
    let (key, tone) = match worth.state {
        State::NeedsMarking => (msg::QUIZZES_STATE_WAITS, Tone::Info),
        State::Blank => (msg::QUIZZES_STATE_BLANK, Tone::Warning),
        _ if worth.fraction >= 1.0 => (msg::QUIZZES_STATE_RIGHT, Tone::Success),
        _ if worth.fraction > 0.0 => (msg::QUIZZES_STATE_PARTLY, Tone::Info),
        _ => (msg::QUIZZES_STATE_WRONG, Tone::Warning),
    };
    Tag::new(t.s(key)).tone(tone).dot()
}

fn option(asked: &Asked, i: usize) -> PreEscaped<&str> {
    PreEscaped(asked.options.get(i).map_or("", String::as_str))
}

fn list<'a>(items: impl Iterator<Item = PreEscaped<&'a str>>) -> Markup {
    html! { ul.bullets { @for item in items { li { (item) } } } }
}

/// An answer in words.
pub(crate) fn given_words(t: T, asked: &Asked, response: &Response) -> Markup {
    let kind = &asked.question.kind;
    match response {
        _ if response.is_blank() => html! { p { (t.s(msg::QUIZZES_NO_ANSWER)) } },
        Response::Blank => html! {},
        Response::Single { choice } => html! { p { (option(asked, *choice)) } },
        Response::Multiple { choices } => list(choices.iter().map(|c| option(asked, *c))),
        Response::TrueFalse { value } => {
            html! { p { (t.s(if *value { msg::QUIZZES_TRUE } else { msg::QUIZZES_FALSE })) } }
        }
        Response::Numeric { text } | Response::Short { text } => html! { p { (text) } },
        Response::Essay { text } => html! { div.lines { @for line in text.lines() { p { (line) } } } },
        Response::Matching { rights } => {
            let options = match kind {
                Kind::Matching { pairs, distractors, .. } => matching_options(pairs, distractors),
                _ => Vec::new(),
            };
            let right = |r: Option<usize>| r.and_then(|r| options.get(r).copied()).unwrap_or("–").to_owned();
            html! { ul.bullets { @for (i, r) in rights.iter().enumerate() { li { (option(asked, i)) " → " strong { (right(*r)) } } } } }
        }
        Response::Ordering { order } => html! { ol.bullets { @for i in order { li { (option(asked, *i)) } } } },
        Response::Gaps { values } => html! {
            ol.bullets {
                @for (i, value) in values.iter().enumerate() {
                    li {
                        @match value {
                            GapResponse::Blank => "–",
                            GapResponse::Text(text) => (text),
                            GapResponse::Choice(choice) => (gap_option(&asked.question, i, *choice)),
                        }
                    }
                }
            }
        },
    }
}

fn gap_option(question: &Question, gap: usize, choice: usize) -> String {
    let Kind::Gaps { gaps } = &question.kind else { return String::new() };
    match gaps.get(gap).map(|g| &g.kind) {
        Some(GapKind::Choice { answers }) => answers.get(choice).map(|a| a.text.clone()).unwrap_or_default(),
        _ => String::new(),
    }
}

fn number(t: T, answer: &NumberAnswer) -> String {
    match answer {
        NumberAnswer::Near { value, .. } => decimal(t, *value),
        NumberAnswer::Any => String::new(),
    }
}

/// The right answer in words; none to an essay.
pub(crate) fn right_words(t: T, asked: &Asked) -> Option<Markup> {
    Some(match &asked.question.kind {
        Kind::Single { answers, .. } => {
            list(answers.iter().enumerate().filter(|(_, a)| a.fraction >= 1.0).map(|(i, _)| option(asked, i)))
        }
        Kind::Multiple { answers, .. } => {
            list(answers.iter().enumerate().filter(|(_, a)| a.fraction > 0.0).map(|(i, _)| option(asked, i)))
        }
        Kind::TrueFalse { correct, .. } => {
            html! { p { (t.s(if *correct { msg::QUIZZES_TRUE } else { msg::QUIZZES_FALSE })) } }
        }
        Kind::Numeric { accepted, units, .. } => {
            let unit = units.first().map(|u| u.name.as_str()).unwrap_or_default();
            let right = accepted.iter().find(|a| a.fraction >= 1.0)?;
            html! { p { (number(t, &right.answer)) " " (unit) } }
        }
        Kind::Short { accepted, .. } => {
            let right: Vec<&str> = accepted.iter().filter(|a| a.fraction >= 1.0).map(|a| a.answer.as_str()).collect();
            html! { p { (right.join(" / ")) } }
        }
        Kind::Matching { pairs, .. } => html! {
            ul.bullets { @for (i, pair) in pairs.iter().enumerate() { li { (option(asked, i)) " → " strong { (pair.right) } } } }
        },
        Kind::Ordering { items, .. } => html! { ol.bullets { @for i in 0..items.len() { li { (option(asked, i)) } } } },
        Kind::Gaps { gaps } => {
            let right = |kind: &GapKind| match kind {
                GapKind::Text { accepted, .. } => {
                    let all: Vec<&str> =
                        accepted.iter().filter(|a| a.fraction >= 1.0).map(|a| a.answer.as_str()).collect();
                    all.join(" / ")
                }
                GapKind::Number { accepted } => {
                    accepted.iter().find(|a| a.fraction >= 1.0).map(|a| number(t, &a.answer)).unwrap_or_default()
                }
                GapKind::Choice { answers } => {
                    answers.iter().find(|a| a.fraction >= 1.0).map(|a| plain(&a.text)).unwrap_or_default()
                }
            };
            html! { ol.bullets { @for gap in gaps { li { (right(&gap.kind)) } } } }
        }
        Kind::Essay { .. } => return None,
    })
}
