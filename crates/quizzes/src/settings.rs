//! The rules of a quiz: what is drawn, how long, how often, what counts, what is shown afterwards.

use jiff::SignedDuration;
use kernel::{Fault, FieldFault, Micros, Result, ids::QuestionId};
use questions::{Band, Counting, final_score};
use serde::{Deserialize, Serialize};

use crate::msg;

/// Seconds for which answers under way are still taken after the end of an attempt.
pub const GRACE_SECONDS: i64 = 30;
/// The longest time for an attempt, in minutes: a week.
pub const MOST_MINUTES: u32 = 7 * 24 * 60;
/// The most questions drawn.
pub const MOST_DRAWN: u32 = 200;
/// The most pools and the most bands of feedback.
const MOST_ROWS: usize = 50;
/// The longest text of the rules, in characters.
const LONGEST: usize = 4000;

db::text_enum! {
    /// What a quiz is for.
    pub enum Purpose {
        /// Closes a module.
        Module = "module",
        /// Closes the course.
        Final = "final",
        /// Lets who passes it skip the lessons.
        Pretest = "pretest",
    }
}

impl Purpose {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Purpose::Module => msg::QUIZZES_PURPOSE_MODULE,
            Purpose::Final => msg::QUIZZES_PURPOSE_FINAL,
            Purpose::Pretest => msg::QUIZZES_PURPOSE_PRETEST,
        }
    }
}

db::text_enum! {
    /// Which attempt counts.
    pub enum Counts {
        /// The best one.
        Best = "best",
        /// The last one.
        Last = "last",
        /// The first one.
        First = "first",
        /// The mean of all.
        Average = "average",
    }
}

impl Counts {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Counts::Best => msg::QUIZZES_COUNTS_BEST,
            Counts::Last => msg::QUIZZES_COUNTS_LAST,
            Counts::First => msg::QUIZZES_COUNTS_FIRST,
            Counts::Average => msg::QUIZZES_COUNTS_AVERAGE,
        }
    }

    /// What several attempts come to; `scores` in the order of attempts, each 0 to 1. None without attempts.
    pub fn of(self, scores: &[f64]) -> Option<f64> {
        match self {
            Counts::Best => final_score(Counting::Highest, scores),
            Counts::Last => final_score(Counting::Last, scores),
            Counts::First => scores.first().copied(),
            Counts::Average => final_score(Counting::Average, scores),
        }
    }
}

db::text_enum! {
    /// What a learner sees of the questions after handing in.
    pub enum Shown {
        /// Which answers were right, the right ones and why.
        Answers = "answers",
        /// The same, but only when the quiz is passed or no attempt is left.
        AtTheEnd = "at_the_end",
        /// Which answers were right, without the right ones.
        Marks = "marks",
        /// Only the score.
        Score = "score",
    }
}

impl Shown {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Shown::Answers => msg::QUIZZES_SHOWN_ANSWERS,
            Shown::AtTheEnd => msg::QUIZZES_SHOWN_AT_THE_END,
            Shown::Marks => msg::QUIZZES_SHOWN_MARKS,
            Shown::Score => msg::QUIZZES_SHOWN_SCORE,
        }
    }
}

/// So many questions drawn from a category, or from questions that are named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PoolRule {
    /// The category; empty when `questions` are named.
    #[serde(default)]
    pub category: String,
    /// The questions, where they are named.
    #[serde(default)]
    pub questions: Vec<QuestionId>,
    /// How many are drawn.
    pub count: u32,
}

/// The rules of a quiz.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// What it is for.
    pub purpose: Purpose,
    /// What is said before it begins, Markdown.
    pub intro: String,
    /// Minutes for an attempt; 0 for no limit.
    pub minutes: u32,
    /// Attempts allowed; 0 for any number.
    pub attempts: u32,
    /// Minutes to wait between attempts.
    pub pause: u32,
    /// Per cent needed to pass, 0 to 100.
    pub pass_percent: u32,
    /// Which attempt counts.
    pub counts: Counts,
    /// Whether questions and answers stand in an order of each learner's own.
    pub shuffle: bool,
    /// Whether an answer that is partly right is worth something.
    pub partial_credit: bool,
    /// Whether the questions come one a page.
    pub one_a_page: bool,
    /// What is shown after handing in.
    pub shown: Shown,
    /// Feedback by the score.
    pub bands: Vec<Band>,
    /// What is drawn.
    pub pools: Vec<PoolRule>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            purpose: Purpose::Module,
            intro: String::new(),
            minutes: 0,
            attempts: 0,
            pause: 0,
            pass_percent: 60,
            counts: Counts::Best,
            shuffle: true,
            partial_credit: true,
            one_a_page: false,
            shown: Shown::Answers,
            bands: Vec::new(),
            pools: Vec::new(),
        }
    }
}

