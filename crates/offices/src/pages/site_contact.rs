//! Contact, service points and opening hours of an office.

use i18n::T;
use jiff::civil::{Date, Weekday};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Button, Card, CardGrid, Column, Icon, Notice, Reveal, Row, Section, SummaryList, Table, Tag, Tone, long_date,
};
use web::{Answer, Req, TypedPath};

use super::site_home;
use crate::{
    OfficeRow,
    hours::{self, Timetable, clock},
    msg,
    points::{self, PointRow},
};

/// `/o/{office}/contact`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/o/{office}/contact", rejection(web::BadPath))]
pub struct ContactPath {
    /// The office.
    pub office: String,
}

/// The days of the week with the keys of their names.
pub(crate) const WEEK: [(Weekday, &str); 7] = [
    (Weekday::Monday, msg::OFFICES_MONDAY),
    (Weekday::Tuesday, msg::OFFICES_TUESDAY),
    (Weekday::Wednesday, msg::OFFICES_WEDNESDAY),
    (Weekday::Thursday, msg::OFFICES_THURSDAY),
    (Weekday::Friday, msg::OFFICES_FRIDAY),
    (Weekday::Saturday, msg::OFFICES_SATURDAY),
    (Weekday::Sunday, msg::OFFICES_SUNDAY),
];

/// The page.
pub async fn show(path: ContactPath, req: Req) -> Answer<Markup> {
    let site = crate::site(&req, &path.office).await?;
    let (scope, now, t) = (site.scope, req.ctx.now, req.t);
    let (points, table) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                Ok((points::list(c, scope).await?, hours::timetable(c, scope, now.warsaw_date()).await?))
            })
        })
        .await?;
    let office = &site.office;
    let body = html! {
        @let open: Vec<&PointRow> = points.iter().filter(|p| !p.closed).collect();
        @if open.len() > 1 {
            // Several places: which one is open now, before the details of each.
            (CardGrid::new(open.iter().map(|point| {
                Card::new(point.name.as_str()).icon(Icon::Pin).link(format!("#p-{}", point.id))
                    .text(point.address()).body(site_home::state(t, point, &table, now))
            })))
        }
        @for point in &open {
            (Section::new(point.name.as_str()).id(format!("p-{}", point.id)).body(html! {
                @if open.len() == 1 { (site_home::state(t, point, &table, now)) }
                (place(t, point, point.main.then_some(office)))
                @if point.main { (week(t, point, &table)) }
                @else if table.hours.iter().any(|h| h.point == point.id) {
                    (Reveal::new(t.s(msg::OFFICES_SITE_HOURS), week(t, point, &table)))
                }
                (exceptions(t, point, &table, now.warsaw_date()))
            }))
        }
        (Section::new(t.s(msg::OFFICES_DATA_DEAF)).id("deaf").body(html! {
            @if office.deaf_contact.is_empty() { p { (t.s(msg::OFFICES_SITE_DEAF_UNKNOWN)) } }
            @for line in office.deaf_contact.lines() { p { (line) } }
            p { (t.s(msg::OFFICES_SITE_DEAF_LAW)) }
        }))
        p { (Button::link(t.s(msg::OFFICES_SITE_WRITE), site.path("/services")).icon(Icon::Send)) }
    };
    let page = site.page(&req, "offices.site_contact", t.s(msg::OFFICES_NAV_SITE_CONTACT));
    Ok(page.crumb(office.name_in(t.lang()), site.path("")).here(t.s(msg::OFFICES_NAV_SITE_CONTACT)).body(body).render())
}

/// Where a point is and how to reach it; the main one also has what the whole office has.
fn place(t: T, point: &PointRow, office: Option<&OfficeRow>) -> Markup {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    html! {
        (SummaryList::new(t.lang())
            .maybe(t.s(msg::OFFICES_SITE_ADDRESS), some(&point.address()))
            .maybe(t.s(msg::OFFICES_DATA_PHONE),
                some(&point.phone).map(|p| html! { a href={ "tel:" (p.replace(' ', "")) } { (p) } }))
            .maybe(t.s(msg::OFFICES_DATA_EMAIL),
                some(&point.email).map(|e| html! { a href={ "mailto:" (e) } { (e) } }))
            .maybe(t.s(msg::OFFICES_DATA_WEBSITE),
                office.and_then(|o| some(&o.website)).map(|w| html! { a href=(w) rel="noopener" { (w) } }))
            .maybe(t.s(msg::OFFICES_DATA_DELIVERY), office.and_then(|o| some(&o.delivery_address)))
            .maybe(t.s(msg::OFFICES_POINT_DIRECTIONS), some(&point.directions)))
        @if point.step_free { (Tag::new(t.s(msg::OFFICES_POINT_STEP_FREE)).tone(Tone::Success).icon(Icon::Check)) " " }
        @if point.induction_loop { (Tag::new(t.s(msg::OFFICES_POINT_LOOP)).tone(Tone::Success).icon(Icon::Check)) }
    }
}

/// The usual week of a point.
fn week(t: T, point: &PointRow, table: &Timetable) -> Markup {
    if !table.hours.iter().any(|h| h.point == point.id) {
        return html! {};
    }
    let rows = WEEK.iter().map(|(day, label)| {
        let hours = match table.usual(point.id, *day) {
            Some(h) => format!("{}–{}", clock(h.opens), clock(h.closes)),
            None => t.s(msg::OFFICES_SITE_CLOSED),
        };
        Row::new([t.s(label), hours])
    });
    html! {
        (Table::new(t.f(msg::OFFICES_SITE_HOURS_OF, &[("point", point.name.as_str().into())]))
            .column(Column::new(t.s(msg::OFFICES_SITE_DAY)))
            .column(Column::new(t.s(msg::OFFICES_SITE_HOURS)).tight())
            .rows(rows))
        p.hint { (t.s(msg::OFFICES_SITE_HOLIDAYS)) }
    }
}

fn exceptions(t: T, point: &PointRow, table: &Timetable, today: Date) -> Markup {
    let mut coming = table.exceptions.iter().filter(|e| e.point == point.id && e.day.0 >= today).peekable();
    if coming.peek().is_none() {
        return html! {};
    }
    let list = html! {
        ul {
            @for e in coming.take(10) {
                li {
                    (long_date(t.lang(), e.day.0)) ": "
                    @match (e.opens, e.closes) {
                        (Some(opens), Some(closes)) => { (clock(opens)) "–" (clock(closes)) },
                        _ => (t.s(msg::OFFICES_SITE_CLOSED)),
                    }
                    @if !e.note.is_empty() { " (" (e.note) ")" }
                }
            }
        }
    };
    html! { (Notice::warning(list).title(t.s(msg::OFFICES_SITE_EXCEPTIONS))) }
}
