//! Every route as everybody who may not use it: a stranger, a citizen, an official of another office.

use std::collections::BTreeMap;

use axum::{body::Body, http::Request, http::header};
use db::Q;
use szpon::compose;
use testkit::{Answer, Browser};
use uuid::Uuid;
use web::{Guard, RouteInfo};

use crate::{stage::Stage, sweep_learning};

/// The office whose things are tried.
pub const OFFICE: &str = "koden";

/// Where the identifiers of an office's things come from: the parameter's name and a query for one of them.
const THINGS: &[(&str, &str)] = &[
    (
        "case",
        "SELECT x.id FROM case_file x JOIN office o ON o.id = x.office_id WHERE o.slug = $1 ORDER BY x.id LIMIT 1",
    ),
    (
        "incoming",
        "SELECT x.id FROM incoming x JOIN office o ON o.id = x.office_id WHERE o.slug = $1 ORDER BY x.id LIMIT 1",
    ),
    (
        "document",
        "SELECT x.id FROM document x JOIN office o ON o.id = x.office_id WHERE o.slug = $1 ORDER BY x.id LIMIT 1",
    ),
    ("letter", "SELECT x.id FROM letter x JOIN office o ON o.id = x.office_id WHERE o.slug = $1 ORDER BY x.id LIMIT 1"),
    (
        "template",
        "SELECT x.id FROM letter_template x JOIN office o ON o.id = x.office_id WHERE o.slug = $1 ORDER BY x.id LIMIT 1",
    ),
    (
        "outgoing",
        "SELECT x.id FROM outgoing x JOIN office o ON o.id = x.office_id WHERE o.slug = $1 ORDER BY x.id LIMIT 1",
    ),
    (
        "request",
        "SELECT x.id FROM request x JOIN office o ON o.id = x.office_id WHERE o.slug = $1 ORDER BY x.id LIMIT 1",
    ),
    ("note", "SELECT x.id FROM note x JOIN office o ON o.id = x.office_id WHERE o.slug = $1 ORDER BY x.id LIMIT 1"),
    ("unit", "SELECT x.id FROM unit x JOIN office o ON o.id = x.office_id WHERE o.slug = $1 ORDER BY x.id LIMIT 1"),
    (
        "membership",
        "SELECT x.id FROM membership x JOIN office o ON o.id = x.office_id WHERE o.slug = $1 ORDER BY x.id LIMIT 1",
    ),
    (
        "position",
        "SELECT x.id FROM position x JOIN office o ON o.id = x.office_id WHERE o.slug = $1 ORDER BY x.id LIMIT 1",
    ),
    (
        "point",
        "SELECT x.id FROM service_point x JOIN office o ON o.id = x.office_id WHERE o.slug = $1 ORDER BY x.id LIMIT 1",
    ),
    (
        "plan",
        "SELECT x.id FROM file_plan x JOIN office o ON o.id = x.office_id WHERE o.slug = $1 ORDER BY x.id LIMIT 1",
    ),
    (
        "class",
        "SELECT x.id FROM file_class x JOIN office o ON o.id = x.office_id WHERE o.slug = $1 ORDER BY x.id LIMIT 1",
    ),
    ("claim", "SELECT id FROM office_claim WHERE $1 <> '' ORDER BY id LIMIT 1"),
    (
        "substitution",
        "SELECT x.id FROM substitution x JOIN office o ON o.id = x.office_id WHERE o.slug = $1 ORDER BY x.id LIMIT 1",
    ),
    (
        "submission",
        "SELECT x.id FROM submission x JOIN office o ON o.id = x.office_id WHERE o.slug = $1 ORDER BY x.id LIMIT 1",
    ),
];

/// Text parameters and what stands for them.
const WORDS: &[(&str, &str)] = &[
    ("office", OFFICE),
    ("service", "dowod-osobisty"),
    ("step", "applicant"),
    ("teryt", "0601062"),
    ("secret", "nosuchsecretnosuchsecretnosuchsecretnosuch"),
    ("year", "2026"),
    ("kind", "units"),
    ("ordinal", "1"),
    ("field", "attachments"),
    ("version", "1"),
];

