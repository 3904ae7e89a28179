//! A citizen's own program: their cases by the JSON API, and an official's program that reads the same.

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use jiff::civil::date;
use kernel::ids::{OfficeId, PersonId};
use letters::Way;
use serde_json::json;
use testkit::{Answer, Browser};

use crate::{
    letter::letter,
    world::{ALL, World},
};

/// A token of a person, limited to an office or not.
async fn token(w: &World, person: PersonId, office: Option<OfficeId>) -> String {
    let ctx = w.kit.ctx(kernel::Actor::System);
    let scopes = vec!["cases:read".to_owned(), "cases:write".to_owned()];
    let name = format!("program {office:?}");
    w.db()
        .write(move |c| {
            Box::pin(async move { identity::tokens::create(c, &ctx, person, office, &name, scopes, None).await })
        })
        .await
        .unwrap()
}

fn browser(w: &World) -> Browser {
    w.kit.browser(my::routes().merge(correspondence::routes()).merge(letters::routes()).merge(records::routes()))
}

async fn send(browser: &Browser, token: &str, path: &str, kind: &str, key: &str, body: impl Into<Body>) -> Answer {
    let request = Request::post(path)
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .header(header::CONTENT_TYPE, kind)
        .header("idempotency-key", key);
    browser.send(request, body.into()).await
}

