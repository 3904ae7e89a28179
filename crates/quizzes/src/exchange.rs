//! Question files of other programs: into a bank, and out of it.

use std::collections::{BTreeSet, HashSet};

use courses::{FileKind, FileRow, NewFile};
use db::{Conn, q};
use kernel::{Ctx, Fault, OfficeScope, Result, ids::CourseId};
use questions::{Attachment, Entry, Export, Finding, Import, Kind, Limits, Question, aiken, gift, moodle};

use crate::{
    bank::{self, MOST_QUESTIONS, QuestionRow},
    msg,
};

db::text_enum! {
    /// A format of question files.
    pub enum Format {
        /// Moodle XML.
        Moodle = "moodle",
        /// GIFT, Moodle's text format.
        Gift = "gift",
        /// Aiken: plain text, one right option a question.
        Aiken = "aiken",
    }
}

impl Format {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Format::Moodle => msg::QUIZZES_FORMAT_MOODLE,
            Format::Gift => msg::QUIZZES_FORMAT_GIFT,
            Format::Aiken => msg::QUIZZES_FORMAT_AIKEN,
        }
    }
    /// How its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Moodle => "xml",
            Format::Gift => "gift",
            Format::Aiken => "txt",
        }
    }
    /// The format a file seems to be of, by its name and beginning.
    pub fn guess(name: &str, head: &[u8]) -> Self {
        let name = name.to_lowercase();
        let text = String::from_utf8_lossy(head);
        if name.ends_with(".xml") || text.trim_start_matches('\u{feff}').trim_start().starts_with('<') {
            Format::Moodle
        } else if name.ends_with(".gift") || !text.lines().any(|l| l.trim_start().starts_with("ANSWER:")) {
            Format::Gift
        } else {
            Format::Aiken
        }
    }
}

/// Reads a file.
///
/// # Errors
/// A file that is refused whole: the finding says why and in which line.
pub fn read(format: Format, bytes: &[u8]) -> Result<Import, Finding> {
    let limits = Limits::default();
    match format {
        Format::Moodle => moodle::import(bytes, &limits),
        Format::Gift => gift::import(bytes, &limits),
        Format::Aiken => aiken::import(bytes, &limits),
    }
}

/// Writes questions.
pub fn write(format: Format, entries: &[Entry]) -> Export {
    match format {
        Format::Moodle => moodle::export(entries),
        Format::Gift => gift::export(entries),
        Format::Aiken => aiken::export(entries),
    }
}

/// A question on its way into a bank; its files are in the store already.
#[derive(Debug, Clone)]
pub struct Arriving {
    /// The question; its texts name the files by their names in the course.
    pub question: Question,
    /// Its files.
    pub files: Vec<NewFile>,
}

/// Puts the files of an entry into the store and names them anew, so that files of two questions never take each other's
/// place. Only pictures are taken (PNG, JPEG, GIF, WebP); the names of others are given back.
///
/// # Errors
/// `Unavailable` when the store is away.
pub async fn arrive(app: &web::App, entry: Entry) -> Result<(Arriving, Vec<String>)> {
    let mut left_out = Vec::new();
    let mut files = Vec::new();
    let mut names = Vec::new();
    for file in entry.files {
        let Attachment { name, alt, bytes } = file;
        let stored = app.blobs.put_bytes(bytes, &name).await?;
        if !matches!(stored.media_type.as_str(), "image/png" | "image/jpeg" | "image/gif" | "image/webp") {
            left_out.push(name);
            continue;
        }
        let short: String = stored.hex().chars().take(10).collect();
        let new = format!("files/{short}-{name}");
        names.push((name, new.clone()));
        files.push(NewFile { name: new, kind: FileKind::Picture, alt, transcript: String::new(), stored });
    }
    Ok((Arriving { question: renamed(entry.question, names)?, files }, left_out))
}

/// Writes the new names of files into the texts of a question.
fn renamed(question: Question, mut names: Vec<(String, String)>) -> Result<Question> {
    if names.is_empty() {
        return Ok(question);
    }
    // The longest first: one name may begin another. The mark keeps what was renamed from being renamed again.
    names.sort_by_key(|(old, _)| std::cmp::Reverse(old.len()));
    let mut text = serde_json::to_string(&question).map_err(Fault::internal)?;
    for (old, new) in &names {
        text = text.replace(&format!("files/{old}"), &new.replace("files/", "files\u{e010}"));
    }
    serde_json::from_str(&text.replace("files\u{e010}", "files/")).map_err(Fault::internal)
}

