//! Whether a question is whole: the findings an author sees before publishing, and the gate of every import.

use crate::{
    finding::Finding,
    grade::number::known_unit,
    model::{
        Accepted, Choice, Gap, GapKind, Kind, NumberAnswer, Pair, Question, Tolerance, Unit, UnitRule, gap_marks,
        matching_options,
    },
    msg,
    text::markdown,
};

/// The longest text of a field, in bytes.
pub const LONGEST_TEXT: usize = 256 * 1024;
/// The most options, pairs, items or gaps.
pub const MOST_PARTS: usize = 200;

/// Checks a question. Findings of severity `Refused` mean that it cannot be asked as it is; `Changed` ones are worth an
/// author's look.
///
/// ```
/// use questions::{Kind, Question, Severity, check};
///
/// let mut question = questions::sample();
/// assert!(check(&question).is_empty());
/// let Kind::Single { answers, .. } = &mut question.kind else { unreachable!() };
/// answers.iter_mut().for_each(|a| a.fraction = 0.0);
/// assert_eq!(check(&question)[0].key, "questions-check-no-right-option");
/// ```
#[must_use]
pub fn check(question: &Question) -> Vec<Finding> {
    let mut found = Vec::new();
    if question.text.trim().is_empty() {
        found.push(Finding::refused(msg::QUESTIONS_CHECK_TEXT_EMPTY));
    }
    if question.name.trim().is_empty() || question.name.contains('\n') {
        found.push(Finding::refused(msg::QUESTIONS_CHECK_NAME));
    }
    if !(question.points.is_finite() && question.points > 0.0 && question.points <= 1000.0) {
        found.push(Finding::refused(msg::QUESTIONS_CHECK_POINTS).with("points", question.points));
    }
    kind(&question.text, &question.kind, &mut found);
    for text in texts(question) {
        if text.len() > LONGEST_TEXT {
            found.push(Finding::refused(msg::QUESTIONS_CHECK_TOO_LONG).with("limit", LONGEST_TEXT / 1024));
        } else if !markdown::is_clean(text) {
            found.push(Finding::refused(msg::QUESTIONS_CHECK_HTML));
        }
    }
    for finding in &mut found {
        finding.question.clone_from(&question.name);
    }
    found
}

fn kind(text: &str, kind: &Kind, found: &mut Vec<Finding>) {
    match kind {
        Kind::Single { answers, .. } => single(answers, found),
        Kind::Multiple { answers, all_or_nothing, .. } => multiple(answers, *all_or_nothing, found),
        Kind::TrueFalse { .. } => {}
        Kind::Numeric { accepted, units, unit_rule } => {
            numbers(accepted, found);
            check_units(units, *unit_rule, found);
        }
        Kind::Short { accepted, .. } => words(accepted, found),
        Kind::Matching { pairs, distractors, .. } => matching(pairs, distractors, found),
        Kind::Ordering { items, .. } => {
            count(items.len(), 2, found);
            empty(items.iter().map(String::as_str), found);
            twice(items.iter().map(String::as_str), found);
        }
        Kind::Gaps { gaps } => check_gaps(text, gaps, found),
        Kind::Essay { min_words, max_words, .. } => {
            if *max_words > 0 && max_words < min_words {
                found.push(Finding::refused(msg::QUESTIONS_CHECK_WORD_LIMITS));
            }
        }
    }
    if !matches!(kind, Kind::Gaps { .. }) && !gap_marks(text).is_empty() {
        found.push(Finding::changed(msg::QUESTIONS_CHECK_GAP_ELSEWHERE));
    }
}

fn count(have: usize, least: usize, found: &mut Vec<Finding>) {
    if have < least {
        found.push(Finding::refused(msg::QUESTIONS_CHECK_TOO_FEW).with("least", least).with("have", have));
    }
    if have > MOST_PARTS {
        found.push(Finding::refused(msg::QUESTIONS_CHECK_TOO_MANY).with("most", MOST_PARTS).with("have", have));
    }
}

fn empty<'a>(mut texts: impl Iterator<Item = &'a str>, found: &mut Vec<Finding>) {
    if texts.any(|t| t.trim().is_empty()) {
        found.push(Finding::refused(msg::QUESTIONS_CHECK_OPTION_EMPTY));
    }
}

