//! Who takes part in a case: the parties and those who act for them or beside them, added, corrected and removed while the
//! case is open, each change with an entry in its record.

use db::{Conn, q};
use identity::PersonRow;
use kernel::{
    Ctx, Fault, Micros, OfficeScope, Result,
    ids::{CaseId, PersonId},
};
use offices::Desk;

use super::{CaseRow, Party, Saved, case, event, get, writable};
use crate::{
    chain::{self, Action},
    index, msg,
    words::{Check, MAX_LONG, MAX_SHORT, line, lines},
};

/// The most parties of a case. Where there are more, they are told by public notice (KPA art. 49a), not one by one.
const MOST: usize = 200;

db::text_enum! {
    /// What part somebody has in a case.
    pub enum PartyRole {
        /// Strona (KPA art. 28).
        Party = "party",
        /// Wnioskodawca: the party whose application began the case (KPA art. 61 § 1).
        Applicant = "applicant",
        /// Przedstawiciel ustawowy of a party without legal capacity (KPA art. 30 § 2).
        Guardian = "statutory-representative",
        /// Pełnomocnik (KPA art. 32 and 33).
        Representative = "representative",
        /// Podmiot na prawach strony: a social organisation, a prosecutor (KPA art. 31 and 188).
        ActingAsParty = "with-rights-of-party",
        /// Inny uczestnik postępowania.
        Participant = "participant",
    }
}

impl PartyRole {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            PartyRole::Party => msg::RECORDS_ROLE_PARTY,
            PartyRole::Applicant => msg::RECORDS_ROLE_APPLICANT,
            PartyRole::Guardian => msg::RECORDS_ROLE_GUARDIAN,
            PartyRole::Representative => msg::RECORDS_ROLE_REPRESENTATIVE,
            PartyRole::ActingAsParty => msg::RECORDS_ROLE_ACTING_AS_PARTY,
            PartyRole::Participant => msg::RECORDS_ROLE_PARTICIPANT,
        }
    }
}

db::row! {
    /// A party of a case as kept.
    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
    pub struct PartyRow {
        /// Its number within the case, never given twice: 1 for the one the case was opened with, else the number of the
        /// entry of the record that added it. The lowest names the case in lists.
        pub ordinal: i64,
        /// What part it has.
        pub role: PartyRole,
        /// The account, if there is one: its holder sees the case.
        pub person: Option<PersonId>,
        /// Name.
        pub name: String,
        /// E-mail; may be empty.
        pub email: String,
        /// Telephone; may be empty.
        pub phone: String,
        /// Address; may be empty.
        pub address: String,
        /// PESEL, NIP or REGON; may be empty.
        pub identifier: String,
        /// The entry of the record that last changed it, so that a stale edit is noticed.
        #[serde(default)]
        pub version: i64,
    }
}

/// What an official types about a party.
#[derive(Debug, Clone, PartialEq)]
pub struct PartyEdit {
    /// What part it has.
    pub role: PartyRole,
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
    /// Whether the account with that e-mail address is joined: its holder then sees the case among their own.
    pub account: bool,
}

impl From<&PartyRow> for PartyEdit {
    fn from(row: &PartyRow) -> Self {
        Self {
            role: row.role,
            name: row.name.clone(),
            email: row.email.clone(),
            phone: row.phone.clone(),
            address: row.address.clone(),
            identifier: row.identifier.clone(),
            account: row.person.is_some(),
        }
    }
}

/// What came of changing a party: it as it is now, `None` once removed; or, stale, as others left it, `None` when they
/// removed it.
pub type SavedParty = Saved<Option<PartyRow>>;

/// The parties of a case.
///
/// # Errors
/// Those of the database.
pub async fn parties(c: &mut Conn, scope: OfficeScope, case: CaseId) -> Result<Vec<PartyRow>> {
    c.all(q!(
        "SELECT ordinal, role, person_id, name, email, phone, address, identifier, version FROM case_party
         WHERE case_id = $1 AND office_id = $2 ORDER BY ordinal LIMIT 500",
        case,
        scope.office()
    ))
    .await
}

/// One party of a case that the person at the desk sees.
///
/// # Errors
/// `NotFound` for a case they may not see, or when it has no such party.
pub async fn party(c: &mut Conn, desk: &Desk, id: CaseId, ordinal: i64) -> Result<PartyRow> {
    case(c, desk, id).await?;
    find(c, desk.scope, id, ordinal).await?.ok_or_else(Fault::not_found)
}

async fn find(c: &mut Conn, scope: OfficeScope, id: CaseId, ordinal: i64) -> Result<Option<PartyRow>> {
    Ok(parties(c, scope, id).await?.into_iter().find(|p| p.ordinal == ordinal))
}

