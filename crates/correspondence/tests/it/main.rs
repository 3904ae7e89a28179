//! Messages and requests on both databases.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod flow;
mod pages;
mod world;

use testworld::act;
