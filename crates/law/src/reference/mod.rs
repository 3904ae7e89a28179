//! The reference of a case (znak sprawy): `OR.0123.4.2026.JK`.
//!
//! Source: Regulation of the Prime Minister of 18 January 2011 on office procedure (instrukcja
//! kancelaryjna, Dz.U. 2011 nr 14 poz. 67), annex 1, § 5.

mod fault;

pub use fault::{Part, ReferenceError};

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The longest code of a unit or of its section, in characters.
pub const MAX_CODE: usize = 16;
/// The longest symbol of a class, in digits.
pub const MAX_SYMBOL: usize = 8;
/// The longest initials, in characters.
pub const MAX_INITIALS: usize = 16;

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
mod tests;
