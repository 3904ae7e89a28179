//! The two languages in which the rules explain themselves.

use std::str::FromStr;

/// Language of an explanation. Polish is the default: it is the language of the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Polish.
    #[default]
    Pl,
    /// English.
    En,
}

impl Lang {
    /// The BCP 47 code, `pl` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pl => "pl",
            Self::En => "en",
        }
    }

    /// Chooses between a Polish and an English value.
    #[must_use]
    pub fn pick<T>(self, polish: T, english: T) -> T {
        match self {
            Self::Pl => polish,
            Self::En => english,
        }
    }
}

/// A language other than Polish or English was asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no language {0:?} here, only pl and en")]
pub struct UnknownLang(pub String);

impl FromStr for Lang {
    type Err = UnknownLang;

    /// Reads `pl`, `en` and longer tags that begin so (`pl-PL`, `en_GB`).
    fn from_str(text: &str) -> Result<Self, UnknownLang> {
        let primary = text.split(['-', '_']).next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            "pl" => Ok(Self::Pl),
            "en" => Ok(Self::En),
            _ => Err(UnknownLang(text.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_language_tags() {
        assert_eq!("pl-PL".parse(), Ok(Lang::Pl));
        assert_eq!("EN_gb".parse(), Ok(Lang::En));
        assert!("de".parse::<Lang>().is_err());
    }
}
