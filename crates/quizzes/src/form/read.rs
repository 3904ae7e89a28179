//! The fields of a form as a question.

use kernel::{Fault, FieldFault, Result};
use questions::{
    Accepted, Choice, Feedback, Forgive, Gap, GapKind, Kind, NumberAnswer, OrderScoring, Pair, Question, Tolerance,
    Unit, UnitRule, gap_marks,
};
use web::Fields;

use super::{MOST_OPTIONS, lines::lines, shares};
use crate::msg;

/// What a form says, with the fields that cannot be read.
struct Form<'f> {
    fields: &'f Fields,
    faults: Vec<FieldFault>,
}

/// The question of a form. Whether it is whole, [`questions::check`] says.
///
/// # Errors
/// `Invalid` with the fields whose numbers are none, without a text, or at `right` unless one option is right; `Invalid` at `kind` when it is not one of the nine.
pub(crate) fn question_of(fields: &Fields) -> Result<Question> {
    let mut form = Form { fields, faults: Vec::new() };
    let text = form.long("text");
    if text.trim().is_empty() {
        form.wrong("text", web::msg::FIELD_REQUIRED);
    }
    let points = form.number("points").unwrap_or(1.0);
    let kind = form.kind(&text)?;
    let name = match form.fields.some("name") {
        Some(name) => one_line(name),
        None => {
            questions::text::plain(&text).split_whitespace().collect::<Vec<_>>().join(" ").chars().take(60).collect()
        }
    };
    let question = Question {
        name,
        code: one_line(form.fields.get("code")),
        category: one_line(form.fields.get("category")),
        points,
        explanation: form.long("explanation"),
        hint: form.long("hint"),
        feedback: Feedback {
            correct: form.long("fb_correct"),
            partial: form.long("fb_partial"),
            incorrect: form.long("fb_incorrect"),
        },
        tags: lines(form.fields.get("tags")).filter_map(|p| p.into_iter().next()).collect(),
        kind,
        text,
    };
    Fault::check(form.faults)?;
    Ok(question)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A number as people type it: `1 234,5`, `-3`, `0.25`.
fn number(text: &str) -> Option<f64> {
    let dense: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect();
    dense.parse().ok().filter(|n: &f64| n.is_finite())
}

/// Per cent as a fraction; thirds written with five places are thirds.
fn fraction(text: &str) -> Option<f64> {
    let exact = number(text.trim_end_matches('%'))? / 100.0;
    for parts in [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 20.0] {
        let whole = (exact * parts).round();
        if (exact - whole / parts).abs() < 0.000_002 {
            return Some(whole / parts);
        }
    }
    Some(exact)
}

impl Form<'_> {
    fn wrong(&mut self, field: &str, key: &'static str) {
        self.faults.push(FieldFault { field: field.to_owned(), key, args: Vec::new() });
    }

    fn long(&self, name: &str) -> String {
        self.fields.get(name).replace("\r\n", "\n")
    }

    fn number(&mut self, name: &str) -> Option<f64> {
        let typed = self.fields.some(name)?;
        let read = number(typed);
        if read.is_none() {
            self.wrong(name, web::msg::FIELD_NUMBER);
        }
        read
    }

    fn whole<T: std::str::FromStr + Default>(&mut self, name: &str) -> T {
        let Some(typed) = self.fields.some(name) else { return T::default() };
        if let Ok(read) = typed.parse() {
            return read;
        }
        self.wrong(name, web::msg::FIELD_NUMBER);
        T::default()
    }

    fn percent(&mut self, name: &str) -> Option<f64> {
        let typed = self.fields.some(name)?;
        let read = fraction(typed);
        if read.is_none() {
            self.wrong(name, web::msg::FIELD_NUMBER);
        }
        read
    }

    fn kind(&mut self, text: &str) -> Result<Kind> {
        let on = |name: &str| self.fields.has(name);
        let (shuffle, all) = (on("shuffle"), on("all"));
        Ok(match self.fields.get("kind") {
            "single" => Kind::Single { answers: self.single(), shuffle },
            "multiple" => {
                let answers = self.options(true, |form, i| form.fields.has(&format!("r{i}")));
                Kind::Multiple { answers, shuffle, all_or_nothing: all }
            }
            "true_false" => {
                if !self.fields.has("correct") {
                    self.wrong("correct", web::msg::FIELD_REQUIRED);
                }
                Kind::TrueFalse {
                    correct: self.fields.get("correct") == "true",
                    on_true: self.long("on_true"),
                    on_false: self.long("on_false"),
                }
            }
            "numeric" => {
                let accepted = self.numbers("accepted");
                let units = self.units();
                let unit_rule = match self.fields.get("unit_rule") {
                    "required" => UnitRule::Required(self.percent("penalty").unwrap_or(1.0)),
                    _ => UnitRule::Optional,
                };
                Kind::Numeric { accepted, units, unit_rule }
            }
            "short" => Kind::Short { accepted: self.words("accepted"), forgive: self.forgive("") },
            "matching" => {
                let pair = |mut parts: Vec<String>| {
                    parts.resize(2, String::new());
                    let right = one_line(&parts.pop().unwrap_or_default());
                    Pair { left: parts.pop().unwrap_or_default(), right }
                };
                Kind::Matching {
                    pairs: lines(self.fields.get("pairs")).map(pair).collect(),
                    distractors: lines(self.fields.get("distractors"))
                        .filter_map(|p| p.into_iter().next())
                        .map(|d| one_line(&d))
                        .collect(),
                    shuffle,
                }
            }
            "ordering" => Kind::Ordering {
                items: lines(self.fields.get("items")).filter_map(|p| p.into_iter().next()).collect(),
                scoring: match self.fields.get("scoring") {
                    "absolute_position" => OrderScoring::AbsolutePosition,
                    "all_or_nothing" => OrderScoring::AllOrNothing,
                    _ => OrderScoring::AdjacentPairs,
                },
            },
            "gaps" => {
                let marks = gap_marks(text).into_iter().map(|(n, _)| n).max().unwrap_or(0).min(MOST_OPTIONS);
                Kind::Gaps { gaps: (0..marks).map(|i| self.gap(i)).collect() }
            }
            "essay" => Kind::Essay {
                guide: self.long("guide"),
                min_words: self.whole("min_words"),
                max_words: self.whole("max_words"),
                template: self.long("template"),
            },
            _ => return Err(Fault::field("kind", web::msg::FIELD_CHOICE)),
        })
    }

    /// The options of which one is right: the one marked, and it alone earns all points.
    fn single(&mut self) -> Vec<Choice> {
        let marked: Option<usize> = self.fields.parsed("right");
        let answers = self.options(false, |_, i| marked == Some(i + 1));
        let name = |n: usize| (!self.long(&format!("a{}", n - 1)).is_empty()).then_some(n);
        match marked.filter(|n| (1..=MOST_OPTIONS).contains(n)).and_then(name) {
            None => self.wrong("right", msg::QUIZZES_FAULT_ONE_RIGHT),
            Some(n) => {
                let before = (0..n - 1).filter(|i| !self.long(&format!("a{i}")).is_empty()).count();
                let full = |(i, answer): (usize, &Choice)| (answer.fraction >= 1.0) == (i == before);
                if !answers.iter().enumerate().all(full) {
                    self.wrong("right", msg::QUIZZES_FAULT_ONE_FULL);
                }
            }
        }
        answers
    }

    fn options(&mut self, several: bool, is_right: impl Fn(&Self, usize) -> bool) -> Vec<Choice> {
        let mut found = Vec::new();
        for i in 0..MOST_OPTIONS {
            let text = self.long(&format!("a{i}"));
            if text.is_empty() {
                continue;
            }
            let worth = self.percent(&format!("v{i}"));
            found.push((text, is_right(self, i), worth, self.long(&format!("f{i}"))));
        }
        let right = found.iter().filter(|(_, right, ..)| *right).count();
        let (plus, minus) = shares(several, right, found.len() - right);
        let choice = |(text, right, worth, feedback): (String, bool, Option<f64>, String)| Choice {
            text,
            fraction: worth.unwrap_or(if right { plus } else { minus }),
            feedback,
        };
        found.into_iter().map(choice).collect()
    }

    fn forgive(&mut self, prefix: &str) -> Forgive {
        Forgive {
            case: self.fields.has(&format!("{prefix}case")),
            diacritics: self.fields.has(&format!("{prefix}diacritics")),
            inflection: self.fields.has(&format!("{prefix}inflection")),
            typos: self.whole(&format!("{prefix}typos")),
        }
    }

    /// Lines of `answer | per cent | feedback`.
    fn accepted<T>(&mut self, name: &str, usual: f64, mut read: impl FnMut(&str) -> Option<T>) -> Vec<Accepted<T>> {
        let mut all = Vec::new();
        let mut bad = false;
        for mut parts in lines(self.fields.get(name)) {
            parts.resize(3, String::new());
            let worth = if parts[1].is_empty() { Some(usual) } else { fraction(&parts[1]) };
            match (read(&parts[0]), worth) {
                (Some(answer), Some(fraction)) => {
                    all.push(Accepted { answer, fraction, feedback: parts.swap_remove(2) });
                }
                _ => bad = true,
            }
        }
        if bad {
            self.wrong(name, msg::QUIZZES_FAULT_LINES);
        }
        all
    }

    fn words(&mut self, name: &str) -> Vec<Accepted<String>> {
        self.accepted(name, 1.0, |text| Some(one_line(text)))
    }

    fn numbers(&mut self, name: &str) -> Vec<Accepted<NumberAnswer>> {
        self.accepted(name, 1.0, |text| {
            if text == "*" {
                return Some(NumberAnswer::Any);
            }
            let (value, far) = text.split_once('±').unwrap_or((text, "0"));
            let tolerance = match far.trim().strip_suffix('%') {
                Some(part) => Tolerance::Relative(number(part)? / 100.0),
                None => Tolerance::Absolute(number(far)?),
            };
            Some(NumberAnswer::Near { value: number(value)?, tolerance })
        })
    }

    fn units(&mut self) -> Vec<Unit> {
        let mut units = Vec::new();
        for mut parts in lines(self.fields.get("units")) {
            parts.resize(2, String::new());
            let multiplier = if parts[1].is_empty() { Some(1.0) } else { number(&parts[1]) };
            match multiplier {
                Some(multiplier) => units.push(Unit { name: parts.swap_remove(0), multiplier }),
                None => self.wrong("units", msg::QUIZZES_FAULT_LINES),
            }
        }
        units
    }

    fn gap(&mut self, i: usize) -> Gap {
        let name = |rest: &str| format!("g{i}_{rest}");
        let accepted = name("accepted");
        let kind = match self.fields.get(&name("kind")) {
            "number" => GapKind::Number { accepted: self.numbers(&accepted) },
            "choice" => {
                let all = self.accepted(&accepted, 0.0, |text| Some(one_line(text)));
                let choice =
                    |a: Accepted<String>| Choice { text: a.answer, fraction: a.fraction, feedback: a.feedback };
                GapKind::Choice { answers: all.into_iter().map(choice).collect() }
            }
            _ => GapKind::Text { accepted: self.words(&accepted), forgive: self.forgive(&name("")) },
        };
        let weight = self.whole::<u32>(&name("weight"));
        Gap { weight: if weight == 0 { 1 } else { weight }, kind }
    }
}
