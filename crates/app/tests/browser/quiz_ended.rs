//! The time of a quiz ends while there is no network: what was answered counts when the network is back soon, and waits for
//! the trainer when it is back late.

use kernel::Clock as _;
use serde_json::json;

use crate::{
    harness::{Browser, Site},
    quiz::{answer, begin, close, wait},
};

const OVER: &str = "Czas minął, a nie ma połączenia. Nie zamykaj tej strony";

/// Moves the end of the attempt under way to so many seconds from now.
async fn ends_in(site: &Site, seconds: i64) {
    let now = kernel::SystemClock.now();
    let (ends, begun) = (now.plus_seconds(seconds), now.plus_seconds(-600));
    let moved = site
        .database()
        .write(move |c| {
            let q = db::q!("UPDATE attempt SET ends = $1 WHERE state = 'open' AND started > $2", ends, begun);
            Box::pin(async move { c.exec(q).await })
        })
        .await;
    assert_eq!(moved.unwrap(), 1, "one attempt is under way");
}

/// Waits until the page counts the time: from then on it keeps what is answered.
async fn counted(b: &Browser) {
    assert!(b.until("return !document.querySelector('[data-quiz-left]').hidden", vec![]).await, "no clock");
}

/// How many questions of the result have an answer.
async fn answered(b: &Browser) -> u64 {
    let script = "return [...document.querySelectorAll('.question-review')].filter(q => !q.innerText.includes('Brak odpowiedzi')).length";
    b.c.execute(script, vec![]).await.unwrap().as_u64().unwrap()
}

#[tokio::test]
async fn the_network_is_back_soon_after_the_end_and_all_answers_count() {
    let site = Site::start();
    let b = Browser::open(&site, 390).await;
    let attempt = begin(&b).await;
    ends_in(&site, 15).await;
    b.go(&attempt).await;
    b.network(false).await;
    counted(&b).await;
    answer(&b, 0, 3).await;
    b.sees(OVER).await;
    // What would be answered now could not count.
    let open = "return document.querySelectorAll('[data-question] :is(input:not([type=hidden]), select, textarea):not(:disabled)').length";
    assert_eq!(b.c.execute(open, vec![]).await.unwrap(), json!(0));
    b.axe("a quiz whose time is over without a network").await;
    b.network(true).await;
    b.leads_to("/result").await;
    b.sees("Czas minął, więc podejście oddało się samo").await;
    assert_eq!(answered(&b).await, 3);
    b.sees_not("po czasie").await;
    wait(&b, 0).await;
}

#[tokio::test]
async fn who_comes_back_after_the_clock_has_handed_in_learns_what_becomes_of_the_answers() {
    let site = Site::start();
    let b = Browser::open(&site, 390).await;
    let attempt = begin(&b).await;
    ends_in(&site, 600).await;
    b.go(&attempt).await;
    b.network(false).await;
    counted(&b).await;
    answer(&b, 0, 2).await;
    wait(&b, 2).await;
    // The page is closed without a network, and the time ends long before it is opened again.
    close(&b).await;
    ends_in(&site, -120).await;
    b.network(true).await;
    b.go(&attempt).await;
    b.leads_to("/result").await;
    b.sees("Odpowiedzi na 2 pytania dotarły do nas po końcu czasu").await;
    b.sees("Czeka na decyzję trenera").await;
    assert_eq!(answered(&b).await, 0, "nothing counts by itself");
    wait(&b, 0).await;
    b.axe("a result with late answers").await;
    b.fits().await;
}
