//! A quiz open in two windows of one browser: the later answer counts, and nothing is lost or counted twice.

use fantoccini::wd::WindowHandle;
use serde_json::json;

use crate::{
    harness::{Browser, Site},
    quiz::{begin, ready, told, wait},
};

/// Gives an answer to the n-th question to choose from.
async fn choose(b: &Browser, n: usize, option: usize) {
    let script = "const asked = [...document.querySelectorAll('main [data-question]')].filter(q => q.querySelectorAll('input[type=radio]').length > 1); \
        const one = asked[arguments[0]].querySelectorAll('input[type=radio]')[arguments[1]]; \
        document.querySelector('[data-quiz-status]').textContent = ''; one.checked = true; one.dispatchEvent(new Event('change', {bubbles: true}))";
    b.c.execute(script, vec![json!(n), json!(option)]).await.unwrap();
}

/// Waits until the n-th question to choose from shows this answer.
async fn shows(b: &Browser, n: usize, option: usize) {
    let script = "const asked = [...document.querySelectorAll('main [data-question]')].filter(q => q.querySelectorAll('input[type=radio]').length > 1); \
        const all = [...asked[arguments[0]].querySelectorAll('input[type=radio]')]; \
        return all.findIndex(one => one.checked) === arguments[1]";
    assert!(
        b.until(script, vec![json!(n), json!(option)]).await,
        "question {n} does not show {option}:\n{}",
        b.text().await
    );
}

async fn switch(b: &Browser, to: &WindowHandle) {
    b.c.switch_to_window(to.clone()).await.unwrap();
}

#[tokio::test]
async fn two_windows_of_a_quiz_lose_nothing_and_the_later_answer_counts() {
    let site = Site::start();
    let b = Browser::open(&site, 1000).await;
    let attempt = begin(&b).await;
    ready(&b).await;
    let first = b.c.window().await.unwrap();
    let second = b.c.new_window(true).await.unwrap().handle;
    switch(&b, &second).await;
    b.go(&attempt).await;
    b.sees("jest otwarty w innym oknie").await;

    // What is answered in one window is seen in the other.
    switch(&b, &first).await;
    choose(&b, 0, 1).await;
    told(&b, "Zapisano").await;
    switch(&b, &second).await;
    shows(&b, 0, 1).await;

    // An earlier answer that waited for the network does not replace a later one; the page says so.
    b.network(false).await;
    choose(&b, 1, 0).await;
    told(&b, "Brak połączenia").await;
    switch(&b, &first).await;
    choose(&b, 1, 1).await;
    told(&b, "Zapisano").await;
    switch(&b, &second).await;
    b.network(true).await;
    told(&b, "W innym oknie jest nowsza odpowiedź").await;
    shows(&b, 1, 1).await;

    // Both without a network, the second answers later and is closed: the first must not throw its answer away.
    switch(&b, &first).await;
    b.network(false).await;
    choose(&b, 2, 0).await;
    told(&b, "Brak połączenia").await;
    switch(&b, &second).await;
    b.network(false).await;
    choose(&b, 2, 1).await;
    told(&b, "Brak połączenia").await;
    // The emulated loss does not reach what a page sends while it closes; a real one does.
    b.c.execute("window.fetch = () => Promise.reject(new TypeError('no network'))", vec![]).await.unwrap();
    b.c.close_window().await.unwrap();
    switch(&b, &first).await;
    b.network(true).await;
    told(&b, "Zapisano").await;
    b.go(&attempt).await;
    told(&b, "Zapisano").await;
    shows(&b, 2, 1).await;
    b.go(&attempt).await;
    shows(&b, 0, 1).await;
    shows(&b, 1, 1).await;
    shows(&b, 2, 1).await;
    wait(&b, 0).await;
}
