//! What this subject hears: a submission that was sent becomes incoming mail.

use db::{BoxFuture, Conn, q};
use kernel::{
    Ctx, Event, OfficeScope, Result,
    ids::{IncomingId, OfficeId, ServiceId, SubmissionId},
};
use offices::Day;
use serde::Deserialize;

use crate::{
    cases::{TermUnit, span_columns},
    documents::{self, Kind, NewDocument, Origin},
    incoming::{Channel, UNKNOWN},
    words::line,
};

/// The facts of `submission.sent` that the register needs.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Sent {
    #[serde(alias = "service_id")]
    service: Option<ServiceId>,
    #[serde(alias = "slug")]
    service_slug: String,
    service_title: String,
    title: String,
    #[serde(alias = "sender")]
    sender_name: String,
    sender_email: String,
    #[serde(alias = "submission_number")]
    number: String,
    #[serde(alias = "symbol")]
    jrwa: String,
    #[serde(alias = "term_span")]
    term: Option<law::term::Span>,
    channel: String,
    files: Vec<File>,
}

/// A file of the submission, already in the store.
#[derive(Debug, Deserialize)]
struct File {
    name: String,
    hash: String,
    size: u64,
    media_type: String,
    #[serde(default)]
    kind: String,
}

/// Hears `submission.sent`.
pub fn listener() -> db::Listener {
    hear
}

fn hear<'c>(c: &'c mut Conn, ctx: &'c Ctx, event: &'c Event) -> BoxFuture<'c, Result<()>> {
    Box::pin(async move {
        match (event.kind.as_str(), event.office) {
            ("submission.sent", Some(office)) => receive(c, ctx, office, event).await,
            _ => Ok(()),
        }
    })
}

async fn receive(c: &mut Conn, ctx: &Ctx, office: OfficeId, event: &Event) -> Result<()> {
    let scope = OfficeScope::checked(office);
    // Facts that are missing or of another shape are "brak danych"; the mail itself must not be lost.
    let sent: Sent = serde_json::from_value(event.payload.clone()).unwrap_or_default();
    let title = [&sent.title, &sent.service_title].into_iter().find(|t| !t.trim().is_empty());
    let (amount, unit): (Option<i64>, Option<TermUnit>) = span_columns(sent.term);
    let channel = if sent.channel == "api" { Channel::Api } else { Channel::Form };
    let attachments = sent.files.iter().filter(|f| f.kind != "submission" && f.kind != "receipt").count();
    let id: IncomingId = ctx.new_id();
    let done = c
        .exec(q!(
            "INSERT INTO incoming (id, office_id, state, channel, submission_id, submission_number, service_id, \
             service_slug, service_title, symbol, term_amount, term_unit, title, organisation, sender, sender_email, \
             sender_person, sender_address, town, country, letter_date, sender_reference, received, received_at, \
             registered_by, attachments, access, dcmi_type, remarks, assigned_by, instruction, version) \
             VALUES ($1, $2, 'received', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '', $13, $14, $15, '', '', '', $16, '', \
             $17, $18, '', $19, 'not-public', 'Text', '', '', '', 1) ON CONFLICT (submission_id) DO NOTHING",
            id,
            office,
            channel,
            SubmissionId(event.object),
            line(&sent.number),
            sent.service,
            line(&sent.service_slug),
            line(&sent.service_title),
            line(&sent.jrwa),
            amount,
            unit,
            title.map_or_else(|| UNKNOWN.to_owned(), |t| line(t)),
            line(&sent.sender_name),
            line(&sent.sender_email),
            event.concerns,
            ctx.now.warsaw_date().to_string(),
            Day(ctx.now.warsaw_date()),
            ctx.now,
            attachments
        ))
        .await?;
    if done == 0 {
        return Ok(());
    }
    for file in sent.files {
        let Some(hash) = blob::parse_hash(&file.hash) else { continue };
        let kind = Kind::parse(&file.kind).unwrap_or(Kind::Attachment);
        let stored = blob::Stored { hash, size: file.size, media_type: file.media_type, matches_claim: true };
        let new = NewDocument { stored, name: file.name, kind, origin: Origin::Party };
        documents::insert(c, ctx, scope, None, Some(id), new).await?;
    }
    Ok(())
}
