//! The coordinator's screens: who may open them, in both languages, and making a rule with a preview.

use axum::{body::Body, http::Request};

use crate::world::{ALL, World, get, post};

const RULES: &str = "/desk/lipowa/training/rules";

db::both! { ALL;

async fn to_other_offices_and_strangers_none_of_it_exists(db) {
    let w = World::new(&db).await;
    let browser = w.browser();
    let nobody = "01900000-0000-7000-8000-000000000000";
    for route in training::routes().list {
        let path = route
            .path
            .replace("{office}", "lipowa")
            .replace("{course}", "prosty-jezyk")
            .replace("{file}", "late.csv")
            .replace("{rule}", nobody);
        let foreign = if route.method == "GET" {
            get(&browser, w.foreign, &path).await
        } else {
            post(&browser, w.foreign, &path, &[]).await
        };
        assert_eq!(foreign.status, 404, "{} {path}", route.method);
        let request = Request::builder().method(route.method.clone()).uri(&path);
        let stranger = browser.send(request, Body::empty()).await;
        assert!(stranger.location().starts_with("/sign-in") || stranger.status == 401, "{} {path}", route.method);
        if route.path.contains("{office}") && route.method == "GET" {
            assert_eq!(get(&browser, w.anna, &path).await.status, 403, "{path}");
        }
        if route.path.contains("rules") && route.method == "GET" {
            assert_eq!(get(&browser, w.chief, &path).await.status, 403, "rules are the coordinator's: {path}");
        }
    }
}

async fn a_rule_is_seen_before_it_is_made_and_ended_with_a_reason(db) {
    let w = World::new(&db).await;
    let browser = w.browser();
    let new = format!("{RULES}/new");
    assert!(get(&browser, w.trainer, RULES).await.text.contains("Nie ma jeszcze szkoleń obowiązkowych"));
    assert!(get(&browser, w.trainer, &new).await.text.contains("Prosty język"));
    let empty = post(&browser, w.trainer, &new, &[("whom", "unit"), ("days", "x")]).await;
    assert!(empty.status == 422 && empty.text.contains("Wybierz kurs."), "{}", empty.text);
    let (course, unit) = (w.course.to_string(), w.units[0].to_string());
    let fields = [
        ("course", course.as_str()),
        ("whom", "unit"),
        ("unit", unit.as_str()),
        ("below", "on"),
        ("days", "30"),
        ("months", "24"),
    ];
    let with = |step| [&fields[..], &[("step", step)]].concat();
    let preview = post(&browser, w.trainer, &new, &with("preview")).await;
    assert_eq!(preview.status, 200);
    assert!(preview.text.contains("Anna Urzędnik") && preview.text.contains("Zapiszemy"), "{}", preview.text);
    assert!(preview.text.contains("Co 24 miesiące") && preview.text.contains("name=\"below\" value=\"on\""));
    w.jobs().await;
    assert!(w.of(w.anna).await.is_empty(), "a preview changes nothing");
    let edit = post(&browser, w.trainer, &new, &with("edit")).await;
    assert!(edit.status == 200 && edit.text.contains("value=\"24\""));
    let made = post(&browser, w.trainer, &new, &with("save")).await;
    assert_eq!((made.status.as_u16(), made.location()), (303, RULES));
    w.jobs().await;
    assert_eq!(w.of(w.anna).await.len(), 1);
    let again = post(&browser, w.trainer, &new, &with("save")).await;
    assert!(again.status == 422 && again.text.contains("Taka zasada już obowiązuje"));
    let list = get(&browser, w.trainer, RULES).await;
    assert!(list.text.contains("Komórka z podległymi: SE — Wydział SE"), "{}", list.text);
    let scope = w.office;
    let rule = w.kit.app.db.read(move |c| Box::pin(training::rules(c, scope))).await.unwrap()[0].id;
    let page = format!("{RULES}/{rule}");
    assert!(get(&browser, w.trainer, &page).await.text.contains("Uczy się"));
    let end = format!("{page}/end");
    assert_eq!(post(&browser, w.trainer, &end, &[("reason", "")]).await.status, 422);
    assert_eq!(post(&browser, w.trainer, &end, &[("reason", "Nowe przepisy")]).await.status, 303);
    assert!(w.log("training.rule_ended").await[0].contains("Nowe przepisy"));
    assert!(get(&browser, w.trainer, &page).await.text.contains("Nowe przepisy"));
}

async fn every_page_reads_well_in_both_languages(db) {
    let w = World::new(&db).await;
    let browser = w.browser();
    w.learn().await;
    let rule = w.rule(w.everybody()).await.unwrap();
    for lang in ["pl", "en"] {
        for path in [
            "/desk/lipowa/training".to_owned(),
            "/desk/lipowa/training/people".into(),
            "/desk/lipowa/training/late".into(),
            RULES.into(),
            format!("{RULES}/new"),
            format!("{RULES}/{rule}"),
            "/desk/lipowa/courses/prosty-jezyk/opinions".into(),
        ] {
            let request = Request::builder()
                .uri(&path)
                .header("cookie", format!("szpon_session={}; szpon_prefs={lang}.", w.trainer));
            let page = browser.send(request, Body::empty()).await;
            assert_eq!(page.status, 200, "{path}");
            assert!(page.text.contains(&format!("lang=\"{lang}\"")), "{path} in {lang}");
            assert!(!page.text.contains("training-"), "a text is missing on {path} in {lang}");
        }
    }
}

}
