//! Reading a form from JSON, with every fault and where it stands.

use std::collections::HashSet;

use super::{Condition, Field, Form, Kind, Text};
use crate::msg;

/// The most steps of a form.
pub(crate) const MAX_STEPS: usize = 30;
/// The most fields of a step.
pub(crate) const MAX_FIELDS: usize = 100;
/// The most bytes of a form.
pub(crate) const MAX_BYTES: usize = 512 << 10;

/// A fault of a form: where (`steps[0].fields[2].id`) and a message key with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where it stands.
    pub path: String,
    /// Message key.
    pub key: &'static str,
    /// The value `what` of the message.
    pub what: String,
}

/// Reads a form.
///
/// # Errors
/// All faults found: of the JSON text (then only the first), or of what it says.
pub fn parse(json: &str) -> Result<Form, Vec<Fault>> {
    if json.len() > MAX_BYTES {
        return Err(vec![Fault { path: String::new(), key: msg::SERVICES_SCHEMA_TOO_LARGE, what: "512 kB".into() }]);
    }
    let mut reader = serde_json::Deserializer::from_str(json);
    let form: Form = serde_path_to_error::deserialize(&mut reader).map_err(|e| {
        let path = e.path().to_string();
        let path = if path == "." { String::new() } else { path };
        vec![Fault { path, key: msg::SERVICES_SCHEMA_UNREADABLE, what: e.into_inner().to_string() }]
    })?;
    reader
        .end()
        .map_err(|e| vec![Fault { path: String::new(), key: msg::SERVICES_SCHEMA_UNREADABLE, what: e.to_string() }])?;
    let faults = form.faults();
    if faults.is_empty() { Ok(form) } else { Err(faults) }
}

fn step_id(id: &str) -> bool {
    (1..=40).contains(&id.len())
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        // These are pages of a draft.
        && !matches!(id, "summary" | "prove" | "receipt" | "files" | "confirm")
}

fn field_id(id: &str) -> bool {
    (1..=60).contains(&id.len())
        && id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        // These are names of the page's own.
        && !matches!(id, "version" | "once" | "go" | "csrf" | "remove" | "step" | "mine")
}

fn value_word(value: &str) -> bool {
    (1..=60).contains(&value.len()) && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// The regular expression of a pattern, over the whole answer and bounded in size.
pub(crate) fn pattern(regex: &str) -> Option<regex::Regex> {
    regex::RegexBuilder::new(&format!("^(?:{regex})$")).size_limit(1 << 18).build().ok()
}

struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, path: impl Into<String>, key: &'static str, what: impl Into<String>) {
        self.0.push(Fault { path: path.into(), key, what: what.into() });
    }
    fn text(&mut self, path: String, text: &Text) {
        if text.pl.trim().is_empty() {
            self.add(format!("{path}.pl"), msg::SERVICES_SCHEMA_EMPTY, "");
        } else if text.pl.len() > 8000 || text.en.len() > 8000 {
            self.add(path, msg::SERVICES_SCHEMA_TOO_LARGE, "8000");
        }
    }
    fn condition(&mut self, path: String, condition: &Condition, before: &HashSet<&str>) {
        if condition.depth() > 8 {
            self.add(path.clone(), msg::SERVICES_SCHEMA_DEEP, "8");
        }
        for field in condition.fields() {
            if !before.contains(field) {
                self.add(path.clone(), msg::SERVICES_SCHEMA_CONDITION, field);
            }
        }
    }
    fn field(&mut self, path: &str, field: &Field) {
        self.text(format!("{path}.label"), &field.label);
        if field.kind.chooses() && field.options.is_empty() {
            self.add(format!("{path}.options"), msg::SERVICES_SCHEMA_NO_OPTIONS, "");
        }
        if !field.kind.chooses() && !field.options.is_empty() {
            self.add(format!("{path}.options"), msg::SERVICES_SCHEMA_OPTIONS_IDLE, field.kind.word());
        }
        let mut values = HashSet::new();
        for (i, option) in field.options.iter().enumerate() {
            let path = format!("{path}.options[{i}]");
            if !value_word(&option.value) {
                self.add(format!("{path}.value"), msg::SERVICES_SCHEMA_VALUE, &option.value);
            }
            if !values.insert(&option.value) {
                self.add(format!("{path}.value"), msg::SERVICES_SCHEMA_TWICE, &option.value);
            }
            self.text(format!("{path}.label"), &option.label);
        }
        let v = &field.validation;
        if let (Some(min), Some(max)) = (v.min, v.max)
            && min > max
        {
            self.add(format!("{path}.validation.min"), msg::SERVICES_SCHEMA_MIN_MAX, format!("{min} > {max}"));
        }
        if let (Some(min), Some(max)) = (v.minlength, v.maxlength)
            && min > max
        {
            self.add(format!("{path}.validation.minlength"), msg::SERVICES_SCHEMA_MIN_MAX, format!("{min} > {max}"));
        }
        if let Some(p) = &v.pattern {
            if pattern(&p.regex).is_none() {
                self.add(format!("{path}.validation.pattern.regex"), msg::SERVICES_SCHEMA_PATTERN, &p.regex);
            }
            self.text(format!("{path}.validation.pattern.message"), &p.message);
        }
        if field.kind == Kind::Info && field.required {
            self.add(format!("{path}.required"), msg::SERVICES_SCHEMA_INFO_REQUIRED, "");
        }
    }
}

