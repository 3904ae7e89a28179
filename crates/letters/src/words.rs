//! What people type, made fit to be kept.

use kernel::{Arg, Args, FieldFault, Result};

/// The longest short text (a title, a name), in characters.
pub(crate) const MAX_SHORT: usize = 300;
/// The longest long text (remarks, a proof), in characters.
pub(crate) const MAX_LONG: usize = 5_000;
/// The longest part of a letter, in characters.
pub(crate) const MAX_PART: usize = 200_000;

/// One line: trimmed, white space as single spaces, without control characters.
pub(crate) fn line(text: &str) -> String {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
    words.join(" ")
}

/// Several lines: without trailing white space and control characters other than line ends and tabs.
pub(crate) fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.trim().chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// Collects what is wrong with the fields of a form.
#[derive(Default)]
pub(crate) struct Faults(Vec<FieldFault>);

impl Faults {
    pub fn add(&mut self, field: &str, key: &'static str, args: Args) {
        self.0.push(FieldFault { field: field.to_owned(), key, args });
    }
    /// A field that must be filled in, with so many characters at most.
    pub fn text(&mut self, field: &str, text: &str, limit: usize) {
        if text.is_empty() {
            self.add(field, web::msg::FIELD_REQUIRED, Args::new());
        }
        self.short(field, text, limit);
    }
    /// A field with so many characters at most.
    pub fn short(&mut self, field: &str, text: &str, limit: usize) {
        if text.chars().count() > limit {
            self.add(field, web::msg::FIELD_TOO_LONG, vec![("max", Arg::from(limit))]);
        }
    }
    pub fn done(self) -> Result<()> {
        kernel::Fault::check(self.0)
    }
}
