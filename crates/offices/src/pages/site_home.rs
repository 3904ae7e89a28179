//! The home page of an office's public site.

use i18n::T;
use jiff::civil::Date;
use kernel::Micros;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Card, Icon, Row, SearchBox, Section, SummaryList, Table, Tag, Tone, main_aside};
use web::{Answer, Req, TypedPath, with_query};

use crate::{
    OfficeRow, contribute,
    hours::{self, Opening, Timetable, clock},
    msg,
    points::{self, PointRow},
};

/// `/o/{office}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/o/{office}", rejection(web::BadPath))]
pub struct SitePath {
    /// The office.
    pub office: String,
}

/// The page.
pub async fn show(path: SitePath, req: Req) -> Answer<Markup> {
    let site = crate::site(&req, &path.office).await?;
    let (office, scope, t, now) = (site.office.clone(), site.scope, req.t, req.ctx.now);
    let (services, asked, points, table) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let services = contribute::home(c, &office, t).await?;
                let asked = contribute::asked(c, &office, t).await?;
                let points = points::list(c, scope).await?;
                let table = hours::timetable(c, scope, now.warsaw_date()).await?;
                Ok((services, asked, points, table))
            })
        })
        .await?;
    let office = &site.office;
    let search = SearchBox::new(t.lang(), site.path("/services"), t.s(msg::OFFICES_SITE_SEARCH))
        .hint(t.s(msg::OFFICES_SITE_SEARCH_HINT))
        .large();
    let open: Vec<&PointRow> = points.iter().filter(|p| !p.closed).collect();
    let aside = html! {
        @for main in open.iter().filter(|p| p.main) { (today_card(t, main, &table, now)) }
        (contact(t, office))
    };
    let body = html! {
        (main_aside(
            html! {
                (services)
                @if open.len() > 1 { (Section::new(t.s(msg::OFFICES_SITE_POINTS)).body(points_table(t, &open, &table, now))) }
                @let easy = t.pick(&office.easy_text, &office.easy_text_en);
                @if !easy.is_empty() {
                    (Section::new(t.s(msg::OFFICES_SITE_EASY)).boxed().body(html! {
                        @for paragraph in easy.lines().filter(|l| !l.trim().is_empty()) { p { (paragraph) } }
                    }))
                }
            },
            aside,
        ))
    };
    let hero = html! {
        (search)
        @if !asked.is_empty() {
            p.hero-asked {
                span { (t.s(msg::OFFICES_SITE_ASKED_LABEL)) }
                @for words in &asked {
                    " " a href=(with_query(&site.path("/services"), &[("q", words)])) { (words) }
                }
            }
        }
    };
    let page = site.page(&req, "offices.site", office.name_in(t.lang())).hero(hero);
    let page = page.lead(t.s(msg::OFFICES_SITE_LEAD));
    Ok(page.body(body).render())
}

/// Minutes from midnight in Poland.
fn minute_of_day(now: Micros) -> i64 {
    (now.0 - Micros::start_of(now.warsaw_date()).0) / 60_000_000
}

/// Whether a point is open now, in words, and when it opens next.
pub(crate) fn state(t: T, point: &PointRow, table: &Timetable, now: Micros) -> Markup {
    let (today, minute) = (now.warsaw_date(), minute_of_day(now));
    let tomorrow = today.tomorrow().unwrap_or(today);
    let next = |from: Date| {
        table.next_open(point.id, from).map(|(day, opens, _)| {
            html! { p { (t.s(msg::OFFICES_SITE_NEXT)) " " (soon(t, today, day)) ", " (clock(opens)) } }
        })
    };
    match table.on(point.id, today, t.lang()) {
        Opening::Unknown => html! { p { (t.s(msg::OFFICES_SITE_HOURS_UNKNOWN)) } },
        Opening::Open(opens, closes, note) => {
            let span = [("from", clock(opens).into()), ("to", clock(closes).into())];
            html! {
                @if minute < opens {
                    p { (Tag::new(t.s(msg::OFFICES_SITE_OPENS_LATER)).tone(Tone::Warning).dot()) }
                    p { (t.f(msg::OFFICES_SITE_TODAY, &span)) }
                } @else if minute < closes {
                    p { (Tag::new(t.s(msg::OFFICES_SITE_OPEN)).tone(Tone::Success).dot()) }
                    p { (t.f(msg::OFFICES_SITE_TODAY, &span)) }
                } @else {
                    p { (Tag::new(t.s(msg::OFFICES_SITE_CLOSED_ALREADY)).dot()) }
                    @if let Some(next) = next(tomorrow) { (next) }
                }
                @if !note.is_empty() { p { (note) } }
            }
        }
        Opening::Closed(why) => html! {
            p {
                (Tag::new(t.s(msg::OFFICES_SITE_CLOSED_TODAY)).tone(Tone::Warning).dot())
                @if !why.is_empty() { " " (why) }
            }
            @if let Some(next) = next(tomorrow) { (next) }
        },
    }
}

/// A day to come as people say it: tomorrow, the name of a day of the coming week, else the date.
fn soon(t: T, today: Date, day: Date) -> Markup {
    let ahead = today.until(day).map_or(i32::MAX, |span| span.get_days());
    match ahead {
        1 => html! { time datetime=(day) { (t.s(msg::OFFICES_SITE_TOMORROW)) } },
        2..=6 => html! { time datetime=(day) { (law::format::weekday(day, t.law())) } },
        _ => ui::long_date(t.lang(), day),
    }
}

fn today_card(t: T, point: &PointRow, table: &Timetable, now: Micros) -> Card {
    Card::new(t.s(msg::OFFICES_SITE_TODAY_TITLE)).icon(Icon::Clock).body(state(t, point, table, now))
}

/// All places at a glance: where they are and whether they are open now.
fn points_table(t: T, points: &[&PointRow], table: &Timetable, now: Micros) -> Table {
    Table::new(t.s(msg::OFFICES_SITE_POINTS))
        .columns([t.s(msg::OFFICES_SITE_POINT), t.s(msg::OFFICES_SITE_ADDRESS), t.s(msg::OFFICES_SITE_NOW)])
        .rows(points.iter().map(|p| {
            Row::new([html! { (p.name) }, html! { (p.address()) }, html! { div.lines { (state(t, p, table, now)) } }])
        }))
}

/// Where the office is and how to reach it.
pub(crate) fn contact(t: T, office: &OfficeRow) -> Card {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let facts = SummaryList::new(t.lang())
        .maybe(t.s(msg::OFFICES_SITE_ADDRESS), some(&office.address()))
        .maybe(
            t.s(msg::OFFICES_DATA_PHONE),
            some(&office.phone).map(|p| html! { a href={ "tel:" (p.replace(' ', "")) } { (p) } }),
        )
        .maybe(t.s(msg::OFFICES_DATA_EMAIL), some(&office.email).map(|e| html! { a href={ "mailto:" (e) } { (e) } }))
        .maybe(
            t.s(msg::OFFICES_DATA_WEBSITE),
            some(&office.website).map(|w| html! { a href=(w) rel="noopener" { (w) } }),
        )
        .maybe(t.s(msg::OFFICES_DATA_DELIVERY), some(&office.delivery_address))
        .compact();
    Card::new(t.s(msg::OFFICES_SITE_CONTACT)).icon(Icon::Phone).body(facts).foot(
        Button::link(t.s(msg::OFFICES_SITE_CONTACT_MORE), format!("/o/{}/contact", office.slug))
            .quiet()
            .icon_after(Icon::ArrowRight),
    )
}
