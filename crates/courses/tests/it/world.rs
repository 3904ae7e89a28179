//! An office with an author and an official without that role, a second office with an author, and an operator.

use std::sync::Arc;

use db::{Db, Migration};
use jiff::civil::{Date, date};
use kernel::{
    Actor, Ctx, Lang, OfficeScope,
    ids::{CourseId, ItemId, ModuleId, OfficeId, PersonId},
};
use offices::{NewMember, NewOffice, NewUnit, OfficeKind, Role};
use testkit::{Browser, Kit};
use web::App;

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
    pub kit: Kit,
    pub office: OfficeScope,
    pub far: OfficeScope,
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
        let ($ctx, $scope) = ($w.ctx($w.author), $w.office);
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

async fn person(app: &App, given: &str, family: &str) -> PersonId {
    let (ctx, given, family) = (app.system_ctx(), given.to_owned(), family.to_owned());
    app.db
        .write(move |c| {
            let (ctx, given, family) = (ctx.clone(), given.clone(), family.clone());
            Box::pin(async move {
                let new = identity::NewPerson {
                    email: format!("{}.{}@example.pl", law::fold::slug(&given), law::fold::slug(&family)),
                    given_name: given,
                    family_name: family,
                    password_hash: None,
                    lang: Lang::Pl,
                    verified: true,
                };
                identity::register(c, &ctx, new).await
            })
        })
        .await
        .unwrap()
}

async fn office(app: &App, name: &str, slug: &str, people: Vec<(PersonId, Vec<Role>)>) -> OfficeId {
    let (ctx, name, slug) = (app.system_ctx(), name.to_owned(), slug.to_owned());
    app.db
        .write(move |c| {
            let (ctx, name, slug, people) = (ctx.clone(), name.clone(), slug.clone(), people.clone());
            Box::pin(async move {
                let new = NewOffice {
                    email: format!("{slug}@example.pl"),
                    slug: Some(slug),
                    teryt: None,
                    kind: OfficeKind::Gmina,
                    name,
                    name_en: String::new(),
                    street: "Rynek 1".into(),
                    postal_code: "00-001".into(),
                    town: "Lipowa".into(),
                    phone: String::new(),
                    website: String::new(),
                };
                let id = offices::found(c, &ctx, new).await?;
                let scope = OfficeScope::checked(id);
                let from = date(2020, 1, 1);
                let unit = NewUnit { parent: None, code: "OR".into(), name: "Organizacyjny".into(), from, to: None };
                let unit = offices::add_unit(c, &ctx, scope, unit).await?;
                for (person, roles) in people {
                    let new = NewMember { person, unit, position: None, roles, from, to: None };
                    offices::add_member(c, &ctx, scope, new).await?;
                }
                Ok(id)
            })
        })
        .await
        .unwrap()
}

impl World {
    pub async fn new(db: &Db) -> World {
        i18n::init(&[
            web::msg::SOURCE,
            blob::msg::SOURCE,
            mail::msg::SOURCE,
            audit::msg::SOURCE,
            identity::msg::SOURCE,
            offices::msg::SOURCE,
            courses::msg::SOURCE,
        ]);
        let kit = Kit::new(db, Box::new(testworld::ById), START);
        let app = &kit.app;
        let author = person(app, "Anna", "Autorka").await;
        let second = person(app, "Barbara", "Druga").await;
        let official = person(app, "Olga", "Urzędnik").await;
        let foreign = person(app, "Felicja", "Obca").await;
        let operator = person(app, "Olaf", "Operator").await;
        let citizen = person(app, "Jan", "Kowalski").await;
        let people = vec![(author, vec![Role::Author]), (second, vec![Role::Author]), (official, vec![Role::Official])];
        let near = office(app, "Urząd Gminy Lipowa", "lipowa", people).await;
        let far = office(app, "Urząd Gminy Dębowa", "debowa", vec![(foreign, vec![Role::Author])]).await;
        let (office, far) = (OfficeScope::checked(near), OfficeScope::checked(far));
        World { kit, office, far, author, second, official, foreign, operator, citizen }
    }

    pub fn ctx(&self, id: PersonId) -> Ctx {
        self.kit.ctx(Actor::Person { id, name: "Anna Autorka".into(), operator: false })
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
            let id = courses::create(c, &ctx, scope, &courses::Settings::titled("Obieg pism")).await?;
            let module = courses::add_module(c, &ctx, scope, id, "Wprowadzenie", "").await?;
            let mut items = Vec::new();
            for title in ["Pierwsza lekcja", "Druga lekcja"] {
                let facts = courses::ItemFacts::new(title, 10);
                let kind = courses::ItemKind::Lesson;
                items.push(courses::add_item(c, &ctx, scope, module, kind, &facts, serde_json::json!({})).await?);
            }
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

/// The application's database in a read.
pub async fn row(w: &World, id: CourseId) -> courses::CourseRow {
    w.kit.app.db.read(move |c| Box::pin(async move { courses::course(c, id).await })).await.unwrap()
}

/// Keeps `Arc` in one place for tests that compare what is kept in memory.
pub async fn latest(w: &World, id: CourseId) -> Arc<courses::Content> {
    let version = row(w, id).await.published.unwrap();
    courses::content(&w.kit.app, version).await.unwrap()
}
