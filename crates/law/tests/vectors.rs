//! Every shared vector: terms, holidays, identifiers.

use jiff::civil::{Date, date};
use law::check::{Nip, Pesel, Regon, Sex};
use law::term::{Span, Unit, last_day};
use law::{Lang, holidays};
use read::{day, json};
use std::collections::BTreeMap;

#[cfg(test)]
mod read {
    use jiff::civil::Date;
    use serde_json::Value;

    pub fn json(text: &str) -> Value {
        serde_json::from_str(text).unwrap()
    }

    pub fn day(value: &Value) -> Date {
        value.as_str().unwrap().parse().unwrap()
    }
}

#[test]
fn terms_end_as_the_vectors_say() {
    let file = json(include_str!("vectors/kpa-terminy.json"));
    let vectors = file["wektory"].as_array().unwrap();
    assert_eq!(vectors.len(), 16);
    for vector in vectors {
        let unit = match vector["jednostka"].as_str().unwrap() {
            "dni" => Unit::Days,
            "tygodnie" => Unit::Weeks,
            "miesiące" => Unit::Months,
            "lata" => Unit::Years,
            other => panic!("unit {other}"),
        };
        let amount = u32::try_from(vector["liczba"].as_u64().unwrap()).unwrap();
        let counted = last_day(day(&vector["poczatek"]), Span::new(amount, unit)).unwrap();
        assert_eq!(counted.raw_end, day(&vector["koniec_bez_przesuniecia"]), "{vector}");
        assert_eq!(counted.last_day, day(&vector["koniec_terminu"]), "{vector}");
        assert_eq!(counted.moved(), vector["przesuniety"].as_bool().unwrap(), "{vector}");
    }
}

#[test]
fn holidays_are_those_of_the_table_and_no_others() {
    let file = json(include_str!("vectors/swieta.json"));
    let table: BTreeMap<Date, &str> = file["daty_2024_2031"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (day(&row["data"]), row["nazwa"].as_str().unwrap()))
        .collect();
    let mut date = date(2024, 1, 1);
    while date.year() <= 2031 {
        assert_eq!(holidays::name(date, Lang::Pl), table.get(&date).copied(), "{date}");
        date = date.tomorrow().unwrap();
    }
    for row in file["jednorazowe"].as_array().unwrap() {
        assert_eq!(holidays::name(day(&row["data"]), Lang::Pl), row["nazwa"].as_str());
    }
}

#[test]
fn holidays_follow_the_rules_of_the_file() {
    let file = json(include_str!("vectors/swieta.json"));
    for rule in file["reguly"].as_array().unwrap() {
        let since = rule["od_roku"].as_i64().unwrap_or(2011);
        for year in 2008..=2060i16 {
            let text = rule["regula"].as_str().unwrap();
            let on = match text.strip_prefix("E+") {
                Some(days) => {
                    let (month, day) = holidays::easter(year);
                    date(year, month, day).checked_add(jiff::Span::new().days(days.parse::<i64>().unwrap())).unwrap()
                }
                None => format!("{year}-{text}").parse().unwrap(),
            };
            let named = holidays::name(on, Lang::Pl) == rule["nazwa"].as_str();
            assert!(named || i64::from(year) < since || holidays::is_day_off(on), "{on} {rule}");
            if rule["od_roku"].is_i64() {
                assert_eq!(named, i64::from(year) >= since, "{on} {rule}");
            }
        }
    }
}

#[test]
fn identifiers_are_judged_as_the_vectors_say() {
    let file = json(include_str!("vectors/identyfikatory.json"));
    for vector in file["PESEL"]["wektory"].as_array().unwrap() {
        let pesel = vector["numer"].as_str().unwrap().parse::<Pesel>();
        assert_eq!(pesel.is_ok(), vector["poprawny"].as_bool().unwrap(), "{vector}");
        if let Ok(pesel) = pesel {
            assert_eq!(pesel.birth_date(), day(&vector["data_urodzenia"]), "{vector}");
            let sex = if pesel.sex() == Sex::Male { "M" } else { "F" };
            assert_eq!(sex, vector["plec"].as_str().unwrap(), "{vector}");
        }
    }
    for vector in file["NIP"]["wektory"].as_array().unwrap() {
        let right = vector["numer"].as_str().unwrap().parse::<Nip>().is_ok();
        assert_eq!(right, vector["poprawny"].as_bool().unwrap(), "{vector}");
    }
    for vector in file["REGON"]["wektory"].as_array().unwrap() {
        let right = vector["numer"].as_str().unwrap().parse::<Regon>().is_ok();
        assert_eq!(right, vector["poprawny"].as_bool().unwrap(), "{vector}");
    }
}
