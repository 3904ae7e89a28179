//! The people whom most tests need, and their course.

use std::ops::Deref;

use db::Db;
use kernel::{
    Actor,
    ids::{CourseId, ItemId, PersonId},
};
use offices::Role;

use crate::{Serves, TODAY, World};

/// A [`World`] with people in it and a course.
pub struct Team {
    world: World,
    /// Trainer, author and coordinator of the office, in its first unit.
    pub trainer: PersonId,
    /// Superior of the first unit, with the second below it.
    pub chief: PersonId,
    /// An official of the second unit.
    pub anna: PersonId,
    /// Somebody who serves nowhere.
    pub citizen: PersonId,
    /// Trainer, coordinator and superior of the other office.
    pub foreign: PersonId,
    /// The course „Prosty język”: three required lessons and one that is not.
    pub course: CourseId,
    /// Its lessons.
    pub items: Vec<ItemId>,
}

impl Team {
    /// The team on a fresh database, at noon of [`TODAY`], with the texts of subjects above enrolments.
    ///
    /// # Panics
    /// When it cannot be set up.
    pub async fn new(db: &Db, texts: &[i18n::Source]) -> Team {
        const STAFF: &[Role] = &[Role::Trainer, Role::Author, Role::Coordinator];
        const ALL: &[Role] = &[Role::Trainer, Role::Author, Role::Coordinator, Role::Superior, Role::Official];
        let people = [
            ("Tomasz", "Trener", Serves::Top(STAFF)),
            ("Stefan", "Szef", Serves::Top(&[Role::Superior])),
            ("Anna", "Urzędnik", Serves::Below(&[Role::Official])),
            ("Jan", "Kowalski", Serves::Nowhere),
            ("Obcy", "Człowiek", Serves::Away(ALL)),
        ];
        let (world, [trainer, chief, anna, citizen, foreign]) = World::new(db, TODAY, texts, people).await;
        let (scope, ctx) = (world.office, world.kit.ctx(Actor::System));
        let made = world.act_in(ctx, move |c, ctx| Box::pin(crate::course(c, ctx, scope, "Prosty język"))).await;
        let (course, items) = made.unwrap();
        Team { world, trainer, chief, anna, citizen, foreign, course, items }
    }
}

impl Deref for Team {
    type Target = World;
    fn deref(&self) -> &World {
        &self.world
    }
}
