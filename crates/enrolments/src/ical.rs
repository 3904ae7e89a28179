//! Calendar files of sessions (RFC 5545): a stable UID, a SEQUENCE that rises with changes, times in Europe/Warsaw.

use std::fmt::Write as _;

use i18n::T;
use kernel::Micros;

use crate::{SessionRow, msg, sessions::warsaw};

/// The rules of Central European time since 1996.
const ZONE: &str = "BEGIN:VTIMEZONE\r\nTZID:Europe/Warsaw\r\nBEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n\
                    TZNAME:CEST\r\nDTSTART:19960331T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n\
                    BEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nDTSTART:19961027T030000\r\n\
                    RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// The calendar file of sessions of a course: `text/calendar; charset=utf-8`. `url` is the address of the course's page.
pub fn calendar(t: T, course: &str, url: &str, sessions: &[SessionRow]) -> String {
    let mut out =
        String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//SZPON//enrolments//PL\r\nMETHOD:PUBLISH\r\n");
    out.push_str(ZONE);
    for s in sessions {
        out.push_str("BEGIN:VEVENT\r\n");
        line(&mut out, "UID", &format!("{}@szpon", s.id));
        line(&mut out, "SEQUENCE", &s.sequence.to_string());
        line(&mut out, "DTSTAMP", &s.changed.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string());
        line(&mut out, "DTSTART;TZID=Europe/Warsaw", &local(s.starts));
        line(&mut out, "DTEND;TZID=Europe/Warsaw", &local(s.ends));
        line(&mut out, "SUMMARY", &escaped(&format!("{course}: {}", s.title)));
        let mut about = Vec::new();
        if s.cancelled {
            about.push(t.s(msg::ENROLMENTS_SESSION_CANCELLED));
        }
        about.extend([&s.note, &s.link].into_iter().filter(|x| !x.is_empty()).cloned());
        if !about.is_empty() {
            line(&mut out, "DESCRIPTION", &escaped(&about.join("\n")));
        }
        let place = if s.place.is_empty() { &s.link } else { &s.place };
        line(&mut out, "LOCATION", &escaped(place));
        line(&mut out, "URL", url);
        line(&mut out, "STATUS", if s.cancelled { "CANCELLED" } else { "CONFIRMED" });
        out.push_str("END:VEVENT\r\n");
    }
    out.push_str("END:VCALENDAR\r\n");
    out
}

fn local(at: Micros) -> String {
    at.timestamp().to_zoned(warsaw()).strftime("%Y%m%dT%H%M%S").to_string()
}

/// Text as a value (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A content line, folded so that none is longer than 75 octets (RFC 5545, 3.1).
fn line(out: &mut String, name: &str, value: &str) {
    let mut width = 0;
    let whole = format!("{name}:{value}");
    for c in whole.chars() {
        if width + c.len_utf8() > 75 {
            out.push_str("\r\n ");
            width = 1;
        }
        let _ = write!(out, "{c}");
        width += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use kernel::ids::{CourseId, LiveSessionId};
    use uuid::Uuid;

    use super::*;
    use crate::sessions::moment;

    fn session() -> SessionRow {
        SessionRow {
            id: LiveSessionId(Uuid::from_u128(7)),
            course: CourseId(Uuid::nil()),
            item: None,
            group: None,
            title: "Warsztat; część 1, ćwiczenia\\".into(),
            starts: moment("2026-10-25T10:00").unwrap_or_default(),
            ends: moment("2026-10-25T12:00").unwrap_or_default(),
            place: "sala 12".into(),
            link: String::new(),
            note: "Weź ze sobą pismo,\nktóre chcesz poprawić – najlepiej takie, które sprawia kłopot czytelnikom"
                .into(),
            cancelled: false,
            sequence: 3,
            changed: Micros(1_760_000_000_000_000),
            version: 4,
        }
    }

    #[test]
    fn a_file_holds_a_stable_name_its_sequence_and_local_times() {
        let file = calendar(T(kernel::Lang::Pl), "Prosty język", "https://szpon.test/learn/prosty", &[session()]);
        for wanted in [
            "UID:00000000-0000-0000-0000-000000000007@szpon\r\n",
            "SEQUENCE:3\r\n",
            "DTSTART;TZID=Europe/Warsaw:20261025T100000\r\n",
            "BEGIN:VTIMEZONE\r\nTZID:Europe/Warsaw\r\n",
            "SUMMARY:Prosty język: Warsztat\\; część 1\\, ćwiczenia\\\\\r\n",
            "STATUS:CONFIRMED\r\n",
        ] {
            assert!(file.contains(wanted), "{wanted}\n{file}");
        }
    }

    #[test]
    fn no_line_is_longer_than_75_octets_and_unfolding_gives_the_text_back() {
        let file = calendar(T(kernel::Lang::Pl), "Prosty język", "https://szpon.test/learn/prosty", &[session()]);
        assert!(file.split("\r\n").all(|l| l.len() <= 75), "{file}");
        assert!(
            file.replace("\r\n ", "")
                .contains("Weź ze sobą pismo\\,\\nktóre chcesz poprawić – najlepiej takie\\, które")
        );
    }
}
