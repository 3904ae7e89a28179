//! What a rule asks of whom today, and enrolling accordingly. Doing it twice changes nothing.

use std::collections::{HashMap, HashSet};

use db::{Conn, Db, Q};
use enrolments::{NewEnrolment, Source, State};
use jiff::{ToSpan as _, civil::Date};
use kernel::{
    Ctx, Micros, OfficeScope, Result,
    ids::{CourseId, PersonId},
};
use offices::{Day, MemberRow};

use crate::rules::{Rule, Whom};

/// How many people are read, or enrolled in one unit of work, at once.
const AT_ONCE: usize = 200;

/// What a rule asks of a person today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To begin the course; who only asked to be enrolled is placed.
    Begin,
    /// To begin it again: the last completion is older than the period.
    Again,
    /// To complete it earlier than they were told.
    Sooner,
    /// Nothing: they are learning.
    Learning,
    /// Nothing: completed on a day; the period is not over.
    Completed(Date),
    /// Nothing: the office let them off with a reason, until the next period of a rule that repeats.
    Excused,
}

impl Step {
    /// Whether something is to be done.
    pub fn is_due(self) -> bool {
        matches!(self, Step::Begin | Step::Again | Step::Sooner)
    }
}

/// A person a rule concerns.
#[derive(Debug, Clone, PartialEq)]
pub struct Concerned {
    /// Who.
    pub person: PersonId,
    /// Name as shown.
    pub name: String,
    /// The code of their unit.
    pub unit_code: String,
    /// The position; empty if none.
    pub position: String,
    /// What the rule asks of them.
    pub step: Step,
}

/// Whom a rule concerns today, each once, by name, and what it asks of them.
///
/// # Errors
/// Those of the database.
pub async fn concerned(c: &mut Conn, ctx: &Ctx, rule: &Rule) -> Result<Vec<Concerned>> {
    let (scope, today) = (OfficeScope::checked(rule.office), ctx.now.warsaw_date());
    let mut members = offices::members(c, scope, offices::Filter::on(today)).await?;
    match rule.whom {
        Whom::All => {}
        Whom::Position => members.retain(|m| m.position_id.is_some() && m.position_id == rule.position),
        Whom::Unit => {
            let Some(unit) = rule.unit else { return Ok(Vec::new()) };
            let all = offices::units(c, scope, today).await?;
            let units = if rule.below { offices::with_those_below(&all, unit) } else { vec![unit] };
            members.retain(|m| units.contains(&m.unit));
        }
    }
    let mut seen = HashSet::new();
    members.retain(|m| seen.insert(m.person));
    let mut found = Vec::with_capacity(members.len());
    for some in members.chunks(AT_ONCE) {
        let known = known(c, rule.course, some.iter().map(|m| m.person)).await?;
        found.extend(some.iter().map(|m| row(m, rule, known.get(&m.person).map_or(&[][..], Vec::as_slice), today)));
    }
    Ok(found)
}

db::row! {
    #[derive(Debug, Clone, PartialEq, Eq)]
    struct Known {
        person: PersonId,
        state: State,
        source: Source,
        due: Option<Day>,
        completed: Option<Micros>,
        /// When it ended; for one that did not, or ended before that was written down, when it was made.
        ended: Micros,
        reason: String,
    }
}

impl Known {
    /// Whether the office or a rule placed them.
    fn placed(&self) -> bool {
        matches!(self.source, Source::Coordinator | Source::Rule)
    }
}

/// The enrolments of people on a course, the newest first.
async fn known(
    c: &mut Conn,
    course: CourseId,
    people: impl Iterator<Item = PersonId>,
) -> Result<HashMap<PersonId, Vec<Known>>> {
    let rows: Vec<Known> = c
        .all(
            Q::new("SELECT person_id, state, source, due, completed, COALESCE(ended, created), reason FROM enrolment")
                .push_in(" WHERE person_id IN ", people)
                .push(" AND course_id = ", course)
                .text(" ORDER BY id DESC LIMIT 10000"),
        )
        .await?;
    let mut all: HashMap<PersonId, Vec<Known>> = HashMap::new();
    for row in rows {
        all.entry(row.person).or_default().push(row);
    }
    Ok(all)
}

fn row(m: &MemberRow, rule: &Rule, known: &[Known], today: Date) -> Concerned {
    Concerned {
        person: m.person,
        name: m.name(),
        unit_code: m.unit_code.clone(),
        position: m.position.clone(),
        step: step(rule.days, rule.months, known, today),
    }
}

/// The day until which who begins today is to complete.
pub(crate) fn due(days: i64, today: Date) -> Date {
    today.checked_add(days.days()).unwrap_or(Date::MAX)
}

