//! Data from outside that nobody foresaw: every route is sent nonsense by somebody who may use it, and no parser of files
//! may fall over. An answer may refuse; it may not be a mistake of ours (500), and nothing may panic.
//!
//! Parsers with tests of their own beside them: file plans, references, categories, numbers (`law`), words (`lemma`), markdown
//! and templates (`pdf`), cursors, cookies, fields, multipart, names of files (`web`), keys and sealed texts (`seal`).

use axum::{
    body::Body,
    http::{HeaderValue, Method, Request, header},
};
use kernel::{Lang, OfficeScope};
use offices::import::{self, Kind};
use proptest::{
    collection::vec,
    prelude::*,
    strategy::ValueTree as _,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use serde_json::{Value, json};
use szpon::compose;
use testkit::Answer;

use crate::{
    stage::Stage,
    sweep::{address, things, token},
};

/// Values drawn from a strategy, the same at every run.
struct Draw(TestRunner);

impl Draw {
    fn new() -> Self {
        Self(TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha)))
    }
    fn one<T: std::fmt::Debug>(&mut self, strategy: impl Strategy<Value = T>) -> T {
        strategy.new_tree(&mut self.0).unwrap().current()
    }
}

/// What a person, a program or an attacker may put into a field.
fn word() -> BoxedStrategy<String> {
    prop_oneof![
        "\\PC{0,30}",
        ".{0,60}",
        Just(String::new()),
        Just("\u{0}".to_owned()),
        Just("-9223372036854775808".to_owned()),
        Just("99999999999999999999999".to_owned()),
        Just("9999-12-31".to_owned()),
        Just("-9999-01-01".to_owned()),
        Just("2026-02-30".to_owned()),
        Just("25:61".to_owned()),
        Just("01900000-0000-7000-8000-000000000000".to_owned()),
        Just("f/////////8BkAAAAABwAIAAAAAAAAAA".to_owned()),
        Just("\"'<>&%_\\*()--;{{case.reference}}".to_owned()),
        Just("ż".repeat(3000)),
        "[0-9]{1,12}",
        "[a-z]{1,8}:[a-z*]{0,8}",
    ]
    .boxed()
}

/// Names that forms and lists of the program use, and others.
fn name() -> BoxedStrategy<String> {
    const KNOWN: &[&str] = &[
        "cursor",
        "q",
        "view",
        "state",
        "from",
        "to",
        "on",
        "date",
        "day",
        "version",
        "once",
        "do",
        "go",
        "title",
        "name",
        "text",
        "body",
        "reason",
        "email",
        "given_name",
        "family_name",
        "password",
        "current_password",
        "code",
        "slug",
        "unit",
        "unit_id",
        "parent",
        "position",
        "person",
        "role",
        "roles",
        "class",
        "class_id",
        "symbol",
        "kind",
        "lang",
        "theme",
        "next",
        "return",
        "events",
        "url",
        "scopes",
        "expires",
        "days",
        "term",
        "amount",
        "template",
        "way",
        "remarks",
        "outcome",
        "form",
        "json",
        "order",
        "sort",
        "page",
        "year",
        "month",
        "incoming",
        "case",
        "office",
        "teryt",
        "phone",
        "address",
        "postal_code",
        "account",
        "resume",
        "body_json",
        "level",
        "action",
        "after",
        "before",
    ];
    prop_oneof![4 => prop::sample::select(KNOWN).prop_map(str::to_owned), 1 => "[a-z_]{1,10}"].boxed()
}

fn fields() -> BoxedStrategy<Vec<(String, String)>> {
    vec((name(), word()), 0..14).boxed()
}

fn document() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::from),
            vec((name(), inner), 0..6).prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
    .boxed()
}

fn part() -> BoxedStrategy<Vec<u8>> {
    prop_oneof![
        Just(b"--edge\r\n".to_vec()),
        Just(b"--edge--\r\n".to_vec()),
        Just(b"Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n".to_vec()),
        (name(), word()).prop_map(|(n, v)| {
            format!("--edge\r\nContent-Disposition: form-data; name=\"{n}\"\r\n\r\n{v}\r\n").into_bytes()
        }),
        vec(any::<u8>(), 0..80),
    ]
    .boxed()
}

