//! Webhooks: a neighbouring system asks to be told, by signed HTTP requests, of what happens in an office.
//!
//! Subjects know nothing of this crate: they emit events (`case.opened`), and [`listener`], registered once with
//! `Db::listen`, writes a delivery and a job for every hook of that office whose list matches, in the transaction of the
//! change. The job posts the body as [Standard Webhooks](https://www.standardwebhooks.com) ask:
//!
//! ```text
//! POST /their/path
//! content-type: application/json
//! webhook-id: evt_0192…             the same at every try: receivers drop what they have seen
//! webhook-timestamp: 1772449200     of this try; receivers refuse what is older than some minutes
//! webhook-signature: v1,K5oZ…       HMAC-SHA256 over "id.timestamp.body"; two of them for a day after a new secret
//!
//! {"type":"case.opened","timestamp":"2026-03-02T11:00:00.000000Z","data":{"office":"…","object":"…","facts":{…}}}
//! ```
//!
//! Any answer of 2xx within ten seconds is delivery. Else it is tried again, ten times over three days; then the hook is
//! switched off and the audit log says so. 410 switches it off at once. Redirects are not followed. Addresses inside
//! the network are refused, judged by the address that is really connected to (see [`guard`]).
//!
//! Once, where the program is put together:
//!
//! ```ignore
//! hooks::allow_private(config.hooks_allow_private);   // false outside trials
//! db.listen(vec![hooks::listener()]);
//! hooks::Poster::new(policy)?.register(&mut runner);
//! ```

mod api;
mod delivery;
pub mod events;
pub mod guard;
mod hook;
mod pages;
mod post;
mod routes;
pub mod sign;

use db::Migration;

/// Message keys of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use api::Api;
pub use delivery::{Delivery, State, deliveries, listener, redeliver, try_out};
pub use guard::{Policy, allow_private, policy};
pub use hook::{Change, Hook, NewHook, change, create, delete, hook, list, rotate};
pub use post::{POST, Poster};
pub use routes::routes;

/// The columns whose secrets are sealed.
pub const SEALED: &[seal::Column] = &[seal::column!("hook", "secret"), seal::column!("hook", "old_secret")];

/// The schema of this crate.
pub const MIGRATIONS: &[Migration] = &[
    Migration::new("hooks", 1, include_str!("../migrations/1.sql")),
    Migration::new("hooks", 2, include_str!("../migrations/2.sql")),
    Migration::new("hooks", 3, include_str!("../migrations/3.sql")),
];
