//! Who may see a work.

use assignments::Definition;
use axum::{body::Body, http::Request};

use crate::world::{ALL, QUEUE, World, definition, hidden, words};

const TEXT: &str = "To jest moja praca z pięcioma słowami.";

db::both! { ALL;

async fn other_offices_and_other_learners_do_not_know_of_it(db) {
    let w = World::new(&db).await;
    let course = w.course(definition()).await;
    let mine = w.enrol(w.citizen, &course).await;
    let learner = w.browser(w.citizen);
    learner.upload(&course.page(), &[("text", TEXT), ("version", "0"), ("go", "save")], &[("files", "a.txt", b"tekst")]).await;
    let work = w.hand_in(w.citizen, &course, &mine, TEXT).await;
    let marking = format!("{QUEUE}/{work}");
    let file = format!("{marking}/files/1");
    let own_file = format!("{}/files/1", course.page());
    assert_eq!(learner.get(&own_file).await.status, 200);
    assert_eq!(w.browser(w.trainer).get(&file).await.status, 200);
    for who in [w.foreign, w.citizen, w.other] {
        let browser = w.browser(who);
        for path in [QUEUE, &marking, &file] {
            assert_eq!(browser.get(path).await.status, 404, "{path}");
        }
        assert_eq!(browser.post(&marking, &[("outcome", "passed")]).await.status, 404);
    }
    // A trainer of another office does not reach it through an address of their own.
    let foreign = w.browser(w.foreign);
    assert_eq!(foreign.get(&format!("/desk/debowa/courses/prosty-jezyk/work/{work}")).await.status, 404);
    // An author who is no trainer may know of the course, not of the works.
    assert_eq!(w.browser(w.author).get(&marking).await.status, 403);
    // Another learner of the course has a page and files of their own.
    let other = w.browser(w.other);
    let page = other.get(&course.page()).await;
    assert_eq!((page.status.as_u16(), page.location()), (303, "/learn/prosty-jezyk"));
    assert_eq!(other.get(&own_file).await.status, 404);
    w.enrol(w.other, &course).await;
    let page = other.get(&course.page()).await;
    assert!(page.status == 200 && !page.text.contains(TEXT), "{}", words(&page));
    assert_eq!(other.get(&own_file).await.status, 404);
    let stranger = learner.fresh();
    assert_eq!(stranger.get(&own_file).await.status, 404);
    let request = Request::builder().uri(&marking);
    assert!(stranger.send(request, Body::empty()).await.status != 200);
}

async fn a_draft_is_the_learners_alone(db) {
    let w = World::new(&db).await;
    let course = w.course(definition()).await;
    let mine = w.enrol(w.citizen, &course).await;
    let sent = [("text", TEXT), ("version", "0"), ("go", "save")];
    w.browser(w.citizen).upload(&course.page(), &sent, &[("files", "a.txt", b"tekst")]).await;
    let work = w.work(&mine, &course).await.0.id;
    let trainer = w.browser(w.trainer);
    assert_eq!(trainer.get(&format!("{QUEUE}/{work}")).await.status, 404);
    assert_eq!(trainer.get(&format!("{QUEUE}/{work}/files/1")).await.status, 404);
}

async fn blind_marking_hides_whose_it_is_until_it_is_passed(db) {
    let w = World::new(&db).await;
    let course = w.course(Definition { blind: true, ..definition() }).await;
    let mine = w.enrol(w.citizen, &course).await;
    let learner = w.browser(w.citizen);
    assert!(words(&learner.get(&course.page()).await).contains("oceniana bez nazwiska"));
    let named = [("files", "jan-kowalski.txt", &b"tekst"[..])];
    learner.upload(&course.page(), &[("text", TEXT), ("version", "0"), ("go", "save")], &named).await;
    let work = w.hand_in(w.citizen, &course, &mine, TEXT).await;
    let trainer = w.browser(w.trainer);
    let marking = format!("{QUEUE}/{work}");
    for path in [QUEUE, &marking] {
        let page = trainer.get(path).await;
        assert!(page.text.contains("Praca nr 1"), "{}", words(&page));
        assert!(!page.text.to_lowercase().contains("kowalski"), "{path}: {}", words(&page));
    }
    let file = trainer.get(&format!("{marking}/files/1")).await;
    assert!(!file.headers["content-disposition"].to_str().unwrap().contains("kowalski"));
    let page = trainer.get(&marking).await;
    let (edition, markings) = (hidden(&page, "edition"), hidden(&page, "markings"));
    let form = [
        ("edition", edition.as_str()),
        ("markings", markings.as_str()),
        ("level-0", "1"),
        ("level-1", "1"),
        ("outcome", "passed"),
    ];
    assert_eq!(trainer.post(&marking, &form).await.status, 303);
    assert!(words(&trainer.get(&marking).await).contains("Jan Kowalski"));
    assert!(words(&trainer.get(&format!("{QUEUE}?state=passed")).await).contains("Jan Kowalski"));
}
}
