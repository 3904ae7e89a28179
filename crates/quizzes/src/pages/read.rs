//! Reading answers from the fields of a form, and writing them as fields again.

use std::collections::BTreeSet;

use kernel::Result;
use questions::{GapKind, GapResponse, Kind, Question, Response, shuffled};
use web::Fields;

use crate::answer::fits;

/// The field of a question.
pub(crate) fn field(slot: usize) -> String {
    format!("q{slot}")
}

/// The field of a part of a question: a left side, an item, a gap.
pub(crate) fn part_field(slot: usize, part: usize) -> String {
    format!("q{slot}-{part}")
}

/// The slots whose questions a form holds, with the ordinal sent beside each.
pub(crate) fn slots(form: &Fields) -> Vec<(usize, i64)> {
    let mut found: Vec<(usize, i64)> = Vec::new();
    for (name, value) in &form.0 {
        let slot = name.strip_prefix('o').and_then(|digits| digits.parse::<usize>().ok());
        if let (Some(slot), Ok(ordinal)) = (slot, value.trim().parse::<i64>())
            && !found.iter().any(|(s, _)| *s == slot)
        {
            found.push((slot, ordinal));
        }
    }
    found
}

/// The answer to the question in a slot; nothing filled in is [`Response::Blank`]. `seed` tells in which order items of an
/// ordering stood, for those that were given the same place.
///
/// # Errors
/// `Invalid` when it does not belong to the question.
pub(crate) fn response(form: &Fields, slot: usize, question: &Question, seed: u64) -> Result<Response> {
    let name = field(slot);
    let number = |name: &str| form.some(name).and_then(|v| v.parse::<usize>().ok());
    let typed = |name: &str| form.raw(name).unwrap_or_default().replace("\r\n", "\n");
    let read = match &question.kind {
        Kind::Single { .. } => number(&name).map(|choice| Response::Single { choice }),
        Kind::Multiple { .. } => {
            let choices: BTreeSet<usize> = form.all(&name).filter_map(|v| v.parse().ok()).collect();
            Some(Response::Multiple { choices })
        }
        Kind::TrueFalse { .. } => match form.get(&name) {
            "true" => Some(Response::TrueFalse { value: true }),
            "false" => Some(Response::TrueFalse { value: false }),
            _ => None,
        },
        Kind::Numeric { .. } => Some(Response::Numeric { text: typed(&name) }),
        Kind::Short { .. } => Some(Response::Short { text: typed(&name) }),
        // What stood in the field at the start is no answer.
        Kind::Essay { template, .. } => {
            Some(Response::Essay { text: typed(&name) }).filter(|_| typed(&name).trim() != template.trim())
        }
        Kind::Matching { pairs, .. } => {
            Some(Response::Matching { rights: (0..pairs.len()).map(|i| number(&part_field(slot, i))).collect() })
        }
        Kind::Ordering { items, .. } => {
            let stream = u32::try_from(slot + 1).unwrap_or(0);
            let mut placed: Vec<(usize, usize)> = shuffled(items.len(), seed, stream)
                .into_iter()
                .filter_map(|i| number(&part_field(slot, i)).map(|place| (place, i)))
                .collect();
            placed.sort_by_key(|(place, _)| *place);
            Some(Response::Ordering { order: placed.into_iter().map(|(_, i)| i).collect() })
        }
        Kind::Gaps { gaps } => {
            let value = |(i, gap): (usize, &questions::Gap)| {
                let name = part_field(slot, i);
                match &gap.kind {
                    GapKind::Choice { .. } => number(&name).map_or(GapResponse::Blank, GapResponse::Choice),
                    _ => match typed(&name) {
                        text if text.trim().is_empty() => GapResponse::Blank,
                        text => GapResponse::Text(text),
                    },
                }
            };
            Some(Response::Gaps { values: gaps.iter().enumerate().map(value).collect() })
        }
    };
    let read = read.filter(|r| !r.is_blank()).unwrap_or_default();
    fits(question, &read)?;
    Ok(read)
}

