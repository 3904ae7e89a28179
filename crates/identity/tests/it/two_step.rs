//! The second step of signing in.

use db::q;
use identity::totp;

use crate::{EMAIL, PASSWORD, TABLES, World, hidden};

/// The secret on the page that sets up: the text for typing, without its spaces.
fn secret(page: &str) -> String {
    let start = page.find("otpauth://totp/").unwrap();
    let rest = &page[start..];
    let from = rest.find("secret=").unwrap() + 7;
    rest[from..].chars().take_while(char::is_ascii_alphanumeric).collect()
}

/// The recovery codes on the page that shows them.
fn codes(page: &str) -> Vec<String> {
    let mut found: Vec<String> = page
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .filter(|w| {
            w.len() == 11
                && *w != "theme-light"
                && w.as_bytes()[5] == b'-'
                && w.chars().filter(char::is_ascii_alphanumeric).count() == 10
        })
        .map(str::to_owned)
        .collect();
    found.sort();
    found.dedup();
    found
}

db::both! { TABLES;

async fn it_is_set_up_with_a_picture_or_a_text_and_then_asked_for(db) {
    let (w, _) = World::with_anna(&db).await;
    let browser = w.signed_in(EMAIL).await;
    let path = "/my/account/two-step";
    assert_eq!(browser.post(path, &[("do", "begin"), ("current_password", "nie to hasło zupełnie")]).await.status, 422);
    assert_eq!(browser.post(path, &[("do", "begin"), ("current_password", PASSWORD)]).await.location(), path);
    let page = browser.get(path).await;
    assert!(page.text.contains("src=\"data:image/svg+xml;base64,") && page.text.contains("alt=\"Kod QR"));
    let secret = secret(&page.text);
    assert!(page.text.contains(&secret[..4]), "as text, too");
    // Not in force before a code of it was given.
    w.signed_in(EMAIL).await;
    assert_eq!(browser.post(path, &[("do", "confirm"), ("code", "000000")]).await.status, 422);
    let code = totp::code_at(&secret, w.now()).unwrap();
    let shown = browser.post(path, &[("do", "confirm"), ("code", &code)]).await;
    assert_eq!(shown.headers["cache-control"], "no-store");
    let codes = codes(&shown.text);
    assert_eq!(codes.len(), 10, "{codes:?}");
    assert!(w.mails(EMAIL).await[0].contains("włączono logowanie dwuetapowe"));

    let other = w.browser.fresh();
    let asked = other.post("/sign-in", &[("email", EMAIL), ("password", PASSWORD), ("next", "/my/account")]).await;
    assert_eq!(asked.status, 200);
    assert_eq!(w.who(&other).await, None, "the password alone does not sign in");
    let step = hidden(&asked, "step");
    let replay = other.post("/sign-in", &[("step", &step), ("email", EMAIL), ("code", &code)]).await;
    assert_eq!(replay.status, 422, "the code that turned it on was used");
    assert!(replay.text.contains("Ten kod nie pasuje albo został już użyty"));
    w.kit.clock.advance_seconds(30);
    let code = totp::code_at(&secret, w.now()).unwrap();
    let done = other.post("/sign-in", &[("step", &step), ("email", EMAIL), ("code", &code), ("next", "/my/account")]).await;
    assert_eq!((done.status.as_u16(), done.location()), (303, "/my/account"));
    assert_eq!(w.who(&other).await.as_deref(), Some(EMAIL));

    // The same code again, in another browser.
    let third = w.browser.fresh();
    let step = hidden(&third.post("/sign-in", &[("email", EMAIL), ("password", PASSWORD)]).await, "step");
    assert_eq!(third.post("/sign-in", &[("step", &step), ("code", &code)]).await.status, 422);
    // A recovery code, however it is typed, once.
    let typed = codes[3].to_uppercase().replace('-', " ");
    assert_eq!(third.post("/sign-in", &[("step", &step), ("code", &typed)]).await.status, 303);
    assert_eq!(third.post("/sign-in", &[("step", &step), ("code", &codes[4])]).await.status, 422, "the step is over");
    let fourth = w.browser.fresh();
    let step = hidden(&fourth.post("/sign-in", &[("email", EMAIL), ("password", PASSWORD)]).await, "step");
    assert_eq!(fourth.post("/sign-in", &[("step", &step), ("code", &codes[3])]).await.status, 422);
    assert!(browser.get(path).await.text.contains("Niewykorzystane kody zapasowe: 9."));
    assert!(w.actions().await.contains(&"totp.recovery_code_used".to_owned()));
}

async fn codes_cannot_be_guessed_and_the_step_does_not_wait_for_ever(db) {
    let (w, anna) = World::with_anna(&db).await;
    let (ctx, key) = (w.ctx(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    w.write(move |c| Box::pin(async move { totp::set(c, &ctx, anna, key).await })).await.unwrap();
    let step = hidden(&w.browser.post("/sign-in", &[("email", EMAIL), ("password", PASSWORD)]).await, "step");
    let mut last = 0;
    for n in 0..6 {
        last = w.browser.post("/sign-in", &[("step", &step), ("code", &format!("00000{n}"))]).await.status.as_u16();
    }
    assert_eq!(last, 429);
    w.kit.clock.advance_seconds(601);
    let code = totp::code_at(key, w.now()).unwrap();
    let late = w.browser.post("/sign-in", &[("step", &step), ("email", EMAIL), ("code", &code)]).await;
    assert_eq!(late.status, 422);
    assert!(late.text.contains("Zaloguj się jeszcze raz") && late.text.contains("name=\"password\""));
}

async fn it_is_turned_off_with_the_password(db) {
    let (w, anna) = World::with_anna(&db).await;
    let browser = w.signed_in(EMAIL).await;
    let ctx = w.ctx();
    w.write(move |c| Box::pin(async move { totp::set(c, &ctx, anna, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ").await })).await.unwrap();
    let path = "/my/account/two-step";
    let new = browser.post(path, &[("do", "codes"), ("current_password", PASSWORD)]).await;
    assert_eq!(codes(&new.text).len(), 10);
    assert_eq!(browser.post(path, &[("do", "off"), ("current_password", "nie to hasło zupełnie")]).await.status, 422);
    assert_eq!(browser.post(path, &[("do", "off"), ("current_password", PASSWORD)]).await.status, 303);
    w.signed_in(EMAIL).await;
}

async fn the_database_does_not_hold_the_secret_as_it_is(db) {
    let (w, anna) = World::with_anna(&db).await;
    let key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    let begun = w.ctx();
    let pending = w.write(move |c| Box::pin(async move { totp::begin(c, &begun, anna).await })).await.unwrap();
    let ctx = w.ctx();
    w.write(move |c| Box::pin(async move { totp::set(c, &ctx, anna, key).await })).await.unwrap();
    let (stored, waiting) = db
        .read(move |c| Box::pin(async move {
            c.one::<(String, String)>(q!("SELECT totp_secret, totp_pending FROM person WHERE id = $1", anna)).await
        }))
        .await
        .unwrap();
    assert!(seal::is_sealed(&stored) && !stored.contains(key), "{stored}");
    assert!(seal::is_sealed(&waiting) && !waiting.contains(&pending), "{waiting}");
}

async fn when_the_key_is_lost_a_recovery_code_still_signs_in(db) {
    let (w, anna) = World::with_anna(&db).await;
    let (ctx, key) = (w.ctx(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    let codes = w.write(move |c| Box::pin(async move {
        totp::set(c, &ctx, anna, key).await?;
        totp::new_codes(c, &ctx, anna).await
    })).await.unwrap();
    seal::install(seal::Keyring::parse(&"43".repeat(32)).unwrap());
    let step = hidden(&w.browser.post("/sign-in", &[("email", EMAIL), ("password", PASSWORD)]).await, "step");
    let code = totp::code_at(key, w.now()).unwrap();
    assert_eq!(w.browser.post("/sign-in", &[("step", &step), ("code", &code)]).await.status, 422);
    assert_eq!(w.browser.post("/sign-in", &[("step", &step), ("code", &codes[0])]).await.status, 303);
    // A new second step replaces the one that cannot be read.
    let path = "/my/account/two-step";
    assert_eq!(w.browser.post(path, &[("do", "off"), ("current_password", PASSWORD)]).await.status, 303);
    assert_eq!(w.browser.post(path, &[("do", "begin"), ("current_password", PASSWORD)]).await.status, 303);
    assert!(w.browser.get(path).await.text.contains("otpauth://totp/"));
}

}
