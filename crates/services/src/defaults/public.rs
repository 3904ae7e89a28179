//! Forms of public life, and the two forms for matters that have none of their own.

use super::{Special, base::Base, dsl::*};

/// A matter in free words: for services without questions of their own.
pub(super) fn free(paid: bool) -> Special {
    let base = if paid { Base::anyone().paid() } else { Base::anyone() };
    Special::new(
        base,
        vec![step(
            "matter",
            "Twoja sprawa",
            "Your matter",
            vec![
                area("request", "O co wnosisz?", "What do you ask for?").req().min_length(10).max(5000).help(
                    "Napisz własnymi słowami, czego dotyczy sprawa.",
                    "Write in your own words what it is about.",
                ),
            ],
        )],
    )
}

/// A question to the office about a matter that another authority settles.
pub(super) fn help() -> Special {
    Special::new(
        Base { address: false, ..Base::person().no_pesel().alone() },
        vec![step(
            "help",
            "W czym możemy pomóc",
            "How we can help",
            vec![
                info(
                    "other_authority",
                    "Tę sprawę załatwia inny urząd. Nasz urząd wyjaśni, co przygotować, i pomoże wypełnić wniosek.",
                    "Another authority settles this matter. Our office explains what to prepare and helps with the form.",
                ),
                ticks(
                    "help_kind",
                    "Czego potrzebujesz?",
                    "What do you need?",
                    &[
                        ("explain", "Wyjaśnienia, co i gdzie złożyć", "To know what to submit and where"),
                        ("fill", "Pomocy w wypełnieniu wniosku", "Help with filling in the form"),
                        ("visit", "Umówienia rozmowy z pracownikiem", "A talk with an official"),
                        (
                            "accessible",
                            "Wsparcia z powodu niepełnosprawności lub wieku",
                            "Support because of a disability or age",
                        ),
                    ],
                )
                .req(),
                area("question", "Opisz, w czym trzeba pomóc", "Say what help is needed").req().min_length(5).max(3000),
            ],
        )],
    )
}

pub(super) fn special(_id: &str) -> Option<Special> {
    None
}
