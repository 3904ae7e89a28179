//! What every screen needs from the web: the application's state, the request with its reader, forms, faults as
//! pages or JSON, routes that know who may use them.
//!
//! # A screen in one file
//! ```ignore
//! #[derive(TypedPath, Deserialize)]
//! #[typed_path("/desk/{office}/cases/{case}", rejection(web::BadPath))]
//! pub struct CasePath { pub office: String, pub case: CaseId }
//!
//! pub async fn show(path: CasePath, req: Req) -> web::Answer<Markup> {
//!     let desk = offices::desk(&req, &path.office, Some(Role::Official)).await?;    // policy
//!     let case = web::read!(req, |c| store::case(c, desk.scope, path.case).await)?;
//!     Ok(desk.page(&req, "records.case", case.title.clone()).body(view(req.t, &case)).render())
//! }
//!
//! pub async fn rename(path: CasePath, req: Req, form: FormData) -> web::Answer {
//!     …                                                                          // form.get("title")
//!     Ok(req.redirect(CasePath { … }).flash(msg::CASE_RENAMED).into_response())
//! }
//! ```
//! and in the subject's `routes.rs`: `Routes::new().get("records.case", Guard::Official, case::show)`.
//!
//! A handler gives a [`Fault`](kernel::Fault) with `?`; the layer in [`layers`] turns it into a page in the
//! reader's language, or into `application/problem+json` (RFC 9457) below `/api/`. What is wrong with a form is shown at its
//! fields and above it by [`Errors`]. When a form was sent without a valid session the sign-in page carries what was
//! typed and brings it back afterwards. Units of work are written short by [`read!`] and [`work!`].
//!
//! # An endpoint of the JSON API
//! Its query is read by [`Query`] into a type that also describes it in the OpenAPI document ([`NoQuery`] when there is
//! none): a parameter nobody knows and a value that cannot be used are 400 and named. Its body is read by [`Body`], whose
//! faults name the place by a JSON pointer. A list gives `items` and `next` ([`Cursor`], [`Pages`], [`cut`]).
//!
//! Requests that change something are accepted from our own pages only, by `Sec-Fetch-Site` and `Origin`
//! (see [`layers`]); forms need no hidden token. A form that must not be done twice carries `once`
//! ([`Req::once`]), one that edits carries `version`. [`Once`] remembers what was answered to a form or to a request with
//! `Idempotency-Key`; [`forget_keys`] forgets it after a day.

mod app;
mod cursor;
mod download;
mod errors;
mod form;
mod json;
pub mod kept;
pub mod layers;
mod list;
mod once;
mod prefs;
mod problem;
mod query;
mod raw;
mod req;
mod resend;
mod response;
mod routes;
mod units;

/// Message keys of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

/// The schema of this crate.
pub const MIGRATIONS: &[db::Migration] = &[db::Migration::new("web", 1, include_str!("../migrations/1.sql"))];

pub use app::{App, Authenticate, BoxFut, Parts, Resume, Settings, SignedIn};
pub use axum_extra::routing::TypedPath;
pub use cursor::Cursor;
pub use download::download;
pub use errors::{Errors, conflict, stale, unprocessable};
pub use form::{Fields, FormData, Upload, number, with_query};
pub use json::{Body, read as read_json};
pub use list::{Limit, Pages, cut};
pub use once::{Done, LONGEST_KEY, Once, forget_keys};
pub use problem::{Answer, BadPath, Problem};
pub use query::{NoQuery, Query, words};
pub use raw::{is_multipart, raw};
pub use req::Req;
pub use response::{Redirect, Tone};
pub use routes::{Guard, RouteInfo, Routes};
