//! A newer version of the course in which the quiz is different: what was done before is history.

use enrolments::{Enrolment, Guest, ItemState, Learner, State};
use kernel::FaultKind;
use quizzes::{Attempt, AttemptState, Saved, Settings, Shown};

use crate::world::{ALL, Course, World, pool, right, single, words};

impl World {
    /// Publishes the quiz with so many of its questions drawn, changed or not.
    async fn republish(&self, course: &Course, rules: Settings) {
        let (id, item, scope) = (course.id, course.quiz, self.office);
        self.act(move |c, ctx| {
            Box::pin(async move {
                let row = courses::item(c, item).await?;
                let version = quizzes::quiz_of(c, &row).await?.version;
                quizzes::save(c, ctx, scope, item, &rules, version).await?;
                courses::publish(c, ctx, scope, id, "Nowy test").await.map(|_| ())
            })
        })
        .await
        .unwrap();
    }

    async fn moved(&self, enrolment: &Enrolment) -> Enrolment {
        let id = enrolment.id;
        self.act(move |c, ctx| Box::pin(enrolments::move_to_latest(c, ctx, id))).await.unwrap()
    }

    async fn attempts(&self, enrolment: &Enrolment, course: &Course) -> Vec<Attempt> {
        let (id, item) = (enrolment.id, course.quiz);
        self.act(move |c, _| Box::pin(quizzes::attempts(c, id, item))).await.unwrap()
    }

    async fn quiz_state(&self, enrolment: &Enrolment, course: &Course) -> Option<ItemState> {
        let (id, item) = (enrolment.id, course.quiz);
        let found = self.act(move |c, _| Box::pin(enrolments::item_progress(c, id, item))).await.unwrap();
        found.map(|p| p.state)
    }
}

fn rules(drawn: u32) -> Settings {
    Settings {
        attempts: 2,
        pass_percent: 50,
        shown: Shown::AtTheEnd,
        pools: vec![pool("a", drawn)],
        ..Settings::default()
    }
}

async fn course(w: &World) -> Course {
    w.course((1..=6).map(|n| single(&format!("p{n}"), "a")).collect(), rules(4)).await
}

