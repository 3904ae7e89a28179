//! What people notice of the engine of questions.

mod catalog;
mod foreign;
mod generate;
mod grading;
mod hostile;
mod moodle_checkout;
mod round_trip;
