//! The commands `szpon law term` and `szpon law check`, as functions from text to text.

use crate::Lang;
use crate::check::{Nip, Pesel, Refusal, Regon, Sex};
use crate::fold::fold;
use crate::format::long_date;
use crate::term::{self, Span, Unit};
use jiff::civil::Date;

/// Reads a unit of time in Polish or English, in any case form, with or without diacritics.
fn unit(word: &str) -> Option<Unit> {
    Some(match fold(word).as_str() {
        "d" | "day" | "days" | "dzien" | "dni" | "dnia" | "dniach" => Unit::Days,
        "w" | "week" | "weeks" | "tydzien" | "tygodnie" | "tygodni" | "tygodnia" | "tyg" | "tyg." => Unit::Weeks,
        "m" | "month" | "months" | "miesiac" | "miesiace" | "miesiecy" | "miesiaca" | "mies" | "mies." => Unit::Months,
        "y" | "year" | "years" | "rok" | "roku" | "lata" | "lat" => Unit::Years,
        "working days" | "working day" | "working-days" | "workdays" | "dni robocze" | "dni roboczych"
        | "dzien roboczy" => Unit::WorkingDays,
        _ => return None,
    })
}

/// Reads `2026-01-12` or `12.01.2026`.
fn date(text: &str) -> Option<Date> {
    let text = text.trim();
    let mut parts = text.splitn(3, '.');
    if let (Some(day), Some(month), Some(year)) = (parts.next(), parts.next(), parts.next()) {
        return Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok();
    }
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || ![year, month, day].into_iter().all(plain) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

fn usage(lang: Lang) -> &'static str {
    lang.pick(
        "Podaj datę, liczbę i jednostkę, na przykład: szpon law term 2026-01-12 14 dni (dni, dni robocze, tygodnie, miesiące, lata).",
        "Give a date, a number and a unit, for example: szpon law term 2026-01-12 14 days (days, working days, weeks, months, years).",
    )
}

/// `szpon law term DATE AMOUNT UNIT`: the last day of a term (KPA art. 57) and why.
///
/// The first line of the answer is the last day as an ISO date; the steps follow, one a line. The
/// arguments may also come in one piece (`"14 days"`, `14days`). Units are read in Polish and in
/// English whatever the language of the answer.
///
/// # Errors
/// A sentence for the person who typed: what could not be read, or why the term cannot be counted.
pub fn term<S: AsRef<str>>(args: &[S], lang: Lang) -> Result<String, String> {
    let joined = args.iter().map(|arg| arg.as_ref().trim()).collect::<Vec<_>>().join(" ");
    let (day, rest) = joined.split_once(char::is_whitespace).ok_or_else(|| usage(lang).to_owned())?;
    let start = date(day).ok_or_else(|| {
        lang.pick(
            format!("„{day}” nie jest datą z kalendarza. Wpisz ją tak: 2026-01-12."),
            format!("“{day}” is not a date of the calendar. Write it like this: 2026-01-12."),
        )
    })?;
    let rest = rest.trim();
    let split = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
    let (amount, word) = rest.split_at(split);
    let word = word.trim();
    if amount.is_empty() || word.is_empty() {
        return Err(usage(lang).to_owned());
    }
    let unit = unit(word).ok_or_else(|| {
        lang.pick(
            format!("Nie znam jednostki „{word}”. Możliwe: dni, dni robocze, tygodnie, miesiące, lata."),
            format!("There is no unit “{word}”. Possible: days, working days, weeks, months, years."),
        )
    })?;
    let Ok(amount) = amount.parse() else {
        // A number too big for the type is too long a term all the same.
        return Err(lang.pick(
            format!("Termin {amount} {word} jest za długi. Najdłuższy, jaki liczymy, to 100 lat."),
            format!("A term of {amount} {word} is too long. The longest we count is 100 years."),
        ));
    };
    let counted = term::last_day(start, Span::new(amount, unit)).map_err(|error| error.why(lang))?;
    Ok(format!("{}\n{}", counted.last_day, counted.explain(lang)))
}

