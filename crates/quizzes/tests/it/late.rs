//! The time of a quiz ends while there is no network: nothing is lost, and nobody gains by answering after the end.

use kernel::{Clock as _, Micros};
use quizzes::{AttemptState, GRACE_SECONDS, LATE_DAYS, Settings};

use crate::world::{ALL, Course, World, hidden, pool, single, words};

/// Milliseconds by a clock that goes right, as browsers count answers.
fn ms(at: Micros) -> String {
    (at.0 / 1000).to_string()
}

async fn begin(w: &World, browser: &testkit::Browser, course: &Course) -> (String, kernel::ids::AttemptId) {
    w.enrol(w.citizen, course.id).await;
    let begun = browser.post(&format!("/learn/{}/quiz/{}", course.slug, course.quiz), &[]).await;
    let attempt = begun.location().to_owned();
    let id = attempt.rsplit('/').next().unwrap().parse().unwrap();
    (attempt, id)
}

/// What the audit log says of decisions about late answers.
async fn logged(w: &World) -> Vec<(String, String)> {
    let q =
        db::Q::new("SELECT action, details FROM audit_event WHERE action LIKE 'quizzes.late%' ORDER BY id LIMIT 100");
    w.act(move |c, _| Box::pin(c.all(q))).await.unwrap()
}

db::both! { ALL;

async fn answers_that_waited_for_the_network_past_the_end_wait_for_the_trainer(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings { minutes: 10, ..Settings::default() }).await;
    let learner = w.browser(Some(w.citizen));
    let (attempt, id) = begin(&w, &learner, &course).await;
    let to = format!("{attempt}/answers");
    let start = w.clock().now();
    learner.post(&to, &[("o0", &ms(start)), ("q0", "0")]).await;
    // Two answers are given in a tunnel, one before the end at 12:10 and one after it; they come at 12:15.
    let (before, after) = (ms(start.plus_seconds(9 * 60)), ms(start.plus_seconds(14 * 60)));
    w.clock().advance_seconds(15 * 60);
    w.jobs().await;
    let now = ms(w.clock().now());
    let sent = [("o1", before.as_str()), ("q1", "0"), ("o2", after.as_str()), ("q2", "0"), ("o0", &now), ("q0", "0"), ("now", &now)];
    for _ in 0..2 {
        let late = learner.post(&to, &sent).await;
        assert_eq!((late.status.as_u16(), &late.json()["late"]), (409, &serde_json::json!([1, 2])), "{}", late.text);
        assert_eq!(late.json()["saved"][0][0], 0, "what was saved in time is no late answer");
    }
    assert_eq!(w.row(id).await.score, Some(1.0 / 16.0), "nothing counts by itself");
    let mine = words(&learner.get(&format!("{attempt}/result")).await);
    for part in ["Odpowiedzi na 2 pytania dotarły do nas po końcu czasu", "Zdecyduje trener", "Czeka na decyzję trenera", "1 / 16"] {
        assert!(mine.contains(part), "{part}: {mine}");
    }

    let trainer = w.browser(Some(w.trainer));
    let marking = format!("/desk/lipowa/courses/{}/marking", course.slug);
    let queue = words(&trainer.get(&marking).await);
    assert!(queue.contains("Jan Kowalski") && queue.contains("2 odpowiedzi po czasie"), "{queue}");
    let bench = words(&trainer.get(&format!("{marking}/{id}")).await);
    for part in ["12:09:00", "12:10:00", "12:14:00", "12:15:00", "podano po końcu czasu, więc nie może się liczyć", "dobra", "Brak odpowiedzi"] {
        assert!(bench.contains(part), "{part}: {bench}");
    }
    assert_eq!(bench.matches("Zalicz odpowiedź do wyniku").count(), 1, "of the one given in time: {bench}");
    let decide = format!("{marking}/{id}/late");
    assert_eq!(trainer.post(&decide, &[("slot", "2"), ("go", "count")]).await.status, 409, "given after the end");
    for _ in 0..2 {
        let counted = trainer.post(&decide, &[("slot", "1"), ("go", "count")]).await;
        assert_eq!(counted.location(), format!("{marking}/{id}"));
    }
    let row = w.row(id).await;
    assert_eq!((row.state, row.score, row.by_clock), (AttemptState::Graded, Some(2.0 / 16.0), true));
    let mine = words(&learner.get(&format!("{attempt}/result")).await);
    assert!(mine.contains("2 / 16") && mine.contains("Liczy się"), "{mine}");
    // The trainer thinks better of it, then leaves the rest out with one press.
    trainer.post(&decide, &[("slot", "1"), ("go", "leave")]).await;
    assert_eq!(w.row(id).await.score, Some(1.0 / 16.0), "the answer of before is back");
    trainer.post(&decide, &[("go", "leave")]).await;
    assert!(words(&trainer.get(&marking).await).contains("Nic nie czeka na ocenę"));
    assert!(words(&learner.get(&format!("{attempt}/result")).await).contains("Trener już zdecydował"));
    let mut log = logged(&w).await;
    log.sort();
    let actions: Vec<&str> = log.iter().map(|(a, _)| a.as_str()).collect();
    assert_eq!(actions, ["quizzes.late_counted", "quizzes.late_left", "quizzes.late_left"], "each decision once");
    assert!(log[0].1.contains("Jan Kowalski") && log[0].1.contains("2026-10-23T10:09:00") && log[0].1.contains("2026-10-23T10:15:00"), "{log:?}");
}

