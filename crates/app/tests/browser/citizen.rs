//! A citizen finds an office and a service, fills in the form and sends it: with an account and without one.

use serde_json::json;

use crate::{
    forms,
    harness::{Browser, Site},
};

#[tokio::test]
async fn a_citizen_asks_fills_in_leaves_comes_back_and_sends_once() {
    let site = Site::start();
    let zofia = site.account("citizen", "");
    let b = Browser::open(&site, 1280).await;
    b.sign_in(&zofia).await;

    // From the country to the office, from own words to the service.
    b.go("/").await;
    b.fill("q", "koden").await;
    b.press("Szukaj").await;
    b.press("Kodeń").await;
    b.sees("Urząd Gminy Kodeń").await;
    if !b.path().await.starts_with("/o/") {
        b.go("/o/koden").await;
    }
    b.fill("q", "potrzebuję odpisu aktu urodzenia").await;
    b.press("Szukaj").await;
    b.press_css("main a[href$='/services/odpis-aktu']").await;
    b.sees("22").await;
    b.press("Załatw online").await;
    b.press_css("main form[action$='/apply'] button[type=submit]").await;

    // One digit wrong: the form says what does not agree, and keeps the rest.
    b.choose("has_pesel", "yes").await;
    b.fill("pesel", "44051401358").await;
    b.fill("address.house", "4").await;
    b.fill("address.postal_code", "21-509").await;
    b.fill("address.city", "Kodeń").await;
    b.choose("acts", "self").await;
    forms::next(&b).await;
    b.sees("cyfra kontrolna nie zgadza się").await;
    assert_eq!(b.value("address.city").await, "Kodeń");
    b.fill("pesel", forms::PESEL).await;
    forms::next(&b).await;
    b.waits_for("main [name=record_person]").await;
    let left = b.path().await;
    assert!(left.ends_with("/record"), "{left}");
    drop(b);

    // Another browser, another day: the draft waits, with what was typed.
    let b = Browser::open(&site, 1280).await;
    b.sign_in(&zofia).await;
    b.go("/my").await;
    b.press_css("main a[href*='/apply/']").await;
    b.go(&left.replace("/record", "/applicant")).await;
    assert_eq!(b.value("pesel").await, forms::PESEL);
    b.go(&left).await;
    forms::record(&b).await;
    forms::rest(&b, Some(&forms::picture(site.data()))).await;
    b.sees("44051401359").await;
    b.sees("przelew.png").await;

    // Send, twice at once and then a third time: one submission.
    let twice = "const done = arguments[arguments.length - 1]; const form = document.querySelector(\"main form[action$='/summary']\"); \
        const body = () => form.enctype === 'multipart/form-data' ? new FormData(form) : new URLSearchParams(new FormData(form)); \
        const post = () => fetch(form.action, { method: 'POST', body: body() }).then(r => r.status); \
        Promise.all([post(), post()]).then(done, e => done(String(e)));";
    let answers = b.c.execute_async(twice, vec![]).await.unwrap();
    assert_eq!(answers, json!([200, 200]));
    forms::send(&b).await;
    let number = forms::number(&b).await;
    b.sees("przelew.png").await;
    let receipt = b.path().await;
    assert!(receipt.ends_with("/receipt"), "{receipt}");
    forms::sent_once(&b, number).await;
    b.go(&format!("/demo/mail?to={}", zofia.login)).await;
    let mails = b.links("main a[href^='/demo/mail/']").await;
    b.go(&mails[0]).await;
    b.sees_not(forms::PESEL).await;
}

#[tokio::test]
async fn somebody_without_an_account_sends_through_a_link_in_an_email() {
    let site = Site::start();
    let b = Browser::open(&site, 390).await;
    forms::begin(&b).await;
    forms::applicant(&b, "Ewa", "Nowak", "ewa.nowak@goscie.example").await;
    forms::record(&b).await;
    forms::rest(&b, None).await;
    forms::send(&b).await;
    b.sees("Sprawdź pocztę").await;

    // The address in the e-mail proves the address; opened again, it shows the same receipt.
    b.open_mail("ewa.nowak@goscie.example").await;
    let link = b.c.current_url().await.unwrap();
    b.sees("Ewa").await;
    b.press_css("main form[action*='/confirm/'] button[type=submit]").await;
    let number = forms::number(&b).await;
    b.go(link.as_str()).await;
    b.press_css("main form[action*='/confirm/'] button[type=submit]").await;
    assert_eq!(forms::number(&b).await, number);

    // And what was sent can be followed through the link of the confirmation.
    b.open_mail("ewa.nowak@goscie.example").await;
    b.sees("Odpis aktu stanu cywilnego").await;
    b.fits().await;
}

#[tokio::test]
async fn a_session_that_ends_loses_no_text_and_a_double_click_sends_once() {
    let site = Site::start();
    let zofia = site.account("citizen", "");
    let b = Browser::open(&site, 1280).await;
    b.sign_in(&zofia).await;
    forms::begin(&b).await;
    forms::applicant(&b, "Zofia", "Maj", "zofia.maj@mieszkancy.example").await;

    // The session ends in the middle of a step. Signed in again, the person goes on where they were.
    b.choose("record_kind", "birth").await;
    b.fill("record_person", "Zofia Aleksandra Maj z domu Hryciuk").await;
    let step = b.path().await;
    b.c.delete_cookie("szpon_session").await.unwrap();
    forms::next(&b).await;
    b.sign_in(&zofia).await;
    b.go(&step).await;
    b.holds("record_person", "Zofia Aleksandra Maj z domu Hryciuk").await;
    forms::record(&b).await;
    forms::rest(&b, None).await;

    b.press_twice("main form[action$='/summary'] button[type=submit]").await;
    let number = forms::number(&b).await;
    forms::sent_once(&b, number).await;
    b.leave().await;
    b.sign_in(&site.account("registry", "koden")).await;
    b.go("/desk/koden/incoming").await;
    assert_eq!(b.text().await.matches("Odpis aktu stanu cywilnego").count(), 1, "one piece of mail");
}

#[tokio::test]
async fn a_message_outlives_the_session_it_was_written_in() {
    const WORDS: &str = "Dzień dobry, kiedy mogę spodziewać się odpowiedzi w mojej sprawie?";
    let site = Site::start();
    let b = Browser::open(&site, 390).await;
    let jan = site.person("jan.hryciuk@mieszkancy.example");
    b.sign_in(&jan).await;
    b.go("/my").await;
    let cases = b.links("main a[href^='/my/cases/']").await;
    let mut open = None;
    for case in &cases {
        b.go(case).await;
        if b.has("main form[action$='/messages']").await {
            open = Some(case);
            break;
        }
    }
    let case = open.expect("no open case");
    b.fill("text", WORDS).await;
    b.c.delete_cookie("szpon_session").await.unwrap();
    b.press_css("main form[action$='/messages'] button[type=submit]").await;
    b.waits_for("main form[action='/sign-in']").await;
    b.axe("a text waits for its sign-in").await;
    b.fill("email", &jan.login).await;
    b.fill("password", &jan.password).await;
    b.press("Zaloguj się").await;
    b.sees(WORDS).await;
    b.axe("the text after signing in").await;
    b.press_css("main form[action$='/messages'] button[type=submit]").await;
    b.sees(WORDS).await;
    b.go(case).await;
    b.sees(WORDS).await;
}
