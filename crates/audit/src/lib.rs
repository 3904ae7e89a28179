//! The audit log: who administered what, who looked at protected data, what concerned security.
//!
//! A subject writes an entry in the unit of work of the act itself, so that nothing is done without a trace and no
//! trace is left of what was undone:
//!
//! ```ignore
//! let entry = Entry::admin("membership.granted", "membership", id).detail("role", role.as_str()).detail("person", name);
//! audit::write(c, ctx, Some(scope.office()), &entry).await?;
//! ```
//!
//! The action is `subject.verb` in the past tense. What a person reads for it stands in the subject's own locale
//! files under `audit-subject-verb` (here `audit-membership-granted`); without such a text the action itself is shown.
//! Names of details are shown by `audit-detail-NAME` in the same way, kinds of objects by `audit-object-KIND`.
//!
//! Objects are named by their kind and identifier. What they are called now, and where one looks at them, the subjects
//! tell through [`register_names`]; without that the entry's own details name them.
//!
//! A look at protected data is written with [`note`]: the same look again within a quarter of an hour leaves no second entry.
//!
//! The page of an office's administrator and of the operator is [`pages::view`], its filter [`Filter::from_query`], the
//! download [`export`]. Entries are never changed (the database refuses it) and are removed only by age, never before two
//! years are over; see [`register`].

mod entry;
mod export;
mod filter;
mod names;
pub mod pages;
mod retention;
mod store;
mod words;

use db::Migration;

/// The texts of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use entry::{Entry, Kind};
pub use export::export;
pub use filter::Filter;
pub use names::{Named, Names, NamesOf, Thing, names, register_names};
pub use retention::{LEAST_YEARS, register};
pub use store::{Event, QUIET_MINUTES, Reach, last_backup, list, list_about, list_of, note, write};

/// The schema of this crate.
pub const MIGRATIONS: &[Migration] = &[
    Migration::new("audit", 1, include_str!("../migrations/1.sql"))
        .with(include_str!("../migrations/1.sqlite.sql"), include_str!("../migrations/1.postgres.sql")),
    Migration::new("audit", 2, include_str!("../migrations/2.sql")),
    Migration::new("audit", 3, include_str!("../migrations/3.sql")),
];
