//! Import of units and people from CSV: a preview that says what will change in each row, errors in plain words with
//! the line, then all or nothing.
//!
//! The file is stored when it is uploaded; [`plan`] compares it with the office as it is now. [`apply`] does so again in
//! the unit of work that writes: when the office changed since the preview was shown nothing is written and the
//! preview is shown again.

mod people;
mod sheet;
mod units;

use db::{Conn, q};
use kernel::{Args, Ctx, Fault, Lang, Micros, OfficeScope, Result};
use uuid::Uuid;

use crate::{log, msg};

pub use sheet::{FileFault, MAX_BYTES, MAX_ROWS, decode};

db::text_enum! {
    /// What is imported.
    pub enum Kind {
        /// Units.
        Units = "units",
        /// People with their service.
        People = "people",
    }
}

/// What is wrong with a row, in one column or as a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The key of the column's name, if it is about one.
    pub column: Option<&'static str>,
    /// The key of the sentence.
    pub key: &'static str,
    /// Its values.
    pub args: Args,
}

impl Problem {
    pub(crate) fn new(column: &'static str, key: &'static str) -> Self {
        Self { column: Some(column), key, args: Vec::new() }
    }
    pub(crate) fn with(column: &'static str, key: &'static str, args: Args) -> Self {
        Self { column: Some(column), key, args }
    }
}

/// A field that gets another value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The key of the column's name.
    pub column: &'static str,
    /// What stands there now.
    pub before: String,
    /// What will stand there.
    pub after: String,
}

/// What a row will do.
#[derive(Debug, Clone, PartialEq)]
pub enum Op {
    /// Adds something.
    New,
    /// Changes these fields.
    Changed(Vec<Change>),
    /// Changes nothing.
    Unchanged,
    /// Cannot be taken.
    Error(Vec<Problem>),
}

/// A row of the preview.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The line of the file, from 1; the header is line 1.
    pub line: u64,
    /// What it is about.
    pub label: String,
    /// What it will do.
    pub op: Op,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The rows in the order of the file.
    pub rows: Vec<Row>,
    /// What is wrong with the file as a whole; then there are no rows.
    pub file: Option<FileFault>,
}

/// How many rows do what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows that add.
    pub new: usize,
    /// Rows that change.
    pub changed: usize,
    /// Rows that change nothing.
    pub unchanged: usize,
    /// Rows that cannot be taken.
    pub errors: usize,
}

impl Plan {
    /// How many rows do what.
    pub fn counts(&self) -> Counts {
        self.rows.iter().fold(Counts::default(), |mut n, row| {
            match row.op {
                Op::New => n.new += 1,
                Op::Changed(_) => n.changed += 1,
                Op::Unchanged => n.unchanged += 1,
                Op::Error(_) => n.errors += 1,
            }
            n
        })
    }
    /// Whether it can be applied: no errors, and something to do.
    pub fn ready(&self) -> bool {
        let n = self.counts();
        self.file.is_none() && n.errors == 0 && n.new + n.changed > 0
    }
    /// A fingerprint (FNV-1a) of what it would do, to notice that the office changed since it was shown.
    pub fn fingerprint(&self) -> String {
        let text = format!("{:?}{:?}", self.rows, self.file);
        let hash = text
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        format!("{hash:016x}")
    }
}

db::row! {
    /// A file stored for import.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Stored {
        /// The identifier.
        pub id: Uuid,
        /// What is imported.
        pub kind: Kind,
        /// The file's name.
        pub file_name: String,
        /// Its text.
        pub content: String,
        /// When it was stored.
        pub created: Micros,
        /// When it was applied.
        pub done_at: Option<Micros>,
    }
}

/// Stores a file for import.
///
/// # Errors
/// `SignIn` for strangers, `Unavailable` when the database is away.
pub async fn store(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    kind: Kind,
    file_name: &str,
    content: &str,
) -> Result<Uuid> {
    // The program's own commands import for nobody in particular; whoever runs them holds the whole installation.
    let person = ctx.actor.person();
    if person.is_none() && ctx.actor != kernel::Actor::System {
        return Err(Fault::sign_in());
    }
    let id: Uuid = ctx.new_id();
    // A file nobody confirmed within a week is of no use any more and may hold names.
    c.exec(q!(
        "DELETE FROM office_import WHERE office_id = $1 AND created < $2",
        scope.office(),
        ctx.now.plus_days(-7)
    ))
    .await?;
    c.exec(q!(
        "INSERT INTO office_import (id, office_id, kind, person_id, file_name, content, created) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        id,
        scope.office(),
        kind,
        person,
        file_name,
        content,
        ctx.now
    ))
    .await?;
    Ok(id)
}

