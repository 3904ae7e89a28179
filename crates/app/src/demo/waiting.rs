//! What waits for a trainer in the demonstration: a work handed in and an open answer, neither marked yet.

use assignments::{Came, Definition, Sent};
use courses::{ItemFacts, ItemKind};
use enrolments::{Enrolment, Learner};
use kernel::{Ctx, Fault, OfficeScope, Result, ids::CourseId};
use questions::{Kind, Response};
use quizzes::{PoolRule, Settings};
use serde::Deserialize;
use serde_json::json;

use super::{
    Stage,
    cast::Player,
    learning::{Taught, at, colleague, work},
};

/// A quiz of open questions that the author adds to a course before it is published.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct OpenAct {
    pub(super) course: String,
    title: String,
    category: String,
    minutes: u32,
}

/// An open answer handed in.
#[derive(Debug, Deserialize)]
pub(super) struct EssayAct {
    pub(super) course: String,
    family: String,
    ago: i64,
    text: String,
}

/// A work handed in.
#[derive(Debug, Deserialize)]
pub(super) struct WorkAct {
    pub(super) course: String,
    family: String,
    ago: i64,
    text: String,
}

/// The author adds a quiz of open questions at the end of the course; nobody has to take it.
pub(super) async fn add(c: &mut db::Conn, ctx: &Ctx, scope: OfficeScope, id: CourseId, act: &OpenAct) -> Result<()> {
    let last = courses::structure::modules(c, id).await?.pop().ok_or_else(Fault::not_found)?.id;
    let facts = ItemFacts { title: act.title.clone(), minutes: act.minutes, required: false };
    let settings = json!({ "role": "module" });
    let item = courses::structure::add_item(c, ctx, scope, last, ItemKind::Quiz, &facts, settings).await?;
    let pool = PoolRule { category: act.category.clone(), questions: Vec::new(), count: 1 };
    let rules = Settings { attempts: 1, pools: vec![pool], ..Settings::default() };
    quizzes::save(c, ctx, scope, item, &rules, 0).await
}

async fn enrolled(stage: &Stage, course: &Taught<'_>, player: &Player) -> Result<Enrolment> {
    let (who, id) = (Learner::Person(player.id), course.row.id);
    let found = stage.app.db.read(move |c| Box::pin(async move { enrolments::on_course(c, who, id).await })).await?;
    found.ok_or_else(Fault::not_found)
}

/// Somebody takes the quiz of open questions and hands it in.
pub(super) async fn write(stage: &Stage, course: &Taught<'_>, act: &EssayAct) -> Result<()> {
    let player = colleague(course, &act.family)?;
    let mine = enrolled(stage, course, player).await?;
    let content = courses::content(&stage.app, mine.course_version).await?;
    stage.clock.set(at(stage, -act.ago, 13 * 60));
    let ctx = stage.ctx(player.actor());
    for item in content.items().filter(|i| i.kind == ItemKind::Quiz) {
        let quiz = quizzes::quiz(&stage.app.db, mine.course_version, item.id).await?;
        if !quiz.questions.iter().any(|q| matches!(q.question.kind, Kind::Essay { .. })) {
            continue;
        }
        let (mine, response) = (mine.clone(), Response::Essay { text: act.text.trim().to_owned() });
        return work(stage, &ctx, move |c, ctx| {
            Box::pin(async move {
                let attempt = quizzes::begin(c, ctx, &quiz, &mine).await?;
                for slot in 0..quiz.drawn(attempt.seed()).len() {
                    quizzes::answer(c, ctx, attempt.id, slot, 1, &response).await?;
                }
                quizzes::submit(c, ctx, &quiz, attempt.id).await.map(|_| ())
            })
        })
        .await;
    }
    Err(Fault::not_found())
}

/// Somebody hands in their work on the course's assignment.
pub(super) async fn hand_in(stage: &Stage, course: &Taught<'_>, act: &WorkAct) -> Result<()> {
    let player = colleague(course, &act.family)?;
    let mine = enrolled(stage, course, player).await?;
    let content = courses::content(&stage.app, mine.course_version).await?;
    let item = content.items().find(|i| i.kind == ItemKind::Assignment).ok_or_else(Fault::not_found)?;
    let (id, definition) = (item.id, Definition::of_item(item));
    let sent = Sent { text: act.text.trim().to_owned(), hand_in: true, ..Sent::default() };
    stage.clock.set(at(stage, -act.ago, 14 * 60));
    let ctx = stage.ctx(player.actor());
    let came = work(stage, &ctx, move |c, ctx| {
        Box::pin(async move { assignments::send(c, ctx, &mine, id, &definition, &sent).await })
    })
    .await?;
    match came {
        Came::HandedIn => Ok(()),
        Came::Refused(fault) => Err(fault),
        Came::Saved | Came::Stale | Came::Closed => Err(Fault::not_found()),
    }
}
