//! What learners think, as a mean and a count: by course for an office, by office for the country.

use std::collections::HashMap;

use db::{Conn, q};
use kernel::{
    OfficeScope, Result,
    ids::{CourseId, OfficeId},
};

use crate::LEAST;

/// Answers summed up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rating {
    /// How many said something.
    pub count: i64,
    /// The sum of their stars.
    pub stars: i64,
}

impl Rating {
    /// The mean, 1 to 5, and how many said something; none when fewer than 3 did, so that nobody can be guessed.
    pub fn shown(self) -> Option<(f64, i64)> {
        // Counts of people: exact in a float.
        (self.count >= LEAST).then(|| (self.stars as f64 / self.count as f64, self.count))
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.count += other.count;
        self.stars += other.stars;
    }
}

/// What the people of an office think of the courses they completed, by course. Never narrowed to units: the difference of
/// two such means would tell what one person said.
///
/// # Errors
/// Those of the database.
pub async fn ratings(c: &mut Conn, scope: OfficeScope) -> Result<HashMap<CourseId, Rating>> {
    let rows: Vec<(CourseId, i64, i64)> = c
        .all(q!(
            "SELECT course_id, COUNT(*), CAST(SUM(stars) AS BIGINT) FROM course_opinion WHERE office_id = $1 \
             GROUP BY course_id LIMIT 100000",
            scope.office()
        ))
        .await?;
    Ok(rows.into_iter().map(|(course, count, stars)| (course, Rating { count, stars })).collect())
}

/// What learners think, by the office they serve in; none: residents. For the operator.
///
/// # Errors
/// Those of the database.
pub async fn ratings_by_office(c: &mut Conn) -> Result<HashMap<Option<OfficeId>, Rating>> {
    let rows: Vec<(Option<OfficeId>, i64, i64)> = c
        .all(q!(
            "SELECT office_id, COUNT(*), CAST(SUM(stars) AS BIGINT) FROM course_opinion GROUP BY office_id LIMIT 100000"
        ))
        .await?;
    Ok(rows.into_iter().map(|(office, count, stars)| (office, Rating { count, stars })).collect())
}
