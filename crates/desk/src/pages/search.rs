//! `/desk/{office}/search`: everything one may see, by reference, name, title or text; suggestions while one writes.

use axum::response::{IntoResponse as _, Response};
use i18n::T;
use kernel::{Result, ids::CaseId};
use maud::{Markup, html};
use offices::Desk;
use records::index::{self, Found};
use search::store::{Find, Question, Thing};
use serde::Deserialize;
use ui::{Column, Empty, Icon, Notice, Pager, Row, SearchBox, Section, Suggestion, Table, suggestions};
use web::{Answer, Req, TypedPath, with_query};

use super::{document::DocumentPath, incoming::show::IncomingPath};
use crate::{
    msg,
    show::{case_path, page},
};

/// `/desk/{office}/search`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/search", rejection(web::BadPath))]
pub struct SearchPath {
    /// The office's name in addresses.
    pub office: String,
}

/// `/desk/{office}/search/suggest`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/search/suggest", rejection(web::BadPath))]
pub struct SuggestPath {
    /// The office's name in addresses.
    pub office: String,
}

/// `/desk/{office}/search/references`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/search/references", rejection(web::BadPath))]
pub struct ReferencesPath {
    /// The office's name in addresses.
    pub office: String,
}

/// How many finds a page has.
const FINDS: u32 = 50;
/// How many suggestions.
const SUGGESTED: u32 = 8;

/// The groups of finds in their order.
const GROUPS: [(&str, &[Thing]); 4] = [
    (msg::DESK_SEARCH_CASES, &[Thing::Case]),
    (msg::DESK_SEARCH_LETTERS, &[Thing::Letter, Thing::Outgoing]),
    (msg::DESK_SEARCH_INCOMING, &[Thing::Incoming]),
    (msg::DESK_SEARCH_CONTENT, &[Thing::Document, Thing::Message, Thing::Request, Thing::Note]),
];

async fn ask(req: &Req, desk: &Desk, things: Vec<Thing>, skip: u32, limit: u32) -> Result<Found> {
    let text: String = req.query.get("q").chars().take(300).collect();
    let d = desk.clone();
    let question = Question { text, things, skip, limit };
    req.app.db.read(move |c| Box::pin(async move { index::search(c, &d, &question).await })).await
}

/// Shows the finds in groups.
///
/// # Errors
/// Those of [`offices::desk`].
pub async fn show(path: SearchPath, req: Req) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (t, lang, text) = (req.t, req.lang(), req.query.get("q").to_owned());
    // A whole reference leads straight to its case.
    if req.query.get("skip").is_empty() {
        let (d, reference) = (desk.clone(), text.clone());
        let case = req
            .app
            .db
            .read(move |c| Box::pin(async move { records::cases::by_reference(c, &d, &reference).await }))
            .await?;
        if let Some(case) = case {
            return Ok(req.redirect(case_path(&desk, case.id)).into_response());
        }
    }
    let skip = req.query.parsed("skip").unwrap_or(0);
    let found = if text.is_empty() { None } else { Some(ask(&req, &desk, Vec::new(), skip, FINDS).await?) };
    let body = html! {
        (SearchBox::new(lang, path.to_string(), t.s(msg::DESK_SEARCH_LABEL)).large().value(text.clone())
            .id("desk-search").hint(t.s(msg::DESK_SEARCH_HINT)))
        @match &found {
            None => (Empty::new(Icon::Search, t.s(msg::DESK_SEARCH_BEGIN)).text(t.s(msg::DESK_SEARCH_BEGIN_TEXT))),
            Some(f) if f.items.is_empty() => (Empty::new(Icon::Search, t.s(msg::DESK_SEARCH_NONE)).text(t.s(msg::DESK_SEARCH_NONE_TEXT))),
            Some(f) => (finds(&req, &desk, f)),
        }
    };
    Ok(page(&desk, &req, "desk.search", t.s(msg::DESK_SEARCH_TITLE)).body(body).render().into_response())
}

