//! Every page in both languages, with nothing left untranslated.

use axum::http::{Request, header};

use crate::world::{ADMIN, OFFICIAL, REGISTRY, SUPERIOR, TABLES, World, open_case};

db::both! { TABLES;

async fn every_page_opens_in_both_languages(db) {
    let w = World::new(&db).await;
    let olga = w.as_(OFFICIAL).await;
    let case = open_case(&w, &olga, "Wycinka klonu").await;
    let rita = w.as_(REGISTRY).await;
    let sent = rita
        .post("/desk/lipowa/incoming/new", &[("once", "m"), ("channel", "post"), ("received", "2026-01-12"), ("title", "Pismo")])
        .await;
    let mail = sent.location().to_owned();
    let stefan = w.as_(SUPERIOR).await;
    let adam = w.as_(ADMIN).await;
    let of = |parts: &[&str]| parts.iter().map(|p| format!("/desk/lipowa{p}")).collect::<Vec<_>>();
    let mut pages = Vec::new();
    let lists = ["", "?list=due", "?list=overdue", "?list=followed", "/cases", "/cases?view=all&q=klon", "/cases/new",
        "/incoming", "/incoming?state=all", "/search", "/search?q=zzzz", "/search?q=klon", "/case-lists",
        "/case-lists/one?year=2026&unit=GK&class=6131"];
    pages.extend(of(&lists).into_iter().map(|p| (&olga, p)));
    pages.extend(["", "/record", "/settle", "/edit", "/term", "/hand-over"].iter().map(|p| (&olga, format!("{case}{p}"))));
    pages.push((&stefan, format!("{case}/reopen")));
    pages.extend(of(&["", "/incoming", "/incoming/new", "/incoming?state=registered"]).into_iter().map(|p| (&rita, p)));
    pages.push((&rita, mail));
    pages.push((&adam, "/desk/lipowa".to_owned()));
    for (browser, path) in pages {
        for lang in ["pl", "en"] {
            let request = Request::builder().uri(&path).header(header::COOKIE, format!("szpon_prefs={lang}."));
            let page = browser.send(request, axum::body::Body::empty()).await;
            assert_eq!(page.status, 200, "{path} {lang}: {}", page.text);
            assert!(page.text.contains(&format!("<html lang=\"{lang}\"")), "{path} is in {lang}");
            for key in desk::msg::KEYS {
                assert!(!page.text.contains(&format!(">{key}<")), "{path} shows {key}");
            }
            assert!(!page.text.contains("Unknown variable") && !page.text.contains("{$"), "{path}");
            let mut ids: Vec<&str> = page.text.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            ids.sort_unstable();
            let twice: Vec<&&str> = ids.windows(2).filter(|p| p[0] == p[1]).map(|p| &p[0]).collect();
            assert!(twice.is_empty(), "{path} has ids twice: {twice:?}");
        }
    }
}

}
