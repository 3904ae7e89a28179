//! What an author who looks at their course as a learner sees of live sessions.

use courses::{ItemFacts, ItemKind};
use enrolments::NewSession;
use kernel::Clock as _;

use crate::world::{ALL, World, get};

db::both! { ALL;

async fn the_preview_of_a_course_shows_when_and_where_sessions_are(db) {
    let w = World::new(&db).await;
    let (scope, course, first) = (w.office, w.course, w.items[0]);
    let item = w.act(w.trainer, move |c, ctx| Box::pin(async move {
        let module = courses::structure::item(c, first).await?.module;
        let facts = ItemFacts { title: "Warsztat".into(), minutes: 60, required: true };
        courses::add_item(c, ctx, scope, module, ItemKind::Session, &facts, serde_json::json!({})).await
    })).await.unwrap();
    let slug = w.kit.app.db.read(move |c| Box::pin(courses::course(c, course))).await.unwrap().slug;
    let browser = w.kit.browser(courses::routes());
    let path = format!("/desk/lipowa/courses/{slug}/preview/{item}");
    assert!(get(&browser, w.trainer, &path).await.text.contains("Nie ma jeszcze terminów"));
    let starts = w.clock().now().plus_days(1);
    for (title, item) in [("Warsztat pisania", Some(item)), ("Spotkanie z innego modułu", None)] {
        let new = NewSession {
            title: title.into(),
            starts,
            ends: starts.plus_seconds(7200),
            place: "sala 12".into(),
            note: "Weź laptop.".into(),
            item,
            ..NewSession::default()
        };
        w.act(w.trainer, move |c, ctx| Box::pin(async move { enrolments::add_session(c, ctx, scope, course, &new).await })).await.unwrap();
    }
    w.jobs().await;
    let page = get(&browser, w.trainer, &path).await.text;
    for part in ["Warsztat pisania", "sala 12", "Weź laptop.", "3 marca 2026"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("Spotkanie z innego modułu"), "{page}");
}

}
