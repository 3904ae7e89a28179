//! Asking to be enrolled: those whom the course names approve in turn, each with a reason where they refuse.

use db::{Conn, q};
use kernel::{
    Ctx, Fault, FaultKind, Micros, OfficeScope, Result,
    ids::{CourseId, EnrolmentId, GroupId, OfficeId, PersonId, UnitId},
};
use offices::{Desk, OfficeRow};
use serde_json::json;

use courses::CourseRow;

use crate::{
    Enrolment, Learner, Source, State,
    enrol::{self, emit, end, insert, may_begin, place},
    enrolment::{enrolment, lock},
    learner, mails, msg,
    steps::{Approver, StepRow, StepState, steps},
    way,
    way::Mode,
    words::{Check, MAX_TEXT, lines},
};

/// Asks to be enrolled on a course that is taken on request. Asking twice gives the same request. A step that nobody but
/// the learner could decide is passed over. Nobody comes in without any approval: when all steps were passed over, the
/// request is put before the coordinators of the office that holds the course, and waits until there is one.
///
/// # Errors
/// As [`enrol_open`](crate::enrol_open); `Invalid` at `why` when it is too long.
pub async fn request(
    c: &mut Conn,
    ctx: &Ctx,
    person: PersonId,
    course: CourseId,
    group: Option<GroupId>,
    why: &str,
) -> Result<Enrolment> {
    let who = Learner::Person(person);
    if let Some(known) = learner::on_course(c, who, course).await?
        && (known.state.live() || known.state == State::Completed)
    {
        return Ok(known);
    }
    begin(c, ctx, person, course, group, why).await
}

/// Begins a request of somebody who does not learn on the course now.
pub(crate) async fn begin(
    c: &mut Conn,
    ctx: &Ctx,
    person: PersonId,
    course: CourseId,
    group: Option<GroupId>,
    why: &str,
) -> Result<Enrolment> {
    let why = lines(why);
    let mut check = Check::default();
    check.short("why", &why, MAX_TEXT);
    check.done()?;
    let who = Learner::Person(person);
    let row = may_begin(c, ctx, who, course).await?;
    let way = way::way(c, course).await?;
    match way.mode {
        Mode::Request => {}
        Mode::Open => return enrol::begin_open(c, ctx, who, course, group).await,
        Mode::Closed => return Err(Fault::conflict(msg::ENROLMENTS_BY_COORDINATOR)),
    }
    let made = insert(c, ctx, &row, who, group, Source::Request, None).await?;
    let first = c
        .exec(q!(
            "INSERT INTO enrolment_request (enrolment_id, course_id, why, made_at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (enrolment_id) DO NOTHING",
            made.id,
            course,
            &why,
            ctx.now
        ))
        .await?;
    if first == 0 {
        return Ok(made);
    }
    for (i, role) in way.chain.iter().enumerate() {
        let (office, unit) = whose(*role, &row, &made);
        c.exec(q!(
            "INSERT INTO approval_step (enrolment_id, ordinal, role, office_id, unit_id, state, by_name, reason) \
             VALUES ($1, $2, $3, $4, $5, 'ahead', '', '')",
            made.id,
            i + 1,
            *role,
            office,
            unit
        ))
        .await?;
    }
    emit(c, ctx, "enrolment.requested", &made, json!({})).await?;
    advance(c, ctx, &made).await
}

/// Whose desk a step comes to.
fn whose(role: Approver, course: &CourseRow, row: &Enrolment) -> (OfficeId, Option<UnitId>) {
    match role {
        Approver::Trainer => (course.office, None),
        Approver::Superior => (row.office.unwrap_or(course.office), row.unit),
        Approver::Coordinator => (row.office.unwrap_or(course.office), None),
    }
}

/// Who may decide a step today, apart from the learner.
async fn deciders(c: &mut Conn, ctx: &Ctx, step: &StepRow, learner: Option<PersonId>) -> Result<Vec<PersonId>> {
    let scope = OfficeScope::checked(step.office);
    let today = ctx.now.warsaw_date();
    let mut people: Vec<PersonId> = match (step.role, step.unit) {
        (Approver::Superior, None) => Vec::new(),
        (Approver::Superior, Some(unit)) => {
            offices::superiors_of(c, scope, unit, today).await?.into_iter().map(|m| m.person).collect()
        }
        (role, _) => {
            let filter = offices::Filter { role: Some(role.role()), ..offices::Filter::on(today) };
            offices::members(c, scope, filter).await?.into_iter().map(|m| m.person).collect()
        }
    };
    people.retain(|p| Some(*p) != learner);
    people.dedup();
    Ok(people)
}

