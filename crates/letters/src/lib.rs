//! Letters of an office (pisma): templates, drafts with a case's data filled in, approval by a superior, the final PDF,
//! sending and the register of outgoing mail (rejestr przesyłek wychodzących).
//!
//! # The way of a letter
//! ```text
//! draft ──submit──▶ waiting ──approve──▶ approved ──send──▶ sent
//!   ▲                  │ return              │
//!   └──── returned ◀───┘                withdraw ─▶ withdrawn   (also from draft, returned and waiting)
//! ```
//! [`State::after`] is that picture, pure and tested; [`policy`] says who may do each step.
//!
//! ```ignore
//! let letter = letters::create(c, ctx, &desk, case, NewLetter::from_template(template, once)).await?;
//! let letter = letters::save(c, ctx, &desk, letter.id, letter.version, content).await?;          // Saved::Done | Stale
//! let letter = letters::submit(c, ctx, &desk, letter.id, letter.version, None).await?;           // nearest superior
//! let last = letters::finish(&app, &ctx, &chief, letter.id).await?;                              // renders, outside
//! let letter = letters::approve(c, ctx, &chief, letter.id, &last).await?;                        // the unit of work
//! let out = letters::send(c, ctx, &desk, letter.id, Sending::by(Way::Account)).await?;           // number without gaps
//! ```
//!
//! # What always holds
//! - What was approved never changes: its PDF is made once, from the version that was approved, and kept by its hash.
//! - Placeholders without a value and characters the fonts lack are shown before sending for approval; the first must
//!   be gone by then.
//! - Numbers of the register of outgoing mail have no gaps within an office and a year.
//! - An author does not approve the own letter, unless no one else could ([`policy::approves`]).
//! - The party's first opening of a letter sent to the account is its delivery and stands in the register, and in the
//!   record while the case is not settled.
//!
//! # Templates
//! [`adopt_templates`] gives a new office the starter set (`src/starter/*.md`, one file a template). A template is text
//! in Markdown with placeholders of [`placeholders::ALL`].

mod act;
mod api;
mod approve;
mod content;
mod follow;
mod letter;
mod outgoing;
mod outgoing_api;
mod overrun;
mod pages;
mod paper;
pub mod placeholders;
pub mod policy;
mod preview;
mod routes;
mod schema;
mod section;
mod send;
mod starter;
mod state;
mod template;
mod words;

/// Message keys of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use act::{NewLetter, Saved, create, create_from_template, save, submit, take_back, withdraw};
pub use api::Api;
pub use approve::{Final, approve, finish, return_};
pub use content::{Content, Kind};
pub use follow::{SentLetter, open_by_party, sent_of_case};
pub use letter::{
    LetterRow, Step, StepRow, VersionRow, case_letters, letter, list_for_case, mine_in_progress, object_in_use,
    returned_to_write, steps, versions, waiting_count, waiting_for_approval,
};
pub use outgoing::{OutgoingFilter, OutgoingRow, outgoing, outgoing_list, outgoing_table, record_delivery};
pub use overrun::{draft_overrun_notice, prepare_overrun_notices};
pub use placeholders::data_for;
pub use preview::{Check, check};
pub use routes::routes;
pub use schema::MIGRATIONS;
pub use section::{case_section, new_button};
pub use send::{Sending, Way, send};
pub use starter::adopt_templates;
pub use state::{Move, State};
pub use template::{
    NewTemplate, TemplateRow, TemplateVersion, add_template, change_template, retire_template, template,
    template_versions, templates,
};
