//! The register as a list, as a table to be taken away and as XML.

use db::{Conn, Q, q};
use kernel::{
    Result,
    ids::{IncomingId, PersonId, UnitId},
};
use offices::Desk;
use sheet::{Cell, Sheet};
use web::Cursor;

use super::{IncomingRow, State, UNKNOWN, incoming_select};
use crate::{policy, xml::Xml};

/// What a list of mail is narrowed to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// Only in this state.
    pub state: Option<State>,
    /// Only what was passed to this unit.
    pub unit: Option<UnitId>,
    /// Only what was passed to this person.
    pub person: Option<PersonId>,
    /// Only numbers of this year.
    pub year: Option<i64>,
    /// Words of title, sender or reference, as typed; or a number (`12`, `RPW.12.2026`).
    pub text: String,
}

/// Mail the person at the desk may see, newest first, one page.
///
/// # Errors
/// Those of the database.
pub async fn list(
    c: &mut Conn,
    desk: &Desk,
    filter: &Filter,
    after: Option<Cursor>,
    limit: u32,
) -> Result<(Vec<IncomingRow>, Option<Cursor>)> {
    let text = filter.text.trim();
    let number = number_of(text);
    let found = match number {
        None if !text.is_empty() => Some(crate::index::incoming_ids(c, desk, text, |q| narrow(q, filter)).await?),
        _ => None,
    };
    let narrowed = |q: Q| {
        let mut q = narrow(q.push(" AND i.office_id = ", desk.scope.office()), filter);
        if let Some(number) = number {
            q = q.push(" AND i.number = ", number);
        }
        if let Some(found) = &found {
            q = q.push_in(" AND i.id IN ", found.iter().copied());
        }
        if let Some(after) = after {
            q = q.push(" AND i.id < ", IncomingId(after.id));
        }
        q.push(" ORDER BY i.id DESC LIMIT ", i64::from(limit) + 1)
    };
    let mut rows: Vec<IncomingRow> = if policy::keeps_register(desk) {
        c.all(narrowed(Q::new(incoming_select!("WHERE TRUE")))).await?
    } else {
        // One short walk along an index for each person and unit whose mail is seen.
        let sight = policy::sight(desk);
        let mut q = Q::new(incoming_select!("WHERE i.id IN (SELECT id FROM ("));
        let mut before = "SELECT * FROM (SELECT i.id FROM incoming i WHERE";
        for person in &sight.persons {
            q = narrowed(q.text(before).push(" i.person_id = ", *person)).text(") b");
            before = " UNION SELECT * FROM (SELECT i.id FROM incoming i WHERE";
        }
        for unit in &sight.units {
            q = narrowed(q.text(before).push(" i.unit_id = ", *unit)).text(") b");
        }
        let q = q.push(") w ORDER BY id DESC LIMIT ", i64::from(limit) + 1);
        c.all(q.text(") ORDER BY i.id DESC")).await?
    };
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| more).map(|r| Cursor { key: 0, id: r.id.0 });
    Ok((rows, next))
}

/// The conditions of the filter.
fn narrow(mut q: Q, filter: &Filter) -> Q {
    match filter.state {
        // Spelled out where an index over what is not filed yet answers.
        Some(State::Assigned) => q = q.text(" AND i.state = 'assigned' AND i.state <> 'filed'"),
        Some(State::Received) => q = q.text(" AND i.state = 'received' AND i.state <> 'filed'"),
        Some(State::Registered) => q = q.text(" AND i.state = 'registered' AND i.state <> 'filed'"),
        Some(State::Filed) => q = q.text(" AND i.state = 'filed'"),
        None => {}
    }
    if let Some(unit) = filter.unit {
        q = q.push(" AND i.unit_id = ", unit);
    }
    if let Some(person) = filter.person {
        q = q.push(" AND i.person_id = ", person);
    }
    if let Some(year) = filter.year {
        q = q.push(" AND i.year = ", year);
    }
    q
}

fn number_of(text: &str) -> Option<i64> {
    let text = text.strip_prefix("RPW").or_else(|| text.strip_prefix("rpw")).unwrap_or(text);
    text.trim_matches(['.', '/', ' ']).split(['.', '/']).next()?.parse().ok()
}

/// How much mail waits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Came and not registered; 0 for those who do not keep the register.
    pub received: i64,
    /// Registered and not passed on; likewise.
    pub registered: i64,
    /// Passed to this person, or to those they stand in for.
    pub mine: i64,
    /// Passed to the units this person sees, to nobody in particular.
    pub unit: i64,
}

/// Counts the mail that waits.
///
/// # Errors
/// Those of the database.
pub async fn counts(c: &mut Conn, desk: &Desk) -> Result<Counts> {
    let sight = policy::sight(desk);
    let mut counts = Counts::default();
    if policy::keeps_register(desk) {
        let rows: Vec<(State, i64)> = c
            .all(q!(
                "SELECT state, COUNT(*) FROM incoming WHERE office_id = $1 AND state <> 'filed' GROUP BY state",
                desk.scope.office()
            ))
            .await?;
        let of = |state| rows.iter().find(|(s, _)| *s == state).map_or(0, |(_, n)| *n);
        (counts.received, counts.registered) = (of(State::Received), of(State::Registered));
    }
    let q = Q::new("SELECT COUNT(*) FROM incoming WHERE state = 'assigned'")
        .push_in(" AND person_id IN ", sight.persons.iter().copied());
    (counts.mine,) = c.one(q.push(" AND office_id = ", desk.scope.office())).await?;
    if !sight.units.is_empty() {
        let q = Q::new("SELECT COUNT(*) FROM incoming WHERE state = 'assigned' AND person_id IS NULL")
            .push_in(" AND unit_id IN ", sight.units.iter().copied());
        (counts.unit,) = c.one(q.push(" AND office_id = ", desk.scope.office())).await?;
    }
    Ok(counts)
}