db::both! { ALL;

async fn a_citizen_reads_own_cases_and_answers_with_a_file(db) {
    let w = World::new(&db).await;
    let own = w.case_of_jan("Wycinka dębu").await;
    let second = w.case_of_jan("Wycinka brzozy").await;
    let foreign = w.case_of_ewa("Wycinka lipy").await;
    let request = w.ask(own.id, "Proszę o mapę działki.", date(2026, 1, 26)).await;
    let (program, jan) = (browser(&w), token(&w, w.jan, None).await);
    let get = async |path: &str| program.api(Method::GET, path, Some(&jan), None).await;
    let first = get("/api/v1/my/cases?limit=1").await.json();
    assert_eq!(first["items"][0]["reference"], second.reference.as_str(), "last opened first");
    let rest = get(&format!("/api/v1/my/cases?cursor={}", first["next"].as_str().unwrap())).await.json();
    assert_eq!((rest["items"].as_array().unwrap().len(), &rest["next"]), (1, &json!(null)), "nothing of Ewa: {rest}");
    assert_eq!((&rest["items"][0]["office"], &rest["items"][0]["state"]), (&json!("lipowa"), &json!("paused")));
    let here = format!("/api/v1/my/cases/{}", own.id);
    let case = get(&here).await.json();
    assert_eq!((&case["unit"], &case["requests"][0]["what"], &case["requests"][0]["due"]),
        (&json!("Gospodarka komunalna"), &json!("Proszę o mapę działki."), &json!("2026-01-26")), "{case}");
    for path in ["", "/messages", "/documents", "/letters"] {
        assert_eq!(get(&format!("/api/v1/my/cases/{}{path}", foreign.id)).await.status, 404, "{path}");
    }

    let messages = format!("{here}/messages");
    let form = |kind: &str, content: &str| format!("--x\r\ncontent-disposition: form-data; name=\"text\"\r\n\r\nW załączeniu mapa.\r\n--x\r\n\
        content-disposition: form-data; name=\"request\"\r\n\r\n{}\r\n--x\r\ncontent-disposition: form-data; name=\"files\"; filename=\"mapa.{kind}\"\r\n\r\n{content}\r\n--x--\r\n", request.id);
    let parts = "multipart/form-data; boundary=x";
    let refused = send(&program, &jan, &messages, parts, "k0", form("exe", "MZ\u{1}")).await;
    assert_eq!((refused.status.as_u16(), refused.json()["errors"][0]["pointer"].clone()), (422, json!("#/files")), "{}", refused.text);
    for _ in 0..2 {
        let sent = send(&program, &jan, &messages, parts, "k1", form("pdf", "%PDF-1.7\n%%EOF")).await;
        assert_eq!((sent.status.as_u16(), sent.json()["files"][0]["name"].clone()), (201, json!("mapa.pdf")), "{}", sent.text);
    }
    assert_eq!(w.written(own.id).await, ["W załączeniu mapa."], "once under one key");
    assert_eq!(get(&here).await.json()["requests"][0]["state"], "answered");
    let list = get(&messages).await.json();
    assert_eq!((&list["items"][0]["from"], &list["items"][0]["request"]), (&json!("citizen"), &json!(request.id.to_string())));
    let documents = get(&format!("{here}/documents")).await.json();
    let content = get(&format!("{here}/documents/{}/content", documents["items"][0]["id"].as_str().unwrap())).await;
    assert_eq!((content.status.as_u16(), content.text.as_str()), (200, "%PDF-1.7\n%%EOF"));
    let unknown = send(&program, &jan, &messages, "application/json", "k2", json!({"text": "a", "to": "b"}).to_string()).await;
    assert_eq!((unknown.status.as_u16(), unknown.json()["errors"][0]["pointer"].clone()), (422, json!("#/to")));

    // A token limited to another office shows nothing of this one.
    let elsewhere = token(&w, w.jan, Some(OfficeId(uuid::Uuid::from_u128(9)))).await;
    assert_eq!(program.api(Method::GET, "/api/v1/my/cases", Some(&elsewhere), None).await.json()["items"], json!([]));
    assert_eq!(program.api(Method::GET, &here, Some(&elsewhere), None).await.status, 404);
    assert_eq!(program.api(Method::GET, "/api/v1/my/cases", None, None).await.status, 401);
}

async fn officials_and_superiors_read_letters_and_messages_by_the_api_as_at_the_desk(db) {
    let w = World::new(&db).await;
    let case = w.case_of_jan("Wycinka dębu").await;
    let id = letter(&w, case.id, Way::Account).await;
    let program = browser(&w);
    let here = format!("/api/v1/offices/lipowa/cases/{}", case.id);
    for desk in [&w.official, &w.chief] {
        let token = token(&w, desk.member.person, None).await;
        let get = async |path: &str| program.api(Method::GET, &format!("{here}{path}"), Some(&token), None).await;
        let list = get("/letters").await.json();
        assert_eq!((&list["items"][0]["id"], &list["items"][0]["state"]), (&json!(id.to_string()), &json!("sent")), "{list}");
        assert_eq!(get(&format!("/letters/{id}")).await.json(), list["items"][0]);
        let pdf = get(&format!("/letters/{id}/pdf")).await;
        assert_eq!((pdf.status.as_u16(), &pdf.bytes[..5]), (200, &b"%PDF-"[..]));
        assert_eq!(get("/messages").await.status, 200);
        let sent = send(&program, &token, &format!("{here}/messages"), "application/json", "m", json!({"text": "Dzień dobry"}).to_string()).await;
        assert_eq!((sent.status.as_u16(), sent.json()["from"].clone()), (201, json!("office")), "{}", sent.text);
    }
    let clerk = token(&w, w.registry.member.person, None).await;
    for path in ["/letters", "/messages"] {
        assert_eq!(program.api(Method::GET, &format!("{here}{path}"), Some(&clerk), None).await.status, 404, "{path}");
    }

    // The party receives the letter first: that is its delivery.
    let jan = token(&w, w.jan, None).await;
    let mine = format!("/api/v1/my/cases/{}/letters", case.id);
    let list = program.api(Method::GET, &mine, Some(&jan), None).await.json();
    assert_eq!((&list["items"][0]["to_receive"], &list["items"][0]["delivered_on"]), (&json!(true), &json!(null)));
    assert_eq!(program.api(Method::GET, &format!("{mine}/{id}/pdf"), Some(&jan), None).await.status, 409);
    let received = program.api(Method::POST, &format!("{mine}/{id}/receive"), Some(&jan), None).await;
    assert_eq!((received.status.as_u16(), received.json()["delivered_on"].clone()), (200, json!("2026-01-12")), "{}", received.text);
    let pdf = program.api(Method::GET, &format!("{mine}/{id}/pdf"), Some(&jan), None).await;
    assert_eq!((pdf.status.as_u16(), &pdf.bytes[..5]), (200, &b"%PDF-"[..]));
}

}
