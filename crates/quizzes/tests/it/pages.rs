//! Pages of learners: without scripts, with them, without an account, in two windows, in both languages.

use kernel::ids::AttemptId;
use questions::Response;
use quizzes::{AttemptState, GRACE_SECONDS, Settings, Shown};

use crate::world::{ALL, Course, World, words};

/// Begins as somebody and gives the address of the attempt.
async fn begin(browser: &testkit::Browser, course: &Course) -> String {
    let begun = browser.post(&format!("/learn/{}/quiz/{}", course.slug, course.quiz), &[]).await;
    assert_eq!(begun.status, 303, "{}", begun.text);
    begun.location().to_owned()
}

fn id_of(attempt: &str) -> AttemptId {
    attempt.rsplit('/').next().unwrap().parse().unwrap()
}

/// The fields of a page's form: hidden ordinals, and for every question the first option.
fn firsts(page: &str) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for slot in 0..16 {
        let mark = format!("name=\"o{slot}\" value=\"");
        if let Some(at) = page.find(&mark) {
            let ordinal: String = page[at + mark.len()..].chars().take_while(|c| *c != '"').collect();
            fields.push((format!("o{slot}"), ordinal));
            fields.push((format!("q{slot}"), "0".to_owned()));
        }
    }
    fields
}

fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect()
}

