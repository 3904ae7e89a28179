//! The reference of a case (znak sprawy): `OR.0123.4.2026.JK`.
//!
//! Source: Regulation of the Prime Minister of 18 January 2011 on office procedure (instrukcja
//! kancelaryjna, Dz.U. 2011 nr 14 poz. 67), annex 1, § 5.

use crate::Lang;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The longest code of a unit or of its section, in characters.
pub const MAX_CODE: usize = 16;
/// The longest symbol of a class, in digits.
pub const MAX_SYMBOL: usize = 8;
/// The longest initials, in characters.
pub const MAX_INITIALS: usize = 16;

/// The parts a case reference consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Code of the unit.
    Unit,
    /// Code of the section within the unit, after the hyphen.
    Section,
    /// Symbol of the class in the file plan.
    Symbol,
    /// Number of the case.
    Number,
    /// Number of the case within a sub-file.
    SubNumber,
    /// Year in which the case was opened.
    Year,
    /// Initials of the official.
    Initials,
}

impl Part {
    fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Unit => lang.pick("oznaczenie komórki organizacyjnej", "the code of the unit"),
            Self::Section => {
                lang.pick("oznaczenie części komórki po łączniku", "the code of the section after the hyphen")
            }
            Self::Symbol => lang.pick("symbol klasyfikacyjny z wykazu akt", "the symbol of the class"),
            Self::Number => lang.pick("numer sprawy", "the number of the case"),
            Self::SubNumber => lang.pick("numer sprawy w podteczce", "the number within the sub-file"),
            Self::Year => lang.pick("rok", "the year"),
            Self::Initials => lang.pick("symbol prowadzącego sprawę", "the initials of the official"),
        }
    }
}

/// Why a text is no case reference.
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{}", self.why_en())]
pub enum ReferenceError {
    /// Nothing was typed.
    Empty,
    /// Fewer than four or more than six parts between dots.
    PartCount(usize),
    /// A part between two dots is empty.
    EmptyPart(Part),
    /// A part is longer than it may be.
    TooLong(Part, usize),
    /// A part holds a character that does not belong there.
    Character(Part, char),
    /// The code of a unit, or the initials, hold no letter.
    NoLetter(Part),
    /// A number begins with zero; numbers are written without leading zeros and start from 1.
    LeadingZero(Part),
    /// A number does not fit: above 4,294,967,295.
    TooBig(Part),
    /// The year is not four digits from 1900 to 9999.
    Year,
}

impl ReferenceError {
    /// The reason in plain Polish.
    #[must_use]
    pub fn why_pl(&self) -> String {
        let name = |part: &Part| part.name(Lang::Pl);
        match self {
            Self::Empty => "Znak sprawy jest pusty.".to_owned(),
            Self::PartCount(found) => format!(
                "Znak sprawy ma od 4 do 6 części oddzielonych kropkami (na przykład OR.0123.4.2026.JK), a tu jest ich {found}."
            ),
            Self::EmptyPart(part) => format!("Znak sprawy: brakuje części „{}”.", name(part)),
            Self::TooLong(part, limit) => {
                format!("Znak sprawy: część „{}” jest za długa (najwyżej {limit}).", name(part))
            }
            Self::Character(part, found) => {
                format!("Znak sprawy: część „{}” zawiera niedozwolony znak „{}”.", name(part), found.escape_debug())
            }
            Self::NoLetter(part) => format!("Znak sprawy: część „{}” musi zawierać choć jedną literę.", name(part)),
            Self::LeadingZero(part) => {
                format!("Znak sprawy: część „{}” nie może zaczynać się od zera. Numery liczy się od 1.", name(part))
            }
            Self::TooBig(part) => format!("Znak sprawy: część „{}” to za duża liczba.", name(part)),
            Self::Year => "Znak sprawy: rok to cztery cyfry, na przykład 2026.".to_owned(),
        }
    }

