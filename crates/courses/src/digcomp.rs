//! The European framework of digital competences, DigComp 2.2 (Vuorikari, Kluzer, Punie, JRC 2022): five areas with 21
//! competences. Polish names of the competences are our translation.

use std::sync::LazyLock;

use kernel::Lang;
use serde::Deserialize;

/// An area of competences.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Area {
    /// Its number: `1`.
    pub id: String,
    #[serde(rename = "nazwa_pl")]
    pl: String,
    #[serde(rename = "nazwa_en")]
    en: String,
}

/// A competence.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Competence {
    /// Its number: `1.2`.
    pub id: String,
    /// The number of its area.
    #[serde(rename = "obszar")]
    pub area: String,
    #[serde(rename = "nazwa_pl_wlasne")]
    pl: String,
    #[serde(rename = "nazwa_en")]
    en: String,
}

impl Area {
    /// Its name.
    pub fn name(&self, lang: Lang) -> &str {
        if lang == Lang::Pl { &self.pl } else { &self.en }
    }
}

impl Competence {
    /// Its name.
    pub fn name(&self, lang: Lang) -> &str {
        if lang == Lang::Pl { &self.pl } else { &self.en }
    }
}

#[derive(Deserialize, Default)]
struct Framework {
    obszary: Vec<Area>,
    kompetencje: Vec<Competence>,
}

static FRAMEWORK: LazyLock<Framework> =
    LazyLock::new(|| serde_json::from_str(include_str!("../data/digcomp.json")).unwrap_or_default());

/// The areas in order.
pub fn areas() -> &'static [Area] {
    &FRAMEWORK.obszary
}

/// The competences in order.
pub fn competences() -> &'static [Competence] {
    &FRAMEWORK.kompetencje
}

/// A competence by its number.
pub fn competence(id: &str) -> Option<&'static Competence> {
    competences().iter().find(|c| c.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_areas_hold_twenty_one_competences() {
        assert_eq!((areas().len(), competences().len()), (5, 21));
        assert!(competences().iter().all(|c| areas().iter().any(|a| a.id == c.area)));
        assert!(crate::catalog::courses().iter().flat_map(|c| &c.competences).all(|id| competence(id).is_some()));
    }
}
