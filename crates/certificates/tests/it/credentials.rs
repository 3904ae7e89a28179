//! Credentials: what we issue holds, also for another program; what was changed does not.

use std::{env, fs, process::Command};

use badges::{AchievementCredential, Jwk, JwkSet, Outcome, Reason, Step, Verdict};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use certificates::Certificate;
use serde_json::Value;

use crate::world::{ALL, World, asked, nobody_answers};

async fn file(w: &World, row: &Certificate, name: &str) -> Vec<u8> {
    let answer = w.get(row.person, &format!("/learn/certificates/{}/{name}", row.code)).await;
    assert_eq!(answer.status, 200, "{name}: {}", answer.text);
    answer.bytes
}

async fn verdict(w: &World, input: &[u8]) -> (Verdict, Vec<(Step, Outcome)>) {
    let found = certificates::check(&w.kit.app, &w.ctx(w.foreign).await, input).await.unwrap();
    let wrong = found.report.steps.iter().filter(|(_, o)| *o != Outcome::Ok).cloned().collect();
    (found.report.verdict(), wrong)
}

/// A token whose payload was changed.
fn tampered(token: &str) -> String {
    let mut parts: Vec<String> = token.split('.').map(str::to_owned).collect();
    let payload = String::from_utf8(URL_SAFE_NO_PAD.decode(&parts[1]).unwrap()).unwrap();
    parts[1] = URL_SAFE_NO_PAD.encode(payload.replace("Prosty", "Trudny"));
    parts.join(".")
}

db::both! { ALL;

async fn every_file_of_a_certificate_is_verified_without_a_network(db) {
    nobody_answers();
    let w = World::new(&db).await;
    let row = w.complete(w.anna).await;
    for name in ["credential.jwt", "credential.json", "badge.svg", "badge.png"] {
        let bytes = file(&w, &row, name).await;
        assert_eq!(verdict(&w, &bytes).await, (Verdict::Valid, vec![]), "{name}");
    }
    assert!(asked().is_empty(), "our own keys are not fetched over the network: {:?}", asked());
    let token = file(&w, &row, "credential.jwt").await;
    assert_eq!(file(&w, &row, "credential.jwt").await, token, "signed once");
    let payload = std::str::from_utf8(&token).unwrap().split('.').nth(1).unwrap();
    let credential: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload).unwrap()).unwrap();
    assert_eq!(credential["id"], format!("http://szpon.test/c/{}", row.code));
    assert_eq!(credential["issuer"]["id"], "http://szpon.test/badges/lipowa/issuer");
    assert_eq!(credential["validUntil"], "2028-03-02T22:59:59Z", "through its last day in Poland");
    assert_eq!(credential["credentialSubject"]["achievement"]["alignment"][0]["targetCode"], "2.1");
    assert_eq!(credential["credentialSubject"]["result"][0]["value"], "90");
    let achievement = &credential["credentialSubject"]["achievement"];
    assert_eq!(achievement["criteria"]["narrative"], "Ukończenie wszystkich obowiązkowych części kursu.");
    assert!(achievement["resultDescription"][0].get("requiredValue").is_none(), "no threshold that nothing applied");
    assert!(!credential.to_string().contains("Żółć") && !credential.to_string().contains("anna"), "{credential}");
    let back: AchievementCredential = serde_json::from_value(credential).unwrap();
    assert!(back.credential_subject.identifier[0].is_email("anna.zolc@example.pl"));
}

async fn a_revocation_is_seen_in_the_status_list(db) {
    let w = World::new(&db).await;
    let (row, other) = (w.complete(w.anna).await, w.complete(w.citizen).await);
    let (token, kept) = (file(&w, &row, "credential.jwt").await, file(&w, &other, "credential.jwt").await);
    w.revoke(&row, "Wydane przez pomyłkę").await;
    assert_eq!(verdict(&w, &token).await, (Verdict::Invalid, vec![(Step::Status, Outcome::Failed(Reason::Revoked))]));
    assert_eq!(verdict(&w, &kept).await.0, Verdict::Valid);
    let list = w.get(None, "/badges/lipowa/status/1").await;
    assert_eq!(list.headers["content-type"], "application/vc+jwt");
    assert_eq!(w.get(None, "/badges/lipowa/status/2").await.status, 404);
    assert_eq!(w.get(None, "/badges/debowa/status/1").await.status, 404);
}

