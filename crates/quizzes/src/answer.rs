//! Saving an answer: the busiest thing of this subject. One indexed statement; nothing else is read or written.

use db::{Conn, Db, Dialect, Json, Q};
use kernel::{Ctx, Fault, Result, ids::AttemptId};
use questions::{GapResponse, Kind, Question, Response, matching_options};
use serde::Serialize;

use crate::{attempt, msg, settings::GRACE_SECONDS};

/// The longest answer, in bytes of JSON.
pub const LONGEST_ANSWER: usize = 100_000;
/// By how many milliseconds an ordinal may be ahead of the server's clock: a day. Beyond it no later answer could come.
const AHEAD: i64 = 86_400_000;
/// The longest word or number typed, in characters.
const LONGEST_WORDS: usize = 1000;

/// What became of an answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Saved {
    /// It is kept; so it is when it is sent again.
    Saved,
    /// A newer one was there already and stays: it was given in another window or on another device.
    Newer {
        /// Its ordinal.
        ordinal: i64,
        /// What it is.
        response: Response,
    },
    /// The attempt takes no answers any more.
    Closed,
}

/// Saves an answer, unless the attempt ended (more than [`GRACE_SECONDS`] ago) or a newer answer is there: of two answers
/// to a question the one with the higher ordinal counts, in whatever order they come. The same answer sent again changes
/// nothing. The caller has checked that the attempt is the learner's and that the answer [`fits`] the question in the slot.
///
/// # Errors
/// `TooLarge` when the answer is longer than [`LONGEST_ANSWER`]; `Invalid` when the ordinal is more than a day ahead of the
/// server's clock; those of the database.
pub async fn answer(
    c: &mut Conn,
    ctx: &Ctx,
    attempt: AttemptId,
    slot: usize,
    ordinal: i64,
    response: &Response,
) -> Result<Saved> {
    if c.exec(upsert(c.dialect(), ctx, attempt, slot, ordinal, response)?).await? > 0 {
        return Ok(Saved::Saved);
    }
    why_not(c, attempt, slot, ordinal, response).await
}

/// [`answer`] as a unit of work of its own, and of one statement: the way by which nearly every answer comes. `false` when
/// nothing was written; [`answer`] then tells why.
///
/// # Errors
/// As [`answer`].
pub(crate) async fn alone(
    db: &Db,
    ctx: &Ctx,
    attempt: AttemptId,
    slot: usize,
    ordinal: i64,
    response: &Response,
) -> Result<bool> {
    Ok(db.exec(upsert(db.dialect(), ctx, attempt, slot, ordinal, response)?).await? > 0)
}

/// What writes an answer, or nothing.
fn upsert(
    dialect: Dialect,
    ctx: &Ctx,
    attempt: AttemptId,
    slot: usize,
    ordinal: i64,
    response: &Response,
) -> Result<Q> {
    not_ahead(ctx, ordinal)?;
    let text = serde_json::to_string(response).map_err(Fault::internal)?;
    if text.len() > LONGEST_ANSWER {
        return Err(Fault::new(kernel::FaultKind::TooLarge, web::msg::FAULT_TOO_LARGE).arg("limit", "100 kB"));
    }
    // On PostgreSQL the share of the row makes handing in wait for answers under way, and answers for handing in.
    let upsert = Q::by(
        dialect,
        "INSERT INTO attempt_answer (attempt_id, slot, ordinal, response, saved_at) \
         SELECT a.id, $2, $3, $4, $5 FROM attempt a WHERE a.id = $1 AND a.state = 'open' AND (a.ends IS NULL OR a.ends >= $6) \
         ON CONFLICT (attempt_id, slot) DO UPDATE SET ordinal = excluded.ordinal, response = excluded.response, \
         saved_at = excluded.saved_at WHERE attempt_answer.ordinal < excluded.ordinal",
        "INSERT INTO attempt_answer (attempt_id, slot, ordinal, response, saved_at) \
         SELECT a.id, $2::bigint, $3::bigint, $4::text, $5::bigint FROM attempt a \
         WHERE a.id = $1 AND a.state = 'open' AND (a.ends IS NULL OR a.ends >= $6) FOR SHARE OF a \
         ON CONFLICT (attempt_id, slot) DO UPDATE SET ordinal = excluded.ordinal, response = excluded.response, \
         saved_at = excluded.saved_at WHERE attempt_answer.ordinal < excluded.ordinal",
    );
    Ok(upsert
        .bind(attempt)
        .bind(slot)
        .bind(ordinal)
        .bind(text)
        .bind(ctx.now)
        .bind(ctx.now.plus_seconds(-GRACE_SECONDS)))
}

