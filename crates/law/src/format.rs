//! Dates and times as people read them, in Europe/Warsaw.

use crate::Lang;
use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, tz};
use std::sync::LazyLock;

/// Polish time: one hour ahead of UTC, two from the last Sunday of March to the last Sunday of October.
///
/// The rule of the European Union (Directive 2000/84/EC), right from 1996 on; written out so that no file of
/// time zones is read.
static WARSAW: LazyLock<TimeZone> =
    LazyLock::new(|| TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap_or_else(|_| TimeZone::fixed(tz::offset(1))));

/// The time zone of Poland, without reading any file; right from 1996 on.
#[must_use]
pub fn warsaw() -> TimeZone {
    WARSAW.clone()
}

/// The date and time in Poland at a moment given in microseconds since 1970 UTC.
///
/// Moments outside the years −9999 to 9999 are taken as the nearest that lies inside.
#[must_use]
pub fn warsaw_time(unix_micros: i64) -> DateTime {
    let nearest = if unix_micros < 0 { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::from_microsecond(unix_micros).unwrap_or(nearest).to_zoned(warsaw()).datetime()
}

/// The date in Poland at a moment given in microseconds since 1970 UTC.
#[must_use]
pub fn warsaw_date(unix_micros: i64) -> Date {
    warsaw_time(unix_micros).date()
}

const MONTHS_PL: [&str; 12] = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The day and month in words: `12 stycznia`, `12 January`.
#[must_use]
pub fn day_month(date: Date, lang: Lang) -> String {
    let index = usize::try_from(date.month() - 1).unwrap_or(0);
    let month = lang.pick(MONTHS_PL, MONTHS_EN).get(index).copied().unwrap_or_default();
    format!("{} {month}", date.day())
}

/// The date in words: `12 stycznia 2026 r.`, `12 January 2026`.
#[must_use]
pub fn long_date(date: Date, lang: Lang) -> String {
    format!("{} {}{}", day_month(date, lang), date.year(), lang.pick(" r.", ""))
}

/// A length of time in minutes: `45 min`, `8 godz.`, `7 godz. 30 min`; `8 h`, `7 h 30 min` in English. A number and its
/// unit stay on one line (U+00A0).
#[must_use]
pub fn duration(minutes: u32, lang: Lang) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    let hour = lang.pick("godz.", "h");
    match (hours, rest) {
        (0, rest) => format!("{rest}\u{a0}min"),
        (hours, 0) => format!("{hours}\u{a0}{hour}"),
        (hours, rest) => format!("{hours}\u{a0}{hour} {rest}\u{a0}min"),
    }
}

/// The date in figures: `12.01.2026` in Polish, `12/01/2026` (day first) in English.
#[must_use]
pub fn short_date(date: Date, lang: Lang) -> String {
    let dot = lang.pick('.', '/');
    format!("{:02}{dot}{:02}{dot}{}", date.day(), date.month(), date.year())
}

/// The name of the day of the week: `poniedziałek`, `Monday`.
#[must_use]
pub fn weekday(date: Date, lang: Lang) -> &'static str {
    match date.weekday() {
        Weekday::Monday => lang.pick("poniedziałek", "Monday"),
        Weekday::Tuesday => lang.pick("wtorek", "Tuesday"),
        Weekday::Wednesday => lang.pick("środa", "Wednesday"),
        Weekday::Thursday => lang.pick("czwartek", "Thursday"),
        Weekday::Friday => lang.pick("piątek", "Friday"),
        Weekday::Saturday => lang.pick("sobota", "Saturday"),
        Weekday::Sunday => lang.pick("niedziela", "Sunday"),
    }
}

/// Date in words and time in Poland: `12 stycznia 2026 r., 14:05`, `12 January 2026, 14:05`.
#[must_use]
pub fn long_date_time(unix_micros: i64, lang: Lang) -> String {
    let time = warsaw_time(unix_micros);
    format!("{}, {:02}:{:02}", long_date(time.date(), lang), time.hour(), time.minute())
}

/// Date in figures and time in Poland: `12.01.2026, 14:05`, `12/01/2026, 14:05`.
#[must_use]
pub fn short_date_time(unix_micros: i64, lang: Lang) -> String {
    let time = warsaw_time(unix_micros);
    format!("{}, {:02}:{:02}", short_date(time.date(), lang), time.hour(), time.minute())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn writes_dates() {
        let day = date(2026, 1, 12);
        assert_eq!(long_date(day, Lang::Pl), "12 stycznia 2026 r.");
        assert_eq!(short_date(day, Lang::Pl), "12.01.2026");
        assert_eq!(long_date(day, Lang::En), "12 January 2026");
        assert_eq!(short_date(day, Lang::En), "12/01/2026");
        assert_eq!(weekday(day, Lang::Pl), "poniedziałek");
    }

    #[test]
    fn writes_lengths_of_time() {
        let says = |lang| [0, 45, 60, 161, 10_000].map(|minutes| duration(minutes, lang).replace('\u{a0}', " "));
        assert_eq!(says(Lang::Pl), ["0 min", "45 min", "1 godz.", "2 godz. 41 min", "166 godz. 40 min"]);
        assert_eq!(says(Lang::En), ["0 min", "45 min", "1 h", "2 h 41 min", "166 h 40 min"]);
    }

    #[test]
    fn knows_summer_time() {
        // 2026-01-12 13:05 UTC and 2026-07-12 13:05 UTC.
        assert_eq!(long_date_time(1_768_223_100_000_000, Lang::Pl), "12 stycznia 2026 r., 14:05");
        assert_eq!(short_date_time(1_783_861_500_000_000, Lang::En), "12/07/2026, 15:05");
        // The clocks go back on 25 October 2026 at 01:00 UTC.
        assert_eq!(short_date_time(1_792_889_999_000_000, Lang::Pl), "25.10.2026, 02:59");
        assert_eq!(short_date_time(1_792_890_000_000_000, Lang::Pl), "25.10.2026, 02:00");
        // Half an hour before midnight UTC it is already the next day in Poland.
        assert_eq!(warsaw_date(1_768_260_600_000_000), date(2026, 1, 13));
    }

    proptest! {
        #[test]
        fn any_moment_has_a_date(micros: i64) {
            prop_assert!(!long_date_time(micros, Lang::Pl).is_empty());
        }
    }
}
