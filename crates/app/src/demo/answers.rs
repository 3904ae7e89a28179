//! Believable answers to any form: what a resident of the demonstration would fill in.

use jiff::{ToSpan as _, civil::Date};
use services::{
    answers::{self, Address, Answer, Answers},
    schema::{Field, Form, Kind, Prefill},
};

use super::cast::{CitizenAct, Player};

/// Who fills in, and what they have to say.
pub struct Writer<'a> {
    /// The resident.
    pub act: &'a CitizenAct,
    /// Their account.
    pub player: &'a Player,
    /// A running number, from which PESEL and telephone are made.
    pub number: usize,
    /// The matter in own words.
    pub says: &'a str,
}

/// Fills in a form until nothing is missing. Gives the answers and the fields that want a file.
pub fn fill(form: &Form, writer: &Writer<'_>, today: Date) -> (Answers, Vec<String>) {
    let (mut given, mut files) = (Answers::default(), Vec::<String>::new());
    // Each round may show questions that the answers of the one before have opened.
    for _ in 0..20 {
        let count = |field: &str| usize::from(files.iter().any(|f| f == field));
        let troubles = answers::check(form, &given, &count, today, kernel::Lang::Pl).troubles;
        if troubles.is_empty() {
            break;
        }
        for trouble in &troubles {
            let id = trouble.field.split('.').next().unwrap_or_default();
            let Some(field) = form.field(id) else { continue };
            if field.kind == Kind::File {
                if !files.contains(&field.id) {
                    files.push(field.id.clone());
                }
            } else {
                given.0.insert(field.id.clone(), answer(field, writer, today));
            }
        }
    }
    (given, files)
}

fn answer(field: &Field, writer: &Writer<'_>, today: Date) -> Answer {
    let text = |s: &str| Answer::Text(s.to_owned());
    match field.prefill {
        Some(Prefill::GivenName) => return text(&writer.act.given),
        Some(Prefill::FamilyName) => return text(&writer.act.family),
        Some(Prefill::FullName) => return text(&writer.player.name),
        Some(Prefill::Email) => return text(&writer.player.email),
        None => {}
    }
    match field.kind {
        Kind::Pesel => Answer::Text(pesel(writer.number)),
        Kind::Nip => text("8567346215"),
        Kind::Regon => text("192598184"),
        Kind::Iban => text("61109010140000071219812874"),
        Kind::PostalCode => text(&writer.act.postal_code),
        Kind::Email => text(&writer.player.email),
        Kind::Phone => Answer::Text(format!("600 000 {:03}", 100 + writer.number)),
        Kind::Address => Answer::Address(address(writer.act)),
        Kind::Checkbox | Kind::Declaration => Answer::Yes(true),
        Kind::Checkboxes => Answer::Many(field.options.first().map(|o| o.value.clone()).into_iter().collect()),
        Kind::Radio | Kind::Select => choice(field),
        Kind::Number | Kind::Money => {
            let least = field.validation.min.unwrap_or(0.0).max(1.0);
            let most = field.validation.max.unwrap_or(f64::MAX);
            Answer::Text(format!("{}", 24.0_f64.max(least.ceil()).min(most)))
        }
        Kind::Date => {
            let adult = field.validation.min_age.is_some();
            let days = if adult {
                -14_000
            } else if field.validation.not_past {
                21
            } else {
                -12
            };
            Answer::Text(today.checked_add(days.days()).unwrap_or(today).to_string())
        }
        Kind::Textarea => text(writer.says),
        Kind::Text => words(field, writer),
        Kind::File | Kind::Info => text(""),
    }
}

/// The first choice, but "no" to questions that would open a longer story.
fn choice(field: &Field) -> Answer {
    let no = field.options.iter().find(|o| o.value == "no").filter(|_| field.id != "has_pesel");
    Answer::Text(no.or(field.options.first()).map(|o| o.value.clone()).unwrap_or_default())
}

fn words(field: &Field, writer: &Writer<'_>) -> Answer {
    const KNOWN: &[(&str, &str)] = &[
        ("plot", "184/2"),
        ("parcel", "184/2"),
        ("precinct", "0007"),
        ("species", "lipa drobnolistna"),
        ("register", "LU1B/00012345/6"),
        ("book", "LU1B/00012345/6"),
        ("school", "Szkoła Podstawowa nr 1"),
        ("act_number", "112/2019"),
        ("place", "Lublin"),
        ("city", "Lublin"),
        ("country", "Polska"),
    ];
    let known = KNOWN.iter().find(|(part, _)| field.id.contains(part)).map(|(_, words)| *words);
    let most = field.validation.maxlength.unwrap_or(200) as usize;
    let said = if field.id.contains("name") { writer.player.name.as_str() } else { known.unwrap_or(writer.says) };
    Answer::Text(said.chars().take(most.min(120)).collect())
}

fn address(act: &CitizenAct) -> Address {
    let (street, rest) = act.street.rsplit_once(' ').unwrap_or((&act.street, "1"));
    let (street, house, flat) = match street.split_once(" m.") {
        Some((before, _)) => {
            let (name, number) = before.rsplit_once(' ').unwrap_or((before, "1"));
            (name, number, rest)
        }
        None => (street, rest, ""),
    };
    Address {
        street: street.trim_start_matches("ul. ").to_owned(),
        house: house.to_owned(),
        flat: flat.to_owned(),
        postal_code: act.postal_code.clone(),
        city: act.town.clone(),
    }
}

/// An invented PESEL of somebody born in the seventies, with a right check digit.
fn pesel(number: usize) -> String {
    let body =
        format!("{:02}{:02}{:02}{:04}", 70 + number % 10, 1 + number % 12, 1 + number % 28, 10 * number % 10_000);
    let weights = [1u32, 3, 7, 9, 1, 3, 7, 9, 1, 3];
    let sum: u32 = body.bytes().zip(weights).map(|(digit, w)| u32::from(digit - b'0') * w).sum();
    format!("{body}{}", (10 - sum % 10) % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invented_numbers_are_well_formed() {
        for n in 0..200 {
            assert!(pesel(n).parse::<law::check::Pesel>().is_ok(), "{}", pesel(n));
        }
    }
}