/// Makes sure that an ordinal is not so far ahead of the server's clock (in milliseconds) that nothing could come after it.
///
/// # Errors
/// `Invalid` when it is.
pub(crate) fn not_ahead(ctx: &Ctx, ordinal: i64) -> Result<()> {
    if ordinal > (ctx.now.0 / 1000).saturating_add(AHEAD) {
        return Err(Fault::invalid(msg::QUIZZES_FAULT_CLOCK));
    }
    Ok(())
}

/// Why nothing was written: rare, so it may read.
async fn why_not(c: &mut Conn, id: AttemptId, slot: usize, ordinal: i64, response: &Response) -> Result<Saved> {
    let kept: Option<(i64, Json<Response>)> = c
        .opt(db::q!("SELECT ordinal, response FROM attempt_answer WHERE attempt_id = $1 AND slot = $2", id, slot))
        .await?;
    match kept {
        // Sent again, because its first confirmation was lost on the way.
        Some((had, Json(same))) if had >= ordinal && same == *response => Ok(Saved::Saved),
        Some((had, Json(newer))) if had >= ordinal => Ok(Saved::Newer { ordinal: had, response: newer }),
        _ => {
            // Makes an attempt that does not exist a fault.
            attempt::attempt(c, id).await?;
            Ok(Saved::Closed)
        }
    }
}

/// Whether an answer belongs to a question: of its kind, with places that exist, not endless.
///
/// # Errors
/// `Invalid` when it does not; `TooLarge`.
pub fn fits(question: &Question, response: &Response) -> Result<()> {
    let typed = |text: &str| text.chars().count() <= LONGEST_WORDS;
    let good = match (&question.kind, response) {
        (_, Response::Blank) => true,
        (Kind::Single { answers, .. }, Response::Single { choice }) => *choice < answers.len(),
        (Kind::Multiple { answers, .. }, Response::Multiple { choices }) => {
            choices.last().is_none_or(|last| *last < answers.len())
        }
        (Kind::TrueFalse { .. }, Response::TrueFalse { .. }) => true,
        (Kind::Numeric { .. }, Response::Numeric { text }) | (Kind::Short { .. }, Response::Short { text }) => {
            typed(text)
        }
        (Kind::Matching { pairs, distractors, .. }, Response::Matching { rights }) => {
            let options = matching_options(pairs, distractors).len();
            rights.len() <= pairs.len() && rights.iter().flatten().all(|r| *r < options)
        }
        (Kind::Ordering { items, .. }, Response::Ordering { order }) => {
            let mut seen = std::collections::BTreeSet::new();
            order.iter().all(|i| *i < items.len() && seen.insert(*i))
        }
        (Kind::Gaps { gaps }, Response::Gaps { values }) => {
            values.len() <= gaps.len()
                && gaps.iter().zip(values).all(|(gap, value)| match (crate::ready::gap_choices(&gap.kind), value) {
                    (_, GapResponse::Blank) => true,
                    (Some(choices), GapResponse::Choice(choice)) => *choice < choices.len(),
                    (None, GapResponse::Text(text)) => typed(text),
                    _ => false,
                })
        }
        (Kind::Essay { .. }, Response::Essay { text }) => text.len() <= LONGEST_ANSWER - 100,
        _ => false,
    };
    if good { Ok(()) } else { Err(Fault::invalid(msg::QUIZZES_FAULT_ANSWER)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_to_another_question_does_not_fit() {
        let question = questions::sample();
        assert!(fits(&question, &Response::Single { choice: 2 }).is_ok());
        assert!(fits(&question, &Response::Blank).is_ok());
        for wrong in [
            Response::Single { choice: 3 },
            Response::TrueFalse { value: true },
            Response::Essay { text: "x".into() },
            Response::Ordering { order: vec![0] },
        ] {
            assert!(fits(&question, &wrong).is_err(), "{wrong:?}");
        }
    }
}
