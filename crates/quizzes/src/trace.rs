//! What the audit log says of what trainers do with answers.

use db::Conn;
use kernel::{Ctx, OfficeScope, Result};

use crate::{attempt::Attempt, ready::Quiz};

/// What a trainer did with one answer.
pub(crate) struct Did {
    /// Which question of the attempt, from 0.
    pub slot: i64,
    /// What the audit log calls it.
    pub action: &'static str,
    /// What else there is to say of it, by the names of details.
    pub more: Vec<(&'static str, String)>,
}

/// Writes into the audit log what was done with an answer, with whose it is and the question's name.
pub(crate) async fn trace(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    quiz: &Quiz,
    row: &Attempt,
    did: Did,
) -> Result<()> {
    let enrolment = enrolments::enrolment(c, row.enrolment).await?;
    let name = match enrolment.person {
        Some(person) => identity::person(c, person).await?.name(),
        None => String::new(),
    };
    let slots = quiz.drawn(row.seed());
    let asked = usize::try_from(did.slot).ok().and_then(|s| quiz.questions.get(*slots.get(s)?));
    let entry = audit::Entry::admin(did.action, "course", row.course)
        .detail("course", quiz.course_title.as_str())
        .detail("person", name)
        .detail("question", asked.map(|a| a.question.name.clone()).unwrap_or_default());
    let entry = did.more.into_iter().fold(entry, |entry, (name, value)| entry.detail(name, value));
    audit::write(c, ctx, Some(scope.office()), &entry).await.map(|_| ())
}
