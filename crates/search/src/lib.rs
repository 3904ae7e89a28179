//! x
mod corpus;
mod everyday;
mod family;
pub mod services;

pub use corpus::{Corpus, Document, Hit};
