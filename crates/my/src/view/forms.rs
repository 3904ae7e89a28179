//! The two forms of a party: a message, and the answer to a request. Both take text and files.

use i18n::T;
use kernel::{Fault, ids::RequestId};
use maud::{Markup, Render as _, html};
use ui::{Button, ErrorSummary, Field, FileItem, FileList, Form, Icon, Section};
use web::{
    Req,
    kept::{self, KeptFile},
};

use crate::{access::Way, msg};

/// Which form it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    /// A message to the office.
    Message,
    /// The answer to this request.
    Answer(RequestId),
}

impl Which {
    /// The beginning of the ids of its fields, so that several forms stand on one page.
    fn prefix(self) -> String {
        match self {
            Which::Message => "message".into(),
            Which::Answer(id) => format!("answer-{id}"),
        }
    }
    fn action(self, way: &Way) -> String {
        match self {
            Which::Message => way.path("messages"),
            Which::Answer(id) => way.path(format_args!("requests/{id}")),
        }
    }
}

/// A form that was sent and could not be taken: what was typed, the files kept, and what is wrong.
#[derive(Debug, Clone)]
pub(crate) struct Tried {
    pub which: Which,
    pub text: String,
    pub once: String,
    pub files: Vec<KeptFile>,
    pub fault: Fault,
}

fn error(t: T, tried: Option<&Tried>, field: &str) -> Option<String> {
    let found = tried?.fault.fields.iter().find(|f| f.field == field)?;
    Some(t.args(found.key, &found.args))
}

/// A name that no other form on the page has.
fn name(which: Which, field: &str) -> String {
    format!("{}-{field}", which.prefix())
}

fn id(which: Which, field: &str) -> String {
    Field::id_of(&name(which, field))
}

/// The summary of what is wrong, for the top of the page.
pub(crate) fn summary(t: T, tried: Option<&Tried>) -> Markup {
    let Some(tried) = tried else { return html! {} };
    let mut summary = ErrorSummary::new(t.lang());
    if tried.fault.fields.is_empty() {
        summary = summary.form(t.fault(&tried.fault));
    }
    for fault in &tried.fault.fields {
        summary = summary.field(&name(tried.which, &fault.field), t.args(fault.key, &fault.args));
    }
    summary.render()
}

/// The form.
pub(crate) fn form(req: &Req, way: &Way, which: Which, tried: Option<&Tried>) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let tried = tried.filter(|tried| tried.which == which);
    let (label, button, hint) = match which {
        Which::Message => (msg::MY_WRITE_LABEL, msg::MY_WRITE_SEND, msg::MY_WRITE_HINT),
        Which::Answer(_) => (msg::MY_ANSWER_LABEL, msg::MY_ANSWER_SEND, msg::MY_ANSWER_HINT),
    };
    let kept = tried.map(|tried| tried.files.as_slice()).unwrap_or_default();
    let once = tried.map_or_else(|| req.once(), |tried| tried.once.clone());
    let endings: Vec<String> =
        blob::kinds_for_citizens().flat_map(|k| k.endings.iter().map(|e| format!(".{e}"))).collect();
    // Whole megabytes, as the office set them: 50 MB, not 52,4 MB.
    let limit = format!("{} MB", req.app.settings.max_upload >> 20);
    let form = Form::multipart(which.action(way))
        .label(t.s(button))
        .once(once)
        .keep(lang, format!("{}-{}", way.base(), which.prefix()));
    let form = form.body(html! {
        (kept::hidden(kept))
        (Field::textarea(lang, "text", t.s(label))
            .id(id(which, "text"))
            .hint(t.s(hint))
            .value(tried.map(|tried| tried.text.clone()).unwrap_or_default())
            .error(error(t, tried, "text"))
            .maxlength(10_000)
            .rows(5))
        @if !kept.is_empty() {
            p { (t.s(msg::MY_FILES_KEPT)) }
            (FileList::new(lang, kept.iter().map(|f| FileItem::new(f.name.clone()).size(f.stored.size))))
        }
        (Field::file(lang, "files", t.s(msg::MY_FILES_LABEL))
            .id(id(which, "files"))
            .hint(t.f(msg::MY_FILES_HINT, &[("limit", limit.into())]))
            .error(error(t, tried, "files"))
            .accept(endings.join(","))
            .multiple())
        (Button::submit(t.s(button)).icon(Icon::Send))
    });
    html! { (form) }
}

/// What was typed, when no form can take it any more: to be copied. Nothing when nothing was typed.
pub(crate) fn lost_text(t: T, typed: Option<&str>) -> Markup {
    let typed = typed.map(str::trim).filter(|text| !text.is_empty());
    html! {
        @if let Some(text) = typed {
            (Section::new(t.s(msg::MY_LOST_TITLE)).text(t.s(msg::MY_LOST_TEXT)).boxed().body(html! {
                div.message-text { (text) }
            }))
        }
    }
}
