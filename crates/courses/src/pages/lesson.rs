//! The editor of a lesson: Markdown with its picture beside it. With scripts the picture follows while one types and
//! what is typed is kept in the browser until it is saved; without them a button shows it.

use axum::response::{IntoResponse as _, Response};
use kernel::{Fault, FaultKind, Result};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Button, ButtonGroup, Diff, Field, Fieldset, Form, Icon, Inserts, Notice, Reveal, Section, date_time, main_beside,
};
use web::{Answer, Errors, Fields, FormData, Req, TypedPath, conflict};

use super::{
    item::{self, Bench, fact_fields, facts_diff, facts_of},
    lines, pairs,
};
use crate::{
    FileKind, FileRow, ItemFacts, ItemKind, LessonRow, LessonText,
    catalog::Term,
    check,
    content::{FileRef, lesson_of},
    lesson::{edit_lesson, lesson},
    lesson_view, msg,
    structure::edit_item,
};

/// The id of the form, for what is put into its text.
const FORM: &str = "lesson";
/// The id of the picture of the lesson.
const PREVIEW: &str = "lesson-preview";

/// Where the picture comes from while one types.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/items/{item}/preview", rejection(web::BadPath))]
pub struct PreviewPath {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
    /// The lesson.
    pub item: kernel::ids::ItemId,
}

async fn stored(req: &Req, bench: &Bench) -> Result<LessonRow> {
    let (scope, id) = (bench.workshop.scope, bench.item.id);
    req.app.db.read(move |c| Box::pin(async move { lesson(c, scope, id).await })).await
}

pub(super) async fn show(req: &Req, bench: &Bench) -> Answer<Markup> {
    let row = stored(req, bench).await?;
    Ok(view(req, bench, &row, &facts_of(&bench.item), &row.text(), &Errors::default(), None))
}

/// The text as sent.
fn read(form: &Fields) -> LessonText {
    let text = |name: &str| form.raw(name).unwrap_or_default().replace("\r\n", "\n").trim().to_owned();
    LessonText {
        body: text("body"),
        objectives: lines(form.get("objectives")),
        sources: lines(form.get("sources")),
        glossary: pairs(form.get("glossary")).into_iter().map(|(term, meaning)| Term { term, meaning }).collect(),
        transcript: text("transcript"),
    }
}

/// Saves the lesson, or only shows it when the button says so.
pub(super) async fn save(req: &Req, bench: &Bench, form: &FormData) -> Answer<Response> {
    let row = stored(req, bench).await?;
    let mut faults = Vec::new();
    let facts = item::facts(form, &mut faults);
    let text = read(form);
    if form.get("go") == "preview" {
        return Ok(view(req, bench, &row, &facts, &text, &Errors::default(), None).into_response());
    }
    let versions = (form.parsed("item_version").unwrap_or(0), form.parsed("version").unwrap_or(0));
    let saved = match Fault::check(faults) {
        Ok(()) => store(req, bench, &row, &facts, &text, versions).await,
        Err(fault) => Err(fault),
    };
    match saved {
        Ok(()) if form.get("go") == "stay" => {
            Ok(req.redirect(bench.path("")).flash(msg::COURSES_SAVED).into_response())
        }
        Ok(()) => Ok(req.redirect(bench.back()).flash(msg::COURSES_SAVED).into_response()),
        Err(fault) if fault.kind == FaultKind::Conflict => {
            let slug = &bench.workshop.office.slug;
            let now = item::load(req, slug, &bench.course.slug, bench.item.id).await?;
            let theirs = stored(req, &now).await?;
            let diff = facts_diff(req, Diff::new(req.lang()), &facts_of(&now.item), &facts);
            let diff = text_diff(req, diff, &theirs.text(), &text);
            let page = view(req, &now, &theirs, &facts, &text, &Errors::default(), Some(diff));
            Ok(conflict(page))
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(view(req, bench, &row, &facts, &text, &errors, None)))
        }
    }
}

