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
use ui::{ErrorSummary, Field, Tag, Tone};
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
    pub(crate) events: &'a str,
    pub(crate) fault: Option<&'a Fault>,
}

/// The events of a form, one a line.
pub(crate) fn events(form: &FormData) -> Vec<String> {
    form.get("events").split([',', ' ', '\n', '\r']).map(str::to_owned).collect()
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
        (Field::textarea(lang, "events", t.s(msg::HOOKS_EVENTS)).hint(t.s(msg::HOOKS_EVENTS_HINT)).value(typed.events)
            .required().rows(3).spellcheck(false).error(at("events")))
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
