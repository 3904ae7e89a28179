//! An office with an author and two trainers; another office; two citizens; a course with a lesson and an assignment.

use assignments::{Criterion, Definition, History, Level, Work};
use courses::{Audience, ItemFacts, ItemKind};
use db::{BoxFuture, Conn, Db, Migration};
use enrolments::{Enrolment, Learner};
use jiff::civil::{Date, date};
use kernel::{
    Actor, Ctx, Fault, Lang, OfficeScope,
    ids::{CourseId, ItemId, OfficeId, PersonId, WorkId},
};
use offices::{NewMember, NewOffice, NewUnit, OfficeKind, Role};
use testkit::{Browser, Kit};
pub(crate) use testworld::{hidden, words};

pub(crate) const ALL: &[&[Migration]] = &[
    jobs::MIGRATIONS,
    mail::MIGRATIONS,
    audit::MIGRATIONS,
    identity::MIGRATIONS,
    offices::MIGRATIONS,
    courses::MIGRATIONS,
    enrolments::MIGRATIONS,
    assignments::MIGRATIONS,
];

pub(crate) const START: Date = date(2026, 11, 2);

pub(crate) struct World {
    pub(crate) kit: Kit,
    pub(crate) office: OfficeScope,
    pub(crate) author: PersonId,
    pub(crate) trainer: PersonId,
    pub(crate) second: PersonId,
    pub(crate) foreign: PersonId,
    pub(crate) citizen: PersonId,
    pub(crate) other: PersonId,
}

/// A published course.
pub(crate) struct Course {
    pub(crate) id: CourseId,
    pub(crate) lesson: ItemId,
    pub(crate) item: ItemId,
}

impl Course {
    /// The learner's page.
    pub(crate) fn page(&self) -> String {
        format!("/learn/prosty-jezyk/work/{}", self.item)
    }
}

pub(crate) const QUEUE: &str = "/desk/lipowa/courses/prosty-jezyk/work";

async fn person(c: &mut Conn, ctx: &Ctx, given: &str, family: &str) -> kernel::Result<PersonId> {
    let new = identity::NewPerson {
        email: format!("{}.{}@example.pl", law::fold::slug(given), law::fold::slug(family)),
        given_name: given.into(),
        family_name: family.into(),
        password_hash: None,
        lang: Lang::Pl,
        verified: true,
    };
    identity::register(c, ctx, new).await
}

async fn office(c: &mut Conn, ctx: &Ctx, slug: &str) -> kernel::Result<OfficeId> {
    let new = NewOffice { slug: Some(slug.into()), ..NewOffice::named(OfficeKind::Other, format!("Urząd {slug}")) };
    offices::found(c, ctx, new).await
}

fn criterion(name: &str) -> Criterion {
    let level = |points, label: &str| Level { label: label.into(), points, text: format!("{name}: {label}.") };
    Criterion { name: name.into(), levels: vec![level(0, "brak"), level(2, "częściowo"), level(4, "w pełni")] }
}

/// What the assignment asks for: two criteria of four points, five words, files.
pub(crate) fn definition() -> Definition {
    Definition {
        instructions: "Napisz **krótkie** pismo.".into(),
        rubric: vec![criterion("Język"), criterion("Prawo")],
        min_words: 5,
        files: true,
        blind: false,
    }
}

