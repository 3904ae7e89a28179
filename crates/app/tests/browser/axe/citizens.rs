//! Pages of a person signed in: one's own matters and the account, with its second step of signing in.

use kernel::{Clock as _, SystemClock};
use web::Guard;

use super::{LOOKS, Review};
use crate::{
    forms,
    harness::{Account, Browser, Site},
};

pub const GUARDS: &[Guard] = &[Guard::Person];
const TWO_STEP: &str = "/my/account/two-step";

#[tokio::test]
async fn a_citizens_pages_are_for_everybody() {
    let site = Site::start();
    let b = Browser::open(&site, 1280).await;
    let zofia = site.account("citizen", "");
    b.sign_in(&zofia).await;
    let mut r = Review::default();
    r.rest(&b, GUARDS, &[("teryt", "1061011")]).await;
    let own = "main a[href^='/my/submissions/']:not([href$='/receipt'])";
    r.linked(&b, &[("/my", "main a[href^='/my/cases/']"), ("/my/submissions", own)]).await;
    r.answered(&b, 404, &["/my/cases/01900000-0000-7000-8000-000000000000", "/desk/koden"]).await;
    let forms = [
        ("/my/account/data", "main form[action='/my/account/data']"),
        ("/my/account/password", "main form[action='/my/account/password']"),
        ("/offices/1061011/claim", "main form[action$='/claim']"),
    ];
    r.refused(&b, &forms).await;

    // Somebody who claims an office sees what became of it.
    b.go("/offices/1061011/claim").await;
    b.fill("position", "Sekretarz").await;
    b.fill("justification", "Prowadzę sprawy organizacyjne urzędu od pięciu lat.").await;
    b.press("Wyślij zgłoszenie").await;
    b.sees("Czeka na decyzję").await;
    let claim = b.path().await;
    r.pages(&b, &[&claim]).await;

    // A form begun, as the person signed in sees it.
    forms::begin(&b).await;
    b.waits_for("main [name=given_name]").await;
    let first = b.path().await;
    r.pages(&b, &[&first, &first.replace("applicant", "summary")]).await;

    two_steps(&b, &mut r, &zofia).await;
    // Last, because wrong passwords bring a pause; a right one before takes their count away.
    let forms = [
        ("/my/account/tokens", "main form:has([name=scopes])"),
        ("/my/account/email", "main form[action='/my/account/email']"),
    ];
    r.refused(&b, &forms).await;
    r.end(GUARDS);
}

/// Turning the second step on, its codes, and signing in with it.
async fn two_steps(b: &Browser, r: &mut Review, person: &Account) {
    b.go(TWO_STEP).await;
    b.fill("current_password", &person.password).await;
    b.press_css("main form:has([name=current_password]) button[type=submit]").await;
    b.waits_for("main [name=code]").await;
    r.pages(b, &[TWO_STEP]).await;
    r.refused(b, &[(TWO_STEP, "main form:has([name=code])")]).await;
    b.go(TWO_STEP).await;
    let secret = "return document.querySelector('main code').textContent.replaceAll(/[^A-Z2-7]/g, '')";
    let secret = b.c.execute(secret, vec![]).await.unwrap();
    let code = identity::totp::code_at(secret.as_str().unwrap(), SystemClock.now()).unwrap();
    b.fill("code", &code).await;
    b.press_css("main form:has([name=code]) button[type=submit]").await;
    b.waits_for("main ol code").await;
    r.pages(b, &[TWO_STEP]).await;
    let mut codes = Vec::new();
    for (lang, theme) in LOOKS {
        b.prefs(lang, theme).await;
        b.go(TWO_STEP).await;
        b.fill("current_password", &person.password).await;
        b.press_css("main button[name=do][value=codes]").await;
        b.waits_for("main ol code").await;
        r.here(b, "the recovery codes").await;
        let shown = "return [...document.querySelectorAll('main ol code')].map(e => e.textContent.trim())";
        codes = serde_json::from_value(b.c.execute(shown, vec![]).await.unwrap()).unwrap();
    }
    b.leave().await;
    for (lang, theme) in LOOKS {
        b.prefs(lang, theme).await;
        b.go("/sign-in").await;
        b.fill("email", &person.login).await;
        b.fill("password", &person.password).await;
        b.press_css("main form[action='/sign-in'] button[type=submit]").await;
        b.waits_for("main [name=code]").await;
        r.here(b, "the second step of signing in").await;
        b.send_empty("main form[action='/sign-in']").await;
        assert_eq!(b.status().await, 422, "a second step without its code");
        r.here(b, "the second step refused").await;
    }
    let codes: Vec<String> = codes;
    b.fill("code", &codes[0]).await;
    b.press_css("main form[action='/sign-in'] button[type=submit]").await;
    b.leads_to("/my").await;
}
