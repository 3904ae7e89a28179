//! What of cases and mail can be found by searching. The only file that talks to the search index.
//!
//! Whether a reader may see a find is decided by [`crate::policy`] in the same way as for lists, and within the statement
//! that searches: the conditions of the policy stand beside those of the words. So nothing need be kept in step when a
//! case changes hands, and neither pages nor totals tell of what is hidden.

use db::{Conn, Q, q};
use kernel::{
    Micros, OfficeScope, Result,
    ids::{CaseId, IncomingId},
};
use offices::Desk;
use search::store::{Doc, Question, Reader, find, put};
pub use search::store::{Finds as Found, Thing};
use uuid::Uuid;

use crate::{
    cases::CaseRow,
    documents::DocumentRow,
    form_words,
    incoming::IncomingRow,
    notes::NoteRow,
    policy::{self, Sight},
};

/// How many of the best finds a list is narrowed to by a text.
const NARROWED: u32 = 200;

/// Puts a case into the index, with the names of its further parties and with what was written in the forms it took in.
///
/// # Errors
/// Those of the database.
pub async fn case(c: &mut Conn, scope: OfficeScope, row: &CaseRow, further: &[String]) -> Result<()> {
    let doc = Doc {
        thing: Thing::Case,
        object: row.id.0,
        case: Some(row.id),
        reference: row.reference.clone(),
        title: row.title.clone(),
        names: Some(&row.party_name).into_iter().chain(further).filter(|n| !n.is_empty()).cloned().collect(),
        text: format!("{}\n{}", row.remarks, form_words::of_case(c, scope, row.id).await?),
        changed: row.acted,
        audience: None,
    };
    put(c, scope, &doc).await
}

/// Puts a document of a case into the index, by its name.
///
/// # Errors
/// Those of the database.
pub async fn document(c: &mut Conn, scope: OfficeScope, case: &CaseRow, doc: &DocumentRow) -> Result<()> {
    let doc = Doc {
        thing: Thing::Document,
        object: doc.id.0,
        case: Some(case.id),
        reference: case.reference.clone(),
        title: doc.name.clone(),
        names: Vec::new(),
        text: String::new(),
        changed: doc.added,
        audience: None,
    };
    put(c, scope, &doc).await
}

/// Puts a note of a case into the index.
///
/// # Errors
/// Those of the database.
pub async fn note(c: &mut Conn, scope: OfficeScope, case: &CaseRow, note: &NoteRow) -> Result<()> {
    let doc = Doc {
        thing: Thing::Note,
        object: note.id.0,
        case: Some(case.id),
        reference: case.reference.clone(),
        title: note.text.chars().take(120).collect(),
        names: vec![note.author_name.clone()],
        text: note.text.clone(),
        changed: note.at,
        audience: None,
    };
    put(c, scope, &doc).await
}

/// What another subject keeps with a case and lets be found: a letter, a message.
#[derive(Debug, Clone)]
pub struct Kept {
    /// What it is.
    pub thing: Thing,
    /// Its identifier.
    pub object: Uuid,
    /// Its title, as shown in a list of finds; a long one is cut.
    pub title: String,
    /// Who wrote it or to whom it goes.
    pub names: Vec<String>,
    /// Its text.
    pub text: String,
    /// When it last changed.
    pub changed: Micros,
}

/// Puts what another subject keeps with a case into the index, or its newer text in place of the older.
///
/// # Errors
/// `NotFound` for a case of another office; else those of the database.
pub async fn kept(c: &mut Conn, scope: OfficeScope, case: CaseId, kept: Kept) -> Result<()> {
    let (reference,): (String,) =
        c.one(q!("SELECT reference FROM case_file WHERE id = $1 AND office_id = $2", case, scope.office())).await?;
    let doc = Doc {
        thing: kept.thing,
        object: kept.object,
        case: Some(case),
        reference,
        title: kept.title.chars().take(120).collect(),
        names: kept.names,
        text: kept.text,
        changed: kept.changed,
        audience: None,
    };
    put(c, scope, &doc).await
}

