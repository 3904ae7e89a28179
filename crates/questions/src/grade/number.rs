//! Numbers as people type them, with units.

use crate::model::{NumberAnswer, Tolerance, Unit};

/// A number as typed: its value and what stood after it.
#[derive(Debug, Clone, PartialEq)]
pub struct Typed {
    /// The value.
    pub value: f64,
    /// What follows the number, trimmed: a unit.
    pub rest: String,
}

/// Reads a number as typed in Poland or elsewhere: decimal comma or point, spaces (also non-breaking) or apostrophes
/// between thousands, a typographic minus, an exponent, a unit behind. Where both a comma and a point occur, the last
/// one is the decimal sign.
///
/// ```
/// use questions::number::read;
/// assert_eq!(read("−1 234,50 zł").unwrap().value, -1234.5);
/// assert_eq!(read("1.234,5").unwrap().value, 1234.5);
/// assert_eq!(read("30 dni").unwrap().rest, "dni");
/// assert!(read("trzydzieści").is_none());
/// ```
#[must_use]
pub fn read(text: &str) -> Option<Typed> {
    let text: String = text
        .trim()
        .chars()
        .map(|c| match c {
            '−' | '–' | '‒' => '-',
            '\u{a0}' | '\u{202f}' | '\u{2009}' | '\t' | '\n' => ' ',
            '’' => '\'',
            other => other,
        })
        .collect();
    let chars: Vec<char> = text.chars().collect();
    let digit = |i: usize| chars.get(i).is_some_and(char::is_ascii_digit);
    let mut at = 0;
    let mut number = String::new();
    if let Some(sign @ ('-' | '+')) = chars.first() {
        number.push(*sign);
        at = 1;
        while chars.get(at) == Some(&' ') {
            at += 1;
        }
    }
    let start = at;
    loop {
        match chars.get(at) {
            Some(c) if c.is_ascii_digit() => number.push(*c),
            Some(c @ (',' | '.')) if digit(at + 1) => number.push(*c),
            Some(' ' | '\'') if at > start && (1..=3).all(|i| digit(at + i)) && !digit(at + 4) => {}
            _ => break,
        }
        at += 1;
    }
    if !number.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if matches!(chars.get(at), Some('e' | 'E')) {
        let sign = usize::from(matches!(chars.get(at + 1), Some('-' | '+')));
        let digits = (0..4).take_while(|i| digit(at + 1 + sign + i)).count();
        if digits > 0 && !chars.get(at + 1 + sign + digits).is_some_and(|c| c.is_alphanumeric()) {
            number.extend(&chars[at..=at + sign + digits]);
            at += 1 + sign + digits;
        }
    }
    let value = decimal(&number)?.parse().ok().filter(|v: &f64| v.is_finite())?;
    let rest: String = chars.get(at..).unwrap_or_default().iter().collect();
    Some(Typed { value, rest: rest.trim().trim_end_matches(['.', ',', ';']).trim().to_owned() })
}

/// One decimal point where commas and points may be thousands or decimals.
fn decimal(number: &str) -> Option<String> {
    let commas = number.matches(',').count();
    let points = number.matches('.').count();
    Some(match (commas, points) {
        (0, 0 | 1) => number.to_owned(),
        (1, 0) => number.replace(',', "."),
        (0, _) => number.replace('.', ""),
        (_, 0) => number.replace(',', ""),
        (1, _) if number.rfind(',') > number.rfind('.') => number.replace('.', "").replace(',', "."),
        (_, 1) if number.rfind('.') > number.rfind(',') => number.replace(',', ""),
        _ => return None,
    })
}

/// Whether a value is as near as asked, borders included. The last bits of binary fractions do not matter.
#[must_use]
pub fn fits(value: f64, answer: &NumberAnswer) -> bool {
    match answer {
        NumberAnswer::Any => true,
        NumberAnswer::Near { value: right, tolerance } => {
            let far = match tolerance {
                Tolerance::Absolute(far) => *far,
                Tolerance::Relative(part) => right.abs() * part,
            };
            (value - right).abs() <= far + far * 1e-9 + right.abs() * 1e-12
        }
    }
}

