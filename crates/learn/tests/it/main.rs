//! What a learner meets on the pages.

mod flow;
mod world;
