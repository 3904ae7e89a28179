//! Substitutions (zastępstwa): one person stands in for another between two days, with their roles except that of
//! the administrator.

use db::{Conn, Q, q};
use jiff::civil::Date;
use kernel::{
    Ctx, Fault, FieldFault, OfficeScope, Result,
    ids::{PersonId, SubstitutionId},
};

use crate::{Day, day, log, msg};

db::row! {
    /// One person standing in for another.
    #[derive(Debug, Clone, PartialEq)]
    pub struct SubstitutionRow {
        /// The identifier.
        pub id: SubstitutionId,
        /// Who is away.
        pub absent: PersonId,
        /// Their name.
        pub absent_name: String,
        /// Who stands in.
        pub substitute: PersonId,
        /// Their name.
        pub substitute_name: String,
        /// From which day.
        pub from: Day,
        /// Until which day.
        pub to: Day,
        /// Counts edits.
        pub version: i64,
    }
}

impl SubstitutionRow {
    /// Whether it lasts on a day.
    pub fn in_force(&self, on: Date) -> bool {
        day::within(on, self.from, Some(self.to))
    }
}

/// Lets a person stand in for another.
///
/// # Errors
/// `Invalid` with the fields at fault: `absent`, `substitute`, `to`.
pub async fn substitute(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    absent: PersonId,
    substitute: PersonId,
    from: Date,
    to: Date,
) -> Result<SubstitutionId> {
    let mut faults = Vec::new();
    let mut wrong = |field: &str, key| faults.push(FieldFault { field: field.into(), key, args: Vec::new() });
    if absent == substitute {
        wrong("substitute", msg::OFFICES_FIELD_SUBSTITUTE_SELF);
    }
    if to < from {
        wrong("to", msg::OFFICES_FIELD_PERIOD);
    }
    if to < ctx.now.warsaw_date() {
        wrong("to", msg::OFFICES_FIELD_PAST);
    }
    for (field, person) in [("absent", absent), ("substitute", substitute)] {
        let serves: Option<(i64,)> = c
            .opt(q!(
                "SELECT version FROM membership WHERE office_id = $1 AND person_id = $2 AND from_date <= $3 \
                 AND (to_date IS NULL OR to_date >= $4) LIMIT 1",
                scope.office(),
                person,
                Day(to),
                Day(from)
            ))
            .await?;
        if serves.is_none() {
            wrong(field, msg::OFFICES_FIELD_NOT_SERVING);
        }
    }
    Fault::check(faults)?;
    let id: SubstitutionId = ctx.new_id();
    c.exec(q!(
        "INSERT INTO substitution (id, office_id, absent_id, substitute_id, from_date, to_date, cancelled, created, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)",
        id,
        scope.office(),
        absent,
        substitute,
        Day(from),
        Day(to),
        false,
        ctx.now
    ))
    .await?;
    let absent = identity::person(c, absent).await?.name();
    let substitute = identity::person(c, substitute).await?.name();
    let what = serde_json::json!({ "absent": absent, "substitute": substitute, "from": Day(from), "to": Day(to) });
    log::admin(c, ctx, Some(scope.office()), "substitution.added", Some(id.0), what).await?;
    Ok(id)
}

/// Substitutions that last or are to come, by their first day.
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn substitutions(c: &mut Conn, scope: OfficeScope, from: Date) -> Result<Vec<SubstitutionRow>> {
    c.all(
        Q::new(
            "SELECT s.id, s.absent_id, a.given_name || ' ' || a.family_name, s.substitute_id, \
             b.given_name || ' ' || b.family_name, s.from_date, s.to_date, s.version FROM substitution s \
             JOIN person a ON a.id = s.absent_id JOIN person b ON b.id = s.substitute_id WHERE NOT s.cancelled",
        )
        .push(" AND s.office_id = ", scope.office())
        .push(" AND s.to_date >= ", Day(from))
        .text(" ORDER BY s.from_date, s.id LIMIT 1000"),
    )
    .await
}

/// Ends a substitution at once: from this moment nobody stands in.
///
/// # Errors
/// `NotFound` when the office has none of this identifier, `Conflict` when it is already ended.
pub async fn end_substitution(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: SubstitutionId) -> Result<()> {
    let (absent, substitute): (PersonId, PersonId) = c
        .one(q!(
            "SELECT absent_id, substitute_id FROM substitution WHERE office_id = $1 AND id = $2",
            scope.office(),
            id
        ))
        .await?;
    let changed = c
        .exec(q!(
            "UPDATE substitution SET cancelled = $1, version = version + 1 WHERE office_id = $2 AND id = $3 AND NOT cancelled",
            true,
            scope.office(),
            id
        ))
        .await?;
    if changed == 0 {
        return Err(Fault::conflict(web::msg::FAULT_CONFLICT));
    }
    let absent = identity::person(c, absent).await?.name();
    let substitute = identity::person(c, substitute).await?.name();
    let what = serde_json::json!({ "absent": absent, "substitute": substitute });
    log::admin(c, ctx, Some(scope.office()), "substitution.ended", Some(id.0), what).await
}
