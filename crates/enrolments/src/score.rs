//! Scores as people read them.

/// A score of 0 to 1 as a whole number of per cent, rounded down, so that what is not passed never looks passed: the one
/// way in which pages, files and credentials give a score.
pub fn score_percent(score: f64) -> i64 {
    // 0.29 times 100 is a little less than 29.
    #[expect(clippy::cast_possible_truncation, reason = "between 0 and 100")]
    let percent = (score * 100.0 + 1e-6).floor() as i64;
    percent.clamp(0, 100)
}

#[cfg(test)]
mod tests {
    use super::score_percent;

    #[test]
    fn what_is_not_passed_does_not_look_passed() {
        assert_eq!([0.0, 0.29, 0.596, 0.5999, 0.6, 1.0].map(score_percent), [0, 29, 59, 59, 60, 100]);
        assert_eq!([-1.0, 1.2, f64::NAN].map(score_percent), [0, 100, 0]);
    }
}
