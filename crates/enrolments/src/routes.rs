//! The routes of this subject.

use web::{Guard, Routes};

use crate::{
    api,
    pages::{asked, attendance, enrol, groups, learner, learners, paths, requests, session, sessions, waiting, way},
};

/// The routes of this subject. The roles are asked for in the handlers ([`courses::enter_course_people`]); to whoever does not
/// serve in the office none of it exists.
pub fn routes() -> Routes {
    Routes::new()
        .get("enrolments.learners", Guard::Member, learners::show)
        .get("enrolments.learners.export", Guard::Member, learners::export)
        .get("enrolments.learner", Guard::Member, learner::show)
        .post("enrolments.learner", Guard::Member, learner::change)
        .get("enrolments.enrol", Guard::Member, enrol::show)
        .post("enrolments.enrol", Guard::Member, enrol::ask)
        .get("enrolments.enrol_preview", Guard::Member, enrol::preview)
        .post("enrolments.enrol_preview", Guard::Member, enrol::confirm)
        .get("enrolments.way", Guard::Member, way::show)
        .post("enrolments.way", Guard::Member, way::save)
        .get("enrolments.waiting", Guard::Member, waiting::show)
        .post("enrolments.waiting.move", Guard::Member, waiting::move_to)
        .get("enrolments.groups", Guard::Member, groups::show)
        .post("enrolments.groups", Guard::Member, groups::add)
        .get("enrolments.group", Guard::Member, groups::edit)
        .post("enrolments.group", Guard::Member, groups::change)
        .get("enrolments.sessions", Guard::Member, sessions::show)
        .post("enrolments.sessions", Guard::Member, sessions::add)
        .get("enrolments.session.item", Guard::Member, sessions::of_item)
        .get("enrolments.session", Guard::Member, session::show)
        .post("enrolments.session", Guard::Member, session::change)
        .get("enrolments.session.export", Guard::Member, attendance::export)
        .get("enrolments.session.calendar", Guard::Member, session::calendar)
        .get("enrolments.asked", Guard::Member, asked::show)
        .post("enrolments.asked.answer", Guard::Member, asked::answer)
        .get("enrolments.requests", Guard::Member, requests::show)
        .post("enrolments.requests.decide", Guard::Member, requests::decide)
        .get("enrolments.paths", Guard::Member, paths::list)
        .get("enrolments.path_new", Guard::Member, paths::new)
        .post("enrolments.path_new", Guard::Member, paths::add)
        .get("enrolments.path", Guard::Member, paths::edit)
        .post("enrolments.path", Guard::Member, paths::change)
        .get("enrolments.api.list", Guard::Member, api::course::list)
        .post("enrolments.api.enrol", Guard::Member, api::course::enrol)
        .get("enrolments.api.mine", Guard::Person, api::mine::list)
}
