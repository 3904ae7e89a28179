//! Units of an office (komórki organizacyjne): a tree, each with a code that stands in case references.

use std::collections::{HashMap, HashSet};

use db::{Conn, q};
use jiff::civil::Date;
use kernel::{
    Ctx, Fault, OfficeScope, Result,
    ids::{OfficeId, UnitId},
};
use law::fold::sort_key;

use crate::{Day, day, log, msg};

mod rule;

use rule::check;
pub(crate) use rule::{past_codes, problems};

db::row! {
    #[derive(Debug, Clone, PartialEq)]
    struct Stored {
        id: UnitId,
        parent_id: Option<UnitId>,
        code: String,
        name: String,
        from_date: Day,
        to_date: Option<Day>,
        version: i64,
    }
}

/// A unit of an office.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitRow {
    /// The identifier.
    pub id: UnitId,
    /// The unit above it.
    pub parent: Option<UnitId>,
    /// Its code in case references (KOM): `OR`, `GK-A`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The day from which it is.
    pub from: Day,
    /// The last day it is, if it ends.
    pub to: Option<Day>,
    /// Counts edits.
    pub version: i64,
    /// How deep it stands in the tree, 0 at the top.
    pub depth: usize,
}

impl UnitRow {
    /// Whether it is in force on a day.
    pub fn in_force(&self, on: Date) -> bool {
        day::within(on, self.from, self.to)
    }
    /// Code and name: `OR — Referat Organizacyjny`.
    pub fn title(&self) -> String {
        format!("{} — {}", self.code, self.name)
    }
}

/// What a unit is made with, or changed to.
#[derive(Debug, Clone, PartialEq)]
pub struct NewUnit {
    /// The unit above it.
    pub parent: Option<UnitId>,
    /// Its code: letters and digits with at least one letter, a hyphen only before a section.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The day from which it is.
    pub from: Date,
    /// The last day it is, if known.
    pub to: Option<Date>,
}

/// The code by which two codes are the same.
pub(crate) fn code_key(code: &str) -> String {
    code.trim().to_uppercase()
}

async fn stored(c: &mut Conn, scope: OfficeScope) -> Result<Vec<Stored>> {
    c.all(q!(
        "SELECT id, parent_id, code, name, from_date, to_date, version FROM unit WHERE office_id = $1 \
         ORDER BY sort, id LIMIT 5000",
        scope.office()
    ))
    .await
}

/// Puts rows into the order of the tree; a unit whose parent is not among them stands at the top.
fn in_tree_order(rows: Vec<Stored>) -> Vec<UnitRow> {
    let known: HashSet<UnitId> = rows.iter().map(|r| r.id).collect();
    let mut below: HashMap<Option<UnitId>, Vec<Stored>> = HashMap::new();
    for row in rows {
        below.entry(row.parent_id.filter(|p| known.contains(p))).or_default().push(row);
    }
    let mut ordered = Vec::with_capacity(known.len());
    let mut waiting: Vec<(Stored, usize)> = Vec::new();
    let push = |waiting: &mut Vec<(Stored, usize)>, rows: Option<Vec<Stored>>, depth: usize| {
        waiting.extend(rows.into_iter().flatten().rev().map(|row| (row, depth)));
    };
    push(&mut waiting, below.remove(&None), 0);
    while let Some((row, depth)) = waiting.pop() {
        push(&mut waiting, below.remove(&Some(row.id)), depth + 1);
        ordered.push(UnitRow {
            id: row.id,
            parent: row.parent_id,
            code: row.code,
            name: row.name,
            from: row.from_date,
            to: row.to_date,
            version: row.version,
            depth,
        });
    }
    ordered
}

/// The units in force on a day, in the order of the tree (siblings by code).
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn units(c: &mut Conn, scope: OfficeScope, on: Date) -> Result<Vec<UnitRow>> {
    let mut rows = stored(c, scope).await?;
    rows.retain(|r| day::within(on, r.from_date, r.to_date));
    Ok(in_tree_order(rows))
}

/// All units, also those that ended or are still to come, in the order of the tree.
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn all_units(c: &mut Conn, scope: OfficeScope) -> Result<Vec<UnitRow>> {
    Ok(in_tree_order(stored(c, scope).await?))
}

/// The unit and all below it.
pub fn with_those_below(units: &[UnitRow], top: UnitId) -> Vec<UnitId> {
    let mut found = vec![top];
    let mut i = 0;
    while let Some(&parent) = found.get(i) {
        let more: Vec<UnitId> =
            units.iter().filter(|u| u.parent == Some(parent) && !found.contains(&u.id)).map(|u| u.id).collect();
        found.extend(more);
        i += 1;
    }
    found
}

/// The unit and those above it, nearest first.
pub fn with_those_above(units: &[UnitRow], unit: UnitId) -> Vec<UnitId> {
    let mut found = vec![unit];
    let mut at = unit;
    while let Some(parent) = units.iter().find(|u| u.id == at).and_then(|u| u.parent) {
        if found.contains(&parent) {
            break;
        }
        found.push(parent);
        at = parent;
    }
    found
}

