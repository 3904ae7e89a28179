//! Services begin, change and end.

use db::{Conn, Json, q};
use jiff::civil::Date;
use kernel::{
    Ctx, Event, Fault, OfficeScope, Result,
    ids::{MembershipId, OfficeId, PersonId, PositionId, UnitId},
};

use super::membership;
use crate::{Day, Role, log, msg, role::tidy, unit};

/// A service to begin, or what one is changed to.
#[derive(Debug, Clone, PartialEq)]
pub struct NewMember {
    /// Who.
    pub person: PersonId,
    /// In which unit.
    pub unit: UnitId,
    /// In which position; see [`position`](crate::position).
    pub position: Option<PositionId>,
    /// What they may do; at least one.
    pub roles: Vec<Role>,
    /// From which day.
    pub from: Date,
    /// Until which day, if known.
    pub to: Option<Date>,
}

/// Checks a service; gives what the log says of it.
async fn check(
    c: &mut Conn,
    scope: OfficeScope,
    id: Option<MembershipId>,
    new: &NewMember,
) -> Result<serde_json::Value> {
    let mut faults = Vec::new();
    let mut wrong = |field: &str, key| faults.push(kernel::FieldFault { field: field.into(), key, args: Vec::new() });
    if new.roles.is_empty() {
        wrong("roles", msg::OFFICES_FIELD_ROLES);
    }
    if new.to.is_some_and(|to| to < new.from) {
        wrong("to", msg::OFFICES_FIELD_PERIOD);
    }
    let mut unit_code = String::new();
    match unit::unit(c, scope, new.unit).await {
        Ok(unit) => {
            unit_code.clone_from(&unit.code);
            if unit.from.0 > new.from || unit.to.is_some_and(|end| new.to.is_none_or(|to| to > end.0)) {
                wrong("unit", msg::OFFICES_FIELD_UNIT_PERIOD);
            }
        }
        Err(fault) if fault.kind == kernel::FaultKind::NotFound => wrong("unit", web::msg::FIELD_CHOICE),
        Err(fault) => return Err(fault),
    }
    let mut position_name = None;
    if let Some(position) = new.position {
        let known: Option<(String,)> =
            c.opt(q!("SELECT name FROM position WHERE office_id = $1 AND id = $2", scope.office(), position)).await?;
        if known.is_none() {
            wrong("position", web::msg::FIELD_CHOICE);
        }
        position_name = known.map(|k| k.0);
    }
    // All of one person are read, which are few: asked for by unit as well, SQLite walks over everybody of the unit.
    let of_person: Vec<(MembershipId, UnitId, Day, Option<Day>)> = c
        .all(q!(
            "SELECT id, unit_id, from_date, to_date FROM membership WHERE office_id = $1 AND person_id = $2 LIMIT 500",
            scope.office(),
            new.person
        ))
        .await?;
    let meets =
        |from: Day, to: Option<Day>| to.is_none_or(|to| new.from <= to.0) && new.to.is_none_or(|end| from.0 <= end);
    let twice = |(other, unit, from, to): &(MembershipId, UnitId, Day, Option<Day>)| {
        *unit == new.unit && Some(*other) != id && meets(*from, *to)
    };
    if of_person.iter().any(twice) {
        wrong("unit", msg::OFFICES_FIELD_MEMBER_TWICE);
    }
    Fault::check(faults)?;
    Ok(serde_json::json!({
        "unit": unit_code, "position": position_name, "roles": tidy(new.roles.clone()),
        "from": Day(new.from), "to": new.to.map(Day),
    }))
}

/// Lets a person serve in a unit. Emits `office.member.added`, which concerns the person.
///
/// # Errors
/// `Invalid` with the fields at fault: `roles`, `unit`, `position`, `to`.
pub async fn add_member(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, new: NewMember) -> Result<MembershipId> {
    let mut what = check(c, scope, None, &new).await?;
    what["person"] = identity::person(c, new.person).await?.name().into();
    let id: MembershipId = ctx.new_id();
    let roles = tidy(new.roles.clone());
    c.exec(q!(
        "INSERT INTO membership (id, office_id, person_id, unit_id, position_id, roles, from_date, to_date, created, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)",
        id,
        scope.office(),
        new.person,
        new.unit,
        new.position,
        Json(roles.clone()),
        Day(new.from),
        new.to.map(Day),
        ctx.now
    ))
    .await?;
    log::admin(c, ctx, Some(scope.office()), "member.added", Some(id.0), what).await?;
    let event = Event {
        kind: "office.member.added".into(),
        office: Some(scope.office()),
        object: id.0,
        concerns: Some(new.person),
        payload: serde_json::json!({ "unit": new.unit }),
    };
    c.emit(ctx, &event).await?;
    Ok(id)
}

