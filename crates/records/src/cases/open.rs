//! Opening a case: the number without gaps and the reference for life.

use db::{Conn, q};
use jiff::civil::Date;
use kernel::{
    Ctx, Fault, Micros, Result,
    ids::{ClassId, IncomingId, PersonId, ServiceId, UnitId},
};
use law::{
    reference::{CaseReference, UnitCode},
    term::{self, Span},
};
use offices::{Day, Desk};
use serde_json::json;

use super::{CaseRow, NO_TERM, PartyRole, State, event, parties, span_columns};
use crate::{
    chain::{self, Action, Link},
    incoming::{self, IncomingRow},
    index, intake, msg, policy,
    words::{Check, MAX_SHORT, MAX_TITLE, line},
};

/// A party (strona) of a case.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Party {
    /// Their account, if they have one here.
    pub person: Option<PersonId>,
    /// Name of a person or of an organisation.
    pub name: String,
    /// E-mail; may be empty.
    pub email: String,
    /// Telephone; may be empty.
    pub phone: String,
    /// Postal address in one line; may be empty.
    pub address: String,
    /// PESEL, NIP or REGON; may be empty.
    pub identifier: String,
    /// Their own reference of the matter; may be empty.
    pub reference: String,
    /// The date on their letter as far as known (`2026`, `2026-01`, `2026-01-12`); may be empty.
    pub letter_date: String,
}

/// A case to be opened.
#[derive(Debug, Clone)]
pub struct NewCase {
    /// A final class of the file plan in force.
    pub class: ClassId,
    /// The unit that keeps it: one's own, or for a superior one below.
    pub unit: UnitId,
    /// The title, at most 500 characters.
    pub title: String,
    /// The service, when it begins with one. Taken from the incoming mail when left out.
    pub service: Option<ServiceId>,
    /// The registered incoming mail it begins with; becomes part of the case.
    pub incoming: Option<IncomingId>,
    /// From whom. Without one and without incoming mail the case is opened on the office's own initiative.
    pub party: Option<Party>,
    /// The day the proceedings begin.
    pub started: Date,
    /// The term, if the matter has one.
    pub term: Option<Span>,
}

db::row! {
    struct Class {
        symbol: String,
        category: Option<String>,
        is_final: bool,
        in_force: bool,
    }
}

