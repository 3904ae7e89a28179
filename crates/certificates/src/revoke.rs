//! Revoking a certificate: with a reason that stands on its public page, in the audit log, and in the status list.

use audit::Entry;
use db::{Conn, q};
use kernel::{Arg, Ctx, Event, Fault, OfficeScope, Result, ids::CertificateId};

use crate::{Certificate, certificate::certificate, msg};

/// The longest reason, in characters.
pub const REASON: usize = 500;

/// Revokes a certificate. The reason is shown to whoever checks it, so it names no health, family or other private
/// matters. Emits `certificate.revoked` and writes to the person. `address` is the full address of the public page.
///
/// # Errors
/// `NotFound` when the office issued none such; `Conflict` when it was revoked before; `Invalid` at the field `reason`.
pub async fn revoke(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: CertificateId,
    reason: &str,
    address: &str,
) -> Result<Certificate> {
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    if reason.chars().count() < 5 {
        return Err(Fault::field("reason", msg::CERTIFICATES_REASON_SHORT));
    }
    if reason.chars().count() > REASON {
        return Err(Fault::field("reason", msg::CERTIFICATES_TOO_LONG));
    }
    let row = certificate(c, scope, id).await?;
    let changed = c
        .exec(q!(
            "UPDATE certificate SET revoked_at = $3, revoked_by = $4, reason = $5 WHERE office_id = $1 AND id = $2 \
             AND revoked_at IS NULL",
            scope.office(),
            id,
            ctx.now,
            ctx.actor.name(),
            &reason
        ))
        .await?;
    if changed == 0 {
        return Err(Fault::conflict(msg::CERTIFICATES_IS_REVOKED));
    }
    let entry = Entry::admin("certificate.revoked", "certificate", id)
        .detail("certificate", row.number.as_str())
        .detail("reason", reason.as_str());
    audit::write(c, ctx, Some(scope.office()), &entry).await?;
    let event = Event {
        kind: "certificate.revoked".into(),
        office: Some(scope.office()),
        object: id.0,
        concerns: row.person,
        payload: serde_json::json!({ "certificate": id, "number": row.number, "course": row.course }),
    };
    c.emit(ctx, &event).await?;
    tell(c, ctx, &row, address).await?;
    certificate(c, scope, id).await
}

/// Writes to the person that it was revoked; why stands on the page.
async fn tell(c: &mut Conn, ctx: &Ctx, row: &Certificate, address: &str) -> Result<()> {
    let Some(person) = row.person else { return Ok(()) };
    let Some((person, t)) = identity::reader(c, person).await? else { return Ok(()) };
    let number: &[(&'static str, Arg)] = &[("number", row.number.clone().into())];
    let mail = person
        .mail(t.f(msg::CERTIFICATES_MAIL_REVOKED, number))
        .paragraph(t.f(msg::CERTIFICATES_MAIL_REVOKED_TEXT, number))
        .button(t.s(msg::CERTIFICATES_MAIL_BUTTON), address);
    mail::queue(c, ctx, &mail).await.map(|_| ())
}
