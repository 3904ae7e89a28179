//! How questions do: facility, discrimination, and how often each option is chosen.
//!
//! Definitions, all from classical test theory:
//! - *facility* p: the mean fraction reached (L. Crocker, J. Algina, *Introduction to Classical and Modern Test Theory*,
//!   1986, ch. 14). 1: everybody knows, 0: nobody.
//! - *discrimination index* D: facility among the best 27 % of attempts less facility among the worst 27 % (T. L. Kelley,
//!   J. Educ. Psychol. 30, 1939; R. L. Ebel, 1965). From −1 to 1; below 0.2 a question is worth a look, below 0 it is
//!   probably wrong. Attempts are told apart by thousandths of their score; the border group counts in proportion.
//! - *corrected point-biserial* r: Pearson's correlation of the fraction reached with the score on all other questions of
//!   the attempt (S. Henrysson, Psychometrika 28, 1963). For questions with partial credit it is the plain item–rest
//!   correlation.
//!
//! Everything is gathered in one pass over attempts in any order; gatherings made apart can be joined.

use std::collections::BTreeMap;

/// Score steps that attempts are told apart by.
const STEPS: usize = 1000;
/// The part of attempts in the best and in the worst group (Kelley's optimum).
const GROUP: f64 = 0.27;

/// An answer within an attempt.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered<K> {
    /// The question (and its version).
    pub question: K,
    /// Fraction reached, 0 to 1.
    pub fraction: f64,
    /// Points of the question.
    pub points: f64,
    /// Whether nothing was answered.
    pub blank: bool,
    /// What was chosen: [`crate::Response::chosen`].
    pub chosen: Vec<(usize, usize)>,
}

/// Gathers attempts.
#[derive(Debug, Clone)]
pub struct Statistics<K: Ord> {
    attempts: u64,
    /// Sum and sum of squares of attempts' scores.
    scores: (f64, f64),
    items: BTreeMap<K, Item>,
}

#[derive(Debug, Clone, Default)]
struct Item {
    count: u64,
    blank: u64,
    sum: f64,
    squares: f64,
    /// Rest scores: number, item sum, item squares, rest sum, rest squares, products.
    rest: [f64; 6],
    /// By step of the attempt's score: answers and their sum.
    steps: BTreeMap<u16, (u64, f64)>,
    chosen: BTreeMap<(usize, usize), u64>,
}

/// How a question does.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemStatistics {
    /// In how many attempts it was asked.
    pub count: u64,
    /// In how many of them nothing was answered.
    pub blank: u64,
    /// Mean fraction reached, 0 to 1.
    pub facility: f64,
    /// Standard deviation of the fraction (of the whole group).
    pub deviation: f64,
    /// Kelley's D, −1 to 1; none below 10 attempts or when all scores are equal.
    pub discrimination: Option<f64>,
    /// Corrected point-biserial, −1 to 1; none below 3 attempts, for the only question of an attempt, or when either
    /// side never varies.
    pub correlation: Option<f64>,
    /// How often each (part, option) was chosen.
    pub chosen: BTreeMap<(usize, usize), u64>,
}

