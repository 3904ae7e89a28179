//! A question as the fields of its form.

use questions::{Accepted, Choice, Forgive, GapKind, Kind, NumberAnswer, OrderScoring, Question, Tolerance, UnitRule};
use web::Fields;

use super::{lines::line, shares};

/// The fields.
pub(crate) fn fields_of(question: &Question) -> Fields {
    let mut out = Out(Vec::new());
    out.add("kind", question.kind.name());
    out.add("name", &question.name);
    out.add("code", &question.code);
    out.add("category", &question.category);
    out.add("text", &question.text);
    out.add("points", &number(question.points));
    out.add("explanation", &question.explanation);
    out.add("hint", &question.hint);
    out.add("fb_correct", &question.feedback.correct);
    out.add("fb_partial", &question.feedback.partial);
    out.add("fb_incorrect", &question.feedback.incorrect);
    out.add("tags", &question.tags.iter().map(|t| line([t.as_str()])).collect::<Vec<_>>().join("\n"));
    kind(&question.kind, &mut out);
    Fields(out.0)
}

struct Out(Vec<(String, String)>);

impl Out {
    fn add(&mut self, name: &str, value: &str) {
        self.0.push((name.to_owned(), value.to_owned()));
    }
    fn tick(&mut self, name: &str, on: bool) {
        if on {
            self.add(name, "on");
        }
    }
    fn forgive(&mut self, prefix: &str, forgive: Forgive) {
        self.tick(&format!("{prefix}case"), forgive.case);
        self.tick(&format!("{prefix}diacritics"), forgive.diacritics);
        self.tick(&format!("{prefix}inflection"), forgive.inflection);
        self.add(&format!("{prefix}typos"), &forgive.typos.to_string());
    }
}

/// A number as one types it; read back it is the same.
pub(crate) fn number(value: f64) -> String {
    format!("{value}").replace('.', ",")
}

/// A fraction as per cent; read back it is the same for thirds and the like.
fn percent(fraction: f64) -> String {
    number((fraction * 1e7).round() / 1e5)
}

fn kind(kind: &Kind, out: &mut Out) {
    match kind {
        Kind::Single { answers, shuffle } => {
            options(answers, false, out);
            out.tick("shuffle", *shuffle);
        }
        Kind::Multiple { answers, shuffle, all_or_nothing } => {
            options(answers, true, out);
            out.tick("shuffle", *shuffle);
            out.tick("all", *all_or_nothing);
        }
        Kind::TrueFalse { correct, on_true, on_false } => {
            out.add("correct", if *correct { "true" } else { "false" });
            out.add("on_true", on_true);
            out.add("on_false", on_false);
        }
        Kind::Numeric { accepted, units, unit_rule } => {
            out.add("accepted", &accepted_numbers(accepted));
            let lines: Vec<String> = units
                .iter()
                .map(|u| {
                    let multiplier = number(u.multiplier);
                    line([u.name.as_str(), if u.multiplier == 1.0 { "" } else { multiplier.as_str() }])
                })
                .collect();
            out.add("units", &lines.join("\n"));
            match unit_rule {
                UnitRule::Optional => out.add("unit_rule", "optional"),
                UnitRule::Required(penalty) => {
                    out.add("unit_rule", "required");
                    out.add("penalty", &percent(*penalty));
                }
            }
        }
        Kind::Short { accepted, forgive } => {
            out.add("accepted", &accepted_words(accepted));
            out.forgive("", *forgive);
        }
        Kind::Matching { pairs, distractors, shuffle } => {
            let lines: Vec<String> = pairs.iter().map(|p| line([p.left.as_str(), p.right.as_str()])).collect();
            out.add("pairs", &lines.join("\n"));
            out.add("distractors", &distractors.iter().map(|d| line([d.as_str()])).collect::<Vec<_>>().join("\n"));
            out.tick("shuffle", *shuffle);
        }
        Kind::Ordering { items, scoring } => {
            out.add("items", &items.iter().map(|i| line([i.as_str()])).collect::<Vec<_>>().join("\n"));
            out.add("scoring", scoring_name(*scoring));
        }
        Kind::Gaps { gaps } => {
            for (i, gap) in gaps.iter().enumerate() {
                let name = |rest: &str| format!("g{i}_{rest}");
                out.add(&name("weight"), &gap.weight.to_string());
                match &gap.kind {
                    GapKind::Text { accepted, forgive } => {
                        out.add(&name("kind"), "text");
                        out.add(&name("accepted"), &accepted_words(accepted));
                        out.forgive(&name(""), *forgive);
                    }
                    GapKind::Number { accepted } => {
                        out.add(&name("kind"), "number");
                        out.add(&name("accepted"), &accepted_numbers(accepted));
                    }
                    GapKind::Choice { answers } => {
                        out.add(&name("kind"), "choice");
                        let lines: Vec<String> = answers
                            .iter()
                            .map(|a| {
                                let worth = percent(a.fraction);
                                let worth = if a.fraction == 0.0 { "" } else { worth.as_str() };
                                line([a.text.as_str(), worth, a.feedback.as_str()])
                            })
                            .collect();
                        out.add(&name("accepted"), &lines.join("\n"));
                    }
                }
            }
        }
        Kind::Essay { guide, min_words, max_words, template } => {
            out.add("guide", guide);
            out.add("min_words", &min_words.to_string());
            out.add("max_words", &max_words.to_string());
            out.add("template", template);
        }
    }
}

