//! The JSON API.

use axum::http::Method;
use serde_json::json;

use crate::setting::{MIGRATIONS, Setting};

db::both! { MIGRATIONS;

async fn services_are_ranked_listed_and_described(db) {
    let s = Setting::new(&db).await;
    let b = s.stranger();
    let base = format!("/api/v1/offices/{}/services", s.slug);
    let found = b.get(&format!("{base}?q=zgubi%C5%82em+dow%C3%B3d")).await.json();
    assert_eq!(found["items"][0]["id"], "utrata-dowodu");
    assert!(found["items"][0]["score"].as_f64().unwrap() > 0.0 && found["next"].is_null());
    let (mut all, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = b.get(&format!("{base}?limit=20&cursor={cursor}")).await.json();
        all.extend(page["items"].as_array().unwrap().clone());
        match page["next"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => break,
        }
    }
    assert_eq!(all.len(), 54);
    assert!(all.iter().all(|i| i["score"] == 0.0));
    let one = b.get(&format!("{base}/odpis-aktu")).await.json();
    assert_eq!((one["level"].as_str(), one["form"]["format"].as_u64()), (Some("gmina"), Some(1)));
    assert_eq!(b.get(&format!("{base}/nic")).await.status, 404);
}

async fn a_neighbouring_system_sends_a_form_once(db) {
    let s = Setting::new(&db).await;
    let b = s.stranger();
    let path = format!("/api/v1/offices/{}/services/informacja-publiczna/submissions", s.slug);
    let token = s.anna.to_string();
    let answers = json!({ "applicant": "person", "given_name": "Anna", "family_name": "Nowak", "email": "anna@example.pl",
        "information": "Proszę o rejestr umów.", "information_way": "email", "information_form": "any", "truth": true });
    let body = json!({ "answers": answers });
    assert_eq!(b.api(Method::POST, &path, None, Some(body.clone())).await.status, 401);
    let reader = format!("{token} services:read");
    assert_eq!(b.api(Method::POST, &path, Some(&reader), Some(body.clone())).await.status, 403);
    let mut bad = body.clone();
    bad["answers"]["email"] = "anna".into();
    let refused = b.api(Method::POST, &path, Some(&token), Some(bad)).await;
    assert_eq!((refused.status.as_u16(), refused.json()["errors"][0]["field"].as_str().unwrap().to_owned()), (422, "email".into()));
    let mut unknown = body.clone();
    unknown["answers"]["sql"] = "' OR 1=1".into();
    assert_eq!(b.api(Method::POST, &path, Some(&token), Some(unknown)).await.json()["errors"][0]["field"], "sql");
    let send = || async {
        let request = axum::http::Request::builder().method("POST").uri(&path).header("content-type", "application/json")
            .header("authorization", format!("Bearer {token}")).header("idempotency-key", "k1");
        b.send(request, axum::body::Body::from(body.to_string())).await
    };
    let (first, second) = (send().await, send().await);
    assert_eq!((first.status.as_u16(), second.status.as_u16()), (201, 200), "{}", first.text);
    assert_eq!(first.json(), second.json());
    assert_eq!(first.json()["number"], "WE/1/2026");
}

}
