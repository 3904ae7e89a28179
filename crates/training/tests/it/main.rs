//! Training on both databases.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod opinions;
mod pages;
mod people;
mod reminders;
mod reports;
mod rules;
mod world;
