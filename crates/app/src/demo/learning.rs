//! Learning in the demonstration: courses taken from the catalogue, people who learn, a question, a session, a path.

use courses::{Content, CourseRow, ItemKind};
use enrolments::{Enrolment, Learner, Mark, NewEnrolment, NewPath, NewSession, Source};
use jiff::{ToSpan as _, civil::Date};
use kernel::{
    Ctx, Fault, Micros, OfficeScope, Result,
    ids::{CourseId, PersonId},
};
use offices::Role;
use serde::Deserialize;

use super::{
    Stage,
    cast::{Cast, Company, Player},
    waiting::{self, EssayAct, OpenAct, WorkAct},
};

#[derive(Deserialize)]
struct Plan {
    course: Vec<CourseAct>,
    path: PathAct,
    learner: Vec<LearnerAct>,
    resident: Vec<ResidentAct>,
    question: Vec<QuestionAct>,
    session: Vec<SessionAct>,
    open: Vec<OpenAct>,
    essay: Vec<EssayAct>,
    work: Vec<WorkAct>,
}

#[derive(Deserialize)]
struct CourseAct {
    office: String,
    slug: String,
}

#[derive(Deserialize)]
struct PathAct {
    office: String,
    title: String,
    title_en: String,
    summary: String,
    summary_en: String,
}

#[derive(Deserialize)]
struct LearnerAct {
    course: String,
    family: String,
    ago: i64,
    due: i64,
    items: usize,
    wrong: usize,
}

#[derive(Deserialize)]
struct ResidentAct {
    course: String,
    number: usize,
    ago: i64,
    items: usize,
    wrong: usize,
}

#[derive(Deserialize)]
struct QuestionAct {
    course: String,
    family: String,
    item: usize,
    ago: i64,
    text: String,
    answer: String,
}

#[derive(Deserialize)]
struct SessionAct {
    course: String,
    title: String,
    ahead: i64,
    place: String,
    note: String,
}

/// A course at work.
pub(super) struct Taught<'a> {
    company: &'a Company,
    pub(super) row: CourseRow,
}

impl Taught<'_> {
    fn scope(&self) -> OfficeScope {
        OfficeScope::checked(self.company.id)
    }
    /// Somebody of the office with a role.
    fn with(&self, role: Role) -> Result<&Player> {
        self.company.with(role, None).ok_or_else(Fault::not_found)
    }
}

/// Plays it all.
pub async fn play(stage: &Stage, cast: &Cast) -> Result<()> {
    let plan: Plan = toml::from_str(include_str!("../../demo/learning.toml")).map_err(Fault::internal)?;
    let open = |slug: &str| plan.open.iter().find(|o| o.course == slug);
    let mut taught = Vec::new();
    for act in &plan.course {
        let company = cast.office(&act.office).ok_or_else(Fault::not_found)?;
        taught.push(Taught { company, row: publish(stage, company, &act.slug, open(&act.slug)).await? });
    }
    let of = |slug: &str| taught.iter().find(|t| t.row.slug == slug).ok_or_else(Fault::not_found);
    path(stage, cast, &plan.path, &taught).await?;
    for act in &plan.learner {
        let course = of(&act.course)?;
        let player = colleague(course, &act.family)?;
        let enrolment = enrol(stage, course, player.id, act).await?;
        learn(stage, player, enrolment, act.ago, act.items, act.wrong).await?;
    }
    for act in &plan.resident {
        let (_, player) = cast.citizens.get(act.number).ok_or_else(Fault::not_found)?;
        let course = of(&act.course)?.row.id;
        stage.clock.set(at(stage, -act.ago, 18 * 60));
        let (ctx, who) = (stage.ctx(player.actor()), Learner::Person(player.id));
        let enrolment = work(stage, &ctx, move |c, ctx| {
            Box::pin(async move { enrolments::enrol_open(c, ctx, who, course, None).await })
        })
        .await?;
        learn(stage, player, enrolment, act.ago, act.items, act.wrong).await?;
    }
    for act in &plan.question {
        ask(stage, of(&act.course)?, act).await?;
    }
    for act in &plan.session {
        session(stage, of(&act.course)?, act).await?;
    }
    for act in &plan.essay {
        waiting::write(stage, of(&act.course)?, act).await?;
    }
    for act in &plan.work {
        waiting::hand_in(stage, of(&act.course)?, act).await?;
    }
    Ok(())
}

