//! The learner's screens, which join courses, enrolments, quizzes, assignments and certificates.
//!
//! # Where a learner goes
//! `/learn` finds a course and shows what one learns, what is next and by when; `/learn/{course}` is the course with how
//! far one is; `/learn/{course}/{item}` an activity. Quizzes and assignments have pages of their own
//! (`/learn/{course}/quiz/{item}`, `/learn/{course}/work/{item}`); [`link`] says which page an activity has.
//!
//! # What always holds
//! - Whoever may take a course without an account does; their progress comes along when they make one
//!   (`enrolments::learner`).
//! - An activity opens only for its learner; everybody else is led to the course.
//! - Opening a lesson never marks it done; the learner says so. The last place is kept, on any device.
//!
//! To add something to a course's page, read it in [`place`](crate) (`place.rs`) and show it in a file under `pages/`.

mod link;
mod pages;
mod place;
mod routes;
mod view;

/// Message keys of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use link::link;
pub use routes::routes;
