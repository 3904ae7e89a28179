//! Question banks and quizzes: drawing, taking, grading, statistics.
//!
//! The engine is the crate `questions`; here are its tables, screens and files.
//!
//! # From the bank to an attempt
//! - [`bank`]: the questions of a course, each with what it was before. [`quiz_of`], [`save`]: the rules of a quiz as its
//!   author writes them ([`Settings`]).
//! - Publishing a course puts the rules with the questions that may be drawn into the version ([`part`], [`Definition`]);
//!   they never change after that. [`quiz`] gives them made ready, from memory.
//! - [`begin`] draws by a seed that is stored; [`answer`] saves one answer by one statement; [`submit`] grades what was
//!   saved and tells `enrolments::mark`. When the time is over a job does so ([`expire`]).
//!
//! ```ignore
//! let quiz = quizzes::quiz(&app.db, enrolment.course_version, item).await?;
//! let attempt = work(|c| quizzes::begin(c, ctx, &quiz, &enrolment)).await?;
//! for (slot, place) in quiz.drawn(attempt.seed()).into_iter().enumerate() {
//!     let asked = &quiz.questions[place];
//!     work(|c| quizzes::answer(c, ctx, attempt.id, slot, 1, &response)).await?;
//! }
//! let attempt = work(|c| quizzes::submit(c, ctx, &quiz, attempt.id)).await?;       // attempt.score, attempt.passed
//! ```
//!
//! # What always holds
//! - Of two answers to a question the one with the higher ordinal counts, in whatever order they arrive; the same answer
//!   sent again changes nothing. Browsers count by their clock, set right by the server's where it is wrong ([`ordinal_of`]),
//!   so a newer answer has a higher ordinal.
//! - Time is the server's, in elapsed microseconds; answers under way are taken for [`GRACE_SECONDS`] after the end.
//! - What comes later than that is kept, and waits for a trainer who sees when it was given and when it came ([`keep`],
//!   [`decide`]); nothing counts by itself after the end.
//! - Who moves to a version in which the quiz is different begins with all attempts anew; what they did before is shown and
//!   counts no more ([`Attempt::superseded`]).
//! - What was confirmed as saved is graded: handing in and saving wait for each other.
//!
//! To add a kind of question: the engine first, then `pages/ask` (how it is asked), `pages/read` (how an answer is read
//! from a form) and `pages/edit` (how it is written); the compiler names the places.

mod answer;
mod attempt;
pub mod bank;
mod claim;
pub mod exchange;
mod form;
mod late;
pub mod marking;
mod own;
mod pages;
mod quiz;
mod ready;
mod routes;
mod schema;
mod settings;
mod sitting;
pub mod statistics;
mod submit;
mod texts;
mod trace;
mod versions;

/// Message keys of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use answer::{LONGEST_ANSWER, Saved, answer, fits};
pub use attempt::{
    AnswerRow, Attempt, AttemptState, SlotGrade, answers, attempt, attempts, attempts_of, begin, may_begin,
};
pub use claim::listener;
pub use late::{Before, Kept, LATE_DAYS, LateAnswer, LateState, decide, given, keep, late_answers, ordinal_of, waits};
pub use own::own_data;
pub use quiz::{DefinedQuestion, Definition, QuizRow, adopt, part, quiz_of, save};
pub use ready::{Asked, Piece, Quiz, quiz, quiz_in};
pub use routes::routes;
pub use schema::MIGRATIONS;
pub use settings::{Counts, GRACE_SECONDS, PoolRule, Purpose, Settings, Shown};
pub use sitting::{Sitting, sitting};
pub use submit::{expire, result, submit};

use offices::Role;

/// How often attempts whose time is over are looked for, in seconds.
const LOOK_SECONDS: i64 = 15;

/// Connects this subject with courses: publishing and pages. [`adopt`] is registered apart, with all other adopters. A
/// second call changes nothing.
pub fn connect() {
    courses::register_part(courses::ItemKind::Quiz, part);
    courses::register_check(courses::ItemKind::Quiz, unready);
    courses::register_texts(courses::ItemKind::Quiz, texts::texts);
    courses::register_editor(courses::ItemKind::Quiz, "/quiz");
    courses::register_preview(courses::ItemKind::Quiz, pages::preview::before);
    courses::register_tab("/questions", msg::QUIZZES_BANK, &[Role::Author, Role::Trainer]);
    courses::register_tab("/questions/statistics", msg::QUIZZES_STATISTICS, &[Role::Coordinator, Role::Superior]);
    courses::register_people_tab("/marking", msg::QUIZZES_MARKING, &[Role::Trainer]);
}

/// What is wrong with the definition of a quiz: nothing can be drawn, so nobody could ever finish it.
fn unready(part: &serde_json::Value) -> Option<&'static str> {
    let drawn = |pool: &serde_json::Value| {
        pool[0].as_array().is_some_and(|of| !of.is_empty()) && pool[1].as_u64().is_some_and(|count| count > 0)
    };
    let ready = part["pools"].as_array().is_some_and(|pools| pools.iter().any(drawn));
    (!ready).then_some(msg::QUIZZES_UNREADY)
}

/// Registers this subject's background work.
pub fn register(runner: &mut jobs::Runner) {
    runner.every("quizzes.expire", LOOK_SECONDS, |job| async move {
        expire(&job.db, &job.ctx).await?;
        Ok(())
    });
}
