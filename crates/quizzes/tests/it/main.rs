//! Questions, quizzes and attempts on both databases.

#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod at_once;
mod catalogue;
mod check;
mod clocks;
mod desk;
mod late;
mod marking;
mod pages;
mod preview;
mod taking;
mod time;
mod versions;
mod world;
mod writing;
