//! Believable answers to any form: what a resident of the demonstration would fill in.

use std::collections::BTreeMap;

use jiff::{ToSpan as _, civil::Date};
use kernel::Fault;
use serde::Deserialize;
use services::{
    answers::{self, Address, Answer, Answers},
    schema::{Field, Form, Kind, Prefill},
};

use super::cast::CitizenAct;

/// What the resident writes in one field, as `demo/month.toml` says it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Said {
    /// Words, a number, a choice, or a day: `+21` is three weeks after the day of sending, `-9` nine days before it.
    One(String),
    /// Several choices.
    Many(Vec<String>),
}

/// Who fills in, and what they have to say.
pub struct Writer<'a> {
    /// The resident.
    pub act: &'a CitizenAct,
    /// Their e-mail address.
    pub email: &'a str,
    /// What they say in this matter, by the field's id.
    pub says: &'a BTreeMap<String, Said>,
}

/// Fills in a form until nothing is missing. Gives the answers and the fields that want a file.
///
/// # Errors
/// When the matter says nothing for a question that only it can answer: better no demonstration than one in which
/// people answer nonsense.
pub fn fill(form: &Form, writer: &Writer<'_>, today: Date) -> Result<(Answers, Vec<String>), Fault> {
    let (mut given, mut files) = (Answers::default(), Vec::<String>::new());
    for (id, said) in writer.says {
        let field = form.field(id).ok_or_else(|| silent(id))?;
        given.0.insert(id.clone(), own(field, said, today)?);
    }
    // Each round may show questions that the answers of the one before have opened.
    for _ in 0..20 {
        let count = |field: &str| usize::from(files.iter().any(|f| f == field));
        let checked = answers::check(form, &given, &count, today, kernel::Lang::Pl);
        if checked.troubles.is_empty() {
            return Ok((checked.answers, files));
        }
        for trouble in &checked.troubles {
            let id = trouble.field.split('.').next().unwrap_or_default();
            let field = form.field(id).filter(|_| !writer.says.contains_key(id)).ok_or_else(|| silent(id))?;
            if field.kind == Kind::File {
                if !files.contains(&field.id) {
                    files.push(field.id.clone());
                }
            } else {
                given.0.insert(field.id.clone(), usual(field, writer).ok_or_else(|| silent(id))?);
            }
        }
    }
    Err(silent("form"))
}

fn silent(field: &str) -> Fault {
    Fault::internal(format!("the demonstration has no answer that would do for the field {field}"))
}

/// What the matter says.
fn own(field: &Field, said: &Said, today: Date) -> Result<Answer, Fault> {
    Ok(match said {
        Said::Many(values) => Answer::Many(values.clone()),
        Said::One(text) if field.kind == Kind::Date && text.starts_with(['+', '-']) => {
            let days: i64 = text.parse().map_err(Fault::internal)?;
            Answer::Text(today.checked_add(days.days()).map_err(Fault::internal)?.to_string())
        }
        Said::One(text) => Answer::Text(text.clone()),
    })
}

/// What the person answers the same everywhere, and the first of few choices; nothing where only the matter can tell.
fn usual(field: &Field, writer: &Writer<'_>) -> Option<Answer> {
    let act = writer.act;
    let text = |s: &str| Some(Answer::Text(s.to_owned()));
    match field.prefill {
        Some(Prefill::GivenName) => return text(&act.given),
        Some(Prefill::FamilyName) => return text(&act.family),
        Some(Prefill::FullName) => return text(&format!("{} {}", act.given, act.family)),
        Some(Prefill::Email) => return text(writer.email),
        None => {}
    }
    match field.kind {
        Kind::Pesel if field.id == "pesel" => text(&act.pesel),
        Kind::PostalCode => text(&act.postal_code),
        Kind::Email => text(writer.email),
        Kind::Phone => text(&act.phone),
        Kind::Address => Some(Answer::Address(address(act))),
        Kind::Checkbox | Kind::Declaration => Some(Answer::Yes(true)),
        Kind::Checkboxes => Some(Answer::Many(vec![field.options.first()?.value.clone()])),
        Kind::Radio | Kind::Select => choice(field),
        _ => None,
    }
}

