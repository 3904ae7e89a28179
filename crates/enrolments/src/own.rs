//! What this subject keeps of a person: the copy they may take, and what goes with their account (RODO art. 15, 17, 20).

use db::{BoxFuture, Conn, q};
use identity::OwnData;
use kernel::{Ctx, Fault, Result, ids::PersonId};
use serde_json::{Value, json};

use crate::{State, asked, enrol, msg, notes, of_person, progress};

/// What the program registers with [`identity::own_data::register`].
pub fn own_data() -> OwnData {
    OwnData { name: "courses", export, may_erase, erase }
}

fn export<'c>(c: &'c mut Conn, person: PersonId) -> BoxFuture<'c, Result<Value>> {
    Box::pin(async move {
        let mut all = Vec::new();
        let mine = of_person(c, person).await?;
        let courses = courses::courses_in(c, mine.iter().map(|e| e.course)).await?;
        for e in mine {
            let course = courses.get(&e.course).ok_or_else(Fault::not_found)?;
            let items: Vec<Value> = progress::progress(c, e.id)
                .await?
                .into_iter()
                .map(|(id, p)| {
                    json!({ "item": id, "state": p.state, "score": p.score, "opened": p.seen_at.rfc3339(),
                        "done": p.done_at.map(|m| m.rfc3339()) })
                })
                .collect();
            let notes: Vec<Value> = notes::all_notes(c, e.id)
                .await?
                .into_iter()
                .map(|n| json!({ "item": n.item, "text": n.text, "changed": n.changed.rfc3339() }))
                .collect();
            let questions: Vec<Value> = asked::of_enrolment(c, &e)
                .await?
                .into_iter()
                .map(|q| json!({ "item": q.item, "question": q.text, "asked": q.asked_at.rfc3339(), "answer": q.answer }))
                .collect();
            all.push(json!({
                "course": course.title, "state": e.state, "enrolled": e.created.rfc3339(),
                "started": e.started.map(|m| m.rfc3339()), "completed": e.completed.map(|m| m.rfc3339()),
                "score": e.score, "due": e.due, "progress": items, "notes": notes, "questions": questions,
            }));
        }
        Ok(Value::Array(all))
    })
}

/// Completed training stays with the office it was done for: it proves that its people are trained (a duty of the employer,
/// art. 94 (6) of the Labour Code).
fn may_erase<'c>(c: &'c mut Conn, person: PersonId) -> BoxFuture<'c, Result<Vec<&'static str>>> {
    Box::pin(async move {
        let kept = of_person(c, person).await?.iter().any(|e| e.state == State::Completed && e.office.is_some());
        Ok(if kept { vec![msg::ENROLMENTS_KEPT] } else { Vec::new() })
    })
}

fn erase<'c>(c: &'c mut Conn, ctx: &'c Ctx, person: PersonId) -> BoxFuture<'c, Result<()>> {
    Box::pin(async move {
        for e in of_person(c, person).await? {
            c.exec(q!("DELETE FROM learner_note WHERE enrolment_id = $1", e.id)).await?;
            if e.state.live() {
                enrol::end(c, ctx, e.id, State::Withdrawn, "").await?;
            }
            // What was asked helps the others and names nobody.
            c.exec(q!("UPDATE progress SET position = 'null' WHERE enrolment_id = $1", e.id)).await?;
        }
        Ok(())
    })
}
