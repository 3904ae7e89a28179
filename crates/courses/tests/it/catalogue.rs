//! Courses of the catalogue, taken over whole.

use courses::{Adopted, CourseState, FileKind, ItemKind, ItemRow, catalog};
use db::{BoxFuture, Conn};
use kernel::{Ctx, OfficeScope};

use crate::{
    act,
    world::{ALL, World, latest, row},
};

/// Stands for the subject of quizzes: the version carries what it says at publishing.
fn quiz<'c>(_: &'c mut Conn, ctx: &'c Ctx, item: &'c ItemRow) -> BoxFuture<'c, kernel::Result<serde_json::Value>> {
    let told = serde_json::json!({ "of": item.title, "at": ctx.now });
    Box::pin(async move { Ok(told) })
}

/// Stands for the subjects that take questions over: notes what it was handed.
fn take<'c>(c: &'c mut Conn, ctx: &'c Ctx, scope: OfficeScope, what: &'c Adopted) -> BoxFuture<'c, kernel::Result<()>> {
    Box::pin(async move {
        for (id, item) in &what.quizzes {
            let pools = what.from.quizzes.iter().find(|q| q.id == *id).unwrap().pools.len();
            courses::set_item_settings(c, ctx, scope, *item, serde_json::json!({ "quiz": id, "pools": pools })).await?;
        }
        Ok(())
    })
}

