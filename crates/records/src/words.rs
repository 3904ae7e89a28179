//! What people type, made fit to be kept.

use kernel::{Args, FieldFault};

use crate::msg;

/// The longest title, in characters.
pub const MAX_TITLE: usize = 500;
/// The longest short text (a name, a reference, a reason in one line), in characters.
pub const MAX_SHORT: usize = 300;
/// The longest long text (a note, remarks, a reason), in characters.
pub const MAX_LONG: usize = 10_000;

/// One line: trimmed, white space as single spaces, without control characters.
pub(crate) fn line(text: &str) -> String {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
    words.join(" ")
}

/// Several lines: trimmed, without control characters other than line ends and tabs.
pub(crate) fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.trim().chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// Collects what is wrong with the fields of a form.
#[derive(Default)]
pub(crate) struct Check(pub Vec<FieldFault>);

impl Check {
    /// A fault of a field.
    pub fn fault(&mut self, field: &str, key: &'static str) {
        self.0.push(FieldFault { field: field.to_owned(), key, args: Args::new() });
    }
    /// A field that must be filled in.
    pub fn filled(&mut self, field: &str, text: &str) {
        if text.is_empty() {
            self.fault(field, msg::RECORDS_FIELD_EMPTY);
        }
    }
    /// A field that may hold so many characters.
    pub fn short(&mut self, field: &str, text: &str, limit: usize) {
        if text.chars().count() > limit {
            let args = vec![("limit", limit.into())];
            self.0.push(FieldFault { field: field.to_owned(), key: msg::RECORDS_FIELD_LONG, args });
        }
    }
    /// A field with both rules.
    pub fn text(&mut self, field: &str, text: &str, limit: usize) {
        self.filled(field, text);
        self.short(field, text, limit);
    }
    /// Gives the faults together.
    pub fn done(self) -> kernel::Result<()> {
        kernel::Fault::check(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_loses_what_cannot_be_shown() {
        assert_eq!(line("  a\u{0}\n b\t c "), "a b c");
        assert_eq!(lines(" a\r\nb\u{0}\u{7}\n"), "a\nb");
    }
}
