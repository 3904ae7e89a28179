//! The national start page: find your office.

use axum::response::{IntoResponse as _, Response};
use i18n::T;
use law::teryt;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Area, Avatar, Button, Card, CardGrid, Choice, Empty, Field, Form, Icon, Pager, Row, SearchBox, Section, Suggestion,
    Table, Tag, Tone,
};
use web::{Answer, Req, TypedPath, with_query};

use super::{
    IntoMarkup as _,
    fields::{skip_cursor, skipped},
};
use crate::{
    directory::{self, AtWork, Entry, Narrow},
    msg,
};

/// How many entries a page shows.
const PAGE: usize = 20;
/// How many offices at work stand on the start page itself.
const CARDS: usize = 12;
/// How many suggestions appear while one writes.
const SUGGESTED: usize = 8;

/// `/`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/")]
pub struct StartPath;

/// `/offices/suggest`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/offices/suggest")]
pub struct SuggestPath;

async fn at_work(req: &Req) -> kernel::Result<Vec<AtWork>> {
    req.app.db.read(|c| Box::pin(async move { directory::at_work(c).await })).await
}

/// The page.
pub async fn show(_: StartPath, req: Req) -> Answer<Markup> {
    let narrow = Narrow::read(&req.query);
    let skip = skipped(&req.query)?;
    let offices = at_work(&req).await?;
    let t = req.t;
    let search = SearchBox::new(t.lang(), "/", t.s(msg::OFFICES_START_SEARCH))
        .hint(t.s(msg::OFFICES_START_SEARCH_HINT))
        .value(narrow.text.as_str())
        .suggest("/offices/suggest")
        .hidden("voivodeship", narrow.voivodeship.clone().unwrap_or_default())
        .hidden("powiat", narrow.powiat.clone().unwrap_or_default())
        .large();
    let page = req
        .page("offices.start", t.s(msg::OFFICES_START_TITLE))
        .area(Area::Start)
        .lead(t.s(msg::OFFICES_START_LEAD))
        .hero(search);
    Ok(page.body(html! { (filters(t, &narrow)) (body(t, &offices, &narrow, skip)) }).render())
}

fn body(t: T, offices: &[AtWork], narrow: &Narrow, skip: usize) -> Markup {
    if !narrow.is_empty() || skip > 0 {
        return results(t, &directory::search(offices, narrow), narrow, skip);
    }
    html! {
        (Section::new(t.s(msg::OFFICES_START_AT_WORK)).text(t.s(msg::OFFICES_START_AT_WORK_TEXT)).body(html! {
            @if offices.is_empty() {
                (Empty::new(Icon::Building, t.s(msg::OFFICES_START_NONE)).text(t.s(msg::OFFICES_START_NONE_TEXT)))
            } @else {
                (CardGrid::new(offices.iter().take(CARDS).map(|office| card(t, office))))
                @if offices.len() > CARDS {
                    p { (t.f(msg::OFFICES_START_MORE, &[("n", (offices.len() - CARDS).into())])) }
                }
            }
        }))
        (Section::new(t.s(msg::OFFICES_START_WHAT)).body(CardGrid::new([
            what(t, Icon::Search, msg::OFFICES_START_WHAT_FIND, msg::OFFICES_START_WHAT_FIND_TEXT),
            what(t, Icon::Send, msg::OFFICES_START_WHAT_SEND, msg::OFFICES_START_WHAT_SEND_TEXT),
            what(t, Icon::Folder, msg::OFFICES_START_WHAT_FOLLOW, msg::OFFICES_START_WHAT_FOLLOW_TEXT),
            what(t, Icon::Document, msg::OFFICES_START_WHAT_LEARN, msg::OFFICES_START_WHAT_LEARN_TEXT).link("/learn"),
            what(t, Icon::Stamp, msg::OFFICES_START_WHAT_CHECK, msg::OFFICES_START_WHAT_CHECK_TEXT).foot(html! {
                a href="/c" { (t.s(msg::OFFICES_START_WHAT_CHECK_CODE)) }
                a href="/badges/verify" { (t.s(msg::OFFICES_START_WHAT_CHECK_BADGE)) }
            }),
            what(t, Icon::Building, msg::OFFICES_START_WHAT_OFFICE, msg::OFFICES_START_WHAT_OFFICE_TEXT).link("/help#office"),
        ])))
    }
}

fn card(t: T, office: &AtWork) -> Card {
    let place = match office.gmina() {
        Some(gmina) => gmina.place(t.law()),
        None => t.s(office.kind.label()),
    };
    Card::new(office.name_in(t.lang()).to_owned())
        .level(3)
        .mark(Avatar::new(crate::monogram::monogram(office.kind, &office.name)).square().large())
        .text(place)
        .link(format!("/o/{}", office.slug))
        .foot(Tag::new(t.s(msg::OFFICES_AT_WORK)).tone(Tone::Success).dot())
}

fn what(t: T, icon: Icon, title: &str, text: &str) -> Card {
    Card::new(t.s(title)).level(3).icon(icon).text(t.s(text))
}

