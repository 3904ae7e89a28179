//! What journeys through quizzes have in common: a guest begins one, answers, loses the network.

use serde_json::json;

use crate::harness::Browser;

/// A course that anybody may take.
const COURSE: &str = "/learn/segregacja-odpadow";

/// Answers questions from one place to another, each in the way of its kind: items of an ordering in places of their own.
const ANSWER: &str = "const asked = [...document.querySelectorAll('main [data-question]')].slice(arguments[0], arguments[1]); \
    for (const one of asked) { \
        const choice = one.querySelector('input[type=radio], input[type=checkbox]'); \
        if (choice) choice.checked = true; \
        [...one.querySelectorAll('select')].forEach((s, i) => s.value = s.options[1 + i % (s.options.length - 1)].value); \
        for (const i of one.querySelectorAll('input[type=text], textarea')) i.value = '7'; \
        (choice || one.querySelector('select, input[type=text], textarea')).dispatchEvent(new Event('change', {bubbles: true})); \
    }";

/// Begins a course as a guest.
pub async fn enrol(b: &Browser, course: &str) {
    b.go(course).await;
    b.press("Zacznij bez konta").await;
    b.sees("Kurs jest Twój").await;
}

/// Begins the first quiz of a course as a guest; gives the path of the attempt.
pub async fn begin(b: &Browser) -> String {
    enrol(b, COURSE).await;
    let quiz = b.links("main a[href*='/quiz/']").await.into_iter().next().expect("no quiz");
    b.go(&quiz).await;
    b.press("Zacznij").await;
    b.waits_for("main [data-question]").await;
    b.path().await
}

/// Answers questions, from one place to another.
pub async fn answer(b: &Browser, from: usize, to: usize) {
    let script = format!("{ANSWER} return asked.length > 0");
    assert_eq!(b.c.execute(&script, vec![json!(from), json!(to)]).await.unwrap(), json!(true));
}

/// Answers the first question as soon as the page's script takes it, and waits until that is saved.
pub async fn ready(b: &Browser) {
    let script = format!(
        "const status = document.querySelector('[data-quiz-status]'); if (status.textContent) return true; {ANSWER} return false"
    );
    assert!(b.until(&script, vec![json!(0), json!(1)]).await, "the page does not take an answer");
    told(b, "Zapisano").await;
}

/// Waits until the page says so beside the clock; the beginning will do.
pub async fn told(b: &Browser, text: &str) {
    let script = "return document.querySelector('[data-quiz-status]').textContent.startsWith(arguments[0])";
    assert!(b.until(script, vec![json!(text)]).await, "{text:?} is not told:\n{}", b.text().await);
}

/// Waits until this many answers wait in the browser.
pub async fn wait(b: &Browser, many: u64) {
    let script = "return localStorage.length === arguments[0]";
    assert!(b.until(script, vec![json!(many)]).await, "not {many} answers wait in the browser:\n{}", b.text().await);
}

/// Closes the page while there is no network. The emulated loss does not reach what a page sends while it closes; a real one
/// does.
pub async fn close(b: &Browser) {
    b.c.execute("window.fetch = () => Promise.reject(new TypeError('no network'))", vec![]).await.unwrap();
    b.c.goto("about:blank").await.unwrap();
}
