//! Terms (terminy) and how they are counted: KPA art. 57, the running term of a case, working days.
//!
//! KPA is the Code of Administrative Procedure (Act of 14 June 1960), in force since
//! 1 January 1961; earlier dates are refused. Art. 57 is applied as amended on 1 June 2017: a term that
//! would end on a Saturday ends later. The same is done for older terms, as the administrative
//! courts read the former text since 2011.

mod clock;
mod why;
mod working;

pub use clock::{Clock, Due, Pause, State};
pub use why::Why;
pub use working::{add_working_days, next_working_day, working_days_between};

use crate::Lang;
use crate::fold::plural;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The first day a term may start on: KPA came into force on 1 January 1961.
pub const EARLIEST: Date = jiff::civil::date(1961, 1, 1);

/// The unit in which a term is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Days, art. 57 § 1.
    Days,
    /// Weeks, art. 57 § 2.
    Weeks,
    /// Months, art. 57 § 3.
    Months,
    /// Years, art. 57 § 3a.
    Years,
    /// Working days, where the act that sets the term counts in them: neither Saturdays, nor Sundays, nor holidays count.
    #[serde(rename = "working_days")]
    WorkingDays,
}

impl Unit {
    /// The longest term in this unit that is counted: one hundred years.
    #[must_use]
    pub const fn limit(self) -> u32 {
        match self {
            Self::Days => 36_525,
            Self::Weeks => 5_218,
            Self::Months => 1_200,
            Self::Years => 100,
            Self::WorkingDays => 25_000,
        }
    }
}

/// The length of a term as a law states it, such as fourteen days or two months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// How many units; 1 to [`Unit::limit`].
    pub amount: u32,
    /// Days, weeks, months, years or working days.
    pub unit: Unit,
}

impl Span {
    /// A span of `amount` units; whether it can be counted shows when it is.
    #[must_use]
    pub const fn new(amount: u32, unit: Unit) -> Self {
        Self { amount, unit }
    }

    /// The span in words: `14 dni`, `1 miesiąc`; `14 days`, `1 month`.
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        let n = u64::from(self.amount);
        let word = match lang {
            Lang::Pl => match self.unit {
                Unit::Days => plural(n, "dzień", "dni", "dni"),
                Unit::Weeks => plural(n, "tydzień", "tygodnie", "tygodni"),
                Unit::Months => plural(n, "miesiąc", "miesiące", "miesięcy"),
                Unit::Years => plural(n, "rok", "lata", "lat"),
                Unit::WorkingDays => plural(n, "dzień roboczy", "dni robocze", "dni roboczych"),
            },
            Lang::En => match (self.unit, n == 1) {
                (Unit::Days, true) => "day",
                (Unit::Days, false) => "days",
                (Unit::Weeks, true) => "week",
                (Unit::Weeks, false) => "weeks",
                (Unit::Months, true) => "month",
                (Unit::Months, false) => "months",
                (Unit::Years, true) => "year",
                (Unit::Years, false) => "years",
                (Unit::WorkingDays, true) => "working day",
                (Unit::WorkingDays, false) => "working days",
            },
        };
        format!("{n} {word}")
    }
}

/// Why a term could not be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TermError {
    /// A term of no length is no term.
    #[error("a term is at least 1 long")]
    Zero,
    /// The term is longer than [`Unit::limit`].
    #[error("a term of {} is too long; the limit is {}", .0.words(Lang::En), .0.unit.limit())]
    TooLong(Span),
    /// The start lies before [`EARLIEST`].
    #[error("{0} is before 1 January 1961, when the Code of Administrative Procedure came into force")]
    TooEarly(Date),
    /// The term would end after the year 9999.
    #[error("the term would end after the year 9999")]
    TooLate,
    /// A pause ends before it begins.
    #[error("the pause ends on {to}, before it begins on {from}")]
    PauseReversed {
        /// First day of the pause.
        from: Date,
        /// Last day of the pause.
        to: Date,
    },
    /// More than one pause has no end.
    #[error("the term is paused already")]
    PausedAlready,
    /// There is no open pause that could be ended.
    #[error("the term is not paused")]
    NotPaused,
}

