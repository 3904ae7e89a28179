//! Numbers people type: are they right, and if not, why exactly?
//!
//! Each type reads text as people write it (spaces, hyphens), keeps the normal form, and refuses with a
//! [`Refusal`] that says in plain words what is wrong. Numbers of persons do not show in `Debug`, so
//! that they do not slip into logs.

mod bank;
mod business;
mod contact;
mod pesel;

pub use bank::BankAccount;
pub use business::{Nip, Regon};
pub use contact::{Phone, PostalCode};
pub use pesel::{Pesel, Sex};

use crate::Lang;
use crate::fold::plural;

/// What was being checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Number of a person in the population register.
    Pesel,
    /// Tax identification number.
    Nip,
    /// Number in the register of business entities.
    Regon,
    /// Postal code.
    PostalCode,
    /// Polish bank account (NRB or IBAN).
    BankAccount,
    /// Telephone number.
    Phone,
}

impl Kind {
    /// The name as the subject of a sentence.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Pesel => lang.pick("numer PESEL", "the PESEL number"),
            Self::Nip => lang.pick("numer NIP", "the NIP number"),
            Self::Regon => lang.pick("numer REGON", "the REGON number"),
            Self::PostalCode => lang.pick("kod pocztowy", "the postal code"),
            Self::BankAccount => lang.pick("numer rachunku", "the account number"),
            Self::Phone => lang.pick("numer telefonu", "the telephone number"),
        }
    }

    /// How many digits it should have, in words.
    const fn length(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Pesel, Lang::Pl) => "11 cyfr",
            (Self::Pesel, Lang::En) => "11 digits",
            (Self::Nip, Lang::Pl) => "10 cyfr",
            (Self::Nip, Lang::En) => "10 digits",
            (Self::Regon, Lang::Pl) => "9 albo 14 cyfr",
            (Self::Regon, Lang::En) => "9 or 14 digits",
            (Self::PostalCode, Lang::Pl) => "5 cyfr, na przykład 09-500",
            (Self::PostalCode, Lang::En) => "5 digits, for example 09-500",
            (Self::BankAccount, Lang::Pl) => "26 cyfr",
            (Self::BankAccount, Lang::En) => "26 digits",
            (Self::Phone, Lang::Pl) => "9 cyfr, a zagraniczny od 7 do 15 cyfr po znaku +",
            (Self::Phone, Lang::En) => "9 digits, or 7 to 15 after the + if it is foreign",
        }
    }
}

/// What exactly is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fault {
    /// Nothing was typed.
    Empty,
    /// A character that does not belong there.
    Character {
        /// The character.
        found: char,
        /// Its place in what was typed, from 1.
        position: usize,
    },
    /// Too many or too few digits.
    Length {
        /// How many digits were typed.
        found: usize,
    },
    /// The check digit does not match the others.
    Checksum,
    /// The check digit of the 9-digit REGON that a 14-digit one begins with does not match.
    InnerChecksum,
    /// The digits that should be a date of birth name a day that does not exist.
    ImpossibleDate,
    /// Nothing but zeros.
    Zeros,
    /// A bank account of a country other than Poland.
    ForeignAccount,
    /// A Polish telephone number that begins with zero.
    LeadingZero,
}

/// Why a number was refused; also the error of each type's `FromStr`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{}", self.why_en())]
pub struct Refusal {
    /// What was being checked.
    pub kind: Kind,
    /// What is wrong with it.
    pub fault: Fault,
}

