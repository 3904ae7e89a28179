//! What happened in a case, without what the office does for itself.

use i18n::T;
use kernel::{Arg, Micros};
use letters::SentLetter;
use maud::{Markup, html};
use records::chain::Entry;
use ui::{Event, Icon, Reveal, Timeline, Tone};

use crate::{file::CaseFile, msg, words::at};

/// The actions of the record a party reads, with an icon and the words for it. What is not named here is internal.
fn said(action: &str) -> Option<(&'static str, Icon, Tone)> {
    Some(match action {
        "case.opened" => (msg::MY_DID_OPENED, Icon::Folder, Tone::Info),
        "case.handed-over" => (msg::MY_DID_HANDED_OVER, Icon::People, Tone::Neutral),
        "case.paused" => (msg::MY_DID_PAUSED, Icon::Clock, Tone::Warning),
        "case.resumed" => (msg::MY_DID_RESUMED, Icon::Clock, Tone::Info),
        "case.extended" => (msg::MY_DID_EXTENDED, Icon::Calendar, Tone::Warning),
        "case.settled" => (msg::MY_DID_SETTLED, Icon::CheckCircle, Tone::Success),
        "case.reopened" => (msg::MY_DID_REOPENED, Icon::Refresh, Tone::Warning),
        "message.received" => (msg::MY_DID_WROTE, Icon::Message, Tone::Neutral),
        "message.sent" => (msg::MY_DID_OFFICE_WROTE, Icon::Message, Tone::Info),
        "request.sent" | "request.made" => (msg::MY_DID_ASKED, Icon::Bell, Tone::Warning),
        "request.answered" => (msg::MY_DID_ANSWERED, Icon::Reply, Tone::Success),
        "request.withdrawn" | "request.closed" => (msg::MY_DID_REQUEST_CLOSED, Icon::Close, Tone::Neutral),
        "letter.delivered" => (msg::MY_DID_LETTER_DELIVERED, Icon::Eye, Tone::Success),
        _ => return None,
    })
}

/// Whether the words of an entry are for the party: reasons the law wants told, and what was asked.
fn told(entry: &Entry) -> Option<&str> {
    let open = matches!(
        entry.action.as_str(),
        "case.paused" | "case.extended" | "case.reopened" | "request.sent" | "request.made"
    );
    Some(entry.text.as_str()).filter(|text| open && !text.is_empty())
}

fn event(t: T, entry: &Entry) -> Option<Event> {
    let (key, icon, tone) = said(&entry.action)?;
    let event = Event::new(t.s(key)).icon(icon).tone(tone).when(at(t, entry.at));
    Some(match told(entry) {
        Some(text) => event.body(text),
        None => event,
    })
}

/// A letter that was sent. The record names its document, which the party sees only by opening the letter, so the list of
/// letters tells it instead.
fn letter(t: T, letter: &SentLetter) -> Event {
    Event::new(t.s(msg::MY_DID_LETTER_SENT))
        .icon(Icon::Mail)
        .tone(Tone::Info)
        .when(at(t, letter.sent_at))
        .body(letter.title.clone())
}

/// The list, oldest first, folded away.
pub(crate) fn section(t: T, file: &CaseFile) -> Markup {
    let entries = file.case.record.iter().filter_map(|e| Some((e.at, event(t, e)?)));
    let letters = file.letters.iter().map(|l| (l.sent_at, letter(t, l)));
    let mut events: Vec<(Micros, Event)> = entries.chain(letters).collect();
    events.sort_by_key(|(at, _)| *at);
    let count = [("count", Arg::from(events.len()))];
    html! {
        @if !events.is_empty() {
            (Reveal::new(t.f(msg::MY_DID_TITLE, &count), Timeline::new(events.into_iter().map(|(_, event)| event))).boxed())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_office_does_for_itself_is_not_told() {
        for internal in [
            "note.added",
            "case.renamed",
            "case.remarks",
            "case.assigned",
            "letter.drafted",
            "letter.returned",
            "case.exported",
        ] {
            assert!(said(internal).is_none(), "{internal}");
        }
        assert!(said("case.settled").is_some());
    }
}
