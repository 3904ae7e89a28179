//! `/learn/{course}`: what the course is, how far I am, what is next, how to begin.

use courses::ItemKind;
use db::Conn;
use enrolments::{Enrolment, Guest, Mode, Newer, SessionRow, State, StepRow, Way};
use kernel::{Micros, Result};
use maud::{Markup, html};
use offices::OfficeRow;
use serde::Deserialize;
use ui::{Button, ButtonGroup, Field, Form, Icon, KeyDate, Notice, Reveal, Section, SummaryList, Tone, main_aside};
use web::{Answer, Req, TypedPath};

use super::version;
use crate::{
    msg,
    place::{Place, read},
    view::{count, duration, facts, foreign, meter, outline, page},
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
    office: Option<OfficeRow>,
    way: Option<Way>,
    newer: Option<Newer>,
    steps: Vec<StepRow>,
    place_in_line: Option<i64>,
    offered_until: Option<Micros>,
    sessions: Vec<SessionRow>,
    /// What the learner said of the course they completed.
    opinion: Option<training::Opinion>,
}

pub(crate) async fn show(path: CoursePath, req: Req, guest: Guest) -> Answer<Markup> {
    let place = Place::of(&req, &guest, &path.course).await?;
    let about = about(&req, &place).await?;
    Ok(view(&req, &place, &about))
}

/// Reads what stands beside the place.
pub(crate) async fn about(req: &Req, place: &Place) -> Result<About> {
    let (course, office, mine, now) = (place.course.id, place.course.office, place.mine.clone(), req.ctx.now);
    read(req, move |c| {
        Box::pin(async move {
            let mut about = About { office: Some(offices::by_id(c, office).await?), ..About::default() };
            match mine.filter(|e| e.state.live() || e.state == State::Completed) {
                Some(mine) => enrolled(c, &mine, now, &mut about).await?,
                None => about.way = Some(enrolments::way(c, course).await?),
            }
            Ok(about)
        })
    })
    .await
}

async fn enrolled(c: &mut Conn, mine: &Enrolment, now: Micros, about: &mut About) -> Result<()> {
    match mine.state {
        State::Requested => about.steps = enrolments::steps(c, mine.id).await?,
        State::Waiting => about.place_in_line = enrolments::place_of(c, mine.id).await?,
        State::Offered => about.offered_until = enrolments::offered_until(c, mine.id).await?,
        State::Completed => about.opinion = training::opinion(c, mine.id).await?,
        State::Active => {
            about.newer = enrolments::newer(c, mine).await?.filter(|n| !n.stays);
            about.sessions = enrolments::sessions_for(c, mine).await?;
            about.sessions.retain(|s| !s.cancelled && s.ends > now);
        }
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
            @if let Some(newer) = &about.newer { (version::offer(req, place, newer)) }
            @if let Some(next) = about.sessions.first() { (session(req, place, next)) }
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
        return begin(req, place, about);
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
                (training::opinion_form(t, &place.course.slug, about.opinion.as_ref()))
            }
        }
        State::Requested => html! {
            (Notice::info(html! {
                (t.s(msg::LEARN_REQUESTED))
                ol.plain-list { @for s in &about.steps { li { (t.s(s.role.label())) ": " (t.s(s.state.label())) } } }
            }).title(t.s(mine.state.label())))
            (withdraw(req, place))
        },
        State::Waiting => html! {
            (Notice::info(t.f(msg::LEARN_WAITING, &[("place", about.place_in_line.unwrap_or(1).into())])).title(t.s(mine.state.label())))
            (withdraw(req, place))
        },
        State::Offered => html! {
            (Notice::warning(html! {
                (t.s(msg::LEARN_OFFERED))
                @if let Some(until) = about.offered_until { " " (ui::date_time(lang, until.timestamp())) "." }
            }).title(t.s(mine.state.label())))
            (Form::post(place.path("/offer")).label(t.s(msg::LEARN_OFFER_TAKE)).body(Button::submit(t.s(msg::LEARN_OFFER_TAKE))))
            (withdraw(req, place))
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

/// How to begin, for whoever has not.
fn begin(req: &Req, place: &Place, about: &About) -> Markup {
    let t = req.t;
    let next: String = url::form_urlencoded::byte_serialize(place.path("").as_bytes()).collect();
    let sign_in = || Button::link(t.s(msg::LEARN_SIGN_IN), format!("/sign-in?next={next}"));
    let form = |label: &'static str| Form::post(place.path("/enrol")).label(t.s(label));
    let mode = about.way.as_ref().map_or(Mode::Open, |w| w.mode);
    let stranger = req.signed_in.is_none();
    html! {
        @match (mode, stranger) {
            (Mode::Open, true) if !place.course.open => {
                (Notice::info(t.s(msg::LEARN_NEEDS_ACCOUNT)).action(sign_in().small()))
            },
            (Mode::Open, _) => {
                (form(msg::LEARN_ENROL).body(html! {
                    (Button::submit(t.s(if stranger { msg::LEARN_ENROL_GUEST } else { msg::LEARN_ENROL })).icon_after(Icon::ArrowRight))
                    @if stranger { p.hint { (t.s(msg::LEARN_ENROL_GUEST_HINT)) } }
                }))
            },
            (_, true) => { (Notice::info(t.s(msg::LEARN_NEEDS_ACCOUNT)).action(sign_in().small())) },
            (Mode::Request, false) => {
                (form(msg::LEARN_ASK).body(html! {
                    (Field::textarea(t.lang(), "why", t.s(msg::LEARN_ASK_WHY)).rows(3).maxlength(4_000))
                    (Button::submit(t.s(msg::LEARN_ASK)))
                }))
            },
            (Mode::Closed, false) => { (Notice::info(t.s(msg::LEARN_BY_COORDINATOR))) },
        }
    }
}

fn withdraw(req: &Req, place: &Place) -> Markup {
    let t = req.t;
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
        .fact(t.s(msg::LEARN_FOR), facts(t, &place.course))
        .fact(t.s(msg::LEARN_LESSONS), counted(ItemKind::Lesson))
        .fact(t.s(msg::LEARN_QUIZZES), counted(ItemKind::Quiz));
    if course.minutes > 0 {
        summary = summary.fact(t.s(msg::LEARN_TIME), duration(t, course.minutes));
    }
    if let Some(months) = course.valid_months.filter(|m| *m > 0) {
        summary = summary.fact(t.s(msg::LEARN_VALID), t.f(msg::LEARN_MONTHS, &[("n", months.into())]));
    }
    if let Some(office) = &about.office {
        let name = html! { a href={ "/o/" (office.slug) } { (office.name) } };
        summary = summary.fact(t.s(msg::LEARN_OFFICE), name);
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
            (Reveal::new(t.s(msg::LEARN_LEAVE), html! { p { (t.s(msg::LEARN_LEAVE_TEXT)) } (withdraw(req, place)) }))
        }
    }
}
