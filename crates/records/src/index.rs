//! What of cases and mail can be found by searching. The only file that talks to the search index.
//!
//! Whether a reader may see a find is decided by [`crate::policy`] in the same way as for lists, never by the index.

use db::{Conn, Q};
use kernel::{
    OfficeScope, Result,
    ids::{CaseId, IncomingId},
};
use offices::Desk;
use search::store::{Doc, Find, Question, Thing, find, put};

use crate::{
    cases::CaseRow,
    documents::DocumentRow,
    incoming::IncomingRow,
    notes::NoteRow,
    policy::{self, Sight},
};

/// How many finds are looked through at once for those the reader may see.
const BATCH: u32 = 100;
/// How many batches are looked through for one page.
const BATCHES: u32 = 5;

/// Puts a case into the index.
///
/// # Errors
/// Those of the database.
pub async fn case(c: &mut Conn, scope: OfficeScope, row: &CaseRow) -> Result<()> {
    let doc = Doc {
        thing: Thing::Case,
        object: row.id.0,
        case: Some(row.id),
        reference: row.reference.clone(),
        title: row.title.clone(),
        names: Some(row.party_name.clone()).into_iter().filter(|n| !n.is_empty()).collect(),
        text: String::new(),
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

/// Puts registered mail into the index.
///
/// # Errors
/// Those of the database.
pub async fn incoming(c: &mut Conn, scope: OfficeScope, row: &IncomingRow) -> Result<()> {
    let names = [&row.organisation, &row.sender].into_iter().filter(|n| !n.is_empty()).cloned().collect();
    let doc = Doc {
        thing: Thing::Incoming,
        object: row.id.0,
        case: row.case,
        reference: row.identifier().unwrap_or_default(),
        title: row.title.clone(),
        names,
        text: format!("{} {} {}", row.sender_reference, row.submission_number, row.remarks),
        changed: row.registered_at.unwrap_or(row.received_at),
        audience: None,
    };
    put(c, scope, &doc).await
}

/// Finds of the office that the person at the desk may see: everything of cases they see, and mail they see.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Best first.
    pub items: Vec<Find>,
    /// What to skip for the next page, if there may be one.
    pub next: Option<u32>,
    /// Whether the question was taken loosely; say so on the page.
    pub loosened: bool,
}

/// Searches the desk: cases, documents, notes, mail, and what other subjects put into the index with their case.
///
/// # Errors
/// Those of the database.
pub async fn search(c: &mut Conn, desk: &Desk, question: &Question) -> Result<Found> {
    let sight = policy::sight(c, desk).await?;
    let (mut skip, mut items, mut loosened) = (question.skip, Vec::new(), false);
    let wanted = usize::try_from(question.limit).unwrap_or(usize::MAX);
    for _ in 0..BATCHES {
        let ask = Question { skip, limit: BATCH, ..question.clone() };
        let finds = find(c, desk.scope, desk.member.person, &ask).await?;
        loosened |= finds.loosened;
        let seen = seen(c, desk, &sight, &finds.items).await?;
        for item in finds.items {
            skip += 1;
            if seen.contains(&item.object) {
                items.push(item);
                if items.len() == wanted {
                    return Ok(Found { items, next: Some(skip), loosened });
                }
            }
        }
        match finds.next {
            Some(_) => {}
            None => return Ok(Found { items, next: None, loosened }),
        }
    }
    Ok(Found { items, next: Some(skip), loosened })
}

/// Which of these finds the person may see.
async fn seen(c: &mut Conn, desk: &Desk, sight: &Sight, finds: &[Find]) -> Result<Vec<uuid::Uuid>> {
    let cases: Vec<CaseId> = finds.iter().filter_map(|f| f.case).collect();
    let mail: Vec<IncomingId> =
        finds.iter().filter(|f| f.thing == Thing::Incoming).map(|f| IncomingId(f.object)).collect();
    let q = Q::new("SELECT cf.id FROM case_file cf WHERE cf.office_id = $1").bind(desk.scope.office());
    let q = policy::visible(q.push_in(" AND cf.id IN ", cases), sight);
    let seen_cases: Vec<(CaseId,)> = c.all(q).await?;
    let mut seen: Vec<uuid::Uuid> = finds
        .iter()
        .filter(|f| f.thing != Thing::Incoming && f.case.is_some_and(|id| seen_cases.iter().any(|(s,)| *s == id)))
        .map(|f| f.object)
        .collect();
    if !mail.is_empty() {
        let q = Q::new("SELECT i.id FROM incoming i WHERE i.office_id = $1").bind(desk.scope.office());
        let q = policy::incoming_visible(q.push_in(" AND i.id IN ", mail), desk, sight);
        let seen_mail: Vec<(IncomingId,)> = c.all(q).await?;
        seen.extend(seen_mail.into_iter().map(|(id,)| id.0));
    }
    Ok(seen)
}

async fn things(c: &mut Conn, desk: &Desk, thing: Thing, text: &str) -> Result<Vec<Find>> {
    let question = Question { text: text.to_owned(), things: vec![thing], skip: 0, limit: 200 };
    Ok(find(c, desk.scope, desk.member.person, &question).await?.items)
}

/// Cases whose reference, title or party fits a text; to be narrowed by what the reader may see.
pub(crate) async fn case_ids(c: &mut Conn, desk: &Desk, text: &str) -> Result<Vec<CaseId>> {
    Ok(things(c, desk, Thing::Case, text).await?.into_iter().map(|f| CaseId(f.object)).collect())
}

/// Mail that fits a text; to be narrowed by what the reader may see.
pub(crate) async fn incoming_ids(c: &mut Conn, desk: &Desk, text: &str) -> Result<Vec<IncomingId>> {
    Ok(things(c, desk, Thing::Incoming, text).await?.into_iter().map(|f| IncomingId(f.object)).collect())
}
