//! Incoming mail (przesyłki wpływające) and its register (RPW): what came, from whom, to whom it was passed.
//!
//! Mail comes by itself when a submission is sent ([`crate::listener`]) or is typed in from paper ([`type_in`]). The
//! registry [`register`]s it, which gives its number in the office's year, and passes it on ([`assign`], dekretacja).
//! It ends as part of a case ([`crate::cases::open`], [`attach`]).

mod list;
mod pass;
mod register;

pub use list::{Counts, Filter, RegisterRow, counts, list, register_of, table, xml};
pub use pass::{To, assign, attach, to_file};
pub(crate) use register::part_of_date;
pub use register::{Paper, Registration, correct, register, type_in};

use db::{Conn, q};
use kernel::{
    Micros, OfficeScope, Result,
    ids::{CaseId, IncomingId, PersonId, ServiceId, SubmissionId, UnitId},
};
use law::term::Span;
use offices::{Day, Desk};

use crate::{
    cases::{Party, TermUnit, span_of},
    msg, policy,
};

/// What stands for anything unknown in the register (instrukcja kancelaryjna, Dz.U. 2011 nr 14 poz. 67).
pub const UNKNOWN: &str = "brak danych";

db::text_enum! {
    /// Where a piece of incoming mail stands.
    pub enum State {
        /// Came, not registered yet.
        Received = "received",
        /// Has its number, not passed on yet.
        Registered = "registered",
        /// Passed to a unit or a person.
        Assigned = "assigned",
        /// Part of a case.
        Filed = "filed",
    }
}

impl State {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            State::Received => msg::RECORDS_INCOMING_RECEIVED,
            State::Registered => msg::RECORDS_INCOMING_REGISTERED,
            State::Assigned => msg::RECORDS_INCOMING_ASSIGNED,
            State::Filed => msg::RECORDS_INCOMING_FILED_STATE,
        }
    }
}

db::text_enum! {
    /// How mail came.
    pub enum Channel {
        /// From the form of a service.
        Form = "form",
        /// From a neighbouring system.
        Api = "api",
        /// By post.
        Post = "post",
        /// Handed in at the office.
        InPerson = "in-person",
        /// By e-mail.
        Email = "email",
        /// By electronic delivery (e-Doręczenia) or ePUAP.
        Electronic = "electronic",
    }
}

impl Channel {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Channel::Form => msg::RECORDS_CHANNEL_FORM,
            Channel::Api => msg::RECORDS_CHANNEL_API,
            Channel::Post => msg::RECORDS_CHANNEL_POST,
            Channel::InPerson => msg::RECORDS_CHANNEL_IN_PERSON,
            Channel::Email => msg::RECORDS_CHANNEL_EMAIL,
            Channel::Electronic => msg::RECORDS_CHANNEL_ELECTRONIC,
        }
    }
}

db::text_enum! {
    /// Whether the public may read it.
    pub enum Access {
        /// Public as a whole.
        Whole = "public-whole",
        /// Public in part.
        Part = "public-part",
        /// Not public.
        None = "not-public",
    }
}

impl Access {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Access::Whole => msg::RECORDS_ACCESS_WHOLE,
            Access::Part => msg::RECORDS_ACCESS_PART,
            Access::None => msg::RECORDS_ACCESS_NONE,
        }
    }
}

db::text_enum! {
    /// The kind of thing it is, DCMI Type Vocabulary (only what mail can be).
    pub enum DcmiType {
        /// A text.
        Text = "Text",
        /// A picture that does not move.
        StillImage = "StillImage",
        /// A film.
        MovingImage = "MovingImage",
        /// A sound.
        Sound = "Sound",
        /// Data in a fixed structure.
        Dataset = "Dataset",
        /// Several things of different kinds.
        Collection = "Collection",
        /// A thing that can be touched.
        PhysicalObject = "PhysicalObject",
        /// A program.
        Software = "Software",
    }
}

macro_rules! incoming_select {
    ($rest:literal) => {
        concat!(
            "SELECT i.id, i.state, i.year, i.number, i.channel, i.submission_id, i.submission_number, i.service_id, \
             i.service_slug, i.service_title, i.symbol, i.suggested_unit, i.term_amount, i.term_unit, i.title, i.organisation, i.sender, \
             i.sender_email, i.sender_person, i.sender_address, i.town, i.country, i.letter_date, i.sender_reference, \
             i.received, i.received_at, i.registered_at, i.registered_by, i.attachments, i.access, i.dcmi_type, i.remarks, \
             i.unit_id, i.person_id, i.assigned_at, i.assigned_by, i.instruction, i.case_id, i.version FROM incoming i ",
            $rest
        )
    };
}
pub(crate) use incoming_select;