/// Puts mail into the index with what its form says, when it comes and again when it is registered.
///
/// # Errors
/// Those of the database.
pub async fn incoming(c: &mut Conn, scope: OfficeScope, row: &IncomingRow) -> Result<()> {
    let names = [&row.organisation, &row.sender].into_iter().filter(|n| !n.is_empty()).cloned().collect();
    let form = match row.submission {
        Some(submission) => form_words::of_submission(c, scope, submission).await?,
        None => String::new(),
    };
    let doc = Doc {
        thing: Thing::Incoming,
        object: row.id.0,
        case: row.case,
        reference: row.identifier().unwrap_or_default(),
        title: row.title.clone(),
        names,
        text: format!("{} {} {}\n{form}", row.sender_reference, row.submission_number, row.remarks),
        changed: row.registered_at.unwrap_or(row.received_at),
        audience: None,
    };
    put(c, scope, &doc).await
}

/// Adds to a query over `search_doc d` what the person at the desk may see: mail as in its register, all else as the case
/// it belongs to. `cases` and `mail` narrow further, over `case_file cf` and `incoming i`.
fn seen(q: Q, desk: &Desk, sight: &Sight, cases: impl Fn(Q) -> Q, mail: impl Fn(Q) -> Q) -> Q {
    // One look by key for each find: as subqueries that give a value, PostgreSQL cannot turn them into lists of all that is
    // visible.
    let q = q
        .text(" AND 1 = CASE WHEN d.kind = 'incoming' THEN (SELECT 1 FROM incoming i WHERE i.id = d.object_id")
        .push(" AND i.office_id = ", desk.scope.office());
    let q = mail(policy::incoming_visible(q, desk, sight))
        .text(") ELSE (SELECT 1 FROM case_file cf WHERE cf.id = d.case_id")
        .push(" AND cf.office_id = ", desk.scope.office());
    cases(policy::visible(q, sight)).text(") END")
}

/// Searches the desk: cases, documents, notes, mail, and what other subjects put into the index with their case. Finds
/// only what the person may see: everything of cases they see, and mail they see.
///
/// # Errors
/// Those of the database.
pub async fn search(c: &mut Conn, desk: &Desk, question: &Question) -> Result<Found> {
    let sight = policy::sight(desk);
    let sees = |q: Q| seen(q, desk, &sight, |q| q, |q| q);
    find(c, desk.scope, Reader { person: desk.member.person, sees: &sees }, question).await
}

/// Cases the reader sees whose reference, title or party fits a text, the best of those within the conditions over
/// `case_file cf`.
pub(crate) async fn case_ids(
    c: &mut Conn,
    desk: &Desk,
    text: &str,
    within: impl Fn(Q) -> Q + Send + Sync,
) -> Result<Vec<CaseId>> {
    let sight = policy::sight(desk);
    let sees = |q: Q| seen(q, desk, &sight, &within, |q| q);
    let question = Question { text: text.to_owned(), things: vec![Thing::Case], skip: 0, limit: NARROWED };
    let found = find(c, desk.scope, Reader { person: desk.member.person, sees: &sees }, &question).await?;
    Ok(found.items.into_iter().map(|f| CaseId(f.object)).collect())
}

/// Mail the reader sees that fits a text, the best of that within the conditions over `incoming i`.
pub(crate) async fn incoming_ids(
    c: &mut Conn,
    desk: &Desk,
    text: &str,
    within: impl Fn(Q) -> Q + Send + Sync,
) -> Result<Vec<IncomingId>> {
    let sight = policy::sight(desk);
    let sees = |q: Q| seen(q, desk, &sight, |q| q, &within);
    let question = Question { text: text.to_owned(), things: vec![Thing::Incoming], skip: 0, limit: NARROWED };
    let found = find(c, desk.scope, Reader { person: desk.member.person, sees: &sees }, &question).await?;
    Ok(found.items.into_iter().map(|f| IncomingId(f.object)).collect())
}
