//! Rules: who must complete which course within how many days, and again after how many months.

use audit::Entry;
use db::{Conn, Q, q};
use kernel::{
    Arg, Ctx, Fault, FieldFault, Micros, OfficeScope, Result,
    ids::{CourseId, OfficeId, PositionId, TrainingRuleId, UnitId},
};
use serde::{Deserialize, Serialize};

use crate::msg;

/// The job that applies one rule at once.
pub(crate) const APPLY: &str = "training.rule.apply";
/// The most days a rule may give.
pub const MOST_DAYS: i64 = 730;
/// The most months between two completions.
pub const MOST_MONTHS: i64 = 120;
/// The shortest reason for ending a rule, in characters.
const REASON_LEAST: usize = 5;
/// The longest, in characters.
const REASON_MOST: usize = 1000;
/// The most rules of an office that are in force.
const MOST_RULES: i64 = 500;

db::text_enum! {
    /// Whom a rule concerns.
    pub enum Whom {
        /// Everybody who serves in the office.
        All = "all",
        /// Who serves in a unit, or in those below it as well.
        Unit = "unit",
        /// Who holds a position.
        Position = "position",
    }
}

db::row! {
    /// A rule of mandatory training.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Rule {
        /// The identifier.
        pub id: TrainingRuleId,
        /// Whose people it concerns.
        pub office: OfficeId,
        /// The course.
        pub course: CourseId,
        /// Whom it concerns.
        pub whom: Whom,
        /// The unit, for [`Whom::Unit`].
        pub unit: Option<UnitId>,
        /// Whether the units below the unit as well.
        pub below: bool,
        /// The position, for [`Whom::Position`].
        pub position: Option<PositionId>,
        /// Days to complete the course, 1 to 730.
        pub days: i64,
        /// Again so many months after the last completion; none for once.
        pub months: Option<i64>,
        /// When it was made.
        pub created: Micros,
        /// When it was ended.
        pub ended: Option<Micros>,
        /// Why it was ended; empty while in force.
        pub reason: String,
        /// Counts changes.
        pub version: i64,
    }
}

const ROWS: &str = "SELECT id, office_id, course_id, whom, unit_id, below, position_id, days, months, created, ended, \
                    reason, version FROM training_rule";

/// What a rule is made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewRule {
    /// The course, published: of the office, or of another one and open without approval.
    pub course: CourseId,
    /// Whom it concerns.
    pub whom: Whom,
    /// The unit, for [`Whom::Unit`].
    pub unit: Option<UnitId>,
    /// Whether the units below the unit as well.
    pub below: bool,
    /// The position, for [`Whom::Position`].
    pub position: Option<PositionId>,
    /// Days to complete the course, 1 to 730.
    pub days: i64,
    /// Again so many months after the last completion, 1 to 120; none for once.
    pub months: Option<i64>,
}

impl NewRule {
    /// The rule this would become, for a preview.
    pub(crate) fn draft(&self, ctx: &Ctx, scope: OfficeScope) -> Rule {
        Rule {
            id: ctx.new_id(),
            office: scope.office(),
            course: self.course,
            whom: self.whom,
            unit: self.unit,
            below: self.below,
            position: self.position,
            days: self.days,
            months: self.months,
            created: ctx.now,
            ended: None,
            reason: String::new(),
            version: 1,
        }
    }
}

/// The payload of [`APPLY`].
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Apply {
    /// Which rule.
    pub rule: TrainingRuleId,
}

/// Makes sure that a rule can be made, and gives it with what does not belong to its kind left out.
///
/// # Errors
/// `Invalid` with the fields at fault: `course`, `unit`, `position`, `days`, `months`.
pub async fn check_rule(c: &mut Conn, scope: OfficeScope, new: NewRule) -> Result<NewRule> {
    let mut faults = Vec::new();
    let mut fault = |field: &str, key: &'static str| {
        faults.push(FieldFault { field: field.into(), key, args: Vec::new() });
    };
    match courses::course(c, new.course).await {
        Ok(course) if course.can_begin() => {
            if !enrolments::takes(c, scope.office(), &course).await? {
                fault("course", msg::TRAINING_RULE_COURSE_NOT_OPEN);
            }
        }
        Ok(_) => fault("course", msg::TRAINING_RULE_COURSE_CLOSED),
        Err(_) => fault("course", msg::TRAINING_RULE_CHOOSE_COURSE),
    }
    let (mut unit, mut position) = (None, None);
    match (new.whom, new.unit, new.position) {
        (Whom::All, ..) => {}
        (Whom::Unit, Some(id), _) if offices::unit(c, scope, id).await.is_ok() => unit = Some(id),
        (Whom::Unit, ..) => fault("unit", msg::TRAINING_RULE_CHOOSE_UNIT),
        (Whom::Position, _, Some(id)) if offices::positions(c, scope).await?.iter().any(|p| p.id == id) => {
            position = Some(id);
        }
        (Whom::Position, ..) => fault("position", msg::TRAINING_RULE_CHOOSE_POSITION),
    }
    let mut range = |field: &str, key: &'static str, max: i64| {
        faults.push(FieldFault { field: field.into(), key, args: vec![("max", Arg::from(max))] });
    };
    if !(1..=MOST_DAYS).contains(&new.days) {
        range("days", msg::TRAINING_RULE_RANGE, MOST_DAYS);
    }
    if new.months.is_some_and(|m| !(1..=MOST_MONTHS).contains(&m)) {
        range("months", msg::TRAINING_RULE_RANGE, MOST_MONTHS);
    }
    Fault::check(faults)?;
    Ok(NewRule { unit, position, below: new.below && unit.is_some(), ..new })
}

