//! What is said about a question or a file: message keys with their arguments, and where.

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// Line of the file, from 1; 0 when there is no file.
    pub line: usize,
    /// Name of the question; empty when it is about the whole file or not known.
    pub question: String,
    /// Key of the message, one of [`crate::msg::KEYS`].
    pub key: &'static str,
    /// Arguments of the message.
    pub args: Vec<(&'static str, String)>,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The question was taken or written, but not all of it: something was changed or left out.
    Changed,
    /// The question was not taken or written, or it may not be published as it is.
    Refused,
}

impl Finding {
    /// A refusal without place.
    #[must_use]
    pub fn refused(key: &'static str) -> Self {
        Self { severity: Severity::Refused, line: 0, question: String::new(), key, args: Vec::new() }
    }

    /// A change without place.
    #[must_use]
    pub fn changed(key: &'static str) -> Self {
        Self { severity: Severity::Changed, ..Self::refused(key) }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, line: usize, question: &str) -> Self {
        self.line = line;
        if self.question.is_empty() {
            question.clone_into(&mut self.question);
        }
        self
    }
}
