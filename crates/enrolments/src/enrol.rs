//! Coming in and going out.

use db::{Conn, q};
use jiff::civil::Date;
use kernel::{
    Ctx, Event, Fault, FaultKind, OfficeScope, Result,
    ids::{CourseId, EnrolmentId, GroupId, OfficeId, PersonId, UnitId},
};
use offices::Day;
use serde_json::json;

use courses::{Audience, CourseRow};

use crate::{
    Enrolment, Learner, Source, State,
    enrolment::{enrolment, enrolment_in, lock},
    groups, learner,
    leaving::{Back, take_up},
    mails,
    many::not_past,
    msg, outline, waiting, way,
    way::Mode,
    words::{MAX_TEXT, lines},
};

/// An enrolment to be made by the office or by a rule.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NewEnrolment {
    /// Who.
    pub person: PersonId,
    /// On which course.
    pub course: CourseId,
    /// In which group.
    pub group: Option<GroupId>,
    /// How they come.
    pub source: Source,
    /// Until which day they are to complete it.
    pub due: Option<Date>,
    /// Whether they begin anew although they completed the course before (training repeated every so many months).
    pub again: bool,
}

/// Enrols a learner on a course that is open to whoever wants. Enrolling twice gives the same enrolment; one completed
/// before is given too, for [`renew`](crate::renew) takes a course anew. Without a free place the learner comes to the end of
/// the waiting list; a guest, whom nobody could tell of a place, is asked to make an account first.
///
/// # Errors
/// `NotFound` when there is no such course or group; `SignIn` for a guest on a course that needs an account; `Forbidden`
/// when the course is for officials and the person is none; `Conflict` when the course takes nobody, or only on request, or
/// when there is no free place for a guest ([`ENROLMENTS_GUEST_FULL`](crate::msg::ENROLMENTS_GUEST_FULL)).
pub async fn enrol_open(
    c: &mut Conn,
    ctx: &Ctx,
    who: Learner,
    course: CourseId,
    group: Option<GroupId>,
) -> Result<Enrolment> {
    if let Some(known) = known(c, who, course, false).await? {
        return Ok(known);
    }
    begin_open(c, ctx, who, course, group).await
}

/// Enrols a learner who does not learn on the course now, if it is open.
pub(crate) async fn begin_open(
    c: &mut Conn,
    ctx: &Ctx,
    who: Learner,
    course: CourseId,
    group: Option<GroupId>,
) -> Result<Enrolment> {
    let row = may_begin(c, ctx, who, course).await?;
    match way::way(c, course).await?.mode {
        Mode::Open => {}
        Mode::Request => return Err(Fault::conflict(msg::ENROLMENTS_ON_REQUEST)),
        Mode::Closed => return Err(Fault::conflict(msg::ENROLMENTS_BY_COORDINATOR)),
    }
    let source = if who.person().is_some() { Source::SelfMade } else { Source::Guest };
    let made = insert(c, ctx, &row, who, group, source, None).await?;
    place(c, ctx, made).await
}

/// Enrols a person for the office or by a rule. A person already enrolled stays as they are, with an earlier due day if
/// this one is earlier; whoever only asked to be enrolled is placed, since there is nothing to decide any more. They are told
/// by e-mail that they have a place, or that they wait for one.
///
/// # Errors
/// `NotFound` when there is no such course, group or person; `Conflict` when the course takes nobody.
pub async fn enrol(c: &mut Conn, ctx: &Ctx, new: NewEnrolment) -> Result<Enrolment> {
    let who = Learner::Person(new.person);
    if let Some(known) = known(c, who, new.course, new.again).await? {
        let placed = matches!(new.source, Source::Coordinator | Source::Rule);
        if known.state == State::Requested && placed {
            return take_request(c, ctx, &known, new).await;
        }
        return hurry(c, known, new).await;
    }
    let row = courses::course(c, new.course).await?;
    if !row.can_begin() {
        return Err(Fault::conflict(msg::ENROLMENTS_NOT_OPEN));
    }
    let made = insert(c, ctx, &row, who, new.group, new.source, new.due).await?;
    let placed = place(c, ctx, made).await?;
    tell_placed(c, ctx, &placed).await?;
    Ok(placed)
}

/// Tells whom the office or a rule enrolled whether they have a place.
async fn tell_placed(c: &mut Conn, ctx: &Ctx, placed: &Enrolment) -> Result<()> {
    match placed.state {
        State::Active => mails::tell(c, ctx, placed, mails::News::Enrolled).await,
        State::Waiting => mails::tell(c, ctx, placed, mails::News::Waiting).await,
        _ => Ok(()),
    }
}

