//! Signing in and out, pauses after wrong tries, sessions, a form that was on its way.

use db::q;
use testkit::Browser;

use crate::{EMAIL, PASSWORD, TABLES, World, hidden};

async fn try_with(browser: &Browser, email: &str, password: &str) -> (u16, String) {
    let answer = browser.post("/sign-in", &[("email", email), ("password", password)]).await;
    // The page repeats the address typed; everything else must be the same.
    (answer.status.as_u16(), answer.text.replace(email, "@"))
}

db::both! { TABLES;

async fn a_wrong_password_and_an_unknown_address_look_alike(db) {
    let (w, _) = World::with_anna(&db).await;
    for round in 0..7 {
        let known = try_with(&w.browser, EMAIL, "nie to hasło zupełnie").await;
        let unknown = try_with(&w.browser, "nikt@example.pl", "nie to hasło zupełnie").await;
        assert_eq!(known, unknown, "round {round}");
        assert_eq!(known.0, if round < 5 { 422 } else { 429 });
    }
}

async fn after_wrong_tries_even_the_right_password_waits_and_then_works(db) {
    let (w, _) = World::with_anna(&db).await;
    for _ in 0..5 {
        try_with(&w.browser, EMAIL, "nie to hasło zupełnie").await;
    }
    let (status, page) = try_with(&w.browser, EMAIL, PASSWORD).await;
    assert_eq!(status, 429);
    assert!(page.contains("Spróbuj ponownie za 1 minutę."));
    w.kit.clock.advance_seconds(31);
    assert_eq!(try_with(&w.browser, EMAIL, PASSWORD).await.0, 303);
    // A success takes the count away.
    assert_eq!(try_with(&w.browser.fresh(), EMAIL, "nie to hasło zupełnie").await.0, 422);
    let actions = w.actions().await;
    assert_eq!(actions.iter().filter(|a| *a == "sign_in.failed").count(), 6);
    assert_eq!(actions.iter().filter(|a| *a == "sign_in").count(), 1);
}

async fn many_guesses_at_once_count_as_many(db) {
    let (w, _) = World::with_anna(&db).await;
    let tasks: Vec<_> = (0..12).map(|n| {
        let browser = w.browser.fresh();
        tokio::spawn(async move { try_with(&browser, EMAIL, &format!("zgaduję hasło numer {n}")).await.0 })
    }).collect();
    let mut looked_at = 0;
    for task in tasks {
        looked_at += usize::from(task.await.unwrap() == 422);
    }
    assert_eq!(looked_at, 5);
}

async fn signing_in_again_ends_the_session_before_it(db) {
    let (w, _) = World::with_anna(&db).await;
    let browser = w.signed_in(EMAIL).await;
    let old = browser.clone();
    let before = db.read(|c| Box::pin(async move { c.all::<(Vec<u8>,)>(q!("SELECT secret_hash FROM session")).await })).await.unwrap();
    assert_eq!(try_with(&browser, EMAIL, PASSWORD).await.0, 303);
    let after = db.read(|c| Box::pin(async move { c.all::<(Vec<u8>,)>(q!("SELECT secret_hash FROM session")).await })).await.unwrap();
    assert_eq!(after.len(), 1);
    assert_ne!(before, after);
    assert_eq!(w.who(&old).await.as_deref(), Some(EMAIL), "the jar holds the new secret");
    let out = browser.post("/sign-out", &[]).await;
    assert_eq!(out.location(), "/");
    assert_eq!(w.who(&browser).await, None);
    assert!(db.read(|c| Box::pin(async move { c.all::<(Vec<u8>,)>(q!("SELECT secret_hash FROM session")).await })).await.unwrap().is_empty());
}

async fn a_session_ends_when_unused_and_after_a_week_and_is_written_once_a_minute(db) {
    let (w, _) = World::with_anna(&db).await;
    let browser = w.signed_in(EMAIL).await;
    let seen = || async { db.read(|c| Box::pin(async move { c.one::<(i64,)>(q!("SELECT seen FROM session")).await })).await.unwrap().0 };
    let first = seen().await;
    w.kit.clock.advance_seconds(30);
    w.who(&browser).await.unwrap();
    assert_eq!(seen().await, first, "reading within a minute does not write");
    w.kit.clock.advance_seconds(31);
    w.who(&browser).await.unwrap();
    assert_eq!(seen().await, first + 61_000_000);
    for _ in 0..13 {
        w.kit.clock.advance_seconds(12 * 3600 - 1);
        assert!(w.who(&browser).await.is_some());
    }
    w.kit.clock.advance_seconds(12 * 3600 - 1);
    assert_eq!(w.who(&browser).await, None, "a week is over");
    let other = w.signed_in(EMAIL).await;
    w.kit.clock.advance_seconds(12 * 3600);
    assert_eq!(w.who(&other).await, None, "unused for 12 hours");
    let ctx = w.ctx();
    let gone = w.write(move |c| Box::pin(async move { identity::tidy(c, &ctx).await })).await.unwrap();
    assert!(gone >= 2);
}

async fn only_paths_of_this_installation_are_led_to(db) {
    let (w, _) = World::with_anna(&db).await;
    for (next, to) in [("/desk/lipowa?q=1&r=2", "/desk/lipowa?q=1&r=2"), ("//zlo.pl/", "/my"), ("https://zlo.pl", "/my"), ("/\\zlo.pl", "/my"), ("", "/my")] {
        let answer = w.browser.fresh().post("/sign-in", &[("email", EMAIL), ("password", PASSWORD), ("next", next)]).await;
        assert_eq!(answer.location(), to, "{next}");
    }
    let page = w.browser.fresh().get("/my/account").await;
    assert_eq!((page.status.as_u16(), page.location()), (303, "/sign-in?next=%2Fmy%2Faccount"));
    assert_eq!(hidden(&w.browser.fresh().get(page.location()).await, "next"), "/my/account");
}

async fn a_form_sent_after_the_session_ended_is_kept_and_sent_with_one_button(db) {
    let (w, _) = World::with_anna(&db).await;
    let browser = w.browser.fresh();
    let text = "Anna Maria <b>\"długi tekst\"</b> & reszta";
    let page = browser.post("/my/account/data", &[("given_name", text), ("family_name", "Kowal"), ("version", "1")]).await;
    assert_eq!(page.status, 401);
    assert!(page.text.contains("Twój tekst jest zachowany"));
    let (path, body) = (hidden(&page, "resume_path"), hidden(&page, "resume_body"));
    // A wrong password does not lose it.
    let fields = |password| [("email", EMAIL), ("password", password), ("resume_path", path.as_str()), ("resume_body", body.as_str())];
    let wrong = browser.post("/sign-in", &fields("nie to hasło zupełnie")).await;
    assert_eq!((wrong.status.as_u16(), hidden(&wrong, "resume_body")), (422, body.clone()));
    let kept = browser.post("/sign-in", &fields(PASSWORD)).await;
    assert_eq!(kept.status, 200);
    assert!(kept.text.contains("action=\"/my/account/data\"") && kept.text.contains("Wyślij formularz"));
    assert_eq!(hidden(&kept, "given_name"), text);
    assert_eq!(w.who(&browser).await.as_deref(), Some(EMAIL));
    let sent = browser.post("/my/account/data", &[("given_name", "Anna Maria"), ("family_name", "Kowal"), ("lang", "pl"), ("version", "1")]).await;
    assert_eq!(sent.status, 303);
    // A foreign address is never sent to.
    let evil = [("email", EMAIL), ("password", PASSWORD), ("resume_path", "//zlo.pl/x"), ("resume_body", "a=1")];
    assert_eq!(w.browser.fresh().post("/sign-in", &evil).await.location(), "/my");
}

}
