//! What an entry says in words of the reader's language: in the table and in the file alike.

use i18n::T;
use jiff::civil::Date;
use serde_json::Value;
use uuid::Uuid;

use crate::{Event, Names, msg, names::told};

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

/// The details: what is known by name, no bare identifiers, nothing said twice.
pub(crate) fn details(t: T, event: &Event, names: &Names) -> Vec<(String, String)> {
    let about = object_name(event, names);
    let mut lines = Vec::new();
    if let Some(office) = event.office.and_then(|office| names.get("office", office.0))
        && event.object_kind != "office"
        && names.of_many_offices()
    {
        lines.push((t.s(msg::AUDIT_DETAIL_OFFICE), office.name.clone()));
    }
    let named =
        |name: &str| name.strip_suffix("_id").is_some_and(|n| event.details.0.contains_key(&format!("{n}_name")));
    for (name, value) in event.details.0.iter().filter(|(name, _)| !named(name)) {
        let id = value.as_str().and_then(|text| text.parse::<Uuid>().ok());
        let text = match id {
            Some(id) => names.get(name, id).map(|named| named.name.clone()).unwrap_or_default(),
            None => shown(t, name, value),
        };
        let label = word(t, "audit-detail-", name);
        if !text.is_empty() && text != about && !lines.iter().any(|(l, said)| *l == label && *said == text) {
            lines.push((label, text));
        }
    }
    lines
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

fn word(t: T, prefix: &str, code: &str) -> String {
    let key = format!("{prefix}{}", code.replace(['.', '_', ':'], "-").replace('*', "all"));
    if t.has(&key) { t.s(&key) } else { code.to_owned() }
}

/// A value as shown. Roles, scopes, states, events and days have words; the rest stands as it was written; nothing shows
/// as nothing.
fn shown(t: T, name: &str, value: &Value) -> String {
    match (name, value) {
        (_, Value::Null) => String::new(),
        (_, Value::Bool(yes)) => t.s(if *yes { msg::AUDIT_YES } else { msg::AUDIT_NO }),
        (_, Value::String(text)) => match text.split_once(" → ") {
            Some((before, after)) => {
                let side = |text: &str| if text.is_empty() { "—".to_owned() } else { coded(t, name, text) };
                format!("{} → {}", side(before), side(after))
            }
            None => coded(t, name, text),
        },
        ("week", Value::Array(days)) => days.iter().map(|d| opening(t, d)).collect::<Vec<_>>().join("; "),
        ("open", Value::Array(hours)) => between(hours.first(), hours.get(1)).unwrap_or_default(),
        (_, Value::Array(all)) => all.iter().map(|v| shown(t, name, v)).collect::<Vec<_>>().join(", "),
        (_, Value::Number(n)) => n.as_u64().map_or_else(|| n.to_string(), |n| law::money::count(n, t.law())),
        (_, other) => other.to_string(),
    }
}

/// A text that may be a code, several codes, a day, or yes and no.
fn coded(t: T, name: &str, text: &str) -> String {
    let prefix = match name {
        "roles" | "role" => "audit-role-",
        "token_scopes" => "audit-scope-",
        "status" | "decision" => "audit-status-",
        "events" => "audit-event-",
        "kind" => "audit-kind-of-",
        "closed" | "active" => match text {
            "true" => return t.s(msg::AUDIT_YES),
            "false" => return t.s(msg::AUDIT_NO),
            _ => return text.to_owned(),
        },
        _ => {
            let day = text.parse::<Date>().ok().filter(|_| text.len() == 10);
            return day.map_or_else(|| text.to_owned(), |day| law::format::long_date(day, t.law()));
        }
    };
    text.split(", ").map(|code| word(t, prefix, code)).collect::<Vec<_>>().join(", ")
}

/// A day's opening, `[weekday, from, to]` in minutes of the day: "pon. 7:30–15:30".
fn opening(t: T, day: &Value) -> String {
    match (day.get(0).and_then(Value::as_i64), between(day.get(1), day.get(2))) {
        (Some(weekday), Some(hours)) => format!("{} {hours}", word(t, "audit-weekday-", &weekday.to_string())),
        _ => day.to_string(),
    }
}

/// From one minute of the day to another: "7:30–15:30".
fn between(from: Option<&Value>, to: Option<&Value>) -> Option<String> {
    let hour = |minute: &Value| minute.as_i64().map(|m| format!("{}:{:02}", m / 60, m % 60));
    Some(format!("{}–{}", hour(from?)?, hour(to?)?))
}
