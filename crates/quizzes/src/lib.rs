//! Question banks and quizzes: drawing, taking, grading, statistics.

mod routes;
mod schema;

/// Message keys of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use routes::routes;
pub use schema::MIGRATIONS;