db::row! {
    /// A piece of incoming mail. Texts that are not known are empty; the register shows them as [`UNKNOWN`].
    #[derive(Debug, Clone, PartialEq)]
    pub struct IncomingRow {
        /// The identifier in this program.
        pub id: IncomingId,
        /// Where it stands.
        pub state: State,
        /// The year of its number.
        pub year: Option<i64>,
        /// Its number in the register.
        pub number: Option<i64>,
        /// How it came.
        pub channel: Channel,
        /// The submission it is.
        pub submission: Option<SubmissionId>,
        /// The number of the submission's receipt.
        pub submission_number: String,
        /// The service it was sent for.
        pub service: Option<ServiceId>,
        /// The service's name in addresses.
        pub service_slug: String,
        /// The service's title when it was sent.
        pub service_title: String,
        /// The class the service suggests.
        pub symbol: String,
        /// The unit that settles the service.
        pub suggested_unit: Option<UnitId>,
        /// The length of the service's term; see [`IncomingRow::span`].
        pub term_amount: Option<i64>,
        /// Its unit.
        pub term_unit: Option<TermUnit>,
        /// The title.
        pub title: String,
        /// The sending organisation.
        pub organisation: String,
        /// Surname and given names of the sender.
        pub sender: String,
        /// The sender's e-mail.
        pub sender_email: String,
        /// The sender's account.
        pub sender_person: Option<PersonId>,
        /// The sender's address.
        pub sender_address: String,
        /// Town.
        pub town: String,
        /// Country, ISO 3166 code or name.
        pub country: String,
        /// The date on the letter as far as known: `2026`, `2026-01`, `2026-01-12`.
        pub letter_date: String,
        /// The sender's reference.
        pub sender_reference: String,
        /// The day it came.
        pub received: Day,
        /// The moment it was put into this program.
        pub received_at: Micros,
        /// The moment it was registered.
        pub registered_at: Option<Micros>,
        /// Who registered it.
        pub registered_by: String,
        /// How many attachments.
        pub attachments: Option<i64>,
        /// Whether the public may read it.
        pub access: Access,
        /// What kind of thing it is.
        pub dcmi_type: DcmiType,
        /// Remarks.
        pub remarks: String,
        /// The unit it was passed to.
        pub unit: Option<UnitId>,
        /// The person it was passed to.
        pub person: Option<PersonId>,
        /// When it was passed on.
        pub assigned_at: Option<Micros>,
        /// Who passed it on.
        pub assigned_by: String,
        /// What was said with it.
        pub instruction: String,
        /// The case it is part of.
        pub case: Option<CaseId>,
        /// Counts edits.
        pub version: i64,
    }
}

impl IncomingRow {
    /// The unique identifier of registered mail: `RPW.12.2026`. Without space and without any of `()/\*?:=,;`.
    pub fn identifier(&self) -> Option<String> {
        Some(format!("RPW.{}.{}", self.number?, self.year?))
    }
    /// The term the service carries.
    pub fn span(&self) -> Option<Span> {
        span_of(self.term_amount, self.term_unit)
    }
    /// From whom, as shown: the organisation, else the person, else "brak danych".
    pub fn from_whom(&self) -> &str {
        [self.organisation.as_str(), self.sender.as_str()].into_iter().find(|t| !t.is_empty()).unwrap_or(UNKNOWN)
    }
    /// The sender as a party of the case it begins.
    pub fn party(&self) -> Party {
        Party {
            person: self.sender_person,
            name: self.from_whom().to_owned(),
            email: self.sender_email.clone(),
            phone: String::new(),
            address: self.sender_address.clone(),
            identifier: String::new(),
            reference: self.sender_reference.clone(),
            letter_date: self.letter_date.clone(),
        }
    }
}

/// A piece of incoming mail the person at the desk may see.
///
/// # Errors
/// `NotFound`.
pub async fn get(c: &mut Conn, desk: &Desk, id: IncomingId) -> Result<IncomingRow> {
    let sight = policy::sight(desk);
    let q = q!(incoming_select!("WHERE i.id = $1 AND i.office_id = $2"), id, desk.scope.office());
    c.one(policy::incoming_visible(q, desk, &sight)).await
}

pub(crate) async fn by_id(c: &mut Conn, scope: OfficeScope, id: IncomingId) -> Result<IncomingRow> {
    c.one(q!(incoming_select!("WHERE i.id = $1 AND i.office_id = $2"), id, scope.office())).await
}

/// The mail that is part of a case, oldest first. The caller checks that the reader may see the case.
///
/// # Errors
/// Those of the database.
pub async fn of_case(c: &mut Conn, scope: OfficeScope, case: CaseId) -> Result<Vec<IncomingRow>> {
    c.all(q!(
        incoming_select!("WHERE i.case_id = $1 AND i.office_id = $2 ORDER BY i.id LIMIT 1000"),
        case,
        scope.office()
    ))
    .await
}
