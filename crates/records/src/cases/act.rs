//! Passing a case on, following it, correcting its title.

use db::{Conn, q};
use kernel::{
    Ctx, Fault, Result,
    ids::{CaseId, PersonId, UnitId},
};
use offices::{Desk, Role};
use serde_json::json;

use super::{CaseRow, case, event, get, parties, writable};
use crate::{
    chain::{self, Action},
    msg, policy,
    words::{Check, MAX_LONG, MAX_TITLE, line, lines},
};

/// What came of saving an edit.
#[derive(Debug, Clone, PartialEq)]
pub enum Saved<T> {
    /// Saved; the thing as it is now.
    Done(T),
    /// Somebody else saved meanwhile: the thing as they left it. Nothing was changed; show both.
    Stale(T),
}

/// Gives a case to a person of the unit that has it (dekretacja). Superiors assign to anyone in their units; an official
/// takes a case nobody handles, or passes on one's own within the unit.
///
/// # Errors
/// As [`writable`]; `Forbidden` when it is not theirs to give; `Invalid` at `person` when that person does not serve in
/// the unit.
pub async fn assign(c: &mut Conn, ctx: &Ctx, desk: &Desk, id: CaseId, person: PersonId) -> Result<CaseRow> {
    let row = writable(c, desk, id).await?;
    pass(c, ctx, desk, row, None, Some(person), "", "case.assigned").await
}

/// Hands a case over to another unit, to a person in it or to nobody yet, with a word why. The reference stays
/// (instrukcja kancelaryjna, § 5).
///
/// # Errors
/// As [`assign`]; `Invalid` at `unit` when it is none of the office's.
pub async fn hand_over(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    id: CaseId,
    unit: UnitId,
    person: Option<PersonId>,
    reason: &str,
) -> Result<CaseRow> {
    let row = writable(c, desk, id).await?;
    pass(c, ctx, desk, row, Some(unit), person, reason, "case.handed-over").await
}

#[expect(clippy::too_many_arguments, reason = "the one place where a case changes hands")]
async fn pass(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    mut row: CaseRow,
    unit: Option<UnitId>,
    person: Option<PersonId>,
    reason: &str,
    key: &'static str,
) -> Result<CaseRow> {
    let sight = policy::sight(desk);
    let own = row.handler.is_none_or(|h| sight.persons.contains(&h));
    if !own && !policy::has(desk, Role::Superior) {
        return Err(Fault::forbidden());
    }
    let reason = lines(reason);
    let mut check = Check::default();
    check.short("reason", &reason, MAX_LONG);
    check.done()?;
    let today = ctx.now.warsaw_date();
    if let Some(unit) = unit {
        let known: Option<(String,)> =
            c.opt(q!("SELECT name FROM unit WHERE office_id = $1 AND id = $2", desk.scope.office(), unit)).await?;
        if known.is_none() {
            return Err(Fault::field("unit", msg::RECORDS_FIELD_UNIT));
        }
        row.unit = unit;
    }
    let mut name = String::new();
    if let Some(person) = person {
        let member = offices::member_of(c, desk.scope, person, today).await?;
        let Some(member) = member.filter(|m| m.units.contains(&row.unit) || policy::has(desk, Role::Superior)) else {
            return Err(Fault::field("person", msg::RECORDS_FIELD_PERSON));
        };
        name = member.name;
    }
    let before = row.handler;
    let text = [name.as_str(), reason.as_str()].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(". ");
    let mut action = Action::new(key).at(desk).text(text).fact("unit", row.unit.to_string());
    if let Some(person) = person {
        action = action.fact("handler", person.to_string());
    }
    if let Some(before) = before {
        action = action.fact("before", before.to_string());
    }
    chain::append(c, ctx, desk.scope, row.id, action).await?;
    c.exec(q!(
        "UPDATE case_file SET unit_id = $3, handler_id = $4, handler_name = $5 WHERE id = $1 AND office_id = $2",
        row.id,
        desk.scope.office(),
        row.unit,
        person,
        &name
    ))
    .await?;
    let row = get(c, desk.scope, row.id).await?;
    let facts = json!({"unit": row.unit.to_string(), "handler": person.map(|p| p.to_string())});
    c.emit(ctx, &event("case.assigned", desk.scope, &row, facts)).await?;
    Ok(row)
}

