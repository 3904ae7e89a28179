//! Asking to be enrolled.

use enrolments::{Approver, Enrolment, Mode, State, StepState, Way};
use kernel::{Fault, FaultKind, ids::EnrolmentId, ids::PersonId};

use crate::world::{ALL, World};

impl World {
    async fn chain(&self, chain: &[Approver]) {
        let (scope, course) = (self.office, self.course);
        let way = Way { mode: Mode::Request, chain: chain.to_vec(), ..Way::default() };
        self.act(self.trainer, move |c, ctx| {
            Box::pin(async move { enrolments::set_way(c, ctx, scope, course, &way).await })
        })
        .await
        .unwrap();
    }

    async fn request(&self, who: PersonId) -> Enrolment {
        let course = self.course;
        self.act(who, move |c, ctx| Box::pin(enrolments::request(c, ctx, who, course, None, "Prowadzę pisma")))
            .await
            .unwrap()
    }

    async fn decide(&self, who: PersonId, id: EnrolmentId, yes: bool, why: &'static str) -> Result<Enrolment, Fault> {
        let desk = self.desk(who).await;
        self.act(who, move |c, ctx| Box::pin(async move { enrolments::decide(c, ctx, &desk, id, yes, why).await }))
            .await
    }

    async fn waits_for(&self, who: PersonId) -> usize {
        let desk = self.desk(who).await;
        self.kit
            .app
            .db
            .read(move |c| Box::pin(async move { enrolments::requests_for(c, &desk).await }))
            .await
            .unwrap()
            .len()
    }

    async fn states(&self, id: EnrolmentId) -> Vec<StepState> {
        let steps = self.kit.app.db.read(move |c| Box::pin(enrolments::steps(c, id))).await.unwrap();
        steps.into_iter().map(|s| s.state).collect()
    }
}

