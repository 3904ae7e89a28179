//! Taking a course of the catalogue over, whole: it becomes the office's own, to change and to publish.

use db::Conn;
use kernel::{
    Ctx, Fault, OfficeScope, Result,
    ids::{CourseId, ItemId},
};
use serde_json::{Value, json};

use crate::{
    FileKind, ItemFacts, ItemKind, LessonText, NewFile, Settings, catalog, course,
    file::add_file,
    hooks::{self, Adopted},
    lesson::edit_lesson,
    structure::{add_item, add_module},
    text,
};

/// Minutes of a quiz that has no limit, by the number of its questions.
const MINUTES_A_QUESTION: u32 = 1;
/// Minutes of an assignment.
const MINUTES_OF_WORK: u32 = 45;

/// Makes a course of the office from one of the catalogue: its modules, lessons and pictures here, its questions,
/// quizzes and assignment by those who registered with [`crate::register_adopters`]. It is not published yet.
///
/// # Errors
/// `NotFound` when the catalogue has no such course; `Unavailable` when the store is away.
pub async fn adopt(app: &web::App, ctx: &Ctx, scope: OfficeScope, slug: &str) -> Result<CourseId> {
    let from = catalog::course(slug).ok_or_else(Fault::not_found)?;
    let mut pictures = Vec::new();
    for (name, bytes) in &from.pictures {
        pictures.push((name.clone(), app.blobs.put_bytes(*bytes, name).await?));
    }
    let ctx = ctx.clone();
    app.db
        .write(move |c| {
            let (ctx, pictures) = (ctx.clone(), pictures.clone());
            Box::pin(async move { adopt_in(c, &ctx, scope, from, &pictures).await })
        })
        .await
}

async fn adopt_in(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    from: &'static catalog::Course,
    pictures: &[(String, blob::Stored)],
) -> Result<CourseId> {
    let id = course::insert(c, ctx, scope, &Settings::of_catalog(from), &from.slug, &from.slug).await?;
    for (name, stored) in pictures {
        let alt = alternative(from, name);
        let kind = FileKind::Picture;
        let new = NewFile { name: name.clone(), kind, alt, transcript: String::new(), stored: stored.clone() };
        add_file(c, ctx, scope, id, &new).await?;
    }
    let mut quizzes = Vec::new();
    let mut placed = Vec::new();
    if let Some(quiz) = from.quizzes.iter().find(|q| q.id == "pretest") {
        let module = add_module(c, ctx, scope, id, &quiz.title, "").await?;
        placed.push("pretest".to_owned());
        quizzes.push(("pretest".to_owned(), add_quiz(c, ctx, scope, module, quiz).await?));
    }
    for module in &from.modules {
        let into = add_module(c, ctx, scope, id, &module.title, &module.summary).await?;
        for lesson in module.lessons.iter().filter_map(|slug| from.lesson(slug)) {
            add_lesson(c, ctx, scope, into, lesson).await?;
        }
        if let Some(quiz) = module.quiz.as_ref().and_then(|id| from.quizzes.iter().find(|q| q.id == *id)) {
            placed.push(quiz.id.clone());
            quizzes.push((quiz.id.clone(), add_quiz(c, ctx, scope, into, quiz).await?));
        }
    }
    let rest: Vec<_> = from.quizzes.iter().filter(|q| !placed.contains(&q.id)).collect();
    let mut assignment = None;
    if !rest.is_empty() || from.assignment.is_some() {
        let title = rest.iter().find(|q| q.id == "final").map_or("Zakończenie", |q| q.title.as_str());
        let last = add_module(c, ctx, scope, id, title, "").await?;
        if let Some(work) = &from.assignment {
            let facts = ItemFacts { title: work.title.clone(), minutes: MINUTES_OF_WORK, required: false };
            assignment = Some(add_item(c, ctx, scope, last, ItemKind::Assignment, &facts, json!({})).await?);
        }
        for quiz in rest {
            quizzes.push((quiz.id.clone(), add_quiz(c, ctx, scope, last, quiz).await?));
        }
    }
    hooks::adopted(c, ctx, scope, &Adopted { course: id, from, quizzes, assignment }).await?;
    course::log(c, ctx, scope, "course.adopted", id, &from.title).await?;
    Ok(id)
}

async fn add_lesson(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    module: kernel::ids::ModuleId,
    lesson: &catalog::Lesson,
) -> Result<ItemId> {
    let facts = ItemFacts::new(lesson.title.clone(), lesson.minutes);
    let item = add_item(c, ctx, scope, module, ItemKind::Lesson, &facts, json!({ "slug": lesson.slug })).await?;
    let text = LessonText {
        body: lesson.body.clone(),
        objectives: lesson.objectives.clone(),
        sources: lesson.sources.clone(),
        glossary: lesson.glossary.clone(),
        transcript: String::new(),
    };
    edit_lesson(c, ctx, scope, item, &text, 1).await?;
    Ok(item)
}

async fn add_quiz(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    module: kernel::ids::ModuleId,
    quiz: &catalog::Quiz,
) -> Result<ItemId> {
    let questions: u32 = quiz.pools.iter().map(|p| p.count).sum();
    let minutes = if quiz.time_limit_minutes > 0 { quiz.time_limit_minutes } else { questions * MINUTES_A_QUESTION };
    let role = if matches!(quiz.id.as_str(), "final" | "pretest") { quiz.id.as_str() } else { "module" };
    let facts = ItemFacts { title: quiz.title.clone(), minutes, required: quiz.id != "pretest" };
    let settings: Value = json!({ "role": role, "catalog": quiz.id });
    add_item(c, ctx, scope, module, ItemKind::Quiz, &facts, settings).await
}

/// The alternative text of a picture: the one its lesson gives it.
fn alternative(from: &catalog::Course, name: &str) -> String {
    let shown = from.lessons.iter().flat_map(|l| text::render(&l.body, &|f| Some(f.to_owned())).pictures);
    let found = shown.into_iter().find(|p| p.file == name && !p.alt.is_empty());
    found.map_or_else(|| name.trim_start_matches("pictures/").to_owned(), |p| p.alt)
}
