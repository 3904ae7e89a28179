//! `GET /api/v1/offices/{office}/services`

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use web::{Answer, Cursor, Req, TypedPath};

use crate::find;

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/services", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
}

/// A service in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ServiceItem {
    /// The catalogue's identifier: `dowod-osobisty`.
    pub id: String,
    /// The name in the language asked for (`Accept-Language`).
    pub name: String,
    /// How well it fits the question; 0 without one. Comparable within one answer only.
    pub score: f64,
}

/// A page of services.
#[derive(Debug, Serialize, ToSchema)]
pub struct Listed {
    /// The services; with a question the best first, else in alphabetical order.
    pub items: Vec<ServiceItem>,
    /// The marker of the next page.
    pub next: Option<String>,
}

/// The most services in one answer.
const MOST: usize = 50;

/// Finds services by a question in a resident's own words, or lists all.
#[utoipa::path(
    get, path = "/api/v1/offices/{office}/services", tag = "services",
    params(("office" = String, Path, description = "Slug of the office"),
           ("q" = Option<String>, Query, description = "A question in own words; empty lists all"),
           ("limit" = Option<u32>, Query, description = "1 to 50"),
           ("cursor" = Option<String>, Query, description = "Marker of the next page, without q only")),
    responses((status = 200, description = "Ranked or all services", body = Listed), (status = 404, description = "No such office"))
)]
pub async fn services(path: Path, req: Req) -> Answer<Json<Listed>> {
    let site = offices::site(&req, &path.office).await?;
    let scope = site.scope;
    let index = req.app.db.read(move |c| Box::pin(async move { find::index(c, scope).await })).await?;
    let limit = req.query.parsed::<usize>("limit").unwrap_or(MOST).clamp(1, MOST);
    let lang = req.lang();
    if let Some(question) = req.query.some("q") {
        let items = index
            .rank(question, limit)
            .into_iter()
            .map(|(s, score)| ServiceItem { id: s.slug.clone(), name: s.name(lang).to_owned(), score })
            .collect();
        return Ok(Json(Listed { items, next: None }));
    }
    let mut all: Vec<_> = index.services.values().collect();
    all.sort_by_key(|s| law::fold::sort_key(&s.name_pl));
    let start = match Cursor::decode(req.query.get("cursor"))? {
        Some(cursor) => all.iter().position(|s| s.id.0 == cursor.id).map_or(0, |i| i + 1),
        None => 0,
    };
    let page: Vec<_> = all.iter().skip(start).take(limit).collect();
    let more = start + page.len() < all.len();
    let next = page.last().filter(|_| more).map(|s| Cursor { key: 0, id: Uuid::from(s.id) }.encode());
    let items =
        page.iter().map(|s| ServiceItem { id: s.slug.clone(), name: s.name(lang).to_owned(), score: 0.0 }).collect();
    Ok(Json(Listed { items, next }))
}
