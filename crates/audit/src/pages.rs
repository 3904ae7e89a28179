//! The log as a page: filters, table, download. The office's administrator and the operator see the same page; who
//! may see it is decided by the screen that shows it.

use i18n::T;
use jiff::civil::Date;
use maud::{Markup, html};
use serde_json::Value;
use ui::{Button, Column, Empty, Field, Form, Icon, Pager, Reveal, Row, Table, Tabs, Tag, Tone, Toolbar, Width};
use uuid::Uuid;
use web::Cursor;

use crate::{Event, Filter, Kind, Names, msg, names::told};

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

/// The name of what an entry is about: as it is called now, else as the entry names it; an identifier that is no
/// number of ours, such as a reference, as it is. Empty when unknown.
pub(crate) fn object_name(event: &Event, names: &Names) -> String {
    let id = event.object_id.parse::<Uuid>();
    let known = id.as_ref().ok().and_then(|id| names.get(&event.object_kind, *id)).map(|named| named.name.clone());
    known.filter(|name| !name.is_empty()).unwrap_or_else(|| match (told(event), id) {
        (Some((_, name)), _) => name.to_owned(),
        (None, Err(_)) => event.object_id.clone(),
        (None, Ok(_)) => String::new(),
    })
}

/// How many details are shown before the others are folded away.
const SHOWN: usize = 4;

/// The details: what is known by name, no bare identifiers, nothing said twice.
fn facts(t: T, event: &Event, names: &Names) -> Markup {
    let about = object_name(event, names);
    let mut lines = Vec::new();
    if let Some(office) = event.office.and_then(|office| names.get("office", office.0))
        && event.object_kind != "office"
        && names.of_many_offices()
    {
        lines.push((t.s(msg::AUDIT_DETAIL_OFFICE), office.name.clone()));
    }
    for (name, value) in &event.details.0 {
        let id = value.as_str().and_then(|text| text.parse::<Uuid>().ok());
        let text = match id {
            Some(id) => names.get(name, id).map(|named| named.name.clone()).unwrap_or_default(),
            None => shown(t, name, value),
        };
        let label = detail(t, name);
        if !text.is_empty() && text != about && !lines.iter().any(|(l, said)| *l == label && *said == text) {
            lines.push((label, text));
        }
    }
    let list = |lines: &[(String, String)]| {
        html! { ul.audit-facts role="list" { @for (label, text) in lines { li { span.hint { (label) ": " } (text) } } } }
    };
    let (first, rest) = lines.split_at(lines.len().min(SHOWN));
    html! {
        @if !first.is_empty() { (list(first)) }
        @if !rest.is_empty() { (Reveal::new(t.f(msg::AUDIT_MORE, &[("n", rest.len().into())]), list(rest))) }
    }
}

fn empty(t: T, filter: &Filter) -> Empty {
    if filter.is_empty() {
        Empty::new(Icon::Inbox, t.s(msg::AUDIT_NONE)).text(t.s(msg::AUDIT_NONE_TEXT))
    } else {
        Empty::new(Icon::Search, t.s(msg::AUDIT_NOTHING)).text(t.s(msg::AUDIT_NOTHING_TEXT))
    }
}

/// Who acted, as shown.
pub(crate) fn actor(t: T, event: &Event) -> String {
    if event.actor_name.is_empty() { t.s(msg::AUDIT_ACTOR_STRANGER) } else { event.actor_name.clone() }
}

/// What was done, in words if its subject has any.
pub(crate) fn action(t: T, action: &str) -> String {
    word(t, "audit-", action)
}

/// The kind of an object, in words if its subject has any.
pub(crate) fn object(t: T, kind: &str) -> String {
    word(t, "audit-object-", kind)
}

fn detail(t: T, name: &str) -> String {
    word(t, "audit-detail-", name)
}

fn word(t: T, prefix: &str, code: &str) -> String {
    let key = format!("{prefix}{}", code.replace(['.', '_', ':'], "-"));
    if t.has(&key) { t.s(&key) } else { code.to_owned() }
}

/// A value as shown. Roles, scopes, states and days have words; the rest stands as it was written; nothing shows as
/// nothing.
fn shown(t: T, name: &str, value: &Value) -> String {
    match (name, value) {
        (_, Value::Null) => String::new(),
        (_, Value::Bool(yes)) => t.s(if *yes { msg::AUDIT_YES } else { msg::AUDIT_NO }),
        ("roles" | "role", Value::String(role)) => word(t, "audit-role-", role),
        ("token_scopes", Value::String(scope)) => word(t, "audit-scope-", scope),
        ("status" | "decision", Value::String(state)) => word(t, "audit-status-", state),
        ("week", Value::Array(days)) => days.iter().map(|d| opening(t, d)).collect::<Vec<_>>().join("; "),
        (_, Value::String(text)) => match text.parse::<Date>() {
            Ok(day) => law::format::long_date(day, t.law()),
            Err(_) => text.clone(),
        },
        (_, Value::Array(all)) => all.iter().map(|v| shown(t, name, v)).collect::<Vec<_>>().join(", "),
        (_, other) => other.to_string(),
    }
}

/// A day's opening, `[weekday, from, to]` in minutes of the day: "pon. 7:30–15:30".
fn opening(t: T, day: &Value) -> String {
    let part = |n: usize| day.get(n).and_then(Value::as_i64);
    match (part(0), part(1), part(2)) {
        (Some(weekday), Some(from), Some(to)) => {
            let hour = |m: i64| format!("{}:{:02}", m / 60, m % 60);
            format!("{} {}–{}", word(t, "audit-weekday-", &weekday.to_string()), hour(from), hour(to))
        }
        _ => day.to_string(),
    }
}
