//! For tests of the subjects about learning: two offices with units and people, courses, enrolments, browsers of whoever
//! is signed in. A development dependency only.
//!
//! ```ignore
//! pub(crate) const ALL: &[&[Migration]] = testlearning::tables![quizzes::MIGRATIONS];
//!
//! db::both! { ALL;
//! async fn a_course_is_begun(db) {
//!     let cast = [("Anna", "Autorka", Serves::Top(&[Role::Author])), ("Jan", "Kowalski", Serves::Nowhere)];
//!     let (w, [author, citizen]) = World::new(&db, TODAY, &[quizzes::msg::SOURCE], cast).await;
//!     let scope = w.office;
//!     let made = w.act(author, move |c, ctx| Box::pin(testlearning::course(c, ctx, scope, "Prosty język"))).await;
//!     let enrolment = w.join(citizen, made.unwrap().0).await;
//!     assert_eq!(w.browser_of(learn::routes(), Some(citizen)).get("/learn").await.status, 200);
//! }
//! }
//! ```
//!
//! [`Team`] is the same with the people and the course that most tests of enrolments need.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

mod build;
mod course;
mod team;

use std::sync::Arc;

use db::{BoxFuture, Conn, Db, Migration, Q};
use enrolments::{Enrolment, Learner};
use jiff::civil::{Date, date};
use kernel::{
    Actor, Ctx, FixedClock, OfficeScope, Result,
    ids::{CourseId, PersonId, UnitId},
};
use offices::{Desk, Role};
use testkit::{Browser, Kit};

pub use course::{course, draft, lessons, open};
pub use team::Team;
pub use testworld::{get, hidden, post, words};

/// Monday, 2 March 2026: the day on which most worlds begin, at noon.
pub const TODAY: Date = date(2026, 3, 2);

/// The tables of everything up to enrolments.
pub const TABLES: [&[Migration]; 8] = [
    jobs::MIGRATIONS,
    mail::MIGRATIONS,
    web::MIGRATIONS,
    audit::MIGRATIONS,
    identity::MIGRATIONS,
    offices::MIGRATIONS,
    courses::MIGRATIONS,
    enrolments::MIGRATIONS,
];

/// The tables of a subject above enrolments, with those below it, for `db::both!`.
#[macro_export]
macro_rules! tables {
    ($($more:expr),* $(,)?) => {{
        const BELOW: [&[db::Migration]; 8] = $crate::TABLES;
        &[BELOW[0], BELOW[1], BELOW[2], BELOW[3], BELOW[4], BELOW[5], BELOW[6], BELOW[7], $($more),*]
    }};
}

/// Where somebody serves, and as what.
#[derive(Debug, Clone, Copy)]
pub enum Serves {
    /// Nowhere: a citizen.
    Nowhere,
    /// In SE, the office's unit at the top.
    Top(&'static [Role]),
    /// In GK, the unit below SE.
    Below(&'static [Role]),
    /// In OR, the only unit of the other office.
    Away(&'static [Role]),
}

/// Somebody to be in a world: the given name, the family name, the service.
pub type Somebody = (&'static str, &'static str, Serves);

/// Two offices and the application over them.
pub struct World {
    /// The application. A session's cookie and a token are the person's identifier.
    pub kit: Kit,
    /// Urząd lipowa.
    pub office: OfficeScope,
    /// Its units: SE, and GK below it.
    pub units: [UnitId; 2],
    /// Urząd debowa.
    pub far: OfficeScope,
    /// Its only unit: OR.
    pub away: UnitId,
}

impl World {
    /// A world on a fresh database, from noon of a day, with the texts of subjects above enrolments, and with people; gives
    /// their identifiers in the same order. Listeners of the database are to be set before.
    ///
    /// # Panics
    /// When it cannot be set up.
    pub async fn new<const N: usize>(
        db: &Db,
        day: Date,
        texts: &[i18n::Source],
        people: [Somebody; N],
    ) -> (World, [PersonId; N]) {
        let below = [
            web::msg::SOURCE,
            blob::msg::SOURCE,
            mail::msg::SOURCE,
            audit::msg::SOURCE,
            identity::msg::SOURCE,
            offices::msg::SOURCE,
            courses::msg::SOURCE,
            enrolments::msg::SOURCE,
        ];
        identity::set_public_url("http://szpon.test");
        i18n::init(&[&below, texts].concat());
        build::world(Kit::new(db, Box::new(testworld::ById), day), people).await
    }

    /// The clock of everything done in this world.
    pub fn clock(&self) -> &Arc<FixedClock> {
        &self.kit.clock
    }

    /// A context of a person, now.
    ///
    /// # Panics
    /// When there is no such person.
    pub async fn ctx(&self, id: PersonId) -> Ctx {
        let name = self.read(move |c| Box::pin(identity::person(c, id))).await.name();
        self.kit.ctx(Actor::Person { id, name, operator: false })
    }

    /// Does a unit of work as a person.
    ///
    /// # Errors
    /// Those of the work.
    ///
    /// # Panics
    /// When there is no such person.
    pub async fn act<T: Send + 'static>(
        &self,
        who: PersonId,
        work: impl for<'c> FnOnce(&'c mut Conn, &'c Ctx) -> BoxFuture<'c, Result<T>> + Send + Clone + 'static,
    ) -> Result<T> {
        self.act_in(self.ctx(who).await, work).await
    }

    /// Does a unit of work in a context.
    ///
    /// # Errors
    /// Those of the work.
    pub async fn act_in<T: Send + 'static>(
        &self,
        ctx: Ctx,
        work: impl for<'c> FnOnce(&'c mut Conn, &'c Ctx) -> BoxFuture<'c, Result<T>> + Send + Clone + 'static,
    ) -> Result<T> {
        let done = self.kit.app.db.write(move |c| {
            Box::pin(async move {
                let ctx = ctx;
                work(c, &ctx).await
            })
        });
        done.await
    }

    /// Reads something.
    ///
    /// # Panics
    /// When it cannot be read.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T>> + Send + 'static,
    ) -> T {
        self.kit.app.db.read(work).await.unwrap()
    }