impl TermError {
    /// The reason in plain Polish.
    #[must_use]
    pub fn why_pl(&self) -> String {
        match self {
            Self::Zero => "Termin musi trwać co najmniej 1 (dzień, tydzień, miesiąc albo rok).".to_owned(),
            Self::TooLong(span) => {
                format!("Termin {} jest za długi. Najdłuższy, jaki liczymy, to 100 lat.", span.words(Lang::Pl))
            }
            Self::TooEarly(date) => format!(
                "{date} to data sprzed 1 stycznia 1961 r., kiedy wszedł w życie Kodeks postępowania administracyjnego."
            ),
            Self::TooLate => "Termin skończyłby się po roku 9999.".to_owned(),
            Self::PauseReversed { from, to } => {
                format!("Przerwa kończy się {to}, a zaczyna dopiero {from}. Popraw daty.")
            }
            Self::PausedAlready => "Bieg terminu jest już wstrzymany.".to_owned(),
            Self::NotPaused => "Bieg terminu nie jest wstrzymany.".to_owned(),
        }
    }

    /// The reason in plain English.
    #[must_use]
    pub fn why_en(&self) -> String {
        match self {
            Self::Zero => "A term lasts at least 1 (day, week, month or year).".to_owned(),
            Self::TooLong(span) => {
                format!("A term of {} is too long. The longest we count is 100 years.", span.words(Lang::En))
            }
            Self::TooEarly(date) => {
                format!("{date} is before 1 January 1961, when the Code of Administrative Procedure came into force.")
            }
            Self::TooLate => "The term would end after the year 9999.".to_owned(),
            Self::PauseReversed { from, to } => {
                format!("The pause ends on {to} but begins on {from}. Correct the dates.")
            }
            Self::PausedAlready => "The term is paused already.".to_owned(),
            Self::NotPaused => "The term is not paused.".to_owned(),
        }
    }

    /// The reason in the given language.
    #[must_use]
    pub fn why(&self, lang: Lang) -> String {
        match lang {
            Lang::Pl => self.why_pl(),
            Lang::En => self.why_en(),
        }
    }
}

/// A counted term: where it ends and how that came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The day on which the term ends by art. 57 § 1–3a, before § 4 moves it.
    pub raw_end: Date,
    /// The last day on which one can still act; a working day.
    pub last_day: Date,
    /// The steps, in the order in which they were taken; never empty.
    pub why: Vec<Why>,
}

impl Counted {
    /// Whether art. 57 § 4 moved the end.
    #[must_use]
    pub fn moved(&self) -> bool {
        self.raw_end != self.last_day
    }

    /// The steps as sentences, one a line.
    #[must_use]
    pub fn explain(&self, lang: Lang) -> String {
        self.why.iter().map(|why| why.explain(lang)).collect::<Vec<_>>().join("\n")
    }
}

/// Counts the last day of a term: KPA art. 57 § 1–4.
///
/// `start` is the day of the event the term runs from (a delivery, an announcement, the start of
/// proceedings). Days: that day is not counted (§ 1). Weeks: the day of the same name (§ 2). Months: the
/// day of the same number, or the last day of the month if it has no such day (§ 3). Years: likewise
/// the same day of the same month, or the day directly before it (§ 3a). Working days: as days, of which
/// only working days count. An end on a Saturday, a Sunday or a holiday moves to the next day that is none
/// of these (§ 4).
///
/// # Errors
/// [`TermError::Zero`], [`TermError::TooLong`], [`TermError::TooEarly`], [`TermError::TooLate`].
pub fn last_day(start: Date, span: Span) -> Result<Counted, TermError> {
    if span.amount == 0 {
        return Err(TermError::Zero);
    }
    if span.amount > span.unit.limit() {
        return Err(TermError::TooLong(span));
    }
    if start < EARLIEST {
        return Err(TermError::TooEarly(start));
    }
    let n = i64::from(span.amount);
    let step = match span.unit {
        Unit::Days => Some(n.days()),
        Unit::Weeks => Some(n.weeks()),
        Unit::Months => Some(n.months()),
        Unit::Years => Some(n.years()),
        Unit::WorkingDays => None,
    };
    let raw_end = match step {
        // Adding months or years keeps the number of the day, or takes the month's last day.
        Some(step) => start.checked_add(step).map_err(|_| TermError::TooLate)?,
        None => add_working_days(start, span.amount)?,
    };
    let mut why = vec![Why::counted(start, span, raw_end)];
    let last_day = why::move_to_working_day(raw_end, &mut why)?;
    Ok(Counted { raw_end, last_day, why })
}

#[cfg(test)]
mod tests;
