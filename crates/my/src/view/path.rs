//! Where a matter is: from what was sent to what was decided, in four steps.

use i18n::T;
use kernel::Micros;
use maud::{Markup, html};
use records::cases::State;
use services::Submission;
use ui::{Code, Event, Icon, Section, Timeline, Tone};

use crate::{
    file::CaseFile,
    msg,
    words::{at, day, with_day},
};

fn section(t: T, events: Vec<Event>) -> Markup {
    let section = Section::new(t.s(msg::MY_PATH_TITLE)).id("path").body(Timeline::new(events));
    html! { (section) }
}

fn done(title: String, when: Markup) -> Event {
    Event::new(title).icon(Icon::Check).tone(Tone::Success).when(when)
}

fn ahead(title: String) -> Event {
    Event::new(title).ahead()
}

/// The path of a case.
pub(crate) fn of_case(t: T, file: &CaseFile) -> Markup {
    let case = &file.case.case;
    let began = match &file.submission {
        Some(s) => done(t.s(msg::MY_PATH_RECEIVED), at(t, s.sent_at))
            .body(t.f(msg::MY_PATH_NUMBER, &[("number", s.number.as_str().into())])),
        None => done(t.s(msg::MY_PATH_BEGUN), ui::date(t.lang(), case.started.0)),
    };
    let registered = done(t.s(msg::MY_PATH_OPENED), at(t, case.opened))
        .body(html! { (t.s(msg::MY_REFERENCE)) ": " (Code::new(case.reference.clone())) });
    let working = Event::new(t.s(msg::MY_PATH_WORKING)).who(file.case.unit_name.clone());
    let (working, end) = match case.state {
        State::Settled => (
            working.icon(Icon::Check).tone(Tone::Success),
            Event::new(t.s(msg::MY_PATH_SETTLED))
                .icon(Icon::Check)
                .tone(Tone::Success)
                .when(at(t, case.settled.unwrap_or(case.acted)))
                .body(case.outcome.map(|o| t.s(o.label())).unwrap_or_default()),
        ),
        State::Paused => (
            working.icon(Icon::Clock).tone(Tone::Warning).body(t.s(msg::MY_PATH_PAUSED)),
            ahead(t.s(msg::MY_PATH_SETTLED)),
        ),
        State::Open => {
            let due = file.case.due.as_ref().map(|d| with_day(t, msg::MY_PATH_UNTIL, d.last_day));
            let end = ahead(t.s(msg::MY_PATH_SETTLED));
            (
                working.icon(Icon::Clock).tone(Tone::Info),
                match due {
                    Some(words) => end.body(words),
                    None => end,
                },
            )
        }
    };
    section(t, vec![began, registered, working, end])
}

/// The path of a submission no case was opened for yet.
pub(crate) fn of_submission(t: T, submission: &Submission, registered: Option<Micros>) -> Markup {
    let began = done(t.s(msg::MY_PATH_RECEIVED), at(t, submission.sent_at))
        .body(t.f(msg::MY_PATH_NUMBER, &[("number", submission.number.as_str().into())]));
    let next = match registered {
        Some(moment) => Event::new(t.s(msg::MY_PATH_OPENED))
            .icon(Icon::Clock)
            .tone(Tone::Info)
            .body(t.f(msg::MY_PATH_REGISTERED, &[("date", day(t, moment.warsaw_date()).into())])),
        None => Event::new(t.s(msg::MY_PATH_OPENED)).icon(Icon::Clock).tone(Tone::Info).body(t.s(msg::MY_PATH_WAITS)),
    };
    section(t, vec![began, next, ahead(t.s(msg::MY_PATH_WORKING)), ahead(t.s(msg::MY_PATH_SETTLED))])
}
