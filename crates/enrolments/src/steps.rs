//! The chain of a request to be enrolled: who approves, in which order, and where each step stands.

use db::{Conn, q};
use kernel::{
    Micros, Result,
    ids::{EnrolmentId, OfficeId, UnitId},
};
use offices::Role;

use crate::msg;

db::text_enum! {
    /// Somebody who approves.
    pub enum Approver {
        /// A trainer of the office that holds the course.
        Trainer = "trainer",
        /// A superior of the learner.
        Superior = "superior",
        /// The coordinator of training of the learner's office; of the course's office for people who serve in none.
        Coordinator = "coordinator",
    }
}

impl Approver {
    /// The role they have in their office.
    pub fn role(self) -> Role {
        match self {
            Approver::Trainer => Role::Trainer,
            Approver::Superior => Role::Superior,
            Approver::Coordinator => Role::Coordinator,
        }
    }
    /// The key of its name.
    pub fn label(self) -> &'static str {
        self.role().label()
    }
}

db::text_enum! {
    /// Where a step of the chain stands.
    pub enum StepState {
        /// Its turn has not come.
        Ahead = "ahead",
        /// Somebody is to decide.
        Waiting = "waiting",
        /// Approved.
        Approved = "approved",
        /// Refused; ends the request.
        Refused = "refused",
        /// Passed over: nobody else could decide.
        Passed = "passed",
        /// The request ended before.
        Dropped = "dropped",
    }
}

impl StepState {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            StepState::Ahead => msg::ENROLMENTS_STEP_AHEAD,
            StepState::Waiting => msg::ENROLMENTS_STEP_WAITING,
            StepState::Approved => msg::ENROLMENTS_STEP_APPROVED,
            StepState::Refused => msg::ENROLMENTS_STEP_REFUSED,
            StepState::Passed => msg::ENROLMENTS_STEP_PASSED,
            StepState::Dropped => msg::ENROLMENTS_STEP_DROPPED,
        }
    }
}

db::row! {
    /// A step of the chain of a request.
    #[derive(Debug, Clone, PartialEq)]
    pub struct StepRow {
        /// Its place in the chain, from 1.
        pub ordinal: i64,
        /// Who decides.
        pub role: Approver,
        /// In which office.
        pub office: OfficeId,
        /// For superiors: of which unit.
        pub unit: Option<UnitId>,
        /// Where it stands.
        pub state: StepState,
        /// The name of who decided.
        pub by: String,
        /// Their reason.
        pub reason: String,
        /// When.
        pub at: Option<Micros>,
    }
}

/// The steps of a request in their order.
///
/// # Errors
/// Those of the database.
pub async fn steps(c: &mut Conn, id: EnrolmentId) -> Result<Vec<StepRow>> {
    c.all(q!(
        "SELECT ordinal, role, office_id, unit_id, state, by_name, reason, at FROM approval_step \
         WHERE enrolment_id = $1 ORDER BY ordinal LIMIT 20",
        id
    ))
    .await
}
