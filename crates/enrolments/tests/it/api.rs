//! The JSON API as a neighbouring system of the office uses it.

use axum::{body::Body, http::Request};
use enrolments::Mark;
use kernel::ids::PersonId;
use serde_json::{Value, json};
use testkit::{Answer, Browser};

use crate::world::{ALL, World};

const LIST: &str = "/api/v1/offices/lipowa/courses/prosty-jezyk/enrolments";

async fn ask(browser: &Browser, who: PersonId, scope: &str, path: &str) -> Answer {
    browser.api(axum::http::Method::GET, path, Some(&format!("{who},{scope}")), None).await
}

async fn enrol(browser: &Browser, who: PersonId, key: &str, body: &Value) -> Answer {
    let request = Request::builder()
        .method("POST")
        .uri(LIST)
        .header("authorization", format!("Bearer {who},learning:read,learning:write"))
        .header("content-type", "application/json")
        .header("idempotency-key", key);
    browser.send(request, Body::from(body.to_string())).await
}

/// The places of a problem's errors.
fn places(answer: &Answer) -> Vec<String> {
    let errors = answer.json()["errors"].as_array().cloned().unwrap_or_default();
    errors.iter().map(|e| e["pointer"].as_str().unwrap_or_default().to_owned()).collect()
}

db::both! { ALL;

async fn a_system_of_the_office_reads_who_learns_and_how_far_they_are(db) {
    let w = World::new(&db).await;
    let browser = w.browser();
    let anna = w.enrol(w.anna).await;
    w.clock().advance_seconds(60);
    let jan = w.enrol(w.citizen).await;
    w.mark(anna.id, 0, Mark::done()).await;
    let all = ask(&browser, w.trainer, "learning:read", LIST).await;
    assert_eq!(all.status, 200, "{}", all.text);
    let all = all.json();
    assert_eq!((&all["items"][0]["id"], &all["items"][1]["id"]), (&json!(jan.id), &json!(anna.id)), "the newest first");
    let first = &all["items"][1];
    assert_eq!(first["person"]["name"], "Anna Urzędnik");
    assert_eq!(first["person"]["email"], "anna.urzednik@example.pl");
    assert_eq!((first["state"].as_str(), first["done"].as_i64(), first["required"].as_i64(), first["percent"].as_i64()),
        (Some("active"), Some(1), Some(3), Some(33)));
    assert!(first["completed"].is_null() && first["late"] == false && all["next"].is_null(), "{all}");

    let page = ask(&browser, w.trainer, "learning:read", &format!("{LIST}?limit=1")).await.json();
    let next = format!("{LIST}?limit=1&cursor={}", page["next"].as_str().unwrap());
    let rest = ask(&browser, w.trainer, "learning:read", &next).await.json();
    assert_eq!((&rest["items"][0]["id"], &rest["next"]), (&json!(anna.id), &Value::Null));
    for (query, many) in [("?state=completed", 0), ("?state=active", 2), ("?q=urz", 1), ("?late=true", 0)] {
        let found = ask(&browser, w.trainer, "learning:read", &format!("{LIST}{query}")).await.json();
        assert_eq!(found["items"].as_array().map(Vec::len), Some(many), "{query}: {found}");
    }
    assert_eq!(ask(&browser, w.trainer, "learning:read", &format!("{LIST}?state=asleep")).await.status, 400);
}

async fn names_are_only_for_who_runs_the_course(db) {
    let w = World::new(&db).await;
    let browser = w.browser();
    w.enrol(w.anna).await;
    for (who, scope, status) in [
        (w.foreign, "learning:read", 404),
        (w.citizen, "learning:read", 404),
        (w.anna, "learning:read", 403),
        (w.trainer, "cases:read", 403),
    ] {
        let answer = ask(&browser, who, scope, LIST).await;
        assert_eq!(answer.status, status, "{}", answer.text);
        assert!(!answer.text.contains("Urzędnik"), "{}", answer.text);
    }
    assert_eq!(browser.api(axum::http::Method::GET, LIST, None, None).await.status, 401);
    let people = json!({"people": ["anna.urzednik@example.pl"]});
    assert_eq!(enrol(&browser, w.foreign, "x", &people).await.status, 404);
    assert_eq!(enrol(&browser, w.anna, "x", &people).await.status, 403);
    let theirs = "/api/v1/offices/debowa/courses/prosty-jezyk/enrolments";
    assert_eq!(ask(&browser, w.foreign, "learning:read", theirs).await.status, 404, "another office does not hold it");
}

async fn people_are_enrolled_once_under_one_key_all_or_nobody(db) {
    let w = World::new(&db).await;
    let browser = w.browser();
    w.enrol(w.chief).await;
    let two = json!({"people": ["anna.urzednik@example.pl", "stefan.szef@example.pl"], "due": "2026-04-30"});
    let made = enrol(&browser, w.trainer, "kadry-1", &two).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let told = made.json();
    assert_eq!((told["enrolled"].as_i64(), told["items"].as_array().map(Vec::len)), (Some(1), Some(2)));
    assert_eq!((told["items"][0]["person"]["name"].as_str(), told["items"][0]["due"].as_str()), (Some("Anna Urzędnik"), Some("2026-04-30")));
    assert_eq!((told["items"][0]["source"].as_str(), told["items"][1]["source"].as_str()), (Some("coordinator"), Some("self")));
    let again = enrol(&browser, w.trainer, "kadry-1", &two).await;
    assert_eq!((again.status.as_u16(), again.text), (200, made.text.clone()), "done once");
    let other = json!({"people": ["anna.urzednik@example.pl"]});
    assert_eq!(enrol(&browser, w.trainer, "kadry-1", &other).await.status, 409, "the key is spent");
    assert_eq!(w.mails(w.anna).await.iter().filter(|m| m.contains("kurs")).count(), 1, "told once");
    assert!(w.log("enrolments.many").await.iter().any(|d| d.contains("Prosty język")));

    let bad = json!({"people": ["anna.urzednik@example.pl", "nikt@example.pl", "Jan", "obcy.czlowiek@example.pl"]});
    assert_eq!(places(&enrol(&browser, w.trainer, "k2", &bad).await), ["#/people/2"]);
    let unknown = json!({"people": ["anna.urzednik@example.pl", "nikt@example.pl", "obcy.czlowiek@example.pl", "anna.urzednik@example.pl"]});
    let refused = enrol(&browser, w.trainer, "k2", &unknown).await;
    assert_eq!((refused.status.as_u16(), places(&refused)), (422, vec!["#/people/1".into(), "#/people/2".into(), "#/people/3".into()]));
    for body in [json!({"people": []}), json!({"people": ["anna.urzednik@example.pl"], "due": "2026-03-01"}), json!({"people": ["a@example.pl"], "why": 1})] {
        assert_eq!(enrol(&browser, w.trainer, "k3", &body).await.status, 422, "{body}");
    }
    let all = ask(&browser, w.trainer, "learning:read", LIST).await.json();
    assert_eq!(all["items"].as_array().map(Vec::len), Some(2), "nobody came by what was refused");
}

async fn a_person_reads_their_own_courses_and_nobody_elses(db) {
    let w = World::new(&db).await;
    let browser = w.browser();
    w.enrol(w.chief).await;
    let mine = w.enrol(w.anna).await;
    for item in 0..3 {
        w.mark(mine.id, item, Mark::passed(0.9)).await;
    }
    let list = ask(&browser, w.anna, "learning:read", "/api/v1/my/courses").await.json();
    let items = list["items"].as_array().unwrap();
    assert_eq!(items.len(), 1, "{list}");
    assert_eq!((items[0]["course"].as_str(), items[0]["office"].as_str(), items[0]["title"].as_str()),
        (Some("prosty-jezyk"), Some("lipowa"), Some("Prosty język")));
    assert_eq!((items[0]["state"].as_str(), items[0]["percent"].as_i64()), (Some("completed"), Some(100)));
    assert!(items[0]["completed"].as_str().is_some_and(|at| at.starts_with("2026-03-02")) && items[0]["score"].as_f64() > Some(0.8), "{list}");
    assert!(items[0]["url"].as_str().is_some_and(|u| u.ends_with("/learn/prosty-jezyk")));
    let none = ask(&browser, w.citizen, "learning:read", "/api/v1/my/courses").await.json();
    assert_eq!(none, json!({"items": [], "next": null}));
    assert_eq!(ask(&browser, w.anna, "cases:read", "/api/v1/my/courses").await.status, 403);
}

}
