//! Fixed words of the documents, and dates, times and sizes as they are written in each language.

use jiff::civil::{Date, DateTime};
use serde_json::Value;

use crate::document::Language;

/// Words of one language.
#[derive(Debug)]
pub(crate) struct Words {
    language: Language,
    value: Value,
}

/// A space that no line ends at.
const NBSP: char = '\u{a0}';

impl Words {
    /// The words of a language, compiled into the program.
    pub(crate) fn load(language: Language) -> Result<Self, serde_json::Error> {
        let text = match language {
            Language::Pl => include_str!("../words/pl.json"),
            Language::En => include_str!("../words/en.json"),
        };
        Ok(Self { language, value: serde_json::from_str(text)? })
    }

    /// All words, for the template.
    pub(crate) fn value(&self) -> &Value {
        &self.value
    }

    /// One word; empty if there is none under the key.
    pub(crate) fn get(&self, key: &str) -> &str {
        self.value.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    fn month(&self, month: i8) -> &str {
        let index = usize::try_from(month.saturating_sub(1)).unwrap_or(0);
        self.value.get("months").and_then(|months| months.get(index)).and_then(Value::as_str).unwrap_or_default()
    }

    /// "21 listopada 2026 r.", "21 November 2026".
    pub(crate) fn date(&self, date: Date) -> String {
        let text = format!("{}{NBSP}{}{NBSP}{}", date.day(), self.month(date.month()), date.year());
        match self.language {
            Language::Pl => format!("{text}{NBSP}r."),
            Language::En => text,
        }
    }

    /// "21.11.2026", "21/11/2026".
    pub(crate) fn date_short(&self, date: Date) -> String {
        let mark = if self.language == Language::Pl { '.' } else { '/' };
        format!("{:02}{mark}{:02}{mark}{}", date.day(), date.month(), date.year())
    }

    /// "14:05:09".
    pub(crate) fn time(&self, at: DateTime) -> String {
        format!("{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second())
    }

    /// "21 listopada 2026 r., godz. 14:05:09", "21 November 2026, 14:05:09".
    pub(crate) fn date_time(&self, at: DateTime) -> String {
        match self.language {
            Language::Pl => format!("{}, godz.{NBSP}{}", self.date(at.date()), self.time(at)),
            Language::En => format!("{}, {}", self.date(at.date()), self.time(at)),
        }
    }

    /// "45 min", "8 godz.", "7 godz. 30 min".
    pub(crate) fn hours(&self, minutes: u32) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60);
        let hour = self.get("hour");
        match (hours, rest) {
            (0, rest) => format!("{rest}{NBSP}min"),
            (hours, 0) => format!("{hours}{NBSP}{hour}"),
            (hours, rest) => format!("{hours}{NBSP}{hour} {rest}{NBSP}min"),
        }
    }

    /// "12 B", "1,5 kB", "3,4 MB": decimal units (IEC 80000-13), one digit after the comma.
    pub(crate) fn size(&self, bytes: u64) -> String {
        let mut unit = "B";
        let mut whole = bytes;
        let mut tenth = 0;
        for next in ["kB", "MB", "GB", "TB"] {
            if whole < 1000 {
                break;
            }
            tenth = whole % 1000 / 100;
            whole /= 1000;
            unit = next;
        }
        let comma = if self.language == Language::Pl { ',' } else { '.' };
        if tenth == 0 { format!("{whole}{NBSP}{unit}") } else { format!("{whole}{comma}{tenth}{NBSP}{unit}") }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn both_languages_have_the_same_words() {
        let keys = |language| {
            let words = Words::load(language).unwrap();
            words.value().as_object().unwrap().keys().cloned().collect::<Vec<_>>()
        };
        assert_eq!(keys(Language::Pl), keys(Language::En));
    }

    #[test]
    fn dates_and_sizes_in_each_language() {
        let pl = Words::load(Language::Pl).unwrap();
        let en = Words::load(Language::En).unwrap();
        let at = date(2026, 5, 3).at(9, 5, 0, 0);
        assert_eq!(pl.date_time(at), "3\u{a0}maja\u{a0}2026\u{a0}r., godz.\u{a0}09:05:00");
        assert_eq!(en.date_time(at), "3\u{a0}May\u{a0}2026, 09:05:00");
        assert_eq!(pl.date_short(at.date()), "03.05.2026");
        assert_eq!([45, 480, 450].map(|m| pl.hours(m)), ["45\u{a0}min", "8\u{a0}godz.", "7\u{a0}godz. 30\u{a0}min"]);
        assert_eq!(pl.size(999), "999\u{a0}B");
        assert_eq!(pl.size(1_560), "1,5\u{a0}kB");
        assert_eq!(en.size(3_000_000), "3\u{a0}MB");
        assert_eq!(en.size(u64::MAX), "18446744\u{a0}TB");
    }
}
