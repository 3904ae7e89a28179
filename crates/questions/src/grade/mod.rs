//! What an answer is worth.

pub mod number;
pub mod words;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    model::{
        Accepted, Choice, Gap, GapKind, Kind, NumberAnswer, OrderScoring, Question, Unit, UnitRule, matching_options,
    },
    response::{GapResponse, Response},
};

/// Rules of the quiz that the question is asked in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rules {
    /// Whether an answer that is partly right is worth something. Without it everything below the full worth is 0.
    pub partial_credit: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self { partial_credit: true }
    }
}

/// What an answer is worth and what is said about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Grade {
    /// What it is worth, 0 to 1; multiply by the question's points. 0 while it waits for a person.
    pub fraction: f64,
    /// Whether anything is left to do.
    pub state: State,
    /// Each part by itself: option, pair, item or gap, in the question's order. One part for a question without parts.
    pub parts: Vec<Part>,
    /// What is said, Markdown, in order: to what was answered, then by how well it did. Without the explanation.
    pub feedback: Vec<String>,
}

/// Whether a grade is final.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nothing was answered: worth 0.
    Blank,
    /// Graded.
    Graded,
    /// A person marks it.
    NeedsMarking,
    /// The answer does not belong to this question (another kind, or a place that does not exist): worth 0.
    Mismatch,
}

/// A part of an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// What the part is worth by itself, 0 to 1 (−1 to 1 for a chosen option).
    pub fraction: f64,
    /// Whether the learner did something about it: chose the option, filled the gap.
    pub given: bool,
    /// Said about this part, Markdown; may be empty.
    pub feedback: String,
}

/// Grades an answer. Deterministic; never fails.
///
/// ```
/// use questions::{Response, Rules, grade};
/// let question = questions::sample();
/// let grade = grade(&question, &Response::Single { choice: 1 }, &Rules::default());
/// assert_eq!(grade.fraction, 1.0);
/// ```
#[must_use]
pub fn grade(question: &Question, response: &Response, rules: &Rules) -> Grade {
    if response.is_blank() {
        let feedback = said(&[&question.feedback.incorrect]);
        return Grade { fraction: 0.0, state: State::Blank, parts: Vec::new(), feedback };
    }
    let marked = match (&question.kind, response) {
        (Kind::Single { answers, .. }, Response::Single { choice }) => single(answers, *choice),
        (Kind::Multiple { answers, all_or_nothing, .. }, Response::Multiple { choices }) => {
            multiple(answers, choices, *all_or_nothing)
        }
        (Kind::TrueFalse { correct, on_true, on_false }, Response::TrueFalse { value }) => {
            let feedback = if *value { on_true } else { on_false };
            Some(one(f64::from(u8::from(value == correct)), feedback))
        }
        (Kind::Numeric { accepted, units, unit_rule }, Response::Numeric { text }) => {
            Some(numeric(accepted, units, *unit_rule, text))
        }
        (Kind::Short { accepted, forgive }, Response::Short { text }) => Some(short(accepted, text, *forgive)),
        (Kind::Matching { pairs, distractors, .. }, Response::Matching { rights }) => {
            let options = matching_options(pairs, distractors);
            matching(pairs, &options, rights)
        }
        (Kind::Ordering { items, scoring }, Response::Ordering { order }) => ordering(items.len(), order, *scoring),
        (Kind::Gaps { gaps }, Response::Gaps { values }) => Some(fill(gaps, values)),
        (Kind::Essay { .. }, Response::Essay { .. }) => {
            return Grade { fraction: 0.0, state: State::NeedsMarking, parts: Vec::new(), feedback: Vec::new() };
        }
        _ => None,
    };
    let Some((fraction, parts)) = marked else {
        return Grade { fraction: 0.0, state: State::Mismatch, parts: Vec::new(), feedback: Vec::new() };
    };
    let mut fraction = tidy(fraction);
    if !rules.partial_credit && fraction < 1.0 {
        fraction = 0.0;
    }
    let overall = if fraction >= 1.0 {
        &question.feedback.correct
    } else if fraction > 0.0 {
        &question.feedback.partial
    } else {
        &question.feedback.incorrect
    };
    let mut feedback: Vec<String> = parts.iter().filter(|p| p.given).map(|p| p.feedback.clone()).collect();
    feedback.push(overall.clone());
    feedback.retain(|f| !f.trim().is_empty());
    Grade { fraction, state: State::Graded, parts, feedback }
}

type Marked = (f64, Vec<Part>);

fn said(texts: &[&str]) -> Vec<String> {
    texts.iter().filter(|t| !t.trim().is_empty()).map(|t| (*t).to_owned()).collect()
}

/// Between 0 and 1; thirds that add up to almost 1 are 1 (percentages in files have five places).
fn tidy(fraction: f64) -> f64 {
    let fraction = fraction.clamp(0.0, 1.0);
    if fraction > 0.999_9 {
        1.0
    } else if fraction < 0.000_1 {
        0.0
    } else {
        fraction
    }
}

fn one(fraction: f64, feedback: &str) -> Marked {
    (fraction, vec![Part { fraction, given: true, feedback: feedback.to_owned() }])
}

fn single(answers: &[Choice], choice: usize) -> Option<Marked> {
    let fraction = answers.get(choice)?.fraction;
    let part =
        |(i, a): (usize, &Choice)| Part { fraction: a.fraction, given: i == choice, feedback: a.feedback.clone() };
    Some((fraction, answers.iter().enumerate().map(part).collect()))
}

