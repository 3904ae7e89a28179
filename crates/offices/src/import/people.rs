//! Import of people.

use std::collections::HashMap;

use db::Conn;
use jiff::civil::Date;
use kernel::{
    Ctx, FaultKind, OfficeScope, Result,
    ids::{MembershipId, PersonId},
};
use law::fold::fold;

use super::{Change, Op, Plan, Problem, Row, sheet};
use crate::{
    Filter, MemberRow, NewMember, Role, UnitRow, add_member, all_units, change_member, day, invite, members, msg,
    points::looks_like_email, position, role::tidy, unit,
};

const EMAIL: &str = msg::OFFICES_COLUMN_EMAIL;
const GIVEN: &str = msg::OFFICES_COLUMN_GIVEN_NAME;
const FAMILY: &str = msg::OFFICES_COLUMN_FAMILY_NAME;
const UNIT: &str = msg::OFFICES_COLUMN_UNIT;
const POSITION: &str = msg::OFFICES_COLUMN_POSITION;
const ROLES: &str = msg::OFFICES_COLUMN_ROLES;
const FROM: &str = msg::OFFICES_COLUMN_FROM;
const TO: &str = msg::OFFICES_COLUMN_TO;

const COLUMNS: &[sheet::Column] = &[
    sheet::Column { key: EMAIL, headings: &["e mail", "email", "adres e mail", "mail"], required: true },
    sheet::Column { key: GIVEN, headings: &["imie", "imiona", "given name", "first name"], required: true },
    sheet::Column { key: FAMILY, headings: &["nazwisko", "family name", "last name"], required: true },
    sheet::Column { key: UNIT, headings: &["komorka", "symbol komorki", "symbol", "unit"], required: true },
    sheet::Column { key: POSITION, headings: &["stanowisko", "position"], required: false },
    sheet::Column { key: ROLES, headings: &["role", "rola", "roles"], required: false },
    sheet::Column { key: FROM, headings: &["od", "from"], required: false },
    sheet::Column { key: TO, headings: &["do", "to"], required: false },
];

/// A row ready to be written.
pub(super) struct Todo {
    email: String,
    given: String,
    family: String,
    unit: kernel::ids::UnitId,
    position: Option<String>,
    roles: Vec<Role>,
    from: Date,
    to: Option<Date>,
    existing: Option<(MembershipId, i64, PersonId)>,
}

/// The role a word means, in either language.
fn role(word: &str) -> Option<Role> {
    Some(match fold(word).as_str() {
        "urzednik" | "official" | "pracownik" => Role::Official,
        "przelozony" | "superior" | "kierownik" => Role::Superior,
        "kancelaria" | "registry" => Role::Registry,
        "administrator" | "admin" => Role::Administrator,
        "autor" | "autor kursow" | "author" => Role::Author,
        "trener" | "trainer" | "prowadzacy" => Role::Trainer,
        "koordynator" | "koordynator szkolen" | "coordinator" => Role::Coordinator,
        _ => return None,
    })
}

fn read_roles(text: &str, problems: &mut Vec<Problem>) -> Vec<Role> {
    let words = text.split(['|', ',', ';', '/', '+']).map(str::trim).filter(|w| !w.is_empty());
    let mut roles = Vec::new();
    for word in words {
        match role(word) {
            Some(role) => roles.push(role),
            None => problems.push(Problem::with(ROLES, msg::OFFICES_IMPORT_ROLE, vec![("word", word.into())])),
        }
    }
    tidy(roles)
}

fn read_day(text: &str, key: &'static str, problems: &mut Vec<Problem>) -> Option<Date> {
    if text.is_empty() {
        return None;
    }
    let day = day::parse(text);
    if day.is_none() {
        problems.push(Problem::with(key, msg::OFFICES_IMPORT_DATE, vec![("text", text.into())]));
    }
    day
}

