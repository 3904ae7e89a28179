//! A course with many activities, a quiz, a course very many people of an office take.

use courses::{Audience, ItemFacts, ItemKind, LessonText};
use db::{Conn, Db};
use enrolments::{Guest, Learner, Mark};
use indicatif::ProgressBar;
use kernel::{
    Actor, Ctx, Fault, Lang, OfficeScope, Result, SystemClock, SystemEntropy,
    ids::{CourseId, ItemId, OfficeId},
};
use offices::{NewMember, NewOffice, NewUnit, OfficeKind, Role};
use questions::{Choice, Kind, Question};
use sha2::{Digest as _, Sha256};

use super::people;

/// Modules and lessons of the large course.
const MODULES: usize = 10;
const LESSONS: usize = 20;
/// Lessons each learner has done.
const DONE: usize = 5;
/// Questions of the quiz.
pub const QUESTIONS: usize = 16;
/// Learners a unit of work enrols.
const BATCH: usize = 100;

/// Who looks at the reports.
const COORDINATOR: &str = "koordynatorka@bench.example";
const OPERATOR: &str = "operatorka@bench.example";

/// What the measurements ask for.
pub struct Filled {
    /// The office's name in addresses.
    pub office: &'static str,
    /// Who may see the reports of the office.
    pub coordinator: &'static str,
    /// Who may see the report of the country.
    pub operator: &'static str,
    /// The course with many activities.
    pub large: String,
    /// The secrets of its learners.
    pub learners: Vec<String>,
    /// The course with the quiz.
    pub quizzed: String,
    /// The quiz.
    pub quiz: ItemId,
    /// The secrets of those who sit it.
    pub sitting: Vec<String>,
    /// The course of the report.
    pub reported: String,
}

fn ctx() -> Ctx {
    Ctx::new(Actor::System, Lang::Pl, std::sync::Arc::new(SystemClock), std::sync::Arc::new(SystemEntropy::default()))
}

/// A guest's secret that is the same at every run.
fn secret(of: &str, n: usize) -> String {
    hex::encode(Sha256::digest(format!("{of} {n}")))
}

/// Fills the database.
pub async fn fill(db: &Db, learners: usize, sitting: usize, reported: usize) -> Result<Filled> {
    let own = ctx();
    let hash = identity::password::hash_in_background(crate::fill::PASSWORD, own.entropy().clone()).await?;
    let (office, large, items, quizzed, quiz, report) = db
        .write(move |c| {
            let (own, hash) = (own.clone(), hash.clone());
            Box::pin(async move {
                let office = found(c, &own, &hash).await?;
                let scope = OfficeScope::checked(office);
                let (large, items) = lessons(c, &own, scope, "Kurs z wieloma lekcjami", MODULES, LESSONS).await?;
                let (report, _) = lessons(c, &own, scope, "Kurs dla wszystkich", 1, 5).await?;
                let (quizzed, quiz) = quizzed(c, &own, scope).await?;
                Ok((office, large, items, quizzed, quiz, report))
            })
        })
        .await?;
    let learners = enrol(db, "large", large, learners, items.into_iter().take(DONE).collect()).await?;
    let sitting = enrol(db, "sitting", quizzed, sitting, Vec::new()).await?;
    people::fill(db, office, report, reported).await?;
    let slug = |id: CourseId| db.read(move |c| Box::pin(async move { Ok(courses::course(c, id).await?.slug) }));
    Ok(Filled {
        office: "pomiar",
        coordinator: COORDINATOR,
        operator: OPERATOR,
        large: slug(large).await?,
        learners,
        quizzed: slug(quizzed).await?,
        quiz,
        sitting,
        reported: slug(report).await?,
    })
}

async fn found(c: &mut Conn, ctx: &Ctx, hash: &str) -> Result<OfficeId> {
    let new = NewOffice { slug: Some("pomiar".into()), ..NewOffice::named(OfficeKind::Other, "Urząd Pomiarów") };
    let id = offices::found(c, ctx, new).await?;
    let scope = OfficeScope::checked(id);
    let from = ctx.now.plus_days(-30).warsaw_date();
    let unit = NewUnit { parent: None, code: "OR".into(), name: "Organizacyjny".into(), from, to: None };
    let unit = offices::add_unit(c, ctx, scope, unit).await?;
    let account = |email: &str| identity::NewPerson {
        email: email.into(),
        given_name: "Ewa".into(),
        family_name: "Kowal".into(),
        password_hash: Some(hash.into()),
        lang: Lang::Pl,
        verified: true,
    };
    identity::register(c, ctx, account(OPERATOR)).await?;
    identity::make_operator(c, ctx, OPERATOR, true).await?;
    let person = identity::register(c, ctx, account(COORDINATOR)).await?;
    let roles = vec![Role::Author, Role::Trainer, Role::Coordinator];
    offices::add_member(c, ctx, scope, NewMember { person, unit, position: None, roles, from, to: None }).await?;
    Ok(id)
}

