//! The JSON API of this subject: the open directory, an office, its units and people.

use axum::Json;
use kernel::Fault;
use law::teryt;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Cursor, Req, TypedPath};

use crate::{
    Filter, Role,
    directory::{self, Entry, Narrow},
    hours::law_lang,
    member, unit,
};

/// The OpenAPI description of this subject.
#[derive(utoipa::OpenApi)]
#[openapi(paths(directory, office, units, people))]
pub struct Api;

/// `/api/v1/directory`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/api/v1/directory")]
pub struct DirectoryPath;

/// `/api/v1/offices/{office}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}", rejection(web::BadPath))]
pub struct OfficePath {
    /// The office.
    pub office: String,
}

/// `/api/v1/offices/{office}/units`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/units", rejection(web::BadPath))]
pub struct UnitsPath {
    /// The office.
    pub office: String,
}

/// `/api/v1/offices/{office}/people`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/people", rejection(web::BadPath))]
pub struct PeoplePath {
    /// The office.
    pub office: String,
}

/// An office at work here.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfficeRef {
    slug: String,
    name: String,
}

/// An entry of the directory.
#[derive(Debug, Serialize, ToSchema)]
pub struct DirectoryItem {
    /// The code of the gmina, seven digits; null for an office that is none's.
    teryt: Option<String>,
    name: String,
    /// The kind of gmina, or of office.
    kind: String,
    powiat: Option<String>,
    voivodeship: Option<String>,
    /// The office, if it is at work here.
    office: Option<OfficeRef>,
}

/// A page of the directory.
#[derive(Debug, Serialize, ToSchema)]
pub struct DirectoryList {
    items: Vec<DirectoryItem>,
    /// The marker of the next page.
    next: Option<String>,
}

fn item(req: &Req, entry: &Entry) -> DirectoryItem {
    let lang = req.lang();
    let kind = match (&entry.gmina, &entry.office) {
        (Some(gmina), _) => gmina.kind.name(law_lang(lang)).to_owned(),
        (None, Some(office)) => req.t.s(office.kind.label()),
        (None, None) => String::new(),
    };
    DirectoryItem {
        teryt: entry.gmina.map(|g| g.code.to_string()),
        name: entry.name(lang),
        kind,
        powiat: entry.gmina.map(|g| g.powiat.to_owned()),
        voivodeship: entry.gmina.map(|g| g.voivodeship.to_owned()),
        office: entry.office.as_ref().map(|o| OfficeRef { slug: o.slug.clone(), name: o.name_in(lang).to_owned() }),
    }
}

/// How many items a page has: `limit`, 1 to 100, 20 when not given.
fn limit(req: &Req) -> kernel::Result<usize> {
    match req.query.some("limit") {
        None => Ok(20),
        Some(text) => match text.parse() {
            Ok(n @ 1..=100) => Ok(n),
            _ => Err(Fault::field("limit", web::msg::FIELD_NUMBER)),
        },
    }
}

/// Takes a page of a list and the marker of the next.
fn page<T>(req: &Req, all: Vec<T>) -> kernel::Result<(Vec<T>, Option<String>)> {
    let limit = limit(req)?;
    let skip = Cursor::decode(req.query.get("cursor"))?.map_or(0, |c| usize::try_from(c.key).unwrap_or(0));
    let next = (all.len() > skip.saturating_add(limit))
        .then(|| Cursor { key: i64::try_from(skip + limit).unwrap_or(i64::MAX), id: uuid::Uuid::nil() }.encode());
    Ok((all.into_iter().skip(skip).take(limit).collect(), next))
}

/// Finds offices: gminas of the country and other offices at work here; those at work come first.
#[utoipa::path(get, path = "/api/v1/directory", tag = "offices",
    params(
        ("q" = Option<String>, Query, description = "Text; case and diacritics do not matter"),
        ("voivodeship" = Option<String>, Query, description = "Two digits"),
        ("powiat" = Option<String>, Query, description = "Four digits"),
        ("limit" = Option<u32>, Query, description = "1 to 100, 20 when not given"),
        ("cursor" = Option<String>, Query, description = "Marker of the page"),
    ),
    responses((status = 200, body = DirectoryList)))]
pub async fn directory(_: DirectoryPath, req: Req) -> Answer<Json<DirectoryList>> {
    let offices = req.app.db.read(|c| Box::pin(async move { directory::at_work(c).await })).await?;
    let (found, next) = page(&req, directory::search(&offices, &Narrow::read(&req.query)))?;
    Ok(Json(DirectoryList { items: found.iter().map(|e| item(&req, e)).collect(), next }))
}

