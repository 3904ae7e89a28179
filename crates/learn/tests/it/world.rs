//! An office with courses: one open to everybody, one for officials, a draft; a citizen; browsers.

use courses::{Audience, ItemFacts, ItemKind, LessonText};
use db::{BoxFuture, Conn, Db, Migration};
use jiff::civil::{Date, date};
use kernel::{
    Actor, Ctx, Lang, OfficeScope,
    ids::{CourseId, ItemId, PersonId},
};
use offices::{NewOffice, OfficeKind};
use testkit::{Browser, Kit};

pub(crate) const ALL: &[&[Migration]] = &[
    jobs::MIGRATIONS,
    mail::MIGRATIONS,
    audit::MIGRATIONS,
    identity::MIGRATIONS,
    offices::MIGRATIONS,
    courses::MIGRATIONS,
    enrolments::MIGRATIONS,
    training::MIGRATIONS,
];

const START: Date = date(2026, 10, 23);

pub(crate) struct World {
    pub(crate) kit: Kit,
    pub(crate) office: OfficeScope,
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
        i18n::init(&[
            web::msg::SOURCE,
            blob::msg::SOURCE,
            mail::msg::SOURCE,
            audit::msg::SOURCE,
            identity::msg::SOURCE,
            offices::msg::SOURCE,
            courses::msg::SOURCE,
            enrolments::msg::SOURCE,
            training::msg::SOURCE,
            learn::msg::SOURCE,
        ]);
        let kit = Kit::new(db, Box::new(testworld::ById), START);
        let ctx = kit.ctx(Actor::System);
        let (office, citizen) = db
            .clone()
            .write(move |c| {
                let ctx = ctx.clone();
                Box::pin(async move {
                    let new =
                        NewOffice { slug: Some("lipowa".into()), ..NewOffice::named(OfficeKind::Other, "Lipowa") };
                    let office = offices::found(c, &ctx, new).await?;
                    let new = identity::NewPerson {
                        email: "jan.kowalski@example.pl".into(),
                        given_name: "Jan".into(),
                        family_name: "Kowalski".into(),
                        password_hash: None,
                        lang: Lang::Pl,
                        verified: true,
                    };
                    Ok((OfficeScope::checked(office), identity::register(c, &ctx, new).await?))
                })
            })
            .await
            .unwrap();
        Self { kit, office, citizen }
    }

    pub(crate) async fn act<T: Send + 'static>(
        &self,
        work: impl for<'c> FnOnce(&'c mut Conn, &'c Ctx) -> BoxFuture<'c, kernel::Result<T>> + Send + Clone + 'static,
    ) -> T {
        let ctx = self.kit.ctx(Actor::System);
        let done = self.kit.app.db.write(move |c| {
            let (ctx, work) = (ctx.clone(), work.clone());
            Box::pin(async move { work(c, &ctx).await })
        });
        done.await.unwrap()
    }

    /// A course of two lessons, published or not.
    pub(crate) async fn course(&self, title: &'static str, audience: Audience, open: bool, published: bool) -> Course {
        let scope = self.office;
        let (id, lessons) = self
            .act(move |c, ctx| {
                Box::pin(async move {
                    let facts = courses::Settings { audience, open, ..courses::Settings::titled(title) };
                    let id = courses::create(c, ctx, scope, &facts).await?;
                    let module = courses::add_module(c, ctx, scope, id, "Moduł pierwszy", "").await?;
                    let mut lessons = Vec::new();
                    for title in ["Lekcja pierwsza", "Lekcja druga"] {
                        let (facts, none) = (ItemFacts::new(title, 10), serde_json::json!({}));
                        let item = courses::add_item(c, ctx, scope, module, ItemKind::Lesson, &facts, none).await?;
                        let text =
                            LessonText { body: format!("## Po co\n\nTreść: {title}."), ..LessonText::default() };
                        courses::edit_lesson(c, ctx, scope, item, &text, 1).await?;
                        lessons.push(item);
                    }
                    if published {
                        courses::publish(c, ctx, scope, id, "").await?;
                    }
                    Ok((id, lessons))
                })
            })
            .await;
        let slug = self.kit.app.db.read(move |c| Box::pin(courses::course(c, id))).await.unwrap().slug;
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
        let browser = self.kit.browser(learn::routes());
        if let Some(who) = who {
            browser.cookie("szpon_session", &who.to_string());
        }
        browser
    }
}
