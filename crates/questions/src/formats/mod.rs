//! Question files of other programs: reading and writing.
//!
//! Reading gives all questions that could be taken *whole* and a report on the others, or, when the file itself cannot be
//! trusted (truncated, not well formed, with a document type or entities, too large), one finding with the line and no
//! question at all. What is changed on the way (a picture from another server left out, a script removed) is reported,
//! too. Writing reports what the format cannot hold.

pub mod aiken;
pub mod gift;
pub mod moodle;
pub mod own;

use base64::{
    Engine as _, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};

use crate::{
    check::check,
    finding::{Finding, Severity},
    model::Question,
    msg,
    text::{self, Attachment, Files, html, markdown},
};

/// How much is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Questions in it.
    pub questions: usize,
    /// Elements within elements (XML).
    pub depth: usize,
    /// Elements in all (XML).
    pub elements: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 64 << 20, questions: 10_000, depth: 24, elements: 1_000_000 }
    }
}

/// A question with its files.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The question; passes [`crate::check`] without refusals.
    pub question: Question,
    /// Its files; texts name them as `files/NAME`.
    pub files: Vec<Attachment>,
}

impl From<Question> for Entry {
    fn from(question: Question) -> Self {
        Self { question, files: Vec::new() }
    }
}

/// What reading a file gave.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Import {
    /// The questions that were taken.
    pub entries: Vec<Entry>,
    /// What was not taken (`Refused`) or not as it was (`Changed`), in the order of the file.
    pub findings: Vec<Finding>,
}

/// What writing a file gave.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Export {
    /// The file, UTF-8.
    pub text: String,
    /// Questions that could not be written (`Refused`) or not wholly (`Changed`).
    pub findings: Vec<Finding>,
}

/// How a text of a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Html,
    Markdown,
    Plain,
    /// Moodle's own "auto" format: HTML if it looks like it, else plain.
    Auto,
}

impl Format {
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "html" => Self::Html,
            "markdown" => Self::Markdown,
            "plain_text" | "plain" => Self::Plain,
            "moodle_auto_format" | "moodle" | "" => Self::Auto,
            _ => return None,
        })
    }
}

/// The bytes of a file as text, within limits.
pub(crate) fn decoded(bytes: &[u8], limits: &Limits) -> Result<String, Finding> {
    if bytes.len() > limits.bytes {
        return Err(Finding::refused(msg::QUESTIONS_FILE_TOO_LARGE).with("limit", limits.bytes >> 20));
    }
    text::encoding::read(bytes)
}

/// Base64 with or without padding and white space.
pub(crate) fn base64_bytes(content: &str) -> Option<Vec<u8>> {
    const ENGINE: GeneralPurpose = GeneralPurpose::new(
        &alphabet::STANDARD,
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
    );
    let dense: Vec<u8> = content.bytes().filter(|b| !b.is_ascii_whitespace()).collect();
    ENGINE.decode(dense).ok()
}

