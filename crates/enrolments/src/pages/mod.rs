//! The screens of this subject on the officials' side, one a file. What learners see is in the crate `learn`.

pub(crate) mod asked;
pub(crate) mod attendance;
pub(crate) mod enrol;
pub(crate) mod groups;
pub(crate) mod learner;
pub(crate) mod learners;
pub(crate) mod paths;
pub(crate) mod requests;
pub(crate) mod session;
pub(crate) mod sessions;
pub(crate) mod waiting;
pub(crate) mod way;

use courses::{CourseRow, Workshop};
use i18n::T;
use maud::{Markup, Render, html};
use offices::Role;
use ui::{Diff, Page, Tabs};
use web::{Errors, Fields, Req};

use crate::msg;

/// Who sees the learners of a course.
pub(crate) const STAFF: &[Role] = &[Role::Trainer, Role::Coordinator];
/// Who enrols and sets the way in.
pub(crate) const COORDINATOR: &[Role] = &[Role::Coordinator];
/// Who answers learners.
pub(crate) const TEACHERS: &[Role] = &[Role::Trainer, Role::Author];

/// What another saved meanwhile beside what was typed: the form's fields with their names, and how the value of each
/// reads. `mine` takes over the version of `theirs`, so that the next saving is one over it.
pub(crate) fn beside(
    req: &Req,
    names: &[(String, String)],
    theirs: &Fields,
    mine: &mut Fields,
    said: impl Fn(&str, &Fields) -> String,
) -> Errors {
    mine.0.retain(|(name, _)| name != "version");
    mine.0.push(("version".to_owned(), theirs.get("version").to_owned()));
    let diff = names.iter().map(|(name, label)| (label, said(name, theirs), said(name, mine)));
    Errors::beside(diff.filter(|(_, a, b)| a != b).fold(Diff::new(req.lang()), |d, (label, a, b)| d.field(label, a, b)))
}

/// Whether a box is ticked, in a word.
pub(crate) fn yes(t: T, ticked: bool) -> String {
    t.s(if ticked { msg::ENROLMENTS_YES } else { msg::ENROLMENTS_NO })
}

/// The label of the choice with this value; empty for none.
pub(crate) fn chosen<'a>(value: &str, mut of: impl Iterator<Item = (String, &'a str)>) -> String {
    of.find(|(id, _)| id == value).map(|(_, name)| name.to_owned()).unwrap_or_default()
}

/// A page about the learners of a course, with the tabs of the course and those of this part.
pub(crate) fn learners_page(
    req: &Req,
    workshop: &Workshop,
    course: &CourseRow,
    screen: &'static str,
    here: &str,
    body: impl Render,
) -> Markup {
    let t = req.t;
    let mut tabs = Tabs::new(t.lang()).label(t.s(msg::ENROLMENTS_TABS));
    let mut parts = vec![
        ("/learners", msg::ENROLMENTS_TAB_LIST),
        ("/learners/waiting", msg::ENROLMENTS_TAB_WAITING),
        ("/learners/groups", msg::ENROLMENTS_TAB_GROUPS),
    ];
    if workshop.may(Role::Coordinator) {
        parts.push(("/learners/enrol", msg::ENROLMENTS_TAB_ENROL));
        parts.push(("/learners/way", msg::ENROLMENTS_TAB_WAY));
    }
    for (rest, label) in parts {
        tabs = tabs.tab(workshop.course_path(course, rest), t.s(label), rest == here);
    }
    course_page(req, workshop, course, screen, "/learners").body(html! { (tabs) (body) }).render()
}

/// A page of a course with its tabs; `here` is what follows the course in the address.
pub(crate) fn course_page(
    req: &Req,
    workshop: &Workshop,
    course: &CourseRow,
    screen: &'static str,
    here: &str,
) -> Page {
    courses::course_page(req, workshop, course, screen, here)
}