/// Changes a service; the person stays the same. Emits `office.member.changed`, which concerns the person.
///
/// # Errors
/// As [`add_member`]; `Conflict` when it was changed meanwhile, or when the office would be left without an
/// administrator.
pub async fn change_member(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: MembershipId,
    version: i64,
    new: NewMember,
) -> Result<()> {
    let old = membership(c, scope, id).await?;
    if old.version != version {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    let new = NewMember { person: old.person, ..new };
    let after = check(c, scope, Some(id), &new).await?;
    let roles = tidy(new.roles.clone());
    let changed = c
        .exec(q!(
            "UPDATE membership SET unit_id = $1, position_id = $2, roles = $3, from_date = $4, to_date = $5, \
             version = version + 1 WHERE office_id = $6 AND id = $7 AND version = $8",
            new.unit,
            new.position,
            Json(roles.clone()),
            Day(new.from),
            new.to.map(Day),
            scope.office(),
            id,
            version
        ))
        .await?;
    if changed == 0 {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    if old.has(Role::Administrator) {
        check_administrator_left(c, scope.office(), ctx.now.warsaw_date()).await?;
    }
    let before = serde_json::json!({
        "unit": old.unit_code, "position": Some(&old.position).filter(|p| !p.is_empty()), "roles": old.roles.0,
        "from": old.from, "to": old.to,
    });
    let what = serde_json::json!({ "person": old.name(), "before": before, "after": after });
    log::admin(c, ctx, Some(scope.office()), "member.changed", Some(id.0), what).await?;
    let event = Event {
        kind: "office.member.changed".into(),
        office: Some(scope.office()),
        object: id.0,
        concerns: Some(old.person),
        payload: serde_json::json!({ "unit": new.unit }),
    };
    c.emit(ctx, &event).await
}

/// Ends a service with a day, its last.
///
/// # Errors
/// As [`change_member`].
pub async fn end_member(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: MembershipId,
    version: i64,
    last: Date,
) -> Result<()> {
    let old = membership(c, scope, id).await?;
    let new = NewMember {
        person: old.person,
        unit: old.unit,
        position: old.position_id,
        roles: old.roles.0,
        from: old.from.0,
        to: Some(last),
    };
    change_member(c, ctx, scope, id, version, new).await
}

/// An office never loses its last administrator: one must serve beyond today, else nobody could set up the next.
async fn check_administrator_left(c: &mut Conn, office: OfficeId, today: Date) -> Result<()> {
    let (left,): (i64,) = c
        .one(q!(
            "SELECT COUNT(*) FROM membership WHERE office_id = $1 AND roles LIKE '%\"administrator\"%' AND from_date <= $2 \
             AND (to_date IS NULL OR to_date > $2)",
            office,
            Day(today)
        ))
        .await?;
    if left == 0 { Err(Fault::conflict(msg::OFFICES_LAST_ADMINISTRATOR)) } else { Ok(()) }
}

/// Finds the person of an address or makes an account without a password, and writes to them that the office invites
/// them, with a link where a password is still to be set. Their name is used only for a new account.
///
/// # Errors
/// `Invalid` with the fields `email`, `given_name`, `family_name` at fault.
pub async fn invite(
    c: &mut Conn,
    ctx: &Ctx,
    email: &str,
    given_name: &str,
    family_name: &str,
    office_name: &str,
) -> Result<PersonId> {
    if identity::find_by_email(c, email).await?.is_none() {
        let new = identity::NewPerson {
            email: email.to_owned(),
            given_name: given_name.to_owned(),
            family_name: family_name.to_owned(),
            password_hash: None,
            lang: ctx.lang,
            verified: false,
        };
        identity::register(c, ctx, new).await?;
    }
    identity::invite(c, ctx, email, &format!("{given_name} {family_name}"), ctx.lang, office_name).await
}
