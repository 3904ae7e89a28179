//! The subjects put together: their schemas, routes, texts, listeners and jobs, each named once.

use axum::Router;
use db::{Listener, Migration};
use tokio::{sync::watch, task::JoinHandle};
use utoipa::OpenApi;
use web::{App, Authenticate, Routes};

use crate::config::Config;

/// The schema of everything, in the order in which one builds on the other.
pub fn migrations() -> Vec<Migration> {
    [
        jobs::MIGRATIONS,
        mail::MIGRATIONS,
        audit::MIGRATIONS,
        search::MIGRATIONS,
        identity::MIGRATIONS,
        offices::MIGRATIONS,
        services::MIGRATIONS,
        records::MIGRATIONS,
        letters::MIGRATIONS,
        correspondence::MIGRATIONS,
        hooks::MIGRATIONS,
    ]
    .concat()
}

/// All texts.
pub const SOURCES: &[i18n::Source] = &[
    web::msg::SOURCE,
    blob::msg::SOURCE,
    mail::msg::SOURCE,
    audit::msg::SOURCE,
    identity::msg::SOURCE,
    offices::msg::SOURCE,
    services::msg::SOURCE,
    records::msg::SOURCE,
    letters::msg::SOURCE,
    correspondence::msg::SOURCE,
    hooks::msg::SOURCE,
    desk::msg::SOURCE,
    my::msg::SOURCE,
];

/// What is made once in a process: texts, and what subjects ask of one another without knowing each other.
pub fn init() {
    i18n::init(SOURCES);
}

/// Who tells persons from cookies and tokens.
pub fn authenticate() -> Box<dyn Authenticate> {
    Box::new(identity::Web)
}

/// Who is told of events.
pub fn listeners() -> Vec<Listener> {
    vec![records::listener(), hooks::listener()]
}

/// All routes of all subjects.
pub fn routes() -> Routes {
    web::layers::routes()
        .merge(identity::routes())
        .merge(offices::routes())
        .merge(services::routes())
        .merge(records::routes())
        .merge(letters::routes())
        .merge(correspondence::routes())
        .merge(hooks::routes())
        .merge(desk::routes())
        .merge(my::routes())
}

/// The OpenAPI document of everything below `/api/v1`.
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(info(
        title = "SZPON",
        description = "Interfaces for neighbouring systems. Errors are application/problem+json (RFC 9457); lists have a cursor in `next`.",
        license(name = "EUPL-1.2")
    ))]
    struct Whole;
    let mut whole = Whole::openapi();
    for part in [
        identity::Api::openapi(),
        offices::Api::openapi(),
        services::Api::openapi(),
        records::Api::openapi(),
        hooks::Api::openapi(),
    ] {
        whole.merge(part);
    }
    whole
}

/// `/api/openapi.json`.
pub fn openapi_routes() -> Router<App> {
    Router::new().route("/api/openapi.json", axum::routing::get(|| async { axum::Json(openapi()) }))
}

/// Starts the runner of jobs.
///
/// # Errors
/// When the mail server's address cannot be read.
pub fn start_jobs(_app: &App, _config: &Config, _stop: watch::Receiver<bool>) -> Result<JoinHandle<()>, String> {
    Err("jobs".into())
}
