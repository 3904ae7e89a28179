//! Publishing: the course as it is being written becomes a version that never changes.

use audit::Entry;
use db::{Conn, Json, q};
use i18n::T;
use kernel::{
    Ctx, Event, Fault, FieldFault, Micros, OfficeScope, Result,
    ids::{CourseId, CourseVersionId},
};

use crate::{
    CourseState,
    changes::{changes, summary_of},
    content::{Content, Facts, FileRef, ItemSnapshot, ModuleSnapshot, Snapshot},
    course::{CourseRow, course, log, own_course, wrote},
    file, hooks, keep, lesson, msg, structure,
};

/// The longest summary of changes, in characters.
const LONGEST: usize = 4000;
/// The longest reason for publishing despite barriers, in characters.
const LONGEST_REASON: usize = 1000;

db::row! {
    /// A published version.
    #[derive(Debug, Clone, PartialEq)]
    pub struct VersionRow {
        /// The identifier.
        pub id: CourseVersionId,
        /// Its course.
        pub course: CourseId,
        /// Its number, from 1.
        pub number: u32,
        /// When it was published.
        pub published_at: Micros,
        /// By whom, as named then.
        pub published_by: String,
        /// What changed since the version before; empty for the first.
        pub summary: String,
    }
}

const COLUMNS: &str =
    "SELECT v.id, v.course_id, v.number, v.published_at, v.published_by_name, v.summary FROM course_version v";

/// The versions of a course, the latest first.
///
/// # Errors
/// Those of the database.
pub async fn versions(c: &mut Conn, id: CourseId) -> Result<Vec<VersionRow>> {
    c.all(q!(COLUMNS).push(" WHERE v.course_id = ", id).text(" ORDER BY v.number DESC LIMIT 500")).await
}

/// A version.
///
/// # Errors
/// `NotFound` when there is none such.
pub async fn version(c: &mut Conn, id: CourseVersionId) -> Result<VersionRow> {
    c.one(q!(COLUMNS).push(" WHERE v.id = ", id)).await
}

/// The version new learners of a course get; none before the first is published.
///
/// # Errors
/// `NotFound` when there is no such course.
pub async fn latest(c: &mut Conn, id: CourseId) -> Result<Option<CourseVersionId>> {
    Ok(course(c, id).await?.published)
}

/// The versions published after one, the oldest first: what a learner who moves to the latest should be told.
///
/// # Errors
/// `NotFound` when there is no such version.
pub async fn since(c: &mut Conn, id: CourseVersionId) -> Result<Vec<VersionRow>> {
    let from = version(c, id).await?;
    let q = q!(COLUMNS).push(" WHERE v.course_id = ", from.course).push(" AND v.number > ", from.number);
    c.all(q.text(" ORDER BY v.number LIMIT 500")).await
}

/// The course as it is being written, as learners would see it if it were published now.
///
/// # Errors
/// `NotFound` when the office has no such course.
pub async fn draft(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: CourseId) -> Result<Content> {
    let row = own_course(c, scope, id).await?;
    Ok(Content::of(draft_snapshot(c, ctx, &row).await?, None, 0))
}

pub(crate) async fn draft_snapshot(c: &mut Conn, ctx: &Ctx, row: &CourseRow) -> Result<Snapshot> {
    let mut texts: std::collections::HashMap<_, _> =
        lesson::lessons(c, row.id).await?.into_iter().map(|l| (l.item, l.text())).collect();
    let mut modules: Vec<ModuleSnapshot> = structure::modules(c, row.id)
        .await?
        .into_iter()
        .map(|m| ModuleSnapshot { id: m.id, title: m.title, summary: m.summary, items: Vec::new() })
        .collect();
    for item in structure::items(c, row.id).await? {
        let part = hooks::part(c, ctx, &item).await?;
        if let Some(module) = modules.iter_mut().find(|m| m.id == item.module) {
            module.items.push(ItemSnapshot {
                id: item.id,
                kind: item.kind,
                title: item.title,
                minutes: item.minutes,
                required: item.required,
                settings: item.settings.0,
                part,
                lesson: texts.remove(&item.id),
            });
        }
    }
    let files = file::files(c, row.id).await?.iter().map(FileRef::of).collect();
    Ok(Snapshot { course: Facts::of(row), modules, files })
}

/// What would change for learners if the course were published now: nothing to compare with before the first version.
pub(crate) async fn pending(c: &mut Conn, ctx: &Ctx, row: &CourseRow) -> Result<Vec<crate::Change>> {
    let new = draft_snapshot(c, ctx, row).await?;
    match row.published {
        Some(id) => Ok(changes(&keep::snapshot(c, id).await?, &new)),
        None => Ok(Vec::new()),
    }
}

