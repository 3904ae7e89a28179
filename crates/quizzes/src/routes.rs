//! The routes of this subject.

use web::{Guard, Routes};

use crate::pages::{finish, intro, result, save, taking};

/// The routes of this subject. Pages of learners are open: whose an attempt is, is asked for by [`crate::sitting`].
pub fn routes() -> Routes {
    Routes::new()
        .get("quizzes.intro", Guard::Open, intro::show)
        .post("quizzes.intro", Guard::Open, intro::start)
        .get("quizzes.attempt", Guard::Open, taking::show)
        .post("quizzes.attempt", Guard::Open, taking::save)
        .post("quizzes.answers", Guard::Open, save::save)
        .get("quizzes.finish", Guard::Open, finish::show)
        .post("quizzes.finish", Guard::Open, finish::save)
        .get("quizzes.result", Guard::Open, result::show)
}