/// Somebody of the course's office by their family name.
pub(super) fn colleague<'t>(course: &Taught<'t>, family: &str) -> Result<&'t Player> {
    course.company.people.iter().find(|p| p.name.ends_with(family)).ok_or_else(Fault::not_found)
}

/// Does a unit of work as somebody.
pub(super) async fn work<T, F>(stage: &Stage, ctx: &Ctx, work: F) -> Result<T>
where
    T: Send + 'static,
    F: for<'c> FnOnce(&'c mut db::Conn, &'c Ctx) -> db::BoxFuture<'c, Result<T>> + Send + Clone + 'static,
{
    let ctx = ctx.clone();
    stage
        .app
        .db
        .write(move |c| {
            let (ctx, work) = (ctx.clone(), work.clone());
            Box::pin(async move { work(c, &ctx).await })
        })
        .await
}

/// So many minutes into a day counted from today.
pub(super) fn at(stage: &Stage, days: i64, minutes: i64) -> Micros {
    Micros::start_of(stage.app.clock.now().plus_days(days).warsaw_date()).plus_seconds(minutes * 60)
}

async fn publish(stage: &Stage, company: &Company, slug: &str, open: Option<&OpenAct>) -> Result<CourseRow> {
    let author = company.with(Role::Author, None).ok_or_else(Fault::not_found)?;
    stage.clock.set(at(stage, -30, 9 * 60));
    let (ctx, scope) = (stage.ctx(author.actor()), OfficeScope::checked(company.id));
    let id = courses::adopt(&stage.app, &ctx, scope, slug).await?;
    let open = open.cloned();
    work(stage, &ctx, move |c, ctx| {
        Box::pin(async move {
            if let Some(open) = &open {
                waiting::add(c, ctx, scope, id, open).await?;
            }
            courses::publish(c, ctx, scope, id, "").await?;
            courses::course(c, id).await
        })
    })
    .await
}

