//! How the web learns who is asking.
//!
//! What the database said of a session or a token is kept for a moment ([`db::Recent`]): a page and what it loads ask
//! again and again. A change of sessions, tokens or persons by this process empties that before the change is confirmed,
//! so an ended session is refused at the very next request; a change by another process is seen after
//! [`db::KEPT_SECONDS`] at the latest.

use db::Recent;
use kernel::{Actor, Ctx, Micros, Result};
use maud::Markup;
use web::{App, Authenticate, BoxFut, Req, Resume, SignedIn};

use crate::{mails, pages, secret, session, tokens};

/// Tells persons from cookies and tokens, for [`web::Parts::auth`].
#[derive(Debug, Clone, Copy, Default)]
pub struct Web;

/// Who asked a moment ago, by the SHA-256 of their secret, with the moment it ends by itself.
struct Lately {
    sessions: Recent<[u8; 32], (SignedIn, Micros)>,
    tokens: Recent<[u8; 32], (Actor, Option<Micros>)>,
}

impl Lately {
    fn of(app: &App) -> std::sync::Arc<Self> {
        app.db.shared(|db| Self {
            sessions: Recent::new(db.watch(&["session", "person"])),
            tokens: Recent::new(db.watch(&["api_token", "person"])),
        })
    }
}

impl Authenticate for Web {
    fn session<'a>(&'a self, app: &'a App, ctx: &'a Ctx, cookie: &'a str) -> BoxFut<'a, Result<Option<SignedIn>>> {
        // Whoever is signed in may cause e-mails, such as an invitation.
        mails::set_public_url(&app.settings.public_url);
        Box::pin(async move {
            let (now, digest, lately) = (ctx.now, secret::digest(cookie), Lately::of(app));
            if let Some((signed_in, until)) = lately.sessions.get(&digest, now)
                && now < until
            {
                return Ok(Some(signed_in));
            }
            let (state, cookie) = (lately.sessions.seen(), cookie.to_owned());
            let Some(living) =
                app.db.read(move |c| Box::pin(async move { session::find(c, now, &cookie).await })).await?
            else {
                return Ok(None);
            };
            if living.stale(now) {
                let id = living.signed_in.session;
                let touched = app.db.write(move |c| Box::pin(async move { session::touch(c, now, id).await })).await;
                // A full disk must not keep people from reading.
                if let Err(fault) = touched {
                    tracing::warn!(%fault, "the use of a session was not written down");
                }
            }
            lately.sessions.keep(digest, state, now, (living.signed_in.clone(), living.expires));
            Ok(Some(living.signed_in))
        })
    }

    fn token<'a>(&'a self, app: &'a App, ctx: &'a Ctx, token: &'a str) -> BoxFut<'a, Result<Option<Actor>>> {
        mails::set_public_url(&app.settings.public_url);
        Box::pin(async move {
            let (now, digest, lately) = (ctx.now, secret::digest(token), Lately::of(app));
            if let Some((actor, until)) = lately.tokens.get(&digest, now)
                && until.is_none_or(|until| now < until)
            {
                return Ok(Some(actor));
            }
            let state = lately.tokens.seen();
            let found = app.db.read(move |c| Box::pin(async move { tokens::find(c, now, digest).await })).await?;
            let Some(living) = found else { return Ok(None) };
            if let (true, Actor::Token { id, .. }) = (living.stale, &living.actor) {
                let id = *id;
                let touched = app.db.write(move |c| Box::pin(async move { tokens::touch(c, now, id).await })).await;
                if let Err(fault) = touched {
                    tracing::warn!(%fault, "the use of a token was not written down");
                }
            }
            lately.tokens.keep(digest, state, now, (living.actor.clone(), living.expires));
            Ok(Some(living.actor))
        })
    }

    fn sign_in_page(&self, req: &Req, resume: &Resume) -> Markup {
        pages::sign_in::carrying(req, resume)
    }
}
