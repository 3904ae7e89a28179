//! The JSON API of this subject: the open directory, an office, its units and people.

use axum::Json;
use i18n::T;
use kernel::{Args, Fault, FaultKind, FieldFault};
use law::teryt;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use web::{Answer, Cursor, Limit, NoQuery, Query, Req, TypedPath};

use crate::{
    Filter, Role,
    directory::{self, Entry, Narrow},
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

/// What is asked of the directory.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DirectoryQuery {
    /// Words of a name; case and diacritics do not matter.
    #[serde(default)]
    #[param(example = "lodz")]
    q: String,
    /// A voivodeship, by the two digits of TERYT.
    #[param(example = "06")]
    voivodeship: Option<String>,
    /// A powiat, by the four digits of TERYT.
    #[param(example = "0601")]
    powiat: Option<String>,
    /// How many items, 1 to 100.
    #[serde(default)]
    #[param(inline)]
    limit: Limit<20, 100>,
    /// `next` of the page before; the first page when left out.
    #[param(value_type = Option<String>)]
    cursor: Option<Cursor>,
}

/// Which page of a list of the office is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// How many items, 1 to 100.
    #[serde(default)]
    #[param(inline)]
    limit: Limit<20, 100>,
    /// `next` of the page before; the first page when left out.
    #[param(value_type = Option<String>)]
    cursor: Option<Cursor>,
}

/// An office at work here.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfficeRef {
    /// Its name in addresses.
    slug: String,
    /// Its name in the language asked for.
    name: String,
}

/// An entry of the directory.
#[derive(Debug, Serialize, ToSchema)]
pub struct DirectoryItem {
    /// The code of the gmina, seven digits; null for an office that is none's.
    teryt: Option<String>,
    /// The name of the gmina or of the office.
    name: String,
    /// The kind of gmina, or of office.
    kind: String,
    /// The powiat.
    powiat: Option<String>,
    /// The voivodeship.
    voivodeship: Option<String>,
    /// The office, if it is at work here.
    office: Option<OfficeRef>,
}

/// A page of the directory.
#[derive(Debug, Serialize, ToSchema)]
pub struct DirectoryList {
    /// The entries; those at work here first.
    items: Vec<DirectoryItem>,
    /// The cursor of the next page; null on the last.
    next: Option<String>,
}

fn item(req: &Req, entry: &Entry) -> DirectoryItem {
    let lang = req.lang();
    let kind = match (&entry.gmina, &entry.office) {
        (Some(gmina), _) => gmina.kind.name(T(lang).law()).to_owned(),
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

/// What is asked of the directory, when the codes are those of TERYT and belong together.
fn narrow(query: &DirectoryQuery) -> kernel::Result<Narrow> {
    let (voivodeship, powiat) = (query.voivodeship.as_deref(), query.powiat.as_deref());
    let bad = |name: &str, value: &str| {
        let args: Args = vec![("name", name.into()), ("value", value.into())];
        let fields = vec![FieldFault { field: name.into(), key: web::msg::FAULT_QUERY_VALUE, args }];
        Fault { fields, ..Fault::new(FaultKind::BadRequest, web::msg::FAULT_QUERY) }
    };
    if let Some(code) = voivodeship.filter(|v| teryt::voivodeship(v).is_none()) {
        return Err(bad("voivodeship", code));
    }
    let foreign = |p: &&str| teryt::powiat(p).is_none() || voivodeship.is_some_and(|v| !p.starts_with(v));
    if let Some(code) = powiat.filter(foreign) {
        return Err(bad("powiat", code));
    }
    let text = query.q.trim().chars().take(200).collect();
    Ok(Narrow { text, voivodeship: query.voivodeship.clone(), powiat: query.powiat.clone() })
}

/// Finds offices: gminas of the country and other offices at work here; those at work come first.
#[utoipa::path(get, path = "/api/v1/directory", operation_id = "findOffices", tag = "offices", params(DirectoryQuery),
    responses((status = 200, description = "A page of the directory", body = DirectoryList)))]
