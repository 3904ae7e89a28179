//! The log as a page: filters, table, download. The office's administrator and the operator see the same page; who
//! may see it is decided by the screen that shows it.

use i18n::T;
use maud::{Markup, html};
use serde_json::Value;
use ui::{Button, Choice, Column, Empty, Field, Form, Icon, Pager, Row, Table, Tag, Tone, Toolbar, Width, date_time};
use web::Cursor;

use crate::{Event, Filter, Kind, msg};

/// The body of the page. `base_url` is the page's own path; the download is at `base_url` followed by `.csv`, with the
/// same query. `next` is where the next page goes on ([`Event::cursor`] of the last row shown), if there is one.
pub fn view(t: T, filter: &Filter, rows: &[Event], base_url: &str, next: Option<Cursor>) -> Markup {
    let lang = t.lang();
    let link = |path: &str, cursor| {
        let query = filter.query(cursor);
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    };
    let kinds = std::iter::once(Choice::new("", t.s(msg::AUDIT_FILTER_ANY)))
        .chain(Kind::ALL.iter().map(|k| Choice::new(k.as_str(), t.s(k.key()))));
    let day = |day: Option<jiff::civil::Date>| day.map(|d| d.to_string()).unwrap_or_default();
    let first = filter.cursor.is_some().then(|| link(base_url, None));
    html! {
        (Toolbar::new()
            .filters(Form::get(base_url).inline().label(t.s(msg::AUDIT_FILTERS)).body(html! {
                (Field::date(lang, "from", t.s(msg::AUDIT_FILTER_FROM)).value(day(filter.from)).required_unmarked())
                (Field::date(lang, "to", t.s(msg::AUDIT_FILTER_TO)).value(day(filter.to)).required_unmarked())
                (Field::search(lang, "actor", t.s(msg::AUDIT_FILTER_ACTOR)).value(&filter.actor).width(Width::W20))
                (Field::select(lang, "kind", t.s(msg::AUDIT_FILTER_KIND))
                    .required_unmarked()
                    .choices(kinds)
                    .value(filter.kind.map_or("", Kind::as_str)))
                @if !filter.action.is_empty() { (Field::hidden("action", &filter.action)) }
                (Button::submit(t.s(msg::AUDIT_FILTER_SHOW)).secondary().icon(Icon::Filter))
                @if !filter.is_empty() { (Button::link(t.s(msg::AUDIT_FILTER_CLEAR), base_url).quiet()) }
            }))
            .actions(Button::link(t.s(msg::AUDIT_DOWNLOAD), link(&format!("{base_url}.csv"), None))
                .quiet()
                .download()
                .icon(Icon::Download)))
        (Table::new(t.s(msg::AUDIT_TABLE))
            .column(Column::new(t.s(msg::AUDIT_COLUMN_TIME)).tight())
            .column(Column::new(t.s(msg::AUDIT_COLUMN_ACTOR)))
            .column(Column::new(t.s(msg::AUDIT_COLUMN_ACTION)))
            .column(Column::new(t.s(msg::AUDIT_COLUMN_OBJECT)))
            .column(Column::new(t.s(msg::AUDIT_COLUMN_KIND)).tight())
            .rows(rows.iter().map(|event| row(t, event)))
            .empty(empty(t, filter)))
        (Pager::new(lang).next(next.map(|cursor| link(base_url, Some(cursor)))))
        @if let Some(first) = first { p { a href=(first) { (t.s(msg::AUDIT_NEWEST)) } } }
        p.hint { (t.s(msg::AUDIT_IMMUTABLE)) }
    }
}

fn row(t: T, event: &Event) -> Row {
    let tone = match event.kind {
        Kind::Admin => Tone::Neutral,
        Kind::Access => Tone::Info,
        Kind::Security => Tone::Warning,
    };
    Row::new([
        date_time(t.lang(), event.at.timestamp()),
        html! {
            (actor(t, event))
            @if let Some(remote) = &event.remote { br; small.hint { (remote) } }
        },
        html! {
            (action(t, &event.action))
            @for (name, value) in &event.details.0 { br; small.hint { (detail(t, name)) ": " (shown(t, name, value)) } }
        },
        html! {
            (object(t, &event.object_kind))
            @if !event.object_id.is_empty() { br; small.hint { (event.object_id) } }
        },
        html! { (Tag::new(t.s(event.kind.key())).tone(tone)) },
    ])
    .id(format!("e-{}", event.id))
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
    let key = format!("{prefix}{}", code.replace(['.', '_'], "-"));
    if t.has(&key) { t.s(&key) } else { code.to_owned() }
}

/// A value as shown. Roles and days of the week have names; the rest stands as it was written.
fn shown(t: T, name: &str, value: &Value) -> String {
    match (name, value) {
        ("roles" | "role", Value::String(role)) => word(t, "audit-role-", role),
        ("week", Value::Array(days)) => days.iter().map(|d| opening(t, d)).collect::<Vec<_>>().join("; "),
        (_, Value::String(text)) => text.clone(),
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
