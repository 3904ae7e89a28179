//! A newer version of the course in which the assignment is different.

use assignments::{NewMarking, Outcome, Seen, State};
use enrolments::{Enrolment, ItemState};

use crate::world::{ALL, Course, World, act, definition};

const TEXT: &str = "To jest moja praca z pięcioma słowami.";

impl World {
    async fn passed(&self, work: kernel::ids::WorkId) {
        let scope = self.office;
        act!(self, self.trainer, |c, ctx| {
            let work = assignments::work_in(c, scope, work).await?;
            let new =
                NewMarking { outcome: Some(Outcome::Passed), levels: vec![Some(2), Some(1)], ..NewMarking::default() };
            assignments::mark(c, ctx, scope, work.id, &definition(), Seen::of(&work), &new).await.map(|_| ())
        })
        .unwrap();
    }

    async fn item(&self, enrolment: &Enrolment, course: &Course) -> (ItemState, Option<f64>) {
        let (id, item) = (enrolment.id, course.item);
        let found = act!(self, self.author, |c, _ctx| enrolments::item_progress(c, id, item).await).unwrap().unwrap();
        (found.state, found.score)
    }
}

db::both! { ALL;

async fn a_work_that_was_passed_stays_passed_when_the_assignment_changes(db) {
    let w = World::new(&db).await;
    let course = w.course(definition()).await;
    let mine = w.enrol(w.citizen, &course).await;
    let work = w.hand_in(w.citizen, &course, &mine, TEXT).await;
    w.passed(work).await;
    let theirs = w.enrol(w.other, &course).await;
    w.hand_in(w.other, &course, &theirs, TEXT).await;
    let (scope, id, item) = (w.office, course.id, course.item);
    act!(w, w.author, |c, ctx| {
        let changed = assignments::Definition { instructions: "Napisz inne pismo.".into(), ..definition() };
        assignments::save(c, ctx, scope, item, &changed, 1).await?;
        courses::publish(c, ctx, scope, id, "Inne pismo").await
    })
    .unwrap();
    for enrolment in [mine.clone(), theirs.clone()] {
        let before = enrolment.clone();
        let newer = act!(w, w.author, |c, _ctx| enrolments::newer(c, &before).await).unwrap().unwrap();
        assert!(newer.again.is_empty(), "nothing is announced that is not to be done again: {:?}", newer.again);
        let id = enrolment.id;
        act!(w, w.author, |c, ctx| enrolments::move_to_latest(c, ctx, id).await).unwrap();
    }
    assert_eq!(w.item(&mine, &course).await, (ItemState::Passed, Some(0.75)));
    let id = mine.id;
    assert_eq!(act!(w, w.author, |c, _ctx| enrolments::enrolment(c, id).await).unwrap().done, 1);
    // One that waits is marked in the new version as well.
    let (waiting, _) = w.work(&theirs, &course).await;
    assert_eq!(waiting.state, State::Waiting);
    w.passed(waiting.id).await;
    assert_eq!(w.item(&theirs, &course).await.0, ItemState::Passed);
}

}
