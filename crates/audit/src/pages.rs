//! The log as a page: filters, table, download. The office's administrator and the operator see the same page; who
//! may see it is decided by the screen that shows it.

use i18n::T;
use maud::{Markup, html};
use ui::{Button, Column, Empty, Field, Form, Icon, Pager, Reveal, Row, Table, Tabs, Tag, Tone, Toolbar, Width};
use uuid::Uuid;
use web::Cursor;

use crate::{
    Event, Filter, Kind, Names, msg,
    words::{self, action, actor, object, object_name},
};

/// The body of the page. `base_url` is the page's own path; the download is at `base_url` followed by `.csv`, with the
/// same query. `next` is where the next page goes on ([`Event::cursor`] of the last row shown), if there is one.
pub fn view(t: T, filter: &Filter, rows: &[Event], names: &Names, base_url: &str, next: Option<Cursor>) -> Markup {
    let lang = t.lang();
    let link = |path: &str, filter: &Filter, cursor| {
        let query = filter.query(cursor);
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    };
    let day = |day: Option<jiff::civil::Date>| day.map(|d| d.to_string()).unwrap_or_default();
    let first = filter.cursor.is_some().then(|| link(base_url, filter, None));
    let kind = |kind| link(base_url, &Filter { kind, ..filter.clone() }, None);
    let tabs = Kind::ALL.iter().fold(
        Tabs::new(lang).label(t.s(msg::AUDIT_FILTER_KIND)).tab(
            kind(None),
            t.s(msg::AUDIT_FILTER_ANY),
            filter.kind.is_none(),
        ),
        |tabs, k| tabs.tab(kind(Some(*k)), t.s(k.key()), filter.kind == Some(*k)),
    );
    html! {
        (tabs)
        (Toolbar::new()
            .filters(Form::get(base_url).inline().label(t.s(msg::AUDIT_FILTERS)).body(html! {
                (Field::date(lang, "from", t.s(msg::AUDIT_FILTER_FROM)).value(day(filter.from)).required_unmarked())
                (Field::date(lang, "to", t.s(msg::AUDIT_FILTER_TO)).value(day(filter.to)).required_unmarked())
                (Field::search(lang, "actor", t.s(msg::AUDIT_FILTER_ACTOR)).value(&filter.actor).width(Width::W20))
                @if let Some(kind) = filter.kind { (Field::hidden("kind", kind.as_str())) }
                @if !filter.action.is_empty() { (Field::hidden("action", &filter.action)) }
                (Button::submit(t.s(msg::AUDIT_FILTER_SHOW)).secondary().icon(Icon::Filter))
                @if !filter.is_empty() { (Button::link(t.s(msg::AUDIT_FILTER_CLEAR), base_url).quiet()) }
            }))
            .actions(Button::link(t.s(msg::AUDIT_DOWNLOAD), link(&format!("{base_url}.csv"), filter, None))
                .quiet()
                .download()
                .icon(Icon::Download)))
        (Table::new(t.s(msg::AUDIT_TABLE))
            .column(Column::new(t.s(msg::AUDIT_COLUMN_ACTION)))
            .column(Column::new(t.s(msg::AUDIT_COLUMN_DETAILS)))
            .column(Column::new(t.s(msg::AUDIT_COLUMN_ACTOR)))
            .column(Column::new(t.s(msg::AUDIT_COLUMN_TIME)).tight())
            .column(Column::new(t.s(msg::AUDIT_COLUMN_KIND)).tight())
            .rows(rows.iter().map(|event| row(t, event, names)))
            .empty(empty(t, filter)))
        (Pager::new(lang).next(next.map(|cursor| link(base_url, filter, Some(cursor)))))
        @if let Some(first) = first { p { a href=(first) { (t.s(msg::AUDIT_NEWEST)) } } }
        p.hint { (t.s(msg::AUDIT_IMMUTABLE)) }
    }
}

fn row(t: T, event: &Event, names: &Names) -> Row {
    let tone = match event.kind {
        Kind::Admin => Tone::Neutral,
        Kind::Access => Tone::Info,
        Kind::Security => Tone::Warning,
    };
    let lang = t.lang();
    Row::new([
        html! { (action(t, &event.action)) (about(t, event, names)) },
        facts(t, event, names),
        html! {
            (actor(t, event))
            @if let Some(remote) = &event.remote { br; small.hint { (remote) } }
        },
        html! { (ui::date(lang, event.at.warsaw_date())) br; small.hint { (ui::hour(event.at.timestamp())) } },
        html! { (Tag::new(t.s(event.kind.key())).tone(tone).dot()) },
    ])
    .id(format!("e-{}", event.id))
}

/// A few entries in short: what happened to what, who did it and when.
pub fn brief(t: T, rows: &[Event], names: &Names) -> Markup {
    let table = Table::new(t.s(msg::AUDIT_TABLE))
        .column(Column::new(t.s(msg::AUDIT_COLUMN_ACTION)))
        .column(Column::new(t.s(msg::AUDIT_COLUMN_ACTOR)))
        .column(Column::new(t.s(msg::AUDIT_COLUMN_TIME)).tight())
        .rows(rows.iter().map(|event| {
            Row::new([
                html! { (action(t, &event.action)) (about(t, event, names)) },
                html! { (actor(t, event)) },
                html! { (ui::date_time(t.lang(), event.at.timestamp())) },
            ])
        }))
        .empty(empty(t, &Filter::default()));
    html! { (table) }
}

/// What the action was done to, by its name, with a link to where the reader looks at it.
fn about(t: T, event: &Event, names: &Names) -> Markup {
    let id = event.object_id.parse::<Uuid>().ok();
    let known = id.and_then(|id| names.get(&event.object_kind, id));
    let name = object_name(event, names);
    let href = known.and_then(|named| named.href.as_deref());
    let kind = object(t, &event.object_kind);
    html! {
        @if !event.object_kind.is_empty() {
            br;
            span.audit-object {
                @if name.is_empty() { @if let Some(href) = href { a href=(href) { (kind) } } @else { (kind) } }
                @else {
                    (kind) ": "
                    @if let Some(href) = href { a href=(href) { (name) } } @else { (name) }
                }
            }
        }
    }
}

/// How many details are shown before the others are folded away.
const SHOWN: usize = 4;
/// How many characters of a detail are shown; the file has it whole.
const LONGEST: usize = 300;

/// The details folded after the first few; a long one is cut.
fn facts(t: T, event: &Event, names: &Names) -> Markup {
    let lines = words::details(t, event, names);
    let list = |lines: &[(String, String)]| {
        html! { ul.audit-facts role="list" { @for (label, text) in lines { li { span.hint { (label) ": " } (cut(text)) } } } }
    };
    let (first, rest) = lines.split_at(lines.len().min(SHOWN));
    html! {
        @if !first.is_empty() { (list(first)) }
        @if !rest.is_empty() { (Reveal::new(t.f(msg::AUDIT_MORE, &[("n", rest.len().into())]), list(rest))) }
    }
}

/// The beginning of a long text.
fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or(text)),
        None => text.to_owned(),
    }
}

fn empty(t: T, filter: &Filter) -> Empty {
    if filter.is_empty() {
        Empty::new(Icon::Inbox, t.s(msg::AUDIT_NONE)).text(t.s(msg::AUDIT_NONE_TEXT))
    } else {
        Empty::new(Icon::Search, t.s(msg::AUDIT_NOTHING)).text(t.s(msg::AUDIT_NOTHING_TEXT))
    }
}
