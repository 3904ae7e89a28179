//! Days and hours as people write them, with the machine's form beside. The words are those of [`law::format`].

use i18n::{Lang, T};
use jiff::{Timestamp, civil::Date};
use law::format;
use maud::{Markup, html};

/// A day: `3 marca 2026`, `3 March 2026`.
#[must_use]
pub fn date(lang: Lang, day: Date) -> Markup {
    html! { time datetime=(day) { (format::day_month(day, T(lang).law())) " " (day.year()) } }
}

/// A day with its name: `wtorek, 3 marca 2026`.
#[must_use]
pub fn long_date(lang: Lang, day: Date) -> Markup {
    let words = T(lang).law();
    html! { time datetime=(day) { (format::weekday(day, words)) ", " (format::day_month(day, words)) " " (day.year()) } }
}

/// A day without the year, for lists of this year: `3 marca`.
#[must_use]
pub fn day_month(lang: Lang, day: Date) -> Markup {
    html! { time datetime=(day) { (format::day_month(day, T(lang).law())) } }
}

/// A moment in Polish time: `3 marca 2026, 14:05`.
#[must_use]
pub fn date_time(lang: Lang, at: Timestamp) -> Markup {
    let local = format::warsaw_time(at.as_microsecond());
    html! {
        time datetime=(at) {
            (format::day_month(local.date(), T(lang).law())) " " (local.year()) ", "
            (std::format!("{}:{:02}", local.hour(), local.minute()))
        }
    }
}

/// The hour of a moment in Polish time, where the day stands beside: `14:05`.
#[must_use]
pub fn hour(at: Timestamp) -> Markup {
    let local = format::warsaw_time(at.as_microsecond());
    html! { time datetime=(at) { (std::format!("{}:{:02}", local.hour(), local.minute())) } }
}

/// A length of time in minutes: `45 min`, `2 godz. 41 min`.
#[must_use]
pub fn duration(lang: Lang, minutes: u32) -> String {
    format::duration(minutes, T(lang).law())
}
