//! The waiting list of a course: first come, first served; a place that becomes free is offered for some hours.

use audit::Entry;
use db::{Conn, q};
use jobs::{JobCtx, JobError, Runner};
use kernel::{
    Ctx, Fault, Micros, OfficeScope, Result,
    ids::{CourseId, EnrolmentId, GroupId, PersonId},
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{
    Enrolment, State,
    enrol::{activate, emit, end},
    enrolment::{enrolment, enrolment_in, lock},
    groups, mails, msg, way,
    words::{Check, MAX_TEXT, line},
};

/// The job that takes back an offer nobody took up.
const LAPSE: &str = "enrolments.offer.lapse";
/// The job that goes through the waiting list of a course.
const PROMOTE: &str = "enrolments.promote";
/// The shortest reason for moving somebody up, in characters.
const REASON_LEAST: usize = 5;

db::row! {
    /// Somebody on a waiting list.
    #[derive(Debug, Clone, PartialEq)]
    pub struct WaitingRow {
        /// The enrolment.
        pub enrolment: EnrolmentId,
        /// Who; none for a guest.
        pub person: Option<PersonId>,
        /// The group they want.
        pub group: Option<GroupId>,
        /// `waiting` or `offered`.
        pub state: State,
        /// Orders the list; see [`place_of`] for the place in the line.
        pub place: i64,
        /// Since when they wait.
        pub entered: Micros,
        /// Until when an offered place is theirs to take.
        pub offered_until: Option<Micros>,
    }
}

const ROWS: &str = "SELECT w.enrolment_id, e.person_id, e.group_id, e.state, w.place, w.entered, w.offered_until \
                    FROM waiting_list w JOIN enrolment e ON e.id = w.enrolment_id WHERE w.course_id = $1";

/// The waiting list of a course of the office in its order, those with an offer included; at most 2,000.
///
/// # Errors
/// `NotFound` when the course is another office's.
pub async fn waiting(c: &mut Conn, scope: OfficeScope, course: CourseId) -> Result<Vec<WaitingRow>> {
    courses::own_course(c, scope, course).await?;
    c.all(q!(ROWS, course).text(" ORDER BY w.place, w.enrolment_id LIMIT 2000")).await
}

/// A learner's place in the line, 1 for the next; `None` when they do not wait.
///
/// # Errors
/// Those of the database.
pub async fn place_of(c: &mut Conn, id: EnrolmentId) -> Result<Option<i64>> {
    let (n,): (i64,) = c
        .one(q!(
            "SELECT COUNT(*) FROM waiting_list w JOIN enrolment e ON e.id = w.enrolment_id AND e.state = 'waiting' \
             JOIN waiting_list me ON me.course_id = w.course_id \
             AND (w.place < me.place OR (w.place = me.place AND w.enrolment_id <= me.enrolment_id)) \
             JOIN enrolment mine ON mine.id = me.enrolment_id AND mine.state = 'waiting' WHERE me.enrolment_id = $1",
            id
        ))
        .await?;
    Ok((n > 0).then_some(n))
}

/// Until when an offered place is the learner's to take.
///
/// # Errors
/// Those of the database.
pub async fn offered_until(c: &mut Conn, id: EnrolmentId) -> Result<Option<Micros>> {
    let row: Option<(Option<Micros>,)> =
        c.opt(q!("SELECT offered_until FROM waiting_list WHERE enrolment_id = $1", id)).await?;
    Ok(row.and_then(|r| r.0))
}

/// Whether anybody waits on the course who could take a free place: not those who wait for a full group only.
pub(crate) async fn anybody(c: &mut Conn, course: CourseId) -> Result<bool> {
    let found: Option<(EnrolmentId,)> = c
        .opt(q!(
            "SELECT e.id FROM enrolment e LEFT JOIN course_group g ON g.id = e.group_id WHERE e.course_id = $1 \
             AND e.state = 'waiting' AND (g.seats IS NULL OR g.seats > (SELECT COUNT(*) FROM enrolment t \
             WHERE t.group_id = g.id AND t.state IN ('active', 'offered', 'completed'))) LIMIT 1",
            course
        ))
        .await?;
    Ok(found.is_some())
}

/// Whether anybody waits for a place in a group.
pub(crate) async fn anybody_in(c: &mut Conn, group: GroupId) -> Result<bool> {
    let found: Option<(EnrolmentId,)> =
        c.opt(q!("SELECT id FROM enrolment WHERE group_id = $1 AND state = 'waiting' LIMIT 1", group)).await?;
    Ok(found.is_some())
}

/// Puts a requested enrolment at the end of the list. The places of the course are taken for this unit of work.
pub(crate) async fn join(c: &mut Conn, ctx: &Ctx, row: &Enrolment) -> Result<()> {
    c.exec(q!("UPDATE enrolment SET state = 'waiting', version = version + 1 WHERE id = $1", row.id)).await?;
    c.exec(q!(
        "INSERT INTO waiting_list (enrolment_id, course_id, place, entered) \
         SELECT $1, $2, COALESCE(MAX(place), 0) + 1, $3 FROM waiting_list WHERE course_id = $2",
        row.id,
        row.course,
        ctx.now
    ))
    .await?;
    let after = enrolment(c, row.id).await?;
    emit(c, ctx, "enrolment.waiting", &after, json!({})).await
}

/// Offers the free places of a course to those who wait, in their order. Somebody who wants a full group is passed over
/// until there is room in it.
pub(crate) async fn promote(c: &mut Conn, ctx: &Ctx, course: CourseId) -> Result<()> {
    let way = way::lock(c, course).await?;
    let rows: Vec<WaitingRow> =
        c.all(q!(ROWS, course).text(" AND e.state = 'waiting' ORDER BY w.place, w.enrolment_id LIMIT 2000")).await?;
    if rows.is_empty() {
        return Ok(());
    }
    let mut free = match way.seats {
        Some(seats) => seats - way::taken(c, course).await?,
        None => i64::MAX,
    };
    let until = ctx.now.plus_seconds(way.offer_hours * 3600);
    for row in rows {
        if free <= 0 {
            break;
        }
        if let Some(group) = row.group
            && groups::lock(c, course, group).await?.is_some_and(|room| room <= 0)
        {
            continue;
        }
        offer(c, ctx, &row, until).await?;
        free -= 1;
    }
    Ok(())
}

async fn offer(c: &mut Conn, ctx: &Ctx, row: &WaitingRow, until: Micros) -> Result<()> {
    let id = row.enrolment;
    let offered = c
        .exec(q!(
            "UPDATE enrolment SET state = 'offered', version = version + 1 WHERE id = $1 AND state = 'waiting'",
            id
        ))
        .await?;
    if offered == 0 {
        return Ok(());
    }
    c.exec(q!(
        "UPDATE waiting_list SET offered_at = $2, offered_until = $3 WHERE enrolment_id = $1",
        id,
        ctx.now,
        until
    ))
    .await?;
    jobs::enqueue(c, ctx, LAPSE, &Lapse { enrolment: id }, until).await?;
    let after = enrolment(c, id).await?;
    mails::tell(c, ctx, &after, mails::News::Offered).await?;
    emit(c, ctx, "enrolment.offered", &after, json!({ "until": until })).await
}

/// Goes through the waiting list of a course soon, in a unit of work of its own.
pub(crate) async fn promote_later(c: &mut Conn, ctx: &Ctx, course: CourseId) -> Result<()> {
    jobs::enqueue(c, ctx, PROMOTE, &Promote { course }, ctx.now).await.map(|_| ())
}

/// Takes up an offered place. The caller has checked that the enrolment is the learner's.
///
/// # Errors
/// `NotFound`; `Conflict` when nothing is offered; `Gone` when the offer has lapsed.
pub async fn accept_offer(c: &mut Conn, ctx: &Ctx, id: EnrolmentId) -> Result<Enrolment> {
    let row = lock(c, id).await?;
    match row.state {
        State::Active => return Ok(row),
        State::Offered => {}
        State::Expired => return Err(Fault::new(kernel::FaultKind::Gone, msg::ENROLMENTS_OFFER_LAPSED)),
        _ => return Err(Fault::conflict(msg::ENROLMENTS_NOT_OFFERED)),
    }
    if offered_until(c, id).await?.is_none_or(|until| until <= ctx.now) {
        return Err(Fault::new(kernel::FaultKind::Gone, msg::ENROLMENTS_OFFER_LAPSED));
    }
    c.exec(q!("DELETE FROM waiting_list WHERE enrolment_id = $1", id)).await?;
    activate(c, ctx, id).await
}

/// Moves somebody who waits to another place in the line, 1 for the next. The reason stands in the audit log.
///
/// # Errors
/// `NotFound` when the course is another office's; `Invalid` at `reason` or `place`; `Conflict` when they do not wait.
pub async fn move_to(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: EnrolmentId,
    place: i64,
    reason: &str,
) -> Result<()> {
    let row = enrolment_in(c, scope, id).await?;
    let reason = line(reason);
    let mut check = Check::default();
    if reason.chars().count() < REASON_LEAST {
        check.fault("reason", msg::ENROLMENTS_REASON_NEEDED);
    }
    check.short("reason", &reason, MAX_TEXT);
    if place < 1 {
        check.fault("place", web::msg::FIELD_NUMBER);
    }
    check.done()?;
    way::lock(c, row.course).await?;
    let rows: Vec<WaitingRow> = c
        .all(q!(ROWS, row.course).text(" AND e.state = 'waiting' ORDER BY w.place, w.enrolment_id LIMIT 2000"))
        .await?;
    let Some(from) = rows.iter().position(|r| r.enrolment == id) else {
        return Err(Fault::conflict(msg::ENROLMENTS_NOT_WAITING));
    };
    let to = usize::try_from(place - 1).unwrap_or(0).min(rows.len() - 1);
    let mut order: Vec<EnrolmentId> = rows.iter().map(|r| r.enrolment).collect();
    let moved = order.remove(from);
    order.insert(to, moved);
    // The same places, dealt out anew.
    let mut places: Vec<i64> = rows.iter().map(|r| r.place).collect();
    places.sort_unstable();
    for ((id, place), before) in order.iter().zip(places).zip(&rows) {
        if before.enrolment != *id {
            c.exec(q!("UPDATE waiting_list SET place = $2 WHERE enrolment_id = $1", *id, place)).await?;
        }
    }
    let name = match row.person {
        Some(person) => identity::person(c, person).await?.name(),
        None => String::new(),
    };
    let course = courses::course(c, row.course).await?;
    let entry = Entry::admin("enrolments.moved", "enrolment", id)
        .detail("course", course.title)
        .detail("person", name)
        .detail("place-from", from + 1)
        .detail("place-to", to + 1)
        .detail("reason", reason);
    audit::write(c, ctx, Some(scope.office()), &entry).await.map(|_| ())
}

#[derive(Serialize, Deserialize)]
struct Lapse {
    enrolment: EnrolmentId,
}

#[derive(Serialize, Deserialize)]
struct Promote {
    course: CourseId,
}

/// Takes back an offer whose time is over; the place goes to the next. Does nothing when it was taken up or declined.
async fn lapse(c: &mut Conn, ctx: &Ctx, id: EnrolmentId) -> Result<()> {
    // The learner may take it up at this very moment: places before learners, then look.
    let course = enrolment(c, id).await?.course;
    way::lock(c, course).await?;
    let row = lock(c, id).await?;
    let due = offered_until(c, id).await?.is_some_and(|until| until <= ctx.now);
    if row.state != State::Offered || !due {
        return Ok(());
    }
    let ended = end(c, ctx, id, State::Expired, "").await?;
    mails::tell(c, ctx, &ended, mails::News::Lapsed).await
}

/// Registers the jobs of the waiting list.
pub(crate) fn register(runner: &mut Runner) {
    runner.on(LAPSE, |job: JobCtx, what: Lapse| async move {
        let done = job.clone();
        let work = job.db.write(move |c| {
            let job = done.clone();
            Box::pin(async move {
                lapse(c, &job.ctx, what.enrolment).await?;
                job.finish(c).await
            })
        });
        work.await.map_err(JobError::from)
    });
    runner.on(PROMOTE, |job: JobCtx, what: Promote| async move {
        let done = job.clone();
        let work = job.db.write(move |c| {
            let job = done.clone();
            Box::pin(async move {
                promote(c, &job.ctx, what.course).await?;
                job.finish(c).await
            })
        });
        work.await.map_err(JobError::from)
    });
}