    /// The reason in plain English.
    #[must_use]
    pub fn why_en(&self) -> String {
        let name = |part: &Part| part.name(Lang::En);
        match self {
            Self::Empty => "The case reference is empty.".to_owned(),
            Self::PartCount(found) => format!(
                "A case reference has 4 to 6 parts with dots between (for example OR.0123.4.2026.JK), but there are {found} here."
            ),
            Self::EmptyPart(part) => format!("Case reference: {} is missing.", name(part)),
            Self::TooLong(part, limit) => format!("Case reference: {} is too long ({limit} at most).", name(part)),
            Self::Character(part, found) => {
                format!("Case reference: {} holds “{}”, which may not stand there.", name(part), found.escape_debug())
            }
            Self::NoLetter(part) => format!("Case reference: {} needs at least one letter.", name(part)),
            Self::LeadingZero(part) => {
                format!("Case reference: {} may not begin with zero. Numbers count from 1.", name(part))
            }
            Self::TooBig(part) => format!("Case reference: {} is too big a number.", name(part)),
            Self::Year => "Case reference: the year is four digits, such as 2026.".to_owned(),
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

/// The code of an organisational unit: `ABC`, or `ABC-A` with its section.
///
/// Letters (Polish ones too) and digits with at least one letter; one hyphen, solely between the unit and its
/// section. One code means one unit within a calendar year, which whoever keeps the units sees to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct UnitCode(String);

fn letters_and_digits(part: Part, text: &str, limit: usize) -> Result<(), ReferenceError> {
    if text.is_empty() {
        return Err(ReferenceError::EmptyPart(part));
    }
    if let Some(found) = text.chars().find(|letter| !(letter.is_alphabetic() || letter.is_ascii_digit())) {
        return Err(ReferenceError::Character(part, found));
    }
    if text.chars().count() > limit {
        return Err(ReferenceError::TooLong(part, limit));
    }
    Ok(())
}

impl UnitCode {
    /// The code as it stands in a reference.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code without the section.
    #[must_use]
    pub fn unit(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// The code of the section, if there is one.
    #[must_use]
    pub fn section(&self) -> Option<&str> {
        self.0.split_once('-').map(|(_, section)| section)
    }
}

impl FromStr for UnitCode {
    type Err = ReferenceError;

    fn from_str(text: &str) -> Result<Self, ReferenceError> {
        let text = text.trim();
        let (unit, section) = text.split_once('-').map_or((text, None), |(unit, section)| (unit, Some(section)));
        letters_and_digits(Part::Unit, unit, MAX_CODE)?;
        if !unit.chars().any(char::is_alphabetic) {
            return Err(ReferenceError::NoLetter(Part::Unit));
        }
        if let Some(section) = section {
            letters_and_digits(Part::Section, section, MAX_CODE)?;
        }
        Ok(Self(text.to_owned()))
    }
}

/// Checks the symbol of a class: ASCII digits, 1 to [`MAX_SYMBOL`] of them.
///
/// # Errors
/// [`ReferenceError::EmptyPart`], [`ReferenceError::Character`], [`ReferenceError::TooLong`] for [`Part::Symbol`].
pub fn check_symbol(symbol: &str) -> Result<(), ReferenceError> {
    if symbol.is_empty() {
        return Err(ReferenceError::EmptyPart(Part::Symbol));
    }
    if let Some(found) = symbol.chars().find(|letter| !letter.is_ascii_digit()) {
        return Err(ReferenceError::Character(Part::Symbol, found));
    }
    if symbol.len() > MAX_SYMBOL {
        return Err(ReferenceError::TooLong(Part::Symbol, MAX_SYMBOL));
    }
    Ok(())
}

/// The reference a case bears for life: `KOM[-REF].SYMBOL.NR[.NR2].RRRR[.INITIALS]`.
///
/// What one parses prints again letter by letter. A reference is made whole: there is no way to hold one that
/// breaks § 5.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CaseReference {
    unit: UnitCode,
    symbol: String,
    number: u32,
    sub_number: Option<u32>,
    year: i16,
    initials: Option<String>,
}

impl CaseReference {
    /// A reference from its parts.
    ///
    /// # Errors
    /// The same as for a text that is parsed; a number of 0 is [`ReferenceError::LeadingZero`].
    pub fn new(
        unit: UnitCode,
        symbol: &str,
        number: u32,
        sub_number: Option<u32>,
        year: i16,
        initials: Option<&str>,
    ) -> Result<Self, ReferenceError> {
        check_symbol(symbol)?;
        for (part, number) in [(Part::Number, Some(number)), (Part::SubNumber, sub_number)] {
            if number == Some(0) {
                return Err(ReferenceError::LeadingZero(part));
            }
        }
        if !(1900..=9999).contains(&year) {
            return Err(ReferenceError::Year);
        }
        if let Some(initials) = initials {
            check_initials(initials)?;
        }
        Ok(Self { unit, symbol: symbol.to_owned(), number, sub_number, year, initials: initials.map(str::to_owned) })
    }

    /// The unit that keeps the case.
    #[must_use]
    pub const fn unit(&self) -> &UnitCode {
        &self.unit
    }

    /// The symbol of the class in the file plan.
    #[must_use]
    pub fn symbol(&self) -> &str {
        &self.symbol
    }

    /// The number of the case in (unit, symbol, year), from 1; with a sub-number, the base of the sub-file.
    #[must_use]
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// The number within the sub-file (podteczka), from 1.
    #[must_use]
    pub const fn sub_number(&self) -> Option<u32> {
        self.sub_number
    }

    /// The year in which the case was opened; it stays when the case goes on into the next.
    #[must_use]
    pub const fn year(&self) -> i16 {
        self.year
    }

    /// The initials of the official, which may follow the year.
    #[must_use]
    pub fn initials(&self) -> Option<&str> {
        self.initials.as_deref()
    }

    /// The reference without initials, which is what identifies the case.
    #[must_use]
    pub fn bare(&self) -> Self {
        Self { initials: None, ..self.clone() }
    }
}

fn check_initials(text: &str) -> Result<(), ReferenceError> {
    letters_and_digits(Part::Initials, text, MAX_INITIALS)?;
    if text.chars().any(char::is_alphabetic) { Ok(()) } else { Err(ReferenceError::NoLetter(Part::Initials)) }
}

impl fmt::Display for UnitCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for CaseReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.unit, self.symbol, self.number)?;
        if let Some(sub) = self.sub_number {
            write!(f, ".{sub}")?;
        }
        write!(f, ".{}", self.year)?;
        if let Some(initials) = &self.initials {
            write!(f, ".{initials}")?;
        }
        Ok(())
    }
}