impl Form {
    /// Everything that is wrong with the form; empty when nothing is.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Faults(Vec::new());
        if self.format != 1 {
            faults.add("format", msg::SERVICES_SCHEMA_FORMAT, self.format.to_string());
        }
        faults.text("title".into(), &self.title);
        faults.text("purpose".into(), &self.purpose);
        faults.text("lawful_basis".into(), &self.lawful_basis);
        if self.steps.is_empty() {
            faults.add("steps", msg::SERVICES_SCHEMA_NO_STEPS, "");
        }
        if self.steps.len() > MAX_STEPS {
            faults.add("steps", msg::SERVICES_SCHEMA_TOO_LARGE, MAX_STEPS.to_string());
        }
        let mut steps = HashSet::new();
        let mut fields: HashSet<&str> = HashSet::new();
        for (i, step) in self.steps.iter().enumerate() {
            let path = format!("steps[{i}]");
            if !step_id(&step.id) {
                faults.add(format!("{path}.id"), msg::SERVICES_SCHEMA_STEP_ID, &step.id);
            }
            if !steps.insert(step.id.as_str()) {
                faults.add(format!("{path}.id"), msg::SERVICES_SCHEMA_TWICE, &step.id);
            }
            faults.text(format!("{path}.title"), &step.title);
            if let Some(condition) = &step.when {
                faults.condition(format!("{path}.when"), condition, &fields);
            }
            if step.fields.is_empty() {
                faults.add(format!("{path}.fields"), msg::SERVICES_SCHEMA_NO_FIELDS, "");
            }
            if step.fields.len() > MAX_FIELDS {
                faults.add(format!("{path}.fields"), msg::SERVICES_SCHEMA_TOO_LARGE, MAX_FIELDS.to_string());
            }
            for (j, field) in step.fields.iter().enumerate() {
                let path = format!("{path}.fields[{j}]");
                if !field_id(&field.id) {
                    faults.add(format!("{path}.id"), msg::SERVICES_SCHEMA_FIELD_ID, &field.id);
                }
                // A condition may ask only about what stands before it, so that there are no circles.
                if let Some(condition) = &field.when {
                    faults.condition(format!("{path}.when"), condition, &fields);
                }
                if !fields.insert(field.id.as_str()) {
                    faults.add(format!("{path}.id"), msg::SERVICES_SCHEMA_TWICE, &field.id);
                }
                faults.field(&path, field);
            }
        }
        faults.0
    }
}
