//! Versions never change; edits that meet lose nothing.

use std::sync::{Arc, Mutex};

use courses::{Despite, ItemFacts, ItemKind, LessonText, structure};
use db::{BoxFuture, Conn};
use kernel::{Ctx, Event, FaultKind};

use crate::{
    act,
    world::{ALL, World, latest, row},
};

static HEARD: Mutex<Vec<Event>> = Mutex::new(Vec::new());

fn hear<'c>(c: &'c mut Conn, _: &'c Ctx, event: &'c Event) -> BoxFuture<'c, kernel::Result<()>> {
    Box::pin(async move {
        // Told within the unit of work: the version is there already.
        let version = event.payload["version"].as_str().and_then(|v| v.parse().ok());
        if let Some(version) = version {
            courses::content_in(c, version).await?;
            HEARD.lock().unwrap().push(event.clone());
        }
        Ok(())
    })
}

db::both! { ALL;

async fn publishing_is_told_in_the_same_unit_of_work(db) {
    let w = World::new(&db).await;
    w.kit.app.db.listen(vec![hear]);
    let (id, ..) = w.course().await;
    let version = act!(w, |c, ctx, scope| courses::publish(c, &ctx, scope, id, "")).unwrap();
    let heard = HEARD.lock().unwrap().iter().find(|e| e.object == id.0).cloned().unwrap();
    assert_eq!((heard.kind.as_str(), heard.office), ("course.published", Some(w.office.office())));
    assert_eq!(heard.payload["version"], version.to_string());
    assert_eq!((&heard.payload["course"], &heard.payload["number"]), (&serde_json::json!(id), &serde_json::json!(1)));
}

async fn a_published_version_never_changes(db) {
    let w = World::new(&db).await;
    let (id, module, [first, second]) = w.course().await;
    w.write(first, "## Wstęp\n\nStary tekst.").await;
    let v1 = act!(w, |c, ctx, scope| courses::publish(c, &ctx, scope, id, "")).unwrap();
    let before = courses::content(&w.kit.app, v1).await.unwrap();
    w.write(first, "## Wstęp\n\nNowy tekst.").await;
    act!(w, |c, ctx, scope| async {
        structure::remove_item(c, &ctx, scope, second).await?;
        let facts = ItemFacts::new("Trzecia lekcja", 5);
        courses::add_item(c, &ctx, scope, module, ItemKind::Lesson, &facts, serde_json::json!({})).await
    })
    .unwrap();
    let again = courses::content(&w.kit.app, v1).await.unwrap();
    assert!(Arc::ptr_eq(&before, &again), "kept ready");
    let v2 = act!(w, |c, ctx, scope| courses::publish(c, &ctx, scope, id, "")).unwrap();
    let (old, new) = act!(w, |c, _ctx, _scope| async {
        Ok((courses::content_in(c, v1).await?, courses::content_in(c, v2).await?))
    })
    .unwrap();
    assert_eq!(&old, &*before);
    assert!(old.item(first).unwrap().lesson.as_ref().unwrap().html.contains("Stary tekst"));
    assert!(new.item(first).unwrap().lesson.as_ref().unwrap().html.contains("Nowy tekst"));
    assert!(old.item(second).is_some() && new.item(second).is_none());
    assert_eq!((old.number, new.number), (1, 2));
    assert_eq!(latest(&w, id).await.version, Some(v2));
    let told = act!(w, |c, _ctx, _scope| courses::since(c, v1)).unwrap();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].summary, "Nowe: Trzecia lekcja.\nZmienione: Pierwsza lekcja.\nUsunięte: Druga lekcja.");
    let changed = w
        .kit
        .app
        .db
        .write(move |c| Box::pin(async move { c.exec(db::q!("UPDATE course_version SET content = '{}' WHERE id = $1", v1)).await }))
        .await;
    assert!(changed.is_err(), "the database refuses it");
}

async fn of_two_who_edit_a_lesson_the_second_is_told(db) {
    let w = World::new(&db).await;
    let (_, _, [item, _]) = w.course().await;
    let version = act!(w, |c, _ctx, scope| courses::lesson::lesson(c, scope, item)).unwrap().version;
    let edit = |body: &str| LessonText { body: body.into(), ..LessonText::default() };
    let (a, b) = (edit("Tekst Anny"), edit("Tekst Barbary"));
    act!(w, |c, ctx, scope| courses::edit_lesson(c, &ctx, scope, item, &a, version)).unwrap();
    let late = act!(w, |c, ctx, scope| courses::edit_lesson(c, &ctx, scope, item, &b, version)).unwrap_err();
    assert_eq!((late.kind, late.key), (FaultKind::Conflict, web::msg::FAULT_STALE));
    let kept = act!(w, |c, _ctx, scope| courses::lesson::lesson(c, scope, item)).unwrap();
    assert_eq!(kept.body, "Tekst Anny");
}

async fn activities_and_modules_are_put_in_any_order(db) {
    let w = World::new(&db).await;
    let (id, module, [first, second]) = w.course().await;
    let other = act!(w, |c, ctx, scope| courses::add_module(c, &ctx, scope, id, "Drugi moduł", "")).unwrap();
    let order = async || {
        let items = act!(w, |c, _ctx, _scope| courses::items(c, id)).unwrap();
        items.into_iter().map(|i| (i.module, i.id)).collect::<Vec<_>>()
    };
    act!(w, |c, ctx, scope| structure::place_item(c, &ctx, scope, second, module, 0)).unwrap();
    assert_eq!(order().await, [(module, second), (module, first)]);
    act!(w, |c, ctx, scope| structure::place_item(c, &ctx, scope, second, other, 7)).unwrap();
    assert_eq!(order().await, [(module, first), (other, second)]);
    act!(w, |c, ctx, scope| structure::place_module(c, &ctx, scope, other, 0)).unwrap();
    assert_eq!(order().await, [(other, second), (module, first)]);
    assert_eq!(row(&w, id).await.minutes, 20);
    act!(w, |c, ctx, scope| structure::remove_module(c, &ctx, scope, other)).unwrap();
    assert_eq!(order().await, [(module, first)]);
    assert_eq!(row(&w, id).await.minutes, 10);
    act!(w, |c, ctx, scope| structure::restore_module(c, &ctx, scope, other)).unwrap();
    assert_eq!(order().await, [(module, first), (other, second)]);
}

