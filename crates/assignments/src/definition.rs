//! What an assignment asks for, and how it is marked.

use courses::{Item, catalog};
use kernel::{Fault, FieldFault, Result};
use serde::{Deserialize, Serialize};

use crate::msg;

/// The longest instructions, in characters.
pub const LONGEST_INSTRUCTIONS: usize = 50_000;
/// The most criteria of a rubric.
pub const MOST_CRITERIA: usize = 12;
/// The most levels of a criterion.
pub const MOST_LEVELS: usize = 8;
/// The most points of a level.
pub const MOST_POINTS: u32 = 1000;
/// The most words an assignment may ask for.
pub const MOST_WORDS: u32 = 10_000;

/// A level of a criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    /// Its name.
    pub label: String,
    /// Points it gives, 0 to [`MOST_POINTS`].
    pub points: u32,
    /// What work of this level looks like; may be empty.
    pub text: String,
}

/// A criterion of a rubric.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// What is judged.
    pub name: String,
    /// Its levels, the lowest first.
    pub levels: Vec<Level>,
}

impl Criterion {
    /// The most points it gives.
    pub fn most(&self) -> u32 {
        self.levels.iter().map(|l| l.points).max().unwrap_or(0)
    }
}

/// An assignment. A published version holds it as the activity's part; it never changes there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definition {
    /// What is to be done, in Markdown; see [`courses::text`].
    pub instructions: String,
    /// How it is marked; without criteria a trainer only passes it or returns it.
    pub rubric: Vec<Criterion>,
    /// The least number of words; 0 for any.
    pub min_words: u32,
    /// Whether files may be handed in.
    pub files: bool,
    /// Whether trainers do not see whose work it is until it is passed.
    #[serde(default)]
    pub blind: bool,
}

impl Definition {
    /// That of the catalogue.
    pub fn of_catalog(from: &catalog::Assignment) -> Self {
        let level = |l: &catalog::Level| Level { label: l.label.clone(), points: l.points, text: l.text.clone() };
        let rubric = from
            .rubric
            .iter()
            .map(|c| Criterion { name: c.criterion.clone(), levels: c.levels.iter().map(level).collect() });
        Self {
            instructions: from.instructions.trim().to_owned(),
            rubric: rubric.collect(),
            min_words: from.min_words,
            files: from.files,
            blind: false,
        }
    }

    /// That of an activity of a version; the empty one when the version has none.
    pub fn of_item(item: &Item) -> Self {
        serde_json::from_value(item.part.clone()).unwrap_or_default()
    }

    /// The most points a work can have.
    pub fn most(&self) -> u32 {
        self.rubric.iter().map(Criterion::most).sum()
    }

    /// Whether it will do. Fields: `instructions`, `min_words`, `criterion-N` and `levels-N`, counted from 0.
    ///
    /// # Errors
    /// `Invalid` with the fields at fault.
    pub fn check(&self) -> Result<()> {
        let mut faults = Vec::new();
        let mut fault = |field: String, key| faults.push(FieldFault { field, key, args: Vec::new() });
        if self.instructions.trim().is_empty() {
            fault("instructions".into(), msg::ASSIGNMENTS_FAULT_INSTRUCTIONS);
        }
        if self.instructions.chars().count() > LONGEST_INSTRUCTIONS {
            fault("instructions".into(), msg::ASSIGNMENTS_FAULT_LONG);
        }
        if self.min_words > MOST_WORDS {
            fault("min_words".into(), msg::ASSIGNMENTS_FAULT_MIN_WORDS);
        }
        for (i, criterion) in self.rubric.iter().enumerate() {
            let long = |text: &str, most: usize| text.chars().count() > most;
            if criterion.name.trim().is_empty() {
                fault(format!("criterion-{i}"), msg::ASSIGNMENTS_FAULT_CRITERION);
            } else if i >= MOST_CRITERIA || long(&criterion.name, 200) {
                fault(format!("criterion-{i}"), msg::ASSIGNMENTS_FAULT_LONG);
            }
            let good = (2..=MOST_LEVELS).contains(&criterion.levels.len())
                && criterion.most() > 0
                && criterion.levels.iter().all(|l| {
                    !l.label.trim().is_empty()
                        && l.points <= MOST_POINTS
                        && !long(&l.label, 100)
                        && !long(&l.text, 1000)
                });
            if !good {
                fault(format!("levels-{i}"), msg::ASSIGNMENTS_FAULT_LEVELS);
            }
        }
        Fault::check(faults)
    }
}

/// Levels as lines `points | name | what it looks like`, the lowest first.
pub(crate) fn written(levels: &[Level]) -> String {
    levels.iter().map(|l| format!("{} | {} | {}", l.points, l.label, l.text)).collect::<Vec<_>>().join("\n")
}

/// Reads [`written`] lines; `None` when one of them does not begin with a number of points and a name.
pub(crate) fn read_levels(text: &str) -> Option<Vec<Level>> {
    let line = |line: &str| {
        let mut parts = line.splitn(3, '|').map(str::trim);
        let points = parts.next()?.parse().ok()?;
        let label = parts.next().filter(|l| !l.is_empty())?.to_owned();
        Some(Level { label, points, text: parts.next().unwrap_or_default().to_owned() })
    };
    let mut levels = text.lines().filter(|l| !l.trim().is_empty()).map(line).collect::<Option<Vec<_>>>()?;
    levels.sort_by_key(|l| l.points);
    Some(levels)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_assignment_of_the_catalogue_will_do_and_survives_the_editor() {
        let mut seen = 0;
        for work in catalog::courses().iter().filter_map(|c| c.assignment.as_ref()) {
            let definition = Definition::of_catalog(work);
            definition.check().expect("good");
            for criterion in &definition.rubric {
                assert_eq!(read_levels(&written(&criterion.levels)).as_ref(), Some(&criterion.levels));
            }
            seen += 1;
        }
        assert!(seen >= 6);
    }

    #[test]
    fn levels_are_lines_with_points_and_a_name() {
        let read = read_levels("6 | w pełni | Wszystko | jest\n\n0|brak|\n").expect("reads");
        assert_eq!(written(&read), "0 | brak | \n6 | w pełni | Wszystko | jest");
        assert!(read_levels("dobrze | 3").is_none() && read_levels("3 | ").is_none());
        let one = Criterion { name: "Język".into(), levels: read_levels("1 | jedyny").expect("reads") };
        let fault = Definition { instructions: "Napisz".into(), rubric: vec![one], ..Definition::default() }.check();
        assert_eq!(fault.expect_err("one level is no choice").fields[0].field, "levels-0");
    }
}
