//! Groups of a course: who learns together, with whom, from when to when, with how many places.

use db::{Conn, q};
use jiff::civil::Date;
use kernel::{
    Ctx, Fault, OfficeScope, Result,
    ids::{CourseId, EnrolmentId, GroupId, PersonId},
};
use law::fold::sort_key;
use offices::{Day, Role};

use crate::{
    enrolment::enrolment_in,
    msg, waiting, way,
    words::{Check, MAX_NAME, line},
};

db::row! {
    /// A group.
    #[derive(Debug, Clone, PartialEq)]
    pub struct GroupRow {
        /// The identifier.
        pub id: GroupId,
        /// The course.
        pub course: CourseId,
        /// The name.
        pub name: String,
        /// How many places; none for any number.
        pub seats: Option<i64>,
        /// Who leads it.
        pub trainer: Option<PersonId>,
        /// From which day it meets.
        pub from: Option<Day>,
        /// Until which day.
        pub to: Option<Day>,
        /// Whether nobody new may come.
        pub closed: bool,
        /// Counts changes.
        pub version: i64,
        /// How many places are taken: by those who learn, completed, or have an offer.
        pub taken: i64,
    }
}

impl GroupRow {
    /// How many places are free; none when there is no limit.
    pub fn free(&self) -> Option<i64> {
        self.seats.map(|seats| (seats - self.taken).max(0))
    }
}

const SELECT: &str = "SELECT g.id, g.course_id, g.name, g.seats, g.trainer_id, g.from_date, g.to_date, g.closed, g.version, \
                      (SELECT COUNT(*) FROM enrolment e WHERE e.group_id = g.id AND e.state IN ('active', 'offered', 'completed')) \
                      FROM course_group g WHERE g.course_id = $1";

/// The groups of a course by name, at most 500.
///
/// # Errors
/// Those of the database.
pub async fn groups(c: &mut Conn, course: CourseId) -> Result<Vec<GroupRow>> {
    c.all(q!(SELECT, course).text(" ORDER BY g.sort, g.id LIMIT 500")).await
}

/// A group of a course.
///
/// # Errors
/// `NotFound`.
pub async fn group(c: &mut Conn, course: CourseId, id: GroupId) -> Result<GroupRow> {
    c.one(q!(SELECT, course).push(" AND g.id = ", id)).await
}

/// The groups a learner may choose today: those that take new learners and have not ended, full ones too, since one may
/// wait for a place.
///
/// # Errors
/// Those of the database.
pub async fn open_groups(c: &mut Conn, course: CourseId, today: Date) -> Result<Vec<GroupRow>> {
    let mut rows = groups(c, course).await?;
    rows.retain(|g| !g.closed && g.to.is_none_or(|to| to.0 >= today));
    Ok(rows)
}

/// A group of a course that takes new learners.
pub(crate) async fn open_group(c: &mut Conn, course: CourseId, id: GroupId) -> Result<GroupRow> {
    let row = group(c, course, id).await?;
    if row.closed { Err(Fault::conflict(msg::ENROLMENTS_GROUP_CLOSED)) } else { Ok(row) }
}

/// Takes the places of a group for this unit of work, and gives how many are free; `None` when there is no limit.
pub(crate) async fn lock(c: &mut Conn, course: CourseId, id: GroupId) -> Result<Option<i64>> {
    c.exec(q!("UPDATE course_group SET version = version WHERE id = $1 AND seats IS NOT NULL", id)).await?;
    let row = group(c, course, id).await?;
    Ok(row.seats.map(|seats| seats - row.taken))
}

/// A group to be made, or what one is changed to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NewGroup {
    /// The name, at most 200 characters.
    pub name: String,
    /// How many places; none for any number.
    pub seats: Option<i64>,
    /// Who leads it: somebody with the role of a trainer in the office.
    pub trainer: Option<PersonId>,
    /// From which day it meets.
    pub from: Option<Date>,
    /// Until which day.
    pub to: Option<Date>,
    /// Whether nobody new may come.
    pub closed: bool,
}

