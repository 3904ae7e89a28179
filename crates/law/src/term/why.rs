//! The steps of counting a term, and how they read.

use super::{Span, TermError, Unit, next_working_day};
use crate::Lang;
use crate::format::{long_date, weekday};
use crate::holidays::{DayOff, day_off};
use jiff::civil::Date;

/// One step in counting a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Art. 57 § 1: the day of the event is not counted; the last of the days is the end.
    Days {
        /// Day of the event.
        start: Date,
        /// The term.
        span: Span,
        /// The last of the days.
        end: Date,
    },
    /// Art. 57 § 1 with only working days counted, as the act that sets the term says.
    WorkingDays {
        /// Day of the event.
        start: Date,
        /// The term.
        span: Span,
        /// The last of the working days.
        end: Date,
    },
    /// Art. 57 § 2: the end is the day of the week on which the term began.
    Weeks {
        /// Day of the event.
        start: Date,
        /// The term.
        span: Span,
        /// The same day of the week in the last week.
        end: Date,
    },
    /// Art. 57 § 3: the end is the day of the month with the number of the first day.
    Months {
        /// Day of the event.
        start: Date,
        /// The term.
        span: Span,
        /// The day of the same number in the last month.
        end: Date,
    },
    /// Art. 57 § 3: the last month has no day of that number, so its last day is the end.
    MonthTooShort {
        /// Day of the event.
        start: Date,
        /// The term.
        span: Span,
        /// The last day of the last month.
        end: Date,
    },
    /// Art. 57 § 3a: the end is the same day and month in the last year.
    Years {
        /// Day of the event.
        start: Date,
        /// The term.
        span: Span,
        /// The same day of the last year.
        end: Date,
    },
    /// Art. 57 § 3a: the last year has no 29 February, so the day directly before is the end.
    NoLeapDay {
        /// Day of the event.
        start: Date,
        /// The term.
        span: Span,
        /// 28 February of the last year.
        end: Date,
    },
    /// Art. 35 § 5: days that do not count pushed the end.
    Paused {
        /// How many calendar days did not count.
        days: u32,
        /// The end after they are added.
        end: Date,
    },
    /// Art. 57 § 4: the end fell on a day off or a Saturday and moved.
    Moved {
        /// The days passed over, in order; never empty.
        over: Vec<(Date, DayOff)>,
        /// The first day that is neither a day off nor a Saturday.
        to: Date,
    },
}

/// Moves a date to a working day and records the step when it moved.
pub(super) fn move_to_working_day(from: Date, why: &mut Vec<Why>) -> Result<Date, TermError> {
    let to = next_working_day(from)?;
    if to == from {
        return Ok(to);
    }
    let mut over = Vec::new();
    let mut date = from;
    while let Some(reason) = day_off(date) {
        over.push((date, reason));
        date = date.tomorrow().map_err(|_| TermError::TooLate)?;
    }
    why.push(Why::Moved { over, to });
    Ok(to)
}

impl Why {
    /// The step that leads from the start to the unmoved end.
    pub(super) fn counted(start: Date, span: Span, end: Date) -> Self {
        match span.unit {
            Unit::Days => Self::Days { start, span, end },
            Unit::WorkingDays => Self::WorkingDays { start, span, end },
            Unit::Weeks => Self::Weeks { start, span, end },
            Unit::Months if end.day() == start.day() => Self::Months { start, span, end },
            Unit::Months => Self::MonthTooShort { start, span, end },
            Unit::Years if end.day() == start.day() => Self::Years { start, span, end },
            Unit::Years => Self::NoLeapDay { start, span, end },
        }
    }

    /// The provision the step applies, as lawyers of the language write it: `art. 57 § 4 k.p.a.`, `art. 57 § 4 KPA`.
    #[must_use]
    pub fn provision(&self, lang: Lang) -> String {
        let article = match self {
            Self::Days { .. } | Self::WorkingDays { .. } => "art. 57 § 1",
            Self::Weeks { .. } => "art. 57 § 2",
            Self::Months { .. } | Self::MonthTooShort { .. } => "art. 57 § 3",
            Self::Years { .. } | Self::NoLeapDay { .. } => "art. 57 § 3a",
            Self::Paused { .. } => "art. 35 § 5",
            Self::Moved { .. } => "art. 57 § 4",
        };
        format!("{article} {}", lang.pick("k.p.a.", "KPA"))
    }

    /// The step as a sentence in the given language.
    #[must_use]
    pub fn explain(&self, lang: Lang) -> String {
        match lang {
            Lang::Pl => self.explain_pl(),
            Lang::En => self.explain_en(),
        }
    }

