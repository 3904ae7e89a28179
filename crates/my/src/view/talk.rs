//! Messages, and what the office asks for.

use correspondence::{RequestState, Side};
use kernel::ids::DocumentId;
use maud::{Markup, html};
use ui::{KeyDate, Notice, Reveal, Section, Tag, Tone};
use web::Req;

use super::forms::{self, Tried, Which};
use crate::{
    file::CaseFile,
    msg,
    words::{at, with_day},
};

/// What the office waits for, each with the form that answers it: the first thing on the page.
pub(crate) fn asked(req: &Req, file: &CaseFile, tried: Option<&Tried>) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let today = req.ctx.now.warsaw_date();
    html! {
        @for request in file.open_requests() {
            @let late = request.overdue(today);
            (Section::new(t.s(msg::MY_ASKED_TITLE)).id(format!("request-{}", request.id)).boxed().body(html! {
                p { (KeyDate::new(t.s(msg::MY_ASKED_UNTIL), ui::date(lang, request.due.0))
                    .tone(if late { Tone::Danger } else { Tone::Warning })) }
                div.message-text { (request.what) }
                @if late { (Notice::warning(with_day(t, msg::MY_ASKED_LATE, request.due.0))) }
                @if request.pauses { p.hint { (t.s(msg::MY_ASKED_PAUSES)) } }
                (forms::form(req, &file.access.way, Which::Answer(request.id), tried))
            }))
        }
    }
}

/// Requests that were answered or are needed no more.
pub(crate) fn ended(req: &Req, file: &CaseFile) -> Markup {
    let t = req.t;
    let rows: Vec<_> = file.requests.iter().filter(|r| r.state != RequestState::Open).collect();
    html! {
        @if !rows.is_empty() {
            (Section::new(t.s(msg::MY_ENDED_TITLE)).minor().body(html! {
                @for r in rows {
                    div.stack {
                        div.message-text { (r.what) }
                        @let (key, tone) = match r.state {
                            RequestState::Answered => (msg::MY_ENDED_ANSWERED, Tone::Success),
                            RequestState::Open | RequestState::Closed => (msg::MY_ENDED_CLOSED, Tone::Neutral),
                        };
                        p { (Tag::new(t.s(key)).tone(tone)) @if let Some(ended) = r.ended_at { " " (at(t, ended)) } }
                        @if !r.end_reason.is_empty() { p { (r.end_reason) } }
                    }
                }
            }))
        }
    }
}

/// The talk with the office, and the form to write.
pub(crate) fn section(req: &Req, file: &CaseFile, tried: Option<&Tried>) -> Markup {
    let t = req.t;
    let link = |document: DocumentId| file.access.way.path(format_args!("documents/{document}"));
    let section = Section::new(t.s(msg::MY_TALK_TITLE)).id("messages").body(html! {
        @let frozen = file.case.case.frozen();
        @if !file.messages.is_empty() { (correspondence::thread(t, Side::Citizen, &file.messages, &link)) }
        (ended(req, file))
        @if frozen {
            (Notice::info(t.s(msg::MY_TALK_CLOSED)))
            (forms::lost_text(t, tried.map(|tried| tried.text.as_str())))
        } @else {
            @let here = tried.is_some_and(|tried| tried.which == Which::Message);
            @if file.messages.is_empty() { p.hint { (t.s(msg::MY_TALK_NONE)) } }
            (Reveal::new(t.s(msg::MY_WRITE_TITLE), forms::form(req, &file.access.way, Which::Message, tried))
                .boxed().open(here || !file.messages.is_empty()))
        }
    });
    html! { (section) }
}
