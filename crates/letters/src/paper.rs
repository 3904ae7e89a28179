//! A letter as a document to be rendered.

use db::Conn;
use jiff::civil::DateTime;
use kernel::{Ctx, Result, ids::LetterId};
use offices::{Desk, OfficeRow};
use pdf::{Letter, LetterClerk, Signature, markdown};
use records::cases::{self, CaseRow};

use crate::{Content, LetterRow, State};

/// Everything a letter's page needs beside its text.
#[derive(Debug, Clone)]
pub struct Head {
    /// The office.
    pub office: OfficeRow,
    /// The name of the unit.
    pub unit: String,
    /// The case reference.
    pub reference: String,
    /// The party's own reference.
    pub your_reference: String,
    /// Who handles the case.
    pub clerk: LetterClerk,
}

/// Reads what a letter's page needs.
pub(crate) async fn head(c: &mut Conn, ctx: &Ctx, desk: &Desk, case: &CaseRow) -> Result<Head> {
    let unit = offices::unit(c, desk.scope, case.unit).await?;
    let handler = match case.handler {
        Some(person) => offices::member_of(c, desk.scope, person, ctx.now.warsaw_date()).await?,
        None => None,
    };
    let clerk = LetterClerk {
        name: handler.as_ref().map_or_else(|| case.handler_name.clone(), |m| m.name.clone()),
        phone: desk.office.phone.clone(),
        email: handler.map(|m| m.email).unwrap_or_default(),
    };
    Ok(Head {
        office: desk.office.clone(),
        unit: unit.name,
        reference: case.reference.clone(),
        your_reference: case.party_reference.clone(),
        clerk,
    })
}

/// A letter with what its page needs.
pub(crate) async fn letter_and_head(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    id: LetterId,
) -> Result<(LetterRow, CaseRow, Head)> {
    let row = crate::letter(c, desk, id).await?;
    let case = cases::get(c, desk.scope, row.case).await?;
    let head = head(c, ctx, desk, &case).await?;
    Ok((row, case, head))
}

/// The document: a draft with the watermark PROJEKT without a signature, final with one.
pub fn paper(content: &Content, head: &Head, signature: Option<Signature>, today: jiff::civil::Date) -> Letter {
    let place = Content::lines_of;
    let office = &head.office;
    Letter {
        office: pdf::Office {
            name: office.name.clone(),
            address: [office.street.clone(), format!("{} {}", office.postal_code, office.town).trim().to_owned()]
                .into_iter()
                .filter(|l| !l.is_empty())
                .collect(),
            phone: office.phone.clone(),
            email: office.email.clone(),
            website: office.website.trim_start_matches("https://").to_owned(),
            e_delivery: office.delivery_address.clone(),
        },
        unit: head.unit.clone(),
        reference: head.reference.clone(),
        your_reference: head.your_reference.clone(),
        addressee: place(&content.addressee),
        kind: content.heading.clone(),
        subject: content.subject.clone(),
        legal_basis: content.legal_basis.clone(),
        body: markdown::blocks(&content.body),
        reasons: markdown::blocks(&content.reasons),
        appeal: markdown::blocks(&content.instruction),
        draft: signature.is_none(),
        signature,
        attachments: place(&content.attachments),
        distribution: place(&content.distribution),
        clerk: (!head.clerk.name.is_empty()).then(|| head.clerk.clone()),
        ..Letter::new(office.name.clone(), office.town.clone(), today)
    }
}

/// The signature of who approves, at a moment.
pub(crate) fn signature(desk: &Desk, at: kernel::Micros) -> Signature {
    let signed: DateTime = law::format::warsaw_time(at.0);
    Signature {
        name: desk.member.name.clone(),
        position: desk.member.position.clone(),
        signed: Some(signed),
        system: "SZPON".into(),
    }
}

/// The name of the PDF as downloaded.
pub fn file_name(row: &LetterRow, reference: &str) -> String {
    let title: String =
        row.title.chars().map(|c| if c.is_alphanumeric() || "-_., ".contains(c) { c } else { ' ' }).take(80).collect();
    let draft =
        if row.state.is_final() || row.state == State::Withdrawn && row.document.is_some() { "" } else { "PROJEKT " };
    format!("{draft}{} {reference}.pdf", title.trim())
}
