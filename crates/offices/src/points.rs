//! Service points (punkty obsługi): where an office serves people.

use db::{Conn, q};
use kernel::{
    Ctx, Fault, FieldFault, OfficeScope, Result,
    ids::{OfficeId, PointId},
};
use law::fold::sort_key;

use crate::{NewOffice, log, msg};

db::row! {
    /// A service point.
    #[derive(Debug, Clone, PartialEq)]
    pub struct PointRow {
        /// The identifier.
        pub id: PointId,
        /// Whether it is the office's main seat.
        pub main: bool,
        /// Its name.
        pub name: String,
        /// Street and number.
        pub street: String,
        /// Postal code.
        pub postal_code: String,
        /// Town.
        pub town: String,
        /// Telephone.
        pub phone: String,
        /// E-mail.
        pub email: String,
        /// How to get there and in.
        pub directions: String,
        /// Whether one gets in without steps.
        pub step_free: bool,
        /// Whether there is an induction loop.
        pub induction_loop: bool,
        /// Whether it no longer serves people.
        pub closed: bool,
        /// Counts edits.
        pub version: i64,
    }
}

impl PointRow {
    /// Street, postal code and town in one line.
    pub fn address(&self) -> String {
        crate::office::address(&self.street, &self.postal_code, &self.town)
    }
}

/// What a service point is made with, or changed to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NewPoint {
    /// Its name.
    pub name: String,
    /// Street and number.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub town: String,
    /// Telephone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// How to get there and in.
    pub directions: String,
    /// Whether one gets in without steps.
    pub step_free: bool,
    /// Whether there is an induction loop.
    pub induction_loop: bool,
    /// Whether it no longer serves people.
    pub closed: bool,
}

const COLUMNS: &str = "SELECT id, main, name, street, postal_code, town, phone, email, directions, step_free, \
     induction_loop, closed, version FROM service_point WHERE office_id = $1";

fn check(new: &NewPoint) -> Result<()> {
    let mut faults = Vec::new();
    let mut wrong = |field: &str, key| faults.push(FieldFault { field: field.into(), key, args: Vec::new() });
    if new.name.trim().is_empty() {
        wrong("name", web::msg::FIELD_REQUIRED);
    }
    if !new.postal_code.is_empty() && new.postal_code.parse::<law::check::PostalCode>().is_err() {
        wrong("postal_code", msg::OFFICES_FIELD_POSTAL_CODE);
    }
    if !new.email.is_empty() && !looks_like_email(&new.email) {
        wrong("email", web::msg::FIELD_EMAIL);
    }
    Fault::check(faults)
}

/// A postal code in its usual form, `00-000`; what is none stays as it is.
pub(crate) fn postal_code(text: &str) -> String {
    let text = text.trim();
    text.parse::<law::check::PostalCode>().map_or_else(|_| text.to_owned(), |code| code.as_str().to_owned())
}

/// Whether a text has the form of an e-mail address.
pub(crate) fn looks_like_email(text: &str) -> bool {
    let text = text.trim();
    text.chars().count() <= 254
        && !text.chars().any(char::is_whitespace)
        && text.split_once('@').is_some_and(|(user, domain)| {
            !user.is_empty()
                && domain.contains('.')
                && !domain.starts_with('.')
                && !domain.ends_with('.')
                && !domain.contains('@')
        })
}

async fn insert(c: &mut Conn, ctx: &Ctx, office: OfficeId, main: bool, new: &NewPoint) -> Result<PointId> {
    let id: PointId = ctx.new_id();
    let sort = format!("{}{}", u8::from(!main), sort_key(&new.name));
    c.exec(q!(
        "INSERT INTO service_point (id, office_id, main, name, street, postal_code, town, phone, email, directions, \
         step_free, induction_loop, closed, sort, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1)",
        id,
        office,
        main,
        new.name.trim(),
        new.street.trim(),
        postal_code(&new.postal_code),
        new.town.trim(),
        new.phone.trim(),
        new.email.trim(),
        new.directions.trim(),
        new.step_free,
        new.induction_loop,
        new.closed,
        sort
    ))
    .await?;
    Ok(id)
}

/// The main seat of an office being founded.
pub(crate) async fn add_main(c: &mut Conn, ctx: &Ctx, office: OfficeId, new: &NewOffice) -> Result<PointId> {
    let point = NewPoint {
        name: "Siedziba urzędu".into(),
        street: new.street.clone(),
        postal_code: new.postal_code.clone(),
        town: new.town.clone(),
        phone: new.phone.clone(),
        email: new.email.clone(),
        ..NewPoint::default()
    };
    insert(c, ctx, office, true, &point).await
}

/// Adds a service point.
///
/// # Errors
/// `Invalid` with the fields at fault.
pub async fn add(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, new: NewPoint) -> Result<PointId> {
    check(&new)?;
    let id = insert(c, ctx, scope.office(), false, &new).await?;
    log::admin(c, ctx, Some(scope.office()), "point.added", Some(id.0), serde_json::json!({ "name": new.name.trim() }))
        .await?;
    Ok(id)
}

/// The service points of an office, the main seat first.
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn list(c: &mut Conn, scope: OfficeScope) -> Result<Vec<PointRow>> {
    c.all(db::Q::new(COLUMNS).bind(scope.office()).text(" ORDER BY sort, id LIMIT 500")).await
}

/// One service point.
///
/// # Errors
/// `NotFound` when the office has none of this identifier.
pub async fn get(c: &mut Conn, scope: OfficeScope, id: PointId) -> Result<PointRow> {
    c.one(db::Q::new(COLUMNS).bind(scope.office()).push(" AND id = ", id)).await
}

/// The main seat.
///
/// # Errors
/// `NotFound` when the office has none, which founding rules out.
pub async fn main(c: &mut Conn, scope: OfficeScope) -> Result<PointRow> {
    c.one(db::Q::new(COLUMNS).bind(scope.office()).text(" AND main ORDER BY id LIMIT 1")).await
}

/// Changes a service point.
///
/// # Errors
/// `Invalid` with the fields at fault; `Conflict` when it was changed meanwhile.
pub async fn change(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: PointId,
    version: i64,
    new: NewPoint,
) -> Result<()> {
    check(&new)?;
    let old = get(c, scope, id).await?;
    if old.main && new.closed {
        return Err(Fault::field("closed", msg::OFFICES_FIELD_MAIN_CLOSED));
    }
    let changed = c
        .exec(q!(
            "UPDATE service_point SET name = $1, street = $2, postal_code = $3, town = $4, phone = $5, email = $6, \
             directions = $7, step_free = $8, induction_loop = $9, closed = $10, sort = $11, version = version + 1 \
             WHERE office_id = $12 AND id = $13 AND version = $14",
            new.name.trim(),
            new.street.trim(),
            postal_code(&new.postal_code),
            new.town.trim(),
            new.phone.trim(),
            new.email.trim(),
            new.directions.trim(),
            new.step_free,
            new.induction_loop,
            new.closed,
            format!("{}{}", u8::from(!old.main), sort_key(&new.name)),
            scope.office(),
            id,
            version
        ))
        .await?;
    if changed == 0 {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    let what = serde_json::json!({ "before": { "name": old.name, "closed": old.closed }, "after": { "name": new.name.trim(), "closed": new.closed } });
    log::admin(c, ctx, Some(scope.office()), "point.changed", Some(id.0), what).await
}