/// An answer as the fields of a form, so that a page can put it in.
pub(crate) fn written(slot: usize, response: &Response) -> Vec<(String, String)> {
    let one = |value: String| vec![(field(slot), value)];
    let parts = |values: Vec<(usize, String)>| -> Vec<(String, String)> {
        values.into_iter().map(|(i, v)| (part_field(slot, i), v)).collect()
    };
    match response {
        Response::Blank => Vec::new(),
        Response::Single { choice } => one(choice.to_string()),
        Response::Multiple { choices } => choices.iter().map(|c| (field(slot), c.to_string())).collect(),
        Response::TrueFalse { value } => one(value.to_string()),
        Response::Numeric { text } | Response::Short { text } | Response::Essay { text } => one(text.clone()),
        Response::Matching { rights } => {
            parts(rights.iter().enumerate().filter_map(|(i, r)| r.map(|r| (i, r.to_string()))).collect())
        }
        Response::Ordering { order } => {
            parts(order.iter().enumerate().map(|(place, item)| (*item, (place + 1).to_string())).collect())
        }
        Response::Gaps { values } => parts(
            values
                .iter()
                .enumerate()
                .filter_map(|(i, v)| match v {
                    GapResponse::Blank => None,
                    GapResponse::Text(text) => Some((i, text.clone())),
                    GapResponse::Choice(choice) => Some((i, choice.to_string())),
                })
                .collect(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use questions::{Forgive, Gap, OrderScoring, Pair};

    fn asked(kind: Kind) -> Question {
        Question { kind, ..questions::sample() }
    }

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields(pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect())
    }

    #[test]
    fn an_answer_written_as_fields_is_read_back() {
        let pair = |l: &str, r: &str| Pair { left: l.into(), right: r.into() };
        let text = GapKind::Text { accepted: Vec::new(), forgive: Forgive::default() };
        let cases = [
            (questions::sample(), Response::Single { choice: 2 }),
            (
                asked(Kind::TrueFalse { correct: true, on_true: String::new(), on_false: String::new() }),
                Response::TrueFalse { value: false },
            ),
            (
                asked(Kind::Matching {
                    pairs: vec![pair("a", "1"), pair("b", "2")],
                    distractors: vec!["3".into()],
                    shuffle: true,
                }),
                Response::Matching { rights: vec![Some(2), None] },
            ),
            (
                asked(Kind::Ordering {
                    items: ["a", "b", "c"].map(String::from).to_vec(),
                    scoring: OrderScoring::default(),
                }),
                Response::Ordering { order: vec![2, 0, 1] },
            ),
            (
                asked(Kind::Gaps { gaps: vec![Gap { weight: 1, kind: text.clone() }, Gap { weight: 1, kind: text }] }),
                Response::Gaps { values: vec![GapResponse::Blank, GapResponse::Text("urząd".into())] },
            ),
            (
                asked(Kind::Essay { guide: String::new(), min_words: 0, max_words: 0, template: String::new() }),
                Response::Essay { text: "Dwa\nwiersze".into() },
            ),
        ];
        for (question, given) in cases {
            let form = Fields(written(3, &given));
            assert_eq!(response(&form, 3, &question, 9).expect("fits"), given);
            assert_eq!(response(&Fields::default(), 3, &question, 9).expect("fits"), Response::Blank);
        }
    }

    #[test]
    fn what_does_not_belong_is_refused_and_what_is_no_number_is_blank() {
        let question = questions::sample();
        assert!(response(&fields(&[("q0", "7")]), 0, &question, 1).is_err());
        assert_eq!(response(&fields(&[("q0", "<x>")]), 0, &question, 1).expect("blank"), Response::Blank);
        assert_eq!(slots(&fields(&[("o2", "5"), ("o2", "9"), ("ox", "1"), ("o1", "x")])), [(2, 5)]);
    }
}
