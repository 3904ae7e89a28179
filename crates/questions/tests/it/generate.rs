//! Made-up questions, all of them whole.

use proptest::{collection::vec, option, prelude::*, sample::select};
use questions::{
    Accepted, Choice, Feedback, Forgive, Gap, GapKind, Kind, NumberAnswer, OrderScoring, Pair, Question, Tolerance,
    Unit, UnitRule, check, text,
};

/// Words with the signs that formats use for themselves.
const WORDS: &[&str] = &[
    "termin",
    "żółć",
    "30",
    "art. 35 § 3",
    "a=b",
    "{x}",
    "50%",
    "~5",
    "#1",
    "a:b",
    "//",
    "::",
    "C\\D",
    "->",
    "<b>",
    "&amp;",
    "x & y",
    "*gwiazda*",
    "[html]",
    "„cudzysłów”",
    "100 %",
    "_pod_",
    "`kod`",
    "1.",
    "ANSWER: A",
    "A) tak",
    "$x$",
    "| k |",
    "]]>",
    "T",
    "TRUE",
    "[[1]]",
    "\\n",
];

fn words(most: usize) -> impl Strategy<Value = String> {
    vec(select(WORDS), 1..=most).prop_map(|w| w.join(" "))
}

/// Plain text in one line.
pub fn plain() -> impl Strategy<Value = String> {
    words(4)
}

/// Markdown of one or more paragraphs; gap marks escaped.
pub fn markdown() -> impl Strategy<Value = String> {
    let paragraph = prop_oneof![
        4 => words(6).prop_map(|w| text::escape(&w)),
        1 => words(3).prop_map(|w| format!("**{}** i dalej", text::escape(&w.replace(['*', '_', '`'], "")))),
        1 => vec(words(2), 1..4).prop_map(|items| items.iter().map(|i| format!("- {}", text::escape(i))).collect::<Vec<_>>().join("\n")),
        1 => Just("[strona](https://example.org/a?b=c&d=e#f)".to_owned()),
    ];
    vec(paragraph, 1..3).prop_map(|p| p.join("\n\n"))
}

fn maybe() -> impl Strategy<Value = String> {
    option::of(markdown()).prop_map(Option::unwrap_or_default)
}

fn fraction() -> impl Strategy<Value = f64> {
    select(vec![0.0, 0.5, 0.25, 1.0 / 3.0, 0.9])
}

fn accepted<T: Clone + std::fmt::Debug>(answer: impl Strategy<Value = T>) -> impl Strategy<Value = Vec<Accepted<T>>> {
    vec((answer, fraction(), maybe()), 1..4).prop_map(|list| {
        let mut accepted: Vec<_> =
            list.into_iter().map(|(answer, fraction, feedback)| Accepted { answer, fraction, feedback }).collect();
        accepted[0].fraction = 1.0;
        accepted
    })
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        (-1000i32..1000).prop_map(f64::from),
        (-1_000_000i32..1_000_000).prop_map(|n| f64::from(n) / 1000.0),
        Just(0.1)
    ]
}

fn numbers() -> impl Strategy<Value = Vec<Accepted<NumberAnswer>>> {
    let near = (number(), select(vec![0.0, 0.01, 5.0]))
        .prop_map(|(value, far)| NumberAnswer::Near { value, tolerance: Tolerance::Absolute(far) });
    let any = Just(NumberAnswer::Any);
    accepted(prop_oneof![5 => near, 1 => any])
}

/// Different texts.
fn distinct(text: impl Strategy<Value = String>, least: usize, most: usize) -> impl Strategy<Value = Vec<String>> {
    vec(text, least..=most).prop_map(|mut texts| {
        for i in 0..texts.len() {
            while texts[..i].contains(&texts[i]) {
                texts[i].push_str(" i");
            }
        }
        texts
    })
}

fn choices(single: bool) -> impl Strategy<Value = Vec<Choice>> {
    (distinct(markdown(), 2, 5), vec((fraction(), maybe()), 5), 1usize..5).prop_map(move |(texts, rest, right)| {
        let count = texts.len();
        let right = right.min(count - 1).max(1);
        let of = |parts: usize| 1.0 / f64::from(u8::try_from(parts).unwrap_or(1));
        texts
            .into_iter()
            .zip(rest)
            .enumerate()
            .map(|(i, (text, (other, feedback)))| {
                let fraction = match (i < right, single) {
                    (true, true) if i == 0 => 1.0,
                    (_, true) => {
                        if i + 1 == count {
                            0.0
                        } else {
                            other
                        }
                    }
                    (true, false) => of(right),
                    (false, false) => -of(count - right),
                };
                Choice { text, fraction, feedback }
            })
            .collect()
    })
}