/// What an office says of itself.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfficeItem {
    slug: String,
    teryt: Option<String>,
    name: String,
    name_en: Option<String>,
    kind: String,
    powiat: Option<String>,
    voivodeship: Option<String>,
    street: String,
    postal_code: String,
    town: String,
    email: String,
    phone: String,
    website: String,
    delivery_address: String,
}

/// An office at work here.
#[utoipa::path(get, path = "/api/v1/offices/{office}", tag = "offices",
    params(("office" = String, Path, description = "Name in addresses")),
    responses((status = 200, body = OfficeItem), (status = 404, description = "No such office")))]
pub async fn office(path: OfficePath, req: Req) -> Answer<Json<OfficeItem>> {
    let o = crate::site(&req, &path.office).await?.office;
    let gmina = o.teryt.as_deref().and_then(|code| teryt::gmina(code.parse().ok()?));
    Ok(Json(OfficeItem {
        slug: o.slug,
        teryt: o.teryt,
        name: o.name,
        name_en: Some(o.name_en).filter(|n| !n.is_empty()),
        kind: o.kind.as_str().to_owned(),
        powiat: gmina.map(|g| g.powiat.to_owned()),
        voivodeship: gmina.map(|g| g.voivodeship.to_owned()),
        street: o.street,
        postal_code: o.postal_code,
        town: o.town,
        email: o.email,
        phone: o.phone,
        website: o.website,
        delivery_address: o.delivery_address,
    }))
}

/// A unit.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnitItem {
    id: String,
    parent: Option<String>,
    code: String,
    name: String,
    /// First day, ISO 8601.
    from: String,
    /// Last day, if it ends.
    to: Option<String>,
}

/// Units in the order of the tree.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnitList {
    items: Vec<UnitItem>,
    next: Option<String>,
}

/// The units of an office in force today, in the order of the tree. Scope `office:admin`.
#[utoipa::path(get, path = "/api/v1/offices/{office}/units", tag = "offices",
    params(
        ("office" = String, Path, description = "Name in addresses"),
        ("limit" = Option<u32>, Query, description = "1 to 100, 20 when not given"),
        ("cursor" = Option<String>, Query, description = "Marker of the page"),
    ),
    responses((status = 200, body = UnitList), (status = 401), (status = 403), (status = 404)))]
pub async fn units(path: UnitsPath, req: Req) -> Answer<Json<UnitList>> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    req.scope("office:admin")?;
    let (scope, today) = (desk.scope, req.ctx.now.warsaw_date());
    let all = req.app.db.read(move |c| Box::pin(async move { unit::units(c, scope, today).await })).await?;
    let (rows, next) = page(&req, all)?;
    let items = rows
        .into_iter()
        .map(|u| UnitItem {
            id: u.id.to_string(),
            parent: u.parent.map(|p| p.to_string()),
            code: u.code,
            name: u.name,
            from: u.from.0.to_string(),
            to: u.to.map(|d| d.0.to_string()),
        })
        .collect();
    Ok(Json(UnitList { items, next }))
}

/// A person's service in a unit.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonItem {
    id: String,
    person: String,
    name: String,
    email: String,
    unit: String,
    unit_code: String,
    position: String,
    roles: Vec<String>,
    /// First day, ISO 8601.
    from: String,
    /// Last day, if it ends.
    to: Option<String>,
}

/// People by family name.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonList {
    items: Vec<PersonItem>,
    next: Option<String>,
}

/// The people who serve in an office today, by family name. Scope `office:admin`.
#[utoipa::path(get, path = "/api/v1/offices/{office}/people", tag = "offices",
    params(
        ("office" = String, Path, description = "Name in addresses"),
        ("limit" = Option<u32>, Query, description = "1 to 100, 20 when not given"),
        ("cursor" = Option<String>, Query, description = "Marker of the page"),
    ),
    responses((status = 200, body = PersonList), (status = 401), (status = 403), (status = 404)))]
pub async fn people(path: PeoplePath, req: Req) -> Answer<Json<PersonList>> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    req.scope("office:admin")?;
    let (scope, today) = (desk.scope, req.ctx.now.warsaw_date());
    let all =
        req.app.db.read(move |c| Box::pin(async move { member::members(c, scope, Filter::on(today)).await })).await?;
    let (rows, next) = page(&req, all)?;
    let items = rows
        .into_iter()
        .map(|m| PersonItem {
            id: m.id.to_string(),
            person: m.person.to_string(),
            name: m.name(),
            unit: m.unit.to_string(),
            roles: m.roles.0.iter().map(|r| r.as_str().to_owned()).collect(),
            from: m.from.0.to_string(),
            to: m.to.map(|d| d.0.to_string()),
            email: m.email,
            unit_code: m.unit_code,
            position: m.position,
        })
        .collect();
    Ok(Json(PersonList { items, next }))
}