impl Refusal {
    /// The reason in plain Polish.
    #[must_use]
    pub fn why_pl(&self) -> String {
        let name = capital(self.kind.name(Lang::Pl));
        match self.fault {
            Fault::Empty => format!("{name}: pole jest puste."),
            Fault::Character { found, position } => {
                format!("{name}: na pozycji {position} stoi znak „{}”, a mogą tu być tylko cyfry.", visible(found))
            }
            Fault::Length { found } => {
                let typed = plural(
                    u64::try_from(found).unwrap_or(u64::MAX),
                    format!("wpisano {found} cyfrę"),
                    format!("wpisano {found} cyfry"),
                    format!("wpisano {found} cyfr"),
                );
                format!("{name} ma mieć {}, a {typed}.", self.kind.length(Lang::Pl))
            }
            Fault::Checksum => {
                format!("{name}: cyfra kontrolna nie zgadza się z pozostałymi. Sprawdź, czy nie ma pomyłki w cyfrach.")
            }
            Fault::InnerChecksum => format!(
                "{name}: pierwsze 9 cyfr nie jest poprawnym numerem REGON (nie zgadza się cyfra kontrolna). Sprawdź, czy nie ma pomyłki w cyfrach."
            ),
            Fault::ImpossibleDate => {
                format!("{name} zaczyna się od daty urodzenia, a wpisane cyfry oznaczają dzień, którego nie ma.")
            }
            Fault::Zeros => format!("{name} nie może składać się z samych zer."),
            Fault::ForeignAccount => {
                format!("{name}: to nie jest rachunek w polskim banku (polski IBAN zaczyna się od PL).")
            }
            Fault::LeadingZero => {
                format!("{name}: polski numer nie zaczyna się od zera. Wpisz 9 cyfr bez zera na początku.")
            }
        }
    }

    /// The reason in plain English.
    #[must_use]
    pub fn why_en(&self) -> String {
        let name = capital(self.kind.name(Lang::En));
        match self.fault {
            Fault::Empty => format!("{name}: the field is empty."),
            Fault::Character { found, position } => {
                format!(
                    "{name}: the character at position {position} is “{}”, but only digits may stand here.",
                    visible(found)
                )
            }
            Fault::Length { found } => {
                format!("{name} should have {}, but {found} were typed.", self.kind.length(Lang::En))
            }
            Fault::Checksum => format!("{name}: the check digit does not match the others. Look for a mistyped digit."),
            Fault::InnerChecksum => format!(
                "{name}: its first 9 digits are not a valid REGON (the check digit does not match). Look for a mistyped digit."
            ),
            Fault::ImpossibleDate => {
                format!("{name} begins with the date of birth, but these digits name a day that does not exist.")
            }
            Fault::Zeros => format!("{name} cannot be all zeros."),
            Fault::ForeignAccount => {
                format!("{name}: this is not an account with a Polish bank (a Polish IBAN begins with PL).")
            }
            Fault::LeadingZero => {
                format!("{name}: a Polish number does not begin with zero. Type its 9 digits without the zero.")
            }
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

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A character as it can be shown in a sentence: control characters by their code.
fn visible(found: char) -> String {
    if found.is_control() || (found.is_whitespace() && found != ' ') {
        format!("U+{:04X}", u32::from(found))
    } else {
        found.to_string()
    }
}

/// Whether people put this character between digits: white space, hyphens, dashes.
fn is_separator(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// The digits of `text` without separators; `skipped` characters were cut off before it.
fn digits_after(kind: Kind, text: &str, skipped: usize) -> Result<String, Refusal> {
    let mut digits = String::with_capacity(text.len().min(40));
    for (index, letter) in text.chars().enumerate() {
        if letter.is_ascii_digit() {
            digits.push(letter);
        } else if !is_separator(letter) {
            return Err(Refusal { kind, fault: Fault::Character { found: letter, position: skipped + index + 1 } });
        }
    }
    if digits.is_empty() { Err(Refusal { kind, fault: Fault::Empty }) } else { Ok(digits) }
}

fn digits(kind: Kind, text: &str) -> Result<String, Refusal> {
    digits_after(kind, text, 0)
}

/// The sum of digits times weights, over as many digits as there are weights.
fn weighted(digits: &str, weights: &[u32]) -> u32 {
    digits.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum()
}

fn last_digit(digits: &str) -> u32 {
    digits.bytes().last().map_or(0, |digit| u32::from(digit - b'0'))
}

/// Writes `FromStr`, `Display` and `as_str` for a number kept in its normal form.
macro_rules! number {
    ($name:ident, $parse:expr) => {
        impl $name {
            /// The normal form.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::check::Refusal;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $parse(text).map(Self)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}
use number;

#[cfg(test)]
mod tests;
