//! The running term of a case, with the pauses that do not count.

use super::{
    Counted, Span, TermError, Unit, Why, add_working_days, last_day, next_working_day, why, working_days_between,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Days that do not count into the term of a case: KPA art. 35 § 5.
///
/// Such are terms set by other acts, suspension of the proceedings, mediation, and delay caused by the
/// party or by what the office could not help. The reason is kept by whoever keeps the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Pause {
    /// The first day that does not count.
    pub from: Date,
    /// The last day that does not count; `None` while the pause lasts.
    pub to: Option<Date>,
}

/// The term of a case: when it began, how long it is, and which days do not count.
///
/// How pauses extend it. First the end is counted by art. 57 § 1–3a. Then pauses are taken in order of
/// time, overlapping and touching ones as one: each full calendar day of a pause that lies after
/// the first day pushes the end by one day, provided the pause began before the term ran out.
/// Last, an end on a Saturday, Sunday or holiday moves to a working day (§ 4). A pause that begins
/// in the days by which § 4 moved the end still counts, since the term was still running; it then
/// pushes the moved end. A pause that lasts counts up to and with the day one looks at. A pause
/// that began when the term was over changes nothing. A term in working days is pushed by as many working days
/// as the pause holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    start: Date,
    span: Span,
    pauses: Vec<Pause>,
    done: Option<Date>,
}

/// The end of a case's term, as seen on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The last day; while a pause lasts, the earliest it can still be.
    pub last_day: Date,
    /// How many calendar days did not count.
    pub paused_days: u32,
    /// How the day came about.
    pub counted: Counted,
}

/// How a case's term stands on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// The term runs; `left` calendar days remain, 0 on its last day.
    Running {
        /// Calendar days until the last day.
        left: i64,
    },
    /// The term is paused; `left` calendar days will remain if the pause ended today.
    Paused {
        /// The first day of the pause.
        since: Date,
        /// Calendar days until the last day.
        left: i64,
    },
    /// The term is over and the case is not settled; the party must be told (art. 36).
    Overdue {
        /// Calendar days since the last day, at least 1.
        by: i64,
    },
    /// The case is settled.
    Done {
        /// The day it was settled.
        on: Date,
        /// Whether that was on or before the last day.
        in_time: bool,
    },
}

fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

fn add_days(date: Date, days: i64) -> Result<Date, TermError> {
    let span = jiff::Span::new().try_days(days).map_err(|_| TermError::TooLate)?;
    date.checked_add(span).map_err(|_| TermError::TooLate)
}

impl Clock {
    /// A term that runs from `start`, the day the proceedings began (KPA art. 35 § 3, art. 61 § 3 and 3a).
    ///
    /// # Errors
    /// As [`last_day`].
    pub fn new(start: Date, span: Span) -> Result<Self, TermError> {
        last_day(start, span)?;
        Ok(Self { start, span, pauses: Vec::new(), done: None })
    }

    /// The day the term runs from.
    #[must_use]
    pub const fn start(&self) -> Date {
        self.start
    }

    /// The length of the term.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The pauses in the order in which they were added.
    #[must_use]
    pub fn pauses(&self) -> &[Pause] {
        &self.pauses
    }

    /// Adds a pause, whole or still lasting.
    ///
    /// # Errors
    /// [`TermError::PauseReversed`] if it ends before it begins; [`TermError::PausedAlready`] if it
    /// has no end and another has none either.
    pub fn pause(&mut self, pause: Pause) -> Result<(), TermError> {
        if let Some(to) = pause.to
            && to < pause.from
        {
            return Err(TermError::PauseReversed { from: pause.from, to });
        }
        if pause.to.is_none() && self.pauses.iter().any(|other| other.to.is_none()) {
            return Err(TermError::PausedAlready);
        }
        self.pauses.push(pause);
        Ok(())
    }

