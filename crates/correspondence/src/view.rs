//! The talk of a case and its requests, as both sides see them.

use i18n::T;
use jiff::civil::Date;
use kernel::{
    Arg,
    ids::{CaseId, DocumentId},
};
use maud::{Markup, html};
use offices::Desk;
use ui::{
    Button, Card, Confirm, Empty, ErrorSummary, Field, FileItem, FileList, Form, Icon, Message, Section, Stack,
    SummaryList, Tag, Thread, Tone, Width, date, date_time,
};
use web::{
    Fields,
    kept::{self, KeptFile},
};

use crate::{
    MessageView, RequestRow, RequestState, Side,
    files::FILES,
    msg,
    words::{MAX_TEXT, MAX_WHAT},
};

/// The messages of a case. `file` gives the address of a document as this side downloads it.
pub fn thread(t: T, side: Side, messages: &[MessageView], file: &dyn Fn(DocumentId) -> String) -> Markup {
    let lang = t.lang();
    if messages.is_empty() {
        let text = match side {
            Side::Citizen => msg::CORRESPONDENCE_EMPTY_CITIZEN,
            Side::Office => msg::CORRESPONDENCE_EMPTY_OFFICE,
        };
        return html! { (Empty::new(Icon::Message, t.s(msg::CORRESPONDENCE_EMPTY)).text(t.s(text))) };
    }
    let items = messages.iter().map(|m| {
        let row = &m.row;
        let role = match row.side {
            Side::Citizen => t.s(msg::CORRESPONDENCE_ROLE_PARTY),
            Side::Office if row.position.is_empty() => t.s(msg::CORRESPONDENCE_ROLE_OFFICE),
            Side::Office => row.position.clone(),
        };
        let text = match (row.text.is_empty(), row.request) {
            (true, Some(_)) => t.s(msg::CORRESPONDENCE_ANSWER_FILES),
            (true, None) => t.s(msg::CORRESPONDENCE_ONLY_FILES),
            _ => row.text.clone(),
        };
        let mut message = Message::new(row.name.clone(), date_time(lang, row.sent_at.timestamp()), text)
            .role(role)
            .mine(row.side == side)
            .id(format!("message-{}", row.id));
        if !m.files.is_empty() {
            let files = m
                .files
                .iter()
                .map(|f| FileItem::new(f.name.clone()).link(file(f.document)).size(u64::try_from(f.size).unwrap_or(0)));
            message = message.files(FileList::new(lang, files));
        }
        // Only one's own side is told whether the other has read it.
        if row.side == side {
            message = message.status(match row.read_at {
                Some(at) => {
                    t.f(msg::CORRESPONDENCE_READ, &[("when", Arg::from(law::format::short_date_time(at.0, t.law())))])
                }
                None => t.s(msg::CORRESPONDENCE_UNREAD),
            });
        }
        message
    });
    html! { (Thread::new(items)) }
}

fn state_tag(t: T, r: &RequestRow, today: Date) -> Tag {
    if r.overdue(today) {
        return Tag::new(t.s(msg::CORRESPONDENCE_REQUEST_OVERDUE)).tone(Tone::Danger);
    }
    let tone = match r.state {
        RequestState::Open => Tone::Warning,
        RequestState::Answered => Tone::Success,
        RequestState::Closed => Tone::Neutral,
    };
    Tag::new(t.s(r.state.label())).tone(tone)
}

