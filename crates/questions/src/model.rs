//! What a question is: its text, its kind, what it is worth and what is said about it.

use serde::{Deserialize, Serialize};

/// A question of a bank. All texts that a learner reads are Markdown (CommonMark with tables, no raw HTML) unless a
/// field says that it is plain text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// A short name for authors, one line of plain text. Learners do not see it.
    pub name: String,
    /// The author's own identifier (`kpa-01`, Moodle's "ID number"); empty when there is none.
    #[serde(default)]
    pub code: String,
    /// Category as a path with `/` between the steps; empty for the top. A `//` stands for a slash inside a name.
    #[serde(default)]
    pub category: String,
    /// The question as asked. In a gap text `[[1]]`, `[[2]]`… stand for the gaps.
    pub text: String,
    /// What the whole question is worth, above 0.
    #[serde(default = "one")]
    pub points: f64,
    /// Why the answer is right, shown after answering.
    #[serde(default)]
    pub explanation: String,
    /// A hint a learner may ask for.
    #[serde(default)]
    pub hint: String,
    /// What is said by how well the answer did.
    #[serde(default)]
    pub feedback: Feedback,
    /// Tags, plain text.
    #[serde(default)]
    pub tags: Vec<String>,
    /// The kind and what belongs to it.
    pub kind: Kind,
}

fn one() -> f64 {
    1.0
}

fn yes() -> bool {
    true
}

/// Feedback by how well the whole answer did; each may be empty.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Feedback {
    /// For a full answer.
    #[serde(default)]
    pub correct: String,
    /// For an answer that is partly right.
    #[serde(default)]
    pub partial: String,
    /// For a wrong answer.
    #[serde(default)]
    pub incorrect: String,
}

/// The nine kinds of questions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Kind {
    /// One option is chosen.
    Single {
        /// Two or more options; at least one is worth 1.
        answers: Vec<Choice>,
        /// Whether each learner gets the options in an order of their own.
        #[serde(default = "yes")]
        shuffle: bool,
    },
    /// Any number of options is chosen. The answer is worth the sum of the fractions chosen, never below 0.
    Multiple {
        /// Two or more options; the positive fractions add up to 1, wrong options carry negative ones.
        answers: Vec<Choice>,
        /// Whether each learner gets the options in an order of their own.
        #[serde(default = "yes")]
        shuffle: bool,
        /// Only the exact set counts, nothing for a part of it.
        #[serde(default)]
        all_or_nothing: bool,
    },
    /// The text is true or false.
    TrueFalse {
        /// Whether it is true.
        correct: bool,
        /// Said to who answered "true".
        #[serde(default)]
        on_true: String,
        /// Said to who answered "false".
        #[serde(default)]
        on_false: String,
    },
    /// A number is typed.
    Numeric {
        /// What is accepted; the first that fits counts.
        accepted: Vec<Accepted<NumberAnswer>>,
        /// Units that may be typed after the number; empty when whatever follows the number is passed over.
        #[serde(default)]
        units: Vec<Unit>,
        /// What happens without a unit.
        #[serde(default)]
        unit_rule: UnitRule,
    },
    /// A word or a few are typed.
    Short {
        /// What is accepted; the first that fits counts.
        accepted: Vec<Accepted<String>>,
        /// What is forgiven.
        #[serde(default)]
        forgive: Forgive,
    },
    /// Each left side gets its right side from a common list.
    Matching {
        /// Two or more pairs.
        pairs: Vec<Pair>,
        /// Right sides that belong to nobody; plain text.
        #[serde(default)]
        distractors: Vec<String>,
        /// Whether each learner gets the left sides in an order of their own. The list of right sides is always mixed.
        #[serde(default = "yes")]
        shuffle: bool,
    },
    /// Items are put in order.
    Ordering {
        /// Two or more items in the right order.
        items: Vec<String>,
        /// How a partly right order is counted.
        #[serde(default)]
        scoring: OrderScoring,
    },
    /// Gaps in a text are filled in.
    Gaps {
        /// The gaps; the first is `[[1]]` in the text.
        gaps: Vec<Gap>,
    },
    /// A longer text that a person marks.
    Essay {
        /// What to look at when marking, for the marker only.
        #[serde(default)]
        guide: String,
        /// Fewest words; 0 for no limit.
        #[serde(default)]
        min_words: u32,
        /// Most words; 0 for no limit.
        #[serde(default)]
        max_words: u32,
        /// What stands in the field at the start.
        #[serde(default)]
        template: String,
    },
}

/// An option to choose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// The option.
    pub text: String,
    /// What choosing it is worth, −1 to 1. An option above 0 is (partly) right.
    #[serde(default)]
    pub fraction: f64,
    /// Said to who chose it.
    #[serde(default)]
    pub feedback: String,
}

/// An answer that is accepted, and for how much.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Accepted<T> {
    /// The answer.
    pub answer: T,
    /// What it is worth, 0 to 1. At 0 it only carries feedback for a known mistake.
    #[serde(default = "one")]
    pub fraction: f64,
    /// Said to who gave it.
    #[serde(default)]
    pub feedback: String,
}

