//! How long to wait before trying again.

use kernel::Entropy;

/// The first pause, in seconds.
const FIRST: i64 = 15;
/// The longest pause, in seconds: six hours.
const LONGEST: i64 = 6 * 3600;

/// The pause before trying again after so many tries (1 after the first): doubled each time, between three
/// quarters and five quarters of the rule, so that jobs that failed together do not come back together.
pub(crate) fn pause_micros(tries: i64, entropy: &dyn Entropy) -> i64 {
    let doublings = u32::try_from(tries.saturating_sub(1).clamp(0, 20)).unwrap_or(20);
    let seconds = (FIRST << doublings).min(LONGEST);
    let mut random = [0u8; 2];
    entropy.fill(&mut random);
    let share = i64::from(u16::from_le_bytes(random)); // 0..=65535
    let micros = seconds * 1_000_000;
    micros * 3 / 4 + micros / 2 * share / 65_535
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededEntropy;

    #[test]
    fn pauses_double_up_to_six_hours_and_scatter_by_a_quarter() {
        let entropy = SeededEntropy::new(1);
        for (tries, seconds) in [(0, 15), (1, 15), (2, 30), (3, 60), (11, 15_360), (12, 21_600), (100, 21_600)] {
            for _ in 0..50 {
                let pause = pause_micros(tries, &entropy) / 1000;
                assert!((seconds * 750..=seconds * 1250).contains(&pause), "{tries}: {pause} ms");
            }
        }
        assert_ne!(pause_micros(5, &entropy), pause_micros(5, &entropy));
    }
}