/// Saves what is another than what is stored, so that two who edit different things do not meet.
async fn store(
    req: &Req,
    bench: &Bench,
    row: &LessonRow,
    facts: &ItemFacts,
    text: &LessonText,
    (item_version, version): (i64, i64),
) -> Result<()> {
    let (scope, ctx, id) = (bench.workshop.scope, req.ctx.clone(), bench.item.id);
    let facts = (*facts != facts_of(&bench.item)).then(|| facts.clone());
    let text = (*text != row.text()).then(|| text.clone());
    req.app
        .db
        .write(move |c| {
            let (ctx, facts, text) = (ctx.clone(), facts.clone(), text.clone());
            Box::pin(async move {
                if let Some(facts) = facts {
                    edit_item(c, &ctx, scope, id, &facts, item_version).await?;
                }
                if let Some(text) = text {
                    edit_lesson(c, &ctx, scope, id, &text, version).await?;
                }
                Ok(())
            })
        })
        .await
}

fn glossary(terms: &[Term]) -> String {
    terms.iter().map(|t| format!("{} | {}", t.term, t.meaning)).collect::<Vec<_>>().join("\n")
}

/// Differences of two texts of a lesson.
pub(super) fn text_diff(req: &Req, diff: Diff, theirs: &LessonText, mine: &LessonText) -> Diff {
    let t = req.t;
    [
        (msg::COURSES_FIELD_BODY, theirs.body.clone(), mine.body.clone()),
        (msg::COURSES_FIELD_OBJECTIVES, theirs.objectives.join("\n"), mine.objectives.join("\n")),
        (msg::COURSES_LESSON_GLOSSARY, glossary(&theirs.glossary), glossary(&mine.glossary)),
        (msg::COURSES_LESSON_SOURCES, theirs.sources.join("\n"), mine.sources.join("\n")),
        (msg::COURSES_LESSON_TRANSCRIPT, theirs.transcript.clone(), mine.transcript.clone()),
    ]
    .into_iter()
    .filter(|(_, a, b)| a != b)
    .fold(diff, |d, (key, a, b)| d.field(t.s(key), a, b))
}

/// The picture of a lesson with what the check finds in it.
fn picture(req: &Req, bench: &Bench, text: &LessonText) -> Markup {
    let files: Vec<FileRef> = bench.files.iter().map(FileRef::of).collect();
    let ready = lesson_of(text.clone(), &files, &bench.course.language);
    let findings = check::check_lesson(bench.item.id, &bench.item.title, &ready, &files, &bench.course.language);
    html! {
        (lesson_view(req.t, &ready))
        (super::check::brief(req, &findings))
    }
}

/// The picture of what is typed.
pub async fn preview(path: PreviewPath, req: Req, form: FormData) -> Answer<Markup> {
    let bench = item::load(&req, &path.office, &path.course, path.item).await?;
    if bench.item.kind != ItemKind::Lesson {
        return Err(Fault::not_found().into());
    }
    let text = read(&form);
    text.check()?;
    Ok(picture(&req, &bench, &text))
}

/// How a file is named in the text.
fn named(file: &FileRow) -> String {
    let bang = if file.kind == FileKind::Document { "" } else { "!" };
    format!("{bang}[{}]({})", file.alt.replace(['[', ']'], ""), file.name)
}