/// A number that is accepted.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "type")]
pub enum NumberAnswer {
    /// A number and how far from it an answer may be.
    Near {
        /// The number.
        value: f64,
        /// How far.
        tolerance: Tolerance,
    },
    /// Any other number: carries feedback for whatever was not accepted before.
    Any,
}

/// How far from the number an answer may be, borders included.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tolerance {
    /// In the unit of the number, 0 or more.
    Absolute(f64),
    /// As a part of the number: 0.05 is 5 %.
    Relative(f64),
}

/// A unit that may be typed after a number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Unit {
    /// As written: `km`, `zł`, `dni`. Plain text.
    pub name: String,
    /// How many of this unit make one of the number's own unit: 1 for that unit itself, 1000 for metres where the
    /// number is in kilometres. (Moodle's multiplier.)
    #[serde(default = "one")]
    pub multiplier: f64,
}

/// What happens with the unit of a number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitRule {
    /// It may be left out. A wrong one makes the answer wrong.
    #[default]
    Optional,
    /// Without it, or with a wrong one, this part of the answer's worth is lost (1: all).
    Required(f64),
}

/// What is forgiven in a typed text. Spaces, typographic quotes and dashes, and a full stop at the end never matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Forgive {
    /// Capital letters.
    pub case: bool,
    /// Missing Polish diacritics.
    pub diacritics: bool,
    /// Polish inflection: another form of the same word.
    pub inflection: bool,
    /// How many slips of the finger, at most one per four letters; digits are never forgiven, nor is another word of
    /// the dictionary.
    pub typos: u8,
}

impl Default for Forgive {
    fn default() -> Self {
        Self { case: true, diacritics: false, inflection: false, typos: 0 }
    }
}

/// A left side and the right side that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// What is asked.
    pub left: String,
    /// What belongs to it; plain text. Several pairs may share one.
    pub right: String,
}

/// How an order is counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderScoring {
    /// The part of neighbouring pairs that stand one right after the other as they should.
    #[default]
    AdjacentPairs,
    /// The part of items in their right place.
    AbsolutePosition,
    /// All or nothing.
    AllOrNothing,
}

/// A gap in a text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    /// What it weighs among the gaps of its question, 1 or more.
    #[serde(default = "one_weight")]
    pub weight: u32,
    /// What goes in.
    pub kind: GapKind,
}

fn one_weight() -> u32 {
    1
}

/// What goes into a gap.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum GapKind {
    /// A word or a few are typed.
    Text {
        /// What is accepted; the first that fits counts.
        accepted: Vec<Accepted<String>>,
        /// What is forgiven.
        #[serde(default)]
        forgive: Forgive,
    },
    /// A number is typed.
    Number {
        /// What is accepted; the first that fits counts.
        accepted: Vec<Accepted<NumberAnswer>>,
    },
    /// One of a list is chosen. The texts of the options are plain text.
    Choice {
        /// The options; at least one is worth 1.
        answers: Vec<Choice>,
    },
}

impl Kind {
    /// The name by which formats and pages know the kind: `single`, `true_false`…
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Single { .. } => "single",
            Self::Multiple { .. } => "multiple",
            Self::TrueFalse { .. } => "true_false",
            Self::Numeric { .. } => "numeric",
            Self::Short { .. } => "short",
            Self::Matching { .. } => "matching",
            Self::Ordering { .. } => "ordering",
            Self::Gaps { .. } => "gaps",
            Self::Essay { .. } => "essay",
        }
    }
}

/// The list a learner of a matching question chooses from: each right side once, then the distractors that are not
/// among them. An answer names a place in this list.
#[must_use]
pub fn matching_options<'a>(pairs: &'a [Pair], distractors: &'a [String]) -> Vec<&'a str> {
    let mut options: Vec<&str> = Vec::new();
    for text in pairs.iter().map(|p| p.right.as_str()).chain(distractors.iter().map(String::as_str)) {
        if !options.contains(&text) {
            options.push(text);
        }
    }
    options
}

/// The places of gaps in a text: the number that stands in `[[…]]` and where, in bytes. Numbers above 999 and marks
/// behind a backslash are no gaps.
#[must_use]
pub fn gap_marks(text: &str) -> Vec<(usize, std::ops::Range<usize>)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find("[[")).map(|at| at + from) {
        let digits = text[at + 2..].bytes().take_while(u8::is_ascii_digit).count();
        let end = at + 2 + digits;
        let escaped = text[..at].bytes().rev().take_while(|b| *b == b'\\').count() % 2 == 1;
        match text[at + 2..end].parse::<usize>() {
            Ok(number) if (1..=3).contains(&digits) && text[end..].starts_with("]]") && !escaped => {
                found.push((number, at..end + 2));
                from = end + 2;
            }
            _ => from = at + 1,
        }
    }
    found
}
