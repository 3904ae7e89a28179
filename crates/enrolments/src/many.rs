//! Enrolling many at once: a unit, chosen people, or a file of e-mail addresses, with a preview, all or nothing.

use std::collections::{HashMap, HashSet};

use courses::CourseRow;
use db::{Conn, Json, q};
use jiff::civil::Date;
use kernel::{
    Args, Ctx, Fault, Micros, OfficeScope, Result,
    ids::{CourseId, GroupId, PersonId, UnitId},
};
use offices::{Day, MemberRow};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{NewEnrolment, Source, State, enrol, groups, learner, msg, others::takes, way};

/// The most people enrolled at once.
pub const MOST_PEOPLE: usize = 2_000;
/// How long a preview waits for its confirmation, in days.
pub(crate) const KEPT_DAYS: i64 = 7;

/// Who is to be enrolled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whom {
    /// Everybody who serves in a unit, and in those below it if wanted.
    Unit {
        /// The unit.
        unit: UnitId,
        /// Whether the units below it are meant too.
        below: bool,
    },
    /// These people of the office.
    People(Vec<PersonId>),
    /// Lines with an e-mail address each, as [`offices::import::decode`] gives them: a list, or a CSV file with a column of
    /// addresses; a heading is passed over.
    Addresses(String),
}

/// Enrolments to be made at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Many {
    /// Who.
    pub whom: Whom,
    /// In which group.
    pub group: Option<GroupId>,
    /// Until which day they are to complete the course.
    pub due: Option<Date>,
}

/// What becomes of one of them.
#[derive(Debug, Clone, PartialEq)]
pub enum Op {
    /// They will be enrolled.
    New(PersonId),
    /// They are enrolled already, or completed the course.
    Known(PersonId, State),
    /// The line cannot be taken: the key of the sentence with its values.
    Error(&'static str, Args),
}

/// A row of the preview.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The line of the file, from 1; 0 when there is no file.
    pub line: usize,
    /// The name, or what stands in the line.
    pub label: String,
    /// The address.
    pub email: String,
    /// What becomes of it.
    pub op: Op,
}

/// What enrolling would do.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// The rows, those of a file in its order, others by name.
    pub rows: Vec<Row>,
    /// How many places are free for them; none without a limit.
    pub room: Option<usize>,
}

/// What became of those enrolled at once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Done {
    /// How many have a place.
    pub placed: usize,
    /// How many wait for one.
    pub waiting: usize,
}

impl Plan {
    /// Everybody it names, in its order.
    pub(crate) fn people(&self) -> impl Iterator<Item = PersonId> {
        self.rows.iter().filter_map(|r| match r.op {
            Op::New(person) | Op::Known(person, _) => Some(person),
            Op::Error(..) => None,
        })
    }
    /// How many will be enrolled.
    pub fn to_enrol(&self) -> usize {
        self.rows.iter().filter(|r| matches!(r.op, Op::New(_))).count()
    }
    /// How many of them will get a place: the first ones, in the order of the rows.
    pub fn to_place(&self) -> usize {
        self.room.map_or(self.to_enrol(), |room| room.min(self.to_enrol()))
    }
    /// How many of them will wait for one.
    pub fn to_wait(&self) -> usize {
        self.to_enrol() - self.to_place()
    }
    /// How many lines cannot be taken.
    pub fn errors(&self) -> usize {
        self.rows.iter().filter(|r| matches!(r.op, Op::Error(..))).count()
    }
    /// Whether it can be done: no errors, and somebody to enrol.
    pub fn ready(&self) -> bool {
        self.errors() == 0 && self.to_enrol() > 0
    }
    /// A fingerprint (FNV-1a) of what it would do, to notice that something changed since it was shown.
    pub fn fingerprint(&self) -> String {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        for byte in format!("{:?} {}", self.rows, self.to_wait()).bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        format!("{hash:016x}")
    }
}

/// A course on which the office may enrol its people ([`takes`]).
async fn taken_from(c: &mut Conn, scope: OfficeScope, course: CourseId) -> Result<CourseRow> {
    let row = courses::course(c, course).await?;
    if takes(c, scope.office(), &row).await? { Ok(row) } else { Err(Fault::not_found()) }
}