/// Opens a case: gives it the next number of its unit, class and year, writes the first entry of its record and, when
/// it begins with incoming mail, takes that mail and its documents in.
///
/// The row that counts is touched after all checks, so that two who open at once wait for each other only briefly; when
/// the unit of work fails afterwards, the number is given again to the next (instrukcja kancelaryjna, § 5: without gaps).
///
/// # Errors
/// `Forbidden` without the role or for a foreign unit; `Invalid` at fields `title`, `class`, `unit`, `party`,
/// `started`, `incoming`; `Conflict` when the mail already belongs to a case.
pub async fn open(c: &mut Conn, ctx: &Ctx, desk: &Desk, new: NewCase) -> Result<CaseRow> {
    let scope = desk.scope;
    let today = ctx.now.warsaw_date();
    let title = line(&new.title);
    let mut check = Check::default();
    check.text("title", &title, MAX_TITLE);
    if new.started > today {
        check.fault("started", msg::RECORDS_FIELD_FUTURE);
    }
    let due = match new.term.map(|span| term::last_day(new.started, span)) {
        None => NO_TERM,
        Some(Ok(counted)) => counted.last_day,
        Some(Err(_)) => {
            check.fault("term", msg::RECORDS_FIELD_TERM);
            NO_TERM
        }
    };
    check.done()?;
    if !policy::handles_cases(desk) {
        return Err(Fault::forbidden());
    }
    let sight = policy::sight(desk);
    if !sight.units.contains(&new.unit) {
        return Err(Fault::field("unit", msg::RECORDS_FIELD_UNIT));
    }
    let class = class_in_force(c, desk, new.class, today).await?;
    let code = unit_code(c, desk, new.unit, today).await?;
    let mail = match new.incoming {
        Some(id) => Some(incoming::to_file(c, desk, id).await?),
        None => None,
    };
    let party = party(&new, mail.as_ref())?;
    let (handler, handler_name) = handler(c, desk, new.unit, mail.as_ref(), today).await?;

    let year = today.year();
    let number = next_number(c, desk, &code, &class.symbol, year).await?;
    let reference = reference(&code, &class.symbol, number, year)?;
    let (term_amount, term_unit) = span_columns(new.term);
    let service = new.service.or(mail.as_ref().and_then(|m| m.service));
    let row = CaseRow {
        id: ctx.new_id(),
        reference,
        unit_code: code,
        symbol: class.symbol,
        number,
        year: i64::from(year),
        class: new.class,
        category: class.category,
        title,
        state: State::Open,
        unit: new.unit,
        handler,
        handler_name,
        service,
        incoming: new.incoming,
        party_name: party.as_ref().map(|p| p.name.clone()).unwrap_or_default(),
        party_person: party.as_ref().and_then(|p| p.person),
        party_reference: party.as_ref().map(|p| p.reference.clone()).unwrap_or_default(),
        party_date: party.as_ref().map(|p| p.letter_date.clone()).unwrap_or_default(),
        opened: ctx.now,
        started: Day(new.started),
        term_amount,
        term_unit,
        extended_on: None,
        extended_to: None,
        due_stored: Day(due),
        settled: None,
        outcome: None,
        kept_through: None,
        remarks: String::new(),
        entries: 1,
        acted: ctx.now,
        last_action: "case.opened".into(),
        version: 1,
    };
    insert(c, desk, &row).await?;
    if let Some(party) = &party {
        parties::insert(c, scope, row.id, 1, party, PartyRole::Party, ctx.now).await?;
    }
    let mut action = Action::new("case.opened")
        .at(desk)
        .text(&row.title)
        .fact("class", row.symbol.as_str())
        .fact("unit", row.unit.to_string())
        .fact("started", new.started.to_string());
    if let Some(day) = row.due() {
        action = action.fact("due", day.to_string());
    }
    if let Some(number) = mail.as_ref().and_then(IncomingRow::identifier) {
        action = action.fact("incoming", number);
    }
    chain::insert(c, ctx, scope, (row.id, &row.reference), (1, Link::START), &action).await?;
    let row = match mail {
        Some(mail) => intake::take_in(c, ctx, desk, row, &mail).await?,
        None => {
            index::case(c, scope, &row, &[]).await?;
            row
        }
    };
    let facts = json!({"symbol": row.symbol, "unit": row.unit.to_string(), "due": row.due().map(|d| d.to_string())});
    c.emit(ctx, &event("case.opened", scope, &row, facts)).await?;
    Ok(row)
}

async fn class_in_force(c: &mut Conn, desk: &Desk, class: ClassId, today: Date) -> Result<Class> {
    let found: Option<Class> = c
        .opt(q!(
            "SELECT k.symbol, k.category, k.final, p.in_force_from = (SELECT MAX(f.in_force_from) FROM file_plan f
                 WHERE f.office_id = $1 AND f.in_force_from <= $3)
             FROM file_class k JOIN file_plan p ON p.id = k.plan_id
             WHERE k.office_id = $1 AND k.id = $2 AND p.in_force_from <= $3",
            desk.scope.office(),
            class,
            Day(today)
        ))
        .await?;
    match found {
        Some(class) if class.is_final && class.in_force => Ok(class),
        Some(class) if class.in_force => Err(Fault::field("class", msg::RECORDS_FIELD_CLASS_GROUP)),
        _ => Err(Fault::field("class", msg::RECORDS_FIELD_CLASS)),
    }
}

