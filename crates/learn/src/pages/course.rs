//! `/learn/{course}`: what the course is, how far I am, what is next, how to begin.

use std::sync::Arc;

use courses::{Facts, ItemKind};
use db::Conn;
use enrolments::{Enrolment, GroupRow, Guest, Newer, SessionRow, State, StepRow, Way};
use i18n::T;
use jiff::civil::Date;
use kernel::{Ctx, Micros, Result};
use maud::{Markup, html};
use offices::OfficeRow;
use serde::Deserialize;
use ui::{Button, ButtonGroup, Form, Icon, KeyDate, Notice, Reveal, Section, SummaryList, Tone, duration, main_aside};
use web::{Answer, Req, TypedPath};

use super::{begin, version};
use crate::{
    msg,
    place::{Place, read},
    view::{count, foreign, meter, outline, page},
};

/// `/learn/{course}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/{course}", rejection(web::BadPath))]
pub(crate) struct CoursePath {
    pub course: String,
}

/// What the page needs beside the place.
#[derive(Default)]
pub(crate) struct About {
    office: Option<Arc<OfficeRow>>,
    /// How one begins; for whoever has not, and for whoever may renew.
    pub way: Option<Way>,
    /// Whether there is no free place for whoever begins now.
    pub full: bool,
    /// The groups one may choose on beginning.
    pub groups: Vec<GroupRow>,
    /// The group of the learner.
    group: Option<GroupRow>,
    /// Until when the certificate of the completed course is valid, if the course may be taken anew.
    renew: Option<Date>,
    newer: Option<Newer>,
    steps: Vec<StepRow>,
    /// The office whose people decide a request now, and whether there is anybody.
    decides: Option<(OfficeRow, bool)>,
    place_in_line: Option<i64>,
    offered_until: Option<Micros>,
    /// The next session the learner is expected at.
    session: Option<SessionRow>,
    /// What the learner said of the course they completed.
    opinion: Option<training::Opinion>,
}

impl About {
    /// The name of the office that runs the course, in the language of the page.
    pub fn office_name(&self, t: T) -> String {
        self.office.as_ref().map(|office| office.name_in(t.lang()).to_owned()).unwrap_or_default()
    }
}

pub(crate) async fn show(path: CoursePath, req: Req, guest: Guest) -> Answer<Markup> {
    let place = Place::of(&req, &guest, &path.course).await?;
    let about = about(&req, &place).await?;
    Ok(view(&req, &place, &about))
}

/// Reads what stands beside the place.
pub(crate) async fn about(req: &Req, place: &Place) -> Result<About> {
    let mut about = About { office: Some(offices::lately(req, place.course.office).await?), ..About::default() };
    let mine = place.mine.clone().filter(|e| e.state.live() || e.state == State::Completed);
    if let Some(mine) = mine.as_ref().filter(|e| e.state == State::Active) {
        let all = enrolments::sessions_lately(req, place.course.id).await?;
        let coming = |s: &&SessionRow| s.expects(mine) && !s.cancelled && s.ends > req.ctx.now;
        about.session = all.iter().find(coming).cloned();
        if mine.group.is_none() && place.course.published == Some(mine.course_version) {
            return Ok(about);
        }
    }
    let (course, takes, content) = (place.course.id, place.course.can_begin(), Arc::clone(&place.content));
    let ctx = req.ctx.clone();
    read(req, move |c| {
        Box::pin(async move {
            if let Some(mine) = &mine {
                enrolled(c, &ctx, mine, &content.course, &mut about).await?;
            }
            if takes && (mine.is_none() || about.renew.is_some()) {
                about.way = Some(enrolments::way(c, course).await?);
                about.full = enrolments::room(c, course, None).await? == Some(0);
                about.groups = enrolments::open_groups(c, course, ctx.now.warsaw_date()).await?;
            }
            Ok(about)
        })
    })
    .await
}

async fn enrolled(c: &mut Conn, ctx: &Ctx, mine: &Enrolment, facts: &Facts, about: &mut About) -> Result<()> {
    if let Some(group) = mine.group {
        about.group = Some(enrolments::group(c, mine.course, group).await?);
    }
    match mine.state {
        State::Requested => {
            about.steps = enrolments::steps(c, mine.id).await?;
            about.decides = enrolments::decides(c, ctx, mine).await?;
        }
        State::Waiting => about.place_in_line = enrolments::place_of(c, mine.id).await?,
        State::Offered => about.offered_until = enrolments::offered_until(c, mine.id).await?,
        State::Completed => {
            about.opinion = training::opinion(c, mine.id).await?;
            about.renew = enrolments::renewable(ctx, mine, facts);
        }
        State::Active => about.newer = enrolments::newer(c, mine).await?,
        _ => {}
    }
    Ok(())
}

