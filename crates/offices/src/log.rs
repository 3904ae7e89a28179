//! What administration did, for the audit log.

use db::Conn;
use kernel::{Ctx, Result, ids::OfficeId};
use serde_json::{Map, Value};
use uuid::Uuid;

/// A value as people read it in the log.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => "—".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(all) => all.iter().map(shown).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

/// Facts for the log; of `before` and `after` only what differs stays, as `one → other`.
fn facts(details: &Value) -> Map<String, Value> {
    let mut facts = Map::new();
    let Some(given) = details.as_object() else { return facts };
    for (name, value) in given {
        if value.is_null() || name == "before" || name == "after" && value.is_object() {
            continue;
        }
        facts.insert(name.clone(), value.clone());
    }
    let (before, after) = (given.get("before"), given.get("after"));
    if let (Some(Value::Object(before)), Some(Value::Object(after))) = (before, after) {
        for (name, new) in after {
            let old = before.get(name).unwrap_or(&Value::Null);
            if old != new {
                facts.insert(name.clone(), format!("{} → {}", shown(old), shown(new)).into());
            }
        }
    }
    facts
}

/// Writes that the actor changed something in the administration of an office (or of the installation). The kind of
/// object is the action's first word; `before` and `after` among the details are compared field by field.
pub(crate) async fn admin(
    c: &mut Conn,
    ctx: &Ctx,
    office: Option<OfficeId>,
    action: &'static str,
    object: Option<Uuid>,
    details: Value,
) -> Result<()> {
    let kind = action.split('.').next().unwrap_or(action);
    let object = object.map(|id| id.to_string()).unwrap_or_default();
    let mut entry = audit::Entry::admin(action, kind, object);
    entry.details = facts(&details);
    audit::write(c, ctx, office, &entry).await.map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_log_says_what_differs_and_nothing_else() {
        let details = json!({ "person": "Anna", "to": null, "before": { "code": "OR", "to": null }, "after": { "code": "OR", "to": "2026-01-31" } });
        let facts = facts(&details);
        assert_eq!(Value::Object(facts), json!({ "person": "Anna", "to": "— → 2026-01-31" }));
    }
}
