//! An enrolment: a learner's place on a course, pinned to one published version of it.

use db::{Conn, q};
use jiff::civil::Date;
use kernel::{
    Fault, Micros, OfficeScope, Result,
    ids::{CourseId, CourseVersionId, EnrolmentId, GroupId, ItemId, OfficeId, PersonId, UnitId},
};
use offices::Day;

use crate::msg;

db::text_enum! {
    /// Where an enrolment stands.
    ///
    /// ```text
    /// requested ──approved──▶ active ──everything required──▶ completed
    ///     │                    ▲  │ ▲
    ///     └─▶ waiting ──▶ offered ┘ └── (a place was free at once)
    /// ```
    /// From every state but `completed` it may become `withdrawn` (by the learner or the office) or `expired` (the offer
    /// or the day passed). What the learner left comes back to `requested` when they come again.
    pub enum State {
        /// Somebody has to approve it.
        Requested = "requested",
        /// On the waiting list.
        Waiting = "waiting",
        /// A place is offered until a moment.
        Offered = "offered",
        /// Learning.
        Active = "active",
        /// Everything required is done.
        Completed = "completed",
        /// Ended by the learner or the office before the end.
        Withdrawn = "withdrawn",
        /// The offer was not taken up in time, or no browser can hold the guest's cookie any more.
        Expired = "expired",
    }
}

impl State {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            State::Requested => msg::ENROLMENTS_STATE_REQUESTED,
            State::Waiting => msg::ENROLMENTS_STATE_WAITING,
            State::Offered => msg::ENROLMENTS_STATE_OFFERED,
            State::Active => msg::ENROLMENTS_STATE_ACTIVE,
            State::Completed => msg::ENROLMENTS_STATE_COMPLETED,
            State::Withdrawn => msg::ENROLMENTS_STATE_WITHDRAWN,
            State::Expired => msg::ENROLMENTS_STATE_EXPIRED,
        }
    }
    /// Whether the enrolment goes on; a learner has at most one such on a course.
    pub fn live(self) -> bool {
        matches!(self, State::Requested | State::Waiting | State::Offered | State::Active)
    }
    /// Whether the learner may open the course.
    pub fn open(self) -> bool {
        matches!(self, State::Active | State::Completed)
    }
}

db::text_enum! {
    /// How the learner came.
    pub enum Source {
        /// By themselves.
        SelfMade = "self",
        /// By a request that was approved.
        Request = "request",
        /// A coordinator enrolled them.
        Coordinator = "coordinator",
        /// A rule of the office did.
        Rule = "rule",
        /// Without an account.
        Guest = "guest",
    }
}

impl Source {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Source::SelfMade => msg::ENROLMENTS_SOURCE_SELF,
            Source::Request => msg::ENROLMENTS_SOURCE_REQUEST,
            Source::Coordinator => msg::ENROLMENTS_SOURCE_COORDINATOR,
            Source::Rule => msg::ENROLMENTS_SOURCE_RULE,
            Source::Guest => msg::ENROLMENTS_SOURCE_GUEST,
        }
    }
}

db::row! {
    /// An enrolment.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Enrolment {
        /// The identifier.
        pub id: EnrolmentId,
        /// The course.
        pub course: CourseId,
        /// The office that holds the course.
        pub holder: OfficeId,
        /// The version of the course the learner takes.
        pub course_version: CourseVersionId,
        /// The learner's account; none for a guest.
        pub person: Option<PersonId>,
        /// The office the learner serves in, if they do.
        pub office: Option<OfficeId>,
        /// The unit of that office they serve in; see [`follow`](crate::follow()).
        pub unit: Option<UnitId>,
        /// The group, if the course has groups.
        pub group: Option<GroupId>,
        /// Where it stands.
        pub state: State,
        /// How the learner came.
        pub source: Source,
        /// Until which day the course is to be completed.
        pub due: Option<Day>,
        /// When it became active.
        pub started: Option<Micros>,
        /// When everything required was done.
        pub completed: Option<Micros>,
        /// The mean of the scores of what was scored and required, 0 to 1; set when completed.
        pub score: Option<f64>,
        /// How many required items are done, passed or skipped.
        pub done: i64,
        /// How many items are required.
        pub required: i64,
        /// The item the learner was at last.
        pub last_item: Option<ItemId>,
        /// When they were there.
        pub last_at: Option<Micros>,
        /// Why it was withdrawn or refused; empty if not.
        pub reason: String,
        /// When it was made.
        pub created: Micros,
        /// Counts changes.
        pub version: i64,
    }
}

impl Enrolment {
    /// How much of what is required is done, in per cent, 0 to 100.
    pub fn percent(&self) -> i64 {
        if self.required == 0 { 0 } else { (self.done * 100 / self.required).clamp(0, 100) }
    }
    /// Whether the day to complete it has passed.
    pub fn late(&self, today: Date) -> bool {
        self.state == State::Active && self.due.is_some_and(|due| due.0 < today)
    }
    /// Whether the office or a rule enrolled the learner, who cannot leave by themselves then.
    pub fn bound(&self) -> bool {
        matches!(self.source, Source::Coordinator | Source::Rule)
    }
    /// Whether somebody without an account takes it.
    pub fn guest(&self) -> bool {
        self.source == Source::Guest && self.person.is_none()
    }
}

/// The columns of [`Enrolment`], from `enrolment e`.
macro_rules! enrolment_columns {
    () => {
        "e.id, e.course_id, e.holder_id, e.version_id, e.person_id, e.office_id, e.unit_id, e.group_id, e.state, e.source, \
         e.due, e.started, e.completed, e.score, e.done, e.required, e.last_item, e.last_at, e.reason, e.created, e.version"
    };
}

/// Everything of an enrolment, without a condition yet.
pub(crate) const SELECT: &str = concat!("SELECT ", enrolment_columns!(), " FROM enrolment e");

/// An enrolment. The caller checks whether the reader may see it: it is theirs ([`Learner::owns`](crate::Learner::owns)),
/// or of a course of their office ([`enrolment_in`]).
///
/// # Errors
/// `NotFound`.
pub async fn enrolment(c: &mut Conn, id: EnrolmentId) -> Result<Enrolment> {
    c.one(db::Q::new(SELECT).push(" WHERE e.id = ", id)).await
}

/// An enrolment on a course of this office.
///
/// # Errors
/// `NotFound` when there is none, or the course is another office's.
pub async fn enrolment_in(c: &mut Conn, scope: OfficeScope, id: EnrolmentId) -> Result<Enrolment> {
    enrolment(c, id).await.and_then(|e| if e.holder == scope.office() { Ok(e) } else { Err(Fault::not_found()) })
}

/// A person's enrolments, the newest first, at most 500, those that ended too.
///
/// # Errors
/// Those of the database.
pub async fn of_person(c: &mut Conn, person: PersonId) -> Result<Vec<Enrolment>> {
    c.all(q!(
        concat!(
            "SELECT ",
            enrolment_columns!(),
            " FROM enrolment e WHERE e.person_id = $1 ORDER BY e.id DESC LIMIT 500"
        ),
        person
    ))
    .await
}

/// Takes the enrolment for this unit of work: others who change it wait. Every change that reads before it writes begins
/// with this, so that two at once see each other.
///
/// # Errors
/// `NotFound`.
pub(crate) async fn lock(c: &mut Conn, id: EnrolmentId) -> Result<Enrolment> {
    c.exec(q!("UPDATE enrolment SET version = version WHERE id = $1", id)).await?;
    enrolment(c, id).await
}
