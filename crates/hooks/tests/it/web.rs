//! The administrator's pages and the API, as different people.

use std::{collections::BTreeMap, sync::Arc};

use ::web::{App, Authenticate, BoxFut, Req, Resume, SignedIn};
use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use db::{Db, Migration};
use hooks::Poster;
use identity::NewPerson;
use jiff::civil::date;
use jobs::Runner;
use kernel::{
    Actor, Ctx, Lang, OfficeScope, Result,
    ids::{ApiTokenId, OfficeId, PersonId},
};
use maud::{Markup, html};
use offices::{NewMember, NewOffice, NewUnit, OfficeKind, Role};
use serde_json::{Value, json};
use testkit::{Answer, Browser, Kit};
use uuid::Uuid;

use crate::receiver::Receiver;

const TABLES: &[Migration] = &[
    jobs::MIGRATIONS[0],
    mail::MIGRATIONS[0],
    ::web::MIGRATIONS[0],
    audit::MIGRATIONS[0],
    identity::MIGRATIONS[0],
    offices::MIGRATIONS[0],
    hooks::MIGRATIONS[0],
    hooks::MIGRATIONS[1],
];

/// Tokens whose names say who they are: `admin`, `official`, `foreign`, and `readonly` without the scope.
struct Tokens(BTreeMap<&'static str, PersonId>);

impl Authenticate for Tokens {
    fn session<'a>(&'a self, _: &'a App, _: &'a Ctx, cookie: &'a str) -> BoxFut<'a, Result<Option<SignedIn>>> {
        Box::pin(async move {
            Ok(self.0.get(cookie).map(|person| SignedIn {
                person: *person,
                session: kernel::ids::SessionId(Uuid::nil()),
                name: cookie.to_owned(),
                email: String::new(),
                operator: false,
                lang: Lang::Pl,
            }))
        })
    }
    fn token<'a>(&'a self, _: &'a App, _: &'a Ctx, token: &'a str) -> BoxFut<'a, Result<Option<Actor>>> {
        Box::pin(async move {
            let scopes = if token == "readonly" { vec![] } else { vec!["hooks:write".to_owned()] };
            let name = if token == "readonly" { "admin" } else { token };
            Ok(self.0.get(name).map(|person| Actor::Token {
                id: ApiTokenId(Uuid::nil()),
                name: token.to_owned(),
                holder: token.to_owned(),
                person: *person,
                office: None,
                scopes,
            }))
        })
    }
    fn sign_in_page(&self, _: &Req, _: &Resume) -> Markup {
        html! { h1 { "sign in" } }
    }
}

async fn person(db: &Db, ctx: &Ctx, name: &str) -> PersonId {
    let (ctx, email, family) = (ctx.clone(), format!("{name}@example.pl"), format!("Kowalska {name}"));
    db.write(move |c| {
        let new = NewPerson {
            email: email.clone(),
            given_name: "Anna".into(),
            family_name: family.clone(),
            password_hash: None,
            lang: Lang::Pl,
            verified: true,
        };
        let ctx = ctx.clone();
        Box::pin(async move { identity::register(c, &ctx, new).await })
    })
    .await
    .unwrap()
}

async fn office(db: &Db, ctx: &Ctx, slug: &'static str, people: Vec<(PersonId, Role)>) -> OfficeId {
    let ctx = ctx.clone();
    db.write(move |c| {
        let (ctx, people) = (ctx.clone(), people.clone());
        Box::pin(async move {
            let new = NewOffice {
                slug: Some(slug.into()),
                ..NewOffice::named(OfficeKind::Ministry, format!("Urząd {slug}"))
            };
            let office = offices::found(c, &ctx, new).await?;
            let scope = OfficeScope::checked(office);
            let from = date(2026, 1, 1);
            let new = NewUnit { parent: None, code: "GK".into(), name: "Gospodarka".into(), from, to: None };
            let unit = offices::add_unit(c, &ctx, scope, new).await?;
            for (person, role) in people {
                let new = NewMember { person, unit, position: None, roles: vec![role], from, to: None };
                offices::add_member(c, &ctx, scope, new).await?;
            }
            Ok(office)
        })
    })
    .await
    .unwrap()
}

/// Asks for a page as somebody signed in.
async fn page(browser: &Browser, method: Method, path: &str, who: Option<&str>, form: &str) -> Answer {
    let mut request =
        Request::builder().method(method).uri(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    if let Some(who) = who {
        request = request.header(header::COOKIE, format!("szpon_session={who}"));
    }
    browser.send(request, Body::from(form.to_owned())).await
}

struct Desk {
    kit: Kit,
    browser: Browser,
    runner: Runner,
    lipowa: OfficeId,
}

impl Desk {
    async fn new(db: &Db) -> Self {
        crate::setup::tls();
        i18n::init(&[::web::msg::SOURCE, offices::msg::SOURCE, audit::msg::SOURCE, hooks::msg::SOURCE]);
        hooks::allow_private(true);
        db.listen(vec![hooks::listener()]);
        let clock: Arc<dyn kernel::Clock> = Arc::new(kernel::FixedClock::noon(date(2026, 3, 2)));
        let entropy: Arc<dyn kernel::Entropy> = Arc::new(kernel::SeededEntropy::new(5));
        let ctx = Ctx::system(clock, entropy);
        let mut people = BTreeMap::new();
        for name in ["admin", "official", "foreign"] {
            people.insert(name, person(db, &ctx, name).await);
        }
        let ours = vec![(people["admin"], Role::Administrator), (people["official"], Role::Official)];
        let lipowa = office(db, &ctx, "lipowa", ours).await;
        office(db, &ctx, "debowa", vec![(people["foreign"], Role::Administrator)]).await;
        let kit = Kit::new(db, Box::new(Tokens(people)), date(2026, 3, 2));
        let browser = kit.browser(hooks::routes());
        let mut runner = Runner::new(db.clone(), kit.clock.clone(), ctx.entropy().clone());
        Poster::new(hooks::policy()).unwrap().register(&mut runner);
        Self { kit, browser, runner, lipowa }
    }
    async fn api(&self, method: Method, path: &str, body: Option<Value>) -> Answer {
        self.browser.api(method, &format!("/api/v1/offices/lipowa/hooks{path}"), Some("admin"), body).await
    }
    async fn see(&self, path: &str) -> Answer {
        page(&self.browser, Method::GET, path, Some("admin"), "").await
    }
    async fn press(&self, path: &str, form: &str) -> Answer {
        page(&self.browser, Method::POST, path, Some("admin"), form).await
    }
    async fn emit(&self) {
        let ctx = self.kit.ctx(Actor::System);
        let event = kernel::Event {
            kind: "case.opened".into(),
            office: Some(self.lipowa),
            object: Uuid::from_u128(1),
            concerns: None,
            payload: json!({}),
        };
        let db = self.kit.app.db.clone();
        db.write(move |c| Box::pin(async move { c.emit(&ctx, &event).await })).await.unwrap();
    }
}

db::both! { &[TABLES];

async fn an_administrator_adds_tries_and_removes_a_webhook_on_pages(db) {
    let desk = Desk::new(&db).await;
    let receiver = Receiver::start(&[]).await;
    let list = "/desk/lipowa/admin/hooks";
    let empty = desk.see(list).await;
    assert_eq!(empty.status, 200);
    assert!(empty.text.contains("Nie ma jeszcze żadnego webhooka"), "{}", empty.text);
    let wrong = desk.press(list, "url=mailto%3Ax&events=case").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("Adres musi zaczynać się od https://") && wrong.text.contains("value=\"mailto:x\""));
    let url = ::web::Fields(vec![("url".into(), receiver.url("/a")), ("events".into(), "case.*\r\nsubmission.sent".into())]);
    let made = desk.press(list, &url.encode()).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    let page = made.location().to_owned();
    let shown = desk.see(&page).await;
    assert!(shown.text.contains("whsec_") && shown.text.contains("Webhook został dodany"), "{}", shown.text);
    assert_eq!(shown.headers[header::CACHE_CONTROL], "no-store");
    assert_eq!(desk.press(&format!("{page}/test"), "").await.status, StatusCode::SEE_OTHER);
    desk.emit().await;
    desk.runner.run_until_idle().await.unwrap();
    assert_eq!(receiver.taken().len(), 2);
    let shown = desk.see(&page).await;
    assert!(shown.text.contains("dostarczone") && shown.text.contains("case.opened") && shown.text.contains("Wyślij ponownie"));
    assert!(desk.press(&format!("{page}/secret"), "").await.status.is_redirection());
    assert!(desk.press(&format!("{page}/switch"), "active=off").await.status.is_redirection());
    let off = desk.see(&page).await;
    assert!(off.text.contains("wyłączony") && off.text.contains("poprzednim kluczem"), "{}", off.text);
    assert_eq!(desk.press(&page, "url=https%3A%2F%2Fexample.pl&events=*&version=1").await.status, StatusCode::CONFLICT);
    assert_eq!(desk.press(&format!("{page}/delete"), "").await.location(), list);
    assert_eq!(desk.see(&page).await.status, 404);
}

async fn a_system_subscribes_by_the_api(db) {
    let desk = Desk::new(&db).await;
    let receiver = Receiver::start(&[500]).await;
    let new = json!({"url": receiver.url("/b"), "events": ["case.opened"]});
    let made = desk.api(Method::POST, "", Some(new)).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
    let hook = made.json();
    let secret = hook["secret"].as_str().unwrap().to_owned();
    let at = format!("/{}", hook["id"].as_str().unwrap());
    let shown = desk.api(Method::GET, &at, None).await.json();
    assert_eq!(shown["events"], json!(["case.opened"]));
    assert!(shown.get("secret").is_none(), "the secret is given once");
    desk.emit().await;
    desk.runner.run_until_idle().await.unwrap();
    let sent = desk.api(Method::GET, &format!("{at}/deliveries"), None).await.json();
    assert_eq!((&sent["items"][0]["state"], &sent["items"][0]["status_code"]), (&json!("waiting"), &json!(500)));
    desk.kit.clock.advance_seconds(5);
    desk.runner.run_until_idle().await.unwrap();
    let sent = desk.api(Method::GET, &format!("{at}/deliveries"), None).await.json();
    assert_eq!(sent["items"][0]["state"], "delivered");
    let again = format!("{at}/deliveries/{}/redeliver", sent["items"][0]["id"].as_str().unwrap());
    assert_eq!(desk.api(Method::POST, &again, None).await.status, StatusCode::ACCEPTED);
    desk.runner.run_until_idle().await.unwrap();
    let got = receiver.taken();
    assert_eq!(got.len(), 3);
    let last = &got[2];
    let seconds = last.header("webhook-timestamp").parse().unwrap();
    assert!(hooks::sign::verify(&secret, last.header("webhook-id"), seconds, &last.body, last.header("webhook-signature")));
    let changed = desk.api(Method::PATCH, &at, Some(json!({"active": false}))).await.json();
    assert_eq!((&changed["active"], &changed["events"]), (&json!(false), &json!(["case.opened"])));
    assert_eq!(desk.api(Method::POST, &format!("{at}/test"), None).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_ne!(desk.api(Method::POST, &format!("{at}/secret"), None).await.json()["secret"], json!(secret));
    assert_eq!(desk.api(Method::GET, "", None).await.json()["items"].as_array().unwrap().len(), 1);
    assert_eq!(desk.api(Method::DELETE, &at, None).await.status, StatusCode::NO_CONTENT);
    assert_eq!(desk.api(Method::GET, &at, None).await.status, StatusCode::NOT_FOUND);
}

async fn a_request_under_one_key_is_done_once(db) {
    let desk = Desk::new(&db).await;
    let receiver = Receiver::start(&[]).await;
    let send = async |path: &str, key: &str, body: Value| {
        let request = Request::builder().method(Method::POST).uri(format!("/api/v1/offices/lipowa/hooks{path}"))
            .header(header::AUTHORIZATION, "Bearer admin").header(header::CONTENT_TYPE, "application/json").header("idempotency-key", key);
        desk.browser.send(request, Body::from(body.to_string())).await
    };
    let new = json!({"url": receiver.url("/c"), "events": ["case.letter.sent", "case.*"]});
    let (first, second) = (send("", "k1", new.clone()).await, send("", "k1", new.clone()).await);
    assert_eq!((first.status, second.status), (StatusCode::CREATED, StatusCode::OK), "{}", first.text);
    assert_eq!(first.json(), second.json(), "the secret too, for an answer that was lost on its way");
    assert_eq!(first.location(), format!("/api/v1/offices/lipowa/hooks/{}", first.json()["id"].as_str().unwrap()));
    assert_eq!(desk.api(Method::GET, "", None).await.json()["items"].as_array().unwrap().len(), 1);
    let other = send("", "k1", json!({"url": receiver.url("/d"), "events": ["*"]})).await;
    assert_eq!(other.status, StatusCode::CONFLICT, "the same key for something else");
    let at = format!("/{}", first.json()["id"].as_str().unwrap());
    for _ in 0..2 {
        assert_eq!(send(&format!("{at}/test"), "k2", json!({})).await.status, StatusCode::ACCEPTED);
    }
    let (one, two) = (send(&format!("{at}/secret"), "k3", json!({})).await, send(&format!("{at}/secret"), "k3", json!({})).await);
    assert_eq!(one.json(), two.json());
    desk.runner.run_until_idle().await.unwrap();
    let got = receiver.taken();
    assert_eq!(got.len(), 1, "tried out once");
    assert!(crate::signature::genuine(one.json()["secret"].as_str().unwrap(), &got[0]), "by the new secret");
    assert!(crate::signature::genuine(first.json()["secret"].as_str().unwrap(), &got[0]), "and by the old one for a day");
}

async fn events_nobody_knows_are_refused_with_those_known(db) {
    let desk = Desk::new(&db).await;
    let wrong = desk.api(Method::POST, "", Some(json!({"url": "https://example.pl/", "events": ["case.opend"]}))).await;
    assert_eq!((wrong.status, wrong.json()["errors"][0]["pointer"].clone()), (StatusCode::UNPROCESSABLE_ENTITY, json!("#/events")));
    for known in ["case.opend", "case.opened", "submission.sent", "case.letter.sent"] {
        assert!(wrong.text.contains(known), "{known}: {}", wrong.text);
    }
    let extra = desk.api(Method::POST, "", Some(json!({"url": "https://example.pl/", "events": ["*"], "secret": "mine"}))).await;
    assert_eq!((extra.status, extra.json()["errors"][0]["pointer"].clone()), (StatusCode::UNPROCESSABLE_ENTITY, json!("#/secret")));
    let bad = desk.api(Method::GET, "?state=active", None).await;
    assert_eq!((bad.status, bad.json()["errors"][0]["parameter"].clone()), (StatusCode::BAD_REQUEST, json!("state")));
    // On the page a letter that was sent can be chosen.
    let list = "/desk/lipowa/admin/hooks";
    let made = desk.press(list, "url=https%3A%2F%2Fexample.pl%2F&events=case.letter.sent").await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
}

async fn bad_json_is_explained_as_a_problem(db) {
    let desk = Desk::new(&db).await;
    let wrong = desk.api(Method::POST, "", Some(json!({"url": "ftp://x", "events": ["case.opened"]}))).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.headers[header::CONTENT_TYPE], "application/problem+json");
    assert!(wrong.text.contains("https://"), "{}", wrong.text);
    assert_eq!(desk.api(Method::POST, "", Some(json!({"url": 7}))).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(desk.api(Method::GET, "/not-an-id", None).await.status, StatusCode::NOT_FOUND);
}

async fn nobody_else_gets_in(db) {
    let desk = Desk::new(&db).await;
    let new = json!({"url": "https://example.pl", "events": ["*"]});
    let made = desk.api(Method::POST, "", Some(new)).await.json();
    let id = made["id"].as_str().unwrap();
    let other = Uuid::nil();
    for route in hooks::routes().list {
        let path = route.path.replace("{office}", "lipowa").replace("{hook}", id).replace("{delivery}", &other.to_string());
        let api = path.starts_with("/api/");
        let answer = async |who: Option<&str>| match api {
            true => desk.browser.api(route.method.clone(), &path, who, Some(json!({}))).await,
            false => page(&desk.browser, route.method.clone(), &path, who, "").await,
        };
        let stranger = answer(None).await.status;
        assert!(stranger == StatusCode::UNAUTHORIZED || (!api && stranger != StatusCode::OK), "{path}: {stranger}");
        assert_eq!(answer(Some("foreign")).await.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(answer(Some("official")).await.status, StatusCode::FORBIDDEN, "{path}");
        if api {
            assert_eq!(answer(Some("readonly")).await.status, StatusCode::FORBIDDEN, "{path}");
        }
    }
    assert_eq!(desk.api(Method::GET, "", None).await.json()["items"].as_array().unwrap().len(), 1);
}

}
