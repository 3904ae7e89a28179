//! Assignments on both databases.

#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod access;
mod editor;
mod files;
mod marking;
mod merged;
mod preview;
mod versions;
mod way;
mod world;
