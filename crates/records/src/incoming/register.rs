//! Registering: the number without gaps, and mail typed in from paper.

use db::{Conn, q};
use jiff::civil::Date;
use kernel::{
    Ctx, Event, Fault, OfficeScope, Result,
    ids::{IncomingId, PersonId, ServiceId},
};
use offices::{Day, Desk};
use serde_json::json;

use super::{Access, Channel, DcmiType, IncomingRow, State, by_id};
use crate::{
    cases::Saved,
    index, msg, policy,
    words::{Check, MAX_LONG, MAX_SHORT, MAX_TITLE, line, lines},
};

/// What the registry says of a piece of mail. What is not known stays empty and is shown as "brak danych".
#[derive(Debug, Clone, PartialEq)]
pub struct Registration {
    /// The title; must not be empty.
    pub title: String,
    /// The sending organisation.
    pub organisation: String,
    /// Surname and given names of the sender.
    pub sender: String,
    /// The sender's e-mail.
    pub sender_email: String,
    /// The sender's address.
    pub sender_address: String,
    /// Town.
    pub town: String,
    /// Country.
    pub country: String,
    /// The date on the letter: `2026`, `2026-01` or `2026-01-12`.
    pub letter_date: String,
    /// The sender's reference.
    pub sender_reference: String,
    /// How many attachments, if counted.
    pub attachments: Option<i64>,
    /// Whether the public may read it.
    pub access: Access,
    /// What kind of thing it is.
    pub dcmi_type: DcmiType,
    /// Remarks.
    pub remarks: String,
}

impl Default for Registration {
    fn default() -> Self {
        let none = String::new;
        Self {
            title: none(),
            organisation: none(),
            sender: none(),
            sender_email: none(),
            sender_address: none(),
            town: none(),
            country: none(),
            letter_date: none(),
            sender_reference: none(),
            attachments: None,
            access: Access::None,
            dcmi_type: DcmiType::Text,
            remarks: none(),
        }
    }
}

impl From<&IncomingRow> for Registration {
    fn from(row: &IncomingRow) -> Self {
        Self {
            title: row.title.clone(),
            organisation: row.organisation.clone(),
            sender: row.sender.clone(),
            sender_email: row.sender_email.clone(),
            sender_address: row.sender_address.clone(),
            town: row.town.clone(),
            country: row.country.clone(),
            letter_date: row.letter_date.clone(),
            sender_reference: row.sender_reference.clone(),
            attachments: row.attachments,
            access: row.access,
            dcmi_type: row.dcmi_type,
            remarks: row.remarks.clone(),
        }
    }
}

/// Mail that came on paper or in another way outside the forms.
#[derive(Debug, Clone)]
pub struct Paper {
    /// How it came.
    pub channel: Channel,
    /// The day it came; not in the future.
    pub received: Date,
    /// The sender's account, if they have one here.
    pub sender_person: Option<PersonId>,
    /// The service it is for, if it is for one.
    pub service: Option<ServiceId>,
    /// What is known of it.
    pub about: Registration,
}

fn checked(about: &Registration) -> Result<Registration> {
    let about = Registration {
        title: line(&about.title),
        organisation: line(&about.organisation),
        sender: line(&about.sender),
        sender_email: line(&about.sender_email),
        sender_address: line(&about.sender_address),
        town: line(&about.town),
        country: line(&about.country),
        letter_date: line(&about.letter_date),
        sender_reference: line(&about.sender_reference),
        remarks: lines(&about.remarks),
        ..about.clone()
    };
    let mut check = Check::default();
    check.text("title", &about.title, MAX_TITLE);
    for (field, text) in [
        ("organisation", &about.organisation),
        ("sender", &about.sender),
        ("sender_email", &about.sender_email),
        ("sender_address", &about.sender_address),
        ("town", &about.town),
        ("country", &about.country),
        ("sender_reference", &about.sender_reference),
    ] {
        check.short(field, text, MAX_SHORT);
    }
    check.short("remarks", &about.remarks, MAX_LONG);
    if !part_of_date(&about.letter_date) {
        check.fault("letter_date", msg::RECORDS_FIELD_LETTER_DATE);
    }
    if about.attachments.is_some_and(|n| !(0..=10_000).contains(&n)) {
        check.fault("attachments", msg::RECORDS_FIELD_NUMBER);
    }
    check.done()?;
    Ok(about)
}

/// Whether a text is empty, a year, a year and month, or a day.
pub(crate) fn part_of_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |t: &str, n: usize| t.len() == n && t.bytes().all(|b| b.is_ascii_digit());
    match parts.as_slice() {
        [""] => true,
        [year] => digits(year, 4),
        [year, month] => digits(year, 4) && digits(month, 2) && format!("{text}-01").parse::<Date>().is_ok(),
        _ => text.len() == 10 && text.parse::<Date>().is_ok(),
    }
}

/// Registers mail that came: writes what the registry says of it and gives it the next number of the office's year.
/// Done twice, the second time changes nothing and gives the same row.
///
/// # Errors
/// `Forbidden` without the role; `NotFound`; `Invalid` at fields.
pub async fn register(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    id: IncomingId,
    about: &Registration,
) -> Result<IncomingRow> {
    if !policy::keeps_register(desk) {
        return Err(Fault::forbidden());
    }
    let row = by_id(c, desk.scope, id).await?;
    if row.state != State::Received {
        return Ok(row);
    }
    let about = checked(about)?;
    write(c, desk.scope, id, &about).await?;
    number(c, ctx, desk, id).await
}

