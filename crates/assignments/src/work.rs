//! A learner's work: the draft, what was handed in, its files, and what trainers said of it.

use db::{Conn, Json, Q, q};
use kernel::{
    Micros, OfficeScope, Result,
    ids::{CourseId, CourseVersionId, EnrolmentId, ItemId, OfficeId, WorkId},
};

use crate::{
    marking::{Comment, Outcome},
    msg,
};

db::text_enum! {
    /// Where a work stands.
    pub enum State {
        /// Being written; never handed in yet.
        Draft = "draft",
        /// Handed in; a trainer is to mark it.
        Waiting = "waiting",
        /// To be improved and handed in again.
        Returned = "returned",
        /// Passed, for good.
        Passed = "passed",
    }
}

impl State {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            State::Draft => msg::ASSIGNMENTS_STATE_DRAFT,
            State::Waiting => msg::ASSIGNMENTS_STATE_WAITING,
            State::Returned => msg::ASSIGNMENTS_STATE_RETURNED,
            State::Passed => msg::ASSIGNMENTS_STATE_PASSED,
        }
    }
    /// Whether the learner may write.
    pub fn writable(self) -> bool {
        matches!(self, State::Draft | State::Returned)
    }
}

db::row! {
    /// A learner's work.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Work {
        /// The identifier.
        pub id: WorkId,
        /// The office that holds the course.
        pub office: OfficeId,
        /// The course.
        pub course: CourseId,
        /// The assignment.
        pub item: ItemId,
        /// Whose it is.
        pub enrolment: EnrolmentId,
        /// Its number among the works of the assignment, from 1: what it is called where names are hidden.
        pub number: i64,
        /// Where it stands.
        pub state: State,
        /// The text as it is being written.
        pub draft: String,
        /// When the draft was saved.
        pub saved: Micros,
        /// How many times it was handed in; the number of the newest edition.
        pub editions: i64,
        /// When it was handed in last.
        pub handed_in: Option<Micros>,
        /// How many markings there are; the number of the newest.
        pub markings: i64,
        /// When it was marked last.
        pub marked: Option<Micros>,
        /// The score of the newest marking, 0 to 1.
        pub score: Option<f64>,
        /// Counts changes of the draft and the state.
        pub version: i64,
    }
}

db::row! {
    /// What was handed in once.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Edition {
        /// Its number, from 1.
        pub number: i64,
        /// The version of the course, whose instructions and rubric hold for it.
        pub course_version: CourseVersionId,
        /// The text.
        pub text: String,
        /// When it was handed in.
        pub at: Micros,
    }
}

db::row! {
    /// A file of a work.
    #[derive(Debug, Clone, PartialEq)]
    pub struct WorkFile {
        /// Its number within the work, from 1.
        pub number: i64,
        /// The edition it was handed in with; none while it is in the draft.
        pub edition: Option<i64>,
        /// Its name.
        pub name: String,
        /// SHA-256 of its content.
        pub hash: Vec<u8>,
        /// Bytes.
        pub size: i64,
        /// Media type recognised from the content.
        pub media_type: String,
    }
}

impl WorkFile {
    /// The object in the store.
    pub fn object(&self) -> Option<blob::Hash> {
        self.hash.as_slice().try_into().ok()
    }
}

db::row! {
    /// What a trainer said of an edition.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Marking {
        /// Its number within the work, from 1.
        pub number: i64,
        /// The edition.
        pub edition: i64,
        /// When.
        pub at: Micros,
        /// By whom.
        pub by: String,
        /// Passed, or to be improved.
        pub outcome: Outcome,
        /// The level chosen for each criterion of the edition's rubric, from 0; none where none was chosen.
        pub levels: Json<Vec<Option<usize>>>,
        /// Comments in place.
        pub comments: Json<Vec<Comment>>,
        /// The overall remark; may be empty.
        pub remark: String,
        /// Points of the levels chosen.
        pub points: i64,
        /// The most points there could be.
        pub most: i64,
    }
}