/// Whether an answer is a mistake of ours.
fn mistake(answer: &Answer) -> bool {
    answer.status == 500
}

async fn every_route_bears_nonsense(db: &db::Db, rounds: usize) {
    let stage = Stage::new(db).await;
    let things = things(&stage).await;
    let (admin, operator) = (stage.signed_in("admin", "koden").await, stage.signed_in("operator", "").await);
    let official = stage.signed_in("official", "koden").await;
    let token = token(&stage, "admin", "koden").await;
    let mut draw = Draw::new();
    let mut wrong = Vec::new();
    let (mut tried, mut kept_out) = (0, 0);
    for route in &compose::routes().list {
        // Signing out and deleting the account would end the test, not find a mistake.
        if ["/sign-out", "/my/account/delete", "/my/account/sessions"].contains(&route.path) {
            continue;
        }
        let path = address(route, &things);
        for round in 0..rounds {
            let browser = match (path.starts_with("/operator"), round % 2) {
                (true, _) => &operator,
                (_, 0) => &admin,
                _ => &official,
            };
            let query = web::Fields(draw.one(fields())).encode();
            let uri = if query.len() < 4000 { format!("{path}?{query}") } else { path.clone() };
            let mut request = Request::builder().method(route.method.clone()).uri(&uri);
            let sent: Vec<u8> = if route.method == Method::GET {
                Vec::new()
            } else if path.starts_with("/api/") {
                request = request.header(header::CONTENT_TYPE, "application/json");
                if round % 4 == 3 {
                    draw.one(vec(any::<u8>(), 0..80))
                } else {
                    draw.one(document()).to_string().into_bytes()
                }
            } else if round % 3 == 2 {
                request = request.header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
                draw.one(vec(part(), 0..10)).concat()
            } else {
                request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
                web::Fields(draw.one(fields())).encode().into_bytes()
            };
            if path.starts_with("/api/") {
                request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
            }
            let answer = browser.send(request, Body::from(sent.clone())).await;
            tried += 1;
            kept_out += usize::from(answer.status == 401 || answer.location().starts_with("/sign-in"));
            if mistake(&answer) {
                let sent = String::from_utf8_lossy(&sent).chars().take(600).collect::<String>();
                wrong.push(format!("{} {} {uri}\n    {sent}", route.method, route.path));
                break;
            }
        }
    }
    assert!(kept_out * 10 < tried, "{kept_out} of {tried} requests came from strangers: they tried nothing");
    assert!(wrong.is_empty(), "{} routes answered 500:\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test]
async fn every_route_bears_nonsense_on_sqlite() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    every_route_bears_nonsense(&db, 8).await;
}

#[tokio::test]
async fn every_route_bears_nonsense_on_postgresql() {
    let db = db::testing::postgres(&[&compose::migrations()]).await;
    every_route_bears_nonsense(&db, 4).await;
}

#[tokio::test]
async fn every_path_bears_nonsense_and_so_does_every_cookie() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let stage = Stage::new(&db).await;
    let admin = stage.signed_in("admin", "koden").await;
    let mut draw = Draw::new();
    for route in &compose::routes().list {
        let mut path = String::new();
        let mut rest = route.path;
        while let Some((before, after)) = rest.split_once('{') {
            let (_, tail) = after.split_once('}').unwrap();
            path.push_str(before);
            let text = draw.one(word());
            let encoded: String = text.bytes().take(200).map(|b| format!("%{b:02X}")).collect();
            path.push_str(if encoded.is_empty() { "x" } else { &encoded });
            rest = tail;
        }
        if path.is_empty() || route.method != Method::GET {
            continue;
        }
        let answer = admin.get(&(path.clone() + rest)).await;
        assert!(!mistake(&answer), "{path}{rest}");
    }
    for _ in 0..200 {
        let line = draw
            .one(vec((prop::sample::select(&["szpon_session", "szpon_prefs", "szpon_flash", "x"][..]), word()), 0..4));
        let line: Vec<String> = line.into_iter().map(|(n, v)| format!("{n}={v}")).collect();
        let Ok(value) = HeaderValue::from_bytes(line.join("; ").as_bytes()) else { continue };
        let request = Request::builder().uri("/").header(header::COOKIE, value);
        let answer = stage.browser().send(request, Body::empty()).await;
        assert_eq!(answer.status, 200, "{line:?}");
    }
}