/// Kinds of questions with whatever our model can hold.
fn kind() -> impl Strategy<Value = Kind> {
    let forgive = (any::<bool>(), any::<bool>(), any::<bool>(), 0u8..3)
        .prop_map(|(case, diacritics, inflection, typos)| Forgive { case, diacritics, inflection, typos });
    let usual = any::<bool>().prop_map(|case| Forgive { case, ..Forgive::default() });
    let forgive = prop_oneof![1 => forgive, 3 => usual];
    prop_oneof![
        (choices(true), any::<bool>()).prop_map(|(answers, shuffle)| Kind::Single { answers, shuffle }),
        (choices(false), any::<bool>(), prop::bool::weighted(0.1))
            .prop_map(|(answers, shuffle, all_or_nothing)| { Kind::Multiple { answers, shuffle, all_or_nothing } }),
        (any::<bool>(), maybe(), maybe()).prop_map(|(correct, on_true, on_false)| Kind::TrueFalse {
            correct,
            on_true,
            on_false
        }),
        (numbers(), select(vec![0, 1, 2])).prop_map(|(accepted, units)| {
            let all = [("km", 1.0), ("m", 1000.0)];
            let units: Vec<_> = all[..units].iter().map(|(n, m)| Unit { name: (*n).into(), multiplier: *m }).collect();
            let unit_rule = if units.len() == 2 { UnitRule::Required(0.25) } else { UnitRule::Optional };
            Kind::Numeric { accepted, units, unit_rule }
        }),
        (accepted(plain()), forgive.clone()).prop_map(|(accepted, forgive)| Kind::Short { accepted, forgive }),
        (distinct(markdown(), 2, 4), distinct(plain(), 4, 4), vec(plain(), 0..3), any::<bool>()).prop_map(
            |(lefts, rights, distractors, shuffle)| {
                let pairs = lefts.into_iter().zip(rights).map(|(left, right)| Pair { left, right }).collect();
                Kind::Matching { pairs, distractors, shuffle }
            }
        ),
        (
            distinct(markdown(), 2, 5),
            select(vec![OrderScoring::AdjacentPairs, OrderScoring::AbsolutePosition, OrderScoring::AllOrNothing])
        )
            .prop_map(|(items, scoring)| Kind::Ordering { items, scoring }),
        (maybe(), 0u32..50, prop::bool::ANY).prop_map(|(guide, min_words, limit)| Kind::Essay {
            guide,
            min_words,
            max_words: if limit { min_words + 100 } else { 0 },
            template: String::new(),
        }),
        vec((1u32..4, gap(forgive)), 1..4).prop_map(|gaps| Kind::Gaps {
            gaps: gaps.into_iter().map(|(weight, kind)| Gap { weight, kind }).collect()
        }),
    ]
}

fn gap(forgive: impl Strategy<Value = Forgive>) -> impl Strategy<Value = GapKind> {
    let simple = |text: String| text.replace(['\\', '&'], "");
    prop_oneof![
        (accepted(plain().prop_map(simple)), forgive)
            .prop_map(|(accepted, forgive)| GapKind::Text { accepted, forgive }),
        numbers().prop_map(|accepted| GapKind::Number { accepted }),
        distinct(plain(), 2, 4).prop_map(|texts| GapKind::Choice {
            answers: texts
                .into_iter()
                .enumerate()
                .map(|(i, text)| Choice { text, fraction: if i == 1 { 1.0 } else { 0.0 }, feedback: String::new() })
                .collect(),
        }),
    ]
}

/// A whole question.
pub fn question() -> impl Strategy<Value = Question> {
    let about = (
        plain(),
        option::of("[a-z]{2,4}-[0-9]{2}"),
        option::of(select(vec!["Prawo", "Prawo/Terminy i żale", "A//B: c"]).prop_map(str::to_owned)),
        markdown(),
    );
    let rest = (
        select(vec![1.0, 1.0, 1.0, 2.0, 0.5]),
        maybe(),
        maybe(),
        vec(select(vec!["kpa", "żółw", "RODO [1]", "a: b"]).prop_map(str::to_owned), 0..3),
        prop::bool::weighted(0.2),
        maybe(),
    );
    (about, rest, kind())
        .prop_map(|((name, code, category, text), (points, explanation, hint, tags, feedback, said), kind)| {
            let mut question = Question {
                name,
                code: code.unwrap_or_default(),
                category: category.unwrap_or_default(),
                text,
                points,
                explanation,
                hint: if points == 1.0 { String::new() } else { hint },
                feedback: if feedback {
                    Feedback { correct: said, ..Feedback::default() }
                } else {
                    Feedback::default()
                },
                tags,
                kind,
            };
            if let Kind::Gaps { gaps } = &question.kind {
                let marks: Vec<String> = (1..=gaps.len()).map(|n| format!("[[{n}]]")).collect();
                question.text =
                    format!("{}\n\nLuki: {}.", question.text.replace(['{', '\\'], ""), marks.join(" oraz "));
                question.text = question
                    .text
                    .replace(['<', '&'], "")
                    .replace("[[1]]", "")
                    .replacen("Luki: ", "Luki: [[1]]", 1)
                    .trim()
                    .to_owned();
                question.points = gaps.iter().map(|g| f64::from(g.weight)).sum();
            }
            question
        })
        .prop_filter("whole", |q| check(q).iter().all(|f| f.severity != questions::Severity::Refused))
}