/// Does something in one unit of work as a person.
macro_rules! act {
    ($w:expr, $who:expr, |$c:ident, $ctx:ident| $work:expr) => {
        $w.act($who, move |$c, $ctx| Box::pin(async move { $work })).await
    };
}
pub(crate) use act;

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
            assignments::msg::SOURCE,
        ]);
        assignments::connect("http://szpon.test");
        courses::register_adopters(vec![assignments::adopt]);
        db.listen(vec![assignments::listener()]);
        let kit = Kit::new(db, Box::new(testworld::ById), START);
        let ctx = kit.ctx(Actor::System);
        db.clone()
            .write(move |c| {
                let ctx = ctx.clone();
                Box::pin(async move {
                    let ctx = &ctx;
                    let near = OfficeScope::checked(office(c, ctx, "lipowa").await?);
                    let far = OfficeScope::checked(office(c, ctx, "debowa").await?);
                    let names = [
                        ("Anna", "Autorka"),
                        ("Tomasz", "Trener"),
                        ("Teresa", "Druga"),
                        ("Felicja", "Obca"),
                        ("Jan", "Kowalski"),
                        ("Zofia", "Inna"),
                    ];
                    let mut people = Vec::new();
                    for (given, family) in names {
                        people.push(person(c, ctx, given, family).await?);
                    }
                    let from = date(2020, 1, 1);
                    for (scope, members) in [
                        (near, vec![(0, Role::Author), (1, Role::Trainer), (2, Role::Trainer)]),
                        (far, vec![(3, Role::Trainer)]),
                    ] {
                        let unit =
                            NewUnit { parent: None, code: "OR".into(), name: "Organizacyjny".into(), from, to: None };
                        let unit = offices::add_unit(c, ctx, scope, unit).await?;
                        for (who, role) in members {
                            let new = NewMember {
                                person: people[who],
                                unit,
                                position: None,
                                roles: vec![role],
                                from,
                                to: None,
                            };
                            offices::add_member(c, ctx, scope, new).await?;
                        }
                    }
                    Ok((near, people))
                })
            })
            .await
            .map(|(office, p)| World {
                kit,
                office,
                author: p[0],
                trainer: p[1],
                second: p[2],
                foreign: p[3],
                citizen: p[4],
                other: p[5],
            })
            .unwrap()
    }

    /// Does a unit of work as a person.
    pub(crate) async fn act<T: Send + 'static>(
        &self,
        who: PersonId,
        work: impl for<'c> FnOnce(&'c mut Conn, &'c Ctx) -> BoxFuture<'c, Result<T, Fault>> + Send + Clone + 'static,
    ) -> Result<T, Fault> {
        let ctx = self.kit.ctx(Actor::Person { id: who, name: "Anna Autorka".into(), operator: false });
        self.kit
            .app
            .db
            .write(move |c| {
                Box::pin(async move {
                    let ctx = ctx;
                    work(c, &ctx).await
                })
            })
            .await
    }

    /// A published course, open to everyone, with a lesson and the assignment given.
    pub(crate) async fn course(&self, definition: Definition) -> Course {
        let scope = self.office;
        act!(self, self.author, |c, ctx| {
            let facts = courses::Settings {
                audience: Audience::Everyone,
                open: true,
                ..courses::Settings::titled("Prosty język")
            };
            let id = courses::create(c, ctx, scope, &facts).await?;
            let module = courses::add_module(c, ctx, scope, id, "Pierwszy", "").await?;
            let mut items = Vec::new();
            for (kind, title) in [(ItemKind::Lesson, "Wstęp"), (ItemKind::Assignment, "Trzy pisma")] {
                let facts = ItemFacts::new(title, 5);
                items.push(courses::add_item(c, ctx, scope, module, kind, &facts, serde_json::json!({})).await?);
            }
            assignments::save(c, ctx, scope, items[1], &definition, 0).await?;
            courses::publish(c, ctx, scope, id, "").await?;
            Ok(Course { id, lesson: items[0], item: items[1] })
        })
        .unwrap()
    }

    pub(crate) async fn enrol(&self, who: PersonId, course: &Course) -> Enrolment {
        let id = course.id;
        act!(self, who, |c, ctx| enrolments::enrol_open(c, ctx, Learner::Person(who), id, None).await).unwrap()
    }

    pub(crate) async fn work(&self, enrolment: &Enrolment, course: &Course) -> (Work, History) {
        let (id, item) = (enrolment.id, course.item);
        act!(self, self.author, |c, _ctx| {
            let work = assignments::work_of(c, id, item).await?.unwrap();
            let history = assignments::history(c, work.id).await?;
            Ok((work, history))
        })
        .unwrap()
    }

    /// Writes and hands in as a learner; gives the work's identifier.
    pub(crate) async fn hand_in(&self, who: PersonId, course: &Course, enrolment: &Enrolment, text: &str) -> WorkId {
        let browser = self.browser(who);
        let page = browser.get(&course.page()).await;
        let version = hidden(&page, "version");
        let sent = browser.post(&course.page(), &[("text", text), ("version", &version), ("go", "hand-in")]).await;
        assert_eq!(sent.status, 303, "{}", words(&sent));
        self.work(enrolment, course).await.0.id
    }

    /// The subjects and texts of the e-mails to a person.
    pub(crate) async fn mails(&self, who: PersonId) -> Vec<String> {
        act!(self, self.author, |c, _ctx| {
            let to = identity::person(c, who).await?.email;
            mail::list_recent(c, 50, Some(&to)).await
        })
        .unwrap()
        .into_iter()
        .map(|m| format!("{}\n{}", m.subject, m.body_text))
        .collect()
    }

    pub(crate) fn browser(&self, who: PersonId) -> Browser {
        let browser = self.kit.browser(assignments::routes());
        browser.cookie("szpon_session", &who.to_string());
        browser
    }
}
