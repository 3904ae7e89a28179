//! What the forms of this subject share: fields with their errors, days, choices of units and positions.

use i18n::T;
use jiff::civil::Date;
use kernel::{FieldFault, Result};
use ui::{Choice, Field};
use web::{Cursor, Errors, Fields, msg};

use crate::{PositionRow, Role, UnitRow, day};

/// Reads a day that must be there.
pub(crate) fn day(fields: &Fields, name: &str, faults: &mut Vec<FieldFault>) -> Option<Date> {
    let text = fields.get(name);
    let key = if text.is_empty() { msg::FIELD_REQUIRED } else { msg::FIELD_DATE };
    let day = day::parse(text);
    if day.is_none() {
        faults.push(FieldFault { field: name.into(), key, args: Vec::new() });
    }
    day
}

/// Reads a day that may be left out.
pub fn maybe_day(fields: &Fields, name: &str, faults: &mut Vec<FieldFault>) -> Option<Date> {
    if fields.get(name).is_empty() { None } else { day(fields, name, faults) }
}

/// A field of one line with its value and error.
pub(crate) fn text(t: T, fields: &Fields, errors: &Errors, name: &str, label: &str) -> Field {
    Field::text(t.lang(), name, t.s(label)).value(fields.get(name)).error(errors.at(name))
}

/// A field of several lines with its value and error.
pub(crate) fn area(t: T, fields: &Fields, errors: &Errors, name: &str, label: &str, max: u32) -> Field {
    let value = fields.raw(name).unwrap_or_default();
    Field::textarea(t.lang(), name, t.s(label)).value(value).error(errors.at(name)).maxlength(max)
}

/// A day with its value and error.
pub(crate) fn date(t: T, fields: &Fields, errors: &Errors, name: &str, label: &str) -> Field {
    Field::date(t.lang(), name, t.s(label)).value(fields.get(name)).error(errors.at(name))
}

/// Units to choose from, set in by their depth in the tree.
pub fn unit_choices(units: &[UnitRow]) -> Vec<Choice> {
    units
        .iter()
        .map(|u| Choice::new(u.id.to_string(), format!("{}{}", "\u{2003}".repeat(u.depth), u.title())))
        .collect()
}

/// Positions to choose from, by name: a new name may be typed.
pub(crate) fn position_names(positions: &[PositionRow]) -> Vec<String> {
    positions.iter().map(|p| p.name.clone()).collect()
}

/// Roles to tick.
pub(crate) fn role_choices(t: T) -> Vec<Choice> {
    Role::ALL.iter().map(|r| Choice::new(r.as_str(), t.s(r.label())).hint(t.s(r.hint()))).collect()
}

/// The roles ticked.
pub(crate) fn roles(fields: &Fields) -> Vec<Role> {
    fields.all("roles").filter_map(Role::parse).collect()
}

/// How many rows of a list were shown before this page.
pub(crate) fn skipped(fields: &Fields) -> Result<usize> {
    Ok(Cursor::decode(fields.get("cursor"))?.map_or(0, |c| usize::try_from(c.key).unwrap_or(0)))
}

/// The marker of the page after so many rows.
pub(crate) fn skip_cursor(rows: usize) -> String {
    Cursor { key: i64::try_from(rows).unwrap_or(i64::MAX), id: uuid::Uuid::nil() }.encode()
}
