//! What this subject hears: a submission that was sent becomes incoming mail.

use db::{BoxFuture, Conn, q};
use kernel::{
    Ctx, Event, Fault, FaultKind, OfficeScope, Result,
    ids::{IncomingId, OfficeId, ServiceId, SubmissionId, UnitId},
};
use offices::Day;
use serde::Deserialize;

use crate::{
    cases::{TermUnit, span_columns},
    documents::{self, Kind, NewDocument, Origin},
    incoming::{self, Channel, UNKNOWN},
    index,
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
    jrwa: Option<String>,
    #[serde(alias = "term_span")]
    term: Option<law::term::Span>,
    channel: String,
    unit_id: Option<UnitId>,
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
    let sent: Sent = serde_json::from_value(event.payload.clone()).unwrap_or_else(|e| {
        tracing::error!(%e, submission = %event.object, "facts of a submission cannot be read");
        Sent::default()
    });
    let title = [&sent.title, &sent.service_title].into_iter().find(|t| !t.trim().is_empty());
    let (amount, unit): (Option<i64>, Option<TermUnit>) = span_columns(sent.term);
    let channel = if sent.channel == "api" { Channel::Api } else { Channel::Form };
    let address = match services::submission(c, scope, SubmissionId(event.object)).await {
        Ok(submission) => submission.address(),
        Err(Fault { kind: FaultKind::NotFound, .. }) => String::new(),
        Err(fault) => return Err(fault),
    };
    let files = services::submission_files(c, scope, SubmissionId(event.object)).await?;
    let id: IncomingId = ctx.new_id();
    let done = c
        .exec(q!(
            "INSERT INTO incoming (id, office_id, state, channel, submission_id, submission_number, service_id, \
             service_slug, service_title, symbol, suggested_unit, term_amount, term_unit, title, organisation, sender, sender_email, \
             sender_person, sender_address, town, country, letter_date, sender_reference, received, received_at, \
             registered_by, attachments, access, dcmi_type, remarks, assigned_by, instruction, version) \
             VALUES ($1, $2, 'received', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '', $14, $15, $16, $17, '', '', $18, \
             '', $19, $20, '', $21, 'not-public', 'Text', '', '', '', 1) ON CONFLICT (submission_id) DO NOTHING",
            id,
            office,
            channel,
            SubmissionId(event.object),
            line(&sent.number),
            sent.service,
            line(&sent.service_slug),
            line(&sent.service_title),
            line(sent.jrwa.as_deref().unwrap_or_default()),
            sent.unit_id,
            amount,
            unit,
            title.map_or_else(|| UNKNOWN.to_owned(), |t| line(t)),
            line(&sent.sender_name),
            line(&sent.sender_email),
            event.concerns,
            line(&address),
            ctx.now.warsaw_date().to_string(),
            Day(ctx.now.warsaw_date()),
            ctx.now,
            files.len()
        ))
        .await?;
    if done == 0 {
        return Ok(());
    }
    // The registry looks for it before it has a number.
    let row = incoming::by_id(c, scope, id).await?;
    index::incoming(c, scope, &row).await?;
    for file in files {
        let Some(hash) = blob::parse_hash(&file.hash) else { continue };
        let size = u64::try_from(file.size).unwrap_or_default();
        let stored = blob::Stored { hash, size, media_type: file.media_type, matches_claim: true };
        let new = NewDocument { stored, name: file.name, kind: Kind::Attachment, origin: Origin::Party };
        documents::insert(c, ctx, scope, None, Some(id), new).await?;
    }
    Ok(())
}