/// Adds a unit.
///
/// # Errors
/// `Invalid` with the fields at fault: `code`, `name`, `parent`, `to`; `Conflict` when somebody takes the code at the
/// same moment.
pub async fn add_unit(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, new: NewUnit) -> Result<UnitId> {
    check(c, scope, None, &new).await?;
    let id: UnitId = ctx.new_id();
    c.exec(q!(
        "INSERT INTO unit (id, office_id, parent_id, code, code_key, name, from_date, to_date, sort, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)",
        id,
        scope.office(),
        new.parent,
        new.code.trim(),
        code_key(&new.code),
        new.name.trim(),
        Day(new.from),
        new.to.map(Day),
        sort_key(&new.code)
    ))
    .await?;
    let details = serde_json::json!({ "code": new.code.trim(), "name": new.name.trim(), "from": Day(new.from), "to": new.to.map(Day) });
    log::admin(c, ctx, Some(scope.office()), "unit.added", Some(id.0), details).await?;
    Ok(id)
}

/// One unit of the office.
///
/// # Errors
/// `NotFound` when the office has none of this identifier.
pub async fn unit(c: &mut Conn, scope: OfficeScope, id: UnitId) -> Result<UnitRow> {
    all_units(c, scope).await?.into_iter().find(|u| u.id == id).ok_or_else(Fault::not_found)
}

/// Changes a unit. A code it gives up stays its own until the end of the year.
///
/// # Errors
/// As [`add_unit`]; `Conflict` (`fault-stale`) when somebody changed it meanwhile.
pub async fn change_unit(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: UnitId,
    version: i64,
    new: NewUnit,
) -> Result<()> {
    let old = unit(c, scope, id).await?;
    if old.version != version {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    check(c, scope, Some(id), &new).await?;
    if let Some(to) = new.to {
        check_empty_after(c, scope, id, to).await?;
    }
    let key = code_key(&new.code);
    if key != code_key(&old.code) {
        c.exec(q!(
            "INSERT INTO unit_past_code (office_id, unit_id, code_key, first_year, last_year) VALUES ($1, $2, $3, $4, $5)",
            scope.office(),
            id,
            code_key(&old.code),
            i64::from(old.from.year()),
            i64::from(ctx.now.warsaw_date().year().max(old.from.year()))
        ))
        .await?;
    }
    let changed = c
        .exec(q!(
            "UPDATE unit SET parent_id = $1, code = $2, code_key = $3, name = $4, from_date = $5, to_date = $6, sort = $7, \
             version = version + 1 WHERE office_id = $8 AND id = $9 AND version = $10",
            new.parent,
            new.code.trim(),
            &key,
            new.name.trim(),
            Day(new.from),
            new.to.map(Day),
            sort_key(&new.code),
            scope.office(),
            id,
            version
        ))
        .await?;
    if changed == 0 {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    let others = all_units(c, scope).await?;
    let details = serde_json::json!({
        "before": { "code": old.code, "name": old.name, "parent": code_of(&others, old.parent), "from": old.from, "to": old.to },
        "after": {
            "code": new.code.trim(), "name": new.name.trim(), "parent": code_of(&others, new.parent),
            "from": Day(new.from), "to": new.to.map(Day),
        },
    });
    log::admin(c, ctx, Some(scope.office()), "unit.changed", Some(id.0), details).await
}

fn code_of(units: &[UnitRow], id: Option<UnitId>) -> Option<&str> {
    id.and_then(|id| units.iter().find(|u| u.id == id)).map(|u| u.code.as_str())
}

/// A unit may end only when nobody serves in it and nothing stands under it after that day.
pub(crate) async fn check_empty_after(c: &mut Conn, scope: OfficeScope, id: UnitId, last: Date) -> Result<()> {
    let (people,): (i64,) = c
        .one(q!(
            "SELECT COUNT(*) FROM membership WHERE office_id = $1 AND unit_id = $2 AND (to_date IS NULL OR to_date > $3)",
            scope.office(),
            id,
            Day(last)
        ))
        .await?;
    if people > 0 {
        let args: kernel::Args = vec![("people", kernel::Arg::Number(people))];
        return Err(Fault::invalid(web::msg::FAULT_FIELDS).and_field("to", msg::OFFICES_FIELD_UNIT_PEOPLE, args));
    }
    let (below,): (i64,) = c
        .one(q!(
            "SELECT COUNT(*) FROM unit WHERE office_id = $1 AND parent_id = $2 AND (to_date IS NULL OR to_date > $3)",
            scope.office(),
            id,
            Day(last)
        ))
        .await?;
    if below > 0 {
        return Err(Fault::field("to", msg::OFFICES_FIELD_UNIT_BELOW));
    }
    Ok(())
}

/// Ends a unit with a day, its last.
///
/// # Errors
/// `Invalid` when people serve in it or units stand under it after that day; `Conflict` when it was changed meanwhile.
pub async fn close_unit(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: UnitId,
    version: i64,
    last: Date,
) -> Result<()> {
    let old = unit(c, scope, id).await?;
    let new = NewUnit { parent: old.parent, code: old.code, name: old.name, from: old.from.0, to: Some(last) };
    change_unit(c, ctx, scope, id, version, new).await
}

/// How many units an office has on a day.
pub(crate) async fn count(c: &mut Conn, office: OfficeId, on: Date) -> Result<u64> {
    let (n,): (u64,) = c
        .one(q!(
            "SELECT COUNT(*) FROM unit WHERE office_id = $1 AND from_date <= $2 AND (to_date IS NULL OR to_date >= $2)",
            office,
            Day(on)
        ))
        .await?;
    Ok(n)
}