fn multiple(answers: &[Choice], choices: &BTreeSet<usize>, all_or_nothing: bool) -> Option<Marked> {
    if choices.last().is_some_and(|c| *c >= answers.len()) {
        return None;
    }
    let part = |(i, a): (usize, &Choice)| Part {
        fraction: a.fraction,
        given: choices.contains(&i),
        feedback: a.feedback.clone(),
    };
    let parts: Vec<Part> = answers.iter().enumerate().map(part).collect();
    let fraction = if all_or_nothing {
        f64::from(u8::from(parts.iter().all(|p| p.given == (p.fraction > 0.0))))
    } else {
        let sum: f64 = parts.iter().filter(|p| p.given).map(|p| p.fraction).sum();
        // Percentages in foreign files may add up to 99 or 101.
        let full: f64 = parts.iter().map(|p| p.fraction).filter(|f| *f > 0.0).sum();
        if full > 0.0 { sum / full } else { sum }
    };
    Some((fraction, parts))
}

fn numeric(accepted: &[Accepted<NumberAnswer>], units: &[Unit], rule: UnitRule, text: &str) -> Marked {
    let Some(typed) = number::read(text) else { return one(0.0, "") };
    let mut value = typed.value;
    let mut worth = 1.0;
    if !units.is_empty() {
        match number::known_unit(units, &typed.rest).filter(|_| !typed.rest.is_empty()) {
            Some(unit) => value /= unit.multiplier,
            None => match rule {
                UnitRule::Optional if typed.rest.is_empty() => {}
                UnitRule::Optional => worth = 0.0,
                UnitRule::Required(penalty) => worth = 1.0 - penalty.clamp(0.0, 1.0),
            },
        }
    }
    match accepted.iter().find(|a| number::fits(value, &a.answer)) {
        Some(found) => one(found.fraction * worth, &found.feedback),
        None => one(0.0, ""),
    }
}

fn short(accepted: &[Accepted<String>], text: &str, forgive: crate::model::Forgive) -> Marked {
    match words::first_fit(accepted, text, forgive).and_then(|place| accepted.get(place)) {
        Some(found) => one(found.fraction, &found.feedback),
        None => one(0.0, ""),
    }
}

#[expect(clippy::cast_precision_loss, reason = "a question has at most a few hundred parts")]
fn share(right: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { right as f64 / of as f64 }
}

fn matching(pairs: &[crate::model::Pair], options: &[&str], rights: &[Option<usize>]) -> Option<Marked> {
    if rights.len() > pairs.len() || rights.iter().flatten().any(|r| *r >= options.len()) {
        return None;
    }
    let parts: Vec<Part> = pairs
        .iter()
        .enumerate()
        .map(|(i, pair)| {
            let chosen = rights.get(i).copied().flatten();
            let right = chosen.is_some_and(|c| options.get(c) == Some(&pair.right.as_str()));
            Part { fraction: f64::from(u8::from(right)), given: chosen.is_some(), feedback: String::new() }
        })
        .collect();
    Some((share(parts.iter().filter(|p| p.fraction > 0.0).count(), pairs.len()), parts))
}

fn ordering(items: usize, order: &[usize], scoring: OrderScoring) -> Option<Marked> {
    let distinct: BTreeSet<usize> = order.iter().copied().collect();
    if distinct.len() != order.len() || distinct.last().is_some_and(|l| *l >= items) {
        return None;
    }
    let place = |item: usize| order.iter().position(|o| *o == item);
    let parts: Vec<Part> = (0..items)
        .map(|item| {
            let at = place(item);
            let right = match scoring {
                OrderScoring::AdjacentPairs => at.and_then(|at| order.get(at + 1)) == Some(&(item + 1)),
                OrderScoring::AbsolutePosition | OrderScoring::AllOrNothing => at == Some(item),
            };
            Part { fraction: f64::from(u8::from(right)), given: at.is_some(), feedback: String::new() }
        })
        .collect();
    let right = parts.iter().filter(|p| p.fraction > 0.0).count();
    let fraction = match scoring {
        OrderScoring::AdjacentPairs => share(right, items.saturating_sub(1)),
        OrderScoring::AbsolutePosition => share(right, items),
        OrderScoring::AllOrNothing => f64::from(u8::from(right == items)),
    };
    Some((fraction, parts))
}

fn fill(gaps: &[Gap], values: &[GapResponse]) -> Marked {
    let parts: Vec<Part> = gaps
        .iter()
        .enumerate()
        .map(|(i, gap)| {
            let value = values.get(i).unwrap_or(&GapResponse::Blank);
            let (fraction, feedback) = match (&gap.kind, value) {
                (GapKind::Text { accepted, forgive }, GapResponse::Text(text)) => {
                    first(short(accepted, text, *forgive))
                }
                (GapKind::Number { accepted }, GapResponse::Text(text)) => {
                    first(numeric(accepted, &[], UnitRule::Optional, text))
                }
                (GapKind::Choice { answers }, GapResponse::Choice(choice)) => {
                    answers.get(*choice).map_or((0.0, String::new()), |a| (a.fraction, a.feedback.clone()))
                }
                _ => (0.0, String::new()),
            };
            Part { fraction: fraction.clamp(0.0, 1.0), given: !value.is_blank(), feedback }
        })
        .collect();
    let weights: f64 = gaps.iter().map(|g| f64::from(g.weight)).sum();
    let sum: f64 = gaps.iter().zip(&parts).map(|(g, p)| f64::from(g.weight) * p.fraction).sum();
    (if weights > 0.0 { sum / weights } else { 0.0 }, parts)
}

fn first((fraction, parts): Marked) -> (f64, String) {
    (fraction, parts.into_iter().next().map(|p| p.feedback).unwrap_or_default())
}
