//! Completion in figures: by course and unit, by month, who is late, and the whole country by office. Counted by the
//! database from indexes that hold all they need.

use std::collections::{BTreeMap, HashMap, HashSet};

use courses::CourseRow;
use db::{Conn, Q, q};
use enrolments::{Figure, Reach, State};
use jiff::{ToSpan as _, civil::Date};
use kernel::{
    Micros, OfficeScope, Result,
    ids::{CourseId, EnrolmentId, OfficeId, PersonId, UnitId},
};
use law::teryt;
use offices::{Day, Desk, Role, UnitRow};

use crate::{Rating, ratings::ratings_by_office};

/// How many months the trend shows, this one included.
pub const MONTHS: usize = 12;

/// Whose learning somebody at a desk sees, of the people of their office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sees {
    /// Everybody's: the coordinator.
    Office,
    /// That of these units: a superior, with the units below.
    Units(Vec<UnitId>),
    /// That on courses of the office: a trainer.
    Courses,
}

impl Sees {
    /// What a person at a desk sees; `None` for colleagues with no role in learning.
    pub fn of(desk: &Desk) -> Option<Self> {
        if desk.may(Role::Coordinator) {
            Some(Sees::Office)
        } else if desk.may(Role::Superior) {
            Some(Sees::Units(desk.member.units_below.clone()))
        } else if desk.may(Role::Trainer) {
            Some(Sees::Courses)
        } else {
            None
        }
    }
}

/// What a report is narrowed to; `None` is everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrow {
    /// Only these units.
    pub units: Option<Vec<UnitId>>,
    /// Only these courses.
    pub courses: Option<Vec<CourseId>>,
}

impl Narrow {
    /// All that somebody sees.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn of(c: &mut Conn, scope: OfficeScope, sees: &Sees) -> Result<Self> {
        let mut narrow = Self::default();
        match sees {
            Sees::Office => {}
            Sees::Units(units) => narrow.units = Some(units.clone()),
            Sees::Courses => {
                narrow.courses = Some(courses::courses_of(c, scope).await?.into_iter().map(|r| r.id).collect());
            }
        }
        Ok(narrow)
    }

    /// Narrowed further to a unit with those below it, and to a course. `units` are all of the office
    /// ([`offices::all_units`]).
    #[must_use]
    pub fn to(&self, units: &[UnitRow], unit: Option<UnitId>, course: Option<CourseId>) -> Self {
        let mut narrow = self.clone();
        if let Some(unit) = unit {
            narrow.units = Some(both(narrow.units, offices::with_those_below(units, unit)));
        }
        if let Some(course) = course {
            narrow.courses = Some(both(narrow.courses, vec![course]));
        }
        narrow
    }

    fn holds(&self, f: &Figure) -> bool {
        self.units.as_ref().is_none_or(|all| f.unit.is_some_and(|u| all.contains(&u)))
            && self.courses.as_ref().is_none_or(|all| all.contains(&f.course))
    }

    /// A query over enrolments, narrowed.
    pub(crate) fn narrow(&self, mut q: Q) -> Q {
        if let Some(units) = &self.units {
            q = q.push_in(" AND unit_id IN ", units.iter().copied());
        }
        if let Some(courses) = &self.courses {
            q = q.push_in(" AND course_id IN ", courses.iter().copied());
        }
        q
    }
}

fn both<T: PartialEq>(one: Option<Vec<T>>, mut other: Vec<T>) -> Vec<T> {
    if let Some(one) = one {
        other.retain(|x| one.contains(x));
    }
    other
}

/// Enrolments counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Line {
    /// Learning, those who wait for a place or consent included.
    pub active: i64,
    /// Completed.
    pub completed: i64,
    /// Of those learning: after the last day.
    pub late: i64,
}

impl Line {
    fn add(&mut self, state: State, learners: i64, late: i64) {
        match state {
            State::Completed => self.completed += learners,
            State::Withdrawn | State::Expired => {}
            State::Requested | State::Waiting | State::Offered | State::Active => self.active += learners,
        }
        self.late += late;
    }
    /// Everybody counted.
    pub fn all(&self) -> i64 {
        self.active + self.completed
    }
    /// Per cent completed; none when there is nobody.
    pub fn percent(&self) -> Option<i64> {
        crate::words::percent(self.completed, self.all())
    }
}

