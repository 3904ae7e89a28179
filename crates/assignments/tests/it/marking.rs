//! Two trainers, stale forms, and what a marking needs.

use assignments::{NewMarking, Outcome, Seen, State};

use crate::world::{ALL, QUEUE, World, act, definition, hidden, words};

const TEXT: &str = "Pierwszy akapit pracy.\n\nDrugi akapit pracy.";

db::both! { ALL;

async fn of_two_trainers_neither_loses_what_they_said(db) {
    let w = World::new(&db).await;
    let course = w.course(definition()).await;
    let mine = w.enrol(w.citizen, &course).await;
    let work = w.hand_in(w.citizen, &course, &mine, TEXT).await;
    let marking = format!("{QUEUE}/{work}");
    let (one, two) = (w.browser(w.trainer), w.browser(w.second));
    let page = two.get(&marking).await;
    let (edition, markings) = (hidden(&page, "edition"), hidden(&page, "markings"));
    let seen = [("edition", edition.as_str()), ("markings", markings.as_str())];
    let first = [&seen[..], &[("remark", "Uwaga Tomasza"), ("level-0", "1"), ("outcome", "returned")]].concat();
    assert_eq!(one.post(&marking, &first).await.status, 303);
    assert_eq!(one.post(&marking, &first).await.status, 303, "sent twice");
    let second = [
        &seen[..],
        &[
            ("remark", "Uwaga Teresy"),
            ("comment-2", "Komentarz Teresy"),
            ("level-0", "2"),
            ("level-1", "2"),
            ("outcome", "passed"),
        ],
    ]
    .concat();
    let stale = two.post(&marking, &second).await;
    assert_eq!(stale.status, 409);
    let said = words(&stale);
    for word in ["Uwaga Tomasza", "Uwaga Teresy", "Komentarz Teresy", "Ktoś inny ocenił"] {
        assert!(said.contains(word), "{word}: {said}");
    }
    assert!(stale.text.contains("Komentarz Teresy</textarea>"), "the form has hers");
    let (kept, history) = w.work(&mine, &course).await;
    assert_eq!((kept.state, history.markings.len()), (State::Returned, 1), "the first counts until she decides");
    // Having seen both, she sends hers; his stays in the history.
    let (edition, markings) = (hidden(&stale, "edition"), hidden(&stale, "markings"));
    let again = [&[("edition", edition.as_str()), ("markings", markings.as_str())], &second[2..]].concat();
    assert_eq!(two.post(&marking, &again).await.status, 303);
    let (kept, history) = w.work(&mine, &course).await;
    assert_eq!((kept.state, history.markings.len()), (State::Passed, 2));
    let page = one.get(&marking).await;
    assert!(words(&page).contains("Uwaga Tomasza") && words(&page).contains("Oceny zastąpione"), "{}", words(&page));
    // What is passed stays so.
    let markings = hidden(&page, "markings");
    let back = [("edition", "1"), ("markings", markings.as_str()), ("remark", "Jednak nie"), ("outcome", "returned")];
    let refused = one.post(&marking, &back).await;
    assert_eq!(refused.status, 422);
    assert!(words(&refused).contains("już zaliczona"), "{}", words(&refused));
}

async fn marks_of_an_older_edition_are_not_lost(db) {
    let w = World::new(&db).await;
    let course = w.course(definition()).await;
    let mine = w.enrol(w.citizen, &course).await;
    let work = w.hand_in(w.citizen, &course, &mine, TEXT).await;
    let marking = format!("{QUEUE}/{work}");
    let (one, two) = (w.browser(w.trainer), w.browser(w.second));
    let returned = [("edition", "1"), ("markings", "0"), ("remark", "Popraw"), ("outcome", "returned")];
    assert_eq!(one.post(&marking, &returned).await.status, 303);
    w.hand_in(w.citizen, &course, &mine, "Nowa praca w jednym tylko akapicie.").await;
    let late = [("edition", "1"), ("markings", "0"), ("comment-2", "Do drugiego akapitu"), ("outcome", "returned")];
    let stale = two.post(&marking, &late).await;
    assert_eq!(stale.status, 409);
    assert!(words(&stale).contains("oddał tymczasem nową wersję"), "{}", words(&stale));
    assert!(stale.text.contains("Komentarz do akapitu 2: Do drugiego akapitu</textarea>"), "{}", words(&stale));
}

async fn a_marking_says_what_it_lacks_and_keeps_what_it_has(db) {
    let w = World::new(&db).await;
    let course = w.course(definition()).await;
    let mine = w.enrol(w.citizen, &course).await;
    let work = w.hand_in(w.citizen, &course, &mine, TEXT).await;
    let marking = format!("{QUEUE}/{work}");
    let trainer = w.browser(w.trainer);
    let seen = [("edition", "1"), ("markings", "0")];
    for (rest, said) in [
        (&[("comment-1", "Ładnie")][..], "Wybierz: zaliczona albo do poprawy."),
        (&[("comment-1", "Ładnie"), ("outcome", "passed"), ("level-0", "1")], "Wybierz poziom w tym kryterium."),
        (&[("comment-1", "Ładnie"), ("outcome", "passed"), ("level-0", "9"), ("level-1", "0")], "Wybierz poziom"),
    ] {
        let refused = trainer.post(&marking, &[&seen[..], rest].concat()).await;
        assert_eq!(refused.status, 422);
        assert!(words(&refused).contains(said) && refused.text.contains("Ładnie</textarea>"), "{}", words(&refused));
    }
    let refused = trainer.post(&marking, &[&seen[..], &[("outcome", "returned")]].concat()).await;
    assert!(words(&refused).contains("Napisz, co poprawić"), "{}", words(&refused));
    assert!(w.work(&mine, &course).await.1.markings.is_empty());
}

async fn only_what_was_handed_in_is_marked_and_by_its_own_office(db) {
    let w = World::new(&db).await;
    let course = w.course(definition()).await;
    let mine = w.enrol(w.citizen, &course).await;
    let sent = [("text", TEXT), ("version", "0"), ("go", "save")];
    w.browser(w.citizen).post(&course.page(), &sent).await;
    let draft = w.work(&mine, &course).await.0;
    let mark = async |scope: kernel::OfficeScope, seen: Seen| {
        let id = draft.id;
        let new = NewMarking { outcome: Some(Outcome::Passed), levels: vec![Some(2), Some(2)], ..NewMarking::default() };
        let done = act!(w, w.trainer, |c, ctx| assignments::mark(c, ctx, scope, id, &definition(), seen, &new).await);
        done.map_err(|fault| fault.kind)
    };
    assert_eq!(mark(w.office, Seen::of(&draft)).await, Err(kernel::FaultKind::NotFound), "a draft");
    w.hand_in(w.citizen, &course, &mine, TEXT).await;
    let seen = Seen::of(&w.work(&mine, &course).await.0);
    assert_eq!(mark(w.far, seen).await, Err(kernel::FaultKind::NotFound), "another office");
    assert_eq!(mark(w.office, seen).await, Ok(()));
    let log = w.act(w.author, move |c, _| Box::pin(c.all(db::Q::new("SELECT details FROM audit_event WHERE action = 'work.marked' LIMIT 10")))).await;
    let log: Vec<(String,)> = log.unwrap();
    assert!(log.len() == 1 && log[0].0.contains("Prosty język"), "{log:?}");
    assert!(w.mails(w.citizen).await.iter().any(|mail| mail.contains("/learn/prosty-jezyk/work/")));
}

async fn what_waits_the_longest_stands_first(db) {
    let w = World::new(&db).await;
    let course = w.course(definition()).await;
    for who in [w.citizen, w.other] {
        let mine = w.enrol(who, &course).await;
        w.hand_in(who, &course, &mine, TEXT).await;
        w.kit.clock.advance_days(1);
    }
    let page = words(&w.browser(w.trainer).get(QUEUE).await);
    let (first, second) = (page.find("Jan Kowalski").unwrap(), page.find("Zofia Inna").unwrap());
    assert!(first < second, "{page}");
}

async fn a_work_worth_one_point_is_told_so_in_good_polish(db) {
    let w = World::new(&db).await;
    let level = |points, label: &str| assignments::Level { label: label.into(), points, text: String::new() };
    let rubric = vec![assignments::Criterion { name: "Język".into(), levels: vec![level(0, "brak"), level(1, "jest")] }];
    let course = w.course(assignments::Definition { rubric, ..definition() }).await;
    let mine = w.enrol(w.citizen, &course).await;
    let work = w.hand_in(w.citizen, &course, &mine, TEXT).await;
    let passed = [("edition", "1"), ("markings", "0"), ("level-0", "1"), ("outcome", "passed")];
    assert_eq!(w.browser(w.trainer).post(&format!("{QUEUE}/{work}"), &passed).await.status, 303);
    let seen = words(&w.browser(w.citizen).get(&course.page()).await);
    assert!(seen.contains("Razem: 1 z 1 punktu") && !seen.contains("1 z 1 punktów"), "{seen}");
}

async fn the_check_of_the_course_looks_at_instructions(db) {
    let w = World::new(&db).await;
    let instructions = "Napisz pismo.\n\n![](wzor.png)".into();
    let course = w.course(assignments::Definition { instructions, ..definition() }).await;
    let author = w.kit.browser(courses::routes());
    author.cookie("szpon_session", &w.author.to_string());
    let page = author.get("/desk/lipowa/courses/prosty-jezyk/check").await;
    let text = words(&page);
    assert!(text.contains("Trzy pisma") && text.contains("„wzor.png”") && text.contains("wiersz 3"), "{text}");
    assert!(page.text.contains(&format!("/desk/lipowa/courses/prosty-jezyk/items/{}\"", course.item)), "{}", page.text);
}
}
