//! All that a case's page needs, in few statements.

use db::Conn;
use kernel::{
    Ctx, Result,
    ids::{CaseId, IncomingId},
};
use law::term::{Clock, Due, State as TermState};
use offices::Desk;

use crate::{
    cases::{self, CaseRow, PartyRow, PauseRow},
    chain::{self, Entry},
    documents::{self, DocumentRow},
    file_plan::{self, ClassRow},
    incoming::{self, IncomingRow},
    notes::{self, NoteRow},
};

/// A case as its page shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseOverview {
    /// The case.
    pub case: CaseRow,
    /// Its class.
    pub class: ClassRow,
    /// The code and name of the unit that has it.
    pub unit: (String, String),
    /// Its parties.
    pub parties: Vec<PartyRow>,
    /// Its pauses.
    pub pauses: Vec<PauseRow>,
    /// Its term with the pauses; `None` without one.
    pub clock: Option<Clock>,
    /// The last day as seen today and how it came about.
    pub due: Option<Due>,
    /// How the term stands today.
    pub term: Option<TermState>,
    /// Its documents, oldest first.
    pub documents: Vec<DocumentRow>,
    /// Its notes, newest first.
    pub notes: Vec<NoteRow>,
    /// Its record, oldest first.
    pub record: Vec<Entry>,
    /// Whether the chain of the record is whole.
    pub intact: bool,
    /// The mail that is part of it.
    pub mail: Vec<IncomingRow>,
    /// Whether the reader follows it.
    pub followed: bool,
}

/// Reads a case with all that its page needs: ten short statements, each along an index.
///
/// # Errors
/// `NotFound` for a case the person at the desk may not see.
pub async fn case_overview(c: &mut Conn, ctx: &Ctx, desk: &Desk, id: CaseId) -> Result<CaseOverview> {
    let case = cases::case(c, desk, id).await?;
    let scope = desk.scope;
    let class = file_plan::class(c, scope, case.class).await?;
    let unit: (String, String) = c
        .one(db::q!("SELECT code, name FROM unit WHERE id = $1 AND office_id = $2", case.unit, scope.office()))
        .await?;
    let pauses = cases::pauses(c, scope, id).await?;
    let clock = cases::clock(&case, &pauses);
    let today = ctx.now.warsaw_date();
    let record = chain::entries(c, scope, id).await?;
    let whole = chain::verify(&record).is_ok() && i64::try_from(record.len()).is_ok_and(|n| n == case.entries);
    Ok(CaseOverview {
        class,
        unit,
        parties: cases::parties(c, scope, id).await?,
        due: clock.as_ref().and_then(|k| k.due(today).ok()),
        term: clock.as_ref().and_then(|k| k.state(today).ok()),
        clock,
        pauses,
        documents: documents::list(c, scope, id).await?,
        notes: notes::list(c, scope, id).await?,
        record,
        intact: whole,
        mail: incoming::of_case(c, scope, id).await?,
        followed: cases::follows(c, desk, id).await?,
        case,
    })
}

/// What the page of a piece of mail shows, and what opening a case from it begins with.
#[derive(Debug, Clone, PartialEq)]
pub struct MailOverview {
    /// The mail.
    pub mail: IncomingRow,
    /// Its documents.
    pub documents: Vec<DocumentRow>,
    /// The reference of the case it is part of.
    pub case: Option<String>,
    /// The name of the unit it was passed to.
    pub unit: Option<String>,
    /// The name of the person it was passed to.
    pub person: Option<String>,
}

/// Reads a piece of mail with all that its page needs.
///
/// # Errors
/// `NotFound` for mail the person at the desk may not see.
pub async fn mail_overview(c: &mut Conn, ctx: &Ctx, desk: &Desk, id: IncomingId) -> Result<MailOverview> {
    let mail = incoming::get(c, desk, id).await?;
    let today = ctx.now.warsaw_date();
    let documents = documents::of_incoming(c, desk.scope, id).await?;
    let case = match mail.case {
        Some(case) => Some(cases::get(c, desk.scope, case).await?.reference),
        None => None,
    };
    let unit: Option<(String,)> = match mail.unit {
        Some(unit) => {
            c.opt(db::q!("SELECT name FROM unit WHERE id = $1 AND office_id = $2", unit, desk.scope.office())).await?
        }
        None => None,
    };
    let person = match mail.person {
        Some(person) => offices::member_of(c, desk.scope, person, today).await?.map(|m| m.name),
        None => None,
    };
    Ok(MailOverview { mail, documents, case, unit: unit.map(|(n,)| n), person })
}
