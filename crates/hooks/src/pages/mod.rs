//! The screens, one a file, and what they share.

pub(crate) mod act;
pub(crate) mod hook;
pub(crate) mod index;

use axum::{
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use i18n::T;
use kernel::{Fault, FaultKind, Result};
use maud::{Markup, Render as _, html};
use offices::{Desk, Role, desk};
use ui::{Choice, ErrorSummary, Field, Tag, Tone};
use web::{FormData, Problem, Req};

use crate::{Hook, msg};

/// The desk of the office's administrator.
pub(crate) async fn enter(req: &Req, office: &str) -> Result<Desk> {
    desk(req, office, Some(Role::Administrator)).await
}

/// A form, looked at only after it is known that the sender may send one.
pub(crate) type Sent = Result<FormData, Problem>;

/// What was typed and what is wrong with it.
#[derive(Default)]
pub(crate) struct Typed<'a> {
    pub(crate) url: &'a str,
    /// Kinds of events, one a line.
    pub(crate) events: String,
    pub(crate) fault: Option<&'a Fault>,
}

/// What can be chosen without knowing the names of events; others are written by hand.
const KNOWN: [(&str, &str); 9] = [
    ("case.*", msg::HOOKS_EVENT_CASE),
    ("case.opened", msg::HOOKS_EVENT_OPENED),
    ("case.assigned", msg::HOOKS_EVENT_ASSIGNED),
    ("case.message", msg::HOOKS_EVENT_MESSAGE),
    ("case.requested", msg::HOOKS_EVENT_REQUESTED),
    ("case.letter.sent", msg::HOOKS_EVENT_LETTER),
    ("case.settled", msg::HOOKS_EVENT_SETTLED),
    ("submission.sent", msg::HOOKS_EVENT_SUBMISSION),
    ("*", msg::HOOKS_EVENT_ALL),
];

/// The events of a form: those ticked and those written by hand.
pub(crate) fn events(form: &FormData) -> Vec<String> {
    let kinds = form.all("events").flat_map(|text| text.split([',', ' ', '\n', '\r']));
    kinds.filter(|kind| !kind.is_empty()).map(str::to_owned).collect()
}

/// The words for a kind of event; one without words stands as it is.
pub(crate) fn event_name(t: T, kind: &str) -> String {
    KNOWN.iter().find(|(known, _)| *known == kind).map_or_else(|| kind.to_owned(), |(_, key)| t.s(key))
}

/// The summary of what is wrong, and the fields of a hook.
pub(crate) fn fields(t: T, typed: &Typed<'_>) -> Markup {
    let lang = t.lang();
    let at = |field: &str| {
        let found = typed.fault?.fields.iter().find(|f| f.field == field)?;
        Some(t.args(found.key, &found.args))
    };
    html! {
        (Field::text(lang, "url", t.s(msg::HOOKS_URL)).hint(t.s(msg::HOOKS_URL_HINT)).value(typed.url).required()
            .inputmode("url").spellcheck(false).maxlength(2000).error(at("url")))
        @let (known, other): (Vec<&str>, Vec<&str>) = typed.events.split_whitespace().partition(|kind| KNOWN.iter().any(|(k, _)| k == kind));
        (Field::checkboxes(lang, "events", t.s(msg::HOOKS_EVENTS))
            .choices(KNOWN.iter().map(|(kind, key)| Choice::new(*kind, t.s(key)).hint(html! { code { (kind) } })))
            .values(known).required().error(at("events")))
        (Field::textarea(lang, "events", t.s(msg::HOOKS_EVENTS_OTHER)).id("f-events-other").hint(t.s(msg::HOOKS_EVENTS_HINT))
            .value(other.join("\n")).rows(2).spellcheck(false))
    }
}

/// The summary above a form; nothing when all is well.
pub(crate) fn summary(t: T, fault: Option<&Fault>) -> Markup {
    let mut summary = ErrorSummary::new(t.lang());
    if let Some(fault) = fault {
        if fault.fields.is_empty() {
            summary = summary.form(t.fault(fault));
        }
        for field in &fault.fields {
            summary = summary.field(&field.field, t.args(field.key, &field.args));
        }
    }
    summary.render()
}

/// The fault, when the form can be shown again with it; else it goes on as a page of its own.
pub(crate) fn retry(fault: Fault) -> Result<Fault, Problem> {
    if matches!(fault.kind, FaultKind::Invalid | FaultKind::Conflict) { Ok(fault) } else { Err(Problem(fault)) }
}

/// A form shown again.
pub(crate) fn again(fault: &Fault, page: Markup) -> Response {
    let status =
        if fault.kind == FaultKind::Conflict { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    (status, page).into_response()
}

/// Whether a hook is on, as a tag.
pub(crate) fn on_off(t: T, hook: &Hook) -> Markup {
    let tag = if hook.active {
        Tag::new(t.s(msg::HOOKS_ON)).tone(Tone::Success)
    } else {
        Tag::new(t.s(msg::HOOKS_OFF)).tone(if hook.disabled_reason.is_some() { Tone::Danger } else { Tone::Neutral })
    };
    tag.dot().render()
}
