//! Answers are kept once, the newest counts, and the result is the engine's.

use enrolments::ItemState;
use kernel::FaultKind;
use questions::{Response, Rules, State};
use quizzes::{AttemptState, Counts, Purpose, Saved, Settings};

use crate::world::{ALL, World, pool, right, single};

fn choice(choice: usize) -> Response {
    Response::Single { choice }
}

db::both! { ALL;

async fn the_same_answer_sent_again_is_one_and_an_older_never_replaces_a_newer(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let enrolment = w.enrol(w.citizen, course.id).await;
    let quiz = w.quiz(&enrolment, course.quiz).await;
    let attempt = w.begin(&quiz, &enrolment).await.unwrap();
    assert_eq!(w.answer(attempt.id, 0, 10, choice(1)).await, Saved::Saved);
    assert_eq!(w.answer(attempt.id, 0, 10, choice(1)).await, Saved::Saved, "sent again");
    assert_eq!(w.answer(attempt.id, 0, 9, choice(2)).await, Saved::Newer { ordinal: 10, response: choice(1) });
    // Two windows that counted the same: the first to come stays.
    assert_eq!(w.answer(attempt.id, 0, 10, choice(2)).await, Saved::Newer { ordinal: 10, response: choice(1) });
    assert_eq!(w.answer(attempt.id, 0, 12, choice(0)).await, Saved::Saved);
    assert_eq!(w.answer(attempt.id, 0, 11, choice(2)).await, Saved::Newer { ordinal: 12, response: choice(0) });
    let kept = w.act(move |c, _| Box::pin(quizzes::answers(c, attempt.id))).await.unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!((kept[0].ordinal, &kept[0].response.0), (12, &choice(0)));
    let done = w.submit(&quiz, attempt.id).await;
    assert_eq!(done.score, Some(1.0 / 16.0));
    assert_eq!(w.submit(&quiz, attempt.id).await, done, "handed in twice");
    assert_eq!(w.answer(attempt.id, 1, 99, choice(0)).await, Saved::Closed);
    assert_eq!(w.answer(attempt.id, 0, 12, choice(0)).await, Saved::Saved, "its confirmation was lost; it counted");
}

async fn an_attempt_that_does_not_exist_takes_no_answer(db) {
    let w = World::new(&db).await;
    let id = kernel::ids::AttemptId(uuid::Uuid::from_u128(5));
    let fault = w.act(move |c, ctx| Box::pin(async move { quizzes::answer(c, ctx, id, 0, 1, &choice(0)).await })).await.unwrap_err();
    assert_eq!(fault.kind, FaultKind::NotFound);
}

async fn beginning_in_two_windows_is_one_attempt(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let enrolment = w.enrol(w.citizen, course.id).await;
    let quiz = w.quiz(&enrolment, course.quiz).await;
    let (a, b) = tokio::join!(w.begin(&quiz, &enrolment), w.begin(&quiz, &enrolment));
    let (a, b) = (a.unwrap(), b.unwrap());
    assert_eq!((a.id, a.number, a.seed), (b.id, 1, b.seed));
    assert_eq!(quiz.drawn(a.seed()).len(), 16);
    assert_eq!(quiz.drawn(a.seed()), quiz.drawn(b.seed()));
}

async fn handing_in_from_two_windows_at_once_counts_once(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings { attempts: 2, counts: Counts::Average, pass_percent: 50, ..Settings::default() }).await;
    let enrolment = w.enrol(w.citizen, course.id).await;
    let quiz = w.quiz(&enrolment, course.quiz).await;
    let attempt = w.begin(&quiz, &enrolment).await.unwrap();
    // Each window answers half of the questions, and both answer the first.
    for (slot, place) in quiz.drawn(attempt.seed()).into_iter().enumerate() {
        let response = right(&quiz.questions[place].question);
        assert_eq!(w.answer(attempt.id, slot, if slot % 2 == 0 { 5 } else { 6 }, response).await, Saved::Saved);
    }
    assert!(matches!(w.answer(attempt.id, 0, 4, choice(2)).await, Saved::Newer { .. }));
    let (a, b) = tokio::join!(w.submit(&quiz, attempt.id), w.submit(&quiz, attempt.id));
    assert_eq!(a, b);
    assert_eq!((a.state, a.score, a.grades.0.len()), (AttemptState::Graded, Some(1.0), 16), "nothing is lost, nothing counts twice");
    let (e, item) = (enrolment.id, course.quiz);
    let all = w.act(move |c, _| Box::pin(quizzes::attempts(c, e, item))).await.unwrap();
    assert_eq!((all.len(), quizzes::result(&quiz, &all)), (1, Some(1.0)));
    // One of the two attempts is left: the second window used none up.
    assert_eq!(w.begin(&quiz, &enrolment).await.unwrap().number, 2);
}

