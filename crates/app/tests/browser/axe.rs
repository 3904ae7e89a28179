//! Every page for everybody: WCAG 2.1 AA by axe, in both languages, wide and on a phone, nothing wider than 320 pixels.

use std::collections::BTreeSet;

use crate::{
    forms,
    harness::{Browser, Site},
};

/// Each page wide and narrow in Polish and English; every failure, not the first.
async fn check(b: &Browser, pages: &BTreeSet<String>) {
    let mut found = Vec::new();
    for (lang, theme) in [("pl", "light"), ("en", "dark")] {
        b.prefs(lang, theme).await;
        for page in pages {
            b.go(page).await;
            let html = b.c.source().await.unwrap();
            assert!(html.contains(&format!("<html lang=\"{lang}\"")), "{page} is not in {lang}");
            for width in [1280, 390] {
                b.resize(width, 900).await;
                found.extend(
                    b.violations().await.into_iter().map(|v| format!("{page} ({lang}, {theme}, {width}): {v}")),
                );
            }
            b.resize(320, 900).await;
            let over = b.too_wide().await;
            if over > 0 {
                found.push(format!("{page} ({lang}): {over} pixels wider than 320"));
            }
            b.resize(1280, 900).await;
        }
    }
    b.prefs("pl", "light").await;
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// High contrast on the main pages.
async fn contrast(b: &Browser, pages: &[&str]) {
    b.prefs("pl", "contrast").await;
    for page in pages {
        b.go(page).await;
        assert_eq!(b.violations().await, Vec::<String>::new(), "{page} in high contrast");
    }
}

/// The pages named, and those the pages link to, one of each kind.
async fn pages(b: &Browser, named: &[&str], from: &[(&str, &str)]) -> BTreeSet<String> {
    let mut pages: BTreeSet<String> = named.iter().map(|&p| p.to_owned()).collect();
    for (page, css) in from {
        b.go(page).await;
        let link = b.links(css).await.into_iter().next().unwrap_or_else(|| panic!("nothing like {css} on {page}"));
        pages.insert(link);
    }
    pages
}

#[tokio::test]
async fn strangers_pages_are_for_everybody() {
    let site = Site::start();
    let b = Browser::open(&site, 1280).await;
    let named = [
        "/",
        "/?q=lodz",
        "/?q=qwrtzpsd",
        "/about",
        "/accessibility",
        "/privacy",
        "/help",
        "/sign-in",
        "/register",
        "/reset",
        "/reset?sent=1",
        "/register?sent=1",
        "/offices/1061011",
        "/o/koden",
        "/o/lublin/contact",
        "/o/mkidn/about",
        "/o/koden/accessibility",
        "/o/koden/services",
        "/o/koden/services?q=chcę+ściąć+drzewo",
        "/o/koden/services?q=qwrtzpsd",
        "/o/koden/services/zezwolenie-usuniecie-drzew",
        "/o/koden/services/dowod-osobisty",
        forms::APPLY,
        "/demo/mail",
        "/nope",
        "/o/nope",
    ];
    let pages = pages(&b, &named, &[("/demo/mail", "main a[href^='/demo/mail/']")]).await;
    check(&b, &pages).await;
    contrast(&b, &["/", "/o/koden", "/o/koden/services", "/o/koden/services/dowod-osobisty", "/sign-in", forms::APPLY])
        .await;
}

#[tokio::test]
async fn a_citizens_pages_are_for_everybody() {
    let site = Site::start();
    let b = Browser::open(&site, 1280).await;
    b.sign_in(&site.account("citizen", "")).await;

    // The form: each step as it comes, with errors and without, then its summary and receipt.
    forms::begin(&b).await;
    b.waits_for("main [name=given_name]").await;
    let first = b.path().await;
    forms::next(&b).await;
    b.axe("errors").await;
    forms::applicant(&b, "Zofia", "Maj", "zofia.maj@mieszkancy.example").await;
    let mut steps = BTreeSet::from([first.clone(), b.path().await]);
    forms::record(&b).await;
    steps.insert(b.path().await);
    forms::rest(&b, None).await;
    for step in ["attachments", "answer", "declarations", "summary"] {
        steps.insert(first.replace("applicant", step));
    }
    check(&b, &steps).await;
    b.go(&first.replace("applicant", "summary")).await;
    forms::send(&b).await;
    b.sees("Numer: WE/").await;
    let receipt = b.path().await;

    let named = [
        "/my",
        "/my/submissions",
        "/my/account",
        "/my/account/data",
        "/my/account/email",
        "/my/account/password",
        "/my/account/two-step",
        "/my/account/sessions",
        "/my/account/tokens",
        "/my/account/delete",
        "/offices/1061011/claim",
        "/desk",
        "/desk/koden",
        &receipt,
    ];
    let from = [("/my", "main a[href^='/my/cases/']"), ("/my", "main a[href^='/my/submissions/']")];
    let pages = pages(&b, &named, &from).await;
    check(&b, &pages).await;
    contrast(&b, &["/my", &receipt, "/my/account"]).await;
}

#[tokio::test]
async fn the_desk_is_for_everybody() {
    let site = Site::start();
    let b = Browser::open(&site, 1280).await;
    b.sign_in(&site.account("official", "koden")).await;
    b.go("/desk/koden/cases?view=all").await;
    let case = b.links("main a[href*='/cases/0']").await.into_iter().next().expect("no case");
    b.go(&case).await;
    b.press("Przygotuj pismo").await;
    b.press("Decyzja").await;
    b.press("Zacznij pismo").await;
    b.sees("Wersja robocza").await;
    let letter = b.path().await;
    let of = |rest: &str| format!("{case}{rest}");
    let own = [
        of(""),
        of("/record"),
        of("/term"),
        of("/hand-over"),
        of("/edit"),
        of("/requests"),
        of("/settle"),
        of("/letters/new"),
        letter,
    ];
    let mut named: Vec<&str> = own.iter().map(String::as_str).collect();
    named.extend([
        "/desk/koden",
        "/desk/koden?list=followed",
        "/desk/koden/cases?view=all",
        "/desk/koden/cases/new",
        "/desk/koden/case-lists",
        "/desk/koden/incoming?state=all",
        "/desk/koden/outgoing",
        "/desk/koden/search?q=drzewo",
        "/desk/koden/search?q=qwrtzpsd",
        "/desk/koden/templates",
    ]);
    let pages = pages(&b, &named, &[("/desk/koden/incoming?state=mine", "main a[href*='/incoming/0']")]).await;
    check(&b, &pages).await;
    contrast(&b, &["/desk/koden", &case, "/desk/koden/incoming?state=all"]).await;

    // The registry and the superior.
    let b = Browser::open(&site, 1280).await;
    b.sign_in(&site.account("registry", "koden")).await;
    let pages = self::pages(
        &b,
        &["/desk/koden/incoming", "/desk/koden/incoming/new"],
        &[("/desk/koden/incoming", "main a[href*='/incoming/0']")],
    )
    .await;
    check(&b, &pages).await;
    b.c.delete_all_cookies().await.unwrap();
    b.sign_in(&site.account("superior", "lublin")).await;
    let pages =
        self::pages(&b, &["/desk/lublin/approvals"], &[("/desk/lublin/approvals", "main a[href*='/letters/0']")]).await;
    check(&b, &pages).await;
}

#[tokio::test]
async fn administration_is_for_everybody() {
    let site = Site::start();
    let b = Browser::open(&site, 1280).await;
    b.sign_in(&site.account("admin", "koden")).await;
    let named = [
        "/desk/koden/admin",
        "/desk/koden/admin/data",
        "/desk/koden/admin/points",
        "/desk/koden/admin/points/new",
        "/desk/koden/admin/units",
        "/desk/koden/admin/units/new",
        "/desk/koden/admin/people",
        "/desk/koden/admin/people/new",
        "/desk/koden/admin/positions",
        "/desk/koden/admin/substitutions",
        "/desk/koden/admin/import",
        "/desk/koden/admin/file-plan",
        "/desk/koden/admin/file-plan/import",
        "/desk/koden/admin/services",
        "/desk/koden/admin/services/odpis-aktu",
        "/desk/koden/admin/services/odpis-aktu/form",
        "/desk/koden/admin/services/odpis-aktu/form?at_step=0&at_field=0",
        "/desk/koden/admin/services/odpis-aktu/form/json",
        "/desk/koden/admin/hooks",
        "/desk/koden/admin/audit",
        "/desk/koden/templates/new",
    ];
    let from = [
        ("/desk/koden/admin/units", "main a[href*='/units/0']"),
        ("/desk/koden/admin/people", "main a[href*='/people/0']"),
        ("/desk/koden/admin/points", "main a[href*='/points/0']"),
        ("/desk/koden/admin/file-plan", "main a[href*='/file-plan/0']"),
    ];
    let pages = pages(&b, &named, &from).await;
    check(&b, &pages).await;
    contrast(&b, &["/desk/koden/admin", "/desk/koden/admin/units"]).await;

    b.c.delete_all_cookies().await.unwrap();
    b.sign_in(&site.account("operator", "")).await;
    let named = [
        "/operator",
        "/operator/claims?status=all",
        "/operator/offices",
        "/operator/offices/new",
        "/operator/offices/koden",
        "/operator/audit",
    ];
    let pages = self::pages(&b, &named, &[]).await;
    check(&b, &pages).await;
}
