//! Answers to a form: as typed in a draft, as checked in a submission.

mod address;
mod check;
mod show;
mod typed;

use std::collections::BTreeMap;

pub use address::Address;
pub use check::{Checked, Trouble, check, check_step, from_json};
pub(crate) use check::{MOST_FILES as MOST_FILES_OF_FIELD, email as is_email};
use serde::{Deserialize, Serialize};
pub use show::{Shown, ShownStep, shown};
pub use typed::from_fields;

use crate::schema::{Field, Form, Step};

/// The answer to one field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    /// A ticked box or a confirmed declaration.
    Yes(bool),
    /// A text, number (`12.5`), day (`2026-01-31`), or the value chosen.
    Text(String),
    /// The values chosen.
    Many(Vec<String>),
    /// An address.
    Address(Address),
}

impl Answer {
    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        match self {
            Answer::Yes(yes) => !yes,
            Answer::Text(text) => text.trim().is_empty(),
            Answer::Many(values) => values.is_empty(),
            Answer::Address(address) => address.is_empty(),
        }
    }
    /// The answer as words a condition compares.
    pub fn words(&self) -> Vec<String> {
        match self {
            _ if self.is_empty() => Vec::new(),
            Answer::Yes(_) => vec!["yes".into()],
            Answer::Text(text) => vec![text.trim().to_owned()],
            Answer::Many(values) => values.clone(),
            Answer::Address(address) => vec![address.line()],
        }
    }
    /// The text, if it is one.
    pub fn text(&self) -> &str {
        match self {
            Answer::Text(text) => text,
            _ => "",
        }
    }
}

/// Answers by the field's id.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<String, Answer>);

impl Answers {
    /// The answer to a field.
    pub fn get(&self, field: &str) -> Option<&Answer> {
        self.0.get(field).filter(|a| !a.is_empty())
    }
    /// The text answered to a field, or nothing.
    pub fn text(&self, field: &str) -> &str {
        self.get(field).map_or("", Answer::text)
    }
    /// Canonical JSON: keys in order, no spaces.
    pub fn canonical(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// What is shown of a form, given the answers: conditions see only answers of fields that are shown themselves.
pub struct Visible<'f> {
    steps: Vec<(&'f Step, Vec<&'f Field>)>,
}

impl<'f> Visible<'f> {
    /// Decides every condition, in order.
    pub fn of(form: &'f Form, answers: &Answers, files: &dyn Fn(&str) -> bool) -> Self {
        let mut known: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        let mut steps = Vec::new();
        for step in &form.steps {
            let holds = |known: &BTreeMap<&str, Vec<String>>, when: &Option<crate::schema::Condition>| {
                when.as_ref().is_none_or(|w| w.holds(&|id| known.get(id).cloned().unwrap_or_default()))
            };
            if !holds(&known, &step.when) {
                continue;
            }
            let mut fields = Vec::new();
            for field in &step.fields {
                if !holds(&known, &field.when) {
                    continue;
                }
                let words = match field.kind {
                    crate::schema::Kind::File if files(&field.id) => vec!["yes".to_owned()],
                    crate::schema::Kind::File | crate::schema::Kind::Info => Vec::new(),
                    _ => answers.get(&field.id).map(Answer::words).unwrap_or_default(),
                };
                known.insert(&field.id, words);
                fields.push(field);
            }
            // A step of which nothing is asked is no step.
            if fields.is_empty() {
                continue;
            }
            steps.push((step, fields));
        }
        Self { steps }
    }
    /// The steps shown, with the fields shown in them.
    pub fn steps(&self) -> &[(&'f Step, Vec<&'f Field>)] {
        &self.steps
    }
    /// Whether a field is shown.
    pub fn field(&self, id: &str) -> bool {
        self.steps.iter().any(|(_, fields)| fields.iter().any(|f| f.id == id))
    }
    /// The fields shown in a step; none when the step is not shown.
    pub fn in_step(&self, id: &str) -> Option<&[&'f Field]> {
        self.steps.iter().find_map(|(step, fields)| (step.id == id).then_some(fields.as_slice()))
    }
    /// The step after this one, or the first of those shown when there is no such step.
    pub fn after(&self, id: &str) -> Option<&'f Step> {
        match self.steps.iter().position(|(step, _)| step.id == id) {
            Some(i) => self.steps.get(i + 1).map(|(step, _)| *step),
            None => self.steps.first().map(|(step, _)| *step),
        }
    }
    /// The step before this one.
    pub fn before(&self, id: &str) -> Option<&'f Step> {
        let i = self.steps.iter().position(|(step, _)| step.id == id)?;
        self.steps.get(i.checked_sub(1)?).map(|(step, _)| *step)
    }
}
