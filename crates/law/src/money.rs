//! Amounts of money in Polish form.

use crate::Lang;

/// Formats an amount in grosze: `1 234,50 zł` in Polish, `PLN 1,234.50` in English.
///
/// In Polish the spaces do not break (U+00A0), so that an amount stays on one line. A negative amount begins
/// with a minus sign (U+2212).
#[must_use]
pub fn grosze(amount: i64, lang: Lang) -> String {
    let sign = if amount < 0 { "\u{2212}" } else { "" };
    let whole = grouped(amount.unsigned_abs() / 100, lang.pick('\u{a0}', ','));
    let rest = amount.unsigned_abs() % 100;
    match lang {
        Lang::Pl => format!("{sign}{whole},{rest:02}\u{a0}zł"),
        Lang::En => format!("{sign}PLN\u{a0}{whole}.{rest:02}"),
    }
}

fn grouped(number: u64, separator: char) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// Formats a whole number of things, from five digits on with its thousands apart: `12 345` in Polish (the space does not
/// break, U+00A0), `12,345` in English. Four digits stay together, as years do.
#[must_use]
pub fn count(number: u64, lang: Lang) -> String {
    if number < 10_000 { number.to_string() } else { grouped(number, lang.pick('\u{a0}', ',')) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_amounts() {
        let pl = |n| grosze(n, Lang::Pl).replace('\u{a0}', " ");
        assert_eq!(pl(123_450), "1 234,50 zł");
        assert_eq!(pl(5), "0,05 zł");
        assert_eq!(pl(-100_000_000), "\u{2212}1 000 000,00 zł");
        assert_eq!(grosze(123_450, Lang::En).replace('\u{a0}', " "), "PLN 1,234.50");
        assert!(!grosze(i64::MIN, Lang::Pl).is_empty());
        assert_eq!([2_479, 12_479].map(|n| count(n, Lang::En)), ["2479", "12,479"]);
        assert_eq!(count(645_693, Lang::Pl), "645\u{a0}693");
    }
}
