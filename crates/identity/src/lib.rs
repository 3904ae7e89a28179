//! Accounts: who somebody is, how they prove it, and what they may do with their own account.
//!
//! # For those who call
//! - [`person`] and [`find_by_email`] give a [`PersonRow`]; [`register`] makes an account, [`invite`] makes one for a
//!   colleague and writes to them; [`make_operator`] is for the program's own commands.
//! - [`Web`] is the one implementation of [`web::Authenticate`]; [`routes`] holds the pages.
//! - A subject that keeps data of persons hands the program an [`own_data::OwnData`].
//! - [`tidy`] removes what has expired; the program calls it once a day.
//!
//! # From inside
//! An operation that only works with the database takes the connection and the context; one with a password in it
//! takes the application, since hashing (see [`password`]) stands between two units of work. Secrets of sessions,
//! links and tokens are stored by their SHA-256 only. Everything that matters to security is written into the audit
//! log in the same unit of work. To add a screen, write one file under `pages/`: path, handlers, view; the rule goes
//! into the operation. Every answer that a stranger gets is the same whether or not there is an account.

pub mod account;
mod api;
mod auth;
mod common;
mod demo;
mod device;
pub mod link;
mod log;
mod mails;
pub mod own_data;
mod pages;
pub mod password;
mod person;
pub mod registration;
mod routes;
mod schema;
mod secret;
pub mod session;
pub mod sign_in;
pub mod throttle;
mod tidy;
pub mod tokens;
pub mod totp;

/// Message keys of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use api::{Api, Me};
pub use auth::Web;
pub use demo::{DemoAccount, demo_accounts};
pub use mails::{reader, set_public_url, url};
pub use own_data::OwnData;
pub use person::{
    EMAIL_LIMIT, NAME_LIMIT, NewPerson, PersonRow, check_person, find_by_email, fold_email, invite, is_email,
    make_operator, people, person, register,
};
pub use routes::routes;
pub use schema::{MIGRATIONS, SEALED};
pub use sign_in::Browser;
pub use tidy::tidy;
