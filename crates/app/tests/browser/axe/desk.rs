//! The officials' pages, as an official, the registry and a superior see them.

use web::Guard;

use super::{KODEN, Review, link};
use crate::harness::{Browser, Site};

pub const GUARDS: &[Guard] = &[Guard::Member, Guard::Official, Guard::Registry, Guard::Superior];

#[tokio::test]
async fn the_desk_is_for_everybody() {
    let site = Site::start();
    let b = Browser::open(&site, 1280).await;
    let mut r = Review::default();
    b.sign_in(&site.tomasz()).await;
    let case = an_official(&b, &mut r).await;
    b.leave().await;

    b.sign_in(&site.account("registry", "koden")).await;
    r.rest(&b, &[Guard::Registry], &[KODEN]).await;
    r.pages(&b, &["/desk/koden/incoming"]).await;
    r.linked(&b, &[("/desk/koden/incoming", "main a[href*='/incoming/0']")]).await;
    r.refused(&b, &[("/desk/koden/incoming/new", "main form[action$='/incoming/new']")]).await;
    b.leave().await;

    b.sign_in(&site.account("superior", "koden")).await;
    let settled = settled(&b).await;
    r.pages(&b, &["/desk/koden/templates/new", &settled, &format!("{settled}/reopen")]).await;
    r.linked(&b, &[("/desk/koden/templates", "main a[href*='/templates/0']")]).await;
    r.rest(&b, &[Guard::Superior], &[KODEN]).await;
    let (new, reopen) = ("/desk/koden/templates/new", format!("{settled}/reopen"));
    r.refused(&b, &[(new, "main form[action$='/templates/new']"), (&reopen, "main form[action$='/reopen']")]).await;
    b.leave().await;

    b.sign_in(&site.account("superior", "lublin")).await;
    r.pages(&b, &["/desk/lublin/approvals"]).await;
    r.linked(&b, &[("/desk/lublin/approvals", "main a[href*='/letters/0']")]).await;
    b.leave().await;

    b.sign_in(&site.tomasz()).await;
    let case = case.rsplit('/').next().unwrap();
    r.rest(&b, GUARDS, &[KODEN, ("case", case), ("ordinal", "1")]).await;
    r.end(GUARDS);
}

/// A case that is settled.
async fn settled(b: &Browser) -> String {
    b.go("/desk/koden/cases?view=all").await;
    for case in b.links("main a[href*='/cases/0']").await {
        b.go(&case).await;
        if b.text().await.contains("Załatwiona") {
            return b.path().await;
        }
    }
    panic!("the demonstration has no settled case")
}

/// Looks at what an official works with; the address of a case of theirs.
async fn an_official(b: &Browser, r: &mut Review) -> String {
    let case = link(b, "/desk/koden/cases?view=all", "main a[href*='/cases/0']").await;
    b.go(&case).await;
    b.press("Przygotuj pismo").await;
    b.press("Decyzja").await;
    b.press("Zacznij pismo").await;
    b.sees("Wersja robocza").await;
    let letter = b.path().await;
    let of = |rest: &str| format!("{case}{rest}");
    let named = [
        case.as_str(),
        letter.as_str(),
        "/desk/koden?list=followed",
        "/desk/koden/cases?view=all",
        "/desk/koden/incoming?state=all",
        "/desk/koden/search?q=drzewo",
        "/desk/koden/search?q=qwrtzpsd",
    ];
    r.pages(b, &named).await;
    let from = [
        ("/desk/koden/incoming?state=mine", "main a[href*='/incoming/0']"),
        ("/desk/koden/outgoing", "main a[href*='/outgoing/0']"),
        ("/desk/koden/case-lists", "main a[href*='/case-lists/one?']"),
        ("/desk/koden/templates", "main a[href*='/templates/0']"),
        (case.as_str(), "main a[href*='/notes/0']"),
    ];
    r.linked(b, &from).await;
    r.answered(b, 403, &["/desk/koden/admin", "/desk/koden/templates/new", "/desk/koden/incoming/new"]).await;
    r.answered(b, 404, &["/desk/koden/cases/01900000-0000-7000-8000-000000000000", "/desk/lublin"]).await;
    let (message, hand, settle) = (of(""), of("/hand-over"), of("/settle"));
    let (edit, request) = (of("/edit"), of("/requests"));
    let forms = [
        (message.as_str(), "main form[action$='/messages']"),
        (message.as_str(), "main form[action$='/notes']"),
        (hand.as_str(), "main form[action$='/hand-over']"),
        (settle.as_str(), "main form[action$='/settle']"),
        (edit.as_str(), "main form[action$='/edit']"),
        (request.as_str(), "main form[action$='/requests']"),
        ("/desk/koden/cases/new", "main form[action$='/cases/new']"),
    ];
    r.refused(b, &forms).await;
    case
}
