//! Screens, one a file.

pub mod adopt;
pub mod archive;
pub mod check;
pub mod edit_file;
pub mod files;
pub mod item;
pub mod lesson;
pub mod list;
pub mod module;
pub mod new;
pub mod preview;
pub mod publish;
pub mod serve;
pub mod settings;
pub mod structure;
pub mod versions;

use maud::html;
use offices::Role;
use ui::{Button, ButtonGroup, Icon, Page, Tabs, Tag, Tone};
use web::Req;

use crate::{CourseRow, CourseState, Workshop, course::state_name, hooks, msg};

/// Whether somebody may write courses of the office, on whichever page of a course they are.
fn writes(req: &Req, workshop: &Workshop) -> bool {
    workshop.may(Role::Author) || req.ctx.actor.is_operator()
}

/// The tabs of a course: its own pages and those of other subjects; `here` is what follows the course in the address.
pub fn tabs(req: &Req, workshop: &Workshop, course: &CourseRow, here: &str) -> Tabs {
    let t = req.t;
    let own = |rest: &str| workshop.course_path(course, rest);
    let mut tabs = Tabs::new(t.lang());
    let author = writes(req, workshop);
    if author {
        tabs = tabs.tab(own(""), t.s(msg::COURSES_TAB_STRUCTURE), here.is_empty()).tab(
            own("/files"),
            t.s(msg::COURSES_TAB_FILES),
            here == "/files",
        );
    }
    for tab in hooks::tabs().into_iter().filter(|tab| tab.opens(workshop)) {
        tabs = tabs.tab(own(tab.rest), t.s(tab.label), here == tab.rest);
    }
    if author {
        tabs = tabs
            .tab(own("/settings"), t.s(msg::COURSES_TAB_SETTINGS), here == "/settings")
            .tab(own("/check"), t.s(msg::COURSES_TAB_CHECK), here == "/check")
            .tab(own("/versions"), t.s(msg::COURSES_TAB_VERSIONS), here == "/versions");
    }
    tabs
}

/// A page of a course with its tabs, state and main actions; `here` is what follows the course in the address.
pub fn course_page(req: &Req, workshop: &Workshop, course: &CourseRow, screen: &'static str, here: &str) -> Page {
    let t = req.t;
    let title = course.title_in(t.lang()).to_owned();
    let mut page = workshop
        .page(req, screen, title.clone())
        .crumb(t.s(msg::COURSES_TITLE), workshop.path("/courses"))
        .here(title)
        .status(state_tag(req, course))
        .tabs(tabs(req, workshop, course, here));
    if writes(req, workshop) {
        let preview = workshop.course_path(course, "/preview");
        let mut actions =
            ButtonGroup::new().add(Button::link(t.s(msg::COURSES_PREVIEW), preview).secondary().icon(Icon::Eye));
        if course.state != CourseState::Archived {
            let publish = workshop.course_path(course, "/publish");
            actions = actions.add(Button::link(t.s(msg::COURSES_PUBLISH), publish).icon(Icon::Check));
        }
        page = page.actions(html! { (actions) });
    }
    page
}

/// Where a course stands.
pub(crate) fn state_tag(req: &Req, course: &CourseRow) -> Tag {
    let tone = match course.state {
        CourseState::Draft => Tone::Warning,
        CourseState::Published => Tone::Success,
        CourseState::Archived => Tone::Neutral,
    };
    Tag::new(req.t.s(state_name(course.state))).tone(tone).dot()
}

/// Lines of a text, without empty ones.
pub(crate) fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect()
}

/// Pairs of a text, one a line, divided by a bar.
pub(crate) fn pairs(text: &str) -> Vec<(String, String)> {
    let pair = |line: String| {
        let (a, b) = line.split_once('|').unwrap_or((&line, ""));
        (a.trim().to_owned(), b.trim().to_owned())
    };
    lines(text).into_iter().map(pair).collect()
}
