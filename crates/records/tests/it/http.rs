//! The API and the pages of the file plan, as a browser or a neighbouring system meets them.

use std::sync::Arc;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use http_body_util::BodyExt as _;
use kernel::{Actor, ids::PersonId};
use serde_json::{Value, json};
use tower::ServiceExt as _;
use web::{App, Authenticate, Parts, Req, Resume, Settings, SignedIn};

use crate::world::{ALL, World};

/// A token is the identifier of its person, with the scopes after a dot.
struct Tokens;

impl Authenticate for Tokens {
    fn session<'a>(
        &'a self,
        _: &'a App,
        ctx: &'a kernel::Ctx,
        cookie: &'a str,
    ) -> web::BoxFut<'a, kernel::Result<Option<SignedIn>>> {
        Box::pin(async move {
            Ok(cookie.parse::<PersonId>().ok().map(|person| SignedIn {
                person,
                session: ctx.new_id(),
                name: "Anna Nowak".into(),
                email: String::new(),
                operator: false,
                lang: kernel::Lang::Pl,
            }))
        })
    }
    fn token<'a>(
        &'a self,
        _: &'a App,
        ctx: &'a kernel::Ctx,
        token: &'a str,
    ) -> web::BoxFut<'a, kernel::Result<Option<Actor>>> {
        Box::pin(async move {
            let (person, scopes) = token.split_once('.').unwrap_or((token, ""));
            let Ok(person) = person.parse::<PersonId>() else { return Ok(None) };
            let scopes = scopes.split(',').map(str::to_owned).collect();
            Ok(Some(Actor::Token {
                id: ctx.new_id(),
                name: "system dziedzinowy".into(),
                holder: "system dziedzinowy".into(),
                person,
                office: None,
                scopes,
            }))
        })
    }
    fn sign_in_page(&self, _: &Req, _: &Resume) -> maud::Markup {
        maud::Markup::default()
    }
}

pub(crate) fn app(w: &World) -> App {
    i18n::init(&[records::msg::SOURCE, web::msg::SOURCE, offices::msg::SOURCE]);
    App::new(Parts {
        db: w.db.clone(),
        blobs: blob::Store::open("memory:", &blob::Options::default()).unwrap(),
        pdf: pdf::Renderer::new(1),
        clock: w.clock.clone(),
        entropy: Arc::new(kernel::SeededEntropy::new(11)),
        settings: Settings {
            public_url: "http://localhost".into(),
            max_upload: 1 << 20,
            demo: false,
            trust_proxy: false,
        },
        auth: Box::new(Tokens),
    })
}

/// Status and body; faults leave an empty body here, since the layer that writes them is the application's.
pub(crate) async fn ask(app: &App, request: Request<Body>) -> (StatusCode, String) {
    let router = records::routes().router.with_state(app.clone());
    let response = router.oneshot(request).await.unwrap();
    let status = response.status();
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    (status, String::from_utf8(bytes.to_vec()).unwrap())
}

fn get(desk: &offices::Desk, path: &str) -> Request<Body> {
    if !path.starts_with("/api/") {
        let cookie = format!("szpon_session={}", desk.member.person);
        return Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap();
    }
    let token = format!("Bearer {}.cases:read,cases:write", desk.member.person);
    Request::get(path).header(header::AUTHORIZATION, token).body(Body::empty()).unwrap()
}

pub(crate) fn post(desk: &offices::Desk, path: &str, key: &str, body: &Value) -> Request<Body> {
    let token = format!("Bearer {}.cases:read,cases:write", desk.member.person);
    Request::post(path)
        .header(header::AUTHORIZATION, token)
        .header("idempotency-key", key)
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(body.to_string()))
        .unwrap()
}

fn form(desk: &offices::Desk, path: &str, fields: &[(&str, &str)], file: Option<&str>) -> Request<Body> {
    let mut body = String::new();
    for (name, value) in fields {
        body.push_str(&format!("--x\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"));
    }
    if let Some(text) = file {
        body.push_str(&format!(
            "--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"wykaz.csv\"\r\ncontent-type: text/csv\r\n\r\n{text}\r\n"
        ));
    }
    body.push_str("--x--\r\n");
    Request::post(path)
        .header(header::COOKIE, format!("szpon_session={}", desk.member.person))
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .body(Body::from(body))
        .unwrap()
}

const CASES: &str = "/api/v1/offices/lipowa/cases";

