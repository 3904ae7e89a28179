//! The headers that keep a page to itself, on every kind of answer.

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode},
    middleware,
    routing::get,
};
use kernel::{FixedClock, Micros, SeededEntropy};
use metrics_exporter_prometheus::PrometheusBuilder;
use szpon::{cli, compose, config::Config, server};
use tower::ServiceExt as _;
use web::App;

async fn app(db: &db::Db, public_url: &str) -> (App, tempfile::TempDir) {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().display().to_string();
    let matches = cli::command().get_matches_from(["szpon", "serve", "--data", &data, "--public-url", public_url]);
    let config = Config::read(matches.subcommand().unwrap().1).unwrap();
    let clock = Arc::new(FixedClock::at(Micros(1_772_622_000_000_000)));
    (server::build(&config, db.clone(), clock, Arc::new(SeededEntropy::new(1)), false).unwrap(), dir)
}

async fn ask(router: &Router, path: &str) -> (StatusCode, HeaderMap) {
    let request = Request::builder().uri(path).body(Body::empty()).unwrap();
    let Ok(response) = router.clone().oneshot(request).await;
    (response.status(), response.headers().clone())
}

#[tokio::test]
async fn every_answer_has_them() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let (app, _dir) = app(&db, "https://urzad.example.pl").await;
    let router = server::router(&app, PrometheusBuilder::new().build_recorder().handle());
    for (path, status) in [
        ("/", 200),
        ("/sign-in", 200),
        ("/my/account", 303),
        ("/nowhere", 404),
        ("/o/nowhere", 404),
        ("/api/v1/me", 401),
        ("/api/openapi.json", 200),
        ("/favicon.ico", 200),
        ("/robots.txt", 200),
        ("/health/live", 200),
        ("/metrics", 200),
    ] {
        let (said, headers) = ask(&router, path).await;
        assert_eq!(said.as_u16(), status, "{path}");
        let is = |name: &str, value: &str| {
            assert_eq!(headers.get(name).map(|v| v.to_str().unwrap()), Some(value), "{path}: {name}");
        };
        is("x-content-type-options", "nosniff");
        is("x-frame-options", "DENY");
        is("referrer-policy", "same-origin");
        is("cross-origin-opener-policy", "same-origin");
        is("cross-origin-resource-policy", "same-origin");
        is("strict-transport-security", "max-age=31536000; includeSubDomains");
        let permissions = headers["permissions-policy"].to_str().unwrap();
        for none in ["camera=()", "microphone=()", "geolocation=()"] {
            assert!(permissions.contains(none), "{path}: {permissions}");
        }
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'"), "{path}: {policy}");
        for unsafe_word in ["unsafe-inline", "unsafe-eval", "*", "http:"] {
            assert!(!policy.contains(unsafe_word), "{path}: {policy}");
        }
        for needed in ["base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "script-src 'self'"] {
            assert!(policy.contains(needed), "{path}: {policy}");
        }
    }
}

#[tokio::test]
async fn https_is_asked_for_only_where_there_is_some() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let (app, _dir) = app(&db, "http://127.0.0.1:8080").await;
    let router = server::router(&app, PrometheusBuilder::new().build_recorder().handle());
    let (_, headers) = ask(&router, "/").await;
    assert!(!headers.contains_key("strict-transport-security"));
}

#[tokio::test]
async fn a_download_keeps_its_sandbox_and_gets_the_rest() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let (app, _dir) = app(&db, "https://urzad.example.pl").await;
    let sent = |kind: &'static str, inline| {
        get(move || async move { web::download(Body::from("<script>alert(1)</script>"), "a.html", kind, None, inline) })
    };
    let router = Router::new()
        .route("/page", sent("text/html", true))
        .route("/picture", sent("image/svg+xml", true))
        .route("/pdf", sent("application/pdf", true))
        .layer(middleware::from_fn_with_state(app.clone(), web::layers::faults));
    for path in ["/page", "/picture"] {
        let (_, headers) = ask(&router, path).await;
        assert_eq!(headers["content-security-policy"], "sandbox; default-src 'none'", "{path}");
        assert_eq!(headers["content-type"], "application/octet-stream", "{path}");
        assert!(headers["content-disposition"].to_str().unwrap().starts_with("attachment"), "{path}");
        assert_eq!(headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(headers["cache-control"], "private, no-store", "{path}");
    }
    // What may be shown may not load or run anything.
    let (_, headers) = ask(&router, "/pdf").await;
    let policy = headers["content-security-policy"].to_str().unwrap();
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("script"), "{policy}");
}

#[tokio::test]
async fn a_panic_is_an_answer_with_them_too() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let (app, _dir) = app(&db, "https://urzad.example.pl").await;
    async fn broken() -> &'static str {
        panic!("a mistake in a handler")
    }
    let router = Router::new()
        .route("/broken", get(broken))
        .layer(tower_http::catch_panic::CatchPanicLayer::new())
        .layer(middleware::from_fn_with_state(app.clone(), web::layers::headers));
    let (status, headers) = ask(&router, "/broken").await;
    assert_eq!(status, 500);
    assert_eq!(headers["x-content-type-options"], "nosniff");
    assert!(headers["content-security-policy"].to_str().unwrap().starts_with("default-src 'none'"));
}
