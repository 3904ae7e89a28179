//! The JSON API.

use axum::http::Method;

use crate::{
    act,
    world::{ALL, World},
};

db::both! { ALL;

async fn published_courses_are_listed_and_read(db) {
    let w = World::new(&db).await;
    let (draft, ..) = w.course().await;
    let waste = courses::adopt(&w.kit.app, &w.ctx(w.author).await, w.office, "segregacja-odpadow").await.unwrap();
    let kpa = courses::adopt(&w.kit.app, &w.ctx(w.author).await, w.office, "kpa").await.unwrap();
    for id in [waste, kpa] {
        act!(w, |c, ctx, scope| courses::publish(c, &ctx, scope, id, "")).unwrap();
        w.kit.clock.advance_seconds(1);
    }
    let browser = w.kit.browser(courses::routes());
    let get = |path: &'static str| {
        let browser = browser.clone();
        async move { browser.api(Method::GET, path, None, None).await }
    };
    let all = get("/api/v1/offices/lipowa/courses").await.json();
    let ids: Vec<_> = all["items"].as_array().unwrap().iter().map(|i| i["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["kpa", "segregacja-odpadow"], "the latest first, no drafts");
    let first = get("/api/v1/offices/lipowa/courses?limit=1").await.json();
    let next = format!("/api/v1/offices/lipowa/courses?limit=1&cursor={}", first["next"].as_str().unwrap());
    let second = browser.api(Method::GET, &next, None, None).await.json();
    assert_eq!(second["items"][0]["id"], "segregacja-odpadow");
    let open = get("/api/v1/offices/lipowa/courses?open=true&q=odpady").await.json();
    assert_eq!(open["items"].as_array().unwrap().len(), 1);
    assert!(get("/api/v1/offices/debowa/courses").await.json()["items"].as_array().unwrap().is_empty());
    let whole = get("/api/v1/offices/lipowa/courses/segregacja-odpadow").await.json();
    let activities = whole["modules"][1]["activities"].as_array().unwrap();
    assert!(activities[0]["kind"] == "lesson" && activities[0]["text"].as_str().is_some_and(|t| t.len() > 500), "{whole}");
    let closed = get("/api/v1/offices/lipowa/courses/kpa").await.json();
    assert!(closed["modules"][1]["activities"][0]["text"].is_null() && closed["version"] == 1, "{closed}");
    for missing in ["/api/v1/offices/lipowa/courses/obieg-pism", "/api/v1/offices/debowa/courses/kpa", "/api/v1/offices/nikt/courses"] {
        assert_eq!(get(missing).await.status, 404, "{missing}");
    }
    let _ = draft;
}

}
