//! Taking a completed course anew, because its certificate ends.

use db::Conn;
use jiff::{Span, civil::Date};
use kernel::{
    Ctx, Fault, Result,
    ids::{CourseId, GroupId, PersonId},
};

use crate::{Enrolment, Learner, State, learner, msg, requests};

/// How many months before its certificate ends a course may be taken anew.
pub const RENEW_MONTHS: u32 = 2;

/// The day from which a course completed on a day may be taken anew: [`RENEW_MONTHS`] before its certificate, valid for so
/// many months, ends; with a certificate valid no longer than that, the day it ends. None when it is valid for ever.
pub fn renewable_from(completed: Date, valid_months: Option<u32>) -> Option<Date> {
    let valid = valid_months.filter(|months| *months > 0)?;
    let wait = if valid > RENEW_MONTHS { valid - RENEW_MONTHS } else { valid };
    completed.checked_add(Span::new().try_months(i64::from(wait)).ok()?).ok()
}

/// The day the certificate of a completed enrolment ends or ended, if that is so near that the course may be taken anew today
/// ([`renewable_from`]). None for guests, who have no certificate, and for what is not completed. `facts` are those of the
/// version the enrolment is pinned to.
pub fn renewable(ctx: &Ctx, row: &Enrolment, facts: &courses::Facts) -> Option<Date> {
    let completed = row.completed.filter(|_| row.state == State::Completed && row.person.is_some())?;
    let day = completed.warsaw_date();
    let from = renewable_from(day, facts.valid_months).filter(|from| *from <= ctx.now.warsaw_date());
    from.and(facts.valid_until(day))
}

/// Begins a completed course anew for whoever has a certificate that ends or ended: a new enrolment on the newest version,
/// by the same way in as for everybody ([`enrol_open`](crate::enrol_open), [`request`](crate::request)). What was completed
/// stays as it was, with its certificate. Twice gives the same enrolment.
///
/// # Errors
/// `NotFound` when the person never completed the course; `Conflict` when it is too early, or the course takes nobody; as
/// [`request`](crate::request).
pub async fn renew(
    c: &mut Conn,
    ctx: &Ctx,
    person: PersonId,
    course: CourseId,
    group: Option<GroupId>,
    why: &str,
) -> Result<Enrolment> {
    let known = learner::on_course(c, Learner::Person(person), course).await?.ok_or_else(Fault::not_found)?;
    if known.state.live() {
        return Ok(known);
    }
    if known.state != State::Completed {
        return Err(Fault::not_found());
    }
    let content = courses::content_in(c, known.course_version).await?;
    if renewable(ctx, &known, &content.course).is_none() {
        return Err(Fault::conflict(msg::ENROLMENTS_NOT_YET_AGAIN));
    }
    requests::begin(c, ctx, person, course, group, why).await
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn two_months_before_the_end_and_not_at_once() {
        let day = date(2026, 1, 31);
        assert_eq!(renewable_from(day, Some(24)), Some(date(2027, 11, 30)));
        assert_eq!(renewable_from(day, Some(3)), Some(date(2026, 2, 28)));
        assert_eq!(renewable_from(day, Some(1)), Some(date(2026, 2, 28)));
        assert_eq!((renewable_from(day, Some(0)), renewable_from(day, None)), (None, None));
    }
}
