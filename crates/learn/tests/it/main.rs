//! What a learner meets on the pages, on both databases.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod begin;
mod due;
mod flow;
mod further;
mod world;
