//! How the web learns who is asking.

use kernel::{Actor, Ctx, Result};
use maud::Markup;
use web::{App, Authenticate, BoxFut, Req, Resume, SignedIn};

use crate::{mails, pages, session, tokens};

/// Tells persons from cookies and tokens, for [`web::Parts::auth`].
#[derive(Debug, Clone, Copy, Default)]
pub struct Web;

impl Authenticate for Web {
    fn session<'a>(&'a self, app: &'a App, ctx: &'a Ctx, cookie: &'a str) -> BoxFut<'a, Result<Option<SignedIn>>> {
        // Whoever is signed in may cause e-mails, such as an invitation.
        mails::set_public_url(&app.settings.public_url);
        Box::pin(async move {
            let (now, cookie) = (ctx.now, cookie.to_owned());
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
            Ok(Some(living.signed_in))
        })
    }

    fn token<'a>(&'a self, app: &'a App, ctx: &'a Ctx, token: &'a str) -> BoxFut<'a, Result<Option<Actor>>> {
        mails::set_public_url(&app.settings.public_url);
        Box::pin(async move {
            let (now, given) = (ctx.now, token.to_owned());
            let found = app.db.read(move |c| Box::pin(async move { tokens::find(c, now, &given).await })).await?;
            let Some((actor, stale)) = found else { return Ok(None) };
            if let (true, Actor::Token { id, .. }) = (stale, &actor) {
                let id = *id;
                let touched = app.db.write(move |c| Box::pin(async move { tokens::touch(c, now, id).await })).await;
                if let Err(fault) = touched {
                    tracing::warn!(%fault, "the use of a token was not written down");
                }
            }
            Ok(Some(actor))
        })
    }

    fn sign_in_page(&self, req: &Req, resume: &Resume) -> Markup {
        pages::sign_in::carrying(req, resume)
    }
}