db::both! { ALL;

async fn other_subjects_give_and_take_their_parts(db) {
    courses::register_part(ItemKind::Quiz, quiz);
    courses::register_adopters(vec![take]);
    let w = World::new(&db).await;
    let id = courses::adopt(&w.kit.app, &w.ctx(w.author).await, w.office, "kpa").await.unwrap();
    let v1 = act!(w, |c, ctx, scope| courses::publish(c, &ctx, scope, id, "")).unwrap();
    w.kit.clock.advance_days(1);
    act!(w, |c, ctx, scope| courses::publish(c, &ctx, scope, id, "")).unwrap();
    let (old, new) = (courses::content(&w.kit.app, v1).await.unwrap(), latest(&w, id).await);
    let quiz = old.items().find(|i| i.settings["quiz"] == "final").unwrap();
    assert!(quiz.settings["pools"].as_u64().unwrap() > 1 && quiz.part["of"] == quiz.title.as_str());
    assert_ne!(quiz.part, new.item(quiz.id).unwrap().part, "each version has its own");
    assert!(old.items().filter(|i| i.kind == ItemKind::Lesson).all(|i| i.part.is_null()));
}

async fn every_course_of_the_catalogue_is_taken_over_and_published(db) {
    let w = World::new(&db).await;
    assert!(catalog::courses().len() >= 6);
    for from in catalog::courses() {
        let id = courses::adopt(&w.kit.app, &w.ctx(w.author).await, w.office, &from.slug).await.unwrap();
        let course = row(&w, id).await;
        assert_eq!((course.slug.as_str(), course.catalog.as_str()), (from.slug.as_str(), from.slug.as_str()));
        assert_eq!((course.title.as_str(), course.state), (from.title.as_str(), CourseState::Draft));
        act!(w, |c, ctx, scope| courses::publish(c, &ctx, scope, id, "")).unwrap();
        let content = latest(&w, id).await;
        assert_eq!(content.number, 1);
        let lessons: Vec<_> = content.items().filter(|i| i.kind == ItemKind::Lesson).collect();
        let titles: Vec<_> = from.lessons.iter().map(|l| l.title.as_str()).collect();
        assert_eq!(lessons.iter().map(|l| l.title.as_str()).collect::<Vec<_>>(), titles, "{}", from.slug);
        for (lesson, from) in lessons.iter().zip(&from.lessons) {
            let lesson = lesson.lesson.as_ref().unwrap();
            assert_eq!(lesson.body, from.body);
            assert_eq!(lesson.html.matches("<img src=\"/courses/files/").count(), lesson.pictures.len());
            assert!(!lesson.html.contains("<script") && lesson.pictures.iter().all(|p| !p.alt.is_empty()));
        }
        let pictures = content.files.iter().filter(|f| f.kind == FileKind::Picture && !f.alt.is_empty()).count();
        assert_eq!(pictures, from.pictures.len());
        let quizzes = content.items().filter(|i| i.kind == ItemKind::Quiz);
        let roles: Vec<_> = quizzes.map(|q| q.settings["role"].as_str().unwrap().to_owned()).collect();
        assert_eq!(roles.len(), from.quizzes.len());
        assert_eq!((roles.first().unwrap().as_str(), roles.last().unwrap().as_str()), ("pretest", "final"));
        assert_eq!(content.items().filter(|i| i.kind == ItemKind::Assignment).count(), 1);
    }
    let found = act!(w, |c, _ctx, _scope| async {
        let everyone = courses::Find { audience: Some(courses::Audience::Everyone), limit: 50, ..Default::default() };
        let word = courses::Find { text: "ODPADÓW".into(), limit: 50, ..Default::default() };
        Ok((courses::published(c, &everyone).await?.len(), courses::published(c, &word).await?))
    })
    .unwrap();
    assert!(found.0 >= 1 && found.0 < catalog::courses().len());
    assert_eq!(found.1.iter().map(|c| c.slug.as_str()).collect::<Vec<_>>(), ["segregacja-odpadow"]);
}

async fn two_offices_take_the_same_course_under_names_of_their_own(db) {
    let w = World::new(&db).await;
    let first = courses::adopt(&w.kit.app, &w.ctx(w.author).await, w.office, "kpa").await.unwrap();
    let second = courses::adopt(&w.kit.app, &w.ctx(w.foreign).await, w.far, "kpa").await.unwrap();
    let third = courses::adopt(&w.kit.app, &w.ctx(w.foreign).await, w.far, "kpa").await.unwrap();
    let slugs = [row(&w, first).await.slug, row(&w, second).await.slug, row(&w, third).await.slug];
    assert_eq!(slugs, ["kpa", "kpa-debowa", "kpa-debowa-2"]);
}

async fn published_courses_come_page_by_page(db) {
    let w = World::new(&db).await;
    for i in 0..5 {
        let (id, ..) = w.course().await;
        act!(w, |c, ctx, scope| courses::publish(c, &ctx, scope, id, "")).unwrap();
        w.kit.clock.advance_seconds(i);
    }
    let mut seen = Vec::new();
    let mut cursor = None;
    loop {
        let find = courses::Find { cursor, limit: 2, ..Default::default() };
        let (rows, next) = act!(w, |c, _ctx, _scope| async {
            let rows = courses::published(c, &find).await?;
            let next = find.next(&rows);
            Ok((rows, next))
        })
        .unwrap();
        seen.extend(rows.into_iter().map(|r| r.id));
        cursor = next;
        if cursor.is_none() {
            break;
        }
    }
    let before = seen.len();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!((before, seen.len()), (5, 5));
}

async fn courses_are_read_by_their_identifiers_at_once(db) {
    let w = World::new(&db).await;
    let (one, ..) = w.course().await;
    let (other, ..) = w.course().await;
    let ids = (0..600).map(|_| w.kit.app.system_ctx().new_id()).chain([one, other, one]).collect::<Vec<kernel::ids::CourseId>>();
    let found = act!(w, |c, _ctx, _scope| courses::courses_in(c, ids.iter().copied())).unwrap();
    let mut known: Vec<_> = found.iter().map(|(id, row)| (*id, row.id)).collect();
    known.sort_unstable();
    let mut wanted = [(one, one), (other, other)];
    wanted.sort_unstable();
    assert_eq!(known, wanted, "each once, and those that are not there left out");
    assert!(act!(w, |c, _ctx, _scope| courses::courses_in(c, [])).unwrap().is_empty());
}

}
