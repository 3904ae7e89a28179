//! What this subject keeps of a person: the copy they may take, and what goes with their account (RODO art. 15, 17, 20).

use db::{BoxFuture, Conn, q};
use identity::own_data::OwnData;
use kernel::{Ctx, Result, ids::PersonId};
use serde_json::{Value, json};

use crate::work::{history, works_of};

/// What the program registers with [`identity::own_data::register`].
pub fn own_data() -> OwnData {
    OwnData { name: "works", export, may_erase, erase }
}

fn export<'c>(c: &'c mut Conn, person: PersonId) -> BoxFuture<'c, Result<Value>> {
    Box::pin(async move {
        let mut all = Vec::new();
        for enrolment in enrolments::of_person(c, person).await? {
            for work in works_of(c, enrolment.id).await? {
                let past = history(c, work.id).await?;
                let editions = past.editions.iter().map(|e| {
                    let files = past.files_of(Some(e.number)).map(|f| json!({ "name": f.name, "bytes": f.size }));
                    json!({ "number": e.number, "text": e.text, "handed_in": e.at.rfc3339(), "files": files.collect::<Vec<_>>() })
                });
                let markings = past.markings.iter().map(|m| {
                    json!({ "edition": m.edition, "at": m.at.rfc3339(), "outcome": m.outcome, "points": m.points,
                        "of": m.most, "remark": m.remark, "comments": m.comments.0 })
                });
                all.push(json!({
                    "item": work.item, "state": work.state, "draft": work.draft, "saved": work.saved.rfc3339(),
                    "editions": editions.collect::<Vec<_>>(), "markings": markings.collect::<Vec<_>>(),
                }));
            }
        }
        Ok(Value::Array(all))
    })
}

fn may_erase<'c>(_: &'c mut Conn, _: PersonId) -> BoxFuture<'c, Result<Vec<&'static str>>> {
    Box::pin(async { Ok(Vec::new()) })
}

/// Texts and files go; that something was handed in and how it was marked stays with the enrolment.
fn erase<'c>(c: &'c mut Conn, _: &'c Ctx, person: PersonId) -> BoxFuture<'c, Result<()>> {
    Box::pin(async move {
        for enrolment in enrolments::of_person(c, person).await? {
            for work in works_of(c, enrolment.id).await? {
                for text in [
                    "UPDATE work SET draft = '' WHERE id = $1",
                    "UPDATE work_edition SET text = '' WHERE work_id = $1",
                    "UPDATE work_marking SET remark = '', comments = '[]' WHERE work_id = $1",
                    "DELETE FROM work_file WHERE work_id = $1",
                ] {
                    c.exec(q!(text, work.id)).await?;
                }
            }
        }
        Ok(())
    })
}
