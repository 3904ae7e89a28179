//! The texts of a quiz that its author wrote and learners read, for the accessibility check of the course.

use courses::Written;
use questions::{GapKind, Kind, Question};
use serde_json::Value;

use crate::{DefinedQuestion, Definition, msg};

/// What the program registers with [`courses::register_texts`]: the introduction, what is said by the score, and every
/// question that may be drawn. Questions are written on pages of their own.
pub(crate) fn texts(part: &Value) -> Vec<Written> {
    let Ok(defined) = serde_json::from_value::<Definition>(part.clone()) else { return Vec::new() };
    let own = |part, text: &String| Written { of: String::new(), part, page: None, markdown: text.clone() };
    let mut all = vec![own(msg::QUIZZES_FIELD_INTRO, &defined.settings.intro)];
    all.extend(defined.settings.bands.iter().map(|band| own(msg::QUIZZES_BANDS, &band.text)));
    for DefinedQuestion { id, question, .. } in &defined.questions {
        let page = Some(format!("/questions/{id}"));
        let one = |(part, text): (&'static str, &str)| Written {
            of: question.name.clone(),
            part,
            page: page.clone(),
            markdown: text.to_owned(),
        };
        all.extend(of_question(question).into_iter().map(one));
    }
    all.retain(|text| !text.markdown.trim().is_empty());
    all
}

/// All that is Markdown in a question and shown to learners, each text with the name of its field in the editor.
fn of_question(question: &Question) -> Vec<(&'static str, &str)> {
    let said = &question.feedback;
    let mut all: Vec<(&'static str, &str)> = vec![
        (msg::QUIZZES_FIELD_TEXT, &question.text),
        (msg::QUIZZES_HINT, &question.hint),
        (msg::QUIZZES_FIELD_EXPLANATION, &question.explanation),
        (msg::QUIZZES_FIELD_FB_CORRECT, &said.correct),
        (msg::QUIZZES_FIELD_FB_PARTIAL, &said.partial),
        (msg::QUIZZES_FIELD_FB_INCORRECT, &said.incorrect),
    ];
    match &question.kind {
        Kind::Single { answers, .. } | Kind::Multiple { answers, .. } => {
            for answer in answers {
                all.push((msg::QUIZZES_OPTION, &answer.text));
                all.push((msg::QUIZZES_OPTION_FEEDBACK, &answer.feedback));
            }
        }
        Kind::TrueFalse { on_true, on_false, .. } => {
            all.extend([(msg::QUIZZES_FIELD_ON_TRUE, on_true.as_str()), (msg::QUIZZES_FIELD_ON_FALSE, on_false)]);
        }
        Kind::Numeric { accepted, .. } => all.extend(accepted.iter().map(|a| (ACCEPTED, a.feedback.as_str()))),
        Kind::Short { accepted, .. } => all.extend(accepted.iter().map(|a| (ACCEPTED, a.feedback.as_str()))),
        Kind::Matching { pairs, .. } => all.extend(pairs.iter().map(|p| (msg::QUIZZES_FIELD_PAIRS, p.left.as_str()))),
        Kind::Ordering { items, .. } => all.extend(items.iter().map(|i| (msg::QUIZZES_FIELD_ITEMS, i.as_str()))),
        Kind::Gaps { gaps } => {
            for gap in gaps {
                if let GapKind::Choice { answers } = &gap.kind {
                    all.extend(answers.iter().map(|a| (ACCEPTED, a.feedback.as_str())));
                }
            }
        }
        Kind::Essay { .. } => {}
    }
    all
}

/// The field that holds answers with what is said to them.
const ACCEPTED: &str = msg::QUIZZES_FIELD_ACCEPTED;
