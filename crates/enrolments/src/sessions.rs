//! Live sessions of a course: in a place or by a link, for everybody or for one group.

use std::sync::Arc;

use db::{Conn, Q, Recent, q};
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use jobs::{JobCtx, JobError, Runner};
use kernel::{
    Ctx, Fault, Micros, OfficeScope, Result,
    ids::{CourseId, EnrolmentId, GroupId, ItemId, LiveSessionId},
};

use serde::{Deserialize, Serialize};

use crate::{
    Enrolment, groups, mails, msg,
    words::{Check, MAX_NAME, MAX_TEXT, line, lines},
};

/// The longest session, in hours.
const LONGEST_HOURS: i64 = 24;
/// How many learners are written to in one unit of work.
const SOME: usize = 200;

db::row! {
    /// A live session.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct SessionRow {
        /// The identifier.
        pub id: LiveSessionId,
        /// The course.
        pub course: CourseId,
        /// The item of the course that taking part counts for, if any.
        pub item: Option<ItemId>,
        /// The group it is for; none for everybody.
        pub group: Option<GroupId>,
        /// The title.
        pub title: String,
        /// When it begins.
        pub starts: Micros,
        /// When it ends.
        pub ends: Micros,
        /// Where; empty when only by a link.
        pub place: String,
        /// Where to join by a browser; empty when only in a place.
        pub link: String,
        /// What to bring, how to come.
        pub note: String,
        /// Whether it was called off.
        pub cancelled: bool,
        /// Counts changes that calendars must learn of (RFC 5545, SEQUENCE).
        pub sequence: i64,
        /// When it was last changed.
        pub changed: Micros,
        /// Counts changes.
        pub version: i64,
    }
}

impl SessionRow {
    /// Whether a learner is expected: it is for everybody, or for their group.
    pub fn expects(&self, learner: &Enrolment) -> bool {
        self.group.is_none() || self.group == learner.group
    }
}

const SELECT: &str = "SELECT id, course_id, item_id, group_id, title, starts, ends, place, link, note, cancelled, sequence, \
                      changed, version FROM live_session";

/// The time zone of sessions.
pub(crate) fn warsaw() -> TimeZone {
    TimeZone::get("Europe/Warsaw").unwrap_or_else(|_| TimeZone::fixed(jiff::tz::offset(1)))
}

/// The moment of a time on the wall in Poland, as a form gives it: `2026-11-05T10:00`. `None` for what is no time, and for
/// a time the change to summer time leaves out; of the two that the change to winter time makes the first.
pub fn moment(text: &str) -> Option<Micros> {
    let local: DateTime = text.trim().parse().ok()?;
    let found = warsaw().to_ambiguous_timestamp(local);
    if found.is_ambiguous() && found.earlier().ok() != found.compatible().ok() {
        return None;
    }
    found.compatible().ok().map(|t: Timestamp| Micros(t.as_microsecond()))
}

/// The time on the wall in Poland, as a form takes it: `2026-11-05T10:00`.
pub fn wall(at: Micros) -> String {
    at.timestamp().to_zoned(warsaw()).strftime("%Y-%m-%dT%H:%M").to_string()
}

/// The sessions of a course, the soonest first, at most 500, those called off too.
///
/// # Errors
/// Those of the database.
pub async fn sessions(c: &mut Conn, course: CourseId) -> Result<Vec<SessionRow>> {
    c.all(Q::new(SELECT).push(" WHERE course_id = ", course).text(" ORDER BY starts, id LIMIT 500")).await
}

/// The sessions a learner is expected at: for everybody, and for their group.
///
/// # Errors
/// Those of the database.
pub async fn sessions_for(c: &mut Conn, row: &Enrolment) -> Result<Vec<SessionRow>> {
    let mut all = sessions(c, row.course).await?;
    all.retain(|s| s.expects(row));
    Ok(all)
}

/// Sessions read a moment ago, by courses.
struct Lately(Recent<CourseId, Arc<Vec<SessionRow>>>);

/// The sessions of a course as they were a moment ago, also of groups the learner is not in (see [`SessionRow::expects`]):
/// for pages asked for often.
///
/// # Errors
/// Those of the database.
pub async fn sessions_lately(req: &web::Req, course: CourseId) -> Result<Arc<Vec<SessionRow>>> {
    let db = &req.app.db;
    let known = db.shared(|db| Lately(Recent::new(db.watch(&["live_session"]))));
    let read = db.read(move |c| Box::pin(async move { sessions(c, course).await.map(Arc::new) }));
    known.0.or_else(course, req.ctx.now, read).await
}

