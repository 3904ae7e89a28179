//! Where courses are made and led: pages of an author, a trainer, a coordinator, and the operator's view of the country.

use web::Guard;

use super::{Review, link};
use crate::harness::{Browser, Site};

pub const GUARDS: &[Guard] = &[Guard::Member, Guard::Operator];
const KPA: &str = "/desk/lublin/courses/kpa";
const OTHER_VERSIONS: &str = "/desk/lublin/courses/dane-osobowe/versions";

fn of(rest: &str) -> String {
    format!("{KPA}{rest}")
}

#[tokio::test]
async fn making_and_leading_courses_is_for_everybody() {
    let site = Site::start();
    let b = Browser::open(&site, 1280).await;
    let mut r = Review::of_learning();
    let attempt = a_learner(&site, &b).await;

    b.sign_in(&site.account("author", "lublin")).await;
    an_author(&b, &mut r).await;
    b.leave().await;
    b.sign_in(&site.account("trainer", "lublin")).await;
    a_trainer(&b, &mut r, &attempt).await;
    b.leave().await;
    b.sign_in(&site.account("coordinator", "lublin")).await;
    a_coordinator(&b, &mut r).await;
    let values = [("office", "lublin"), ("course", "kpa")];
    r.rest(&b, &[Guard::Member], &values).await;
    b.leave().await;
    b.sign_in(&site.account("coordinator", "mkidn")).await;
    r.linked(&b, &[("/desk/mkidn/learning/paths", "main a[href*='/paths/0']")]).await;
    b.leave().await;
    b.sign_in(&site.account("operator", "")).await;
    r.rest(&b, &[Guard::Operator], &values).await;
    r.end(GUARDS);
}

/// Hands in a piece of work; gives the attempt at a test that this learner has made.
async fn a_learner(site: &Site, b: &Browser) -> String {
    b.sign_in(&site.account("official", "lublin")).await;
    let work = link(b, "/learn/kpa", "main a[href*='/work/']").await;
    b.go(&work).await;
    b.set("text", &"Sprawa zaczyna się od podania strony i kończy decyzją, którą doręczamy na piśmie. ".repeat(40))
        .await;
    b.press("Oddaj pracę").await;
    b.sees("Praca oddana").await;
    b.go("/learn/kpa").await;
    let last = b.links("main a[href*='/quiz/']").await.into_iter().next_back().expect("no test");
    let result = link(b, &last, "main a[href$='/result']").await;
    b.leave().await;
    result.split('/').rev().nth(1).expect("no attempt").to_owned()
}

async fn an_author(b: &Browser, r: &mut Review) {
    // A course of the office's own, with live sessions among its activities.
    b.go("/desk/lublin/courses/dane-osobowe").await;
    b.choose("kind", "session").await;
    b.fill("title", "Warsztat z inspektorem ochrony danych").await;
    b.press_css("main button[name=add-item]").await;
    b.leads_to("/session").await;
    let session = b.path().await;

    let kinds = ["single", "multiple", "true_false", "short", "numeric", "matching", "ordering", "gaps", "essay"];
    let kinds: Vec<String> = kinds.iter().map(|kind| of(&format!("/questions/new?kind={kind}"))).collect();
    let pages = ["", "/settings", "/files", "/check", "/preview", "/publish", "/versions", "/questions"];
    let more = ["/questions/import", "/questions/export", "/questions/statistics"];
    let named = ["/desk/lublin/courses", "/desk/lublin/courses?q=qwrtzpsd", "/desk/lublin/courses/new", &session];
    let all: Vec<String> = pages.iter().chain(&more).map(|p| of(p)).chain(kinds).collect();
    r.pages(b, &named).await;
    r.pages(b, &["/desk/lublin/courses/catalog"]).await;
    r.pages(b, &all.iter().map(String::as_str).collect::<Vec<_>>()).await;
    // Published once more, its versions can be compared.
    b.go("/desk/lublin/courses/dane-osobowe/publish").await;
    b.fill("summary", "Doszedł warsztat z inspektorem.").await;
    b.press("Opublikuj teraz").await;
    b.sees("Wersja opublikowana").await;
    let (files, bank, preview) = (of("/files"), of("/questions"), of("/preview"));
    let quiz = editor(b, "/quiz").await;
    let work = editor(b, "/work").await;
    let tried = quiz.replace("/items/", "/preview/");
    r.pages(b, &[&quiz, &work, &tried]).await;
    let from = [
        (KPA, "main a[href*='/modules/0']"),
        (KPA, "main a.structure-name"),
        (KPA, "main .structure-module:nth-of-type(2) a.structure-name"),
        (files.as_str(), "main a[href*='/courses/kpa/files/0']"),
        (OTHER_VERSIONS, "main a[href*='/dane-osobowe/versions/']"),
        (bank.as_str(), "main a[href*='/questions/0']"),
        (preview.as_str(), "main .structure-module:nth-of-type(2) a, main a[href*='/preview/0']"),
    ];
    r.linked(b, &from).await;
    let (settings, new) = (of("/settings"), of("/questions/new?kind=single"));
    let forms = [
        ("/desk/lublin/courses/new", "main form[action$='/courses/new']"),
        (KPA, "main form:has(#new-module)"),
        (settings.as_str(), "main form[action$='/settings']"),
        (new.as_str(), "main form[action$='/questions/new']"),
    ];
    r.refused(b, &forms).await;
}