fn number(part: Part, text: &str) -> Result<u32, ReferenceError> {
    if text.is_empty() {
        return Err(ReferenceError::EmptyPart(part));
    }
    if let Some(found) = text.chars().find(|letter| !letter.is_ascii_digit()) {
        return Err(ReferenceError::Character(part, found));
    }
    if text.starts_with('0') {
        return Err(ReferenceError::LeadingZero(part));
    }
    text.parse().map_err(|_| ReferenceError::TooBig(part))
}

fn year(text: &str) -> Result<i16, ReferenceError> {
    if text.is_empty() {
        return Err(ReferenceError::EmptyPart(Part::Year));
    }
    if !is_number(text) || text.len() != 4 {
        return Err(ReferenceError::Year);
    }
    text.parse().map_err(|_| ReferenceError::Year)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

impl FromStr for CaseReference {
    type Err = ReferenceError;

    /// Reads a reference; white space around it is dropped.
    fn from_str(text: &str) -> Result<Self, ReferenceError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(ReferenceError::Empty);
        }
        let parts: Vec<&str> = text.split('.').collect();
        // Initials hold a letter, so the last part tells whether the fifth is a year or they are.
        let (unit, symbol, nr, sub, of_year, initials) = match parts.as_slice() {
            [unit, symbol, nr, year] => (unit, symbol, nr, None, year, None),
            [unit, symbol, nr, sub, year] if is_number(year) => (unit, symbol, nr, Some(sub), year, None),
            [unit, symbol, nr, year, initials] => (unit, symbol, nr, None, year, Some(*initials)),
            [unit, symbol, nr, sub, year, initials] => (unit, symbol, nr, Some(sub), year, Some(*initials)),
            other => return Err(ReferenceError::PartCount(other.len())),
        };
        let unit = unit.parse()?;
        check_symbol(symbol)?;
        let nr = number(Part::Number, nr)?;
        let sub = sub.map(|sub| number(Part::SubNumber, sub)).transpose()?;
        Self::new(unit, symbol, nr, sub, year(of_year)?, initials)
    }
}

impl TryFrom<String> for UnitCode {
    type Error = ReferenceError;

    fn try_from(text: String) -> Result<Self, ReferenceError> {
        text.parse()
    }
}

impl From<UnitCode> for String {
    fn from(code: UnitCode) -> Self {
        code.0
    }
}

impl TryFrom<String> for CaseReference {
    type Error = ReferenceError;

    fn try_from(text: String) -> Result<Self, ReferenceError> {
        text.parse()
    }
}