/// The office whose people decide a request now, and whether there is anybody among them today; none when no step waits.
///
/// # Errors
/// Those of the database.
pub async fn decides(c: &mut Conn, ctx: &Ctx, row: &Enrolment) -> Result<Option<(OfficeRow, bool)>> {
    let Some(step) = steps(c, row.id).await?.into_iter().find(|s| s.state == StepState::Waiting) else {
        return Ok(None);
    };
    let anybody = !deciders(c, ctx, &step, row.person).await?.is_empty();
    Ok(Some((offices::by_id(c, step.office).await?, anybody)))
}

/// Gives the turn to the next step somebody can decide. After the last the learner is placed if anybody approved, else the
/// coordinators of the course's office decide.
async fn advance(c: &mut Conn, ctx: &Ctx, row: &Enrolment) -> Result<Enrolment> {
    for step in steps(c, row.id).await? {
        if step.state != StepState::Ahead {
            continue;
        }
        let people = deciders(c, ctx, &step, row.person).await?;
        if people.is_empty() {
            turn(c, row, step.ordinal, StepState::Passed).await?;
            continue;
        }
        turn(c, row, step.ordinal, StepState::Waiting).await?;
        ask(c, ctx, &step, people).await?;
        return enrolment(c, row.id).await;
    }
    let all = steps(c, row.id).await?;
    if !all.iter().any(|s| s.state == StepState::Approved) {
        let step = last_resort(c, row, &all).await?;
        let people = deciders(c, ctx, &step, row.person).await?;
        ask(c, ctx, &step, people).await?;
        return enrolment(c, row.id).await;
    }
    c.exec(q!("UPDATE enrolment_request SET ended_at = $2 WHERE enrolment_id = $1", row.id, ctx.now)).await?;
    let placed = place(c, ctx, row.clone()).await?;
    if placed.state != State::Offered {
        mails::tell(c, ctx, &placed, mails::News::Decided).await?;
    }
    Ok(placed)
}

async fn turn(c: &mut Conn, row: &Enrolment, ordinal: i64, state: StepState) -> Result<()> {
    c.exec(q!("UPDATE approval_step SET state = $3 WHERE enrolment_id = $1 AND ordinal = $2", row.id, ordinal, state))
        .await
        .map(|_| ())
}

/// Writes to those who can decide a step that there is something to decide.
async fn ask(c: &mut Conn, ctx: &Ctx, step: &StepRow, people: Vec<PersonId>) -> Result<()> {
    let office = offices::by_id(c, step.office).await?;
    let path = format!("/desk/{}/learning/requests", office.slug);
    for person in people.into_iter().take(20) {
        let (subject, text) = (msg::ENROLMENTS_MAIL_REQUEST, msg::ENROLMENTS_MAIL_REQUEST_TEXT);
        mails::to(c, ctx, person, subject, text, &path).await?;
    }
    Ok(())
}

/// The step of a request whose chain nobody could decide: the coordinators of the course's office. It waits for the first
/// of them when the office has none today.
async fn last_resort(c: &mut Conn, row: &Enrolment, all: &[StepRow]) -> Result<StepRow> {
    let same = |s: &&StepRow| s.role == Approver::Coordinator && s.office == row.holder;
    let ordinal = match all.iter().find(same) {
        Some(step) => {
            turn(c, row, step.ordinal, StepState::Waiting).await?;
            step.ordinal
        }
        None => {
            let ordinal = all.iter().map(|s| s.ordinal).max().unwrap_or(0) + 1;
            c.exec(q!(
                "INSERT INTO approval_step (enrolment_id, ordinal, role, office_id, unit_id, state, by_name, reason) \
                 VALUES ($1, $2, $3, $4, NULL, 'waiting', '', '')",
                row.id,
                ordinal,
                Approver::Coordinator,
                row.holder
            ))
            .await?;
            ordinal
        }
    };
    steps(c, row.id).await?.into_iter().find(|s| s.ordinal == ordinal).ok_or_else(Fault::not_found)
}

