//! The office's pages and the API.

use axum::http::Method;
use serde_json::json;

use crate::world::{ALL, World, ask};

db::both! { ALL;

async fn an_official_writes_and_asks_from_the_pages(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let kit = w.kit();
    let browser = kit.browser(correspondence::routes());
    let talk = format!("/desk/lipowa/cases/{}/messages", case.id);
    let page = ask(&browser, &w.official, "GET", &talk, &[]).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("Nie ma jeszcze wiadomości"));
    let page = ask(&browser, &w.official, "POST", &talk, &[("text", " "), ("once", "a")]).await;
    assert_eq!(page.status, 422);
    assert!(page.text.contains("Wypełnij to pole."));
    for _ in 0..2 {
        let page = ask(&browser, &w.official, "POST", &talk, &[("text", "Proszę <b>o</b> mapę"), ("once", "b")]).await;
        assert_eq!(page.status, 303);
    }
    let page = ask(&browser, &w.official, "GET", &talk, &[]).await;
    assert_eq!(page.text.matches("Proszę &lt;b&gt;o&lt;/b&gt; mapę").count(), 1);
    let requests = format!("/desk/lipowa/cases/{}/requests", case.id);
    let bad = [("what", "Mapa działki"), ("due", "wczoraj"), ("once", "c")];
    let page = ask(&browser, &w.official, "POST", &requests, &bad).await;
    assert_eq!(page.status, 422);
    assert!(page.text.contains("Mapa działki") && page.text.contains("Podaj datę"), "what was typed is kept");
    let page = ask(&browser, &w.official, "GET", &requests, &[]).await;
    assert!(page.text.contains("Oczekiwanie na uzupełnienie przez stronę (art. 35 § 5 k.p.a.)</textarea>"), "{}", page.text);
    let without = [("what", "Mapa"), ("due", "2026-01-30"), ("pause", "on"), ("reason", " "), ("once", "d")];
    let page = ask(&browser, &w.official, "POST", &requests, &without).await;
    assert!(page.status == 422 && page.text.contains("Podaj powód wstrzymania terminu"), "{}", page.text);
    let good = [("what", "Mapa działki"), ("due", "2026-01-30"), ("pause", "on"), ("reason", "brak mapy"), ("once", "c")];
    assert_eq!(ask(&browser, &w.official, "POST", &requests, &good).await.status, 303);
    let page = ask(&browser, &w.official, "GET", &requests, &[]).await;
    assert!(page.text.contains("Mapa działki") && page.text.contains("brak mapy"));
}

async fn a_file_of_a_refused_message_is_good_for_who_sent_it(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let kit = w.kit();
    let talk = format!("/desk/lipowa/cases/{}/messages", case.id);
    let signed_in = |who: &offices::Desk| {
        let browser = kit.browser(correspondence::routes());
        browser.cookie("szpon_session", &who.member.person.to_string());
        browser
    };
    let (olga, karol) = (signed_in(&w.official), signed_in(&w.colleague));
    let files: [(&str, &str, &[u8]); 1] = [("files", "mapa.pdf", b"%PDF-1.7\n%%EOF")];
    let refused = olga.upload(&talk, &[("text", " "), ("once", "a")], &files).await;
    assert_eq!(refused.status, 422);
    let kept = refused.text.split("name=\"kept\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(refused.text.contains("mapa.pdf"), "{}", refused.text);
    let hash = kit.app.blobs.put_bytes(files[0].2.to_vec(), "mapa.pdf").await.unwrap().hex();
    for stolen in [kept, hash.as_str()] {
        let sent = karol.post(&talk, &[("text", "Proszę o mapę"), ("once", stolen), ("kept", stolen)]).await;
        assert_eq!(sent.status, 303, "{}", sent.text);
    }
    assert!(w.talk(case.id).await.iter().all(|m| m.files.is_empty()), "a colleague's message took the file");
    let sent = olga.post(&talk, &[("text", "Oto mapa"), ("once", "a"), ("kept", kept)]).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    assert_eq!(w.talk(case.id).await.last().unwrap().files[0].name, "mapa.pdf");
}

async fn others_are_refused_as_if_there_were_nothing(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let kit = w.kit();
    let browser = kit.browser(correspondence::routes());
    for path in ["messages", "requests"] {
        let path = format!("/desk/lipowa/cases/{}/{path}", case.id);
        for who in [&w.foreign, &w.other_unit] {
            assert_eq!(ask(&browser, who, "GET", &path, &[]).await.status, 404, "{path}");
            assert_eq!(ask(&browser, who, "POST", &path, &[("text", "a"), ("what", "a")]).await.status, 404, "{path}");
        }
        assert!(browser.get(&path).await.location().starts_with("/sign-in"), "{path}");
    }
}

async fn a_neighbouring_system_reads_and_writes(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let kit = w.kit();
    let browser = kit.browser(correspondence::routes());
    let path = format!("/api/v1/offices/lipowa/cases/{}/messages", case.id);
    let token = w.official.member.person.to_string();
    let made = browser.api(Method::POST, &path, Some(&token), Some(json!({"text": "Z systemu"}))).await;
    assert_eq!(made.status, 201);
    let list = browser.api(Method::GET, &path, Some(&token), None).await.json();
    assert_eq!(list["items"][0]["text"], "Z systemu");
    assert_eq!(list["items"][0]["from"], "office");
    for (text, status) in [("Raz", 201), ("Raz", 201), ("Coś innego", 409)] {
        let request = axum::http::Request::post(&path)
            .header("authorization", format!("Bearer {token}"))
            .header("content-type", "application/json")
            .header("idempotency-key", "k1");
        let body = axum::body::Body::from(json!({ "text": text }).to_string());
        assert_eq!(browser.send(request, body).await.status, status, "{text}");
    }
    let foreign = w.foreign.member.person.to_string();
    assert_eq!(browser.api(Method::GET, &path, Some(&foreign), None).await.status, 404);
    let empty = browser.api(Method::POST, &path, Some(&token), Some(json!({"text": ""}))).await;
    assert_eq!(empty.status, 422);
}

}
