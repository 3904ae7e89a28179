//! Two offices with their people, a course, and whoever learns.

use std::sync::Arc;

use courses::{Audience, Settings, structure::ItemFacts};
use db::{BoxFuture, Conn, Db, Migration, Q};
use enrolments::{Enrolment, ItemState, Learner, Mark};
use jiff::civil::{Date, date};
use kernel::{
    Actor, Ctx, Fault, FixedClock, Lang, OfficeScope,
    ids::{CourseId, EnrolmentId, ItemId, OfficeId, PersonId, UnitId},
};
use offices::{Desk, NewMember, NewOffice, NewUnit, OfficeKind, Role};
use testkit::{Browser, Kit};
pub(crate) use testworld::{get, post};

pub(crate) const ALL: &[&[Migration]] = &[
    jobs::MIGRATIONS,
    mail::MIGRATIONS,
    web::MIGRATIONS,
    audit::MIGRATIONS,
    identity::MIGRATIONS,
    offices::MIGRATIONS,
    courses::MIGRATIONS,
    enrolments::MIGRATIONS,
    &[Migration::new("told", 1, "CREATE TABLE told (kind TEXT NOT NULL, object UUID NOT NULL)")],
];

pub(crate) const TODAY: Date = date(2026, 3, 2);

pub(crate) struct World {
    pub(crate) kit: Kit,
    pub(crate) office: OfficeScope,
    pub(crate) units: [UnitId; 2],
    /// Trainer, author and coordinator of the office; leads the first unit.
    pub(crate) trainer: PersonId,
    /// Superior of the first unit, with the second below it.
    pub(crate) chief: PersonId,
    /// An official of the second unit.
    pub(crate) anna: PersonId,
    /// Somebody who serves nowhere.
    pub(crate) citizen: PersonId,
    /// Trainer, coordinator and superior of another office.
    pub(crate) foreign: PersonId,
    /// The course: three required lessons and one that is not.
    pub(crate) course: CourseId,
    pub(crate) items: Vec<ItemId>,
}

/// Writes down what was told, so that tests can count it.
fn hear<'c>(c: &'c mut Conn, _: &'c Ctx, event: &'c kernel::Event) -> BoxFuture<'c, kernel::Result<()>> {
    Box::pin(async move {
        c.exec(db::q!("INSERT INTO told (kind, object) VALUES ($1, $2)", &event.kind, event.object)).await.map(|_| ())
    })
}

