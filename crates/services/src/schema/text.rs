//! Texts in both languages.

use kernel::Lang;
use serde::{Deserialize, Serialize};

/// A text of a form in both languages. Polish is always there; where English is missing Polish is shown, marked as
/// such for screen readers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Polish.
    pub pl: String,
    /// English; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
}

impl Text {
    /// A text in both languages.
    pub fn new(pl: impl Into<String>, en: impl Into<String>) -> Self {
        Self { pl: pl.into(), en: en.into() }
    }
    /// The text in a language, else the one there is.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En if !self.en.is_empty() => &self.en,
            _ => &self.pl,
        }
    }
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.pl.trim().is_empty() && self.en.trim().is_empty()
    }
}
