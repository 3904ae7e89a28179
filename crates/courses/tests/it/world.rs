//! The two offices of `testlearning` with authors and an official without that role, an operator and a citizen.

use std::{ops::Deref, sync::Arc};

use db::{Db, Migration};
use jiff::civil::{Date, date};
use kernel::ids::{CourseId, ItemId, ModuleId, PersonId};
use offices::Role;
use testkit::Browser;
use testlearning::Serves;

pub const ALL: &[&[Migration]] = &[
    jobs::MIGRATIONS,
    mail::MIGRATIONS,
    audit::MIGRATIONS,
    identity::MIGRATIONS,
    offices::MIGRATIONS,
    courses::MIGRATIONS,
];

pub const START: Date = date(2026, 1, 12);

pub struct World {
    shared: testlearning::World,
    pub author: PersonId,
    pub second: PersonId,
    pub official: PersonId,
    pub foreign: PersonId,
    pub operator: PersonId,
    pub citizen: PersonId,
}

/// Does a unit of work as the author: `act!(w, |c, ctx| courses::publish(c, &ctx, w.office, id, ""))`.
#[macro_export]
macro_rules! act {
    ($w:expr, |$c:ident, $ctx:ident, $scope:ident| $e:expr) => {{
        let ($ctx, $scope) = ($w.ctx($w.author).await, $w.office);
        $w.kit
            .app
            .db
            .write(move |$c| {
                let $ctx = $ctx.clone();
                Box::pin(async move {
                    let _ = (&$ctx, $scope);
                    $e.await
                })
            })
            .await
    }};
}

impl World {
    pub async fn new(db: &Db) -> World {
        let people = [
            ("Anna", "Autorka", Serves::Top(&[Role::Author])),
            ("Barbara", "Druga", Serves::Top(&[Role::Author])),
            ("Olga", "Urzędnik", Serves::Top(&[Role::Official])),
            ("Felicja", "Obca", Serves::Away(&[Role::Author])),
            ("Olaf", "Operator", Serves::Nowhere),
            ("Jan", "Kowalski", Serves::Nowhere),
        ];
        let (shared, [author, second, official, foreign, operator, citizen]) =
            testlearning::World::new(db, START, &[], people).await;
        World { shared, author, second, official, foreign, operator, citizen }
    }

    /// A browser in which somebody is signed in.
    pub fn browser(&self, who: PersonId) -> Browser {
        let browser = self.kit.browser(courses::routes());
        let operator = if who == self.operator { "+" } else { "" };
        browser.cookie("szpon_session", &format!("{who}{operator}"));
        browser
    }

    /// A course with one module of two lessons.
    pub async fn course(&self) -> (CourseId, ModuleId, [ItemId; 2]) {
        act!(self, |c, ctx, scope| async {
            let lessons = testlearning::lessons(&["Pierwsza lekcja", "Druga lekcja"], 10);
            let settings = courses::Settings::titled("Obieg pism");
            let (id, items) = testlearning::draft(c, &ctx, scope, &settings, &lessons).await?;
            let module = courses::item(c, items[0]).await?.module;
            Ok((id, module, items.try_into().unwrap()))
        })
        .unwrap()
    }

    /// Writes the text of a lesson.
    pub async fn write(&self, item: ItemId, body: &str) {
        let body = body.to_owned();
        act!(self, |c, ctx, scope| async {
            let now = courses::lesson::lesson(c, scope, item).await?;
            let text = courses::LessonText { body, ..now.text() };
            courses::edit_lesson(c, &ctx, scope, item, &text, now.version).await
        })
        .unwrap();
    }
}

impl Deref for World {
    type Target = testlearning::World;
    fn deref(&self) -> &testlearning::World {
        &self.shared
    }
}

/// The application's database in a read.
pub async fn row(w: &World, id: CourseId) -> courses::CourseRow {
    w.read(move |c| Box::pin(courses::course(c, id))).await
}

/// Keeps `Arc` in one place for tests that compare what is kept in memory.
pub async fn latest(w: &World, id: CourseId) -> Arc<courses::Content> {
    let version = row(w, id).await.published.unwrap();
    courses::content(&w.kit.app, version).await.unwrap()
}
