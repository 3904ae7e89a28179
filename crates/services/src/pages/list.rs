//! `/o/{office}/services`: what the office settles, found by asking in own words or by part of life.

use std::sync::Arc;

use axum::response::{IntoResponse as _, Response};
use i18n::T;
use maud::{Markup, html};
use offices::OfficeRow;
use serde::Deserialize;
use ui::{Card, CardGrid, Empty, Icon, SearchBox, Section, Stack, Suggestion, Tag, Tone};
use web::{Answer, Req, TypedPath};

use super::marked;
use crate::{
    find, msg,
    service::{Level, ServiceRow, Topic},
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/o/{office}/services", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
}

/// The most services an answer shows.
const SHOWN: usize = 12;
/// The first so many are shown however little they fit.
const ALWAYS: usize = 3;
/// Those after them are shown when they fit at least this well, as a share of the best one's score.
const WORTH: f64 = 0.4;

/// The key of a part of life's name.
pub(super) fn topic(topic: Topic) -> &'static str {
    match topic {
        Topic::Documents => msg::SERVICES_TOPIC_DOCUMENTS,
        Topic::Family => msg::SERVICES_TOPIC_FAMILY,
        Topic::Support => msg::SERVICES_TOPIC_SUPPORT,
        Topic::School => msg::SERVICES_TOPIC_SCHOOL,
        Topic::Building => msg::SERVICES_TOPIC_BUILDING,
        Topic::Environment => msg::SERVICES_TOPIC_ENVIRONMENT,
        Topic::Taxes => msg::SERVICES_TOPIC_TAXES,
        Topic::Business => msg::SERVICES_TOPIC_BUSINESS,
        Topic::Roads => msg::SERVICES_TOPIC_ROADS,
        Topic::Public => msg::SERVICES_TOPIC_PUBLIC,
        Topic::Other => msg::SERVICES_TOPIC_OTHER,
    }
}

/// Whether the office also does what a powiat does: a city with the rights of one.
pub(super) fn is_powiat(office: &OfficeRow) -> bool {
    let code = office.teryt.as_deref().and_then(|t| t.parse::<law::teryt::Code>().ok());
    code.and_then(law::teryt::gmina).is_some_and(|g| g.city_with_powiat_rights)
}

/// The key of a level's remark, where the office is not the one that settles it. `own`: it is a powiat itself.
fn level(level: Level, own: bool) -> Option<&'static str> {
    match level {
        Level::Gmina => None,
        Level::Powiat if own => None,
        Level::Powiat => Some(msg::SERVICES_LEVEL_POWIAT),
        Level::Zus => Some(msg::SERVICES_LEVEL_ZUS),
    }
}

/// The page, or the suggestions while one writes.
pub async fn show(path: Path, req: Req) -> Answer<Response> {
    let site = offices::site(&req, &path.office).await?;
    let scope = site.scope;
    let index = req.app.db.read(move |c| Box::pin(async move { find::index(c, scope).await })).await?;
    let question = req.query.get("q").to_owned();
    let t = req.t;
    let mut found = if question.is_empty() { Vec::new() } else { index.rank(&question, SHOWN) };
    let worth = found.first().map_or(0.0, |(_, best)| best * WORTH);
    let mut place = 0;
    found.retain(|(_, score)| {
        place += 1;
        place <= ALWAYS || *score >= worth
    });
    let base = site.path("/services");
    let own = is_powiat(&site.office);
    if req.fragment {
        let items = found.iter().take(8).map(|(s, _)| {
            Suggestion::new(s.name(t.lang()), s.name(t.lang()))
                .note(s.summary(t.lang()))
                .link(format!("{base}/{}", s.slug))
        });
        return Ok(ui::suggestions(items).into_response());
    }
    let mut all: Vec<Arc<ServiceRow>> = index.services.values().cloned().collect();
    all.sort_by_key(|s| law::fold::sort_key(s.name(t.lang())));
    let search = SearchBox::new(t.lang(), &base, t.s(msg::SERVICES_ASK))
        .hint(t.s(msg::SERVICES_ASK_HINT))
        .value(&question)
        .suggest(&base)
        .large();
    let body = html! {
        @if question.is_empty() { (grouped(t, &base, &all, own)) }
        @else if found.is_empty() {
            (Empty::new(Icon::Search, t.s(msg::SERVICES_NOTHING)).text(t.s(msg::SERVICES_NOTHING_TEXT)))
            (grouped(t, &base, &all, own))
        } @else {
            (Section::new(t.f(msg::SERVICES_FOUND, &[("n", found.len().into())]))
                .body(Stack::new(found.iter().map(|(s, _)| card(t, &base, s, own)))))
            p { a href=(base) { (t.s(msg::SERVICES_ALL)) } }
        }
    };
    let page = site.page(&req, "services.list", t.s(msg::SERVICES_TITLE)).lead(t.s(msg::SERVICES_LEAD)).hero(search);
    Ok(page.body(body).render().into_response())
}

fn grouped(t: T, base: &str, all: &[Arc<ServiceRow>], own: bool) -> Markup {
    html! {
        @if all.is_empty() {
            (Empty::new(Icon::List, t.s(msg::SERVICES_NONE)).text(t.s(msg::SERVICES_NONE_TEXT)))
        }
        @for one in Topic::ALL {
            @let of: Vec<_> = all.iter().filter(|s| s.topic == *one).collect();
            @if !of.is_empty() {
                (Section::new(t.s(topic(*one))).id(one.as_str())
                    .body(CardGrid::new(of.iter().map(|s| card(t, base, s, own)))))
            }
        }
    }
}

fn card(t: T, base: &str, s: &ServiceRow, own: bool) -> Card {
    let lang = t.lang();
    Card::new(marked(lang, s.name(lang), &s.name_pl))
        .level(3)
        .link(format!("{base}/{}", s.slug))
        .text(marked(lang, s.summary(lang), &s.summary_pl))
        .foot(html! {
            @if s.level == Level::Gmina && s.online() { (Tag::new(t.s(msg::SERVICES_ONLINE)).tone(Tone::Success).dot()) }
            @if let Some(key) = level(s.level, own) { (Tag::new(t.s(key)).tone(Tone::Neutral).dot()) }
        })
}
