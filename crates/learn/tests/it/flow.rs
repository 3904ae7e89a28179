//! From finding a course to its end, with and without an account.

use courses::Audience;
use enrolments::{Learner, State};

use crate::world::{ALL, World};

db::both! { ALL;

async fn a_guest_takes_an_open_course_and_brings_it_to_an_account(db) {
    let w = World::new(&db).await;
    let course = w.course("Prosty język", Audience::Everyone, true, true).await;
    let home = format!("/learn/{}", course.slug);
    let browser = w.browser(None);
    let found = browser.get("/learn?q=prosty").await;
    assert!(found.text.contains("Prosty język"), "{}", found.text);
    let page = browser.get(&home).await;
    assert!(page.text.contains("Zacznij bez konta"), "{}", page.text);
    // Without having begun, a lesson leads to the course.
    let first = format!("{home}/{}", course.lessons[0]);
    assert_eq!(browser.get(&first).await.location(), home);
    assert_eq!(browser.post(&format!("{home}/enrol"), &[]).await.location(), home);
    let lesson = browser.get(&first).await;
    assert!(lesson.text.contains("Treść: Lekcja pierwsza"), "{}", lesson.text);
    let next = browser.post(&format!("{first}/done"), &[]).await;
    assert_eq!(next.location(), format!("{home}/{}", course.lessons[1]));
    let page = browser.get(&home).await;
    assert!(page.text.contains("1 z 2") && page.text.contains("Ucz się dalej"), "{}", page.text);
    // The same browser, signed in: nothing is lost.
    browser.cookie("szpon_session", &w.citizen.to_string());
    assert!(browser.get(&home).await.text.contains("1 z 2"));
    let done = browser.post(&format!("{home}/{}/done", course.lessons[1]), &[]).await;
    assert_eq!(done.location(), home);
    let page = browser.get(&home).await;
    assert!(page.text.contains("Kurs ukończony") && page.text.contains("Zaświadczenie"), "{}", page.text);
    let (who, id) = (Learner::Person(w.citizen), course.id);
    let mine = db.read(move |c| Box::pin(enrolments::on_course(c, who, id))).await.unwrap().unwrap();
    assert_eq!((mine.state, mine.done, mine.required), (State::Completed, 2, 2));
}

async fn what_is_not_for_somebody_does_not_open(db) {
    let w = World::new(&db).await;
    let draft = w.course("Szkic", Audience::Everyone, true, false).await;
    let inner = w.course("Dla urzędów", Audience::Officials, false, true).await;
    let (stranger, citizen) = (w.browser(None), w.browser(Some(w.citizen)));
    for browser in [&stranger, &citizen] {
        assert_eq!(browser.get(&format!("/learn/{}", draft.slug)).await.status, 404);
        assert_eq!(browser.get("/learn/nie-ma").await.status, 404);
        assert_eq!(browser.get(&format!("/learn/{}/notes", inner.slug)).await.status, 404);
    }
    let page = stranger.get(&format!("/learn/{}", inner.slug)).await;
    assert!(page.text.contains("potrzebne jest konto"), "{}", page.text);
    assert_eq!(citizen.post(&format!("/learn/{}/enrol", inner.slug), &[]).await.status, 403);
    // Quizzes are not done by saying so, nor are lessons of other courses.
    let open = w.course("Otwarty", Audience::Everyone, true, true).await;
    citizen.post(&format!("/learn/{}/enrol", open.slug), &[]).await;
    assert_eq!(citizen.post(&format!("/learn/{}/{}/done", open.slug, inner.lessons[0]), &[]).await.status, 404);
}

async fn notes_are_ones_own_and_a_stale_change_loses_nothing(db) {
    let w = World::new(&db).await;
    let course = w.course("Notatki", Audience::Everyone, true, true).await;
    let home = format!("/learn/{}", course.slug);
    let at = format!("{home}/{}", course.lessons[0]);
    let (mine, other) = (w.browser(Some(w.citizen)), w.browser(None));
    for browser in [&mine, &other] {
        browser.post(&format!("{home}/enrol"), &[]).await;
    }
    assert_eq!(mine.post(&format!("{at}/notes"), &[("text", "Termin to miesiąc.")]).await.status, 303);
    assert!(mine.get(&at).await.text.contains("Termin to miesiąc."));
    assert!(!other.get(&at).await.text.contains("Termin to miesiąc."));
    assert!(mine.get(&format!("{home}/notes")).await.text.contains("Termin to miesiąc."));
    let (who, id, item) = (Learner::Person(w.citizen), course.id, course.lessons[0]);
    let note = db
        .read(move |c| Box::pin(async move {
            let mine = enrolments::on_course(c, who, id).await?.unwrap();
            Ok(enrolments::notes(c, mine.id, item).await?.remove(0))
        }))
        .await
        .unwrap();
    let change = format!("{at}/notes/{}", note.id);
    let first = mine.post(&change, &[("text", "Na telefonie."), ("version", "1")]).await;
    assert_eq!(first.status, 303);
    let stale = mine.post(&change, &[("text", "Na komputerze."), ("version", "1")]).await;
    assert_eq!(stale.status, 422);
    assert!(stale.text.contains("Na komputerze.") && stale.text.contains("Na telefonie."), "{}", stale.text);
    assert_eq!(other.post(&change, &[("text", "Cudze."), ("version", "2")]).await.status, 404);
    assert!(mine.get(&at).await.text.contains("Na telefonie."));
    let empty = mine.post(&format!("{at}/notes"), &[("text", " ")]).await;
    assert_eq!(empty.status, 422);
}

async fn a_question_is_asked_once_and_its_asker_stays_unnamed(db) {
    let w = World::new(&db).await;
    let course = w.course("Pytania", Audience::Everyone, true, true).await;
    let home = format!("/learn/{}", course.slug);
    let at = format!("{home}/{}", course.lessons[0]);
    let (mine, other) = (w.browser(Some(w.citizen)), w.browser(None));
    for browser in [&mine, &other] {
        browser.post(&format!("{home}/enrol"), &[]).await;
    }
    for _ in 0..2 {
        let sent = mine.post(&format!("{at}/questions"), &[("text", "Od kiedy liczyć?"), ("once", "abc")]).await;
        assert_eq!(sent.status, 303);
    }
    let page = mine.get(&at).await;
    assert_eq!(page.text.matches("Od kiedy liczyć?").count(), 1, "{}", page.text);
    assert!(page.text.contains("czeka na odpowiedź"));
    assert!(!other.get(&at).await.text.contains("Od kiedy liczyć?"), "not before it is answered");
    let (id, scope) = (course.id, w.office);
    w.act(move |c, ctx| Box::pin(async move {
        let waiting = enrolments::questions_of(c, scope, id, enrolments::Which::Open).await?;
        enrolments::answer(c, ctx, scope, waiting[0].id, "Od dnia doręczenia.", false).await
    }))
    .await;
    let seen = other.get(&at).await;
    assert!(seen.text.contains("Od kiedy liczyć?") && seen.text.contains("Od dnia doręczenia."), "{}", seen.text);
    assert!(!seen.text.contains("Kowalski"));
}

async fn pages_speak_both_languages(db) {
    let w = World::new(&db).await;
    let course = w.course("Kurs", Audience::Everyone, true, true).await;
    let browser = w.browser(Some(w.citizen));
    let home = format!("/learn/{}", course.slug);
    browser.post(&format!("{home}/enrol"), &[]).await;
    let lesson = format!("{home}/{}", course.lessons[0]);
    let pages = ["/learn".to_owned(), "/learn/competences".to_owned(), home.clone(), lesson, format!("{home}/notes"), format!("{home}/sessions")];
    for (lang, word) in [("pl", "Nauka"), ("en", "Learning")] {
        browser.cookie("szpon_prefs", &format!("{lang}."));
        for path in &pages {
            let page = browser.get(path).await;
            assert_eq!(page.status, 200, "{path}");
            assert!(page.text.contains(word) || page.text.contains("Kurs"), "{path} {lang}");
            assert!(!page.text.contains("learn-") || page.text.contains("class"), "{path}");
        }
    }
}
}
