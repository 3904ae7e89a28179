//! What stands in the way of people with disabilities, and of plain language, in a course.
//!
//! [`check`] looks at the text as its author wrote it, so that each finding names the line. To add a rule: a variant of
//! [`Rule`] with its texts (what is wrong, what to do), and where it is found, in `structure.rs` (WCAG 2.1), `language.rs`
//! (sentences, words) or `contrast.rs` (pictures).

mod contrast;
mod jargon;
mod language;
mod structure;

use std::collections::HashSet;

use kernel::{Arg, Args, ids::CourseFileId, ids::ItemId};

use crate::{Content, FileKind, Item, ItemKind, Lesson, Written, content::FileRef, hooks, msg};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Somebody cannot use it: a criterion of WCAG 2.1 is not met, or something is missing.
    Must,
    /// It can be made easier.
    Should,
}

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// A course without a summary.
    NoSummary,
    /// A course that does not say what one learns.
    NoOutcomes,
    /// A lesson without text.
    EmptyLesson,
    /// A long lesson without headings (WCAG 2.4.6).
    NoHeadings,
    /// A level of headings is left out (WCAG 1.3.1).
    HeadingSkipped,
    /// A heading without words (WCAG 2.4.6).
    HeadingEmpty,
    /// A heading that stands twice (WCAG 2.4.6).
    HeadingTwice,
    /// A picture without alternative text (WCAG 1.1.1).
    NoAlt,
    /// An alternative text that is the name of a file or says only "picture" (WCAG 1.1.1).
    PoorAlt,
    /// An alternative text too long to listen to.
    LongAlt,
    /// A file the course does not have.
    FileMissing,
    /// A film without captions (WCAG 1.2.2).
    NoCaptions,
    /// A film or a recording without its words (WCAG 1.2.1, 1.2.3).
    NoTranscript,
    /// Link text that says nothing by itself (WCAG 2.4.4).
    PoorLink,
    /// An address that leads nowhere or is not allowed.
    BadLink,
    /// A table with a column without heading (WCAG 1.3.1).
    TableHeading,
    /// Text of a picture that can hardly be seen (WCAG 1.4.3).
    Contrast,
    /// A sentence that is too long.
    LongSentence,
    /// A paragraph that is too long.
    LongParagraph,
    /// A text that asks for many years of school.
    Fog,
    /// A word of officials that has a plainer one.
    Jargon,
    /// Words in capital letters.
    Capitals,
    /// A file activity without its file.
    NoFile,
    /// An activity that cannot be taken as it is, with the key of what its subject says ([`crate::register_check`]).
    Unready(&'static str),
}

impl Rule {
    /// How much it matters.
    pub fn severity(self) -> Severity {
        match self {
            Rule::NoSummary
            | Rule::EmptyLesson
            | Rule::HeadingSkipped
            | Rule::HeadingEmpty
            | Rule::NoAlt
            | Rule::PoorAlt
            | Rule::FileMissing
            | Rule::NoCaptions
            | Rule::NoTranscript
            | Rule::PoorLink
            | Rule::BadLink
            | Rule::TableHeading
            | Rule::Contrast
            | Rule::NoFile
            | Rule::Unready(_) => Severity::Must,
            Rule::NoOutcomes
            | Rule::NoHeadings
            | Rule::HeadingTwice
            | Rule::LongAlt
            | Rule::LongSentence
            | Rule::LongParagraph
            | Rule::Fog
            | Rule::Jargon
            | Rule::Capitals => Severity::Should,
        }
    }