async fn checked(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, course: CourseId, new: &NewGroup) -> Result<NewGroup> {
    courses::own_course(c, scope, course).await?;
    let new = NewGroup { name: line(&new.name), ..new.clone() };
    let mut check = Check::default();
    check.text("name", &new.name, MAX_NAME);
    if new.seats.is_some_and(|n| !(1..=way::MOST_SEATS).contains(&n)) {
        check.with("seats", msg::ENROLMENTS_SEATS_RANGE, vec![("max", way::MOST_SEATS.into())]);
    }
    if new.from.zip(new.to).is_some_and(|(from, to)| to < from) {
        check.fault("to", msg::ENROLMENTS_PERIOD);
    }
    if let Some(person) = new.trainer {
        let member = offices::member_of(c, scope, person, ctx.now.warsaw_date()).await?;
        if !member.is_some_and(|m| m.may(Role::Trainer)) {
            check.fault("trainer", web::msg::FIELD_CHOICE);
        }
    }
    check.done()?;
    Ok(new)
}

/// Makes a group of a course of the office.
///
/// # Errors
/// `NotFound`; `Invalid` at `name`, `seats`, `to`, `trainer`.
pub async fn add_group(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    course: CourseId,
    new: &NewGroup,
) -> Result<GroupId> {
    let new = checked(c, ctx, scope, course, new).await?;
    let id: GroupId = ctx.new_id();
    c.exec(q!(
        "INSERT INTO course_group (id, office_id, course_id, name, sort, seats, trainer_id, from_date, to_date, closed, \
         created, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)",
        id,
        scope.office(),
        course,
        &new.name,
        sort_key(&new.name),
        new.seats,
        new.trainer,
        new.from.map(Day),
        new.to.map(Day),
        new.closed,
        ctx.now
    ))
    .await?;
    Ok(id)
}

/// Changes a group. More places are offered at once to those who wait.
///
/// # Errors
/// As [`add_group`]; `Conflict` when it was changed since `version`.
pub async fn change_group(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    course: CourseId,
    id: GroupId,
    version: i64,
    new: &NewGroup,
) -> Result<()> {
    let new = checked(c, ctx, scope, course, new).await?;
    group(c, course, id).await?;
    let done = c
        .exec(q!(
            "UPDATE course_group SET name = $3, sort = $4, seats = $5, trainer_id = $6, from_date = $7, to_date = $8, \
             closed = $9, version = version + 1 WHERE id = $1 AND office_id = $2 AND version = $10",
            id,
            scope.office(),
            &new.name,
            sort_key(&new.name),
            new.seats,
            new.trainer,
            new.from.map(Day),
            new.to.map(Day),
            new.closed,
            version
        ))
        .await?;
    if done == 0 {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    waiting::promote(c, ctx, course).await
}

/// Puts a learner into a group of their course, or into none.
///
/// # Errors
/// `NotFound`; `Conflict` when the group is closed or full, or the enrolment ended.
pub async fn put_into_group(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: EnrolmentId,
    to: Option<GroupId>,
) -> Result<()> {
    let row = enrolment_in(c, scope, id).await?;
    if row.group == to {
        return Ok(());
    }
    way::lock(c, row.course).await?;
    if let Some(to) = to {
        open_group(c, row.course, to).await?;
        let room = lock(c, row.course, to).await?;
        let holds = !matches!(row.state, crate::State::Requested | crate::State::Waiting);
        if holds && room.is_some_and(|free| free <= 0) {
            return Err(Fault::conflict(msg::ENROLMENTS_GROUP_FULL));
        }
    }
    let changed = c
        .exec(q!(
            "UPDATE enrolment SET group_id = $2, version = version + 1 WHERE id = $1 \
             AND state IN ('requested', 'waiting', 'offered', 'active', 'completed')",
            id,
            to
        ))
        .await?;
    if changed == 0 {
        return Err(Fault::conflict(msg::ENROLMENTS_ENDED));
    }
    waiting::promote(c, ctx, row.course).await
}