/// Makes of a request under way a place given by the office or a rule.
async fn take_request(c: &mut Conn, ctx: &Ctx, known: &Enrolment, new: NewEnrolment) -> Result<Enrolment> {
    if !courses::course(c, new.course).await?.can_begin() {
        return Err(Fault::conflict(msg::ENROLMENTS_NOT_OPEN));
    }
    if let Some(group) = new.group {
        groups::open_group(c, new.course, group).await?;
    }
    // Places before learners, always in this order, so that two at once cannot wait for each other.
    way::lock(c, known.course).await?;
    let row = lock(c, known.id).await?;
    if row.state != State::Requested {
        return hurry(c, row, new).await;
    }
    let due = match (row.due, new.due) {
        (Some(before), Some(due)) => Some(before.0.min(due)),
        (before, due) => due.or(before.map(|d| d.0)),
    };
    c.exec(q!(
        "UPDATE enrolment SET source = $2, due = $3, group_id = $4, version = version + 1 WHERE id = $1",
        row.id,
        new.source,
        due.map(Day),
        new.group.or(row.group)
    ))
    .await?;
    end_request(c, ctx, row.id).await?;
    let row = enrolment(c, row.id).await?;
    let placed = place(c, ctx, row).await?;
    tell_placed(c, ctx, &placed).await?;
    Ok(placed)
}

/// Ends what waits for a decision on an enrolment.
async fn end_request(c: &mut Conn, ctx: &Ctx, id: EnrolmentId) -> Result<()> {
    c.exec(q!("UPDATE enrolment_request SET ended_at = $2 WHERE enrolment_id = $1 AND ended_at IS NULL", id, ctx.now))
        .await?;
    c.exec(q!(
        "UPDATE approval_step SET state = 'dropped' WHERE enrolment_id = $1 AND state IN ('waiting', 'ahead')",
        id
    ))
    .await
    .map(|_| ())
}

/// An enrolment there is no need to make anew: one that goes on, or one completed unless they begin again.
async fn known(c: &mut Conn, who: Learner, course: CourseId, again: bool) -> Result<Option<Enrolment>> {
    let found = learner::on_course(c, who, course).await?;
    Ok(found.filter(|e| e.state.live() || (e.state == State::Completed && !again)))
}

async fn hurry(c: &mut Conn, known: Enrolment, new: NewEnrolment) -> Result<Enrolment> {
    let Some(due) = new.due.filter(|due| known.state.live() && known.due.is_none_or(|d| *due < d.0)) else {
        return Ok(known);
    };
    // What a rule asks for is no longer the learner's own to leave.
    let source = if new.source == Source::Rule && !known.bound() { Source::Rule } else { known.source };
    c.exec(q!(
        "UPDATE enrolment SET due = $2, source = $3, version = version + 1 WHERE id = $1",
        known.id,
        Day(due),
        source
    ))
    .await?;
    enrolment(c, known.id).await
}

/// Whether this learner may begin the course now; gives the course.
pub(crate) async fn may_begin(c: &mut Conn, ctx: &Ctx, who: Learner, course: CourseId) -> Result<CourseRow> {
    let row = courses::course(c, course).await?;
    if !row.can_begin() {
        return Err(Fault::conflict(msg::ENROLMENTS_NOT_OPEN));
    }
    match who {
        Learner::Guest(_) if !row.open => Err(Fault::sign_in()),
        Learner::Person(person) if row.audience == Audience::Officials => {
            let serves = !offices::offices_of(c, person, ctx.now.warsaw_date()).await?.is_empty();
            if serves { Ok(row) } else { Err(Fault::new(FaultKind::Forbidden, msg::ENROLMENTS_FOR_OFFICIALS)) }
        }
        _ => Ok(row),
    }
}

/// The office and unit a person serves in today; that of the course first.
pub(crate) async fn serves_in(
    c: &mut Conn,
    ctx: &Ctx,
    person: PersonId,
    first: OfficeId,
) -> Result<(Option<OfficeId>, Option<UnitId>)> {
    let today = ctx.now.warsaw_date();
    let all = offices::offices_of(c, person, today).await?;
    let chosen = all.iter().find(|o| o.id == first).or_else(|| all.first()).map(|o| o.id);
    let Some(office) = chosen else { return Ok((None, None)) };
    let member = offices::member_of(c, OfficeScope::checked(office), person, today).await?;
    Ok((Some(office), member.map(|m| m.unit)))
}

/// Writes the row of an enrolment, as a request still; who left by themselves takes up the one they left. Two at once for
/// one learner make one row.
pub(crate) async fn insert(
    c: &mut Conn,
    ctx: &Ctx,
    course: &CourseRow,
    who: Learner,
    group: Option<GroupId>,
    source: Source,
    due: Option<Date>,
) -> Result<Enrolment> {
    let version = course.published.ok_or_else(|| Fault::conflict(msg::ENROLMENTS_NOT_OPEN))?;
    if let Some(group) = group {
        groups::open_group(c, course.id, group).await?;
    }
    let (office, unit) = match who.person() {
        Some(person) => serves_in(c, ctx, person, course.office).await?,
        None => (None, None),
    };
    if let Some(again) = take_up(c, ctx, course, who, &Back { group, source, due, office, unit }).await? {
        return Ok(again);
    }
    let required = outline::ensure(c, version).await?;
    let id: EnrolmentId = ctx.new_id();
    let made = c
        .exec(q!(
            "INSERT INTO enrolment (id, course_id, holder_id, version_id, person_id, guest_hash, office_id, unit_id, \
             group_id, state, source, due, done, required, reason, created, version) VALUES ($1, $2, $3, $4, $5, $6, $7, \
             $8, $9, 'requested', $10, $11, 0, $12, '', $13, 1) ON CONFLICT DO NOTHING",
            id,
            course.id,
            course.office,
            version,
            who.person(),
            who.hash().map(|h| h.to_vec()),
            office,
            unit,
            group,
            source,
            due.map(Day),
            required,
            ctx.now
        ))
        .await?;
    if made == 0 {
        return learner::on_course(c, who, course.id).await?.ok_or_else(Fault::not_found);
    }
    enrolment(c, id).await
}

