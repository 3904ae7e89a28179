//! Works follow their learner when two enrolments become one.

use db::{BoxFuture, Conn, Listener, q};
use kernel::{
    Ctx, Event, Result,
    ids::{EnrolmentId, WorkId},
};

use crate::work::{Work, work_of, works_of};

/// Who is told of events: works of an enrolment that went into another become works of the other.
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

/// How far a work is: passed before handed in before begun; then by how much was handed in.
fn far(work: &Work) -> (crate::State, i64, usize) {
    (work.state, work.editions, work.draft.len())
}

/// Where both have a work of one assignment the further one goes on; the other stays with the enrolment that ended.
async fn merge(c: &mut Conn, from: EnrolmentId, into: EnrolmentId) -> Result<()> {
    for theirs in works_of(c, from).await? {
        match work_of(c, into, theirs.item).await? {
            None => hand_over(c, theirs.id, into).await?,
            Some(mine) if far(&theirs) > far(&mine) => {
                // Two works of one enrolment and assignment may not be; one waits aside for a moment.
                hand_over(c, mine.id, EnrolmentId(mine.id.0)).await?;
                hand_over(c, theirs.id, into).await?;
                hand_over(c, mine.id, from).await?;
            }
            Some(_) => {}
        }
    }
    Ok(())
}

async fn hand_over(c: &mut Conn, work: WorkId, to: EnrolmentId) -> Result<()> {
    c.exec(q!("UPDATE work SET enrolment_id = $2 WHERE id = $1", work, to)).await.map(|_| ())
}