/// Completion by course and unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Completion {
    /// All together.
    pub total: Line,
    /// By course.
    pub courses: BTreeMap<CourseId, Line>,
    /// By unit; none: without a unit.
    pub units: BTreeMap<Option<UnitId>, Line>,
    /// By both.
    pub cells: BTreeMap<(CourseId, Option<UnitId>), Line>,
}

/// Completion among the people of an office on a day.
///
/// # Errors
/// Those of the database.
pub async fn completion(c: &mut Conn, scope: OfficeScope, narrow: &Narrow, today: Date) -> Result<Completion> {
    let figures = enrolments::figures(c, Reach::Office(scope.office()), today).await?;
    let mut all = Completion::default();
    for f in figures.iter().filter(|f| narrow.holds(f)) {
        let mut cell = Line::default();
        cell.add(f.state, f.learners, f.late);
        if cell == Line::default() {
            continue;
        }
        all.total.add(f.state, f.learners, f.late);
        all.courses.entry(f.course).or_default().add(f.state, f.learners, f.late);
        all.units.entry(f.unit).or_default().add(f.state, f.learners, f.late);
        all.cells.entry((f.course, f.unit)).or_default().add(f.state, f.learners, f.late);
    }
    Ok(all)
}

/// The first days of the months of the trend, the oldest first, and of the month after the last.
fn months(today: Date) -> Vec<Date> {
    let first = today.first_of_month();
    let back = i64::try_from(MONTHS).unwrap_or(12) - 1;
    (-back..=1).filter_map(|n| first.checked_add(n.months()).ok()).collect()
}

/// How many completed in each of the last 12 months, the oldest first, with the month's first day.
///
/// # Errors
/// Those of the database.
pub async fn by_month(c: &mut Conn, scope: OfficeScope, narrow: &Narrow, today: Date) -> Result<Vec<(Date, i64)>> {
    const ENDS: [&str; MONTHS] = [
        " THEN 0", " THEN 1", " THEN 2", " THEN 3", " THEN 4", " THEN 5", " THEN 6", " THEN 7", " THEN 8", " THEN 9",
        " THEN 10", " THEN 11",
    ];
    let months = months(today);
    // One walk over the index, sorted into months on the way.
    let mut q = Q::new("SELECT CASE");
    for (end, then) in months.iter().skip(1).zip(ENDS) {
        q = q.push(" WHEN completed < ", Micros::start_of(*end)).text(then);
    }
    q = q.push(" END, COUNT(*) FROM enrolment WHERE state = 'completed' AND office_id = ", scope.office());
    if let (Some(first), Some(end)) = (months.first(), months.last()) {
        q = q.push(" AND completed >= ", Micros::start_of(*first)).push(" AND completed < ", Micros::start_of(*end));
    }
    q = narrow.narrow(q).text(" GROUP BY 1");
    let rows: Vec<(i64, i64)> = c.all(q).await?;
    let counts: HashMap<i64, i64> = rows.into_iter().collect();
    Ok(months.iter().zip(0..).take(MONTHS).map(|(m, i)| (*m, counts.get(&i).copied().unwrap_or(0))).collect())
}

db::row! {
    /// Somebody who is late.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct LateRow {
        /// The enrolment.
        pub enrolment: EnrolmentId,
        /// Who.
        pub person: PersonId,
        /// On which course.
        pub course: CourseId,
        /// In which unit.
        pub unit: Option<UnitId>,
        /// The day it was to be completed.
        pub due: Day,
        /// Required items done.
        pub done: i64,
        /// Items required.
        pub required: i64,
    }
}

/// Who of the office is late on a day, the longest first: so many after leaving out so many. The caller has made the
/// narrowing of what the reader may see ([`Narrow::of`]).
///
/// # Errors
/// Those of the database.
pub async fn late(
    c: &mut Conn,
    scope: OfficeScope,
    narrow: &Narrow,
    today: Date,
    skip: usize,
    limit: usize,
) -> Result<Vec<LateRow>> {
    let q =
        Q::new("SELECT id, person_id, course_id, unit_id, due, done, required FROM enrolment WHERE state = 'active'")
            .push(" AND due IS NOT NULL AND office_id = ", scope.office())
            .push(" AND due < ", Day(today))
            .text(" AND person_id IS NOT NULL");
    c.all(narrow.narrow(q).push(" ORDER BY due, id LIMIT ", limit).push(" OFFSET ", skip)).await
}

/// What stands in reports as identifiers, by name: people, units and courses.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// People.
    pub people: HashMap<PersonId, String>,
    /// Units, code and name.
    pub units: HashMap<UnitId, String>,
    /// Courses.
    pub courses: HashMap<CourseId, CourseRow>,
}

