//! A newer version of the course: who began stays with theirs, or moves and is told what changed.

use std::collections::BTreeMap;

use courses::{ItemKind, VersionRow};
use db::{BoxFuture, Conn, Listener, q};
use kernel::{
    Ctx, Event, Fault, Result,
    ids::{CourseId, CourseVersionId, EnrolmentId, ItemId},
};
use serde_json::json;

use crate::{
    Enrolment, ItemState, OutlineItem,
    enrol::emit,
    enrolment::{enrolment, lock},
    msg, outline, progress,
};

/// A newer version a learner may move to.
#[derive(Debug, Clone, PartialEq)]
pub struct Newer {
    /// The version.
    pub version: CourseVersionId,
    /// The versions since the learner's, the oldest first, each with its summary of changes.
    pub since: Vec<VersionRow>,
    /// The titles of what the learner has done and would have to do again, because it changed.
    pub again: Vec<String>,
    /// The titles of required items that are new.
    pub added: Vec<String>,
    /// Whether the learner chose to stay when asked about this version.
    pub stays: bool,
}

/// The newer version of a learner's course, if there is one and the learner is still on the way.
///
/// # Errors
/// Those of the database.
pub async fn newer(c: &mut Conn, row: &Enrolment) -> Result<Option<Newer>> {
    if !row.state.live() {
        return Ok(None);
    }
    let Some(version) = courses::latest(c, row.course).await?.filter(|v| *v != row.course_version) else {
        return Ok(None);
    };
    let since = courses::since(c, row.course_version).await?;
    let old: BTreeMap<ItemId, Vec<u8>> =
        outline::outline(c, row.course_version).await?.into_iter().map(|i| (i.id, i.digest)).collect();
    let done = progress::progress(c, row.id).await?;
    // Read only: whoever looks first at a new version reads it whole, whoever moves to it writes its rows.
    let new = outline::read(c, version).await?;
    let undone = |i: &OutlineItem| done.get(&i.id).is_some_and(|p| p.state.counts() && !stays_done(i, p));
    let again = new.iter().filter(|i| undone(i) && old.get(&i.id).is_some_and(|d| *d != i.digest));
    let again = again.map(|i| i.title.clone()).collect();
    let added = new.iter().filter(|i| i.required && !old.contains_key(&i.id)).map(|i| i.title.clone()).collect();
    let (stays_at,): (Option<CourseVersionId>,) =
        c.one(q!("SELECT stays_at FROM enrolment WHERE id = $1", row.id)).await?;
    Ok(Some(Newer { version, since, again, added, stays: stays_at == Some(version) }))
}

/// Writes down that a learner stays with their version, so that they are not asked about this newer one again. The caller
/// has checked that the enrolment is the learner's.
///
/// # Errors
/// Those of the database.
pub async fn stay(c: &mut Conn, id: EnrolmentId, version: CourseVersionId) -> Result<()> {
    c.exec(q!("UPDATE enrolment SET stays_at = $2 WHERE id = $1", id, version)).await.map(|_| ())
}

/// Whether what a learner did stays done though the item changed: a work that a trainer passed is passed for good.
fn stays_done(item: &OutlineItem, done: &progress::Progress) -> bool {
    item.kind == ItemKind::Assignment && done.state == ItemState::Passed
}

/// Moves a learner to the newest version. What did not change stays done, and so does a work that was passed; what else
/// changed counts as opened and is done again; what is gone no longer counts. When nothing required is missing then, the
/// course is completed. The caller has checked that the enrolment is the learner's or of their office.
///
/// # Errors
/// `NotFound`; `Conflict` when the course is completed or the enrolment ended.
pub async fn move_to_latest(c: &mut Conn, ctx: &Ctx, id: EnrolmentId) -> Result<Enrolment> {
    let row = lock(c, id).await?;
    if !row.state.live() {
        return Err(Fault::conflict(msg::ENROLMENTS_ENDED));
    }
    let Some(version) = courses::latest(c, row.course).await?.filter(|v| *v != row.course_version) else {
        return Ok(row);
    };
    let required = outline::ensure(c, version).await?;
    c.exec(q!(
        "UPDATE progress SET state = 'seen', done_at = NULL, score = NULL WHERE enrolment_id = $1 AND item_id IN \
         (SELECT n.item_id FROM version_item n JOIN version_item o ON o.item_id = n.item_id AND o.version_id = $2 \
          WHERE n.version_id = $3 AND n.digest <> o.digest AND NOT (n.kind = 'assignment' AND progress.state = 'passed'))",
        id,
        row.course_version,
        version
    ))
    .await?;
    c.exec(q!(
        "UPDATE enrolment SET version_id = $2, required = $3, stays_at = NULL, version = version + 1 WHERE id = $1",
        id,
        version,
        required
    ))
    .await?;
    let moved = enrolment(c, id).await?;
    emit(c, ctx, "enrolment.moved", &moved, json!({ "from": row.course_version })).await?;
    progress::recount(c, ctx, &moved).await?;
    enrolment(c, id).await
}

/// Moves those who have not begun yet to a version just published: there is nothing of theirs to keep. The program
/// registers it with [`Db::listen`](db::Db::listen).
pub fn listener() -> Listener {
    hear
}

fn hear<'c>(c: &'c mut Conn, _: &'c Ctx, event: &'c Event) -> BoxFuture<'c, Result<()>> {
    Box::pin(async move {
        if event.kind != "course.published" {
            return Ok(());
        }
        let Some(version) = event.payload.get("version").cloned().and_then(|v| serde_json::from_value(v).ok()) else {
            return Ok(());
        };
        let version: CourseVersionId = version;
        let required = outline::ensure(c, version).await?;
        c.exec(q!(
            "UPDATE enrolment SET version_id = $2, required = $3, version = version + 1 WHERE course_id = $1 \
             AND version_id <> $2 AND last_at IS NULL AND state IN ('requested', 'waiting', 'offered', 'active')",
            CourseId(event.object),
            version,
            required
        ))
        .await
        .map(|_| ())
    })
}
