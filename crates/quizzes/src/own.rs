//! What this subject keeps of a person: the copy they may take, and what goes with their account (RODO art. 15, 17, 20).

use db::{BoxFuture, Conn, q};
use identity::OwnData;
use kernel::{Ctx, Micros, Result, ids::PersonId};
use serde_json::{Value, json};

use crate::{
    attempt::{Attempt, answers, attempts_of},
    late::late_answers,
};

/// What the program registers with [`identity::own_data::register`].
pub fn own_data() -> OwnData {
    OwnData { name: "quizzes", export, may_erase, erase }
}

async fn of_person(c: &mut Conn, person: PersonId) -> Result<Vec<Attempt>> {
    let mut all = Vec::new();
    for enrolment in enrolments::of_person(c, person).await? {
        all.extend(attempts_of(c, enrolment.id).await?);
    }
    Ok(all)
}

fn export<'c>(c: &'c mut Conn, person: PersonId) -> BoxFuture<'c, Result<Value>> {
    Box::pin(async move {
        let mut all = Vec::new();
        for attempt in of_person(c, person).await? {
            let given: Vec<Value> = answers(c, attempt.id)
                .await?
                .into_iter()
                .map(|a| json!({ "question": a.slot + 1, "answer": a.response.0, "saved": a.saved_at.rfc3339(), "remark": a.remark }))
                .collect();
            let late: Vec<Value> = late_answers(c, attempt.id)
                .await?
                .into_iter()
                .map(|a| json!({ "question": a.slot + 1, "answer": a.response.0, "given": a.given.map(Micros::rfc3339), "came": a.came.rfc3339(), "state": a.state }))
                .collect();
            all.push(json!({
                "course": attempt.course, "quiz": attempt.item, "attempt": attempt.number, "state": attempt.state,
                "started": attempt.started.rfc3339(), "handed_in": attempt.submitted.map(Micros::rfc3339),
                "score": attempt.score, "passed": attempt.passed, "earlier_version": attempt.superseded, "answers": given, "late_answers": late,
            }));
        }
        Ok(Value::Array(all))
    })
}

/// What keeps completed training keeps its scores too; that is asked for by the subject of enrolments.
fn may_erase<'c>(_: &'c mut Conn, _: PersonId) -> BoxFuture<'c, Result<Vec<&'static str>>> {
    Box::pin(async { Ok(Vec::new()) })
}

/// What was answered goes; that there was an attempt, and its score, names nobody any more.
fn erase<'c>(c: &'c mut Conn, _: &'c Ctx, person: PersonId) -> BoxFuture<'c, Result<()>> {
    Box::pin(async move {
        for attempt in of_person(c, person).await? {
            c.exec(q!("DELETE FROM attempt_answer WHERE attempt_id = $1", attempt.id)).await?;
            c.exec(q!("DELETE FROM attempt_late WHERE attempt_id = $1", attempt.id)).await?;
        }
        Ok(())
    })
}