/// The first choice, but "no" to questions that would open a longer story.
fn choice(field: &Field) -> Option<Answer> {
    let no = field.options.iter().find(|o| o.value == "no").filter(|_| field.id != "has_pesel");
    Some(Answer::Text(no.or(field.options.first())?.value.clone()))
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::civil::date;
    use law::check::{Pesel, Sex};

    use super::*;
    use crate::demo::{cast, month};

    /// Every form of the month, filled in: the resident, the form and the answers.
    fn filled() -> Vec<(CitizenAct, Form, Answers)> {
        let citizens = cast::citizens().unwrap();
        let catalog = services::catalog::catalog().unwrap();
        let mut all = Vec::new();
        for matter in month::matters().unwrap().into_iter().filter(|m| !m.service.is_empty()) {
            let entry = catalog.entry(&matter.service).unwrap();
            let form = services::defaults::form(entry, catalog.addition(&matter.service));
            let act = citizens.iter().find(|c| c.family == matter.citizen).unwrap().clone();
            let writer = Writer { act: &act, email: "x@example.pl", says: &matter.answers };
            let (answers, _) = fill(&form, &writer, date(2026, 3, 4)).unwrap_or_else(|f| panic!("{}: {f:?}", entry.id));
            for id in matter.answers.keys() {
                assert!(answers.get(id).is_some(), "{}: nobody is asked for {id}", entry.id);
            }
            all.push((act, form, answers));
        }
        assert!(all.len() > 15);
        all
    }

    #[test]
    fn everybody_has_one_pesel_of_their_sex() {
        let mut known = BTreeSet::new();
        for act in cast::citizens().unwrap() {
            let pesel: Pesel = act.pesel.parse().unwrap();
            let woman = act.given.ends_with('a');
            assert_eq!(pesel.sex(), if woman { Sex::Female } else { Sex::Male }, "{}", act.given);
            assert!((1930..2005).contains(&pesel.birth_date().year()), "{}", act.family);
            assert!(known.insert(act.pesel), "{} has somebody else's PESEL", act.family);
        }
        for (act, form, answers) in filled() {
            for field in form.fields().filter(|f| f.id == "pesel") {
                assert!(answers.get(&field.id).is_none_or(|a| a.text() == act.pesel), "{}", act.family);
            }
        }
    }

    #[test]
    fn every_form_of_the_month_reads_like_one_that_somebody_filled_in() {
        for (act, form, answers) in filled() {
            let mut said = BTreeSet::new();
            let mut numbers: Vec<&str> = Vec::new();
            for field in form.fields() {
                let text = answers.text(&field.id);
                match field.kind {
                    Kind::Text | Kind::Textarea if text.chars().count() > 12 => {
                        assert!(said.insert(text), "{} says “{text}” twice", act.family);
                    }
                    Kind::Number | Kind::Money if !text.is_empty() => numbers.push(text),
                    _ => {}
                }
                let least_and_most = match field.id.as_str() {
                    "storeys" => 1.0..=5.0,
                    "height" => 3.0..=20.0,
                    "footprint" => 40.0..=400.0,
                    "residents" | "household_size" => 1.0..=8.0,
                    "children_count" => 3.0..=8.0,
                    "certificate_copies" | "copy_count" => 1.0..=3.0,
                    _ => continue,
                };
                if let Ok(number) = text.parse::<f64>() {
                    assert!(least_and_most.contains(&number), "{}: {text} in {}", act.family, field.id);
                }
            }
            let different: BTreeSet<&str> = numbers.iter().copied().collect();
            assert!(numbers.len() < 2 || different.len() > 1, "{} says {numbers:?} to everything", act.family);
        }
    }
}