/// What an author says of the barriers that the accessibility check finds in a course they publish all the same.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Despite {
    /// How many barriers there are.
    pub barriers: usize,
    /// Whether they said that they publish despite them.
    pub said: bool,
    /// Why.
    pub reason: String,
}

impl Despite {
    /// With barriers their author says so and why.
    fn check(&self) -> Result<()> {
        let mut faults = Vec::new();
        let mut fault = |field: &str, key| faults.push(FieldFault { field: field.into(), key, args: Vec::new() });
        if self.barriers > 0 && !self.said {
            fault("despite", msg::COURSES_DESPITE_TICK);
        }
        if self.barriers > 0 && self.reason.trim().is_empty() {
            fault("reason", web::msg::FIELD_REQUIRED);
        } else if self.reason.chars().count() > LONGEST_REASON {
            fault("reason", msg::COURSES_TOO_LONG);
        }
        Fault::check(faults)
    }
}

/// Publishes the course for its author, as [`publish`]. Where there are barriers, why it is published despite them stands
/// in the log of the office.
///
/// # Errors
/// `Invalid` at `despite` and `reason` when there are barriers and the author does not say so, or not why, or in more than
/// 1000 characters; those of [`publish`].
pub async fn publish_despite(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: CourseId,
    summary: &str,
    despite: &Despite,
) -> Result<CourseVersionId> {
    despite.check()?;
    let version = publish(c, ctx, scope, id, summary).await?;
    if despite.barriers > 0 {
        let entry = Entry::admin("course.barriers", "course", id)
            .detail("course", own_course(c, scope, id).await?.title)
            .detail("barriers", despite.barriers)
            .detail("reason", despite.reason.trim());
        audit::write(c, ctx, Some(scope.office()), &entry).await?;
    }
    Ok(version)
}

/// Publishes the course as it is, whatever barriers are in it: for courses the program makes itself, such as those of the
/// demonstration; authors publish with [`publish_despite`]. An empty `summary` is replaced by one computed from what changed,
/// in the language of the context. Tells it with `course.published` {course, version, number, slug, title} in the same unit of
/// work.
///
/// # Errors
/// `Invalid` when there is nothing in the course, an activity cannot be taken yet ([`crate::register_check`]), or the summary is longer than 4000 characters; `Conflict` when it is
/// archived; `NotFound` when the office has no such course; what a registered part says.
pub async fn publish(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: CourseId,
    summary: &str,
) -> Result<CourseVersionId> {
    // Two who publish at once come one after the other.
    c.exec(q!("UPDATE course SET updated = $3 WHERE office_id = $1 AND id = $2", scope.office(), id, ctx.now)).await?;
    let row = own_course(c, scope, id).await?;
    if row.state == CourseState::Archived {
        return Err(Fault::conflict(msg::COURSES_IS_ARCHIVED));
    }
    if summary.chars().count() > LONGEST {
        return Err(Fault::field("summary", msg::COURSES_TOO_LONG));
    }
    let new = draft_snapshot(c, ctx, &row).await?;
    if new.modules.iter().all(|m| m.items.is_empty()) {
        return Err(Fault::invalid(msg::COURSES_NOTHING_IN_IT));
    }
    for item in new.modules.iter().flat_map(|m| &m.items) {
        if let Some(key) = hooks::unready(item.kind, &item.part) {
            let fault = Fault::invalid(msg::COURSES_UNREADY).arg("title", item.title.as_str());
            return Err(fault.arg("why", T(ctx.lang).s(key)));
        }
    }
    let mut summary = summary.trim().to_owned();
    if let Some(old) = row.published.filter(|_| summary.is_empty()) {
        summary = summary_of(T(ctx.lang), &changes(&keep::snapshot(c, old).await?, &new));
    }
    let (last,): (i64,) = c
        .one(q!("SELECT CAST(COALESCE(MAX(number), 0) AS BIGINT) FROM course_version WHERE course_id = $1", id))
        .await?;
    let version: CourseVersionId = ctx.new_id();
    c.exec(q!(
        "INSERT INTO course_version (id, course_id, number, published_at, published_by, published_by_name, summary, \
         content) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        version,
        id,
        last + 1,
        ctx.now,
        ctx.actor.person(),
        ctx.actor.name(),
        &summary,
        Json(&new)
    ))
    .await?;
    c.exec(q!(
        "UPDATE course SET state = 'published', published_version = $2, published_at = $3 WHERE id = $1",
        id,
        version,
        ctx.now
    ))
    .await?;
    wrote(c, ctx, id).await?;
    log(c, ctx, scope, "course.published", id, &row.title).await?;
    let event = Event {
        kind: "course.published".into(),
        office: Some(scope.office()),
        object: id.0,
        concerns: None,
        payload: serde_json::json!({
            "course": id, "version": version, "number": last + 1, "slug": row.slug, "title": row.title,
        }),
    };
    c.emit(ctx, &event).await?;
    Ok(version)
}
