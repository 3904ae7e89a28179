//! Who sits at which attempt, kept in memory: what saving an answer needs to know never changes while the attempt is open.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use enrolments::{Guest, Learner};
use kernel::{Fault, Micros, Result, ids::AttemptId};
use web::Req;

use crate::{
    attempt::{Attempt, attempt},
    ready::{self, Asked, Quiz},
};

/// How many sittings are kept in each process.
const ROOM: usize = 20_000;

/// An attempt with its learner and its questions.
#[derive(Debug, Clone)]
pub struct Sitting {
    /// The attempt.
    pub attempt: AttemptId,
    /// Whose it is.
    pub learner: Learner,
    /// The quiz of the attempt's version.
    pub quiz: Arc<Quiz>,
    /// What chance comes from.
    pub seed: u64,
    /// When it ends; none without a limit.
    pub ends: Option<Micros>,
    /// The questions by slot: places in the quiz.
    pub slots: Vec<usize>,
}

impl Sitting {
    /// The question in a slot.
    pub fn asked(&self, slot: usize) -> Option<&Asked> {
        self.quiz.questions.get(*self.slots.get(slot)?)
    }
    /// The slots in the order in which they are shown.
    pub fn order(&self) -> Vec<usize> {
        self.quiz.order(self.seed, self.slots.len())
    }
    pub(crate) fn of(row: &Attempt, learner: Learner, quiz: Arc<Quiz>) -> Self {
        let slots = quiz.drawn(row.seed());
        Self { attempt: row.id, learner, seed: row.seed(), ends: row.ends, slots, quiz }
    }
}

#[derive(Default)]
struct Room(Mutex<HashMap<AttemptId, Arc<Sitting>>>);

/// The sitting of whoever asks at an attempt. Kept after the first time, so that saving an answer reads nothing.
///
/// # Errors
/// `SignIn` when nobody is known, signed in or as a guest: the session may have run out; `NotFound` when there is no such
/// attempt or it is somebody else's.
pub async fn sitting(req: &Req, guest: &Guest, id: AttemptId) -> Result<Arc<Sitting>> {
    let who = Learner::of(req, guest).ok_or_else(Fault::sign_in)?;
    let room = req.app.db.shared(|_| Room::default());
    if let Some(found) = room.0.lock().unwrap_or_else(PoisonError::into_inner).get(&id).filter(|s| s.learner == who) {
        return Ok(Arc::clone(found));
    }
    let row = req.app.db.read(move |c| Box::pin(async move { attempt(c, id).await })).await?;
    // Brings along what was begun as a guest, when somebody has just signed in.
    enrolments::learner(req, guest, row.course).await?;
    let row = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let row = attempt(c, id).await?;
                let enrolment = enrolments::enrolment(c, row.enrolment).await?;
                if enrolments::owns(c, who, &enrolment).await? { Ok(row) } else { Err(Fault::not_found()) }
            })
        })
        .await?;
    let quiz = ready::quiz(&req.app.db, row.course_version, row.item).await?;
    let made = Arc::new(Sitting::of(&row, who, quiz));
    let mut kept = room.0.lock().unwrap_or_else(PoisonError::into_inner);
    if kept.len() >= ROOM {
        kept.clear();
    }
    kept.insert(id, Arc::clone(&made));
    Ok(made)
}
