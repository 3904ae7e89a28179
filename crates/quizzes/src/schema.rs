//! The tables of this subject.

use db::Migration;

/// Schema changes, in order.
pub const MIGRATIONS: &[Migration] = &[
    Migration::new("quizzes", 1, include_str!("../migrations/1.sql")),
    Migration::new("quizzes", 2, include_str!("../migrations/2.sql")),
    Migration::new("quizzes", 3, include_str!("../migrations/3.sql")),
    Migration::new("quizzes", 4, include_str!("../migrations/4.sql")),
];
