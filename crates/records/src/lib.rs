//! Case files: file plan (JRWA), register of incoming mail (RPW), cases (sprawy) with reference and term, documents,
//! and the record of each case (metryka) as a chain of hashes.
//!
//! # A case in one minute
//! ```ignore
//! // in a unit of work; `desk` comes from offices::desk
//! let mail = incoming::type_in(c, ctx, &registry, &paper).await?;                 // RPW.12.2026
//! incoming::assign(c, ctx, &registry, mail.id, To::Unit(unit), "proszę pilnie").await?;
//! let case = cases::open(c, ctx, &official, NewCase { class, unit, incoming: Some(mail.id), … }).await?;   // OR.0123.4.2026
//! documents::add_at(c, ctx, &official, case.id, NewDocument { stored, name, kind, origin }).await?;
//! cases::pause(c, ctx, &official, case.id, Ground::Party, "brak pełnomocnictwa").await?;
//! cases::resume(c, ctx, &official, case.id).await?;
//! cases::settle(c, ctx, &official, case.id, Outcome::Granted, "").await?;         // frozen from here on
//! ```
//!
//! # Another subject writes into a case
//! It checks the right itself, then calls [`documents::add_with`] or [`chain::append`] with an [`chain::Action`] whose
//! key has its words under `records-action-…` in the locale files here. Both refuse a settled case. Terms are paused by
//! [`cases::term::pause_by`] and run again by [`cases::term::resume_by`].
//!
//! # Reading
//! [`lists::list`] and [`lists::desk_counts`] for the desk, [`overview::case_overview`] for a case's page,
//! [`citizen::citizen_cases`] and [`citizen::citizen_case`] for its party, [`spis`] for the list of cases by law,
//! [`index::search`] for searching. Rights are in [`policy`], in one place for all of them.
//!
//! # What always holds
//! A number once given is never given again and none is left out; a reference never changes; the record only grows, the
//! database refuses anything else; a settled case takes nothing in; an export is proved by its folder alone
//! ([`export::verify`]).

pub mod api;
pub mod canonical;
pub mod cases;
pub mod chain;
pub mod citizen;
pub mod disposal;
pub mod documents;
pub mod export;
pub mod file_plan;
pub mod filled_form;
mod form_words;
pub mod incoming;
pub mod index;
mod intake;
mod listener;
pub mod lists;
pub mod log;
pub mod notes;
pub mod overview;
pub mod pages;
pub mod policy;
mod schema;
pub mod spis;
pub mod suggest;
pub mod words;
mod xml;

/// Message keys of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use api::Api;
pub use citizen::{citizen_case, citizen_cases};
pub use listener::listener;
pub use lists::{desk_counts, list as desk_list};
pub use overview::case_overview;
pub use schema::MIGRATIONS;

/// The pages and endpoints of this subject.
pub fn routes() -> web::Routes {
    pages::routes().merge(api::routes())
}

/// What an action of the record is called: `case.opened` → "Wszczęto sprawę". A key without words shows as itself.
pub fn action_label(t: i18n::T, key: &str) -> String {
    let message = format!("records-action-{}", key.replace('.', "-"));
    if t.has(&message) { t.s(&message) } else { key.to_owned() }
}
