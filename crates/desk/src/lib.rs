//! The officials' pages: one desk with what waits, the register of incoming mail, cases from opening to settling, search.
//!
//! This subject has no tables. Every page asks [`offices::desk`] who is at work, reads through `records`,
//! `correspondence` and `letters`, and changes things by their operations only; the rules live there.
//!
//! # How to add a page
//! 1. One file under `src/pages/`: its path, its handler, its view. Things done with a case declare their paths with
//!    `case_paths!` in `pages/case`.
//! 2. A line in `routes.rs` with the screen's name and who may use it.
//! 3. Words under `desk-…` in both files of `locales/`.
//!
//! A form that is refused is shown again by the page it stands on: `Typed::refused("pause", &form, fault)` keeps what was
//! typed, puts the errors at the fields and in the summary, and gives the answer its status.

mod form;
mod pages;
mod routes;
mod show;
mod upload;
mod waits;

/// Message keys of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use routes::routes;
pub use waits::{Wait, Waits, register_waits};
