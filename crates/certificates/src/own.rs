//! What this subject keeps of a person: the copy they may take, and what goes with their account (RODO art. 15, 17, 20).

use db::{BoxFuture, Conn, q};
use identity::OwnData;
use kernel::{Ctx, Result, ids::PersonId};
use law::fold::fold;
use serde_json::{Value, json};

use crate::{code, msg, of_person, paper};

/// What the program registers with [`identity::own_data::register`].
pub fn own_data() -> OwnData {
    OwnData { name: "certificates", export, may_erase, erase }
}

fn export<'c>(c: &'c mut Conn, person: PersonId) -> BoxFuture<'c, Result<Value>> {
    Box::pin(async move {
        let all = of_person(c, person).await?.into_iter().map(|z| {
            json!({
                "number": z.number, "code": code::grouped(&z.code), "name": z.name, "course": z.facts.0.title,
                "completed": z.completed.rfc3339(), "issued": z.issued.rfc3339(),
                "expires": z.expires.map(|day| day.0.to_string()), "score": z.score,
                "revoked": z.revoked_at.map(|at| at.rfc3339()), "reason": z.reason,
            })
        });
        Ok(Value::Array(all.collect()))
    })
}

/// Certificates of officials stay with the office: they prove that its people are trained (art. 94 (6) of the Labour Code).
fn may_erase<'c>(c: &'c mut Conn, person: PersonId) -> BoxFuture<'c, Result<Vec<&'static str>>> {
    Box::pin(async move {
        let kept = of_person(c, person).await?.iter().any(|z| z.served.is_some());
        Ok(if kept { vec![msg::CERTIFICATES_KEPT] } else { Vec::new() })
    })
}

/// A certificate of somebody who serves nowhere loses the name and no longer holds; its number stays, so that none is
/// missing.
fn erase<'c>(c: &'c mut Conn, ctx: &'c Ctx, person: PersonId) -> BoxFuture<'c, Result<()>> {
    Box::pin(async move {
        for row in of_person(c, person).await?.into_iter().filter(|z| z.served.is_none()) {
            paper::forget(c, row.id).await?;
            c.exec(q!(
                "UPDATE certificate SET name = '', identity = 'null', jwt = NULL, person_id = NULL, erased = TRUE, \
                 folded = $2, revoked_at = COALESCE(revoked_at, $3) WHERE id = $1",
                row.id,
                fold(&format!("{} {} {}", row.number, row.code, row.facts.0.title)),
                ctx.now
            ))
            .await?;
        }
        Ok(())
    })
}
