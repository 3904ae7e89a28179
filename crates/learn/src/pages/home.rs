//! `/learn`: what I learn, what is next and by when, and courses to begin.

use courses::{CourseRow, Find};
use enrolments::{Enrolment, Guest, PathRow, State};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Button, ButtonGroup, Card, CardGrid, Empty, Icon, KeyDate, Notice, Pager, SearchBox, Section, Tag, Tone,
    visually_hidden,
};
use web::{Answer, Cursor, Req, TypedPath};

use crate::{
    msg,
    place::read,
    view::{facts, meter, page},
};

/// Courses on a page.
const PAGE: usize = 24;

/// `/learn`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn")]
pub(crate) struct HomePath;

struct Home {
    mine: Vec<(Enrolment, CourseRow)>,
    found: Vec<CourseRow>,
    next: Option<Cursor>,
    paths: Vec<PathRow>,
}

pub(crate) async fn show(_: HomePath, req: Req, guest: Guest) -> Answer<Markup> {
    let text = req.query.get("q").trim().chars().take(200).collect::<String>();
    let after = Cursor::decode(req.query.get("after"))?;
    let mine = enrolments::mine(&req, &guest).await?;
    let find = Find { text: text.clone(), cursor: after, limit: PAGE, ..Find::default() };
    let plain = text.is_empty() && after.is_none();
    let home = read(&req, move |c| {
        Box::pin(async move {
            let shown = |e: &Enrolment| e.state.live() || e.state == State::Completed;
            let mine: Vec<Enrolment> = mine.into_iter().filter(shown).take(100).collect();
            let known = courses::courses_in(c, mine.iter().map(|e| e.course)).await?;
            let rows =
                mine.into_iter().filter_map(|e| known.get(&e.course).cloned().map(|course| (e, course))).collect();
            let found = courses::published(c, &find).await?;
            let paths = if plain { enrolments::published_paths(c).await? } else { Vec::new() };
            Ok(Home { mine: rows, next: find.next(&found), found, paths })
        })
    })
    .await?;
    let t = req.t;
    let search = SearchBox::new(req.lang(), "/learn", t.s(msg::LEARN_SEARCH))
        .name("q")
        .value(text.clone())
        .placeholder(t.s(msg::LEARN_SEARCH_HINT));
    let body = html! {
        @if plain { (mine_section(&req, &home.mine)) }
        (Section::new(t.s(if text.is_empty() { msg::LEARN_ALL } else { msg::LEARN_FOUND })).id("courses").body(html! {
            (search)
            @if home.found.is_empty() {
                (Empty::new(Icon::Search, t.s(msg::LEARN_NONE)).text(t.s(msg::LEARN_NONE_TEXT))
                    .action(Button::link(t.s(msg::LEARN_ALL_SHOW), "/learn").secondary()))
            } @else {
                (CardGrid::new(home.found.iter().map(|course| card(&req, course, &home.mine))))
                (Pager::new(req.lang()).next(home.next.map(|c| next_page(&text, c))))
            }
        }))
        @if !home.paths.is_empty() { (paths(&req, &home.paths)) }
        @if plain { (check(&req)) }
    };
    let mut page = page(&req, "learn.home", t.s(msg::LEARN_TITLE)).lead(t.s(msg::LEARN_LEAD));
    if req.signed_in.is_some() {
        page = page.actions(
            ButtonGroup::new()
                .add(Button::link(t.s(msg::LEARN_CERTIFICATES), "/learn/certificates").secondary().icon(Icon::Stamp))
                .add(Button::link(t.s(msg::LEARN_COMPETENCES), "/learn/competences").secondary()),
        );
    }
    Ok(page.body(body).render())
}

/// For whoever was shown a certificate or a badge.
fn check(req: &Req) -> Markup {
    let t = req.t;
    html! {
        (Section::new(t.s(msg::LEARN_CHECK)).id("check").text(t.s(msg::LEARN_CHECK_TEXT)).body(
            ButtonGroup::new()
                .add(Button::link(t.s(msg::LEARN_CHECK_CERTIFICATE), "/c").secondary())
                .add(Button::link(t.s(msg::LEARN_CHECK_BADGE), "/badges/verify").secondary())))
    }
}