/// `szpon law check KIND NUMBER`: whether a PESEL, NIP or REGON is right, and why not if it is not.
///
/// `kind` is `pesel`, `nip` or `regon` in any letter case. The answer is `false` also for a kind there is none of.
#[must_use]
pub fn check(kind: &str, number: &str, lang: Lang) -> (bool, String) {
    let answer: Result<String, Refusal> = match fold(kind).as_str() {
        "pesel" => number.parse::<Pesel>().map(|pesel| {
            let born = long_date(pesel.birth_date(), lang);
            let sex = match pesel.sex() {
                Sex::Female => lang.pick("kobieta", "female"),
                Sex::Male => lang.pick("mężczyzna", "male"),
            };
            lang.pick(
                format!("Numer PESEL {pesel} jest poprawny. Data urodzenia: {born}, płeć: {sex}."),
                format!("The PESEL number {pesel} is valid. Date of birth: {born}, sex: {sex}."),
            )
        }),
        "nip" => number.parse::<Nip>().map(|nip| {
            lang.pick(
                format!("Numer NIP {} jest poprawny.", nip.grouped()),
                format!("The NIP number {} is valid.", nip.grouped()),
            )
        }),
        "regon" => number.parse::<Regon>().map(|regon| {
            let what = if regon.is_local_unit() { lang.pick(" (jednostka lokalna)", " (local unit)") } else { "" };
            lang.pick(
                format!("Numer REGON {regon}{what} jest poprawny."),
                format!("The REGON number {regon}{what} is valid."),
            )
        }),
        _ => {
            return (
                false,
                lang.pick(
                    format!("Nie znam numeru rodzaju „{kind}”. Możliwe: pesel, nip, regon."),
                    format!("There is no kind of number “{kind}”. Possible: pesel, nip, regon."),
                ),
            );
        }
    };
    match answer {
        Ok(text) => (true, text),
        Err(refusal) => (false, refusal.why(lang)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn first_line(args: &[&str]) -> String {
        term(args, Lang::Pl).unwrap().lines().next().unwrap().to_owned()
    }

    #[test]
    fn prints_the_last_day_first() {
        assert_eq!(first_line(&["2026-01-12", "14", "days"]), "2026-01-26");
        assert_eq!(first_line(&["12.01.2026", "14", "dni"]), "2026-01-26");
        assert_eq!(first_line(&["2026-01-12", "14days"]), "2026-01-26");
        for unit in ["1 tydzień", "1 Tygodnia", "1 week", "7 d"] {
            assert_eq!(first_line(&["2026-01-12", unit]), "2026-01-19", "{unit}");
        }
        for unit in ["miesiąc", "miesiaca", "month"] {
            assert_eq!(first_line(&["2026-01-12", "1", unit]), "2026-02-12", "{unit}");
        }
        for unit in ["lata", "lat", "years"] {
            assert_eq!(first_line(&["2026-01-12", "2", unit]), "2028-01-12", "{unit}");
        }
        // 11 November is a holiday.
        for unit in ["working days", "dni robocze", "dni roboczych"] {
            assert_eq!(first_line(&["2026-11-09", "3", unit]), "2026-11-13", "{unit}");
        }
        assert!(term(&["2025-12-10", "14", "days"], Lang::En).unwrap().contains("Christmas Eve"));
    }

    #[test]
    fn explains_each_step_on_its_own_line() {
        assert_eq!(
            term(&["2026-01-10", "14", "dni"], Lang::Pl).unwrap(),
            "2026-01-26\n\
             Dnia zdarzenia (10 stycznia 2026 r.) nie wlicza się; termin (14 dni) kończy się 24 stycznia 2026 r. (art. 57 § 1 k.p.a.).\n\
             Termin nie kończy się w dzień wolny od pracy ani w sobotę: 24 stycznia 2026 r. to sobota, 25 stycznia 2026 r. to niedziela. \
             Jego ostatni dzień to poniedziałek, 26 stycznia 2026 r. (art. 57 § 4 k.p.a.)."
        );
        assert_eq!(
            term(&["2025-11-30", "3", "months"], Lang::En).unwrap(),
            "2026-03-02\n\
             A term in months (3 months): the last month has no day 30, so the term ends on its last day: 28 February 2026 (art. 57 § 3 KPA).\n\
             A term does not end on a day off or a Saturday: 28 February 2026 is Saturday, 1 March 2026 is Sunday. \
             Its last day is Monday, 2 March 2026 (art. 57 § 4 KPA)."
        );
    }

    #[test]
    fn explains_what_it_cannot_read() {
        let why = |args: &[&str]| term(args, Lang::Pl).unwrap_err();
        assert!(why(&[]).contains("na przykład"));
        assert!(why(&["2026-02-30", "1", "dni"]).contains("nie jest datą"));
        assert!(why(&["2026-01-12", "14", "fortnights"]).contains("fortnights"));
        assert!(why(&["2026-01-12", "-3", "dni"]).contains("na przykład"));
        assert!(why(&["2026-01-12", "0", "dni"]).contains("co najmniej 1"));
        assert!(why(&["2026-01-12", "99999999999", "dni"]).contains("99999999999 dni jest za długi"));
        assert!(why(&["9999-12-31", "1", "rok"]).contains("9999"));
    }

    #[test]
    fn checks_numbers() {
        let (right, text) = check("PESEL", "44051401359", Lang::Pl);
        assert!(right && text.contains("14 maja 1944 r.") && text.contains("mężczyzna"), "{text}");
        assert!(check("nip", "856-734-62-15", Lang::En).0);
        assert!(check("regon", "192598184", Lang::En).0);
        assert_eq!(
            check("regon", "192598183", Lang::En),
            (
                false,
                "The REGON number: the check digit does not match the others. Look for a mistyped digit.".to_owned()
            )
        );
        assert!(!check("vat", "1", Lang::Pl).0);
    }

    proptest! {
        #[test]
        fn any_arguments_are_answered(args in proptest::collection::vec(any::<String>(), 0..5)) {
            let _ = term(&args, Lang::Pl);
            let _ = check("nip", args.first().map_or("", String::as_str), Lang::En);
        }
    }
}
