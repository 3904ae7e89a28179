//! The tables of this subject.

use db::Migration;

/// Schema changes, in order.
pub const MIGRATIONS: &[Migration] = &[Migration::new("courses", 1, include_str!("../migrations/1.sql"))
    .with(include_str!("../migrations/1-sqlite.sql"), include_str!("../migrations/1-postgres.sql"))];
