//! A postal address as an answer.

use serde::{Deserialize, Serialize};

/// A postal address.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Address {
    /// Street; empty in villages without streets.
    pub street: String,
    /// Number of the building.
    pub house: String,
    /// Number of the flat.
    pub flat: String,
    /// Postal code.
    pub postal_code: String,
    /// Town or village.
    pub city: String,
}

/// The parts, as the names of sub-fields: `FIELD.street`.
pub(crate) const PARTS: &[&str] = &["street", "house", "flat", "postal_code", "city"];

impl Address {
    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        PARTS.iter().all(|part| self.part(part).trim().is_empty())
    }
    /// A part by its name.
    pub fn part(&self, name: &str) -> &str {
        match name {
            "street" => &self.street,
            "house" => &self.house,
            "flat" => &self.flat,
            "postal_code" => &self.postal_code,
            "city" => &self.city,
            _ => "",
        }
    }
    /// The address in one line: `ul. Długa 7/3, 34-324 Lipowa`.
    pub fn line(&self) -> String {
        self.lines().join(", ")
    }
    /// The address as on an envelope.
    pub fn lines(&self) -> Vec<String> {
        let place = if self.street.trim().is_empty() { &self.city } else { &self.street };
        let mut first = [place.trim(), self.house.trim()].join(" ").trim().to_owned();
        if !self.flat.trim().is_empty() {
            first = format!("{first}/{}", self.flat.trim());
        }
        let second = [self.postal_code.trim(), self.city.trim()].join(" ").trim().to_owned();
        [first, second].into_iter().filter(|line| !line.is_empty()).collect()
    }
}
