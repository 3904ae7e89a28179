//! Marking by two trainers at once, its trace, and the queue of many learners.

use questions::Response;
use quizzes::{AttemptState, Settings};

use crate::world::{ALL, Course, World, hidden, pool, single, words};

async fn handed_in(w: &World, course: &Course, who: kernel::ids::PersonId, text: &str) -> kernel::ids::AttemptId {
    let enrolment = w.enrol(who, course.id).await;
    let quiz = w.quiz(&enrolment, course.quiz).await;
    let attempt = w.begin(&quiz, &enrolment).await.unwrap();
    w.answer(attempt.id, 0, 1, Response::Essay { text: text.into() }).await;
    w.submit(&quiz, attempt.id).await.id
}

/// What the audit log says of marks given.
async fn logged(w: &World) -> Vec<(String,)> {
    let q = db::Q::new("SELECT details FROM audit_event WHERE action = 'quizzes.marked' ORDER BY id LIMIT 100");
    w.act(move |c, _| Box::pin(c.all(q))).await.unwrap()
}

db::both! { ALL;

async fn of_two_trainers_neither_overwrites_the_other_unseen(db) {
    let w = World::new(&db).await;
    let course = w.essay().await;
    let id = handed_in(&w, &course, w.citizen, "Moja odpowiedź.").await;
    let bench = format!("/desk/lipowa/courses/{}/marking/{id}", course.slug);
    let (one, two) = (w.browser(Some(w.trainer)), w.browser(Some(w.trainer)));
    let seen = hidden(&two.get(&bench).await, "markings");
    let first = [("markings", seen.as_str()), ("points0", "3"), ("remark0", "Uwaga pierwsza")];
    for _ in 0..2 {
        assert_eq!(one.post(&bench, &first).await.status, 303, "sent twice is sent once");
    }
    let second = [("markings", seen.as_str()), ("points0", "1,5"), ("remark0", "Uwaga druga")];
    let stale = two.post(&bench, &second).await;
    assert_eq!(stale.status, 409);
    let text = words(&stale);
    for part in ["Ktoś inny ocenił to podejście", "Uwaga pierwsza", "Uwaga druga"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(stale.text.contains("Uwaga druga</textarea>") && stale.text.contains("value=\"1,5\""), "{}", stale.text);
    assert_eq!(w.row(id).await.score, Some(0.75), "nothing is overwritten");
    // Also a form with something at fault shows first what the other trainer did.
    assert_eq!(two.post(&bench, &[("markings", seen.as_str()), ("points0", "dużo")]).await.status, 409);
    // Having seen both, the second trainer decides.
    let now = hidden(&stale, "markings");
    assert_eq!(two.post(&bench, &[&[("markings", now.as_str())], &second[1..]].concat()).await.status, 303);
    assert_eq!(w.row(id).await.score, Some(0.375));
    let log = logged(&w).await;
    assert_eq!(log.len(), 2, "{log:?}");
    for points in ["3 / 4", "1,5 / 4"] {
        let of = |entry: &&(String,)| [points, "Jan Kowalski", "esej", "Prosty język"].iter().all(|part| entry.0.contains(&format!("\"{part}\"")));
        assert_eq!(log.iter().filter(of).count(), 1, "{points}: {log:?}");
    }
}

async fn a_decision_about_a_late_answer_meanwhile_is_seen_before_marking(db) {
    let w = World::new(&db).await;
    let course = w.essay().await;
    let learner = w.browser(Some(w.citizen));
    w.enrol(w.citizen, course.id).await;
    let attempt = learner.post(&format!("/learn/{}/quiz/{}", course.slug, course.quiz), &[]).await.location().to_owned();
    let id: kernel::ids::AttemptId = attempt.rsplit('/').next().unwrap().parse().unwrap();
    learner.post(&format!("{attempt}/answers"), &[("o0", "1"), ("q0", "Szkic")]).await;
    w.clock().advance_seconds(700);
    w.jobs().await;
    learner.post(&format!("{attempt}/answers"), &[("o0", "2"), ("q0", "Całość")]).await;
    let bench = format!("/desk/lipowa/courses/{}/marking/{id}", course.slug);
    let (one, two) = (w.browser(Some(w.trainer)), w.browser(Some(w.trainer)));
    let seen = hidden(&two.get(&bench).await, "markings");
    one.post(&format!("{bench}/late"), &[("slot", "0"), ("go", "count")]).await;
    let stale = two.post(&bench, &[("markings", seen.as_str()), ("points0", "1")]).await;
    assert_eq!((stale.status.as_u16(), w.row(id).await.state), (409, AttemptState::Marking), "the mark was for another answer");
    assert!(words(&stale).contains("Całość"), "{}", words(&stale));
}

async fn the_queue_names_every_learner_and_quiz(db) {
    let w = World::new(&db).await;
    let course = w.essay().await;
    for (who, day) in [(w.citizen, 1), (w.official, 2)] {
        handed_in(&w, &course, who, "Odpowiedź.").await;
        w.clock().advance_days(day);
    }
    let mine = w.browser(None);
    let guest = mine.post(&format!("/learn/{}/quiz/{}", course.slug, course.quiz), &[]).await.location().to_owned();
    mine.post(&format!("{guest}/answers"), &[("o0", "1"), ("q0", "Gość pisze")]).await;
    mine.post(&format!("{guest}/finish"), &[]).await;
    let queue = words(&w.browser(Some(w.trainer)).get(&format!("/desk/lipowa/courses/{}/marking", course.slug)).await);
    assert_eq!(queue.matches("Sprawdź się").count(), 3, "{queue}");
    let at = |part: &str| queue.find(part).unwrap_or_else(|| panic!("{part}: {queue}"));
    assert!(at("Jan Kowalski") < at("Olga Urzędnik") && at("Olga Urzędnik") < at("Osoba bez konta"), "{queue}");
}

async fn a_bank_that_is_full_takes_again_what_it_has_and_nothing_more(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings { pools: vec![pool("a", 16)], ..Settings::default() }).await;
    let (scope, id) = (w.office, course.id);
    let office = scope.office();
    // The rest of the room is taken by questions that were put aside.
    w.act(move |c, ctx| {
        Box::pin(async move {
            let mut left = usize::try_from(quizzes::bank::MOST_QUESTIONS).unwrap() - 16;
            while left > 0 {
                let mut q = db::Q::new(
                    "INSERT INTO question (id, office_id, course_id, name, code, category, kind, points, content, words, \
                     edited_by, edited_at, created, removed, version) VALUES ",
                );
                for n in 0..left.min(2000) {
                    q = q.push(if n == 0 { "(" } else { ", (" }, ctx.new_id::<kernel::ids::QuestionId>()).push(", ", office).push(", ", id);
                    q = q.text(", 'x', '', 'x', 'single', 1, '{}', '', 'x', 0, 0, 0, 1)");
                }
                c.exec(q).await?;
                left -= left.min(2000);
            }
            Ok(())
        })
    })
    .await
    .unwrap();
    let again: Vec<_> = (1..=16).map(|n| single(&format!("p{n:02}"), "inna")).collect();
    let take = async |questions: Vec<questions::Question>, only_new: bool| {
        let arriving: Vec<_> = questions.into_iter().map(|question| quizzes::exchange::Arriving { question, files: Vec::new() }).collect();
        w.act(move |c, ctx| Box::pin(async move { quizzes::exchange::take(c, ctx, scope, id, &arriving, only_new).await })).await
    };
    assert_eq!(take(again.clone(), true).await.unwrap(), 0, "nothing would be added");
    for (more, only_new) in [(vec![], false), (vec![single("p17", "a")], true)] {
        let fault = take([again.clone(), more].concat(), only_new).await.unwrap_err();
        assert_eq!(fault.key, quizzes::msg::QUIZZES_FAULT_FULL);
    }
}

}
