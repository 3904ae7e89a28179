//! Attempts: which questions are asked, in what order, and what several answers and attempts come to.
//!
//! All chance comes from a seed that is kept with the attempt, so that an attempt looks the same on every device and
//! for whoever looks at it later. The stream of numbers is ChaCha8 (D. J. Bernstein, 2008) and the drawing is written
//! out here, so that no new version of a library changes attempts that are under way.

use rand_chacha::{
    ChaCha8Rng,
    rand_core::{RngCore, SeedableRng},
};
use serde::{Deserialize, Serialize};

/// Chance from a seed: `purpose` keeps drawing and the shuffling of each slot apart.
struct Chance(ChaCha8Rng);

impl Chance {
    fn new(seed: u64, purpose: u64) -> Self {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        let mut stream = ChaCha8Rng::from_seed(bytes);
        stream.set_stream(purpose);
        Self(stream)
    }

    /// A number below `limit`, each as likely as any other (values past the last whole multiple are drawn again).
    fn below(&mut self, limit: usize) -> usize {
        let limit = limit.max(1) as u64;
        let fair = u64::MAX - u64::MAX % limit;
        loop {
            let value = self.0.next_u64();
            if value < fair {
                return usize::try_from(value % limit).unwrap_or(0);
            }
        }
    }

    /// Fisher and Yates, in Durstenfeld's form (CACM 7, 1964).
    fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            let j = self.below(i + 1);
            items.swap(i, j);
        }
    }
}

/// Questions of which some are drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pool<T> {
    /// The questions, in an order that does not change (by id).
    pub questions: Vec<T>,
    /// How many are drawn.
    pub count: usize,
}

/// What was drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn<T> {
    /// The questions, in the order of the pools.
    pub questions: Vec<T>,
    /// How many could not be drawn because their pools were too small.
    pub missing: usize,
}

/// Draws from pools. No question is drawn twice, even when pools overlap. The same pools and seed give the same
/// questions.
///
/// ```
/// use questions::{Pool, draw};
/// let pools = [Pool { questions: vec!["a", "b", "c"], count: 2 }, Pool { questions: vec!["c", "d"], count: 1 }];
/// let drawn = draw(&pools, 7);
/// assert_eq!(drawn.questions.len(), 3);
/// assert_eq!(drawn, draw(&pools, 7));
/// ```
#[must_use]
pub fn draw<T: Clone + PartialEq>(pools: &[Pool<T>], seed: u64) -> Drawn<T> {
    let mut chance = Chance::new(seed, 0);
    let mut drawn = Drawn { questions: Vec::new(), missing: 0 };
    for pool in pools {
        let mut order: Vec<&T> = pool.questions.iter().collect();
        chance.shuffle(&mut order);
        let mut wanted = pool.count;
        for question in order {
            if wanted == 0 {
                break;
            }
            if !drawn.questions.contains(question) {
                drawn.questions.push(question.clone());
                wanted -= 1;
            }
        }
        drawn.missing += wanted;
    }
    drawn
}

/// The order in which to show `count` things in a slot of an attempt: the options of the question in slot 1, 2…, or
/// with slot 0 the questions themselves. A permutation of `0..count`; never the right order of three or more things, so
/// that an ordering question does not answer itself.
#[must_use]
pub fn shuffled(count: usize, seed: u64, slot: u32) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut chance = Chance::new(seed, (1 << 32) | u64::from(slot));
    loop {
        chance.shuffle(&mut order);
        if count < 3 || !order.is_sorted() {
            return order;
        }
    }
}

/// Which attempt counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// The best one.
    #[default]
    Highest,
    /// The last one.
    Last,
    /// The mean of all.
    Average,
}

/// What several attempts come to; `scores` in the order of attempts, each 0 to 1. None without attempts.
#[must_use]
pub fn final_score(counting: Counting, scores: &[f64]) -> Option<f64> {
    match counting {
        Counting::Highest => scores.iter().copied().reduce(f64::max),
        Counting::Last => scores.last().copied(),
        Counting::Average => {
            let count = u32::try_from(scores.len()).ok().filter(|c| *c > 0)?;
            Some(scores.iter().sum::<f64>() / f64::from(count))
        }
    }
}