/// A session of a course.
///
/// # Errors
/// `NotFound`.
pub async fn session(c: &mut Conn, course: CourseId, id: LiveSessionId) -> Result<SessionRow> {
    c.one(Q::new(SELECT).push(" WHERE id = ", id).push(" AND course_id = ", course)).await
}

/// A session of a course of the office.
///
/// # Errors
/// `NotFound`.
pub async fn own_session(c: &mut Conn, scope: OfficeScope, id: LiveSessionId) -> Result<SessionRow> {
    c.one(Q::new(SELECT).push(" WHERE id = ", id).push(" AND office_id = ", scope.office())).await
}

/// A session to be set, or what one is changed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewSession {
    /// The title, at most 200 characters.
    pub title: String,
    /// When it begins.
    pub starts: Micros,
    /// When it ends; at most 24 hours later.
    pub ends: Micros,
    /// Where.
    pub place: String,
    /// Where to join by a browser: an address beginning with `https://`. A place or a link must be given.
    pub link: String,
    /// What to bring, how to come.
    pub note: String,
    /// The group it is for; none for everybody.
    pub group: Option<GroupId>,
    /// The item of the course that taking part counts for.
    pub item: Option<ItemId>,
}

async fn checked(c: &mut Conn, scope: OfficeScope, course: CourseId, new: &NewSession) -> Result<NewSession> {
    courses::own_course(c, scope, course).await?;
    let new = NewSession {
        title: line(&new.title),
        place: line(&new.place),
        link: line(&new.link),
        note: lines(&new.note),
        ..new.clone()
    };
    let mut check = Check::default();
    check.text("title", &new.title, MAX_NAME);
    check.short("place", &new.place, MAX_NAME);
    check.short("link", &new.link, 1_000);
    check.short("note", &new.note, MAX_TEXT);
    if new.place.is_empty() && new.link.is_empty() {
        check.fault("place", msg::ENROLMENTS_SESSION_WHERE);
    }
    if !new.link.is_empty() && (!new.link.starts_with("https://") || new.link.contains(char::is_whitespace)) {
        check.fault("link", msg::ENROLMENTS_SESSION_LINK);
    }
    if new.ends <= new.starts {
        check.fault("ends", msg::ENROLMENTS_PERIOD);
    } else if new.ends > new.starts.plus_seconds(LONGEST_HOURS * 3600) {
        check.fault("ends", msg::ENROLMENTS_SESSION_LONG);
    }
    if let Some(item) = new.item {
        let kind = courses::own_item(c, scope, item).await.ok().filter(|i| i.course == course).map(|i| i.kind);
        if kind != Some(courses::ItemKind::Session) {
            check.fault("item", web::msg::FIELD_CHOICE);
        }
    }
    check.done()?;
    if let Some(group) = new.group {
        groups::group(c, course, group).await?;
    }
    Ok(new)
}

/// Whether a session may begin then: not before now.
fn ahead(ctx: &Ctx, starts: Micros) -> Result<()> {
    if starts < ctx.now { Err(Fault::field("day", msg::ENROLMENTS_SESSION_PAST)) } else { Ok(()) }
}

/// Sets a session of a course of the office. The learners it is for get an e-mail about it.
///
/// # Errors
/// `NotFound`; `Invalid` with the fields at fault, at `day` when it would begin in the past.
pub async fn add_session(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    course: CourseId,
    new: &NewSession,
) -> Result<LiveSessionId> {
    let new = checked(c, scope, course, new).await?;
    ahead(ctx, new.starts)?;
    let id: LiveSessionId = ctx.new_id();
    c.exec(q!(
        "INSERT INTO live_session (id, office_id, course_id, item_id, group_id, title, starts, ends, place, link, note, \
         cancelled, sequence, code, created, changed, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, FALSE, 0, '', $12, $12, 1)",
        id,
        scope.office(),
        course,
        new.item,
        new.group,
        &new.title,
        new.starts,
        new.ends,
        &new.place,
        &new.link,
        &new.note,
        ctx.now
    ))
    .await?;
    tell(c, ctx, course, new.group, true).await?;
    Ok(id)
}

