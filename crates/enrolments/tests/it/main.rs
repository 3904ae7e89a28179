//! Enrolments on both databases.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod learning;
mod places;
mod requests;
mod world;
