//! The same format as a JSON Schema (draft 2020-12), for editors and neighbouring systems.

use serde_json::{Value, json};

use super::Kind;

/// The JSON Schema of a form. `docs/form.schema.json` is this text; a test keeps them alike.
pub fn json_schema() -> Value {
    let text = json!({ "$ref": "#/$defs/text" });
    let condition = json!({ "$ref": "#/$defs/condition" });
    let word = json!({ "type": "string", "pattern": "^[A-Za-z0-9_-]{1,60}$" });
    let object = |properties: Value, required: Value| json!({ "type": "object", "additionalProperties": false, "properties": properties, "required": required });
    let field_name = json!({ "type": "string", "pattern": "^[a-z][a-z0-9_]{0,59}$" });
    let kinds: Vec<&str> = Kind::ALL.iter().map(|k| k.word()).collect();
    let list = |item: &Value, least: u32| json!({ "type": "array", "items": item, "minItems": least });
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Form of a service",
        "type": "object",
        "additionalProperties": false,
        "required": ["format", "title", "purpose", "lawful_basis", "steps"],
        "properties": {
            "format": { "const": 1 },
            "title": text, "intro": text, "purpose": text, "lawful_basis": text,
            "steps": { "type": "array", "items": { "$ref": "#/$defs/step" }, "minItems": 1, "maxItems": 30 },
        },
        "$defs": {
            "text": object(json!({ "pl": { "type": "string" }, "en": { "type": "string" } }), json!(["pl"])),
            "condition": { "oneOf": [
                object(json!({ "field": field_name, "equals": { "type": "string" } }), json!(["field", "equals"])),
                object(json!({ "field": field_name, "in": { "type": "array", "items": { "type": "string" } } }), json!(["field", "in"])),
                object(json!({ "field": field_name, "answered": { "type": "boolean" } }), json!(["field", "answered"])),
                object(json!({ "not": condition }), json!(["not"])),
                object(json!({ "and": list(&condition, 0) }), json!(["and"])),
                object(json!({ "or": list(&condition, 0) }), json!(["or"])),
            ] },
            "step": object(json!({
                "id": { "type": "string", "pattern": "^[a-z0-9-]{1,40}$" },
                "title": text, "intro": text, "when": condition,
                "fields": { "type": "array", "items": { "$ref": "#/$defs/field" }, "minItems": 1, "maxItems": 100 },
            }), json!(["id", "title", "fields"])),
            "field": object(json!({
                "id": field_name,
                "type": { "enum": kinds },
                "label": text, "help": text, "required": { "type": "boolean" }, "when": condition,
                "options": { "type": "array", "items": { "$ref": "#/$defs/choice" } },
                "validation": { "$ref": "#/$defs/validation" },
                "autocomplete": { "type": "string" },
                "prefill": { "enum": ["given_name", "family_name", "full_name", "email"] },
                "suffix": { "type": "string" },
            }), json!(["id", "type", "label"])),
            "choice": object(json!({ "value": word, "label": text, "help": text }), json!(["value", "label"])),
            "validation": object(json!({
                "min": { "type": "number" }, "max": { "type": "number" }, "whole": { "type": "boolean" },
                "minlength": { "type": "integer", "minimum": 0 }, "maxlength": { "type": "integer", "minimum": 0 },
                "pattern": object(json!({ "regex": { "type": "string" }, "message": text }), json!(["regex", "message"])),
                "not_future": { "type": "boolean" }, "not_past": { "type": "boolean" },
                "min_age": { "type": "integer", "minimum": 0 }, "max_files": { "type": "integer", "minimum": 1 },
            }), json!([])),
        },
    })
}
