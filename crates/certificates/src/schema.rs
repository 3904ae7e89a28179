//! The tables of this subject.

use db::Migration;

/// Schema changes, in order.
pub const MIGRATIONS: &[Migration] = &[
    Migration::new("certificates", 1, include_str!("../migrations/1.sql")),
    Migration::new("certificates", 2, include_str!("../migrations/2.sql")),
    Migration::new("certificates", 3, include_str!("../migrations/3.sql")),
];

/// The columns whose secrets are sealed: the keys offices sign with.
pub const SEALED: &[seal::Column] = &[seal::column!("badge_key", "secret")];