/// What enrolling people of the office would do, today: on a course of the office, or on another's that is open ([`takes`]).
///
/// # Errors
/// `NotFound` when the office may not enrol on the course, the unit is not the office's or the course has no such group;
/// `Invalid` when there are more than 2,000.
pub async fn plan_many(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, course: CourseId, many: &Many) -> Result<Plan> {
    taken_from(c, scope, course).await?;
    if let Some(group) = many.group {
        groups::open_group(c, course, group).await?;
    }
    let today = ctx.now.warsaw_date();
    let everybody = offices::members(c, scope, offices::Filter::on(today)).await?;
    let found = match &many.whom {
        Whom::Unit { unit, below } => of_unit(c, scope, &everybody, *unit, *below, today).await?,
        Whom::People(people) => once(everybody.iter().filter(|m| people.contains(&m.person))),
        Whom::Addresses(text) => of_addresses(text, &everybody),
    };
    if found.len() > MOST_PEOPLE {
        return Err(Fault::invalid(msg::ENROLMENTS_MANY_TOO_MANY).arg("max", MOST_PEOPLE));
    }
    let enrolled =
        learner::people_on_course(c, found.iter().filter_map(|f| f.3.as_ref().ok().copied()), course).await?;
    let rows = found.into_iter().map(|(line, label, email, member)| {
        let op = match member {
            Err((key, args)) => Op::Error(key, args),
            Ok(person) => match enrolled.get(&person) {
                Some(e) if e.state.live() || e.state == State::Completed => Op::Known(person, e.state),
                _ => Op::New(person),
            },
        };
        Row { line, label, email, op }
    });
    let rows = rows.collect();
    let room = way::room(c, course, many.group).await?.map(|free| usize::try_from(free).unwrap_or(0));
    Ok(Plan { rows, room })
}

type Found = (usize, String, String, std::result::Result<PersonId, (&'static str, Args)>);

/// Each person once, though they may serve in several units.
fn once<'m>(members: impl Iterator<Item = &'m MemberRow>) -> Vec<Found> {
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for m in members {
        if seen.insert(m.person) {
            found.push((0, m.name(), m.email.clone(), Ok(m.person)));
        }
    }
    found
}

async fn of_unit(
    c: &mut Conn,
    scope: OfficeScope,
    everybody: &[MemberRow],
    unit: UnitId,
    below: bool,
    today: Date,
) -> Result<Vec<Found>> {
    offices::unit(c, scope, unit).await?;
    let units = if below {
        let all = offices::units(c, scope, today).await?;
        offices::with_those_below(&all, unit)
    } else {
        vec![unit]
    };
    Ok(once(everybody.iter().filter(|m| units.contains(&m.unit))))
}

fn of_addresses(text: &str, everybody: &[MemberRow]) -> Vec<Found> {
    let known: HashMap<String, &MemberRow> = everybody.iter().map(|m| (identity::fold_email(&m.email), m)).collect();
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut found = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let cells: Vec<&str> = line.split([';', ',', '\t']).map(|x| x.trim().trim_matches('"').trim()).collect();
        if cells.iter().all(|x| x.is_empty()) {
            continue;
        }
        let address = cells.iter().find(|x| x.contains('@')).copied();
        let label: String = address.unwrap_or(line.trim()).chars().take(200).collect();
        let Some(address) = address.filter(|a| identity::is_email(a)) else {
            // The first line of a file may be a heading.
            if number > 1 || address.is_some() {
                found.push((number, label, String::new(), Err((msg::ENROLMENTS_MANY_NO_ADDRESS, Args::new()))));
            }
            continue;
        };
        let key = identity::fold_email(address);
        let row = if let Some(before) = first.get(&key) {
            Err((msg::ENROLMENTS_MANY_TWICE, vec![("line", (*before).into())]))
        } else {
            first.insert(key.clone(), number);
            known.get(&key).map(|m| m.person).ok_or((msg::ENROLMENTS_MANY_UNKNOWN, Args::new()))
        };
        let label = row.as_ref().ok().and_then(|_| known.get(&key)).map_or(label, |m| m.name());
        found.push((number, label, address.to_owned(), row));
    }
    found
}

db::row! {
    /// Enrolments waiting for their confirmation.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Batch {
        /// The identifier.
        pub id: Uuid,
        /// The course.
        pub course: CourseId,
        /// The name of the file; empty when there is none.
        pub file_name: String,
        /// What is to be done.
        pub many: Json<Many>,
        /// When it was put in.
        pub created: Micros,
        /// When it was done.
        pub done_at: Option<Micros>,
    }
}