/// Base64 for a file that is written.
pub(crate) fn base64_text(bytes: &[u8]) -> String {
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

/// The most changes reported about one question.
const MOST_FINDINGS: usize = 50;

/// A question while it is read: its files and what is to be said about it.
pub(crate) struct Reading {
    pub(crate) files: Files,
    pub(crate) notes: html::Notes,
    pub(crate) findings: Vec<Finding>,
}

impl Reading {
    pub(crate) fn new() -> Self {
        Self { files: Files::default(), notes: html::Notes::default(), findings: Vec::new() }
    }

    /// A foreign text as our Markdown.
    pub(crate) fn markdown(&mut self, foreign: &str, format: Format) -> String {
        self.markdown_marked(&text::clean(foreign), format)
    }

    /// The same for a text that is already clean and may hold marks of gaps, which become `[[1]]`.
    pub(crate) fn markdown_marked(&mut self, foreign: &str, format: Format) -> String {
        let looks_like_html = || {
            foreign
                .match_indices('<')
                .any(|(at, _)| foreign[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!'))
                || foreign.match_indices('&').any(|(at, _)| {
                    let name =
                        foreign[at + 1..].bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
                    name > 0 && foreign[at + 1 + name..].starts_with(';')
                })
        };
        let converted = match format {
            Format::Html => html::to_markdown(foreign, &mut self.files, &mut self.notes),
            Format::Markdown => markdown::take(foreign, &mut self.files, &mut self.notes),
            Format::Plain => text::escape(foreign),
            Format::Auto if looks_like_html() => html::to_markdown(foreign, &mut self.files, &mut self.notes),
            Format::Auto => text::escape(foreign),
        };
        converted.replace(text::GAP_OPEN, "[[").replace(text::GAP_CLOSE, "]]")
    }

    /// A foreign text as one line of plain text.
    pub(crate) fn plain(&mut self, foreign: &str, format: Format) -> String {
        let foreign = text::clean(foreign);
        let shown = match format {
            Format::Plain => foreign,
            Format::Auto if !foreign.contains(['<', '&']) => foreign,
            Format::Markdown => text::plain(&foreign),
            Format::Html | Format::Auto => text::plain(&html::to_markdown(&foreign, &mut self.files, &mut self.notes)),
        };
        one_line(&shown)
    }

    pub(crate) fn changed(&mut self, finding: Finding) {
        if self.findings.len() < MOST_FINDINGS && !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }

    /// Puts a question into the import when it is whole, else the reasons why not.
    pub(crate) fn finish(mut self, mut question: Question, line: usize, import: &mut Import) {
        question.text = question.text.trim().to_owned();
        if question.name.is_empty() {
            question.name = name_of(&question);
        }
        let name = question.name.clone();
        let checked = check(&question);
        let refused = checked.iter().any(|f| f.severity == Severity::Refused);
        for item in std::mem::take(&mut self.notes.removed) {
            self.changed(Finding::changed(msg::QUESTIONS_IMPORT_REMOVED).with("what", item));
        }
        for item in std::mem::take(&mut self.notes.pictures) {
            self.changed(Finding::changed(msg::QUESTIONS_IMPORT_PICTURE).with("what", item));
        }
        if refused {
            self.findings.clear();
            self.findings.extend(checked.into_iter().filter(|f| f.severity == Severity::Refused));
        } else {
            self.findings.extend(checked);
            import.entries.push(Entry { question, files: self.files.into_attachments() });
        }
        import.findings.extend(self.findings.into_iter().map(|f| f.at(line, &name)));
    }
}

/// One line without runs of spaces.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name for a question without one: the beginning of its text.
fn name_of(question: &Question) -> String {
    let name = crate::check::short(&one_line(&text::plain(&question.text)));
    if !name.is_empty() {
        name
    } else if question.code.is_empty() {
        "?".to_owned()
    } else {
        question.code.clone()
    }
}

/// A percentage of a file as a fraction. Files round thirds and the like to five places or fewer; the nearest simple
/// fraction within that rounding is meant, so that three thirds make a whole.
pub(crate) fn fraction_of_percent(percent: f64) -> Option<f64> {
    if !percent.is_finite() || percent.abs() > 100.001 {
        return None;
    }
    let exact = percent / 100.0;
    for parts in [1u32, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 20] {
        let parts = f64::from(parts);
        let whole = (exact * parts).round();
        if (exact - whole / parts).abs() < 0.000_002 {
            return Some(whole / parts);
        }
    }
    Some(exact)
}

/// A fraction as a percentage with up to five places, as Moodle writes them.
pub(crate) fn percent_of(fraction: f64) -> String {
    let text = format!("{:.5}", fraction * 100.0);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A category as a path without the course or system it was in, as Moodle writes them: `$course$/top/A/B` is `A/B`.
pub(crate) fn category_path(foreign: &str) -> String {
    let foreign = one_line(&text::clean(foreign));
    let mut path = foreign.trim_matches('/');
    let mut context = false;
    if let Some(rest) = path.strip_prefix('$')
        && let Some((name, rest)) = rest.split_once('$')
        && !name.contains('/')
    {
        path = rest.trim_start_matches('/');
        context = true;
    }
    if context && (path == "top" || path.starts_with("top/")) {
        path = path[3..].trim_start_matches('/');
    }
    path.to_owned()
}

/// A question without anything but a name, a text and a kind.
pub(crate) fn bare(name: String, text: String, kind: crate::model::Kind) -> Question {
    Question {
        name,
        code: String::new(),
        category: String::new(),
        text,
        points: 1.0,
        explanation: String::new(),
        hint: String::new(),
        feedback: crate::model::Feedback::default(),
        tags: Vec::new(),
        kind,
    }
}

/// The line of a place in a text, asked in rising order: each byte is looked at once.
pub(crate) struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        Self { bytes: text.as_bytes(), at: 0, line: 1 }
    }

    pub(crate) fn at(&mut self, place: usize) -> usize {
        let place = place.min(self.bytes.len());
        if place > self.at {
            self.line += self.bytes[self.at..place].iter().filter(|b| **b == b'\n').count();
            self.at = place;
        }
        self.line
    }
}
