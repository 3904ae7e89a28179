//! The office's pages and the API.

use axum::http::Method;
use serde_json::json;

use crate::world::{ALL, World, ask, hidden};

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

async fn a_form_sent_again_with_another_text_comes_back_with_it_and_a_new_key(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let kit = w.kit();
    let browser = kit.browser(correspondence::routes());
    let talk = format!("/desk/lipowa/cases/{}/messages", case.id);
    let requests = format!("/desk/lipowa/cases/{}/requests", case.id);
    let first = ask(&browser, &w.official, "POST", &talk, &[("text", "Proszę o mapę"), ("once", "b")]).await;
    assert_eq!(first.status, 303);
    let again = ask(&browser, &w.official, "POST", &talk, &[("text", "Proszę o wypis"), ("once", "b")]).await;
    assert_eq!(again.status, 409);
    assert!(again.text.contains("Ta wiadomość była już wysłana z inną treścią. Sprawdź tekst i wyślij ponownie."), "{}", again.text);
    assert!(again.text.contains("Proszę o wypis</textarea>"), "what was typed is kept");
    let key = hidden(&again, "once");
    assert_ne!(key, "b");
    assert_eq!(ask(&browser, &w.official, "POST", &talk, &[("text", "Proszę o wypis"), ("once", &key)]).await.status, 303);
    let mut texts: Vec<String> = w.talk(case.id).await.into_iter().map(|m| m.row.text).collect();
    texts.sort();
    assert_eq!(texts, ["Proszę o mapę", "Proszę o wypis"]);
    let form = |what: &'static str, key: &str| [("what", what.to_owned()), ("due", "2026-01-30".into()), ("once", key.to_owned())];
    let send = async |form: [(&str, String); 3]| {
        let fields = form.each_ref().map(|(name, value)| (*name, value.as_str()));
        ask(&browser, &w.official, "POST", &requests, &fields).await
    };
    assert_eq!(send(form("Mapa", "c")).await.status, 303);
    let again = send(form("Wypis", "c")).await;
    assert_eq!(again.status, 409);
    assert!(again.text.contains("Ta prośba była już wysłana z inną treścią.") && again.text.contains("Wypis</textarea>"), "{}", again.text);
    assert_eq!(send(form("Wypis", &hidden(&again, "once"))).await.status, 303);
    w.settle(case.id).await;
    let late = ask(&browser, &w.official, "POST", &talk, &[("text", "Napisane długo po czasie"), ("once", "z")]).await;
    assert_eq!(late.status, 409);
    assert!(late.text.contains("Napisane długo po czasie") && late.text.contains("Tekst, który nie został wysłany"), "{}", late.text);
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

async fn a_neighbouring_system_asks_for_documents_and_closes_what_it_asked(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let kit = w.kit();
    let browser = kit.browser(correspondence::routes());
    let path = format!("/api/v1/offices/lipowa/cases/{}/requests", case.id);
    let token = w.official.member.person.to_string();
    let post = async |path: &str, token: &str, key: &str, body: serde_json::Value| {
        let request = axum::http::Request::post(path)
            .header("authorization", format!("Bearer {token}"))
            .header("content-type", "application/json")
            .header("idempotency-key", key);
        browser.send(request, axum::body::Body::from(body.to_string())).await
    };
    let body = json!({"what": "Wypis z rejestru gruntów", "due": "2026-01-30", "pause": "Brak wypisu"});
    let made = post(&path, &token, "k1", body.clone()).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let again = post(&path, &token, "k1", body.clone()).await;
    assert_eq!((again.status.as_u16(), &again.text), (200, &made.text), "once under one key");
    assert_eq!(post(&path, &token, "k1", json!({"what": "Mapa", "due": "2026-01-30"})).await.status, 409);
    let wrong = post(&path, &token, "k2", json!({"what": "", "due": "2026-01-01", "pause": " "})).await;
    assert_eq!((wrong.status.as_u16(), wrong.headers["content-type"].to_str().unwrap()), (422, "application/problem+json"));
    for pointer in ["#/what", "#/due", "#/pause"] {
        assert!(wrong.text.contains(pointer), "{pointer}: {}", wrong.text);
    }
    let list = browser.api(Method::GET, &path, Some(&token), None).await.json();
    let one = &list["items"][0];
    assert_eq!((list["items"].as_array().map(Vec::len), &one["state"], &one["pause"]), (Some(1), &json!("open"), &json!("Brak wypisu")));
    let close = format!("{path}/{}/close", one["id"].as_str().unwrap());
    for _ in 0..2 {
        let closed = post(&close, &token, "c1", json!({"reason": "Mamy już"})).await;
        assert_eq!((closed.status.as_u16(), &closed.json()["state"]), (200, &json!("closed")), "{}", closed.text);
    }
    assert_eq!(post(&close, &token, "c2", json!({"reason": "Znowu"})).await.status, 409);
    assert_eq!(w.record(case.id).await, ["case.opened", "request.sent", "case.paused", "request.withdrawn", "case.resumed"]);
    for who in [&w.foreign, &w.other_unit] {
        let token = who.member.person.to_string();
        assert_eq!(browser.api(Method::GET, &path, Some(&token), None).await.status, 404);
        assert_eq!(post(&path, &token, "k", body.clone()).await.status, 404);
        assert_eq!(post(&close, &token, "k", json!({"reason": "a"})).await.status, 404);
    }
    let reads = format!("{token},cases:read");
    assert_eq!(post(&path, &reads, "k3", body).await.status, 403, "the scope is needed");
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
