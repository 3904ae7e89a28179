//! The JSON API as a neighbouring system uses it, with the answers it gets when something is wrong.

use std::sync::Arc;

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use kernel::{Event, ids::PersonId};
use offices::{Desk, NewMember, Role};
use serde_json::{Value, json};
use testkit::{Answer, Browser, Kit};

use crate::world::{ALL, World};

const OFFICE: &str = "/api/v1/offices/lipowa";
const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF";

/// A program that works for somebody.
struct Program {
    /// Keeps the objects.
    kit: Arc<Kit>,
    browser: Browser,
    token: String,
}

impl Program {
    fn of(w: &World, desk: &Desk) -> Self {
        Self::with(w, desk.member.person)
    }
    fn with(w: &World, person: PersonId) -> Self {
        let kit = Arc::new(w.kit());
        Self { browser: kit.browser(records::routes()), kit, token: person.to_string() }
    }
    /// The same application, asked for somebody else.
    fn also(&self, desk: &Desk) -> Self {
        Self { kit: Arc::clone(&self.kit), browser: self.browser.fresh(), token: desk.member.person.to_string() }
    }
    async fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        request = request.header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.browser.send(request, body.into()).await
    }
    async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], Body::empty()).await
    }
    async fn post(&self, path: &str, key: &str, body: &Value) -> Answer {
        self.send("POST", path, &[("content-type", "application/json"), ("idempotency-key", key)], body.to_string())
            .await
    }
}

