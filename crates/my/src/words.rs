//! Days, moments and states in words.

use i18n::T;
use jiff::civil::Date;
use kernel::{Arg, Micros};
use maud::Markup;
use records::cases::State;
use ui::{Tag, Tone};

use crate::msg;

/// A day in words: `12 lutego 2026 r.`
pub(crate) fn day(t: T, date: Date) -> String {
    law::format::long_date(date, t.law())
}

/// A moment as an element.
pub(crate) fn at(t: T, at: Micros) -> Markup {
    ui::date_time(t.lang(), at.timestamp())
}

/// A sentence with a day in it.
pub(crate) fn with_day(t: T, key: &str, date: Date) -> String {
    t.f(key, &[("date", Arg::from(day(t, date)))])
}

/// Where a case stands.
pub(crate) fn state(t: T, state: State) -> Tag {
    let (key, tone) = match state {
        State::Open => (msg::MY_STATE_OPEN, Tone::Info),
        State::Paused => (msg::MY_STATE_PAUSED, Tone::Warning),
        State::Settled => (msg::MY_STATE_SETTLED, Tone::Success),
    };
    Tag::new(t.s(key)).tone(tone).dot()
}
