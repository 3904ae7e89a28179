//! The server does not know any more whose attempt it is, and answers wait in the browser: they are kept until somebody is known.

use serde_json::json;

use crate::{
    harness::{Browser, Site},
    quiz::{begin, wait},
};

const ASKED: &str = "Nie wiemy, czyje to podejście";

/// Chooses the first answer of the first question to choose from; the page's script keeps it in the browser.
async fn choose(b: &Browser) {
    let script = "const one = document.querySelector('main [data-question] input[type=radio]'); if (!one) return false; \
        one.checked = true; one.dispatchEvent(new Event('change', {bubbles: true})); return localStorage.length > 0";
    assert!(b.until(script, vec![]).await, "nothing is kept in the browser:\n{}", b.text().await);
}

#[tokio::test]
async fn answers_wait_in_the_browser_until_it_is_known_whose_they_are() {
    let site = Site::start();
    let b = Browser::open(&site, 390).await;
    let attempt = begin(&b).await;

    // The cookie is gone while the page is open: the answer stays here, and the page says what to do.
    let cookies = b.c.get_all_cookies().await.unwrap();
    b.leave().await;
    choose(&b).await;
    b.sees(ASKED).await;
    let way = b.links("main [data-quiz-sign-in] a").await;
    assert!(way[0].ends_with(&format!("/sign-in?next={attempt}")), "{way:?}");
    wait(&b, 1).await;
    b.axe("a quiz that asks to sign in").await;

    // So it is where the attempt is handed in.
    for cookie in cookies.clone() {
        b.c.add_cookie(cookie).await.unwrap();
    }
    b.go(&format!("{attempt}/finish")).await;
    b.leave().await;
    b.press("Oddaj").await;
    b.sees(ASKED).await;
    wait(&b, 1).await;
    for cookie in cookies {
        b.c.add_cookie(cookie).await.unwrap();
    }
    b.go(&format!("{attempt}/finish")).await;
    b.press("Oddaj").await;
    b.leads_to("/result").await;
    wait(&b, 0).await;
    let answered = "return [...document.querySelectorAll('.question-review')].filter(q => !q.innerText.includes('Brak odpowiedzi')).length";
    assert_eq!(b.c.execute(answered, vec![]).await.unwrap(), json!(1));
}

#[tokio::test]
async fn gaps_of_a_text_do_not_touch_each_other_on_a_phone() {
    let site = Site::start();
    let b = Browser::open(&site, 320).await;
    // Fields of a gap text as the page shows them, one line under another.
    let script = "const text = document.createElement('div'); text.className = 'prose question-text'; \
        text.innerHTML = '<p>' + 'Termin to <input class=\"input gap\" type=\"text\"> dni, '.repeat(4) + '</p>'; \
        document.querySelector('main').append(text); \
        const at = [...text.querySelectorAll('input')].map(i => i.getBoundingClientRect()); \
        return at.slice(1).map((here, i) => here.top - at[i].bottom).filter((_, i) => at[i + 1].top > at[i].top)";
    let rooms: Vec<f64> = serde_json::from_value(b.c.execute(script, vec![]).await.unwrap()).unwrap();
    assert!(rooms.len() >= 2 && rooms.iter().all(|room| *room >= 6.0), "{rooms:?}");
}
