//! Assignments: work handed in, marked with a rubric, returned and handed in again.
//!
//! # From the assignment to a mark
//! - [`Definition`]: instructions, rubric, the least number of words, files, blind marking. [`assignment_of`], [`save`]: as
//!   its author writes it. Publishing a course puts it into the version ([`part`]); it never changes there.
//! - [`send`] saves what a learner wrote and hands it in. Every time it is handed in is an [`Edition`], which never changes.
//! - [`queue()`] gives trainers what waits; [`mark`] keeps a [`Marking`] and tells `enrolments::mark`.
//!
//! ```ignore
//! let definition = Definition::of_item(content.item(item)?);
//! let came = work(|c| send(c, ctx, &enrolment, item, &definition, &Sent { text, hand_in: true, ..Sent::default() })).await?;
//! let new = NewMarking { outcome: Some(Outcome::Passed), levels: vec![Some(2)], ..NewMarking::default() };
//! work(|c| mark(c, ctx, scope, id, &definition, Seen::of(&work), &new)).await?;
//! ```
//!
//! # What always holds
//! - What was sent is saved, also when it cannot be handed in or a file is refused; of two windows neither loses its text.
//! - Sending the same twice is one edition. What was handed in waits unchanged until it is marked.
//! - A marking is kept as it was; a second trainer who began earlier sees the first one's beside their own.
//! - With blind marking trainers see numbers instead of names, and of files only the kind, until the work is passed.
//! - Drafts are the learner's alone. Files are only for the learner and the office's trainers, always as downloads.

mod assignment;
mod claim;
mod definition;
mod hand_in;
mod marking;
mod news;
mod own;
mod pages;
mod queue;
mod routes;
mod schema;
pub mod text;
mod work;

/// Message keys of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use assignment::{AssignmentRow, adopt, assignment_of, part, save};
pub use claim::listener;
pub use definition::{Criterion, Definition, Level};
pub use hand_in::{Came, LONGEST, MOST_FILES, NewFile, Sent, send};
pub use marking::{Comment, NewMarking, Outcome, Seen, mark};
pub use own::own_data;
pub use queue::{QueueRow, counts, queue, waits};
pub use routes::routes;
pub use schema::MIGRATIONS;
pub use work::{Edition, History, Marking, State, Work, WorkFile, history, work_in, work_of, works_of};

/// Connects this subject with those it stands on, once, when the program starts: publishing, and its pages among those of a
/// course. [`adopt`], [`listener`] and [`own_data`] the program registers itself.
pub fn connect() {
    courses::register_part(courses::ItemKind::Assignment, part);
    courses::register_check(courses::ItemKind::Assignment, unready);
    courses::register_texts(courses::ItemKind::Assignment, texts);
    courses::register_editor(courses::ItemKind::Assignment, "/work");
    courses::register_preview(courses::ItemKind::Assignment, pages::preview);
    courses::register_people_tab("/work", msg::ASSIGNMENTS_TAB, pages::TRAINERS);
}

/// The text of an assignment that its author wrote in Markdown, for the accessibility check of the course.
fn texts(part: &serde_json::Value) -> Vec<courses::Written> {
    let instructions = part["instructions"].as_str().filter(|text| !text.trim().is_empty());
    let written = |text: &str| courses::Written { of: String::new(), part: "", page: None, markdown: text.to_owned() };
    instructions.map(written).into_iter().collect()
}

/// What is wrong with the definition of an assignment: nobody could know what to do without instructions.
fn unready(part: &serde_json::Value) -> Option<&'static str> {
    let says = part["instructions"].as_str().is_some_and(|text| !text.trim().is_empty());
    (!says).then_some(msg::ASSIGNMENTS_UNREADY)
}
