//! Attempts follow their learner when two enrolments become one, and to a newer version of the course.

use db::{BoxFuture, Conn, Listener, q};
use kernel::{Ctx, Event, Result, ids::EnrolmentId};

use crate::versions::supersede;

/// Who is told of events: attempts of an enrolment that went into another become attempts of the other; of an enrolment that
/// moved to a newer version those at quizzes that are different there become history.
pub fn listener() -> Listener {
    hear
}

fn hear<'c>(c: &'c mut Conn, ctx: &'c Ctx, event: &'c Event) -> BoxFuture<'c, Result<()>> {
    Box::pin(async move {
        let enrolment = EnrolmentId(event.object);
        match event.kind.as_str() {
            "enrolment.moved" => supersede(c, ctx, enrolment).await,
            "enrolment.merged" => {
                let into = event.payload.get("into").and_then(|v| v.as_str()?.parse::<EnrolmentId>().ok());
                match into {
                    Some(into) => merge(c, ctx, enrolment, into).await,
                    None => Ok(()),
                }
            }
            _ => Ok(()),
        }
    })
}

/// Numbers go on after those of the other; of two attempts under way at one quiz the other's goes on.
async fn merge(c: &mut Conn, ctx: &Ctx, from: EnrolmentId, into: EnrolmentId) -> Result<()> {
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
    // The other may be at a version in which a quiz is different.
    supersede(c, ctx, into).await
}
