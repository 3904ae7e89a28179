//! Cases, mail and file plans on both databases.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod api;
mod cases;
mod chain;
mod export;
mod filled_form;
mod http;
mod lists;
mod mail;
mod parties;
mod plan;
mod search;
mod suggest;
mod world;

use testworld::act;