/// Types in mail from paper and registers it at once.
///
/// # Errors
/// As [`register`]; `Invalid` at `received` for a day to come.
pub async fn type_in(c: &mut Conn, ctx: &Ctx, desk: &Desk, paper: &Paper) -> Result<IncomingRow> {
    if !policy::keeps_register(desk) {
        return Err(Fault::forbidden());
    }
    let about = checked(&paper.about)?;
    if paper.received > ctx.now.warsaw_date() {
        return Err(Fault::field("received", msg::RECORDS_FIELD_FUTURE));
    }
    let id: IncomingId = ctx.new_id();
    c.exec(q!(
        "INSERT INTO incoming (id, office_id, state, channel, submission_number, service_id, service_slug, service_title, \
         symbol, title, organisation, sender, sender_email, sender_person, sender_address, town, country, letter_date, \
         sender_reference, received, received_at, registered_by, access, dcmi_type, remarks, assigned_by, instruction, \
         version) VALUES ($1, $2, 'received', $3, '', $4, '', '', '', '', '', '', '', $5, '', '', '', '', '', $6, $7, '', \
         'not-public', 'Text', '', '', '', 1)",
        id,
        desk.scope.office(),
        paper.channel,
        paper.service,
        paper.sender_person,
        Day(paper.received),
        ctx.now
    ))
    .await?;
    write(c, desk.scope, id, &about).await?;
    number(c, ctx, desk, id).await
}

/// Corrects what the register says. `version` is the one that was edited; a stale edit changes nothing and gives the row
/// as others left it. What is part of a settled case stays as it is.
///
/// # Errors
/// As [`register`].
pub async fn correct(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    id: IncomingId,
    about: &Registration,
    version: i64,
) -> Result<Saved<IncomingRow>> {
    if !policy::keeps_register(desk) {
        return Err(Fault::forbidden());
    }
    let row = by_id(c, desk.scope, id).await?;
    let about = checked(about)?;
    if let Some(case) = row.case {
        crate::cases::open_still(c, desk.scope, case).await?;
    }
    if row.version != version {
        return Ok(Saved::Stale(row));
    }
    write(c, desk.scope, id, &about).await?;
    if let Some(case) = row.case {
        let action = crate::chain::Action::new("incoming.corrected").at(desk).text(&about.title);
        crate::chain::append(c, ctx, desk.scope, case, action).await?;
    }
    let row = by_id(c, desk.scope, id).await?;
    index::incoming(c, desk.scope, &row).await?;
    Ok(Saved::Done(row))
}

async fn write(c: &mut Conn, scope: OfficeScope, id: IncomingId, a: &Registration) -> Result<()> {
    c.exec(q!(
        "UPDATE incoming SET title = $3, organisation = $4, sender = $5, sender_email = $6, sender_address = $7, town = $8, \
         country = $9, letter_date = $10, sender_reference = $11, attachments = $12, access = $13, dcmi_type = $14, \
         remarks = $15, version = version + 1 WHERE id = $1 AND office_id = $2",
        id,
        scope.office(),
        &a.title,
        &a.organisation,
        &a.sender,
        &a.sender_email,
        &a.sender_address,
        &a.town,
        &a.country,
        &a.letter_date,
        &a.sender_reference,
        a.attachments,
        a.access,
        a.dcmi_type,
        &a.remarks
    ))
    .await?;
    Ok(())
}

async fn number(c: &mut Conn, ctx: &Ctx, desk: &Desk, id: IncomingId) -> Result<IncomingRow> {
    let year = i64::from(ctx.now.warsaw_date().year());
    let (number,): (i64,) = c
        .one(q!(
            "INSERT INTO incoming_counter (office_id, year, last) VALUES ($1, $2, 1)
             ON CONFLICT (office_id, year) DO UPDATE SET last = incoming_counter.last + 1 RETURNING last",
            desk.scope.office(),
            year
        ))
        .await?;
    let done = c
        .exec(q!(
            "UPDATE incoming SET state = 'registered', year = $3, number = $4, registered_at = $5, registered_by = $6
             WHERE id = $1 AND office_id = $2 AND state = 'received'",
            id,
            desk.scope.office(),
            year,
            number,
            ctx.now,
            ctx.actor.name()
        ))
        .await?;
    if done == 0 {
        // Registered meanwhile: this unit of work is undone, and with it the number.
        return Err(Fault::conflict(msg::RECORDS_INCOMING_REGISTERED_ALREADY));
    }
    let row = by_id(c, desk.scope, id).await?;
    index::incoming(c, desk.scope, &row).await?;
    let payload = json!({"identifier": row.identifier()});
    let kind = "incoming.registered".to_owned();
    let event = Event { kind, office: Some(desk.scope.office()), object: id.0, concerns: row.sender_person, payload };
    c.emit(ctx, &event).await?;
    Ok(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_on_a_letter_may_be_known_in_part() {
        for good in ["", "2026", "2026-01", "2026-01-12"] {
            assert!(part_of_date(good), "{good}");
        }
        for bad in ["26", "2026-13", "2026-02-30", "styczeń", "2026-1", "12.01.2026"] {
            assert!(!part_of_date(bad), "{bad}");
        }
    }
}
