//! What learners take: a version of a course, made ready once and never changed.

use std::collections::HashMap;

use jiff::civil::Date;
use kernel::{
    Lang,
    ids::{CourseFileId, CourseId, CourseVersionId, ItemId, ModuleId, OfficeId},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    CourseRow, FileKind, FileRow, ItemKind, LessonText,
    catalog::{Source, Term},
    course::{Audience, Level},
    text::{self, Heading, Media, Picture},
};

/// What a course said of itself when the version was published.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// The course.
    pub id: CourseId,
    /// Whose it is.
    pub office: OfficeId,
    /// Its name in addresses.
    pub slug: String,
    /// The title.
    pub title: String,
    /// The title in English; may be empty.
    pub title_en: String,
    /// Two or three sentences.
    pub summary: String,
    /// The same in English; may be empty.
    pub summary_en: String,
    /// For whom.
    pub audience: Audience,
    /// Whether it may be taken without an account.
    pub open: bool,
    /// The language of its lessons.
    pub language: String,
    /// What it expects.
    pub level: Level,
    /// Minutes of its required activities.
    pub minutes: u32,
    /// Months a certificate is valid; none for ever.
    pub valid_months: Option<u32>,
    /// Per cent of the points with which a new quiz of the course begins; each quiz has its own threshold.
    pub pass_percent: u32,
    /// Competences of DigComp 2.2.
    pub competences: Vec<String>,
    /// What a learner can do afterwards.
    pub outcomes: Vec<String>,
    /// What it rests on.
    pub sources: Vec<Source>,
}

impl Facts {
    pub(crate) fn of(row: &CourseRow) -> Self {
        Self {
            id: row.id,
            office: row.office,
            slug: row.slug.clone(),
            title: row.title.clone(),
            title_en: row.title_en.clone(),
            summary: row.summary.clone(),
            summary_en: row.summary_en.clone(),
            audience: row.audience,
            open: row.open,
            language: row.language.clone(),
            level: row.level,
            minutes: row.minutes,
            valid_months: row.valid_months,
            pass_percent: row.pass_percent,
            competences: row.competences.0.clone(),
            outcomes: row.outcomes.0.clone(),
            sources: row.sources.0.clone(),
        }
    }
    /// The title in a language; the course's own where it has no other.
    pub fn title_in(&self, lang: Lang) -> &str {
        lang.choose(&self.title, &self.title_en)
    }
    /// The summary in a language; the course's own where it has no other.
    pub fn summary_in(&self, lang: Lang) -> &str {
        lang.choose(&self.summary, &self.summary_en)
    }
    /// The day a certificate issued on a day is valid until; none for ever.
    pub fn valid_until(&self, issued: Date) -> Option<Date> {
        let months = i64::from(self.valid_months?);
        issued.checked_add(jiff::Span::new().try_months(months).ok()?).ok()
    }
}

/// A file as a version knows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FileRef {
    /// The file.
    pub id: CourseFileId,
    /// Its name in lessons.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
    /// What it shows or is.
    pub alt: String,
    /// Files with its captions.
    pub captions: Vec<CourseFileId>,
    /// What is said in it.
    pub transcript: String,
    /// Its media type.
    pub media_type: String,
    /// Bytes.
    pub size: i64,
}

impl FileRef {
    pub(crate) fn of(row: &FileRow) -> Self {
        Self {
            id: row.id,
            name: row.name.clone(),
            kind: row.kind,
            alt: row.alt.clone(),
            captions: row.captions.0.clone(),
            transcript: row.transcript.clone(),
            media_type: row.media_type.clone(),
            size: row.size,
        }
    }
    /// Where it is served.
    pub fn address(&self) -> String {
        address(self.id)
    }
}

/// Where a file of a course is served.
pub fn address(file: CourseFileId) -> String {
    format!("/courses/files/{file}")
}

/// A lesson made ready.
#[derive(Debug, Clone, PartialEq)]
pub struct Lesson {
    /// Safe HTML; see [`crate::text`].
    pub html: String,
    /// Its headings in order, for a table of contents.
    pub toc: Vec<Heading>,
    /// What a learner can do afterwards.
    pub objectives: Vec<String>,
    /// Provisions and pages it rests on.
    pub sources: Vec<String>,
    /// Words explained.
    pub glossary: Vec<Term>,
    /// What is said in its films, in words; may be empty.
    pub transcript: String,
    /// Its pictures and films in order.
    pub pictures: Vec<Picture>,
    /// Addresses of its links with their words.
    pub links: Vec<(String, String)>,
    /// Its words without markup, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// The text as written, in Markdown.
    pub body: String,
    /// The language it is written in: `pl`, `en`.
    pub language: String,
}

/// An activity.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The identifier; the same in every version.
    pub id: ItemId,
    /// What it is.
    pub kind: ItemKind,
    /// The title.
    pub title: String,
    /// Minutes it takes.
    pub minutes: u32,
    /// Whether the course is complete only with it.
    pub required: bool,
    /// What its kind needs to know.
    pub settings: Value,
    /// Its definition as given by [`crate::register_part`] when the version was published; `null` when by nobody.
    pub part: Value,
    /// Its text, for a lesson.
    pub lesson: Option<Lesson>,
}

