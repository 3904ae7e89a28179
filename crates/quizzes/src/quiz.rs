//! A quiz as its author writes it, and its definition in a published version.

use std::collections::{BTreeMap, BTreeSet};

use courses::{Adopted, ItemKind, ItemRow};
use db::{BoxFuture, Conn, Json, q};
use kernel::{
    Ctx, Fault, OfficeScope, Result,
    ids::{CourseId, ItemId, QuestionId},
};
use questions::{Limits, Question, Severity, own};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    bank::{self, QuestionRow},
    settings::{PoolRule, Purpose, Settings},
};

db::row! {
    /// The rules of a quiz as they are being written.
    #[derive(Debug, Clone, PartialEq)]
    pub struct QuizRow {
        /// The activity.
        pub item: ItemId,
        /// Its course.
        pub course: CourseId,
        /// The rules.
        pub settings: Json<Settings>,
        /// Counts edits; 0 when nobody saved them yet.
        pub version: i64,
    }
}

/// The rules of a quiz of any office; when nobody saved them yet, the usual ones with the course's threshold.
///
/// # Errors
/// Those of the database.
pub async fn quiz_of(c: &mut Conn, item: &ItemRow) -> Result<QuizRow> {
    let found: Option<QuizRow> =
        c.opt(q!("SELECT item_id, course_id, settings, version FROM quiz WHERE item_id = $1", item.id)).await?;
    if let Some(found) = found {
        return Ok(found);
    }
    let purpose = item.settings.0.get("role").and_then(Value::as_str).and_then(Purpose::parse);
    let pass_percent = courses::course(c, item.course).await?.pass_percent;
    let settings = Settings { purpose: purpose.unwrap_or(Purpose::Module), pass_percent, ..Settings::default() };
    Ok(QuizRow { item: item.id, course: item.course, settings: Json(settings), version: 0 })
}

/// Saves the rules of a quiz; its purpose is told to the course too.
///
/// # Errors
/// `Invalid` with the fields at fault; `Conflict` (`fault-stale`) when somebody else changed them since `version`;
/// `NotFound` when the office has no such quiz.
pub async fn save(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    item: ItemId,
    settings: &Settings,
    version: i64,
) -> Result<()> {
    settings.check()?;
    let row = courses::own_item(c, scope, item).await?;
    if row.kind != ItemKind::Quiz {
        return Err(Fault::not_found());
    }
    let done = if version == 0 {
        c.exec(q!(
            "INSERT INTO quiz (item_id, office_id, course_id, settings, changed, version) VALUES ($1, $2, $3, $4, $5, 1) \
             ON CONFLICT (item_id) DO NOTHING",
            item,
            scope.office(),
            row.course,
            Json(settings),
            ctx.now
        ))
        .await?
    } else {
        c.exec(q!(
            "UPDATE quiz SET settings = $2, changed = $3, version = version + 1 WHERE item_id = $1 AND version = $4",
            item,
            Json(settings),
            ctx.now,
            version
        ))
        .await?
    };
    if done == 0 {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    let mut told = row.settings.0;
    if !told.is_object() {
        told = serde_json::json!({});
    }
    if let Some(map) = told.as_object_mut() {
        map.insert("role".into(), Value::from(settings.purpose.as_str()));
    }
    courses::set_item_settings(c, ctx, scope, item, told).await
}

/// The definition of a quiz in a published version: it never changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Definition {
    /// The rules.
    pub settings: Settings,
    /// The questions that may be drawn.
    pub questions: Vec<DefinedQuestion>,
    /// What is drawn: places in `questions`, and how many.
    pub pools: Vec<(Vec<usize>, u32)>,
}

/// A question as it was at publishing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DefinedQuestion {
    /// The question in the bank.
    pub id: QuestionId,
    /// Which of its versions.
    pub version: i64,
    /// What is asked.
    pub question: Question,
}

impl Definition {
    /// The rules with the questions of a bank.
    pub fn of(settings: Settings, bank: &[QuestionRow]) -> Self {
        let fits = |rule: &PoolRule, row: &QuestionRow| {
            if rule.questions.is_empty() {
                row.content.0.category.trim() == rule.category.trim()
            } else {
                rule.questions.contains(&row.id)
            }
        };
        let wanted: BTreeSet<QuestionId> =
            bank.iter().filter(|row| settings.pools.iter().any(|rule| fits(rule, row))).map(|row| row.id).collect();
        let mut chosen: Vec<&QuestionRow> = bank.iter().filter(|row| wanted.contains(&row.id)).collect();
        // By identifier, so that the order never depends on names.
        chosen.sort_by_key(|row| row.id);
        let places: BTreeMap<QuestionId, usize> = chosen.iter().enumerate().map(|(i, row)| (row.id, i)).collect();
        let pools = settings
            .pools
            .iter()
            .map(|rule| {
                let of = chosen.iter().filter(|row| fits(rule, row)).filter_map(|row| places.get(&row.id).copied());
                (of.collect(), rule.count)
            })
            .collect();
        let defined =
            |row: &&QuestionRow| DefinedQuestion { id: row.id, version: row.version, question: row.content.0.clone() };
        Self { questions: chosen.iter().map(defined).collect(), settings, pools }
    }
}

/// What the program registers with [`courses::register_part`]: the definition of a quiz at the moment of publishing.
pub fn part<'c>(c: &'c mut Conn, _: &'c Ctx, item: &'c ItemRow) -> BoxFuture<'c, Result<Value>> {
    Box::pin(async move {
        let row = quiz_of(c, item).await?;
        let bank = bank::all(c, item.course).await?;
        serde_json::to_value(Definition::of(row.settings.0, &bank)).map_err(Fault::internal)
    })
}

/// What the program registers with [`courses::register_adopters`]: questions and quizzes of a course of the catalogue.
pub fn adopt<'c>(c: &'c mut Conn, ctx: &'c Ctx, scope: OfficeScope, what: &'c Adopted) -> BoxFuture<'c, Result<()>> {
    Box::pin(async move {
        let import = own::import(what.from.questions.as_bytes(), &Limits::default());
        let import =
            import.map_err(|f| Fault::internal(format!("{}: {} in line {}", what.from.slug, f.key, f.line)))?;
        if let Some(bad) = import.findings.iter().find(|f| f.severity == Severity::Refused) {
            return Err(Fault::internal(format!("{}: {} in line {}", what.from.slug, bad.key, bad.line)));
        }
        for mut entry in import.entries {
            entry.question.category = category(what.from, &entry.question.category);
            bank::insert(c, ctx, scope, what.course, &entry.question).await?;
        }
        for (name, item) in &what.quizzes {
            if let Some(quiz) = what.from.quizzes.iter().find(|q| q.id == *name) {
                let mut rules = Settings::of_catalog(quiz);
                for pool in &mut rules.pools {
                    pool.category = category(what.from, &pool.category);
                }
                save(c, ctx, scope, *item, &rules, 0).await?;
            }
        }
        Ok(())
    })
}

/// The category of a question of the catalogue as people read it: the title of its lesson.
fn category(from: &courses::catalog::Course, name: &str) -> String {
    match from.lesson(name) {
        // A single slash would begin a category within a category.
        Some(lesson) => lesson.title.replace('/', "//"),
        None => name.to_owned(),
    }
}