/// What the file would do, and the rows to write.
pub(super) async fn plan(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, text: &str) -> Result<(Plan, Vec<Todo>)> {
    let lines = match sheet::read(text, COLUMNS) {
        Ok(lines) => lines,
        Err(fault) => return Ok((Plan { rows: Vec::new(), file: Some(fault) }, Vec::new())),
    };
    let today = ctx.now.warsaw_date();
    let units = all_units(c, scope).await?;
    let serving: Vec<MemberRow> = members(c, scope, Filter::default()).await?;
    let mut seen: HashMap<(String, String), u64> = HashMap::new();
    let (mut rows, mut todo) = (Vec::with_capacity(lines.len()), Vec::new());
    for line in &lines {
        let mut problems = Vec::new();
        if line.ragged {
            problems.push(Problem { column: None, key: msg::OFFICES_IMPORT_RAGGED, args: Vec::new() });
        }
        let email = line.get(0).to_lowercase();
        if email.is_empty() {
            problems.push(Problem::new(EMAIL, web::msg::FIELD_REQUIRED));
        } else if !looks_like_email(&email) {
            problems.push(Problem::with(EMAIL, msg::OFFICES_IMPORT_EMAIL, vec![("text", line.get(0).into())]));
        }
        for (at, key) in [(1, GIVEN), (2, FAMILY)] {
            if line.get(at).is_empty() {
                problems.push(Problem::new(key, web::msg::FIELD_REQUIRED));
            }
        }
        if !line.get(1).is_empty() && !line.get(2).is_empty() {
            problems.extend(
                identity::check_person(None, line.get(1), line.get(2))
                    .into_iter()
                    .map(|f| Problem::with(if f.field == "given_name" { GIVEN } else { FAMILY }, f.key, f.args)),
            );
        }
        let key = unit::code_key(line.get(3));
        if let Some(first) = seen.insert((email.clone(), key.clone()), line.number) {
            let args = vec![("line", i64::try_from(first).unwrap_or(0).into())];
            problems.push(Problem::with(EMAIL, msg::OFFICES_IMPORT_TWICE, args));
        }
        let unit = find_unit(&units, &key, today);
        if unit.is_none() {
            let args = vec![("code", line.get(3).into())];
            problems.push(Problem::with(UNIT, msg::OFFICES_IMPORT_NO_UNIT, args));
        }
        let given_roles = read_roles(line.get(5), &mut problems);
        let from = read_day(line.get(6), FROM, &mut problems);
        let to = read_day(line.get(7), TO, &mut problems);
        let old = unit.and_then(|unit| {
            serving
                .iter()
                .find(|m| m.unit == unit.id && m.email.to_lowercase() == email && m.to.is_none_or(|to| to.0 >= today))
        });
        let row = unit.map(|unit| Todo {
            email: email.clone(),
            given: line.get(1).to_owned(),
            family: line.get(2).to_owned(),
            unit: unit.id,
            position: match line.get(4) {
                "" => old.map(|m| m.position.clone()).filter(|p| !p.is_empty()),
                name => Some(name.to_owned()),
            },
            roles: match (given_roles.is_empty(), old) {
                (false, _) => given_roles,
                (true, Some(old)) => old.roles.0.clone(),
                (true, None) => vec![Role::Official],
            },
            from: from.or(old.map(|m| m.from.0)).unwrap_or(today.max(unit.from.0)),
            to: to.or(old.and_then(|m| m.to).map(|d| d.0)),
            existing: old.map(|m| (m.id, m.version, m.person)),
        });
        if let (Some(row), Some(unit)) = (&row, unit) {
            problems.extend(check(row, unit));
        }
        let op = match row.filter(|_| problems.is_empty()) {
            None => Op::Error(problems),
            Some(row) => {
                let changes = old.map(|old| changes(old, &row));
                if changes.as_ref().is_none_or(|c| !c.is_empty()) {
                    todo.push(row);
                }
                match changes {
                    None => Op::New,
                    Some(changes) if changes.is_empty() => Op::Unchanged,
                    Some(changes) => Op::Changed(changes),
                }
            }
        };
        let label = format!("{} {} — {}", line.get(1), line.get(2), line.get(3));
        rows.push(Row { line: line.number, label, op });
    }
    Ok((Plan { rows, file: None }, todo))
}

/// The unit a code means for somebody who serves today or later.
fn find_unit<'u>(units: &'u [UnitRow], key: &str, today: Date) -> Option<&'u UnitRow> {
    units
        .iter()
        .filter(|u| unit::code_key(&u.code) == key && u.to.is_none_or(|to| to.0 >= today))
        .min_by_key(|u| u.from)
}

fn check(row: &Todo, unit: &UnitRow) -> Vec<Problem> {
    let mut problems = Vec::new();
    if row.to.is_some_and(|to| to < row.from) {
        problems.push(Problem::new(TO, msg::OFFICES_FIELD_PERIOD));
    }
    if unit.from.0 > row.from || unit.to.is_some_and(|end| row.to.is_none_or(|to| to > end.0)) {
        problems.push(Problem::new(UNIT, msg::OFFICES_FIELD_UNIT_PERIOD));
    }
    if row.position.as_ref().is_some_and(|p| p.chars().count() > 120) {
        problems.push(Problem::with(POSITION, web::msg::FIELD_TOO_LONG, vec![("max", 120.into())]));
    }
    problems
}

fn words(roles: &[Role]) -> String {
    roles.iter().map(|r| r.as_str()).collect::<Vec<_>>().join("|")
}

fn changes(old: &MemberRow, row: &Todo) -> Vec<Change> {
    let end = |to: Option<Date>| to.map_or_else(|| "—".to_owned(), |d| d.to_string());
    let mut list = Vec::new();
    let mut compare = |column, same: bool, before: String, after: String| {
        if !same {
            list.push(Change { column, before, after });
        }
    };
    let position = row.position.clone().unwrap_or_default();
    compare(POSITION, fold(&old.position) == fold(&position), old.position.clone(), position.clone());
    compare(ROLES, tidy(old.roles.0.clone()) == row.roles, words(&old.roles.0), words(&row.roles));
    compare(FROM, old.from.0 == row.from, old.from.0.to_string(), row.from.to_string());
    compare(TO, old.to.map(|d| d.0) == row.to, end(old.to.map(|d| d.0)), end(row.to));
    list
}

/// Writes the rows of a plan; people without an account are invited.
pub(super) async fn apply(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    todo: Vec<Todo>,
    office_name: &str,
) -> Result<()> {
    // Roles are given before they are taken, so that the administration can pass from one person to another.
    let (mut first, mut last) = (Vec::new(), Vec::new());
    for row in todo {
        if row.existing.is_none() || row.roles.contains(&Role::Administrator) && row.to.is_none() {
            first.push(row);
        } else {
            last.push(row);
        }
    }
    for row in first.into_iter().chain(last) {
        let position = match &row.position {
            Some(name) => Some(position(c, ctx, scope, name).await?),
            None => None,
        };
        let person = match row.existing {
            Some((_, _, person)) => person,
            None => invite(c, ctx, &row.email, &row.given, &row.family, office_name).await?,
        };
        let new = NewMember { person, unit: row.unit, position, roles: row.roles, from: row.from, to: row.to };
        let written = match row.existing {
            Some((id, version, _)) => change_member(c, ctx, scope, id, version, new).await,
            None => add_member(c, ctx, scope, new).await.map(|_| ()),
        };
        written.map_err(|fault| match fault.kind {
            FaultKind::Invalid => fault.arg("email", row.email.clone()),
            _ => fault,
        })?;
    }
    Ok(())
}
