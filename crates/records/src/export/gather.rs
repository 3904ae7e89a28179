//! What an export says, as data.

use db::{Conn, q};
use kernel::{Ctx, Fault, OfficeScope, Result, ids::CaseId};
use serde::{Deserialize, Serialize};

use super::{DOCUMENTS_DIR, FORMAT, names::document_name};
use crate::{
    cases::{self, CaseRow, PartyRow, PauseRow},
    chain::{self, Entry, Link},
    documents, file_plan, incoming, msg, notes,
};

/// A document in the export.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentData {
    /// The identifier, as the record names it.
    pub id: String,
    /// Its place in the folder.
    pub file: String,
    /// Its own name.
    pub name: String,
    /// What it is.
    pub kind: String,
    /// Where it comes from.
    pub origin: String,
    /// SHA-256 of its content, hexadecimal.
    pub sha256: String,
    /// Bytes.
    pub size: u64,
    /// Media type.
    pub media_type: String,
    /// When it was added, RFC 3339.
    pub added: String,
    /// Who added it.
    pub added_by: String,
}

/// A note in the export.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NoteData {
    /// The identifier, as the record names it.
    pub id: String,
    /// Who wrote it.
    pub author: String,
    /// When, RFC 3339.
    pub at: String,
    /// The text.
    pub text: String,
}

/// A case in the export.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseData {
    /// The format of the folder.
    pub format: u32,
    /// The name of the office.
    pub office: String,
    /// The identifier.
    pub id: String,
    /// The reference.
    pub reference: String,
    /// The title.
    pub title: String,
    /// The symbol of the class.
    pub symbol: String,
    /// The title of the class.
    pub class: String,
    /// The archival category.
    pub category: Option<String>,
    /// The code and name of the unit that has it.
    pub unit: String,
    /// Who handles it.
    pub handler: String,
    /// Where it stands.
    pub state: String,
    /// When it was opened, RFC 3339.
    pub opened: String,
    /// The day the proceedings began.
    pub started: String,
    /// The last day of the term.
    pub due: Option<String>,
    /// When it was settled, RFC 3339.
    pub settled: Option<String>,
    /// How it was settled.
    pub outcome: Option<String>,
    /// The last year through which it is kept.
    pub kept_through: Option<i64>,
    /// Remarks.
    pub remarks: String,
    /// Identifiers of the mail that is part of it.
    pub mail: Vec<String>,
    /// Its parties.
    pub parties: Vec<PartyRow>,
    /// Its pauses.
    pub pauses: Vec<PauseRow>,
    /// Its notes.
    pub notes: Vec<NoteData>,
    /// Its documents.
    pub documents: Vec<DocumentData>,
    /// How many entries the record has, that of this export included.
    pub record_entries: i64,
    /// When it was exported, RFC 3339.
    pub exported: String,
}

/// An entry of the record in the export.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntryData {
    /// Its number.
    pub ordinal: i64,
    /// The link before.
    pub prev: String,
    /// Its link.
    pub hash: String,
    /// What is hashed, as data; its canonical text stands in a file of its own.
    pub entry: serde_json::Value,
}

impl EntryData {
    /// An entry as the export writes it.
    ///
    /// # Errors
    /// When the text that is hashed is not JSON.
    pub(super) fn of(ordinal: i64, prev: Link, hash: Link, payload: &str) -> serde_json::Result<Self> {
        Ok(Self { ordinal, prev: prev.hex(), hash: hash.hex(), entry: serde_json::from_str(payload)? })
    }
}

pub(super) struct Gathered {
    pub case: CaseData,
    /// The entries before that of the export.
    pub entries: Vec<Entry>,
    pub hashes: Vec<blob::Hash>,
}

/// Reads a case in the unit of work that kept a place for the export's entry, so nothing changes meanwhile.
///
/// # Errors
/// `Conflict` when entries of the record or documents are missing.
pub(super) async fn gather(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: CaseId) -> Result<Gathered> {
    let row: CaseRow = cases::get(c, scope, id).await?;
    let entries = chain::entries(c, scope, id).await?;
    if i64::try_from(entries.len()).ok() != Some(row.entries - 1) {
        return Err(Fault::conflict(msg::RECORDS_EXPORT_CUT).arg("reference", row.reference));
    }
    let class = file_plan::class(c, scope, row.class).await?;
    let (office, code, unit): (String, String, String) = c
        .one(q!(
            "SELECT o.name, u.code, u.name FROM office o JOIN unit u ON u.office_id = o.id WHERE o.id = $1 AND u.id = $2",
            scope.office(),
            row.unit
        ))
        .await?;
    let documents = documents::list(c, scope, id).await?;
    let (all,): (i64,) =
        c.one(q!("SELECT COUNT(*) FROM document WHERE case_id = $1 AND office_id = $2", id, scope.office())).await?;
    if i64::try_from(documents.len()).ok() != Some(all) {
        return Err(Fault::conflict(msg::RECORDS_EXPORT_TOO_MANY).arg("reference", row.reference).arg("n", all));
    }
    let hashes = documents.iter().map(|d| d.hash.0).collect();
    let documents = documents.into_iter().zip(1..).map(|(d, n)| DocumentData {
        id: d.id.to_string(),
        file: format!("{DOCUMENTS_DIR}/{}", document_name(n, &d.name)),
        name: d.name,
        kind: d.kind.as_str().into(),
        origin: d.origin.as_str().into(),
        sha256: d.hash.hex(),
        size: u64::try_from(d.size).unwrap_or_default(),
        media_type: d.media_type,
        added: d.added.rfc3339(),
        added_by: d.added_by,
    });
    let notes = notes::list(c, scope, id).await?.into_iter().rev().map(|n| NoteData {
        id: n.id.to_string(),
        author: n.author_name,
        at: n.at.rfc3339(),
        text: n.text,
    });
    let mail = incoming::of_case(c, scope, id).await?;
    let case = CaseData {
        format: FORMAT,
        office,
        id: row.id.to_string(),
        reference: row.reference.clone(),
        title: row.title.clone(),
        symbol: row.symbol.clone(),
        class: class.title,
        category: row.category.clone(),
        unit: format!("{code} {unit}"),
        handler: row.handler_name.clone(),
        state: row.state.as_str().into(),
        opened: row.opened.rfc3339(),
        started: row.started.0.to_string(),
        due: row.due().map(|d| d.to_string()),
        settled: row.settled.map(kernel::Micros::rfc3339),
        outcome: row.outcome.map(|o| o.as_str().into()),
        kept_through: row.kept_through,
        remarks: row.remarks.clone(),
        mail: mail.iter().filter_map(incoming::IncomingRow::identifier).collect(),
        parties: cases::parties(c, scope, id).await?,
        pauses: cases::pauses(c, scope, id).await?,
        notes: notes.collect(),
        documents: documents.collect(),
        record_entries: row.entries,
        exported: ctx.now.rfc3339(),
    };
    Ok(Gathered { case, entries, hashes })
}
