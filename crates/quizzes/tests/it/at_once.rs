//! Answers of many learners that come at one moment: each is confirmed if and only if it is kept.

use std::{collections::BTreeMap, sync::Arc};

use db::{Db, Dialect, q};
use futures::future::join_all;
use kernel::ids::AttemptId;
use questions::Response;
use quizzes::{Attempt, Quiz, Settings};
use testkit::Browser;
use tokio::sync::{Mutex, oneshot};

use crate::world::{ALL, Course, World};

/// A learner at the quiz.
struct Seat {
    browser: Browser,
    quiz: Arc<Quiz>,
    attempt: Attempt,
    to: String,
}

impl Seat {
    async fn answer(&self, slot: usize, ordinal: i64, choice: usize) -> serde_json::Value {
        let (o, c) = (ordinal.to_string(), choice.to_string());
        let sent = [(&*format!("o{slot}"), o.as_str()), (&*format!("q{slot}"), c.as_str())];
        self.browser.post(&self.to, &sent).await.json()
    }
}

/// Five learners who have begun.
async fn hall(w: &World, course: &Course) -> Vec<Seat> {
    let mut seats = Vec::new();
    for who in [w.citizen, w.official, w.superior, w.coordinator, w.trainer] {
        let enrolment = w.enrol(who, course.id).await;
        let quiz = w.quiz(&enrolment, course.quiz).await;
        let attempt = w.begin(&quiz, &enrolment).await.unwrap();
        let to = format!("/learn/{}/quiz/{}/{}/answers", course.slug, course.quiz, attempt.id);
        seats.push(Seat { browser: w.browser(Some(who)), quiz, attempt, to });
    }
    seats
}

/// What is kept of an attempt: the ordinal and the choice by slot.
async fn kept(w: &World, id: AttemptId) -> BTreeMap<usize, (i64, Response)> {
    let rows = w.act(move |c, _| Box::pin(quizzes::answers(c, id))).await.unwrap();
    rows.into_iter().map(|a| (usize::try_from(a.slot).unwrap(), (a.ordinal, a.response.0))).collect()
}

/// Holds the row of an attempt, as long handing in would, until told to let go.
async fn hold(db: &Db, id: AttemptId) -> (oneshot::Sender<()>, impl Future<Output = ()>) {
    let ((let_go, gone), (taken, held)) = (oneshot::channel::<()>(), oneshot::channel());
    let (gone, taken) = (Arc::new(Mutex::new(Some(gone))), Arc::new(Mutex::new(Some(taken))));
    let db = db.clone();
    let work = tokio::spawn(async move {
        db.write(move |c| {
            let (gone, taken) = (Arc::clone(&gone), Arc::clone(&taken));
            Box::pin(async move {
                c.exec(q!("UPDATE attempt SET state = state WHERE id = $1", id)).await?;
                let gone = gone.lock().await.take().unwrap();
                taken.lock().await.take().unwrap().send(()).unwrap();
                let _ = gone.await;
                Ok(())
            })
        })
        .await
        .unwrap();
    });
    held.await.unwrap();
    (let_go, async move { work.await.unwrap() })
}

db::both! { ALL;

async fn of_all_answers_that_come_at_once_the_newest_of_each_question_are_kept(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let seats = hall(&w, &course).await;
    // Forty answers of each learner to sixteen questions, in an order of ordinals that is neither up nor down.
    let sent = |n: i64| (usize::try_from(n * 7 % 16).unwrap(), (n * 17) % 41 + 1, usize::try_from(n % 3).unwrap());
    let asked = seats.iter().flat_map(|seat| (0..40).map(move |n| async move {
        let (slot, ordinal, choice) = sent(n);
        (slot, ordinal, seat.answer(slot, ordinal, choice).await)
    }));
    for (slot, ordinal, told) in join_all(asked).await {
        let newer = || told["newer"][0][0] == slot && told["newer"][0][1].as_i64().unwrap() > ordinal;
        assert!(told["saved"] == serde_json::json!([[slot, ordinal]]) || newer(), "{slot} {ordinal}: {told}");
    }
    let mut expected = BTreeMap::new();
    for (slot, ordinal, choice) in (0..40).map(sent) {
        let newest = expected.entry(slot).or_insert((0, Response::Blank));
        if ordinal > newest.0 {
            *newest = (ordinal, Response::Single { choice });
        }
    }
    for seat in &seats {
        assert_eq!(kept(&w, seat.attempt.id).await, expected);
    }
}

async fn who_hands_in_among_the_others_is_told_of_each_answer_whether_it_counts(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let seats = hall(&w, &course).await;
    let answers = join_all(seats.iter().flat_map(|seat| (0..16).map(move |slot| async move {
        (seat.attempt.id, slot, seat.answer(slot, 1, 0).await)
    })));
    let first = &seats[0];
    let (told, done) = tokio::join!(answers, w.submit(&first.quiz, first.attempt.id));
    for seat in &seats {
        let kept = kept(&w, seat.attempt.id).await;
        for (_, slot, told) in told.iter().filter(|(attempt, ..)| *attempt == seat.attempt.id) {
            assert_eq!(told["saved"] == serde_json::json!([[slot, 1]]), kept.contains_key(slot), "{told}");
        }
        assert!(seat.attempt.id == first.attempt.id || kept.len() == 16);
    }
    assert_eq!(done.score, Some(kept(&w, first.attempt.id).await.len() as f64 / 16.0));
}

async fn nobody_waits_for_the_attempt_of_somebody_else(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let seats = hall(&w, &course).await;
    // SQLite has one writer, so there nothing is held while another writes.
    if db.dialect() == Dialect::Postgres {
        let (let_go, gone) = hold(&db, seats[0].attempt.id).await;
        let waits = seats[0].answer(0, 1, 0);
        let others = async {
            let told = join_all(seats[1..].iter().map(|seat| seat.answer(0, 1, 0))).await;
            assert!(told.iter().all(|t| t["saved"] == serde_json::json!([[0, 1]])), "{told:?}");
            assert!(kept(&w, seats[0].attempt.id).await.is_empty());
            let_go.send(()).unwrap();
            gone.await;
        };
        let (told, ()) = tokio::join!(waits, others);
        assert_eq!(told["saved"], serde_json::json!([[0, 1]]));
    }
    for seat in &seats {
        assert_eq!(seat.answer(0, 2, 0).await["saved"], serde_json::json!([[0, 2]]));
        assert_eq!(kept(&w, seat.attempt.id).await[&0].0, 2);
    }
}

}