/// What is asked of somebody with these enrolments, the newest first.
fn step(days: i64, months: Option<i64>, known: &[Known], today: Date) -> Step {
    if let Some(live) = known.iter().find(|e| e.state.live()) {
        if live.state == State::Requested {
            return Step::Begin;
        }
        let later = live.due.is_none_or(|d| d.0 > due(days, today));
        return if later { Step::Sooner } else { Step::Learning };
    }
    let after = |day: Date| months.and_then(|m| day.checked_add(m.months()).ok());
    // Placed, the office let them off with a reason; who only stopped by themselves has none, and a request that was refused
    // says nothing of the rule. Where the rule repeats, its next period asks them as everybody.
    let newest = known.iter().find(|e| e.state == State::Completed || e.placed());
    if let Some(off) = newest.filter(|e| e.state == State::Withdrawn && !e.reason.is_empty())
        && after(off.ended.warsaw_date()).is_none_or(|next| next > today)
    {
        return Step::Excused;
    }
    let last = known.iter().filter(|e| e.state == State::Completed).filter_map(|e| e.completed).max();
    let Some(last) = last.map(Micros::warsaw_date) else { return Step::Begin };
    let over = after(last).is_some_and(|until| until <= today);
    if over { Step::Again } else { Step::Completed(last) }
}

/// Enrols whom a rule asks to learn, some at a time; nobody while the course takes none, or is another office's and no longer
/// open without approval. Gives how many people something was done for.
///
/// # Errors
/// Those of the database. What was done before stays, and another run goes on from there.
pub async fn apply(db: &Db, ctx: &Ctx, rule: &Rule) -> Result<usize> {
    let (looked, asks) = (ctx.clone(), rule.clone());
    let (course, todo) = db
        .read(move |c| {
            Box::pin(async move {
                let course = courses::course(c, asks.course).await?;
                let can = course.can_begin() && enrolments::takes(c, asks.office, &course).await?;
                let all = if can { concerned(c, &looked, &asks).await? } else { Vec::new() };
                Ok((course.id, all))
            })
        })
        .await?;
    let todo: Vec<(PersonId, bool)> =
        todo.into_iter().filter(|p| p.step.is_due()).map(|p| (p.person, p.step == Step::Again)).collect();
    let due = due(rule.days, ctx.now.warsaw_date());
    for some in todo.chunks(AT_ONCE) {
        let (some, ctx) = (some.to_vec(), ctx.clone());
        db.write(move |c| {
            let (some, ctx) = (some.clone(), ctx.clone());
            Box::pin(async move {
                for (person, again) in some {
                    let source = Source::Rule;
                    let new = NewEnrolment { person, course, group: None, source, due: Some(due), again };
                    enrolments::enrol(c, &ctx, new).await?;
                }
                Ok(())
            })
        })
        .await?;
    }
    Ok(todo.len())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn known(state: State, due: Option<Date>, completed: Option<Date>, reason: &str) -> Known {
        Known {
            person: PersonId(uuid::Uuid::nil()),
            state,
            source: Source::Rule,
            due: due.map(Day),
            completed: completed.map(Micros::start_of),
            ended: Micros::start_of(date(2026, 1, 10)),
            reason: reason.into(),
        }
    }

    #[test]
    fn what_a_rule_asks() {
        let today = date(2026, 3, 2);
        let ask = |months, rows: &[Known]| step(30, months, rows, today);
        assert_eq!(ask(None, &[]), Step::Begin);
        assert_eq!(ask(None, &[known(State::Active, None, None, "")]), Step::Sooner);
        assert_eq!(ask(None, &[known(State::Active, Some(date(2026, 5, 1)), None, "")]), Step::Sooner);
        assert_eq!(ask(None, &[known(State::Active, Some(date(2026, 2, 1)), None, "")]), Step::Learning);
        let done = known(State::Completed, None, Some(date(2024, 3, 3)), "");
        assert_eq!(ask(None, std::slice::from_ref(&done)), Step::Completed(date(2024, 3, 3)));
        assert_eq!(ask(Some(24), std::slice::from_ref(&done)), Step::Completed(date(2024, 3, 3)));
        assert_eq!(ask(Some(23), std::slice::from_ref(&done)), Step::Again);
        let stopped = known(State::Withdrawn, None, None, "");
        assert_eq!(ask(None, std::slice::from_ref(&stopped)), Step::Begin);
        assert_eq!(ask(Some(23), &[stopped, done.clone()]), Step::Again);
        assert_eq!(ask(Some(23), &[known(State::Withdrawn, None, None, "urlop"), done]), Step::Excused);
    }

    #[test]
    fn what_excuses_and_how_long() {
        let ask = |months, rows: &[Known], today| step(30, months, rows, today);
        let (now, later) = (date(2026, 3, 2), date(2028, 1, 10));
        let off = known(State::Withdrawn, None, None, "urlop");
        assert_eq!(ask(None, std::slice::from_ref(&off), later), Step::Excused, "a rule that asks once asks no more");
        assert_eq!(ask(Some(24), std::slice::from_ref(&off), later.yesterday().unwrap()), Step::Excused);
        assert_eq!(ask(Some(24), std::slice::from_ref(&off), later), Step::Begin, "the next period");
        let refused = Known { source: Source::Request, ..known(State::Withdrawn, None, None, "Brak miejsc") };
        assert_eq!(ask(None, std::slice::from_ref(&refused), now), Step::Begin);
        assert_eq!(ask(None, &[refused, off], now), Step::Excused, "a request refused since changes nothing");
        let asked = Known { source: Source::Request, ..known(State::Requested, Some(now), None, "") };
        assert_eq!(ask(None, &[asked], now), Step::Begin);
    }
}
