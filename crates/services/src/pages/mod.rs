//! Screens, one a file.

pub mod admin_form;
pub mod admin_form_json;
pub mod admin_list;
pub mod admin_service;
pub mod apply;
mod condition;
pub mod confirm;
mod field;
pub mod list;
pub mod receipt;
mod rodo;
pub mod service;
pub mod step;
pub mod summary;

use axum::http::{HeaderMap, header};
use kernel::{Fault, Lang, Result, ids::DraftId};
use maud::{Markup, html};
use web::{Redirect, Req};

use crate::draft::Holder;

/// The cookie with the secrets of a stranger's drafts, divided by dots.
const COOKIE: &str = "szpon_drafts";
/// The most drafts a browser keeps open.
const MOST: usize = 12;

/// The secrets in the cookie, the newest first.
fn secrets(headers: &HeaderMap) -> Vec<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|v| v.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(name, value)| (name == COOKIE).then_some(value))
        .into_iter()
        .flat_map(|v| v.split('.'))
        .filter(|s| {
            (20..=64).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
        })
        .take(MOST)
        .map(str::to_owned)
        .collect()
}

/// Who asks for a draft.
fn holder(req: &Req, headers: &HeaderMap) -> Holder {
    Holder { person: req.signed_in.as_ref().map(|s| s.person), secrets: secrets(headers) }
}

/// Keeps a draft's secret in this browser.
fn remember(redirect: Redirect, headers: &HeaderMap, secret: &str) -> Redirect {
    let mut all = vec![secret.to_owned()];
    all.extend(secrets(headers).into_iter().filter(|s| s != secret));
    all.truncate(MOST);
    redirect.cookie(COOKIE, &all.join("."), crate::draft::KEPT_DAYS * 86_400)
}

/// A Polish text on a page of any language, marked for screen readers.
fn polish(lang: Lang, text: &str) -> Markup {
    html! { @if lang == Lang::Pl { (text) } @else { span lang="pl" { (text) } } }
}

/// A text of a service in the reader's language, marked as Polish when it is.
fn marked(lang: Lang, shown: &str, pl: &str) -> Markup {
    html! { @if lang != Lang::Pl && shown == pl { span lang="pl" { (shown) } } @else { (shown) } }
}

/// The address of a page of a draft.
fn draft_path(office: &str, draft: DraftId, rest: &str) -> String {
    format!("/o/{office}/apply/{draft}/{rest}")
}

/// A PDF, rendered now.
async fn pdf(req: &Req, document: pdf::Document, at: kernel::Micros) -> Result<Vec<u8>> {
    let rendered = req.app.pdf.render(document, at.warsaw_date()).await;
    rendered.map(|r| r.bytes).map_err(|e| match e {
        pdf::PdfError::Busy => Fault::unavailable(e),
        other => Fault::internal(other),
    })
}