db::both! { ALL;

async fn a_learner_takes_a_quiz_without_scripts(db) {
    let w = World::new(&db).await;
    let band = |from: f64, text: &str| questions::Band { from, text: text.into() };
    let bands = vec![band(0.9, "Znasz to **bardzo dobrze**."), band(0.0, "Wróć do lekcji.")];
    let rules =
        Settings { minutes: 20, attempts: 2, pass_percent: 50, shown: Shown::AtTheEnd, bands, ..Settings::default() };
    let course = w.sixteen(rules).await;
    w.enrol(w.citizen, course.id).await;
    let browser = w.browser(Some(w.citizen));
    let intro = browser.get(&format!("/learn/{}/quiz/{}", course.slug, course.quiz)).await;
    let text = words(&intro);
    for part in ["16 pytań", "20 min", "2 podejścia", "od 50% punktów", "Najlepsze podejście", "do 30 sekund po końcu czasu", "Zacznij"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let attempt = begin(&browser, &course).await;
    let page = browser.get(&attempt).await;
    let text = words(&page);
    assert!(text.contains("Pytanie 1 z 16") && text.contains("Pytanie 16 z 16") && text.contains("Koniec o 12:20"), "{text}");
    assert!(!page.text.contains("art. 35"), "reasons come afterwards");
    let mut fields = firsts(&page.text);
    assert_eq!(fields.len(), 32);
    fields.retain(|(name, _)| name != "q3");
    fields.push(("go".into(), "finish".into()));
    let saved = browser.post(&attempt, &borrowed(&fields)).await;
    assert_eq!(saved.location(), format!("{attempt}/finish"));
    let last = browser.get(saved.location()).await;
    assert!(words(&last).contains("1 pytanie jest bez odpowiedzi"), "{}", words(&last));
    let handed_in = browser.post(&format!("{attempt}/finish"), &[]).await;
    assert_eq!(handed_in.location(), format!("{attempt}/result"));
    let result = browser.get(handed_in.location()).await;
    let text = words(&result);
    assert!(!text.contains("Wróć do lekcji"), "a comment for another score: {text}");
    for part in ["Znasz to bardzo dobrze", "93%", "15 / 16", "Zaliczone", "Bez odpowiedzi", "Dobrze", "Dlaczego", "art. 35 k.p.a.", "Spróbuj jeszcze raz"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(browser.get(&attempt).await.location(), format!("{attempt}/result"), "nothing more to answer");
    let late = browser.post(&attempt, &borrowed(&fields)).await;
    assert_eq!(late.location(), format!("{attempt}/result"));
    assert_eq!(w.row(id_of(&attempt)).await.state, AttemptState::Graded);
}

async fn right_answers_wait_until_the_quiz_is_passed(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings { attempts: 2, shown: Shown::AtTheEnd, ..Settings::default() }).await;
    w.enrol(w.citizen, course.id).await;
    let browser = w.browser(Some(w.citizen));
    for last in [false, true] {
        let attempt = begin(&browser, &course).await;
        browser.post(&format!("{attempt}/finish"), &[]).await;
        let text = words(&browser.get(&format!("{attempt}/result")).await);
        assert!(text.contains("Niezaliczone"));
        assert_eq!(text.contains("art. 35 k.p.a."), last, "{text}");
        assert_eq!(text.contains("Nie masz już podejść"), last);
    }
}

async fn somebody_without_an_account_takes_an_open_course(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let browser = w.browser(None);
    let attempt = begin(&browser, &course).await;
    let page = browser.get(&attempt).await;
    assert_eq!(page.status, 200);
    let mut fields = firsts(&page.text);
    fields.push(("go".into(), "finish".into()));
    browser.post(&attempt, &borrowed(&fields)).await;
    browser.post(&format!("{attempt}/finish"), &[]).await;
    assert!(words(&browser.get(&format!("{attempt}/result")).await).contains("100%"));
    // Another browser knows nothing of it: whoever signs in there comes back; or one begins anew.
    assert_eq!(w.browser(None).get(&attempt).await.location(), format!("/sign-in?next={}", attempt.replace('/', "%2F")));
    assert_eq!(w.browser(Some(w.official)).get(&attempt).await.status, 404);
    assert_ne!(begin(&w.browser(None), &course).await, attempt);
    // Signed in later in the same browser, the attempt is the person's.
    browser.cookie("szpon_session", &w.citizen.to_string());
    assert_eq!(browser.get(&format!("{attempt}/result")).await.status, 200);
}

async fn what_is_promised_of_coming_back_is_true_for_whoever_reads_it(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    w.enrol(w.citizen, course.id).await;
    let intro = format!("/learn/{}/quiz/{}", course.slug, course.quiz);
    let guest = w.browser(None);
    let text = words(&guest.get(&intro).await);
    assert!(text.contains("wrócić później w tej samej przeglądarce") && !text.contains("innym urządzeniu"), "{text}");
    // The guest's own second window, on the same device.
    let attempt = begin(&guest, &course).await;
    let old = firsts(&guest.get(&attempt).await.text);
    w.clock().advance_seconds(5);
    guest.post(&attempt, &[("o0", "0"), ("q0", "1"), ("go", "save")]).await;
    let second = guest.post(&attempt, &borrowed(&old[..2])).await;
    assert_eq!(second.status, 409);
    let text = words(&second);
    assert!(text.contains("w innym oknie tej przeglądarki") && !text.contains("innym urządzeniu"), "{text}");
    // With an account it is true, and done.
    let (phone, computer) = (w.browser(Some(w.citizen)), w.browser(Some(w.citizen)));
    assert!(words(&phone.get(&intro).await).contains("także na innym urządzeniu"));
    let attempt = begin(&phone, &course).await;
    phone.post(&attempt, &[("o0", "0"), ("q0", "1"), ("go", "save")]).await;
    assert_eq!(begin(&computer, &course).await, attempt, "the attempt under way");
    let page = computer.get(&attempt).await;
    assert!(page.text.contains("value=\"1\" checked"), "{}", page.text);
}

async fn beside_the_buttons_there_is_room_to_say_that_there_is_no_network(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let browser = w.browser(None);
    let attempt = begin(&browser, &course).await;
    for (path, said, last) in [
        (attempt.clone(), "Odpowiedzi są na tym urządzeniu. Wyślemy je i przejdziemy dalej, gdy połączenie wróci.", "Zakończ i oddaj"),
        (format!("{attempt}/finish"), "Nie zamykaj tej strony: oddamy je, gdy połączenie wróci.", "Oddaj"),
    ] {
        let page = browser.get(&path).await;
        let form = page.text.split("<form").find(|f| f.contains("data-quiz-beside")).unwrap();
        let (_, after) = form.split_once("<p class=\"quiz-beside\" role=\"status\" data-quiz-beside></p>").unwrap();
        assert!(after.split("</form>").next().unwrap().contains(last), "the buttons come next: {after}");
        assert!(page.text.contains(said), "{path}");
    }
    // Before going on scripts ask, with nothing to save, whether the server is there.
    let there = browser.post(&format!("{attempt}/answers"), &[]).await;
    assert_eq!((there.status.as_u16(), &there.json()["saved"]), (200, &serde_json::json!([])));
}

async fn an_attempt_is_nobody_elses(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    w.enrol(w.citizen, course.id).await;
    w.enrol(w.official, course.id).await;
    let attempt = begin(&w.browser(Some(w.citizen)), &course).await;
    assert_eq!(w.browser(Some(w.citizen)).get(&attempt).await.status, 200);
    for who in [Some(w.official), Some(w.foreign), None] {
        let browser = w.browser(who);
        // Whoever is not known at all is asked to sign in.
        let (get, post) = if who.is_some() { (404, 404) } else { (303, 401) };
        for rest in ["", "/finish", "/result"] {
            assert_eq!(browser.get(&format!("{attempt}{rest}")).await.status, get, "{rest}");
        }
        for rest in ["", "/finish", "/answers"] {
            assert_eq!(browser.post(&format!("{attempt}{rest}"), &[("o0", "1"), ("q0", "0")]).await.status, post, "{rest}");
        }
    }
    assert_eq!(w.row(id_of(&attempt)).await.state, AttemptState::Open);
}

async fn a_form_left_open_in_a_second_window_never_overwrites_newer_answers(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    w.enrol(w.citizen, course.id).await;
    let browser = w.browser(Some(w.citizen));
    let attempt = begin(&browser, &course).await;
    let page = browser.get(&attempt).await;
    let old = firsts(&page.text);
    w.clock().advance_seconds(5);
    let first = browser.post(&attempt, &[("o0", "0"), ("q0", "1"), ("go", "save")]).await;
    assert_eq!(first.status, 303);
    let second = browser.post(&attempt, &borrowed(&old[..4])).await;
    assert_eq!(second.status, 409);
    let text = words(&second);
    assert!(text.contains("jest otwarty też w innym oknie") && text.contains("nowsza odpowiedź"), "{text}");
    let kept = w.act({
        let id = id_of(&attempt);
        move |c, _| Box::pin(quizzes::answers(c, id))
    }).await.unwrap();
    assert_eq!(kept[0].response.0, Response::Single { choice: 1 }, "the newer one");
    assert_eq!(kept[1].response.0, Response::Single { choice: 0 }, "what nobody else answered is saved");
}

async fn answers_sent_by_scripts_are_saved_once_and_what_became_of_them_is_told(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings { minutes: 10, ..Settings::default() }).await;
    w.enrol(w.citizen, course.id).await;
    let browser = w.browser(Some(w.citizen));
    let attempt = begin(&browser, &course).await;
    let to = format!("{attempt}/answers");
    let saved = browser.post(&to, &[("o0", "5"), ("q0", "1"), ("o3", "7"), ("q3", "0")]).await;
    assert_eq!(saved.status, 200);
    assert_eq!(saved.json()["saved"], serde_json::json!([[0, 5], [3, 7]]));
    assert_eq!(saved.json()["left"], 600);
    let older = browser.post(&to, &[("o0", "4"), ("q0", "2")]).await;
    assert_eq!(older.json()["newer"], serde_json::json!([[0, 5, [["q0", "1"]]]]));
    // The fields may name nothing: the answer was taken back.
    browser.post(&to, &[("o3", "8")]).await;
    // An answer that does not belong to the question, and a question that does not exist.
    assert_eq!(browser.post(&to, &[("o0", "9"), ("q0", "77")]).await.status, 422);
    assert_eq!(browser.post(&to, &[("o99", "9"), ("q99", "0")]).await.status, 404);
    w.clock().advance_seconds(600 + GRACE_SECONDS);
    assert_eq!(browser.post(&to, &[("o1", "1"), ("q1", "0")]).await.status, 200, "under way at the end");
    w.clock().advance_seconds(1);
    let late = browser.post(&to, &[("o2", "1"), ("q2", "0")]).await;
    assert_eq!((late.status.as_u16(), &late.json()["late"]), (409, &serde_json::json!([2])));
    let result = browser.get(&format!("{attempt}/result")).await;
    let text = words(&result);
    assert!(text.contains("Czas minął, więc podejście oddało się samo") && text.contains("1 / 16"), "{text}");
}

async fn questions_come_one_a_page_where_the_quiz_says_so(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings { one_a_page: true, ..Settings::default() }).await;
    w.enrol(w.citizen, course.id).await;
    let browser = w.browser(Some(w.citizen));
    let attempt = begin(&browser, &course).await;
    let first = browser.get(&attempt).await;
    let mut fields = firsts(&first.text);
    assert_eq!(fields.len(), 2);
    fields.push(("go".into(), "next".into()));
    let next = browser.post(&format!("{attempt}?q=1"), &borrowed(&fields)).await;
    assert_eq!(next.location(), format!("{attempt}?q=2"));
    let second = browser.get(next.location()).await;
    assert!(words(&second).contains("Pytanie 2 z 16") && !words(&second).contains("Pytanie 1 z 16"));
    assert!(second.text.contains("data-done"), "the first is marked as answered");
}

