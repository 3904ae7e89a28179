//! Import of units.

use std::collections::{HashMap, HashSet};

use db::Conn;
use jiff::civil::Date;
use kernel::{Ctx, FaultKind, OfficeScope, Result, ids::UnitId};
use uuid::Uuid;

use super::{Change, Op, Plan, Problem, Row, sheet};
use crate::{Day, NewUnit, UnitRow, add_unit, all_units, change_unit, day, msg, unit};

const CODE: &str = msg::OFFICES_COLUMN_CODE;
const NAME: &str = msg::OFFICES_COLUMN_NAME;
const PARENT: &str = msg::OFFICES_COLUMN_PARENT;
const FROM: &str = msg::OFFICES_COLUMN_FROM;
const TO: &str = msg::OFFICES_COLUMN_TO;

const COLUMNS: &[sheet::Column] = &[
    sheet::Column { key: CODE, headings: &["symbol", "symbol komorki", "kod", "code"], required: true },
    sheet::Column { key: NAME, headings: &["nazwa", "nazwa komorki", "name"], required: true },
    sheet::Column {
        key: PARENT,
        headings: &["komorka nadrzedna", "nadrzedna", "symbol nadrzednej", "podlega", "parent"],
        required: false,
    },
    sheet::Column { key: FROM, headings: &["od", "obowiazuje od", "from"], required: false },
    sheet::Column { key: TO, headings: &["do", "obowiazuje do", "to"], required: false },
];

/// A row ready to be written.
pub(super) struct Todo {
    code: String,
    name: String,
    /// `None` leaves the parent as it is; `Some(None)` puts the unit at the top.
    parent: Option<Option<String>>,
    from: Date,
    to: Option<Date>,
    existing: Option<(UnitId, i64)>,
    changes: bool,
}

/// The unit a code means now: the one still in force or to come, which ends last.
fn known<'u>(units: &'u [UnitRow], key: &str, today: Date) -> Option<&'u UnitRow> {
    units
        .iter()
        .filter(|u| unit::code_key(&u.code) == key && u.to.is_none_or(|to| to.0 >= today))
        .max_by_key(|u| u.to.map_or(Date::MAX, |to| to.0))
}

fn read_day(line: &sheet::Line, at: usize, key: &'static str, problems: &mut Vec<Problem>) -> Option<Date> {
    let text = line.get(at);
    if text.is_empty() {
        return None;
    }
    let day = day::parse(text);
    if day.is_none() {
        problems.push(Problem::with(key, msg::OFFICES_IMPORT_DATE, vec![("text", text.into())]));
    }
    day
}

/// The name under which a fault of a unit's field appears in the file.
fn column(field: &str) -> &'static str {
    match field {
        "name" => NAME,
        "parent" => PARENT,
        "from" => FROM,
        "to" => TO,
        _ => CODE,
    }
}

/// Rows with parents before those under them; rows in a loop come last, where the checks find them out.
fn parents_first(parents: &[Option<String>], keys: &[String]) -> Vec<usize> {
    let in_file: HashMap<&str, usize> = keys.iter().enumerate().map(|(i, k)| (k.as_str(), i)).collect();
    let mut placed = HashSet::new();
    let mut order = Vec::with_capacity(keys.len());
    loop {
        let before = order.len();
        for i in 0..keys.len() {
            let waits = parents.get(i).and_then(Option::as_deref).and_then(|p| in_file.get(p)).copied();
            if !placed.contains(&i) && waits.is_none_or(|p| p == i || placed.contains(&p)) {
                placed.insert(i);
                order.push(i);
            }
        }
        if order.len() == before {
            break;
        }
    }
    order.extend((0..keys.len()).filter(|i| !placed.contains(i)));
    order
}

