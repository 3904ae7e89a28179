//! Working days: neither Saturday, nor Sunday, nor a statutory holiday.

use super::{EARLIEST, TermError, Unit};
use crate::holidays::is_working_day;
use jiff::civil::Date;

/// The date itself if it is a working day, otherwise the next one: KPA art. 57 § 4.
///
/// # Errors
/// [`TermError::TooLate`] when there is none before the end of the year 9999.
pub fn next_working_day(date: Date) -> Result<Date, TermError> {
    let mut day = date;
    while !is_working_day(day) {
        day = day.tomorrow().map_err(|_| TermError::TooLate)?;
    }
    Ok(day)
}

/// The `n`-th working day after `date`; the date itself does not count. With `n` of 0, the date itself.
///
/// An interpreter of sign language, for one, is ordered three working days ahead (Act of 19 August
/// 2011 on sign language).
///
/// # Errors
/// [`TermError::TooLong`] above 36,525 days, [`TermError::TooEarly`] before 1961, [`TermError::TooLate`]
/// after 9999.
pub fn add_working_days(date: Date, n: u32) -> Result<Date, TermError> {
    if n > Unit::Days.limit() {
        return Err(TermError::TooLong(super::Span::new(n, Unit::Days)));
    }
    if date < EARLIEST {
        return Err(TermError::TooEarly(date));
    }
    let mut day = date;
    for _ in 0..n {
        day = next_working_day(day.tomorrow().map_err(|_| TermError::TooLate)?)?;
    }
    Ok(day)
}

/// How many working days lie after `from` up to and with `to`; negative when `to` is earlier.
///
/// Takes time in proportion to the distance; a century is about 37 thousand cheap steps.
#[must_use]
pub fn working_days_between(from: Date, to: Date) -> i64 {
    if to < from {
        return -working_days_between(to, from);
    }
    let mut days = 0;
    let mut day = from;
    while day < to {
        let Ok(next) = day.tomorrow() else { break };
        day = next;
        days += i64::from(is_working_day(day));
    }
    days
}
