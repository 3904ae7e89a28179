//! Deciding on a letter: approving it with its final PDF, or returning it with remarks.

use db::{Conn, q};
use kernel::{Ctx, Fault, Result, ids::LetterId};
use offices::Desk;
use records::{
    cases::{self, event},
    chain::{self, Action, Link},
    documents::{self, Kind as DocumentKind, NewDocument, Origin},
};
use serde_json::json;
use web::App;

use crate::{
    LetterRow, Move, Step,
    act::{change, step},
    letter::{get, note_step},
    msg,
    paper::{file_name, letter_and_head, paper, signature},
    policy, preview,
    words::{Faults, MAX_LONG, lines},
};

/// The final PDF of a letter, in the store, and the version it was made from.
#[derive(Debug, Clone)]
pub struct Final {
    /// The object.
    pub stored: blob::Stored,
    /// The version it was made from.
    pub version: i64,
    /// Its pages.
    pub pages: i64,
    /// Characters the fonts lack, shown as □.
    pub replaced: String,
}

/// Makes the final PDF with the signature of the person at the desk and puts it into the store. Rendering and storing
/// stand outside the unit of work; [`approve`] then checks that the letter is still the same.
///
/// # Errors
/// As [`approve`]; `Unavailable` when too many documents wait to be rendered or the store is away.
pub async fn finish(app: &App, ctx: &Ctx, desk: &Desk, id: LetterId) -> Result<Final> {
    let (cx, d) = (ctx.clone(), desk.clone());
    let (row, head) = app
        .db
        .read(move |c| {
            Box::pin(async move {
                may_decide(c, &cx, &d, id).await?;
                let (row, _, head) = letter_and_head(c, &cx, &d, id).await?;
                Ok((row, head))
            })
        })
        .await?;
    let today = ctx.now.warsaw_date();
    let letter = paper(&row.content.0, &head, Some(signature(desk, ctx.now)), today);
    let rendered = app.pdf.render(letter.into(), today).await.map_err(preview::fault)?;
    let stored = app.blobs.put_bytes(rendered.bytes, "pismo.pdf").await?;
    Ok(Final {
        stored,
        version: row.version,
        pages: i64::try_from(rendered.pages).unwrap_or(i64::MAX),
        replaced: rendered.replaced.into_iter().collect(),
    })
}

/// The letter, when the person at the desk may decide on it now.
async fn may_decide(c: &mut Conn, ctx: &Ctx, desk: &Desk, id: LetterId) -> Result<LetterRow> {
    let row = crate::letter(c, desk, id).await?;
    cases::open_still(c, desk.scope, row.case).await?;
    step(&row, Move::Approve)?;
    let superiors = offices::superiors_of(c, desk.scope, row.unit, ctx.now.warsaw_date()).await?;
    if policy::approves(desk, &row, &superiors) {
        return Ok(row);
    }
    let mut fault = Fault::forbidden();
    if policy::addressed(desk, &row) && policy::wrote(desk, &row) {
        fault.key = msg::LETTERS_OWN_LETTER;
    }
    Err(fault)
}

/// Approves a letter: its PDF becomes a document of the case, nothing of it changes any more. Emits
/// `case.letter.approved`.
///
/// # Errors
/// `NotFound`; `Forbidden` for those who may not decide on it; `Conflict` when it was decided on or changed meanwhile, or
/// the case is settled.
pub async fn approve(c: &mut Conn, ctx: &Ctx, desk: &Desk, id: LetterId, last: &Final) -> Result<LetterRow> {
    let row = may_decide(c, ctx, desk, id).await?;
    if row.version != last.version {
        return Err(Fault::conflict(msg::LETTERS_STATE_CHANGED));
    }
    let case = cases::open_still(c, desk.scope, row.case).await?;
    let done = c
        .exec(q!(
            "UPDATE letter SET state = 'approved', decided_at = $4, decided_by = $5, hash = $6, size = $7, pages = $8,
             replaced = $9 WHERE id = $1 AND office_id = $2 AND version = $3 AND state = 'waiting'",
            id,
            desk.scope.office(),
            row.version,
            ctx.now,
            &desk.member.name,
            Link(last.stored.hash),
            i64::try_from(last.stored.size).unwrap_or(i64::MAX),
            last.pages,
            &last.replaced
        ))
        .await?;
    if done == 0 {
        return Err(Fault::conflict(msg::LETTERS_STATE_CHANGED));
    }
    let approved = get(c, desk.scope, id).await?;
    let document = NewDocument {
        stored: last.stored.clone(),
        name: file_name(&approved, &case.reference),
        kind: DocumentKind::Letter,
        origin: Origin::Office,
    };
    let position = desk.member.position.as_str();
    let doc = documents::add_with(c, ctx, desk.scope, row.case, document, "letter.approved", position).await?;
    c.exec(q!("UPDATE letter SET document_id = $2 WHERE id = $1", id, doc.id)).await?;
    note_step(c, ctx, desk, &row, Step::Approved, "", "").await?;
    c.emit(ctx, &event("case.letter.approved", desk.scope, &case, json!({"letter": id.to_string()}))).await?;
    get(c, desk.scope, id).await
}

/// Returns a letter with remarks, which are required.
///
/// # Errors
/// As [`approve`]; `Invalid` at `remarks`.
pub async fn return_(c: &mut Conn, ctx: &Ctx, desk: &Desk, id: LetterId, remarks: &str) -> Result<LetterRow> {
    let row = may_decide(c, ctx, desk, id).await?;
    let remarks = lines(remarks);
    let mut faults = Faults::default();
    faults.text("remarks", &remarks, MAX_LONG);
    faults.done()?;
    let to = step(&row, Move::Return)?;
    change(c, desk, &row, to).await?;
    c.exec(q!("UPDATE letter SET decided_at = $2, decided_by = $3 WHERE id = $1", id, ctx.now, &desk.member.name))
        .await?;
    note_step(c, ctx, desk, &row, Step::Returned, "", &remarks).await?;
    let action = Action::new("letter.returned").at(desk).text(&row.title).fact("letter", id.to_string());
    chain::append(c, ctx, desk.scope, row.case, action).await?;
    get(c, desk.scope, id).await
}
