//! From writing to passing.

use assignments::State;
use enrolments::{ItemState, Mark};

use crate::world::{ALL, QUEUE, World, act, definition, hidden, words};

const FIRST: &str = "Szanowna Pani Anno,\n\nproszę podpisać wniosek w ciągu 7 dni.";
const BETTER: &str = "Szanowna Pani Anno,\n\nproszę podpisać wniosek do 16 listopada. Podstawa: art. 64 § 2 k.p.a.";

db::both! { ALL;

async fn a_work_is_returned_with_comments_handed_in_again_and_passed_and_completes_the_course(db) {
    let w = World::new(&db).await;
    let course = w.course(definition()).await;
    let mine = w.enrol(w.citizen, &course).await;
    let (id, lesson) = (mine.id, course.lesson);
    act!(w, w.citizen, |c, ctx| enrolments::mark(c, ctx, id, lesson, Mark::done()).await).unwrap();
    let learner = w.browser(w.citizen);
    let page = learner.get(&course.page()).await;
    let seen = words(&page);
    for word in ["Napisz krótkie pismo.", "Język", "częściowo", "2 punkty", "Oddaj pracę", "8 punktów"] {
        assert!(seen.contains(word), "{word}: {seen}");
    }
    // A draft waits on every device.
    let version = hidden(&page, "version");
    let saved = learner.post(&course.page(), &[("text", "Szanowna"), ("version", &version), ("go", "save")]).await;
    assert_eq!(saved.status, 303, "{}", words(&saved));
    let page = w.browser(w.citizen).get(&course.page()).await;
    assert!(page.text.contains("\nSzanowna</textarea>"), "{}", page.text);
    assert!(words(&page).contains("Szkic"));
    // A trainer does not see it yet.
    let trainer = w.browser(w.trainer);
    assert!(words(&trainer.get(QUEUE).await).contains("Nie ma tu prac"));
    let work = w.hand_in(w.citizen, &course, &mine, FIRST).await;
    let page = learner.get(&course.page()).await;
    assert!(words(&page).contains("Czeka na ocenę") && !page.text.contains("<textarea"), "{}", words(&page));
    let queue = trainer.get(QUEUE).await;
    assert!(words(&queue).contains("Jan Kowalski"), "{}", words(&queue));
    let marking = format!("{QUEUE}/{work}");
    let page = trainer.get(&marking).await;
    assert!(words(&page).contains("2. proszę podpisać wniosek w ciągu 7 dni."), "{}", words(&page));
    let (edition, markings) = (hidden(&page, "edition"), hidden(&page, "markings"));
    let form = [
        ("edition", edition.as_str()),
        ("markings", markings.as_str()),
        ("comment-2", "Podaj dzień i podstawę prawną."),
        ("level-0", "2"),
        ("level-1", "0"),
        ("outcome", "returned"),
    ];
    let sent = trainer.post(&marking, &form).await;
    assert_eq!(sent.status, 303, "{}", words(&sent));
    // The learner hears that there is news, not what.
    let mails = w.mails(w.citizen).await;
    assert!(mails.len() == 1 && mails[0].contains("ocenił Twoją pracę"), "{mails:?}");
    assert!(!mails[0].contains("podstawę") && !mails[0].contains("poprawy"), "{mails:?}");
    let page = learner.get(&course.page()).await;
    let seen = words(&page);
    for word in ["Do poprawy", "Komentarz do akapitu 2", "Podaj dzień i podstawę prawną.", "Razem: 4 z 8 punktów"] {
        assert!(seen.contains(word), "{word}: {seen}");
    }
    assert!(page.text.contains("w ciągu 7 dni.</textarea>"), "what was handed in is where one goes on");
    w.hand_in(w.citizen, &course, &mine, BETTER).await;
    let page = trainer.get(&marking).await;
    assert!(words(&page).contains("Podaj dzień i podstawę prawną."), "earlier comments stay: {}", words(&page));
    let (edition, markings) = (hidden(&page, "edition"), hidden(&page, "markings"));
    let form = [
        ("edition", edition.as_str()),
        ("markings", markings.as_str()),
        ("remark", "Dobra robota."),
        ("level-0", "2"),
        ("level-1", "1"),
        ("outcome", "passed"),
    ];
    let sent = trainer.post(&marking, &form).await;
    assert_eq!(sent.status, 303, "{}", words(&sent));
    let seen = words(&learner.get(&course.page()).await);
    assert!(seen.contains("Zadanie jest zaliczone") && seen.contains("Razem: 6 z 8 punktów"), "{seen}");
    let (work, history) = w.work(&mine, &course).await;
    assert_eq!((work.state, work.score), (State::Passed, Some(0.75)));
    assert_eq!(history.editions.iter().map(|e| e.text.as_str()).collect::<Vec<_>>(), [FIRST, BETTER]);
    let item = course.item;
    let (row, progress) = act!(w, w.citizen, |c, _ctx| {
        Ok((enrolments::enrolment(c, id).await?, enrolments::progress(c, id).await?))
    })
    .unwrap();
    assert_eq!((row.state, row.score), (enrolments::State::Completed, Some(0.75)));
    assert_eq!(progress[&item].state, ItemState::Passed);
}

async fn handing_in_twice_is_one_edition(db) {
    let w = World::new(&db).await;
    let course = w.course(definition()).await;
    let mine = w.enrol(w.citizen, &course).await;
    let (a, b) = (w.browser(w.citizen), w.browser(w.citizen));
    let form = [("text", FIRST), ("version", "0"), ("go", "hand-in")];
    let page = course.page();
    let (one, two) = tokio::join!(a.post(&page, &form), b.post(&page, &form));
    assert_eq!((one.status.as_u16(), two.status.as_u16()), (303, 303), "{} {}", words(&one), words(&two));
    assert_eq!(a.post(&page, &form).await.status, 303, "sent a third time");
    let (work, history) = w.work(&mine, &course).await;
    assert_eq!((work.editions, history.editions.len()), (1, 1));
}

async fn of_two_windows_neither_loses_its_text(db) {
    let w = World::new(&db).await;
    let course = w.course(definition()).await;
    let mine = w.enrol(w.citizen, &course).await;
    let browser = w.browser(w.citizen);
    browser.post(&course.page(), &[("text", "Pierwszy szkic"), ("version", "0"), ("go", "save")]).await;
    let version = hidden(&browser.get(&course.page()).await, "version");
    browser.post(&course.page(), &[("text", "Z jednego okna"), ("version", &version), ("go", "save")]).await;
    let late = browser.post(&course.page(), &[("text", "Z drugiego okna"), ("version", &version), ("go", "hand-in")]).await;
    assert_eq!(late.status, 409);
    assert!(late.text.contains("Z drugiego okna</textarea>") && late.text.contains("jednego"), "{}", words(&late));
    assert_eq!(w.work(&mine, &course).await.0.draft, "Z jednego okna");
    // From what was shown they go on.
    let version = hidden(&late, "version");
    let saved = browser.post(&course.page(), &[("text", "Z obu okien razem teraz"), ("version", &version), ("go", "hand-in")]).await;
    assert_eq!(saved.status, 303, "{}", words(&saved));
    let closed = browser.post(&course.page(), &[("text", "Spóźnione dopiski"), ("version", &version), ("go", "hand-in")]).await;
    assert_eq!(closed.status, 409);
    assert!(words(&closed).contains("Spóźnione dopiski"), "{}", words(&closed));
    assert_eq!(w.work(&mine, &course).await.1.editions.len(), 1);
}

async fn too_few_words_are_refused_and_the_text_stays(db) {
    let w = World::new(&db).await;
    let course = w.course(definition()).await;
    let mine = w.enrol(w.citizen, &course).await;
    let browser = w.browser(w.citizen);
    let refused = browser.post(&course.page(), &[("text", "Za krótko"), ("version", "0"), ("go", "hand-in")]).await;
    assert_eq!(refused.status, 422);
    assert!(words(&refused).contains("Praca ma 2 słowa, a potrzeba co najmniej 5."), "{}", words(&refused));
    assert!(refused.text.contains("Za krótko</textarea>"));
    let (work, _) = w.work(&mine, &course).await;
    assert_eq!((work.draft.as_str(), work.state), ("Za krótko", State::Draft));
}

async fn pages_speak_both_languages(db) {
    let w = World::new(&db).await;
    let course = w.course(definition()).await;
    let mine = w.enrol(w.citizen, &course).await;
    let work = w.hand_in(w.citizen, &course, &mine, FIRST).await;
    let (learner, trainer, author) = (w.browser(w.citizen), w.browser(w.trainer), w.browser(w.author));
    let editor = format!("/desk/lipowa/courses/prosty-jezyk/items/{}/work", course.item);
    for (browser, path, pl, en) in [
        (&learner, course.page(), "Czeka na ocenę", "Waiting to be marked"),
        (&trainer, QUEUE.to_owned(), "Oddano", "Handed in"),
        (&trainer, format!("{QUEUE}/{work}"), "Wyślij ocenę", "Send the marks"),
        (&author, editor, "Najmniejsza liczba słów", "Least number of words"),
    ] {
        for (lang, said) in [("pl", pl), ("en", en)] {
            browser.cookie("szpon_prefs", &format!("{lang}."));
            let page = browser.get(&path).await;
            assert!(page.status == 200 && words(&page).contains(said), "{lang} {path}: {}", words(&page));
        }
    }
}
}
