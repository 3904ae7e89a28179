//! E-mail: written in the unit of work that causes it, sent by a job, tried again until it is delivered.
//!
//! ```ignore
//! let letter = Mail::new(&person.email, &person.name, person.lang, t.s(msg::MAIL_NEWS_SUBJECT))
//!     .paragraph(t.s(msg::MAIL_NEWS_TEXT))
//!     .button(t.s(msg::MAIL_NEWS_BUTTON), link);
//! mail::queue(c, ctx, &letter).await?;
//! ```
//!
//! The subject gives the texts, in the recipient's language; the frame around them (that nobody reads answers, what to
//! do when the button does not work) is chosen here by the same language. An e-mail says that there is news, never
//! what is in it. Once, where the program is put together:
//!
//! ```ignore
//! Sender::open("smtps://user:password@mail.example.pl", "SZPON <szpon@example.pl>")?.register(&mut runner);
//! ```
//!
//! By default the transport is a folder of `.eml` files; [`list_recent`] and [`get`] are for the page on which the
//! demo shows them.

mod compose;
mod render;
mod send;
mod store;
mod transport;

use db::Migration;

/// The texts of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use compose::Mail;
pub use send::{SEND, Sender};
pub use store::{State, Stored, get, list_recent, prune, queue};
pub use transport::{Delivery, OpenError, Transport};

/// The schema of this crate.
pub const MIGRATIONS: &[Migration] = &[Migration::new("mail", 1, include_str!("../migrations/1.sql"))];
