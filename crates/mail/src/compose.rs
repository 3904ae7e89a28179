//! What an e-mail says.

use kernel::{Fault, Lang, Result};
use lettre::Address;

use crate::msg;

/// An e-mail to be written: texts only, in the recipient's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// The recipient's address.
    pub to: String,
    /// The recipient's name, or empty.
    pub to_name: String,
    /// The language of the texts.
    pub lang: Lang,
    /// The subject line.
    pub subject: String,
    /// The text, paragraph by paragraph, without markup.
    pub paragraphs: Vec<String>,
    /// What to press, and where it leads (an address beginning with http).
    pub button: Option<(String, String)>,
    /// A line at the end, before the frame's own: who writes, why.
    pub footer: Option<String>,
}

impl Mail {
    /// An e-mail without a text yet.
    pub fn new(to: impl Into<String>, to_name: impl Into<String>, lang: Lang, subject: impl Into<String>) -> Self {
        Self {
            to: to.into(),
            to_name: to_name.into(),
            lang,
            subject: subject.into(),
            paragraphs: Vec::new(),
            button: None,
            footer: None,
        }
    }
    /// Adds a paragraph.
    #[must_use]
    pub fn paragraph(mut self, text: impl Into<String>) -> Self {
        self.paragraphs.push(text.into());
        self
    }
    /// Says what to press and where it leads.
    #[must_use]
    pub fn button(mut self, label: impl Into<String>, link: impl Into<String>) -> Self {
        self.button = Some((label.into(), link.into()));
        self
    }
    /// Adds the line at the end.
    #[must_use]
    pub fn footer(mut self, text: impl Into<String>) -> Self {
        self.footer = Some(text.into());
        self
    }
}

/// Reads an address (RFC 5321, with one `@` and a domain that has a dot or is `localhost`).
///
/// # Errors
/// `Invalid` at the field `to`, with `fault-mail-address`.
pub(crate) fn address(text: &str) -> Result<Address> {
    text.trim().parse::<Address>().map_err(|_| Fault::field("to", msg::FAULT_MAIL_ADDRESS))
}

/// One line: whatever would end a header line becomes a space, and the rest of control characters go, so that no text
/// a person typed can add a header of its own.
pub(crate) fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    let kept: String = spaced.chars().filter(|c| !c.is_control()).collect();
    kept.split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_cannot_be_broken() {
        assert_eq!(one_line("Nowa\r\nBcc: x@y.pl\u{2028}koniec\u{0} "), "Nowa Bcc: x@y.pl koniec");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for bad in ["", "anna", "anna@", "@x.pl", "a b@x.pl", "a@x.pl\r\nBcc: b@x.pl", "a@x.pl, b@x.pl", "<a@x.pl>"] {
            assert!(address(bad).is_err(), "{bad:?}");
        }
        for good in ["anna.nowak@example.pl", " a+b@x.co ", "żółw@example.pl"] {
            assert!(address(good).is_ok(), "{good:?}");
        }
    }
}