    /// The step as a Polish sentence.
    #[must_use]
    pub fn explain_pl(&self) -> String {
        let day = |date: Date| long_date(date, Lang::Pl);
        let length = |span: Span| span.words(Lang::Pl);
        let rule = self.provision(Lang::Pl);
        match self {
            Self::Days { start, span, end } => format!(
                "Dnia zdarzenia ({}) nie wlicza się; termin ({}) kończy się {} ({rule}).",
                day(*start),
                length(*span),
                day(*end)
            ),
            Self::WorkingDays { start, span, end } => format!(
                "Dnia zdarzenia ({}) nie wlicza się, a liczy się tylko dni robocze; termin ({}) kończy się {} ({rule}).",
                day(*start),
                length(*span),
                day(*end)
            ),
            Self::Weeks { start, span, end } => format!(
                "Termin w tygodniach ({}) kończy się w takim samym dniu tygodnia, w jakim się zaczął ({}): {} ({rule}).",
                length(*span),
                weekday(*start, Lang::Pl),
                day(*end)
            ),
            Self::Months { start, span, end } => format!(
                "Termin w miesiącach ({}) kończy się w dniu miesiąca o tym samym numerze co dzień początkowy ({}): {} ({rule}).",
                length(*span),
                start.day(),
                day(*end)
            ),
            Self::MonthTooShort { start, span, end } => format!(
                "Termin w miesiącach ({}): ostatni miesiąc nie ma dnia {}., więc termin kończy się w jego ostatnim dniu: {} ({rule}).",
                length(*span),
                start.day(),
                day(*end)
            ),
            Self::Years { start, span, end } => format!(
                "Termin w latach ({}) kończy się w takim samym dniu i miesiącu jak początkowy ({}): {} ({rule}).",
                length(*span),
                day(*start),
                day(*end)
            ),
            Self::NoLeapDay { span, end, .. } => format!(
                "Termin w latach ({}): w ostatnim roku nie ma 29 lutego, więc termin kończy się w dniu bezpośrednio poprzedzającym: {} ({rule}).",
                length(*span),
                day(*end)
            ),
            Self::Paused { days, end } => format!(
                "Do terminu nie wlicza się {} przerwy, więc jego koniec przesuwa się na {} ({rule}).",
                crate::fold::plural(
                    u64::from(*days),
                    format!("{days} dnia"),
                    format!("{days} dni"),
                    format!("{days} dni")
                ),
                day(*end)
            ),
            Self::Moved { over, to } => format!(
                "Termin nie kończy się w dzień wolny od pracy ani w sobotę: {}. Jego ostatni dzień to {}, {} ({rule}).",
                names(over, Lang::Pl),
                weekday(*to, Lang::Pl),
                day(*to)
            ),
        }
    }

    /// The step as an English sentence.
    #[must_use]
    pub fn explain_en(&self) -> String {
        let day = |date: Date| long_date(date, Lang::En);
        let length = |span: Span| span.words(Lang::En);
        let rule = self.provision(Lang::En);
        match self {
            Self::Days { start, span, end } => format!(
                "The day of the event ({}) is not counted; the term ({}) ends on {} ({rule}).",
                day(*start),
                length(*span),
                day(*end)
            ),
            Self::WorkingDays { start, span, end } => format!(
                "The day of the event ({}) is not counted and only working days count; the term ({}) ends on {} ({rule}).",
                day(*start),
                length(*span),
                day(*end)
            ),
            Self::Weeks { start, span, end } => format!(
                "A term in weeks ({}) ends on the day of the week on which it began ({}): {} ({rule}).",
                length(*span),
                weekday(*start, Lang::En),
                day(*end)
            ),
            Self::Months { start, span, end } => format!(
                "A term in months ({}) ends on the day of the month with the number of the first day ({}): {} ({rule}).",
                length(*span),
                start.day(),
                day(*end)
            ),
            Self::MonthTooShort { start, span, end } => format!(
                "A term in months ({}): the last month has no day {}, so the term ends on its last day: {} ({rule}).",
                length(*span),
                start.day(),
                day(*end)
            ),
            Self::Years { start, span, end } => format!(
                "A term in years ({}) ends on the same day and month as the first day ({}): {} ({rule}).",
                length(*span),
                day(*start),
                day(*end)
            ),
            Self::NoLeapDay { span, end, .. } => format!(
                "A term in years ({}): the last year has no 29 February, so the term ends on the day directly before: {} ({rule}).",
                length(*span),
                day(*end)
            ),
            Self::Paused { days: 1, end } => {
                format!("1 day of pause does not count, so the end moves to {} ({rule}).", day(*end))
            }
            Self::Paused { days, end } => {
                format!("{days} days of pause do not count, so the end moves to {} ({rule}).", day(*end))
            }
            Self::Moved { over, to } => format!(
                "A term does not end on a day off or a Saturday: {}. Its last day is {}, {} ({rule}).",
                names(over, Lang::En),
                weekday(*to, Lang::En),
                day(*to)
            ),
        }
    }
}

/// The days passed over: `24 grudnia 2025 r. to Wigilia Bożego Narodzenia, …`.
fn names(over: &[(Date, DayOff)], lang: Lang) -> String {
    let is = lang.pick("to", "is");
    over.iter()
        .map(|(date, off)| format!("{} {is} {}", long_date(*date, lang), off.name(lang)))
        .collect::<Vec<_>>()
        .join(", ")
}
