//! Services and forms, as people use them.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where it cannot go on")]

mod admin;
mod answers;
mod api;
mod asked;
mod flow;
mod forms;
mod setting;
