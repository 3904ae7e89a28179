//! Writing a work and handing it in: one unit of work, in which nothing that was sent gets lost.

use db::{Conn, q};
use enrolments::Enrolment;
use kernel::{Ctx, Fault, OfficeScope, Result, ids::ItemId};

use crate::{
    assignment::next_number,
    definition::Definition,
    msg,
    text::words,
    work::{State, Work, files, lock, work_of},
};

/// The longest text of a work, in characters.
pub const LONGEST: usize = 100_000;
/// The most files of a work.
pub const MOST_FILES: usize = 10;

/// A file on its way into a work; its object is in the store already.
#[derive(Debug, Clone, PartialEq)]
pub struct NewFile {
    /// Its name.
    pub name: String,
    /// The object.
    pub stored: blob::Stored,
}

/// What a learner sends.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sent {
    /// The text.
    pub text: String,
    /// The version of the work the form was made of; 0 when there was none.
    pub version: i64,
    /// Files to be added.
    pub files: Vec<NewFile>,
    /// The number of a file to be taken out of the draft.
    pub remove: Option<i64>,
    /// Whether to hand it in.
    pub hand_in: bool,
}

/// What came of it.
#[derive(Debug, Clone)]
pub enum Came {
    /// The draft is saved.
    Saved,
    /// An edition was handed in; or this very text had been, a moment before.
    HandedIn,
    /// The draft is saved, but cannot be handed in, or a file did not fit, for this reason.
    Refused(Fault),
    /// Another window saved another text meanwhile; that one stays. Files were added.
    Stale,
    /// It was handed in with another text meanwhile, or is passed.
    Closed,
}

/// Saves what a learner sends and hands it in if they ask. The caller has checked that the enrolment is the learner's and
/// open, and that `definition` is that of the assignment in the learner's version.
///
/// # Errors
/// `Invalid` at `text` when it is longer than [`LONGEST`]: then nothing is saved.
pub async fn send(
    c: &mut Conn,
    ctx: &Ctx,
    enrolment: &Enrolment,
    item: ItemId,
    definition: &Definition,
    sent: &Sent,
) -> Result<Came> {
    if sent.text.chars().count() > LONGEST {
        return Err(Fault::invalid(web::msg::FAULT_FIELDS).and_field(
            "text",
            msg::ASSIGNMENTS_FAULT_TEXT_LONG,
            vec![("most", LONGEST.into())],
        ));
    }
    let work = take(c, ctx, enrolment, item).await?;
    if !work.state.writable() {
        return Ok(if same_as_handed_in(c, &work, &sent.text).await? { Came::HandedIn } else { Came::Closed });
    }
    let mut refused = None;
    for file in &sent.files {
        if let Err(fault) = add(c, ctx, &work, definition, file).await {
            refused = Some(fault);
        }
    }
    if let Some(number) = sent.remove {
        c.exec(q!("DELETE FROM work_file WHERE work_id = $1 AND number = $2 AND edition IS NULL", work.id, number))
            .await?;
    }
    if sent.text != work.draft {
        if sent.version != work.version && !work.draft.is_empty() {
            return Ok(Came::Stale);
        }
        c.exec(q!(
            "UPDATE work SET draft = $2, saved = $3, version = version + 1 WHERE id = $1",
            work.id,
            &sent.text,
            ctx.now
        ))
        .await?;
    }
    if let Some(fault) = refused {
        return Ok(Came::Refused(fault));
    }
    if !sent.hand_in {
        return Ok(Came::Saved);
    }
    match ready(c, &work, definition, &sent.text).await? {
        Some(fault) => Ok(Came::Refused(fault)),
        None => {
            keep_edition(c, ctx, enrolment, &work, &sent.text).await?;
            Ok(Came::HandedIn)
        }
    }
}

