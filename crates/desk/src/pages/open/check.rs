//! Reading the form into a case to be opened.

use jiff::civil::Date;
use kernel::{Fault, FieldFault, Result};
use law::term::{Span, Unit};
use records::cases::{NewCase, Party, TermUnit};
use web::Fields;

use super::Opening;
use crate::msg;

/// The term typed: `None` when left empty.
pub(crate) fn span(f: &Fields) -> Result<Option<Span>> {
    let amount = f.get("term");
    if amount.is_empty() {
        return Ok(None);
    }
    let amount: u32 = amount.parse().map_err(|_| Fault::field("term", web::msg::FIELD_NUMBER))?;
    let unit = TermUnit::parse(f.get("term_unit")).ok_or_else(|| Fault::field("term_unit", web::msg::FIELD_CHOICE))?;
    Ok(Some(Span::new(amount, Unit::from(unit))))
}

/// The day typed on which the proceedings begin.
pub(crate) fn started(f: &Fields) -> Option<Date> {
    offices::day::parse(f.get("started"))
}

fn party(f: &Fields) -> Option<Party> {
    (f.get("from") == "party").then(|| Party {
        name: f.get("party").to_owned(),
        email: f.get("party_email").to_owned(),
        phone: f.get("party_phone").to_owned(),
        address: f.get("party_address").to_owned(),
        ..Party::default()
    })
}

/// Reads the form; what only the rules of records know is left to them.
pub(crate) fn read(f: &Fields, opening: &Opening) -> Result<NewCase> {
    let mut faults = Vec::new();
    let mut wrong = |field: &str, key| faults.push(FieldFault { field: field.into(), key, args: Vec::new() });
    let class = opening.class.as_ref().map(|k| k.id);
    if class.is_none() {
        wrong("class", if opening.found.is_empty() { msg::DESK_FIELD_CLASS } else { msg::DESK_FIELD_CLASS_PICK });
    }
    let unit = f.parsed("unit");
    if unit.is_none() {
        wrong("unit", web::msg::FIELD_CHOICE);
    }
    let day = started(f);
    if day.is_none() {
        wrong("started", web::msg::FIELD_DATE);
    }
    let term = span(f).unwrap_or_else(|fault| {
        fault.fields.iter().for_each(|x| wrong(&x.field, x.key));
        None
    });
    if opening.mail.is_none() && f.get("from") == "party" && f.get("party").is_empty() {
        wrong("party", web::msg::FIELD_REQUIRED);
    }
    if f.get("title").is_empty() {
        wrong("title", web::msg::FIELD_REQUIRED);
    }
    Fault::check(faults)?;
    let (Some(class), Some(unit), Some(started)) = (class, unit, day) else {
        return Err(Fault::invalid(web::msg::FAULT_FIELDS));
    };
    Ok(NewCase {
        class,
        unit,
        title: f.get("title").to_owned(),
        service: None,
        incoming: opening.mail.as_ref().map(|m| m.mail.id),
        party: if opening.mail.is_some() { None } else { party(f) },
        started,
        term,
    })
}
