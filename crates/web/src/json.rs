//! JSON in: a body read into a type, with what is wrong and where when it cannot be.

use axum::{
    extract::{FromRequest, Request},
    http::{HeaderMap, header},
};
use kernel::{Args, Fault, FaultKind, FieldFault};
use serde::de::DeserializeOwned;
use serde_json::error::Category;
use serde_path_to_error::{Path, Segment};

use crate::{App, Problem, form, msg};

/// A JSON body of at most 4 MB: 415 when it is said to be anything else, 400 when it is no JSON, 422 with a JSON pointer when
/// it does not fit the type. Types that deny unknown fields have those named.
#[derive(Debug)]
pub struct Body<T>(pub T);

/// Makes sure that a body is said to be JSON: `application/json`, or a type that ends with `+json`.
fn is_json(headers: &HeaderMap) -> Result<(), Fault> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json")) {
        return Ok(());
    }
    Err(Fault::new(FaultKind::MediaType, msg::FAULT_MEDIA_TYPE).arg("wanted", "application/json"))
}

impl<T: DeserializeOwned> FromRequest<App> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &App) -> Result<Self, Problem> {
        is_json(request.headers())?;
        let bytes = form::whole(request).await?;
        Ok(Self(read(&bytes)?))
    }
}

/// Reads JSON into a type.
///
/// # Errors
/// `BadRequest` with line and column when it is no JSON; `Invalid` with the place and what is wrong there when it does not
/// fit the type.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Fault> {
    let mut text = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut text).map_err(|e| fault(e.path(), e.inner()))?;
    text.end().map_err(|e| syntax(&e))?;
    Ok(value)
}

fn syntax(e: &serde_json::Error) -> Fault {
    // As text: a line is a place, not an amount.
    Fault::new(FaultKind::BadRequest, msg::FAULT_JSON)
        .arg("line", e.line().to_string())
        .arg("column", e.column().to_string())
}

/// What is wrong with a body, told at its place. serde's own prose is read, never shown: it is English and names our types.
fn fault(path: &Path, e: &serde_json::Error) -> Fault {
    if e.classify() != Category::Data {
        return syntax(e);
    }
    let text = e.to_string();
    let why = text.rsplit_once(" at line ").map_or(text.as_str(), |(why, _)| why);
    let mut place = pointer(path);
    let mut names = why.split('`').skip(1).step_by(2);
    let first = names.next().unwrap_or_default();
    let (key, args): (_, Args) = if why.starts_with("unknown field `") {
        // The path ends with its name already.
        let known: Vec<&str> = names.collect();
        (msg::FAULT_JSON_UNKNOWN, vec![("name", first.into()), ("known", known.join(", ").into())])
    } else if why.starts_with("missing field `") {
        push(&mut place, first);
        (msg::FAULT_JSON_MISSING, vec![("name", first.into())])
    } else if why.starts_with("duplicate field `") {
        push(&mut place, first);
        (msg::FAULT_JSON_TWICE, vec![("name", first.into())])
    } else if why.starts_with("unknown variant `") {
        let known: Vec<&str> = names.collect();
        (msg::FAULT_JSON_CHOICE, vec![("known", known.join(", ").into())])
    } else if let Some((_, wanted)) = why.strip_prefix("invalid type: ").and_then(|w| w.split_once(", expected ")) {
        (msg::FAULT_JSON_TYPE, vec![("wanted", kind(wanted).into())])
    } else {
        (msg::FAULT_JSON_VALUE, Vec::new())
    };
    Fault { fields: vec![FieldFault { field: place, key, args }], ..Fault::invalid(msg::FAULT_FIELDS) }
}

/// The kind of value that serde expects, as a word the message chooses by.
fn kind(wanted: &str) -> &'static str {
    const NUMBERS: &[&str] =
        &["u8", "u16", "u32", "u64", "usize", "i8", "i16", "i32", "i64", "isize", "f32", "f64", "integer", "number"];
    let wanted = wanted.strip_prefix("a ").or(wanted.strip_prefix("an ")).unwrap_or(wanted);
    match wanted.split(' ').next().unwrap_or_default() {
        "string" | "borrowed" | "formatted" | "UUID" => "text",
        "boolean" => "flag",
        "sequence" | "array" | "tuple" => "list",
        "map" | "struct" => "object",
        word if NUMBERS.contains(&word) => "number",
        _ => "other",
    }
}

