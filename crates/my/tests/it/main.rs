//! What citizens see and do, by account and by secret link, on both databases.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod account;
mod api;
mod letter;
mod secret;
mod world;
