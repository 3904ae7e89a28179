//! A form sent while something was away: what was typed stays on the page that says so, ready to be sent again.

use std::{
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    body::{Body, BodyDataStream, Bytes},
    extract::{FromRequest as _, Request},
};
use futures::Stream;
use http::{Method, request::Parts};
use kernel::{Fault, FaultKind};
use maud::{Markup, Render as _};
use ui::{Button, Form};

use crate::{App, FormData, Req, form::Sent, msg};

/// The form to send again; nothing for what cannot be sent again as it was: files, passwords, and what may have been done
/// all the same.
pub(crate) fn form(req: &Req, asked: &Parts, fault: &Fault, sent: Option<&Sent>) -> Option<Markup> {
    let sent = sent.filter(|s| is_undone(fault) && asked.method == Method::POST && !s.files)?;
    let fields: Vec<(String, String)> = serde_urlencoded::from_str(&sent.fields).ok()?;
    if fields.is_empty() || fields.iter().any(|(name, _)| name.contains("password") || name == "code") {
        return None;
    }
    let again = fields.into_iter().fold(Form::post(&req.path), |form, (name, value)| form.hidden(name, value));
    Some(again.body(Button::submit(req.t.s(msg::FAULT_PAGE_AGAIN))).render())
}

/// The body of a request, held by whoever answers and by the layer around: when the handler never came to read it, because
/// nobody could say who asks, the layer still can.
#[derive(Clone)]
pub(crate) struct Shared(Arc<Mutex<BodyDataStream>>);

impl Stream for Shared {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut body = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Pin::new(&mut *body).poll_next(context)
    }
}

/// The body for the handler, and the same for the layer when it may be a form's.
pub(crate) fn shared(asked: &Parts, body: Body) -> (Body, Option<Shared>) {
    if asked.method != Method::POST || asked.uri.path().starts_with("/api/") {
        return (body, None);
    }
    let shared = Shared(Arc::new(Mutex::new(body.into_data_stream())));
    (Body::from_stream(shared.clone()), Some(shared))
}

/// How long the rest of a form may take to come when it can only be given back.
const PATIENCE: Duration = Duration::from_secs(5);

/// The form, when nobody has read it.
pub(crate) async fn unread(app: &App, asked: &Parts, fault: &Fault, rest: Option<Shared>) -> Option<Sent> {
    let rest = rest.filter(|_| is_undone(fault))?;
    let request = Request::from_parts(asked.clone(), Body::from_stream(rest));
    let form = tokio::time::timeout(PATIENCE, FormData::from_request(request, app)).await.ok()?;
    form.ok().map(|form| Sent::of(&form))
}

/// Whether it is sure that nothing was done, and that trying again is right.
fn is_undone(fault: &Fault) -> bool {
    fault.kind == FaultKind::Unavailable && fault.key == "fault-unavailable"
}