db::both! { ALL;

async fn each_of_the_chain_approves_in_turn(db) {
    let w = World::new(&db).await;
    w.chain(&[Approver::Trainer, Approver::Superior, Approver::Coordinator]).await;
    let mine = w.request(w.anna).await;
    assert_eq!(mine.state, State::Requested);
    assert_eq!(w.request(w.anna).await.id, mine.id);
    assert_eq!((w.waits_for(w.trainer).await, w.waits_for(w.chief).await), (1, 0));
    assert_eq!(w.decide(w.chief, mine.id, true, "").await.unwrap_err().kind, FaultKind::NotFound, "not yet their turn");
    w.decide(w.trainer, mine.id, true, "").await.unwrap();
    assert_eq!((w.waits_for(w.trainer).await, w.waits_for(w.chief).await), (0, 1));
    assert!(w.mails(w.chief).await[0].contains("Wniosek o zapis na kurs"));
    w.decide(w.chief, mine.id, true, "Potrzebne w pracy").await.unwrap();
    assert_eq!(w.states(mine.id).await, [StepState::Approved, StepState::Approved, StepState::Waiting]);
    assert_eq!(w.decide(w.trainer, mine.id, true, "").await.unwrap().state, State::Active);
    assert_eq!(w.decide(w.trainer, mine.id, true, "").await.unwrap_err().kind, FaultKind::Conflict);
    assert!(w.mails(w.anna).await[0].contains("Jest decyzja"));
}

async fn a_refusal_needs_a_reason_and_ends_the_request(db) {
    let w = World::new(&db).await;
    w.chain(&[Approver::Superior, Approver::Coordinator]).await;
    let mine = w.request(w.anna).await;
    assert_eq!(w.decide(w.chief, mine.id, false, " ").await.unwrap_err().fields[0].field, "reason");
    let ended = w.decide(w.chief, mine.id, false, "Brak zastępstwa").await.unwrap();
    assert_eq!((ended.state, ended.reason.as_str()), (State::Withdrawn, "Brak zastępstwa"));
    assert_eq!(w.states(mine.id).await, [StepState::Refused, StepState::Dropped]);
    let mails = w.mails(w.anna).await;
    assert!(mails.len() == 1 && !mails[0].contains("zastępstwa"), "the reason stands on the page only: {mails:?}");
    assert_ne!(w.request(w.anna).await.id, mine.id, "one may ask again");
}

async fn steps_nobody_else_could_decide_are_passed_over(db) {
    let w = World::new(&db).await;
    w.chain(&[Approver::Superior, Approver::Coordinator]).await;
    // Somebody who serves nowhere has no superior.
    let theirs = w.request(w.citizen).await;
    assert_eq!(w.states(theirs.id).await, [StepState::Passed, StepState::Waiting]);
    // The only coordinator does not decide about themselves.
    let own = w.request(w.trainer).await;
    assert_eq!(w.states(own.id).await, [StepState::Waiting, StepState::Ahead]);
    assert_eq!(w.decide(w.chief, own.id, true, "").await.unwrap().state, State::Active);
    assert_eq!(w.states(own.id).await, [StepState::Approved, StepState::Passed]);
}

async fn nobody_comes_in_without_any_approval(db) {
    let w = World::new(&db).await;
    w.chain(&[Approver::Superior]).await;
    // A citizen has no superior, and the chief has none above.
    for person in [w.citizen, w.chief] {
        let theirs = w.request(person).await;
        assert_eq!(theirs.state, State::Requested);
        assert_eq!(w.states(theirs.id).await, [StepState::Passed, StepState::Waiting]);
        assert_eq!(w.waits_for(w.trainer).await, 1, "the coordinator of the course's office decides");
        assert_eq!(w.decide(w.trainer, theirs.id, true, "").await.unwrap().state, State::Active);
    }
    assert_eq!(w.mails(w.trainer).await.len(), 2);
}

async fn a_request_waits_for_the_first_coordinator_when_the_office_has_none(db) {
    let w = World::new(&db).await;
    w.chain(&[Approver::Coordinator]).await;
    // The only coordinator cannot decide about themselves.
    let own = w.request(w.trainer).await;
    assert_eq!((own.state, w.states(own.id).await), (State::Requested, vec![StepState::Waiting]));
    assert_eq!(w.waits_for(w.trainer).await, 0);
    let (row, person, scope, unit) = (own.clone(), w.citizen, w.office, w.units[0]);
    let ctx = w.kit.ctx(kernel::Actor::System);
    let now = w.kit.app.db.read(move |c| Box::pin(async move { enrolments::decides(c, &ctx, &row).await })).await.unwrap();
    let (office, anybody) = now.unwrap();
    assert_eq!((office.slug.as_str(), anybody), ("lipowa", false));
    w.act(w.trainer, move |c, ctx| Box::pin(async move {
        let from = jiff::civil::date(2020, 1, 1);
        let new = offices::NewMember { person, unit, position: None, roles: vec![offices::Role::Coordinator], from, to: None };
        offices::add_member(c, ctx, scope, new).await
    }))
    .await
    .unwrap();
    assert_eq!(w.waits_for(w.citizen).await, 1);
    assert_eq!(w.decide(w.citizen, own.id, true, "").await.unwrap().state, State::Active);
}

async fn an_approved_request_waits_when_there_is_no_place(db) {
    let w = World::new(&db).await;
    w.seats(1, 24).await;
    w.enrol(w.citizen).await;
    let (scope, course) = (w.office, w.course);
    w.act(w.trainer, move |c, ctx| {
        Box::pin(async move {
            let way = enrolments::way(c, course).await?;
            let way = Way { mode: Mode::Request, chain: vec![Approver::Superior], ..way };
            enrolments::set_way(c, ctx, scope, course, &way).await
        })
    })
    .await
    .unwrap();
    let mine = w.request(w.anna).await;
    assert_eq!(w.decide(w.chief, mine.id, true, "").await.unwrap().state, State::Waiting);
}

}