/// Adds questions with their files to the bank of a course: all of them or, when anything is at fault, none. Questions that
/// the bank has already (the same text and answers) are passed over when `only_new`. Gives how many were added.
///
/// # Errors
/// `Invalid` when there would be too many; `NotFound` when the office has no such course.
pub async fn take(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    course: CourseId,
    arriving: &[Arriving],
    only_new: bool,
) -> Result<usize> {
    bank::courses_own(c, scope, course).await?;
    let known = Known::of(if only_new { bank::all(c, course).await? } else { Vec::new() }.iter())?;
    let mut new = Vec::new();
    for one in arriving {
        if !known.has(&one.question)? {
            new.push(one);
        }
    }
    let (count,): (i64,) = c.one(q!("SELECT COUNT(*) FROM question WHERE course_id = $1", course)).await?;
    if !new.is_empty() && count.saturating_add(i64::try_from(new.len()).unwrap_or(i64::MAX)) > MOST_QUESTIONS {
        return Err(Fault::invalid(msg::QUIZZES_FAULT_FULL).arg("most", MOST_QUESTIONS));
    }
    let added = new.len();
    let mut named = BTreeSet::new();
    for one in new {
        for file in &one.files {
            if named.insert(file.name.clone()) {
                // Without an alternative text the check of the course asks for one.
                courses::bring_file(c, ctx, scope, course, file).await?;
            }
        }
        bank::insert(c, ctx, scope, course, &one.question).await?;
    }
    let entry = audit::Entry::admin("questions.imported", "course", course).detail("questions", added);
    audit::write(c, ctx, Some(scope.office()), &entry).await?;
    Ok(added)
}

/// What a bank has: the texts of its questions with their answers.
#[derive(Debug, Clone, Default)]
pub struct Known(HashSet<String>);

impl Known {
    /// That of these questions.
    ///
    /// # Errors
    /// `Internal` when a question cannot be written as JSON.
    pub fn of<'a>(bank: impl Iterator<Item = &'a QuestionRow>) -> Result<Self> {
        bank.map(|row| text_and_answers(&row.content.0)).collect::<Result<_>>().map(Self)
    }

    /// Whether there is a question with this text and these answers.
    ///
    /// # Errors
    /// `Internal` when the question cannot be written as JSON.
    pub fn has(&self, question: &Question) -> Result<bool> {
        Ok(!self.0.is_empty() && self.0.contains(&text_and_answers(question)?))
    }
}

/// What makes two questions the same: the text and the answers, in one.
fn text_and_answers(Question { text, kind, .. }: &Question) -> Result<String> {
    serde_json::to_string::<(&String, &Kind)>(&(text, kind)).map_err(Fault::internal)
}

/// Questions of a bank as entries of a file, with the pictures they name.
///
/// # Errors
/// `Unavailable` when the store is away.
pub async fn entries(app: &web::App, bank: &[QuestionRow], files: &[FileRow]) -> Result<Vec<Entry>> {
    let mut all = Vec::new();
    for row in bank {
        let text = serde_json::to_string(&row.content.0).map_err(Fault::internal)?;
        let mut attached = Vec::new();
        for file in files.iter().filter(|f| f.name.starts_with("files/") && text.contains(f.name.as_str())) {
            let Some(hash) = file.object() else { continue };
            attached.push(Attachment {
                name: file.name.trim_start_matches("files/").to_owned(),
                alt: file.alt.clone(),
                bytes: app.blobs.get_bytes(&hash).await?.to_vec(),
            });
        }
        all.push(Entry { question: row.content.0.clone(), files: attached });
    }
    Ok(all)
}

/// The rows of a bank in one category, or all.
pub fn of_category(bank: Vec<QuestionRow>, category: Option<&str>) -> Vec<QuestionRow> {
    bank.into_iter().filter(|r| category.is_none_or(|c| r.content.0.category == c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_never_take_each_others_place() {
        let text = "![a](files/a.png) ![b](files/a.png-2.png) [c](files/b.png)".to_owned();
        let question = Question { text, ..questions::sample() };
        let names = [("a.png", "files/1-a.png"), ("a.png-2.png", "files/2-a.png-2.png")];
        let names = names.map(|(a, b)| (a.to_owned(), b.to_owned())).to_vec();
        let done = renamed(question, names).expect("JSON");
        assert_eq!(done.text, "![a](files/1-a.png) ![b](files/2-a.png-2.png) [c](files/b.png)");
    }

    #[test]
    fn the_format_is_guessed_from_name_and_beginning() {
        for (name, head, format) in [
            ("pytania.xml", "", Format::Moodle),
            ("bez", "\u{feff} <?xml version='1.0'?>", Format::Moodle),
            ("a.txt", "Kto?\nA) x\nB) y\nANSWER: A", Format::Aiken),
            ("a.txt", "::t:: Kto? {=x ~y}", Format::Gift),
        ] {
            assert_eq!(Format::guess(name, head.as_bytes()), format, "{name}");
        }
    }
}