/// A stored file of the office.
///
/// # Errors
/// `NotFound` when the office has none of this identifier.
pub async fn stored(c: &mut Conn, scope: OfficeScope, id: Uuid) -> Result<Stored> {
    c.one(q!(
        "SELECT id, kind, file_name, content, created, done_at FROM office_import WHERE office_id = $1 AND id = $2",
        scope.office(),
        id
    ))
    .await
}

/// Says what a stored file would do to the office as it is now.
///
/// # Errors
/// `Unavailable` when the database is away; what is wrong with the file stands in the plan.
pub async fn plan(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, file: &Stored) -> Result<Plan> {
    Ok(match file.kind {
        Kind::Units => units::plan(c, ctx, scope, &file.content).await?.0,
        Kind::People => people::plan(c, ctx, scope, &file.content).await?.0,
    })
}

/// Applies a stored file, all of it or nothing. `seen` is the fingerprint of the preview the person confirmed.
///
/// # Errors
/// `Conflict` with `offices-import-changed` when the office changed since the preview, with `offices-import-done` when it
/// was applied already; `Invalid` with `offices-import-not-ready` when it has errors or changes nothing.
pub async fn apply(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: Uuid,
    seen: &str,
    office_name: &str,
) -> Result<Counts> {
    let file = stored(c, scope, id).await?;
    if file.done_at.is_some() {
        return Err(Fault::conflict(msg::OFFICES_IMPORT_DONE));
    }
    let counts = match file.kind {
        Kind::Units => {
            let (plan, todo) = units::plan(c, ctx, scope, &file.content).await?;
            check_seen(&plan, seen)?;
            units::apply(c, ctx, scope, todo).await?;
            plan.counts()
        }
        Kind::People => {
            let (plan, todo) = people::plan(c, ctx, scope, &file.content).await?;
            check_seen(&plan, seen)?;
            people::apply(c, ctx, scope, todo, office_name).await?;
            plan.counts()
        }
    };
    let done = c
        .exec(q!(
            "UPDATE office_import SET done_at = $1 WHERE office_id = $2 AND id = $3 AND done_at IS NULL",
            ctx.now,
            scope.office(),
            id
        ))
        .await?;
    if done == 0 {
        return Err(Fault::conflict(msg::OFFICES_IMPORT_DONE));
    }
    let what = serde_json::json!({
        "kind": file.kind, "file": file.file_name, "new": counts.new, "changed": counts.changed, "unchanged": counts.unchanged,
    });
    log::admin(c, ctx, Some(scope.office()), "import.applied", Some(id), what).await?;
    Ok(counts)
}

fn check_seen(plan: &Plan, seen: &str) -> Result<()> {
    if plan.fingerprint() != seen {
        return Err(Fault::conflict(msg::OFFICES_IMPORT_CHANGED));
    }
    if !plan.ready() {
        return Err(Fault::invalid(msg::OFFICES_IMPORT_NOT_READY));
    }
    Ok(())
}

/// A file to fill in: the header, and two rows to show how.
pub fn template(kind: Kind, lang: Lang) -> String {
    let text = match (kind, lang) {
        (Kind::Units, Lang::Pl) => {
            "symbol;nazwa;komórka nadrzędna;od;do\r\nGK;Referat Gospodarki Komunalnej;;2026-01-01;\r\nGK-A;Sekcja Odpadów;GK;2026-01-01;\r\n"
        }
        (Kind::Units, Lang::En) => {
            "code,name,parent,from,to\r\nGK,Public Utilities Department,,2026-01-01,\r\nGK-A,Waste Section,GK,2026-01-01,\r\n"
        }
        (Kind::People, Lang::Pl) => {
            "e-mail;imię;nazwisko;komórka;stanowisko;role;od;do\r\n\
             anna.nowak@example.pl;Anna;Nowak;GK;inspektor;urzędnik;2026-01-01;\r\n\
             jan.kowalski@example.pl;Jan;Kowalski;GK;kierownik referatu;urzędnik|przełożony;2026-01-01;\r\n"
        }
        (Kind::People, Lang::En) => {
            "e-mail,given name,family name,unit,position,roles,from,to\r\n\
             anna.nowak@example.pl,Anna,Nowak,GK,inspector,official,2026-01-01,\r\n\
             jan.kowalski@example.pl,Jan,Kowalski,GK,head of department,official|superior,2026-01-01,\r\n"
        }
    };
    format!("\u{feff}{text}")
}