fn next_page(text: &str, cursor: Cursor) -> String {
    let text: String = url::form_urlencoded::byte_serialize(text.as_bytes()).collect();
    format!("/learn?q={text}&after={}", cursor.encode())
}

fn mine_section(req: &Req, mine: &[(Enrolment, CourseRow)]) -> Markup {
    let t = req.t;
    let going: Vec<_> = mine.iter().filter(|(e, _)| e.state.live()).collect();
    let done: Vec<_> = mine.iter().filter(|(e, _)| e.state == State::Completed).collect();
    html! {
        @if !going.is_empty() {
            (Section::new(t.s(msg::LEARN_MINE)).id("mine").body(CardGrid::new(going.iter().map(|(e, c)| going_card(req, e, c)))))
        }
        @if !done.is_empty() {
            (Section::new(t.s(msg::LEARN_COMPLETED)).id("completed").body(html! {
                ul.plain-list role="list" { @for (e, c) in &done { li {
                    a href={ "/learn/" (c.slug) } { (c.title_in(t.lang())) }
                    @if let Some(at) = e.completed { " · " (ui::date(t.lang(), at.warsaw_date())) }
                    @if renews(req, mine, e, c) { " · " a href={ "/learn/" (c.slug) } { (t.s(msg::LEARN_RENEW)) (visually_hidden(format!(": {}", c.title_in(t.lang())))) } }
                } } }
            }))
        }
        @if mine.is_empty() && req.signed_in.is_none() {
            (Notice::info(t.s(msg::LEARN_NO_ACCOUNT)))
        }
    }
}

/// Whether a completed course is to be taken anew: its certificate ends soon or ended, and nothing newer goes on.
fn renews(req: &Req, mine: &[(Enrolment, CourseRow)], row: &Enrolment, course: &CourseRow) -> bool {
    let newest = mine.iter().find(|(e, _)| e.course == course.id).is_some_and(|(e, _)| e.id == row.id);
    let from = row.completed.and_then(|at| enrolments::renewable_from(at.warsaw_date(), course.valid_months));
    newest && course.can_begin() && row.person.is_some() && from.is_some_and(|from| from <= req.ctx.now.warsaw_date())
}

fn going_card(req: &Req, enrolment: &Enrolment, course: &CourseRow) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let today = req.ctx.now.warsaw_date();
    let due = enrolment.due.map(|d| {
        let late = d.0 < today;
        let label = if late { msg::LEARN_DUE_PAST } else { msg::LEARN_DUE };
        KeyDate::new(t.s(label), ui::date(lang, d.0)).tone(if late { Tone::Danger } else { Tone::Warning })
    });
    let card = Card::new(course.title_in(lang).to_owned())
        .level(3)
        .icon(Icon::Document)
        .link(format!("/learn/{}", course.slug))
        .body(html! {
            @if enrolment.state == State::Active { (meter(t, enrolment.done, enrolment.required)) }
            @else { (Tag::new(t.s(enrolment.state.label())).tone(Tone::Info)) }
        });
    html! { (match due { Some(due) => card.foot(due), None => card }) }
}

fn card(req: &Req, course: &CourseRow, mine: &[(Enrolment, CourseRow)]) -> Card {
    let (t, lang) = (req.t, req.lang());
    let has = mine.iter().find(|(_, c)| c.id == course.id).map(|(e, _)| e.state.label());
    Card::new(course.title_in(lang).to_owned())
        .level(3)
        .link(format!("/learn/{}", course.slug))
        .text(course.summary_in(lang).to_owned())
        .meta(facts(t, course))
        .foot(html! {
            @if let Some(state) = has { (Tag::new(t.s(state)).tone(Tone::Accent)) }
            @if course.open { (Tag::new(t.s(msg::LEARN_OPEN)).tone(Tone::Success)) }
        })
}

fn paths(req: &Req, paths: &[PathRow]) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let cards = paths.iter().map(|p| {
        Card::new(p.title_in(lang).to_owned())
            .level(3)
            .icon(Icon::List)
            .link(format!("/learn/paths/{}", p.slug))
            .text(p.summary_in(lang).to_owned())
    });
    html! { (Section::new(t.s(msg::LEARN_PATHS)).id("paths").text(t.s(msg::LEARN_PATHS_TEXT)).body(CardGrid::new(cards))) }
}
