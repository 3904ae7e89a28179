//! When a learner comes to a version of the course in which a quiz is different, attempts at what it was become history.

use std::collections::{BTreeMap, BTreeSet};

use db::{Conn, q};
use kernel::{
    Ctx, Result,
    ids::{AttemptId, CourseVersionId, EnrolmentId, ItemId},
};

use crate::{ready::quiz_in, submit::close};

/// What a learner takes of each activity of a version, as a digest.
type Digests = BTreeMap<ItemId, Vec<u8>>;

async fn digests(c: &mut Conn, version: CourseVersionId) -> Result<Digests> {
    Ok(enrolments::outline(c, version).await?.into_iter().map(|i| (i.id, i.digest)).collect())
}

/// Makes history of the attempts at quizzes that are different in the version the enrolment has now: they are shown, and
/// count neither for the result nor among those that are left. It stays so, also when the quiz becomes again what it was.
/// One under way is graded as it stands, so that the next can begin. Attempts at a quiz that is gone are left alone.
pub(crate) async fn supersede(c: &mut Conn, ctx: &Ctx, enrolment: EnrolmentId) -> Result<()> {
    let present = enrolments::enrolment(c, enrolment).await?.course_version;
    let taken: Vec<(CourseVersionId, ItemId)> = c
        .all(q!(
            "SELECT DISTINCT version_id, item_id FROM attempt WHERE enrolment_id = $1 AND version_id <> $2 \
             AND superseded = FALSE LIMIT 1000",
            enrolment,
            present
        ))
        .await?;
    if taken.is_empty() {
        return Ok(());
    }
    let now = digests(c, present).await?;
    let mut before = BTreeMap::<CourseVersionId, Digests>::new();
    for version in taken.iter().map(|(version, _)| *version).collect::<BTreeSet<_>>() {
        before.insert(version, digests(c, version).await?);
    }
    for (version, item) in taken {
        let was = before.get(&version).and_then(|d| d.get(&item));
        if now.get(&item).is_none_or(|is| Some(is) == was) {
            continue;
        }
        c.exec(q!(
            "UPDATE attempt SET superseded = TRUE WHERE enrolment_id = $1 AND version_id = $2 AND item_id = $3",
            enrolment,
            version,
            item
        ))
        .await?;
        let open: Option<(AttemptId,)> = c
            .opt(q!(
                "SELECT id FROM attempt WHERE enrolment_id = $1 AND version_id = $2 AND item_id = $3 AND state = 'open'",
                enrolment,
                version,
                item
            ))
            .await?;
        if let Some((id,)) = open {
            let quiz = quiz_in(c, version, item).await?;
            close(c, ctx, &quiz, id).await?;
        }
    }
    Ok(())
}
