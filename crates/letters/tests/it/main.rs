//! Letters, templates and the register of outgoing mail on both databases.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod flow;
mod pages;
mod register;
mod templates;
mod world;

use testworld::act;