/// The requests of a case, open ones first. `action` gives what a reader can do with an open one: the citizen a link or a
/// form to answer, the office the question whether to close it.
pub fn requests_section(
    t: T,
    side: Side,
    requests: &[RequestRow],
    today: Date,
    action: &dyn Fn(&RequestRow) -> Markup,
) -> Markup {
    if requests.is_empty() {
        return html! {
            @if side == Side::Office {
                p { (t.s(msg::CORRESPONDENCE_NO_REQUESTS)) ". " (t.s(msg::CORRESPONDENCE_NO_REQUESTS_TEXT)) }
            }
        };
    }
    let lang = t.lang();
    let mut sorted: Vec<&RequestRow> = requests.iter().collect();
    sorted.sort_by_key(|r| (r.state != RequestState::Open, r.due, r.id));
    let cards = sorted.into_iter().map(|r| {
        let mut facts =
            SummaryList::new(lang).compact().fact(t.s(msg::CORRESPONDENCE_REQUEST_UNTIL), date(lang, r.due.0)).fact(
                t.s(msg::CORRESPONDENCE_REQUEST_BY),
                html! { span { (r.made_by_name) ", " (date(lang, r.made_at.warsaw_date())) } },
            );
        if r.pauses {
            facts = facts.fact(t.s(msg::CORRESPONDENCE_REQUEST_PAUSES), r.reason.clone());
        }
        if let (Side::Office, Some(at)) = (side, r.read_at) {
            facts = facts.fact(t.s(msg::CORRESPONDENCE_REQUEST_READ), date_time(lang, at.timestamp()));
        }
        if let Some(at) = r.ended_at {
            facts = facts
                .fact(t.s(r.state.label()), html! { span { (r.ended_by) ", " (date_time(lang, at.timestamp())) } });
        }
        if !r.end_reason.is_empty() {
            facts = facts.fact(t.s(msg::CORRESPONDENCE_REQUEST_REASON), r.end_reason.clone());
        }
        let title = r.what.lines().next().unwrap_or_default().chars().take(160).collect::<String>();
        let more = r.what.lines().count() > 1 || r.what.chars().count() > 160;
        Card::new(title)
            .level(3)
            .icon(Icon::Attach)
            .body(html! {
                @if more { @for line in r.what.lines() { p { (line) } } }
                (facts)
            })
            .foot(html! { (state_tag(t, r, today)) @if r.state == RequestState::Open { (action(r)) } })
    });
    html! { (Stack::new(cards)) }
}

/// What a form shows again after a mistake.
#[derive(Debug, Clone, Default)]
pub(crate) struct Again<'f> {
    pub fields: Option<&'f Fields>,
    pub fault: Option<&'f kernel::Fault>,
    pub kept: Vec<KeptFile>,
}

impl Again<'_> {
    pub(crate) fn value(&self, name: &str) -> String {
        self.fields.map(|f| f.get(name).to_owned()).unwrap_or_default()
    }
    pub(crate) fn error(&self, t: T, name: &str) -> Option<String> {
        let field = self.fault?.fields.iter().find(|f| f.field == name)?;
        Some(t.args(field.key, &field.args))
    }
    pub(crate) fn summary(&self, t: T) -> Markup {
        let Some(fault) = self.fault else { return html! {} };
        let mut summary = ErrorSummary::new(t.lang());
        for field in &fault.fields {
            summary = summary.field(&field.field, t.args(field.key, &field.args));
        }
        if fault.fields.is_empty() {
            summary = summary.form(t.fault(fault));
        }
        html! { (summary) }
    }
    /// What was typed into a form that is not there any more, to be copied: the case was settled meanwhile.
    pub(crate) fn lost(&self, t: T, name: &str) -> Markup {
        let text = self.value(name);
        html! {
            (self.summary(t))
            @if !text.trim().is_empty() {
                (Section::new(t.s(msg::CORRESPONDENCE_LOST_TITLE)).text(t.s(msg::CORRESPONDENCE_LOST_TEXT)).boxed().body(html! {
                    div.message-text { (text.trim()) }
                }))
            }
        }
    }
    fn kept_files(&self, t: T) -> Markup {
        if self.kept.is_empty() {
            return html! {};
        }
        let items = self.kept.iter().map(|f| FileItem::new(f.name.clone()).size(f.stored.size));
        html! {
            p { (t.s(msg::CORRESPONDENCE_KEPT_FILES)) }
            (FileList::new(t.lang(), items))
            (kept::hidden(&self.kept))
        }
    }
}

fn accepted() -> String {
    let endings = blob::kinds_for_citizens().flat_map(|k| k.endings.iter().map(|e| format!(".{e}")));
    endings.collect::<Vec<_>>().join(",")
}

/// The form in which an official writes to the party; for the page of the case too.
pub fn office_form(t: T, desk: &Desk, case: CaseId, once: &str) -> Markup {
    office_form_again(t, desk, case, once, &Again::default())
}

