//! Passing mail on (dekretacja), and making it part of a case.

use db::{Conn, q};
use kernel::{
    Ctx, Event, Fault, Result,
    ids::{CaseId, IncomingId, PersonId, UnitId},
};
use offices::{Desk, Role};
use serde_json::json;

use super::{IncomingRow, State, by_id, get};
use crate::{
    cases::{self, CaseRow},
    intake, msg, policy,
    words::{Check, MAX_LONG, lines},
};

/// Whom mail is passed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    /// A unit; its superior or whoever is free takes it.
    Unit(UnitId),
    /// A person, in their first unit.
    Person(PersonId),
}

/// Passes registered mail to a unit or a person, with a word of instruction. The registry passes anything on; a superior
/// what came to their units; an official gives back or passes on within the unit what came to them. Passing on again
/// is allowed until the mail is part of a case.
///
/// # Errors
/// `NotFound` for mail they may not see; `Conflict` when it is not registered yet or already part of a case; `Invalid`
/// at `unit`, `person` or `instruction`.
pub async fn assign(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    id: IncomingId,
    to: To,
    instruction: &str,
) -> Result<IncomingRow> {
    let row = get(c, desk, id).await?;
    match row.state {
        State::Received => return Err(Fault::conflict(msg::RECORDS_INCOMING_UNREGISTERED)),
        State::Filed => return Err(Fault::conflict(msg::RECORDS_INCOMING_FILED)),
        State::Registered | State::Assigned => {}
    }
    let instruction = lines(instruction);
    let mut check = Check::default();
    check.short("instruction", &instruction, MAX_LONG);
    check.done()?;
    let today = ctx.now.warsaw_date();
    let (unit, person) = match to {
        To::Unit(unit) => {
            let known: Option<(String,)> =
                c.opt(q!("SELECT name FROM unit WHERE office_id = $1 AND id = $2", desk.scope.office(), unit)).await?;
            if known.is_none() {
                return Err(Fault::field("unit", msg::RECORDS_FIELD_UNIT));
            }
            (unit, None)
        }
        To::Person(person) => {
            let member = offices::member_of(c, desk.scope, person, today).await?;
            let member = member.ok_or_else(|| Fault::field("person", msg::RECORDS_FIELD_PERSON))?;
            (member.unit, Some(person))
        }
    };
    if !policy::keeps_register(desk) && !policy::has(desk, Role::Superior) && Some(unit) != row.unit {
        return Err(Fault::forbidden());
    }
    c.exec(q!(
        "UPDATE incoming SET state = 'assigned', unit_id = $3, person_id = $4, assigned_at = $5, assigned_by = $6, \
         instruction = $7, version = version + 1 WHERE id = $1 AND office_id = $2",
        id,
        desk.scope.office(),
        unit,
        person,
        ctx.now,
        ctx.actor.name(),
        &instruction
    ))
    .await?;
    let row = by_id(c, desk.scope, id).await?;
    let payload = json!({"unit": unit.to_string(), "person": person.map(|p| p.to_string())});
    let kind = "incoming.assigned".to_owned();
    let event = Event { kind, office: Some(desk.scope.office()), object: id.0, concerns: row.sender_person, payload };
    c.emit(ctx, &event).await?;
    Ok(row)
}

/// Registered mail that may become part of a case.
///
/// # Errors
/// `NotFound`; `Conflict` when it is not registered yet or already part of a case.
pub async fn to_file(c: &mut Conn, desk: &Desk, id: IncomingId) -> Result<IncomingRow> {
    let row = get(c, desk, id).await?;
    match row.state {
        State::Received => Err(Fault::conflict(msg::RECORDS_INCOMING_UNREGISTERED)),
        State::Filed => Err(Fault::conflict(msg::RECORDS_INCOMING_FILED)),
        State::Registered | State::Assigned => Ok(row),
    }
}

/// Makes mail part of a case that is already open: a supplement, an answer.
///
/// # Errors
/// As [`to_file`] and [`cases::writable`].
pub async fn attach(c: &mut Conn, ctx: &Ctx, desk: &Desk, id: IncomingId, case: CaseId) -> Result<CaseRow> {
    let row = cases::writable(c, desk, case).await?;
    let mail = to_file(c, desk, id).await?;
    intake::take_in(c, ctx, desk, row, &mail).await
}
