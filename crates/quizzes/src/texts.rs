//! The texts of a quiz that its author wrote and learners read, for the accessibility check of the course.

use courses::Written;
use questions::{GapKind, Kind, Question};
use serde_json::Value;

use crate::{DefinedQuestion, Definition};

/// What the program registers with [`courses::register_texts`]: the introduction, what is said by the score, and every
/// question that may be drawn. Questions are written on pages of their own.
pub(crate) fn texts(part: &Value) -> Vec<Written> {
    let Ok(defined) = serde_json::from_value::<Definition>(part.clone()) else { return Vec::new() };
    let own = |text: &String| Written { of: String::new(), page: None, markdown: text.clone() };
    let mut all = vec![own(&defined.settings.intro)];
    all.extend(defined.settings.bands.iter().map(|band| own(&band.text)));
    for DefinedQuestion { id, question, .. } in &defined.questions {
        let page = Some(format!("/questions/{id}"));
        let one =
            |markdown: &str| Written { of: question.name.clone(), page: page.clone(), markdown: markdown.to_owned() };
        all.extend(of_question(question).into_iter().map(one));
    }
    all.retain(|text| !text.markdown.trim().is_empty());
    all
}

/// All that is Markdown in a question and shown to learners.
fn of_question(question: &Question) -> Vec<&str> {
    let said = &question.feedback;
    let mut all: Vec<&str> =
        vec![&question.text, &question.hint, &question.explanation, &said.correct, &said.partial, &said.incorrect];
    match &question.kind {
        Kind::Single { answers, .. } | Kind::Multiple { answers, .. } => {
            all.extend(answers.iter().flat_map(|a| [a.text.as_str(), &a.feedback]));
        }
        Kind::TrueFalse { on_true, on_false, .. } => all.extend([on_true.as_str(), on_false]),
        Kind::Numeric { accepted, .. } => all.extend(accepted.iter().map(|a| a.feedback.as_str())),
        Kind::Short { accepted, .. } => all.extend(accepted.iter().map(|a| a.feedback.as_str())),
        Kind::Matching { pairs, .. } => all.extend(pairs.iter().map(|p| p.left.as_str())),
        Kind::Ordering { items, .. } => all.extend(items.iter().map(String::as_str)),
        Kind::Gaps { gaps } => {
            for gap in gaps {
                if let GapKind::Choice { answers } = &gap.kind {
                    all.extend(answers.iter().map(|a| a.feedback.as_str()));
                }
            }
        }
        Kind::Essay { .. } => {}
    }
    all
}
