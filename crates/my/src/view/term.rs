//! Until when the office answers, what moved that day, and what to do when it has passed.

use law::term::State as TermState;
use maud::{Markup, html};
use ui::{Notice, Reveal, Section};
use web::Req;

use crate::{
    file::CaseFile,
    msg,
    words::{day, with_day},
};

fn days(n: i64) -> [(&'static str, kernel::Arg); 1] {
    [("days", n.into())]
}

/// The sentence about the term as it stands today.
fn sentence(req: &Req, file: &CaseFile) -> Option<Markup> {
    let t = req.t;
    let due = file.case.due.as_ref()?.last_day;
    Some(match file.case.term? {
        TermState::Running { left } => html! {
            p { strong { (with_day(t, msg::MY_TERM_UNTIL, due)) } }
            p { (if left == 0 { t.s(msg::MY_TERM_TODAY) } else { t.f(msg::MY_TERM_LEFT, &days(left)) }) }
        },
        TermState::Paused { since, left } => html! {
            p { strong { (with_day(t, msg::MY_TERM_PAUSED, since)) } }
            p { (t.f(msg::MY_TERM_PAUSED_LEFT, &days(left))) }
        },
        TermState::Overdue { by } => html! {
            (Notice::warning(t.f(msg::MY_TERM_OVERDUE_BY, &days(by))).title(with_day(t, msg::MY_TERM_OVERDUE, due)))
        },
        TermState::Done { on, in_time } => html! {
            p { strong { (with_day(t, msg::MY_TERM_DONE, on)) } }
            @if !in_time { p { (with_day(t, msg::MY_TERM_DONE_LATE, due)) } }
        },
    })
}

/// How to hurry the office (ponaglenie, KPA art. 37).
fn hurry(req: &Req, file: &CaseFile) -> Markup {
    let t = req.t;
    html! {
        (Reveal::new(t.s(msg::MY_HURRY_TITLE), html! {
            div.prose {
                p { (t.s(msg::MY_HURRY_WHAT)) }
                ol {
                    li { (t.f(msg::MY_HURRY_WRITE, &[("reference", file.case.case.reference.as_str().into())])) }
                    li { (t.f(msg::MY_HURRY_SEND, &[("office", file.office.name_in(req.lang()).into())])) }
                    li { (t.s(msg::MY_HURRY_THEN)) }
                }
                p { (t.s(msg::MY_HURRY_COURT)) }
                p.hint { (t.s(msg::MY_HURRY_BASIS)) }
            }
        }).boxed().open(true))
    }
}

/// The part of the page about the term; nothing for a case without one.
pub(crate) fn section(req: &Req, file: &CaseFile) -> Markup {
    let t = req.t;
    let Some(sentence) = sentence(req, file) else { return html! {} };
    let overdue = matches!(file.case.term, Some(TermState::Overdue { .. }));
    let row = &file.case.case;
    let section = Section::new(t.s(if row.settled.is_some() { msg::MY_TERM_TITLE_DONE } else { msg::MY_TERM_TITLE })).id("term").boxed().body(html! {
        (sentence)
        @if let (Some(on), Some(to)) = (row.extended_on, row.extended_to) {
            p { (t.f(msg::MY_TERM_EXTENDED, &[("on", day(t, on.0).into()), ("to", day(t, to.0).into())])) }
        }
        @if !file.case.pauses.is_empty() {
            (Reveal::new(t.s(msg::MY_PAUSES_TITLE), html! {
                ul {
                    @for p in &file.case.pauses {
                        li {
                            @match p.to {
                                Some(to) => { (t.f(msg::MY_PAUSES_SPAN, &[("from", day(t, p.from.0).into()), ("to", day(t, to.0).into())])) },
                                None => { (t.f(msg::MY_PAUSES_SINCE, &[("from", day(t, p.from.0).into())])) },
                            }
                            " " (t.s(p.ground.label())) ". " (p.reason)
                        }
                    }
                }
                p.hint { (t.s(msg::MY_PAUSES_WHY)) }
            }))
        }
        @if let Some(due) = &file.case.due {
            (Reveal::new(t.s(msg::MY_TERM_HOW), html! { p { (due.counted.explain(t.law())) } }))
        }
        @if overdue { (hurry(req, file)) }
    });
    html! { (section) }
}
