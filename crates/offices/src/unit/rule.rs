//! What a unit must be like: the form of its code, one code for one unit within a calendar year, a parent that fits.

use db::{Conn, q};
use kernel::{Args, Fault, FieldFault, OfficeScope, Result, ids::UnitId};
use law::reference::UnitCode;

use super::{NewUnit, UnitRow, all_units, code_key, with_those_below};
use crate::msg;

/// The calendar years in which two periods both have a day; `None` when there is none.
fn shared_year(a: (i16, Option<i16>), b: (i16, Option<i16>)) -> Option<i16> {
    let first = a.0.max(b.0);
    let last = match (a.1, b.1) {
        (Some(x), Some(y)) => Some(x.min(y)),
        (x, y) => x.or(y),
    };
    last.is_none_or(|last| first <= last).then_some(first)
}

db::row! {
    /// A code a unit once had, and the years in which it stays its own.
    #[derive(Debug, Clone, PartialEq)]
    pub(crate) struct PastCode {
        unit: UnitId,
        code_key: String,
        first: i64,
        last: i64,
    }
}

pub(crate) async fn past_codes(c: &mut Conn, scope: OfficeScope) -> Result<Vec<PastCode>> {
    c.all(q!(
        "SELECT unit_id, code_key, first_year, last_year FROM unit_past_code WHERE office_id = $1 LIMIT 10000",
        scope.office()
    ))
    .await
}

/// Checks a unit against the others of its office: the code's form, one code for one unit within a calendar year
/// (instrukcja kancelaryjna, Dz.U. 2011 nr 14 poz. 67, annex 1, § 5), a parent that is in force and not below it.
pub(crate) fn problems(others: &[UnitRow], past: &[PastCode], id: Option<UnitId>, new: &NewUnit) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    let mut wrong = |field: &str, key: &'static str, args: Args| {
        faults.push(FieldFault { field: field.into(), key, args });
    };
    if new.name.trim().is_empty() {
        wrong("name", web::msg::FIELD_REQUIRED, Vec::new());
    } else if new.name.chars().count() > 200 {
        wrong("name", web::msg::FIELD_TOO_LONG, vec![("max", 200.into())]);
    }
    if new.code.trim().is_empty() {
        wrong("code", web::msg::FIELD_REQUIRED, Vec::new());
    } else if new.code.parse::<UnitCode>().is_err() {
        wrong("code", msg::OFFICES_FIELD_CODE, Vec::new());
    } else if let Some((unit, year)) = taken_by(others, past, id, new) {
        wrong("code", msg::OFFICES_FIELD_CODE_TAKEN, vec![("unit", unit.into()), ("year", year.to_string().into())]);
    }
    if new.to.is_some_and(|to| to < new.from) {
        wrong("to", msg::OFFICES_FIELD_PERIOD, Vec::new());
    }
    if let Some(parent) = new.parent {
        match others.iter().find(|u| u.id == parent) {
            None => wrong("parent", web::msg::FIELD_CHOICE, Vec::new()),
            Some(_) if id.is_some_and(|id| with_those_below(others, id).contains(&parent)) => {
                wrong("parent", msg::OFFICES_FIELD_PARENT_BELOW, Vec::new());
            }
            Some(above) if above.to.is_some_and(|to| new.to.is_none_or(|own| own > to.0)) => {
                wrong("parent", msg::OFFICES_FIELD_PARENT_ENDS, Vec::new());
            }
            Some(_) => {}
        }
    }
    faults
}

/// The unit that has the code in one of the years of a new one, and that year.
fn taken_by<'u>(others: &'u [UnitRow], past: &[PastCode], id: Option<UnitId>, new: &NewUnit) -> Option<(&'u str, i16)> {
    let years = (new.from.year(), new.to.map(|d| d.year()));
    let key = code_key(&new.code);
    let now = others
        .iter()
        .filter(|u| Some(u.id) != id && code_key(&u.code) == key)
        .find_map(|u| Some((u.name.as_str(), shared_year(years, (u.from.year(), u.to.map(|d| d.year())))?)));
    let year = |y: i64| i16::try_from(y).unwrap_or(i16::MAX);
    now.or_else(|| {
        past.iter().filter(|p| Some(p.unit) != id && p.code_key == key).find_map(|p| {
            let shared = shared_year(years, (year(p.first), Some(year(p.last))))?;
            Some((others.iter().find(|u| u.id == p.unit)?.name.as_str(), shared))
        })
    })
}

pub(super) async fn check(c: &mut Conn, scope: OfficeScope, id: Option<UnitId>, new: &NewUnit) -> Result<()> {
    let others = all_units(c, scope).await?;
    let past = past_codes(c, scope).await?;
    Fault::check(problems(&others, &past, id, new))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_shared_only_where_two_periods_meet_in_a_calendar_year() {
        assert_eq!(shared_year((2025, Some(2025)), (2026, None)), None);
        assert_eq!(shared_year((2025, Some(2026)), (2026, None)), Some(2026));
        assert_eq!(shared_year((2020, None), (2026, None)), Some(2026));
        assert_eq!(shared_year((2027, None), (2020, Some(2026))), None);
    }
}
