//! Enrolments on both databases.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod api;
mod beside;
mod blind;
mod follow;
mod guests;
mod learning;
mod leaving;
mod many;
mod pages;
mod paths;
mod places;
mod preview;
mod renew;
mod requests;
mod sessions;
mod versions;
mod world;