/// Adds a name to a JSON pointer (RFC 6901, section 3).
fn push(pointer: &mut String, name: &str) {
    if !pointer.is_empty() {
        pointer.push('/');
    }
    pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
}

fn pointer(path: &Path) -> String {
    let mut pointer = String::new();
    for segment in path.iter() {
        match segment {
            Segment::Seq { index } => push(&mut pointer, &index.to_string()),
            Segment::Map { key } => push(&mut pointer, key),
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    pointer
}

#[cfg(test)]
mod tests {
    use i18n::T;
    use kernel::Lang;
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only read")]
    struct Inner {
        name: String,
        #[serde(default)]
        ages: Vec<u8>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only read")]
    struct Outer {
        title: String,
        party: Option<Inner>,
        colour: Option<Colour>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Colour {
        Red,
        Blue,
    }

    #[test]
    fn what_is_wrong_is_told_at_its_place() {
        for (text, place, key) in [
            (r#"{"title": 5}"#, "title", msg::FAULT_JSON_TYPE),
            ("5", "", msg::FAULT_JSON_TYPE),
            (r#"{"title": "x", "title": "y"}"#, "title", msg::FAULT_JSON_TWICE),
            (r#"{"title": "x", "colour": "green"}"#, "colour", msg::FAULT_JSON_CHOICE),
            (r#"{"titel": "x"}"#, "titel", msg::FAULT_JSON_UNKNOWN),
            (r#"{"party": null}"#, "title", msg::FAULT_JSON_MISSING),
            (r#"{"title": "x", "party": {"name": "y", "ages": [1, -1]}}"#, "party/ages/1", msg::FAULT_JSON_VALUE),
            (r#"{"title": "x", "party": {"name": "y", "a/b": 1}}"#, "party/a~1b", msg::FAULT_JSON_UNKNOWN),
            (r#"{"title": "x", "party": {}}"#, "party/name", msg::FAULT_JSON_MISSING),
        ] {
            let fault = read::<Outer>(text.as_bytes()).unwrap_err();
            assert_eq!(fault.kind, FaultKind::Invalid, "{text}");
            assert_eq!((fault.fields[0].field.as_str(), fault.fields[0].key), (place, key), "{text}");
        }
        for text in ["", "{", "{\"title\": \"x\"} x", "\u{0}"] {
            assert_eq!(read::<Outer>(text.as_bytes()).unwrap_err().kind, FaultKind::BadRequest, "{text}");
        }
    }

    #[test]
    fn nothing_that_serde_says_reaches_the_reader() {
        i18n::init(&[msg::SOURCE]);
        for text in
            ["{", "[5]", "5", r#"{"title": 5}"#, r#"{"title": {}}"#, r#"{"party": {"ages": [1.5]}}"#, r#"{"party": 1}"#]
        {
            let fault = read::<Outer>(text.as_bytes()).unwrap_err();
            for t in [T(Lang::Pl), T(Lang::En)] {
                let said = fault.fields.iter().map(|f| t.args(f.key, &f.args)).chain([t.fault(&fault)]);
                for words in said {
                    let foreign = ["struct", "Outer", "Inner", "expected", "EOF", "u8", "{ $", "invalid"];
                    assert!(!foreign.iter().any(|w| words.contains(w)), "{text}: {words}");
                }
            }
        }
        let fault = read::<Outer>(b"{\n  \"title\": \"x\",\n}").unwrap_err();
        assert_eq!(
            T(Lang::Pl).fault(&fault),
            "Nie udało się odczytać danych JSON: błąd składni w wierszu 3, w kolumnie 1."
        );
        let fault = read::<Outer>(br#"{"title": 5}"#).unwrap_err();
        let [field] = fault.fields.as_slice() else { panic!("{fault:?}") };
        assert_eq!(T(Lang::Pl).args(field.key, &field.args), "Tu ma być tekst.");
    }

    #[test]
    fn only_json_is_taken_for_json() {
        let said = |kind: &'static str| HeaderMap::from_iter([(header::CONTENT_TYPE, kind.parse().unwrap())]);
        assert!(is_json(&said("application/json; charset=utf-8")).is_ok());
        assert!(is_json(&said("application/merge-patch+json")).is_ok());
        assert!(is_json(&said("application/x-www-form-urlencoded")).is_err());
        assert!(is_json(&HeaderMap::new()).is_err());
    }
}