pub(super) async fn insert(
    c: &mut Conn,
    scope: OfficeScope,
    case: CaseId,
    ordinal: i64,
    p: &Party,
    role: PartyRole,
    since: Micros,
) -> Result<()> {
    c.exec(q!(
        "INSERT INTO case_party (case_id, ordinal, office_id, role, person_id, name, email, phone, address, identifier, \
         since, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        case,
        ordinal,
        scope.office(),
        role,
        p.person,
        &p.name,
        &p.email,
        &p.phone,
        &p.address,
        &p.identifier,
        since,
        ordinal
    ))
    .await?;
    Ok(())
}

/// Adds a party to an open case. Emits, as correcting and removing one do, `case.parties.changed`: whoever let somebody in
/// because they were a party must look again.
///
/// # Errors
/// As [`writable`]; `Invalid` at `name`, `email`, `phone`, `address`, `identifier`; at `name` also when there are
/// too many.
pub async fn add_party(c: &mut Conn, ctx: &Ctx, desk: &Desk, id: CaseId, new: &PartyEdit) -> Result<PartyRow> {
    let scope = desk.scope;
    writable(c, desk, id).await?;
    let new = checked(new)?;
    let person = account(c, &new, None).await?;
    let action = Action::new("party.added").at(desk).text(&new.name).fact("role", new.role.as_str());
    let action = if person.is_some() { action.fact("account", "joined") } else { action };
    let entry = chain::append(c, ctx, scope, id, action).await?;
    if parties(c, scope, id).await?.len() >= MOST {
        return Err(Fault::field("name", msg::RECORDS_PARTY_TOO_MANY));
    }
    let kept = Party {
        person: person.map(|p| p.id),
        name: new.name,
        email: new.email,
        phone: new.phone,
        address: new.address,
        identifier: new.identifier,
        ..Party::default()
    };
    insert(c, scope, id, entry.ordinal, &kept, new.role, ctx.now).await?;
    settle_first(c, ctx, scope, id).await?;
    find(c, scope, id, entry.ordinal).await?.ok_or_else(Fault::not_found)
}

