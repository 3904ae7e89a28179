//! Styles, scripts and pictures of the interface.

use axum::{
    Router,
    extract::Path,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use web::App;

async fn asset(Path(path): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = ui::assets::get(&path) else { return StatusCode::NOT_FOUND.into_response() };
    let fresh = headers.get(header::IF_NONE_MATCH).is_some_and(|v| v.as_bytes() == asset.etag.as_bytes());
    let head = [
        (header::CONTENT_TYPE, asset.content_type),
        (header::CACHE_CONTROL, asset.cache_control()),
        (header::ETAG, asset.etag),
    ];
    if fresh { (StatusCode::NOT_MODIFIED, head).into_response() } else { (head, asset.bytes).into_response() }
}

async fn robots() -> &'static str {
    "User-agent: *\nDisallow: /desk\nDisallow: /my\nDisallow: /operator\nDisallow: /api\nDisallow: /s/\n"
}

/// The routes of the interface's own files.
pub fn routes() -> Router<App> {
    Router::new()
        .route(&format!("{}{{*path}}", ui::assets::PREFIX), get(asset))
        .route("/favicon.ico", get(|headers: HeaderMap| asset(Path("favicon.svg".to_owned()), headers)))
        .route("/robots.txt", get(robots))
}
