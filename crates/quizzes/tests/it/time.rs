//! Time is the server's, and elapsed: no change of clocks, no lost connection makes it longer or shorter.

use enrolments::ItemState;
use jiff::civil::date;
use kernel::Micros;
use questions::Response;
use quizzes::{AttemptState, GRACE_SECONDS, Saved, Settings};

use crate::world::{ALL, World, words};

fn good() -> Response {
    Response::Single { choice: 0 }
}

db::both! { ALL;

async fn the_limit_is_the_same_in_the_night_when_clocks_go_back(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings { minutes: 60, ..Settings::default() }).await;
    let enrolment = w.enrol(w.citizen, course.id).await;
    let quiz = w.quiz(&enrolment, course.quiz).await;
    // 25 October 2026, 2.30 in Poland, half an hour before 3.00 becomes 2.00.
    w.clock().set(Micros::start_of(date(2026, 10, 25)).plus_seconds(9000));
    let attempt = w.begin(&quiz, &enrolment).await.unwrap();
    assert_eq!(attempt.seconds_left(kernel::Clock::now(&**w.clock())), Some(3600));
    w.clock().advance_seconds(59 * 60);
    assert_eq!(w.answer(attempt.id, 0, 1, good()).await, Saved::Saved);
    assert_eq!(attempt.seconds_left(kernel::Clock::now(&**w.clock())), Some(60));
    w.clock().advance_seconds(60 + GRACE_SECONDS);
    assert_eq!(w.answer(attempt.id, 1, 1, good()).await, Saved::Saved, "under way when it ended");
    w.clock().advance_seconds(1);
    assert_eq!(w.answer(attempt.id, 2, 1, good()).await, Saved::Closed);
    let done = w.submit(&quiz, attempt.id).await;
    assert!(done.by_clock);
    assert_eq!((done.submitted, done.score), (attempt.ends, Some(2.0 / 16.0)));
}

async fn the_end_is_told_in_the_time_that_will_then_hold(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings { minutes: 60, ..Settings::default() }).await;
    w.enrol(w.citizen, course.id).await;
    let browser = w.browser(Some(w.citizen));
    // 2.30 comes twice in this night: without a word one would read that the time is over.
    w.clock().set(Micros::start_of(date(2026, 10, 25)).plus_seconds(9000));
    let begun = browser.post(&format!("/learn/{}/quiz/{}", course.slug, course.quiz), &[]).await;
    let attempt = begun.location().to_owned();
    let told = words(&browser.get(&attempt).await);
    assert!(told.contains("Koniec o 2:30 czasu zimowego"), "{told}");
    // In the second of the two hours there is nothing to tell apart any more.
    w.clock().advance_seconds(45 * 60);
    let told = words(&browser.get(&attempt).await);
    assert!(told.contains("Koniec o 2:30") && !told.contains("czasu"), "{told}");
    w.clock().advance_seconds(15 * 60 - 1);
    assert_eq!(browser.get(&attempt).await.status, 200, "the last second is theirs");
    w.clock().advance_seconds(1 + GRACE_SECONDS + 1);
    assert_eq!(browser.get(&attempt).await.location(), format!("{attempt}/result"));
}

async fn an_attempt_nobody_hands_in_is_graded_with_what_was_saved(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings { minutes: 10, pass_percent: 50, attempts: 2, ..Settings::default() }).await;
    let enrolment = w.enrol(w.citizen, course.id).await;
    let quiz = w.quiz(&enrolment, course.quiz).await;
    let attempt = w.begin(&quiz, &enrolment).await.unwrap();
    for slot in 0..8 {
        w.answer(attempt.id, slot, 1, good()).await;
    }
    w.clock().advance_seconds(10 * 60 + GRACE_SECONDS);
    w.jobs().await;
    assert_eq!(w.row(attempt.id).await.state, AttemptState::Open, "answers under way may still come");
    w.clock().advance_seconds(20);
    w.jobs().await;
    let done = w.row(attempt.id).await;
    assert_eq!((done.state, done.score, done.passed, done.by_clock), (AttemptState::Graded, Some(0.5), Some(true), true));
    let id = enrolment.id;
    let progress = w.act(move |c, _| Box::pin(enrolments::progress(c, id))).await.unwrap();
    assert_eq!(progress[&course.quiz].state, ItemState::Passed);
    w.jobs().await;
    assert_eq!(w.row(attempt.id).await, done, "graded once");
    assert_eq!(w.begin(&quiz, &enrolment).await.unwrap().number, 2);
}

async fn beginning_again_after_the_time_is_over_grades_the_first_attempt(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings { minutes: 10, ..Settings::default() }).await;
    let enrolment = w.enrol(w.citizen, course.id).await;
    let quiz = w.quiz(&enrolment, course.quiz).await;
    let first = w.begin(&quiz, &enrolment).await.unwrap();
    w.answer(first.id, 0, 1, good()).await;
    w.clock().advance_seconds(3600);
    let second = w.begin(&quiz, &enrolment).await.unwrap();
    assert_ne!(first.id, second.id);
    let first = w.row(first.id).await;
    assert_eq!((first.state, first.score), (AttemptState::Graded, Some(1.0 / 16.0)));
}

async fn without_a_limit_nothing_expires(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let enrolment = w.enrol(w.citizen, course.id).await;
    let quiz = w.quiz(&enrolment, course.quiz).await;
    let attempt = w.begin(&quiz, &enrolment).await.unwrap();
    w.clock().advance_days(400);
    w.jobs().await;
    assert_eq!(w.answer(attempt.id, 0, 1, good()).await, Saved::Saved);
}

async fn who_left_the_course_has_the_attempt_graded_and_nothing_else(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings { minutes: 10, ..Settings::default() }).await;
    let enrolment = w.enrol(w.citizen, course.id).await;
    let quiz = w.quiz(&enrolment, course.quiz).await;
    let attempt = w.begin(&quiz, &enrolment).await.unwrap();
    let id = enrolment.id;
    w.act(move |c, ctx| Box::pin(async move { enrolments::withdraw(c, ctx, id, "").await.map(|_| ()) })).await.unwrap();
    w.clock().advance_seconds(3600);
    w.jobs().await;
    assert_eq!(w.row(attempt.id).await.state, AttemptState::Graded);
}

}
