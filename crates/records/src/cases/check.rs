//! What is wrong with the party another system gives: at the desk a person would see it, here nobody looks.

use db::Conn;
use kernel::{Args, FaultKind, FieldFault, Result};
use law::check::{Nip, Pesel, Refusal, Regon};

use super::Party;
use crate::{
    incoming::part_of_date,
    msg,
    words::{Check, MAX_SHORT, line},
};

/// Why a text is no PESEL, NIP or REGON, told by its number of digits; `None` when it is one, or empty.
fn identifier(text: &str, lang: law::Lang) -> Option<(&'static str, Args)> {
    let why = |refusal: Refusal| (msg::RECORDS_WHY, vec![("why", refusal.why(lang).into())]);
    match text.chars().filter(char::is_ascii_digit).count() {
        _ if text.is_empty() => None,
        11 => text.parse::<Pesel>().err().map(why),
        10 => text.parse::<Nip>().err().map(why),
        9 | 14 => text.parse::<Regon>().err().map(why),
        _ => Some((msg::RECORDS_FIELD_IDENTIFIER, Args::new())),
    }
}

/// What is wrong with a party, by the name of its field: a name that is missing, an address that is none, a number whose
/// check digit does not match, an account that does not exist.
///
/// # Errors
/// Those of the database.
pub async fn party_faults(c: &mut Conn, party: &Party, lang: law::Lang) -> Result<Vec<FieldFault>> {
    let mut check = Check::default();
    check.text("name", &line(&party.name), MAX_SHORT);
    for (field, text) in [
        ("email", &party.email),
        ("phone", &party.phone),
        ("address", &party.address),
        ("identifier", &party.identifier),
        ("reference", &party.reference),
    ] {
        check.short(field, &line(text), MAX_SHORT);
    }
    if !party.email.trim().is_empty() && !identity::is_email(&party.email) {
        check.fault("email", web::msg::FIELD_EMAIL);
    }
    if !part_of_date(party.letter_date.trim()) {
        check.fault("letter_date", msg::RECORDS_FIELD_LETTER_DATE);
    }
    if let Some((key, args)) = identifier(party.identifier.trim(), lang) {
        check.0.push(FieldFault { field: "identifier".into(), key, args });
    }
    if let Some(person) = party.person {
        let there = match identity::person(c, person).await {
            Ok(row) => row.deleted_at.is_none(),
            Err(fault) if fault.kind == FaultKind::NotFound => false,
            Err(fault) => return Err(fault),
        };
        if !there {
            check.fault("person", msg::RECORDS_FIELD_ACCOUNT);
        }
    }
    Ok(check.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_checked_as_what_its_length_says_it_is() {
        let key = |text| identifier(text, law::Lang::Pl).map(|(key, _)| key);
        for good in ["", "44051401359", "526-000-12-46", "000331501"] {
            assert_eq!(key(good), None, "{good}");
        }
        for bad in ["44051401358", "5260001247", "000331502"] {
            assert_eq!(key(bad), Some(msg::RECORDS_WHY), "{bad}");
        }
        assert_eq!(key("12345"), Some(msg::RECORDS_FIELD_IDENTIFIER));
        assert_eq!(key("x"), Some(msg::RECORDS_FIELD_IDENTIFIER));
    }
}
