//! What several pages show.

use courses::{Content, CourseRow, Item, ItemKind};
use enrolments::{ItemState, Progress};
use i18n::T;
use maud::{Markup, html};
use ui::{Area, Drawings, Icon, Meter, Page, Tag, Tone, duration, visually_hidden};
use web::Req;

use crate::{msg, place::Place};

/// A page of learning.
pub(crate) fn page(req: &Req, screen: &'static str, title: impl Into<String>) -> Page {
    req.page(screen, title).area(Area::Start)
}

/// A page within a course.
pub(crate) fn course_page(req: &Req, place: &Place, screen: &'static str, title: impl Into<String>) -> Page {
    let t = req.t;
    page(req, screen, title)
        .crumb(t.s(msg::LEARN_TITLE), "/learn")
        .crumb(place.course.title_in(t.lang()).to_owned(), place.path(""))
}

/// How much of what is required is done, per cent.
pub(crate) fn percent(done: i64, required: i64) -> u8 {
    if required <= 0 {
        return 0;
    }
    u8::try_from((done.clamp(0, required) * 100) / required).unwrap_or(100)
}

/// How far a learner is, as a bar with words.
pub(crate) fn meter(t: T, done: i64, required: i64) -> Meter {
    let value = t.f(msg::LEARN_DONE_OF, &[("done", done.into()), ("all", required.into())]);
    let meter = Meter::new(t.s(msg::LEARN_PROGRESS), value, percent(done, required));
    if done >= required && required > 0 { meter.tone(Tone::Success) } else { meter }
}

/// An icon for a kind of activity.
pub(crate) fn icon(kind: ItemKind) -> Icon {
    match kind {
        ItemKind::Lesson => Icon::Document,
        ItemKind::Quiz => Icon::CheckCircle,
        ItemKind::Assignment => Icon::Edit,
        ItemKind::Session => Icon::People,
        ItemKind::File => Icon::File,
    }
}

/// The icons of an outline: one for each kind, and one for what is done.
const MARKS: [Icon; 6] = [Icon::Check, Icon::Document, Icon::CheckCircle, Icon::Edit, Icon::People, Icon::File];

/// How far a learner is with an activity, in a word.
pub(crate) fn state(t: T, progress: Option<&Progress>) -> Markup {
    let Some(progress) = progress else { return html! {} };
    let tone = match progress.state {
        ItemState::Done | ItemState::Passed => Tone::Success,
        ItemState::Failed => Tone::Warning,
        ItemState::Skipped | ItemState::Seen => Tone::Info,
    };
    html! { (Tag::new(t.s(progress.state.label())).tone(tone)) }
}

/// The modules of a course with their activities and how far the learner is; `here` is the activity shown.
pub(crate) fn outline(req: &Req, place: &Place, here: Option<&Item>) -> Markup {
    let t = req.t;
    let foreign = foreign(req, place);
    // Facts of an activity are in the reader's language, also among titles in another.
    let own = foreign.map(|_| t.lang().code());
    html! {
        (Drawings(&MARKS))
        ol.outline role="list" lang=[foreign] {
            @for module in &place.content.modules {
                li.outline-module {
                    p.outline-title { (module.title) }
                    ol.outline-items role="list" {
                        @for item in &module.items { (line(t, place, item, own, here.is_some_and(|h| h.id == item.id))) }
                    }
                }
            }
        }
    }
}

/// The language of the course's own words, where it is not the page's.
pub(crate) fn foreign<'p>(req: &Req, place: &'p Place) -> Option<&'p str> {
    let language = place.content.course.language.as_str();
    (language != req.lang().code()).then_some(language)
}

fn line(t: T, place: &Place, item: &Item, lang: Option<&str>, here: bool) -> Markup {
    let did = place.did(item.id);
    let mark = if did { Icon::Check } else { icon(item.kind) };
    html! {
        li.outline-item data-done[did] {
            span.outline-mark aria-hidden="true" { (mark.again()) }
            span.outline-what {
                @if place.open().is_some() {
                    a href=(place.item_path(item)) aria-current=[here.then_some("page")] { (item.title) }
                } @else {
                    span { (item.title) }
                }
                span.outline-facts lang=[lang] {
                    (t.s(courses::item_kind_name(item.kind)))
                    @if item.minutes > 0 { " · " (duration(t.lang(), item.minutes)) }
                    @if !item.required { " · " (t.s(msg::LEARN_OPTIONAL)) }
                }
            }
            @if did { (visually_hidden(t.s(msg::LEARN_DONE_HERE))) } @else { (state(t, place.progress.get(&item.id))) }
        }
    }
}

/// Facts of a course in a line: for whom, how long, the level. Each stays whole, and no line ends with a dot between them.
pub(crate) fn facts(t: T, course: &CourseRow) -> Markup {
    let mut facts = vec![
        t.s(courses::audience_name(course.audience)).to_string(),
        t.s(courses::level_name(course.level)).to_string(),
    ];
    if course.minutes > 0 {
        facts.push(duration(t.lang(), course.minutes));
    }
    html! { span.facts { @for fact in facts { span.fact { (fact) } " " } } }
}

/// How many activities of a kind a course has.
pub(crate) fn count(content: &Content, kind: ItemKind) -> usize {
    content.items().filter(|i| i.kind == kind).count()
}