/// Corrects a party. `version` is the one that was edited; a stale edit changes nothing. The record names the fields that
/// changed and the name as it was, never numbers or addresses, which it would keep for ever.
///
/// # Errors
/// As [`add_party`].
pub async fn correct_party(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    id: CaseId,
    (ordinal, version): (i64, i64),
    edit: &PartyEdit,
) -> Result<SavedParty> {
    let scope = desk.scope;
    writable(c, desk, id).await?;
    let edit = checked(edit)?;
    let before = match current(c, scope, id, ordinal, version).await? {
        Ok(row) => row,
        Err(stale) => return Ok(stale),
    };
    let person = account(c, &edit, Some(&before)).await?.map(|p| p.id);
    let changed = changes(&before, &edit, person);
    if changed.is_empty() {
        return Ok(Saved::Done(Some(before)));
    }
    let mut action = Action::new("party.corrected")
        .at(desk)
        .text(&edit.name)
        .fact("role", edit.role.as_str())
        .fact("changed", changed.join(","));
    if before.name != edit.name {
        action = action.fact("before", before.name.as_str());
    }
    if person != before.person {
        action = action.fact("account", if person.is_some() { "joined" } else { "left" });
    }
    let entry = chain::append(c, ctx, scope, id, action).await?;
    let done = c
        .exec(q!(
            "UPDATE case_party SET role = $5, person_id = $6, name = $7, email = $8, phone = $9, address = $10, \
             identifier = $11, version = $12 WHERE case_id = $1 AND ordinal = $2 AND office_id = $3 AND version = $4",
            id,
            ordinal,
            scope.office(),
            version,
            edit.role,
            person,
            &edit.name,
            &edit.email,
            &edit.phone,
            &edit.address,
            &edit.identifier,
            entry.ordinal
        ))
        .await?;
    if done == 0 {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    settle_first(c, ctx, scope, id).await?;
    Ok(Saved::Done(find(c, scope, id, ordinal).await?))
}

/// Removes a party, with the reason why. Its holder sees the case no more; the record keeps that the party was there.
///
/// # Errors
/// As [`writable`]; `Invalid` at `reason`.
pub async fn remove_party(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    id: CaseId,
    (ordinal, version): (i64, i64),
    reason: &str,
) -> Result<SavedParty> {
    let scope = desk.scope;
    writable(c, desk, id).await?;
    let reason = lines(reason);
    let mut check = Check::default();
    check.text("reason", &reason, MAX_LONG);
    check.done()?;
    let before = match current(c, scope, id, ordinal, version).await? {
        Ok(row) => row,
        Err(stale) => return Ok(stale),
    };
    let action = Action::new("party.removed")
        .at(desk)
        .text(format!("{}. {reason}", before.name))
        .fact("role", before.role.as_str())
        .fact("before", before.name.as_str());
    chain::append(c, ctx, scope, id, action).await?;
    let done = c
        .exec(q!(
            "DELETE FROM case_party WHERE case_id = $1 AND ordinal = $2 AND office_id = $3 AND version = $4",
            id,
            ordinal,
            scope.office(),
            version
        ))
        .await?;
    if done == 0 {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    settle_first(c, ctx, scope, id).await?;
    Ok(Saved::Done(None))
}

/// The party as it was edited; else, as the inner error, what to answer to a stale edit.
async fn current(
    c: &mut Conn,
    scope: OfficeScope,
    id: CaseId,
    ordinal: i64,
    version: i64,
) -> Result<Result<PartyRow, SavedParty>> {
    match find(c, scope, id, ordinal).await? {
        Some(row) if row.version == version => Ok(Ok(row)),
        Some(row) => Ok(Err(Saved::Stale(Some(row)))),
        None => Ok(Err(Saved::Stale(None))),
    }
}

fn checked(edit: &PartyEdit) -> Result<PartyEdit> {
    let edit = PartyEdit {
        role: edit.role,
        name: line(&edit.name),
        email: line(&edit.email),
        phone: line(&edit.phone),
        address: line(&edit.address),
        identifier: line(&edit.identifier),
        account: edit.account,
    };
    let mut check = Check::default();
    check.text("name", &edit.name, MAX_SHORT);
    for (field, text) in [("phone", &edit.phone), ("address", &edit.address), ("identifier", &edit.identifier)] {
        check.short(field, text, MAX_SHORT);
    }
    if !edit.email.is_empty() && !identity::is_email(&edit.email) {
        check.fault("email", msg::RECORDS_PARTY_EMAIL);
    }
    check.done()?;
    Ok(edit)
}

/// The account to join: the one joined already while the address stays, else the one whose holder has proved the address.
async fn account(c: &mut Conn, edit: &PartyEdit, before: Option<&PartyRow>) -> Result<Option<PersonRow>> {
    if !edit.account {
        return Ok(None);
    }
    let same = before.filter(|b| identity::fold_email(&b.email) == identity::fold_email(&edit.email));
    if let Some(person) = same.and_then(|b| b.person) {
        return identity::person(c, person).await.map(Some);
    }
    if edit.email.is_empty() {
        return Err(Fault::field("email", msg::RECORDS_PARTY_EMAIL_NEEDED));
    }
    let found = identity::find_by_email(c, &edit.email).await?.filter(|p| p.verified_at.is_some());
    found.map(Some).ok_or_else(|| Fault::field("email", msg::RECORDS_PARTY_NO_ACCOUNT))
}

fn changes(before: &PartyRow, edit: &PartyEdit, person: Option<PersonId>) -> Vec<&'static str> {
    let all = [
        ("role", before.role != edit.role),
        ("name", before.name != edit.name),
        ("email", before.email != edit.email),
        ("phone", before.phone != edit.phone),
        ("address", before.address != edit.address),
        ("identifier", before.identifier != edit.identifier),
        ("account", before.person != person),
    ];
    all.into_iter().filter(|(_, changed)| *changed).map(|(name, _)| name).collect()
}

/// Keeps what lists and events know of a case's first party in step with its parties, and the case findable by all; tells
/// others that the parties changed.
async fn settle_first(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: CaseId) -> Result<()> {
    let there = parties(c, scope, id).await?;
    let first = there.first();
    c.exec(q!(
        "UPDATE case_file SET party_name = $3, party_person = $4 WHERE id = $1 AND office_id = $2",
        id,
        scope.office(),
        first.map(|p| p.name.clone()).unwrap_or_default(),
        first.and_then(|p| p.person)
    ))
    .await?;
    let row = get(c, scope, id).await?;
    find_again(c, scope, &row).await?;
    c.emit(ctx, &event("case.parties.changed", scope, &row, serde_json::json!({}))).await
}

/// Puts a case into the search index anew, with the names of all its parties.
pub(crate) async fn find_again(c: &mut Conn, scope: OfficeScope, row: &CaseRow) -> Result<()> {
    let names: Vec<String> = parties(c, scope, row.id).await?.into_iter().skip(1).map(|p| p.name).collect();
    index::case(c, scope, row, &names).await
}