pub async fn things(stage: &Stage) -> BTreeMap<&'static str, String> {
    let mut map: BTreeMap<&'static str, String> = WORDS.iter().map(|(n, v)| (*n, (*v).to_owned())).collect();
    for (name, sql) in THINGS {
        let found: Option<(Uuid,)> =
            stage.app.db.read(move |c| Box::pin(async move { c.opt(Q::new(sql).bind(OFFICE)).await })).await.unwrap();
        let id = found.unwrap_or_else(|| panic!("the demonstration has no {name} in {OFFICE}")).0;
        map.insert(name, id.to_string());
    }
    map.insert("draft", draft(stage).await);
    map.insert("hook", hook(stage).await);
    map.extend(sweep_learning::teach(stage).await);
    map
}

/// A form that a citizen has begun to fill in.
async fn draft(stage: &Stage) -> String {
    let begun =
        stage.signed_in("citizen", "").await.post(&format!("/o/{OFFICE}/services/dowod-osobisty/apply"), &[]).await;
    begun.location().split('/').nth(4).unwrap_or_else(|| panic!("no draft: {} {}", begun.status, begun.text)).to_owned()
}

/// A webhook of the office.
async fn hook(stage: &Stage) -> String {
    let token = &stage.account("admin", OFFICE).api_token;
    let made = Request::builder()
        .method("POST")
        .uri(format!("/api/v1/offices/{OFFICE}/hooks"))
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .header(header::CONTENT_TYPE, "application/json");
    let made = stage.browser().send(made, Body::from(r#"{"url": "https://example.org/", "events": ["case.*"]}"#)).await;
    assert_eq!(made.status, 201, "{}", made.text);
    made.json()["id"].as_str().unwrap().to_owned()
}

/// The address of a route with its parameters filled in. What the demonstration does not have is an identifier that is
/// nobody's: such a route must refuse as well.
pub fn address(route: &RouteInfo, things: &BTreeMap<&str, String>) -> String {
    let mut path = String::new();
    let mut rest = route.path;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, tail) = after.split_once('}').unwrap();
        path.push_str(before);
        let name = sweep_learning::meant(route.path, name.trim_start_matches('*'));
        path.push_str(things.get(name).map_or("01900000-0000-7000-8000-000000000000", String::as_str));
        rest = tail;
    }
    path + rest
}

/// A token of an account's person with every scope.
pub async fn token(stage: &Stage, role: &str, office: &str) -> String {
    let (ctx, login) = (stage.app.system_ctx(), stage.account(role, office).login.clone());
    stage
        .app
        .db
        .write(move |c| {
            Box::pin(async move {
                let person = identity::find_by_email(c, &login).await?.unwrap();
                let actor = kernel::Actor::Person { id: person.id, name: person.name(), operator: false };
                let scopes = identity::tokens::SCOPES.iter().map(|(s, _)| (*s).to_owned()).collect();
                identity::tokens::create(c, &ctx.with_actor(actor), person.id, None, "sweep", scopes, None).await
            })
        })
        .await
        .unwrap()
}

/// A body that is right in itself, so that it is not the body that is refused.
fn body(route: &RouteInfo) -> &'static str {
    match (route.path, route.method.as_str()) {
        (path, _) if !path.starts_with("/api/") => "",
        ("/api/v1/offices/{office}/cases", "POST") => r#"{"symbol": "6131", "title": "Sprawa"}"#,
        ("/api/v1/offices/{office}/cases/{case}/messages", "POST") => r#"{"text": "Dzień dobry"}"#,
        ("/api/v1/offices/{office}/cases/{case}/requests", "POST") => r#"{"what": "Mapa", "due": "2026-03-31"}"#,
        ("/api/v1/offices/{office}/cases/{case}/requests/{request}/close", "POST") => r#"{"reason": "Już jest"}"#,
        ("/api/v1/offices/{office}/cases/{case}/pause", "POST") => r#"{"ground": "party", "reason": "Brak mapy"}"#,
        ("/api/v1/offices/{office}/cases/{case}/settle", "POST") => r#"{"outcome": "done"}"#,
        ("/api/v1/offices/{office}/incoming", "POST") => r#"{"about": {"title": "Wniosek"}}"#,
        ("/api/v1/my/cases/{case}/messages", "POST") => r#"{"text": "Dzień dobry"}"#,
        ("/api/v1/offices/{office}/courses/{course}/enrolments", "POST") => r#"{"people": ["kto@example.pl"]}"#,
        ("/api/v1/offices/{office}/hooks", "POST") => r#"{"url": "https://example.org/", "events": ["case.*"]}"#,
        _ => "{}",
    }
}

