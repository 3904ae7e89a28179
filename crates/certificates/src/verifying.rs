//! Verifying any credential: the engine says what it needs, what is ours is answered here, the rest is fetched by whom the
//! program registered, with its guards against requests into our own network.

use std::sync::OnceLock;

use badges::{Known, Report, verify};
use identity::throttle::{self, What};
use kernel::{Ctx, Fault, FaultKind, Result};
use web::{App, BoxFut};

use crate::{keys, status};

/// Fetches a document of a stranger: `None` when the address may not be called, does not answer, or answers more than
/// 4 MiB.
pub type Fetch = fn(String) -> BoxFut<'static, Option<Vec<u8>>>;

static FETCH: OnceLock<Fetch> = OnceLock::new();

/// Registers, once, who fetches keys and status lists of other issuers. Without it they count as not to be had.
pub fn fetch_with(fetch: Fetch) {
    let _ = FETCH.set(fetch);
}

/// After so many rounds no more is fetched: key, list and the list's key take three.
const ROUNDS: usize = 5;

/// What a verification found.
#[derive(Debug, Clone, PartialEq)]
pub struct Verified {
    /// The engine's report.
    pub report: Report,
    /// The code of the certificate, when one of this installation claims to be it.
    pub code: Option<String>,
    /// Whether anything was asked of other machines.
    pub abroad: bool,
}

/// Verifies a token, JSON, or a PNG or SVG picture with either in it.
///
/// # Errors
/// `TooMany` when one network address has too many strangers' addresses called; those of the database.
pub async fn check(app: &App, ctx: &Ctx, input: &[u8]) -> Result<Verified> {
    let mut known = Known::at(ctx.now);
    // Only on a machine for trials, which itself stands at such an address.
    known.allow_http = !app.settings.secure();
    let mut report = verify(input, &known);
    let mut abroad = false;
    for _ in 0..ROUNDS {
        let needs: Vec<String> = report.needs().iter().map(|need| need.url().to_owned()).collect();
        if needs.is_empty() {
            break;
        }
        for url in needs {
            let body = match own_path(app, &url) {
                Some(path) => own(app, ctx, &path).await?,
                None => {
                    if !abroad {
                        admit(app, ctx).await?;
                        abroad = true;
                    }
                    match FETCH.get() {
                        Some(fetch) => fetch(url.clone()).await,
                        None => None,
                    }
                }
            };
            match body {
                Some(body) => known.fetched.insert(&url, body),
                None => known.fetched.missing(&url),
            }
        }
        report = verify(input, &known);
    }
    let id = report.summary.as_ref().map(|s| s.id.clone()).unwrap_or_default();
    let code = own_path(app, &id).and_then(|path| path.strip_prefix("/c/").and_then(crate::code::read));
    Ok(Verified { report, code, abroad })
}

async fn admit(app: &App, ctx: &Ctx) -> Result<()> {
    let ctx = ctx.clone();
    app.db
        .write(move |c| {
            let ctx = ctx.clone();
            Box::pin(async move {
                match &ctx.remote {
                    Some(remote) => throttle::charge(c, &ctx, What::Fetch(remote)).await,
                    None => Ok(()),
                }
            })
        })
        .await
}

/// The path of an address of this installation.
fn own_path(app: &App, url: &str) -> Option<String> {
    let rest = url.strip_prefix(&app.settings.public_url)?;
    let path = rest.split(['#', '?']).next().unwrap_or_default();
    path.starts_with('/').then(|| path.to_owned())
}

/// What an address of this installation answers, without calling ourselves.
async fn own(app: &App, ctx: &Ctx, path: &str) -> Result<Option<Vec<u8>>> {
    let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    let ["badges", slug, rest @ ..] = parts.as_slice() else { return Ok(None) };
    let slug = (*slug).to_owned();
    let found = app.db.read(move |c| Box::pin(async move { offices::by_slug(c, &slug).await })).await?;
    let Some(office) = found else { return Ok(None) };
    let id = office.id;
    let answer = match rest {
        ["keys"] => {
            let rows = app.db.read(move |c| Box::pin(async move { keys::keys(c, id).await })).await?;
            serde_json::to_vec(&keys::set(app, &office.slug, &rows)).map_err(Fault::internal)
        }
        ["keys", short] => {
            let short = (*short).to_owned();
            let row = app.db.read(move |c| Box::pin(async move { keys::key(c, id, &short).await })).await;
            row.and_then(|row| keys::published(app, &office.slug, &row))
        }
        ["status", number] => {
            let number = number.parse().unwrap_or(0);
            status::status_list(app, ctx, &office, number).await.map(String::into_bytes)
        }
        _ => return Ok(None),
    };
    match answer {
        Ok(body) => Ok(Some(body)),
        Err(fault) if fault.kind == FaultKind::NotFound => Ok(None),
        Err(fault) => Err(fault),
    }
}
