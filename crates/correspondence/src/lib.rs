//! What an office and the party of a case write to each other (korespondencja): messages with files and marks of
//! reading, and requests to supply something until a day (wezwania), which may pause the term (KPA art. 35 § 5).
//!
//! # From the office's side
//! [`office_write`] and [`ask`] start from a [`offices::Desk`] and a case it may work on; the pages for that are here
//! ([`routes`]). The desk shows [`thread`] and [`requests_section`] on the page of the case, [`unread_for`] and
//! [`unread_cases`] on the front page.
//!
//! # From the party's side
//! Who calls has checked that the case is the citizen's, by account or by a secret link, and says who it is with a
//! [`Citizen`]:
//!
//! ```ignore
//! let keeper = correspondence::keeper(person, case);
//! let taken = correspondence::take_files(&req.app, &req.ctx, &keeper, &form, correspondence::Side::Citizen).await?;
//! let message = correspondence::NewMessage { text: form.get("text").into(), files: taken.all()?, once: form.get("once").into() };
//! db.write(move |c| Box::pin(async move { correspondence::citizen_write(c, &ctx, scope, case, &citizen, message).await }))
//! ```
//!
//! # What always holds
//! - Every message, request, answer and file stands in the record of the case; a settled case takes none.
//! - The same form sent twice (`once`) is one message.
//! - An e-mail says that there is news, never what it is; [`set_links`] tells once where it leads. [`listener`] sends
//!   the same e-mail for letters.

pub mod api;
mod citizen;
mod files;
mod message;
mod news;
mod office;
mod pages;
mod request;
mod request_api;
mod routes;
mod schema;
mod unread;
mod view;
mod words;

/// Message keys of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use api::Api;
pub use citizen::{citizen_answer, citizen_write};
pub use files::{Taken, keeper, link_keeper, take_files};
pub use message::{Citizen, FileRow, MessageRow, MessageView, NewMessage, Side, mark_read, messages};
pub use news::{SecretLink, listener, set_links, tell_party};
pub use office::{NewRequest, ask, close_request, office_write};
pub use request::{RequestRow, RequestState, open_requests, request, requests};
pub use routes::routes;
pub use schema::MIGRATIONS;
pub use unread::{UnreadCase, unread_cases, unread_for, unread_of_case};
pub use view::{office_form, requests_section, thread};