pub(super) fn scoring_name(scoring: OrderScoring) -> &'static str {
    match scoring {
        OrderScoring::AdjacentPairs => "adjacent_pairs",
        OrderScoring::AbsolutePosition => "absolute_position",
        OrderScoring::AllOrNothing => "all_or_nothing",
    }
}

fn options(answers: &[Choice], several: bool, out: &mut Out) {
    // Of a single one the first full answer is marked; whatever else earns points says so as its worth.
    let marked = answers.iter().position(|a| a.fraction >= 1.0);
    let is_right = |(i, answer): (usize, &Choice)| if several { answer.fraction > 0.0 } else { marked == Some(i) };
    let right = answers.iter().enumerate().filter(|one| is_right(*one)).count();
    let (plus, minus) = shares(several, right, answers.len() - right);
    if let Some(marked) = marked.filter(|_| !several) {
        out.add("right", &(marked + 1).to_string());
    }
    for (i, answer) in answers.iter().enumerate() {
        out.add(&format!("a{i}"), &answer.text);
        out.add(&format!("f{i}"), &answer.feedback);
        let right = is_right((i, answer));
        out.tick(&format!("r{i}"), several && right);
        let usual = if right { plus } else { minus };
        if (answer.fraction - usual).abs() > 1e-9 {
            out.add(&format!("v{i}"), &percent(answer.fraction));
        }
    }
}

fn accepted_words(accepted: &[Accepted<String>]) -> String {
    let one = |a: &Accepted<String>| {
        let worth = percent(a.fraction);
        line([a.answer.as_str(), if a.fraction == 1.0 { "" } else { worth.as_str() }, a.feedback.as_str()])
    };
    accepted.iter().map(one).collect::<Vec<_>>().join("\n")
}

fn accepted_numbers(accepted: &[Accepted<NumberAnswer>]) -> String {
    let one = |a: &Accepted<NumberAnswer>| {
        let worth = percent(a.fraction);
        let answer = match a.answer {
            NumberAnswer::Any => "*".to_owned(),
            NumberAnswer::Near { value, tolerance } => match tolerance {
                Tolerance::Absolute(0.0) => number(value),
                Tolerance::Absolute(far) => format!("{} ± {}", number(value), number(far)),
                Tolerance::Relative(part) => format!("{} ± {}%", number(value), number(part * 100.0)),
            },
        };
        line([answer.as_str(), if a.fraction == 1.0 { "" } else { worth.as_str() }, a.feedback.as_str()])
    };
    accepted.iter().map(one).collect::<Vec<_>>().join("\n")
}
