//! The tables of this subject.

use db::Migration;

/// Schema changes, in order.
pub const MIGRATIONS: &[Migration] = &[
    Migration::new("training", 1, include_str!("../migrations/1.sql")),
    Migration::new("training", 2, include_str!("../migrations/2.sql")),
];
