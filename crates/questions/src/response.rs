//! What a learner answered.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// An answer to a question. All places are counted from 0 in the question's own order, whatever order the learner saw:
/// shuffling is only a matter of showing (see [`crate::shuffled`]).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Response {
    /// Nothing was answered.
    #[default]
    Blank,
    /// The option chosen.
    Single {
        /// Its place.
        choice: usize,
    },
    /// The options chosen.
    Multiple {
        /// Their places.
        choices: BTreeSet<usize>,
    },
    /// True or false.
    TrueFalse {
        /// Which.
        value: bool,
    },
    /// A number as typed, with its unit.
    Numeric {
        /// As typed: `1 234,5 km`.
        text: String,
    },
    /// Words as typed.
    Short {
        /// As typed.
        text: String,
    },
    /// For each pair the place in the list of right sides ([`crate::matching_options`]).
    Matching {
        /// As many as there are pairs; what is missing counts as not answered.
        rights: Vec<Option<usize>>,
    },
    /// The items in the order the learner gave them.
    Ordering {
        /// Places in the right order: `[0, 1, 2]` is the full answer.
        order: Vec<usize>,
    },
    /// What was put into each gap.
    Gaps {
        /// As many as there are gaps; what is missing counts as not answered.
        values: Vec<GapResponse>,
    },
    /// A longer text.
    Essay {
        /// As written.
        text: String,
    },
}

/// What was put into a gap.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GapResponse {
    /// Nothing.
    #[default]
    Blank,
    /// Typed words or a number.
    Text(String),
    /// The place of the option chosen.
    Choice(usize),
}

impl Response {
    /// Whether nothing was answered, typed blanks included.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Blank => true,
            Self::Single { .. } | Self::TrueFalse { .. } => false,
            Self::Multiple { choices } => choices.is_empty(),
            Self::Numeric { text } | Self::Short { text } | Self::Essay { text } => text.trim().is_empty(),
            Self::Matching { rights } => rights.iter().all(Option::is_none),
            Self::Ordering { order } => order.is_empty(),
            Self::Gaps { values } => values.iter().all(GapResponse::is_blank),
        }
    }

    /// What was chosen from lists, for counting how often each option is taken: (part, option). The part is the pair or
    /// gap, 0 for a question with one list; of "true or false" the option 1 is true. Typed answers give nothing.
    #[must_use]
    pub fn chosen(&self) -> Vec<(usize, usize)> {
        match self {
            Self::Single { choice } => vec![(0, *choice)],
            Self::Multiple { choices } => choices.iter().map(|c| (0, *c)).collect(),
            Self::TrueFalse { value } => vec![(0, usize::from(*value))],
            Self::Matching { rights } => rights.iter().enumerate().filter_map(|(i, r)| r.map(|r| (i, r))).collect(),
            Self::Ordering { order } => order.iter().copied().enumerate().collect(),
            Self::Gaps { values } => values
                .iter()
                .enumerate()
                .filter_map(|(i, v)| if let GapResponse::Choice(c) = v { Some((i, *c)) } else { None })
                .collect(),
            Self::Blank | Self::Numeric { .. } | Self::Short { .. } | Self::Essay { .. } => Vec::new(),
        }
    }
}

impl GapResponse {
    /// Whether nothing was put in.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Blank => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Choice(_) => false,
        }
    }
}
