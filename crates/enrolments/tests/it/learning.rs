//! Marks, completion, guests.

use enrolments::{Guest, ItemState, Learner, Mark, Source, State};
use kernel::FaultKind;

use crate::world::{ALL, World};

db::both! { ALL;

async fn a_learner_completes_the_course_once_and_nothing_goes_back(db) {
    let w = World::new(&db).await;
    let mine = w.enrol(w.anna).await;
    assert_eq!((mine.state, mine.source, mine.required), (State::Active, Source::SelfMade, 3));
    assert_eq!(mine.unit, Some(w.units[1]));
    assert_eq!(w.enrol(w.anna).await.id, mine.id, "enrolling twice is one enrolment");
    assert!(!w.mark(mine.id, 0, Mark::seen()).await);
    assert!(!w.mark(mine.id, 0, Mark::done()).await);
    assert!(!w.mark(mine.id, 0, Mark::seen()).await, "opening it again takes nothing back");
    assert_eq!(w.item_state(mine.id, 0).await, Some(ItemState::Done));
    assert!(!w.mark(mine.id, 1, Mark::failed(0.4)).await);
    assert!(!w.mark(mine.id, 1, Mark::passed(0.9)).await);
    assert!(!w.mark(mine.id, 1, Mark::failed(0.1)).await);
    assert_eq!(w.item_state(mine.id, 1).await, Some(ItemState::Passed));
    assert!(!w.mark(mine.id, 3, Mark::done()).await, "what is not required does not count");
    assert_eq!(w.row(mine.id).await.percent(), 66);
    assert!(w.mark(mine.id, 2, Mark::done()).await);
    let done = w.row(mine.id).await;
    assert_eq!((done.state, done.percent(), done.score), (State::Completed, 100, Some(0.9)));
    assert_eq!(done.last_item, Some(w.items[2]));
    assert!(!w.mark(mine.id, 2, Mark::passed(1.0)).await);
    assert_eq!(w.told("course.completed").await, 1);
    assert!(w.mails(w.anna).await[0].contains("Kurs ukończony"));
}

async fn two_windows_that_end_at_once_complete_the_course_once(db) {
    let w = World::new(&db).await;
    for person in w.people(6).await {
        let mine = w.enrol(person).await;
        w.mark(mine.id, 0, Mark::done()).await;
        let (first, second) = tokio::join!(w.mark(mine.id, 1, Mark::done()), w.mark(mine.id, 2, Mark::done()));
        assert!(first ^ second, "exactly one of them completed it");
        assert_eq!(w.row(mine.id).await.state, State::Completed);
    }
    assert_eq!(w.told("course.completed").await, 6);
}

async fn a_pre_test_lets_skip_what_is_known(db) {
    let w = World::new(&db).await;
    let mine = w.enrol(w.anna).await;
    w.mark(mine.id, 0, Mark::done()).await;
    let items = w.items.clone();
    let skipped = w.act(w.anna, move |c, ctx| {
        Box::pin(async move { enrolments::skip(c, ctx, mine.id, &items[..2]).await })
    });
    assert!(!skipped.await.unwrap());
    assert_eq!(w.item_state(mine.id, 0).await, Some(ItemState::Done), "what was done stays done");
    assert_eq!(w.item_state(mine.id, 1).await, Some(ItemState::Skipped));
    assert_eq!(w.row(mine.id).await.done, 2);
    assert!(w.mark(mine.id, 2, Mark::done()).await);
}

async fn a_guest_learns_and_takes_it_along_to_an_account(db) {
    let w = World::new(&db).await;
    let guest = Guest::fresh(&w.kit.app.system_ctx());
    let (course, who) = (w.course, Learner::Guest(guest.hash().unwrap()));
    let began = w.act(w.anna, move |c, ctx| Box::pin(enrolments::enrol_open(c, ctx, who, course, None))).await.unwrap();
    assert_eq!((began.person, began.source), (None, Source::Guest));
    for item in 0..3 {
        w.mark(began.id, item, Mark::done()).await;
    }
    assert_eq!(w.told("course.completed").await, 1);
    // Somebody new: the enrolment becomes theirs.
    let (citizen, secret) = (w.citizen, guest.clone());
    let moved = w.act(w.citizen, move |c, ctx| {
        Box::pin(async move { enrolments::claim_guest(c, ctx, citizen, &secret).await })
    });
    assert_eq!(moved.await.unwrap(), 1);
    let mine = w.row(began.id).await;
    assert_eq!((mine.person, mine.state), (Some(w.citizen), State::Completed));
    assert_eq!((w.told("enrolment.claimed").await, w.told("course.completed").await), (1, 1));
    let secret = guest.clone();
    let again = w.act(w.citizen, move |c, ctx| {
        Box::pin(async move { enrolments::claim_guest(c, ctx, citizen, &secret).await })
    });
    assert_eq!(again.await.unwrap(), 0, "nothing is left to move");
}

async fn what_a_guest_did_joins_what_the_person_did_already(db) {
    let w = World::new(&db).await;
    let mine = w.enrol(w.anna).await;
    w.mark(mine.id, 0, Mark::passed(0.5)).await;
    w.mark(mine.id, 1, Mark::seen()).await;
    let guest = Guest::fresh(&w.kit.app.system_ctx());
    let (course, who) = (w.course, Learner::Guest(guest.hash().unwrap()));
    let other = w.act(w.anna, move |c, ctx| Box::pin(enrolments::enrol_open(c, ctx, who, course, None))).await.unwrap();
    w.mark(other.id, 0, Mark::passed(0.8)).await;
    w.mark(other.id, 1, Mark::done()).await;
    w.mark(other.id, 3, Mark::done()).await;
    let anna = w.anna;
    w.act(w.anna, move |c, ctx| Box::pin(async move { enrolments::claim_guest(c, ctx, anna, &guest).await }))
        .await
        .unwrap();
    let after = w.row(mine.id).await;
    assert_eq!((after.state, after.done), (State::Active, 2));
    assert_eq!(w.item_state(mine.id, 1).await, Some(ItemState::Done));
    assert_eq!(w.row(other.id).await.state, State::Withdrawn);
    assert!(w.mark(mine.id, 2, Mark::done()).await);
    assert_eq!(w.row(mine.id).await.score, Some(0.8), "the better score is kept");
    assert_eq!(w.told("course.completed").await, 1);
    let counts = w.kit.app.db.read(move |c| Box::pin(enrolments::counts(c, course, crate::world::TODAY))).await.unwrap();
    assert_eq!((counts.completed, counts.active), (1, 0), "nobody is counted twice");
}

async fn two_windows_that_bring_along_the_same_guest_do_it_once(db) {
    let w = World::new(&db).await;
    for person in w.people(4).await {
        let guest = Guest::fresh(&w.kit.app.system_ctx());
        let (course, who) = (w.course, Learner::Guest(guest.hash().unwrap()));
        let id = w.act(person, move |c, ctx| Box::pin(enrolments::enrol_open(c, ctx, who, course, None))).await.unwrap().id;
        w.mark(id, 0, Mark::done()).await;
        let claim = || {
            let guest = guest.clone();
            w.act(person, move |c, ctx| Box::pin(async move { enrolments::claim_guest(c, ctx, person, &guest).await }))
        };
        let (a, b, c) = tokio::join!(claim(), claim(), claim());
        assert_eq!(a.unwrap() + b.unwrap() + c.unwrap(), 1);
        let row = w.row(id).await;
        assert_eq!((row.person, row.state, row.done), (Some(person), State::Active, 1));
    }
}

async fn what_guests_left_ends_when_no_browser_holds_their_cookie(db) {
    let w = World::new(&db).await;
    let guest = Guest::fresh(&w.kit.app.system_ctx());
    let (course, who) = (w.course, Learner::Guest(guest.hash().unwrap()));
    let id = w.act(w.anna, move |c, ctx| Box::pin(enrolments::enrol_open(c, ctx, who, course, None))).await.unwrap().id;
    let mine = w.enrol(w.anna).await.id;
    w.clock().advance_days(300);
    w.mark(id, 0, Mark::seen()).await;
    w.clock().advance_days(399);
    w.jobs().await;
    assert_eq!(w.row(id).await.state, State::Active, "it was used since");
    w.clock().advance_days(2);
    w.jobs().await;
    assert_eq!((w.row(id).await.state, w.row(mine).await.state), (State::Expired, State::Active));
}

async fn strangers_to_the_course_are_refused(db) {
    let w = World::new(&db).await;
    let mine = w.enrol(w.anna).await;
    let (id, nothing) = (mine.id, kernel::ids::ItemId(uuid::Uuid::nil()));
    let fault = w.act(w.anna, move |c, ctx| Box::pin(enrolments::mark(c, ctx, id, nothing, Mark::done()))).await;
    assert_eq!(fault.unwrap_err().kind, FaultKind::NotFound);
    w.act(w.anna, move |c, ctx| Box::pin(enrolments::withdraw(c, ctx, id, ""))).await.unwrap();
    let item = w.items[0];
    let fault = w.act(w.anna, move |c, ctx| Box::pin(enrolments::mark(c, ctx, id, item, Mark::done()))).await;
    assert_eq!(fault.unwrap_err().kind, FaultKind::Conflict);
    // A course for officials.
    let scope = w.office;
    let course = w.course;
    w.act(w.trainer, move |c, ctx| {
        Box::pin(async move {
            let row = courses::course(c, course).await?;
            let settings = courses::Settings {
                audience: courses::Audience::Officials,
                open: false,
                ..courses::Settings::of(&row)
            };
            courses::edit(c, ctx, scope, course, &settings, row.version).await
        })
    })
    .await
    .unwrap();
    let citizen = Learner::Person(w.citizen);
    let fault = w.act(w.citizen, move |c, ctx| Box::pin(enrolments::enrol_open(c, ctx, citizen, course, None))).await;
    assert_eq!(fault.unwrap_err().kind, FaultKind::Forbidden);
    let guest = Learner::Guest([7; 32]);
    let fault = w.act(w.citizen, move |c, ctx| Box::pin(enrolments::enrol_open(c, ctx, guest, course, None))).await;
    assert_eq!(fault.unwrap_err().kind, FaultKind::SignIn);
    assert_eq!(w.enrol(w.anna).await.state, State::Active, "who left may come again");
}

}