fn filters(t: T, narrow: &Narrow) -> Markup {
    let lang = t.lang();
    let voivodeships = std::iter::once(Choice::new("", t.s(msg::OFFICES_START_ANY_VOIVODESHIP)))
        .chain(teryt::voivodeships().iter().map(|v| Choice::new(v.code, v.name)));
    let chosen = narrow.voivodeship.as_deref();
    Form::get("/")
        .inline()
        .label(t.s(msg::OFFICES_START_FILTERS))
        .hidden("q", narrow.text.as_str())
        .body(html! {
            (Field::select(lang, "voivodeship", t.s(msg::OFFICES_START_VOIVODESHIP))
                .required_unmarked()
                .auto_submit()
                .choices(voivodeships)
                .value(chosen.unwrap_or_default()))
            (Field::select(lang, "powiat", t.s(msg::OFFICES_START_POWIAT))
                .required_unmarked()
                .auto_submit()
                .choices(powiat_choices(t, chosen))
                .value(narrow.powiat.as_deref().unwrap_or_default()))
            (Button::submit(t.s(msg::OFFICES_START_NARROW)).secondary().icon(Icon::Filter))
            @if !narrow.is_empty() { (Button::link(t.s(msg::OFFICES_START_CLEAR), "/").quiet()) }
        })
        .into_markup()
}

/// The powiats of the voivodeship chosen, or of the whole country by voivodeship.
fn powiat_choices(t: T, voivodeship: Option<&str>) -> Vec<Choice> {
    let mut list = vec![Choice::new("", t.s(msg::OFFICES_START_ANY_POWIAT))];
    match voivodeship {
        Some(code) => list.extend(teryt::powiats_of(code).into_iter().map(|p| Choice::new(p.code, p.name))),
        None => {
            for v in teryt::voivodeships() {
                list.extend(teryt::powiats_of(v.code).into_iter().map(|p| Choice::new(p.code, p.name).group(v.name)));
            }
        }
    }
    list
}

fn results(t: T, found: &[Entry], narrow: &Narrow, skip: usize) -> Markup {
    let lang = t.lang();
    let shown = found.iter().skip(skip).take(PAGE);
    let link = |rows: usize| {
        let cursor = if rows == 0 { String::new() } else { skip_cursor(rows) };
        with_query(
            "/",
            &[
                ("q", &narrow.text),
                ("voivodeship", narrow.voivodeship.as_deref().unwrap_or_default()),
                ("powiat", narrow.powiat.as_deref().unwrap_or_default()),
                ("cursor", &cursor),
            ],
        )
    };
    let rows = shown.map(|entry| {
        let state = match &entry.office {
            Some(_) => Tag::new(t.s(msg::OFFICES_AT_WORK)).tone(Tone::Success).dot(),
            None => Tag::new(t.s(msg::OFFICES_NOT_YET)).dot(),
        };
        Row::new([
            html! { (entry.name(lang)) },
            html! { (entry.place(lang)) },
            html! { (entry.office_name(lang)) },
            html! { (state) },
        ])
        .link(entry.href())
    });
    let empty = Empty::new(Icon::Search, t.s(msg::OFFICES_START_NOTHING))
        .text(t.s(msg::OFFICES_START_NOTHING_TEXT))
        .action(Button::link(t.s(msg::OFFICES_START_CLEAR), "/").secondary());
    let pager = Pager::new(lang)
        .previous((skip > 0).then(|| link(skip.saturating_sub(PAGE))))
        .next((found.len() > skip + PAGE).then(|| link(skip + PAGE)));
    Section::new(t.f(msg::OFFICES_START_FOUND, &[("n", found.len().into())]))
        .id("results")
        .body(
            Table::new(t.s(msg::OFFICES_START_RESULTS))
                .columns([
                    t.s(msg::OFFICES_START_COLUMN_NAME),
                    t.s(msg::OFFICES_START_COLUMN_PLACE),
                    t.s(msg::OFFICES_START_COLUMN_OFFICE),
                    t.s(msg::OFFICES_START_COLUMN_STATE),
                ])
                .rows(rows)
                .empty(empty)
                .foot(pager),
        )
        .into_markup()
}

/// The suggestions while one writes.
pub async fn suggest(_: SuggestPath, req: Req) -> Answer<Response> {
    let narrow = Narrow::read(&req.query);
    if narrow.text.chars().count() < 2 {
        return Ok(html! {}.into_response());
    }
    let (offices, t) = (at_work(&req).await?, req.t);
    let items = directory::search(&offices, &narrow).into_iter().take(SUGGESTED).map(|entry| {
        let place = entry.place(t.lang());
        let note = if entry.office.is_some() { format!("{} · {place}", t.s(msg::OFFICES_AT_WORK)) } else { place };
        Suggestion::new(entry.name(t.lang()), entry.name(t.lang())).note(note).link(entry.href())
    });
    Ok(ui::suggestions(items).into_response())
}
