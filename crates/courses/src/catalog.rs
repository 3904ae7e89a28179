//! The courses that come with the program.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

pub use crate::course::Audience;

static FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/catalog.rs"));

/// A named source: an act, a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its title.
    pub title: String,
    /// Its address; empty when it has none.
    #[serde(default)]
    pub url: String,
}

/// A module of a course: lessons in order, and the quiz that closes it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Module {
    /// Its title.
    pub title: String,
    /// What it is about.
    #[serde(default)]
    pub summary: String,
    /// The slugs of its lessons.
    pub lessons: Vec<String>,
    /// The quiz that closes it.
    pub quiz: Option<String>,
}

/// So many questions drawn from a category.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pool {
    /// The category: the slug of a lesson, or a name of its own.
    pub category: String,
    /// How many are drawn.
    pub count: u32,
}

/// A quiz of a course.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quiz {
    /// `final` closes the course, `pretest` lets a learner skip what they know.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Minutes for an attempt; 0 for no limit.
    #[serde(default)]
    pub time_limit_minutes: u32,
    /// Attempts allowed; 0 for any number.
    #[serde(default)]
    pub attempts: u32,
    /// Per cent needed to pass, 0 to 100.
    pub pass_percent: u8,
    /// Whether questions and answers are shuffled.
    #[serde(default)]
    pub shuffle: bool,
    /// What is drawn.
    pub pools: Vec<Pool>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    slug: String,
    title: String,
    title_en: String,
    summary: String,
    summary_en: String,
    audience: Audience,
    level: String,
    minutes: u32,
    open: bool,
    valid_months: u32,
    pass_percent: u8,
    competences: Vec<String>,
    outcomes: Vec<String>,
    updated: String,
    #[serde(default)]
    sources: Vec<Source>,
    modules: Vec<Module>,
    quizzes: Vec<Quiz>,
}

/// A word with its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The word.
    pub term: String,
    /// Its meaning.
    pub meaning: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Front {
    title: String,
    minutes: u32,
    #[serde(default)]
    objectives: Vec<String>,
    #[serde(default)]
    sources: Vec<String>,
    #[serde(default)]
    glossary: Vec<Term>,
}

/// A lesson as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// Its name in the folder: `01-wlasciwosc`.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Minutes it takes.
    pub minutes: u32,
    /// What a learner can do afterwards.
    pub objectives: Vec<String>,
    /// Provisions and pages it rests on.
    pub sources: Vec<String>,
    /// Words explained.
    pub glossary: Vec<Term>,
    /// The text in Markdown; see [`crate::text`].
    pub body: String,
}

/// One level of a criterion of an assignment's rubric.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Its name.
    pub label: String,
    /// Points it gives.
    pub points: u32,
    /// What work of this level looks like.
    pub text: String,
}

/// A criterion of an assignment's rubric.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// What is judged.
    pub criterion: String,
    /// Its levels, lowest first.
    pub levels: Vec<Level>,
}

/// An assignment marked with a rubric.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// Its title.
    pub title: String,
    /// What is to be done, in Markdown.
    pub instructions: String,
    /// The least number of words.
    #[serde(default)]
    pub min_words: u32,
    /// Whether files may be handed in.
    #[serde(default)]
    pub files: bool,
    /// How it is marked.
    pub rubric: Vec<Criterion>,
}

/// A course of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// Its name in addresses.
    pub slug: String,
    /// Title in Polish.
    pub title: String,
    /// Title in English.
    pub title_en: String,
    /// Two or three sentences in Polish.
    pub summary: String,
    /// The same in English.
    pub summary_en: String,
    /// For whom.
    pub audience: Audience,
    /// `basic`, `intermediate` or `advanced`.
    pub level: String,
    /// Minutes in all.
    pub minutes: u32,
    /// Whether it may be taken without an account.
    pub open: bool,
    /// Months a certificate is valid; 0 for ever.
    pub valid_months: u32,
    /// Per cent needed to pass.
    pub pass_percent: u8,
    /// Competences of DigComp 2.2.
    pub competences: Vec<String>,
    /// What a learner can do afterwards.
    pub outcomes: Vec<String>,
    /// Year and month of the last revision.
    pub updated: String,
    /// What it rests on.
    pub sources: Vec<Source>,
    /// Its modules.
    pub modules: Vec<Module>,
    /// Its quizzes.
    pub quizzes: Vec<Quiz>,
    /// Its lessons in order.
    pub lessons: Vec<Lesson>,
    /// Its questions, in the format of the crate `questions`.
    pub questions: String,
    /// Its assignment.
    pub assignment: Option<Assignment>,
    /// Its pictures: name as in the texts (`pictures/droga.svg`), content.
    pub pictures: Vec<(String, &'static [u8])>,
}

impl Course {
    /// A lesson by its slug.
    pub fn lesson(&self, slug: &str) -> Option<&Lesson> {
        self.lessons.iter().find(|l| l.slug == slug)
    }
}

/// What is wrong with a course of the catalogue.
#[derive(Debug, thiserror::Error)]
pub enum CatalogError {
    /// A file that must be there is not, or is not UTF-8.
    #[error("{0} is missing or is not UTF-8")]
    Missing(String),
    /// A file does not read.
    #[error("{0}: {1}")]
    Format(String, Box<toml::de::Error>),
    /// A lesson has no front matter.
    #[error("{0} does not begin with front matter between lines of +++")]
    Front(String),
}

static COURSES: LazyLock<Vec<Course>> = LazyLock::new(|| read(FILES).unwrap_or_default());

/// The courses of the catalogue, by title.
pub fn courses() -> &'static [Course] {
    &COURSES
}

