//! Somebody without an account takes a quiz on a phone, and the network goes away twice: nothing is lost.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, Site},
    quiz::{answer, begin, close, ready, told, wait},
};

const OFFLINE: &str = "Brak połączenia – odpowiedzi czekają w tej przeglądarce";
const PRESSED: &str =
    "Nie ma połączenia. Odpowiedzi są na tym urządzeniu. Wyślemy je i przejdziemy dalej, gdy połączenie wróci.";
const HANDED_IN: &str =
    "Nie ma połączenia. Twoje odpowiedzi są bezpieczne. Nie zamykaj tej strony: oddamy je, gdy połączenie wróci.";

/// All that stands in the fields.
async fn given(b: &Browser) -> Value {
    let script =
        "return [...new FormData(document.querySelector('#attempt'))].filter(([name]) => name.startsWith('q')).sort()";
    b.c.execute(script, vec![]).await.unwrap()
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
    let attempt = begin(&b).await;
    ready(&b).await;

    // A tunnel: answers given in it are saved when the train has left it.
    b.network(false).await;
    answer(&b, 1, 4).await;
    told(&b, OFFLINE).await;
    b.network(true).await;
    told(&b, "Zapisano").await;

    // A longer one: handing in waits, and the page is closed before the network is back.
    b.network(false).await;
    answer(&b, 4, 99).await;
    told(&b, OFFLINE).await;
    let mine = given(&b).await;
    assert!(mine.as_array().is_some_and(|all| all.len() >= 10), "{mine}");
    b.press("Zakończ i oddaj").await;
    told_beside(&b, PRESSED).await;
    told(&b, OFFLINE).await;
    assert_eq!(b.path().await, attempt);
    assert_eq!(given(&b).await, mine, "nothing is lost by pressing");
    b.axe("a quiz without a network").await;
    close(&b).await;
    b.network(true).await;
    b.go(&attempt).await;
    told(&b, "Zapisano").await;
    assert_eq!(given(&b).await, mine, "what was answered without a network");

    // The server has it all: nothing is left in the browser.
    wait(&b, 0).await;
    b.go(&attempt).await;
    assert_eq!(given(&b).await, mine, "what the server keeps");

    // A last tunnel, after the last change: what was pressed is done when the network is back, and nobody presses again.
    b.network(false).await;
    answer(&b, 0, 1).await;
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
    wait(&b, 0).await;
    b.fits().await;
}
