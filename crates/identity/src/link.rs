//! One-time secrets: links sent by e-mail, and the step between password and code.

use db::{Conn, q};
use kernel::{
    Ctx, Fault, FaultKind, Result,
    ids::{EmailTokenId, PersonId},
};
use serde_json::Value;

use crate::{person::fold_email, secret};

db::text_enum! {
    /// What a one-time secret is for.
    pub enum Purpose {
        /// Proves the address of somebody who registers.
        Registration = "registration",
        /// Lets an invited person set a password.
        Invitation = "invitation",
        /// Sets a new password.
        Reset = "reset",
        /// Proves a new address of an account.
        NewAddress = "new-address",
        /// The password was right; a code must follow.
        SecondStep = "second-step",
    }
}

impl Purpose {
    /// How long the secret works, in seconds.
    pub fn lifetime(self) -> i64 {
        match self {
            Purpose::Registration | Purpose::NewAddress => 24 * 3600,
            Purpose::Invitation => 14 * 24 * 3600,
            Purpose::Reset => 3600,
            Purpose::SecondStep => 10 * 60,
        }
    }
}

db::row! {
    /// A one-time secret that still works.
    #[derive(Debug, Clone)]
    pub struct Link {
        /// Its identifier.
        pub id: EmailTokenId,
        /// What it is for.
        pub purpose: Purpose,
        /// The account it belongs to, if there is one yet.
        pub person: Option<PersonId>,
        /// The address it was sent to.
        pub email: String,
        /// What it carries.
        pub payload: db::Json<Value>,
    }
}

/// Makes a secret for a purpose; gives it as it stands in the link. Only its hash is stored.
pub(crate) async fn create(
    c: &mut Conn,
    ctx: &Ctx,
    purpose: Purpose,
    person: Option<PersonId>,
    email: &str,
    payload: Value,
) -> Result<String> {
    let fresh = secret::fresh(ctx);
    c.exec(q!(
        "INSERT INTO email_token (id, purpose, person_id, email, email_fold, secret_hash, payload, created, expires) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        ctx.new_id::<EmailTokenId>(),
        purpose,
        person,
        email.trim(),
        fold_email(email),
        secret::digest(&fresh),
        db::Json(payload),
        ctx.now,
        ctx.now.plus_seconds(purpose.lifetime())
    ))
    .await?;
    Ok(fresh)
}

/// Looks at a secret without using it up.
///
/// # Errors
/// `NotFound` when there was never such a secret for one of the purposes, `Gone` when it was used or has expired.
pub(crate) async fn peek(c: &mut Conn, ctx: &Ctx, purposes: &[Purpose], given: &str) -> Result<Link> {
    let row: Option<(Option<i64>, i64)> =
        c.opt(q!("SELECT used, expires FROM email_token WHERE secret_hash = $1", secret::digest(given))).await?;
    let (used, expires) = row.ok_or_else(Fault::not_found)?;
    let link: Link = c
        .one(q!(
            "SELECT id, purpose, person_id, email, payload FROM email_token WHERE secret_hash = $1",
            secret::digest(given)
        ))
        .await?;
    if !purposes.contains(&link.purpose) {
        return Err(Fault::not_found());
    }
    if used.is_some() || expires <= ctx.now.0 {
        return Err(gone());
    }
    Ok(link)
}

/// Uses a secret up. Of two at once, one gets it.
///
/// # Errors
/// As [`peek`].
pub(crate) async fn take(c: &mut Conn, ctx: &Ctx, purposes: &[Purpose], given: &str) -> Result<Link> {
    let link = peek(c, ctx, purposes, given).await?;
    let taken = c.exec(q!("UPDATE email_token SET used = $1 WHERE id = $2 AND used IS NULL", ctx.now, link.id)).await?;
    if taken == 0 { Err(gone()) } else { Ok(link) }
}

/// Makes all of a person's secrets of some purposes useless.
pub(crate) async fn revoke(c: &mut Conn, ctx: &Ctx, person: PersonId, purposes: &[Purpose]) -> Result<()> {
    let q = q!("UPDATE email_token SET used = $1 WHERE person_id = $2 AND used IS NULL", ctx.now, person)
        .push_in(" AND purpose IN ", purposes.iter().copied());
    c.exec(q).await.map(|_| ())
}

fn gone() -> Fault {
    Fault::new(FaultKind::Gone, web::msg::FAULT_GONE)
}