    /// Somebody begins a course that is open to them.
    ///
    /// # Panics
    /// When they may not.
    pub async fn join(&self, who: PersonId, course: CourseId) -> Enrolment {
        let begun = self
            .act(who, move |c, ctx| Box::pin(enrolments::enrol_open(c, ctx, Learner::Person(who), course, None)))
            .await;
        begun.unwrap()
    }

    /// People with accounts who serve nowhere.
    ///
    /// # Panics
    /// When they cannot be registered.
    pub async fn people(&self, n: usize) -> Vec<PersonId> {
        let registered = self.act_in(self.kit.ctx(Actor::System), move |c, ctx| {
            Box::pin(async move {
                let mut all = Vec::new();
                for i in 0..n {
                    all.push(testworld::person(c, ctx, &format!("Osoba{i}"), "Kolejna").await?);
                }
                Ok(all)
            })
        });
        registered.await.unwrap()
    }

    /// The desk of somebody in the office.
    ///
    /// # Panics
    /// When they have none.
    pub async fn desk(&self, who: PersonId) -> Desk {
        let (office, today) = (self.office.office(), self.kit.app.clock.today());
        self.read(move |c| Box::pin(offices::desk_of(c, office, who, today))).await
    }

    /// Does what is due in the background, of the works that a subject registers.
    ///
    /// # Panics
    /// When one of them failed for good.
    pub async fn run_jobs(&self, register: fn(&mut jobs::Runner)) {
        let app = &self.kit.app;
        let entropy = Arc::clone(app.system_ctx().entropy());
        let mut runner = jobs::Runner::new(app.db.clone(), Arc::clone(&app.clock), entropy);
        register(&mut runner);
        runner.run_until_idle().await.unwrap();
        assert_eq!(self.read(|c| Box::pin(jobs::count_dead(c))).await, 0, "no job failed for good");
    }

    /// The subjects and texts of the e-mails to a person.
    ///
    /// # Panics
    /// When there is no such person.
    pub async fn mails(&self, who: PersonId) -> Vec<String> {
        let stored = self.read(move |c| {
            Box::pin(async move {
                let to = identity::person(c, who).await?.email;
                mail::list_recent(c, 50, Some(&to)).await
            })
        });
        stored.await.into_iter().map(|m| format!("{}\n{}", m.subject, m.body_text)).collect()
    }

    /// The entries of the audit log with an action, as their details.
    ///
    /// # Panics
    /// When the database is away.
    pub async fn log(&self, action: &'static str) -> Vec<String> {
        let q = Q::new("SELECT details FROM audit_event WHERE action = $1 ORDER BY id LIMIT 100").bind(action);
        let rows: Vec<(String,)> = self.read(move |c| Box::pin(async move { c.all(q).await })).await;
        rows.into_iter().map(|r| r.0).collect()
    }

    /// A browser in which somebody is signed in; nobody for `None`.
    pub fn browser_of(&self, routes: web::Routes, who: Option<PersonId>) -> Browser {
        let browser = self.kit.browser(routes);
        if let Some(who) = who {
            browser.cookie("szpon_session", &who.to_string());
        }
        browser
    }
}
