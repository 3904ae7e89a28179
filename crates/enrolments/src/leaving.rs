//! Leaving, by oneself or by the word of the office, and coming back to what was left.

use audit::Entry;
use db::{Conn, q};
use jiff::civil::Date;
use kernel::{
    Ctx, Fault, Result,
    ids::{CourseId, EnrolmentId, GroupId, OfficeId, UnitId},
};
use offices::Day;

use courses::CourseRow;

use crate::{
    Enrolment, Learner, Source, State, enrol::end, enrolment::enrolment, learner::all_on_course, msg, words::lines,
};

/// The learner leaves the course. What was learned stays, and is taken up again when they come back. The caller has checked
/// that the enrolment is the learner's.
///
/// # Errors
/// `NotFound`; `Conflict` when the office or a rule enrolled them ([`Enrolment::bound`]), or when it is completed or ended
/// already.
pub async fn leave(c: &mut Conn, ctx: &Ctx, id: EnrolmentId) -> Result<Enrolment> {
    if enrolment(c, id).await?.bound() {
        return Err(Fault::conflict(msg::ENROLMENTS_LEAVE_BOUND));
    }
    end(c, ctx, id, State::Withdrawn, "").await
}

/// Ends an enrolment before its end, for the office that holds the course, and writes it into its log; the learner
/// [`leave`]s. Without a reason whoever comes back takes it up again. The place goes to the next who waits.
/// What was learned stays. The caller has checked who asks.
///
/// # Errors
/// `NotFound`; `Conflict` when it is completed or ended already; `Invalid` at `reason` when a rule enrolled the learner and
/// there is none: the rule would ask them again the next night.
pub async fn withdraw(c: &mut Conn, ctx: &Ctx, id: EnrolmentId, reason: &str) -> Result<Enrolment> {
    let row = enrolment(c, id).await?;
    if row.source == Source::Rule && lines(reason).is_empty() {
        return Err(Fault::field("reason", msg::ENROLMENTS_REASON_NEEDED));
    }
    let ended = end(c, ctx, id, State::Withdrawn, reason).await?;
    let name = match ended.person {
        Some(person) => identity::person(c, person).await?.name(),
        None => String::new(),
    };
    let entry = Entry::admin("enrolments.withdrawn", "enrolment", id)
        .detail("course", courses::course(c, ended.course).await?.title)
        .detail("person", name)
        .detail("reason", ended.reason.as_str());
    audit::write(c, ctx, Some(ended.holder), &entry).await?;
    Ok(ended)
}

/// Ends what a rule asked of somebody who no longer serves in the office, without a reason: should they come back, the rule
/// asks them again.
///
/// # Errors
/// As [`withdraw`], but for the reason.
pub async fn let_go(c: &mut Conn, ctx: &Ctx, id: EnrolmentId) -> Result<Enrolment> {
    end(c, ctx, id, State::Withdrawn, "").await
}

/// How somebody comes back.
pub(crate) struct Back {
    pub group: Option<GroupId>,
    pub source: Source,
    pub due: Option<Date>,
    pub office: Option<OfficeId>,
    pub unit: Option<UnitId>,
}

/// The learner's newest enrolment on a course, if they left it after they had begun, for no reason the office gave, and
/// completed nothing since.
async fn left(c: &mut Conn, who: Learner, course: CourseId) -> Result<Option<Enrolment>> {
    let rows = all_on_course(c, who, course).await?;
    let Some(newest) = rows.first() else { return Ok(None) };
    let begun = newest.state == State::Withdrawn && newest.reason.is_empty() && newest.started.is_some();
    let since = rows.iter().any(|e| e.completed.is_some() && e.completed > newest.started);
    Ok((begun && !since).then(|| newest.clone()))
}

/// Takes up again what the learner left, as a request still: progress, attempts and notes hang on the enrolment and stay; how
/// they come, the group and the last day are those of this time. Who approved last time does not count. `None` when there
/// is nothing to take up.
pub(crate) async fn take_up(
    c: &mut Conn,
    ctx: &Ctx,
    course: &CourseRow,
    who: Learner,
    back: &Back,
) -> Result<Option<Enrolment>> {
    let Some(row) = left(c, who, course.id).await? else { return Ok(None) };
    let taken = c
        .exec(q!(
            "UPDATE enrolment SET state = 'requested', group_id = $2, source = $3, due = $4, office_id = $5, unit_id = $6, \
             stays_at = NULL, ended = NULL, version = version + 1 WHERE id = $1 AND state = 'withdrawn'",
            row.id,
            back.group,
            back.source,
            back.due.map(Day),
            back.office,
            back.unit
        ))
        .await?;
    if taken == 0 {
        // Another window was first.
        return enrolment(c, row.id).await.map(Some);
    }
    c.exec(q!("DELETE FROM approval_step WHERE enrolment_id = $1", row.id)).await?;
    c.exec(q!("DELETE FROM enrolment_request WHERE enrolment_id = $1", row.id)).await?;
    let name = match row.person {
        Some(person) => identity::person(c, person).await?.name(),
        None => String::new(),
    };
    let entry = Entry::admin("enrolments.resumed", "enrolment", row.id)
        .detail("course", course.title.clone())
        .detail("person", name);
    audit::write(c, ctx, Some(course.office), &entry).await?;
    enrolment(c, row.id).await.map(Some)
}
