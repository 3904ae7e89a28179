//! Signing in: a password, then a code where the person has set one up.
//!
//! These operations take the application rather than a connection, because hashing stands between two units of work.

use db::q;
use kernel::{
    Ctx, Fault, FaultKind, Micros, Result,
    ids::{PersonId, SessionId},
};
use serde_json::json;
use web::App;

use crate::{
    link::{self, Purpose},
    log, msg, password,
    person::fold_email,
    session,
    throttle::{self, What},
    totp,
};

/// The browser that signs in.
#[derive(Debug, Clone, Default)]
pub struct Browser {
    /// As it names itself.
    pub user_agent: String,
    /// The session it had before, which ends.
    pub before: Option<SessionId>,
}

impl Browser {
    /// The browser of a request.
    pub fn of(req: &web::Req) -> Self {
        Self { user_agent: req.user_agent.clone(), before: req.signed_in.as_ref().map(|s| s.session) }
    }
}

/// How far signing in came.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Signed in: the secret for the session's cookie.
    Done(String),
    /// The password was right; [`with_code`] takes this secret and a code.
    SecondStep(String),
}

/// What is known of an account before its password is checked.
pub(crate) type Known = (PersonId, Option<String>, Option<Micros>, Option<String>);

/// Signs in with address and password.
///
/// # Errors
/// `Invalid` when the two do not belong together (the same whether there is such an account), `TooMany` during a pause
/// after wrong tries.
pub async fn with_password(app: &App, ctx: &Ctx, email: &str, password: &str, browser: Browser) -> Result<Outcome> {
    let (of, address) = (ctx.clone(), email.to_owned());
    let known: Option<Known> = app
        .db
        .write(move |c| {
            Box::pin(async move {
                throttle::charge(c, &of, What::Password(&address)).await?;
                throttle::charge_address(c, &of).await?;
                c.opt(q!(
                    "SELECT id, password_hash, verified_at, totp_secret FROM person WHERE email_fold = $1 AND deleted_at IS NULL",
                    fold_email(&address)
                ))
                .await
            })
        })
        .await?;
    let stored = known.as_ref().and_then(|k| k.1.clone());
    let right = password::verify_in_background(password, stored).await?;
    let of = ctx.clone();
    match known {
        Some((id, _, Some(_), second)) if right => {
            let address = email.to_owned();
            app.db
                .write(move |c| {
                    Box::pin(async move {
                        throttle::forgive_address(c, &of).await?;
                        if second.is_some() {
                            let step = link::create(c, &of, Purpose::SecondStep, Some(id), &address, json!({})).await?;
                            return Ok(Outcome::SecondStep(step));
                        }
                        throttle::clear(c, What::Password(&address)).await?;
                        log::security(c, &of, id, "sign_in", json!({})).await?;
                        session::start(c, &of, id, &browser.user_agent, browser.before).await.map(Outcome::Done)
                    })
                })
                .await
        }
        other => {
            let id = other.map(|k| k.0);
            failed(app, of, id, "sign_in.failed").await?;
            Err(Fault::invalid(msg::IDENTITY_SIGN_IN_WRONG))
        }
    }
}

/// Ends signing in with a code of the app or a recovery code.
///
/// # Errors
/// `Invalid` at `code` when it is wrong or was used, `TooMany` during a pause, `Gone` or `NotFound` when the password
/// was given too long ago.
pub async fn with_code(app: &App, ctx: &Ctx, step: &str, code: &str, browser: Browser) -> Result<String> {
    let (of, secret) = (ctx.clone(), step.to_owned());
    let id = app
        .db
        .write(move |c| {
            Box::pin(async move {
                let link = link::peek(c, &of, &[Purpose::SecondStep], &secret).await?;
                let id = link.person.ok_or_else(Fault::not_found)?;
                throttle::charge(c, &of, What::Again(id)).await?;
                throttle::charge_address(c, &of).await?;
                Ok(id)
            })
        })
        .await?;
    let (of, secret, code) = (ctx.clone(), step.to_owned(), code.to_owned());
    let done = app
        .db
        .write(move |c| {
            Box::pin(async move {
                totp::accept(c, &of, id, &code).await?;
                let link = link::take(c, &of, &[Purpose::SecondStep], &secret).await?;
                throttle::clear(c, What::Again(id)).await?;
                throttle::clear(c, What::Password(&link.email)).await?;
                throttle::forgive_address(c, &of).await?;
                log::security(c, &of, id, "sign_in", json!({ "second_step": true })).await?;
                session::start(c, &of, id, &browser.user_agent, browser.before).await
            })
        })
        .await;
    if matches!(&done, Err(fault) if fault.kind == FaultKind::Invalid) {
        failed(app, ctx.clone(), Some(id), "sign_in.code_refused").await?;
    }
    done
}

async fn failed(app: &App, ctx: Ctx, person: Option<PersonId>, action: &'static str) -> Result<()> {
    app.db.write(move |c| Box::pin(async move { log::refused(c, &ctx, person, action).await })).await
}

/// Asks a person signed in for their password again, before something that matters.
///
/// # Errors
/// `Invalid` at `current_password` when it is wrong, `TooMany` during a pause.
pub async fn confirm_password(app: &App, ctx: &Ctx, person: PersonId, given: &str) -> Result<()> {
    let of = ctx.clone();
    let (stored,): (Option<String>,) = app
        .db
        .write(move |c| {
            Box::pin(async move {
                throttle::charge(c, &of, What::Again(person)).await?;
                c.one(q!("SELECT password_hash FROM person WHERE id = $1 AND deleted_at IS NULL", person)).await
            })
        })
        .await?;
    if !password::verify_in_background(given, stored).await? {
        failed(app, ctx.clone(), Some(person), "password.refused").await?;
        return Err(Fault::field("current_password", msg::IDENTITY_PASSWORD_WRONG));
    }
    app.db.write(move |c| Box::pin(async move { throttle::clear(c, What::Again(person)).await })).await
}