/// Changes a session. A new time, place, link or group raises the sequence, so that calendars follow, and is told by e-mail.
///
/// # Errors
/// As [`add_session`]; `Conflict` when it was changed since `version`, or called off.
pub async fn change_session(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: LiveSessionId,
    version: i64,
    new: &NewSession,
) -> Result<()> {
    let old = own_session(c, scope, id).await?;
    if old.cancelled {
        return Err(Fault::conflict(msg::ENROLMENTS_SESSION_OFF));
    }
    let new = checked(c, scope, old.course, new).await?;
    if new.starts != old.starts {
        ahead(ctx, new.starts)?;
    }
    let moved = (old.starts, old.ends, old.group) != (new.starts, new.ends, new.group)
        || old.place != new.place
        || old.link != new.link;
    let sequence = i64::from(moved || old.title != new.title || old.note != new.note);
    let done = c
        .exec(q!(
            "UPDATE live_session SET title = $3, starts = $4, ends = $5, place = $6, link = $7, note = $8, group_id = $9, \
             item_id = $10, sequence = sequence + $11, changed = $12, version = version + 1 \
             WHERE id = $1 AND office_id = $2 AND version = $13",
            id,
            scope.office(),
            &new.title,
            new.starts,
            new.ends,
            &new.place,
            &new.link,
            &new.note,
            new.group,
            new.item,
            sequence,
            ctx.now,
            version
        ))
        .await?;
    if done == 0 {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    if moved { tell(c, ctx, old.course, new.group, false).await } else { Ok(()) }
}

/// Calls a session off. It stays in the list and in calendars, as called off. Twice is once.
///
/// # Errors
/// `NotFound`.
pub async fn cancel_session(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: LiveSessionId) -> Result<()> {
    let old = own_session(c, scope, id).await?;
    let done = c
        .exec(q!(
            "UPDATE live_session SET cancelled = TRUE, sequence = sequence + 1, changed = $3, version = version + 1, \
             code = '', code_until = NULL WHERE id = $1 AND office_id = $2 AND NOT cancelled",
            id,
            scope.office(),
            ctx.now
        ))
        .await?;
    if done == 0 { Ok(()) } else { tell(c, ctx, old.course, old.group, false).await }
}

/// The job that writes to the learners of a session, some at a time.
const NEWS: &str = "enrolments.session.news";

#[derive(Serialize, Deserialize)]
struct News {
    course: CourseId,
    group: Option<GroupId>,
    after: Option<EnrolmentId>,
    /// Whether the session is a new one; otherwise one was changed or called off.
    #[serde(default)]
    added: bool,
}

/// Writes to the learners of a course, or of a group, that there is news: soon, in units of work of their own.
async fn tell(c: &mut Conn, ctx: &Ctx, course: CourseId, group: Option<GroupId>, added: bool) -> Result<()> {
    jobs::enqueue(c, ctx, NEWS, &News { course, group, after: None, added }, ctx.now).await.map(|_| ())
}

async fn write_some(c: &mut Conn, ctx: &Ctx, news: &News) -> Result<()> {
    let mut q = db::Q::new(crate::enrolment::SELECT).push(" WHERE e.course_id = ", news.course);
    q = q.text(" AND e.state = 'active' AND e.person_id IS NOT NULL");
    if let Some(group) = news.group {
        q = q.push(" AND e.group_id = ", group);
    }
    if let Some(after) = news.after {
        q = q.push(" AND e.id > ", after);
    }
    let rows: Vec<Enrolment> = c.all(q.push(" ORDER BY e.id LIMIT ", SOME)).await?;
    for row in &rows {
        mails::tell(c, ctx, row, if news.added { mails::News::SessionAdded } else { mails::News::Session }).await?;
    }
    if let Some(last) = rows.last().filter(|_| rows.len() == SOME) {
        let rest = News { course: news.course, group: news.group, after: Some(last.id), added: news.added };
        jobs::enqueue(c, ctx, NEWS, &rest, ctx.now).await?;
    }
    Ok(())
}

/// Registers the job of sessions.
pub(crate) fn register(runner: &mut Runner) {
    runner.on(NEWS, |job: JobCtx, news: News| async move {
        let (done, news) = (job.clone(), Arc::new(news));
        let work = job.db.write(move |c| {
            let (job, news) = (done.clone(), Arc::clone(&news));
            Box::pin(async move {
                write_some(c, &job.ctx, &news).await?;
                job.finish(c).await
            })
        });
        work.await.map_err(JobError::from)
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_on_the_wall_is_read_in_poland() {
        assert_eq!(moment("2026-11-05T10:00").map(|m| m.rfc3339()).as_deref(), Some("2026-11-05T09:00:00.000000Z"));
        assert_eq!(moment("2026-07-01T10:00").map(|m| m.rfc3339()).as_deref(), Some("2026-07-01T08:00:00.000000Z"));
        assert_eq!(moment("2026-07-01T10:00").map(wall).as_deref(), Some("2026-07-01T10:00"));
        assert_eq!(moment("jutro"), None);
    }

    #[test]
    fn the_hour_that_comes_twice_is_taken_the_first_time_and_the_one_left_out_is_refused() {
        assert_eq!(moment("2026-10-25T02:30").map(|m| m.rfc3339()).as_deref(), Some("2026-10-25T00:30:00.000000Z"));
        assert_eq!(moment("2026-03-29T02:30"), None);
    }
}
