//! Sending an approved letter: the way, the number in the register of outgoing mail, the news to the party.

use db::{Conn, q};
use kernel::{
    Ctx, Fault, Result,
    ids::{LetterId, OutgoingId},
};
use offices::Desk;
use records::{
    cases::{self, PartyRow, event},
    chain::{self, Action, DocRef},
};
use serde_json::json;

use crate::{
    Content, Move, OutgoingRow,
    act::step,
    letter::get,
    msg,
    outgoing::{self, by_letter},
    words::{Faults, MAX_LONG, line, lines},
};

db::text_enum! {
    /// The way a letter is sent.
    pub enum Way {
        /// To the party's account here; opening it is its delivery.
        Account = "account",
        /// An e-mail that there is news, with a link to the page of the case; opening it is its delivery.
        Email = "email",
        /// By post, usually a registered letter with a confirmation of receipt.
        Post = "post",
        /// By the public service of registered electronic delivery (e-Doręczenia, Act of 18 November 2020).
        EDelivery = "e-delivery",
        /// Handed over in person.
        InPerson = "in-person",
    }
}

impl Way {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Way::Account => msg::LETTERS_WAY_ACCOUNT,
            Way::Email => msg::LETTERS_WAY_EMAIL,
            Way::Post => msg::LETTERS_WAY_POST,
            Way::EDelivery => msg::LETTERS_WAY_E_DELIVERY,
            Way::InPerson => msg::LETTERS_WAY_IN_PERSON,
        }
    }
    /// The key of a sentence on what it means.
    pub fn hint(self) -> &'static str {
        match self {
            Way::Account => msg::LETTERS_WAY_ACCOUNT_HINT,
            Way::Email => msg::LETTERS_WAY_EMAIL_HINT,
            Way::Post => msg::LETTERS_WAY_POST_HINT,
            Way::EDelivery => msg::LETTERS_WAY_E_DELIVERY_HINT,
            Way::InPerson => msg::LETTERS_WAY_IN_PERSON_HINT,
        }
    }
    /// Whether the party opens the letter here, which is its delivery.
    pub fn opened_here(self) -> bool {
        matches!(self, Way::Account | Way::Email)
    }
    /// Whether a letter can go this way to the parties of a case.
    pub fn reaches(self, parties: &[PartyRow]) -> bool {
        match self {
            Way::Account => parties.iter().any(|p| p.person.is_some()),
            Way::Email => parties.iter().any(|p| identity::is_email(&p.email)),
            Way::Post | Way::EDelivery | Way::InPerson => true,
        }
    }
    /// The best way to reach the parties of a case.
    pub fn best(parties: &[PartyRow]) -> Way {
        [Way::Account, Way::Email].into_iter().find(|w| w.reaches(parties)).unwrap_or(Way::Post)
    }
}

/// How a letter is sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Sending {
    /// The way.
    pub way: Way,
    /// Proof of sending: the number of the registered letter, of the delivery. May be empty and added later.
    pub proof: String,
    /// Remarks for the register.
    pub remarks: String,
}

impl Sending {
    /// Sent this way, without proof and remarks.
    pub fn by(way: Way) -> Self {
        Self { way, proof: String::new(), remarks: String::new() }
    }
}

/// Sends an approved letter: gives it the next number of the register, writes the record and emits `case.letter.sent`,
/// on which the party gets an e-mail that there is news. Sent twice it is sent once; the second gives the same entry.
///
/// # Errors
/// As [`cases::writable`]; `Conflict` when it is not approved; `Invalid` at `way` when the party cannot be reached so.
pub async fn send(c: &mut Conn, ctx: &Ctx, desk: &Desk, id: LetterId, sending: Sending) -> Result<OutgoingRow> {
    let row = get(c, desk.scope, id).await?;
    if let Some(before) = by_letter(c, desk.scope, id).await? {
        cases::case(c, desk, row.case).await?;
        return Ok(before);
    }
    let case = cases::writable(c, desk, row.case).await?;
    step(&row, Move::Send)?;
    let parties = cases::parties(c, desk.scope, row.case).await?;
    let (proof, remarks) = (line(&sending.proof), lines(&sending.remarks));
    let mut faults = Faults::default();
    if !sending.way.reaches(&parties) {
        faults.add("way", msg::LETTERS_FIELD_WAY, Vec::new());
    }
    faults.short("proof", &proof, MAX_LONG);
    faults.short("remarks", &remarks, MAX_LONG);
    faults.done()?;
    let done = c
        .exec(q!(
            "UPDATE letter SET state = 'sent' WHERE id = $1 AND office_id = $2 AND state = 'approved'",
            id,
            desk.scope.office()
        ))
        .await?;
    if done == 0 {
        // On PostgreSQL a second sending waited here for the first.
        return by_letter(c, desk.scope, id).await?.ok_or_else(|| Fault::conflict(msg::LETTERS_STATE_CHANGED));
    }
    let mut addressee = Content::lines_of(&row.content.0.addressee).into_iter();
    let name = addressee.next().unwrap_or_else(|| case.party_name.clone());
    let new = outgoing::New {
        letter: id,
        case: row.case,
        unit: case.unit,
        reference: case.reference.clone(),
        title: row.title.clone(),
        addressee: name,
        address: addressee.collect::<Vec<_>>().join(", "),
        way: sending.way,
        proof,
        remarks,
    };
    let number: OutgoingId = outgoing::enter(c, ctx, desk, new).await?;
    let out = outgoing::get(c, desk.scope, number).await?;
    let mut action = Action::new("letter.sent")
        .at(desk)
        .text(&row.title)
        .fact("letter", id.to_string())
        .fact("way", sending.way.as_str())
        .fact("number", out.label());
    if let (Some(document), Some(hash)) = (row.document, row.hash) {
        let name = crate::paper::file_name(&row, &case.reference);
        action = action.document(DocRef { id: document, name, hash: hash.0 });
    }
    chain::append(c, ctx, desk.scope, row.case, action).await?;
    let facts = json!({"letter": id.to_string(), "kind": row.kind.as_str(), "way": sending.way.as_str()});
    c.emit(ctx, &event("case.letter.sent", desk.scope, &case, facts)).await?;
    Ok(out)
}
