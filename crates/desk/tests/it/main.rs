//! The officials' pages as people use them, on both databases.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod access;
mod again;
mod case;
mod form;
mod journey;
mod mail;
mod open;
mod pages;
mod world;