impl Settings {
    /// Those of a quiz of the catalogue.
    pub(crate) fn of_catalog(quiz: &courses::catalog::Quiz) -> Self {
        let purpose = Purpose::parse(&quiz.id).unwrap_or(Purpose::Module);
        let pool = |p: &courses::catalog::Pool| PoolRule {
            category: p.category.clone(),
            questions: Vec::new(),
            count: p.count,
        };
        Self {
            purpose,
            minutes: quiz.time_limit_minutes,
            attempts: quiz.attempts,
            pass_percent: u32::from(quiz.pass_percent),
            shuffle: quiz.shuffle,
            // Of a few attempts none should be spent on learning the answers by heart.
            shown: if quiz.attempts > 0 { Shown::AtTheEnd } else { Shown::Answers },
            pools: quiz.pools.iter().map(pool).collect(),
            ..Self::default()
        }
    }

    /// How many questions an attempt has, when the bank holds them.
    pub fn drawn(&self) -> u32 {
        self.pools.iter().map(|p| p.count).sum()
    }

    /// Whether a score of 0 to 1 is enough.
    pub fn passes(&self, score: f64) -> bool {
        score * 100.0 + 1e-6 >= f64::from(self.pass_percent)
    }

    /// When an attempt begun now ends; none without a limit. Counted in elapsed time, so that a change to summer or
    /// winter time makes it neither longer nor shorter.
    pub fn ends(&self, started: Micros) -> Option<Micros> {
        (self.minutes > 0).then(|| started.plus_seconds(i64::from(self.minutes) * 60))
    }

    /// Whether after so many attempts none is left.
    pub fn used_up(&self, attempts: usize) -> bool {
        self.attempts > 0 && attempts >= usize::try_from(self.attempts).unwrap_or(usize::MAX)
    }

    /// From when on the next attempt may begin after one handed in at a moment.
    pub fn next_from(&self, submitted: Micros) -> Micros {
        submitted.plus_seconds(SignedDuration::from_mins(i64::from(self.pause)).as_secs())
    }

    /// Whether the rules will do.
    ///
    /// # Errors
    /// `Invalid` with the fields at fault.
    pub fn check(&self) -> Result<()> {
        let mut faults = Vec::new();
        let mut wrong = |field: &str, key| faults.push(FieldFault { field: field.into(), key, args: Vec::new() });
        if self.minutes > MOST_MINUTES {
            wrong("minutes", msg::QUIZZES_FAULT_MINUTES);
        }
        if self.pause > MOST_MINUTES {
            wrong("pause", msg::QUIZZES_FAULT_MINUTES);
        }
        if self.attempts > 1000 {
            wrong("attempts", msg::QUIZZES_FAULT_ATTEMPTS);
        }
        if self.pass_percent > 100 {
            wrong("pass_percent", msg::QUIZZES_FAULT_PERCENT);
        }
        if self.intro.chars().count() > LONGEST {
            wrong("intro", msg::QUIZZES_FAULT_LONG);
        }
        if self.pools.is_empty() || self.drawn() == 0 {
            wrong("pools", msg::QUIZZES_FAULT_NO_POOL);
        } else if self.pools.len() > MOST_ROWS || self.drawn() > MOST_DRAWN {
            wrong("pools", msg::QUIZZES_FAULT_MANY);
        }
        let bad = |b: &Band| !(0.0..=1.0).contains(&b.from) || b.text.chars().count() > LONGEST;
        if self.bands.len() > MOST_ROWS || self.bands.iter().any(bad) {
            wrong("bands", msg::QUIZZES_FAULT_BANDS);
        }
        Fault::check(faults)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_attempt_across_the_change_to_winter_time_is_as_long_as_any_other() {
        let rules = Settings { minutes: 90, ..Settings::default() };
        // On 25 October 2026 at 3.00 clocks in Poland go back to 2.00.
        let before = Micros::start_of(date(2026, 10, 25)).plus_seconds(2 * 3600);
        let ends = rules.ends(before).expect("a limit");
        assert_eq!((ends.0 - before.0) / 60_000_000, 90);
        assert_eq!(Settings::default().ends(before), None);
    }

    #[test]
    fn attempts_count_as_the_quiz_says() {
        let scores = [0.5, 0.9, 0.7];
        let of = |c: Counts| c.of(&scores).expect("attempts");
        assert_eq!((of(Counts::Best), of(Counts::Last), of(Counts::First)), (0.9, 0.7, 0.5));
        assert!((of(Counts::Average) - 0.7).abs() < 1e-12);
        assert_eq!(Counts::First.of(&[]), None);
    }

    #[test]
    fn the_border_is_passed() {
        let rules = Settings { pass_percent: 70, ..Settings::default() };
        assert!(rules.passes(0.1 + 0.6) && !rules.passes(0.699));
    }
}