const SELECT: &str = "SELECT w.id, w.office_id, w.course_id, w.item_id, w.enrolment_id, w.number, w.state, w.draft, w.saved, \
                      w.editions, w.handed_in, w.markings, w.marked, w.score, w.version FROM work w";

/// A learner's work on an assignment, if they began one. The caller has checked that the enrolment is the learner's.
///
/// # Errors
/// Those of the database.
pub async fn work_of(c: &mut Conn, enrolment: EnrolmentId, item: ItemId) -> Result<Option<Work>> {
    c.opt(Q::new(SELECT).push(" WHERE w.enrolment_id = ", enrolment).push(" AND w.item_id = ", item)).await
}

/// A work handed in on a course of this office. What was never handed in is the learner's alone.
///
/// # Errors
/// `NotFound`.
pub async fn work_in(c: &mut Conn, scope: OfficeScope, id: WorkId) -> Result<Work> {
    c.one(
        Q::new(SELECT)
            .push(" WHERE w.id = ", id)
            .push(" AND w.office_id = ", scope.office())
            .text(" AND w.editions > 0"),
    )
    .await
}

/// All works of an enrolment, at most 500.
///
/// # Errors
/// Those of the database.
pub async fn works_of(c: &mut Conn, enrolment: EnrolmentId) -> Result<Vec<Work>> {
    c.all(Q::new(SELECT).push(" WHERE w.enrolment_id = ", enrolment).text(" ORDER BY w.id LIMIT 500")).await
}

/// Takes a work for this unit of work: others who change it wait.
pub(crate) async fn lock(c: &mut Conn, id: WorkId) -> Result<Work> {
    c.exec(q!("UPDATE work SET version = version WHERE id = $1", id)).await?;
    c.one(Q::new(SELECT).push(" WHERE w.id = ", id)).await
}

/// Everything that was handed in and said, each in order; files of the draft among the files.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    /// What was handed in.
    pub editions: Vec<Edition>,
    /// The files.
    pub files: Vec<WorkFile>,
    /// What trainers said.
    pub markings: Vec<Marking>,
}

impl History {
    /// The files of an edition, or of the draft.
    pub fn files_of(&self, edition: Option<i64>) -> impl Iterator<Item = &WorkFile> {
        self.files.iter().filter(move |f| f.edition == edition)
    }
    /// The marking of an edition that counts: the newest.
    pub fn marking_of(&self, edition: i64) -> Option<&Marking> {
        self.markings.iter().rev().find(|m| m.edition == edition)
    }
}

/// The version of the course whose instructions and rubric hold for the newest edition of a work.
///
/// # Errors
/// `NotFound` when it was never handed in.
pub(crate) async fn version_of(c: &mut Conn, work: &Work) -> Result<CourseVersionId> {
    let q = q!("SELECT version_id FROM work_edition WHERE work_id = $1 AND number = $2", work.id, work.editions);
    c.one(q).await.map(|(version,)| version)
}

/// The history of a work.
///
/// # Errors
/// Those of the database.
pub async fn history(c: &mut Conn, id: WorkId) -> Result<History> {
    Ok(History {
        editions: c
            .all(q!("SELECT number, version_id, text, at FROM work_edition WHERE work_id = $1 ORDER BY number LIMIT 500", id))
            .await?,
        files: files(c, id).await?,
        markings: c
            .all(q!(
                "SELECT number, edition, at, by_name, outcome, levels, comments, remark, points, most FROM work_marking \
                 WHERE work_id = $1 ORDER BY number LIMIT 500",
                id
            ))
            .await?,
    })
}

/// The files of a work in the order in which they came.
pub(crate) async fn files(c: &mut Conn, id: WorkId) -> Result<Vec<WorkFile>> {
    c.all(q!(
        "SELECT number, edition, name, hash, size, media_type FROM work_file WHERE work_id = $1 ORDER BY number LIMIT 2000",
        id
    ))
    .await
}