async fn a_changed_credential_is_named(db) {
    let w = World::new(&db).await;
    let row = w.complete(w.anna).await;
    let token = String::from_utf8(file(&w, &row, "credential.jwt").await).unwrap();
    let changed = tampered(&token);
    let (verdict, wrong) = verdict(&w, changed.as_bytes()).await;
    assert_eq!((verdict, &wrong[0]), (Verdict::Invalid, &(Step::Signature, Outcome::Failed(Reason::BadSignature))));
    let browser = w.browser(None);
    let page = browser.post("/badges/verify", &[("text", &changed)]).await;
    assert_eq!(page.status, 200);
    for words in ["Tej odznace nie można ufać", "ktoś zmienił treść odznaki", "Trudny język", "Nie potwierdziliśmy"] {
        assert!(page.text.contains(words), "{words}: {}", page.text);
    }
    let page = browser.upload("/badges/verify", &[("text", "")], &[("file", "badge.jwt", token.as_bytes())]).await;
    assert!(page.text.contains("Odznaka jest prawdziwa i ważna"), "{}", page.text);
    assert!(page.text.contains(&format!("href=\"/c/{}\"", row.code)));
    let picture = file(&w, &row, "badge.png").await;
    let page = browser.upload("/badges/verify", &[], &[("file", "badge.png", &picture)]).await;
    assert!(page.text.contains("Odznaka jest prawdziwa i ważna"), "{}", page.text);
    let page = browser.upload("/badges/verify", &[], &[("file", "x.png", b"\x89PNG\r\n\x1a\nbroken")]).await;
    assert!(page.text.contains("Obraz jest uszkodzony"), "{}", page.text);
    assert_eq!(browser.post("/badges/verify", &[("text", " ")]).await.status, 422);
    browser.cookie("szpon_prefs", "en.");
    let page = browser.post("/badges/verify", &[("text", "<b>x</b>")]).await;
    assert!(page.text.contains("This badge cannot be trusted") && !page.text.contains("<b>x</b>"), "{}", page.text);
}

async fn a_strangers_key_that_cannot_be_fetched_is_no_accusation(db) {
    nobody_answers();
    let w = World::new(&db).await;
    let row = w.complete(w.anna).await;
    let token = String::from_utf8(file(&w, &row, "credential.jwt").await).unwrap();
    // The same token, as somebody meets it whose installation stands elsewhere.
    let mut known = badges::Known::at(w.kit.app.clock.now());
    known.allow_http = true;
    let needs: Vec<String> = badges::verify(token.as_bytes(), &known).needs().iter().map(|n| n.url().into()).collect();
    assert_eq!(needs.len(), 1);
    let mut parts: Vec<String> = token.split('.').map(str::to_owned).collect();
    for part in &mut parts[..2] {
        let text = String::from_utf8(URL_SAFE_NO_PAD.decode(&*part).unwrap()).unwrap();
        *part = URL_SAFE_NO_PAD.encode(text.replace("http://szpon.test", "https://elsewhere.example"));
    }
    let page = w.browser(None).post("/badges/verify", &[("text", &parts.join("."))]).await;
    assert!(page.text.contains("Nie udało się dokończyć sprawdzania"), "{}", page.text);
    assert!(page.text.contains("To nie znaczy, że odznaka jest fałszywa"));
    assert_eq!(asked(), [needs[0].replace("http://szpon.test", "https://elsewhere.example")]);
}