async fn course(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, title: &str) -> Result<CourseId> {
    let facts = courses::Settings { audience: Audience::Everyone, open: true, ..courses::Settings::titled(title) };
    courses::create(c, ctx, scope, &facts).await
}

async fn lessons(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    title: &str,
    modules: usize,
    count: usize,
) -> Result<(CourseId, Vec<ItemId>)> {
    let id = course(c, ctx, scope, title).await?;
    let mut items = Vec::new();
    for m in 1..=modules {
        let module = courses::add_module(c, ctx, scope, id, &format!("Moduł {m}"), "").await?;
        for n in 1..=count {
            let facts = ItemFacts::new(format!("Lekcja {m}.{n} o terminach i doręczeniach"), 10);
            let none = serde_json::json!({});
            let item = courses::add_item(c, ctx, scope, module, ItemKind::Lesson, &facts, none).await?;
            let body = format!("## Po co\n\nTreść lekcji {m}.{n}.\n").repeat(8);
            let text = LessonText { body, ..LessonText::default() };
            courses::edit_lesson(c, ctx, scope, item, &text, 1).await?;
            items.push(item);
        }
    }
    courses::publish(c, ctx, scope, id, "").await?;
    Ok((id, items))
}

async fn quizzed(c: &mut Conn, ctx: &Ctx, scope: OfficeScope) -> Result<(CourseId, ItemId)> {
    let id = course(c, ctx, scope, "Kurs z testem").await?;
    let module = courses::add_module(c, ctx, scope, id, "Test", "").await?;
    let facts = ItemFacts::new("Test końcowy", 20);
    let item = courses::add_item(c, ctx, scope, module, ItemKind::Quiz, &facts, serde_json::json!({})).await?;
    for n in 0..QUESTIONS {
        let choice = |text: &str, fraction| Choice { text: text.into(), fraction, feedback: String::new() };
        let answers = vec![choice("miesiąc", 1.0), choice("dwa miesiące", 0.0), choice("rok", 0.0)];
        let question = Question {
            name: format!("p{n}"),
            code: format!("p{n}"),
            category: "a".into(),
            text: format!("Pytanie {n}: ile trwa termin?"),
            kind: Kind::Single { answers, shuffle: true },
            ..questions::sample()
        };
        quizzes::bank::add(c, ctx, scope, id, &question).await?;
    }
    let count = u32::try_from(QUESTIONS).map_err(Fault::internal)?;
    let pool = quizzes::PoolRule { category: "a".into(), questions: Vec::new(), count };
    let rules = quizzes::Settings { pools: vec![pool], ..quizzes::Settings::default() };
    quizzes::save(c, ctx, scope, item, &rules, 0).await?;
    courses::publish(c, ctx, scope, id, "").await?;
    Ok((id, item))
}

/// Enrols so many guests and marks what they did; gives their secrets.
async fn enrol(db: &Db, of: &'static str, course: CourseId, count: usize, done: Vec<ItemId>) -> Result<Vec<String>> {
    let bar = ProgressBar::new(count as u64);
    let mut running = tokio::task::JoinSet::new();
    for start in (0..count).step_by(BATCH) {
        if running.len() >= 6
            && let Some(one) = running.join_next().await
        {
            one.map_err(Fault::internal)??;
        }
        let (db, done, bar) = (db.clone(), done.clone(), bar.clone());
        let last = (start + BATCH).min(count);
        running.spawn(async move {
            db.write(move |c| {
                let done = done.clone();
                Box::pin(async move {
                    let own = ctx();
                    for n in start..last {
                        let hash = Guest::of(&secret(of, n)).hash().ok_or_else(Fault::not_found)?;
                        let mine = enrolments::enrol_open(c, &own, Learner::Guest(hash), course, None).await?;
                        for item in &done {
                            enrolments::mark(c, &own, mine.id, *item, Mark::done()).await?;
                        }
                    }
                    Ok(())
                })
            })
            .await?;
            bar.inc((last - start) as u64);
            Ok::<_, Fault>(())
        });
    }
    while let Some(one) = running.join_next().await {
        one.map_err(Fault::internal)??;
    }
    bar.finish();
    Ok((0..count).map(|n| secret(of, n)).collect())
}
