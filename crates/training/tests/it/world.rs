//! The team of `testlearning`, enrolled by its coordinator.

use std::ops::Deref;

use db::{Db, Migration};
use enrolments::{Enrolment, Mark, NewEnrolment, Source};
use jiff::civil::Date;
use kernel::ids::{EnrolmentId, PersonId, UnitId};
use offices::{NewMember, Role};
use testkit::Browser;
use testlearning::Team;
pub(crate) use testlearning::{TODAY, course, get, post};

pub(crate) const ALL: &[&[Migration]] = testlearning::tables![training::MIGRATIONS];

pub(crate) struct World(Team);

impl World {
    pub(crate) async fn new(db: &Db) -> Self {
        enrolments::connect();
        training::connect();
        db.listen(vec![enrolments::listener()]);
        Self(Team::new(db, &[training::msg::SOURCE]).await)
    }

    /// Enrols somebody as the coordinator, due on a day.
    pub(crate) async fn enrol(&self, who: PersonId, due: Option<Date>) -> Enrolment {
        let new = NewEnrolment {
            person: who,
            course: self.course,
            group: None,
            source: Source::Coordinator,
            due,
            again: false,
        };
        self.act(self.trainer, move |c, ctx| Box::pin(enrolments::enrol(c, ctx, new))).await.unwrap()
    }

    /// Completes what is required.
    pub(crate) async fn complete(&self, id: EnrolmentId) {
        for item in self.items.iter().take(3).copied() {
            self.act(self.anna, move |c, ctx| Box::pin(enrolments::mark(c, ctx, id, item, Mark::done())))
                .await
                .unwrap();
        }
    }

    /// A person's enrolments on the course, the newest first.
    pub(crate) async fn of(&self, who: PersonId) -> Vec<Enrolment> {
        self.read(move |c| Box::pin(enrolments::of_person(c, who))).await
    }

    /// Lets somebody serve in a unit of the office.
    pub(crate) async fn serve(&self, person: PersonId, unit: UnitId, roles: &[Role], position: Option<&'static str>) {
        let (scope, roles) = (self.office, roles.to_vec());
        let from = self.kit.app.clock.today();
        self.act(self.trainer, move |c, ctx| {
            Box::pin(async move {
                let position = match position {
                    Some(name) => Some(offices::position(c, ctx, scope, name).await?),
                    None => None,
                };
                offices::add_member(c, ctx, scope, NewMember { person, unit, position, roles, from, to: None }).await
            })
        })
        .await
        .unwrap();
    }

    /// Ends somebody's services in the office, yesterday.
    pub(crate) async fn leave(&self, person: PersonId) {
        let (scope, today) = (self.office, self.kit.app.clock.today());
        self.act(self.trainer, move |c, ctx| {
            Box::pin(async move {
                let all = offices::members(c, scope, offices::Filter::on(today)).await?;
                for m in all.into_iter().filter(|m| m.person == person) {
                    offices::end_member(c, ctx, scope, m.id, m.version, today.yesterday().unwrap()).await?;
                }
                Ok(())
            })
        })
        .await
        .unwrap();
    }

    /// Does what is due in the background.
    pub(crate) async fn jobs(&self) {
        self.run_jobs(training::register).await;
    }

    pub(crate) fn browser(&self) -> Browser {
        self.browser_of(training::routes().merge(courses::routes()), None)
    }
}

impl Deref for World {
    type Target = Team;
    fn deref(&self) -> &Team {
        &self.0
    }
}