fn twice<'a>(texts: impl Iterator<Item = &'a str>, found: &mut Vec<Finding>) {
    let mut seen = std::collections::BTreeSet::new();
    for text in texts {
        if !seen.insert(text.trim()) {
            found.push(Finding::refused(msg::QUESTIONS_CHECK_TWICE).with("text", short(text)));
            return;
        }
    }
}

/// The beginning of a text, for a message.
pub(crate) fn short(text: &str) -> String {
    let mut line: String = text.trim().chars().take(60).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.trim().chars().count() > 60 {
        line.push('…');
    }
    line
}

fn choices(answers: &[Choice], found: &mut Vec<Finding>) {
    count(answers.len(), 2, found);
    empty(answers.iter().map(|a| a.text.as_str()), found);
    twice(answers.iter().map(|a| a.text.as_str()), found);
    if let Some(bad) = answers.iter().find(|a| !(-1.0..=1.0).contains(&a.fraction)) {
        found.push(Finding::refused(msg::QUESTIONS_CHECK_FRACTION).with("text", short(&bad.text)));
    }
}

fn single(answers: &[Choice], found: &mut Vec<Finding>) {
    choices(answers, found);
    if !answers.iter().any(|a| a.fraction >= 1.0) {
        found.push(Finding::refused(msg::QUESTIONS_CHECK_NO_RIGHT_OPTION));
    }
    if answers.len() > 1 && answers.iter().all(|a| a.fraction >= 1.0) {
        found.push(Finding::refused(msg::QUESTIONS_CHECK_NO_WRONG_OPTION));
    }
}

fn multiple(answers: &[Choice], all_or_nothing: bool, found: &mut Vec<Finding>) {
    choices(answers, found);
    let sum: f64 = answers.iter().map(|a| a.fraction).filter(|f| *f > 0.0).sum();
    if !answers.iter().any(|a| a.fraction > 0.0) {
        found.push(Finding::refused(msg::QUESTIONS_CHECK_NO_RIGHT_OPTION));
    } else if !(0.98..=1.02).contains(&sum) {
        found.push(Finding::refused(msg::QUESTIONS_CHECK_SUM).with("percent", (sum * 100.0).round()));
    } else if (sum - 1.0).abs() > 0.000_5 {
        found.push(Finding::changed(msg::QUESTIONS_CHECK_SUM).with("percent", (sum * 10_000.0).round() / 100.0));
    }
    if !all_or_nothing && answers.iter().any(|a| a.fraction == 0.0) {
        found.push(Finding::changed(msg::QUESTIONS_CHECK_FREE_GUESS));
    }
}

fn fractions<T>(accepted: &[Accepted<T>], found: &mut Vec<Finding>) {
    count(accepted.len(), 1, found);
    if accepted.iter().any(|a| !(0.0..=1.0).contains(&a.fraction)) {
        found.push(Finding::refused(msg::QUESTIONS_CHECK_FRACTION).with("text", ""));
    }
    if !accepted.is_empty() && !accepted.iter().any(|a| a.fraction >= 1.0) {
        found.push(Finding::refused(msg::QUESTIONS_CHECK_NO_FULL_ANSWER));
    }
}

fn words(accepted: &[Accepted<String>], found: &mut Vec<Finding>) {
    fractions(accepted, found);
    empty(accepted.iter().map(|a| a.answer.as_str()), found);
    if accepted.iter().any(|a| a.fraction > 0.0 && a.answer.trim() == "*") {
        found.push(Finding::changed(msg::QUESTIONS_CHECK_ANYTHING_RIGHT));
    }
}

fn numbers(accepted: &[Accepted<NumberAnswer>], found: &mut Vec<Finding>) {
    fractions(accepted, found);
    for number in accepted {
        let NumberAnswer::Near { value, tolerance } = number.answer else { continue };
        let (Tolerance::Absolute(far) | Tolerance::Relative(far)) = tolerance;
        if !value.is_finite() || !far.is_finite() || far < 0.0 {
            found.push(Finding::refused(msg::QUESTIONS_CHECK_NUMBER));
        }
    }
}

