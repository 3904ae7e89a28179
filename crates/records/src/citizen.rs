//! What a citizen sees of their cases: where each is, until when, and what passed between them and the office; never
//! notes, nor what the office gathered for itself.

use db::{Conn, Q, q};
use kernel::{
    Ctx, Fault, Micros, OfficeScope, Result,
    ids::{CaseId, DocumentId, OfficeId, PersonId},
};
use law::term::{Due, State as TermState};
use offices::Day;
use web::Cursor;

use crate::{
    cases::{self, CaseRow, NO_TERM, Outcome, PauseRow, State},
    chain::{self, Entry},
    documents::{self, DocumentRow, Origin},
};

db::row! {
    /// A case in a citizen's list.
    #[derive(Debug, Clone, PartialEq)]
    pub struct CitizenRow {
        /// The case.
        pub id: CaseId,
        /// The office.
        pub office: OfficeId,
        /// The office's name.
        pub office_name: String,
        /// The office's name in addresses.
        pub office_slug: String,
        /// The reference.
        pub reference: String,
        /// The title.
        pub title: String,
        /// Where it stands.
        pub state: State,
        /// When it was opened.
        pub opened: Micros,
        /// The day due as stored; see [`CitizenRow::due`].
        pub due_stored: Day,
        /// When it was settled.
        pub settled: Option<Micros>,
        /// How it was settled.
        pub outcome: Option<Outcome>,
        /// When something last happened.
        pub acted: Micros,
    }
}

impl CitizenRow {
    /// The last day of the term; `None` without one.
    pub fn due(&self) -> Option<jiff::civil::Date> {
        Some(self.due_stored.0).filter(|d| *d != NO_TERM)
    }
}

/// The cases a person is a party of, in all offices, last opened first, one page.
///
/// # Errors
/// Those of the database.
pub async fn citizen_cases(
    c: &mut Conn,
    person: PersonId,
    after: Option<Cursor>,
    limit: u32,
) -> Result<(Vec<CitizenRow>, Option<Cursor>)> {
    let mut q = Q::new(
        "SELECT cf.id, cf.office_id, o.name, o.slug, cf.reference, cf.title, cf.state, cf.opened, cf.due, cf.settled, \
         cf.outcome, cf.acted
         FROM case_party p JOIN case_file cf ON cf.id = p.case_id JOIN office o ON o.id = cf.office_id
         WHERE p.person_id IS NOT NULL AND p.ordinal = (SELECT MIN(f.ordinal) FROM case_party f
             WHERE f.case_id = p.case_id AND f.person_id = p.person_id)",
    )
    .push(" AND p.person_id = ", person);
    if let Some(after) = after {
        q = q.push(" AND p.case_id < ", CaseId(after.id));
    }
    let mut rows: Vec<CitizenRow> = c.all(q.push(" ORDER BY p.case_id DESC LIMIT ", i64::from(limit) + 1)).await?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| more).map(|r| Cursor { key: 0, id: r.id.0 });
    Ok((rows, next))
}

/// A case as the citizen sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct CitizenCase {
    /// The proof for further functions, such as messages.
    pub scope: OfficeScope,
    /// The case.
    pub case: CaseRow,
    /// The office's name.
    pub office_name: String,
    /// The office's name in addresses.
    pub office_slug: String,
    /// The name of the unit that has it.
    pub unit_name: String,
    /// The last day as seen today and how it came about.
    pub due: Option<Due>,
    /// How the term stands today.
    pub term: Option<TermState>,
    /// Its pauses, with reasons.
    pub pauses: Vec<PauseRow>,
    /// What came from the party and what was sent to the party.
    pub documents: Vec<DocumentRow>,
    /// The entries of the record that concern the party: all but notes, titles, other parties and what the
    /// office added for itself.
    pub record: Vec<Entry>,
}

/// Actions of the record that a citizen does not see in the list of what happened.
const INTERNAL: &[&str] = &[
    "note.added",
    "note.edited",
    "case.renamed",
    "case.remarks",
    "incoming.corrected",
    "party.added",
    "party.corrected",
    "party.removed",
];

/// A case the person is a party of.
///
/// # Errors
/// `NotFound` for any other case.
pub async fn citizen_case(c: &mut Conn, ctx: &Ctx, person: PersonId, id: CaseId) -> Result<CitizenCase> {
    let found: Option<(OfficeId,)> =
        c.opt(q!("SELECT office_id FROM case_party WHERE case_id = $1 AND person_id = $2 LIMIT 1", id, person)).await?;
    let scope = OfficeScope::checked(found.ok_or_else(Fault::not_found)?.0);
    as_party(c, ctx, scope, id).await
}

/// A case as a party sees it. The caller has checked that the reader is one.
///
/// # Errors
/// `NotFound` when the office has no such case.
pub async fn as_party(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: CaseId) -> Result<CitizenCase> {
    let case = cases::get(c, scope, id).await?;
    let (office_name, office_slug, unit_name): (String, String, String) = c
        .one(q!(
            "SELECT o.name, o.slug, u.name FROM office o JOIN unit u ON u.office_id = o.id WHERE o.id = $1 AND u.id = $2",
            scope.office(),
            case.unit
        ))
        .await?;
    let pauses = cases::pauses(c, scope, id).await?;
    let clock = cases::clock(&case, &pauses);
    let today = ctx.now.warsaw_date();
    let mut documents = documents::list(c, scope, id).await?;
    documents.retain(|d| d.origin != Origin::Office);
    let mut record = chain::entries(c, scope, id).await?;
    record.retain(|e| {
        !INTERNAL.contains(&e.action.as_str()) && e.document.is_none_or(|d| documents.iter().any(|row| row.id == d))
    });
    Ok(CitizenCase {
        scope,
        due: clock.as_ref().and_then(|k| k.due(today).ok()),
        term: clock.as_ref().and_then(|k| k.state(today).ok()),
        case,
        office_name,
        office_slug,
        unit_name,
        pauses,
        documents,
        record,
    })
}

/// A document of a case the person is a party of, if it is theirs to see.
///
/// # Errors
/// `NotFound`.
pub async fn citizen_document(
    c: &mut Conn,
    person: PersonId,
    case: CaseId,
    document: DocumentId,
) -> Result<DocumentRow> {
    let found: Option<(OfficeId,)> = c
        .opt(q!("SELECT office_id FROM case_party WHERE case_id = $1 AND person_id = $2 LIMIT 1", case, person))
        .await?;
    let scope = OfficeScope::checked(found.ok_or_else(Fault::not_found)?.0);
    let doc = documents::get(c, scope, document).await?;
    if doc.case != Some(case) || doc.origin == Origin::Office { Err(Fault::not_found()) } else { Ok(doc) }
}
