//! What somebody learned as a guest becomes theirs when they have an account.

use db::{Conn, q};
use kernel::{Ctx, Fault, Result, ids::EnrolmentId, ids::PersonId};
use serde_json::json;
use web::Req;

use crate::{
    Enrolment, Guest, Learner, State,
    enrol::{emit, serves_in},
    enrolment::lock,
    learner, progress, waiting,
};

/// Moves what was learned with the secret of this cookie to a person's account, and gives how many courses moved. Where
/// the person already learns the same course the two become one: of every item the further state and the better score are
/// kept, and the course counts once. Emits `enrolment.claimed` for an enrolment that changed hands (with `completed`, so
/// that a certificate can now bear a name) and `enrolment.merged` with `into` for one that went into another.
///
/// # Errors
/// Those of the database.
pub async fn claim_guest(c: &mut Conn, ctx: &Ctx, person: PersonId, guest: &Guest) -> Result<usize> {
    let Some(hash) = guest.hash() else { return Ok(0) };
    let who = Learner::Guest(hash);
    let mut moved = 0;
    for row in learner::of_learner(c, who).await? {
        let row = lock(c, row.id).await?;
        // Another window may have moved it just now.
        if !learner::owns(c, who, &row).await? {
            continue;
        }
        moved += 1;
        let mine = learner::on_course(c, Learner::Person(person), row.course).await?;
        match mine.filter(|m| m.state.live() || m.state == State::Completed) {
            None => hand_over(c, ctx, &row, person).await?,
            // The one that is completed stays; else the one that was there first.
            Some(mine) if row.state == State::Completed && mine.state != State::Completed => {
                let mine = lock(c, mine.id).await?;
                merge(c, ctx, &mine, &row).await?;
                hand_over(c, ctx, &row, person).await?;
            }
            Some(mine) => {
                let mine = lock(c, mine.id).await?;
                merge(c, ctx, &row, &mine).await?;
            }
        }
    }
    Ok(moved)
}

async fn hand_over(c: &mut Conn, ctx: &Ctx, row: &Enrolment, person: PersonId) -> Result<()> {
    let (office, unit) = serves_in(c, ctx, person, row.holder).await?;
    c.exec(q!(
        "UPDATE enrolment SET person_id = $2, guest_hash = NULL, office_id = $3, unit_id = $4, version = version + 1 \
         WHERE id = $1",
        row.id,
        person,
        office,
        unit
    ))
    .await?;
    let after = crate::enrolment(c, row.id).await?;
    emit(c, ctx, "enrolment.claimed", &after, json!({ "completed": after.state == State::Completed })).await
}

/// Puts what was learned in one enrolment into another of the same course and ends the first. Both are taken for this unit
/// of work.
async fn merge(c: &mut Conn, ctx: &Ctx, from: &Enrolment, into: &Enrolment) -> Result<()> {
    c.exec(q!(
        "INSERT INTO progress (enrolment_id, item_id, state, score, seen_at, done_at, position) \
         SELECT $2, p.item_id, p.state, p.score, p.seen_at, p.done_at, p.position FROM progress p \
         JOIN version_item v ON v.version_id = $3 AND v.item_id = p.item_id WHERE p.enrolment_id = $1 \
         ON CONFLICT (enrolment_id, item_id) DO UPDATE SET \
         state = CASE WHEN progress.state = 'passed' OR excluded.state = 'passed' THEN 'passed' \
                      WHEN progress.state = 'done' OR excluded.state = 'done' THEN 'done' \
                      WHEN progress.state = 'skipped' OR excluded.state = 'skipped' THEN 'skipped' \
                      WHEN progress.state = 'failed' OR excluded.state = 'failed' THEN 'failed' ELSE 'seen' END, \
         score = CASE WHEN progress.score IS NULL OR excluded.score > progress.score THEN COALESCE(excluded.score, progress.score) \
                      ELSE progress.score END, \
         seen_at = CASE WHEN excluded.seen_at < progress.seen_at THEN excluded.seen_at ELSE progress.seen_at END, \
         done_at = CASE WHEN progress.done_at IS NULL OR excluded.done_at < progress.done_at \
                        THEN COALESCE(excluded.done_at, progress.done_at) ELSE progress.done_at END",
        from.id,
        into.id,
        into.course_version
    ))
    .await?;
    for text in [
        "UPDATE learner_note SET enrolment_id = $2 WHERE enrolment_id = $1",
        "UPDATE lesson_question SET enrolment_id = $2 WHERE enrolment_id = $1",
        "UPDATE attendance SET enrolment_id = $2 WHERE enrolment_id = $1 AND session_id NOT IN \
         (SELECT a.session_id FROM attendance a WHERE a.enrolment_id = $2)",
    ] {
        c.exec(q!(text, from.id, into.id)).await?;
    }
    c.exec(q!("DELETE FROM waiting_list WHERE enrolment_id = $1", from.id)).await?;
    c.exec(q!(
        "UPDATE enrolment SET state = 'withdrawn', guest_hash = NULL, version = version + 1 WHERE id = $1",
        from.id
    ))
    .await?;
    emit(c, ctx, "enrolment.merged", from, json!({ "into": into.id })).await?;
    progress::recount(c, ctx, into).await?;
    if matches!(from.state, State::Active | State::Offered) {
        waiting::promote_later(c, ctx, from.course).await?;
    }
    Ok(())
}

/// Moves what the guest of this browser learned to the account of the person signed in, if there is anything.
pub(crate) async fn bring_along(req: &Req, guest: &Guest) -> Result<()> {
    let (Some(signed_in), Some(hash)) = (&req.signed_in, guest.hash()) else { return Ok(()) };
    let anything = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let found: Option<(EnrolmentId,)> =
                    c.opt(q!("SELECT id FROM enrolment WHERE guest_hash = $1 LIMIT 1", hash)).await?;
                Ok::<_, Fault>(found.is_some())
            })
        })
        .await?;
    if !anything {
        return Ok(());
    }
    let (ctx, person, guest) = (req.ctx.clone(), signed_in.person, guest.clone());
    req.app
        .db
        .write(move |c| {
            let (ctx, guest) = (ctx.clone(), guest.clone());
            Box::pin(async move { claim_guest(c, &ctx, person, &guest).await.map(|_| ()) })
        })
        .await
}
