//! Pages for everybody, the form of somebody without an account, and what a secret link opens.

use std::collections::BTreeSet;

use db::q;
use web::Guard;

use super::{KODEN, LOOKS, Review};
use crate::{
    forms,
    harness::{Browser, Site},
    office,
};

pub const GUARDS: &[Guard] = &[Guard::Open, Guard::Secret];
const EWA: &str = "ewa.nowak@goscie.example";
const IGA: &str = "iga.lis@goscie.example";
const PASSWORD: &str = "cztery zielone kajaki";

#[tokio::test]
async fn strangers_pages_are_for_everybody() {
    let site = Site::start();
    let b = Browser::open(&site, 1280).await;
    let mut r = Review::default();
    let named = [
        "/",
        "/?q=lodz",
        "/?q=qwrtzpsd",
        "/sign-in",
        "/reset?sent=1",
        "/register?sent=1",
        "/offices/1061011",
        "/o/lublin/contact",
        "/o/mkidn/about",
        "/o/koden/services?q=chcę+ściąć+drzewo",
        "/o/koden/services?q=qwrtzpsd",
        "/o/koden/services/zezwolenie-usuniecie-drzew",
        "/o/koden/services/dowod-osobisty",
        forms::APPLY,
    ];
    r.pages(&b, &named).await;
    r.rest(&b, &[Guard::Open], &[KODEN]).await;
    r.linked(&b, &[("/demo/mail", "main a[href^='/demo/mail/']")]).await;
    r.answered(&b, 404, &["/nope", "/o/nope", "/offices/0000000", "/verify/nope", "/s/nope"]).await;
    r.refused(
        &b,
        &[
            ("/sign-in", "main form[action='/sign-in']"),
            ("/register", "main form[action='/register']"),
            ("/reset", "main form[action='/reset']"),
        ],
    )
    .await;
    links_from_emails(&b, &mut r).await;
    a_guests_form(&b, &mut r).await;
    a_secret_link(&site, &b, &mut r).await;

    // High contrast as the person chooses it, not only as the review switches it on.
    b.prefs("pl", "contrast").await;
    b.go("/").await;
    b.waits_for("html[data-theme=contrast]").await;
    b.axe("high contrast").await;
    r.end(GUARDS);
}

/// The links that prove an address and choose a new password, before they are used and afterwards.
async fn links_from_emails(b: &Browser, r: &mut Review) {
    b.go("/register").await;
    b.fill("given_name", "Iga").await;
    b.fill("family_name", "Lis").await;
    b.fill("email", IGA).await;
    b.fill("password", PASSWORD).await;
    b.press_css("main form[action='/register'] button[type=submit]").await;
    b.sees("Sprawdź pocztę").await;
    b.open_mail(IGA).await;
    let verify = b.path().await;
    r.pages(b, &[&verify]).await;
    r.refused(b, &[(&verify, "main form")]).await;
    b.go(&verify).await;
    b.fill("password", PASSWORD).await;
    b.press_css("main form[action^='/verify/'] button[type=submit]").await;
    b.leads_to("/my").await;
    b.leave().await;
    r.answered(b, 410, &[&verify]).await;

    b.go("/reset").await;
    b.fill("email", IGA).await;
    b.press_css("main form[action='/reset'] button[type=submit]").await;
    b.sees("Sprawdź pocztę").await;
    b.open_mail(IGA).await;
    let reset = b.path().await;
    r.pages(b, &[&reset]).await;
    r.refused(b, &[(&reset, "main form")]).await;
}

/// Every step of a form without an account, its summary, the page that says an e-mail is on its way, the link in it, and
/// the receipt.
async fn a_guests_form(b: &Browser, r: &mut Review) {
    forms::begin(b).await;
    b.waits_for("main [name=given_name]").await;
    let first = b.path().await;
    let of = |step: &str| first.replace("applicant", step);
    r.refused(b, &[(&first, "main form")]).await;
    b.go(&first).await;
    forms::applicant(b, "Ewa", "Nowak", EWA).await;
    b.waits_for("main [name=record_person]").await;
    r.pages(b, &[&of("summary")]).await;
    b.go(&of("record")).await;
    forms::record(b).await;
    forms::rest(b, None).await;
    let changes = b.links("main a[href*='/apply/'][href*='#']").await;
    let steps: BTreeSet<&str> = changes.iter().filter_map(|a| a.split('#').next()).collect();
    assert!(steps.len() >= 5, "the summary leads to {steps:?}");
    r.pages(b, &steps.into_iter().chain([of("summary").as_str(), forms::APPLY]).collect::<Vec<_>>()).await;
    r.refused(b, &[(&of("summary"), "main form[action$='/summary']")]).await;
    for (lang, theme) in LOOKS {
        b.prefs(lang, theme).await;
        b.go(&of("summary")).await;
        forms::send(b).await;
        b.waits_for("main .notice a[href$='/summary'], main a[href='/demo/mail']").await;
        r.here(b, "the e-mail is on its way").await;
    }
    b.prefs("pl", "light").await;
    b.open_mail(EWA).await;
    let confirm = b.path().await;
    r.pages(b, &[&confirm]).await;
    b.go(&confirm).await;
    b.press_css("main form[action*='/confirm/'] button[type=submit]").await;
    b.sees("Numer: WE/").await;
    r.pages(b, &[&of("receipt"), &confirm]).await;
}

/// What somebody without an account sees of their case: a talk, a request, and the link when it has grown old.
async fn a_secret_link(site: &Site, b: &Browser, r: &mut Review) {
    let case = office::case_of_copy(site, b).await;
    b.fill("text", "Dzień dobry, odpis będzie gotowy w środę.").await;
    b.press("Wyślij do strony").await;
    b.sees("odpis będzie gotowy w środę").await;
    b.go(&format!("{case}/requests")).await;
    b.fill("what", "Dowód zapłaty opłaty skarbowej").await;
    let due = "const d = new Date(Date.now() + 20 * 86400000); return d.toISOString().slice(0, 10)";
    let due = b.c.execute(due, vec![]).await.unwrap();
    b.set("due", due.as_str().unwrap()).await;
    b.press("Wyślij prośbę").await;
    b.sees("Prośba wysłana do strony").await;
    b.leave().await;

    b.open_mail(EWA).await;
    let secret = b.path().await;
    assert!(secret.starts_with("/s/"), "the newest e-mail leads to {secret}");
    b.sees("odpis będzie gotowy w środę").await;
    r.pages(b, &[&secret]).await;
    r.refused(b, &[(&secret, "main form[action$='/messages']")]).await;

    let grown_old = site.database();
    grown_old
        .write(|c| Box::pin(async move { c.exec(q!("UPDATE my_link SET expires = created")).await.map(|_| ()) }))
        .await
        .unwrap();
    r.answered(b, 410, &[&secret]).await;
    for (lang, theme) in LOOKS {
        b.prefs(lang, theme).await;
        b.go(&secret).await;
        b.press_css("main form[action$='/renew'] button[type=submit]").await;
        b.leads_to("/renew").await;
        r.here(b, "a fresh link was asked for").await;
    }
    b.prefs("pl", "light").await;
}