async fn all_that_was_given_in_time_is_counted_with_one_press_and_an_essay_is_then_marked(db) {
    let w = World::new(&db).await;
    let essay = questions::Question {
        points: 4.0,
        kind: questions::Kind::Essay { guide: String::new(), min_words: 0, max_words: 0, template: String::new() },
        ..single("esej", "a")
    };
    let course = w.course(vec![essay, single("p1", "b")], Settings { minutes: 10, pools: vec![pool("a", 1), pool("b", 1)], ..Settings::default() }).await;
    let learner = w.browser(Some(w.citizen));
    let (attempt, id) = begin(&w, &learner, &course).await;
    let given = w.clock().now().plus_seconds(500);
    w.clock().advance_seconds(700);
    w.jobs().await;
    assert_eq!(w.row(id).await.score, Some(0.0));
    // The clock of this device is two hours ahead; how long ago the answers were given is true all the same.
    let ahead = |at: Micros| ms(at.plus_seconds(7200));
    let (o, now) = (ahead(given), ahead(w.clock().now()));
    let late = learner.post(&format!("{attempt}/answers"), &[("o0", &o), ("q0", "Moja odpowiedź"), ("o1", &o), ("q1", "0"), ("now", &now)]).await;
    assert_eq!(late.json()["late"], serde_json::json!([0, 1]));
    let trainer = w.browser(Some(w.trainer));
    let bench = format!("/desk/lipowa/courses/{}/marking/{id}", course.slug);
    let text = words(&trainer.get(&bench).await);
    assert!(text.contains("Zalicz wszystkie podane w czasie") && text.contains("12:08:20") && text.contains("12:11:40"), "{text}");
    trainer.post(&format!("{bench}/late"), &[("go", "count")]).await;
    assert_eq!(w.row(id).await.state, AttemptState::Marking, "the essay waits for its mark");
    let markings = hidden(&trainer.get(&bench).await, "markings");
    trainer.post(&bench, &[("markings", &markings), ("points0", "2")]).await;
    let row = w.row(id).await;
    assert_eq!((row.state, row.score), (AttemptState::Graded, Some(3.0 / 5.0)));
}

async fn what_is_sent_after_handing_in_or_a_month_later_is_not_kept(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings { minutes: 10, ..Settings::default() }).await;
    let learner = w.browser(Some(w.citizen));
    let (attempt, id) = begin(&w, &learner, &course).await;
    learner.post(&format!("{attempt}/finish"), &[]).await;
    let given = ms(w.clock().now());
    let refused = learner.post(&format!("{attempt}/answers"), &[("o1", &given), ("q1", "0")]).await;
    assert_eq!((refused.status.as_u16(), &refused.json()["closed"], &refused.json()["late"]), (409, &serde_json::json!([1]), &serde_json::json!([])));
    let result = learner.get(&format!("{attempt}/result")).await;
    assert!(result.text.contains("data-left-over") && result.text.contains(&format!("data-attempt=\"{id}\"")), "{}", result.text);
    assert!(!words(&result).contains("po końcu czasu"), "{}", words(&result));

    let again = learner.post(&format!("/learn/{}/quiz/{}", course.slug, course.quiz), &[]).await;
    w.clock().advance_days(LATE_DAYS + 1);
    w.jobs().await;
    let refused = learner.post(&format!("{}/answers", again.location()), &[("o1", &given), ("q1", "0")]).await;
    assert_eq!(refused.json()["closed"], serde_json::json!([1]));
    assert!(words(&w.browser(Some(w.trainer)).get(&format!("/desk/lipowa/courses/{}/marking", course.slug)).await).contains("Nic nie czeka"));
}

async fn what_comes_after_a_trainer_has_decided_is_not_said_to_wait(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings { minutes: 10, ..Settings::default() }).await;
    let learner = w.browser(Some(w.citizen));
    let (attempt, id) = begin(&w, &learner, &course).await;
    let (first, second) = (ms(w.clock().now()), ms(w.clock().now().plus_seconds(300)));
    w.clock().advance_seconds(700);
    w.jobs().await;
    let to = format!("{attempt}/answers");
    learner.post(&to, &[("o1", &first), ("q1", "0"), ("o2", &first), ("q2", "0"), ("o3", &second), ("q3", "0")]).await;
    let older = learner.post(&to, &[("o3", &first), ("q3", "1")]).await;
    assert_eq!(older.json()["late"], serde_json::json!([3]), "the later one of two waits");
    let decide = format!("/desk/lipowa/courses/{}/marking/{id}/late", course.slug);
    let trainer = w.browser(Some(w.trainer));
    trainer.post(&decide, &[("slot", "1"), ("go", "leave")]).await;
    trainer.post(&decide, &[("slot", "2"), ("go", "count")]).await;
    let sent = [("o1", second.as_str()), ("q1", "1"), ("o2", second.as_str()), ("q2", "1"), ("o3", second.as_str()), ("q3", "0")];
    let told = learner.post(&to, &sent).await;
    assert_eq!((told.status.as_u16(), &told.json()["closed"], &told.json()["late"]), (409, &serde_json::json!([1, 2]), &serde_json::json!([3])), "{}", told.text);
    let kept = w.act(move |c, _| Box::pin(quizzes::late_answers(c, id))).await.unwrap();
    assert!(kept.iter().all(|a| a.response.0 == questions::Response::Single { choice: 0 }), "{kept:?}");
}

