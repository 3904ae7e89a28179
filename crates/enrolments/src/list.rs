//! The learners of a course, page by page.

use std::collections::HashMap;

use db::{Conn, Q, q};
use jiff::civil::Date;
use kernel::{
    Result,
    ids::{CourseId, GroupId, OfficeId, PersonId, UnitId},
};
use law::fold::fold;
use offices::Day;
use web::Cursor;

use crate::{Enrolment, State, enrolment::SELECT, learner};

/// How many rows a page has.
pub const PAGE: usize = 50;

/// What a list of learners is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// In this state.
    pub state: Option<State>,
    /// In this group.
    pub group: Option<GroupId>,
    /// Serving in this office.
    pub office: Option<OfficeId>,
    /// Serving in this unit.
    pub unit: Option<UnitId>,
    /// Late on this day.
    pub late_on: Option<Date>,
    /// Whose name contains these words (folded).
    pub text: String,
}

/// A learner of a course.
#[derive(Debug, Clone, PartialEq)]
pub struct LearnerRow {
    /// The enrolment.
    pub enrolment: Enrolment,
    /// Name as shown; empty for guests and deleted accounts.
    pub name: String,
    /// The address of the account; empty for guests.
    pub email: String,
    /// The code of the unit they serve in; empty if none.
    pub unit_code: String,
}

/// The learners of a course, the newest first, a page at a time, with the marker of the next page. The caller has checked
/// that the reader may know them: trainers, coordinators and authors of the course's office.
///
/// # Errors
/// Those of the database.
pub async fn of_course(
    c: &mut Conn,
    course: CourseId,
    filter: &Filter,
    cursor: Option<Cursor>,
) -> Result<(Vec<LearnerRow>, Option<Cursor>)> {
    page_of_course(c, course, filter, cursor, PAGE).await
}

/// As [`of_course`], with so many rows a page.
pub(crate) async fn page_of_course(
    c: &mut Conn,
    course: CourseId,
    filter: &Filter,
    cursor: Option<Cursor>,
    size: usize,
) -> Result<(Vec<LearnerRow>, Option<Cursor>)> {
    let q = narrowed(Q::new(SELECT).push(" WHERE e.course_id = ", course), filter);
    let (rows, next) = page(c, q, cursor, size).await?;
    Ok((named(c, rows).await?, next))
}

/// A person's enrolments, the newest first, a page at a time; only on courses of one office if wanted.
pub(crate) async fn page_of_person(
    c: &mut Conn,
    person: PersonId,
    holder: Option<OfficeId>,
    cursor: Option<Cursor>,
    size: usize,
) -> Result<(Vec<Enrolment>, Option<Cursor>)> {
    let mut q = Q::new(SELECT).push(" WHERE e.person_id = ", person);
    if let Some(holder) = holder {
        q = q.push(" AND e.holder_id = ", holder);
    }
    page(c, q, cursor, size).await
}

async fn page(c: &mut Conn, mut q: Q, cursor: Option<Cursor>, size: usize) -> Result<(Vec<Enrolment>, Option<Cursor>)> {
    if let Some(cursor) = cursor {
        q = q.push(" AND e.id < ", cursor.id);
    }
    let mut rows: Vec<Enrolment> = c.all(q.push(" ORDER BY e.id DESC LIMIT ", size + 1)).await?;
    let more = rows.len() > size;
    rows.truncate(size);
    let next = rows.last().filter(|_| more).map(|e| Cursor { key: e.created.0, id: e.id.0 });
    Ok((rows, next))
}

/// The enrolments on a course that hold for these people, at most 1,000, in their order.
pub(crate) async fn of_people(
    c: &mut Conn,
    course: CourseId,
    people: impl Iterator<Item = PersonId>,
) -> Result<Vec<LearnerRow>> {
    let people: Vec<PersonId> = people.collect();
    let mut found = learner::people_on_course(c, people.iter().copied(), course).await?;
    named(c, people.iter().filter_map(|person| found.remove(person)).collect()).await
}

/// All learners of a course that the filter leaves, at most 100,000, for exports; without a page. As [`of_course`].
///
/// # Errors
/// Those of the database.
pub async fn all_of_course(c: &mut Conn, course: CourseId, filter: &Filter) -> Result<Vec<LearnerRow>> {
    let q = narrowed(Q::new(SELECT).push(" WHERE e.course_id = ", course), filter);
    let rows: Vec<Enrolment> = c.all(q.text(" ORDER BY e.id LIMIT 100000")).await?;
    let mut all = Vec::with_capacity(rows.len());
    for page in rows.chunks(500) {
        all.extend(named(c, page.to_vec()).await?);
    }
    Ok(all)
}

fn narrowed(mut q: Q, filter: &Filter) -> Q {
    if let Some(state) = filter.state {
        q = q.push(" AND e.state = ", state);
    }
    if let Some(group) = filter.group {
        q = q.push(" AND e.group_id = ", group);
    }
    if let Some(office) = filter.office {
        q = q.push(" AND e.office_id = ", office);
    }
    if let Some(unit) = filter.unit {
        q = q.push(" AND e.unit_id = ", unit);
    }
    if let Some(day) = filter.late_on {
        q = q.push(" AND e.state = 'active' AND e.due < ", Day(day));
    }
    let text = fold(&filter.text);
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).take(6) {
        q = q
            .push(" AND e.person_id IN (SELECT p.id FROM person p WHERE p.name_fold LIKE ", format!("%{word}%"))
            .text(")");
    }
    q
}

/// Adds names, addresses and units.
pub(crate) async fn named(c: &mut Conn, rows: Vec<Enrolment>) -> Result<Vec<LearnerRow>> {
    let people: HashMap<PersonId, (String, String)> = identity::people(c, rows.iter().filter_map(|e| e.person))
        .await?
        .into_iter()
        .map(|p| (p.id, (p.name(), p.email)))
        .collect();
    let codes: Vec<(UnitId, String)> = c
        .all(
            q!("SELECT id, code FROM unit")
                .push_in(" WHERE id IN ", rows.iter().filter_map(|e| e.unit))
                .text(" LIMIT 1000"),
        )
        .await?;
    let codes: HashMap<UnitId, String> = codes.into_iter().collect();
    Ok(rows
        .into_iter()
        .map(|enrolment| {
            let (name, email) = enrolment.person.and_then(|p| people.get(&p).cloned()).unwrap_or_default();
            let unit_code = enrolment.unit.and_then(|u| codes.get(&u).cloned()).unwrap_or_default();
            LearnerRow { enrolment, name, email, unit_code }
        })
        .collect())
}
