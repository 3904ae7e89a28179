//! What a learner notes beside a lesson. Nobody else reads it.

use db::{Conn, q};
use kernel::{
    Ctx, Fault, Micros, Result,
    ids::{EnrolmentId, ItemId, LearnerNoteId},
};

use crate::words::{Check, MAX_TEXT, lines};

/// The most notes of one learner on a course.
pub const MOST_NOTES: i64 = 1_000;

db::row! {
    /// A note.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct NoteRow {
        /// The identifier.
        pub id: LearnerNoteId,
        /// The item it stands beside.
        pub item: ItemId,
        /// The text.
        pub text: String,
        /// When it was written.
        pub created: Micros,
        /// When it was last changed.
        pub changed: Micros,
        /// Counts changes.
        pub version: i64,
    }
}

const SELECT: &str = "SELECT id, item_id, text, created, changed, version FROM learner_note WHERE enrolment_id = $1";

/// A learner's notes beside an item, the oldest first. The caller has checked that the enrolment is the reader's own; no
/// trainer and no coordinator reads them.
///
/// # Errors
/// Those of the database.
pub async fn notes(c: &mut Conn, enrolment: EnrolmentId, item: ItemId) -> Result<Vec<NoteRow>> {
    c.all(q!(SELECT, enrolment).push(" AND item_id = ", item).text(" ORDER BY id LIMIT 200")).await
}

/// All notes of a learner on a course, the oldest first.
///
/// # Errors
/// Those of the database.
pub async fn all_notes(c: &mut Conn, enrolment: EnrolmentId) -> Result<Vec<NoteRow>> {
    c.all(q!(SELECT, enrolment).text(" ORDER BY id LIMIT 1000")).await
}

fn checked(text: &str) -> Result<String> {
    let text = lines(text);
    let mut check = Check::default();
    check.text("text", &text, MAX_TEXT);
    check.done()?;
    Ok(text)
}

/// Writes a note.
///
/// # Errors
/// `Invalid` at `text`; `Conflict` when the learner has a thousand on the course already.
pub async fn add_note(
    c: &mut Conn,
    ctx: &Ctx,
    enrolment: EnrolmentId,
    item: ItemId,
    text: &str,
) -> Result<LearnerNoteId> {
    let text = checked(text)?;
    let (n,): (i64,) = c.one(q!("SELECT COUNT(*) FROM learner_note WHERE enrolment_id = $1", enrolment)).await?;
    if n >= MOST_NOTES {
        return Err(Fault::conflict(crate::msg::ENROLMENTS_TOO_MANY_NOTES));
    }
    let id: LearnerNoteId = ctx.new_id();
    c.exec(q!(
        "INSERT INTO learner_note (id, enrolment_id, item_id, text, created, changed, version) \
         VALUES ($1, $2, $3, $4, $5, $5, 1)",
        id,
        enrolment,
        item,
        &text,
        ctx.now
    ))
    .await?;
    Ok(id)
}

/// Changes a note of the learner's own.
///
/// # Errors
/// `NotFound`; `Invalid` at `text`; `Conflict` when it was changed since `version`, on another device.
pub async fn change_note(
    c: &mut Conn,
    ctx: &Ctx,
    enrolment: EnrolmentId,
    id: LearnerNoteId,
    version: i64,
    text: &str,
) -> Result<()> {
    let text = checked(text)?;
    let done = c
        .exec(q!(
            "UPDATE learner_note SET text = $4, changed = $5, version = version + 1 \
             WHERE id = $1 AND enrolment_id = $2 AND version = $3",
            id,
            enrolment,
            version,
            &text,
            ctx.now
        ))
        .await?;
    if done == 0 {
        c.one::<NoteRow>(q!(SELECT, enrolment).push(" AND id = ", id)).await?;
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    Ok(())
}

/// Removes a note of the learner's own. `false` when it was gone already.
///
/// # Errors
/// Those of the database.
pub async fn remove_note(c: &mut Conn, enrolment: EnrolmentId, id: LearnerNoteId) -> Result<bool> {
    Ok(c.exec(q!("DELETE FROM learner_note WHERE id = $1 AND enrolment_id = $2", id, enrolment)).await? == 1)
}
