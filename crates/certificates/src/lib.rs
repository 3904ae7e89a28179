//! Certificates of completed courses: on paper, on a page where anyone can check one, and as Open Badges 3.0.
//!
//! # Where things are
//! - [`listener`] issues: who completes a course gets a [`Certificate`] in the same unit of work, with the next number of
//!   the office and year; a guest gets it when what they learned becomes their account's.
//! - [`of_person`], [`of_enrolment`], [`by_code`], [`list`](list()) find; [`Certificate::standing`] tells whether one holds.
//! - [`revoke`] ends one, with a reason that stands on its page.
//! - [`pdf`], [`credential`], [`baked_svg`], [`baked_png`] hand it out. They are slow and never run inside a unit of work: what
//!   they make is kept.
//! - [`verify`](check) tells of any credential, of whatever issuer, whether it holds.
//! - [`template`]: the wording of an office; [`keys`]: what an office signs with; [`mod@withdraw`]: when somebody else may have it.
//!
//! Once, where the program is put together:
//!
//! ```ignore
//! db.listen(vec![enrolments::listener(), certificates::listener()]);
//! certificates::register(&mut runner);
//! certificates::connect();
//! certificates::fetch_with(fetch);                 // keys of other issuers, by a client with guards
//! // certificates::SEALED among the sealed columns, own_data() among the parts of a person's own data
//! ```
//!
//! # Addresses
//! `/c/{code}` is the public page and the credential's identifier; `/badges/{office}/…` is what verifiers fetch;
//! `/badges/verify` verifies; `/learn/certificates` is a person's own list; `/desk/{office}/certificates` the office's.

mod api;
mod badge;
mod certificate;
pub mod code;
mod facts;
mod issue;
pub mod keys;
mod own;
mod pages;
mod paper;
mod revoke;
mod routes;
mod schema;
mod status;
pub mod template;
mod verifying;
pub mod withdraw;

/// Message keys of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use api::Api;
pub use badge::{achievement, baked_png, baked_svg, credential, enveloped, issuer, picture};
pub use certificate::{Certificate, Filter, Standing, all, by_code, certificate, list, of_enrolment, of_person};
pub use facts::Facts;
pub use issue::{issue, listener};
pub use own::own_data;
pub use paper::{pdf, preview};
pub use revoke::{REASON, revoke};
pub use routes::routes;
pub use schema::{MIGRATIONS, SEALED};
pub use status::status_list;
pub use verifying::{Fetch, Verified, check, fetch_with};
pub use withdraw::register;

/// Puts the certificates of a course among its pages. The program says it once when it starts.
pub fn connect() {
    let page = pages::desk::course::REST;
    courses::register_people_tab(page, msg::CERTIFICATES_TITLE, pages::desk::course::ROLES);
}
