//! Courses, as authors make them.

#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod catalogue;
mod versions;
mod world;
