//! Asking to be enrolled: those whom the course names approve in turn, each with a reason where they refuse.

use db::{Conn, q};
use kernel::{
    Ctx, Fault, FaultKind, Micros, OfficeScope, Result,
    ids::{CourseId, EnrolmentId, GroupId, OfficeId, PersonId, UnitId},
};
use offices::{Desk, Role};
use serde_json::json;

use courses::CourseRow;

use crate::{
    Enrolment, Learner, Source, State,
    enrol::{emit, end, insert, may_begin, place},
    enrolment::{enrolment, lock},
    learner, mails, msg, way,
    way::Mode,
    words::{Check, MAX_TEXT, lines},
};

db::text_enum! {
    /// Somebody who approves.
    pub enum Approver {
        /// A trainer of the office that holds the course.
        Trainer = "trainer",
        /// A superior of the learner.
        Superior = "superior",
        /// The coordinator of training of the learner's office; of the course's office for people who serve in none.
        Coordinator = "coordinator",
    }
}

impl Approver {
    /// The role they have in their office.
    pub fn role(self) -> Role {
        match self {
            Approver::Trainer => Role::Trainer,
            Approver::Superior => Role::Superior,
            Approver::Coordinator => Role::Coordinator,
        }
    }
    /// The key of its name.
    pub fn label(self) -> &'static str {
        self.role().label()
    }
}

db::text_enum! {
    /// Where a step of the chain stands.
    pub enum StepState {
        /// Its turn has not come.
        Ahead = "ahead",
        /// Somebody is to decide.
        Waiting = "waiting",
        /// Approved.
        Approved = "approved",
        /// Refused; ends the request.
        Refused = "refused",
        /// Passed over: nobody else could decide.
        Passed = "passed",
        /// The request ended before.
        Dropped = "dropped",
    }
}

impl StepState {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            StepState::Ahead => msg::ENROLMENTS_STEP_AHEAD,
            StepState::Waiting => msg::ENROLMENTS_STEP_WAITING,
            StepState::Approved => msg::ENROLMENTS_STEP_APPROVED,
            StepState::Refused => msg::ENROLMENTS_STEP_REFUSED,
            StepState::Passed => msg::ENROLMENTS_STEP_PASSED,
            StepState::Dropped => msg::ENROLMENTS_STEP_DROPPED,
        }
    }
}

db::row! {
    /// A step of the chain of a request.
    #[derive(Debug, Clone, PartialEq)]
    pub struct StepRow {
        /// Its place in the chain, from 1.
        pub ordinal: i64,
        /// Who decides.
        pub role: Approver,
        /// In which office.
        pub office: OfficeId,
        /// For superiors: of which unit.
        pub unit: Option<UnitId>,
        /// Where it stands.
        pub state: StepState,
        /// The name of who decided.
        pub by: String,
        /// Their reason.
        pub reason: String,
        /// When.
        pub at: Option<Micros>,
    }
}

/// The steps of a request in their order.
///
/// # Errors
/// Those of the database.
pub async fn steps(c: &mut Conn, id: EnrolmentId) -> Result<Vec<StepRow>> {
    c.all(q!(
        "SELECT ordinal, role, office_id, unit_id, state, by_name, reason, at FROM approval_step \
         WHERE enrolment_id = $1 ORDER BY ordinal LIMIT 20",
        id
    ))
    .await
}

/// Asks to be enrolled on a course that is taken on request. Asking twice gives the same request. A step that nobody but
/// the learner could decide is passed over; when none is left the learner is placed at once.
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
    let why = lines(why);
    let mut check = Check::default();
    check.short("why", &why, MAX_TEXT);
    check.done()?;
    let who = Learner::Person(person);
    if let Some(known) = learner::on_course(c, who, course).await?
        && (known.state.live() || known.state == State::Completed)
    {
        return Ok(known);
    }
    let row = may_begin(c, ctx, who, course).await?;
    let way = way::way(c, course).await?;
    match way.mode {
        Mode::Request => {}
        Mode::Open => return crate::enrol_open(c, ctx, who, course, group).await,
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

/// Gives the turn to the next step somebody can decide; after the last the learner is placed.
async fn advance(c: &mut Conn, ctx: &Ctx, row: &Enrolment) -> Result<Enrolment> {
    for step in steps(c, row.id).await? {
        if step.state != StepState::Ahead {
            continue;
        }
        let people = deciders(c, ctx, &step, row.person).await?;
        let state = if people.is_empty() { StepState::Passed } else { StepState::Waiting };
        c.exec(q!(
            "UPDATE approval_step SET state = $3 WHERE enrolment_id = $1 AND ordinal = $2",
            row.id,
            step.ordinal,
            state
        ))
        .await?;
        if state == StepState::Waiting {
            let office = offices::by_id(c, step.office).await?;
            let path = format!("/desk/{}/learning/requests", office.slug);
            for person in people.into_iter().take(20) {
                let (subject, text) = (msg::ENROLMENTS_MAIL_REQUEST, msg::ENROLMENTS_MAIL_REQUEST_TEXT);
                mails::to(c, ctx, person, subject, text, &path).await?;
            }
            return enrolment(c, row.id).await;
        }
    }
    c.exec(q!("UPDATE enrolment_request SET ended_at = $2 WHERE enrolment_id = $1", row.id, ctx.now)).await?;
    let placed = place(c, ctx, row.clone()).await?;
    if placed.state != State::Offered {
        mails::tell(c, ctx, &placed, mails::News::Decided).await?;
    }
    Ok(placed)
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