db::both! { ALL;

async fn statistics_tell_the_versions_of_a_question_apart(db) {
    let w = World::new(&db).await;
    let course = w.course(vec![single("p1", "a"), single("p2", "a")], rules(2)).await;
    let old = w.enrol(w.citizen, course.id).await;
    w.take(&w.quiz(&old, course.quiz).await, &old, 2).await;
    let (id, scope) = (course.id, w.office);
    w.act(move |c, ctx| {
        Box::pin(async move {
            let row = quizzes::bank::all(c, id).await?.into_iter().find(|r| r.content.0.name == "p1").unwrap();
            let new = questions::Question { text: "Pytanie p1 lepiej?".into(), ..row.content.0.clone() };
            quizzes::bank::edit(c, ctx, scope, id, row.id, &new, row.version).await
        })
    })
    .await
    .unwrap();
    w.republish(&course, rules(2)).await;
    let new = w.enrol(w.official, course.id).await;
    w.take(&w.quiz(&new, course.quiz).await, &new, 0).await;
    let item = course.quiz;
    let found = w.act(move |c, _| Box::pin(quizzes::statistics::statistics(c, scope, id, item))).await.unwrap();
    let mut told: Vec<_> = found.questions.iter().map(|q| (q.question.text.as_str(), q.version, q.figures.count, q.figures.facility)).collect();
    told.sort_by_key(|(text, ..)| *text);
    assert_eq!(told, [("Pytanie p1 lepiej?", 2, 1, 0.0), ("Pytanie p1?", 1, 1, 1.0), ("Pytanie p2?", 1, 2, 0.5)]);
}

async fn who_used_all_attempts_completes_the_newer_version(db) {
    let w = World::new(&db).await;
    let course = course(&w).await;
    let mine = w.enrol(w.citizen, course.id).await;
    let quiz = w.quiz(&mine, course.quiz).await;
    w.take(&quiz, &mine, 0).await;
    w.take(&quiz, &mine, 4).await;
    assert_eq!(w.begin(&quiz, &mine).await.unwrap_err().key, quizzes::msg::QUIZZES_NO_ATTEMPTS);
    w.republish(&course, rules(6)).await;
    let mine = w.moved(&mine).await;
    assert_eq!(w.quiz_state(&mine, &course).await, Some(ItemState::Seen));
    let quiz = w.quiz(&mine, course.quiz).await;
    assert_eq!(quizzes::result(&quiz, &w.attempts(&mine, &course).await), None, "what was before is history");

    let browser = w.browser(Some(w.citizen));
    let page = format!("/learn/{}/quiz/{}", course.slug, course.quiz);
    let text = words(&browser.get(&page).await);
    for part in ["Ten test się zmienił", "Masz wszystkie podejścia od nowa", "Wcześniejsza wersja testu", "100%"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(text.contains("Zacznij") && !text.contains("Nie masz już podejść"), "{text}");

    // Handed in without an answer the old pass does not count again.
    let empty = w.take(&quiz, &mine, 0).await;
    assert_eq!((empty.number, empty.passed), (3, Some(false)));
    assert_eq!(w.quiz_state(&mine, &course).await, Some(ItemState::Failed));
    let shown = browser.get(&format!("{page}/{}/result", empty.id)).await;
    assert!(!shown.text.contains("art. 35 k.p.a."), "an attempt is left, and answers come at the end");
    assert!(words(&browser.get(&page).await).contains("Niezaliczone"));
    w.take(&quiz, &mine, 6).await;
    assert_eq!(w.quiz_state(&mine, &course).await, Some(ItemState::Passed));
    assert_eq!(w.begin(&quiz, &mine).await.unwrap_err().key, quizzes::msg::QUIZZES_NO_ATTEMPTS);

    // The old attempt is shown as it was.
    let old = w.attempts(&mine, &course).await.remove(1);
    assert!(old.superseded && !old.counts());
    let text = words(&browser.get(&format!("{page}/{}/result", old.id)).await);
    for part in ["Po tym podejściu test się zmienił", "100%", "art. 35 k.p.a.", "Przejdź do testu"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("Spróbuj jeszcze raz"), "{text}");
}

async fn attempts_at_a_quiz_that_did_not_change_go_on_counting(db) {
    let w = World::new(&db).await;
    let course = course(&w).await;
    let mine = w.enrol(w.citizen, course.id).await;
    let quiz = w.quiz(&mine, course.quiz).await;
    w.take(&quiz, &mine, 4).await;
    w.republish(&course, rules(4)).await;
    let mine = w.moved(&mine).await;
    let quiz = w.quiz(&mine, course.quiz).await;
    assert_eq!(w.quiz_state(&mine, &course).await, Some(ItemState::Passed));
    assert_eq!(quizzes::result(&quiz, &w.attempts(&mine, &course).await), Some(1.0));
    assert_eq!(w.take(&quiz, &mine, 0).await.number, 2);
    assert_eq!(w.begin(&quiz, &mine).await.unwrap_err().key, quizzes::msg::QUIZZES_NO_ATTEMPTS);
    assert!(!words(&w.browser(Some(w.citizen)).get(&format!("/learn/{}/quiz/{}", course.slug, course.quiz)).await).contains("zmienił"));
}

async fn what_became_history_stays_so_when_the_quiz_is_again_what_it_was(db) {
    let w = World::new(&db).await;
    let course = course(&w).await;
    let mine = w.enrol(w.citizen, course.id).await;
    let quiz = w.quiz(&mine, course.quiz).await;
    w.take(&quiz, &mine, 4).await;
    w.take(&quiz, &mine, 4).await;
    w.republish(&course, rules(6)).await;
    w.moved(&mine).await;
    w.republish(&course, rules(4)).await;
    let mine = w.moved(&mine).await;
    let quiz = w.quiz(&mine, course.quiz).await;
    assert_eq!(w.take(&quiz, &mine, 4).await.passed, Some(true), "not locked out");
    assert_eq!(w.quiz_state(&mine, &course).await, Some(ItemState::Passed));
}

async fn an_attempt_under_way_ends_when_its_learner_moves(db) {
    let w = World::new(&db).await;
    let course = course(&w).await;
    let mine = w.enrol(w.citizen, course.id).await;
    let old = w.quiz(&mine, course.quiz).await;
    let open = w.begin(&old, &mine).await.unwrap();
    let response = right(&old.questions[old.drawn(open.seed())[0]].question);
    assert_eq!(w.answer(open.id, 0, 1, response.clone()).await, Saved::Saved);
    w.republish(&course, rules(6)).await;
    // A page of the old version begins nothing after the move.
    let stale = mine.clone();
    let mine = w.moved(&mine).await;
    let row = w.row(open.id).await;
    assert_eq!((row.state, row.score, row.superseded), (AttemptState::Graded, Some(0.25), true));
    assert_eq!(w.answer(open.id, 1, 1, response).await, Saved::Closed);
    assert_eq!(w.begin(&old, &stale).await.unwrap_err().kind, FaultKind::Conflict);
    let quiz = w.quiz(&mine, course.quiz).await;
    assert_eq!(w.take(&quiz, &mine, 6).await.number, 2);
    assert_eq!(w.quiz_state(&mine, &course).await, Some(ItemState::Passed));
}

async fn what_a_guest_did_at_an_earlier_version_is_history_in_the_account(db) {
    let w = World::new(&db).await;
    let course = course(&w).await;
    let secret = "0f".repeat(32);
    let guest = Guest::of(&secret);
    let (hash, id, citizen) = (guest.hash().unwrap(), course.id, w.citizen);
    let theirs = w.act(move |c, ctx| Box::pin(enrolments::enrol_open(c, ctx, Learner::Guest(hash), id, None))).await.unwrap();
    let old = w.quiz(&theirs, course.quiz).await;
    w.take(&old, &theirs, 0).await;
    w.take(&old, &theirs, 0).await;
    w.republish(&course, rules(6)).await;
    let mine = w.enrol(citizen, course.id).await;
    let quiz = w.quiz(&mine, course.quiz).await;
    let open = w.begin(&quiz, &mine).await.unwrap();
    w.act(move |c, ctx| Box::pin(async move { enrolments::claim_guest(c, ctx, citizen, &guest).await })).await.unwrap();
    w.submit(&quiz, open.id).await;
    w.take(&quiz, &mine, 6).await;
    let all = w.attempts(&mine, &course).await;
    assert_eq!(all.iter().map(|a| a.superseded).collect::<Vec<_>>(), [false, true, true, false], "both by the guest");
    let id = mine.id;
    assert_eq!(w.act(move |c, _| Box::pin(enrolments::enrolment(c, id))).await.unwrap().state, State::Active, "the lesson is left");
}

}
