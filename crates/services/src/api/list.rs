//! `GET /api/v1/offices/{office}/services`

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use web::{Answer, Cursor, Limit, Query, Req, TypedPath};

use crate::find;

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/services", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
}

/// What is asked.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ServicesQuery {
    /// A question in a resident's own words; inflection, missing diacritics and typing errors are forgiven. All services when
    /// left out.
    #[serde(default)]
    #[param(example = "zgubiłem dowód")]
    pub q: String,
    /// How many items, 1 to 50.
    #[serde(default)]
    #[param(inline)]
    pub limit: Limit<50, 50>,
    /// `next` of the page before; the first page when left out.
    #[param(value_type = Option<String>)]
    pub cursor: Option<Cursor>,
}

/// A service in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ServiceItem {
    /// The catalogue's identifier.
    #[schema(example = "dowod-osobisty")]
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
    /// The cursor of the next page; null on the last.
    pub next: Option<String>,
}

/// Finds services by a question in a resident's own words, or lists all.
///
/// With a question the best come first, each with its score; without one all come in alphabetical order.
#[utoipa::path(
    get, path = "/api/v1/offices/{office}/services", operation_id = "findServices", tag = "services", params(ServicesQuery),
    responses((status = 200, description = "A page of services", body = Listed))
)]
pub async fn services(path: Path, req: Req, Query(query): Query<ServicesQuery>) -> Answer<Json<Listed>> {
    let site = offices::site(&req, &path.office).await?;
    let scope = site.scope;
    let index = req.app.db.read(move |c| Box::pin(async move { find::index(c, scope).await })).await?;
    let (lang, question) = (req.lang(), query.q.trim());
    let found: Vec<(Uuid, ServiceItem)> = if question.is_empty() {
        let mut all: Vec<_> = index.services.values().collect();
        all.sort_by_key(|s| law::fold::sort_key(&s.name_pl));
        let item =
            |s: &crate::ServiceRow| ServiceItem { id: s.slug.clone(), name: s.name(lang).to_owned(), score: 0.0 };
        all.into_iter().map(|s| (Uuid::from(s.id), item(s))).collect()
    } else {
        let item =
            |s: &crate::ServiceRow, score| ServiceItem { id: s.slug.clone(), name: s.name(lang).to_owned(), score };
        index
            .rank(question, index.services.len())
            .into_iter()
            .map(|(s, score)| (Uuid::from(s.id), item(&s, score)))
            .collect()
    };
    let (found, next) = web::cut(found, |(id, _)| *id, query.cursor, query.limit.size());
    Ok(Json(Listed { items: found.into_iter().map(|(_, item)| item).collect(), next }))
}
