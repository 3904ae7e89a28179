//! A person's own matters: what offices ask of them and until when, their cases, what they began and what they sent; and
//! the same for people without an account, by a secret link.
//!
//! # Two ways, one view
//! `/my/cases/{case}` lets in a party by account, `/s/{secret}` whoever holds the link of an e-mail. Both ways end in an
//! `access` that says who the reader is towards the office, and in the same view. To add something to the page of a
//! case, read it in `file.rs`, show it in a file under `view/`, and add its action to the handlers of both ways in
//! `pages/`, which differ in nothing but how the reader is let in.
//!
//! # What always holds
//! - A case of somebody else does not exist here (404); an expired link says so (410) and offers a fresh one, sent to the
//!   address the office knows, with the same answer to everyone.
//! - Whoever is no party any more is not let in: their links end with the change, and the link of what they sent shows no
//!   case.
//! - A page below `/s/` is found by no search engine and tells no other site its address.
//! - The first opening of a letter is its delivery, and the page says so before; reading a page never delivers.
//! - What an office notes for itself is not shown: the actions told are listed in `view/history.rs`.
//!
//! # For the program
//! `correspondence::set_links(public_url, my::secret_link)` once at start; [`listener`]; [`tidy`] once a day;
//! [`MIGRATIONS`]; [`routes`].

mod access;
pub mod api;
mod file;
mod link;
mod pages;
mod receipt;
mod routes;
mod schema;
mod store;
mod view;
mod words;

/// Message keys of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use access::own_case;
pub use api::Api;
pub use link::{DAYS as LINK_DAYS, join, listener, renew, secret_link, tidy};
pub use routes::routes;
pub use schema::MIGRATIONS;
pub use store::joined_cases;
