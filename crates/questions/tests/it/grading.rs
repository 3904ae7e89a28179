//! What learners get for their answers.

use proptest::prelude::*;
use questions::{
    Accepted, Choice, Feedback, Forgive, Gap, GapKind, GapResponse, Kind, NumberAnswer, OrderScoring, Pair, Question,
    Response, Rules, State, Tolerance, Unit, UnitRule, grade, sample,
};

use crate::generate::question;

fn asked(kind: Kind) -> Question {
    Question { kind, ..sample() }
}

fn worth(question: &Question, response: &Response) -> f64 {
    (grade(question, response, &Rules::default()).fraction * 1000.0).round() / 1000.0
}

fn accepted<T>(answer: T) -> Accepted<T> {
    Accepted { answer, fraction: 1.0, feedback: String::new() }
}

#[test]
fn each_right_choice_earns_its_part_and_each_wrong_one_takes() {
    let choice = |fraction| Choice { text: format!("{fraction}"), fraction, feedback: String::new() };
    let kind = |all_or_nothing| Kind::Multiple {
        answers: vec![choice(0.5), choice(0.5), choice(-0.5), choice(-0.501)],
        shuffle: true,
        all_or_nothing,
    };
    let chosen = |choices: &[usize]| Response::Multiple { choices: choices.iter().copied().collect() };
    let question = asked(kind(false));
    assert_eq!(worth(&question, &chosen(&[0, 1])), 1.0);
    assert_eq!(worth(&question, &chosen(&[0])), 0.5);
    assert_eq!(worth(&question, &chosen(&[0, 1, 2])), 0.5);
    assert_eq!(worth(&question, &chosen(&[0, 1, 2, 3])), 0.0);
    assert_eq!(worth(&question, &chosen(&[2, 3])), 0.0);
    assert_eq!(worth(&asked(kind(true)), &chosen(&[0])), 0.0);
    assert_eq!(worth(&asked(kind(true)), &chosen(&[0, 1])), 1.0);
    let strict = Rules { partial_credit: false };
    assert_eq!(grade(&question, &chosen(&[0]), &strict).fraction, 0.0);
}

#[test]
fn numbers_with_units_are_converted() {
    let near = NumberAnswer::Near { value: 2.5, tolerance: Tolerance::Absolute(0.1) };
    let unit = |name: &str, multiplier| Unit { name: name.into(), multiplier };
    let kind = |unit_rule| Kind::Numeric {
        accepted: vec![
            accepted(near),
            Accepted { answer: NumberAnswer::Any, fraction: 0.0, feedback: "Policz jeszcze raz.".into() },
        ],
        units: vec![unit("km", 1.0), unit("m", 1000.0)],
        unit_rule,
    };
    let typed = |text: &str| Response::Numeric { text: text.into() };
    let optional = asked(kind(UnitRule::Optional));
    for text in ["2,5", "2.45 km", "2 500 m", "2600 m"] {
        assert_eq!(worth(&optional, &typed(text)), 1.0, "{text}");
    }
    for text in ["2,7", "2500 km", "2,5 kg", "dwa"] {
        assert_eq!(worth(&optional, &typed(text)), 0.0, "{text}");
    }
    let required = asked(kind(UnitRule::Required(0.25)));
    assert_eq!(worth(&required, &typed("2,5")), 0.75);
    assert_eq!(worth(&required, &typed("2,5 km")), 1.0);
    assert_eq!(grade(&optional, &typed("9"), &Rules::default()).feedback, ["Policz jeszcze raz."]);
}

#[test]
fn pairs_count_one_by_one() {
    let pair = |left: &str, right: &str| Pair { left: left.into(), right: right.into() };
    let question = asked(Kind::Matching {
        pairs: vec![pair("a", "jeden"), pair("b", "dwa"), pair("c", "jeden"), pair("d", "trzy")],
        distractors: vec!["cztery".into(), "dwa".into()],
        shuffle: true,
    });
    // The list is: jeden, dwa, trzy, cztery.
    let rights = |rights: &[usize]| Response::Matching { rights: rights.iter().map(|r| Some(*r)).collect() };
    assert_eq!(worth(&question, &rights(&[0, 1, 0, 2])), 1.0);
    assert_eq!(worth(&question, &rights(&[0, 1, 3])), 0.5);
    assert_eq!(grade(&question, &rights(&[9]), &Rules::default()).state, State::Mismatch);
}

#[test]
fn orders_count_as_the_question_says() {
    let items: Vec<String> = ["a", "b", "c", "d"].map(String::from).to_vec();
    let order = |order: &[usize]| Response::Ordering { order: order.to_vec() };
    let question = |scoring| asked(Kind::Ordering { items: items.clone(), scoring });
    assert_eq!(worth(&question(OrderScoring::AdjacentPairs), &order(&[3, 0, 1, 2])), 0.667);
    assert_eq!(worth(&question(OrderScoring::AbsolutePosition), &order(&[3, 0, 1, 2])), 0.0);
    assert_eq!(worth(&question(OrderScoring::AbsolutePosition), &order(&[0, 1, 3, 2])), 0.5);
    assert_eq!(worth(&question(OrderScoring::AllOrNothing), &order(&[0, 1, 3, 2])), 0.0);
    assert_eq!(worth(&question(OrderScoring::AllOrNothing), &order(&[0, 1, 2, 3])), 1.0);
    assert_eq!(
        grade(&question(OrderScoring::AdjacentPairs), &order(&[0, 0]), &Rules::default()).state,
        State::Mismatch
    );
}