db::row! {
    /// A request that waits for a decision.
    #[derive(Debug, Clone, PartialEq)]
    pub struct RequestRow {
        /// The enrolment.
        pub enrolment: EnrolmentId,
        /// The course.
        pub course: CourseId,
        /// Its title.
        pub title: String,
        /// Who asks.
        pub person: Option<PersonId>,
        /// The unit they serve in.
        pub unit: Option<UnitId>,
        /// Why they ask.
        pub why: String,
        /// When they asked.
        pub made_at: Micros,
        /// Whose turn it is.
        pub role: Approver,
        /// The unit a superior decides for.
        pub step_unit: Option<UnitId>,
    }
}

/// Whether somebody at a desk may decide a step that waits.
fn may(desk: &Desk, role: Approver, unit: Option<UnitId>, learner: Option<PersonId>) -> bool {
    let unit_fits = role != Approver::Superior || unit.is_some_and(|u| desk.member.units_below.contains(&u));
    desk.may(role.role()) && unit_fits && learner != Some(desk.member.person)
}

/// The requests that wait for a decision of somebody at this desk, the oldest first, at most 500.
///
/// # Errors
/// Those of the database.
pub async fn requests_for(c: &mut Conn, desk: &Desk) -> Result<Vec<RequestRow>> {
    let mut rows: Vec<RequestRow> = c
        .all(q!(
            "SELECT e.id, e.course_id, k.title, e.person_id, e.unit_id, r.why, r.made_at, s.role, s.unit_id \
             FROM approval_step s JOIN enrolment e ON e.id = s.enrolment_id \
             JOIN enrolment_request r ON r.enrolment_id = e.id JOIN course k ON k.id = e.course_id \
             WHERE s.office_id = $1 AND s.state = 'waiting' ORDER BY r.made_at, e.id LIMIT 2000",
            desk.scope.office()
        ))
        .await?;
    rows.retain(|r| may(desk, r.role, r.step_unit, r.person));
    rows.truncate(500);
    Ok(rows)
}

/// Decides a request whose turn is at this desk. The learner gets an e-mail that says that there is news.
///
/// # Errors
/// `NotFound` when nothing waits here for this person; `Invalid` at `reason` when refusing without one; `Conflict` when
/// somebody decided meanwhile.
pub async fn decide(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    id: EnrolmentId,
    approve: bool,
    reason: &str,
) -> Result<Enrolment> {
    let row = enrolment(c, id).await?;
    let all = steps(c, id).await?;
    let here = |s: &&StepRow| s.office == desk.scope.office() && may(desk, s.role, s.unit, row.person);
    let Some(step) = all.iter().filter(here).find(|s| s.state == StepState::Waiting) else {
        let decided = all.iter().filter(here).any(|s| matches!(s.state, StepState::Approved | StepState::Refused));
        return Err(if decided { Fault::conflict(msg::ENROLMENTS_DECIDED) } else { Fault::not_found() });
    };
    let reason = lines(reason);
    let mut check = Check::default();
    if !approve {
        check.text("reason", &reason, MAX_TEXT);
    }
    check.short("reason", &reason, MAX_TEXT);
    check.done()?;
    way::lock(c, row.course).await?;
    let row = lock(c, id).await?;
    let done = c
        .exec(q!(
            "UPDATE approval_step SET state = $3, by_id = $4, by_name = $5, reason = $6, at = $7 \
             WHERE enrolment_id = $1 AND ordinal = $2 AND state = 'waiting'",
            id,
            step.ordinal,
            if approve { StepState::Approved } else { StepState::Refused },
            desk.member.person,
            &desk.member.name,
            &reason,
            ctx.now
        ))
        .await?;
    if done == 0 {
        return Err(Fault::new(FaultKind::Conflict, msg::ENROLMENTS_DECIDED));
    }
    if approve {
        return advance(c, ctx, &row).await;
    }
    let ended = end(c, ctx, id, State::Withdrawn, &reason).await?;
    mails::tell(c, ctx, &ended, mails::News::Decided).await?;
    Ok(ended)
}
