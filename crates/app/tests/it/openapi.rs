//! The OpenAPI document tells of every endpoint below `/api/v1`, and of none that is not there; and what it tells can be
//! relied on by programs that write clients from it.

use std::collections::{BTreeMap, BTreeSet};

use axum::{
    body::Body,
    http::{Request, header},
};
use serde_json::Value;
use szpon::compose;

use crate::{
    stage::Stage,
    sweep::{address, things, token},
};

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

fn document() -> Value {
    serde_json::to_value(compose::openapi()).unwrap()
}

/// Every operation: its method, path and description.
fn operations(document: &Value) -> Vec<(String, String, Value)> {
    let paths = document["paths"].as_object().unwrap();
    let of = |(path, item): (&String, &Value)| {
        let item = item.as_object().unwrap().clone();
        let path = path.clone();
        item.into_iter()
            .filter(|(method, _)| METHODS.contains(&method.as_str()))
            .map(move |(method, operation)| (method.to_uppercase(), path.clone(), operation))
    };
    paths.iter().flat_map(of).collect()
}

/// Every text under `$ref`, wherever it stands.
fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            if let Some(Value::String(to)) = map.get("$ref") {
                found.insert(to.clone());
            }
            map.values().for_each(|v| references(v, found));
        }
        Value::Array(list) => list.iter().for_each(|v| references(v, found)),
        _ => {}
    }
}

fn said(value: &Value) -> bool {
    value.as_str().is_some_and(|text| !text.trim().is_empty())
}

#[test]
fn the_document_and_the_routes_agree() {
    let told: BTreeSet<(String, String)> =
        operations(&document()).into_iter().map(|(method, path, _)| (method, path)).collect();
    let there: BTreeSet<(String, String)> = compose::routes()
        .list
        .iter()
        .filter(|r| r.path.starts_with("/api/"))
        .map(|r| (r.method.to_string(), r.path.to_owned()))
        .collect();
    assert_eq!(told.difference(&there).collect::<Vec<_>>(), Vec::<&(String, String)>::new(), "told but not there");
    assert_eq!(there.difference(&told).collect::<Vec<_>>(), Vec::<&(String, String)>::new(), "there but not told");
}

