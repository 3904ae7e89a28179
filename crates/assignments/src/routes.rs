//! The routes of this subject.

use web::{Guard, Routes};

use crate::pages::{edit, files, mark, queue, work};

/// The routes of this subject. Pages of learners are open: whose a work is, is asked for by each of them.
pub fn routes() -> Routes {
    Routes::new()
        .get("assignments.work", Guard::Open, work::show)
        .post("assignments.work", Guard::Open, work::save)
        .get("assignments.file", Guard::Open, files::own)
        .get("assignments.queue", Guard::Member, queue::show)
        .get("assignments.mark", Guard::Member, mark::show)
        .post("assignments.mark", Guard::Member, mark::save)
        .get("assignments.work_file", Guard::Member, files::handed_in)
        .get("assignments.edit", Guard::Member, edit::show)
        .post("assignments.edit", Guard::Member, edit::save)
}
