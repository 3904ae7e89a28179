//! Pages of learners: of a stranger, of somebody without an account in the middle of a course, of officials who learn; and
//! those where anybody checks a certificate or a badge.

use web::Guard;

use super::{LOOKS, Review, link};
use crate::harness::{Browser, Site};

pub const GUARDS: &[Guard] = &[Guard::Open, Guard::Person];
const WASTE: &str = "/learn/segregacja-odpadow";
const KPA: &str = "/learn/kpa";

#[tokio::test]
async fn learners_pages_are_for_everybody() {
    let site = Site::start();
    let b = Browser::open(&site, 1280).await;
    let mut r = Review::of_learning();
    let named = ["/learn", "/learn?q=odpady", "/learn?q=qwrtzpsd", WASTE, KPA, "/c?code=nic", "/badges/verify"];
    r.pages(&b, &named).await;
    r.linked(&b, &[("/learn", "main a[href^='/learn/paths/']")]).await;
    r.answered(&b, 404, &["/learn/nope", "/c/AAAACCCCDDDD", "/learn/kpa/notes"]).await;
    a_guest(&b, &mut r).await;
    b.leave().await;

    // Somebody who has completed a course, and somebody in the middle of it, who asked the trainer.
    b.sign_in(&site.account("official", "lublin")).await;
    let named = [
        KPA,
        "/learn/kpa/notes",
        "/learn/kpa/sessions",
        "/learn/competences",
        "/learn/certificates",
        "/learn/kpa/opinion",
    ];
    r.pages(&b, &named).await;
    r.linked(&b, &[(KPA, "main a[href*='/work/']"), ("/learn/certificates", "main a[href^='/c/']")]).await;
    let results = result_of(&b).await;
    r.pages(&b, &[&results]).await;
    b.leave().await;
    b.sign_in(&site.person("adam.madej@lublin.example")).await;
    let own = "main a[href^='/learn/kpa/0']";
    r.linked(&b, &[(KPA, own)]).await;
    let lesson = link(&b, KPA, own).await;
    b.go(&lesson).await;
    let forms =
        [(lesson.as_str(), "main form[action$='/questions']"), (lesson.as_str(), "main form[action$='/notes']")];
    r.refused(&b, &forms).await;
    r.rest(&b, GUARDS, &[("course", "kpa")]).await;
    r.end(GUARDS);
}

/// The result of the course's last test, with its answers.
async fn result_of(b: &Browser) -> String {
    b.go(KPA).await;
    let last = b.links("main a[href*='/quiz/']").await.into_iter().next_back().expect("no test");
    link(b, &last, "main a[href$='/result']").await
}

/// A course without an account: begun, a lesson, a test from its rules to its result.
async fn a_guest(b: &Browser, r: &mut Review) {
    b.go(WASTE).await;
    b.press("Zacznij bez konta").await;
    b.sees("Kurs jest Twój").await;
    let lesson = "main a[href^='/learn/segregacja-odpadow/0']";
    let quiz = link(b, WASTE, "main a[href*='/quiz/']").await;
    r.pages(b, &["/learn", WASTE, "/learn/segregacja-odpadow/notes", &quiz]).await;
    r.linked(b, &[(WASTE, lesson)]).await;
    b.go(&quiz).await;
    b.press("Zacznij").await;
    b.waits_for("main [data-question]").await;
    let attempt = b.path().await;
    let finish = format!("{attempt}/finish");
    r.pages(b, &[&attempt, &finish]).await;
    b.go(&finish).await;
    b.press("Oddaj").await;
    b.leads_to("/result").await;
    let result = b.path().await;
    r.pages(b, &[&result, &quiz]).await;
    for (lang, theme) in LOOKS {
        b.prefs(lang, theme).await;
        b.go("/badges/verify").await;
        b.send_empty("main form[action='/badges/verify']").await;
        r.here(b, "no badge to verify").await;
    }
    b.prefs("pl", "light").await;
}
