//! `/api/v1/offices/{office}/cases/{case}`: one case, its record, its documents.

use kernel::{
    Result,
    ids::{CaseId, DocumentId},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use web::{Answer, Req, TypedPath};

use super::cases::{CaseItem, opened};
use crate::{chain::Link, documents, log, overview};

/// A case.
#[derive(TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/cases/{case}", rejection(web::BadPath))]
pub struct CasePath {
    /// The office's name in addresses.
    pub office: String,
    /// The case.
    pub case: CaseId,
}

/// The record of a case.
#[derive(TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/cases/{case}/record", rejection(web::BadPath))]
pub struct RecordPath {
    /// The office's name in addresses.
    pub office: String,
    /// The case.
    pub case: CaseId,
}

/// The documents of a case.
#[derive(TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/cases/{case}/documents", rejection(web::BadPath))]
pub struct DocumentsPath {
    /// The office's name in addresses.
    pub office: String,
    /// The case.
    pub case: CaseId,
}

/// A pause of the term.
#[derive(Debug, Serialize, ToSchema)]
pub struct PauseItem {
    /// The first day that does not count.
    pub from: String,
    /// The last day that does not count; null while it lasts.
    pub to: Option<String>,
    /// The ground: `other-term`, `suspension`, `mediation`, `party`, `independent`.
    pub ground: String,
    /// Why.
    pub reason: String,
}

/// A party.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartyItem {
    /// What part it has: `party`, `applicant`, `statutory-representative`, `representative`, `with-rights-of-party`,
    /// `participant`.
    pub role: String,
    /// Name.
    pub name: String,
    /// The account.
    pub person: Option<Uuid>,
    /// E-mail.
    pub email: String,
    /// Address.
    pub address: String,
}

/// A case as a whole.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseFull {
    /// What a list shows.
    #[serde(flatten)]
    pub case: CaseItem,
    /// The title of the class.
    pub class: String,
    /// The archival category.
    pub category: Option<String>,
    /// The day the proceedings began.
    pub started: String,
    /// How it was settled.
    pub outcome: Option<String>,
    /// The first year it is due for disposal or review.
    pub disposal_year: Option<i64>,
    /// Parties.
    pub parties: Vec<PartyItem>,
    /// Pauses.
    pub pauses: Vec<PauseItem>,
    /// How many documents.
    pub documents: usize,
    /// How many entries the record has.
    pub record_entries: i64,
}

async fn read(req: &Req, office: &str, case: CaseId) -> Result<overview::CaseOverview> {
    req.scope("cases:read")?;
    let desk = offices::desk(req, office, None).await?;
    let ctx = req.ctx.clone();
    // Whoever reads a case that somebody else handles leaves a trace, in the same unit of work.
    req.app
        .db
        .write(move |c| {
            Box::pin(async move {
                let whole = overview::case_overview(c, &ctx, &desk, case).await?;
                log::case_opened(c, &ctx, &desk, &whole.case).await?;
                Ok(whole)
            })
        })
        .await
}

/// Shows a case.
///
/// # Errors
/// 401, 403, 404.
#[utoipa::path(get, path = "/api/v1/offices/{office}/cases/{case}", tag = "cases",
    params(("office" = String, Path), ("case" = Uuid, Path)), responses((status = 200, body = CaseFull), (status = 404)))]
pub async fn show(path: CasePath, req: Req) -> Answer<axum::Json<CaseFull>> {
    let whole = read(&req, &path.office, path.case).await?;
    let row = &whole.case;
    let mut case = opened(row, req.ctx.now.warsaw_date());
    case.unit = whole.unit.0.clone();
    Ok(axum::Json(CaseFull {
        case,
        class: whole.class.title.clone(),
        category: row.category.clone(),
        started: row.started.0.to_string(),
        outcome: row.outcome.map(|o| o.as_str().into()),
        disposal_year: row.disposal_year(),
        parties: whole
            .parties
            .iter()
            .map(|p| PartyItem {
                role: p.role.as_str().into(),
                name: p.name.clone(),
                person: p.person.map(|id| id.0),
                email: p.email.clone(),
                address: p.address.clone(),
            })
            .collect(),
        pauses: whole
            .pauses
            .iter()
            .map(|p| PauseItem {
                from: p.from.0.to_string(),
                to: p.to.map(|d| d.0.to_string()),
                ground: p.ground.as_str().into(),
                reason: p.reason.clone(),
            })
            .collect(),
        documents: whole.documents.len(),
        record_entries: row.entries,
    }))
}

