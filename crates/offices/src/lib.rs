//! Offices (urzędy): the directory of all of them, those at work here, and how each is built: units as a tree
//! (komórki organizacyjne), positions (stanowiska), people with roles and dates, substitutions (zastępstwa),
//! service points with opening hours (punkty obsługi).
//!
//! # Who asks, in which office
//! Every page of the officials' side begins with [`desk`], every public page of an office with [`site`]:
//!
//! ```ignore
//! let desk = offices::desk(&req, &path.office, Some(Role::Official)).await?;   // or 404, 403, sign-in
//! let rows = req.app.db.read(move |c| Box::pin(async move { store::list(c, desk.scope).await })).await?;
//! Ok(desk.page(&req, "records.cases", req.t.s(msg::CASES_TITLE)).body(view).render())
//! ```
//!
//! `desk.scope` is the proof that goes into every store function; `desk.member` says in which unit the person
//! serves, with what roles, and whom they stand in for today. [`desk_of`] makes the same from a connection, for the
//! demo and for tests.
//!
//! # Building an office
//! [`found`], then [`add_unit`], [`position`], [`add_member`], [`substitute`], [`points::add`], [`hours::set`]. All of
//! them check the rule, write the audit log and belong into one `db.write`.
//!
//! # What others contribute
//! The office's home page shows a list that the services give ([`home_section`]); the administrator's checklist
//! counts services and file plans the same way ([`set_up_progress`]). `app` registers both once.

mod access;
pub mod api;
pub mod claims;
mod contribute;
pub mod day;
pub mod directory;
pub mod hours;
pub mod import;
mod log;
mod member;
mod monogram;
mod names;
mod office;
mod office_data;
mod pages;
pub mod points;
mod position;
mod role;
mod routes;
mod schema;
mod substitution;
mod unit;

/// Message keys of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use access::{Desk, Site, desk, desk_of, lately, site};
pub use api::Api;
pub use contribute::{
    Applications, Asked, HomeSection, SetUp, SetUpProgress, applications, home_section, often_asked, set_up_progress,
};
pub use day::Day;
pub use member::{
    Filter, Member, MemberRow, NewMember, ServedRow, add_member, change_member, end_member, invite, member_of, members,
    membership, memberships_of, superiors_of,
};
pub use names::names;
pub use office::{NewOffice, OfficeKind, OfficeRow, OfficeStatus, by_id, by_slug, found, offices_of, set_status};
pub use office_data::{OfficeData, change as change_office};
pub use pages::fields::{maybe_day, unit_choices};
pub use position::{PositionRow, position, positions, rename_position};
pub use role::Role;
pub use routes::routes;
pub use schema::MIGRATIONS;
pub use substitution::{SubstitutionRow, end_substitution, substitute, substitutions};
pub use unit::{
    NewUnit, UnitRow, add_unit, all_units, change_unit, close_unit, unit, units, with_those_above, with_those_below,
};
