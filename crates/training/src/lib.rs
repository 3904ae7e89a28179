//! Training of an office: who must learn what by when, live sessions, reminders, completion in figures.

mod routes;
mod schema;

/// Message keys of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use routes::routes;
pub use schema::MIGRATIONS;
