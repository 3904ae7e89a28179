//! Polish bank accounts.

use super::{Fault, Kind, Refusal, digits_after, is_separator, number};

/// A valid Polish bank account number in the form of an IBAN, `PL` and 26 digits.
///
/// Source: ISO 13616 and the Order of the President of Narodowy Bank Polski on numbering accounts (NRB). The 26
/// digits may be typed with or without `PL`; the remainder modulo 97 of the rearranged number is 1.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BankAccount(String);

impl std::fmt::Debug for BankAccount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("BankAccount(…)")
    }
}

number!(BankAccount, parse);

fn parse(text: &str) -> Result<String, Refusal> {
    let refuse = |fault| Refusal { kind: Kind::BankAccount, fault };
    let trimmed = text.trim_start_matches(is_separator);
    let letters: String = trimmed.chars().take_while(char::is_ascii_alphabetic).collect();
    let number = match letters.to_ascii_uppercase().as_str() {
        "PL" | "" => trimmed.get(letters.len()..).unwrap_or_default(),
        country if country.len() == 2 => return Err(refuse(Fault::ForeignAccount)),
        _ => trimmed,
    };
    let digits = digits_after(Kind::BankAccount, number, text.chars().count() - number.chars().count())?;
    if digits.len() != 26 {
        return Err(refuse(Fault::Length { found: digits.len() }));
    }
    let (check, account) = digits.split_at(2);
    // P is 25 and L is 21 (ISO 13616); the check digits go last.
    let remainder = account
        .bytes()
        .chain(*b"2521")
        .chain(check.bytes())
        .fold(0, |rest, digit| (rest * 10 + u32::from(digit - b'0')) % 97);
    if remainder != 1 {
        return Err(refuse(Fault::Checksum));
    }
    Ok(format!("PL{digits}"))
}

impl BankAccount {
    /// The 26 digits as they are printed in Poland: `61 1090 1014 0000 0712 1981 2874`.
    #[must_use]
    pub fn grouped(&self) -> String {
        let digits = self.0.get(2..).unwrap_or_default();
        let mut text = String::with_capacity(32);
        for (index, digit) in digits.chars().enumerate() {
            if index >= 2 && (index - 2).is_multiple_of(4) {
                text.push(' ');
            }
            text.push(digit);
        }
        text
    }
}
