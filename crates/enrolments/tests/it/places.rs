//! Places, the waiting list, offers.

use enrolments::{Learner, Mark, Mode, NewGroup, State, Way};
use jiff::civil::date;
use kernel::{Clock as _, FaultKind, Micros, ids::EnrolmentId};

use crate::world::{ALL, World};

impl World {
    /// Limits the places of the course.
    pub(crate) async fn seats(&self, seats: i64, hours: i64) {
        let (scope, course) = (self.office, self.course);
        self.act(self.trainer, move |c, ctx| {
            Box::pin(async move {
                let version = enrolments::way(c, course).await?.version;
                let way = Way { seats: Some(seats), offer_hours: hours, version, ..Way::default() };
                enrolments::set_way(c, ctx, scope, course, &way).await
            })
        })
        .await
        .unwrap();
    }

    async fn place(&self, id: EnrolmentId) -> Option<i64> {
        self.kit.app.db.read(move |c| Box::pin(enrolments::place_of(c, id))).await.unwrap()
    }

    async fn leave(&self, id: EnrolmentId) {
        self.act(self.trainer, move |c, ctx| Box::pin(enrolments::withdraw(c, ctx, id, "Rezygnacja"))).await.unwrap();
        self.jobs().await;
    }
}

db::both! { ALL;

async fn fifty_who_come_at_once_never_get_more_than_the_places(db) {
    let w = World::new(&db).await;
    w.seats(7, 48).await;
    let people = w.people(50).await;
    let mut tasks = tokio::task::JoinSet::new();
    for person in people {
        let (app, course) = (w.kit.app.clone(), w.course);
        tasks.spawn(async move {
            let ctx = app.system_ctx();
            app.db
                .write(move |c| {
                    let ctx = ctx.clone();
                    Box::pin(async move {
                        enrolments::enrol_open(c, &ctx, Learner::Person(person), course, None).await
                    })
                })
                .await
        });
    }
    let all: Vec<_> = tasks.join_all().await.into_iter().map(|r| r.unwrap()).collect();
    assert_eq!(all.iter().filter(|e| e.state == State::Active).count(), 7);
    assert_eq!(all.iter().filter(|e| e.state == State::Waiting).count(), 43);
    let (scope, course) = (w.office, w.course);
    let list = w.kit.app.db.read(move |c| Box::pin(enrolments::waiting(c, scope, course))).await.unwrap();
    let mut places: Vec<i64> = list.iter().map(|r| r.place).collect();
    places.dedup();
    assert_eq!(places.len(), 43, "everybody has a place of their own in the line");
}

async fn places_go_in_order_and_an_offer_that_lapses_goes_to_the_next(db) {
    let w = World::new(&db).await;
    w.seats(1, 24).await;
    let people = w.people(4).await;
    let mut ids = Vec::new();
    for person in &people {
        ids.push(w.enrol(*person).await.id);
    }
    assert_eq!(w.row(ids[0]).await.state, State::Active);
    assert_eq!((w.place(ids[1]).await, w.place(ids[3]).await), (Some(1), Some(3)));
    w.leave(ids[0]).await;
    assert_eq!(w.row(ids[1]).await.state, State::Offered);
    assert_eq!(w.place(ids[2]).await, Some(1));
    let late = ids[1];
    let first = w.mails(people[1]).await;
    assert!(first.len() == 1 && first[0].contains("Czeka na Ciebie miejsce"), "{first:?}");
    assert!(!first[0].contains("Prosty język"), "an e-mail says only that there is news");
    // Nothing happens before the hour, everything at it.
    w.clock().advance_seconds(24 * 3600 - 1);
    w.jobs().await;
    assert_eq!(w.row(ids[1]).await.state, State::Offered);
    w.clock().advance_seconds(1);
    let fault = w.act(people[1], move |c, ctx| Box::pin(enrolments::accept_offer(c, ctx, late))).await;
    assert_eq!(fault.unwrap_err().kind, FaultKind::Gone);
    w.jobs().await;
    assert_eq!(w.row(ids[1]).await.state, State::Expired);
    assert_eq!(w.row(ids[2]).await.state, State::Offered);
    assert_eq!(w.row(ids[3]).await.state, State::Waiting);
    let next = ids[2];
    w.act(people[2], move |c, ctx| Box::pin(enrolments::accept_offer(c, ctx, next))).await.unwrap();
    assert_eq!(w.row(ids[2]).await.state, State::Active);
    // Completing frees the place too.
    for item in 0..3 {
        w.mark(ids[2], item, Mark::done()).await;
    }
    w.jobs().await;
    assert_eq!(w.row(ids[3]).await.state, State::Offered);
    w.clock().advance_seconds(25 * 3600);
    w.jobs().await;
    assert_eq!(w.row(ids[2]).await.state, State::Completed, "the old offer's job touches nothing");
}

async fn an_offer_across_the_october_change_lasts_its_true_hours(db) {
    let w = World::new(&db).await;
    w.seats(1, 24).await;
    // Saturday noon, summer time; at three on Sunday the clocks go back to two.
    w.clock().set(Micros::start_of(date(2026, 10, 24)).plus_seconds(12 * 3600));
    let people = w.people(2).await;
    let first = w.enrol(people[0]).await.id;
    let second = w.enrol(people[1]).await.id;
    w.leave(first).await;
    let until = w.kit.app.db.read(move |c| Box::pin(enrolments::offered_until(c, second))).await.unwrap().unwrap();
    assert_eq!(until.0 - w.clock().now().0, 24 * 3600 * 1_000_000);
    // Half past eleven by the clock on the wall is twenty-four and a half hours later.
    w.clock().set(Micros::start_of(date(2026, 10, 25)).plus_seconds((11 + 1) * 3600 - 1));
    w.jobs().await;
    assert_eq!(w.row(second).await.state, State::Offered);
    w.clock().advance_seconds(1);
    w.jobs().await;
    assert_eq!(w.row(second).await.state, State::Expired);
}

async fn moving_somebody_up_needs_a_reason_that_stands_in_the_log(db) {
    let w = World::new(&db).await;
    w.seats(1, 24).await;
    let people = w.people(4).await;
    let mut ids = Vec::new();
    for person in &people {
        ids.push(w.enrol(*person).await.id);
    }
    let (scope, last) = (w.office, ids[3]);
    let fault = w.act(w.trainer, move |c, ctx| Box::pin(enrolments::move_to(c, ctx, scope, last, 1, " "))).await;
    assert_eq!(fault.unwrap_err().fields[0].field, "reason");
    let why = "Termin wynika z kontroli";
    w.act(w.trainer, move |c, ctx| Box::pin(enrolments::move_to(c, ctx, scope, last, 1, why))).await.unwrap();
    assert_eq!((w.place(ids[3]).await, w.place(ids[1]).await, w.place(ids[2]).await), (Some(1), Some(2), Some(3)));
    let log = w.log("enrolments.moved").await;
    assert!(log.len() == 1 && log[0].contains(why) && log[0].contains("Osoba3 Kolejna"), "{log:?}");
    w.leave(ids[0]).await;
    assert_eq!(w.row(ids[3]).await.state, State::Offered);
    let foreign = kernel::OfficeScope::checked(kernel::ids::OfficeId(uuid::Uuid::nil()));
    let fault = w.act(w.foreign, move |c, ctx| Box::pin(enrolments::move_to(c, ctx, foreign, last, 1, why))).await;
    assert_eq!(fault.unwrap_err().kind, FaultKind::NotFound);
}

async fn more_places_are_offered_at_once_and_newcomers_do_not_jump_the_line(db) {
    let w = World::new(&db).await;
    w.seats(1, 24).await;
    let people = w.people(5).await;
    let mut ids = Vec::new();
    for person in &people[..4] {
        ids.push(w.enrol(*person).await.id);
    }
    w.seats(3, 24).await;
    assert_eq!(w.row(ids[1]).await.state, State::Offered);
    assert_eq!(w.row(ids[2]).await.state, State::Offered);
    assert_eq!(w.row(ids[3]).await.state, State::Waiting);
    assert_eq!(w.enrol(people[4]).await.state, State::Waiting);
}

async fn a_full_group_keeps_others_out_until_there_is_room(db) {
    let w = World::new(&db).await;
    let (scope, course) = (w.office, w.course);
    let group = w
        .act(w.trainer, move |c, ctx| {
            Box::pin(async move {
                let new = NewGroup { name: " Grupa  A".into(), seats: Some(1), ..NewGroup::default() };
                enrolments::add_group(c, ctx, scope, course, &new).await
            })
        })
        .await
        .unwrap();
    let people = w.people(3).await;
    let mut ids = Vec::new();
    for person in &people {
        let who = Learner::Person(*person);
        let made = w.act(*person, move |c, ctx| Box::pin(enrolments::enrol_open(c, ctx, who, course, Some(group)))).await;
        ids.push(made.unwrap().id);
    }
    assert_eq!(w.row(ids[0]).await.state, State::Active);
    assert_eq!(w.row(ids[1]).await.state, State::Waiting);
    w.leave(ids[0]).await;
    assert_eq!(w.row(ids[1]).await.state, State::Offered);
    assert_eq!(w.row(ids[2]).await.state, State::Waiting);
    let id = ids[2];
    w.act(w.trainer, move |c, ctx| Box::pin(enrolments::put_into_group(c, ctx, scope, id, None))).await.unwrap();
    assert_eq!(w.row(ids[2]).await.state, State::Offered, "outside the group there is room");
}

async fn who_waits_for_a_full_group_does_not_hold_up_others(db) {
    let w = World::new(&db).await;
    w.seats(5, 24).await;
    let (scope, course) = (w.office, w.course);
    let group = w
        .act(w.trainer, move |c, ctx| {
            Box::pin(async move {
                let new = NewGroup { name: "Pełna".into(), seats: Some(1), ..NewGroup::default() };
                enrolments::add_group(c, ctx, scope, course, &new).await
            })
        })
        .await
        .unwrap();
    let people = w.people(3).await;
    let mut states = Vec::new();
    for (person, group) in people.into_iter().zip([Some(group), Some(group), None]) {
        let who = Learner::Person(person);
        let made = w.act(person, move |c, ctx| Box::pin(enrolments::enrol_open(c, ctx, who, course, group))).await;
        states.push(made.unwrap().state);
    }
    assert_eq!(states, [State::Active, State::Waiting, State::Active]);
}

async fn a_course_only_coordinators_enrol_on_refuses_others(db) {
    let w = World::new(&db).await;
    let (scope, course) = (w.office, w.course);
    w.act(w.trainer, move |c, ctx| {
        Box::pin(async move {
            let way = Way { mode: Mode::Closed, ..Way::default() };
            enrolments::set_way(c, ctx, scope, course, &way).await
        })
    })
    .await
    .unwrap();
    let who = Learner::Person(w.anna);
    let fault = w.act(w.anna, move |c, ctx| Box::pin(enrolments::enrol_open(c, ctx, who, course, None))).await;
    assert_eq!(fault.unwrap_err().key, "enrolments-by-coordinator");
}

}
