//! Who may do what with a letter. The only place that says so.
//!
//! Writing, submitting, taking back, withdrawing and sending belong to those who may work on the case
//! ([`records::cases::writable`]). Deciding belongs to the superior the letter was submitted to, or to whoever stands in
//! for them today.

use kernel::ids::PersonId;
use offices::{Desk, MemberRow, Role};

use crate::{LetterRow, State};

/// Whether a person may decide on a letter that waits.
///
/// - The letter was submitted to them, or to somebody they stand in for today, and they have the role of a superior, by
///   themselves or standing in.
/// - Nobody approves what they wrote (the rule of two pairs of eyes), not even standing in for the superior; except
///   where they are the only superior of the unit and of those above it, for otherwise a small office could send
///   nothing. `superiors` are those of the letter's unit, as [`offices::superiors_of`] gives them.
pub fn approves(desk: &Desk, letter: &LetterRow, superiors: &[MemberRow]) -> bool {
    letter.state == State::Waiting
        && addressed(desk, letter)
        && (!wrote(desk, letter) || sole(desk.member.person, superiors))
}

/// Whether a letter was submitted to this person or to somebody they stand in for.
pub fn addressed(desk: &Desk, letter: &LetterRow) -> bool {
    let Some(approver) = letter.approver else { return false };
    desk.may(Role::Superior) && (approver == desk.member.person || desk.member.stands_in_for.contains(&approver))
}

/// Whether a person is the letter's author. A superior who corrects an official's draft is not: two people saw it.
pub fn wrote(desk: &Desk, letter: &LetterRow) -> bool {
    letter.author == Some(desk.member.person)
}

/// Whether a person is the only superior.
pub fn sole(person: PersonId, superiors: &[MemberRow]) -> bool {
    !superiors.is_empty() && superiors.iter().all(|s| s.person == person)
}

/// The superiors a letter of this author may be submitted to, nearest first: all but the author, or the author alone
/// where there is nobody else.
pub fn choices(author: PersonId, superiors: &[MemberRow]) -> Vec<MemberRow> {
    let mut seen = Vec::new();
    let mut rows: Vec<MemberRow> = superiors.to_vec();
    rows.retain(|s| {
        let first = !seen.contains(&s.person);
        seen.push(s.person);
        first
    });
    if !sole(author, superiors) {
        rows.retain(|s| s.person != author);
    }
    rows
}
