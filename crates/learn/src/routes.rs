//! The routes of this subject.

use web::{Guard, Routes};

use crate::pages::{activity, ask, attend, competences, course, enrol, home, notes, path, sessions, version};

/// The routes of this subject.
pub fn routes() -> Routes {
    Routes::new()
        .get("learn.home", Guard::Open, home::show)
        .get("learn.competences", Guard::Person, competences::show)
        .get("learn.path", Guard::Open, path::show)
        .get("learn.course", Guard::Open, course::show)
        .post("learn.enrol", Guard::Open, enrol::enrol)
        .post("learn.offer", Guard::Open, enrol::accept)
        .post("learn.withdraw", Guard::Open, enrol::withdraw)
        .post("learn.version", Guard::Open, version::choose)
        .get("learn.sessions", Guard::Open, sessions::show)
        .get("learn.calendar", Guard::Open, sessions::calendar)
        .post("learn.attend", Guard::Open, attend::by_code)
        .get("learn.notes", Guard::Open, notes::all)
        .get("learn.activity", Guard::Open, activity::show)
        .post("learn.done", Guard::Open, activity::done)
        .post("learn.note", Guard::Open, notes::add)
        .post("learn.note.change", Guard::Open, notes::change)
        .post("learn.ask", Guard::Open, ask::ask)
}