impl<K: Ord> Default for Statistics<K> {
    fn default() -> Self {
        Self { attempts: 0, scores: (0.0, 0.0), items: BTreeMap::new() }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of attempts are far below 2^52")]
fn float(count: u64) -> f64 {
    count as f64
}

impl<K: Ord + Clone> Statistics<K> {
    /// Takes an attempt: all its answers at once.
    pub fn add(&mut self, attempt: &[Answered<K>]) {
        let of: f64 = attempt.iter().map(|a| a.points).sum();
        let reached: f64 = attempt.iter().map(|a| a.points * a.fraction).sum();
        if attempt.is_empty() || !of.is_finite() || of <= 0.0 || !reached.is_finite() {
            return;
        }
        let score = (reached / of).clamp(0.0, 1.0);
        self.attempts += 1;
        self.scores.0 += score;
        self.scores.1 += score * score;
        let step = step(score);
        for answer in attempt {
            let item = self.items.entry(answer.question.clone()).or_default();
            let x = answer.fraction;
            item.count += 1;
            item.blank += u64::from(answer.blank);
            item.sum += x;
            item.squares += x * x;
            let at = item.steps.entry(step).or_default();
            at.0 += 1;
            at.1 += x;
            let rest_of = of - answer.points;
            if rest_of > 1e-9 {
                let rest = (reached - answer.points * x) / rest_of;
                for (sum, more) in item.rest.iter_mut().zip([1.0, x, x * x, rest, rest * rest, x * rest]) {
                    *sum += more;
                }
            }
            for choice in &answer.chosen {
                *item.chosen.entry(*choice).or_default() += 1;
            }
        }
    }

    /// Joins another gathering to this one.
    pub fn join(&mut self, other: Self) {
        self.attempts += other.attempts;
        self.scores.0 += other.scores.0;
        self.scores.1 += other.scores.1;
        for (key, more) in other.items {
            let item = self.items.entry(key).or_default();
            item.count += more.count;
            item.blank += more.blank;
            item.sum += more.sum;
            item.squares += more.squares;
            for (sum, more) in item.rest.iter_mut().zip(more.rest) {
                *sum += more;
            }
            for (step, (count, sum)) in more.steps {
                let at = item.steps.entry(step).or_default();
                at.0 += count;
                at.1 += sum;
            }
            for (choice, count) in more.chosen {
                *item.chosen.entry(choice).or_default() += count;
            }
        }
    }

    /// Attempts taken.
    #[must_use]
    pub fn attempts(&self) -> u64 {
        self.attempts
    }

    /// Mean and standard deviation of the attempts' scores, 0 to 1.
    #[must_use]
    pub fn scores(&self) -> Option<(f64, f64)> {
        (self.attempts > 0).then(|| spread(float(self.attempts), self.scores.0, self.scores.1))
    }

    /// Each question and how it does.
    pub fn items(&self) -> impl Iterator<Item = (&K, ItemStatistics)> {
        self.items.iter().map(|(key, item)| (key, item.statistics()))
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and STEPS")]
fn step(score: f64) -> u16 {
    (score * STEPS as f64).round() as u16
}

fn spread(count: f64, sum: f64, squares: f64) -> (f64, f64) {
    let mean = sum / count;
    (mean, (squares / count - mean * mean).max(0.0).sqrt())
}

impl Item {
    fn statistics(&self) -> ItemStatistics {
        let (facility, deviation) = spread(float(self.count), self.sum, self.squares);
        ItemStatistics {
            count: self.count,
            blank: self.blank,
            facility,
            deviation,
            discrimination: self.discrimination(),
            correlation: self.correlation(),
            chosen: self.chosen.clone(),
        }
    }

    fn discrimination(&self) -> Option<f64> {
        if self.count < 10 || self.steps.len() < 2 {
            return None;
        }
        let group = float(self.count) * GROUP;
        let best = group_mean(self.steps.values().rev(), group);
        let worst = group_mean(self.steps.values(), group);
        Some(best - worst)
    }

    fn correlation(&self) -> Option<f64> {
        let [n, x, xx, r, rr, xr] = self.rest;
        if n < 3.0 {
            return None;
        }
        let item = xx / n - (x / n).powi(2);
        let rest = rr / n - (r / n).powi(2);
        // Below this a difference is only rounding.
        if item < 1e-9 || rest < 1e-9 {
            return None;
        }
        Some(((xr / n - x / n * (r / n)) / (item * rest).sqrt()).clamp(-1.0, 1.0))
    }
}

/// The mean of the first `group` answers; of the step on the border only the part that is still wanted.
fn group_mean<'a>(steps: impl Iterator<Item = &'a (u64, f64)>, group: f64) -> f64 {
    let (mut left, mut sum) = (group, 0.0);
    for (count, total) in steps {
        let count = float(*count);
        let part = (left / count).min(1.0);
        sum += total * part;
        left -= count * part;
        if left <= 1e-12 {
            break;
        }
    }
    sum / group
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn answered(question: u32, fraction: f64) -> Answered<u32> {
        Answered { question, fraction, points: 1.0, blank: false, chosen: vec![(0, usize::from(fraction > 0.5))] }
    }

    fn gather(rows: &[Vec<f64>]) -> Statistics<u32> {
        let mut statistics = Statistics::default();
        for row in rows {
            let attempt: Vec<_> = row.iter().zip(0..).map(|(f, q)| answered(q, *f)).collect();
            statistics.add(&attempt);
        }
        statistics
    }

    #[test]
    fn a_worked_example() {
        // Ten attempts at four questions; the first goes with the rest, the last goes against it.
        let rows: Vec<Vec<f64>> = [
            [1, 1, 1, 0],
            [1, 1, 1, 0],
            [1, 1, 1, 0],
            [1, 1, 0, 0],
            [1, 0, 1, 0],
            [0, 1, 0, 1],
            [0, 0, 1, 0],
            [0, 0, 0, 1],
            [0, 0, 0, 0],
            [0, 0, 0, 0],
        ]
        .iter()
        .map(|r| r.iter().map(|v| f64::from(*v)).collect())
        .collect();
        let statistics = gather(&rows);
        let items: BTreeMap<u32, ItemStatistics> = statistics.items().map(|(k, v)| (*k, v)).collect();
        assert_eq!(items[&0].facility, 0.5);
        assert_eq!(items[&0].deviation, 0.5);
        // Best 2.7 of three with 3 points: all right; worst 2.7: two with 0 points, 0.7 of two with 1 point: all wrong.
        assert_eq!(items[&0].discrimination, Some(1.0));
        // By hand: rest scores 2,2,2,1,1 and 2,1,1,0,0 (of 3): covariance 0.2, deviations 0.5 and 0.7483…
        assert!((items[&0].correlation.unwrap() - 0.2 / (0.5 * 0.56f64.sqrt())).abs() < 1e-9);
        assert!(items[&3].correlation.unwrap() < 0.0);
        assert_eq!(items[&0].chosen[&(0, 1)], 5);
        assert_eq!(statistics.attempts(), 10);
    }

    #[test]
    fn too_few_or_equal_attempts_tell_nothing() {
        let statistics = gather(&vec![vec![1.0, 1.0]; 20]);
        let (_, item) = statistics.items().next().unwrap();
        assert_eq!((item.facility, item.discrimination, item.correlation), (1.0, None, None));
        assert!(gather(&[]).scores().is_none());
    }

    proptest! {
        #[test]
        fn joining_is_the_same_as_adding(
            rows in proptest::collection::vec(proptest::collection::vec(0.0f64..=1.0, 3), 1..40),
            cut in 0usize..40,
        ) {
            let cut = cut.min(rows.len());
            let whole = gather(&rows);
            let mut joined = gather(&rows[..cut]);
            joined.join(gather(&rows[cut..]));
            for ((_, a), (_, b)) in whole.items().zip(joined.items()) {
                prop_assert!((a.facility - b.facility).abs() < 1e-9);
                prop_assert_eq!(a.count, b.count);
                prop_assert_eq!(&a.chosen, &b.chosen);
                prop_assert!((a.correlation.unwrap_or(9.0) - b.correlation.unwrap_or(9.0)).abs() < 1e-6);
                prop_assert!((-1.0..=1.0).contains(&a.correlation.unwrap_or(0.0)));
                prop_assert!((-1.000_001..=1.000_001).contains(&a.discrimination.unwrap_or(0.0)));
            }
        }
    }
}