/// What an attempt is worth, 0 to 1, of its answers: (points of the question, fraction reached). 0 without points.
#[must_use]
pub fn attempt_score(answers: &[(f64, f64)]) -> f64 {
    let of: f64 = answers.iter().map(|(points, _)| points).sum();
    let reached: f64 = answers.iter().map(|(points, fraction)| points * fraction).sum();
    if of > 0.0 { (reached / of).clamp(0.0, 1.0) } else { 0.0 }
}

/// Feedback for a range of scores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// From this score on (0 to 1), up to the next band.
    pub from: f64,
    /// What is said, Markdown.
    pub text: String,
}

/// The band a score falls into: the highest one that begins at or below it, whatever their order. Scores within a
/// millionth of a border reach it.
#[must_use]
pub fn band(bands: &[Band], score: f64) -> Option<&Band> {
    bands.iter().filter(|b| b.from <= score + 1e-6).max_by(|a, b| a.from.total_cmp(&b.from))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn attempts_under_way_keep_their_questions() {
        // Written down: if this changes, learners in the middle of a quiz would see other questions.
        let pools = [Pool { questions: (0..10).collect(), count: 3 }, Pool { questions: (5..20).collect(), count: 4 }];
        let drawn = draw(&pools, 20_261_122);
        assert_eq!(drawn.questions, WRITTEN_DRAW);
        assert_eq!(shuffled(6, 20_261_122, 1), WRITTEN_SHUFFLE);
    }

    const WRITTEN_DRAW: [i32; 7] = [7, 0, 3, 18, 8, 9, 11];
    const WRITTEN_SHUFFLE: [usize; 6] = [4, 3, 5, 1, 2, 0];

    #[test]
    fn a_pool_that_is_too_small_says_so() {
        let drawn = draw(&[Pool { questions: vec![1, 2], count: 5 }], 1);
        assert_eq!((drawn.questions.len(), drawn.missing), (2, 3));
    }

    #[test]
    fn attempts_are_counted_as_the_quiz_says() {
        let scores = [0.5, 0.9, 0.7];
        assert_eq!(final_score(Counting::Highest, &scores), Some(0.9));
        assert_eq!(final_score(Counting::Last, &scores), Some(0.7));
        assert!((final_score(Counting::Average, &scores).unwrap() - 0.7).abs() < 1e-12);
        assert_eq!(final_score(Counting::Average, &[]), None);
        assert!((attempt_score(&[(2.0, 1.0), (1.0, 0.0), (1.0, 0.5)]) - 0.625).abs() < 1e-12);
    }

    #[test]
    fn a_score_on_the_border_reaches_the_band() {
        let bands = [Band { from: 0.7, text: "dobrze".into() }, Band { from: 0.0, text: "wróć".into() }];
        assert_eq!(band(&bands, 0.1 + 0.6).map(|b| b.text.as_str()), Some("dobrze"));
        assert_eq!(band(&bands, 0.69).map(|b| b.text.as_str()), Some("wróć"));
        assert!(band(&bands[..1], 0.2).is_none());
    }

    #[test]
    fn every_order_is_about_as_likely() {
        let mut seen = std::collections::BTreeMap::new();
        for seed in 0..5000 {
            *seen.entry(shuffled(3, seed, 0)).or_insert(0) += 1;
        }
        assert_eq!(seen.len(), 5);
        assert!(seen.values().all(|n| (850..1150).contains(n)), "{seen:?}");
    }

    proptest! {
        #[test]
        fn a_shuffle_is_a_permutation(count in 0usize..50, seed: u64, slot: u32) {
            let mut order = shuffled(count, seed, slot);
            order.sort_unstable();
            prop_assert_eq!(order, (0..count).collect::<Vec<_>>());
        }

        #[test]
        fn nothing_is_drawn_twice(seed: u64, counts in proptest::collection::vec(0usize..8, 1..5)) {
            let pools: Vec<_> = counts.iter().map(|c| Pool { questions: (0..12).collect(), count: *c }).collect();
            let drawn = draw(&pools, seed).questions;
            let distinct: std::collections::BTreeSet<_> = drawn.iter().collect();
            prop_assert_eq!(distinct.len(), drawn.len());
            prop_assert_eq!(drawn.len(), counts.iter().sum::<usize>().min(12));
        }
    }
}
