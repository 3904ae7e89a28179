//! The register of outgoing mail (rejestr przesyłek wychodzących), per office and year, numbers without gaps
//! (instrukcja kancelaryjna, Dz.U. 2011 nr 14 poz. 67).

use db::{Conn, Q, q};
use jiff::civil::Date;
use kernel::{
    Ctx, Fault, Micros, OfficeScope, Result,
    ids::{CaseId, LetterId, OutgoingId, UnitId},
};
use law::fold::fold;
use offices::{Day, Desk};
use records::{
    cases,
    chain::{self, Action},
    policy as sight,
};
use sheet::{Cell, Sheet};
use web::Cursor;

use crate::{
    Way, msg,
    words::{Faults, MAX_LONG, line},
};

/// How many entries of the register stand on a page.
pub const PAGE: usize = 50;
/// The most entries of one file.
const TABLE_LIMIT: i64 = 100_000;

db::row! {
    /// An entry of the register of outgoing mail.
    #[derive(Debug, Clone, PartialEq)]
    pub struct OutgoingRow {
        /// The identifier.
        pub id: OutgoingId,
        /// The year it is numbered in.
        pub year: i64,
        /// Its number in the year, from 1 without gaps.
        pub number: i64,
        /// The letter.
        pub letter: LetterId,
        /// The case.
        pub case: CaseId,
        /// The unit that sent it.
        pub unit: UnitId,
        /// The case reference.
        pub reference: String,
        /// The title of the letter.
        pub title: String,
        /// To whom.
        pub addressee: String,
        /// Where to.
        pub address: String,
        /// The way of sending.
        pub way: Way,
        /// When it was sent.
        pub sent_at: Micros,
        /// By whom.
        pub sent_by: String,
        /// Proof of sending.
        pub sent_proof: String,
        /// The day it was delivered.
        pub delivered_on: Option<Day>,
        /// The moment the delivery was recorded, or the letter opened.
        pub delivered_at: Option<Micros>,
        /// Proof of delivery.
        pub delivered_proof: String,
        /// Who opened it, or who recorded the delivery.
        pub delivered_by: String,
        /// Remarks.
        pub remarks: String,
        /// Counts edits.
        pub version: i64,
    }
}

impl OutgoingRow {
    /// The number as written: `12/2026`.
    pub fn label(&self) -> String {
        format!("{}/{}", self.number, self.year)
    }
    fn cursor(&self) -> Cursor {
        Cursor { key: self.year * 1_000_000_000 + self.number, id: self.id.0 }
    }
}

macro_rules! outgoing_select {
    ($rest:literal) => {
        concat!(
            "SELECT o.id, o.year, o.number, o.letter_id, o.case_id, o.unit_id, o.reference, o.title, o.addressee, o.address, \
             o.way, o.sent_at, o.sent_by, o.sent_proof, o.delivered_on, o.delivered_at, o.delivered_proof, o.delivered_by, \
             o.remarks, o.version FROM outgoing o ",
            $rest
        )
    };
}

/// What the register is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutgoingFilter {
    /// Sent in this year.
    pub year: Option<i64>,
    /// Sent this way.
    pub way: Option<Way>,
    /// Not delivered yet, as far as known.
    pub undelivered: bool,
    /// Whose title, addressee or reference contains this (folded).
    pub text: String,
}

impl OutgoingFilter {
    fn add(&self, mut q: Q) -> Q {
        if let Some(year) = self.year {
            q = q.push(" AND o.year = ", year);
        }
        if let Some(way) = self.way {
            q = q.push(" AND o.way = ", way);
        }
        if self.undelivered {
            q = q.text(" AND o.delivered_on IS NULL");
        }
        let text: String = fold(&self.text).chars().filter(|c| !matches!(c, '%' | '_' | '\\')).collect();
        if !text.trim().is_empty() {
            q = q.push(" AND o.folded LIKE ", format!("%{}%", text.trim()));
        }
        q
    }
}

/// Adds what the person may see: the registry all of it, others what belongs to cases they see.
fn seen(desk: &Desk, q: Q) -> Q {
    if sight::keeps_register(desk) {
        return q;
    }
    let sight = sight::sight(desk);
    sight::visible(q.text(" AND o.case_id IN (SELECT cf.id FROM case_file cf WHERE cf.office_id = o.office_id"), &sight)
        .text(")")
}