/// Makes a rule; a job applies it at once.
///
/// # Errors
/// As [`check_rule`]; `Conflict` when the office has the same rule in force, or 500 of them.
pub async fn add_rule(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, new: NewRule) -> Result<TrainingRuleId> {
    let new = check_rule(c, scope, new).await?;
    let in_force: Vec<Rule> = c
        .all(Q::new(ROWS).push(" WHERE office_id = ", scope.office()).text(" AND ended IS NULL ORDER BY id LIMIT 500"))
        .await?;
    if in_force.iter().any(|r| {
        (r.course, r.whom, r.unit, r.below, r.position) == (new.course, new.whom, new.unit, new.below, new.position)
    }) {
        return Err(Fault::conflict(msg::TRAINING_RULE_SAME));
    }
    if i64::try_from(in_force.len()).unwrap_or(i64::MAX) >= MOST_RULES {
        return Err(Fault::conflict(msg::TRAINING_RULE_TOO_MANY).arg("max", MOST_RULES));
    }
    let id: TrainingRuleId = ctx.new_id();
    c.exec(q!(
        "INSERT INTO training_rule (id, office_id, course_id, whom, unit_id, below, position_id, days, months, created, \
         reason, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', 1)",
        id,
        scope.office(),
        new.course,
        new.whom,
        new.unit,
        new.below,
        new.position,
        new.days,
        new.months,
        ctx.now
    ))
    .await?;
    let course = courses::course(c, new.course).await?;
    let entry = Entry::admin("training.rule_added", "training_rule", id)
        .detail("course", course.title)
        .detail("whom", concerned_words(c, scope, new.unit, new.position).await?)
        .detail("days", new.days)
        .detail("months", new.months);
    audit::write(c, ctx, Some(scope.office()), &entry).await?;
    jobs::enqueue(c, ctx, APPLY, &Apply { rule: id }, ctx.now).await?;
    Ok(id)
}

/// The name of the unit or position a rule is about, for the log; nothing for everybody.
async fn concerned_words(
    c: &mut Conn,
    scope: OfficeScope,
    unit: Option<UnitId>,
    position: Option<PositionId>,
) -> Result<Option<String>> {
    if let Some(id) = unit {
        return Ok(Some(offices::unit(c, scope, id).await?.title()));
    }
    let Some(id) = position else { return Ok(None) };
    Ok(offices::positions(c, scope).await?.into_iter().find(|p| p.id == id).map(|p| p.name))
}

/// Ends a rule, with a reason that stands in the log. Who is enrolled by it stays enrolled.
///
/// # Errors
/// `NotFound` when the office has no such rule; `Invalid` when the reason is shorter than 5 characters; `Conflict` when it
/// was ended already.
pub async fn end_rule(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: TrainingRuleId, reason: &str) -> Result<()> {
    let row = rule(c, scope, id).await?;
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    if reason.chars().count() < REASON_LEAST {
        return Err(Fault::field("reason", msg::TRAINING_RULE_REASON_NEEDED));
    }
    let reason: String = reason.chars().take(REASON_MOST).collect();
    let changed = c
        .exec(q!(
            "UPDATE training_rule SET ended = $2, reason = $3, version = version + 1 WHERE id = $1 AND ended IS NULL",
            id,
            ctx.now,
            &reason
        ))
        .await?;
    if changed == 0 {
        return Err(Fault::conflict(msg::TRAINING_RULE_ENDED_ALREADY));
    }
    let course = courses::course(c, row.course).await?;
    let entry = Entry::admin("training.rule_ended", "training_rule", id)
        .detail("course", course.title)
        .detail("whom", concerned_words(c, scope, row.unit, row.position).await?)
        .detail("reason", reason);
    audit::write(c, ctx, Some(scope.office()), &entry).await.map(|_| ())
}

/// A rule of the office.
///
/// # Errors
/// `NotFound` when the office has no such rule.
pub async fn rule(c: &mut Conn, scope: OfficeScope, id: TrainingRuleId) -> Result<Rule> {
    c.one(Q::new(ROWS).push(" WHERE office_id = ", scope.office()).push(" AND id = ", id)).await
}

/// The rules of the office, those in force first, the newest first; at most 1,000.
///
/// # Errors
/// Those of the database.
pub async fn rules(c: &mut Conn, scope: OfficeScope) -> Result<Vec<Rule>> {
    c.all(
        Q::new(ROWS)
            .push(" WHERE office_id = ", scope.office())
            .text(" ORDER BY CASE WHEN ended IS NULL THEN 0 ELSE 1 END, id DESC LIMIT 1000"),
    )
    .await
}

/// A rule in force, of any office, for the job.
pub(crate) async fn in_force(c: &mut Conn, id: TrainingRuleId) -> Result<Option<Rule>> {
    c.opt(Q::new(ROWS).push(" WHERE id = ", id).text(" AND ended IS NULL")).await
}

/// The rules in force of all offices, after one, so many.
pub(crate) async fn next_in_force(c: &mut Conn, after: Option<TrainingRuleId>, limit: usize) -> Result<Vec<Rule>> {
    let mut q = Q::new(ROWS).text(" WHERE ended IS NULL");
    if let Some(id) = after {
        q = q.push(" AND id > ", id);
    }
    c.all(q.push(" ORDER BY id LIMIT ", limit)).await
}
