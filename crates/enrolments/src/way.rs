//! How one gets into a course: openly, on request, or only by a coordinator; how many places there are.

use audit::Entry;
use db::{Conn, Json, q};
use kernel::{
    Ctx, Fault, OfficeScope, Result,
    ids::{CourseId, GroupId},
};

use crate::{groups, msg, steps::Approver, waiting, words::Check};

db::text_enum! {
    /// How one gets in.
    pub enum Mode {
        /// Whoever wants enrols.
        Open = "open",
        /// Whoever wants asks; the people of the chain approve in turn.
        Request = "request",
        /// Only a coordinator enrols.
        Closed = "closed",
    }
}

impl Mode {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Mode::Open => msg::ENROLMENTS_MODE_OPEN,
            Mode::Request => msg::ENROLMENTS_MODE_REQUEST,
            Mode::Closed => msg::ENROLMENTS_MODE_CLOSED,
        }
    }
}

/// The most places a course or group may be limited to.
pub const MOST_SEATS: i64 = 100_000;
/// Hours an offered place waits unless the course says otherwise.
pub const OFFER_HOURS: i64 = 48;

/// The way into a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// How one gets in.
    pub mode: Mode,
    /// Who approves, in turn; used with [`Mode::Request`].
    pub chain: Vec<Approver>,
    /// How many may learn at once; none for any number.
    pub seats: Option<i64>,
    /// Hours an offered place waits, 1 to 720.
    pub offer_hours: i64,
    /// Counts changes; 0 when nobody set anything yet.
    pub version: i64,
}

impl Default for Way {
    fn default() -> Self {
        Self { mode: Mode::Open, chain: Vec::new(), seats: None, offer_hours: OFFER_HOURS, version: 0 }
    }
}

type Columns = (Mode, Json<Vec<Approver>>, Option<i64>, i64, i64);

/// The way into a course; open and without a limit when nobody set it.
///
/// # Errors
/// Those of the database.
pub async fn way(c: &mut Conn, course: CourseId) -> Result<Way> {
    let row: Option<Columns> =
        c.opt(q!("SELECT mode, chain, seats, offer_hours, version FROM way_in WHERE course_id = $1", course)).await?;
    Ok(row.map_or_else(Way::default, |(mode, chain, seats, offer_hours, version)| Way {
        mode,
        chain: chain.0,
        seats,
        offer_hours,
        version,
    }))
}

/// Sets the way into a course of the office. More places are offered at once to those who wait.
///
/// # Errors
/// `NotFound`; `Invalid` at `chain`, `seats`, `offer_hours`; `Conflict` when it was changed since `way.version`.
pub async fn set_way(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, course: CourseId, way: &Way) -> Result<()> {
    let row = courses::own_course(c, scope, course).await?;
    let mut check = Check::default();
    if way.mode == Mode::Request && way.chain.is_empty() {
        check.fault("chain", msg::ENROLMENTS_CHAIN_EMPTY);
    }
    if way.seats.is_some_and(|n| !(1..=MOST_SEATS).contains(&n)) {
        check.with("seats", msg::ENROLMENTS_SEATS_RANGE, vec![("max", MOST_SEATS.into())]);
    }
    if !(1..=720).contains(&way.offer_hours) {
        check.fault("offer_hours", msg::ENROLMENTS_OFFER_RANGE);
    }
    check.done()?;
    let done = c
        .exec(q!(
            "INSERT INTO way_in (course_id, office_id, mode, chain, seats, offer_hours, changed, version) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, 1) ON CONFLICT (course_id) DO UPDATE SET mode = excluded.mode, \
             chain = excluded.chain, seats = excluded.seats, offer_hours = excluded.offer_hours, changed = excluded.changed, \
             version = way_in.version + 1 WHERE way_in.version = $8",
            course,
            scope.office(),
            way.mode,
            Json(way.chain.clone()),
            way.seats,
            way.offer_hours,
            ctx.now,
            way.version
        ))
        .await?;
    if done == 0 {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    let entry = Entry::admin("enrolments.way", "course", course)
        .detail("course", row.title)
        .detail("mode", way.mode.as_str())
        .detail("seats", way.seats);
    audit::write(c, ctx, Some(scope.office()), &entry).await?;
    waiting::promote(c, ctx, course).await
}

/// Takes the places of a course for this unit of work: others who want one wait until it ends. Gives the way.
pub(crate) async fn lock(c: &mut Conn, course: CourseId) -> Result<Way> {
    c.exec(q!("UPDATE way_in SET version = version WHERE course_id = $1 AND seats IS NOT NULL", course).unnoted())
        .await?;
    way(c, course).await
}

/// How many places of a course are taken: by those who learn and by those a place is offered to.
pub(crate) async fn taken(c: &mut Conn, course: CourseId) -> Result<i64> {
    let (n,): (i64,) = c
        .one(q!("SELECT COUNT(*) FROM enrolment WHERE course_id = $1 AND state IN ('active', 'offered')", course))
        .await?;
    Ok(n)
}

/// How many places are free on a course, and in a group of it if one is wanted, for whoever comes now: none while others
/// wait. `None` without a limit. Nothing is taken by looking.
///
/// # Errors
/// `NotFound` when the course has no such group.
pub async fn room(c: &mut Conn, course: CourseId, group: Option<GroupId>) -> Result<Option<i64>> {
    let mut room = None;
    if let Some(seats) = way(c, course).await?.seats {
        let free = if waiting::anybody(c, course).await? { 0 } else { seats - taken(c, course).await? };
        room = Some(free.max(0));
    }
    if let Some(id) = group
        && let Some(free) = groups::group(c, course, id).await?.free()
    {
        let free = if waiting::anybody_in(c, id).await? { 0 } else { free };
        room = Some(room.map_or(free, |room| room.min(free)));
    }
    Ok(room)
}

/// Whether a place of the course, and of the group if one is wanted, is free and nobody waits for it. The places are taken
/// for this unit of work.
pub(crate) async fn free(c: &mut Conn, course: CourseId, group: Option<GroupId>) -> Result<bool> {
    let way = lock(c, course).await?;
    if way.seats.is_some() {
        if waiting::anybody(c, course).await? {
            return Ok(false);
        }
        if way.seats.is_some_and(|seats| seats <= 0) || taken(c, course).await? >= way.seats.unwrap_or(i64::MAX) {
            return Ok(false);
        }
    }
    match group {
        None => Ok(true),
        Some(group) => {
            let room = groups::lock(c, course, group).await?;
            let limited = room.is_some();
            Ok(room.is_none_or(|free| free > 0) && !(limited && waiting::anybody_in(c, group).await?))
        }
    }
}
