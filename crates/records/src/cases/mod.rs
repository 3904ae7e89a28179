//! Cases (sprawy): what one is, and reading one. Opening is in [`open`], handing on in [`act`], who takes part in
//! [`parties`](mod@parties), the term in [`term`], the end in [`settle`](mod@settle).

mod act;
mod check;
mod open;
mod parties;
mod settle;
pub mod term;

pub use act::{Saved, assign, follow, follows, hand_over, rename, set_remarks};
pub use check::party_faults;
pub use open::{NewCase, Party, open};
pub(crate) use parties::find_again;
pub use parties::{PartyEdit, PartyRole, PartyRow, SavedParty, add_party, correct_party, parties, party, remove_party};
pub use settle::{reopen, settle};
pub use term::{Ground, PauseRow, clock, due_of, extend, pause, pauses, resume};

use db::{Conn, Q, q};
use kernel::{
    Event, Fault, Micros, OfficeScope, Result,
    ids::{CaseId, ClassId, IncomingId, PersonId, ServiceId, UnitId},
};
use law::{reference::CaseReference, term::Span};
use offices::{Day, Desk};

use crate::{msg, policy};

db::text_enum! {
    /// Where a case stands.
    pub enum State {
        /// In progress (w toku).
        Open = "open",
        /// The term does not run (KPA art. 35 § 5): the office waits for something.
        Paused = "paused",
        /// Settled (załatwiona) and frozen.
        Settled = "settled",
    }
}

impl State {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            State::Open => msg::RECORDS_STATE_OPEN,
            State::Paused => msg::RECORDS_STATE_PAUSED,
            State::Settled => msg::RECORDS_STATE_SETTLED,
        }
    }
}

db::text_enum! {
    /// How a case was settled.
    pub enum Outcome {
        /// As the party asked (uwzględniono w całości).
        Granted = "granted",
        /// In part (uwzględniono w części).
        GrantedInPart = "granted-in-part",
        /// Not as the party asked (odmówiono).
        Refused = "refused",
        /// Discontinued (umorzono, KPA art. 105).
        Discontinued = "discontinued",
        /// Left without examination (pozostawiono bez rozpoznania, KPA art. 64 § 2).
        Unexamined = "unexamined",
        /// Passed on to the competent authority (KPA art. 65).
        PassedOn = "passed-on",
        /// Withdrawn by the party.
        Withdrawn = "withdrawn",
        /// Otherwise: an answer, an information, an action done.
        Done = "done",
    }
}

impl Outcome {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Outcome::Granted => msg::RECORDS_OUTCOME_GRANTED,
            Outcome::GrantedInPart => msg::RECORDS_OUTCOME_GRANTED_IN_PART,
            Outcome::Refused => msg::RECORDS_OUTCOME_REFUSED,
            Outcome::Discontinued => msg::RECORDS_OUTCOME_DISCONTINUED,
            Outcome::Unexamined => msg::RECORDS_OUTCOME_UNEXAMINED,
            Outcome::PassedOn => msg::RECORDS_OUTCOME_PASSED_ON,
            Outcome::Withdrawn => msg::RECORDS_OUTCOME_WITHDRAWN,
            Outcome::Done => msg::RECORDS_OUTCOME_DONE,
        }
    }
}

db::text_enum! {
    /// The unit of a term's length, as stored.
    pub enum TermUnit {
        /// Days.
        Days = "days",
        /// Working days.
        WorkingDays = "working_days",
        /// Weeks.
        Weeks = "weeks",
        /// Months.
        Months = "months",
        /// Years.
        Years = "years",
    }
}

impl From<law::term::Unit> for TermUnit {
    fn from(unit: law::term::Unit) -> Self {
        match unit {
            law::term::Unit::Days => TermUnit::Days,
            law::term::Unit::Weeks => TermUnit::Weeks,
            law::term::Unit::Months => TermUnit::Months,
            law::term::Unit::Years => TermUnit::Years,
            law::term::Unit::WorkingDays => TermUnit::WorkingDays,
        }
    }
}