#[test]
fn gaps_count_by_their_weight() {
    let forgive = Forgive { inflection: true, diacritics: true, typos: 1, case: true };
    let option =
        |text: &str, fraction| Choice { text: text.into(), fraction, feedback: "O tym piszemy w lekcji 2.".into() };
    let gap = |weight, kind| Gap { weight, kind };
    let question = asked(Kind::Gaps {
        gaps: vec![
            gap(2, GapKind::Text { accepted: vec![accepted("umorzenie".to_owned())], forgive }),
            gap(1, GapKind::Choice { answers: vec![option("tak", 1.0), option("nie", 0.0)] }),
            gap(
                1,
                GapKind::Number {
                    accepted: vec![accepted(NumberAnswer::Near { value: 14.0, tolerance: Tolerance::Absolute(0.0) })],
                },
            ),
        ],
    });
    let values =
        vec![GapResponse::Text("umorzeniu".into()), GapResponse::Choice(1), GapResponse::Text("14 dni".into())];
    let marked = grade(&question, &Response::Gaps { values }, &Rules::default());
    assert_eq!(marked.fraction, 0.75);
    assert_eq!(marked.parts.iter().map(|p| p.fraction).collect::<Vec<_>>(), [1.0, 0.0, 1.0]);
    assert_eq!(marked.feedback, ["O tym piszemy w lekcji 2."]);
}

#[test]
fn feedback_follows_how_well_it_went() {
    let mut question = sample();
    question.feedback =
        Feedback { correct: "Dobrze!".into(), partial: "Prawie.".into(), incorrect: "Wróć do lekcji.".into() };
    let said = |choice| grade(&question, &Response::Single { choice }, &Rules::default()).feedback;
    assert_eq!(said(1), ["Dobrze!"]);
    assert_eq!(said(0), ["Zwrot dotyczy innych sytuacji.", "Wróć do lekcji."]);
    let essay = asked(Kind::Essay { guide: String::new(), min_words: 0, max_words: 0, template: String::new() });
    let written = grade(&essay, &Response::Essay { text: "Uważam, że…".into() }, &Rules::default());
    assert_eq!(written.state, State::NeedsMarking);
    assert_eq!(grade(&essay, &Response::Essay { text: " ".into() }, &Rules::default()).state, State::Blank);
    let other = grade(&essay, &Response::TrueFalse { value: true }, &Rules::default());
    assert_eq!((other.fraction, other.state), (0.0, State::Mismatch));
}

/// The answer an author would call right.
fn right(question: &Question) -> Option<Response> {
    let first = |answers: &[Choice]| answers.iter().position(|a| a.fraction >= 1.0);
    Some(match &question.kind {
        Kind::Single { answers, .. } => Response::Single { choice: first(answers)? },
        Kind::Multiple { answers, .. } => {
            let choices = answers.iter().enumerate().filter(|(_, a)| a.fraction > 0.0).map(|(i, _)| i).collect();
            Response::Multiple { choices }
        }
        Kind::TrueFalse { correct, .. } => Response::TrueFalse { value: *correct },
        Kind::Numeric { accepted, units, .. } => {
            let NumberAnswer::Near { value, .. } = accepted.first()?.answer else { return None };
            let unit = units.first().map(|u| u.name.as_str()).unwrap_or_default();
            Response::Numeric { text: format!("{value} {unit}").replace('.', ",") }
        }
        Kind::Matching { pairs, distractors, .. } => {
            let options = questions::matching_options(pairs, distractors);
            let rights = pairs.iter().map(|p| options.iter().position(|o| *o == p.right)).collect();
            Response::Matching { rights }
        }
        Kind::Ordering { items, .. } => Response::Ordering { order: (0..items.len()).collect() },
        Kind::Short { .. } | Kind::Gaps { .. } | Kind::Essay { .. } => return None,
    })
}

proptest! {
    #[test]
    fn the_right_answer_earns_everything(question in question()) {
        if let Some(response) = right(&question) {
            let marked = grade(&question, &response, &Rules::default());
            prop_assert_eq!(marked.fraction, 1.0, "{:?}", response);
            prop_assert_eq!(marked.state, State::Graded);
        }
    }

    #[test]
    fn any_answer_to_any_question_is_worth_something_between(
        question in question(),
        choices in proptest::collection::vec(0usize..6, 0..6),
        text in "\\PC{0,20}",
    ) {
        let values = choices.iter().map(|c| if c % 2 == 0 { GapResponse::Choice(*c) } else { GapResponse::Text(text.clone()) });
        let responses = [
            Response::Blank,
            Response::Single { choice: choices.len() },
            Response::Multiple { choices: choices.iter().copied().collect() },
            Response::TrueFalse { value: choices.is_empty() },
            Response::Numeric { text: text.clone() },
            Response::Short { text: text.clone() },
            Response::Matching { rights: choices.iter().map(|c| Some(*c)).collect() },
            Response::Ordering { order: choices.clone() },
            Response::Gaps { values: values.collect() },
            Response::Essay { text: text.clone() },
        ];
        for response in responses {
            let marked = grade(&question, &response, &Rules::default());
            prop_assert!((0.0..=1.0).contains(&marked.fraction));
            let json = serde_json::to_string(&response).unwrap();
            prop_assert_eq!(serde_json::from_str::<Response>(&json).unwrap(), response);
        }
    }
}
