//! Certificates of completed courses: PDF, a page where anyone can check one, Open Badges 3.0.

mod routes;
mod schema;

/// Message keys of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use routes::routes;
pub use schema::MIGRATIONS;
