//! Questions, quizzes and attempts on both databases.

#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod catalogue;
mod desk;
mod pages;
mod taking;
mod time;
mod world;
mod writing;