async fn a_rotation_keeps_old_credentials_checkable(db) {
    let w = World::new(&db).await;
    let set = |w: &World| w.browser(None);
    let none: JwkSet = serde_json::from_value(set(&w).get("/badges/lipowa/keys").await.json()).unwrap();
    assert!(none.keys.is_empty());
    let old = w.complete(w.anna).await;
    let token = file(&w, &old, "credential.jwt").await;
    let page = w.browser(Some(w.boss)).post("/desk/lipowa/certificates/keys", &[]).await;
    assert_eq!(page.status, 303);
    let new = w.complete(w.citizen).await;
    let newer = file(&w, &new, "credential.jwt").await;
    let keys: JwkSet = serde_json::from_value(set(&w).get("/badges/lipowa/keys").await.json()).unwrap();
    assert_eq!(keys.keys.len(), 2);
    for token in [&token, &newer] {
        assert_eq!(verdict(&w, token).await, (Verdict::Valid, vec![]));
    }
    let secrets: Vec<(Option<String>,)> = w.kit.app.db
        .read(|c| Box::pin(async move { c.all(db::q!("SELECT secret FROM badge_key ORDER BY made, id")).await }))
        .await
        .unwrap();
    assert_eq!(secrets.iter().filter(|(s,)| s.is_none()).count(), 1, "the old secret half is gone");
    assert!(secrets.iter().flat_map(|(s,)| s).all(|s| seal::is_sealed(s)));
    assert_eq!(w.log("badge_key.rotated").await.len(), 1);
    for key in keys.keys {
        let path = key.kid.clone().unwrap().replace("http://szpon.test", "");
        let one: Jwk = serde_json::from_value(w.get(None, &path).await.json()).unwrap();
        assert_eq!(one, key);
        let elsewhere = path.replace("lipowa", "debowa");
        assert_eq!(w.get(None, &elsewhere).await.status, 404);
    }
}

async fn a_withdrawn_key_proves_nothing_and_holders_are_told(db) {
    let w = World::new(&db).await;
    let (row, other) = (w.complete(w.anna).await, w.complete(w.citizen).await);
    let stolen = file(&w, &row, "credential.jwt").await;
    let set: JwkSet = serde_json::from_value(w.get(None, "/badges/lipowa/keys").await.json()).unwrap();
    let address = set.keys[0].kid.clone().unwrap().replace("http://szpon.test", "");
    let short = address.rsplit('/').next().unwrap();
    let keys = "/desk/lipowa/certificates/keys";
    let boss = w.browser(Some(w.boss));
    assert_eq!(w.browser(Some(w.anna)).post(keys, &[("withdraw", short)]).await.status, 403, "for administrators");
    assert_eq!(boss.post(keys, &[("withdraw", "none")]).await.status, 404);
    assert_eq!(boss.post(keys, &[("withdraw", short)]).await.status, 303);
    assert_eq!(boss.post(keys, &[("withdraw", short)]).await.status, 303, "a double click");
    assert!(boss.get(keys).await.text.contains("wycofano już wcześniej"));

    // Nothing signed with it holds, whoever signed it; the key is nowhere any more, and that is no failure of the network.
    let (verdict_then, wrong) = verdict(&w, &stolen).await;
    assert_eq!(verdict_then, Verdict::Invalid);
    assert!(matches!(wrong[0].1, Outcome::Failed(Reason::NoKey(_))), "{wrong:?}");
    let page = w.browser(None).post("/badges/verify", &[("text", std::str::from_utf8(&stolen).unwrap())]).await;
    assert!(page.text.contains("Wystawca mógł go wycofać"), "{}", page.text);
    let none: JwkSet = serde_json::from_value(w.get(None, &address).await.json()).unwrap();
    assert!(none.keys.is_empty());
    let set: JwkSet = serde_json::from_value(w.get(None, "/badges/lipowa/keys").await.json()).unwrap();
    assert_eq!(set.keys.len(), 1, "the new one only");
    assert_ne!(set.keys[0].kid.clone().unwrap().replace("http://szpon.test", ""), address);

    // Who has a badge is told, once; who never asked for theirs is not.
    w.run_jobs(certificates::register).await;
    let mails = w.mails(w.anna).await;
    let again: Vec<_> = mails.iter().filter(|m| m.contains("Pobierz jeszcze raz odznakę")).collect();
    assert_eq!(again.len(), 1, "{mails:?}");
    assert!(!w.mails(w.citizen).await.iter().any(|m| m.contains("jeszcze raz")));
    let anna = w.browser(Some(w.anna));
    let stale = "Odznaka pobrana wcześniej nie przejdzie";
    assert!(anna.get("/learn/certificates").await.text.contains(stale));
    let fresh = file(&w, &row, "credential.jwt").await;
    assert_ne!(fresh, stolen);
    assert!(!anna.get("/learn/certificates").await.text.contains(stale));
    for token in [&fresh, &file(&w, &other, "credential.jwt").await] {
        assert_eq!(verdict(&w, token).await, (Verdict::Valid, vec![]));
    }
    let page = anna.get(&format!("/c/{}", row.code)).await;
    assert!(page.text.contains("Zaświadczenie jest ważne"), "the certificate stays as it was");
    assert_eq!(w.log("badge_key.withdrawn").await.len(), 1);
}