    /// Ends the lasting pause; `to` is the last day that does not count.
    ///
    /// # Errors
    /// [`TermError::NotPaused`] without a lasting pause; [`TermError::PauseReversed`] if `to` lies before its first day.
    pub fn resume(&mut self, to: Date) -> Result<(), TermError> {
        let open = self.pauses.iter_mut().find(|pause| pause.to.is_none()).ok_or(TermError::NotPaused)?;
        if to < open.from {
            return Err(TermError::PauseReversed { from: open.from, to });
        }
        open.to = Some(to);
        Ok(())
    }

    /// Records the day the case was settled, or that it is open again with `None`.
    pub const fn settle(&mut self, on: Option<Date>) {
        self.done = on;
    }

    /// Pauses as closed ranges up to `today`, after the first day, in order, joined where they touch.
    fn ranges(&self, today: Date) -> Vec<(Date, Date)> {
        let Ok(first) = self.start.tomorrow() else { return Vec::new() };
        let mut ranges: Vec<(Date, Date)> = self
            .pauses
            .iter()
            .map(|pause| (pause.from.max(first), pause.to.unwrap_or(today)))
            .filter(|(from, to)| from <= to)
            .collect();
        ranges.sort_unstable();
        let mut joined: Vec<(Date, Date)> = Vec::with_capacity(ranges.len());
        for (from, to) in ranges {
            match joined.last_mut() {
                Some(last) if last.1.tomorrow().is_ok_and(|next| from <= next) => last.1 = last.1.max(to),
                _ => joined.push((from, to)),
            }
        }
        joined
    }

    /// The last day of the term as seen on `today` (which matters only while a pause lasts).
    ///
    /// # Errors
    /// [`TermError::TooLate`] when pauses push the end beyond the year 9999; others as [`last_day`]
    /// for a clock that was read from elsewhere and holds what [`Clock::new`] refuses.
    pub fn due(&self, today: Date) -> Result<Due, TermError> {
        let today = self.done.map_or(today, |done| done.min(today));
        let plain = last_day(self.start, self.span)?;
        let (mut end, mut moved, mut paused) = (plain.raw_end, plain.last_day, 0);
        for (from, to) in self.ranges(today) {
            if from > moved {
                break;
            }
            let days = days_between(from, to) + 1;
            let from_end = if from <= end { end } else { moved };
            end = if self.span.unit == Unit::WorkingDays {
                let before = from.yesterday().map_err(|_| TermError::TooEarly(from))?;
                add_working_days(from_end, u32::try_from(working_days_between(before, to)).unwrap_or_default())?
            } else {
                add_days(from_end, days)?
            };
            moved = next_working_day(end)?;
            paused += days;
        }
        let paused_days = u32::try_from(paused).unwrap_or(u32::MAX);
        let mut steps = plain.why.into_iter().take(1).collect::<Vec<_>>();
        if paused_days > 0 {
            steps.push(Why::Paused { days: paused_days, end });
        }
        let last = why::move_to_working_day(end, &mut steps)?;
        Ok(Due { last_day: last, paused_days, counted: Counted { raw_end: end, last_day: last, why: steps } })
    }

    /// Calendar days from `today` to the last day; 0 on the last day, negative when overdue.
    ///
    /// # Errors
    /// As [`Clock::due`].
    pub fn days_left(&self, today: Date) -> Result<i64, TermError> {
        Ok(days_between(today, self.due(today)?.last_day))
    }

    /// How the term stands on `today`.
    ///
    /// # Errors
    /// As [`Clock::due`].
    pub fn state(&self, today: Date) -> Result<State, TermError> {
        let due = self.due(today)?.last_day;
        if let Some(on) = self.done
            && on <= today
        {
            return Ok(State::Done { on, in_time: on <= due });
        }
        let left = days_between(today, due);
        if left < 0 {
            return Ok(State::Overdue { by: -left });
        }
        let covering = |pause: &&Pause| pause.from <= today && pause.to.is_none_or(|to| today <= to);
        match self.pauses.iter().filter(covering).map(|pause| pause.from).min() {
            Some(since) => Ok(State::Paused { since, left }),
            None => Ok(State::Running { left }),
        }
    }
}
