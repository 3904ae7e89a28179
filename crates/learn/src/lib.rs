//! The learner's screens, which join courses, enrolments, quizzes, assignments and certificates.

mod routes;

/// Message keys of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use routes::routes;
