//! Things put in order in a quiz: the list on the screen is the answer, also when it was filled in from elsewhere.

use fantoccini::Locator;
use serde_json::json;

use crate::{
    harness::{Browser, Site},
    quiz::{close, enrol, told, wait},
};

const COURSE: &str = "/learn/dostepnosc-cyfrowa";

/// Begins attempts at a test without a limit of them until one has something to put in order, as three of four have; gives
/// its path.
async fn begun(b: &Browser) -> String {
    b.opens(COURSE, "main a[href*='/quiz/']", "Dowolnie wiele").await;
    let quiz = b.path().await;
    for tried in 0..40 {
        b.go(&quiz).await;
        b.press(if tried == 0 { "Zacznij" } else { "Spróbuj jeszcze raz" }).await;
        b.waits_for("main [data-question]").await;
        let here = b.path().await;
        if b.c.find(Locator::Css("main [data-order]")).await.is_ok() {
            return here;
        }
        b.go(&format!("{here}/finish")).await;
        b.press("Oddaj").await;
        b.leads_to("/result").await;
    }
    panic!("no ordering was drawn");
}

/// The items as they stand on the screen; their numbers must say the same.
async fn listed(b: &Browser) -> Vec<String> {
    let script = "const list = document.querySelector('main [data-order]'); \
        const numbers = [...list.querySelectorAll('select')].map(s => s.value); \
        return [numbers.every((n, i) => n === String(i + 1)), [...list.querySelectorAll('label')].map(l => l.textContent.trim())]";
    let found = b.c.execute(script, vec![]).await.unwrap();
    assert_eq!(found[0], json!(true), "the numbers and the places differ: {found}");
    serde_json::from_value(found[1].clone()).unwrap()
}

#[tokio::test]
async fn an_order_given_without_a_network_stands_on_the_screen_again() {
    let site = Site::start();
    let b = Browser::open(&site, 390).await;
    enrol(&b, COURSE).await;
    let attempt = begun(&b).await;
    b.waits_for("main .order-ready").await;

    // The first goes to the end, step by step; then the page is closed before the network is back.
    b.network(false).await;
    let script = "return document.querySelector('main [data-order]').children.length";
    let items = b.c.execute(script, vec![]).await.unwrap().as_u64().unwrap();
    for place in 1..items {
        b.press_css(&format!("main [data-order] li:nth-child({place}) button:last-of-type")).await;
    }
    let mine = listed(&b).await;
    told(&b, "Brak połączenia").await;
    close(&b).await;
    b.network(true).await;
    b.go(&attempt).await;
    told(&b, "Zapisano").await;
    assert_eq!(listed(&b).await, mine, "what was put in order without a network");
    b.go(&attempt).await;
    b.waits_for("main .order-ready").await;
    assert_eq!(listed(&b).await, mine, "what the server keeps");

    // A number chosen by keyboard moves the item there, and the keyboard stays with it.
    let last = b.c.find(Locator::Css("main [data-order] li:last-child select")).await.unwrap();
    last.send_keys("1").await.unwrap();
    let moved = "return document.activeElement.matches('main [data-order] li:first-child select')";
    assert!(b.until(moved, vec![]).await, "the item did not move:\n{}", b.text().await);
    let expected: Vec<&String> = mine.last().into_iter().chain(mine.iter().take(mine.len() - 1)).collect();
    assert_eq!(listed(&b).await.iter().collect::<Vec<_>>(), expected);
    told(&b, "Zapisano").await;
    wait(&b, 0).await;
    b.axe("an ordering").await;
    b.fits().await;
}
