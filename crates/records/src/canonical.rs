//! Canonical JSON: one text for one value, so that its hash can be computed again by anyone.
//!
//! RFC 8785 (JSON Canonicalization Scheme), narrowed to what a record holds: objects with their keys sorted, no white
//! space, whole numbers only, text in UTF-8 with `"`, `\` and control characters escaped (`\b \t \n \f \r`, others as
//! `\u00xx` in lower case).

use serde_json::Value;

/// The canonical text of a value. A number that is not whole, which a record never holds, is written as text.
pub fn canonical(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut out);
    out
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(b) => out.push_str(if *b { "true" } else { "false" }),
        Value::Number(n) if n.is_i64() || n.is_u64() => out.push_str(&n.to_string()),
        Value::Number(n) => text(&n.to_string(), out),
        Value::String(s) => text(s, out),
        Value::Array(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                write(item, out);
            }
            out.push(']');
        }
        Value::Object(map) => {
            // RFC 8785 § 3.2.3: sorted by UTF-16 code units.
            let mut keys: Vec<&String> = map.keys().collect();
            keys.sort_by(|a, b| a.encode_utf16().cmp(b.encode_utf16()));
            out.push('{');
            for (i, key) in keys.into_iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                text(key, out);
                out.push(':');
                write(map.get(key).unwrap_or(&Value::Null), out);
            }
            out.push('}');
        }
    }
}

fn text(s: &str, out: &mut String) {
    out.push('"');
    for c in s.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            c if u32::from(c) < 0x20 => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn keys_are_sorted_and_nothing_is_added() {
        let value = json!({"b": [1, -2, true, null], "a": {"ż": "zażółć \"\\\n\u{1}", "A": 0}});
        assert_eq!(canonical(&value), "{\"a\":{\"A\":0,\"ż\":\"zażółć \\\"\\\\\\n\\u0001\"},\"b\":[1,-2,true,null]}");
        let again: Value = serde_json::from_str(&canonical(&value)).unwrap();
        assert_eq!(again, value);
    }
}
