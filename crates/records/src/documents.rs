//! Documents of a case: what they are and which object of the store holds them. Objects are named by their hash, so a
//! document of two cases is one object.

use db::{Conn, q};
use kernel::{
    Ctx, Fault, Micros, OfficeScope, Result,
    ids::{CaseId, DocumentId, IncomingId},
};
use offices::Desk;

use crate::{
    cases::{self, CaseRow},
    chain::{self, Action, DocRef},
    incoming::{self, IncomingRow},
    index, msg,
    words::{Check, MAX_SHORT, line},
};

db::text_enum! {
    /// What a document is.
    pub enum Kind {
        /// The submission (wniosek) as sent.
        Submission = "submission",
        /// An attachment.
        Attachment = "attachment",
        /// A letter of the office.
        Letter = "letter",
        /// A receipt (UPO) or a proof of delivery.
        Receipt = "receipt",
        /// Anything else: an opinion, a protocol, a scan.
        Other = "other",
    }
}

impl Kind {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Kind::Submission => msg::RECORDS_KIND_SUBMISSION,
            Kind::Attachment => msg::RECORDS_KIND_ATTACHMENT,
            Kind::Letter => msg::RECORDS_KIND_LETTER,
            Kind::Receipt => msg::RECORDS_KIND_RECEIPT,
            Kind::Other => msg::RECORDS_KIND_OTHER,
        }
    }
}

db::text_enum! {
    /// Where a document comes from. A citizen sees what came from the party and what was sent to the party.
    pub enum Origin {
        /// From the party.
        Party = "party",
        /// Sent to the party.
        Sent = "sent",
        /// Made or gathered by the office, for its own use.
        Office = "office",
    }
}

impl Origin {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Origin::Party => msg::RECORDS_ORIGIN_PARTY,
            Origin::Sent => msg::RECORDS_ORIGIN_SENT,
            Origin::Office => msg::RECORDS_ORIGIN_OFFICE,
        }
    }
}

/// A document to be kept.
#[derive(Debug, Clone)]
pub struct NewDocument {
    /// The object, already in the store.
    pub stored: blob::Stored,
    /// Its name as shown and downloaded.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Where it comes from.
    pub origin: Origin,
}

db::row! {
    /// A document.
    #[derive(Debug, Clone, PartialEq)]
    pub struct DocumentRow {
        /// The identifier.
        pub id: DocumentId,
        /// The case it belongs to.
        pub case: Option<CaseId>,
        /// The incoming mail it came with.
        pub incoming: Option<IncomingId>,
        /// Its name.
        pub name: String,
        /// What it is.
        pub kind: Kind,
        /// Where it comes from.
        pub origin: Origin,
        /// SHA-256 of its content, which names the object.
        pub hash: chain::Link,
        /// Bytes.
        pub size: i64,
        /// Media type recognised from the content.
        pub media_type: String,
        /// When it was added.
        pub added: Micros,
        /// Who added it.
        pub added_by: String,
    }
}

impl DocumentRow {
    /// As the record names it.
    pub fn reference(&self) -> DocRef {
        DocRef { id: self.id, name: self.name.clone(), hash: self.hash.0 }
    }
}

/// `SELECT` of a [`DocumentRow`], followed by more SQL.
macro_rules! document_select {
    ($rest:literal) => {
        concat!(
            "SELECT id, case_id, incoming_id, name, kind, origin, hash, size, media_type, added, added_by FROM document ",
            $rest
        )
    };
}

/// Adds a document to a case from the desk.
///
/// # Errors
/// As [`cases::writable`]; `Invalid` at `name`.
pub async fn add_at(c: &mut Conn, ctx: &Ctx, desk: &Desk, case: CaseId, new: NewDocument) -> Result<DocumentRow> {
    cases::writable(c, desk, case).await?;
    add_with(c, ctx, desk.scope, case, new, "document.added", &desk.member.position).await
}

/// Adds a document to a case for a subject that has checked the right itself (a message with files, a letter sent), and
/// writes `document.added` into the record.
///
/// # Errors
/// `NotFound`; `Conflict` when the case is settled; `Invalid` at `name`.
pub async fn add(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, case: CaseId, new: NewDocument) -> Result<DocumentRow> {
    add_with(c, ctx, scope, case, new, "document.added", "").await
}

