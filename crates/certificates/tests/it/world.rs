//! The two offices of `testlearning` with their people, a course, and whoever learns.

use std::{
    ops::Deref,
    sync::{Mutex, PoisonError},
};

use certificates::Certificate;
use courses::Settings;
use db::{Db, Migration};
use enrolments::{Enrolment, Learner, Mark};
use kernel::{
    Actor,
    ids::{CourseId, EnrolmentId, ItemId, PersonId},
};
use offices::Role;
use testkit::{Answer, Browser};
use testlearning::Serves;
pub(crate) use testlearning::TODAY;

pub(crate) const ALL: &[&[Migration]] = testlearning::tables![certificates::MIGRATIONS];

pub(crate) struct World {
    shared: testlearning::World,
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

impl World {
    pub(crate) async fn new(db: &Db) -> Self {
        db.listen(vec![certificates::listener()]);
        let people = [
            ("Tomasz", "Koordynator", Serves::Top(&[Role::Coordinator, Role::Administrator])),
            ("Anna", "Żółć", Serves::Top(&[Role::Official])),
            ("Jan", "Kowalski", Serves::Nowhere),
            ("Obcy", "Człowiek", Serves::Away(&[Role::Coordinator, Role::Administrator])),
        ];
        let (shared, [boss, anna, citizen, foreign]) =
            testlearning::World::new(db, TODAY, &[certificates::msg::SOURCE], people).await;
        let (scope, ctx) = (shared.office, shared.kit.ctx(Actor::System));
        let made = shared.act_in(ctx, move |c, ctx| {
            Box::pin(async move {
                let settings = Settings {
                    valid_months: Some(24),
                    title_en: "Plain language".into(),
                    outcomes: vec!["Po kursie piszesz krótko i jasno.".into()],
                    competences: vec!["2.1".into()],
                    ..testlearning::open("Prosty język w urzędzie")
                };
                let lessons = testlearning::lessons(&["Wstęp", "Zasady"], 45);
                let made = testlearning::draft(c, ctx, scope, &settings, &lessons).await?;
                courses::publish(c, ctx, scope, made.0, "").await?;
                Ok(made)
            })
        });
        let (course, items) = made.await.unwrap();
        Self { shared, boss, anna, citizen, foreign, course, items }
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
        self.read(move |c| Box::pin(certificates::of_enrolment(c, id))).await
    }

    pub(crate) async fn of_person(&self, who: PersonId) -> Vec<Certificate> {
        self.read(move |c| Box::pin(certificates::of_person(c, who))).await
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

    /// A browser of a person; of nobody for `None`.
    pub(crate) fn browser(&self, who: Option<PersonId>) -> Browser {
        self.browser_of(certificates::routes(), who)
    }

    /// What somebody gets at an address of this installation.
    pub(crate) async fn get(&self, who: Option<PersonId>, path: &str) -> Answer {
        self.browser(who).get(path).await
    }
}

impl Deref for World {
    type Target = testlearning::World;
    fn deref(&self) -> &testlearning::World {
        &self.shared
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