impl From<TermUnit> for law::term::Unit {
    fn from(unit: TermUnit) -> Self {
        match unit {
            TermUnit::Days => law::term::Unit::Days,
            TermUnit::Weeks => law::term::Unit::Weeks,
            TermUnit::Months => law::term::Unit::Months,
            TermUnit::Years => law::term::Unit::Years,
            TermUnit::WorkingDays => law::term::Unit::WorkingDays,
        }
    }
}

/// A span as its two columns.
pub(crate) fn span_columns(span: Option<Span>) -> (Option<i64>, Option<TermUnit>) {
    (span.map(|s| i64::from(s.amount)), span.map(|s| s.unit.into()))
}

/// A span from its two columns.
pub(crate) fn span_of(amount: Option<i64>, unit: Option<TermUnit>) -> Option<Span> {
    Some(Span::new(u32::try_from(amount?).ok()?, unit?.into()))
}

/// Stands for "no term" where the day due is stored, so that such cases come last.
pub const NO_TERM: jiff::civil::Date = jiff::civil::date(9999, 12, 31);

/// `SELECT` of a [`CaseRow`] from `case_file cf`, followed by more SQL.
macro_rules! case_select {
    ($rest:literal) => {
        concat!(
            "SELECT cf.id, cf.reference, cf.unit_code, cf.symbol, cf.number, cf.year, cf.class_id, cf.category, cf.title, \
             cf.state, cf.unit_id, cf.handler_id, cf.handler_name, cf.service_id, cf.incoming_id, cf.party_name, \
             cf.party_person, cf.party_reference, cf.party_date, cf.opened, cf.started, cf.term_amount, cf.term_unit, \
             cf.extended_on, cf.extended_to, cf.due, cf.settled, cf.outcome, cf.kept_through, cf.remarks, cf.entries, \
             cf.acted, cf.last_action, cf.version FROM case_file cf ",
            $rest
        )
    };
}

db::row! {
    /// A case.
    #[derive(Debug, Clone, PartialEq)]
    pub struct CaseRow {
        /// The identifier.
        pub id: CaseId,
        /// The reference (znak sprawy), borne for life: `OR.0123.4.2026`.
        pub reference: String,
        /// The code of the unit that opened it.
        pub unit_code: String,
        /// The symbol of the class.
        pub symbol: String,
        /// The number within unit code, symbol and year.
        pub number: i64,
        /// The year it was opened in.
        pub year: i64,
        /// The class of the file plan in force at opening.
        pub class: ClassId,
        /// The archival category at opening; `None` when the plan does not know it yet.
        pub category: Option<String>,
        /// The title.
        pub title: String,
        /// Where it stands.
        pub state: State,
        /// The unit that has it now.
        pub unit: UnitId,
        /// Who handles it.
        pub handler: Option<PersonId>,
        /// Their name when they were given it; empty when nobody handles it.
        pub handler_name: String,
        /// The service, when it began with one.
        pub service: Option<ServiceId>,
        /// The incoming mail it began with.
        pub incoming: Option<IncomingId>,
        /// From whom; empty when the office opened it on its own initiative.
        pub party_name: String,
        /// The account of the first party.
        pub party_person: Option<PersonId>,
        /// The party's own reference; may be empty.
        pub party_reference: String,
        /// The date on the party's letter, as far as known (`2026`, `2026-01`, `2026-01-12`); may be empty.
        pub party_date: String,
        /// When it was opened.
        pub opened: Micros,
        /// The day the proceedings began, from which the term runs (KPA art. 61 § 3 and 3a).
        pub started: Day,
        /// The length of the term; see [`CaseRow::span`].
        pub term_amount: Option<i64>,
        /// The unit of the length of the term.
        pub term_unit: Option<TermUnit>,
        /// The day on which a new date was set (KPA art. 36).
        pub extended_on: Option<Day>,
        /// The new date set.
        pub extended_to: Option<Day>,
        /// The last day of the term as stored, [`NO_TERM`] without one; see [`CaseRow::due`].
        pub due_stored: Day,
        /// When it was settled.
        pub settled: Option<Micros>,
        /// How it was settled.
        pub outcome: Option<Outcome>,
        /// The last calendar year through which it is kept.
        pub kept_through: Option<i64>,
        /// Remarks for the list of cases.
        pub remarks: String,
        /// How many entries its record has.
        pub entries: i64,
        /// When something last happened.
        pub acted: Micros,
        /// The key of what last happened; words under `records-action-…`.
        pub last_action: String,
        /// Counts edits of what can be edited.
        pub version: i64,
    }
}

