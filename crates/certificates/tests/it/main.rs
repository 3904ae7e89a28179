//! Certificates on both databases.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod credentials;
mod issuing;
mod offices_own;
mod public;
mod world;
