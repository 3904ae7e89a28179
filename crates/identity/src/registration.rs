//! Making an account oneself: the address is checked before there is an account.
//!
//! What was typed waits with the secret of the link, not with an account. The link asks for the password that was
//! chosen, so that nobody can register another person's address and have them confirm a foreign password.

use db::{Conn, Json, q};
use kernel::{Ctx, Fault, Lang, Result, ids::PersonId};
use serde::{Deserialize, Serialize};
use serde_json::json;
use web::App;

use crate::{
    Browser, NewPerson,
    link::{self, Link, Purpose},
    log, mails, msg, password,
    person::{check_person, find_by_email, name_fold, register, tidy},
    session,
    throttle::{self, What},
};

/// What a registration carries until its address is checked.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Waiting {
    given_name: String,
    family_name: String,
    password_hash: String,
    lang: Lang,
    /// Where the person was going; nowhere in those begun before this was kept.
    #[serde(default)]
    next: String,
}

/// Begins a registration: sends a link to the address, or, when it has an account, a word that it has one. The answer is
/// the same. `next` is the path of the page the person was going to, or nothing; it waits here and not in the link.
///
/// # Errors
/// `Invalid` with the fields at fault, `TooMany` when too many e-mails were asked for.
pub async fn begin(c: &mut Conn, ctx: &Ctx, new: NewPerson, next: &str) -> Result<()> {
    Fault::check(check_person(Some(&new.email), &new.given_name, &new.family_name))?;
    let password_hash = new.password_hash.ok_or_else(|| Fault::field("password", web::msg::FIELD_REQUIRED))?;
    charge_mail(c, ctx, &new.email).await?;
    if let Some(known) = find_by_email(c, &new.email).await?
        && known.verified_at.is_some()
    {
        return mails::already_registered(c, ctx, &known).await;
    }
    let waiting = Waiting {
        given_name: tidy(&new.given_name),
        family_name: tidy(&new.family_name),
        password_hash,
        lang: new.lang,
        next: next.to_owned(),
    };
    let payload = serde_json::to_value(&waiting).map_err(Fault::internal)?;
    let secret = link::create(c, ctx, Purpose::Registration, None, &new.email, payload).await?;
    mails::registration(c, ctx, &new.email, new.lang, &secret).await
}

/// Counts an e-mail that a stranger asks for.
pub(crate) async fn charge_mail(c: &mut Conn, ctx: &Ctx, email: &str) -> Result<()> {
    throttle::charge(c, ctx, What::MailTo(email)).await?;
    match &ctx.remote {
        Some(remote) => throttle::charge(c, ctx, What::MailFrom(remote)).await,
        None => Ok(()),
    }
}

/// Ends a registration: the link together with the password chosen. Gives the secret for the session's cookie.
///
/// # Errors
/// `Invalid` at `password` when it is not the one chosen, `TooMany` after wrong tries, `NotFound` and `Gone` for the link.
pub async fn complete(app: &App, ctx: &Ctx, secret: &str, given: &str, browser: Browser) -> Result<String> {
    let (of, key) = (ctx.clone(), secret.to_owned());
    let link: Link = app
        .db
        .write(move |c| {
            Box::pin(async move {
                let link = link::peek(c, &of, &[Purpose::Registration], &key).await?;
                throttle::charge(c, &of, What::Password(&link.email)).await?;
                throttle::charge_address(c, &of).await?;
                Ok(link)
            })
        })
        .await?;
    let waiting: Waiting = serde_json::from_value(link.payload.0).map_err(Fault::internal)?;
    if !password::verify_in_background(given, Some(waiting.password_hash.clone())).await? {
        return Err(Fault::field("password", msg::IDENTITY_PASSWORD_NOT_CHOSEN));
    }
    let (of, key) = (ctx.clone(), secret.to_owned());
    app.db
        .write(move |c| {
            Box::pin(async move {
                let link = link::take(c, &of, &[Purpose::Registration], &key).await?;
                let id = make(c, &of, &link.email, waiting).await?;
                throttle::clear(c, What::Password(&link.email)).await?;
                throttle::forgive_address(c, &of).await?;
                log::security(c, &of, id, "email.verified", json!({})).await?;
                // What waited is not needed any more, nor what others may have begun with this address.
                c.exec(q!(
                    "UPDATE email_token SET used = COALESCE(used, $1), payload = '{}' WHERE email_fold = $2 AND purpose = $3",
                    of.now,
                    crate::person::fold_email(&link.email),
                    Purpose::Registration
                ))
                .await?;
                session::start(c, &of, id, &browser.user_agent, browser.before).await
            })
        })
        .await
}

/// Makes the account, or fills in one that was only invited.
async fn make(c: &mut Conn, ctx: &Ctx, email: &str, waiting: Waiting) -> Result<PersonId> {
    match find_by_email(c, email).await? {
        Some(known) if known.verified_at.is_some() => Err(Fault::conflict(msg::IDENTITY_EMAIL_TAKEN)),
        Some(invited) => {
            c.exec(q!(
                "UPDATE person SET given_name = $1, family_name = $2, name_fold = $3, password_hash = $4, lang = $5, \
                 verified_at = $6, version = version + 1 WHERE id = $7",
                &waiting.given_name,
                &waiting.family_name,
                name_fold(&waiting.given_name, &waiting.family_name),
                waiting.password_hash,
                waiting.lang.code(),
                ctx.now,
                invited.id
            ))
            .await?;
            link::revoke(c, ctx, invited.id, &[Purpose::Invitation, Purpose::Reset]).await?;
            Ok(invited.id)
        }
        None => {
            let new = NewPerson {
                email: email.to_owned(),
                given_name: waiting.given_name,
                family_name: waiting.family_name,
                password_hash: Some(waiting.password_hash),
                lang: waiting.lang,
                verified: true,
            };
            register(c, ctx, new).await
        }
    }
}

/// What a link of this crate leads to, for the page that shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// What it is for.
    pub purpose: Purpose,
    /// The address it was sent to.
    pub email: String,
    /// The account, if there is one yet.
    pub person: Option<PersonId>,
    /// The path of the page the person was going to when the link was asked for; empty when there was none.
    pub next: String,
}

/// Looks at a link without using it up.
///
/// # Errors
/// `NotFound` when there is no such link, `Gone` when it was used or has expired.
pub async fn see(c: &mut Conn, ctx: &Ctx, purposes: &[Purpose], secret: &str) -> Result<Seen> {
    let Link { purpose, email, person, payload: Json(payload), .. } = link::peek(c, ctx, purposes, secret).await?;
    let next = payload.get("next").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
    Ok(Seen { purpose, email, person, next })
}