/// A module.
#[derive(Debug, Clone, PartialEq)]
pub struct Module {
    /// The identifier; the same in every version.
    pub id: ModuleId,
    /// The title.
    pub title: String,
    /// What it is about; may be empty.
    pub summary: String,
    /// Its activities in order.
    pub items: Vec<Item>,
}

/// A version of a course made ready, or the course as it is being written.
#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    /// The version; none for a course as it is being written.
    pub version: Option<CourseVersionId>,
    /// Its number, from 1; 0 for a course as it is being written.
    pub number: u32,
    /// What the course says of itself.
    pub course: Facts,
    /// Its modules in order.
    pub modules: Vec<Module>,
    /// Its files.
    pub files: Vec<FileRef>,
    places: HashMap<ItemId, (usize, usize)>,
}

impl Content {
    /// All activities in order.
    pub fn items(&self) -> impl DoubleEndedIterator<Item = &Item> {
        self.modules.iter().flat_map(|m| &m.items)
    }
    /// An activity.
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        let (module, item) = self.places.get(&id)?;
        self.modules.get(*module)?.items.get(*item)
    }
    /// The module of an activity.
    pub fn module_of(&self, id: ItemId) -> Option<&Module> {
        self.modules.get(self.places.get(&id)?.0)
    }
    /// The activity after one.
    pub fn next(&self, id: ItemId) -> Option<&Item> {
        self.items().skip_while(|i| i.id != id).nth(1)
    }
    /// The activity before one.
    pub fn previous(&self, id: ItemId) -> Option<&Item> {
        self.items().rev().skip_while(|i| i.id != id).nth(1)
    }
    /// A file by its name in lessons.
    pub fn file(&self, name: &str) -> Option<&FileRef> {
        self.files.iter().find(|f| f.name == name)
    }
    /// A file by its identifier.
    pub fn file_by_id(&self, id: CourseFileId) -> Option<&FileRef> {
        self.files.iter().find(|f| f.id == id)
    }

    /// Makes a snapshot ready.
    pub(crate) fn of(snapshot: Snapshot, version: Option<CourseVersionId>, number: u32) -> Self {
        let Snapshot { course, modules, files } = snapshot;
        let language = course.language.clone();
        let mut places = HashMap::new();
        let mut ready = Vec::with_capacity(modules.len());
        for (m, module) in modules.into_iter().enumerate() {
            let mut items = Vec::with_capacity(module.items.len());
            for (i, item) in module.items.into_iter().enumerate() {
                places.insert(item.id, (m, i));
                items.push(Item {
                    id: item.id,
                    kind: item.kind,
                    title: item.title,
                    minutes: item.minutes,
                    required: item.required,
                    settings: item.settings,
                    part: item.part,
                    lesson: item.lesson.map(|l| lesson_of(l, &files, &language)),
                });
            }
            ready.push(Module { id: module.id, title: module.title, summary: module.summary, items });
        }
        Self { version, number, course, modules: ready, files, places }
    }
}

/// Makes the text of a lesson ready.
pub(crate) fn lesson_of(text: LessonText, files: &[FileRef], language: &str) -> Lesson {
    let rendered = text::render_media(&text.body, &|name| media(files, name, language));
    Lesson {
        html: rendered.html,
        toc: rendered.headings,
        objectives: text.objectives,
        sources: text.sources,
        glossary: text.glossary,
        transcript: text.transcript,
        pictures: rendered.pictures,
        links: rendered.links,
        paragraphs: rendered.paragraphs,
        body: text.body,
        language: language.to_owned(),
    }
}

/// How a file named in a text is shown.
fn media(files: &[FileRef], name: &str, language: &str) -> Option<Media> {
    let file = files.iter().find(|f| f.name == name)?;
    let src = file.address();
    let transcript = file.transcript.clone();
    Some(match file.kind {
        FileKind::Picture => Media::Picture { src },
        FileKind::Video => Media::Video {
            src,
            captions: file.captions.iter().map(|id| address(*id)).collect(),
            transcript,
            language: language.to_owned(),
        },
        FileKind::Audio => Media::Audio { src, transcript, language: language.to_owned() },
        FileKind::Captions | FileKind::Document => Media::Document { src },
    })
}

/// A version as it is stored: texts as written, definitions as given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Snapshot {
    pub course: Facts,
    pub modules: Vec<ModuleSnapshot>,
    pub files: Vec<FileRef>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct ModuleSnapshot {
    pub id: ModuleId,
    pub title: String,
    pub summary: String,
    pub items: Vec<ItemSnapshot>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct ItemSnapshot {
    pub id: ItemId,
    pub kind: ItemKind,
    pub title: String,
    pub minutes: u32,
    pub required: bool,
    pub settings: Value,
    #[serde(default)]
    pub part: Value,
    #[serde(default)]
    pub lesson: Option<LessonText>,
}
