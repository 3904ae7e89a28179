//! Ordinals of answers are times by the clocks of devices: clocks may be wrong, and ordinals may be anything.

use kernel::{Clock as _, FaultKind, Micros};
use questions::Response;
use quizzes::Settings;

use crate::world::{ALL, World};

fn ms(at: Micros) -> i64 {
    at.0 / 1000
}

db::both! { ALL;

async fn of_two_devices_with_different_clocks_the_later_answer_counts(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let mine = w.enrol(w.citizen, course.id).await;
    let quiz = w.quiz(&mine, course.quiz).await;
    let attempt = w.begin(&quiz, &mine).await.unwrap();
    let browser = w.browser(Some(w.citizen));
    let to = format!("/learn/{}/quiz/{}/{}/answers", course.slug, course.quiz, attempt.id);
    // The phone's clock is an hour ahead, the computer's is right, the tablet's is an hour behind.
    for (off, choice) in [(3600, "0"), (0, "1"), (-3600, "2"), (3600, "1"), (-3600, "0")] {
        w.clock().advance_seconds(60);
        let device = ms(w.clock().now()) + off * 1000;
        let (o, now) = ((device - 2000).to_string(), device.to_string());
        for _ in 0..2 {
            let saved = browser.post(&to, &[("o0", o.as_str()), ("q0", choice), ("now", &now)]).await;
            assert_eq!(saved.json()["saved"], serde_json::json!([[0, device - 2000]]), "{off}: {}", saved.text);
            w.clock().advance_seconds(1);
        }
        let kept = w.act(move |c, _| Box::pin(quizzes::answers(c, attempt.id))).await.unwrap().remove(0);
        assert!((ms(w.clock().now()) - kept.ordinal).abs() < 10_000, "by the clock of the server: {}", kept.ordinal);
    }
    // The page tells the time of the server, so that a wrong clock is known from the beginning.
    let page = browser.get(to.trim_end_matches("/answers")).await;
    assert!(page.text.contains(&format!("data-now=\"{}\"", ms(w.clock().now()))), "{}", page.text);
}

async fn an_ordinal_far_ahead_is_refused_and_leaves_the_question_open(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let mine = w.enrol(w.citizen, course.id).await;
    let quiz = w.quiz(&mine, course.quiz).await;
    let attempt = w.begin(&quiz, &mine).await.unwrap();
    let browser = w.browser(Some(w.citizen));
    let here = format!("/learn/{}/quiz/{}/{}", course.slug, course.quiz, attempt.id);
    let day = 24 * 60 * 60 * 1000;
    let now = ms(w.clock().now());
    for ordinal in [i64::MAX, now + day + 1] {
        let refused = browser.post(&format!("{here}/answers"), &[("o0", &ordinal.to_string()), ("q0", "1")]).await;
        assert_eq!(refused.status, 422, "{ordinal}: {}", refused.text);
        let (id, given) = (attempt.id, Response::Single { choice: 1 });
        let fault = w.act(move |c, ctx| Box::pin(async move { quizzes::keep(c, ctx, id, 0, ordinal, None, &given).await })).await;
        assert_eq!(fault.unwrap_err().kind, FaultKind::Invalid);
    }
    for choice in ["0", "1"] {
        let kept = w.act(move |c, _| Box::pin(quizzes::answers(c, attempt.id))).await.unwrap();
        let base = kept.first().map_or(0, |a| a.ordinal).to_string();
        let saved = browser.post(&here, &[("o0", base.as_str()), ("q0", choice), ("go", "save")]).await;
        assert_eq!(saved.status, 303, "{}", saved.text);
    }
    let near = (now + day - 1).to_string();
    assert_eq!(browser.post(&format!("{here}/answers"), &[("o0", near.as_str()), ("q0", "2")]).await.status, 200);
    let base = [("o0", near.as_str()), ("q0", "0"), ("go", "save")];
    assert_eq!(browser.post(&here, &base).await.status, 303, "after one that is ahead comes one that is more so");
}

async fn who_is_not_known_any_more_is_asked_to_sign_in_and_comes_back(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let mine = w.enrol(w.citizen, course.id).await;
    let quiz = w.quiz(&mine, course.quiz).await;
    let attempt = w.begin(&quiz, &mine).await.unwrap();
    let here = format!("/learn/{}/quiz/{}/{}", course.slug, course.quiz, attempt.id);
    let (known, nobody) = (w.browser(Some(w.citizen)), w.browser(None));
    for page in [here.clone(), format!("{here}/finish"), format!("{here}/result")] {
        let back = format!("/sign-in?next={}", page.replace('/', "%2F"));
        assert_eq!(nobody.get(&page).await.location(), back);
    }
    assert_eq!(nobody.post(&format!("{here}/answers"), &[("o0", "1"), ("q0", "0")]).await.status, 401);
    assert_eq!(w.browser(Some(w.official)).post(&format!("{here}/answers"), &[("o0", "1"), ("q0", "0")]).await.status, 404);
    // What the script then shows leads back to the same page.
    for page in [here.clone(), format!("{here}/finish")] {
        let shown = known.get(&page).await.text;
        assert!(shown.contains("data-quiz-sign-in") && shown.contains(&format!("href=\"/sign-in?next={page}\"")), "{shown}");
    }
}

}
