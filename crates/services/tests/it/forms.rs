//! The default forms, the format, and finding services.

use serde_json::Value;
use services::{
    catalog::catalog,
    defaults,
    schema::{Form, json_schema::json_schema, parse},
};

fn forms() -> Vec<(String, Form)> {
    let catalog = catalog().unwrap();
    catalog.services.iter().map(|e| (e.id.clone(), defaults::form(e, catalog.addition(&e.id)))).collect()
}

/// As much of JSON Schema as the description uses.
fn violations(schema: &Value, root: &Value, value: &Value, path: &str, out: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        let part = root.pointer(name.trim_start_matches('#')).expect("a definition");
        return violations(part, root, value, path, out);
    }
    let right = match schema["type"].as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("boolean") => value.is_boolean(),
        Some("number") => value.is_number(),
        Some("integer") => value.is_u64() || value.is_i64(),
        _ => true,
    };
    if !right {
        out.push(format!("{path}: not {}", schema["type"]));
    }
    if schema.get("const").is_some_and(|c| c != value) || schema["enum"].as_array().is_some_and(|e| !e.contains(value))
    {
        out.push(format!("{path}: {value} is not allowed"));
    }
    if let (Some(pattern), Some(text)) = (schema["pattern"].as_str(), value.as_str())
        && !regex::Regex::new(pattern).unwrap().is_match(text)
    {
        out.push(format!("{path}: {text}"));
    }
    if let Some(options) = schema["oneOf"].as_array() {
        let fitting = options.iter().filter(|o| {
            let mut inner = Vec::new();
            violations(o, root, value, path, &mut inner);
            inner.is_empty()
        });
        if fitting.count() != 1 {
            out.push(format!("{path}: not one of the shapes"));
        }
    }
    if let (Some(properties), Some(object)) = (schema["properties"].as_object(), value.as_object()) {
        for (key, inner) in object {
            match properties.get(key) {
                Some(s) => violations(s, root, inner, &format!("{path}.{key}"), out),
                None => out.push(format!("{path}.{key}: unknown")),
            }
        }
        for key in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !object.contains_key(key) {
                out.push(format!("{path}.{key}: missing"));
            }
        }
    }
    if let Some(items) = value.as_array() {
        let least = schema["minItems"].as_u64().unwrap_or(0);
        let most = schema["maxItems"].as_u64().unwrap_or(u64::MAX);
        if !(least..=most).contains(&(items.len() as u64)) {
            out.push(format!("{path}: {} items", items.len()));
        }
        for (i, item) in items.iter().enumerate() {
            violations(&schema["items"], root, item, &format!("{path}[{i}]"), out);
        }
    }
}

#[test]
fn all_54_default_forms_follow_the_format_and_come_back_as_they_went() {
    let schema = json_schema();
    let all = forms();
    assert_eq!(all.len(), 54);
    for (id, form) in all {
        let mut out = Vec::new();
        violations(&schema, &schema, &serde_json::to_value(&form).unwrap(), &id, &mut out);
        assert!(out.is_empty(), "{out:#?}");
        assert_eq!(parse(&form.to_json()).unwrap_or_else(|f| panic!("{id}: {f:?}")), form);
    }
}

#[test]
fn every_question_of_a_default_form_is_asked_in_both_languages() {
    for (id, form) in forms() {
        assert!(!form.title.en.is_empty(), "{id}");
        for step in &form.steps {
            assert!(!step.title.en.is_empty(), "{id} {}", step.id);
            for field in &step.fields {
                assert!(!field.label.en.is_empty(), "{id} {}", field.id);
                assert!(field.options.iter().all(|o| !o.label.en.is_empty()), "{id} {}", field.id);
                assert_eq!(field.help.pl.is_empty(), field.help.en.is_empty(), "{id} {}", field.id);
            }
        }
    }
}

#[test]
fn the_description_of_the_format_is_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/form.schema.json");
    let text = serde_json::to_string_pretty(&json_schema()).unwrap() + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(path, &text).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), text, "run the test again with UPDATE_SCHEMA=1");
}

#[test]
fn a_faulty_form_is_refused_with_the_place_of_each_fault() {
    let (_, form) = forms().swap_remove(0);
    let mut value = serde_json::to_value(&form).unwrap();
    value["steps"][0]["fields"][1]["id"] = "Złe Id".into();
    value["steps"][0]["fields"][2]["when"] = serde_json::json!({ "field": "nowhere", "equals": "x" });
    value["steps"][1]["id"] = value["steps"][0]["id"].clone();
    let faults = parse(&value.to_string()).unwrap_err();
    let paths: Vec<&str> = faults.iter().map(|f| f.path.as_str()).collect();
    assert!(paths.contains(&"steps[0].fields[1].id"), "{paths:?}");
    assert!(paths.contains(&"steps[0].fields[2].when"), "{paths:?}");
    assert!(paths.contains(&"steps[1].id"), "{paths:?}");
    value["steps"][0]["fields"][0]["type"] = "magic".into();
    assert_eq!(parse(&value.to_string()).unwrap_err()[0].path, "steps[0].fields[0].type");
    assert!(parse("{").is_err() && parse("[1]").is_err() && parse(&"[".repeat(100_000)).is_err());
}