fn view(req: &Req, place: &Place, about: &About) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let course = &place.content.course;
    page(req, "learn.course", course.title_in(lang))
        .crumb(t.s(msg::LEARN_TITLE), "/learn")
        .here(course.title_in(lang).to_owned())
        .kicker(t.s(msg::LEARN_COURSE))
        .lead(course.summary_in(lang).to_owned())
        .body(html! {
            (standing(req, place, about))
            @if let Some(newer) = &about.newer {
                @if newer.stays { (version::stays(req, place, newer)) } @else { (version::offer(req, place, newer)) }
            }
            @if let Some(next) = &about.session { (session(req, place, next)) }
            (main_aside(
                html! {
                    @if !course.outcomes.is_empty() {
                        (Section::new(t.s(msg::LEARN_OUTCOMES))
                            .body(html! { ul.bullets lang=[foreign(req, place)] { @for o in &course.outcomes { li { (o) } } } }))
                    }
                    (Section::new(t.s(msg::LEARN_CONTENTS)).id("contents").body(outline(req, place, None)))
                },
                more(req, place, about),
            ))
        })
        .render()
}

/// Where the reader stands, and the one thing to do now.
fn standing(req: &Req, place: &Place, about: &About) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let Some(mine) = place.mine.as_ref().filter(|e| e.state.live() || e.state == State::Completed) else {
        return begin::begin(req, place, about);
    };
    match mine.state {
        State::Active => active(req, place, mine),
        State::Completed => {
            let at = mine.completed.map(|at| ui::date(lang, at.warsaw_date()));
            let mut buttons = ButtonGroup::new()
                .add(Button::link(t.s(msg::LEARN_REVIEW), "#contents").secondary())
                .add(Button::link(t.s(msg::LEARN_MY_NOTES), place.path("/notes")).secondary());
            if mine.person.is_some() {
                let to = format!("/learn/certificates?course={}", place.course.slug);
                buttons = buttons.add(Button::link(t.s(msg::LEARN_CERTIFICATE), to).icon(Icon::Stamp));
            }
            html! {
                (Notice::success(html! { (t.s(msg::LEARN_COMPLETED_ON)) " " (at.unwrap_or_default()) }).title(t.s(msg::LEARN_CONGRATULATIONS)))
                @if mine.person.is_none() { (account(req, place)) }
                (buttons)
                @if let Some(until) = about.renew.filter(|_| about.way.is_some()) { (begin::renew(req, place, about, until)) }
                (training::opinion_form(t, &place.course.slug, about.opinion.as_ref()))
            }
        }
        State::Requested => html! {
            (Notice::info(html! {
                (t.s(msg::LEARN_REQUESTED))
                ol.plain-list role="list" { @for s in &about.steps { li { (t.s(s.role.label())) ": " (t.s(s.state.label())) } } }
                @if let Some((office, anybody)) = &about.decides {
                    p { (t.f(msg::LEARN_DECIDES, &[("office", office.name_in(lang).to_owned().into())])) }
                    @if !anybody { p { (t.s(msg::LEARN_DECIDES_NOBODY)) } }
                }
            }).title(t.s(mine.state.label())))
            (withdraw(req, place, about))
        },
        State::Waiting => html! {
            (Notice::info(t.f(msg::LEARN_WAITING, &[("place", about.place_in_line.unwrap_or(1).into())])).title(t.s(mine.state.label())))
            (withdraw(req, place, about))
        },
        State::Offered => html! {
            (Notice::warning(html! {
                (t.s(msg::LEARN_OFFERED))
                @if let Some(until) = about.offered_until { " " (ui::date_time(lang, until.timestamp())) "." }
            }).title(t.s(mine.state.label())))
            (Form::post(place.path("/offer")).label(t.s(msg::LEARN_OFFER_TAKE)).body(Button::submit(t.s(msg::LEARN_OFFER_TAKE))))
            (withdraw(req, place, about))
        },
        _ => html! {},
    }
}

