//! What verifiers fetch: the office as an issuer, its keys, its status lists, what can be achieved.

use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use kernel::{Fault, Result, ids::CourseVersionId};
use offices::OfficeRow;
use serde::{Deserialize, Serialize};
use web::{Answer, Req, TypedPath};

use crate::{Facts, achievement as achieved, badge, facts, issuer as profile_of, keys as kept, status_list};

macro_rules! paths {
    ($($(#[$doc:meta])* $name:ident $path:literal { $($field:ident: $t:ty),* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, TypedPath, Deserialize)]
        #[typed_path($path, rejection(web::BadPath))]
        pub struct $name { pub(crate) office: String, $(pub(crate) $field: $t),* }
    )*};
}

paths! {
    /// The issuer.
    IssuerPath "/badges/{office}/issuer" {}
    /// Its keys.
    KeysPath "/badges/{office}/keys" {}
    /// One of them.
    KeyPath "/badges/{office}/keys/{key}" { key: String }
    /// A status list.
    StatusPath "/badges/{office}/status/{list}" { list: i64 }
    /// What can be achieved.
    AchievementPath "/badges/{office}/achievements/{version}" { version: CourseVersionId }
    /// Its picture.
    PicturePath "/badges/{office}/achievements/{version}/picture.svg" { version: CourseVersionId }
}

async fn office(req: &Req, slug: &str) -> Result<OfficeRow> {
    let slug = slug.to_owned();
    let found = req.app.db.read(move |c| Box::pin(async move { offices::by_slug(c, &slug).await })).await?;
    found.ok_or_else(Fault::not_found)
}

/// A public document that programs of others read, also within pages of others, and may keep so many seconds.
fn public(body: impl Into<Body>, kind: &'static str, seconds: u32) -> Response {
    let mut response = body.into().into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("sandbox; default-src 'none'; style-src 'unsafe-inline'"),
    );
    if let Ok(cache) = HeaderValue::from_str(&format!("public, max-age={seconds}")) {
        headers.insert(header::CACHE_CONTROL, cache);
    }
    response
}

fn json(value: &impl Serialize, kind: &'static str) -> Result<Response> {
    Ok(public(serde_json::to_vec(value).map_err(Fault::internal)?, kind, 300))
}

/// The office as an issuer.
pub async fn profile(path: IssuerPath, req: Req) -> Answer<Response> {
    let office = office(&req, &path.office).await?;
    let mut value = serde_json::to_value(profile_of(&req.app, &office)).map_err(Fault::internal)?;
    value["@context"] = serde_json::json!(badges::CONTEXTS);
    Ok(json(&value, "application/ld+json")?)
}

/// All its keys, the old ones too.
pub async fn keys(path: KeysPath, req: Req) -> Answer<Response> {
    let office = office(&req, &path.office).await?;
    let id = office.id;
    let rows = req.app.db.read(move |c| Box::pin(async move { kept::keys(c, id).await })).await?;
    Ok(json(&kept::set(&req.app, &office.slug, &rows), "application/jwk-set+json")?)
}

/// One of its keys, or none where it was withdrawn.
pub async fn key(path: KeyPath, req: Req) -> Answer<Response> {
    let office = office(&req, &path.office).await?;
    let (id, short) = (office.id, path.key);
    let row = req.app.db.read(move |c| Box::pin(async move { kept::key(c, id, &short).await })).await?;
    let kind = if row.withdrawn.is_none() { "application/jwk+json" } else { "application/jwk-set+json" };
    Ok(public(kept::published(&req.app, &office.slug, &row)?, kind, 300))
}

/// A status list.
pub async fn status(path: StatusPath, req: Req) -> Answer<Response> {
    let office = office(&req, &path.office).await?;
    let token = status_list(&req.app, &req.ctx, &office, path.list).await?;
    // A revocation is seen within minutes.
    Ok(public(token, "application/vc+jwt", 60))
}

/// What a version of one of the office's courses says.
async fn version(req: &Req, slug: &str, id: CourseVersionId) -> Result<(OfficeRow, Facts)> {
    let office = office(req, slug).await?;
    let holder = office.id;
    let facts = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let facts = facts::kept(c, id).await?.ok_or_else(Fault::not_found)?;
                let course = courses::by_slug(c, &facts.slug).await?.filter(|course| course.office == holder);
                course.map(|_| facts).ok_or_else(Fault::not_found)
            })
        })
        .await?;
    Ok((office, facts))
}

/// What one achieves by completing a version of a course.
pub async fn achievement(path: AchievementPath, req: Req) -> Answer<Response> {
    let (office, facts) = version(&req, &path.office, path.version).await?;
    let whole = achieved(&req.app, &office, path.version, &facts);
    let mut value = serde_json::to_value(whole).map_err(Fault::internal)?;
    value["@context"] = serde_json::json!(badges::CONTEXTS);
    Ok(json(&value, "application/ld+json")?)
}

/// The picture of its badge.
pub async fn picture(path: PicturePath, req: Req) -> Answer<Response> {
    let (office, facts) = version(&req, &path.office, path.version).await?;
    Ok(public(badge::picture(&office, &facts, ""), "image/svg+xml", 3600))
}