db::row! {
    /// A row of the register of incoming mail with its columns by law.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
    pub struct RegisterRow {
        /// The ordinal in the year.
        pub number: i64,
        /// The day it came, ISO 8601.
        pub received: String,
        /// The title.
        pub title: String,
        /// The sending organisation.
        pub organisation: String,
        /// Surname and given names of the sender.
        pub sender: String,
        /// Town.
        pub town: String,
        /// Country.
        pub country: String,
        /// The date on the letter.
        pub letter_date: String,
        /// The sender's reference.
        pub sender_reference: String,
        /// To whom it was passed: the code of the unit and the person's name.
        pub assigned_to: String,
        /// How many attachments.
        pub attachments: Option<i64>,
        /// Remarks.
        pub remarks: String,
        /// Whether the public may read it.
        pub access: String,
        /// DCMI type.
        pub dcmi_type: String,
        /// The reference of the case it is part of.
        pub case_reference: String,
        /// The year of the number.
        pub year: i64,
    }
}

impl RegisterRow {
    /// The unique identifier.
    pub fn identifier(&self) -> String {
        format!("RPW.{}.{}", self.number, self.year)
    }
    /// The sender: organisation and person, or "brak danych".
    pub fn from_whom(&self) -> String {
        let known: Vec<&str> =
            [self.organisation.as_str(), self.sender.as_str()].into_iter().filter(|t| !t.is_empty()).collect();
        if known.is_empty() { UNKNOWN.to_owned() } else { known.join(", ") }
    }
}

/// The whole register of a year, by number; only for those who keep it. At most 200,000 rows.
///
/// # Errors
/// `Forbidden` without the role.
pub async fn register_of(c: &mut Conn, desk: &Desk, year: i64) -> Result<Vec<RegisterRow>> {
    if !policy::keeps_register(desk) {
        return Err(kernel::Fault::forbidden());
    }
    c.all(q!(
        "SELECT i.number, i.received, i.title, i.organisation, i.sender, i.town, i.country, i.letter_date, \
         i.sender_reference, COALESCE(u.code, '') || COALESCE(' ' || p.given_name || ' ' || p.family_name, ''), \
         i.attachments, i.remarks, i.access, i.dcmi_type, COALESCE(cf.reference, ''), i.year
         FROM incoming i LEFT JOIN unit u ON u.id = i.unit_id LEFT JOIN person p ON p.id = i.person_id
         LEFT JOIN case_file cf ON cf.id = i.case_id
         WHERE i.office_id = $1 AND i.year = $2 ORDER BY i.number LIMIT 200000",
        desk.scope.office(),
        year
    ))
    .await
}

fn known(text: &str) -> &str {
    if text.is_empty() { UNKNOWN } else { text }
}

/// The register of a year as a table, columns in Polish.
pub fn table(year: i64, rows: &[RegisterRow]) -> Sheet {
    let heads = [
        "Lp.",
        "Identyfikator",
        "Data wpływu",
        "Tytuł",
        "Nadawca",
        "Miejscowość",
        "Kraj",
        "Data na piśmie",
        "Znak nadawcy",
        "Przekazano",
        "Liczba załączników",
        "Uwagi",
        "Dostęp",
        "Typ (DCMI)",
        "Znak sprawy",
    ];
    let cells = |r: &RegisterRow| {
        vec![
            r.number.into(),
            r.identifier().into(),
            Cell::day_or_text(&r.received),
            r.title.as_str().into(),
            r.from_whom().into(),
            known(&r.town).into(),
            known(&r.country).into(),
            Cell::day_or_text(known(&r.letter_date)),
            known(&r.sender_reference).into(),
            known(&r.assigned_to).into(),
            r.attachments.map_or_else(|| UNKNOWN.into(), Cell::Number),
            r.remarks.as_str().into(),
            r.access.as_str().into(),
            r.dcmi_type.as_str().into(),
            r.case_reference.as_str().into(),
        ]
    };
    Sheet {
        name: format!("RPW {year}"),
        heads: heads.map(str::to_owned).to_vec(),
        rows: rows.iter().map(cells).collect(),
    }
}

/// The register as XML.
pub fn xml(office: &str, year: i64, rows: &[RegisterRow]) -> String {
    let mut x = Xml::new();
    let year_text = year.to_string();
    x.open("rejestr-przesylek-wplywajacych", &[("urzad", office), ("rok", &year_text)]);
    for r in rows {
        x.open("przesylka", &[("lp", &r.number.to_string()), ("identyfikator", &r.identifier())]);
        x.leaf("data-wplywu", &r.received);
        x.leaf("tytul", &r.title);
        x.leaf("nadawca", &r.from_whom());
        x.leaf("miejscowosc", known(&r.town));
        x.leaf("kraj", known(&r.country));
        x.leaf("data-pisma", known(&r.letter_date));
        x.leaf("znak-nadawcy", known(&r.sender_reference));
        x.leaf("przekazano", known(&r.assigned_to));
        x.leaf("zalaczniki", &r.attachments.map_or_else(|| UNKNOWN.to_owned(), |n| n.to_string()));
        x.leaf("uwagi", &r.remarks);
        x.leaf("dostep", &r.access);
        x.leaf("typ", &r.dcmi_type);
        x.leaf("znak-sprawy", &r.case_reference);
        x.close("przesylka");
    }
    x.close("rejestr-przesylek-wplywajacych");
    x.done()
}
