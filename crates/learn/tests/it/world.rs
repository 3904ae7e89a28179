//! The offices of `testlearning` with courses: one open to everybody, one for officials, a draft; a citizen; browsers.

use std::ops::Deref;

use courses::{Audience, LessonText};
use db::{BoxFuture, Conn, Db, Migration};
use jiff::civil::{Date, date};
use kernel::{
    Actor, Ctx,
    ids::{CourseId, ItemId, PersonId},
};
use testkit::Browser;
use testlearning::Serves;

pub(crate) const ALL: &[&[Migration]] = testlearning::tables![training::MIGRATIONS];

const START: Date = date(2026, 10, 23);

pub(crate) struct World {
    shared: testlearning::World,
    pub(crate) citizen: PersonId,
}

/// A course of two lessons.
pub(crate) struct Course {
    pub(crate) id: CourseId,
    pub(crate) slug: String,
    pub(crate) lessons: Vec<ItemId>,
}

impl World {
    pub(crate) async fn new(db: &Db) -> Self {
        let (texts, people) = ([training::msg::SOURCE, learn::msg::SOURCE], [("Jan", "Kowalski", Serves::Nowhere)]);
        let (shared, [citizen]) = testlearning::World::new(db, START, &texts, people).await;
        Self { shared, citizen }
    }

    pub(crate) async fn act<T: Send + 'static>(
        &self,
        work: impl for<'c> FnOnce(&'c mut Conn, &'c Ctx) -> BoxFuture<'c, kernel::Result<T>> + Send + Clone + 'static,
    ) -> T {
        self.act_in(self.kit.ctx(Actor::System), work).await.unwrap()
    }

    /// A course of two lessons, published or not.
    pub(crate) async fn course(&self, title: &'static str, audience: Audience, open: bool, published: bool) -> Course {
        let scope = self.office;
        let (id, lessons) = self
            .act(move |c, ctx| {
                Box::pin(async move {
                    let facts = courses::Settings { audience, open, ..courses::Settings::titled(title) };
                    let items = testlearning::lessons(&["Lekcja pierwsza", "Lekcja druga"], 10);
                    let (id, lessons) = testlearning::draft(c, ctx, scope, &facts, &items).await?;
                    for ((_, facts), item) in items.iter().zip(&lessons) {
                        let body = format!("## Po co\n\nTreść: {}.", facts.title);
                        let text = LessonText { body, ..LessonText::default() };
                        courses::edit_lesson(c, ctx, scope, *item, &text, 1).await?;
                    }
                    if published {
                        courses::publish(c, ctx, scope, id, "").await?;
                    }
                    Ok((id, lessons))
                })
            })
            .await;
        let slug = self.read(move |c| Box::pin(courses::course(c, id))).await.slug;
        Course { id, slug, lessons }
    }

    /// A published course of two lessons, open to everyone, with other settings.
    pub(crate) async fn course_with(&self, title: &'static str, change: fn(&mut courses::Settings)) -> Course {
        let course = self.course(title, Audience::Everyone, true, false).await;
        let (scope, id) = (self.office, course.id);
        self.act(move |c, ctx| {
            Box::pin(async move {
                let row = courses::course(c, id).await?;
                let mut settings = courses::Settings::of(&row);
                change(&mut settings);
                courses::edit(c, ctx, scope, id, &settings, row.version).await?;
                courses::publish(c, ctx, scope, id, "").await
            })
        })
        .await;
        course
    }

    pub(crate) fn browser(&self, who: Option<PersonId>) -> Browser {
        self.browser_of(learn::routes(), who)
    }
}

impl Deref for World {
    type Target = testlearning::World;
    fn deref(&self) -> &testlearning::World {
        &self.shared
    }
}