/// Follows a case, or stops. Not written into the record: it is the reader's own mark.
///
/// # Errors
/// `NotFound` for a case they may not see.
pub async fn follow(c: &mut Conn, ctx: &Ctx, desk: &Desk, id: CaseId, on: bool) -> Result<()> {
    let row = case(c, desk, id).await?;
    let me = desk.member.person;
    if on {
        c.exec(q!(
            "INSERT INTO follow (person_id, case_id, office_id, since) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            me,
            row.id,
            desk.scope.office(),
            ctx.now
        ))
        .await?;
    } else {
        c.exec(q!("DELETE FROM follow WHERE person_id = $1 AND case_id = $2", me, row.id)).await?;
    }
    Ok(())
}

/// Whether the person at the desk follows the case.
///
/// # Errors
/// Those of the database.
pub async fn follows(c: &mut Conn, desk: &Desk, id: CaseId) -> Result<bool> {
    let found: Option<(i64,)> =
        c.opt(q!("SELECT since FROM follow WHERE person_id = $1 AND case_id = $2", desk.member.person, id)).await?;
    Ok(found.is_some())
}

/// Corrects the title. `version` is the one that was edited; a stale edit changes nothing and gives the title as others
/// left it.
///
/// # Errors
/// As [`writable`]; `Invalid` at `title`.
pub async fn rename(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    id: CaseId,
    title: &str,
    version: i64,
) -> Result<Saved<CaseRow>> {
    let row = writable(c, desk, id).await?;
    let title = line(title);
    let mut check = Check::default();
    check.text("title", &title, MAX_TITLE);
    check.done()?;
    if row.version == version && row.title == title {
        return Ok(Saved::Done(row));
    }
    let done = c
        .exec(q!(
            "UPDATE case_file SET title = $4, version = version + 1 WHERE id = $1 AND office_id = $2 AND version = $3",
            id,
            desk.scope.office(),
            version,
            &title
        ))
        .await?;
    if done == 0 {
        return Ok(Saved::Stale(get(c, desk.scope, id).await?));
    }
    let action = Action::new("case.renamed").at(desk).text(&title).fact("before", row.title.as_str());
    chain::append(c, ctx, desk.scope, id, action).await?;
    let row = get(c, desk.scope, id).await?;
    parties::find_again(c, desk.scope, &row).await?;
    Ok(Saved::Done(row))
}

/// Sets the remarks of the list of cases; versions as in [`rename`].
///
/// # Errors
/// As [`rename`].
pub async fn set_remarks(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    id: CaseId,
    remarks: &str,
    version: i64,
) -> Result<Saved<CaseRow>> {
    writable(c, desk, id).await?;
    let remarks = lines(remarks);
    let mut check = Check::default();
    check.short("remarks", &remarks, MAX_LONG);
    check.done()?;
    let done = c
        .exec(q!(
            "UPDATE case_file SET remarks = $4, version = version + 1 WHERE id = $1 AND office_id = $2 AND version = $3",
            id,
            desk.scope.office(),
            version,
            &remarks
        ))
        .await?;
    if done == 0 {
        return Ok(Saved::Stale(get(c, desk.scope, id).await?));
    }
    chain::append(c, ctx, desk.scope, id, Action::new("case.remarks").at(desk).text(&remarks)).await?;
    let row = get(c, desk.scope, id).await?;
    parties::find_again(c, desk.scope, &row).await?;
    Ok(Saved::Done(row))
}
