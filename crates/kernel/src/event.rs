//! What happened, told to whoever registered for it, within the same transaction.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::ids::{OfficeId, PersonId};

/// Something that happened, for example `case.opened`. Subjects write it in the transaction of the change; those
/// who registered (search, notices, webhooks) are called in that transaction too, so nothing is told that did not
/// happen and nothing that happened goes untold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// What happened: `subject.verb` in the past tense, for example `submission.sent`.
    pub kind: String,
    /// The office it happened in.
    pub office: Option<OfficeId>,
    /// The thing it happened to.
    pub object: Uuid,
    /// The person it concerns, if it concerns one (the citizen of a case).
    pub concerns: Option<PersonId>,
    /// Further facts, without personal data where the kind does not need them.
    pub payload: serde_json::Value,
}
