//! The answer that earns all points.

use crate::{Choice, GapKind, GapResponse, Kind, NumberAnswer, Question, Response, matching_options};

/// An answer that earns all points, if the program can tell one; blank for essays and for what accepts anything.
#[must_use]
pub fn full_answer(question: &Question) -> Response {
    match &question.kind {
        Kind::Single { answers, .. } => best(answers).map_or(Response::Blank, |choice| Response::Single { choice }),
        Kind::Multiple { answers, .. } => Response::Multiple {
            choices: answers.iter().enumerate().filter(|(_, a)| a.fraction > 0.0).map(|(i, _)| i).collect(),
        },
        Kind::TrueFalse { correct, .. } => Response::TrueFalse { value: *correct },
        Kind::Numeric { accepted, units, .. } => {
            // A number as it stands is meant in the first unit.
            let unit = units.first().map_or(String::new(), |u| format!(" {}", u.name));
            accepted
                .iter()
                .find_map(|a| number(&a.answer))
                .map_or(Response::Blank, |text| Response::Numeric { text: text + &unit })
        }
        Kind::Short { accepted, .. } => {
            accepted.first().map_or(Response::Blank, |a| Response::Short { text: a.answer.clone() })
        }
        Kind::Matching { pairs, distractors, .. } => {
            let options = matching_options(pairs, distractors);
            Response::Matching { rights: pairs.iter().map(|p| options.iter().position(|o| *o == p.right)).collect() }
        }
        Kind::Ordering { items, .. } => Response::Ordering { order: (0..items.len()).collect() },
        Kind::Gaps { gaps } => Response::Gaps { values: gaps.iter().map(|gap| fill(&gap.kind)).collect() },
        Kind::Essay { .. } => Response::Blank,
    }
}

fn best(answers: &[Choice]) -> Option<usize> {
    answers.iter().position(|a| a.fraction >= 1.0)
}

fn number(answer: &NumberAnswer) -> Option<String> {
    match answer {
        NumberAnswer::Near { value, .. } => Some(value.to_string()),
        NumberAnswer::Any => None,
    }
}

fn fill(gap: &GapKind) -> GapResponse {
    match gap {
        GapKind::Text { accepted, .. } => {
            accepted.first().map_or(GapResponse::Blank, |a| GapResponse::Text(a.answer.clone()))
        }
        GapKind::Choice { answers } => best(answers).map_or(GapResponse::Blank, GapResponse::Choice),
        GapKind::Number { accepted } => {
            accepted.iter().find_map(|a| number(&a.answer)).map_or(GapResponse::Blank, GapResponse::Text)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Rules, grade};

    #[test]
    fn it_earns_all_points() {
        let question = crate::sample();
        assert!((grade(&question, &full_answer(&question), &Rules::default()).fraction - 1.0).abs() < 1e-9);
    }
}