fn finds(req: &Req, desk: &Desk, found: &Found) -> Markup {
    let t = req.t;
    let text = req.query.get("q");
    let next = found.next.map(|n| with_query(&desk.path("/search"), &[("q", text), ("skip", &n.to_string())]));
    let first = req.query.some("skip").map(|_| with_query(&desk.path("/search"), &[("q", text)]));
    html! {
        @if found.loosened { (Notice::info(t.s(msg::DESK_SEARCH_LOOSE))) }
        @for (key, things) in GROUPS {
            @let items: Vec<&Find> = found.items.iter().filter(|f| things.contains(&f.thing)).collect();
            @if !items.is_empty() {
                (Section::new(t.s(key)).body(
                    Table::new(t.s(key))
                        .column(Column::new(t.s(msg::DESK_COLUMN_TITLE)))
                        .column(Column::new(t.s(msg::DESK_COLUMN_MARK)).tight())
                        .column(Column::new(t.s(msg::DESK_COLUMN_KIND)).tight())
                        .column(Column::new(t.s(msg::DESK_COLUMN_CHANGED)).tight())
                        .rows(items.iter().map(|f| row(t, desk, f))),
                ))
            }
        }
        @if first.is_some() || next.is_some() { (Pager::new(t.lang()).previous(first).next(next)) }
    }
}

fn row(t: T, desk: &Desk, f: &Find) -> Row {
    Row::new([
        html! { (f.title) },
        html! { (f.reference) },
        html! { (t.s(kind(f.thing))) },
        html! { (ui::date(t.lang(), f.changed.warsaw_date())) },
    ])
    .link(address(desk, f))
}

fn kind(thing: Thing) -> &'static str {
    match thing {
        Thing::Case => msg::DESK_THING_CASE,
        Thing::Letter => msg::DESK_THING_LETTER,
        Thing::Document => msg::DESK_THING_DOCUMENT,
        Thing::Message => msg::DESK_THING_MESSAGE,
        Thing::Request => msg::DESK_THING_REQUEST,
        Thing::Note => msg::DESK_THING_NOTE,
        Thing::Incoming => msg::DESK_THING_INCOMING,
        Thing::Outgoing => msg::DESK_THING_OUTGOING,
    }
}

/// Where a find leads.
fn address(desk: &Desk, f: &Find) -> String {
    let office = desk.office.slug.clone();
    let of_case =
        |part: &str| f.case.map_or_else(|| desk.path(""), |id: CaseId| format!("{}{part}", case_path(desk, id)));
    match f.thing {
        Thing::Case => of_case(""),
        Thing::Letter => desk.path(&format!("/letters/{}", f.object)),
        Thing::Document => DocumentPath { office, document: f.object.into() }.to_string(),
        Thing::Message => of_case("#messages"),
        Thing::Request => of_case("#requests"),
        Thing::Note => of_case("#notes"),
        Thing::Incoming => IncomingPath { office, incoming: f.object.into() }.to_string(),
        Thing::Outgoing => desk.path("/outgoing"),
    }
}

/// Suggests finds for the search in the header.
///
/// # Errors
/// Those of [`offices::desk`].
pub async fn suggest(path: SuggestPath, req: Req) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let found = ask(&req, &desk, vec![Thing::Case, Thing::Letter, Thing::Incoming], 0, SUGGESTED).await?;
    let items = found.items.iter().map(|f| {
        let note =
            [f.reference.clone(), req.t.s(kind(f.thing))].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>();
        Suggestion::new(f.title.clone(), html! { (f.title) }).note(note.join(", ")).link(address(&desk, f))
    });
    Ok(suggestions(items).into_response())
}

/// Suggests references of cases, for fields that ask for one.
///
/// # Errors
/// Those of [`offices::desk`].
pub async fn references(path: ReferencesPath, req: Req) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let found = ask(&req, &desk, vec![Thing::Case], 0, SUGGESTED).await?;
    let items =
        found.items.iter().map(|f| Suggestion::new(f.reference.clone(), html! { (f.reference) }).note(f.title.clone()));
    Ok(suggestions(items).into_response())
}