impl CaseRow {
    /// The length of its term, if it has one.
    pub fn span(&self) -> Option<Span> {
        span_of(self.term_amount, self.term_unit)
    }
    /// The last day of its term; while paused, as of the day the pause began.
    pub fn due(&self) -> Option<jiff::civil::Date> {
        Some(self.due_stored.0).filter(|d| *d != NO_TERM)
    }
    /// Whether it is frozen.
    pub fn frozen(&self) -> bool {
        self.state == State::Settled
    }
    /// The first calendar year in which it is due for disposal or review; `None` when it is kept for ever, as long as
    /// other provisions say, or not settled yet.
    pub fn disposal_year(&self) -> Option<i64> {
        self.kept_through.map(|y| y + 1)
    }
}

/// A case the person at the desk may see.
///
/// # Errors
/// `NotFound` for a case of another office, or one they may not see.
pub async fn case(c: &mut Conn, desk: &Desk, id: CaseId) -> Result<CaseRow> {
    let sight = policy::sight(desk);
    let q = q!(case_select!("WHERE cf.id = $1 AND cf.office_id = $2"), id, desk.scope.office());
    c.one(policy::visible(q, &sight)).await
}

/// A case of the office, whoever asks: for subjects that have checked the right themselves.
///
/// # Errors
/// `NotFound`.
pub async fn get(c: &mut Conn, scope: OfficeScope, id: CaseId) -> Result<CaseRow> {
    c.one(q!(case_select!("WHERE cf.id = $1 AND cf.office_id = $2"), id, scope.office())).await
}

/// The case with this reference that the person at the desk may see; `None` also when the text is no reference.
///
/// # Errors
/// Those of the database.
pub async fn by_reference(c: &mut Conn, desk: &Desk, reference: &str) -> Result<Option<CaseRow>> {
    let Ok(r) = reference.parse::<CaseReference>() else { return Ok(None) };
    let sight = policy::sight(desk);
    let q = Q::new(case_select!("WHERE cf.office_id = $1"))
        .bind(desk.scope.office())
        .push(" AND cf.unit_code = ", r.unit().as_str())
        .push(" AND cf.symbol = ", r.symbol())
        .push(" AND cf.year = ", i64::from(r.year()))
        .push(" AND cf.number = ", i64::from(r.number()));
    c.opt(policy::visible(q, &sight)).await
}

/// A case the person at the desk sees, works on and that is not frozen: what every change begins with.
///
/// # Errors
/// `NotFound` for one they may not see, `Forbidden` without the role, `Conflict` when it is settled.
pub async fn writable(c: &mut Conn, desk: &Desk, id: CaseId) -> Result<CaseRow> {
    let row = case(c, desk, id).await?;
    if !policy::handles_cases(desk) && row.handler != Some(desk.member.person) {
        return Err(Fault::forbidden());
    }
    if row.frozen() {
        return Err(Fault::conflict(msg::RECORDS_FROZEN));
    }
    Ok(row)
}

/// Makes sure that a case of the office is not frozen: for subjects that have checked the right themselves.
///
/// # Errors
/// `NotFound`, or `Conflict` when it is settled.
pub async fn open_still(c: &mut Conn, scope: OfficeScope, id: CaseId) -> Result<CaseRow> {
    let row = get(c, scope, id).await?;
    if row.frozen() { Err(Fault::conflict(msg::RECORDS_FROZEN)) } else { Ok(row) }
}

/// An event of a case. Its payload holds the reference and the given facts, never content.
pub fn event(kind: &str, scope: OfficeScope, case: &CaseRow, mut facts: serde_json::Value) -> Event {
    if let Some(map) = facts.as_object_mut() {
        map.insert("reference".into(), case.reference.clone().into());
        map.insert("case".into(), case.id.to_string().into());
    }
    Event {
        kind: kind.into(),
        office: Some(scope.office()),
        object: case.id.0,
        concerns: case.party_person,
        payload: facts,
    }
}
