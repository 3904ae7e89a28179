//! When a question is asked.

use serde::{Deserialize, Serialize};

/// When a field or a step is shown: `{"field": "who", "equals": "company"}`, `{"field": "who", "in": ["a", "b"]}`,
/// `{"field": "plot", "answered": true}`, `{"not": …}`, `{"and": […]}`, `{"or": […]}`. A box that is ticked equals
/// `"yes"`; several ticked boxes equal a value when it is among them. A hidden field counts as not answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Raw", into = "Raw")]
pub enum Condition {
    /// The answer is this value.
    Equals {
        /// The field asked about.
        field: String,
        /// The value.
        value: String,
    },
    /// The answer is one of these values.
    In {
        /// The field asked about.
        field: String,
        /// The values.
        values: Vec<String>,
    },
    /// There is (or is not) an answer.
    Answered {
        /// The field asked about.
        field: String,
        /// Whether there must be one.
        answered: bool,
    },
    /// Does not hold.
    Not(Box<Condition>),
    /// All hold.
    And(Vec<Condition>),
    /// At least one holds.
    Or(Vec<Condition>),
}

#[derive(Default, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Raw {
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    equals: Option<String>,
    #[serde(rename = "in", skip_serializing_if = "Option::is_none")]
    one_of: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answered: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not: Option<Box<Condition>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    and: Option<Vec<Condition>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    or: Option<Vec<Condition>>,
}

impl TryFrom<Raw> for Condition {
    type Error = &'static str;
    fn try_from(raw: Raw) -> Result<Self, Self::Error> {
        match raw {
            Raw {
                field: Some(field),
                equals: Some(value),
                one_of: None,
                answered: None,
                not: None,
                and: None,
                or: None,
            } => Ok(Condition::Equals { field, value }),
            Raw {
                field: Some(field),
                equals: None,
                one_of: Some(values),
                answered: None,
                not: None,
                and: None,
                or: None,
            } => Ok(Condition::In { field, values }),
            Raw {
                field: Some(field),
                equals: None,
                one_of: None,
                answered: Some(answered),
                not: None,
                and: None,
                or: None,
            } => Ok(Condition::Answered { field, answered }),
            Raw { field: None, equals: None, one_of: None, answered: None, not: Some(not), and: None, or: None } => {
                Ok(Condition::Not(not))
            }
            Raw { field: None, equals: None, one_of: None, answered: None, not: None, and: Some(and), or: None } => {
                Ok(Condition::And(and))
            }
            Raw { field: None, equals: None, one_of: None, answered: None, not: None, and: None, or: Some(or) } => {
                Ok(Condition::Or(or))
            }
            _ => Err("a condition is one of: field with equals, field with in, field with answered, not, and, or"),
        }
    }
}

impl From<Condition> for Raw {
    fn from(condition: Condition) -> Raw {
        let raw = Raw::default();
        match condition {
            Condition::Equals { field, value } => Raw { field: Some(field), equals: Some(value), ..raw },
            Condition::In { field, values } => Raw { field: Some(field), one_of: Some(values), ..raw },
            Condition::Answered { field, answered } => Raw { field: Some(field), answered: Some(answered), ..raw },
            Condition::Not(not) => Raw { not: Some(not), ..raw },
            Condition::And(and) => Raw { and: Some(and), ..raw },
            Condition::Or(or) => Raw { or: Some(or), ..raw },
        }
    }
}

impl Condition {
    /// The answer of a field is this value.
    pub fn equals(field: &str, value: &str) -> Self {
        Self::Equals { field: field.into(), value: value.into() }
    }
    /// The answer of a field is one of these values.
    pub fn one_of(field: &str, values: &[&str]) -> Self {
        Self::In { field: field.into(), values: values.iter().map(|v| (*v).to_owned()).collect() }
    }
    /// Whether it holds, given the answers to each field as words (none when not answered).
    pub fn holds(&self, answers: &impl Fn(&str) -> Vec<String>) -> bool {
        match self {
            Self::Equals { field, value } => answers(field).contains(value),
            Self::In { field, values } => answers(field).iter().any(|a| values.contains(a)),
            Self::Answered { field, answered } => answers(field).is_empty() != *answered,
            Self::Not(condition) => !condition.holds(answers),
            Self::And(all) => all.iter().all(|c| c.holds(answers)),
            Self::Or(any) => any.iter().any(|c| c.holds(answers)),
        }
    }
    /// The fields it asks about.
    pub fn fields(&self) -> Vec<&str> {
        match self {
            Self::Equals { field, .. } | Self::In { field, .. } | Self::Answered { field, .. } => vec![field],
            Self::Not(condition) => condition.fields(),
            Self::And(all) | Self::Or(all) => all.iter().flat_map(Condition::fields).collect(),
        }
    }
    /// How deep conditions are nested, from 1.
    pub fn depth(&self) -> usize {
        match self {
            Self::Equals { .. } | Self::In { .. } | Self::Answered { .. } => 1,
            Self::Not(condition) => 1 + condition.depth(),
            Self::And(all) | Self::Or(all) => 1 + all.iter().map(Condition::depth).max().unwrap_or(0),
        }
    }
    /// The field and values when a script can decide it alone: equals or in.
    pub fn simple(&self) -> Option<(&str, &[String])> {
        match self {
            Self::Equals { field, value } => Some((field, std::slice::from_ref(value))),
            Self::In { field, values } => Some((field, values)),
            _ => None,
        }
    }
}