impl From<CaseReference> for String {
    fn from(reference: CaseReference) -> Self {
        reference.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> CaseReference {
        text.parse().unwrap()
    }

    fn fault(text: &str) -> ReferenceError {
        text.parse::<CaseReference>().unwrap_err()
    }

    #[test]
    fn reads_references_of_every_shape() {
        let full = read("ABC-A.123.77.3.2011.JW");
        assert_eq!((full.unit().unit(), full.unit().section(), full.symbol()), ("ABC", Some("A"), "123"));
        assert_eq!((full.number(), full.sub_number(), full.year(), full.initials()), (77, Some(3), 2011, Some("JW")));
        assert_eq!(full.bare().to_string(), "ABC-A.123.77.3.2011");
        assert_eq!(read("OR.0123.4.2026").sub_number(), None);
        assert_eq!(read("OR.0123.4.2026.JK").initials(), Some("JK"));
        let sub = read("OŚ.6220.2012.2025.2026");
        assert_eq!((sub.number(), sub.sub_number(), sub.year()), (2012, Some(2025), 2026));
        assert_eq!(read(" GN.3023.1.2021 ").to_string(), "GN.3023.1.2021");
    }

    #[test]
    fn says_what_is_wrong() {
        assert_eq!(fault(""), ReferenceError::Empty);
        assert_eq!(fault("OR.0123.2026"), ReferenceError::PartCount(3));
        assert_eq!(fault("OR/0123/4/2026"), ReferenceError::PartCount(1));
        assert_eq!(fault("12.0123.4.2026"), ReferenceError::NoLetter(Part::Unit));
        assert_eq!(fault("A-B-C.0123.4.2026"), ReferenceError::Character(Part::Section, '-'));
        assert_eq!(fault("OR-.0123.4.2026"), ReferenceError::EmptyPart(Part::Section));
        assert_eq!(fault("OR.01A.4.2026"), ReferenceError::Character(Part::Symbol, 'A'));
        assert_eq!(fault("OR.0123.04.2026"), ReferenceError::LeadingZero(Part::Number));
        assert_eq!(fault("OR.0123.0.2026"), ReferenceError::LeadingZero(Part::Number));
        assert_eq!(fault("OR.0123.99999999999.2026"), ReferenceError::TooBig(Part::Number));
        assert_eq!(fault("OR.0123.4.26"), ReferenceError::Year);
        assert_eq!(fault("OR.0123.4.2026."), ReferenceError::EmptyPart(Part::Initials));
        assert_eq!(fault("OR.0123.4.2026.J-K"), ReferenceError::Character(Part::Initials, '-'));
        assert!(fault("OR.0123.4.26").why_pl().contains("cztery cyfry"));
        let unit: UnitCode = "OR".parse().unwrap();
        assert!(CaseReference::new(unit, "0123", 0, None, 2026, None).is_err());
    }

    #[test]
    fn travels_as_text_in_json() {
        let json = serde_json::to_string(&read("OR.0123.4.2026")).unwrap();
        assert_eq!(json, "\"OR.0123.4.2026\"");
        assert!(serde_json::from_str::<CaseReference>("\"OR.0123\"").is_err());
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_back(
            unit in "[A-ZŁŚŻ]{1,6}(-[A-Z0-9]{1,4})?",
            symbol in "[0-9]{1,8}",
            number in 1u32..,
            sub in proptest::option::of(1u32..),
            year in 1900i16..=9999,
            initials in proptest::option::of("[A-ZŁŚ]{1,4}"),
        ) {
            let made = CaseReference::new(unit.parse().unwrap(), &symbol, number, sub, year, initials.as_deref()).unwrap();
            prop_assert_eq!(made.to_string().parse::<CaseReference>().unwrap(), made);
        }

        #[test]
        fn what_is_read_prints_the_same(text in "[A-Z0-9-]{0,4}\\.[0-9]{0,4}\\.[0-9]{0,3}\\.[0-9]{0,4}(\\.[0-9A-Z]{0,4}){0,2}") {
            match text.parse::<CaseReference>() {
                Ok(reference) => prop_assert_eq!(reference.to_string(), text),
                Err(error) => prop_assert!(!error.why_pl().is_empty() && !error.why_en().is_empty()),
            }
        }

        #[test]
        fn any_text_is_answered(text in any::<String>()) {
            let _ = text.parse::<CaseReference>();
        }
    }
}
