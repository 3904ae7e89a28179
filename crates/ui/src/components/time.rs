//! Days and hours as people write them.

use i18n::Lang;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use maud::{Markup, html};

/// Months in the case used after a day ("3 marca").
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
const DAYS_PL: [&str; 7] = ["poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"];
const DAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The time of Poland; an hour before UTC on a system without any zone data.
fn poland() -> TimeZone {
    TimeZone::get("Europe/Warsaw").unwrap_or_else(|_| TimeZone::fixed(jiff::tz::offset(1)))
}

fn month(lang: Lang, day: Date) -> &'static str {
    let index = usize::try_from(day.month() - 1).unwrap_or(0);
    match lang {
        Lang::Pl => MONTHS_PL.get(index).copied().unwrap_or_default(),
        Lang::En => MONTHS_EN.get(index).copied().unwrap_or_default(),
    }
}

fn weekday(lang: Lang, day: Date) -> &'static str {
    let index = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0);
    match lang {
        Lang::Pl => DAYS_PL.get(index).copied().unwrap_or_default(),
        Lang::En => DAYS_EN.get(index).copied().unwrap_or_default(),
    }
}

/// A day: `3 marca 2026`, `3 March 2026`.
#[must_use]
pub fn date(lang: Lang, day: Date) -> Markup {
    html! { time datetime=(day) { (day.day()) " " (month(lang, day)) " " (day.year()) } }
}

/// A day with its name: `wtorek, 3 marca 2026`.
#[must_use]
pub fn long_date(lang: Lang, day: Date) -> Markup {
    html! { time datetime=(day) { (weekday(lang, day)) ", " (day.day()) " " (month(lang, day)) " " (day.year()) } }
}

/// A day without the year, for lists of this year: `3 marca`.
#[must_use]
pub fn day_month(lang: Lang, day: Date) -> Markup {
    html! { time datetime=(day) { (day.day()) " " (month(lang, day)) } }
}

/// A moment in Polish time: `3 marca 2026, 14:05`.
#[must_use]
pub fn date_time(lang: Lang, at: Timestamp) -> Markup {
    let local = at.to_zoned(poland());
    let day = local.date();
    html! {
        time datetime=(at) {
            (day.day()) " " (month(lang, day)) " " (day.year()) ", "
            (format!("{}:{:02}", local.hour(), local.minute()))
        }
    }
}
