//! Who sees and does what with cases. The one place: lists, search and single reads all ask here.
//!
//! An official sees the cases of the own unit and those assigned to them, or to someone they stand in for. A superior
//! sees the units below as well. The registry and administrators see no content by their role.

use db::{Conn, Q};
use kernel::{
    Result,
    ids::{PersonId, UnitId},
};
use offices::{Desk, Role};

/// What a person at a desk sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sight {
    /// The person and those they stand in for: cases assigned to them are seen.
    pub persons: Vec<PersonId>,
    /// Units whose cases are seen, whoever handles them.
    pub units: Vec<UnitId>,
}

/// Whether the person has the role.
pub fn has(desk: &Desk, role: Role) -> bool {
    desk.may(role)
}

/// Whether the person handles cases at all.
pub fn handles_cases(desk: &Desk) -> bool {
    has(desk, Role::Official) || has(desk, Role::Superior)
}

/// Whether the person keeps the register of incoming mail.
pub fn keeps_register(desk: &Desk) -> bool {
    has(desk, Role::Registry)
}

/// What the person sees. Costs a statement for superiors only.
///
/// # Errors
/// Those of the database.
pub async fn sight(c: &mut Conn, desk: &Desk) -> Result<Sight> {
    let mut persons = vec![desk.member.person];
    persons.extend(desk.member.stands_in_for.iter().copied().filter(|p| *p != desk.member.person));
    let units = if has(desk, Role::Superior) {
        let q = Q::new("WITH RECURSIVE below (id) AS (SELECT id FROM unit WHERE office_id = $1")
            .bind(desk.scope.office())
            .push_in(" AND id IN ", desk.member.units.iter().copied())
            .text(
                " UNION SELECT u.id FROM unit u JOIN below b ON u.parent_id = b.id WHERE u.office_id = $1)
                 SELECT id FROM below ORDER BY id LIMIT 500",
            );
        let found: Vec<(UnitId,)> = c.all(q).await?;
        found.into_iter().map(|(id,)| id).collect()
    } else if has(desk, Role::Official) {
        desk.member.units.clone()
    } else {
        Vec::new()
    };
    Ok(Sight { persons, units })
}

/// Adds to a query over `case_file cf` (already narrowed to the office) what the person may see.
pub fn visible(q: Q, sight: &Sight) -> Q {
    q.push_in(" AND (cf.handler_id IN ", sight.persons.iter().copied())
        .push_in(" OR cf.unit_id IN ", sight.units.iter().copied())
        .text(")")
}

/// Adds to a query over `incoming i` (already narrowed to the office) what the person may see: the registry all of it,
/// others what was passed to their unit or to them.
pub fn incoming_visible(q: Q, desk: &Desk, sight: &Sight) -> Q {
    if keeps_register(desk) {
        return q;
    }
    q.push_in(" AND (i.person_id IN ", sight.persons.iter().copied())
        .push_in(" OR i.unit_id IN ", sight.units.iter().copied())
        .text(")")
}
