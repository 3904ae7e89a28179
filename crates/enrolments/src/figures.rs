//! How many learn, completed, are late: counted by the database from an index that holds all it needs.

use db::{Conn, Q};
use jiff::civil::Date;
use kernel::{
    Result,
    ids::{CourseId, OfficeId, UnitId},
};
use offices::Day;

use crate::State;

/// Whose enrolments are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// The people of an office, on any course.
    Office(OfficeId),
    /// The learners of a course, from anywhere.
    Course(CourseId),
}

db::row! {
    /// A count.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Figure {
        /// The course.
        pub course: CourseId,
        /// The office the learners serve in; none for those who serve in none.
        pub office: Option<OfficeId>,
        /// Their unit.
        pub unit: Option<UnitId>,
        /// The state.
        pub state: State,
        /// How many.
        pub learners: i64,
        /// How many of them are late on the day.
        pub late: i64,
    }
}

/// Counts enrolments by course, office, unit and state on a day, at most 100,000 rows.
///
/// # Errors
/// Those of the database.
pub async fn figures(c: &mut Conn, reach: Reach, today: Date) -> Result<Vec<Figure>> {
    let mut q = Q::new(
        "SELECT course_id, office_id, unit_id, state, COUNT(*), \
         COUNT(CASE WHEN state = 'active' AND due < $1 THEN 1 END) FROM enrolment",
    )
    .bind(Day(today));
    q = match reach {
        Reach::Office(office) => q.push(" WHERE office_id = ", office),
        Reach::Course(course) => q.push(" WHERE course_id = ", course),
    };
    c.all(q.text(" GROUP BY course_id, office_id, unit_id, state LIMIT 100000")).await
}

/// The learners of a course by state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Somebody has to approve them.
    pub requested: i64,
    /// On the waiting list.
    pub waiting: i64,
    /// A place is offered.
    pub offered: i64,
    /// Learning.
    pub active: i64,
    /// Completed.
    pub completed: i64,
    /// Withdrawn or expired.
    pub ended: i64,
    /// Learning after the day to complete the course.
    pub late: i64,
}

impl Counts {
    /// The sum of counts.
    pub fn of(figures: &[Figure]) -> Self {
        let mut n = Self::default();
        for f in figures {
            let place = match f.state {
                State::Requested => &mut n.requested,
                State::Waiting => &mut n.waiting,
                State::Offered => &mut n.offered,
                State::Active => &mut n.active,
                State::Completed => &mut n.completed,
                State::Withdrawn | State::Expired => &mut n.ended,
            };
            *place += f.learners;
            n.late += f.late;
        }
        n
    }
    /// Everybody who learns or completed.
    pub fn learners(&self) -> i64 {
        self.active + self.completed
    }
}

/// The learners of a course by state on a day.
///
/// # Errors
/// Those of the database.
pub async fn counts(c: &mut Conn, course: CourseId, today: Date) -> Result<Counts> {
    Ok(Counts::of(&figures(c, Reach::Course(course), today).await?))
}