async fn what_is_another_offices_does_not_exist(db) {
    let w = World::new(&db).await;
    let (id, module, [item, _]) = w.course().await;
    let far = w.far;
    let gone = |r: kernel::Result<()>| r.unwrap_err().kind == FaultKind::NotFound;
    assert!(gone(act!(w, |c, ctx, _scope| structure::place_module(c, &ctx, far, module, 0))));
    assert!(gone(act!(w, |c, ctx, _scope| structure::remove_item(c, &ctx, far, item))));
    assert!(gone(act!(w, |c, ctx, _scope| courses::archive(c, &ctx, far, id, true))));
    assert!(gone(act!(w, |c, ctx, _scope| courses::edit_lesson(c, &ctx, far, item, &LessonText::default(), 1))));
    assert!(gone(act!(w, |c, ctx, _scope| async { courses::publish(c, &ctx, far, id, "").await.map(|_| ()) })));
}

async fn a_course_with_an_activity_that_cannot_be_taken_is_not_published(db) {
    let w = World::new(&db).await;
    courses::register_check(courses::ItemKind::Session, |_| Some(courses::msg::COURSES_CHECK_NO_FILE));
    let (id, module, _) = w.course().await;
    let facts = courses::ItemFacts::new("Praca na koniec", 5);
    let kind = courses::ItemKind::Session;
    let item = act!(w, |c, ctx, scope| courses::add_item(c, &ctx, scope, module, kind, &facts, serde_json::json!({})));
    item.unwrap();
    let refused = act!(w, |c, ctx, scope| courses::publish(c, &ctx, scope, id, "")).unwrap_err();
    assert_eq!(refused.key, courses::msg::COURSES_UNREADY);
    let said = i18n::T(kernel::Lang::Pl).fault(&refused);
    assert!(said.contains("„Praca na koniec”: Nie wybrano pliku"), "{said}");
    let draft = act!(w, |c, ctx, scope| courses::draft(c, &ctx, scope, id)).unwrap();
    let found = courses::check(&draft);
    assert!(found.iter().any(|f| f.of == "Praca na koniec" && f.rule.texts().0 == courses::msg::COURSES_CHECK_NO_FILE));
}

async fn barriers_are_published_only_by_who_says_so_and_why(db) {
    let w = World::new(&db).await;
    let (id, ..) = w.course().await;
    let publish = async |barriers: usize, said: bool, reason: &str| {
        let despite = Despite { barriers, said, reason: reason.into() };
        act!(w, |c, ctx, scope| courses::publish_despite(c, &ctx, scope, id, "", &despite))
    };
    for (said, reason, wrong) in
        [(false, " ", vec!["despite", "reason"]), (true, " \n", vec!["reason"]), (false, "Pilotaż", vec!["despite"])]
    {
        let refused = publish(2, said, reason).await.unwrap_err();
        assert_eq!(refused.fields.iter().map(|f| f.field.as_str()).collect::<Vec<_>>(), wrong, "{said} {reason:?}");
    }
    assert_eq!(publish(2, true, &"a".repeat(1001)).await.unwrap_err().fields[0].field, "reason");
    assert_eq!(row(&w, id).await.published, None);
    publish(2, true, "Pilotaż dla pięciu osób.").await.unwrap();
    publish(0, false, "").await.unwrap();
    let filter = audit::Filter::default();
    let log = act!(w, |c, _ctx, scope| audit::list(c, audit::Reach::Office(scope), &filter, 50)).unwrap();
    let log: Vec<_> = log.into_iter().filter(|e| e.action == "course.barriers").collect();
    assert_eq!(log.len(), 1, "what has no barriers needs no reason: {log:?}");
    assert_eq!((&log[0].details.0["barriers"], &log[0].details.0["reason"]), (&2.into(), &"Pilotaż dla pięciu osób.".into()));
}

async fn an_empty_course_is_not_published_and_an_archived_one_begins_for_nobody(db) {
    let w = World::new(&db).await;
    let settings = courses::Settings::titled("Pusty");
    let empty = act!(w, |c, ctx, scope| courses::create(c, &ctx, scope, &settings)).unwrap();
    let refused = act!(w, |c, ctx, scope| courses::publish(c, &ctx, scope, empty, "")).unwrap_err();
    assert_eq!(refused.key, courses::msg::COURSES_NOTHING_IN_IT);
    let (id, ..) = w.course().await;
    act!(w, |c, ctx, scope| courses::publish(c, &ctx, scope, id, "")).unwrap();
    act!(w, |c, ctx, scope| courses::archive(c, &ctx, scope, id, true)).unwrap();
    assert!(!row(&w, id).await.can_begin());
    let find = courses::Find { limit: 10, ..Default::default() };
    assert!(act!(w, |c, _ctx, _scope| courses::published(c, &find)).unwrap().is_empty());
    act!(w, |c, ctx, scope| courses::archive(c, &ctx, scope, id, false)).unwrap();
    assert!(row(&w, id).await.can_begin());
}

}
