//! What people notice of the engine of questions.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod catalog;
mod foreign;
mod generate;
mod grading;
mod hostile;
mod moodle_checkout;
mod round_trip;
