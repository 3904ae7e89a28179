//! The operator's decision about a claim, and the claimant's own.

use db::{Conn, q};
use i18n::T;
use kernel::{
    Actor, Arg, Ctx, Fault, Lang, OfficeScope, Result,
    ids::{ClaimId, OfficeId, PersonId},
};

use super::{ClaimRow, ClaimStatus, emit, get};
use crate::{NewMember, NewOffice, NewUnit, OfficeKind, Role, add_member, add_unit, found, log, msg, position};

/// Only the operator (and the program itself) decides.
fn check_operator(ctx: &Ctx) -> Result<()> {
    if ctx.actor.is_operator() || ctx.actor == Actor::System { Ok(()) } else { Err(Fault::forbidden()) }
}

async fn decide(
    c: &mut Conn,
    ctx: &Ctx,
    claim: &ClaimRow,
    status: ClaimStatus,
    reason: &str,
    office: Option<OfficeId>,
) -> Result<()> {
    let changed = c
        .exec(q!(
            "UPDATE office_claim SET status = $1, reason = $2, decided_by = $3, decided_at = $4, office_id = $5, \
             version = version + 1 WHERE id = $6 AND status = 'waiting'",
            status,
            reason.trim(),
            ctx.actor.name(),
            ctx.now,
            office,
            claim.id
        ))
        .await?;
    if changed == 0 {
        return Err(Fault::conflict(msg::OFFICES_CLAIM_DECIDED));
    }
    let what = serde_json::json!({ "status": status, "reason": reason.trim(), "office": office });
    log::admin(c, ctx, office, "claim.decided", Some(claim.id.0), what).await?;
    emit(c, ctx, "office.claim.decided", claim.id, office, Some(claim.person)).await
}

fn check_reason(reason: &str) -> Result<()> {
    if reason.trim().is_empty() {
        return Err(Fault::field("reason", msg::OFFICES_FIELD_REASON));
    }
    if reason.chars().count() > 2000 {
        let args = vec![("max", Arg::from(2000))];
        return Err(Fault::invalid(web::msg::FAULT_FIELDS).and_field("reason", web::msg::FIELD_TOO_LONG, args));
    }
    Ok(())
}

/// Tells the claimant by e-mail that there is news; `link` is the full address of the claim's page.
async fn tell(c: &mut Conn, ctx: &Ctx, claim: &ClaimRow, link: &str) -> Result<()> {
    let person = identity::person(c, claim.person).await?;
    if person.deleted_at.is_some() {
        return Ok(());
    }
    let lang = Lang::parse(&claim.lang).unwrap_or(person.lang);
    let t = T(lang);
    let letter = mail::Mail::new(&person.email, person.name(), lang, t.s(msg::OFFICES_MAIL_CLAIM_SUBJECT))
        .paragraph(t.f(msg::OFFICES_MAIL_CLAIM_TEXT, &[("office", claim.office_name.as_str().into())]))
        .button(t.s(msg::OFFICES_MAIL_CLAIM_BUTTON), link);
    mail::queue(c, ctx, &letter).await.map(|_| ())
}

/// Approves a claim: founds the office, makes the claimant its administrator with a first unit, writes to them.
///
/// # Errors
/// `Forbidden` unless the operator asks; `Invalid` without a reason; `Conflict` when it is already decided or another
/// claim founded the office.
pub async fn approve(c: &mut Conn, ctx: &Ctx, id: ClaimId, reason: &str, link: &str) -> Result<OfficeId> {
    check_operator(ctx)?;
    check_reason(reason)?;
    let claim = get(c, ctx, id).await?;
    if claim.status != ClaimStatus::Waiting {
        return Err(Fault::conflict(msg::OFFICES_CLAIM_DECIDED));
    }
    let gmina = claim.gmina().ok_or_else(Fault::not_found)?;
    let new = NewOffice { name: claim.office_name.clone(), email: claim.email.clone(), ..NewOffice::of_gmina(gmina) };
    let kind = new.kind;
    let office = found(c, ctx, new).await?;
    let scope = OfficeScope::checked(office);
    first_administrator(c, ctx, scope, kind, claim.person, &claim.position).await?;
    decide(c, ctx, &claim, ClaimStatus::Approved, reason, Some(office)).await?;
    tell(c, ctx, &claim, link).await?;
    Ok(office)
}

/// Gives a new office its first unit and its first administrator, from today on.
///
/// # Errors
/// As [`add_unit`] and [`add_member`].
pub async fn first_administrator(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    kind: OfficeKind,
    person: PersonId,
    position_name: &str,
) -> Result<()> {
    let today = ctx.now.warsaw_date();
    let name = if kind == OfficeKind::Gmina { "Referat Organizacyjny" } else { "Wydział Organizacyjny" };
    let unit = NewUnit { parent: None, code: "OR".into(), name: name.into(), from: today, to: None };
    let unit = add_unit(c, ctx, scope, unit).await?;
    let position = match position_name.trim() {
        "" => None,
        name => Some(position(c, ctx, scope, name).await?),
    };
    let roles = vec![Role::Administrator];
    add_member(c, ctx, scope, NewMember { person, unit, position, roles, from: today, to: None }).await.map(|_| ())
}

/// Refuses a claim and writes to the claimant.
///
/// # Errors
/// As [`approve`].
pub async fn refuse(c: &mut Conn, ctx: &Ctx, id: ClaimId, reason: &str, link: &str) -> Result<()> {
    check_operator(ctx)?;
    check_reason(reason)?;
    let claim = get(c, ctx, id).await?;
    decide(c, ctx, &claim, ClaimStatus::Refused, reason, None).await?;
    tell(c, ctx, &claim, link).await
}

/// Takes back a claim that still waits; only whoever made it may.
///
/// # Errors
/// `NotFound` for others, `Conflict` when it is already decided.
pub async fn withdraw(c: &mut Conn, ctx: &Ctx, id: ClaimId) -> Result<()> {
    let claim = get(c, ctx, id).await?;
    if ctx.actor.person() != Some(claim.person) {
        return Err(Fault::not_found());
    }
    decide(c, ctx, &claim, ClaimStatus::Withdrawn, "", None).await
}
