//! The engine from outside: what an office issues and a stranger verifies.

mod forgery;
mod issuing;
mod peer;
mod setup;
mod vectors;