/// A page of the register, newest first, with the marker of the next one.
///
/// # Errors
/// Those of the database.
pub async fn outgoing_list(
    c: &mut Conn,
    desk: &Desk,
    filter: &OutgoingFilter,
    after: Option<Cursor>,
) -> Result<(Vec<OutgoingRow>, Option<Cursor>)> {
    outgoing_page(c, desk, filter, after, PAGE).await
}

/// As [`outgoing_list`], with at most so many entries.
///
/// # Errors
/// Those of the database.
pub(crate) async fn outgoing_page(
    c: &mut Conn,
    desk: &Desk,
    filter: &OutgoingFilter,
    after: Option<Cursor>,
    most: usize,
) -> Result<(Vec<OutgoingRow>, Option<Cursor>)> {
    let q = filter.add(q!(outgoing_select!("WHERE o.office_id = $1"), desk.scope.office()));
    let mut q = seen(desk, q);
    if let Some(after) = after {
        let (year, number) = (after.key / 1_000_000_000, after.key % 1_000_000_000);
        q = q.push(" AND (o.year, o.number) < (", year).push(", ", number).text(")");
    }
    let mut rows: Vec<OutgoingRow> = c.all(q.push(" ORDER BY o.year DESC, o.number DESC LIMIT ", most + 1)).await?;
    let more = rows.len() > most;
    rows.truncate(most);
    let next = rows.last().filter(|_| more).map(OutgoingRow::cursor);
    Ok((rows, next))
}

/// The register as a table to be taken away, oldest first, at most 100,000 rows.
///
/// # Errors
/// Those of the database.
pub async fn outgoing_table(c: &mut Conn, desk: &Desk, filter: &OutgoingFilter, t: i18n::T) -> Result<Sheet> {
    let q = filter.add(q!(outgoing_select!("WHERE o.office_id = $1"), desk.scope.office()));
    let q = seen(desk, q);
    let rows: Vec<OutgoingRow> = c.all(q.push(" ORDER BY o.year, o.number LIMIT ", TABLE_LIMIT)).await?;
    let heads = [
        msg::LETTERS_OUT_NUMBER,
        msg::LETTERS_OUT_SENT,
        msg::LETTERS_OUT_TITLE,
        msg::LETTERS_OUT_ADDRESSEE,
        msg::LETTERS_OUT_ADDRESS,
        msg::LETTERS_OUT_REFERENCE,
        msg::LETTERS_OUT_WAY,
        msg::LETTERS_OUT_PROOF,
        msg::LETTERS_OUT_DELIVERED,
        msg::LETTERS_OUT_DELIVERED_PROOF,
        msg::LETTERS_OUT_SENT_BY,
        msg::LETTERS_OUT_REMARKS,
    ];
    let cells = |row: OutgoingRow| {
        vec![
            row.label().into(),
            Cell::Day(row.sent_at.warsaw_date()),
            row.title.into(),
            row.addressee.into(),
            row.address.into(),
            row.reference.into(),
            t.s(row.way.label()).into(),
            row.sent_proof.into(),
            row.delivered_on.map(|d| d.0).into(),
            row.delivered_proof.into(),
            row.sent_by.into(),
            row.remarks.into(),
        ]
    };
    Ok(Sheet {
        name: t.s(msg::LETTERS_OUTGOING),
        heads: heads.map(|key| t.s(key)).to_vec(),
        rows: rows.into_iter().map(cells).collect(),
    })
}

/// An entry of the register the person at the desk may see.
///
/// # Errors
/// `NotFound`.
pub async fn outgoing(c: &mut Conn, desk: &Desk, id: OutgoingId) -> Result<OutgoingRow> {
    let q = q!(outgoing_select!("WHERE o.office_id = $1"), desk.scope.office()).push(" AND o.id = ", id);
    let q = seen(desk, q);
    c.one(q).await
}

pub(crate) async fn get(c: &mut Conn, scope: OfficeScope, id: OutgoingId) -> Result<OutgoingRow> {
    c.one(q!(outgoing_select!("WHERE o.id = $1 AND o.office_id = $2"), id, scope.office())).await
}

pub(crate) async fn by_letter(c: &mut Conn, scope: OfficeScope, letter: LetterId) -> Result<Option<OutgoingRow>> {
    c.opt(q!(outgoing_select!("WHERE o.letter_id = $1 AND o.office_id = $2"), letter, scope.office())).await
}

pub(crate) async fn of_case(c: &mut Conn, scope: OfficeScope, case: CaseId) -> Result<Vec<OutgoingRow>> {
    c.all(q!(
        outgoing_select!("WHERE o.case_id = $1 AND o.office_id = $2 ORDER BY o.id DESC LIMIT 500"),
        case,
        scope.office()
    ))
    .await
}