async fn two_who_ask_for_the_first_badge_at_once_make_one_key(db) {
    let w = World::new(&db).await;
    let (a, b) = (w.complete(w.anna).await, w.complete(w.citizen).await);
    let (first, second) = tokio::join!(file(&w, &a, "credential.jwt"), file(&w, &b, "credential.jwt"));
    for token in [first, second] {
        assert_eq!(verdict(&w, &token).await.0, Verdict::Valid);
    }
    let keys: JwkSet = serde_json::from_value(w.get(None, "/badges/lipowa/keys").await.json()).unwrap();
    assert_eq!(keys.keys.len(), 1);
}

async fn the_issuer_and_what_is_achieved_have_their_addresses(db) {
    let w = World::new(&db).await;
    let row = w.complete(w.anna).await;
    let issuer = w.get(None, "/badges/lipowa/issuer").await;
    assert_eq!(issuer.headers["access-control-allow-origin"], "*");
    assert_eq!(issuer.json()["name"], "Urząd lipowa");
    let path = format!("/badges/lipowa/achievements/{}", row.version);
    let achievement = w.get(None, &path).await.json();
    assert_eq!(achievement["id"], format!("http://szpon.test{path}"));
    assert_eq!(achievement["name"], "Prosty język w urzędzie");
    let picture = w.get(None, &format!("{path}/picture.svg")).await;
    assert!(picture.text.starts_with("<svg") && picture.headers["content-security-policy"].to_str().unwrap().contains("sandbox"));
    assert_eq!(w.get(None, &path.replace("lipowa", "debowa")).await.status, 404);
    assert_eq!(w.get(None, "/badges/nigdzie/issuer").await.status, 404);
}

async fn another_program_agrees(db) {
    // The program `openbadges-verifier` (PyPI `openbadgeslib`), where this variable names it.
    let Ok(program) = env::var("SZPON_OPENBADGES_VERIFIER") else { return };
    let w = World::new(&db).await;
    let row = w.complete(w.anna).await;
    let badge = file(&w, &row, "badge.svg").await;
    let keys: JwkSet = serde_json::from_value(w.get(None, "/badges/lipowa/keys").await.json()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (path, pem) = (folder.path().join("badge.svg"), folder.path().join("key.pem"));
    fs::write(&pem, keys.keys[0].public_key().unwrap().pem().unwrap()).unwrap();
    let ask = |badge: &[u8]| {
        fs::write(&path, badge).unwrap();
        let run = Command::new(&program)
            .current_dir(folder.path())
            .args(["--json", "-r", &format!("urn:uuid:{}", row.subject), "-k"])
            .arg(&pem)
            .arg("-i")
            .arg(&path)
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&run.stdout).into_owned();
        serde_json::from_str::<Value>(&text).unwrap_or_else(|e| panic!("{e}: {text}"))
    };
    let answer = ask(&badge);
    assert_eq!((&answer["valid"], &answer["trusted"]), (&Value::Bool(true), &Value::Bool(true)), "{answer}");
    assert_eq!(answer["achievement"], "Prosty język w urzędzie");
    let token = badges::extract(&badge).unwrap();
    let changed = badges::bake(&badge, &tampered(&token)).unwrap();
    assert_eq!(ask(&changed)["valid"], Value::Bool(false));
}

}