async fn answers_that_come_while_it_is_handed_in_are_confirmed_only_if_they_count(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let enrolment = w.enrol(w.citizen, course.id).await;
    let quiz = w.quiz(&enrolment, course.quiz).await;
    let attempt = w.begin(&quiz, &enrolment).await.unwrap();
    let slots: Vec<_> = quiz.drawn(attempt.seed()).into_iter().enumerate().collect();
    let sent = slots.iter().map(|(slot, place)| w.answer(attempt.id, *slot, 1, right(&quiz.questions[*place].question)));
    let handed_in = async {
        tokio::task::yield_now().await;
        w.submit(&quiz, attempt.id).await
    };
    let mut answers = Vec::new();
    let all = async { for one in sent { answers.push(one.await); } };
    let ((), done) = tokio::join!(all, handed_in);
    let confirmed = answers.iter().filter(|a| **a == Saved::Saved).count();
    let counted = done.grades.0.iter().filter(|g| g.fraction >= 1.0).count();
    assert_eq!(confirmed, counted);
}

async fn the_result_is_what_the_engine_says(db) {
    let w = World::new(&db).await;
    let from = courses::catalog::course("kpa").unwrap();
    let id = courses::adopt(&w.kit.app, &w.ctx(w.author).await, w.office, "kpa").await.unwrap();
    let scope = w.office;
    w.act(move |c, ctx| Box::pin(async move { courses::publish(c, ctx, scope, id, "").await })).await.unwrap();
    assert!(!from.open);
    let enrolment = w.enrol(w.official, id).await;
    let content = courses::content(&w.kit.app, enrolment.course_version).await.unwrap();
    let item = content.items().find(|i| i.settings["role"] == "final").unwrap().id;
    let quiz = w.quiz(&enrolment, item).await;
    let attempt = w.begin(&quiz, &enrolment).await.unwrap();
    let mut expected = Vec::new();
    for (slot, place) in quiz.drawn(attempt.seed()).into_iter().enumerate() {
        let question = &quiz.questions[place].question;
        // Every third is left out, every second of the rest is the right answer to another question of its kind.
        let response = match slot % 3 {
            0 => Response::Blank,
            1 => right(question),
            _ => quiz.questions.iter().map(|a| right(&a.question)).find(|r| quizzes::fits(question, r).is_ok()).unwrap(),
        };
        expected.push(questions::grade(question, &response, &Rules::default()).fraction);
        assert_eq!(w.answer(attempt.id, slot, 1, response).await, Saved::Saved);
    }
    let done = w.submit(&quiz, attempt.id).await;
    assert_eq!(done.grades.0.iter().map(|g| g.fraction).collect::<Vec<_>>(), expected);
    let scored: Vec<_> = done.grades.0.iter().map(|g| (g.points, g.fraction)).collect();
    assert_eq!(done.score, Some(questions::attempt_score(&scored)));
}

