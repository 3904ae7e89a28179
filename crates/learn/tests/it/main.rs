//! What a learner meets on the pages, on both databases.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod due;
mod flow;
mod world;