fn check_units(units: &[Unit], rule: UnitRule, found: &mut Vec<Finding>) {
    empty(units.iter().map(|u| u.name.as_str()), found);
    twice(units.iter().map(|u| u.name.as_str()), found);
    if units.iter().any(|u| !(u.multiplier.is_finite() && u.multiplier > 0.0)) {
        found.push(Finding::refused(msg::QUESTIONS_CHECK_MULTIPLIER));
    }
    let penalty = matches!(rule, UnitRule::Required(p) if !(0.0..=1.0).contains(&p));
    if penalty || (units.is_empty() && matches!(rule, UnitRule::Required(_))) {
        found.push(Finding::refused(msg::QUESTIONS_CHECK_UNIT_RULE));
    }
    if let Some(unit) = units.iter().find(|u| !u.name.trim().is_empty() && known_unit(units, &u.name).is_none()) {
        found.push(Finding::refused(msg::QUESTIONS_CHECK_UNIT_NAME).with("text", short(&unit.name)));
    }
}

fn matching(pairs: &[Pair], distractors: &[String], found: &mut Vec<Finding>) {
    count(pairs.len(), 2, found);
    if distractors.len() > MOST_PARTS {
        found.push(
            Finding::refused(msg::QUESTIONS_CHECK_TOO_MANY).with("most", MOST_PARTS).with("have", distractors.len()),
        );
        return;
    }
    let sides = pairs.iter().flat_map(|p| [p.left.as_str(), p.right.as_str()]);
    empty(sides.chain(distractors.iter().map(String::as_str)), found);
    twice(pairs.iter().map(|p| p.left.as_str()), found);
    if pairs.len() <= MOST_PARTS && pairs.len() > 1 && matching_options(pairs, distractors).len() < 2 {
        found.push(Finding::refused(msg::QUESTIONS_CHECK_NO_WRONG_OPTION));
    }
}

fn check_gaps(text: &str, gaps: &[Gap], found: &mut Vec<Finding>) {
    count(gaps.len(), 1, found);
    let marks: Vec<usize> = gap_marks(text).into_iter().map(|(number, _)| number).collect();
    let mut sorted = marks.clone();
    sorted.sort_unstable();
    if sorted != (1..=gaps.len()).collect::<Vec<_>>() {
        found
            .push(Finding::refused(msg::QUESTIONS_CHECK_GAP_MARKS).with("marks", marks.len()).with("gaps", gaps.len()));
    }
    if gaps.iter().any(|g| g.weight == 0 || g.weight > 1000) {
        found.push(Finding::refused(msg::QUESTIONS_CHECK_GAP_WEIGHT));
    }
    for gap in gaps {
        match &gap.kind {
            GapKind::Text { accepted, .. } => words(accepted, found),
            GapKind::Number { accepted } => numbers(accepted, found),
            GapKind::Choice { answers } => single(answers, found),
        }
    }
}

/// The Markdown texts of a question.
fn texts(question: &Question) -> Vec<&str> {
    let feedback = &question.feedback;
    let mut texts = vec![
        question.text.as_str(),
        &question.explanation,
        &question.hint,
        &feedback.correct,
        &feedback.partial,
        &feedback.incorrect,
    ];
    match &question.kind {
        Kind::Single { answers, .. } | Kind::Multiple { answers, .. } => {
            texts.extend(answers.iter().flat_map(|a| [a.text.as_str(), a.feedback.as_str()]));
        }
        Kind::TrueFalse { on_true, on_false, .. } => texts.extend([on_true.as_str(), on_false.as_str()]),
        Kind::Numeric { accepted, .. } => texts.extend(accepted.iter().map(|a| a.feedback.as_str())),
        Kind::Short { accepted, .. } => texts.extend(accepted.iter().map(|a| a.feedback.as_str())),
        Kind::Matching { pairs, .. } => texts.extend(pairs.iter().map(|p| p.left.as_str())),
        Kind::Ordering { items, .. } => texts.extend(items.iter().map(String::as_str)),
        Kind::Gaps { gaps } => {
            for gap in gaps {
                match &gap.kind {
                    GapKind::Text { accepted, .. } => texts.extend(accepted.iter().map(|a| a.feedback.as_str())),
                    GapKind::Number { accepted } => texts.extend(accepted.iter().map(|a| a.feedback.as_str())),
                    GapKind::Choice { answers } => texts.extend(answers.iter().map(|a| a.feedback.as_str())),
                }
            }
        }
        Kind::Essay { guide, .. } => texts.push(guide.as_str()),
    }
    texts
}
