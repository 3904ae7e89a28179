//! The list of cases of a class (spis spraw, instrukcja kancelaryjna § 53): one for each year, unit and class.

use db::{Conn, Q, q};
use kernel::{Micros, Result, ids::CaseId};
use offices::Desk;
use sheet::{Cell, Sheet};

use crate::{cases::Outcome, policy};

db::row! {
    /// A row of the list with its columns by law.
    #[derive(Debug, Clone, PartialEq)]
    pub struct SpisRow {
        /// The case.
        pub case: CaseId,
        /// The ordinal, which is the number in the reference.
        pub number: i64,
        /// The title (sprawa, krótka treść).
        pub title: String,
        /// From whom; blank when on the office's own initiative.
        pub from_whom: String,
        /// Their reference; blank likewise.
        pub their_reference: String,
        /// The date on their letter; blank likewise.
        pub their_date: String,
        /// When it was opened.
        pub opened: Micros,
        /// When it was settled.
        pub settled: Option<Micros>,
        /// How it was settled.
        pub outcome: Option<Outcome>,
        /// Remarks.
        pub remarks: String,
        /// The reference.
        pub reference: String,
    }
}

db::row! {
    /// A list of cases that exists.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Spis {
        /// The year.
        pub year: i64,
        /// The code of the unit.
        pub unit_code: String,
        /// The symbol of the class.
        pub symbol: String,
        /// How many cases were opened: the last number given.
        pub cases: i64,
    }
}

/// The lists that exist in an office in a year, for the units whose cases the person at the desk sees.
///
/// # Errors
/// Those of the database.
pub async fn lists(c: &mut Conn, desk: &Desk, year: i64) -> Result<Vec<Spis>> {
    let sight = policy::sight(desk);
    let q = Q::new("SELECT n.year, n.unit_code, n.symbol, n.last FROM case_counter n WHERE n.office_id = $1")
        .bind(desk.scope.office())
        .push(" AND n.year = ", year)
        .push(" AND n.unit_code IN (SELECT u.code FROM unit u WHERE u.office_id = ", desk.scope.office())
        .push_in(" AND u.id IN ", sight.units.iter().copied());
    c.all(q.text(") ORDER BY n.unit_code, n.symbol LIMIT 5000")).await
}

/// The rows of a list by number; those of cases the person at the desk may see. At most 20,000.
///
/// # Errors
/// Those of the database.
pub async fn rows(c: &mut Conn, desk: &Desk, year: i64, unit_code: &str, symbol: &str) -> Result<Vec<SpisRow>> {
    let sight = policy::sight(desk);
    let q = q!(
        "SELECT cf.id, cf.number, cf.title, cf.party_name, cf.party_reference, cf.party_date, cf.opened, cf.settled, \
         cf.outcome, cf.remarks, cf.reference
         FROM case_file cf WHERE cf.office_id = $1 AND cf.unit_code = $2 AND cf.symbol = $3 AND cf.year = $4",
        desk.scope.office(),
        unit_code,
        symbol,
        year
    );
    c.all(policy::visible(q, &sight).text(" ORDER BY cf.number LIMIT 20000")).await
}

/// A list as a table, columns in Polish in the order of § 53.
pub fn table(name: &str, rows: &[SpisRow]) -> Sheet {
    let heads = [
        "Lp.",
        "Sprawa (krótka treść)",
        "Od kogo wpłynęła",
        "Znak pisma",
        "Z dnia",
        "Data wszczęcia",
        "Data ostatecznego załatwienia",
        "Uwagi",
        "Znak sprawy",
    ];
    let cells = |r: &SpisRow| {
        vec![
            r.number.into(),
            r.title.as_str().into(),
            r.from_whom.as_str().into(),
            r.their_reference.as_str().into(),
            Cell::day_or_text(&r.their_date),
            Cell::Day(r.opened.warsaw_date()),
            r.settled.map(Micros::warsaw_date).into(),
            r.remarks.as_str().into(),
            r.reference.as_str().into(),
        ]
    };
    Sheet { name: name.to_owned(), heads: heads.map(str::to_owned).to_vec(), rows: rows.iter().map(cells).collect() }
}
