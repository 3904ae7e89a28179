//! PESEL: the number of a person in the population register.

use super::{Fault, Kind, Refusal, digits, last_digit, number, weighted};
use jiff::civil::Date;

/// A valid PESEL: eleven digits with a date of birth, a serial number, the sex and a check digit.
///
/// Source: Act of 24 September 2010 on the population register, art. 15. The month carries the
/// century: 80 is added for 1800–1899, 0 for 1900–1999, 20, 40 and 60 for the three that follow. The
/// tenth digit is even for a woman and odd for a man. `Debug` hides the number.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pesel(String);

/// Sex as the PESEL number records it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sex {
    /// An even tenth digit.
    Female,
    /// An odd tenth digit.
    Male,
}

impl std::fmt::Debug for Pesel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pesel(…)")
    }
}

number!(Pesel, parse);

fn parse(text: &str) -> Result<String, Refusal> {
    let refuse = |fault| Refusal { kind: Kind::Pesel, fault };
    let digits = digits(Kind::Pesel, text)?;
    if digits.len() != 11 {
        return Err(refuse(Fault::Length { found: digits.len() }));
    }
    // Before the date: one mistyped digit is the likeliest fault, and a date read from it would mislead.
    let sum = weighted(&digits, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3]);
    if (10 - sum % 10) % 10 != last_digit(&digits) {
        return Err(refuse(Fault::Checksum));
    }
    birth_date(&digits).ok_or(refuse(Fault::ImpossibleDate))?;
    Ok(digits)
}

fn two(digits: &str, at: usize) -> i16 {
    digits.get(at..at + 2).and_then(|pair| pair.parse().ok()).unwrap_or(0)
}

fn birth_date(digits: &str) -> Option<Date> {
    let (year, month, day) = (two(digits, 0), two(digits, 2), two(digits, 4));
    let century = match month / 20 {
        0 => 1900,
        1 => 2000,
        2 => 2100,
        3 => 2200,
        _ => 1800,
    };
    Date::new(century + year, i8::try_from(month % 20).ok()?, i8::try_from(day).ok()?).ok()
}

impl Pesel {
    /// The date of birth, from 1800 to 2299.
    #[must_use]
    pub fn birth_date(&self) -> Date {
        birth_date(&self.0).unwrap_or(Date::ZERO)
    }

    /// The sex the number records.
    #[must_use]
    pub fn sex(&self) -> Sex {
        if two(&self.0, 8) % 2 == 0 { Sex::Female } else { Sex::Male }
    }

    /// The century of birth, counted as people do: 20 for 1901–2000, 21 for 2001–2100.
    #[must_use]
    pub fn century(&self) -> i16 {
        (self.birth_date().year() - 1) / 100 + 1
    }

    /// Age in full years on a day; `None` if the person is born later.
    ///
    /// Someone born on 29 February is a year older on 1 March of a common year.
    #[must_use]
    pub fn age_on(&self, day: Date) -> Option<i16> {
        let born = self.birth_date();
        if day < born {
            return None;
        }
        let had_birthday = (day.month(), day.day()) >= (born.month(), born.day());
        Some(day.year() - born.year() - i16::from(!had_birthday))
    }
}
