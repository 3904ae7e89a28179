//! What this subject keeps of a person: the copy they may take, and what goes with their account (RODO art. 15, 17, 20).

use db::{BoxFuture, Conn, q};
use identity::OwnData;
use kernel::{Ctx, Micros, Result, ids::PersonId};
use serde_json::{Value, json};

/// What the program registers with `identity::own_data::register`.
pub fn own_data() -> OwnData {
    OwnData { name: "course_opinions", export, may_erase, erase }
}

fn export<'c>(c: &'c mut Conn, person: PersonId) -> BoxFuture<'c, Result<Value>> {
    Box::pin(async move {
        let rows: Vec<(String, i64, String, Micros)> = c
            .all(q!(
                "SELECT k.title, o.stars, o.comment, o.given FROM enrolment e JOIN course_opinion o ON o.enrolment_id = e.id \
                 JOIN course k ON k.id = e.course_id WHERE e.person_id = $1 ORDER BY o.given LIMIT 1000",
                person
            ))
            .await?;
        let told = rows.into_iter().map(|(course, stars, comment, given)| {
            json!({ "course": course, "stars": stars, "comment": comment, "given": given.rfc3339() })
        });
        Ok(Value::Array(told.collect()))
    })
}

fn may_erase<'c>(_: &'c mut Conn, _: PersonId) -> BoxFuture<'c, Result<Vec<&'static str>>> {
    Box::pin(async move { Ok(Vec::new()) })
}

/// The stars stay, without words: they name nobody.
fn erase<'c>(c: &'c mut Conn, _: &'c Ctx, person: PersonId) -> BoxFuture<'c, Result<()>> {
    Box::pin(async move {
        c.exec(q!(
            "UPDATE course_opinion SET comment = '' WHERE enrolment_id IN (SELECT id FROM enrolment WHERE person_id = $1)",
            person
        ))
        .await?;
        c.exec(q!("DELETE FROM training_reminder WHERE person_id = $1", person)).await?;
        c.exec(q!("DELETE FROM training_mail WHERE person_id = $1", person)).await?;
        Ok(())
    })
}