impl Names {
    /// The names of these units, all of an office ([`offices::all_units`]), and of courses.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn of(c: &mut Conn, units: &[UnitRow], courses: impl IntoIterator<Item = CourseId>) -> Result<Self> {
        let units = units.iter().map(|u| (u.id, u.title())).collect();
        Ok(Self { units, courses: courses::courses_in(c, courses).await?, people: HashMap::new() })
    }

    /// Adds the names of people.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn with_people(mut self, c: &mut Conn, people: impl IntoIterator<Item = PersonId>) -> Result<Self> {
        let wanted: HashSet<PersonId> = people.into_iter().collect();
        let wanted: Vec<PersonId> = wanted.into_iter().collect();
        for some in wanted.chunks(500) {
            let people = identity::people(c, some.iter().copied()).await?;
            self.people.extend(people.into_iter().filter(|p| p.deleted_at.is_none()).map(|p| (p.id, p.name())));
        }
        Ok(self)
    }

    /// The name of a person; words for an account that was deleted.
    pub fn person(&self, t: i18n::T, id: PersonId) -> String {
        self.people.get(&id).cloned().unwrap_or_else(|| t.s(crate::msg::TRAINING_DELETED))
    }

    /// The title of a course.
    pub fn course(&self, lang: kernel::Lang, id: CourseId) -> &str {
        self.courses.get(&id).map_or("", |course| course.title_in(lang))
    }

    /// Code and name of a unit; empty for none.
    pub fn unit(&self, id: Option<UnitId>) -> &str {
        id.and_then(|id| self.units.get(&id)).map_or("", String::as_str)
    }
}

/// An office in the figures of the country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// The name.
    pub name: String,
    /// The name in English; may be empty.
    pub name_en: String,
    /// The voivodeship it lies in; none for bodies of the whole country.
    pub voivodeship: Option<&'static str>,
    /// The figures.
    pub line: Line,
    /// What its people think of the courses they completed.
    pub rating: Rating,
}

/// Learning in the whole country, without names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Country {
    /// All together.
    pub total: Line,
    /// What all of them think of the courses they completed.
    pub rating: Rating,
    /// Who serves in no office: residents.
    pub residents: Line,
    /// By office, the largest first.
    pub offices: Vec<Body>,
    /// By voivodeship; the empty name is that of bodies of the whole country.
    pub voivodeships: BTreeMap<&'static str, Line>,
}

/// Learning in the whole country on a day. For the operator.
///
/// # Errors
/// Those of the database.
pub async fn country(c: &mut Conn, today: Date) -> Result<Country> {
    let rows: Vec<(Option<OfficeId>, State, i64, i64)> = c
        .all(q!(
            "SELECT office_id, state, COUNT(*), COUNT(CASE WHEN state = 'active' AND due < $1 THEN 1 END) FROM enrolment \
             GROUP BY office_id, state LIMIT 100000",
            Day(today)
        ))
        .await?;
    let mut all = Country::default();
    let mut by_office: HashMap<OfficeId, Line> = HashMap::new();
    for (office, state, learners, late) in rows {
        all.total.add(state, learners, late);
        match office {
            Some(id) => by_office.entry(id).or_default().add(state, learners, late),
            None => all.residents.add(state, learners, late),
        }
    }
    let ratings = ratings_by_office(c).await?;
    ratings.values().for_each(|r| all.rating.add(*r));
    let known: Vec<(OfficeId, String, String, Option<String>)> =
        c.all(q!("SELECT id, name, name_en, teryt FROM office ORDER BY name_sort, id LIMIT 20000")).await?;
    for (id, name, name_en, code) in known {
        let Some(line) = by_office.get(&id).copied().filter(|l| l.all() > 0) else { continue };
        let gmina = code.and_then(|code| code.parse().ok()).and_then(teryt::gmina);
        let voivodeship = gmina.map(|g| g.voivodeship);
        let sum = all.voivodeships.entry(voivodeship.unwrap_or_default()).or_default();
        sum.active += line.active;
        sum.completed += line.completed;
        sum.late += line.late;
        let rating = ratings.get(&Some(id)).copied().unwrap_or_default();
        all.offices.push(Body { name, name_en, voivodeship, line, rating });
    }
    all.offices.sort_by_key(|b| std::cmp::Reverse(b.line.all()));
    Ok(all)
}
