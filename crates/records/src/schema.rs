//! The tables of this subject.

use db::Migration;

/// Schema changes, in order.
pub const MIGRATIONS: &[Migration] = &[
    Migration::new("records", 1, include_str!("../migrations/1.sql"))
        .with(include_str!("../migrations/1.sqlite.sql"), include_str!("../migrations/1.postgres.sql")),
    Migration::new("records", 2, include_str!("../migrations/2.sql")),
    Migration::new("records", 3, include_str!("../migrations/3.sql")),
    Migration::new("records", 4, include_str!("../migrations/4.sql")),
    Migration::new("records", 5, include_str!("../migrations/5.sql")),
];
