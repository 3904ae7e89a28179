//! Two offices with their people, a course, and whoever learns.

use std::sync::{Arc, Mutex, PoisonError};

use certificates::Certificate;
use courses::{Audience, Settings, structure::ItemFacts};
use db::{BoxFuture, Conn, Db, Migration, Q};
use enrolments::{Enrolment, Learner, Mark};
use jiff::civil::{Date, date};
use kernel::{
    Actor, Ctx, Fault, FixedClock, Lang, OfficeScope,
    ids::{CourseId, EnrolmentId, ItemId, OfficeId, PersonId, UnitId},
};
use offices::{NewMember, NewOffice, NewUnit, OfficeKind, Role};
use testkit::{Answer, Browser, Kit};

pub(crate) const ALL: &[&[Migration]] = &[
    jobs::MIGRATIONS,
    mail::MIGRATIONS,
    audit::MIGRATIONS,
    identity::MIGRATIONS,
    offices::MIGRATIONS,
    courses::MIGRATIONS,
    enrolments::MIGRATIONS,
    certificates::MIGRATIONS,
];

pub(crate) const TODAY: Date = date(2026, 3, 2);

pub(crate) struct World {
    pub(crate) kit: Kit,
    pub(crate) office: OfficeScope,
    /// The office's unit.
    pub(crate) unit: UnitId,
    /// Coordinator and administrator of the office.
    pub(crate) boss: PersonId,
    /// An official of the office.
    pub(crate) anna: PersonId,
    /// Somebody who serves nowhere.
    pub(crate) citizen: PersonId,
    /// Coordinator and administrator of another office.
    pub(crate) foreign: PersonId,
    /// The course: two required lessons; certificates are valid for 24 months.
    pub(crate) course: CourseId,
    pub(crate) items: Vec<ItemId>,
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

/// Makes and publishes a course for everyone, which needs no account.
async fn course(c: &mut Conn, ctx: &Ctx, scope: OfficeScope) -> kernel::Result<(CourseId, Vec<ItemId>)> {
    let settings = Settings {
        audience: Audience::Everyone,
        open: true,
        valid_months: Some(24),
        title_en: "Plain language".into(),
        outcomes: vec!["Po kursie piszesz krótko i jasno.".into()],
        competences: vec!["2.1".into()],
        ..Settings::titled("Prosty język w urzędzie")
    };
    let id = courses::create(c, ctx, scope, &settings).await?;
    let module = courses::add_module(c, ctx, scope, id, "Pierwszy", "").await?;
    let mut items = Vec::new();
    for title in ["Wstęp", "Zasady"] {
        let facts = ItemFacts { title: title.into(), minutes: 45, required: true };
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
            certificates::msg::SOURCE,
        ]);
        db.listen(vec![certificates::listener()]);
        let kit = Kit::new(db, Box::new(testworld::ById), TODAY);
        let ctx = kit.ctx(Actor::System);
        db.clone()
            .write(move |c| {
                let ctx = ctx.clone();
                Box::pin(async move {
                    let ctx = &ctx;
                    let office = OfficeScope::checked(office(c, ctx, "lipowa").await?);
                    let far = OfficeScope::checked(self::office(c, ctx, "debowa").await?);
                    let unit = |code: &str| NewUnit {
                        parent: None,
                        code: code.into(),
                        name: format!("Wydział {code}"),
                        from: date(2020, 1, 1),
                        to: None,
                    };
                    let own = offices::add_unit(c, ctx, office, unit("SE")).await?;
                    let away = offices::add_unit(c, ctx, far, unit("OR")).await?;
                    let boss = person(c, ctx, "Tomasz", "Koordynator").await?;
                    let anna = person(c, ctx, "Anna", "Żółć").await?;
                    let citizen = person(c, ctx, "Jan", "Kowalski").await?;
                    let foreign = person(c, ctx, "Obcy", "Człowiek").await?;
                    let staff = vec![Role::Coordinator, Role::Administrator];
                    for (scope, person, unit, roles) in [
                        (office, boss, own, staff.clone()),
                        (office, anna, own, vec![Role::Official]),
                        (far, foreign, away, staff),
                    ] {
                        let new = NewMember { person, unit, position: None, roles, from: date(2020, 1, 1), to: None };
                        offices::add_member(c, ctx, scope, new).await?;
                    }
                    let (course, items) = course(c, ctx, office).await?;
                    Ok((office, own, [boss, anna, citizen, foreign], course, items))
                })
            })
            .await
            .map(|(office, unit, [boss, anna, citizen, foreign], course, items)| World {
                kit,
                office,
                unit,
                boss,
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

    pub(crate) fn ctx(&self, who: PersonId) -> Ctx {
        self.kit.ctx(Actor::Person { id: who, name: "Tomasz Koordynator".into(), operator: false })
    }

    /// Does a unit of work as a person.
    pub(crate) async fn act<T: Send + 'static>(
        &self,
        who: PersonId,
        work: impl for<'c> FnOnce(&'c mut Conn, &'c Ctx) -> BoxFuture<'c, Result<T, Fault>> + Send + Clone + 'static,
    ) -> Result<T, Fault> {
        let ctx = self.ctx(who);
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

    pub(crate) async fn enrol(&self, who: Learner) -> Enrolment {
        let course = self.course;
        self.act(self.boss, move |c, ctx| Box::pin(enrolments::enrol_open(c, ctx, who, course, None))).await.unwrap()
    }

    pub(crate) async fn mark(&self, id: EnrolmentId, item: usize) -> bool {
        let item = self.items[item];
        let mark = Mark::passed(0.9);
        self.act(self.boss, move |c, ctx| Box::pin(enrolments::mark(c, ctx, id, item, mark))).await.unwrap().completed
    }

    /// A person completes the course.
    pub(crate) async fn complete(&self, who: PersonId) -> Certificate {
        let mine = self.enrol(Learner::Person(who)).await;
        self.mark(mine.id, 0).await;
        assert!(self.mark(mine.id, 1).await);
        self.of_enrolment(mine.id).await.unwrap()
    }

    pub(crate) async fn of_enrolment(&self, id: EnrolmentId) -> Option<Certificate> {
        self.kit.app.db.read(move |c| Box::pin(certificates::of_enrolment(c, id))).await.unwrap()
    }

    pub(crate) async fn of_person(&self, who: PersonId) -> Vec<Certificate> {
        self.kit.app.db.read(move |c| Box::pin(certificates::of_person(c, who))).await.unwrap()
    }

    pub(crate) async fn revoke(&self, row: &Certificate, reason: &str) {
        let (office, id, reason) = (self.office, row.id, reason.to_owned());
        self.act(self.boss, move |c, ctx| {
            Box::pin(async move {
                certificates::revoke(c, ctx, office, id, &reason, "http://szpon.test/c").await.map(|_| ())
            })
        })
        .await
        .unwrap();
    }

    /// People with accounts who serve nowhere.
    pub(crate) async fn people(&self, n: usize) -> Vec<PersonId> {
        self.act(self.boss, move |c, ctx| {
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

    /// The subjects and texts of the e-mails to a person.
    pub(crate) async fn mails(&self, who: PersonId) -> Vec<String> {
        let found = self.kit.app.db.read(move |c| {
            Box::pin(async move {
                let to = identity::person(c, who).await?.email;
                mail::list_recent(c, 50, Some(&to)).await
            })
        });
        found.await.unwrap().into_iter().map(|m| format!("{}\n{}", m.subject, m.body_text)).collect()
    }

    /// The entries of the audit log with an action, as their details.
    pub(crate) async fn log(&self, action: &'static str) -> Vec<String> {
        let q = Q::new("SELECT details FROM audit_event WHERE action = $1 ORDER BY id LIMIT 100").bind(action);
        let rows: Vec<(String,)> =
            self.kit.app.db.read(move |c| Box::pin(async move { c.all(q).await })).await.unwrap();
        rows.into_iter().map(|r| r.0).collect()
    }

    /// A browser of a person; of nobody for `None`.
    pub(crate) fn browser(&self, who: Option<PersonId>) -> Browser {
        let browser = self.kit.browser(certificates::routes());
        if let Some(who) = who {
            browser.cookie("szpon_session", &who.to_string());
        }
        browser
    }

    /// What somebody gets at an address of this installation.
    pub(crate) async fn get(&self, who: Option<PersonId>, path: &str) -> Answer {
        self.browser(who).get(path).await
    }
}

/// Addresses of strangers that were asked for in this process.
static ASKED: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Stands for a network in which nobody answers.
pub(crate) fn nobody_answers() {
    certificates::fetch_with(|url| {
        Box::pin(async move {
            ASKED.lock().unwrap_or_else(PoisonError::into_inner).push(url);
            None
        })
    });
}

/// The addresses asked for so far.
pub(crate) fn asked() -> Vec<String> {
    ASKED.lock().unwrap_or_else(PoisonError::into_inner).clone()
}
