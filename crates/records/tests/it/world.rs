//! The world of `testworld`, which has all this subject needs.

use db::Migration;
pub use testworld::World;

pub const ALL: &[&[Migration]] = &testworld::TABLES;