fn active(req: &Req, place: &Place, mine: &Enrolment) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let next = place.next();
    let label = if mine.last_item.is_some() { msg::LEARN_GO_ON } else { msg::LEARN_START };
    let go_on = next.map(|n| Button::link(t.s(label), place.item_path(n)).icon_after(Icon::ArrowRight));
    let go_on = go_on.into_iter().fold(ButtonGroup::new(), |group, button| group.add(button));
    html! {
        div.standing {
            (meter(t, mine.done, mine.required))
            @if let Some(due) = mine.due {
                @let late = mine.late(req.ctx.now.warsaw_date());
                (KeyDate::new(t.s(if late { msg::LEARN_DUE_PAST } else { msg::LEARN_DUE }), ui::date(lang, due.0))
                    .tone(if late { Tone::Danger } else { Tone::Warning }))
            }
            @if let Some(next) = next {
                p.standing-next { (t.s(msg::LEARN_NEXT)) " " strong { (next.title) } }
            }
        }
        (go_on
            .add(Button::link(t.s(msg::LEARN_MY_NOTES), place.path("/notes")).secondary())
            .add(Button::link(t.s(msg::LEARN_SESSIONS), place.path("/sessions")).secondary()))
        @if mine.person.is_none() { (account(req, place)) }
    }
}

/// What a guest gains by an account.
fn account(req: &Req, place: &Place) -> Markup {
    let t = req.t;
    let next: String = url::form_urlencoded::byte_serialize(place.path("").as_bytes()).collect();
    let to = Button::link(t.s(msg::LEARN_ACCOUNT_MAKE), format!("/register?next={next}")).secondary().small();
    html! { (Notice::info(t.s(msg::LEARN_ACCOUNT)).action(to)) }
}

/// The button to leave; for whom the office enrolled, who can take them off.
fn withdraw(req: &Req, place: &Place, about: &About) -> Markup {
    let t = req.t;
    if place.mine.as_ref().is_some_and(Enrolment::bound) {
        return html! { p.hint { (t.f(msg::LEARN_LEAVE_BOUND, &[("office", about.office_name(t).into())])) } };
    }
    html! {
        (Form::post(place.path("/withdraw")).label(t.s(msg::LEARN_WITHDRAW))
            .body(Button::submit(t.s(msg::LEARN_WITHDRAW)).quiet().small()))
    }
}

fn session(req: &Req, place: &Place, session: &SessionRow) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let when = ui::date_time(lang, session.starts.timestamp());
    html! {
        (Notice::info(html! { strong { (session.title) } ": " (when) @if !session.place.is_empty() { ", " (session.place) } })
            .title(t.s(msg::LEARN_SESSION_NEXT))
            .action(Button::link(t.s(msg::LEARN_SESSIONS), place.path("/sessions")).secondary().small()))
    }
}

/// Facts and sources, and leaving.
fn more(req: &Req, place: &Place, about: &About) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let course = &place.content.course;
    let counted = |kind| count(&place.content, kind).to_string();
    let mut summary = SummaryList::new(lang)
        .compact()
        .fact(t.s(msg::LEARN_FOR), t.s(courses::audience_name(place.course.audience)))
        .fact(t.s(msg::LEARN_LEVEL), t.s(courses::level_name(place.course.level)))
        .fact(t.s(msg::LEARN_LESSONS), counted(ItemKind::Lesson))
        .fact(t.s(msg::LEARN_QUIZZES), counted(ItemKind::Quiz));
    if course.minutes > 0 {
        summary = summary.fact(t.s(msg::LEARN_TIME), duration(lang, course.minutes));
    }
    if let Some(months) = course.valid_months.filter(|m| *m > 0) {
        summary = summary.fact(t.s(msg::LEARN_VALID), t.f(msg::LEARN_MONTHS, &[("n", months.into())]));
    }
    if let Some(office) = &about.office {
        let name = html! { a href={ "/o/" (office.slug) } { (office.name) } };
        summary = summary.fact(t.s(msg::LEARN_OFFICE), name);
    }
    if let Some(group) = &about.group {
        let days = html! { (group.name) @if let Some(days) = begin::days(t, group) { ", " (days) } };
        summary = summary.fact(t.s(msg::LEARN_GROUP), days);
    }
    summary = summary.fact(t.s(msg::LEARN_VERSION), place.content.number.to_string());
    html! {
        (Section::new(t.s(msg::LEARN_ABOUT)).body(html! {
            (summary)
            @if !course.sources.is_empty() {
                (Reveal::new(t.s(msg::LEARN_SOURCES), html! { ul.bullets { @for s in &course.sources { li {
                    @if s.url.is_empty() { (s.title) } @else { a href=(s.url) rel="noopener" { (s.title) } }
                } } } }))
            }
        }))
        @if place.mine.as_ref().is_some_and(|e| e.state == State::Active) {
            (Reveal::new(t.s(msg::LEARN_LEAVE), html! {
                @if !place.mine.as_ref().is_some_and(Enrolment::bound) { p { (t.s(msg::LEARN_LEAVE_TEXT)) } }
                (withdraw(req, place, about))
            }))
        }
    }
}