/// Keeps what is to be done until it is confirmed.
///
/// # Errors
/// `SignIn` for strangers; `NotFound` when the office may not enrol on the course; `Invalid` at `due` when that day is past.
pub async fn keep_many(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    course: CourseId,
    file_name: &str,
    many: &Many,
) -> Result<Uuid> {
    let person = ctx.actor.person().ok_or_else(Fault::sign_in)?;
    taken_from(c, scope, course).await?;
    not_past(ctx, many.due)?;
    c.exec(q!("DELETE FROM enrolment_import WHERE created < $1", ctx.now.plus_days(-KEPT_DAYS))).await?;
    let id: Uuid = ctx.new_id();
    c.exec(q!(
        "INSERT INTO enrolment_import (id, office_id, course_id, person_id, file_name, content, created) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        id,
        scope.office(),
        course,
        person,
        file_name,
        Json(many.clone()),
        ctx.now
    ))
    .await?;
    Ok(id)
}

/// The day until which a course is to be completed: today or later.
pub(crate) fn not_past(ctx: &Ctx, due: Option<Date>) -> Result<()> {
    match due {
        Some(due) if due < ctx.now.warsaw_date() => Err(Fault::field("due", msg::ENROLMENTS_DUE_PAST)),
        _ => Ok(()),
    }
}

/// What was kept.
///
/// # Errors
/// `NotFound` when it is another office's or older than 7 days.
pub async fn kept_many(c: &mut Conn, scope: OfficeScope, id: Uuid) -> Result<Batch> {
    c.one(q!(
        "SELECT id, course_id, file_name, content, created, done_at FROM enrolment_import WHERE id = $1 AND office_id = $2",
        id,
        scope.office()
    ))
    .await
}

/// Does what was kept: everybody of the preview is enrolled, or nobody.
///
/// # Errors
/// `NotFound`; `Conflict` when it was done already, or what it would do is no longer what was `seen`
/// ([`Plan::fingerprint`]); `Invalid` when a line cannot be taken.
pub async fn do_many(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: Uuid, seen: &str) -> Result<Done> {
    let first = c
        .exec(q!(
            "UPDATE enrolment_import SET done_at = $3 WHERE id = $1 AND office_id = $2 AND done_at IS NULL",
            id,
            scope.office(),
            ctx.now
        ))
        .await?;
    let batch = kept_many(c, scope, id).await?;
    if first == 0 {
        return Err(Fault::conflict(msg::ENROLMENTS_MANY_DONE));
    }
    // Nobody takes a place between counting and giving them.
    way::lock(c, batch.course).await?;
    let plan = plan_many(c, ctx, scope, batch.course, &batch.many.0).await?;
    if plan.fingerprint() != seen {
        return Err(Fault::conflict(msg::ENROLMENTS_MANY_CHANGED));
    }
    if !plan.ready() {
        return Err(Fault::invalid(msg::ENROLMENTS_MANY_ERRORS));
    }
    do_plan(c, ctx, scope, batch.course, &plan, &batch.many.0).await
}

/// Enrols everybody of a plan who is not enrolled yet, and writes it into the log of the office that enrols.
///
/// # Errors
/// `Invalid` at `due` when that day is past; `Conflict` when the course takes nobody.
pub(crate) async fn do_plan(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    course: CourseId,
    plan: &Plan,
    many: &Many,
) -> Result<Done> {
    let (group, due) = (many.group, many.due);
    not_past(ctx, due)?;
    let mut done = Done::default();
    for row in &plan.rows {
        if let Op::New(person) = row.op {
            let new = NewEnrolment { person, course, group, source: Source::Coordinator, due, again: false };
            match enrol::enrol(c, ctx, new).await?.state {
                State::Waiting | State::Offered => done.waiting += 1,
                _ => done.placed += 1,
            }
        }
    }
    let course = courses::course(c, course).await?;
    let entry = audit::Entry::admin("enrolments.many", "course", course.id)
        .detail("course", course.title)
        .detail("people", plan.to_enrol())
        .detail("waiting", Some(done.waiting).filter(|n| *n > 0))
        .detail("due", due.map(|d| Day(d).0.to_string()));
    audit::write(c, ctx, Some(scope.office()), &entry).await?;
    Ok(done)
}
