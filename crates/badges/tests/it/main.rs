//! The engine from outside: what an office issues and a stranger verifies.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod forgery;
mod issuing;
mod peer;
mod setup;
mod vectors;
