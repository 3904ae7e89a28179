//! On which courses an office enrols its people: its own, and those of other offices that are open without approval.

use std::collections::HashSet;

use courses::CourseRow;
use db::{Conn, Q};
use kernel::{
    Result,
    ids::{CourseId, OfficeId},
};

use crate::way::{self, Mode};

/// Whether an office may enrol its people on a course, one by one or by a rule: on its own always; on another office's only
/// while whoever wants may begin it without asking.
///
/// # Errors
/// Those of the database.
pub async fn takes(c: &mut Conn, office: OfficeId, course: &CourseRow) -> Result<bool> {
    Ok(course.office == office || (course.can_begin() && way::way(c, course.id).await?.mode == Mode::Open))
}

/// Of these courses those on which an office may enrol its people ([`takes`]).
///
/// # Errors
/// Those of the database.
pub async fn open_to(c: &mut Conn, office: OfficeId, mut rows: Vec<CourseRow>) -> Result<Vec<CourseRow>> {
    let mut shut: HashSet<CourseId> = HashSet::new();
    let others: Vec<CourseId> = rows.iter().filter(|r| r.office != office).map(|r| r.id).collect();
    for some in others.chunks(500) {
        let found: Vec<(CourseId,)> = c
            .all(
                Q::new("SELECT course_id FROM way_in WHERE mode <> 'open'")
                    .push_in(" AND course_id IN ", some.iter().copied())
                    .text(" LIMIT 500"),
            )
            .await?;
        shut.extend(found.into_iter().map(|r| r.0));
    }
    rows.retain(|r| r.office == office || (r.can_begin() && !shut.contains(&r.id)));
    Ok(rows)
}
