//! Who sees and does what with cases. The one place: lists, search and single reads all ask here.
//!
//! An official sees the cases of the own unit and those assigned to them, or to someone they stand in for. A superior
//! sees the units below as well. The registry and administrators see no content by their role.

use db::Q;
use kernel::ids::{PersonId, UnitId};
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

/// What the person sees.
pub fn sight(desk: &Desk) -> Sight {
    let member = &desk.member;
    let mut persons = vec![member.person];
    persons.extend(member.stands_in_for.iter().copied().filter(|p| *p != member.person));
    let units = if has(desk, Role::Superior) {
        member.units_below.clone()
    } else if has(desk, Role::Official) {
        member.units.clone()
    } else {
        Vec::new()
    };
    Sight { persons, units }
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
