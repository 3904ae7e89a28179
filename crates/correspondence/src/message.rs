//! A message of a case, its files, and the mark that it was read.

use std::collections::HashMap;

use db::{Conn, q};
use kernel::{
    Ctx, Fault, Micros, OfficeScope, Result,
    ids::{CaseId, DocumentId, MessageId, PersonId, RequestId},
};
use records::{
    chain::{self, Action, Link},
    documents::{self, Kind, NewDocument, Origin},
    index::{Kept, Thing},
};

use web::kept::KeptFile;

use crate::msg;

db::text_enum! {
    /// Which side of the case.
    pub enum Side {
        /// The party.
        Citizen = "citizen",
        /// The office.
        Office = "office",
    }
}

/// The party as the caller knows it: by account, or by a secret link.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Citizen {
    /// The account, if there is one.
    pub person: Option<PersonId>,
    /// Name as shown.
    pub name: String,
}

/// A message to be sent.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NewMessage {
    /// What is said; may be empty when files come with it.
    pub text: String,
    /// Files, already in the store.
    pub files: Vec<KeptFile>,
    /// The key of the form: the same key is the same message.
    pub once: String,
}

db::row! {
    /// A message.
    #[derive(Debug, Clone, PartialEq)]
    pub struct MessageRow {
        /// The identifier.
        pub id: MessageId,
        /// The case.
        pub case: CaseId,
        /// Who wrote: the party or the office.
        pub side: Side,
        /// Their account, if there is one.
        pub person: Option<PersonId>,
        /// Their name at that time.
        pub name: String,
        /// The position of an official; empty for the party.
        pub position: String,
        /// The text.
        pub text: String,
        /// The request it answers.
        pub request: Option<RequestId>,
        /// When.
        pub sent_at: Micros,
        /// When the other side first opened it.
        pub read_at: Option<Micros>,
        /// Who opened it.
        pub read_by: String,
    }
}

db::row! {
    /// A file of a message.
    #[derive(Debug, Clone, PartialEq)]
    pub struct FileRow {
        /// The message.
        pub message: MessageId,
        /// The document of the case it became.
        pub document: DocumentId,
        /// Its name.
        pub name: String,
        /// Bytes.
        pub size: i64,
        /// Media type recognised from the content.
        pub media_type: String,
    }
}

/// A message with its files.
#[derive(Debug, Clone, PartialEq)]
pub struct MessageView {
    /// The message.
    pub row: MessageRow,
    /// Its files.
    pub files: Vec<FileRow>,
}

const SELECT: &str = "SELECT id, case_id, side, person_id, name, position, text, request_id, sent_at, read_at, read_by \
                      FROM message WHERE office_id = $1 AND case_id = $2";

/// The messages of a case with their files, oldest first, at most the last 1,000. The caller has checked that the reader
/// may see the case.
///
/// # Errors
/// Those of the database.
pub async fn messages(c: &mut Conn, scope: OfficeScope, case: CaseId) -> Result<Vec<MessageView>> {
    let mut rows: Vec<MessageRow> =
        c.all(q!(SELECT, scope.office(), case).text(" ORDER BY id DESC LIMIT 1000")).await?;
    rows.reverse();
    let files: Vec<FileRow> = c
        .all(q!(
            "SELECT message_id, document_id, name, size, media_type FROM message_file
             WHERE case_id = $1 AND office_id = $2 ORDER BY message_id, ordinal LIMIT 20000",
            case,
            scope.office()
        ))
        .await?;
    let mut of: HashMap<MessageId, Vec<FileRow>> = HashMap::new();
    for file in files {
        of.entry(file.message).or_default().push(file);
    }
    Ok(rows.into_iter().map(|row| MessageView { files: of.remove(&row.id).unwrap_or_default(), row }).collect())
}

/// The message kept under the key of a form, when the form says the same now as it did then.
///
/// # Errors
/// `Conflict` with [`msg::CORRESPONDENCE_OTHER_CONTENT`] when it says something else: an old page of a browser whose text
/// was written anew. It must not be taken for what was sent.
pub(crate) async fn before(
    c: &mut Conn,
    scope: OfficeScope,
    case: CaseId,
    writer: &Writer<'_>,
    new: &NewMessage,
) -> Result<Option<MessageRow>> {
    let found: Option<MessageRow> =
        c.opt(q!(SELECT, scope.office(), case).push(" AND once = ", new.once.as_str())).await?;
    let Some(row) = found else { return Ok(None) };
    let files: Vec<(Link,)> = c
        .all(q!(
            "SELECT d.hash FROM message_file f JOIN document d ON d.id = f.document_id
             WHERE f.message_id = $1 AND f.office_id = $2 ORDER BY f.ordinal",
            row.id,
            scope.office()
        ))
        .await?;
    let same_files = files.iter().map(|(hash,)| hash.0).eq(new.files.iter().map(|f| f.stored.hash));
    let same = (row.side, row.person, row.request) == (writer.side, writer.person, writer.request)
        && row.text == new.text
        && same_files;
    if same { Ok(Some(row)) } else { Err(Fault::conflict(msg::CORRESPONDENCE_OTHER_CONTENT)) }
}

