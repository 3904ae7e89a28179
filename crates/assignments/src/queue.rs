//! Works handed in on a course, in the order in which they wait.

use std::collections::HashMap;

use courses::Waiting;
use db::{Conn, Q, q};
use kernel::{
    Micros, Result,
    ids::{CourseId, CourseVersionId, ItemId, OfficeId, PersonId, WorkId},
};
use web::Cursor;

use crate::work::State;

/// How many rows a page has.
pub const PAGE: usize = 50;

db::row! {
    /// A work handed in.
    #[derive(Debug, Clone, PartialEq)]
    pub struct QueueRow {
        /// The work.
        pub id: WorkId,
        /// The assignment.
        pub item: ItemId,
        /// The version of the course it was handed in for.
        pub course_version: CourseVersionId,
        /// Its number among the works of the assignment.
        pub number: i64,
        /// Where it stands.
        pub state: State,
        /// Which time it was handed in.
        pub editions: i64,
        /// When it was handed in last.
        pub handed_in: Micros,
        /// The learner's account; none for a guest.
        pub person: Option<PersonId>,
    }
}

/// The courses of an office in which works wait to be marked, of learners who may open the course.
///
/// # Errors
/// Those of the database.
pub async fn waits(c: &mut Conn, office: OfficeId) -> Result<Vec<Waiting>> {
    let rows = "work w ON w.course_id = k.id AND w.state = 'waiting' \
                JOIN enrolment e ON e.id = w.enrolment_id AND e.state IN ('active', 'completed')";
    courses::waiting(c, office, rows).await
}

/// Works of a course in a state, at most [`PAGE`], with the marker of the next page: those that wait the longest first,
/// others the newest first. Only of learners who may open the course. The caller has checked that the reader is a trainer
/// of the course's office.
///
/// # Errors
/// Those of the database.
pub async fn queue(
    c: &mut Conn,
    course: CourseId,
    state: State,
    cursor: Option<Cursor>,
) -> Result<(Vec<QueueRow>, Option<Cursor>)> {
    let mut q = Q::new(
        "SELECT w.id, w.item_id, d.version_id, w.number, w.state, w.editions, w.handed_in, e.person_id FROM work w \
         JOIN work_edition d ON d.work_id = w.id AND d.number = w.editions \
         JOIN enrolment e ON e.id = w.enrolment_id AND e.state IN ('active', 'completed')",
    )
    .push(" WHERE w.course_id = ", course)
    .push(" AND w.state = ", state);
    let rising = state == State::Waiting;
    if let Some(Cursor { key, id }) = cursor {
        let (after, beside) =
            if rising { (" AND (w.handed_in > ", " AND w.id > ") } else { (" AND (w.handed_in < ", " AND w.id < ") };
        q = q.push(after, key).push(" OR (w.handed_in = ", key).push(beside, WorkId(id)).text("))");
    }
    let order =
        if rising { " ORDER BY w.handed_in, w.id LIMIT " } else { " ORDER BY w.handed_in DESC, w.id DESC LIMIT " };
    let mut rows: Vec<QueueRow> = c.all(q.push(order, PAGE + 1)).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(|r| Cursor { key: r.handed_in.0, id: r.id.0 });
    Ok((rows, next))
}

/// How many works of a course stand in each state, those never handed in left out.
///
/// # Errors
/// Those of the database.
pub async fn counts(c: &mut Conn, course: CourseId) -> Result<HashMap<State, i64>> {
    let rows: Vec<(State, i64)> = c
        .all(q!(
            "SELECT w.state, COUNT(*) FROM work w \
             JOIN enrolment e ON e.id = w.enrolment_id AND e.state IN ('active', 'completed') \
             WHERE w.course_id = $1 AND w.editions > 0 GROUP BY w.state",
            course
        ))
        .await?;
    Ok(rows.into_iter().collect())
}