/// A course of the catalogue by its slug.
pub fn course(slug: &str) -> Option<&'static Course> {
    COURSES.iter().find(|c| c.slug == slug)
}

fn text<'f>(files: &[(&str, &'f [u8])], name: &str) -> Result<&'f str, CatalogError> {
    let found = files.iter().find(|(n, _)| *n == name).map(|(_, bytes)| *bytes);
    found.and_then(|b| std::str::from_utf8(b).ok()).ok_or_else(|| CatalogError::Missing(name.to_owned()))
}

fn parse<T: for<'d> Deserialize<'d>>(name: &str, text: &str) -> Result<T, CatalogError> {
    toml::from_str(text).map_err(|e| CatalogError::Format(name.to_owned(), Box::new(e)))
}

/// Reads a lesson: front matter between lines of `+++`, then Markdown.
fn lesson(slug: &str, name: &str, text: &str) -> Result<Lesson, CatalogError> {
    let text = text.trim_start_matches('\u{feff}');
    let (front, body) = text
        .strip_prefix("+++\n")
        .and_then(|rest| rest.split_once("\n+++\n"))
        .ok_or_else(|| CatalogError::Front(name.to_owned()))?;
    let front: Front = parse(name, front)?;
    Ok(Lesson {
        slug: slug.to_owned(),
        title: front.title,
        minutes: front.minutes,
        objectives: front.objectives,
        sources: front.sources,
        glossary: front.glossary,
        body: body.trim().to_owned(),
    })
}

fn read(files: &'static [(&'static str, &'static [u8])]) -> Result<Vec<Course>, CatalogError> {
    let heads = files.iter().filter_map(|(name, _)| name.strip_suffix("/course.toml"));
    let mut courses = heads.map(|folder| read_course(files, folder)).collect::<Result<Vec<_>, _>>()?;
    courses.sort_by_cached_key(|c| law::fold::sort_key(&c.title));
    Ok(courses)
}

fn read_course(files: &'static [(&'static str, &'static [u8])], folder: &str) -> Result<Course, CatalogError> {
    let name = |rest: &str| format!("{folder}/{rest}");
    let head_name = name("course.toml");
    let head: Head = parse(&head_name, text(files, &head_name)?)?;
    let mut lessons = Vec::new();
    for slug in head.modules.iter().flat_map(|m| &m.lessons) {
        let name = name(&format!("lessons/{slug}.md"));
        lessons.push(lesson(slug, &name, text(files, &name)?)?);
    }
    let assignment_name = name("assignment.toml");
    let assignment = match text(files, &assignment_name) {
        Ok(found) => Some(parse(&assignment_name, found)?),
        Err(_) => None,
    };
    let prefix = name("");
    let pictures = files
        .iter()
        .filter_map(|(path, bytes)| {
            let rest = path.strip_prefix(&prefix).filter(|rest| rest.starts_with("pictures/"))?;
            Some((rest.to_owned(), *bytes))
        })
        .collect();
    Ok(Course {
        slug: head.slug,
        title: head.title,
        title_en: head.title_en,
        summary: head.summary,
        summary_en: head.summary_en,
        audience: head.audience,
        level: head.level,
        minutes: head.minutes,
        open: head.open,
        valid_months: head.valid_months,
        pass_percent: head.pass_percent,
        competences: head.competences,
        outcomes: head.outcomes,
        updated: head.updated,
        sources: head.sources,
        modules: head.modules,
        quizzes: head.quizzes,
        lessons,
        questions: text(files, &name("questions.toml"))?.to_owned(),
        assignment,
        pictures,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    #[test]
    fn six_courses_come_with_the_program() {
        let slugs: Vec<_> = read(FILES).expect("the catalogue reads").into_iter().map(|c| c.slug).collect();
        for slug in
            ["kpa", "dane-osobowe", "cyberbezpieczenstwo", "dostepnosc-cyfrowa", "prosty-jezyk", "segregacja-odpadow"]
        {
            assert!(slugs.iter().any(|s| s == slug), "{slug} of {slugs:?}");
        }
    }

    #[test]
    fn every_course_is_whole() {
        for course in courses() {
            let slug = &course.slug;
            assert!(course.lessons.len() >= 6, "{slug}");
            assert!(course.sources.len() >= 3, "{slug}: it rests on named sources");
            for source in &course.sources {
                let address = source.url.is_empty() || source.url.starts_with("https://");
                assert!(!source.title.trim().is_empty() && address, "{slug}: {source:?}");
            }
            assert_eq!(course.minutes, course.lessons.iter().map(|l| l.minutes).sum::<u32>(), "{slug}: minutes");
            for id in ["pretest", "final"].into_iter().chain(course.modules.iter().filter_map(|m| m.quiz.as_deref())) {
                assert!(course.quizzes.iter().any(|q| q.id == id), "{slug}: quiz {id}");
            }
            assert!(course.assignment.as_ref().is_some_and(|a| a.rubric.len() >= 3), "{slug}");
            for lesson in &course.lessons {
                let rendered = text::render(&lesson.body, &|file| {
                    course.pictures.iter().any(|(name, _)| name == file).then(|| file.to_owned())
                });
                for picture in &rendered.pictures {
                    assert!(!picture.alt.is_empty(), "{slug}/{}: {}", lesson.slug, picture.file);
                    assert!(
                        course.pictures.iter().any(|(name, _)| *name == picture.file),
                        "{slug}/{}: {}",
                        lesson.slug,
                        picture.file
                    );
                }
                assert!(!lesson.sources.is_empty(), "{slug}/{}: no source", lesson.slug);
                let mut level = 1;
                for heading in &rendered.headings {
                    assert!(heading.level <= level + 1, "{slug}/{}: {}", lesson.slug, heading.text);
                    level = heading.level;
                }
            }
        }
    }
}
