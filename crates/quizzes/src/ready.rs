//! A quiz of a published version made ready: its texts as HTML once, kept in memory, since versions never change.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use courses::{Content, FileKind, Item, ItemKind, text};
use db::{Conn, Db};
use kernel::{
    Fault, Result,
    ids::{CourseId, CourseVersionId, ItemId, OfficeId, QuestionId},
};
use questions::{GapKind, Kind, Pool, Question, draw, gap_marks, shuffled};

use crate::{Settings, quiz::Definition};

/// How many quizzes are kept ready in each process.
const ROOM: usize = 400;
/// Private-use signs around the number of a gap while its text is rendered.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

/// A piece of a question's text.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// Safe HTML.
    Html(String),
    /// A gap, counted from 0.
    Gap(usize),
}

/// A question ready to be asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The question in the bank.
    pub id: QuestionId,
    /// Which of its versions.
    pub version: i64,
    /// What is asked and what counts.
    pub question: Question,
    /// Its text; only a gap text has gaps.
    pub text: Vec<Piece>,
    /// Its options, left sides or items as safe HTML that may stand in a line.
    pub options: Vec<String>,
    /// The hint as safe HTML; empty for none.
    pub hint: String,
    /// Why the answer is right, as safe HTML; empty for none.
    pub explanation: String,
}

/// A quiz of a published version made ready.
#[derive(Debug, Clone, PartialEq)]
pub struct Quiz {
    /// The version; none for a quiz as it is being written.
    pub course_version: Option<CourseVersionId>,
    /// The activity.
    pub item: ItemId,
    /// Its course.
    pub course: CourseId,
    /// The office that holds the course.
    pub office: OfficeId,
    /// The course's name in addresses.
    pub slug: String,
    /// The title of the course.
    pub course_title: String,
    /// The title of the course in English; may be empty.
    pub course_title_en: String,
    /// The title of the quiz.
    pub title: String,
    /// The rules.
    pub settings: Settings,
    /// What is said before it begins, as safe HTML.
    pub intro: String,
    /// The questions that may be drawn.
    pub questions: Vec<Asked>,
    /// The lessons of the course.
    pub lessons: Vec<ItemId>,
    /// The activity after the quiz.
    pub next: Option<(ItemId, String)>,
    pools: Vec<Pool<usize>>,
}

impl Quiz {
    /// Makes the quiz of an activity ready.
    ///
    /// # Errors
    /// `NotFound` when the activity is no quiz, or one without questions.
    pub fn of(content: &Content, item: &Item) -> Result<Self> {
        if item.kind != ItemKind::Quiz || item.part.is_null() {
            return Err(Fault::not_found());
        }
        let defined: Definition = serde_json::from_value(item.part.clone()).map_err(Fault::internal)?;
        let media = |name: &str| {
            let file = content.file(name)?;
            let src = file.address();
            Some(match file.kind {
                FileKind::Picture => text::Media::Picture { src },
                _ => text::Media::Document { src },
            })
        };
        let ready = |q: crate::quiz::DefinedQuestion| asked(q.id, q.version, q.question, &media);
        Ok(Self {
            course_version: content.version,
            item: item.id,
            course: content.course.id,
            office: content.course.office,
            slug: content.course.slug.clone(),
            course_title: content.course.title.clone(),
            course_title_en: content.course.title_en.clone(),
            title: item.title.clone(),
            intro: text::render_media(&defined.settings.intro, &media).html,
            questions: defined.questions.into_iter().map(ready).collect(),
            lessons: content.items().filter(|i| i.kind == ItemKind::Lesson).map(|i| i.id).collect(),
            next: content.next(item.id).map(|i| (i.id, i.title.clone())),
            pools: pools(&defined.pools),
            settings: defined.settings,
        })
    }

    /// The questions of an attempt: places in [`Quiz::questions`], by slot. The same for the same seed, for ever.
    pub fn drawn(&self, seed: u64) -> Vec<usize> {
        draw(&self.pools, seed).questions
    }

    /// The order in which the slots of an attempt are shown.
    pub fn order(&self, seed: u64, slots: usize) -> Vec<usize> {
        if self.settings.shuffle { shuffled(slots, seed, 0) } else { (0..slots).collect() }
    }

    /// The title of the course in a language.
    pub fn course_title_in(&self, lang: kernel::Lang) -> &str {
        lang.choose(&self.course_title, &self.course_title_en)
    }
}

fn pools(defined: &[(Vec<usize>, u32)]) -> Vec<Pool<usize>> {
    let count = |n: u32| usize::try_from(n).unwrap_or(0);
    defined.iter().map(|(questions, n)| Pool { questions: questions.clone(), count: count(*n) }).collect()
}

/// A question made ready.
pub(crate) fn asked(
    id: QuestionId,
    version: i64,
    question: Question,
    media: &dyn Fn(&str) -> Option<text::Media>,
) -> Asked {
    let block = |md: &str| if md.trim().is_empty() { String::new() } else { text::render_media(md, media).html };
    let options = match &question.kind {
        Kind::Single { answers, .. } | Kind::Multiple { answers, .. } => {
            answers.iter().map(|a| in_line(&a.text, media)).collect()
        }
        Kind::Matching { pairs, .. } => pairs.iter().map(|p| in_line(&p.left, media)).collect(),
        Kind::Ordering { items, .. } => items.iter().map(|i| in_line(i, media)).collect(),
        _ => Vec::new(),
    };
    Asked {
        id,
        version,
        text: pieces(&question, media),
        options,
        hint: block(&question.hint),
        explanation: block(&question.explanation),
        question,
    }
}