/// As [`add`], with the key the record shall show (`letter.sent`) and the position of who acts.
///
/// # Errors
/// As [`add`].
pub async fn add_with(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    case: CaseId,
    new: NewDocument,
    key: &'static str,
    position: &str,
) -> Result<DocumentRow> {
    let row = cases::open_still(c, scope, case).await?;
    let doc = insert(c, ctx, scope, Some(case), None, new).await?;
    let mut action =
        Action::new(key).text(&doc.name).fact("kind", doc.kind.as_str()).fact("origin", doc.origin.as_str());
    action.position = position.to_owned();
    chain::append(c, ctx, scope, case, action.document(doc.reference())).await?;
    index::document(c, scope, &row, &doc).await?;
    Ok(doc)
}

/// Keeps a document that came with incoming mail, before there is a case: a scan of a letter typed in from paper.
///
/// # Errors
/// `NotFound`; `Conflict` when the mail already belongs to a case; `Invalid` at `name`.
pub async fn add_to_incoming(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    incoming: IncomingId,
    new: NewDocument,
) -> Result<DocumentRow> {
    let mail = crate::incoming::get(c, desk, incoming).await?;
    if mail.case.is_some() {
        return Err(Fault::conflict(msg::RECORDS_INCOMING_FILED));
    }
    insert(c, ctx, desk.scope, None, Some(incoming), new).await
}

pub(crate) async fn insert(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    case: Option<CaseId>,
    incoming: Option<IncomingId>,
    new: NewDocument,
) -> Result<DocumentRow> {
    let name = line(&new.name);
    let mut check = Check::default();
    check.text("name", &name, MAX_SHORT);
    check.done()?;
    let doc = DocumentRow {
        id: ctx.new_id(),
        case,
        incoming,
        name,
        kind: new.kind,
        origin: new.origin,
        hash: chain::Link(new.stored.hash),
        size: i64::try_from(new.stored.size).unwrap_or(i64::MAX),
        media_type: new.stored.media_type,
        added: ctx.now,
        added_by: ctx.actor.name().to_owned(),
    };
    c.exec(q!(
        "INSERT INTO document (id, office_id, case_id, incoming_id, name, kind, origin, hash, size, media_type, added, \
         added_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        doc.id,
        scope.office(),
        doc.case,
        doc.incoming,
        &doc.name,
        doc.kind,
        doc.origin,
        doc.hash,
        doc.size,
        &doc.media_type,
        doc.added,
        &doc.added_by
    ))
    .await?;
    Ok(doc)
}

/// The documents of a case, oldest first, at most 5,000.
///
/// # Errors
/// Those of the database.
pub async fn list(c: &mut Conn, scope: OfficeScope, case: CaseId) -> Result<Vec<DocumentRow>> {
    c.all(q!(document_select!("WHERE case_id = $1 AND office_id = $2 ORDER BY id LIMIT 5000"), case, scope.office()))
        .await
}

/// The documents that came with incoming mail.
///
/// # Errors
/// Those of the database.
pub async fn of_incoming(c: &mut Conn, scope: OfficeScope, incoming: IncomingId) -> Result<Vec<DocumentRow>> {
    c.all(q!(
        document_select!("WHERE incoming_id = $1 AND office_id = $2 ORDER BY id LIMIT 5000"),
        incoming,
        scope.office()
    ))
    .await
}

/// A document of the office. The caller checks that the reader may see its case.
///
/// # Errors
/// `NotFound`.
pub async fn get(c: &mut Conn, scope: OfficeScope, id: DocumentId) -> Result<DocumentRow> {
    c.one(q!(document_select!("WHERE id = $1 AND office_id = $2"), id, scope.office())).await
}

/// What a document belongs to.
#[derive(Debug, Clone, PartialEq)]
pub enum Within {
    /// A case.
    Case(Box<CaseRow>),
    /// Mail that is not part of a case yet.
    Mail(Box<IncomingRow>),
}

/// A document of a case the person at the desk may see, or of incoming mail they may see.
///
/// # Errors
/// `NotFound`.
pub async fn at_desk(c: &mut Conn, desk: &Desk, id: DocumentId) -> Result<(DocumentRow, Within)> {
    let doc = get(c, desk.scope, id).await?;
    if let Some(case) = doc.case {
        let case = cases::case(c, desk, case).await?;
        return Ok((doc, Within::Case(Box::new(case))));
    }
    let mail = doc.incoming.ok_or_else(Fault::not_found)?;
    let mail = incoming::get(c, desk, mail).await?;
    Ok((doc, Within::Mail(Box::new(mail))))
}

/// Whether any document still names an object, so that it must not be deleted.
///
/// # Errors
/// Those of the database.
pub async fn object_in_use(c: &mut Conn, hash: [u8; 32]) -> Result<bool> {
    let found: Option<(i64,)> = c.opt(q!("SELECT size FROM document WHERE hash = $1 LIMIT 1", hash)).await?;
    Ok(found.is_some())
}
