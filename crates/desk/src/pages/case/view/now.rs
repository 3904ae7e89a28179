//! What to do now: the next steps that the state of the case calls for, the most pressing first.

use correspondence::{RequestState, Side};
use law::term::State as TermState;
use maud::{Markup, html};
use offices::{Desk, Role};
use ui::{Button, ButtonGroup, Icon, Notice, Tone};
use web::Req;

use super::works;
use crate::{
    msg,
    pages::case::{
        hand::HandPath,
        settle::{ReopenPath, SettlePath},
        show::Whole,
        term::TermPath,
    },
    show::case_path,
};

/// A step: how it sounds, what it says, the buttons that lead to it, the likelier first.
struct Step {
    tone: Tone,
    text: String,
    actions: Vec<Button>,
}

/// The steps as notices.
pub(super) fn view(req: &Req, desk: &Desk, w: &Whole) -> Markup {
    let t = req.t;
    if w.overview.case.frozen() {
        return frozen(req, desk, w);
    }
    if !works(desk) {
        return html! {};
    }
    let steps = steps(req, desk, w);
    html! {
        @for (n, step) in steps.into_iter().enumerate() {
            @let notice = match step.tone {
                Tone::Danger => Notice::danger(step.text),
                Tone::Warning => Notice::warning(step.text),
                _ => Notice::info(step.text),
            };
            @let notice = if n == 0 { notice.title(t.s(msg::DESK_NOW)) } else { notice };
            @if step.actions.is_empty() { (notice) } @else {
                // The most pressing thing is the page's main one.
                (notice.action(step.actions.into_iter().enumerate().fold(ButtonGroup::new(), |group, (i, button)| {
                    group.add(if n == 0 && i == 0 { button.small() } else { button.small().secondary() })
                })))
            }
        }
    }
}

fn frozen(req: &Req, desk: &Desk, w: &Whole) -> Markup {
    let (t, case) = (req.t, &w.overview.case);
    let outcome = case.outcome.map(|o| t.s(o.label())).unwrap_or_default();
    let notice = Notice::success(html! {
        p {
            @if let Some(at) = case.settled { (ui::date_time(t.lang(), at.timestamp())) ". " }
            (outcome) ". " (t.s(msg::DESK_FROZEN))
        }
        @if let Some(year) = case.disposal_year() { p { (t.f(msg::DESK_KEPT_UNTIL, &[("year", (year - 1).to_string().into())])) } }
    })
    .title(t.s(msg::DESK_SETTLED_TITLE));
    if desk.may(Role::Superior) {
        let reopen = Button::link(t.s(msg::DESK_REOPEN), ReopenPath::of(desk, case.id).to_string());
        return html! { (notice.action(ButtonGroup::new().add(reopen.small().quiet()))) };
    }
    html! { (notice) }
}

fn steps(req: &Req, desk: &Desk, w: &Whole) -> Vec<Step> {
    let (t, o) = (req.t, &w.overview);
    let (case, today) = (&o.case, req.ctx.now.warsaw_date());
    let mut steps = Vec::new();
    let mut add = |tone, text: String, action: Option<Button>| {
        steps.push(Step { tone, text, actions: action.into_iter().collect() });
    };
    if let Some(TermState::Overdue { by }) = o.term {
        let to = Button::link(t.s(msg::DESK_EXTEND), TermPath::of(desk, case.id).to_string()).icon(Icon::Clock);
        add(Tone::Danger, t.f(msg::DESK_NOW_OVERDUE, &[("n", by.into())]), Some(to));
    }
    if case.handler.is_none() {
        let to = Button::link(t.s(msg::DESK_HAND), HandPath::of(desk, case.id).to_string()).icon(Icon::ArrowRight);
        add(Tone::Warning, t.s(msg::DESK_NOW_NOBODY), Some(to));
    }
    let unread = w.messages.iter().filter(|m| m.row.side == Side::Citizen && m.row.read_at.is_none()).count();
    if unread > 0 {
        let to = Button::link(t.s(msg::DESK_NOW_READ), "#messages").icon(Icon::Message);
        add(Tone::Info, t.f(msg::DESK_UNREAD, &[("n", unread.into())]), Some(to));
    }
    for request in w.requests.iter().filter(|r| r.overdue(today)) {
        add(Tone::Warning, t.f(msg::DESK_NOW_REQUEST_OVERDUE, &[("what", request.what.as_str().into())]), None);
    }
    for letter in &w.letters {
        let (key, label) = match letter.state {
            letters::State::Draft => (msg::DESK_NOW_DRAFT, msg::DESK_NOW_DRAFT_DO),
            letters::State::Returned => (msg::DESK_NOW_RETURNED, msg::DESK_NOW_DRAFT_DO),
            letters::State::Waiting => (msg::DESK_NOW_WAITING, msg::DESK_NOW_LOOK),
            letters::State::Approved => (msg::DESK_NOW_APPROVED, msg::DESK_NOW_SEND),
            letters::State::Sent | letters::State::Withdrawn => continue,
        };
        let to = Button::link(t.s(label), desk.path(&format!("/letters/{}", letter.id))).icon(Icon::Document);
        let tone = if letter.state == letters::State::Returned { Tone::Warning } else { Tone::Info };
        add(tone, t.f(key, &[("title", letter.title.as_str().into())]), Some(to));
    }
    if !steps.is_empty() {
        return steps;
    }
    let asked = w.requests.iter().any(|r| r.state == RequestState::Open);
    let sent = w.letters.iter().any(|l| l.state == letters::State::Sent);
    let (text, actions) = if asked {
        (msg::DESK_NOW_ASKED, Vec::new())
    } else if sent {
        let to = Button::link(t.s(msg::DESK_SETTLE), SettlePath::of(desk, case.id).to_string()).icon(Icon::Check);
        (msg::DESK_NOW_SETTLE, vec![to])
    } else {
        let here = case_path(desk, case.id);
        let letter = Button::link(t.s(msg::DESK_LETTER_NEW), format!("{here}/letters/new")).icon(Icon::Document);
        let ask = Button::link(t.s(msg::DESK_REQUEST_ASK), format!("{here}/requests")).icon(Icon::Message);
        // Both are an official's work.
        (msg::DESK_NOW_START, if desk.may(Role::Official) { vec![letter, ask] } else { Vec::new() })
    };
    vec![Step { tone: Tone::Info, text: t.s(text), actions }]
}