pub async fn directory(_: DirectoryPath, req: Req, Query(query): Query<DirectoryQuery>) -> Answer<Json<DirectoryList>> {
    let narrow = narrow(&query)?;
    let offices = req.app.db.read(|c| Box::pin(async move { directory::at_work(c).await })).await?;
    // Entries have no identifier of their own; the directory is the same from page to page.
    let found = directory::search(&offices, &narrow);
    let (found, next) = web::cut(found, |_| Uuid::nil(), query.cursor, query.limit.size());
    Ok(Json(DirectoryList { items: found.iter().map(|e| item(&req, e)).collect(), next }))
}

/// What an office says of itself.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfficeItem {
    /// Its name in addresses.
    slug: String,
    /// The code of its gmina, seven digits.
    teryt: Option<String>,
    /// Its name.
    name: String,
    /// Its name in English.
    name_en: Option<String>,
    /// The kind of office.
    kind: String,
    /// The powiat.
    powiat: Option<String>,
    /// The voivodeship.
    voivodeship: Option<String>,
    /// Street and number.
    street: String,
    /// Postal code.
    postal_code: String,
    /// Town.
    town: String,
    /// E-mail.
    email: String,
    /// Telephone.
    phone: String,
    /// Website.
    website: String,
    /// Address for electronic delivery (ADE); empty without one.
    delivery_address: String,
}

/// Shows an office at work here.
#[utoipa::path(get, path = "/api/v1/offices/{office}", operation_id = "getOffice", tag = "offices",
    responses((status = 200, description = "What the office says of itself", body = OfficeItem)))]
pub async fn office(path: OfficePath, req: Req, _: NoQuery) -> Answer<Json<OfficeItem>> {
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
    /// The identifier.
    id: String,
    /// The unit above.
    parent: Option<String>,
    /// Its code, as in references of cases.
    code: String,
    /// Its name.
    name: String,
    /// First day, ISO 8601.
    from: String,
    /// Last day, if it ends.
    to: Option<String>,
}

/// Units in the order of the tree.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnitList {
    /// The items.
    items: Vec<UnitItem>,
    /// The cursor of the next page; null on the last.
    next: Option<String>,
}

/// Lists the units of an office in force today, in the order of the tree.
#[utoipa::path(get, path = "/api/v1/offices/{office}/units", operation_id = "listUnits", tag = "offices", params(PageQuery),
    responses((status = 200, description = "A page of units", body = UnitList)), security(("bearer" = ["office:admin"])))]
pub async fn units(path: UnitsPath, req: Req, Query(query): Query<PageQuery>) -> Answer<Json<UnitList>> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    req.scope("office:admin")?;
    let (scope, today) = (desk.scope, req.ctx.now.warsaw_date());
    let all = req.app.db.read(move |c| Box::pin(async move { unit::units(c, scope, today).await })).await?;
    let (rows, next) = web::cut(all, |u| u.id.0, query.cursor, query.limit.size());
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
    /// The identifier of the service.
    id: String,
    /// The person.
    person: String,
    /// The whole name.
    name: String,
    /// E-mail.
    email: String,
    /// The unit.
    unit: String,
    /// The code of the unit.
    unit_code: String,
    /// The position.
    position: String,
    /// Roles in the office.
    roles: Vec<String>,
    /// First day, ISO 8601.
    from: String,
    /// Last day, if it ends.
    to: Option<String>,
}

/// People by family name.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonList {
    /// The items.
    items: Vec<PersonItem>,
    /// The cursor of the next page; null on the last.
    next: Option<String>,
}

/// Lists the people who serve in an office today, by family name.
#[utoipa::path(get, path = "/api/v1/offices/{office}/people", operation_id = "listPeople", tag = "offices", params(PageQuery),
    responses((status = 200, description = "A page of people", body = PersonList)), security(("bearer" = ["office:admin"])))]
pub async fn people(path: PeoplePath, req: Req, Query(query): Query<PageQuery>) -> Answer<Json<PersonList>> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    req.scope("office:admin")?;
    let (scope, today) = (desk.scope, req.ctx.now.warsaw_date());
    let all =
        req.app.db.read(move |c| Box::pin(async move { member::members(c, scope, Filter::on(today)).await })).await?;
    let (rows, next) = web::cut(all, |m| m.id.0, query.cursor, query.limit.size());
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