/// Marks what the other side wrote as read by this side, and gives how many were new. The first reading counts.
///
/// # Errors
/// Those of the database.
pub async fn mark_read(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    case: CaseId,
    reader: Side,
    name: &str,
) -> Result<u64> {
    let written_by = match reader {
        Side::Citizen => Side::Office,
        Side::Office => Side::Citizen,
    };
    let n = c
        .exec(q!(
            "UPDATE message SET read_at = $4, read_by = $5
             WHERE case_id = $1 AND office_id = $2 AND side = $3 AND read_at IS NULL",
            case,
            scope.office(),
            written_by,
            ctx.now,
            name
        ))
        .await?;
    if reader == Side::Citizen {
        c.exec(q!(
            "UPDATE request SET read_at = $3 WHERE case_id = $1 AND office_id = $2 AND read_at IS NULL",
            case,
            scope.office(),
            ctx.now
        ))
        .await?;
    }
    Ok(n)
}

/// Who writes, and in answer to what.
pub(crate) struct Writer<'w> {
    pub side: Side,
    pub person: Option<PersonId>,
    pub name: &'w str,
    pub position: &'w str,
    pub request: Option<RequestId>,
    pub key: &'static str,
}

/// What came of keeping a message.
pub(crate) enum Outcome {
    /// It was kept now.
    Kept(MessageRow),
    /// The same form was kept before.
    Before(MessageRow),
}

/// Keeps a message: its row, its files as documents of the case, its entry in the record.
///
/// # Errors
/// As [`before`].
pub(crate) async fn keep(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    case: CaseId,
    writer: &Writer<'_>,
    new: NewMessage,
) -> Result<Outcome> {
    let row = MessageRow {
        id: ctx.new_id(),
        case,
        side: writer.side,
        person: writer.person,
        name: writer.name.to_owned(),
        position: writer.position.to_owned(),
        text: new.text.clone(),
        request: writer.request,
        sent_at: ctx.now,
        read_at: None,
        read_by: String::new(),
    };
    let made = c
        .exec(q!(
            "INSERT INTO message (id, office_id, case_id, side, person_id, name, position, text, request_id, sent_at, \
             read_by, once) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', $11) ON CONFLICT (case_id, once) DO NOTHING",
            row.id,
            scope.office(),
            case,
            row.side,
            row.person,
            &row.name,
            &row.position,
            &row.text,
            row.request,
            row.sent_at,
            &new.once
        ))
        .await?;
    if made == 0 {
        return before(c, scope, case, writer, &new).await?.map(Outcome::Before).ok_or_else(Fault::not_found);
    }
    let mut action = Action::new(writer.key).fact("message", row.id.to_string()).fact("files", new.files.len());
    action.position = writer.position.to_owned();
    if let Some(request) = writer.request {
        action = action.fact("request", request.to_string());
    }
    if ctx.actor.name().is_empty() {
        // Without an account the record knows no name; the one of the party stands in the words.
        action = action.text(writer.name);
    }
    chain::append(c, ctx, scope, case, action).await?;
    for (i, file) in new.files.iter().enumerate() {
        let document = NewDocument {
            stored: file.stored.clone(),
            name: file.name.clone(),
            kind: Kind::Attachment,
            origin: if writer.side == Side::Citizen { Origin::Party } else { Origin::Sent },
        };
        let doc = documents::add_with(c, ctx, scope, case, document, "document.added", writer.position).await?;
        c.exec(q!(
            "INSERT INTO message_file (message_id, ordinal, office_id, case_id, document_id, name, size, media_type)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            row.id,
            i64::try_from(i).unwrap_or(i64::MAX),
            scope.office(),
            case,
            doc.id,
            &doc.name,
            doc.size,
            &doc.media_type
        ))
        .await?;
    }
    let kept = Kept {
        thing: Thing::Message,
        object: row.id.0,
        title: row.text.clone(),
        names: vec![row.name.clone()],
        text: row.text.clone(),
        changed: row.sent_at,
    };
    records::index::kept(c, scope, case, kept).await?;
    Ok(Outcome::Kept(row))
}
