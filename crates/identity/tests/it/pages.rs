//! Every page in both languages, for strangers and for the signed in; the demonstration's accounts.

use std::sync::Arc;

use axum::http::{Request, header};
use identity::DemoAccount;
use jiff::civil::date;
use kernel::{FixedClock, SeededEntropy};
use web::{App, Guard, Parts, Settings};

use crate::{EMAIL, PASSWORD, TABLES, World, hidden};

db::both! { TABLES;

async fn every_page_opens_in_both_languages_and_strangers_are_led_to_sign_in(db) {
    let (w, _) = World::with_anna(&db).await;
    let browser = w.signed_in(EMAIL).await;
    for route in identity::routes().list.iter().filter(|r| r.method == "GET" && r.guard != Guard::Secret) {
        if route.guard == Guard::Person && !route.path.starts_with("/api/") {
            assert_eq!(w.browser.fresh().get(route.path).await.status, 303, "{}", route.path);
        }
        for lang in ["pl", "en"] {
            let anybody = w.browser.fresh();
            let browser = if route.guard == Guard::Open { &anybody } else { &browser };
            let request = Request::builder().uri(route.path).header(header::COOKIE, format!("szpon_prefs={lang}."));
            let page = browser.send(request, axum::body::Body::empty()).await;
            assert_eq!(page.status, 200, "{} {lang}", route.path);
            let html = route.path.starts_with("/api/") || page.text.contains(&format!("<html lang=\"{lang}\""));
            assert!(html, "{} is in {lang}", route.path);
            for key in identity::msg::KEYS.iter().filter(|k| k.len() > 12) {
                assert!(!page.text.contains(&format!(">{key}<")), "{} shows {key}", route.path);
            }
        }
    }
}

}

#[tokio::test]
async fn the_demonstration_shows_its_accounts_and_fills_the_form() {
    let db = db::testing::sqlite(TABLES).await;
    let w = World::new(&db);
    w.register("pani.wojt@example.pl", "Ewa", "Lis").await;
    let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    identity::demo_accounts(vec![DemoAccount {
        place: String::new(),
        role_pl: "wójt".into(),
        role_en: "mayor".into(),
        name: "Ewa Lis".into(),
        login: "pani.wojt@example.pl".into(),
        password: PASSWORD.into(),
        totp_secret: Some(secret.into()),
    }]);
    assert!(!w.browser.get("/sign-in?login=pani.wojt%40example.pl").await.text.contains(PASSWORD), "not elsewhere");
    let dir = tempfile::tempdir().unwrap();
    let app = App::new(Parts {
        db: db.clone(),
        blobs: blob::Store::open(&format!("file:{}", dir.path().display()), &blob::Options::default()).unwrap(),
        pdf: pdf::Renderer::new(1),
        clock: Arc::new(FixedClock::noon(date(2026, 3, 2))),
        entropy: Arc::new(SeededEntropy::new(3)),
        settings: Settings {
            public_url: "http://szpon.test".into(),
            max_upload: 1 << 20,
            demo: true,
            trust_proxy: false,
        },
        auth: Box::new(identity::Web),
    });
    let mut kit = w.kit;
    kit.app = app;
    let browser = kit.browser(identity::routes());
    let page = browser.get("/sign-in?next=%2Fdesk").await;
    assert!(page.text.contains("Ewa Lis") && page.text.contains("wójt"));
    assert!(page.text.contains("/sign-in?login=pani.wojt%40example.pl&amp;next=%2Fdesk"), "{}", page.text);
    let filled = browser.get("/sign-in?login=pani.wojt%40example.pl&next=%2Fdesk").await;
    assert!(filled.text.contains(&format!("value=\"{PASSWORD}\"")));
    assert_eq!(hidden(&filled, "next"), "/desk");
    let done = browser.post("/sign-in", &[("email", "pani.wojt@example.pl"), ("password", PASSWORD)]).await;
    assert_eq!(done.status, 303);
}
