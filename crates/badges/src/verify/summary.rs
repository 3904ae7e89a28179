//! Reading members of a credential that may be written in several ways.

use serde_json::{Map, Value};

use super::{Summary, dates};

/// Whether `type` names this, as a text or in a list.
pub(super) fn has_type(body: &Map<String, Value>, name: &str) -> bool {
    match body.get("type") {
        Some(Value::String(one)) => one == name,
        Some(Value::Array(many)) => many.iter().any(|t| t.as_str() == Some(name)),
        _ => false,
    }
}

/// The issuer's identifier; empty where there is none.
pub(super) fn issuer(body: &Map<String, Value>) -> &str {
    match body.get("issuer") {
        Some(Value::String(id)) => id,
        Some(Value::Object(profile)) => text(profile, "id"),
        _ => "",
    }
}

pub(super) fn text<'a>(object: &'a Map<String, Value>, name: &str) -> &'a str {
    object.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// One or many as a slice.
pub(super) fn many(value: Option<&Value>) -> &[Value] {
    match value {
        None | Some(Value::Null) => &[],
        Some(Value::Array(list)) => list,
        Some(one) => std::slice::from_ref(one),
    }
}

pub(super) fn of(body: &Map<String, Value>) -> Summary {
    let empty = Map::new();
    let object = |from: &'_ Map<String, Value>, name: &str| from.get(name).and_then(Value::as_object).cloned();
    let subject = object(body, "credentialSubject").unwrap_or_else(|| empty.clone());
    let achievement = object(&subject, "achievement").unwrap_or_else(|| empty.clone());
    let date = |names: [&str; 2]| names.iter().find_map(|n| body.get(*n)).and_then(dates::read);
    Summary {
        id: text(body, "id").to_owned(),
        name: text(body, "name").to_owned(),
        issuer: issuer(body).to_owned(),
        issuer_name: object(body, "issuer").map(|p| text(&p, "name").to_owned()).unwrap_or_default(),
        achievement: text(&achievement, "name").to_owned(),
        description: text(&achievement, "description").to_owned(),
        criteria: object(&achievement, "criteria").map(|c| text(&c, "narrative").to_owned()).unwrap_or_default(),
        subject: text(&subject, "id").to_owned(),
        identities: many(subject.get("identifier"))
            .iter()
            .filter_map(|i| serde_json::from_value(i.clone()).ok())
            .collect(),
        valid_from: date(["validFrom", "issuanceDate"]),
        valid_until: date(["validUntil", "expirationDate"]),
    }
}
