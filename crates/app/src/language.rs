//! The language of the commands, and faults as sentences: Polish, or English where the environment of the shell says a
//! language other than Polish. Raw causes stand only in parentheses, after the sentence that says what to do.

use std::{error::Error, fmt::Display, path::Path};

use i18n::T;
use kernel::{Fault, Lang};

use crate::{compose, msg};

/// What names the language of the shell, the strongest first (POSIX, 8.2 Internationalization Variables).
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The texts of the commands, in the language of whoever runs them.
pub fn t() -> T {
    compose::init();
    T(of(|name| std::env::var(name).ok()))
}

/// The language an environment asks for. Nothing said, `C` and `POSIX` name none, so it is Polish.
fn of(environment: impl Fn(&str) -> Option<String>) -> Lang {
    let said = VARIABLES.into_iter().find_map(|name| environment(name).filter(|value| !value.is_empty()));
    let said = said.unwrap_or_default();
    let language = said.split(['_', '.', '@', '-']).next().unwrap_or_default().to_lowercase();
    if matches!(language.as_str(), "" | "c" | "posix" | "pl" | "pol" | "polish") { Lang::Pl } else { Lang::En }
}

/// A sentence with its cause in parentheses.
pub fn because(said: impl Display, why: impl Display) -> String {
    format!("{said} ({why})")
}

/// What a fault says at the command line. Its cause, which the web only logs, follows in parentheses.
pub fn fault(fault: &Fault) -> String {
    let t = t();
    let said = match fault.key {
        "fault-internal" => t.s(msg::CLI_MISTAKE),
        "fault-unavailable" => t.s(msg::CLI_NOT_NOW),
        "fault-not-found" => t.s(msg::CLI_NOT_FOUND),
        "fault-fields" => fault.fields.iter().map(|f| t.args(f.key, &f.args)).collect::<Vec<_>>().join(" "),
        _ => t.fault(fault),
    };
    match &fault.cause {
        Some(cause) => because(said, chain(&**cause)),
        None => said,
    }
}

/// A fault of something that has its own sentence (a database that does not answer): the cause follows in parentheses.
pub fn fault_of(key: &str, fault: &Fault) -> String {
    let cause = fault.cause.as_ref().map_or_else(|| t().fault(fault), |cause| chain(&**cause));
    because(t().s(key), cause)
}

/// A file that cannot be read.
pub fn unreadable(file: &Path, why: impl Display) -> String {
    because(t().f(msg::CLI_READ, &[("file", file.display().to_string().into())]), why)
}

/// A file that cannot be written.
pub fn unwritable(file: &Path, why: impl Display) -> String {
    because(t().f(msg::CLI_WRITE, &[("file", file.display().to_string().into())]), why)
}

/// An error with what lies behind it, each said once.
fn chain(error: &dyn Error) -> String {
    let mut said = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        let more = cause.to_string();
        if !said.contains(&more) {
            said = format!("{said}: {more}");
        }
        next = cause.source();
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_polish_unless_another_language_is_said() {
        let lang = |said: &[(&str, &str)]| {
            of(|name| said.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned()))
        };
        for polish in ["", "C", "C.UTF-8", "POSIX", "pl_PL.UTF-8", "pl"] {
            assert_eq!(lang(&[("LANG", polish)]), Lang::Pl, "{polish}");
        }
        for english in ["en_GB.UTF-8", "en", "de_DE.UTF-8", "en-US"] {
            assert_eq!(lang(&[("LANG", english)]), Lang::En, "{english}");
        }
        assert_eq!(lang(&[]), Lang::Pl);
        assert_eq!(lang(&[("LC_ALL", "pl_PL"), ("LANG", "en_GB")]), Lang::Pl);
        assert_eq!(lang(&[("LC_ALL", ""), ("LC_MESSAGES", "en_GB"), ("LANG", "pl_PL")]), Lang::En);
        assert_eq!(lang(&[("LC_ALL", "C.UTF-8"), ("LANG", "en_GB")]), Lang::Pl);
    }

    #[test]
    fn a_cause_stands_in_parentheses_once() {
        let fault = Fault::unavailable(std::io::Error::other("zajęte"));
        let said = super::fault(&fault);
        assert!(said.ends_with(" (zajęte)") && said.matches("zajęte").count() == 1, "{said}");
        let field = Fault::field("email", msg::CLI_NOT_FOUND);
        assert_eq!(super::fault(&field), t().s(msg::CLI_NOT_FOUND));
    }
}