async fn attempts_are_limited_and_the_rule_says_which_counts(db) {
    let w = World::new(&db).await;
    for (counts, expected) in [(Counts::Best, 12.0), (Counts::First, 4.0), (Counts::Last, 8.0), (Counts::Average, 8.0)] {
        let course = w.sixteen(Settings { attempts: 3, counts, pass_percent: 50, ..Settings::default() }).await;
        let enrolment = w.enrol(w.citizen, course.id).await;
        let quiz = w.quiz(&enrolment, course.quiz).await;
        let mut numbers = Vec::new();
        for well in [4, 12, 8] {
            numbers.push(w.take(&quiz, &enrolment, well).await.number);
        }
        assert_eq!(numbers, [1, 2, 3]);
        let (e, item) = (enrolment.id, course.quiz);
        let all = w.act(move |c, _| Box::pin(quizzes::attempts(c, e, item))).await.unwrap();
        assert_eq!(quizzes::result(&quiz, &all), Some(expected / 16.0), "{counts:?}");
        let refused = w.begin(&quiz, &enrolment).await.unwrap_err();
        assert_eq!((refused.kind, refused.key), (FaultKind::Conflict, quizzes::msg::QUIZZES_NO_ATTEMPTS));
    }
}

async fn between_attempts_one_waits_as_the_quiz_says(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings { pause: 10, ..Settings::default() }).await;
    let enrolment = w.enrol(w.citizen, course.id).await;
    let quiz = w.quiz(&enrolment, course.quiz).await;
    w.take(&quiz, &enrolment, 1).await;
    w.clock().advance_seconds(7 * 60);
    let refused = w.begin(&quiz, &enrolment).await.unwrap_err();
    assert_eq!(refused.key, quizzes::msg::QUIZZES_TOO_EARLY);
    w.clock().advance_seconds(3 * 60);
    assert_eq!(w.begin(&quiz, &enrolment).await.unwrap().number, 2);
}

async fn who_passes_the_pre_test_may_skip_the_lessons(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings { purpose: Purpose::Pretest, pass_percent: 90, ..Settings::default() }).await;
    let enrolment = w.enrol(w.citizen, course.id).await;
    let quiz = w.quiz(&enrolment, course.quiz).await;
    let state = async |item| {
        let id = enrolment.id;
        let all = w.act(move |c, _| Box::pin(enrolments::progress(c, id))).await.unwrap();
        all.get(&item).map(|p| p.state)
    };
    assert_eq!(w.take(&quiz, &enrolment, 14).await.passed, Some(false));
    assert_eq!((state(course.lesson).await, state(course.quiz).await), (None, Some(ItemState::Failed)));
    assert_eq!(w.take(&quiz, &enrolment, 15).await.passed, Some(true));
    assert_eq!((state(course.lesson).await, state(course.quiz).await), (Some(ItemState::Skipped), Some(ItemState::Passed)));
    let id = enrolment.id;
    let after = w.act(move |c, _| Box::pin(enrolments::enrolment(c, id))).await.unwrap();
    assert_eq!(after.state, enrolments::State::Completed, "nothing else is required");
}

async fn an_essay_waits_for_a_person(db) {
    let w = World::new(&db).await;
    let essay = questions::Question {
        kind: questions::Kind::Essay { guide: "Zwróć uwagę na przykłady.".into(), min_words: 5, max_words: 0, template: String::new() },
        ..single("esej", "a")
    };
    let course = w.course(vec![essay, single("p1", "a")], Settings { pools: vec![pool("a", 2)], ..Settings::default() }).await;
    let enrolment = w.enrol(w.citizen, course.id).await;
    let quiz = w.quiz(&enrolment, course.quiz).await;
    let attempt = w.begin(&quiz, &enrolment).await.unwrap();
    for (slot, place) in quiz.drawn(attempt.seed()).into_iter().enumerate() {
        let response = match right(&quiz.questions[place].question) {
            Response::Blank => Response::Essay { text: "Urząd napisał prosto i krótko.".into() },
            other => other,
        };
        w.answer(attempt.id, slot, 1, response).await;
    }
    let waiting = w.submit(&quiz, attempt.id).await;
    assert_eq!((waiting.state, waiting.score, waiting.passed), (AttemptState::Marking, None, None));
    assert_eq!(waiting.grades.0.iter().filter(|g| g.state == State::NeedsMarking).count(), 1);
}

