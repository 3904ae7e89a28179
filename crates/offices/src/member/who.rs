//! Who somebody is in an office: their services there and those of the people they stand in for, taken together.

use db::{Conn, Json, Q, q};
use jiff::civil::Date;
use kernel::{
    OfficeScope, Result,
    ids::{MembershipId, PersonId, UnitId},
};

use super::{MemberRow, member_select};
use crate::{Day, Role, role::tidy};

/// Who somebody is in an office on a day, all their services there taken together.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// The first of their services.
    pub membership: MembershipId,
    /// Who.
    pub person: PersonId,
    /// The unit of the first service.
    pub unit: UnitId,
    /// Its code.
    pub unit_code: String,
    /// Its name.
    pub unit_name: String,
    /// The position of the first service.
    pub position: String,
    /// Name as shown.
    pub name: String,
    /// The address of the account.
    pub email: String,
    /// What they may do: their own roles, and those of people they stand in for except [`Role::Administrator`].
    pub roles: Vec<Role>,
    /// What they may do by themselves.
    pub own_roles: Vec<Role>,
    /// All units they serve in, and those of people they stand in for.
    pub units: Vec<UnitId>,
    /// For superiors: their units with all units below them. Empty for others.
    pub units_below: Vec<UnitId>,
    /// Whom they stand in for today.
    pub stands_in_for: Vec<PersonId>,
}

impl Member {
    /// Whether they have a role, by themselves or standing in for somebody.
    pub fn may(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

/// Who a person is in the office on a day; `None` when they do not serve there.
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn member_of(c: &mut Conn, scope: OfficeScope, person: PersonId, on: Date) -> Result<Option<Member>> {
    let rows: Vec<MemberRow> = c
        .all(q!(
            concat!(
                member_select!(),
                " AND m.person_id = $2 AND m.from_date <= $3 AND (m.to_date IS NULL OR m.to_date >= $3) \
                 ORDER BY m.from_date, m.id LIMIT 100"
            ),
            scope.office(),
            person,
            Day(on)
        ))
        .await?;
    let Some(first) = rows.first().cloned() else { return Ok(None) };
    let own_roles = tidy(rows.iter().flat_map(|r| r.roles.0.iter().copied()).collect());
    let mut roles = own_roles.clone();
    let mut units: Vec<UnitId> = rows.iter().map(|r| r.unit).collect();
    let mut stands_in_for = Vec::new();
    let absent: Vec<(PersonId, UnitId, Json<Vec<Role>>)> = c
        .all(q!(
            "SELECT m.person_id, m.unit_id, m.roles FROM substitution s JOIN membership m ON m.office_id = s.office_id \
             AND m.person_id = s.absent_id WHERE s.office_id = $1 AND s.substitute_id = $2 AND NOT s.cancelled \
             AND s.from_date <= $3 AND s.to_date >= $3 AND m.from_date <= $3 AND (m.to_date IS NULL OR m.to_date >= $3) \
             ORDER BY s.from_date, s.id LIMIT 500",
            scope.office(),
            person,
            Day(on)
        ))
        .await?;
    for (who, unit, theirs) in absent {
        if !stands_in_for.contains(&who) {
            stands_in_for.push(who);
        }
        units.push(unit);
        roles.extend(theirs.0.into_iter().filter(|r| *r != Role::Administrator));
    }
    units.sort_unstable();
    units.dedup();
    let roles = tidy(roles);
    let units_below = if roles.contains(&Role::Superior) { below(c, scope, &units).await? } else { Vec::new() };
    let name = first.name();
    Ok(Some(Member {
        membership: first.id,
        person,
        unit: first.unit,
        unit_code: first.unit_code,
        unit_name: first.unit_name,
        position: first.position,
        name,
        email: first.email,
        roles,
        own_roles,
        units,
        units_below,
        stands_in_for,
    }))
}

/// Units with all units below them, at most 500.
async fn below(c: &mut Conn, scope: OfficeScope, units: &[UnitId]) -> Result<Vec<UnitId>> {
    let q = Q::new("WITH RECURSIVE below (id) AS (SELECT id FROM unit WHERE office_id = $1")
        .bind(scope.office())
        .push_in(" AND id IN ", units.iter().copied())
        .text(
            " UNION SELECT u.id FROM unit u JOIN below b ON u.parent_id = b.id WHERE u.office_id = $1)
             SELECT id FROM below ORDER BY id LIMIT 500",
        );
    let found: Vec<(UnitId,)> = c.all(q).await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}
