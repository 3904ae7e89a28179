//! Attempts follow their learner when two enrolments become one.

use db::{BoxFuture, Conn, Listener, q};
use kernel::{Ctx, Event, Result, ids::EnrolmentId};

/// Who is told of events: attempts of an enrolment that went into another become attempts of the other.
pub fn listener() -> Listener {
    hear
}

fn hear<'c>(c: &'c mut Conn, _: &'c Ctx, event: &'c Event) -> BoxFuture<'c, Result<()>> {
    Box::pin(async move {
        if event.kind != "enrolment.merged" {
            return Ok(());
        }
        let into = event.payload.get("into").and_then(|v| v.as_str()?.parse::<EnrolmentId>().ok());
        match into {
            Some(into) => merge(c, EnrolmentId(event.object), into).await,
            None => Ok(()),
        }
    })
}

/// Numbers go on after those of the other; of two attempts under way at one quiz the other's goes on.
async fn merge(c: &mut Conn, from: EnrolmentId, into: EnrolmentId) -> Result<()> {
    c.exec(q!(
        "UPDATE attempt SET state = 'void' WHERE enrolment_id = $1 AND state = 'open' AND item_id IN \
         (SELECT b.item_id FROM attempt b WHERE b.enrolment_id = $2 AND b.state = 'open')",
        from,
        into
    ))
    .await?;
    c.exec(q!(
        "UPDATE attempt SET enrolment_id = $2, number = number + (SELECT CAST(COALESCE(MAX(b.number), 0) AS BIGINT) \
         FROM attempt b WHERE b.enrolment_id = $2 AND b.item_id = attempt.item_id) WHERE enrolment_id = $1",
        from,
        into
    ))
    .await?;
    Ok(())
}
