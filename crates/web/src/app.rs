//! The state all handlers share.

use std::{future::Future, ops::Deref, pin::Pin, sync::Arc};

use db::Db;
use kernel::{Actor, Clock, Ctx, Entropy, Lang, Result, ids::PersonId, ids::SessionId};
use maud::Markup;

use crate::Req;

/// A boxed future.
pub type BoxFut<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What the installation was told.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The address people reach the installation at, without a slash at the end: `https://urzad.example.pl`.
    pub public_url: String,
    /// The largest file a person may send, in bytes.
    pub max_upload: u64,
    /// Whether this is the demonstration, with its accounts shown on the sign-in page.
    pub demo: bool,
    /// Addresses of proxies whose `X-Forwarded-For` is believed.
    pub trust_proxy: bool,
}

impl Settings {
    /// Whether people reach the installation by HTTPS, so that cookies are sent by HTTPS only.
    pub fn secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// A person signed in.
#[derive(Debug, Clone, PartialEq)]
pub struct SignedIn {
    /// Who.
    pub person: PersonId,
    /// The session.
    pub session: SessionId,
    /// Name as shown.
    pub name: String,
    /// The checked address.
    pub email: String,
    /// Whether the person runs the installation.
    pub operator: bool,
    /// The language chosen in the account.
    pub lang: Lang,
}

/// A form sent without a valid session: where it was going and what it carried, so that signing in loses nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Resume {
    /// The path it was sent to.
    pub path: String,
    /// Its fields, form-encoded.
    pub body: String,
}

/// How the web learns who is asking. The subject `identity` is the one implementation.
pub trait Authenticate: Send + Sync {
    /// The person of a session cookie, if the session lives.
    fn session<'a>(&'a self, app: &'a App, ctx: &'a Ctx, cookie: &'a str) -> BoxFut<'a, Result<Option<SignedIn>>>;
    /// The actor of an API token.
    fn token<'a>(&'a self, app: &'a App, ctx: &'a Ctx, token: &'a str) -> BoxFut<'a, Result<Option<Actor>>>;
    /// The sign-in page that carries a form and brings it back afterwards.
    fn sign_in_page(&self, req: &Req, resume: &Resume) -> Markup;
}

/// What an [`App`] is made of.
pub struct Parts {
    /// The database.
    pub db: Db,
    /// The objects (files).
    pub blobs: blob::Store,
    /// Makes PDF documents.
    pub pdf: pdf::Renderer,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The source of randomness.
    pub entropy: Arc<dyn Entropy>,
    /// What the installation was told.
    pub settings: Settings,
    /// Who tells persons from cookies and tokens.
    pub auth: Box<dyn Authenticate>,
}

/// The state all handlers share. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Parts>);

impl App {
    /// Puts the parts together.
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }
    /// A context of the program itself, beginning now.
    pub fn system_ctx(&self) -> Ctx {
        Ctx::system(Arc::clone(&self.clock), Arc::clone(&self.entropy))
    }
    /// A context of somebody, beginning now.
    pub fn ctx(&self, actor: Actor, lang: Lang) -> Ctx {
        Ctx::new(actor, lang, Arc::clone(&self.clock), Arc::clone(&self.entropy))
    }
    /// The full address of a path.
    pub fn url(&self, path: impl std::fmt::Display) -> String {
        format!("{}{path}", self.settings.public_url)
    }
}

impl Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}
