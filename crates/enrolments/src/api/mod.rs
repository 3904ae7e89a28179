//! The JSON API: who takes the courses of an office, enrolling people, and a person's own courses. Tokens need
//! `learning:read`, to enrol `learning:write`. Names are given to trainers and coordinators of the office that holds the
//! course, as on the pages.

pub mod course;
pub mod mine;

use serde::Serialize;
use utoipa::{ToSchema, openapi::schema::Object};
use uuid::Uuid;

use crate::{Enrolment, LearnerRow, Source, State};

macro_rules! paths {
    ($($(#[$doc:meta])* $name:ident $path:literal { $($field:ident),* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, web::TypedPath, serde::Deserialize)]
        #[typed_path($path, rejection(web::BadPath))]
        pub struct $name {
            $(
                /// The thing named in the path.
                pub $field: String,
            )*
        }
    )*};
}
use paths;

/// The paths of this subject, for the OpenAPI document.
#[derive(utoipa::OpenApi)]
#[openapi(
    paths(course::list, course::enrol, mine::list),
    components(schemas(
        EnrolmentOut,
        EnrolledPerson,
        Progressed,
        course::EnrolmentList,
        course::EnrolBody,
        course::EnrolledList,
        mine::MyCourse,
        mine::MyCourseList
    ))
)]
pub struct Api;

fn states() -> Object {
    web::words(
        "Where it stands: asked for and not approved yet, on the waiting list, a place offered, learning, everything required \
         done, ended before the end, or an offer not taken up in time.",
        State::ALL.iter().map(|s| s.as_str()),
    )
}

fn sources() -> Object {
    web::words("How the learner came.", Source::ALL.iter().map(|s| s.as_str()))
}

/// How far a learner is.
#[derive(Debug, Serialize, ToSchema)]
pub struct Progressed {
    /// How many required activities are done, passed or skipped.
    pub done: i64,
    /// How many are required.
    pub required: i64,
    /// The same in per cent, 0 to 100.
    pub percent: i64,
    /// The day to complete the course by, ISO 8601.
    #[schema(format = Date)]
    pub due: Option<String>,
    /// Whether that day has passed and the course is not completed.
    pub late: bool,
    /// When learning began, RFC 3339.
    #[schema(format = DateTime)]
    pub started: Option<String>,
    /// When everything required was done, RFC 3339.
    #[schema(format = DateTime)]
    pub completed: Option<String>,
    /// The mean score of what was required and scored, 0 to 1; null before the end and where nothing was scored.
    pub score: Option<f64>,
}

impl Progressed {
    fn of(e: &Enrolment, today: jiff::civil::Date) -> Self {
        Self {
            done: e.done,
            required: e.required,
            percent: e.percent(),
            due: e.due.map(|day| day.0.to_string()),
            late: e.late(today),
            started: e.started.map(kernel::Micros::rfc3339),
            completed: e.completed.map(kernel::Micros::rfc3339),
            score: e.score,
        }
    }
}

/// A learner with an account.
#[derive(Debug, Serialize, ToSchema)]
pub struct EnrolledPerson {
    /// The account.
    pub id: Uuid,
    /// The name; empty once the account was deleted.
    #[schema(example = "Anna Nowak")]
    pub name: String,
    /// The e-mail address; empty once the account was deleted.
    #[schema(example = "anna.nowak@example.pl")]
    pub email: String,
    /// The code of the unit they served in when they were enrolled; empty if none.
    #[schema(example = "GK")]
    pub unit: String,
}

/// An enrolment on a course.
#[derive(Debug, Serialize, ToSchema)]
pub struct EnrolmentOut {
    /// The identifier.
    pub id: Uuid,
    /// Who; null for somebody without an account.
    pub person: Option<EnrolledPerson>,
    /// Where it stands.
    #[schema(schema_with = states)]
    pub state: String,
    /// How the learner came.
    #[schema(schema_with = sources)]
    pub source: String,
    /// When it was made, RFC 3339.
    #[schema(format = DateTime)]
    pub created: String,
    /// How far the learner is.
    #[serde(flatten)]
    pub progress: Progressed,
}

impl EnrolmentOut {
    fn of(row: &LearnerRow, today: jiff::civil::Date) -> Self {
        let e = &row.enrolment;
        Self {
            id: e.id.0,
            person: e.person.map(|id| EnrolledPerson {
                id: id.0,
                name: row.name.clone(),
                email: row.email.clone(),
                unit: row.unit_code.clone(),
            }),
            state: e.state.as_str().into(),
            source: e.source.as_str().into(),
            created: e.created.rfc3339(),
            progress: Progressed::of(e, today),
        }
    }
}