/// The work, begun if it was not, taken for this unit of work.
async fn take(c: &mut Conn, ctx: &Ctx, enrolment: &Enrolment, item: ItemId) -> Result<Work> {
    if let Some(work) = work_of(c, enrolment.id, item).await? {
        return lock(c, work.id).await;
    }
    let scope = OfficeScope::checked(enrolment.holder);
    let number = next_number(c, ctx, scope, enrolment.course, item).await?;
    // Others who begin one have waited; perhaps this is the second window of the same learner.
    if work_of(c, enrolment.id, item).await?.is_none() {
        let id: kernel::ids::WorkId = ctx.new_id();
        c.exec(q!(
            "INSERT INTO work (id, office_id, course_id, item_id, enrolment_id, number, state, draft, saved, editions, \
             handed_in, files, markings, marked, score, version) \
             VALUES ($1, $2, $3, $4, $5, $6, 'draft', '', $7, 0, NULL, 0, 0, NULL, NULL, 1) ON CONFLICT DO NOTHING",
            id,
            enrolment.holder,
            enrolment.course,
            item,
            enrolment.id,
            number,
            ctx.now
        ))
        .await?;
    }
    let work = work_of(c, enrolment.id, item).await?.ok_or_else(|| Fault::conflict(web::msg::FAULT_CONFLICT))?;
    lock(c, work.id).await
}

async fn same_as_handed_in(c: &mut Conn, work: &Work, text: &str) -> Result<bool> {
    let last: Option<(String,)> =
        c.opt(q!("SELECT text FROM work_edition WHERE work_id = $1 AND number = $2", work.id, work.editions)).await?;
    Ok(last.is_some_and(|(last,)| last == text))
}

async fn add(c: &mut Conn, ctx: &Ctx, work: &Work, definition: &Definition, file: &NewFile) -> Result<()> {
    let wrong = |key, args| Fault::invalid(web::msg::FAULT_FIELDS).and_field("files", key, args);
    if !definition.files {
        return Err(wrong(msg::ASSIGNMENTS_FAULT_NO_FILES, Vec::new()));
    }
    let draft: Vec<_> = files(c, work.id).await?.into_iter().filter(|f| f.edition.is_none()).collect();
    if draft.iter().any(|f| f.name == file.name && f.hash == file.stored.hash) {
        // Sent twice.
        return Ok(());
    }
    if draft.len() >= MOST_FILES {
        return Err(wrong(msg::ASSIGNMENTS_FAULT_MANY_FILES, vec![("most", MOST_FILES.into())]));
    }
    let size = i64::try_from(file.stored.size).unwrap_or(i64::MAX);
    put(c, ctx, work, &file.name, &file.stored.hash, size, &file.stored.media_type).await
}

/// Puts a file into the draft.
pub(crate) async fn put(
    c: &mut Conn,
    ctx: &Ctx,
    work: &Work,
    name: &str,
    hash: &[u8],
    size: i64,
    media_type: &str,
) -> Result<()> {
    c.exec(q!("UPDATE work SET files = files + 1 WHERE id = $1", work.id)).await?;
    c.exec(q!(
        "INSERT INTO work_file (work_id, number, edition, name, hash, size, media_type, added) \
         VALUES ($1, (SELECT files FROM work WHERE id = $1), NULL, $2, $3, $4, $5, $6)",
        work.id,
        name,
        hash.to_vec(),
        size,
        media_type,
        ctx.now
    ))
    .await
    .map(|_| ())
}

/// What stands in the way of handing in.
async fn ready(c: &mut Conn, work: &Work, definition: &Definition, text: &str) -> Result<Option<Fault>> {
    let has = words(text);
    let least = usize::try_from(definition.min_words).unwrap_or(usize::MAX);
    if has < least {
        let args = vec![("least", least.into()), ("has", has.into())];
        return Ok(Some(Fault::invalid(web::msg::FAULT_FIELDS).and_field(
            "text",
            msg::ASSIGNMENTS_FAULT_FEW_WORDS,
            args,
        )));
    }
    let with_file = files(c, work.id).await?.iter().any(|f| f.edition.is_none());
    Ok((has == 0 && !with_file).then(|| Fault::field("text", msg::ASSIGNMENTS_FAULT_EMPTY)))
}

async fn keep_edition(c: &mut Conn, ctx: &Ctx, enrolment: &Enrolment, work: &Work, text: &str) -> Result<()> {
    let number = work.editions + 1;
    c.exec(q!(
        "INSERT INTO work_edition (work_id, number, version_id, text, at) VALUES ($1, $2, $3, $4, $5)",
        work.id,
        number,
        enrolment.course_version,
        text,
        ctx.now
    ))
    .await?;
    c.exec(q!("UPDATE work_file SET edition = $2 WHERE work_id = $1 AND edition IS NULL", work.id, number)).await?;
    c.exec(q!(
        "UPDATE work SET state = $2, editions = $3, handed_in = $4, version = version + 1 WHERE id = $1",
        work.id,
        State::Waiting,
        number,
        ctx.now
    ))
    .await
    .map(|_| ())
}
