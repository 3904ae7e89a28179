//! Finding: services by anyone in their own words, and the things of an office's desk by its officials.
//!
//! # A short tutorial
//!
//! **To let people find a service**, describe each with what is known of it and ask:
//!
//! ```
//! use search::services::{ServiceDoc, corpus};
//!
//! let card = ServiceDoc {
//!     id: "utrata-dowodu".into(),
//!     name: "Zgłoszenie utraty dowodu osobistego".into(),
//!     keywords: vec!["skradziony portfel".into(), "zgubiony dowód".into()],
//!     ..ServiceDoc::default()
//! };
//! let wedding = ServiceDoc { id: "slub".into(), name: "Zawarcie małżeństwa".into(), ..ServiceDoc::default() };
//! let services = corpus([card, wedding]);
//! assert_eq!(services.rank("Zgubilam dowud, co robić?", 3)[0].id, "utrata-dowodu");
//! ```
//!
//! **To make a thing findable at the desk**, call [`store::put`] in the unit of work that changes it, with its title,
//! names and text, and who may find it; [`store::remove`] when it goes. **To ask**, call [`store::find`] with the office and
//! the reader ([`store::Reader`]), who brings the conditions of their rights: these are part of the one statement.
//!
//! ```ignore
//! let finds = app.db.read(move |c| Box::pin(async move {
//!     let reader = Reader { person, sees: &|q| q.push_in(" AND d.case_id IN ", own.iter().copied()) };
//!     store::find(c, scope, reader, &Question { text: "wycinka Kowalski".into(), things: vec![], skip: 0, limit: 20 }).await
//! })).await?;
//! ```
//!
//! A new kind of thing is a new word in [`store::Thing`].

mod corpus;
mod engine;
mod everyday;
mod family;
pub mod services;
pub mod store;

pub use corpus::{Corpus, Document, Hit, Tuning};