async fn unit_code(c: &mut Conn, desk: &Desk, unit: UnitId, today: Date) -> Result<String> {
    if unit == desk.member.unit {
        return Ok(desk.member.unit_code.clone());
    }
    let found: Option<(String,)> = c
        .opt(q!(
            "SELECT code FROM unit WHERE office_id = $1 AND id = $2 AND from_date <= $3
             AND (to_date IS NULL OR to_date >= $3)",
            desk.scope.office(),
            unit,
            Day(today)
        ))
        .await?;
    found.map(|(code,)| code).ok_or_else(|| Fault::field("unit", msg::RECORDS_FIELD_UNIT))
}

fn party(new: &NewCase, mail: Option<&IncomingRow>) -> Result<Option<Party>> {
    let given = new.party.clone().or_else(|| mail.map(IncomingRow::party));
    let Some(given) = given else { return Ok(None) };
    let party = Party {
        person: given.person,
        name: line(&given.name),
        email: line(&given.email),
        phone: line(&given.phone),
        address: line(&given.address),
        identifier: line(&given.identifier),
        reference: line(&given.reference),
        letter_date: line(&given.letter_date),
    };
    let mut check = Check::default();
    check.text("party", &party.name, MAX_SHORT);
    for text in [&party.email, &party.phone, &party.address, &party.identifier, &party.reference, &party.letter_date] {
        check.short("party", text, MAX_SHORT);
    }
    check.done()?;
    Ok(Some(party))
}

/// The person the mail was passed to; else whoever opens the case in their own unit; else nobody yet.
async fn handler(
    c: &mut Conn,
    desk: &Desk,
    unit: UnitId,
    mail: Option<&IncomingRow>,
    today: Date,
) -> Result<(Option<PersonId>, String)> {
    let me = desk.member.person;
    match mail.and_then(|m| m.person) {
        Some(other) if other != me => {
            if let Some(member) = offices::member_of(c, desk.scope, other, today).await? {
                return Ok((Some(other), member.name));
            }
        }
        _ => {}
    }
    Ok(if unit == desk.member.unit { (Some(me), desk.member.name.clone()) } else { (None, String::new()) })
}

async fn next_number(c: &mut Conn, desk: &Desk, code: &str, symbol: &str, year: i16) -> Result<i64> {
    let (number,): (i64,) = c
        .one(q!(
            "INSERT INTO case_counter (office_id, unit_code, symbol, year, last) VALUES ($1, $2, $3, $4, 1)
             ON CONFLICT (office_id, unit_code, symbol, year) DO UPDATE SET last = case_counter.last + 1 RETURNING last",
            desk.scope.office(),
            code,
            symbol,
            i64::from(year)
        ))
        .await?;
    Ok(number)
}

fn reference(code: &str, symbol: &str, number: i64, year: i16) -> Result<String> {
    let unit: UnitCode = code.parse().map_err(Fault::internal)?;
    let number = u32::try_from(number).map_err(Fault::internal)?;
    Ok(CaseReference::new(unit, symbol, number, None, year, None).map_err(Fault::internal)?.to_string())
}

async fn insert(c: &mut Conn, desk: &Desk, r: &CaseRow) -> Result<()> {
    let nothing: Option<Micros> = None;
    c.exec(q!(
        "INSERT INTO case_file (id, office_id, reference, unit_code, symbol, number, year, class_id, category, title, \
         state, unit_id, handler_id, handler_name, service_id, incoming_id, party_name, party_person, party_reference, \
         party_date, opened, started, term_amount, term_unit, due, settled, remarks, entries, acted, last_action, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, \
         $23, $24, $25, $26, $27, $28, $29, $30, $31)",
        r.id,
        desk.scope.office(),
        &r.reference,
        &r.unit_code,
        &r.symbol,
        r.number,
        r.year,
        r.class,
        r.category.clone(),
        &r.title,
        r.state,
        r.unit,
        r.handler,
        &r.handler_name,
        r.service,
        r.incoming,
        &r.party_name,
        r.party_person,
        &r.party_reference,
        &r.party_date,
        r.opened,
        r.started,
        r.term_amount,
        r.term_unit,
        r.due_stored,
        nothing,
        &r.remarks,
        r.entries,
        r.acted,
        &r.last_action,
        r.version
    ))
    .await?;
    Ok(())
}
