//! NIP and REGON: numbers of taxpayers and of business entities.

use super::{Fault, Kind, Refusal, digits_after, last_digit, number, weighted};

/// A valid NIP: ten digits, the last of which checks the others modulo 11.
///
/// Source: Act of 13 October 1995 on the registration and identification of taxpayers. A leading `PL`
/// (the form of the European Union) is accepted and dropped.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Nip(String);

number!(Nip, parse_nip);

fn parse_nip(text: &str) -> Result<String, Refusal> {
    let refuse = |fault| Refusal { kind: Kind::Nip, fault };
    let trimmed = text.trim_start();
    let prefixed = trimmed.get(..2).is_some_and(|prefix| prefix.eq_ignore_ascii_case("PL"));
    let number = if prefixed { trimmed.get(2..).unwrap_or_default() } else { trimmed };
    let digits = digits_after(Kind::Nip, number, text.chars().count() - number.chars().count())?;
    if digits.len() != 10 {
        return Err(refuse(Fault::Length { found: digits.len() }));
    }
    if digits.bytes().all(|digit| digit == b'0') {
        return Err(refuse(Fault::Zeros));
    }
    // A remainder of 10 fits no digit, so such a number is never given.
    if weighted(&digits, &[6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 != last_digit(&digits) {
        return Err(refuse(Fault::Checksum));
    }
    Ok(digits)
}

impl Nip {
    /// The number as it is usually printed: `856-734-62-15`.
    #[must_use]
    pub fn grouped(&self) -> String {
        let part = |from, to| self.0.get(from..to).unwrap_or_default();
        format!("{}-{}-{}-{}", part(0, 3), part(3, 6), part(6, 8), part(8, 10))
    }
}

/// A valid REGON: nine digits, or fourteen for a local unit, whose first nine are its owner's.
///
/// Source: Regulation of the Council of Ministers of 30 November 2015 on the REGON register. The
/// check digit is the weighted sum modulo 11, and 0 when that is 10.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Regon(String);

number!(Regon, parse_regon);

fn parse_regon(text: &str) -> Result<String, Refusal> {
    let refuse = |fault| Refusal { kind: Kind::Regon, fault };
    let digits = digits_after(Kind::Regon, text, 0)?;
    if !matches!(digits.len(), 9 | 14) {
        return Err(refuse(Fault::Length { found: digits.len() }));
    }
    if digits.bytes().all(|digit| digit == b'0') {
        return Err(refuse(Fault::Zeros));
    }
    let base = digits.get(..9).unwrap_or_default();
    let base_right = weighted(base, &[8, 9, 2, 3, 4, 5, 6, 7]) % 11 % 10 == last_digit(base);
    if digits.len() == 9 {
        return if base_right { Ok(digits) } else { Err(refuse(Fault::Checksum)) };
    }
    if !base_right {
        return Err(refuse(Fault::InnerChecksum));
    }
    if weighted(&digits, &[2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]) % 11 % 10 != last_digit(&digits) {
        return Err(refuse(Fault::Checksum));
    }
    Ok(digits)
}

impl Regon {
    /// Whether it names a local unit (14 digits) and not the entity itself.
    #[must_use]
    pub fn is_local_unit(&self) -> bool {
        self.0.len() == 14
    }
}