/// The unit that was typed: as written, else whatever the case where only one fits, else another form of the same Polish
/// word or its short form ("dni", "dzień"; "%", "procent").
#[must_use]
pub fn known_unit<'a>(units: &'a [Unit], typed: &str) -> Option<&'a Unit> {
    let typed = typed.trim();
    if let Some(unit) = units.iter().find(|u| u.name.trim() == typed) {
        return Some(unit);
    }
    let only = |same: &dyn Fn(&Unit) -> bool| {
        let mut fitting = units.iter().filter(|u| same(u));
        fitting.next().filter(|_| fitting.next().is_none())
    };
    let folded = lemma::fold(typed);
    only(&|u| lemma::fold(u.name.trim()) == folded).or_else(|| {
        let word = |text: &str| text.chars().count() >= 3 && text.chars().all(char::is_alphabetic);
        let wanted = written_out(typed);
        only(&|u| {
            let name = written_out(&u.name);
            name == wanted || (word(&wanted) && word(&name) && lemma::meet(&wanted, &name))
        })
    })
}

/// Units that people write out or shorten, by their folded short form.
const SHORT_FORMS: &[(&str, &str)] = &[
    ("%", "procent"),
    ("proc", "procent"),
    ("zl", "złoty"),
    ("pln", "złoty"),
    ("s", "sekunda"),
    ("sek", "sekunda"),
    ("min", "minuta"),
    ("h", "godzina"),
    ("godz", "godzina"),
    ("d", "dzień"),
    ("tyg", "tydzień"),
    ("mies", "miesiąc"),
    ("m-c", "miesiąc"),
    ("r", "rok"),
    ("lat", "rok"),
    ("lata", "rok"),
    ("szt", "sztuka"),
    ("os", "osoba"),
    ("m", "metr"),
    ("km", "kilometr"),
    ("kg", "kilogram"),
    ("l", "litr"),
];

fn written_out(unit: &str) -> String {
    let folded = lemma::fold(unit.trim().trim_end_matches('.'));
    let full = SHORT_FORMS.iter().find(|(short, _)| *short == folded).map(|(_, full)| lemma::fold(full));
    full.unwrap_or(folded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn polish_and_foreign_numbers_are_read() {
        for (text, value) in [
            ("3,24", 3.24),
            ("3.24", 3.24),
            (" - 5", -5.0),
            ("+7", 7.0),
            ("1 000 000", 1e6),
            ("1\u{a0}234,5", 1234.5),
            ("1'234.5", 1234.5),
            ("1.234.567", 1_234_567.0),
            ("1,234.5", 1234.5),
            ("1,5e3", 1500.0),
            ("2E-2", 0.02),
            ("5 %", 5.0),
            ("12 30", 12.0),
        ] {
            assert_eq!(read(text).map(|t| t.value), Some(value), "{text}");
        }
        for text in ["", "-", "abc", "km 5", "1.2,3.4,5"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read("5 euro").unwrap().rest, "euro");
        assert_eq!(read("5e").unwrap().rest, "e");
    }

    #[test]
    fn units_are_known_by_form_and_case() {
        let unit = |name: &str| Unit { name: name.into(), multiplier: 1.0 };
        let units = [unit("dzień"), unit("m"), unit("M"), unit("zł")];
        assert_eq!(known_unit(&units, "dni").map(|u| u.name.as_str()), Some("dzień"));
        assert_eq!(known_unit(&units, "M").map(|u| u.name.as_str()), Some("M"));
        assert_eq!(known_unit(&units, "ZL").map(|u| u.name.as_str()), Some("zł"));
        assert_eq!(known_unit(&units, "złotych").map(|u| u.name.as_str()), Some("zł"));
        assert_eq!(known_unit(&[unit("%")], "procent").map(|u| u.name.as_str()), Some("%"));
        assert_eq!(known_unit(&[unit("lat")], "roku").map(|u| u.name.as_str()), Some("lat"));
        assert!(known_unit(&units, "godziny").is_none());
    }

    #[test]
    fn borders_belong_to_the_tolerance() {
        let near = |value, tolerance| NumberAnswer::Near { value, tolerance };
        assert!(fits(3.25, &near(3.24, Tolerance::Absolute(0.01))));
        assert!(!fits(3.251, &near(3.24, Tolerance::Absolute(0.01))));
        assert!(fits(0.1 + 0.2, &near(0.3, Tolerance::Absolute(0.0))));
        assert!(fits(105.0, &near(100.0, Tolerance::Relative(0.05))));
        assert!(!fits(0.0, &near(1e-13, Tolerance::Absolute(0.0))));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_not(text in any::<String>()) {
            let _ = read(&text);
        }

        #[test]
        fn whole_numbers_are_read_back_with_a_comma(whole in -1_000_000i64..1_000_000, part in 0u32..100) {
            let text = format!("{whole},{part:02} km");
            let typed = read(&text).unwrap();
            let right = whole.unsigned_abs() as f64 + f64::from(part) / 100.0;
            prop_assert!((typed.value.abs() - right).abs() < 1e-6);
            prop_assert_eq!(typed.rest, "km");
        }
    }
}