/// A table people might send: headings of ours, others, cells of any kind, any separator.
fn table(kind: Kind) -> BoxedStrategy<Vec<u8>> {
    let heading: Vec<String> = import::template(kind, Lang::Pl)
        .lines()
        .next()
        .unwrap_or_default()
        .trim_start_matches('\u{feff}')
        .split(';')
        .map(str::to_owned)
        .collect();
    let width = heading.len();
    let cell = prop_oneof![3 => word(), 1 => Just("\"".to_owned()), 1 => Just("a\"b;c\r\n".to_owned()), 1 => Just("KOM".to_owned())];
    let rows = vec(vec(cell, width.saturating_sub(1)..width + 2), 0..8);
    let lines = (rows, prop::sample::select(&[";", ",", "\t"][..])).prop_map(move |(rows, separator)| {
        let mut text = heading.join(separator);
        for row in rows {
            text.push_str("\r\n");
            text.push_str(&row.join(separator));
        }
        text.into_bytes()
    });
    prop_oneof![4 => lines, 1 => vec(any::<u8>(), 0..200)].boxed()
}

#[tokio::test]
async fn no_table_of_units_or_people_makes_it_fall_over() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let stage = Stage::new(&db).await;
    let office = db.read(|c| Box::pin(async move { offices::by_slug(c, "koden").await })).await.unwrap().unwrap();
    let scope = OfficeScope::checked(office.id);
    let mut draw = Draw::new();
    for kind in [Kind::Units, Kind::People] {
        let tables = table(kind);
        for _ in 0..60 {
            let bytes = draw.one(&tables);
            let Ok(content) = import::decode(&bytes) else { continue };
            let ctx = stage.app.system_ctx();
            let given = content.clone();
            let planned = db
                .write(move |c| {
                    let (ctx, content) = (ctx.clone(), content.clone());
                    Box::pin(async move {
                        let id = import::store(c, &ctx, scope, kind, "a.csv", &content).await?;
                        let stored = import::stored(c, scope, id).await?;
                        import::plan(c, &ctx, scope, &stored).await
                    })
                })
                .await;
            if let Err(fault) = planned {
                assert_ne!(fault.kind, kernel::FaultKind::Internal, "{fault}: {given:?}");
            }
        }
    }
}

#[test]
fn no_form_makes_the_reader_fall_over() {
    let good = json!({
        "steps": [{ "id": "one", "title": {"pl": "Krok", "en": "Step"}, "fields": [
            { "id": "a", "kind": "text", "label": {"pl": "A", "en": "A"} }
        ]}]
    });
    let mut draw = Draw::new();
    for _ in 0..600 {
        let mut form = good.clone();
        let (place, value) = draw.one((
            prop::sample::select(
                &[
                    "/steps",
                    "/steps/0",
                    "/steps/0/id",
                    "/steps/0/fields",
                    "/steps/0/fields/0",
                    "/steps/0/fields/0/kind",
                ][..],
            ),
            document(),
        ));
        if let Some(at) = form.pointer_mut(place) {
            *at = value;
        }
        let mut text = form.to_string();
        let _ = services::schema::parse(&text);
        let cut = draw.one(0..text.len());
        if text.is_char_boundary(cut) {
            text.truncate(cut);
            assert!(services::schema::parse(&text).is_err());
        }
    }
    // Deep nesting ends with a fault, not with the stack.
    assert!(services::schema::parse(&"[".repeat(100_000)).is_err());
}