pub(crate) fn office_form_again(t: T, desk: &Desk, case: CaseId, once: &str, again: &Again<'_>) -> Markup {
    let lang = t.lang();
    let fields = html! {
        (again.summary(t))
        (Field::textarea(lang, "text", t.s(msg::CORRESPONDENCE_TEXT_TO_PARTY)).required().rows(4)
            .hint(t.s(msg::CORRESPONDENCE_TEXT_TO_PARTY_HINT)).maxlength(u32::try_from(MAX_TEXT).unwrap_or(10_000))
            .value(again.value("text")).error(again.error(t, "text")))
        (Field::file(lang, FILES, t.s(msg::CORRESPONDENCE_FILES)).multiple().accept(accepted())
            .hint(t.s(msg::CORRESPONDENCE_FILES_HINT)).error(again.error(t, FILES))
            .after(again.kept_files(t)))
        (Button::submit(t.s(msg::CORRESPONDENCE_SEND_TO_PARTY)).icon(Icon::Send))
    };
    html! {
        (Form::multipart(desk.path(&format!("/cases/{case}/messages"))).once(once)
            .keep(lang, format!("message-{case}")).body(fields))
    }
}

/// The form in which an official asks the party for something.
pub(crate) fn request_form(t: T, desk: &Desk, case: CaseId, once: &str, today: Date, again: &Again<'_>) -> Markup {
    let lang = t.lang();
    let soonest = today.tomorrow().unwrap_or(today);
    // The usual reason stands there until another is typed.
    let reason =
        if again.fields.is_some() { again.value("reason") } else { t.s(msg::CORRESPONDENCE_PAUSE_REASON_USUAL) };
    html! {
        (again.summary(t))
        (Form::post(desk.path(&format!("/cases/{case}/requests"))).once(once).keep(lang, format!("request-{case}"))
            .body(html! {
                (Field::textarea(lang, "what", t.s(msg::CORRESPONDENCE_WHAT)).required().rows(4)
                    .hint(t.s(msg::CORRESPONDENCE_WHAT_HINT)).maxlength(u32::try_from(MAX_WHAT).unwrap_or(2_000))
                    .value(again.value("what")).error(again.error(t, "what")))
                (Field::date(lang, "due", t.s(msg::CORRESPONDENCE_DUE)).required().min(soonest).width(Width::W12)
                    .hint(t.s(msg::CORRESPONDENCE_DUE_HINT)).value(again.value("due")).error(again.error(t, "due")))
                (Field::checkbox(lang, "pause", t.s(msg::CORRESPONDENCE_PAUSE)).value(again.value("pause")))
                (Field::textarea(lang, "reason", t.s(msg::CORRESPONDENCE_PAUSE_REASON)).required().rows(3).when("pause", "on")
                    .hint(t.s(msg::CORRESPONDENCE_PAUSE_HINT)).value(reason).error(again.error(t, "reason")))
                (Button::submit(t.s(msg::CORRESPONDENCE_ASK)).icon(Icon::Send))
            }))
    }
}

/// What an official can do with an open request: close it, asked once, with a reason.
pub(crate) fn close_question(t: T, desk: &Desk, r: &RequestRow, again: &Again<'_>) -> Markup {
    let lang = t.lang();
    let form = Form::post(desk.path(&format!("/cases/{}/requests/{}/close", r.case, r.id))).body(html! {
        (Field::textarea(lang, "reason", t.s(msg::CORRESPONDENCE_CLOSE_REASON)).required().rows(2)
            .id(format!("close-{}", r.id)).value(again.value("reason")).error(again.error(t, "reason")))
        (Button::submit(t.s(msg::CORRESPONDENCE_CLOSE)))
    });
    html! {
        (Confirm::new(lang, format!("close-request-{}", r.id), t.s(msg::CORRESPONDENCE_CLOSE_OPEN), t.s(msg::CORRESPONDENCE_CLOSE_TITLE), form)
            .text(t.s(msg::CORRESPONDENCE_CLOSE_TEXT)).calm().small())
    }
}
