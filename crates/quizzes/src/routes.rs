//! The routes of this subject.

use web::{Guard, Routes};

use crate::pages::{
    bank, edit, export, finish, import, intro, late, marking, preview, quiz, result, save, statistics, taking,
};

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
        .get("quizzes.bank", Guard::Member, bank::show)
        .get("quizzes.question.new", Guard::Member, edit::new)
        .post("quizzes.question.new", Guard::Member, edit::add)
        .post("quizzes.question.preview", Guard::Member, edit::preview)
        .get("quizzes.question", Guard::Member, edit::show)
        .post("quizzes.question", Guard::Member, edit::save)
        .get("quizzes.import", Guard::Member, import::show)
        .post("quizzes.import", Guard::Member, import::save)
        .get("quizzes.export", Guard::Member, export::show)
        .get("quizzes.export.file", Guard::Member, export::file)
        .get("quizzes.statistics", Guard::Member, statistics::show)
        .get("quizzes.statistics.export", Guard::Member, statistics::export)
        .get("quizzes.quiz", Guard::Member, quiz::show)
        .post("quizzes.quiz", Guard::Member, quiz::save)
        .get("quizzes.preview", Guard::Member, preview::show)
        .post("quizzes.preview", Guard::Member, preview::save)
        .get("quizzes.marking", Guard::Member, marking::show)
        .get("quizzes.mark", Guard::Member, marking::one)
        .post("quizzes.mark", Guard::Member, marking::save)
        .post("quizzes.late", Guard::Member, late::save)
}
