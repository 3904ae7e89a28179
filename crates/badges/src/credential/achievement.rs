//! What can be achieved, and how well it was.

use serde::{Deserialize, Serialize};

use super::{DIGCOMP, Image, types};

/// What can be achieved: a course passed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Achievement {
    /// Its address: the page of the course.
    pub id: String,
    /// `Achievement`.
    #[serde(rename = "type")]
    pub types: Vec<String>,
    /// Its name.
    pub name: String,
    /// What one who has it knows.
    pub description: String,
    /// What one must do to have it.
    pub criteria: Criteria,
    /// A word of the specification: `Course`, `Certificate`, `Competency`, `MicroCredential`…
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub achievement_type: Option<String>,
    /// Its picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
    /// The language of these words (BCP 47).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_language: Option<String>,
    /// The version of the course.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// The same achievement in another language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Related>,
    /// Competences of a framework it answers to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alignment: Vec<Alignment>,
    /// Words to find it by; may be in several languages.
    #[serde(default, rename = "tag", skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Results that may stand in a credential of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub result_description: Vec<ResultDescription>,
}

impl Achievement {
    /// An achievement of type `Course` in a language; `criteria` is Markdown.
    pub fn course(id: &str, name: &str, description: &str, criteria: &str, language: &str) -> Self {
        Self {
            id: id.to_owned(),
            types: types(&["Achievement"]),
            name: name.to_owned(),
            description: description.to_owned(),
            criteria: Criteria { id: None, narrative: Some(criteria.to_owned()) },
            achievement_type: Some("Course".to_owned()),
            in_language: Some(language.to_owned()),
            ..Self::default()
        }
    }

    /// Says that the same achievement is described in another language at another address.
    #[must_use]
    pub fn also(mut self, address: &str, language: &str) -> Self {
        self.related.push(Related {
            id: address.to_owned(),
            types: types(&["Related"]),
            in_language: Some(language.to_owned()),
        });
        self
    }
}

/// What one must do; an address, words (Markdown), or both.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Criteria {
    /// A page with the words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub narrative: Option<String>,
}

/// The same achievement elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Related {
    /// Its address.
    pub id: String,
    /// `Related`.
    #[serde(rename = "type")]
    pub types: Vec<String>,
    /// Its language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_language: Option<String>,
}

/// A competence of a framework.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Alignment {
    /// `Alignment`.
    #[serde(rename = "type")]
    pub types: Vec<String>,
    /// Its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_code: Option<String>,
    /// Its name.
    pub target_name: String,
    /// The framework.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_framework: Option<String>,
    /// A word of the specification, e.g. `ceasn:Competency`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_type: Option<String>,
    /// Where it is described.
    pub target_url: String,
}

impl Alignment {
    /// A competence of DigComp 2.2, e.g. `1.2` and its name.
    pub fn digcomp(code: &str, name: &str) -> Self {
        Self {
            types: types(&["Alignment"]),
            target_code: Some(code.to_owned()),
            target_name: name.to_owned(),
            target_framework: Some("DigComp 2.2".to_owned()),
            target_type: Some("ceasn:Competency".to_owned()),
            target_url: DIGCOMP.to_owned(),
        }
    }
}

/// A result that may be reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ResultDescription {
    /// Its identifier, a URI; the result names it.
    pub id: String,
    /// `ResultDescription`.
    #[serde(rename = "type")]
    pub types: Vec<String>,
    /// Its name.
    pub name: String,
    /// `Percent`, `Status`…
    pub result_type: String,
    /// The least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value_min: Option<String>,
    /// The most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value_max: Option<String>,
    /// What one needs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required_value: Option<String>,
}

impl ResultDescription {
    /// A score in percent, from 0 to 100, of which so many are needed; none where no one figure decides.
    pub fn percent(id: &str, name: &str, required: Option<u8>) -> Self {
        Self {
            id: id.to_owned(),
            types: types(&["ResultDescription"]),
            name: name.to_owned(),
            result_type: "Percent".to_owned(),
            value_min: Some("0".to_owned()),
            value_max: Some("100".to_owned()),
            required_value: required.map(|percent| percent.to_string()),
        }
    }
}

/// A result that was reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AchievedResult {
    /// `Result`.
    #[serde(rename = "type")]
    pub types: Vec<String>,
    /// Which result of the achievement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result_description: Option<String>,
    /// How much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// `Completed`, `Failed`…
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
}

impl AchievedResult {
    /// So much of that result.
    pub fn value(description: &str, value: &str) -> Self {
        Self {
            types: types(&["Result"]),
            result_description: Some(description.to_owned()),
            value: Some(value.to_owned()),
            status: None,
        }
    }
}
