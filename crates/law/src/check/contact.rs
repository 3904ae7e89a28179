//! Postal codes and telephone numbers.

use super::{Fault, Kind, Refusal, digits, digits_after, number};

/// A Polish postal code in the form `NN-NNN`. Whether the code is in use is not checked.
///
/// Source: Act of 23 November 2012, Postal Law. Five digits are accepted with a hyphen, a space or nothing between.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PostalCode(String);

number!(PostalCode, parse_postal_code);

fn parse_postal_code(text: &str) -> Result<String, Refusal> {
    let digits = digits(Kind::PostalCode, text)?;
    if digits.len() != 5 {
        return Err(Refusal { kind: Kind::PostalCode, fault: Fault::Length { found: digits.len() } });
    }
    let (region, rest) = digits.split_at(2);
    Ok(format!("{region}-{rest}"))
}

/// A telephone number in the form of ITU-T E.164: `+48123456789`.
///
/// Nine digits are a Polish number; `+48`, `0048` and `48` before them are understood. A number with another
/// country's code begins with `+` or `00`. Round brackets are ignored, and so are dots.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Phone(String);

impl std::fmt::Debug for Phone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Phone(…)")
    }
}

number!(Phone, parse_phone);

fn parse_phone(text: &str) -> Result<String, Refusal> {
    let refuse = |fault| Refusal { kind: Kind::Phone, fault };
    // Brackets become spaces, so that positions in the answer stay those of what was typed.
    let spaced: String = text.chars().map(|c| if matches!(c, '(' | ')' | '.') { ' ' } else { c }).collect();
    let trimmed = spaced.trim_start();
    let rest = trimmed.strip_prefix('+');
    let number = rest.unwrap_or(trimmed);
    let digits = digits_after(Kind::Phone, number, spaced.chars().count() - number.chars().count())?;
    let international = if rest.is_some() {
        Some(digits.as_str())
    } else if let Some(after) = digits.strip_prefix("00") {
        Some(after)
    } else if digits.len() == 11 && digits.starts_with("48") {
        Some(digits.as_str())
    } else {
        None
    };
    let national = match international {
        None => digits.as_str(),
        Some(number) => match number.strip_prefix("48") {
            Some(national) => national,
            None if number.starts_with('0') => return Err(refuse(Fault::LeadingZero)),
            None if (7..=15).contains(&number.len()) => return Ok(format!("+{number}")),
            None => return Err(refuse(Fault::Length { found: number.len() })),
        },
    };
    if national.starts_with('0') {
        return Err(refuse(Fault::LeadingZero));
    }
    if national.len() != 9 {
        return Err(refuse(Fault::Length { found: national.len() }));
    }
    Ok(format!("+48{national}"))
}

impl Phone {
    /// The number to read: `123 456 789` for a Polish one, otherwise as [`Phone::as_str`].
    #[must_use]
    pub fn grouped(&self) -> String {
        match self.0.strip_prefix("+48") {
            Some(digits) if digits.len() == 9 => {
                let part = |from, to| digits.get(from..to).unwrap_or_default();
                format!("{} {} {}", part(0, 3), part(3, 6), part(6, 9))
            }
            _ => self.0.clone(),
        }
    }
}
