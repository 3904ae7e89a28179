//! Archival categories and how long files are kept.

use crate::Lang;
use crate::fold::plural;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The archival category of a class.
///
/// Source: Regulation of the Minister of Culture of 20 October 2015 on classifying and qualifying documentation
/// and handing it over to state archives, and the instrukcja kancelaryjna (Dz.U. 2011 nr 14 poz. 67).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Category {
    /// `A`: kept for ever, handed over to the state archive.
    A,
    /// `B` and a number: kept that many years.
    B(u8),
    /// `BE` and a number: after that many years the archive's experts review it.
    Be(u8),
    /// `Bc`: of short use, may be destroyed once it has served.
    Bc,
    /// `B*`: kept as long as other provisions say; the remarks of the class name them.
    BElsewhere,
}

/// A text is no archival category.
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{0:?} is not an archival category; there are A, B and years (B5), BE and years (BE50), Bc and B*")]
pub struct BadCategory(pub String);

impl FromStr for Category {
    type Err = BadCategory;

    /// Reads a category as typed: spaces, hyphens and letter case do not matter. Years are 1 to 100.
    fn from_str(text: &str) -> Result<Self, BadCategory> {
        let bad = || BadCategory(text.trim().to_owned());
        let plain: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2013}'))
            .flat_map(char::to_uppercase)
            .collect();
        let years = |digits: &str| match digits.bytes().all(|byte| byte.is_ascii_digit()) {
            true => digits.parse().ok().filter(|years| (1..=100).contains(years)).ok_or_else(bad),
            false => Err(bad()),
        };
        match plain.as_str() {
            "A" => Ok(Self::A),
            "BC" => Ok(Self::Bc),
            "B*" | "B*)" => Ok(Self::BElsewhere),
            other => match (other.strip_prefix("BE"), other.strip_prefix('B')) {
                (Some(digits), _) => years(digits).map(Self::Be),
                (None, Some(digits)) => years(digits).map(Self::B),
                (None, None) => Err(bad()),
            },
        }
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::A => f.write_str("A"),
            Self::B(years) => write!(f, "B{years}"),
            Self::Be(years) => write!(f, "BE{years}"),
            Self::Bc => f.write_str("Bc"),
            Self::BElsewhere => f.write_str("B*"),
        }
    }
}

impl TryFrom<String> for Category {
    type Error = BadCategory;

    fn try_from(text: String) -> Result<Self, BadCategory> {
        text.parse()
    }
}

impl From<Category> for String {
    fn from(category: Category) -> Self {
        category.to_string()
    }
}

impl Category {
    /// What the category means, as a sentence fragment for help beside it.
    #[must_use]
    pub fn meaning(self, lang: Lang) -> String {
        let years = |n: u8| {
            let n = u64::from(n);
            match lang {
                Lang::Pl => format!("{n} {}", plural(n, "rok", "lata", "lat")),
                Lang::En => format!("{n} {}", if n == 1 { "year" } else { "years" }),
            }
        };
        match self {
            Self::A => lang.pick("wieczyście, do archiwum państwowego", "for ever, to the state archive").to_owned(),
            Self::B(n) => lang.pick(format!("przez {}", years(n)), format!("for {}", years(n))),
            Self::Be(n) => lang.pick(
                format!("przez {}, potem ekspertyza archiwum", years(n)),
                format!("for {}, then review by the archive", years(n)),
            ),
            Self::Bc => lang.pick("krótko, do wykorzystania", "shortly, until it has served").to_owned(),
            Self::BElsewhere => {
                lang.pick("według odrębnych przepisów (zob. uwagi)", "as other provisions say (see remarks)").to_owned()
            }
        }
    }
}

/// The last calendar year through which files of a category are kept, for a case settled on a day.
///
/// Periods count in full calendar years from 1 January of the year after the case was settled
/// (instrukcja kancelaryjna): B5 settled in 2026 is kept from 2027 through 2031 and due for disposal (BE: for
/// review) from 1 January 2032. `None` where no period ends: `A` is kept for ever, `Bc` until it has
/// served, `B*` as other provisions say.
#[must_use]
pub fn retain_until(category: Category, settled: Date) -> Option<i16> {
    match category {
        Category::B(years) | Category::Be(years) => settled.year().checked_add(i16::from(years)),
        Category::A | Category::Bc | Category::BElsewhere => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn reads_categories() {
        for (text, category) in [
            ("A", Category::A),
            (" b5 ", Category::B(5)),
            ("B-10", Category::B(10)),
            ("BE 50", Category::Be(50)),
            ("bc", Category::Bc),
            ("B*", Category::BElsewhere),
        ] {
            assert_eq!(text.parse(), Ok(category), "{text}");
        }
        for bad in ["", "C", "B", "BE", "B0", "B+5", "B101", "A5", "5", "BEE5"] {
            assert!(bad.parse::<Category>().is_err(), "{bad}");
        }
    }

    #[test]
    fn periods_count_from_the_next_january() {
        assert_eq!(retain_until(Category::B(5), date(2026, 1, 1)), Some(2031));
        assert_eq!(retain_until(Category::B(5), date(2026, 12, 31)), Some(2031));
        assert_eq!(retain_until(Category::Be(50), date(2026, 6, 1)), Some(2076));
        assert_eq!(retain_until(Category::A, date(2026, 6, 1)), None);
        assert_eq!(Category::B(22).meaning(Lang::Pl), "przez 22 lata");
    }

    proptest! {
        #[test]
        fn printed_categories_are_read_back(years in 1u8..=100) {
            for category in [Category::A, Category::B(years), Category::Be(years), Category::Bc, Category::BElsewhere] {
                prop_assert_eq!(category.to_string().parse(), Ok(category));
            }
        }

        #[test]
        fn any_text_is_answered(text in any::<String>()) {
            let _ = text.parse::<Category>();
        }
    }
}
