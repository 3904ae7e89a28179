//! The tables of this subject.

use db::Migration;

/// All changes of the schema, in order.
pub const MIGRATIONS: &[Migration] = &[Migration::new("services", 1, include_str!("../migrations/1.sql"))
    .with(include_str!("../migrations/1-sqlite.sql"), include_str!("../migrations/1-postgres.sql"))];