/// The places of a problem's errors with their codes.
fn places(answer: &Answer, name: &str) -> Vec<String> {
    assert_eq!(answer.headers[header::CONTENT_TYPE], "application/problem+json", "{}", answer.text);
    let errors = answer.json()["errors"].as_array().cloned().unwrap_or_default();
    errors.iter().map(|e| e[name].as_str().unwrap_or_default().to_owned()).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

db::both! { ALL;

async fn a_case_changes_hands_and_its_clock_is_stopped_by_a_program(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka lipy").await;
    let official = Program::of(&w, &w.official);
    let here = format!("{OFFICE}/cases/{}", case.id);
    let why = json!({"ground": "party", "reason": "Strona ma dosłać mapę"});
    let paused = official.post(&format!("{here}/pause"), "p1", &why).await;
    assert_eq!((paused.status.as_u16(), text(&paused.json()["state"])), (200, "paused".into()), "{}", paused.text);
    assert_eq!(official.post(&format!("{here}/pause"), "p1", &why).await.text, paused.text, "once under one key");
    assert_eq!(official.post(&format!("{here}/pause"), "p2", &why).await.status, 409, "paused already");
    let wrong = official.post(&format!("{here}/pause"), "p3", &json!({"ground": "weather", "reason": "a"})).await;
    assert_eq!(wrong.status, 422, "{}", wrong.text);
    official.kit.clock.advance_days(2);
    let running = official.send("POST", &format!("{here}/resume"), &[("idempotency-key", "r1")], Body::empty()).await;
    assert_eq!((running.status.as_u16(), text(&running.json()["state"])), (200, "open".into()), "{}", running.text);
    assert_eq!(running.json()["pauses"][0]["reason"], "Strona ma dosłać mapę");
    let again = official.send("POST", &format!("{here}/resume"), &[("idempotency-key", "r1")], Body::empty()).await;
    assert_eq!((again.status.as_u16(), again.text), (200, running.text));
    assert_eq!(official.send("POST", &format!("{here}/resume"), &[], Body::empty()).await.status, 409, "it runs");

    let assign = format!("{here}/assign");
    let nobody = official.post(&assign, "a0", &json!({})).await;
    assert_eq!((nobody.status.as_u16(), places(&nobody, "pointer")), (422, vec!["#/person".to_owned()]));
    let karol = json!({"person": w.colleague.member.person.0});
    let given = official.post(&assign, "a1", &karol).await;
    assert_eq!((given.status.as_u16(), text(&given.json()["handler"])), (200, w.colleague.member.person.to_string()), "{}", given.text);
    let away = json!({"unit": w.units[2].0, "reason": "Właściwe są Finanse"});
    let colleague = official.also(&w.colleague);
    for stranger in [&w.foreign, &w.other_unit] {
        for (part, body) in [("assign", &away), ("pause", &why), ("resume", &json!({}))] {
            assert_eq!(official.also(stranger).post(&format!("{here}/{part}"), "x", body).await.status, 404, "{part}");
        }
    }
    let handed = colleague.post(&assign, "a2", &away).await;
    assert_eq!((handed.status.as_u16(), &handed.json()["handler"], text(&handed.json()["unit"])), (200, &Value::Null, "FN".into()), "{}", handed.text);
    assert_eq!(official.also(&w.other_unit).get(&here).await.status, 200);
    assert_eq!(official.get(&here).await.status, 404, "it went away");
    let reads = Program { token: format!("{},cases:read", w.other_unit.member.person), ..official.also(&w.other_unit) };
    assert_eq!(reads.post(&assign, "a3", &karol).await.status, 403, "the scope is needed");
}

async fn a_look_by_the_api_leaves_an_entry_too(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka lipy").await.id;
    let registry = Program::of(&w, &w.registry);
    let mail = json!({"about": {"title": "Wniosek"}});
    let mail = registry.post(&format!("{OFFICE}/incoming"), "m", &mail).await.location().to_owned();
    let scan = registry.send("POST", &format!("{mail}/documents?name=a.pdf"), &[("content-type", "application/pdf")], PDF).await;
    let superior = registry.also(&w.superior);
    let looks = [
        (&superior, format!("{OFFICE}/cases/{case}"), "case.seen"),
        (&superior, format!("{OFFICE}/cases/{case}/record"), "case.seen"),
        (&superior, format!("{OFFICE}/cases/{case}/documents"), "case.seen"),
        (&registry, mail.clone(), "mail.opened"),
        (&registry, format!("{}/content", scan.location()), "mail.opened"),
        (&registry, format!("{OFFICE}/incoming.csv"), "incoming.exported"),
        (&registry, format!("{OFFICE}/incoming.xml"), "incoming.exported"),
    ];
    for (who, path, action) in looks {
        registry.kit.clock.advance_seconds(60 * (audit::QUIET_MINUTES + 1));
        let count = async || {
            let (n,): (i64,) = w.db.read(move |c| Box::pin(async move {
                c.one(db::q!("SELECT COUNT(*) FROM audit_event WHERE kind = 'access' AND action = $1", action)).await
            })).await.unwrap();
            n
        };
        let before = count().await;
        for _ in 0..2 {
            assert_eq!(who.get(&path).await.status, 200, "{path}");
        }
        let every_time = i64::from(action.ends_with("exported"));
        assert_eq!(count().await, before + 1 + every_time, "{path}");
    }
}

async fn a_letter_goes_from_the_register_through_a_case_to_its_end(db) {
    let w = World::new(&db).await;
    let registry = Program::of(&w, &w.registry);
    let official = registry.also(&w.official);
    let mail = json!({"channel": "post", "received": "2026-01-12", "about": {"title": "Wniosek o wycinkę", "sender": "Nowak Anna"}});
    let made = registry.post(&format!("{OFFICE}/incoming"), "m1", &mail).await;
    assert_eq!(made.status, 201, "{}", made.text);
    assert_eq!(made.json()["identifier"], "RPW.1.2026");
    let here = made.location().to_owned();
    let again = registry.post(&format!("{OFFICE}/incoming"), "m1", &mail).await;
    assert_eq!((again.status.as_u16(), again.text), (200, made.text.clone()), "once under one key");
    assert_eq!(official.post(&format!("{OFFICE}/incoming"), "m2", &mail).await.status, 403, "only the registry registers");
    assert_eq!(official.get(&here).await.status, 404, "not passed on yet");

    let scan = registry.send("POST", &format!("{here}/documents?name=skan.pdf"), &[("content-type", "application/pdf")], PDF).await;
    assert_eq!(scan.status, 201, "{}", scan.text);
    assert_eq!((text(&scan.json()["media_type"]), text(&scan.json()["origin"])), ("application/pdf".into(), "party".into()));
    let to = json!({"unit": w.units[1], "instruction": "Proszę pilnie"});
    let passed = registry.post(&format!("{here}/assign"), "a1", &to).await;
    assert_eq!((passed.status.as_u16(), text(&passed.json()["state"])), (200, "assigned".into()), "{}", passed.text);
    let both = json!({"unit": w.units[1], "person": w.official.member.person});
    assert_eq!(places(&registry.post(&format!("{here}/assign"), "a2", &both).await, "pointer"), ["#/unit"]);
    let seen = official.get(&here).await.json();
    assert_eq!((text(&seen["instruction"]), text(&seen["documents"][0]["name"])), ("Proszę pilnie".into(), "skan.pdf".into()));
    let content = official.get(&format!("{here}/documents/{}/content", text(&seen["documents"][0]["id"]))).await;
    assert_eq!((content.status.as_u16(), content.bytes.as_slice()), (200, PDF));

    let opening = json!({"symbol": "6131", "title": "Wycinka dębu", "incoming": text(&seen["id"])});
    let opened = official.post(&format!("{OFFICE}/cases"), "c1", &opening).await;
    assert_eq!(opened.status, 201, "{}", opened.text);
    let case = opened.location().to_owned();
    let added = official.send("POST", &format!("{case}/documents"), &[("content-type", "multipart/form-data; boundary=x"), ("idempotency-key", "d1")],
        "--x\r\ncontent-disposition: form-data; name=\"kind\"\r\n\r\nother\r\n--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"notatka.txt\"\r\n\r\nOględziny w piątek.\r\n--x--\r\n").await;
    assert_eq!(added.status, 201, "{}", added.text);
    let document = added.location().to_owned();
    assert_eq!((text(&added.json()["kind"]), text(&added.json()["origin"])), ("other".into(), "office".into()));
    assert_eq!(official.get(&document).await.json(), added.json());
    let content = official.get(&format!("{document}/content")).await;
    assert_eq!(content.text, "Oględziny w piątek.");
    assert_eq!(content.headers[header::ETAG].to_str().unwrap(), format!("\"{}\"", text(&added.json()["sha256"])));
    assert!(content.headers[header::CONTENT_DISPOSITION].to_str().unwrap().starts_with("attachment; filename=\"notatka.txt\""));
    let list = official.get(&format!("{case}/documents?limit=1")).await.json();
    assert_eq!(list["items"].as_array().map(Vec::len), Some(1));
    let rest = official.get(&format!("{case}/documents?cursor={}", text(&list["next"]))).await.json();
    assert_eq!((text(&rest["items"][0]["name"]), &rest["next"]), ("notatka.txt".into(), &Value::Null));
    let record = official.get(&format!("{case}/record")).await.json();
    let actions: Vec<String> = record["items"].as_array().unwrap().iter().map(|e| text(&e["entry"]["action"])).collect();
    assert_eq!(actions, ["case.opened", "document.added", "document.added"]);
    assert!(record["intact"] == true && record["head"] == record["items"][2]["hash"]);

    let end = |outcome: &str| json!({"outcome": outcome, "remarks": "Decyzja"});
    let wrong = official.post(&format!("{case}/settle"), "s0", &end("approved")).await;
    assert_eq!((wrong.status.as_u16(), places(&wrong, "pointer")), (422, vec!["#/outcome".to_owned()]), "{}", wrong.text);
    let settled = official.post(&format!("{case}/settle"), "s1", &end("granted")).await;
    assert_eq!((settled.status.as_u16(), text(&settled.json()["state"]), text(&settled.json()["outcome"])), (200, "settled".into(), "granted".into()));
    assert_eq!(settled.json()["disposal_year"], 2032, "B5: kept five years after the year it was settled in");
    assert_eq!(official.post(&format!("{case}/settle"), "s1", &end("granted")).await.text, settled.text, "once under one key");
    assert_eq!(official.post(&format!("{case}/settle"), "s2", &end("granted")).await.status, 409);
    let late = official.send("POST", &format!("{case}/documents?name=a.pdf"), &[("content-type", "application/pdf")], PDF).await;
    assert_eq!(late.status, 409, "a settled case takes nothing in");
}

async fn what_is_wrong_with_a_case_is_told_by_json_pointers(db) {
    let w = World::new(&db).await;
    let program = Program::of(&w, &w.official);
    let nobody = "01900000-0000-7000-8000-000000000000";
    let cases = format!("{OFFICE}/cases");
    let all = json!({"symbol": "613", "title": " ", "started": "2026-01-13", "service": nobody, "incoming": nobody,
        "party": {"name": "Jan", "person": nobody, "email": "jan@", "identifier": "44051401358", "letter_date": "wczoraj"}});
    let refused = program.post(&cases, "k1", &all).await;
    assert_eq!(refused.status, 422, "{}", refused.text);
    let mut found = places(&refused, "pointer");
    found.sort();
    assert_eq!(found, ["#/incoming", "#/party/email", "#/party/identifier", "#/party/letter_date", "#/party/person", "#/service",
        "#/started", "#/symbol", "#/title"]);
    assert!(refused.text.contains("PESEL") && refused.text.contains("cyfra kontrolna"), "says why: {}", refused.text);
    for (body, place) in [
        (json!({"symbol": "6131"}), "#/title"),
        (json!({"symbol": "6131", "title": "A", "colour": "red"}), "#/colour"),
        (json!({"symbol": "6131", "title": "A", "party": {"name": "B", "shoe": 1}}), "#/party/shoe"),
        (json!({"symbol": "6131", "title": "A", "term": {"amount": 3, "unit": "fortnights"}}), "#/term/unit"),
        (json!({"symbol": "6131", "title": "A", "term": {"amount": -3, "unit": "days"}}), "#/term/amount"),
        (json!({"symbol": "6131", "title": "A", "started": "jutro"}), "#/started"),
    ] {
        let refused = program.post(&cases, "k2", &body).await;
        assert_eq!((refused.status.as_u16(), places(&refused, "pointer")), (422, vec![place.to_owned()]), "{}", refused.text);
    }
    let good = json!({"symbol": "6131", "title": "A", "party": {"name": "Jan Kowalski", "identifier": "440514 01359", "email": "jan@example.pl",
        "person": w.citizen}});
    assert_eq!(program.post(&cases, "k3", &good).await.status, 201);
    let list = program.get(&cases).await.json();
    assert_eq!(list["items"].as_array().map(Vec::len), Some(1), "what was refused opened nothing");
}

async fn parameters_methods_and_kinds_of_bodies_that_will_not_do_are_named(db) {
    let w = World::new(&db).await;
    let program = Program::of(&w, &w.official);
    let case = format!("{OFFICE}/cases/{}", w.open("Wycinka").await.id);
    for (query, name) in [
        ("cases?limit=abc", "limit"), ("cases?limit=0", "limit"), ("cases?state=closed", "state"), ("cases?view=everything", "view"),
        ("cases?unit=GK", "unit"), ("cases?cursor=abc", "cursor"), ("cases?page=2", "page"), ("cases?q=a&q=b", "q"),
        ("incoming?state=new", "state"), ("incoming?year=MMXXVI", "year"), ("file-plan?limit=1e9", "limit"), ("incoming.csv?yaer=2026", "yaer"),
    ] {
        let refused = program.get(&format!("{OFFICE}/{query}")).await;
        assert_eq!((refused.status.as_u16(), places(&refused, "parameter")), (400, vec![name.to_owned()]), "{query}: {}", refused.text);
    }
    let refused = program.get(&format!("{OFFICE}/cases?state=closed")).await;
    assert!(refused.text.contains("open, paused, settled"), "what is allowed is told: {}", refused.text);
    let english = program.send("GET", &format!("{OFFICE}/cases?page=2"), &[("accept-language", "en")], Body::empty()).await;
    assert!(english.text.contains("There is no parameter page. Known parameters: view, q, state"), "{}", english.text);
    assert_eq!(places(&program.get(&format!("{case}?x=1")).await, "parameter"), ["x"]);

    let wrong = program.send("DELETE", &case, &[], Body::empty()).await;
    assert_eq!((wrong.status.as_u16(), wrong.headers[header::ALLOW].to_str().unwrap()), (405, "GET,HEAD"), "{}", wrong.text);
    assert!(places(&wrong, "pointer").is_empty(), "{}", wrong.text);
    let nowhere = program.get("/api/v1/offices/lipowa/nothing").await;
    assert_eq!(nowhere.status, 404, "an address that is none");

    let cases = format!("{OFFICE}/cases");
    let body = json!({"symbol": "6131", "title": "A"}).to_string();
    for (kind, body, status) in [
        ("application/x-www-form-urlencoded", body.as_str(), 415), ("text/plain", body.as_str(), 415), ("application/json", "{\"symbol\": ", 400),
        ("application/json", "", 400), ("application/json", "[]", 422), ("application/json; charset=utf-8", body.as_str(), 201),
    ] {
        let answer = program.send("POST", &cases, &[("content-type", kind)], body.to_owned()).await;
        assert_eq!(answer.status.as_u16(), status, "{kind} {body}: {}", answer.text);
        if status >= 400 {
            assert_eq!(answer.headers[header::CONTENT_TYPE], "application/problem+json");
        }
    }
}

async fn a_file_that_will_not_do_is_refused_and_leaves_nothing(db) {
    let w = World::new(&db).await;
    let program = Program::of(&w, &w.official);
    let case = w.open("Wycinka").await;
    let documents = format!("{OFFICE}/cases/{}/documents", case.id);
    let pdf = [("content-type", "application/pdf")];
    let big = vec![b'x'; 6 << 20];
    assert_eq!(program.send("POST", &format!("{documents}?name=a.bin"), &pdf, big).await.status, 413);
    let named = program.send("POST", &documents, &pdf, PDF).await;
    assert_eq!((named.status.as_u16(), places(&named, "parameter")), (400, vec!["name".to_owned()]));
    assert_eq!(program.send("POST", &format!("{documents}?name=a.pdf"), &[], PDF).await.status, 415);
    let empty = program.send("POST", &format!("{documents}?name=a.pdf"), &pdf, "").await;
    assert_eq!((empty.status.as_u16(), places(&empty, "pointer")), (422, vec!["#/file".to_owned()]));
    let kind = program.send("POST", &format!("{documents}?name=a.pdf&kind=poem"), &pdf, PDF).await;
    assert_eq!((kind.status.as_u16(), places(&kind, "parameter")), (400, vec!["kind".to_owned()]));
    let form = "--x\r\ncontent-disposition: form-data; name=\"plik\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7\r\n--x--\r\n";
    let part = program.send("POST", &documents, &[("content-type", "multipart/form-data; boundary=x")], form).await;
    assert_eq!((part.status.as_u16(), places(&part, "pointer")), (422, vec!["#/plik".to_owned()]));
    for stranger in [Program::of(&w, &w.other_unit), Program::of(&w, &w.foreign), Program::with(&w, w.citizen)] {
        assert_eq!(stranger.send("POST", &format!("{documents}?name=a.pdf"), &pdf, PDF).await.status, 404);
    }
    // A name must not claim what the content is not.
    let script = "<!doctype html><script>alert(1)</script>";
    let form = format!("--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.html\"\r\n\r\n{script}\r\n--x\r\ncontent-disposition: form-data; name=\"name\"\r\n\r\na.pdf\r\n--x--\r\n");
    for claims in [
        program.send("POST", &format!("{documents}?name=a.pdf"), &pdf, script).await,
        program.send("POST", &documents, &[("content-type", "multipart/form-data; boundary=x")], form).await,
    ] {
        assert_eq!((claims.status.as_u16(), places(&claims, "pointer")), (422, vec!["#/file".to_owned()]), "{}", claims.text);
        assert!(claims.text.contains("a.pdf"), "{}", claims.text);
    }
    assert_eq!(program.get(&documents).await.json()["items"], json!([]));
    // It is what its content says, whatever its media type is said to be.
    let html = program.send("POST", &format!("{documents}?name=a.html"), &pdf, script).await;
    assert_eq!((html.status.as_u16(), text(&html.json()["media_type"])), (201, "text/html".into()), "{}", html.text);
    let content = program.get(&format!("{}/content", html.location())).await;
    assert_eq!(content.headers[header::CONTENT_TYPE], "application/octet-stream");
}

async fn mail_is_found_before_it_is_registered(db) {
    let w = World::new(&db).await;
    let ctx = w.ctx_of(w.citizen, "Jan Kowalski");
    let event = Event {
        kind: "submission.sent".into(),
        office: Some(w.office),
        object: uuid::Uuid::from_u128(5),
        concerns: Some(w.citizen),
        payload: json!({"title": "Zezwolenie na wycinkę", "sender_name": "Jan Kowalski", "number": "WE/1/2026"}),
    };
    w.db.listen(vec![records::listener()]);
    w.db.write(move |c| Box::pin(async move { c.emit(&ctx, &event).await })).await.unwrap();
    let registry = Program::of(&w, &w.registry);
    for q in ["wycinki", "kowalski", "zezwolenia"] {
        let found = registry.get(&format!("{OFFICE}/incoming?q={q}")).await.json();
        assert_eq!((text(&found["items"][0]["state"]), &found["items"][0]["identifier"]), ("received".into(), &Value::Null), "{q}: {found}");
    }
    let official = Program::of(&w, &w.official);
    assert_eq!(official.get(&format!("{OFFICE}/incoming?q=wycinki")).await.json()["items"], json!([]), "it is the registry's still");
    let id = text(&registry.get(&format!("{OFFICE}/incoming?state=received")).await.json()["items"][0]["id"]);
    assert_eq!(registry.post(&format!("{OFFICE}/incoming/{id}/assign"), "a", &json!({"unit": w.units[1]})).await.status, 409);
    let done = registry.post(&format!("{OFFICE}/incoming/{id}/register"), "r", &json!({"attachments": 2, "remarks": "komplet"})).await;
    assert_eq!((done.status.as_u16(), text(&done.json()["identifier"]), text(&done.json()["sender"])), (200, "RPW.1.2026".into(), "Jan Kowalski".into()));
    let bad = registry.post(&format!("{OFFICE}/incoming"), "x", &json!({"about": {"title": "", "letter_date": "dawno"}})).await;
    assert_eq!(places(&bad, "pointer"), ["#/about/title", "#/about/letter_date"]);
    let found = registry.get(&format!("{OFFICE}/incoming?q=wycinki")).await.json();
    assert_eq!(found["items"].as_array().map(Vec::len), Some(1), "found once, registered or not");
}

async fn a_superior_without_the_role_of_an_official_reads_and_opens_as_at_the_desk(db) {
    let w = World::new(&db).await;
    let (ctx, scope, person, unit) = (w.ctx(&w.admin), w.official.scope, w.citizen, w.units[0]);
    let from = jiff::civil::date(2020, 1, 1);
    w.db.write(move |c| Box::pin(async move {
        let new = NewMember { person, unit, position: None, roles: vec![Role::Superior], from, to: None };
        offices::add_member(c, &ctx, scope, new).await
    })).await.unwrap();
    let case = w.open("Wycinka").await;
    let chief = Program::with(&w, w.citizen);
    assert_eq!(chief.get(&format!("{OFFICE}/cases/{}", case.id)).await.status, 200);
    let opened = chief.post(&format!("{OFFICE}/cases"), "k", &json!({"symbol": "6131", "title": "Z urzędu"})).await;
    assert_eq!(opened.status, 201, "{}", opened.text);
    let registry = Program::of(&w, &w.registry);
    let refused = registry.post(&format!("{OFFICE}/cases"), "k", &json!({"symbol": "6131", "title": "Z urzędu"})).await;
    assert_eq!(refused.status, 403, "{}", refused.text);
    let answer = registry.browser.api(Method::GET, &format!("{OFFICE}/cases"), None, None).await;
    assert_eq!((answer.status.as_u16(), answer.headers[header::WWW_AUTHENTICATE].to_str().unwrap()), (401, "Bearer"));
}

}