/// What the file would do, and the rows to write with parents before those under them.
pub(super) async fn plan(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, text: &str) -> Result<(Plan, Vec<Todo>)> {
    let lines = match sheet::read(text, COLUMNS) {
        Ok(lines) => lines,
        Err(fault) => return Ok((Plan { rows: Vec::new(), file: Some(fault) }, Vec::new())),
    };
    let today = ctx.now.warsaw_date();
    let mut units = all_units(c, scope).await?;
    let past = unit::past_codes(c, scope).await?;
    let keys: Vec<String> = lines.iter().map(|l| unit::code_key(l.get(0))).collect();
    let parents: Vec<Option<String>> =
        lines.iter().map(|l| l.given(2).filter(|p| !p.is_empty()).map(unit::code_key)).collect();
    let mut rows: Vec<Option<Row>> = vec![None; lines.len()];
    let mut todo = Vec::new();
    for i in parents_first(&parents, &keys) {
        let (Some(line), Some(key)) = (lines.get(i), keys.get(i)) else { continue };
        let mut problems = Vec::new();
        if line.ragged {
            problems.push(Problem { column: None, key: msg::OFFICES_IMPORT_RAGGED, args: Vec::new() });
        }
        if let Some(first) = keys.iter().take(i).position(|k| k == key && !k.is_empty()) {
            let number = lines.get(first).map_or(0, |l| l.number);
            let args = vec![("line", i64::try_from(number).unwrap_or(0).into())];
            problems.push(Problem::with(CODE, msg::OFFICES_IMPORT_TWICE, args));
        }
        let from = read_day(line, 3, FROM, &mut problems);
        let to = read_day(line, 4, TO, &mut problems);
        let old = known(&units, key, today).cloned();
        let parent_key = parents.get(i).cloned().flatten();
        let mut parent = old.as_ref().and_then(|u| u.parent);
        if line.given(2).is_some() {
            parent = None;
        }
        if let Some(above) = &parent_key {
            match known(&units, above, today) {
                Some(unit) => parent = Some(unit.id),
                None => problems.push(Problem::with(
                    PARENT,
                    msg::OFFICES_IMPORT_NO_UNIT,
                    vec![("code", line.get(2).into())],
                )),
            }
        }
        let new = NewUnit {
            parent,
            code: line.get(0).to_owned(),
            name: line.get(1).to_owned(),
            from: from.or(old.as_ref().map(|u| u.from.0)).unwrap_or(today),
            to: to.or(old.as_ref().and_then(|u| u.to).map(|d| d.0)),
        };
        let id = old.as_ref().map(|u| u.id);
        problems.extend(
            unit::problems(&units, &past, id, &new).into_iter().map(|f| Problem::with(column(&f.field), f.key, f.args)),
        );
        if problems.is_empty()
            && let (Some(old), Some(last)) = (&old, new.to)
            && old.to.map(|d| d.0) != Some(last)
            && let Err(fault) = unit::check_empty_after(c, scope, old.id, last).await
        {
            if fault.kind != FaultKind::Invalid {
                return Err(fault);
            }
            problems.extend(fault.fields.into_iter().map(|f| Problem::with(TO, f.key, f.args)));
        }
        let op = if problems.is_empty() {
            let changes = old.as_ref().map(|old| changes(&units, old, &new));
            todo.push(Todo {
                code: new.code.clone(),
                name: new.name.clone(),
                parent: line.given(2).map(|_| parent_key),
                from: new.from,
                to: new.to,
                existing: old.as_ref().map(|u| (u.id, u.version)),
                changes: changes.as_ref().is_none_or(|c| !c.is_empty()),
            });
            imagine(&mut units, old.as_ref(), &new, line.number);
            match changes {
                None => Op::New,
                Some(changes) if changes.is_empty() => Op::Unchanged,
                Some(changes) => Op::Changed(changes),
            }
        } else {
            Op::Error(problems)
        };
        if let Some(row) = rows.get_mut(i) {
            *row = Some(Row { line: line.number, label: format!("{} — {}", line.get(0), line.get(1)), op });
        }
    }
    Ok((Plan { rows: rows.into_iter().flatten().collect(), file: None }, todo))
}

/// Puts a row's outcome among the units, so that later rows are checked against it.
fn imagine(units: &mut Vec<UnitRow>, old: Option<&UnitRow>, new: &NewUnit, line: u64) {
    let id = old.map_or(UnitId(Uuid::from_u128(u128::from(line))), |u| u.id);
    units.retain(|u| u.id != id);
    units.push(UnitRow {
        id,
        parent: new.parent,
        code: new.code.clone(),
        name: new.name.clone(),
        from: Day(new.from),
        to: new.to.map(Day),
        version: old.map_or(0, |u| u.version),
        depth: 0,
    });
}

fn changes(units: &[UnitRow], old: &UnitRow, new: &NewUnit) -> Vec<Change> {
    let code = |id: Option<UnitId>| {
        id.and_then(|id| units.iter().find(|u| u.id == id)).map_or_else(|| "—".to_owned(), |u| u.code.clone())
    };
    let end = |to: Option<Date>| to.map_or_else(|| "—".to_owned(), |d| d.to_string());
    let mut list = Vec::new();
    let mut compare = |column, before: String, after: String| {
        if before != after {
            list.push(Change { column, before, after });
        }
    };
    compare(CODE, old.code.clone(), new.code.clone());
    compare(NAME, old.name.clone(), new.name.clone());
    compare(PARENT, code(old.parent), code(new.parent));
    compare(FROM, old.from.0.to_string(), new.from.to_string());
    compare(TO, end(old.to.map(|d| d.0)), end(new.to));
    list
}

/// Writes the rows of a plan.
pub(super) async fn apply(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, todo: Vec<Todo>) -> Result<()> {
    let today = ctx.now.warsaw_date();
    for row in todo.into_iter().filter(|row| row.changes) {
        let units = all_units(c, scope).await?;
        let old = row.existing.and_then(|(id, _)| units.iter().find(|u| u.id == id));
        let parent = match &row.parent {
            None => old.and_then(|u| u.parent),
            Some(above) => above.as_deref().and_then(|key| known(&units, key, today)).map(|u| u.id),
        };
        let new = NewUnit { parent, code: row.code, name: row.name, from: row.from, to: row.to };
        match row.existing {
            Some((id, version)) => change_unit(c, ctx, scope, id, version, new).await?,
            None => {
                add_unit(c, ctx, scope, new).await?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parents_are_written_before_those_under_them() {
        let keys: Vec<String> = ["A", "B", "C"].map(str::to_owned).into();
        let parents = vec![Some("B".to_owned()), Some("C".to_owned()), None];
        assert_eq!(parents_first(&parents, &keys), [2, 1, 0]);
        let looped = vec![Some("B".to_owned()), Some("A".to_owned()), None];
        assert_eq!(parents_first(&looped, &keys), [2, 0, 1]);
    }
}
