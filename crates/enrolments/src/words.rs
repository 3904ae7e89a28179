//! What people type, made fit to be kept.

use kernel::{Arg, Args, FieldFault, Result};

/// The longest text of a note, question, answer or reason, in characters.
pub(crate) const MAX_TEXT: usize = 5_000;
/// The longest name or title, in characters.
pub(crate) const MAX_NAME: usize = 200;

/// One line: trimmed, single spaces, no control characters.
pub(crate) fn line(text: &str) -> String {
    let kept: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Several lines: trimmed, without control characters other than line ends and tabs.
pub(crate) fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.trim().chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// Collects what is wrong with the fields of a form.
#[derive(Default)]
pub(crate) struct Check(Vec<FieldFault>);

impl Check {
    pub fn fault(&mut self, field: &str, key: &'static str) {
        self.with(field, key, Args::new());
    }
    pub fn with(&mut self, field: &str, key: &'static str, args: Args) {
        self.0.push(FieldFault { field: field.to_owned(), key, args });
    }
    /// A field that must be filled in, with so many characters at most.
    pub fn text(&mut self, field: &str, text: &str, limit: usize) {
        if text.is_empty() {
            self.fault(field, web::msg::FIELD_REQUIRED);
        }
        self.short(field, text, limit);
    }
    /// A field with so many characters at most.
    pub fn short(&mut self, field: &str, text: &str, limit: usize) {
        if text.chars().count() > limit {
            self.with(field, web::msg::FIELD_TOO_LONG, vec![("max", Arg::from(limit))]);
        }
    }
    pub fn done(self) -> Result<()> {
        kernel::Fault::check(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_are_one_kind_and_control_characters_go() {
        assert_eq!(lines(" a\r\nb\rc\u{0}\u{7} "), "a\nb\nc");
        assert_eq!(line(" Grupa\n  A\u{0}"), "Grupa A");
    }
}
