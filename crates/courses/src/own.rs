//! What this subject keeps of a person: the copy they may take, and what goes with their account (RODO art. 15, 17, 20).

use db::{BoxFuture, Conn, q};
use identity::OwnData;
use kernel::{Ctx, Micros, Result, ids::PersonId};
use serde_json::{Value, json};

use crate::msg;

/// What the program registers with [`identity::own_data::register`].
pub fn own_data() -> OwnData {
    OwnData { name: "course_author", export, may_erase, erase }
}

/// The courses the person wrote in.
async fn written(c: &mut Conn, person: PersonId) -> Result<Vec<(String, String, String, String, Micros)>> {
    c.all(q!(
        "SELECT k.title, k.slug, o.name, a.name, a.since FROM course_author a JOIN course k ON k.id = a.course_id \
         JOIN office o ON o.id = k.office_id WHERE a.person_id = $1 ORDER BY a.since, k.id LIMIT 1000",
        person
    ))
    .await
}

fn export<'c>(c: &'c mut Conn, person: PersonId) -> BoxFuture<'c, Result<Value>> {
    Box::pin(async move {
        let told = written(c, person).await?.into_iter().map(|(title, slug, office, name, since)| {
            json!({ "course": title, "slug": slug, "office": office, "named_as": name, "since": since.rfc3339() })
        });
        Ok(Value::Array(told.collect()))
    })
}

/// The author of a work is named with it (art. 16 of the Copyright Act).
fn may_erase<'c>(c: &'c mut Conn, person: PersonId) -> BoxFuture<'c, Result<Vec<&'static str>>> {
    Box::pin(async move {
        let wrote = !written(c, person).await?.is_empty();
        Ok(if wrote { vec![msg::COURSES_AUTHOR_KEPT] } else { Vec::new() })
    })
}

fn erase<'c>(_: &'c mut Conn, _: &'c Ctx, _: PersonId) -> BoxFuture<'c, Result<()>> {
    Box::pin(async move { Ok(()) })
}
