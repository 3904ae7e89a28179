//! A new version of the course while somebody learns.

use courses::{ItemKind, LessonText, structure::ItemFacts};
use enrolments::{ItemState, Mark, State};

use crate::world::{ALL, World};

impl World {
    /// Another text for the first lesson, the last one gone, a new required one; then publishes.
    async fn next_version(&self) {
        let (scope, course, items) = (self.office, self.course, self.items.clone());
        self.act(self.trainer, move |c, ctx| {
            Box::pin(async move {
                let lesson = courses::lesson::lesson(c, scope, items[0]).await?;
                let text = LessonText { body: "Nowy początek".into(), ..lesson.text() };
                courses::edit_lesson(c, ctx, scope, items[0], &text, lesson.version).await?;
                courses::structure::remove_item(c, ctx, scope, items[2]).await?;
                let module = courses::structure::item(c, items[0]).await?.module;
                let facts = ItemFacts { title: "Nowość".into(), minutes: 5, required: true };
                let kind = ItemKind::Lesson;
                courses::add_item(c, ctx, scope, module, kind, &facts, serde_json::json!({})).await?;
                courses::publish(c, ctx, scope, course, "Poprawiono wstęp").await.map(|_| ())
            })
        })
        .await
        .unwrap();
    }
}

db::both! { ALL;

async fn a_learner_stays_or_moves_and_keeps_what_did_not_change(db) {
    let w = World::new(&db).await;
    let mine = w.enrol(w.anna).await;
    w.mark(mine.id, 0, Mark::done()).await;
    w.mark(mine.id, 1, Mark::passed(0.7)).await;
    let before = w.row(mine.id).await;
    let old = before.clone();
    assert_eq!(w.kit.app.db.read(move |c| Box::pin(async move { enrolments::newer(c, &old).await })).await.unwrap(), None);
    w.next_version().await;
    let old = before.clone();
    let newer =
        w.kit.app.db.read(move |c| Box::pin(async move { enrolments::newer(c, &old).await })).await.unwrap().unwrap();
    assert_eq!((newer.again, newer.added), (vec!["Wstęp".to_owned()], vec!["Nowość".to_owned()]));
    assert_eq!(newer.since[0].summary, "Poprawiono wstęp");
    assert!(!newer.stays);
    let (id, version) = (mine.id, newer.version);
    w.act(w.anna, move |c, _| Box::pin(enrolments::stay(c, id, version))).await.unwrap();
    let old = before.clone();
    let asked = w.kit.app.db.read(move |c| Box::pin(async move { enrolments::newer(c, &old).await })).await.unwrap();
    assert!(asked.unwrap().stays);
    assert_eq!(w.row(id).await.course_version, before.course_version, "who stays keeps theirs");
    let moved = w.act(w.anna, move |c, ctx| Box::pin(enrolments::move_to_latest(c, ctx, id))).await.unwrap();
    assert_eq!((moved.course_version, moved.done, moved.required), (version, 1, 3));
    assert_eq!(w.item_state(id, 0).await, Some(ItemState::Seen));
    assert_eq!(w.item_state(id, 1).await, Some(ItemState::Passed));
}

async fn who_learns_the_old_version_completes_it(db) {
    let w = World::new(&db).await;
    let mine = w.enrol(w.anna).await;
    w.mark(mine.id, 0, Mark::done()).await;
    w.next_version().await;
    w.mark(mine.id, 1, Mark::done()).await;
    assert!(w.mark(mine.id, 2, Mark::done()).await);
    assert_eq!(w.row(mine.id).await.state, State::Completed);
    assert_eq!(w.enrol(w.chief).await.required, 3);
    assert_ne!(w.row(mine.id).await.course_version, w.enrol(w.chief).await.course_version);
}

async fn who_has_not_begun_gets_the_new_version(db) {
    let w = World::new(&db).await;
    let fresh = w.enrol(w.chief).await;
    let begun = w.enrol(w.anna).await;
    w.mark(begun.id, 0, Mark::seen()).await;
    w.next_version().await;
    assert_ne!(w.row(fresh.id).await.course_version, fresh.course_version);
    assert_eq!(w.row(begun.id).await.course_version, begun.course_version);
}

}
