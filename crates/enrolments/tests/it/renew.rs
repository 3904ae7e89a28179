//! Taking a course anew when its certificate ends.

use enrolments::{Approver, Enrolment, Mark, Mode, State, Way};
use kernel::{Fault, FaultKind, ids::PersonId};

use crate::world::{ALL, World};

impl World {
    /// Certificates of the course are valid for so many months.
    async fn valid(&self, months: u32) {
        let (scope, course) = (self.office, self.course);
        self.act(self.trainer, move |c, ctx| {
            Box::pin(async move {
                let row = courses::course(c, course).await?;
                let new = courses::Settings { valid_months: Some(months), ..courses::Settings::of(&row) };
                courses::edit(c, ctx, scope, course, &new, row.version).await?;
                courses::publish(c, ctx, scope, course, "").await.map(|_| ())
            })
        })
        .await
        .unwrap();
    }

    async fn renew(&self, who: PersonId) -> Result<Enrolment, Fault> {
        let course = self.course;
        self.act(who, move |c, ctx| Box::pin(enrolments::renew(c, ctx, who, course, None, ""))).await
    }

    async fn complete(&self, who: PersonId) -> Enrolment {
        let mine = self.enrol(who).await;
        for item in 0..3 {
            self.mark(mine.id, item, Mark::done()).await;
        }
        let mine = self.row(mine.id).await;
        assert_eq!(mine.state, State::Completed);
        mine
    }
}

db::both! { ALL;

async fn a_course_is_taken_anew_two_months_before_its_certificate_ends(db) {
    let w = World::new(&db).await;
    w.valid(24).await;
    assert_eq!(w.renew(w.anna).await.unwrap_err().kind, FaultKind::NotFound, "nothing to renew");
    let old = w.complete(w.anna).await;
    w.clock().advance_days(600);
    assert_eq!(w.renew(w.anna).await.unwrap_err().kind, FaultKind::Conflict, "too early");
    w.clock().advance_days(80);
    assert_eq!(w.enrol(w.anna).await.id, old.id, "who only opens the course keeps what they completed");
    let new = w.renew(w.anna).await.unwrap();
    assert_eq!((new.state, new.done, new.completed), (State::Active, 0, None));
    assert_eq!(w.renew(w.anna).await.unwrap().id, new.id, "twice is once");
    assert_eq!(w.row(old.id).await, old, "the old one stays as it was");
    let anna = w.anna;
    let all = w.kit.app.db.read(move |c| Box::pin(enrolments::of_person(c, anna))).await.unwrap();
    assert_eq!(all.iter().map(|e| e.id).collect::<Vec<_>>(), [new.id, old.id]);
}

async fn who_needs_approval_needs_it_again(db) {
    let w = World::new(&db).await;
    w.valid(3).await;
    w.complete(w.anna).await;
    w.clock().advance_days(200);
    let (scope, course) = (w.office, w.course);
    w.act(w.trainer, move |c, ctx| Box::pin(async move {
        let way = Way { mode: Mode::Request, chain: vec![Approver::Superior], ..Way::default() };
        enrolments::set_way(c, ctx, scope, course, &way).await
    }))
    .await
    .unwrap();
    let new = w.renew(w.anna).await.unwrap();
    assert_eq!(new.state, State::Requested);
    let steps = w.kit.app.db.read(move |c| Box::pin(enrolments::steps(c, new.id))).await.unwrap();
    assert_eq!(steps.len(), 1);
}

async fn what_is_valid_for_ever_is_not_renewed(db) {
    let w = World::new(&db).await;
    w.complete(w.anna).await;
    w.clock().advance_days(4000);
    assert_eq!(w.renew(w.anna).await.unwrap_err().kind, FaultKind::Conflict);
}

}
