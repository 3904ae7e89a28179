//! A calendar day as a column: TEXT in ISO 8601, which sorts as days do.

use std::ops::Deref;

use db::{Col, ColumnError, RowRef, Val};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A calendar day in Poland.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub Date);

impl Deref for Day {
    type Target = Date;
    fn deref(&self) -> &Date {
        &self.0
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self(date)
    }
}

impl From<Day> for Val {
    fn from(day: Day) -> Val {
        Val::Text(day.0.to_string())
    }
}

impl Col for Day {
    fn read(row: &RowRef<'_>, i: usize) -> Result<Self, ColumnError> {
        let text = String::read(row, i)?;
        text.parse().map(Day).map_err(|_| ColumnError::Word(i, text))
    }
}

/// Reads a day as people and forms write it: `2026-01-12`, `12.01.2026`, `12-01-2026`, `12/01/2026`.
pub fn parse(text: &str) -> Option<Date> {
    let text = text.trim().trim_end_matches("r.").trim();
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let parts: Vec<&str> = text.split(['.', '-', '/']).map(str::trim).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Whether a day lies in a period; one without an end goes on.
pub fn within(day: Date, from: Day, to: Option<Day>) -> bool {
    from.0 <= day && to.is_none_or(|to| day <= to.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_read_as_people_write_them() {
        for text in ["2026-01-12", "12.01.2026", " 12.1.2026 r.", "12/01/2026", "12-01-2026"] {
            assert_eq!(parse(text), Some(date(2026, 1, 12)), "{text}");
        }
        for text in ["", "12.01.26", "31.02.2026", "jutro"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