pub async fn try_it(browser: &Browser, route: &RouteInfo, path: &str, token: Option<&str>) -> Answer {
    let mut request = Request::builder().method(route.method.clone()).uri(path);
    if let Some(token) = token {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    let kind = if path.starts_with("/api/") { "application/json" } else { "application/x-www-form-urlencoded" };
    browser.send(request.header(header::CONTENT_TYPE, kind), Body::from(body(route))).await
}

/// Whether an answer lets somebody in. Leading to the sign-in page does not.
pub fn lets_in(answer: &Answer) -> bool {
    answer.status.is_success() || (answer.status.is_redirection() && !answer.location().starts_with("/sign-in"))
}

#[tokio::test]
async fn nobody_gets_where_they_may_not() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let stage = Stage::new(&db).await;
    let things = things(&stage).await;
    let (stranger, citizen, foreign) =
        (stage.browser(), stage.signed_in("citizen", "").await, stage.signed_in("official", "mkidn").await);
    let (other, official) = (other_citizen(&stage).await, stage.signed_in("official", OFFICE).await);
    let official_token = token(&stage, "official", OFFICE).await;
    // Tokens with every scope, so that nothing but the office's own rule can refuse.
    let citizen_token = token(&stage, "citizen", "").await;
    let foreign_token = token(&stage, "admin", "mkidn").await;
    let mut wrong = Vec::new();
    let mut tried = 0;
    for route in &compose::routes().list {
        let path = address(route, &things);
        let api = path.starts_with("/api/");
        let mut people: Vec<(&str, &Browser, Option<&str>)> = Vec::new();
        match route.guard {
            Guard::Open => {}
            Guard::Person => people.push(("stranger", &stranger, None)),
            // What only a secret opens stays shut to whoever is signed in, too.
            Guard::Secret => people.extend([("stranger", &stranger, None), ("another citizen", &other, None)]),
            Guard::Member
            | Guard::Official
            | Guard::Registry
            | Guard::Superior
            | Guard::Administrator
            | Guard::Operator => {
                people.push(("stranger", &stranger, None));
                people.push(("citizen", if api { &stranger } else { &citizen }, api.then_some(&citizen_token)));
                people.push((
                    "foreign official",
                    if api { &stranger } else { &foreign },
                    api.then_some(&foreign_token),
                ));
                if route.guard == Guard::Administrator {
                    people.push((
                        "official without the role",
                        if api { &stranger } else { &official },
                        api.then_some(&official_token),
                    ));
                }
            }
        }
        for (who, browser, token) in people {
            let answer = try_it(browser, route, &path, token).await;
            tried += 1;
            if lets_in(&answer) || answer.status.is_server_error() {
                wrong.push(format!("{} {} ({}) as {who}: {}", route.method, route.path, route.screen, answer.status));
            }
            // What one may not know of does not exist; a wrong form must not tell that it does.
            let hidden = ["citizen", "foreign official"].contains(&who) && route.path.contains("{office}");
            if hidden && answer.status != 404 {
                wrong.push(format!("{} {} as {who}: {}, not 404", route.method, route.path, answer.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(tried > 200, "only {tried} were tried");
}

/// A browser of somebody who has no matter with the office.
async fn other_citizen(stage: &Stage) -> Browser {
    stage.as_(stage.demo.accounts.iter().find(|a| a.name == "Olena Kovalenko").unwrap()).await
}

/// Whether an address names a thing of an office, besides the office.
fn names_a_thing(route: &RouteInfo) -> bool {
    THINGS
        .iter()
        .map(|(name, _)| *name)
        .chain(["hook", "draft"])
        .any(|name| route.path.contains(&format!("{{{name}}}")))
}

/// An address of the own office with an identifier of another office's thing: the identifier alone must open nothing.
#[tokio::test]
async fn nobody_reaches_the_things_of_another_office_under_the_address_of_their_own() {
    const OWN: &str = "mkidn";
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let stage = Stage::new(&db).await;
    let mut things = things(&stage).await;
    things.insert("office", OWN.to_owned());
    let mut people = Vec::new();
    for role in ["official", "superior", "registry", "admin"] {
        people.push((role, stage.signed_in(role, OWN).await, token(&stage, role, OWN).await));
    }
    let (mut wrong, mut tried) = (Vec::new(), 0);
    let routes = compose::routes();
    let theirs = |r: &&RouteInfo| r.path.contains("{office}") && names_a_thing(r) && r.guard != Guard::Secret;
    for route in routes.list.iter().filter(theirs) {
        let path = address(route, &things);
        let api = path.starts_with("/api/");
        let stranger = stage.browser();
        for (role, browser, token) in &people {
            let browser = if api { &stranger } else { browser };
            let answer = try_it(browser, route, &path, api.then_some(token.as_str())).await;
            tried += 1;
            if lets_in(&answer) || answer.status.is_server_error() {
                wrong.push(format!("{} {path} as {role} of {OWN}: {}", route.method, answer.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(tried > 200, "only {tried} were tried");
}

#[tokio::test]
async fn a_citizen_sees_nothing_of_another_citizen() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let stage = Stage::new(&db).await;
    let things = things(&stage).await;
    let browser = other_citizen(&stage).await;
    let mut wrong = Vec::new();
    // Routes that name a thing of somebody; an office or a gmina is nobody's.
    for route in compose::routes().list.iter().filter(|r| r.guard == Guard::Person && names_a_thing(r)) {
        let answer = try_it(&browser, route, &address(route, &things), None).await;
        if lets_in(&answer) || answer.status.is_server_error() {
            wrong.push(format!("{} {}: {}", route.method, route.path, answer.status));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn no_open_page_fails() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let stage = Stage::new(&db).await;
    let things = things(&stage).await;
    let stranger = stage.browser();
    for route in compose::routes().list.iter().filter(|r| r.guard == Guard::Open) {
        let path = address(route, &things);
        let answer = try_it(&stranger, route, &path, None).await;
        assert!(!answer.status.is_server_error(), "{} {path}: {} {}", route.method, answer.status, answer.text);
    }
}

#[tokio::test]
async fn a_token_opens_no_page() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let stage = Stage::new(&db).await;
    let things = things(&stage).await;
    let token = token(&stage, "admin", OFFICE).await;
    let browser = stage.browser();
    let mut wrong = Vec::new();
    for route in &compose::routes().list {
        let path = address(route, &things);
        if path.starts_with("/api/") || matches!(route.guard, Guard::Open | Guard::Secret) {
            continue;
        }
        let answer = try_it(&browser, route, &path, Some(&token)).await;
        if lets_in(&answer) {
            wrong.push(format!("{} {}: {}", route.method, route.path, answer.status));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn the_record_names_the_person_behind_a_token() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let stage = Stage::new(&db).await;
    let (token, name) = (token(&stage, "official", OFFICE).await, stage.account("official", OFFICE).name.clone());
    let browser = stage.browser();
    let ask = |method: &str, path: String, body: &'static str| {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header(header::CONTENT_TYPE, "application/json");
        browser.send(request, Body::from(body))
    };
    let made = ask("POST", format!("/api/v1/offices/{OFFICE}/cases"), r#"{"symbol": "6131", "title": "Sprawa"}"#).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let id = made.json()["id"].as_str().unwrap().to_owned();
    let record = ask("GET", format!("/api/v1/offices/{OFFICE}/cases/{id}/record"), "").await;
    assert!(record.text.contains(&name) && !record.text.contains("sweep"), "{}", record.text);
}

#[tokio::test]
async fn a_body_without_end_is_refused_before_it_is_held() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let stage = Stage::new(&db).await;
    let browser = stage.browser();
    let token = token(&stage, "official", OFFICE).await;
    for (path, kind) in [
        ("/api/v1/offices/koden/cases", "application/json"),
        ("/sign-in", "application/x-www-form-urlencoded"),
        ("/sign-in", "multipart/form-data; boundary=edge"),
    ] {
        // A stream that never ends and does not say how long it is.
        let head = if kind.starts_with("multipart") {
            "--edge\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\n"
        } else {
            ""
        };
        let chunk = bytes::Bytes::from(vec![b'1'; 64 * 1024]);
        let endless = futures::stream::iter(
            std::iter::once(bytes::Bytes::from(head)).chain(std::iter::repeat(chunk)).map(Ok::<_, std::io::Error>),
        );
        let mut request = Request::builder().method("POST").uri(path).header(header::CONTENT_TYPE, kind);
        if path.starts_with("/api/") {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        assert_eq!(browser.send(request, Body::from_stream(endless)).await.status, 413, "{path} {kind}");
    }
}
