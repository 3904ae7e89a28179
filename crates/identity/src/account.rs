//! Changing one's own account.

use db::{Conn, q};
use kernel::{
    Ctx, Event, Fault, FaultKind, Lang, Result,
    ids::{PersonId, SessionId},
};
use serde_json::json;
use web::App;

use crate::{
    Browser, PersonRow,
    link::{self, Purpose},
    log, mails, msg, password,
    person::{check_person, find_by_email, fold_email, name_fold, person, tidy},
    registration::charge_mail,
    session,
    throttle::{self, What},
};

/// Changes names and language, if nobody changed them since `version`.
///
/// # Errors
/// `Invalid` with the fields at fault; `Conflict` with the key `fault-stale` when the version is an old one.
pub async fn change_data(
    c: &mut Conn,
    ctx: &Ctx,
    id: PersonId,
    version: i64,
    given_name: &str,
    family_name: &str,
    lang: Lang,
) -> Result<()> {
    Fault::check(check_person(None, given_name, family_name))?;
    let (given, family) = (tidy(given_name), tidy(family_name));
    let changed = c
        .exec(q!(
            "UPDATE person SET given_name = $1, family_name = $2, name_fold = $3, lang = $4, version = version + 1 \
             WHERE id = $5 AND version = $6 AND deleted_at IS NULL",
            &given,
            &family,
            name_fold(&given, &family),
            lang.code(),
            id,
            version
        ))
        .await?;
    if changed == 0 {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    log::security(c, ctx, id, "account.changed", json!({})).await?;
    let payload = json!({ "name": format!("{given} {family}") });
    let event = Event { kind: "person.changed".into(), office: None, object: id.0, concerns: Some(id), payload };
    c.emit(ctx, &event).await
}

/// Begins to change the address: sends a link to the new one. The old one stays until the link is used. When the new
/// address has an account, its owner is told instead; the answer is the same.
///
/// # Errors
/// `Invalid` at `email`, `TooMany` when too many e-mails were asked for.
pub async fn begin_email_change(c: &mut Conn, ctx: &Ctx, id: PersonId, email: &str) -> Result<()> {
    let me = person(c, id).await?;
    let wrong = check_person(Some(email), &me.given_name, &me.family_name);
    Fault::check(wrong.into_iter().filter(|f| f.field == "email").collect())?;
    if fold_email(email) == fold_email(&me.email) {
        return Err(Fault::field("email", msg::IDENTITY_EMAIL_SAME));
    }
    charge_mail(c, ctx, email).await?;
    link::revoke(c, ctx, id, &[Purpose::NewAddress]).await?;
    match find_by_email(c, email).await? {
        Some(other) => mails::already_registered(c, ctx, &other).await,
        None => {
            let secret = link::create(c, ctx, Purpose::NewAddress, Some(id), email, json!({})).await?;
            mails::new_address(c, ctx, &me, email, &secret).await
        }
    }
}

/// Changes the address to the one the link was sent to, and tells the old one.
///
/// # Errors
/// `NotFound` and `Gone` for the link, `Conflict` when the address got an account meanwhile.
pub async fn complete_email_change(c: &mut Conn, ctx: &Ctx, secret: &str) -> Result<PersonId> {
    let link = link::take(c, ctx, &[Purpose::NewAddress], secret).await?;
    let id = link.person.ok_or_else(Fault::not_found)?;
    let before = person(c, id).await?;
    if let Some(other) = find_by_email(c, &link.email).await?
        && other.id != id
    {
        return Err(Fault::conflict(msg::IDENTITY_EMAIL_TAKEN));
    }
    c.exec(q!(
        "UPDATE person SET email = $1, email_fold = $2, verified_at = $3, version = version + 1 WHERE id = $4",
        &link.email,
        fold_email(&link.email),
        ctx.now,
        id
    ))
    .await?;
    // A link that lies in the old mailbox must not open the account.
    link::revoke(c, ctx, id, &[Purpose::Reset, Purpose::Invitation]).await?;
    log::security(c, ctx, id, "email.changed", json!({})).await?;
    mails::address_changed(c, ctx, &before).await.map(|()| id)
}

/// Sets a new password; ends the person's other sessions and gives this browser a new secret.
///
/// # Errors
/// `Invalid` at `current_password` or `password`, `TooMany` after wrong tries.
pub async fn change_password(
    app: &App,
    ctx: &Ctx,
    id: PersonId,
    current: &str,
    new: &str,
    browser: Browser,
) -> Result<String> {
    let me = app.db.read(move |c| Box::pin(async move { person(c, id).await })).await?;
    password::check("password", new, &[&me.email, &me.given_name, &me.family_name])?;
    crate::sign_in::confirm_password(app, ctx, id, current).await?;
    let hashed = password::hash_in_background(new, ctx.entropy().clone()).await?;
    let of = ctx.clone();
    app.db
        .write(move |c| {
            Box::pin(async move {
                set_password(c, &of, id, &hashed, browser.before).await?;
                session::start(c, &of, id, &browser.user_agent, browser.before).await
            })
        })
        .await
}

async fn set_password(c: &mut Conn, ctx: &Ctx, id: PersonId, hashed: &str, keep: Option<SessionId>) -> Result<()> {
    c.exec(q!("UPDATE person SET password_hash = $1 WHERE id = $2", hashed, id)).await?;
    session::end_others(c, ctx, id, keep).await?;
    link::revoke(c, ctx, id, &[Purpose::Reset, Purpose::Invitation, Purpose::SecondStep]).await?;
    log::security(c, ctx, id, "password.changed", json!({})).await?;
    mails::security(c, ctx, id, mails::Change::Password).await
}

/// Sends a link that sets a new password, if the address has an account. The answer is the same if it has none. `next` is
/// the path of the page the person was going to, or nothing; it waits here and not in the link.
///
/// # Errors
/// `Invalid` at `email` when it cannot be an address, `TooMany` when too many e-mails were asked for.
pub async fn ask_reset(c: &mut Conn, ctx: &Ctx, email: &str, next: &str) -> Result<()> {
    if !crate::person::is_email(email) {
        return Err(Fault::field("email", web::msg::FIELD_EMAIL));
    }
    charge_mail(c, ctx, email).await?;
    if let Some(known) = find_by_email(c, email).await? {
        link::revoke(c, ctx, known.id, &[Purpose::Reset]).await?;
        let payload = json!({ "next": next });
        let secret = link::create(c, ctx, Purpose::Reset, Some(known.id), &known.email, payload).await?;
        log::security(c, ctx, known.id, "password.reset_asked", json!({})).await?;
        mails::reset(c, ctx, &known, &secret).await?;
    }
    Ok(())
}

/// Sets the password by a link from an e-mail (after forgetting it, or by invitation). All sessions end; the link also
/// proves the address. Gives the address to sign in with.
///
/// # Errors
/// `Invalid` at `password`, `NotFound` and `Gone` for the link.
pub async fn reset(app: &App, ctx: &Ctx, secret: &str, new: &str) -> Result<String> {
    const BY: [Purpose; 2] = [Purpose::Reset, Purpose::Invitation];
    let (of, key) = (ctx.clone(), secret.to_owned());
    let me: PersonRow = app
        .db
        .read(move |c| {
            Box::pin(async move {
                let link = link::peek(c, &of, &BY, &key).await?;
                person(c, link.person.ok_or_else(Fault::not_found)?).await
            })
        })
        .await?;
    password::check("password", new, &[&me.email, &me.given_name, &me.family_name])?;
    let hashed = password::hash_in_background(new, ctx.entropy().clone()).await?;
    let (of, key) = (ctx.clone(), secret.to_owned());
    app.db
        .write(move |c| {
            Box::pin(async move {
                link::take(c, &of, &BY, &key).await?;
                c.exec(q!("UPDATE person SET verified_at = COALESCE(verified_at, $1) WHERE id = $2", of.now, me.id))
                    .await?;
                set_password(c, &of, me.id, &hashed, None).await?;
                throttle::clear(c, What::Password(&me.email)).await?;
                throttle::clear(c, What::Again(me.id)).await?;
                Ok(me.email)
            })
        })
        .await
}

/// Whether a person may delete the account: not while they are the only operator, for then nobody could run the
/// installation.
///
/// # Errors
/// `Conflict` when they may not.
pub(crate) async fn may_delete(c: &mut Conn, id: PersonId) -> Result<()> {
    if !person(c, id).await?.operator {
        return Ok(());
    }
    let (others,): (i64,) =
        c.one(q!("SELECT COUNT(*) FROM person WHERE operator AND deleted_at IS NULL AND id <> $1", id)).await?;
    if others == 0 { Err(Fault::new(FaultKind::Conflict, msg::IDENTITY_LAST_OPERATOR)) } else { Ok(()) }
}