async fn pages_speak_english_too(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings { minutes: 20, ..Settings::default() }).await;
    w.enrol(w.citizen, course.id).await;
    let browser = w.browser(Some(w.citizen));
    browser.cookie("szpon_prefs", "en.");
    let intro = words(&browser.get(&format!("/learn/{}/quiz/{}", course.slug, course.quiz)).await);
    assert!(intro.contains("16 questions") && intro.contains("Start"), "{intro}");
    let attempt = begin(&browser, &course).await;
    assert!(words(&browser.get(&attempt).await).contains("Question 1 of 16"));
    browser.post(&format!("{attempt}/finish"), &[]).await;
    let result = browser.get(&format!("{attempt}/result")).await;
    assert!(words(&result).contains("Not passed"));
    for page in [&intro, &words(&result)] {
        assert!(!page.contains("quizzes-"), "a text is missing: {page}");
    }
}

async fn what_does_not_exist_is_not_found(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let browser = w.browser(Some(w.citizen));
    for path in [
        format!("/learn/{}/quiz/{}", course.slug, course.lesson),
        format!("/learn/nie-ma/quiz/{}", course.quiz),
        format!("/learn/{}/quiz/x", course.slug),
        format!("/learn/{}/quiz/{}/{}", course.slug, course.quiz, course.quiz),
    ] {
        assert_eq!(browser.get(&path).await.status, 404, "{path}");
    }
}

}