/// An entry of the record.
#[derive(Debug, Serialize, ToSchema)]
pub struct RecordItem {
    /// Its number, from 1.
    pub ordinal: i64,
    /// The link before, hexadecimal.
    pub prev: String,
    /// Its link: SHA-256 of `prev` (as 64 digits) and `payload`, hexadecimal.
    pub hash: String,
    /// The text that is hashed: canonical JSON (RFC 8785).
    pub payload: String,
    /// The same as data.
    #[schema(value_type = Object)]
    pub entry: serde_json::Value,
}

/// The record of a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct Record {
    /// The reference.
    pub reference: String,
    /// Whether every link holds and none is missing.
    pub intact: bool,
    /// The last link, hexadecimal.
    pub head: String,
    /// The entries, oldest first.
    pub items: Vec<RecordItem>,
    /// Always null: the record is given whole.
    pub next: Option<String>,
}

/// Gives the record of a case, so that anyone can check it.
///
/// # Errors
/// 401, 403, 404.
#[utoipa::path(get, path = "/api/v1/offices/{office}/cases/{case}/record", tag = "cases",
    params(("office" = String, Path), ("case" = Uuid, Path)), responses((status = 200, body = Record), (status = 404)))]
pub async fn record(path: RecordPath, req: Req) -> Answer<axum::Json<Record>> {
    let whole = read(&req, &path.office, path.case).await?;
    let items = whole.record.iter().map(|e| RecordItem {
        ordinal: e.ordinal,
        prev: e.prev.hex(),
        hash: e.hash.hex(),
        payload: e.payload.clone(),
        entry: serde_json::from_str(&e.payload).unwrap_or_default(),
    });
    Ok(axum::Json(Record {
        reference: whole.case.reference.clone(),
        intact: whole.intact,
        head: whole.record.last().map_or(Link::START, |e| e.hash).hex(),
        items: items.collect(),
        next: None,
    }))
}

/// A document.
#[derive(Debug, Serialize, ToSchema)]
pub struct DocumentItem {
    /// The identifier.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: String,
    /// Where it comes from: `party`, `sent`, `office`.
    pub origin: String,
    /// SHA-256 of its content, hexadecimal.
    pub sha256: String,
    /// Bytes.
    pub size: i64,
    /// Media type.
    pub media_type: String,
    /// When it was added, RFC 3339.
    pub added: String,
}

/// The documents of a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct DocumentList {
    /// The documents, oldest first.
    pub items: Vec<DocumentItem>,
    /// Always null: the list is given whole.
    pub next: Option<String>,
}

/// Lists the documents of a case.
///
/// # Errors
/// 401, 403, 404.
#[utoipa::path(get, path = "/api/v1/offices/{office}/cases/{case}/documents", tag = "cases",
    params(("office" = String, Path), ("case" = Uuid, Path)), responses((status = 200, body = DocumentList), (status = 404)))]
pub async fn documents(path: DocumentsPath, req: Req) -> Answer<axum::Json<DocumentList>> {
    let whole = read(&req, &path.office, path.case).await?;
    let items = whole.documents.into_iter().map(document_item).collect();
    Ok(axum::Json(DocumentList { items, next: None }))
}

fn document_item(d: documents::DocumentRow) -> DocumentItem {
    let DocumentId(id) = d.id;
    DocumentItem {
        id,
        name: d.name,
        kind: d.kind.as_str().into(),
        origin: d.origin.as_str().into(),
        sha256: d.hash.hex(),
        size: d.size,
        media_type: d.media_type,
        added: d.added.rfc3339(),
    }
}
