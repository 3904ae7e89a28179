//! The tables of this subject.

use db::Migration;

/// Schema changes, in order.
pub const MIGRATIONS: &[Migration] = &[Migration::new("certificates", 1, include_str!("../migrations/1.sql"))];
