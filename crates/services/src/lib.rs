//! Services of an office (usługi) and their forms (wnioski).
//!
//! # Where things are
//! - [`catalog`]: 54 services people look for at a commune (six are settled elsewhere), and [`adopt_catalog`], which copies
//!   them into an office.
//! - [`ServiceRow`]: what an office says of a service; [`service`], [`services_of`], [`find`].
//! - [`schema`]: forms as data. [`defaults`]: the form each catalogue service begins with.
//! - [`draft`]: a form being filled in; [`answers`]: what was answered and whether it will do.
//! - [`send`]: sending: [`send::send`] a draft, [`send::submit`] answers (API, demo). One unit of work, a number without
//!   gaps, the e-mail of confirmation, the event `submission.sent`.
//! - [`Submission`]: what was sent; [`submission`], [`submission_files`], [`submission_by_secret`].
//! - `pages/`: one screen, one file. `api/`: the JSON API.
//!
//! # To add a kind of field
//! Add it to [`schema::Kind`], say in `answers/check.rs` when an answer will do, in `answers/show.rs` how it reads, in
//! `pages/field.rs` how it is asked. Then `cargo nextest run -p services`: a test writes `docs/form.schema.json` anew
//! with `UPDATE_SCHEMA=1`.

pub mod admin;
pub mod answers;
pub mod api;
pub mod catalog;
pub mod defaults;
pub mod draft;
pub mod edit;
mod files;
pub mod find;
mod form;
mod migrations;
mod own;
pub mod pages;
mod receipt;
mod routes;
pub mod schema;
pub mod send;
mod service;
mod submission;
mod words;

/// Message keys of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use api::Api;
pub use catalog::{Which, adopt_catalog};
pub use draft::{DraftListed, drafts_of, expire};
pub use form::{VersionRow, form, versions};
pub use migrations::MIGRATIONS;
pub use own::{own_drafts, own_submissions};
pub use receipt::{FilledForm, filled_form, receipt_document, submission_document};
pub use routes::routes;
pub use send::{NewFile, NewSubmission, Sent, send, submit};
pub use service::{Level, ServiceRow, Topic, change_number, published_service, service, service_by_slug, services_of};
pub use submission::{
    Channel, Submission, SubmissionFile, submission, submission_by_secret, submission_files, submissions_of,
};