async fn a_published_quiz_keeps_its_questions_whatever_becomes_of_the_bank(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let (id, scope) = (course.id, w.office);
    let rows = w.act(move |c, _| Box::pin(quizzes::bank::all(c, id))).await.unwrap();
    let first = rows[0].clone();
    w.act(move |c, ctx| {
        Box::pin(async move {
            let changed = questions::Question { text: "Zmieniona treść?".into(), ..first.content.0.clone() };
            quizzes::bank::edit(c, ctx, scope, id, first.id, &changed, 1).await?;
            for row in &rows[1..] {
                quizzes::bank::put_aside(c, ctx, scope, id, row.id, true).await?;
            }
            Ok(())
        })
    })
    .await
    .unwrap();
    let enrolment = w.enrol(w.citizen, course.id).await;
    let quiz = w.quiz(&enrolment, course.quiz).await;
    assert_eq!(quiz.questions.len(), 16);
    assert!(quiz.questions.iter().all(|q| q.question.text.starts_with("Pytanie")));
    let left = w.act(move |c, _| Box::pin(async move { quizzes::bank::all(c, id).await })).await.unwrap();
    assert_eq!((left.len(), left[0].version), (1, 2));
    let was = left[0].id;
    let versions = w.act(move |c, _| Box::pin(quizzes::bank::versions(c, scope, id, was))).await.unwrap();
    assert_eq!(versions.iter().map(|v| v.number).collect::<Vec<_>>(), [2, 1]);
}

async fn of_two_who_edit_a_question_the_second_is_told(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let (id, scope) = (course.id, w.office);
    let row = w.act(move |c, _| Box::pin(quizzes::bank::all(c, id))).await.unwrap().remove(0);
    let edit = |text: &str| questions::Question { text: text.into(), ..row.content.0.clone() };
    let (a, b, question) = (edit("Anna?"), edit("Barbara?"), row.id);
    w.act(move |c, ctx| Box::pin(async move { quizzes::bank::edit(c, ctx, scope, id, question, &a, 1).await })).await.unwrap();
    let late = w.act(move |c, ctx| Box::pin(async move { quizzes::bank::edit(c, ctx, scope, id, question, &b, 1).await })).await.unwrap_err();
    assert_eq!((late.kind, late.key), (FaultKind::Conflict, web::msg::FAULT_STALE));
}

async fn what_is_another_offices_does_not_exist(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let (id, far, item) = (course.id, w.far, course.quiz);
    let row = w.act(move |c, _| Box::pin(quizzes::bank::all(c, id))).await.unwrap().remove(0);
    let (question, content) = (row.id, row.content.0.clone());
    let gone = |r: kernel::Result<()>| r.unwrap_err().kind == FaultKind::NotFound;
    assert!(gone(w.act(move |c, _| Box::pin(async move { quizzes::bank::question(c, far, id, question).await.map(|_| ()) })).await));
    assert!(gone(w.act(move |c, ctx| Box::pin(async move { quizzes::bank::put_aside(c, ctx, far, id, question, true).await })).await));
    assert!(gone(w.act(move |c, ctx| Box::pin(async move { quizzes::bank::add(c, ctx, far, id, &content).await.map(|_| ()) })).await));
    let rules = Settings { pools: vec![pool("a", 1)], ..Settings::default() };
    assert!(gone(w.act(move |c, ctx| Box::pin(async move { quizzes::save(c, ctx, far, item, &rules, 1).await })).await));
}

}
