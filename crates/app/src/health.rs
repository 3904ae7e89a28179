//! Whether the program lives and can serve, and its metrics.

use axum::{
    Json, Router,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use metrics_exporter_prometheus::PrometheusHandle;
use serde_json::json;
use web::App;

async fn live() -> &'static str {
    "ok\n"
}

/// Ready when the database and the object store answer.
async fn ready(State(app): State<App>) -> Response {
    let database = app.db.ping().await.is_ok();
    let objects = app.blobs.ping().await.is_ok();
    let good = database && objects;
    let status = if good { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(json!({ "ready": good, "database": database, "objects": objects }))).into_response()
}

/// The routes `/health/live`, `/health/ready` and `/metrics`.
pub fn routes(metrics: PrometheusHandle) -> Router<App> {
    Router::new().route("/health/live", get(live)).route("/health/ready", get(ready)).route(
        "/metrics",
        get(move || async move {
            metrics.run_upkeep();
            ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], metrics.render())
        }),
    )
}
