//! The office's file plan (JRWA) in editions: each in force from a day until the next. A case keeps the class and the
//! category it was opened with, so a new edition changes nothing about it.

use db::{Conn, Q, q};
use jiff::civil::Date;
use kernel::{
    Ctx, Fault, Micros, OfficeScope, Result,
    ids::{ClassId, PlanId},
};
use law::{
    file_plan::{Plan, RowKind},
    fold::fold,
};
use offices::{Day, Desk, Role};
use sheet::{Cell, Sheet};

use crate::{
    msg,
    words::{Check, MAX_SHORT, line},
};

db::row! {
    /// An edition of an office's file plan.
    #[derive(Debug, Clone, PartialEq)]
    pub struct PlanRow {
        /// The identifier.
        pub id: PlanId,
        /// Its name: "Wykaz akt od 2026 r.".
        pub name: String,
        /// From which day it is in force.
        pub from: Day,
        /// Where it comes from: the file's name or the order that introduced it.
        pub source: String,
        /// How many classes.
        pub classes: i64,
        /// How many of them are not verified at their source.
        pub unverified: i64,
        /// When it was imported.
        pub imported_at: Micros,
        /// Who imported it.
        pub imported_by: String,
    }
}

db::row! {
    /// A class of a file plan.
    #[derive(Debug, Clone, PartialEq)]
    pub struct ClassRow {
        /// The identifier.
        pub id: ClassId,
        /// The symbol, `0123`.
        pub symbol: String,
        /// The title (hasło klasyfikacyjne).
        pub title: String,
        /// The category for the home unit.
        pub category: Option<String>,
        /// The category for other units.
        pub other_category: Option<String>,
        /// Whether it is final and so holds cases.
        pub is_final: bool,
        /// Whether the row was confirmed at its source; others are shown as to be checked.
        pub verified: bool,
        /// Remarks.
        pub notes: String,
        /// Where the row was seen.
        pub source: String,
    }
}

macro_rules! plan_select {
    ($rest:literal) => {
        concat!(
            "SELECT id, name, in_force_from, source, classes, unverified, imported_at, imported_by FROM file_plan ",
            $rest
        )
    };
}

macro_rules! class_select {
    ($rest:literal) => {
        concat!(
            "SELECT k.id, k.symbol, k.title, k.category, k.other_category, k.final, k.verified, k.notes, k.source \
             FROM file_class k ",
            $rest
        )
    };
}

/// An edition to be imported.
#[derive(Debug, Clone)]
pub struct NewPlan {
    /// Its name.
    pub name: String,
    /// From which day it is in force.
    pub from: Date,
    /// Where it comes from.
    pub source: String,
    /// The classes as read by [`law::file_plan::parse`].
    pub plan: Plan,
}

/// Imports an edition, all of it or nothing.
///
/// # Errors
/// `Forbidden` without the role; `Invalid` at `file` when the plan has errors, at `name`; `Conflict` (field `from`) when
/// another edition is in force from the same day.
pub async fn import(c: &mut Conn, ctx: &Ctx, desk: &Desk, new: &NewPlan) -> Result<PlanRow> {
    desk.need(Some(Role::Administrator))?;
    let row = adopt(c, ctx, desk.scope, new).await?;
    crate::log::plan_imported(c, ctx, desk.scope, &row).await?;
    Ok(row)
}

/// Imports an edition for a new office, by the program itself.
///
/// # Errors
/// As [`import`], without the role.
pub async fn adopt(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, new: &NewPlan) -> Result<PlanRow> {
    let name = line(&new.name);
    let mut check = Check::default();
    check.text("name", &name, MAX_SHORT);
    if !new.plan.can_be_imported() {
        check.fault("file", msg::RECORDS_PLAN_HAS_ERRORS);
    }
    let taken: Option<(PlanId,)> = c
        .opt(q!("SELECT id FROM file_plan WHERE office_id = $1 AND in_force_from = $2", scope.office(), Day(new.from)))
        .await?;
    if taken.is_some() {
        check.fault("from", msg::RECORDS_PLAN_DAY_TAKEN);
    }
    check.done()?;
    let row = PlanRow {
        id: ctx.new_id(),
        name,
        from: Day(new.from),
        source: line(&new.source),
        classes: i64::try_from(new.plan.rows.len()).unwrap_or(i64::MAX),
        unverified: i64::try_from(new.plan.rows.iter().filter(|r| !r.verified).count()).unwrap_or(i64::MAX),
        imported_at: ctx.now,
        imported_by: ctx.actor.name().to_owned(),
    };
    c.exec(q!(
        "INSERT INTO file_plan (id, office_id, name, in_force_from, source, classes, unverified, imported_at, imported_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        row.id,
        scope.office(),
        &row.name,
        row.from,
        &row.source,
        row.classes,
        row.unverified,
        row.imported_at,
        &row.imported_by
    ))
    .await?;
    for r in &new.plan.rows {
        c.exec(q!(
            "INSERT INTO file_class (id, office_id, plan_id, symbol, title, category, other_category, final, verified, \
             notes, source, folded) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            ctx.new_id::<ClassId>(),
            scope.office(),
            row.id,
            &r.symbol,
            line(&r.title),
            r.home.map(|k| k.to_string()),
            r.other.map(|k| k.to_string()),
            r.kind == RowKind::Final,
            r.verified,
            line(&r.notes),
            line(&r.source),
            fold(&format!("{} {}", r.title, r.notes))
        ))
        .await?;
    }
    Ok(row)
}

