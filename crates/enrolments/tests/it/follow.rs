//! Enrolments follow those who change units and offices.

use enrolments::{Mark, NewEnrolment, Source, State};
use jiff::civil::Date;
use kernel::{
    OfficeScope,
    ids::{PersonId, UnitId},
};
use offices::{NewMember, Role};

use crate::world::{ALL, World};

impl World {
    async fn serve(&self, scope: OfficeScope, person: PersonId, unit: UnitId, from: Date) {
        let new = NewMember { person, unit, position: None, roles: vec![Role::Official], from, to: None };
        self.act(self.trainer, move |c, ctx| Box::pin(async move { offices::add_member(c, ctx, scope, new).await }))
            .await
            .unwrap();
    }

    /// Changes the first service of a person in the office: to a unit, until a day.
    async fn change(&self, person: PersonId, unit: UnitId, to: Option<Date>) {
        let (scope, today) = (self.office, self.kit.app.clock.today());
        self.act(self.trainer, move |c, ctx| {
            Box::pin(async move {
                let all = offices::members(c, scope, offices::Filter::on(today)).await?;
                let m = all.into_iter().find(|m| m.person == person).ok_or_else(kernel::Fault::not_found)?;
                let new = NewMember { person, unit, position: None, roles: m.roles.0, from: m.from.0, to };
                offices::change_member(c, ctx, scope, m.id, m.version, new).await
            })
        })
        .await
        .unwrap();
    }

    /// Another course of the office.
    async fn another(&self) -> kernel::ids::CourseId {
        let scope = self.office;
        let made = self.act(self.trainer, move |c, ctx| Box::pin(crate::world::course(c, ctx, scope, "Drugi kurs")));
        made.await.unwrap().0
    }

    async fn place_on(
        &self,
        person: PersonId,
        course: kernel::ids::CourseId,
        due: Option<Date>,
    ) -> enrolments::Enrolment {
        let new = NewEnrolment { person, course, group: None, source: Source::Coordinator, due, again: false };
        self.act(self.trainer, move |c, ctx| Box::pin(enrolments::enrol(c, ctx, new))).await.unwrap()
    }

    async fn follow_all(&self) -> usize {
        enrolments::follow_all(&self.kit.app.db, &self.kit.app.system_ctx()).await.unwrap()
    }
}

db::both! { ALL;

async fn who_changes_units_is_seen_where_they_serve(db) {
    let w = World::new(&db).await;
    let done = w.enrol(w.anna).await.id;
    for item in 0..3 {
        w.mark(done, item, Mark::done()).await;
    }
    let mine = w.place_on(w.anna, w.another().await, Some(crate::world::TODAY)).await.id;
    assert_eq!((w.row(mine).await.unit, w.row(done).await.state), (Some(w.units[1]), State::Completed));
    w.change(w.anna, w.units[0], None).await;
    assert_eq!(w.row(mine).await.unit, Some(w.units[0]), "at once, in the same unit of work");
    assert_eq!(w.row(done).await.unit, Some(w.units[0]), "a superior sees what their people completed");
    // A second service changes nothing while the first goes on.
    w.serve(w.office, w.anna, w.units[1], crate::world::TODAY).await;
    w.serve(w.far, w.anna, w.away, crate::world::TODAY).await;
    for id in [mine, done] {
        let row = w.row(id).await;
        assert_eq!((row.office, row.unit), (Some(w.office.office()), Some(w.units[0])));
    }
    assert_eq!(w.follow_all().await, 0);
}

async fn who_is_hired_while_learning_appears(db) {
    let w = World::new(&db).await;
    let mine = w.enrol(w.citizen).await.id;
    assert_eq!((w.row(mine).await.office, w.row(mine).await.unit), (None, None));
    w.serve(w.office, w.citizen, w.units[1], crate::world::TODAY).await;
    assert_eq!((w.row(mine).await.office, w.row(mine).await.unit), (Some(w.office.office()), Some(w.units[1])));
}

async fn services_that_begin_and_end_by_their_dates_are_followed_at_night(db) {
    let w = World::new(&db).await;
    let today = crate::world::TODAY;
    let done = w.enrol(w.anna).await.id;
    for item in 0..3 {
        w.mark(done, item, Mark::done()).await;
    }
    let course = w.another().await;
    let asked = w.place_on(w.anna, course, Some(today)).await.id;
    let free = w.place_on(w.chief, course, None).await.id;
    for who in [w.anna, w.chief] {
        let unit = w.row(if who == w.anna { done } else { free }).await.unit.unwrap();
        w.change(who, unit, Some(today)).await;
        w.serve(w.far, who, w.away, today.tomorrow().unwrap()).await;
    }
    assert_eq!(w.follow_all().await, 0, "today they serve where they did");
    w.clock().advance_days(1);
    assert_eq!(w.follow_all().await, 1);
    let row = w.row(free).await;
    assert_eq!((row.office, row.unit), (Some(w.far.office()), Some(w.away)));
    let (asked, done) = (w.row(asked).await, w.row(done).await);
    assert_eq!(asked.office, Some(w.office.office()), "what an office asks for by a day is that office's to release");
    assert_eq!((done.office, done.unit), (Some(w.office.office()), Some(w.units[1])), "what was done there stays there");
    assert_eq!(w.follow_all().await, 0, "twice does nothing twice");
}

}