fn view(
    req: &Req,
    bench: &Bench,
    row: &LessonRow,
    facts: &ItemFacts,
    text: &LessonText,
    errors: &Errors,
    stale: Option<Diff>,
) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let area = |name: &'static str, key: &'static str, hint: &'static str, value: String, rows: u16| {
        Field::textarea(lang, name, t.s(key)).rows(rows).hint(t.s(hint)).value(value).error(errors.at(name))
    };
    let lists = html! {
        (area("objectives", msg::COURSES_FIELD_OBJECTIVES, msg::COURSES_OBJECTIVES_HINT, text.objectives.join("\n"), 3))
        (area("glossary", msg::COURSES_LESSON_GLOSSARY, msg::COURSES_GLOSSARY_HINT, glossary(&text.glossary), 4))
        (area("sources", msg::COURSES_LESSON_SOURCES, msg::COURSES_SOURCES_HINT, text.sources.join("\n"), 3))
        (area("transcript", msg::COURSES_LESSON_TRANSCRIPT, msg::COURSES_TRANSCRIPT_HINT, text.transcript.clone(), 3))
    };
    let insert = bench
        .files
        .iter()
        .filter(|f| f.kind != FileKind::Captions)
        .fold(Inserts::new(lang, FORM, t.s(msg::COURSES_INSERT_FILE)), |i, f| {
            i.item(named(f), f.alt.as_str(), None::<&str>)
        });
    let edited = !row.edited_by.is_empty();
    let form = Form::post(bench.path(""))
        .id(FORM)
        .version(row.version)
        .hidden("item_version", bench.item.version.to_string())
        .keep(lang, format!("lesson.{}", bench.item.id))
        .preview(bench.path("/preview"), PREVIEW)
        .body(html! {
            (Fieldset::new(t.s(msg::COURSES_GROUP_ABOUT)).columns().body(fact_fields(req, facts, errors)))
            (Field::textarea(lang, "body", t.s(msg::COURSES_FIELD_BODY)).required().rows(24).value(text.body.as_str())
                .hint(t.s(msg::COURSES_BODY_HINT)).spellcheck(true).error(errors.at("body")))
            (Reveal::new(t.s(msg::COURSES_MARKDOWN_HELP), markdown_help(req)))
            @if bench.files.iter().any(|f| f.kind != FileKind::Captions) { (Reveal::new(t.s(msg::COURSES_INSERT_FILE), insert)) }
            (Reveal::new(t.s(msg::COURSES_GROUP_MORE), lists).open(text.objectives.is_empty() || errors.at("objectives").is_some()
                || errors.at("glossary").is_some() || errors.at("sources").is_some()))
            (ButtonGroup::new()
                .add(Button::submit(t.s(msg::COURSES_SAVE)).value("go", "save"))
                .add(Button::submit(t.s(msg::COURSES_SAVE_STAY)).secondary().value("go", "stay"))
                .add(Button::submit(t.s(msg::COURSES_SHOW_PICTURE)).quiet().icon(Icon::Eye).value("go", "preview"))
                .add(Button::link(t.s(msg::COURSES_CANCEL), bench.back()).quiet()))
        });
    bench
        .workshop
        .page(req, "courses.lesson", bench.item.title.clone())
        .kicker(t.s(msg::COURSES_KIND_LESSON))
        .crumb(t.s(msg::COURSES_TITLE), bench.workshop.path("/courses"))
        .crumb(bench.course.title_in(lang), bench.workshop.course_path(&bench.course, ""))
        .here(bench.item.title.clone())
        .lead(html! {
            @if edited { (t.f(msg::COURSES_EDITED_BY, &[("who", row.edited_by.as_str().into())])) ", " (date_time(lang, row.edited_at.timestamp())) }
        })
        .body(html! {
            (errors.summary(t))
            @if let Some(diff) = &stale {
                (Notice::warning(t.s(msg::COURSES_STALE_LESSON)).title(t.s(web::msg::FAULT_STALE)))
                (diff)
            }
            (main_beside(form, Section::new(t.s(msg::COURSES_PICTURE)).boxed().body(html! {
                div id=(PREVIEW) { (picture(req, bench, text)) }
            })))
        })
        .render()
}

/// The marks one can write with.
fn markdown_help(req: &Req) -> Markup {
    let t = req.t;
    let rows = [
        ("## Nagłówek", msg::COURSES_MD_HEADING),
        ("**pogrubienie**", msg::COURSES_MD_BOLD),
        ("- punkt", msg::COURSES_MD_LIST),
        ("1. krok", msg::COURSES_MD_STEPS),
        ("[nazwa strony](https://…)", msg::COURSES_MD_LINK),
        ("![co widać](plik.png)", msg::COURSES_MD_PICTURE),
        ("> **Ważne.** …", msg::COURSES_MD_BOX),
        ("| A | B |\n|---|---|\n| 1 | 2 |", msg::COURSES_MD_TABLE),
    ];
    html! {
        dl.lesson-glossary { @for (mark, key) in rows { div { dt { code { (mark) } } dd { (t.s(key)) } } } }
    }
}