/// Withdraws an edition imported by mistake: only while no case was opened under it.
///
/// # Errors
/// `Forbidden` without the role; `NotFound`; `Conflict` when it holds cases.
pub async fn withdraw(c: &mut Conn, ctx: &Ctx, desk: &Desk, id: PlanId) -> Result<()> {
    desk.need(Some(Role::Administrator))?;
    let row = plan(c, desk.scope, id).await?;
    let used: Option<(i64,)> = c
        .opt(q!(
            "SELECT cf.number FROM file_class k JOIN case_counter n ON n.office_id = k.office_id AND n.symbol = k.symbol
             JOIN case_file cf ON cf.office_id = n.office_id AND cf.unit_code = n.unit_code AND cf.symbol = n.symbol
                 AND cf.year = n.year AND cf.class_id = k.id
             WHERE k.plan_id = $1 AND k.office_id = $2 LIMIT 1",
            id,
            desk.scope.office()
        ))
        .await?;
    if used.is_some() {
        return Err(Fault::conflict(msg::RECORDS_PLAN_IN_USE));
    }
    c.exec(q!("DELETE FROM file_class WHERE plan_id = $1 AND office_id = $2", id, desk.scope.office())).await?;
    c.exec(q!("DELETE FROM file_plan WHERE id = $1 AND office_id = $2", id, desk.scope.office())).await?;
    crate::log::plan_withdrawn(c, ctx, desk.scope, &row).await
}

/// The editions of an office, the latest first.
///
/// # Errors
/// Those of the database.
pub async fn plans(c: &mut Conn, scope: OfficeScope) -> Result<Vec<PlanRow>> {
    c.all(q!(plan_select!("WHERE office_id = $1 ORDER BY in_force_from DESC LIMIT 200"), scope.office())).await
}

/// An edition.
///
/// # Errors
/// `NotFound`.
pub async fn plan(c: &mut Conn, scope: OfficeScope, id: PlanId) -> Result<PlanRow> {
    c.one(q!(plan_select!("WHERE office_id = $1 AND id = $2"), scope.office(), id)).await
}

/// The edition in force on a day, if there is one.
///
/// # Errors
/// Those of the database.
pub async fn in_force(c: &mut Conn, scope: OfficeScope, on: Date) -> Result<Option<PlanRow>> {
    c.opt(q!(
        plan_select!("WHERE office_id = $1 AND in_force_from <= $2 ORDER BY in_force_from DESC LIMIT 1"),
        scope.office(),
        Day(on)
    ))
    .await
}

/// The classes of an edition by symbol. With words, those whose symbol begins with them or whose title or remarks hold
/// them all (folded), and all classes above those.
///
/// # Errors
/// Those of the database.
pub async fn classes(c: &mut Conn, scope: OfficeScope, plan: PlanId, words: &str) -> Result<Vec<ClassRow>> {
    let q = Q::new(class_select!("WHERE k.office_id = $1")).bind(scope.office()).push(" AND k.plan_id = ", plan);
    let all: Vec<ClassRow> = c.all(q.text(" ORDER BY k.symbol LIMIT 20000")).await?;
    let wanted = fold(words);
    if wanted.is_empty() {
        return Ok(all);
    }
    let hits: Vec<String> = all.iter().filter(|k| fits(k, &wanted)).map(|k| k.symbol.clone()).collect();
    Ok(all.into_iter().filter(|k| hits.iter().any(|h| h.starts_with(&k.symbol))).collect())
}

/// Whether a class fits folded words.
pub fn fits(class: &ClassRow, wanted: &str) -> bool {
    let text = fold(&format!("{} {}", class.title, class.notes));
    class.symbol.starts_with(wanted) || wanted.split(' ').all(|w| text.contains(w))
}