/// What is entered into the register.
pub(crate) struct New {
    pub letter: LetterId,
    pub case: CaseId,
    pub unit: UnitId,
    pub reference: String,
    pub title: String,
    pub addressee: String,
    pub address: String,
    pub way: Way,
    pub proof: String,
    pub remarks: String,
}

/// Gives the next number of the office and year. When the unit of work fails afterwards, the next one gets it.
pub(crate) async fn enter(c: &mut Conn, ctx: &Ctx, desk: &Desk, new: New) -> Result<OutgoingId> {
    let year = i64::from(ctx.now.warsaw_date().year());
    let (number,): (i64,) = c
        .one(q!(
            "INSERT INTO outgoing_counter (office_id, year, last) VALUES ($1, $2, 1)
             ON CONFLICT (office_id, year) DO UPDATE SET last = outgoing_counter.last + 1 RETURNING last",
            desk.scope.office(),
            year
        ))
        .await?;
    let id: OutgoingId = ctx.new_id();
    let folded = fold(&format!("{} {} {} {number}/{year}", new.title, new.addressee, new.reference));
    c.exec(q!(
        "INSERT INTO outgoing (id, office_id, year, number, letter_id, case_id, unit_id, reference, title, folded, addressee, \
         address, way, sent_at, sent_by, sent_proof, delivered_proof, delivered_by, remarks, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, '', '', $17, 1)",
        id,
        desk.scope.office(),
        year,
        number,
        new.letter,
        new.case,
        new.unit,
        new.reference,
        new.title,
        folded,
        new.addressee,
        new.address,
        new.way,
        ctx.now,
        &desk.member.name,
        new.proof,
        new.remarks
    ))
    .await?;
    Ok(id)
}

/// Records proof of sending and the delivery of a letter sent by post, by e-Doręczenia or in person. Done by the registry
/// or by those who see the case, also after the case was settled: confirmations come back late. While the case is open
/// it is written into its record too.
///
/// # Errors
/// `NotFound`; `Invalid` at `delivered_on` when the day lies before the sending or in the future; `Conflict` when
/// somebody changed the entry meanwhile.
#[expect(clippy::too_many_arguments, reason = "the fields of one form")]
pub async fn record_delivery(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    id: OutgoingId,
    version: i64,
    sent_proof: &str,
    delivered_on: Option<Date>,
    delivered_proof: &str,
) -> Result<OutgoingRow> {
    let row = outgoing(c, desk, id).await?;
    // What the party opened here was delivered then; nobody writes another day over it.
    let opened = row.delivered_on.filter(|_| row.way.opened_here());
    let delivered_on = opened.map(|d| d.0).or(delivered_on);
    let (sent_proof, delivered_proof) = (line(sent_proof), line(delivered_proof));
    let mut faults = Faults::default();
    faults.short("sent_proof", &sent_proof, MAX_LONG);
    faults.short("delivered_proof", &delivered_proof, MAX_LONG);
    if delivered_on.is_some_and(|on| on < row.sent_at.warsaw_date() || on > ctx.now.warsaw_date()) {
        faults.add("delivered_on", msg::LETTERS_FIELD_DELIVERED, Vec::new());
    }
    faults.done()?;
    let done = c
        .exec(q!(
            "UPDATE outgoing SET sent_proof = $4, delivered_on = $5, delivered_at = $6, delivered_proof = $7, \
             delivered_by = $8, version = version + 1 WHERE id = $1 AND office_id = $2 AND version = $3",
            id,
            desk.scope.office(),
            version,
            &sent_proof,
            delivered_on.map(Day),
            if opened.is_some() { row.delivered_at } else { delivered_on.map(|_| ctx.now) },
            &delivered_proof,
            match (opened, delivered_on) {
                (Some(_), _) => row.delivered_by.as_str(),
                (None, Some(_)) => desk.member.name.as_str(),
                (None, None) => "",
            }
        ))
        .await?;
    if done == 0 {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    let case = cases::get(c, desk.scope, row.case).await?;
    if let (Some(on), None, false) = (delivered_on, row.delivered_on, case.frozen()) {
        let action = Action::new("letter.delivered")
            .at(desk)
            .text(format!("{} {delivered_proof}", row.title).trim())
            .fact("letter", row.letter.to_string())
            .fact("on", on.to_string());
        chain::append(c, ctx, desk.scope, row.case, action).await?;
    }
    get(c, desk.scope, id).await
}
