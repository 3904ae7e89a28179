//! Where a letter stands, and which steps lead on. Pure.

use ui::Tone;

use crate::msg;

db::text_enum! {
    /// Where a letter stands.
    pub enum State {
        /// Being written.
        Draft = "draft",
        /// Waits for approval.
        Waiting = "waiting",
        /// Returned with remarks; being written again.
        Returned = "returned",
        /// Approved; content and PDF are final.
        Approved = "approved",
        /// Sent; stands in the register of outgoing mail.
        Sent = "sent",
        /// Given up before it was sent.
        Withdrawn = "withdrawn",
    }
}

/// A step of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// Its text is changed.
    Save,
    /// It is sent for approval.
    Submit,
    /// Its author takes it back before it was decided on.
    TakeBack,
    /// It is approved.
    Approve,
    /// It is returned with remarks.
    Return,
    /// It is sent.
    Send,
    /// It is given up.
    Withdraw,
}

impl Move {
    /// Every step.
    pub const ALL: &'static [Move] =
        &[Move::Save, Move::Submit, Move::TakeBack, Move::Approve, Move::Return, Move::Send, Move::Withdraw];
}

impl State {
    /// Where a step leads from here; `None` when it cannot be taken.
    pub fn after(self, step: Move) -> Option<State> {
        use State::{Approved, Draft, Returned, Sent, Waiting, Withdrawn};
        match (self, step) {
            (Draft | Returned, Move::Save) => Some(self),
            (Draft | Returned, Move::Submit) => Some(Waiting),
            (Waiting, Move::TakeBack) => Some(Draft),
            (Waiting, Move::Approve) => Some(Approved),
            (Waiting, Move::Return) => Some(Returned),
            (Approved, Move::Send) => Some(Sent),
            (Draft | Returned | Waiting | Approved, Move::Withdraw) => Some(Withdrawn),
            _ => None,
        }
    }
    /// Whether its text may still change.
    pub fn editable(self) -> bool {
        self.after(Move::Save).is_some()
    }
    /// Whether its content is final.
    pub fn is_final(self) -> bool {
        matches!(self, State::Approved | State::Sent)
    }
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            State::Draft => msg::LETTERS_STATE_DRAFT,
            State::Waiting => msg::LETTERS_STATE_WAITING,
            State::Returned => msg::LETTERS_STATE_RETURNED,
            State::Approved => msg::LETTERS_STATE_APPROVED,
            State::Sent => msg::LETTERS_STATE_SENT,
            State::Withdrawn => msg::LETTERS_STATE_WITHDRAWN,
        }
    }
    /// How it is shown.
    pub fn tone(self) -> Tone {
        match self {
            State::Draft | State::Withdrawn => Tone::Neutral,
            State::Waiting => Tone::Info,
            State::Returned => Tone::Warning,
            State::Approved => Tone::Accent,
            State::Sent => Tone::Success,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_from_every_state_is_as_drawn() {
        let drawn = |from: State| -> Vec<(Move, State)> {
            match from {
                State::Draft | State::Returned => {
                    vec![(Move::Save, from), (Move::Submit, State::Waiting), (Move::Withdraw, State::Withdrawn)]
                }
                State::Waiting => vec![
                    (Move::TakeBack, State::Draft),
                    (Move::Approve, State::Approved),
                    (Move::Return, State::Returned),
                    (Move::Withdraw, State::Withdrawn),
                ],
                State::Approved => vec![(Move::Send, State::Sent), (Move::Withdraw, State::Withdrawn)],
                State::Sent | State::Withdrawn => vec![],
            }
        };
        for from in State::ALL {
            for step in Move::ALL {
                let expected = drawn(*from).into_iter().find(|(m, _)| m == step).map(|(_, to)| to);
                assert_eq!(from.after(*step), expected, "{from:?} {step:?}");
            }
        }
    }

    #[test]
    fn what_is_final_is_never_edited() {
        for state in State::ALL {
            assert!(!(state.editable() && state.is_final()));
        }
    }
}