/// The final classes of the edition in force on a day that fit the words, by symbol, at most `limit`: for choosing one.
///
/// # Errors
/// Those of the database.
pub async fn choose(c: &mut Conn, scope: OfficeScope, on: Date, words: &str, limit: usize) -> Result<Vec<ClassRow>> {
    let Some(plan) = in_force(c, scope, on).await? else { return Ok(Vec::new()) };
    let wanted = fold(words);
    let mut found = classes(c, scope, plan.id, "").await?;
    found.retain(|k| k.is_final && (wanted.is_empty() || fits(k, &wanted)));
    found.truncate(limit);
    Ok(found)
}

/// The class with a symbol in the edition in force on a day: what a service's symbol means in this office.
///
/// # Errors
/// Those of the database.
pub async fn by_symbol(c: &mut Conn, scope: OfficeScope, symbol: &str, on: Date) -> Result<Option<ClassRow>> {
    c.opt(q!(
        class_select!(
            "WHERE k.office_id = $1 AND k.symbol = $2 AND k.plan_id = (SELECT f.id FROM file_plan f WHERE f.office_id = $1 \
             AND f.in_force_from <= $3 ORDER BY f.in_force_from DESC LIMIT 1)"
        ),
        scope.office(),
        symbol,
        Day(on)
    ))
    .await
}

/// A class of the office.
///
/// # Errors
/// `NotFound`.
pub async fn class(c: &mut Conn, scope: OfficeScope, id: ClassId) -> Result<ClassRow> {
    c.one(q!(class_select!("WHERE k.office_id = $1 AND k.id = $2"), scope.office(), id)).await
}

/// An edition as CSV that [`law::file_plan::parse`] reads again.
///
/// # Errors
/// Those of [`Sheet::csv_for_programs`].
pub fn csv(classes: &[ClassRow]) -> Result<String> {
    let heads = ["symbol", "haslo", "kategoria_archiwalna", "kategoria_inne", "uwagi", "status", "rodzaj", "zrodlo"];
    let cells = |k: &ClassRow| {
        let texts = [
            k.symbol.as_str(),
            k.title.as_str(),
            k.category.as_deref().unwrap_or_default(),
            k.other_category.as_deref().unwrap_or_default(),
            k.notes.as_str(),
            if k.verified { "ok" } else { "do_weryfikacji" },
            if k.is_final { "klasa_koncowa" } else { "grupa" },
            k.source.as_str(),
        ];
        texts.map(Cell::from).to_vec()
    };
    let rows = classes.iter().map(cells).collect();
    Sheet { name: String::new(), heads: heads.map(str::to_owned).to_vec(), rows }.csv_for_programs()
}

/// What a new edition changes against the one in force.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Symbols that are new, with what they say.
    pub added: Vec<(String, String)>,
    /// Symbols that go, with what they said.
    pub removed: Vec<(String, String)>,
    /// Symbols that say something else: before and after.
    pub changed: Vec<(String, String, String)>,
}

impl Changes {
    /// Whether there is any change.
    pub fn any(&self) -> bool {
        !(self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty())
    }
    /// All of them: symbol, before (empty when new), after (empty when gone).
    pub fn rows(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        let changed = self.changed.iter().map(|(s, b, a)| (s.as_str(), b.as_str(), a.as_str()));
        let removed = self.removed.iter().map(|(s, b)| (s.as_str(), b.as_str(), ""));
        changed.chain(removed).chain(self.added.iter().map(|(s, a)| (s.as_str(), "", a.as_str())))
    }
}

fn says(title: &str, home: Option<&str>, other: Option<&str>) -> String {
    let categories: Vec<&str> = home.into_iter().chain(other).collect();
    if categories.is_empty() { title.to_owned() } else { format!("{title} ({})", categories.join("/")) }
}

/// Compares the classes in force with a plan to be imported, by symbol.
pub fn compare(now: &[ClassRow], new: &Plan) -> Changes {
    let before: std::collections::BTreeMap<&str, String> = now
        .iter()
        .map(|k| (k.symbol.as_str(), says(&k.title, k.category.as_deref(), k.other_category.as_deref())))
        .collect();
    let after: std::collections::BTreeMap<&str, String> = new
        .rows
        .iter()
        .map(|r| {
            let (home, other) = (r.home.map(|k| k.to_string()), r.other.map(|k| k.to_string()));
            (r.symbol.as_str(), says(&line(&r.title), home.as_deref(), other.as_deref()))
        })
        .collect();
    let mut changes = Changes::default();
    for (symbol, now) in &before {
        match after.get(symbol) {
            None => changes.removed.push(((*symbol).to_owned(), now.clone())),
            Some(then) if then != now => changes.changed.push(((*symbol).to_owned(), now.clone(), then.clone())),
            Some(_) => {}
        }
    }
    let added = after.iter().filter(|(symbol, _)| !before.contains_key(*symbol));
    changes.added = added.map(|(symbol, then)| ((*symbol).to_owned(), then.clone())).collect();
    changes
}
