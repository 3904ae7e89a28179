//! The events an office can be told of.

use kernel::{Args, Fault, FieldFault, Result};

use crate::msg;

/// The most kinds of events in a list.
const MOST: usize = 50;

/// Kinds of events that concern an office, as subjects emit them. Each subject adds its own here; a test of the whole program
/// finds what is missing.
pub const KINDS: &[&str] = &[
    "case.assigned",
    "case.extended",
    "case.letter.approved",
    "case.letter.delivered",
    "case.letter.sent",
    "case.message",
    "case.opened",
    "case.parties.changed",
    "case.paused",
    "case.reopened",
    "case.requested",
    "case.resumed",
    "case.settled",
    "certificate.issued",
    "certificate.revoked",
    "course.completed",
    "course.item_removed",
    "course.published",
    "enrolment.claimed",
    "enrolment.expired",
    "enrolment.merged",
    "enrolment.moved",
    "enrolment.offered",
    "enrolment.opened",
    "enrolment.requested",
    "enrolment.waiting",
    "enrolment.withdrawn",
    "incoming.assigned",
    "incoming.filed",
    "incoming.registered",
    "office.claim.decided",
    "office.founded",
    "office.member.added",
    "office.member.changed",
    "office.resumed",
    "office.suspended",
    "submission.sent",
];

/// Whether a word of a list asks for events of a kind: the kind itself, all of a subject (`case.*`), or all (`*`).
fn asks(wanted: &str, kind: &str) -> bool {
    match wanted.strip_suffix('*') {
        Some(beginning) => kind.starts_with(beginning),
        None => wanted == kind,
    }
}

/// Whether a list asks for an event of this kind.
pub(crate) fn wants(list: &[String], kind: &str) -> bool {
    list.iter().any(|wanted| asks(wanted, kind))
}

/// Whether a word asks for anything that can happen.
fn known(word: &str) -> bool {
    let whole = word == "*" || !word.contains('*') || word.strip_suffix(".*").is_some_and(|w| !w.contains('*'));
    whole && KINDS.iter().any(|kind| asks(word, kind))
}

/// A list of kinds of events, each once: `case.opened`, `case.*` or `*`.
///
/// # Errors
/// `Invalid` at `events`: none, too many, or one that nobody knows, with those that are known.
pub(crate) fn check(events: &[String]) -> Result<Vec<String>> {
    let mut list: Vec<String> = events.iter().map(|e| e.trim().to_owned()).filter(|e| !e.is_empty()).collect();
    list.sort();
    list.dedup();
    if list.is_empty() || list.len() > MOST {
        return Err(Fault::field("events", msg::FAULT_HOOK_EVENTS));
    }
    if let Some(unknown) = list.iter().find(|word| !known(word)) {
        let args: Args = vec![("name", unknown.as_str().into()), ("known", KINDS.join(", ").into())];
        let fields = vec![FieldFault { field: "events".into(), key: msg::FAULT_HOOK_EVENT_UNKNOWN, args }];
        return Err(Fault { fields, ..Fault::invalid(web::msg::FAULT_FIELDS) });
    }
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(words: &[&str]) -> Vec<String> {
        words.iter().map(|w| (*w).to_owned()).collect()
    }

    #[test]
    fn lists_match_kinds_subjects_and_everything() {
        assert!(wants(&list(&["case.*"]), "case.opened"));
        assert!(wants(&list(&["case.letter.*"]), "case.letter.sent"));
        assert!(!wants(&list(&["case.*"]), "casework.opened"));
        assert!(wants(&list(&["case.opened", "x.y"]), "case.opened"));
        assert!(!wants(&list(&["case.opened"]), "case.opened_again"));
        assert!(wants(&list(&["*"]), "anything.at-all"));
    }

    #[test]
    fn a_list_is_tidied_and_what_nobody_knows_is_refused_with_what_is_known() {
        let good = check(&list(&[" case.* ", "case.*", "", "submission.sent", "case.letter.sent"])).unwrap();
        assert_eq!(good, ["case.*", "case.letter.sent", "submission.sent"]);
        for bad in
            [&[][..], &[""], &["case"], &["case.**"], &["*.opened"], &["Case.opened"], &["case.opend"], &["cases.*"]]
        {
            assert!(check(&list(bad)).is_err(), "{bad:?}");
        }
        let fault = check(&list(&["case.opend"])).unwrap_err();
        let told = format!("{:?}", fault.fields[0].args);
        assert!(told.contains("case.opend") && told.contains("case.opened"), "{told}");
    }

    #[test]
    fn kinds_stand_in_order_each_once() {
        assert!(KINDS.is_sorted_by(|a, b| a < b));
    }
}