async fn path(stage: &Stage, cast: &Cast, act: &PathAct, taught: &[Taught<'_>]) -> Result<()> {
    let company = cast.office(&act.office).ok_or_else(Fault::not_found)?;
    let author = company.with(Role::Author, None).ok_or_else(Fault::not_found)?;
    let courses: Vec<(CourseId, bool)> =
        taught.iter().filter(|t| t.company.id == company.id).map(|t| (t.row.id, true)).collect();
    let new = NewPath {
        title: act.title.clone(),
        title_en: act.title_en.clone(),
        summary: act.summary.clone(),
        summary_en: act.summary_en.clone(),
        published: true,
        courses,
    };
    let (ctx, scope) = (stage.ctx(author.actor()), OfficeScope::checked(company.id));
    work(stage, &ctx, move |c, ctx| {
        Box::pin(async move { enrolments::add_path(c, ctx, scope, &new).await.map(|_| ()) })
    })
    .await
}

/// The coordinator enrols somebody.
async fn enrol(stage: &Stage, course: &Taught<'_>, person: PersonId, act: &LearnerAct) -> Result<Enrolment> {
    stage.clock.set(at(stage, -act.ago, 9 * 60));
    let ctx = stage.ctx(course.with(Role::Coordinator)?.actor());
    let due = stage.app.clock.today().checked_add(act.due.days()).ok();
    let course = course.row.id;
    let new = NewEnrolment { person, course, group: None, source: Source::Coordinator, due, again: false };
    work(stage, &ctx, move |c, ctx| Box::pin(async move { enrolments::enrol(c, ctx, new).await })).await
}

/// Somebody takes so many activities in order, two a day.
async fn learn(stage: &Stage, player: &Player, mine: Enrolment, ago: i64, items: usize, wrong: usize) -> Result<()> {
    let content = courses::content(&stage.app, mine.course_version).await?;
    let ctx = stage.ctx(player.actor());
    let wanted = content.items().filter(|i| i.required).take(items);
    for (n, item) in (0i64..).zip(wanted) {
        let moment = at(stage, n / 2 + 1 - ago, 10 * 60 + (n % 2) * 35);
        if moment >= stage.app.clock.now() {
            return Ok(());
        }
        stage.clock.set(moment);
        let (enrolment, item_id) = (mine.id, item.id);
        if item.kind == ItemKind::Quiz {
            sit(stage, &ctx, &mine, &content, item, wrong).await?;
        } else {
            work(stage, &ctx, move |c, ctx| {
                Box::pin(async move { enrolments::mark(c, ctx, enrolment, item_id, Mark::done()).await.map(|_| ()) })
            })
            .await?;
        }
    }
    Ok(())
}

/// Somebody takes a quiz; some answers stay blank.
async fn sit(
    stage: &Stage,
    ctx: &Ctx,
    mine: &Enrolment,
    content: &Content,
    item: &courses::Item,
    wrong: usize,
) -> Result<()> {
    let version = content.version.ok_or_else(Fault::not_found)?;
    let quiz = quizzes::quiz(&stage.app.db, version, item.id).await?;
    let mine = mine.clone();
    work(stage, ctx, move |c, ctx| {
        Box::pin(async move {
            let attempt = quizzes::begin(c, ctx, &quiz, &mine).await?;
            for (slot, place) in quiz.drawn(attempt.seed()).into_iter().enumerate().skip(wrong) {
                let Some(asked) = quiz.questions.get(place) else { continue };
                quizzes::answer(c, ctx, attempt.id, slot, 1, &questions::full_answer(&asked.question)).await?;
            }
            quizzes::submit(c, ctx, &quiz, attempt.id).await.map(|_| ())
        })
    })
    .await
}

async fn ask(stage: &Stage, course: &Taught<'_>, act: &QuestionAct) -> Result<()> {
    let player = colleague(course, &act.family)?;
    let content = courses::content(&stage.app, course.row.published.ok_or_else(Fault::not_found)?).await?;
    let item = content.items().filter(|i| i.kind == ItemKind::Lesson).nth(act.item).ok_or_else(Fault::not_found)?.id;
    stage.clock.set(at(stage, -act.ago, 11 * 60));
    let (ctx, who, id, text) = (stage.ctx(player.actor()), player.id, course.row.id, act.text.clone());
    let question = work(stage, &ctx, move |c, ctx| {
        let text = text.clone();
        Box::pin(async move {
            let mine = enrolments::on_course(c, Learner::Person(who), id).await?.ok_or_else(Fault::not_found)?;
            enrolments::ask_trainer(c, ctx, &mine, item, &text, "demo").await
        })
    })
    .await?;
    stage.clock.set(at(stage, -act.ago, 14 * 60));
    let (ctx, scope, answer) = (stage.ctx(course.with(Role::Trainer)?.actor()), course.scope(), act.answer.clone());
    work(stage, &ctx, move |c, ctx| {
        let answer = answer.clone();
        Box::pin(async move { enrolments::answer(c, ctx, scope, question, &answer, false).await })
    })
    .await
}

/// The first working day that is at least so many days ahead: nobody leads a workshop on a Sunday or at Christmas.
fn working_day(today: Date, ahead: i64) -> Date {
    let mut day = today.checked_add(ahead.days()).unwrap_or(today);
    while !law::holidays::is_working_day(day) {
        let Ok(next) = day.tomorrow() else { break };
        day = next;
    }
    day
}

async fn session(stage: &Stage, course: &Taught<'_>, act: &SessionAct) -> Result<()> {
    stage.clock.set(at(stage, -3, 9 * 60));
    let day = working_day(stage.app.clock.today(), act.ahead);
    let hour = |hour: &str| enrolments::moment(&format!("{day}T{hour}")).ok_or_else(Fault::not_found);
    let new = NewSession {
        title: act.title.clone(),
        starts: hour("10:00")?,
        ends: hour("12:00")?,
        place: act.place.clone(),
        link: String::new(),
        note: act.note.clone(),
        group: None,
        item: None,
    };
    let (ctx, scope, id) = (stage.ctx(course.with(Role::Trainer)?.actor()), course.scope(), course.row.id);
    work(stage, &ctx, move |c, ctx| {
        Box::pin(async move { enrolments::add_session(c, ctx, scope, id, &new).await.map(|_| ()) })
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_session_is_ahead_and_on_a_working_day_whenever_the_demonstration_starts() {
        let plan: Plan = toml::from_str(include_str!("../../demo/learning.toml")).unwrap();
        let mut today: Date = "2026-01-01".parse().unwrap();
        for _ in 0..800 {
            for act in &plan.session {
                let day = working_day(today, act.ahead);
                let starts = enrolments::moment(&format!("{day}T10:00")).unwrap();
                // However late in the day it starts.
                let midnight = Micros::start_of(today.tomorrow().unwrap());
                assert!(starts > midnight && law::holidays::is_working_day(day), "{today}: {day}");
                assert!(starts < midnight.plus_days(act.ahead + 14), "{today}: {day} is far away");
            }
            today = today.tomorrow().unwrap();
        }
    }
}
