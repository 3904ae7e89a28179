//! Time comes in as an argument, so that a term can be tested on the day it ends.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// A moment: microseconds since 1970-01-01T00:00Z. This is how time is stored, on both databases (BIGINT).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Micros(pub i64);

impl Micros {
    /// The moment as a jiff timestamp; values outside jiff's range (year ±9999) are clamped to its ends.
    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_microsecond(self.0).unwrap_or(if self.0 < 0 { Timestamp::MIN } else { Timestamp::MAX })
    }

    /// The calendar day in Poland (Europe/Warsaw), by which legal terms are counted.
    pub fn warsaw_date(self) -> Date {
        self.timestamp().to_zoned(warsaw()).date()
    }

    /// The first moment of a calendar day in Poland.
    pub fn start_of(date: Date) -> Micros {
        date.to_zoned(warsaw()).map_or(Micros(0), |z| Micros(z.timestamp().as_microsecond()))
    }

    /// RFC 3339 in UTC with a fixed number of digits, for interfaces between programs.
    pub fn rfc3339(self) -> String {
        format!("{:.6}", self.timestamp())
    }

    /// Later by so many seconds (may be negative).
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Micros {
        Micros(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }

    /// Later by so many days of 24 hours (may be negative).
    #[must_use]
    pub fn plus_days(self, days: i64) -> Micros {
        self.plus_seconds(days.saturating_mul(86_400))
    }
}

/// The time zone of Poland; falls back to UTC+1 where the machine has no time zone data.
fn warsaw() -> TimeZone {
    TimeZone::get("Europe/Warsaw").unwrap_or_else(|_| TimeZone::fixed(jiff::tz::offset(1)))
}

/// Where the present moment comes from.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Micros;
    /// Today's date in Poland.
    fn today(&self) -> Date {
        self.now().warsaw_date()
    }
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
    fn now(&self) -> Micros {
        Micros(Timestamp::now().as_microsecond())
    }
}

/// A clock that stands still until it is moved: for tests and for the demo's past month.
#[derive(Debug, Default)]
pub struct FixedClock(AtomicI64);

impl FixedClock {
    /// A clock standing at this moment.
    pub fn at(now: Micros) -> Self {
        Self(AtomicI64::new(now.0))
    }
    /// A clock standing at noon of a day in Poland.
    pub fn noon(date: Date) -> Self {
        Self::at(Micros::start_of(date).plus_seconds(12 * 3600))
    }
    /// Puts the clock at another moment.
    pub fn set(&self, now: Micros) {
        self.0.store(now.0, Ordering::SeqCst);
    }
    /// Moves the clock on by so many seconds.
    pub fn advance_seconds(&self, seconds: i64) {
        self.0.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }
    /// Moves the clock on by calendar days in Poland, keeping the hour.
    pub fn advance_days(&self, days: i64) {
        let now = self.now();
        if let Ok(later) = now.timestamp().to_zoned(warsaw()).checked_add(days.days()) {
            self.set(Micros(later.timestamp().as_microsecond()));
        }
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Micros {
        Micros(self.0.load(Ordering::SeqCst))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_in_poland_begins_before_it_does_in_utc() {
        let start = Micros::start_of(date(2026, 7, 1));
        assert_eq!(start.rfc3339(), "2026-06-30T22:00:00.000000Z");
        assert_eq!(start.warsaw_date(), date(2026, 7, 1));
        assert_eq!(Micros(start.0 - 1).warsaw_date(), date(2026, 6, 30));
    }

    #[test]
    fn a_fixed_clock_moves_by_days_across_the_change_to_winter_time() {
        let clock = FixedClock::noon(date(2026, 10, 24));
        clock.advance_days(1);
        assert_eq!(clock.now().rfc3339(), "2026-10-25T11:00:00.000000Z");
        assert_eq!(clock.today(), date(2026, 10, 25));
    }

    #[test]
    fn absurd_moments_are_clamped() {
        assert_eq!(Micros(i64::MAX).timestamp(), Timestamp::MAX);
        assert_eq!(Micros(i64::MIN).plus_days(-1).timestamp(), Timestamp::MIN);
    }
}