async fn person(c: &mut Conn, ctx: &Ctx, given: &str, family: &str) -> kernel::Result<PersonId> {
    let email = format!("{}.{}@example.pl", law::fold::slug(given), law::fold::slug(family));
    let new = identity::NewPerson {
        email,
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

/// Makes and publishes a course for everyone, which needs no account: three required lessons, one more.
pub(crate) async fn course(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    title: &str,
) -> kernel::Result<(CourseId, Vec<ItemId>)> {
    let settings = Settings { audience: Audience::Everyone, open: true, ..Settings::titled(title) };
    let id = courses::create(c, ctx, scope, &settings).await?;
    let module = courses::add_module(c, ctx, scope, id, "Pierwszy", "").await?;
    let mut items = Vec::new();
    for (title, required) in [("Wstęp", true), ("Zasady", true), ("Przykłady", true), ("Dodatek", false)] {
        let facts = ItemFacts { title: title.into(), minutes: 5, required };
        let kind = courses::ItemKind::Lesson;
        items.push(courses::add_item(c, ctx, scope, module, kind, &facts, serde_json::json!({})).await?);
    }
    courses::publish(c, ctx, scope, id, "").await?;
    Ok((id, items))
}

impl World {
    pub(crate) async fn new(db: &Db) -> Self {
        i18n::init(&[
            web::msg::SOURCE,
            mail::msg::SOURCE,
            audit::msg::SOURCE,
            identity::msg::SOURCE,
            offices::msg::SOURCE,
            courses::msg::SOURCE,
            enrolments::msg::SOURCE,
        ]);
        enrolments::connect("http://szpon.test");
        db.listen(vec![hear, enrolments::listener()]);
        let kit = Kit::new(db, Box::new(testworld::ById), TODAY);
        let ctx = kit.ctx(Actor::System);
        db.clone()
            .write(move |c| {
                let ctx = ctx.clone();
                Box::pin(async move {
                    let ctx = &ctx;
                    let office = OfficeScope::checked(office(c, ctx, "lipowa").await?);
                    let far = OfficeScope::checked(self::office(c, ctx, "debowa").await?);
                    let unit = |parent, code: &str| NewUnit {
                        parent,
                        code: code.into(),
                        name: format!("Wydział {code}"),
                        from: date(2020, 1, 1),
                        to: None,
                    };
                    let first = offices::add_unit(c, ctx, office, unit(None, "SE")).await?;
                    let second = offices::add_unit(c, ctx, office, unit(Some(first), "GK")).await?;
                    let away = offices::add_unit(c, ctx, far, unit(None, "OR")).await?;
                    let trainer = person(c, ctx, "Tomasz", "Trener").await?;
                    let chief = person(c, ctx, "Stefan", "Szef").await?;
                    let anna = person(c, ctx, "Anna", "Urzędnik").await?;
                    let citizen = person(c, ctx, "Jan", "Kowalski").await?;
                    let foreign = person(c, ctx, "Obcy", "Człowiek").await?;
                    let staff = [Role::Trainer, Role::Author, Role::Coordinator];
                    for (scope, person, unit, roles) in [
                        (office, trainer, first, staff.to_vec()),
                        (office, chief, first, vec![Role::Superior]),
                        (office, anna, second, vec![Role::Official]),
                        (far, foreign, away, [&staff[..], &[Role::Superior, Role::Official]].concat()),
                    ] {
                        let new = NewMember { person, unit, position: None, roles, from: date(2020, 1, 1), to: None };
                        offices::add_member(c, ctx, scope, new).await?;
                    }
                    let (course, items) = course(c, ctx, office, "Prosty język").await?;
                    Ok((office, [first, second], [trainer, chief, anna, citizen, foreign], course, items))
                })
            })
            .await
            .map(|(office, units, [trainer, chief, anna, citizen, foreign], course, items)| World {
                kit,
                office,
                units,
                trainer,
                chief,
                anna,
                citizen,
                foreign,
                course,
                items,
            })
            .unwrap()
    }

    pub(crate) fn clock(&self) -> &Arc<FixedClock> {
        &self.kit.clock
    }

    /// Does a unit of work as a person.
    pub(crate) async fn act<T: Send + 'static>(
        &self,
        who: PersonId,
        work: impl for<'c> FnOnce(&'c mut Conn, &'c Ctx) -> BoxFuture<'c, Result<T, Fault>> + Send + Clone + 'static,
    ) -> Result<T, Fault> {
        let ctx = self.kit.ctx(Actor::System);
        self.kit
            .app
            .db
            .write(move |c| {
                Box::pin(async move {
                    let name = identity::person(c, who).await?.name();
                    let ctx = ctx.with_actor(Actor::Person { id: who, name, operator: false });
                    work(c, &ctx).await
                })
            })
            .await
    }

    pub(crate) async fn enrol(&self, who: PersonId) -> Enrolment {
        let course = self.course;
        self.act(who, move |c, ctx| Box::pin(enrolments::enrol_open(c, ctx, Learner::Person(who), course, None)))
            .await
            .unwrap()
    }

    pub(crate) async fn mark(&self, id: EnrolmentId, item: usize, mark: Mark) -> bool {
        let item = self.items[item];
        let marked = self.act(self.anna, move |c, ctx| Box::pin(enrolments::mark(c, ctx, id, item, mark))).await;
        marked.unwrap().completed
    }

    pub(crate) async fn row(&self, id: EnrolmentId) -> Enrolment {
        self.kit.app.db.read(move |c| Box::pin(enrolments::enrolment(c, id))).await.unwrap()
    }

    pub(crate) async fn item_state(&self, id: EnrolmentId, item: usize) -> Option<ItemState> {
        let item = self.items[item];
        let all = self.kit.app.db.read(move |c| Box::pin(enrolments::progress(c, id))).await.unwrap();
        all.get(&item).map(|p| p.state)
    }

    /// How often something was told.
    pub(crate) async fn told(&self, kind: &'static str) -> i64 {
        let n: (i64,) = self
            .kit
            .app
            .db
            .read(move |c| {
                Box::pin(async move { c.one(db::q!("SELECT COUNT(*) FROM told WHERE kind = $1", kind)).await })
            })
            .await
            .unwrap();
        n.0
    }

    /// People with accounts who serve nowhere.
    pub(crate) async fn people(&self, n: usize) -> Vec<PersonId> {
        self.act(self.trainer, move |c, ctx| {
            Box::pin(async move {
                let mut all = Vec::new();
                for i in 0..n {
                    all.push(person(c, ctx, &format!("Osoba{i}"), "Kolejna").await?);
                }
                Ok(all)
            })
        })
        .await
        .unwrap()
    }

    /// Does what is due in the background.
    pub(crate) async fn jobs(&self) {
        let ctx = self.kit.app.system_ctx();
        let app = &self.kit.app;
        let mut runner = jobs::Runner::new(app.db.clone(), Arc::clone(&app.clock), Arc::clone(ctx.entropy()));
        enrolments::register(&mut runner);
        runner.run_until_idle().await.unwrap();
        let dead = app.db.read(|c| Box::pin(jobs::count_dead(c))).await.unwrap();
        assert_eq!(dead, 0, "no job failed for good");
    }

    pub(crate) async fn desk(&self, who: PersonId) -> Desk {
        let (office, today) = (self.office.office(), self.kit.app.clock.today());
        self.kit.app.db.read(move |c| Box::pin(offices::desk_of(c, office, who, today))).await.unwrap()
    }

    /// The subjects and texts of the e-mails to a person.
    pub(crate) async fn mails(&self, who: PersonId) -> Vec<String> {
        self.kit
            .app
            .db
            .read(move |c| {
                Box::pin(async move {
                    let to = identity::person(c, who).await?.email;
                    mail::list_recent(c, 50, Some(&to)).await
                })
            })
            .await
            .unwrap()
            .into_iter()
            .map(|m| format!("{}\n{}", m.subject, m.body_text))
            .collect()
    }

    /// The entries of the audit log of the office with an action, as their details.
    pub(crate) async fn log(&self, action: &'static str) -> Vec<String> {
        let rows: Vec<(String,)> = self
            .kit
            .app
            .db
            .read(move |c| {
                let q = Q::new("SELECT details FROM audit_event WHERE action = $1 ORDER BY id LIMIT 100").bind(action);
                Box::pin(async move { c.all(q).await })
            })
            .await
            .unwrap();
        rows.into_iter().map(|r| r.0).collect()
    }

    pub(crate) fn browser(&self) -> Browser {
        self.kit.browser(enrolments::routes())
    }
}