db::both! { ALL;

async fn a_neighbouring_system_opens_a_case_once_and_reads_its_record(db) {
    let w = World::new(&db).await;
    let app = app(&w);
    let body = json!({"symbol": "6131", "title": "Z innego systemu", "party": {"name": "Jan Kowalski"}, "term": {"amount": 14, "unit": "days"}});
    let (status, first) = ask(&app, post(&w.official, CASES, "k-1", &body)).await;
    assert_eq!(status, StatusCode::CREATED, "{first}");
    let (status, again) = ask(&app, post(&w.official, CASES, "k-1", &body)).await;
    assert_eq!((status, &again), (StatusCode::OK, &first));
    let other = json!({"symbol": "6131", "title": "Coś innego"});
    assert_eq!(ask(&app, post(&w.official, CASES, "k-1", &other)).await.0, StatusCode::CONFLICT);
    let opened: Value = serde_json::from_str(&first).unwrap();
    assert_eq!((opened["reference"].as_str(), opened["due"].as_str()), (Some("GK.6131.1.2026"), Some("2026-01-26")));
    let (_, list) = ask(&app, get(&w.official, CASES)).await;
    let list: Value = serde_json::from_str(&list).unwrap();
    assert_eq!((list["items"].as_array().map(Vec::len), &list["next"]), (Some(1), &Value::Null));
    let here = format!("{CASES}/{}", opened["id"].as_str().unwrap());
    let (status, record) = ask(&app, get(&w.superior, &format!("{here}/record"))).await;
    assert_eq!(status, StatusCode::OK);
    let record: Value = serde_json::from_str(&record).unwrap();
    assert_eq!((&record["intact"], record["items"][0]["entry"]["action"].as_str()), (&json!(true), Some("case.opened")));
    let (seen,): (i64,) = w.db.read(|c| Box::pin(async move {
        c.one(db::q!("SELECT COUNT(*) FROM audit_event WHERE action = 'case.seen'")).await
    })).await.unwrap();
    assert_eq!(seen, 1, "the superior's look leaves a trace");
    assert_eq!(ask(&app, get(&w.official, &format!("{here}/documents"))).await.0, StatusCode::OK);
    assert_eq!(ask(&app, get(&w.other_unit, &here)).await.0, StatusCode::NOT_FOUND);
    assert_eq!(ask(&app, get(&w.foreign, &here)).await.0, StatusCode::NOT_FOUND);
    assert_eq!(ask(&app, get(&w.foreign, &here.replace("lipowa", "debowa"))).await.0, StatusCode::NOT_FOUND);
    let bad = json!({"symbol": "613", "title": "Grupa"});
    assert_eq!(ask(&app, post(&w.official, CASES, "k-2", &bad)).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    let stranger = Request::get(CASES).body(Body::empty()).unwrap();
    assert_eq!(ask(&app, stranger).await.0, StatusCode::UNAUTHORIZED);
    let (status, plan) = ask(&app, get(&w.official, "/api/v1/offices/lipowa/file-plan")).await;
    assert!(status == StatusCode::OK && plan.contains("\"symbol\":\"6132\""), "{plan}");
    assert_eq!(ask(&app, get(&w.registry, "/api/v1/offices/lipowa/incoming.xml")).await.0, StatusCode::OK);
    assert_eq!(ask(&app, get(&w.official, "/api/v1/offices/lipowa/incoming.csv")).await.0, StatusCode::FORBIDDEN);
}

async fn an_administrator_sees_what_is_wrong_then_what_will_change_then_imports(db) {
    let w = World::new(&db).await;
    let app = app(&w);
    let here = "/desk/lipowa/admin/file-plan/import";
    let fields = [("what", "file"), ("name", "Nowy"), ("from", "01.02.2026")];
    let (status, page) = ask(&app, form(&w.admin, here, &fields, Some("symbol,haslo,kategoria_archiwalna\n6,Gospodarka,\n61x,Zieleń,B5\n"))).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Wiersz 3:") && page.contains("value=\"Nowy\""), "{page}");
    let (status, page) = ask(&app, form(&w.admin, here, &fields, Some("symbol,haslo,kategoria_archiwalna\n6,Gospodarka,\n6131,Wycinka,B10\n"))).await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("Wycinka drzew (B5)") && page.contains("Wycinka (B10)"), "{page}");
    let at = page.find("name=\"kept\"").unwrap();
    let kept = page[at..].split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let confirm = [("what", "file"), ("name", "Nowy"), ("from", "2026-02-01"), ("kept", &kept), ("source", "wykaz.csv"), ("do", "import")];
    let (status, _) = ask(&app, form(&w.admin, here, &confirm, None)).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let (status, page) = ask(&app, form(&w.admin, here, &confirm, None)).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Od tego dnia obowiązuje już inne wydanie"), "a double click imports once");
    let (status, page) = ask(&app, get(&w.admin, "/desk/lipowa/admin/file-plan")).await;
    assert!(status == StatusCode::OK && page.contains("Nowy") && page.contains("Wykaz akt"), "{page}");
    let (_, starter) = ask(&app, form(&w.admin, here, &[("what", "gmina"), ("name", "S"), ("from", "2027-01-01")], None)).await;
    assert!(starter.contains("nie są potwierdzone") || starter.contains("nie jest potwierdzon"), "{starter}");
    assert_eq!(ask(&app, get(&w.official, "/desk/lipowa/admin/file-plan")).await.0, StatusCode::FORBIDDEN);
    assert_eq!(ask(&app, get(&w.foreign, "/desk/lipowa/admin/file-plan")).await.0, StatusCode::NOT_FOUND);
}

}
