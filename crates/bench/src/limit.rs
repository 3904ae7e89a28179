//! Limits that figures must keep. A measurement that breaks one ends with an error, after everything was measured.

use crate::load::Figures;

/// What is limited.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Limit {
    /// The median, in milliseconds.
    Median(f64),
    /// The 99th percentile, in milliseconds.
    P99(f64),
    /// Answers a second, at least.
    PerSecond(f64),
}

impl Limit {
    fn kept(self, f: &Figures) -> bool {
        match self {
            Limit::Median(most) => f.p50 < most,
            Limit::P99(most) => f.p99 < most,
            Limit::PerSecond(least) => f.per_second > least,
        }
    }

    fn words(self) -> String {
        match self {
            Limit::Median(most) => format!("median < {most} ms"),
            Limit::P99(most) => format!("p99 < {most} ms"),
            Limit::PerSecond(least) => format!("> {least} a second"),
        }
    }
}

/// What was not kept.
#[derive(Debug, Default)]
pub struct Broken(Vec<String>);

impl Broken {
    /// Looks at the figures of a measurement and gives what stands beside them: each limit and whether it is kept.
    pub fn look(&mut self, what: &str, f: &Figures, limits: &[Limit]) -> String {
        if f.failed > 0 {
            self.add(format!("{what}: {} answers failed", f.failed));
        }
        let mut said = Vec::new();
        for limit in limits {
            let kept = limit.kept(f);
            said.push(format!("{}: {}", limit.words(), if kept { "kept" } else { "BROKEN" }));
            if !kept {
                self.add(format!("{what}: not {}", limit.words()));
            }
        }
        said.join(", ")
    }

    /// Notes something that may not be.
    pub fn add(&mut self, what: String) {
        self.0.push(what);
    }

    /// All that was noted, as an error.
    ///
    /// # Errors
    /// When anything was.
    pub fn end(self) -> Result<(), String> {
        if self.0.is_empty() { Ok(()) } else { Err(format!("limits are broken:\n  {}", self.0.join("\n  "))) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_limit_and_a_failed_answer_are_errors() {
        let good = Figures { per_second: 2_000.0, p50: 8.0, p99: 20.0, failed: 0, bytes: 1 };
        let limits = [Limit::Median(15.0), Limit::PerSecond(1_500.0)];
        let mut broken = Broken::default();
        assert_eq!(broken.look("page", &good, &limits), "median < 15 ms: kept, > 1500 a second: kept");
        assert_eq!(broken.end(), Ok(()));
        let mut broken = Broken::default();
        let slow = Figures { p50: 15.0, failed: 2, ..good };
        assert_eq!(broken.look("page", &slow, &limits), "median < 15 ms: BROKEN, > 1500 a second: kept");
        let said = broken.end().unwrap_err();
        assert!(said.contains("2 answers failed") && said.contains("not median < 15 ms"), "{said}");
    }
}
