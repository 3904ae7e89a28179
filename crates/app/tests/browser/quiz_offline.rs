//! Somebody without an account takes a quiz on a phone, and the network goes away twice: nothing is lost.

use serde_json::{Value, json};

use crate::harness::{Browser, Site};

const COURSE: &str = "/learn/segregacja-odpadow";
const OFFLINE: &str = "Brak połączenia – odpowiedzi czekają w tej przeglądarce";
const PRESSED: &str =
    "Nie ma połączenia. Odpowiedzi są na tym urządzeniu. Wyślemy je i przejdziemy dalej, gdy połączenie wróci.";
const HANDED_IN: &str =
    "Nie ma połączenia. Twoje odpowiedzi są bezpieczne. Nie zamykaj tej strony: oddamy je, gdy połączenie wróci.";

/// Answers the questions from one place to another, each in the way of its kind: items of an ordering in places of their own.
async fn answers(b: &Browser, from: usize, to: usize) {
    let script = "const asked = [...document.querySelectorAll('main [data-question]')].slice(arguments[0], arguments[1]); \
        for (const one of asked) { \
            const choice = one.querySelector('input[type=radio], input[type=checkbox]'); \
            if (choice) choice.checked = true; \
            [...one.querySelectorAll('select')].forEach((s, i) => s.value = s.options[1 + i % (s.options.length - 1)].value); \
            for (const i of one.querySelectorAll('input[type=text], textarea')) i.value = '7'; \
            (choice || one.querySelector('select, input[type=text], textarea')).dispatchEvent(new Event('change', {bubbles: true})); \
        } return asked.length > 0";
    assert_eq!(b.c.execute(script, vec![json!(from), json!(to)]).await.unwrap(), json!(true));
}

/// All that stands in the fields.
async fn given(b: &Browser) -> Value {
    let script =
        "return [...new FormData(document.querySelector('#attempt'))].filter(([name]) => name.startsWith('q')).sort()";
    b.c.execute(script, vec![]).await.unwrap()
}

/// Waits until the page says so beside the clock.
async fn told(b: &Browser, text: &str) {
    let script = "return document.querySelector('[data-quiz-status]').textContent === arguments[0]";
    assert!(b.until(script, vec![json!(text)]).await, "{text:?} is not told:\n{}", b.text().await);
}

/// Waits until it is said where the button stands, in sight.
async fn told_beside(b: &Browser, text: &str) {
    let script = "const p = document.querySelector('form [data-quiz-beside]'); const at = p.getBoundingClientRect(); \
        return p.textContent === arguments[0] && (arguments[0] === '' || at.height > 0 && at.bottom > 0 && at.top < innerHeight)";
    assert!(b.until(script, vec![json!(text)]).await, "{text:?} is not told beside the button:\n{}", b.text().await);
}

#[tokio::test]
async fn a_guest_loses_the_network_in_the_middle_of_a_quiz_and_loses_nothing() {
    let site = Site::start();
    let b = Browser::open(&site, 390).await;
    b.go(COURSE).await;
    b.press("Zacznij bez konta").await;
    b.sees("Kurs jest Twój").await;
    let quiz = b.links("main a[href*='/quiz/']").await.into_iter().next().expect("no quiz");
    b.go(&quiz).await;
    b.press("Zacznij").await;
    b.waits_for("main [data-question]").await;
    let attempt = b.path().await;
    // The page is ready when an answer given is saved by itself.
    let first = "const i = document.querySelector('main [data-question] :is(input:not([type=hidden]), select)'); \
        if (i.tagName === 'SELECT') i.value = i.options[1].value; else if (i.type === 'text') i.value = '7'; else i.checked = true; \
        i.dispatchEvent(new Event('change', {bubbles: true})); \
        return document.querySelector('[data-quiz-status]').textContent === 'Zapisano'";
    assert!(b.until(first, vec![]).await, "nothing is saved by itself");

    // A tunnel: answers given in it are saved when the train has left it.
    b.network(false).await;
    answers(&b, 1, 4).await;
    told(&b, OFFLINE).await;
    b.network(true).await;
    told(&b, "Zapisano").await;

    // A longer one: handing in waits, and the page is closed before the network is back.
    b.network(false).await;
    answers(&b, 4, 99).await;
    told(&b, OFFLINE).await;
    let mine = given(&b).await;
    assert!(mine.as_array().is_some_and(|all| all.len() >= 10), "{mine}");
    b.press("Zakończ i oddaj").await;
    told_beside(&b, PRESSED).await;
    told(&b, OFFLINE).await;
    assert_eq!(b.path().await, attempt);
    assert_eq!(given(&b).await, mine, "nothing is lost by pressing");
    b.axe("a quiz without a network").await;
    // The emulated loss does not reach what a page sends while it closes; a real one does.
    b.c.execute("window.fetch = () => Promise.reject(new TypeError('no network'))", vec![]).await.unwrap();
    b.c.goto("about:blank").await.unwrap();
    b.network(true).await;
    b.go(&attempt).await;
    told(&b, "Zapisano").await;
    assert_eq!(given(&b).await, mine, "what was answered without a network");

    // The server has it all: nothing is left in the browser.
    assert_eq!(b.c.execute("return localStorage.length", vec![]).await.unwrap(), json!(0));
    b.go(&attempt).await;
    assert_eq!(given(&b).await, mine, "what the server keeps");

    // A last tunnel, after the last change: what was pressed is done when the network is back, and nobody presses again.
    b.network(false).await;
    answers(&b, 0, 1).await;
    b.press("Zakończ i oddaj").await;
    told_beside(&b, PRESSED).await;
    b.network(true).await;
    b.leads_to("/finish").await;
    b.sees("Odpowiedzi są na wszystkie pytania.").await;
    b.network(false).await;
    b.press("Oddaj").await;
    told_beside(&b, HANDED_IN).await;
    assert!(b.path().await.ends_with("/finish"));
    b.axe("handing in without a network").await;
    b.network(true).await;
    b.leads_to("/result").await;
    assert_eq!(b.c.execute("return localStorage.length", vec![]).await.unwrap(), json!(0));
    b.fits().await;
}
