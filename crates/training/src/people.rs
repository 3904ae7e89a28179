//! Who learned what: the people of an office with each course they take, by name.

use db::{Conn, Q};
use enrolments::State;
use jiff::{ToSpan as _, civil::Date};
use kernel::{
    Micros, OfficeScope, Result,
    ids::{CourseId, EnrolmentId, PersonId, UnitId},
};
use law::fold::fold;
use offices::Day;

use crate::Narrow;

/// What the list is narrowed to, beside what the reader may see.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// In this state.
    pub state: Option<State>,
    /// Going on in whichever state: those a [`Line`](crate::Line) counts as active.
    pub going: bool,
    /// Late on the day of the report.
    pub late: bool,
    /// Completed on this day or later.
    pub from: Option<Date>,
    /// Completed on this day or sooner.
    pub to: Option<Date>,
    /// Whose name contains these words.
    pub text: String,
}

db::row! {
    /// Somebody on a course.
    #[derive(Debug, Clone, PartialEq)]
    pub struct PersonRow {
        /// The enrolment.
        pub enrolment: EnrolmentId,
        /// Who.
        pub person: PersonId,
        /// Which course.
        pub course: CourseId,
        /// In which unit they serve.
        pub unit: Option<UnitId>,
        /// Where the enrolment stands.
        pub state: State,
        /// The day to complete by.
        pub due: Option<Day>,
        /// When it was completed.
        pub completed: Option<Micros>,
        /// The result, 0 to 1; none without anything graded.
        pub score: Option<f64>,
        /// Required items done.
        pub done: i64,
        /// Items required.
        pub required: i64,
    }
}

impl PersonRow {
    /// Whether they are late on a day.
    pub fn late(&self, today: Date) -> bool {
        self.state == State::Active && self.due.is_some_and(|d| d.0 < today)
    }
    /// The result in per cent.
    pub fn percent_score(&self) -> Option<i64> {
        self.score.map(enrolments::score_percent)
    }
}

/// Who of the office takes or took which course, the newest enrolment first: so many after one. The caller has made the
/// narrowing of what the reader may see ([`Narrow::of`]).
///
/// # Errors
/// Those of the database.
pub async fn people(
    c: &mut Conn,
    scope: OfficeScope,
    narrow: &Narrow,
    wanted: &Wanted,
    today: Date,
    after: Option<EnrolmentId>,
    limit: usize,
) -> Result<Vec<PersonRow>> {
    let mut q = Q::new(
        "SELECT id, person_id, course_id, unit_id, state, due, completed, score, done, required FROM enrolment \
         WHERE person_id IS NOT NULL",
    )
    .push(" AND office_id = ", scope.office());
    if let Some(state) = wanted.state {
        q = q.push(" AND state = ", state);
    }
    if wanted.going {
        q = q.push_in(" AND state IN ", State::ALL.iter().copied().filter(|s| s.live()));
    }
    if wanted.late {
        q = q.push(" AND state = 'active' AND due < ", Day(today));
    }
    if wanted.from.is_some() || wanted.to.is_some() {
        q = q.text(" AND state = 'completed'");
    }
    if let Some(from) = wanted.from {
        q = q.push(" AND completed >= ", Micros::start_of(from));
    }
    if let Some(next) = wanted.to.and_then(|to| to.checked_add(1.day()).ok()) {
        q = q.push(" AND completed < ", Micros::start_of(next));
    }
    let text = fold(&wanted.text);
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).take(6) {
        q = q
            .push(" AND person_id IN (SELECT p.id FROM person p WHERE p.name_fold LIKE ", format!("%{word}%"))
            .text(")");
    }
    if let Some(after) = after {
        q = q.push(" AND id < ", after);
    }
    c.all(narrow.narrow(q).push(" ORDER BY id DESC LIMIT ", limit)).await
}
