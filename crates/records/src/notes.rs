//! Notes within a case (notatki służbowe): seen by officials only.

use db::{Conn, q};
use kernel::{
    Ctx, Fault, Micros, OfficeScope, Result,
    ids::{CaseId, NoteId, PersonId},
};
use offices::Desk;

use crate::{
    cases::{self, Saved},
    chain::{self, Action},
    index,
    words::{Check, MAX_LONG, lines},
};

db::row! {
    /// A note.
    #[derive(Debug, Clone, PartialEq)]
    pub struct NoteRow {
        /// The identifier.
        pub id: NoteId,
        /// Who wrote it.
        pub author: Option<PersonId>,
        /// Their name.
        pub author_name: String,
        /// The text.
        pub text: String,
        /// When it was written.
        pub at: Micros,
        /// Counts edits.
        pub version: i64,
    }
}

fn checked(text: &str) -> Result<String> {
    let text = lines(text);
    let mut check = Check::default();
    check.text("text", &text, MAX_LONG);
    check.done()?;
    Ok(text)
}

/// Adds a note to a case. The record says that it was written; its text, which the case file keeps, is not repeated there.
///
/// # Errors
/// As [`cases::writable`]; `Invalid` at `text`.
pub async fn add(c: &mut Conn, ctx: &Ctx, desk: &Desk, case: CaseId, text: &str) -> Result<NoteRow> {
    let row = cases::writable(c, desk, case).await?;
    let text = checked(text)?;
    let note = NoteRow {
        id: ctx.new_id(),
        author: ctx.actor.person(),
        author_name: ctx.actor.name().to_owned(),
        text,
        at: ctx.now,
        version: 1,
    };
    c.exec(q!(
        "INSERT INTO note (id, office_id, case_id, author_id, author_name, text, at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 1)",
        note.id,
        desk.scope.office(),
        case,
        note.author,
        &note.author_name,
        &note.text,
        note.at
    ))
    .await?;
    chain::append(c, ctx, desk.scope, case, Action::new("note.added").at(desk).fact("note", note.id.to_string()))
        .await?;
    index::note(c, desk.scope, &row, &note).await?;
    Ok(note)
}

/// Edits one's own note. The text before goes into the record. A stale edit changes nothing and gives the note as it is.
///
/// # Errors
/// As [`cases::writable`]; `NotFound`; `Forbidden` for a note of somebody else; `Invalid` at `text`.
pub async fn edit(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    case: CaseId,
    id: NoteId,
    text: &str,
    version: i64,
) -> Result<Saved<NoteRow>> {
    let row = cases::writable(c, desk, case).await?;
    let text = checked(text)?;
    let now: NoteRow = c
        .one(q!(
            "SELECT id, author_id, author_name, text, at, version FROM note
             WHERE id = $1 AND case_id = $2 AND office_id = $3",
            id,
            case,
            desk.scope.office()
        ))
        .await?;
    if now.author != Some(desk.member.person) {
        return Err(Fault::forbidden());
    }
    let done = c
        .exec(q!(
            "UPDATE note SET text = $3, version = version + 1 WHERE id = $1 AND office_id = $2 AND version = $4",
            id,
            desk.scope.office(),
            &text,
            version
        ))
        .await?;
    if done == 0 {
        return Ok(Saved::Stale(now));
    }
    let action = Action::new("note.edited").at(desk).fact("note", id.to_string()).fact("before", now.text.as_str());
    chain::append(c, ctx, desk.scope, case, action).await?;
    let note = NoteRow { text, version: version + 1, ..now };
    index::note(c, desk.scope, &row, &note).await?;
    Ok(Saved::Done(note))
}

/// The notes of a case, newest first, at most 1,000.
///
/// # Errors
/// Those of the database.
pub async fn list(c: &mut Conn, scope: OfficeScope, case: CaseId) -> Result<Vec<NoteRow>> {
    c.all(q!(
        "SELECT id, author_id, author_name, text, at, version FROM note WHERE case_id = $1 AND office_id = $2
         ORDER BY id DESC LIMIT 1000",
        case,
        scope.office()
    ))
    .await
}
