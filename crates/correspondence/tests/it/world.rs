//! The world of `testworld` with the texts of this subject.

use std::ops::Deref;

use db::{Db, Migration};
pub use testworld::{ask, hidden};

pub const ALL: &[&[Migration]] = testworld::tables![correspondence::MIGRATIONS];

pub struct World(testworld::World);

impl World {
    pub async fn new(db: &Db) -> Self {
        Self(testworld::World::with_texts(db, &[correspondence::msg::SOURCE]).await)
    }
}

impl Deref for World {
    type Target = testworld::World;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