    /// The keys of what is wrong and of what to do.
    pub fn texts(self) -> (&'static str, &'static str) {
        match self {
            Rule::NoSummary => (msg::COURSES_CHECK_NO_SUMMARY, msg::COURSES_CHECK_NO_SUMMARY_DO),
            Rule::NoOutcomes => (msg::COURSES_CHECK_NO_OUTCOMES, msg::COURSES_CHECK_NO_OUTCOMES_DO),
            Rule::EmptyLesson => (msg::COURSES_CHECK_EMPTY_LESSON, msg::COURSES_CHECK_EMPTY_LESSON_DO),
            Rule::NoHeadings => (msg::COURSES_CHECK_NO_HEADINGS, msg::COURSES_CHECK_NO_HEADINGS_DO),
            Rule::HeadingSkipped => (msg::COURSES_CHECK_HEADING_SKIPPED, msg::COURSES_CHECK_HEADING_SKIPPED_DO),
            Rule::HeadingEmpty => (msg::COURSES_CHECK_HEADING_EMPTY, msg::COURSES_CHECK_HEADING_EMPTY_DO),
            Rule::HeadingTwice => (msg::COURSES_CHECK_HEADING_TWICE, msg::COURSES_CHECK_HEADING_TWICE_DO),
            Rule::NoAlt => (msg::COURSES_CHECK_NO_ALT, msg::COURSES_CHECK_NO_ALT_DO),
            Rule::PoorAlt => (msg::COURSES_CHECK_POOR_ALT, msg::COURSES_CHECK_POOR_ALT_DO),
            Rule::LongAlt => (msg::COURSES_CHECK_LONG_ALT, msg::COURSES_CHECK_LONG_ALT_DO),
            Rule::FileMissing => (msg::COURSES_CHECK_FILE_MISSING, msg::COURSES_CHECK_FILE_MISSING_DO),
            Rule::NoCaptions => (msg::COURSES_CHECK_NO_CAPTIONS, msg::COURSES_CHECK_NO_CAPTIONS_DO),
            Rule::NoTranscript => (msg::COURSES_CHECK_NO_TRANSCRIPT, msg::COURSES_CHECK_NO_TRANSCRIPT_DO),
            Rule::PoorLink => (msg::COURSES_CHECK_POOR_LINK, msg::COURSES_CHECK_POOR_LINK_DO),
            Rule::BadLink => (msg::COURSES_CHECK_BAD_LINK, msg::COURSES_CHECK_BAD_LINK_DO),
            Rule::TableHeading => (msg::COURSES_CHECK_TABLE_HEADING, msg::COURSES_CHECK_TABLE_HEADING_DO),
            Rule::Contrast => (msg::COURSES_CHECK_CONTRAST, msg::COURSES_CHECK_CONTRAST_DO),
            Rule::LongSentence => (msg::COURSES_CHECK_LONG_SENTENCE, msg::COURSES_CHECK_LONG_SENTENCE_DO),
            Rule::LongParagraph => (msg::COURSES_CHECK_LONG_PARAGRAPH, msg::COURSES_CHECK_LONG_PARAGRAPH_DO),
            Rule::Fog => (msg::COURSES_CHECK_FOG, msg::COURSES_CHECK_FOG_DO),
            Rule::Jargon => (msg::COURSES_CHECK_JARGON, msg::COURSES_CHECK_JARGON_DO),
            Rule::Capitals => (msg::COURSES_CHECK_CAPITALS, msg::COURSES_CHECK_CAPITALS_DO),
            Rule::NoFile => (msg::COURSES_CHECK_NO_FILE, msg::COURSES_CHECK_NO_FILE_DO),
            Rule::Unready(key) => (key, msg::COURSES_CHECK_UNREADY_DO),
        }
    }
}

/// Where a finding is mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In the settings of the course.
    Settings,
    /// In an activity, at a line of its text (from 1) where it has one.
    Item(ItemId, Option<u32>),
    /// On a page of another subject: what follows the course in its address.
    Page(String),
    /// At a file.
    File(CourseFileId),
}

/// Something to be mended.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What.
    pub rule: Rule,
    /// Where.
    pub place: Place,
    /// The title of the activity or the name of the file; empty for the course itself.
    pub of: String,
    /// Which of several texts it is in: the key of its name ([`Written::part`]); empty where there is one only.
    pub part: &'static str,
    /// The words at fault, at most 120 characters; may be empty.
    pub quote: String,
    /// Values of its texts.
    pub args: Args,
}

/// At most so many characters of a text are quoted.
const QUOTED: usize = 120;

/// The beginning of a text.
fn quoted(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= QUOTED {
        return text;
    }
    let cut: String = text.chars().take(QUOTED).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole).to_owned();
    format!("{cut}…")
}

/// Gathers the findings of one text.
struct Found<'a> {
    item: ItemId,
    page: Option<&'a str>,
    title: &'a str,
    part: &'static str,
    all: Vec<Finding>,
}

impl Found<'_> {
    fn add(&mut self, rule: Rule, line: Option<u32>, quote: &str, args: Vec<(&'static str, Arg)>) {
        self.all.push(Finding {
            rule,
            place: self.page.map_or(Place::Item(self.item, line), |page| Place::Page(page.to_owned())),
            of: self.title.to_owned(),
            part: self.part,
            quote: quoted(quote),
            args,
        });
    }
}

