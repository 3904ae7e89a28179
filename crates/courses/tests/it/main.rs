//! Courses, as authors make them.

#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod access;
mod api;
mod catalogue;
mod editor;
mod files;
mod pages;
mod versions;
mod world;