async fn a_decision_taken_back_brings_back_the_mark_of_each_answer(db) {
    let w = World::new(&db).await;
    let course = w.essay().await;
    let learner = w.browser(Some(w.citizen));
    let (attempt, id) = begin(&w, &learner, &course).await;
    let (to, first, second) = (format!("{attempt}/answers"), ms(w.clock().now()), ms(w.clock().now().plus_seconds(300)));
    learner.post(&to, &[("o0", &first), ("q0", "W czasie")]).await;
    w.clock().advance_seconds(700);
    w.jobs().await;
    learner.post(&to, &[("o0", &second), ("q0", "Po czasie")]).await;
    let bench = format!("/desk/lipowa/courses/{}/marking/{id}", course.slug);
    let trainer = w.browser(Some(w.trainer));
    let decide = async |go: &str| assert_eq!(trainer.post(&format!("{bench}/late"), &[("slot", "0"), ("go", go)]).await.status, 303);
    let mark = async |points: &str, remark: &str| {
        let markings = hidden(&trainer.get(&bench).await, "markings");
        let done = trainer.post(&bench, &[("markings", markings.as_str()), ("points0", points), ("remark0", remark)]).await;
        assert_eq!(done.status, 303, "{}", words(&done));
    };
    let stands = async || {
        let all = w.act(move |c, _| Box::pin(quizzes::answers(c, id))).await.unwrap();
        (all[0].clone(), w.row(id).await.score)
    };
    mark("2", "Za krótko.").await;
    let in_time = stands().await;
    assert_eq!((in_time.0.remark.as_deref(), in_time.1), (Some("Za krótko."), Some(0.5)));
    w.clock().advance_days(1);
    decide("count").await;
    assert_eq!((stands().await.0.mark, w.row(id).await.state), (None, AttemptState::Marking), "another answer has no mark yet");
    mark("3", "Lepiej.").await;
    let late = stands().await;
    assert_eq!(late.1, Some(0.75));
    w.clock().advance_days(1);
    for _ in 0..2 {
        decide("leave").await;
        assert_eq!(stands().await, in_time, "mark, remark, who and when");
        decide("count").await;
        assert_eq!(stands().await, late);
    }
}

async fn what_was_typed_without_scripts_after_the_end_waits_too(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings { minutes: 10, ..Settings::default() }).await;
    let learner = w.browser(Some(w.citizen));
    let (attempt, id) = begin(&w, &learner, &course).await;
    w.clock().advance_seconds(600 + GRACE_SECONDS + 5);
    let late = learner.post(&attempt, &[("o4", "0"), ("q4", "0"), ("o5", "0"), ("go", "finish")]).await;
    assert_eq!(late.location(), format!("{attempt}/result"));
    let text = words(&learner.get(late.location()).await);
    assert!(text.contains("Odpowiedź na 1 pytanie dotarła do nas po końcu czasu"), "{text}");
    let bench = words(&w.browser(Some(w.trainer)).get(&format!("/desk/lipowa/courses/{}/marking/{id}", course.slug)).await);
    assert!(bench.contains("urządzenie nie powiedziało") && bench.contains("12:10:35"), "{bench}");
}

async fn only_trainers_of_the_office_decide(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings { minutes: 10, ..Settings::default() }).await;
    let learner = w.browser(Some(w.citizen));
    let (attempt, id) = begin(&w, &learner, &course).await;
    let given = ms(w.clock().now());
    w.clock().advance_seconds(700);
    learner.post(&format!("{attempt}/answers"), &[("o1", &given), ("q1", "0")]).await;
    w.jobs().await;
    let decide = format!("/desk/lipowa/courses/{}/marking/{id}/late", course.slug);
    let press = [("slot", "1"), ("go", "count")];
    for (who, status) in [(w.citizen, 404), (w.foreign, 404), (w.official, 403), (w.author, 403), (w.coordinator, 403)] {
        assert_eq!(w.browser(Some(who)).post(&decide, &press).await.status, status);
    }
    let own = decide.replace("/desk/lipowa/", "/desk/debowa/");
    assert_eq!(w.browser(Some(w.foreign)).post(&own, &press).await.status, 404);
    assert_eq!(w.browser(Some(w.trainer)).post(&decide, &[("slot", "9"), ("go", "count")]).await.status, 404);
    assert!(logged(&w).await.is_empty());
}

}
