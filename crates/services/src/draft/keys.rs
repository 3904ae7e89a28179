//! Secrets that open a draft: in a browser's cookie, in a link, in the e-mail that proves an address. Only their
//! fingerprints are kept.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use db::{Conn, q};
use kernel::{Ctx, Fault, FaultKind, OfficeScope, Result, ids::DraftId};

use super::{Draft, DraftRow, Holder, KEPT_DAYS, columns, draft, open, whole};
use crate::{form::sha256, msg};

/// How long the link that proves an address works.
pub const PROOF_HOURS: i64 = 48;
/// The most links sent for one draft.
const MOST_LINKS: i64 = 12;

db::text_enum! {
    /// What a secret of a draft is for.
    pub enum KeyKind {
        /// Stands in a cookie of the browser, or in a link to come back later.
        Holder = "holder",
        /// Stands in the e-mail that proves an address, and sends.
        Proof = "proof",
    }
}

/// A new secret for a link or a cookie: 32 random bytes, URL-safe.
pub(crate) fn secret(ctx: &Ctx) -> String {
    URL_SAFE_NO_PAD.encode(ctx.secret())
}

pub(super) async fn add_key(
    c: &mut Conn,
    ctx: &Ctx,
    draft: DraftId,
    secret: &str,
    kind: KeyKind,
    email: &str,
) -> Result<()> {
    let expires = match kind {
        KeyKind::Holder => ctx.now.plus_days(KEPT_DAYS * 4),
        KeyKind::Proof => ctx.now.plus_seconds(PROOF_HOURS * 3600),
    };
    c.exec(q!(
        "INSERT INTO draft_key (hash, draft_id, kind, email, created, expires, used_at) VALUES ($1, $2, $3, $4, $5, $6, NULL)",
        sha256(secret),
        draft,
        kind,
        email,
        ctx.now,
        expires
    ))
    .await?;
    Ok(())
}

pub(super) async fn holds(c: &mut Conn, ctx: &Ctx, id: DraftId, secrets: &[String]) -> Result<bool> {
    if secrets.is_empty() {
        return Ok(false);
    }
    let query = q!("SELECT hash FROM draft_key WHERE draft_id = $1 AND kind = 'holder' AND expires > $2", id, ctx.now)
        .push_in(" AND hash IN ", secrets.iter().take(20).map(sha256));
    Ok(c.opt::<(String,)>(query).await?.is_some())
}

/// Makes a secret for a link by which a stranger comes back to a draft from another browser.
///
/// # Errors
/// `NotFound` for a draft the asker does not hold, `TooMany` after many links.
pub async fn link(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: DraftId, holder: &Holder) -> Result<String> {
    draft(c, ctx, scope, id, holder).await?;
    new_link(c, ctx, id, KeyKind::Holder, "").await
}

async fn new_link(c: &mut Conn, ctx: &Ctx, id: DraftId, kind: KeyKind, email: &str) -> Result<String> {
    let (links,): (i64,) = c.one(q!("SELECT COUNT(*) FROM draft_key WHERE draft_id = $1", id)).await?;
    if links >= MOST_LINKS {
        return Err(Fault::new(FaultKind::TooMany, "fault-too-many"));
    }
    let secret = secret(ctx);
    add_key(c, ctx, id, &secret, kind, email).await?;
    Ok(secret)
}

/// Makes the secret that proves an address: whoever has it received the e-mail. Notes the address in the draft.
///
/// # Errors
/// `Invalid` for an address that is none, else as [`link`].
pub async fn prove(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: DraftId,
    holder: &Holder,
    email: &str,
) -> Result<String> {
    let email = email.trim();
    if !crate::answers::is_email(email) {
        return Err(Fault::field("email", msg::SERVICES_EMAIL));
    }
    let draft = draft(c, ctx, scope, id, holder).await?;
    open(&draft.row)?;
    c.exec(q!("UPDATE draft SET email = $2, updated = $3 WHERE id = $1", id, email, ctx.now)).await?;
    new_link(c, ctx, id, KeyKind::Proof, email).await
}

/// The draft a secret opens, and the address it proves.
///
/// # Errors
/// `Gone` when the secret is unknown or too old.
pub async fn by_secret(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    secret: &str,
    kind: KeyKind,
) -> Result<(Draft, String)> {
    let gone = || Fault::new(FaultKind::Gone, "fault-gone");
    let key: Option<(DraftId, String)> = c
        .opt(q!(
            "SELECT draft_id, email FROM draft_key WHERE hash = $1 AND kind = $2 AND expires > $3",
            sha256(secret),
            kind,
            ctx.now
        ))
        .await?;
    let (id, email) = key.ok_or_else(gone)?;
    let row: Option<DraftRow> = c
        .opt(q!(concat!("SELECT ", columns!(), " FROM draft WHERE office_id = $1 AND id = $2"), scope.office(), id))
        .await?;
    Ok((whole(c, scope, row.ok_or_else(gone)?).await?, email))
}

/// Notes that an address was proven by its secret, and makes a secret for this browser's cookie.
///
/// # Errors
/// As [`by_secret`].
pub async fn proven(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, proof: &str) -> Result<(Draft, String)> {
    let (draft, email) = by_secret(c, ctx, scope, proof, KeyKind::Proof).await?;
    c.exec(q!(
        "UPDATE draft SET email = $2, email_proven_at = $3 WHERE id = $1 AND submission_id IS NULL",
        draft.row.id,
        &email,
        ctx.now
    ))
    .await?;
    c.exec(q!("UPDATE draft_key SET used_at = $2 WHERE hash = $1", sha256(proof), ctx.now)).await?;
    let holder = secret(ctx);
    add_key(c, ctx, draft.row.id, &holder, KeyKind::Holder, "").await?;
    Ok((draft, holder))
}
