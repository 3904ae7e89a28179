//! Questions: their model, how answers are graded, how attempts are drawn and counted, how questions do, and the files
//! they come in. Pure: no web, no database, no clock; chance comes in as a seed.
//!
//! # A short tutorial
//!
//! A question comes from a file of another program, or is made by an author's form. [`check`] says whether it is whole:
//!
//! ```
//! use questions::{Limits, Response, Rules, check, grade, moodle};
//!
//! let file = r#"<quiz><question type="truefalse">
//!   <name><text>Termin</text></name>
//!   <questiontext format="html"><text><![CDATA[Termin liczy się od <b>dnia następnego</b>.]]></text></questiontext>
//!   <answer fraction="100"><text>true</text></answer>
//!   <answer fraction="0"><text>false</text></answer>
//! </question></quiz>"#;
//! let import = moodle::import(file.as_bytes(), &Limits::default()).expect("a whole file");
//! let question = &import.entries[0].question;
//! assert_eq!(question.text, "Termin liczy się od **dnia następnego**.");
//! assert!(check(question).is_empty());
//!
//! let grade = grade(question, &Response::TrueFalse { value: true }, &Rules::default());
//! assert_eq!(grade.fraction, 1.0);
//! ```
//!
//! An attempt keeps a seed. From it come the questions ([`draw`]) and the order in which options are shown ([`shuffled`]).
//! Answers always name options by their place in the question itself, never by where they were shown.
//!
//! To add a kind of question: a variant of [`Kind`] and of [`Response`], an arm in [`grade`] and in [`check`], and what
//! each of the formats makes of it (`formats/*/`); the compiler names the places. To add a format: a module in `formats`
//! with `import` and `export`, a generator in `tests/it/round_trip.rs` and, where it reads foreign bytes, a fuzz target.
//!
//! What a person is told (findings) are keys with arguments; the words are in `locales/`.

mod attempt;
mod check;
mod finding;
mod formats;
mod full;
mod grade;
mod model;
mod response;
mod stats;
pub mod text;

/// Keys of the messages, and the source of their words for [`i18n::init`].
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use attempt::{Band, Counting, Drawn, Pool, attempt_score, band, draw, final_score, shuffled};
pub use check::{LONGEST_TEXT, MOST_PARTS, check};
pub use finding::{Finding, Severity};
pub use formats::{Entry, Export, Import, Limits, aiken, gift, moodle, own};
pub use full::full_answer;
pub use grade::{Grade, Part, Rules, State, grade, number, words};
pub use model::{
    Accepted, Choice, Feedback, Forgive, Gap, GapKind, Kind, NumberAnswer, OrderScoring, Pair, Question, Tolerance,
    Unit, UnitRule, gap_marks, matching_options,
};
pub use response::{GapResponse, Response};
pub use stats::{Answered, ItemStatistics, Statistics};
pub use text::Attachment;

/// A small whole question, for samples and tests: option 1 is right.
#[must_use]
pub fn sample() -> Question {
    let choice =
        |text: &str, fraction, feedback: &str| Choice { text: text.into(), fraction, feedback: feedback.into() };
    let answers = vec![
        choice("Zwrócić je wnoszącemu.", 0.0, "Zwrot dotyczy innych sytuacji."),
        choice("Przekazać je organowi właściwemu i zawiadomić wnoszącego.", 1.0, ""),
        choice("Wydać decyzję o odmowie.", 0.0, ""),
    ];
    let text = "Do organu wpływa podanie, w którym jest on **niewłaściwy**. Co robi?".to_owned();
    Question {
        code: "kpa-01".into(),
        explanation: "Art. 65 § 1 k.p.a.".into(),
        ..formats::bare("Podanie do organu niewłaściwego".into(), text, Kind::Single { answers, shuffle: true })
    }
}
