//! Letters, templates and the register of outgoing mail on both databases.

mod flow;
mod pages;
mod register;
mod templates;
mod world;
