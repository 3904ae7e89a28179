//! The author's page, versions, and courses of the catalogue.

use assignments::Definition;
use courses::ItemKind;

use crate::world::{ALL, World, act, definition, hidden, words};

const TEXT: &str = "To jest moja praca z pięcioma słowami.";

db::both! { ALL;

async fn an_author_writes_it_and_learners_of_an_older_version_keep_theirs(db) {
    let w = World::new(&db).await;
    let course = w.course(definition()).await;
    let mine = w.enrol(w.citizen, &course).await;
    let author = w.browser(w.author);
    let path = format!("/desk/lipowa/courses/prosty-jezyk/items/{}/work", course.item);
    let page = author.get(&path).await;
    assert!(page.text.contains("2 | częściowo | Język: częściowo."), "{}", words(&page));
    let version = hidden(&page, "version");
    let form = [
        ("version", version.as_str()),
        ("instructions", "Napisz dwa pisma."),
        ("min_words", "50"),
        ("blind", "on"),
        ("criterion-0", ""),
        ("levels-0", ""),
        ("criterion-1", "Terminy"),
        ("levels-1", "3 | dobrze | Wszystkie.\n0 | źle"),
    ];
    let saved = author.post(&path, &form).await;
    assert_eq!(saved.status, 303, "{}", words(&saved));
    let (item, id, scope) = (course.item, course.id, w.office);
    let row = act!(w, w.author, |c, _ctx| {
        let item = courses::item(c, item).await?;
        assignments::assignment_of(c, &item).await
    })
    .unwrap();
    let now = row.definition.0;
    assert_eq!((now.min_words, now.files, now.blind, now.rubric.len(), now.most()), (50, false, true, 1, 3));
    // Another author who began earlier sees both.
    let late = [("version", version.as_str()), ("instructions", "Napisz trzy pisma."), ("min_words", "1")];
    let stale = author.post(&path, &late).await;
    assert_eq!(stale.status, 409);
    assert!(words(&stale).contains("dwa") && stale.text.contains("Napisz trzy pisma.</textarea>"), "{}", words(&stale));
    act!(w, w.author, |c, ctx| courses::publish(c, ctx, scope, id, "").await).unwrap();
    let page = w.browser(w.citizen).get(&course.page()).await;
    assert!(words(&page).contains("Napisz krótkie pismo."), "pinned: {}", words(&page));
    w.hand_in(w.citizen, &course, &mine, TEXT).await;
    w.enrol(w.other, &course).await;
    let page = w.browser(w.other).get(&course.page()).await;
    assert!(words(&page).contains("Napisz dwa pisma."), "{}", words(&page));
}

async fn what_an_author_typed_wrongly_is_shown_again(db) {
    let w = World::new(&db).await;
    let course = w.course(definition()).await;
    let author = w.browser(w.author);
    let path = format!("/desk/lipowa/courses/prosty-jezyk/items/{}/work", course.item);
    let form = [
        ("version", "1"),
        ("instructions", ""),
        ("min_words", "dużo"),
        ("criterion-0", "Język"),
        ("levels-0", "dobrze i źle"),
    ];
    let refused = author.post(&path, &form).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("dobrze i źle</textarea>") && words(&refused).contains("od 2 do 8 poziomów"), "{}", words(&refused));
    assert_eq!(w.browser(w.trainer).get(&path).await.status, 403);
    assert_eq!(w.browser(w.foreign).get(&path).await.status, 404);
    let lesson = format!("/desk/lipowa/courses/prosty-jezyk/items/{}/work", course.lesson);
    assert_eq!(author.get(&lesson).await.status, 404);
}

async fn a_course_with_an_assignment_that_does_not_say_what_to_do_is_not_published(db) {
    let w = World::new(&db).await;
    let course = w.course(Definition { instructions: "Napisz trzy pisma.".into(), ..Definition::default() }).await;
    let (id, scope) = (course.id, w.office);
    let module = act!(w, w.author, |c, _ctx| Ok(courses::structure::item(c, course.lesson).await?.module)).unwrap();
    let added = act!(w, w.author, |c, ctx| {
        let facts = courses::structure::ItemFacts::new("Jeszcze jedno", 5);
        courses::add_item(c, ctx, scope, module, ItemKind::Assignment, &facts, serde_json::json!({})).await
    });
    let item = added.unwrap();
    let fault = act!(w, w.author, |c, ctx| courses::publish(c, ctx, scope, id, "").await).unwrap_err();
    let said = format!("{:?}", fault.args);
    assert!(said.contains("Jeszcze jedno") && said.contains("Zadanie nie ma polecenia"), "{said}");
    act!(w, w.author, |c, ctx| {
        let definition = Definition { instructions: "Napisz jeszcze jedno.".into(), ..Definition::default() };
        assignments::save(c, ctx, scope, item, &definition, 0).await?;
        courses::publish(c, ctx, scope, id, "").await
    })
    .unwrap();
}

async fn a_course_of_the_catalogue_brings_its_assignment(db) {
    let w = World::new(&db).await;
    let id = courses::adopt(&w.kit.app, &w.kit.ctx(kernel::Actor::System), w.office, "kpa").await.unwrap();
    let scope = w.office;
    let (version, _) = act!(w, w.author, |c, ctx| {
        courses::publish(c, ctx, scope, id, "").await?;
        let row = courses::course(c, id).await?;
        Ok((row.published.unwrap(), ()))
    })
    .unwrap();
    let content = courses::content(&w.kit.app, version).await.unwrap();
    let item = content.items().find(|i| i.kind == ItemKind::Assignment).unwrap();
    let from = courses::catalog::course("kpa").unwrap().assignment.as_ref().unwrap();
    let taken = Definition::of_item(item);
    assert_eq!(taken, Definition::of_catalog(from));
    assert_eq!((taken.min_words, taken.files, taken.most()), (350, true, 18));
}
}
