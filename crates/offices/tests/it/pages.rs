//! Pages for anybody, the directory and its interface; every page in both languages.

use super::*;

db::both! { TABLES;
async fn the_start_page_finds_offices_and_marks_those_at_work(db) {
    let world = World::new(&db);
    let lodz = law::teryt::gmina("1061011".parse().unwrap()).unwrap();
    world.write(move |c, ctx| Box::pin(async move {
        offices::found(c, ctx, NewOffice::of_gmina(lodz)).await?;
        offices::found(c, ctx, NewOffice::named(OfficeKind::Ministry, "Ministerstwo Cyfryzacji")).await
    })).await.unwrap();
    let browser = &world.browser;
    let start = browser.get("/").await.text;
    assert!(start.contains("Urząd Miasta Łodzi") && start.contains("Ministerstwo Cyfryzacji"));
    assert!(start.contains("href=\"/c\"") && start.contains("href=\"/badges/verify\""), "where certificates are checked");
    let found = browser.get("/?q=lodz").await.text;
    assert!(found.contains("/o/lodz") && found.contains("Działa tutaj") && found.contains("miasto na prawach powiatu"), "{found}");
    let narrowed = browser.get("/?voivodeship=10&powiat=1002").await.text;
    assert!(narrowed.contains("kutnowski") && !narrowed.contains("/offices/02"), "{narrowed}");
    assert!(browser.get("/?q=zzzzzz").await.text.contains("Nie znaleźliśmy takiego urzędu"));
    let first = browser.get("/?voivodeship=14").await.text;
    assert!(first.contains("cursor="), "a long list has pages");
    let suggested = browser.get("/offices/suggest?q=lodz").await.text;
    assert!(suggested.contains("role=\"option\"") && suggested.contains("/o/lodz"), "{suggested}");
    assert_eq!(browser.get("/offices/9999999").await.status, 404);
    assert_eq!(browser.get("/o/nie-ma").await.status, 404);
}

async fn the_directory_is_open_and_paged(db) {
    let world = World::new(&db);
    let lodz = law::teryt::gmina("1061011".parse().unwrap()).unwrap();
    world.write(move |c, ctx| Box::pin(offices::found(c, ctx, NewOffice::of_gmina(lodz)))).await.unwrap();
    let browser = &world.browser;
    let found = browser.get("/api/v1/directory?q=LODZ&limit=1").await.json();
    let item = &found["items"][0];
    assert_eq!((&item["teryt"], &item["name"], &item["office"]["slug"]), (&"1061011".into(), &"Łódź".into(), &"lodz".into()));
    let page = browser.get("/api/v1/directory?q=dobra&limit=2").await.json();
    let next = page["next"].as_str().unwrap().to_owned();
    let second = browser.get(&format!("/api/v1/directory?q=dobra&limit=2&cursor={next}")).await.json();
    assert_ne!(page["items"], second["items"]);
    assert!(page["items"][0]["office"].is_null());
    assert_eq!(browser.get("/api/v1/directory?limit=0").await.status, 400);
    assert_eq!(browser.get("/api/v1/offices/lodz").await.json()["powiat"], "Łódź");
    assert_eq!(browser.get("/api/v1/offices/nie-ma").await.status, 404);
}

async fn every_page_speaks_both_languages(db) {
    let world = World::new(&db);
    let (scope, or, _) = world.office("lipowa").await;
    let admin = world.sign_in("admin@lipowa.pl").await;
    let operator = world.operator().await;
    let desk = world.desk(scope.office(), world.db().read(|c| Box::pin(async move {
        Ok(identity::find_by_email(c, "admin@lipowa.pl").await?.unwrap().id)
    })).await.unwrap(), TODAY).await.unwrap();
    let pages = [
        ("/", 0), ("/?q=a", 0), ("/offices/0201032", 0), ("/accessibility", 0), ("/privacy", 0), ("/about", 0), ("/help", 0),
        ("/o/lipowa", 0), ("/o/lipowa/about", 0), ("/o/lipowa/contact", 0), ("/o/lipowa/accessibility", 0),
        ("/offices/0201032/claim", 1), ("/desk/lipowa/admin", 1), ("/desk/lipowa/admin/data", 1), ("/desk/lipowa/admin/units", 1),
        ("/desk/lipowa/admin/units/new", 1), ("/desk/lipowa/admin/people", 1), ("/desk/lipowa/admin/people/new", 1),
        ("/desk/lipowa/admin/positions", 1), ("/desk/lipowa/admin/substitutions", 1), ("/desk/lipowa/admin/points", 1),
        ("/desk/lipowa/admin/points/new", 1), ("/desk/lipowa/admin/import", 1), ("/desk/lipowa/admin/audit", 1),
        ("/operator", 2), ("/operator/claims", 2), ("/operator/offices", 2), ("/operator/offices/new", 2),
        ("/operator/offices/lipowa", 2), ("/operator/audit", 2), ("/desk", 2),
    ];
    let mut all: Vec<(String, usize)> = pages.iter().map(|(p, who)| ((*p).to_owned(), *who)).collect();
    all.push((format!("/desk/lipowa/admin/units/{or}"), 1));
    all.push((format!("/desk/lipowa/admin/people/{}", desk.member.membership), 1));
    for (path, who) in all {
        let browser = [&world.browser, &admin, &operator][who];
        for lang in ["pl", "en"] {
            let request = axum::http::Request::builder().uri(path.as_str()).header("accept-language", lang);
            let answer = browser.send(request, axum::body::Body::empty()).await;
            assert_eq!(answer.status, 200, "{path}: {}", answer.text);
            let bare = answer.text.replace("data-screen=\"offices.", "");
            for key in offices::msg::KEYS.iter().filter(|k| k.starts_with("offices-")) {
                assert!(!bare.contains(&format!(">{key}<")), "{path} in {lang}: {key} has no text");
            }
        }
    }
}
}
