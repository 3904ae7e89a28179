//! `/learn/{course}/quiz/{item}/{attempt}/answers`: where scripts save answers as they are given. The body is the fields of
//! the questions that changed, each question with `o{slot}`, the ordinal of the answer; `now` is what the device's clock says.

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use enrolments::Guest;
use kernel::{
    Fault,
    ids::{AttemptId, ItemId},
};
use serde::{Deserialize, Serialize};
use web::{Answer, FormData, Req, TypedPath};

use super::read;
use crate::{
    answer::{Saved, alone, answer},
    late::{self, Kept},
    sitting::sitting,
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/{course}/quiz/{item}/{attempt}/answers", rejection(web::BadPath))]
pub struct Path {
    /// The course.
    pub course: String,
    /// The quiz.
    pub item: ItemId,
    /// The attempt.
    pub attempt: AttemptId,
}

/// Fields with their values.
type Pairs = Vec<(String, String)>;

/// What became of the answers sent.
#[derive(Debug, Default, Serialize)]
struct Told {
    /// Slots whose answers are kept, with the ordinal they were sent with.
    saved: Vec<(usize, i64)>,
    /// Slots where a newer answer was there: its ordinal and its fields.
    newer: Vec<(usize, i64, Pairs)>,
    /// Slots whose answers came after the end and wait for a trainer.
    late: Vec<usize>,
    /// Slots whose answers are not kept: the learner had handed in.
    closed: Vec<usize>,
    /// Seconds left, if there is a limit.
    left: Option<i64>,
}

/// Saves answers: one unit of work, one statement an answer, and for a single answer nothing else. 409 when the attempt takes
/// no answers any more.
pub async fn save(path: Path, req: Req, guest: Guest, form: FormData) -> Answer<Response> {
    let sitting = sitting(&req, &guest, path.attempt).await?;
    if sitting.quiz.item != path.item || sitting.quiz.slug != path.course {
        return Err(Fault::not_found().into());
    }
    let mut sent = Vec::new();
    for (slot, ordinal) in read::slots(&form) {
        let asked = sitting.asked(slot).ok_or_else(Fault::not_found)?;
        sent.push((slot, ordinal, read::response(&form, slot, &asked.question, sitting.seed)?));
    }
    let mut told =
        Told { left: sitting.ends.map(|e| (e.0 - req.ctx.now.0).div_euclid(1_000_000).max(0)), ..Told::default() };
    let (ctx, id, device) = (req.ctx, path.attempt, form.parsed::<i64>("now"));
    if let [(slot, ordinal, given)] = sent.as_slice()
        && alone(&req.app.db, &ctx, id, *slot, late::ordinal_of(ctx.now, *ordinal, device), given).await?
    {
        told.saved.push((*slot, *ordinal));
        return Ok(Json(told).into_response());
    }
    let done = req
        .app
        .db
        .write(move |c| {
            let (ctx, sent) = (ctx.clone(), sent.clone());
            Box::pin(async move {
                let mut done = Vec::with_capacity(sent.len());
                for (slot, ordinal, given) in &sent {
                    let by_us = late::ordinal_of(ctx.now, *ordinal, device);
                    let saved = answer(c, &ctx, id, *slot, by_us, given).await?;
                    let late = match saved {
                        Saved::Closed => {
                            let at = late::given(ctx.now, *ordinal, device);
                            Some(late::keep(c, &ctx, id, *slot, by_us, at, given).await?)
                        }
                        _ => None,
                    };
                    done.push((*slot, *ordinal, saved, late));
                }
                Ok(done)
            })
        })
        .await?;
    for (slot, ordinal, what, late) in done {
        match (what, late) {
            (Saved::Saved, _) | (Saved::Closed, Some(Kept::Same)) => told.saved.push((slot, ordinal)),
            (Saved::Newer { ordinal, response }, _) => {
                told.newer.push((slot, ordinal, read::written(slot, &response)));
            }
            (Saved::Closed, Some(Kept::Late)) => told.late.push(slot),
            (Saved::Closed, _) => told.closed.push(slot),
        }
    }
    let status = if told.late.is_empty() && told.closed.is_empty() { StatusCode::OK } else { StatusCode::CONFLICT };
    Ok((status, Json(told)).into_response())
}