#[test]
fn every_operation_has_a_name_of_its_own_words_and_all_its_parameters() {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (method, path, operation) in operations(&document()) {
        let here = format!("{method} {path}");
        let name = operation["operationId"].as_str().unwrap_or_default().to_owned();
        if let Some(other) = names.insert(name.clone(), here.clone()) {
            wrong.push(format!("{here} and {other} are both called {name:?}"));
        }
        if !said(&operation["summary"]) || operation["tags"].as_array().is_none_or(Vec::is_empty) {
            wrong.push(format!("{here}: no summary or no tag"));
        }
        let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
        let mut given = BTreeSet::new();
        for p in &parameters {
            if !said(&p["description"]) || p["schema"].is_null() {
                wrong.push(format!("{here}: nothing is said of the parameter {}", p["name"]));
            }
            if !given.insert((p["in"].as_str().unwrap_or_default(), p["name"].as_str().unwrap_or_default())) {
                wrong.push(format!("{here}: {} stands twice", p["name"]));
            }
        }
        let in_path: BTreeSet<&str> = given.iter().filter(|(place, _)| *place == "path").map(|(_, n)| *n).collect();
        let named: BTreeSet<&str> = path.split('{').skip(1).filter_map(|p| p.split('}').next()).collect();
        if in_path != named {
            wrong.push(format!("{here}: path parameters {in_path:?}, not {named:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_operation_says_who_may_ask_and_what_may_go_wrong() {
    let document = document();
    let scheme = &document["components"]["securitySchemes"]["bearer"];
    assert_eq!((scheme["type"].as_str(), scheme["scheme"].as_str()), (Some("http"), Some("bearer")));
    let known: Vec<&str> = identity::tokens::SCOPES.iter().map(|(scope, _)| *scope).collect();
    let guards: BTreeMap<(String, &str), web::Guard> =
        compose::routes().list.iter().map(|r| ((r.method.to_string(), r.path), r.guard)).collect();
    let mut wrong = Vec::new();
    for (method, path, operation) in operations(&document) {
        let here = format!("{method} {path}");
        let open = guards[&(method.clone(), path.as_str())] == web::Guard::Open;
        let needs = operation["security"].as_array().cloned().unwrap_or_else(|| vec![Value::Null]);
        if open != needs.is_empty() {
            wrong.push(format!("{here}: security {needs:?}"));
        }
        for scope in needs.iter().flat_map(|need| need["bearer"].as_array().cloned().unwrap_or_default()) {
            if !known.contains(&scope.as_str().unwrap_or_default()) {
                wrong.push(format!("{here}: there is no scope {scope}"));
            }
        }
        let responses = operation["responses"].as_object().unwrap();
        if !responses.keys().any(|status| status.starts_with('2')) {
            wrong.push(format!("{here}: nothing is said of success"));
        }
        for status in if open { &["400"][..] } else { &["400", "401", "403"] } {
            if !responses.contains_key(*status) {
                wrong.push(format!("{here}: no {status}"));
            }
        }
        if !(operation["requestBody"].is_null() || responses.contains_key("415") && responses.contains_key("422")) {
            wrong.push(format!("{here}: takes a body, but no 415 or 422"));
        }
        for (status, response) in responses {
            let response = match response["$ref"].as_str() {
                Some(to) => document.pointer(to.trim_start_matches('#')).unwrap_or(&Value::Null),
                None => response,
            };
            if !said(&response["description"]) {
                wrong.push(format!("{here}: {status} has no description"));
            }
            let problem = &response["content"]["application/problem+json"]["schema"]["$ref"];
            if status.starts_with(['4', '5']) && problem != "#/components/schemas/Problem" {
                wrong.push(format!("{here}: {status} is no problem+json"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_reference_leads_somewhere_and_every_field_is_explained() {
    let document = document();
    let mut found = BTreeSet::new();
    references(&document, &mut found);
    let lost: Vec<&String> = found.iter().filter(|to| document.pointer(to.trim_start_matches('#')).is_none()).collect();
    assert!(lost.is_empty(), "{lost:?}");
    assert!(found.len() > 40, "only {} references", found.len());
    assert_eq!(document["openapi"], "3.1.0");
    let text = document.to_string();
    for fragment in ["# Errors", "docs/form.schema.json"] {
        assert!(!text.contains(fragment), "{fragment} stands in the document");
    }
    // When it has to be read by hand, or by a validator: SZPON_OPENAPI=file cargo nextest run -p szpon openapi
    if let Ok(file) = std::env::var("SZPON_OPENAPI") {
        std::fs::write(file, serde_json::to_string_pretty(&document).unwrap()).unwrap();
    }
}

/// A token of the administrator of the office with every scope but one.
async fn all_but(stage: &Stage, without: &'static str) -> String {
    let (ctx, login) = (stage.app.system_ctx(), stage.account("admin", "koden").login.clone());
    stage
        .app
        .db
        .write(move |c| {
            Box::pin(async move {
                let person = identity::find_by_email(c, &login).await?.unwrap();
                let actor = kernel::Actor::Person { id: person.id, name: person.name(), operator: false };
                let scopes = identity::tokens::SCOPES.iter().map(|(s, _)| (*s).to_owned());
                let scopes = scopes.filter(|s| s != without).collect();
                identity::tokens::create(c, &ctx.with_actor(actor), person.id, None, without, scopes, None).await
            })
        })
        .await
        .unwrap()
}

#[tokio::test]
async fn every_endpoint_refuses_parameters_nobody_knows_and_tokens_without_the_scope_told() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let stage = Stage::new(&db).await;
    let (things, whole, browser) = (things(&stage).await, token(&stage, "admin", "koden").await, stage.browser());
    let mut without = BTreeMap::new();
    for (scope, _) in identity::tokens::SCOPES {
        without.insert(*scope, all_but(&stage, scope).await);
    }
    let document = document();
    let mut wrong = Vec::new();
    for route in compose::routes().list.iter().filter(|r| r.path.starts_with("/api/")) {
        let path = address(route, &things);
        let ask = async |path: String, token: &str| {
            let request = Request::builder().method(route.method.clone()).uri(path);
            let request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
            browser.send(request.header(header::CONTENT_TYPE, "application/json"), Body::from("{}")).await
        };
        let here = format!("{} {}", route.method, route.path);
        let answer = ask(format!("{path}?nosuchparameter=1"), &whole).await;
        let told = serde_json::from_str::<Value>(&answer.text).unwrap_or_default();
        if answer.status != 400 || told["errors"][0]["parameter"] != "nosuchparameter" {
            wrong.push(format!("{here}?nosuchparameter=1: {} {}", answer.status, answer.text));
        }
        let operation = &document["paths"][route.path][route.method.as_str().to_lowercase()];
        for scope in operation["security"][0]["bearer"].as_array().cloned().unwrap_or_default() {
            let answer = ask(path.clone(), &without[scope.as_str().unwrap()]).await;
            if answer.status != 403 {
                wrong.push(format!("{here} without {scope}: {}", answer.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn every_event_of_the_demonstration_can_be_subscribed_to() {
    use std::sync::{Mutex, OnceLock};

    static SEEN: OnceLock<Mutex<BTreeSet<String>>> = OnceLock::new();

    fn hear<'c>(
        _: &'c mut db::Conn,
        _: &'c kernel::Ctx,
        event: &'c kernel::Event,
    ) -> db::BoxFuture<'c, kernel::Result<()>> {
        Box::pin(async move {
            if event.office.is_some() {
                SEEN.get_or_init(Mutex::default).lock().unwrap().insert(event.kind.clone());
            }
            Ok(())
        })
    }

    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    // The program's own come after and change nothing: who listens is told once.
    db.listen([compose::listeners(), vec![hear as db::Listener]].concat());
    let _stage = Stage::new(&db).await;
    let seen = SEEN.get_or_init(Mutex::default).lock().unwrap().clone();
    let unknown: Vec<&String> = seen.iter().filter(|kind| !hooks::events::KINDS.contains(&kind.as_str())).collect();
    assert!(unknown.is_empty(), "add to hooks::events::KINDS and to docs/api.md: {unknown:?}");
    assert!(seen.len() > 8, "only {seen:?}");
}