/// Gives a requested enrolment a free place, or puts it at the end of the waiting list; never a guest's.
pub(crate) async fn place(c: &mut Conn, ctx: &Ctx, row: Enrolment) -> Result<Enrolment> {
    if row.state != State::Requested {
        return Ok(row);
    }
    if way::free(c, row.course, row.group).await? {
        activate(c, ctx, row.id).await
    } else if row.person.is_none() {
        // Undoes the unit of work: nothing of this enrolment stays.
        Err(Fault::conflict(msg::ENROLMENTS_GUEST_FULL))
    } else {
        waiting::join(c, ctx, &row).await?;
        waiting::promote(c, ctx, row.course).await?;
        enrolment(c, row.id).await
    }
}

/// Lets the learner begin. The place has been checked.
pub(crate) async fn activate(c: &mut Conn, ctx: &Ctx, id: EnrolmentId) -> Result<Enrolment> {
    c.exec(q!(
        "UPDATE enrolment SET state = 'active', started = COALESCE(started, $2), version = version + 1 \
         WHERE id = $1 AND state IN ('requested', 'waiting', 'offered')",
        id,
        ctx.now
    ))
    .await?;
    let row = enrolment(c, id).await?;
    emit(c, ctx, "enrolment.opened", &row, json!({})).await?;
    Ok(row)
}

/// Ends an enrolment before its end; the place goes to the next who waits.
///
/// # Errors
/// `NotFound`; `Conflict` when it is completed or ended already.
pub(crate) async fn end(c: &mut Conn, ctx: &Ctx, id: EnrolmentId, state: State, reason: &str) -> Result<Enrolment> {
    let row = enrolment(c, id).await?;
    // Places before learners, always in this order, so that two at once cannot wait for each other.
    way::lock(c, row.course).await?;
    let row = lock(c, id).await?;
    if !row.state.live() {
        return Err(Fault::conflict(msg::ENROLMENTS_ENDED));
    }
    let reason: String = lines(reason).chars().take(MAX_TEXT).collect();
    c.exec(q!(
        "UPDATE enrolment SET state = $2, reason = $3, ended = $4, version = version + 1 WHERE id = $1",
        id,
        state,
        &reason,
        ctx.now
    ))
    .await?;
    c.exec(q!("DELETE FROM waiting_list WHERE enrolment_id = $1", id)).await?;
    end_request(c, ctx, id).await?;
    let after = enrolment(c, id).await?;
    emit(c, ctx, if state == State::Expired { "enrolment.expired" } else { "enrolment.withdrawn" }, &after, json!({}))
        .await?;
    if matches!(row.state, State::Active | State::Offered) {
        waiting::promote(c, ctx, row.course).await?;
    }
    Ok(after)
}

/// Sets or clears the day until which the course is to be completed: today or later; one set before that is past may stay.
///
/// # Errors
/// `NotFound` when the course is another office's; `Conflict` when the enrolment ended; `Invalid` at `due` when that day is
/// past.
pub async fn set_due(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: EnrolmentId, due: Option<Date>) -> Result<()> {
    let row = enrolment_in(c, scope, id).await?;
    if due != row.due.map(|d| d.0) {
        not_past(ctx, due)?;
    }
    let changed = c
        .exec(q!(
            "UPDATE enrolment SET due = $3, version = version + 1 WHERE id = $1 AND holder_id = $2 \
             AND state IN ('requested', 'waiting', 'offered', 'active')",
            id,
            scope.office(),
            due.map(Day)
        ))
        .await?;
    if changed == 0 {
        return Err(Fault::conflict(msg::ENROLMENTS_ENDED));
    }
    Ok(())
}

/// Tells the other subjects what happened to an enrolment.
pub(crate) async fn emit(
    c: &mut Conn,
    ctx: &Ctx,
    kind: &str,
    row: &Enrolment,
    mut facts: serde_json::Value,
) -> Result<()> {
    facts["enrolment"] = json!(row.id);
    facts["course"] = json!(row.course);
    facts["version"] = json!(row.course_version);
    let event = Event {
        kind: kind.to_owned(),
        office: Some(row.holder),
        object: row.id.0,
        concerns: row.person,
        payload: facts,
    };
    c.emit(ctx, &event).await
}