/// Looks at one lesson.
pub fn check_lesson(item: ItemId, title: &str, lesson: &Lesson, files: &[FileRef], language: &str) -> Vec<Finding> {
    let mut found = Found { item, page: None, title, part: "", all: Vec::new() };
    if lesson.paragraphs.is_empty() && lesson.pictures.is_empty() {
        found.add(Rule::EmptyLesson, None, "", Vec::new());
        return found.all;
    }
    structure::look(&lesson.body, files, !lesson.transcript.trim().is_empty(), &mut found);
    language::look(&lesson.body, language, &mut found);
    found.all
}

/// Looks at a text that another subject keeps, by the rules for lessons.
fn check_written(item: &Item, text: &Written, content: &Content) -> Vec<Finding> {
    let title = if text.of.is_empty() { item.title.clone() } else { format!("{}: {}", item.title, text.of) };
    let mut found =
        Found { item: item.id, page: text.page.as_deref(), title: &title, part: text.part, all: Vec::new() };
    structure::look(&text.markdown, &content.files, false, &mut found);
    language::look(&text.markdown, &content.course.language, &mut found);
    found.all
}

/// Looks at a course: what it says of itself, every lesson, the texts of quizzes and assignments
/// ([`crate::register_texts`]), and pictures that nobody has described yet. What is in pictures is looked at by
/// [`check_pictures`], which needs their content.
pub fn check(content: &Content) -> Vec<Finding> {
    let mut all = Vec::new();
    let course = |rule| Finding {
        rule,
        place: Place::Settings,
        of: String::new(),
        part: "",
        quote: String::new(),
        args: Vec::new(),
    };
    if content.course.summary.trim().is_empty() {
        all.push(course(Rule::NoSummary));
    }
    if content.course.outcomes.is_empty() {
        all.push(course(Rule::NoOutcomes));
    }
    // A question that several quizzes may draw is looked at once.
    let mut seen = HashSet::new();
    for item in content.items() {
        let texts = hooks::texts(item.kind, &item.part);
        for text in texts.iter().filter(|t| t.page.is_none() || seen.insert((t.page.clone(), t.markdown.clone()))) {
            all.extend(check_written(item, text, content));
        }
        if let Some(lesson) = &item.lesson {
            all.extend(check_lesson(item.id, &item.title, lesson, &content.files, &content.course.language));
        }
        if let Some(key) = hooks::unready(item.kind, &item.part) {
            let (rule, place, of) = (Rule::Unready(key), Place::Item(item.id, None), item.title.clone());
            all.push(Finding { rule, place, of, part: "", quote: String::new(), args: Vec::new() });
        }
        if item.kind == ItemKind::File {
            let file = item.settings.get("file").and_then(|f| f.as_str()?.parse::<CourseFileId>().ok());
            if file.and_then(|id| content.file_by_id(id)).is_none() {
                let place = Place::Item(item.id, None);
                let (rule, of) = (Rule::NoFile, item.title.clone());
                all.push(Finding { rule, place, of, part: "", quote: String::new(), args: Vec::new() });
            }
        }
    }
    for file in content.files.iter().filter(|f| f.kind == FileKind::Picture && f.alt.trim().is_empty()) {
        let (place, of, quote) = (Place::File(file.id), file.name.clone(), String::new());
        all.push(Finding { rule: Rule::NoAlt, place, of, part: "", quote, args: Vec::new() });
    }
    all
}

/// Looks at drawings (SVG): text that can hardly be seen on what lies under it, where that can be computed.
pub fn check_pictures(content: &Content, drawings: &[(CourseFileId, String)]) -> Vec<Finding> {
    let mut all = Vec::new();
    for (id, svg) in drawings {
        let Some(file) = content.file_by_id(*id).filter(|f| f.kind == FileKind::Picture) else { continue };
        for faint in contrast::look(svg) {
            all.push(Finding {
                rule: Rule::Contrast,
                place: Place::File(*id),
                of: file.name.clone(),
                part: "",
                quote: quoted(&faint.text),
                args: vec![
                    ("ratio", format!("{:.1}", faint.ratio).into()),
                    ("needed", format!("{:.1}", faint.needed).into()),
                ],
            });
        }
    }
    all
}

#[cfg(test)]
mod tests;