/// Markdown as HTML that may stand in a label: without blocks. What has blocks is told as plain words.
pub(crate) fn in_line(markdown: &str, media: &dyn Fn(&str) -> Option<text::Media>) -> String {
    let html = text::render_media(markdown, media).html;
    let html = html.trim();
    let inner = html.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>"));
    match inner {
        Some(inner) if !inner.contains("<p>") && !inner.contains("</p>") => inner.to_owned(),
        _ => {
            let words = questions::text::plain(markdown);
            maud::html! { (words.split_whitespace().collect::<Vec<_>>().join(" ")) }.into_string()
        }
    }
}

/// The text of a question, cut where gaps are.
fn pieces(question: &Question, media: &dyn Fn(&str) -> Option<text::Media>) -> Vec<Piece> {
    let Kind::Gaps { gaps } = &question.kind else {
        return vec![Piece::Html(text::render_media(&question.text, media).html)];
    };
    let mut marked = String::with_capacity(question.text.len());
    let mut from = 0;
    for (number, range) in gap_marks(&question.text) {
        marked.push_str(question.text.get(from..range.start).unwrap_or_default());
        marked.push(OPEN);
        marked.push_str(&number.to_string());
        marked.push(CLOSE);
        from = range.end;
    }
    marked.push_str(question.text.get(from..).unwrap_or_default());
    cut(&text::render_media(&marked, media).html, gaps.len())
}

/// Cuts HTML at the marks of gaps; marks inside a tag (an alternative text) are left out.
fn cut(html: &str, gaps: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    let mut number = None::<String>;
    let mut tag = false;
    for c in html.chars() {
        match c {
            OPEN => number = Some(String::new()),
            CLOSE => {
                let gap = number.take().and_then(|n| n.parse::<usize>().ok()).filter(|n| (1..=gaps).contains(n));
                if let Some(gap) = gap.filter(|_| !tag) {
                    pieces.push(Piece::Html(std::mem::take(&mut piece)));
                    pieces.push(Piece::Gap(gap - 1));
                }
            }
            c => {
                if let Some(digits) = number.as_mut() {
                    digits.push(c);
                    continue;
                }
                tag = match c {
                    '<' => true,
                    '>' => false,
                    _ => tag,
                };
                piece.push(c);
            }
        }
    }
    pieces.push(Piece::Html(piece));
    pieces
}

/// Whether a gap is chosen from a list.
pub(crate) fn gap_choices(kind: &GapKind) -> Option<&[questions::Choice]> {
    match kind {
        GapKind::Choice { answers } => Some(answers),
        _ => None,
    }
}

#[derive(Default)]
struct Shelf(Mutex<HashMap<(CourseVersionId, ItemId), Arc<Quiz>>>);

/// A quiz of a published version, made ready at its first use in this process.
///
/// # Errors
/// `NotFound` when there is no such version, or the activity is no quiz of it.
pub async fn quiz(db: &Db, version: CourseVersionId, item: ItemId) -> Result<Arc<Quiz>> {
    let shelf = db.shared(|_| Shelf::default());
    if let Some(found) = shelf.0.lock().unwrap_or_else(PoisonError::into_inner).get(&(version, item)) {
        return Ok(Arc::clone(found));
    }
    let made = Arc::new(db.read(move |c| Box::pin(async move { quiz_in(c, version, item).await })).await?);
    let mut kept = shelf.0.lock().unwrap_or_else(PoisonError::into_inner);
    if kept.len() >= ROOM {
        kept.clear();
    }
    kept.insert((version, item), Arc::clone(&made));
    Ok(made)
}

/// A quiz of a published version inside a unit of work, made ready anew: for what is rare. Pages use [`quiz`].
///
/// # Errors
/// As [`quiz`].
pub async fn quiz_in(c: &mut Conn, version: CourseVersionId, item: ItemId) -> Result<Quiz> {
    let content = courses::content_in(c, version).await?;
    let found = content.item(item).ok_or_else(Fault::not_found)?;
    Quiz::of(&content, found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_cut_out_of_the_text_but_not_out_of_tags() {
        let html = |s: &str| Piece::Html(s.to_owned());
        let expected = vec![html("<p>a "), Piece::Gap(0), html(" b <img alt=\"\"> </p>")];
        assert_eq!(cut(&format!("<p>a {OPEN}1{CLOSE} b <img alt=\"{OPEN}2{CLOSE}\"> {OPEN}9{CLOSE}</p>"), 2), expected);
    }

    #[test]
    fn an_option_stands_in_a_line() {
        let none = |_: &str| None;
        assert_eq!(in_line("**ważne** słowo", &none), "<strong>ważne</strong> słowo");
        assert_eq!(in_line("- punkt\n- drugi", &none), "punkt drugi");
        assert!(!in_line("<script>alert(1)</script>", &none).contains("<script"));
    }
}