/// The editor of the course's first activity that has one like this.
async fn editor(b: &Browser, end: &str) -> String {
    b.go(KPA).await;
    for item in b.links("main a.structure-name").await {
        b.go(&item).await;
        if let Some(editor) =
            b.links(&format!("main a[href$='{end}']")).await.into_iter().find(|a| a.contains("/items/"))
        {
            return editor;
        }
    }
    panic!("no activity of the course is edited at …{end}")
}

async fn a_trainer(b: &Browser, r: &mut Review, attempt: &str) {
    let groups = of("/learners/groups");
    b.go(&groups).await;
    b.fill("name", "Grupa poranna").await;
    b.press_css("main form[action$='/groups'] button[type=submit]").await;
    b.sees("Grupa jest dodana").await;
    let pages = ["/learners", "/learners?state=late", "/learners/waiting", "/learners/groups", "/sessions"];
    let more = ["/questions-of-learners", "/marking", "/work", "/work?state=waiting"];
    let mut all: Vec<String> = pages.iter().chain(&more).map(|p| of(p)).collect();
    all.push(of(&format!("/marking/{attempt}")));
    r.pages(b, &all.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let (learners, sessions, work) = (of("/learners"), of("/sessions"), of("/work"));
    let from = [
        (learners.as_str(), "main a[href*='/learners/0']"),
        (groups.as_str(), "main a[href*='/groups/0']"),
        (sessions.as_str(), "main a[href*='/sessions/0']"),
        (work.as_str(), "main a[href*='/work/0']"),
    ];
    r.linked(b, &from).await;
    r.refused(b, &[(&sessions, "main form[action$='/sessions']"), (&groups, "main form[action$='/groups']")]).await;
}

async fn a_coordinator(b: &Browser, r: &mut Review) {
    let enrol = of("/learners/enrol");
    b.go(&enrol).await;
    b.pick("unit", "BOM").await;
    b.press_css("#by-unit button[type=submit]").await;
    b.sees("Do zapisania").await;
    let batch = b.path().await;
    let (way, certificates, opinions) = (of("/learners/way"), of("/certificates"), of("/opinions"));
    let named = [
        "/desk/lublin/courses",
        "/desk/lublin/learning/requests",
        "/desk/lublin/learning/paths",
        "/desk/lublin/learning/paths/new",
        "/desk/lublin/certificates",
        "/desk/lublin/certificates/template",
        "/desk/lublin/certificates/keys",
        "/desk/lublin/training",
        "/desk/lublin/training/late",
        "/desk/lublin/training/people",
        "/desk/lublin/training/people?state=completed",
        "/desk/lublin/training/enrol",
        "/desk/lublin/training/enrol?q=qwrtzpsd",
        "/desk/lublin/training/rules",
        "/desk/lublin/training/rules/new",
        &opinions,
        &enrol,
        &batch,
        &way,
        &certificates,
    ];
    r.pages(b, &named).await;
    let (learners, list) = (of("/learners"), "/desk/lublin/certificates");
    r.linked(b, &[(&learners, "main a[href*='/learners/0']"), (list, "main a[href*='/certificates/0']")]).await;
    r.refused(b, &[("/desk/lublin/training/rules/new", "main form[action$='/rules/new']")]).await;
    b.go("/desk/lublin/training/rules/new").await;
    b.pick("course", "Prosty język").await;
    b.press_css("main form[action$='/rules/new'] button[type=submit]").await;
    b.press_css("main button[name=step][value=save]").await;
    b.leads_to("/training/rules").await;
    r.linked(b, &[("/desk/lublin/training/rules", "main a[href*='/rules/0']")]).await;
    let one = link(b, list, "main a[href*='/certificates/0']").await;
    let forms = [
        (enrol.as_str(), "#by-unit"),
        (enrol.as_str(), "#by-file"),
        (one.as_str(), "main form:has([name=reason])"),
        ("/desk/lublin/learning/paths/new", "main form[action$='/paths/new']"),
    ];
    r.refused(b, &forms).await;
}
