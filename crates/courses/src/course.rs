//! A course: its row, what can be asked of it, and its settings.

use audit::Entry;
use db::{Conn, Json, Q, q};
use kernel::{
    Ctx, Fault, Lang, Micros, OfficeScope, Result,
    ids::{CourseId, CourseVersionId, OfficeId},
};
use law::fold::{fold, slug, sort_key};

use crate::{Settings, catalog::Source, msg};

db::text_enum! {
    /// For whom a course is made.
    pub enum Audience {
        /// People who work in offices.
        Officials = "officials",
        /// Residents as well.
        Everyone = "everyone",
    }
}

db::text_enum! {
    /// How much a course expects of its learners.
    pub enum Level {
        /// Nothing.
        Basic = "basic",
        /// Everyday work with the subject.
        Intermediate = "intermediate",
        /// The knowledge of a specialist.
        Advanced = "advanced",
    }
}

db::text_enum! {
    /// Where a course stands.
    pub enum CourseState {
        /// Never published.
        Draft = "draft",
        /// A version of it can be taken.
        Published = "published",
        /// Nobody new can begin it; those who began may end.
        Archived = "archived",
    }
}

/// The columns of [`CourseRow`].
const COLUMNS: &str = "id, office_id, slug, catalog, title, title_en, summary, summary_en, audience, open, language, level, minutes, \
     valid_months, pass_percent, competences, outcomes, sources, state, published_version, published_at, created, \
     updated, version";

db::row! {
    /// A course as lists show it.
    #[derive(Debug, Clone, PartialEq)]
    pub struct CourseRow {
        /// The identifier.
        pub id: CourseId,
        /// Whose it is.
        pub office: OfficeId,
        /// Its name in addresses, its own in the whole installation.
        pub slug: String,
        /// The course of the catalogue it was made from; empty for one's own.
        pub catalog: String,
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
        /// The language of its lessons: `pl`, `en`.
        pub language: String,
        /// What it expects.
        pub level: Level,
        /// Minutes of its required activities.
        pub minutes: u32,
        /// Months a certificate is valid; none for ever.
        pub valid_months: Option<u32>,
        /// Per cent of the points with which a new quiz of the course begins, 0 to 100; each quiz has its own threshold.
        pub pass_percent: u32,
        /// Competences of DigComp 2.2: `1.2`.
        pub competences: Json<Vec<String>>,
        /// What a learner can do afterwards.
        pub outcomes: Json<Vec<String>>,
        /// What it rests on.
        pub sources: Json<Vec<Source>>,
        /// Where it stands.
        pub state: CourseState,
        /// The version new learners get.
        pub published: Option<CourseVersionId>,
        /// When that version was published.
        pub published_at: Option<Micros>,
        /// When it was begun.
        pub created: Micros,
        /// When anything of it was last edited.
        pub updated: Micros,
        /// Counts edits of its settings.
        pub version: i64,
    }
}

impl CourseRow {
    /// The title in a language; the course's own where it has no other.
    pub fn title_in(&self, lang: Lang) -> &str {
        lang.choose(&self.title, &self.title_en)
    }
    /// The summary in a language; the course's own where it has no other.
    pub fn summary_in(&self, lang: Lang) -> &str {
        lang.choose(&self.summary, &self.summary_en)
    }
    /// Whether somebody new may begin it.
    pub fn can_begin(&self) -> bool {
        self.state == CourseState::Published && self.published.is_some()
    }
}

/// Courses, still without a condition.
pub(crate) fn select() -> Q {
    Q::new("SELECT ").text(COLUMNS).text(" FROM course")
}

/// A course by its identifier, of any office.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn course(c: &mut Conn, id: CourseId) -> Result<CourseRow> {
    c.one(select().push(" WHERE id = ", id)).await
}

/// A course by its name in addresses, of any office and in any state.
///
/// # Errors
/// Those of the database.
pub async fn by_slug(c: &mut Conn, slug: &str) -> Result<Option<CourseRow>> {
    c.opt(select().push(" WHERE slug = ", slug)).await
}

/// A course of this office by its name in addresses, in any state.
///
/// # Errors
/// `NotFound` when the office has none of that name.
pub async fn course_of(c: &mut Conn, scope: OfficeScope, slug: &str) -> Result<CourseRow> {
    c.one(select().push(" WHERE office_id = ", scope.office()).push(" AND slug = ", slug)).await
}

/// A course of this office by its identifier, in any state.
///
/// # Errors
/// `NotFound` when the office has none such.
pub async fn own_course(c: &mut Conn, scope: OfficeScope, id: CourseId) -> Result<CourseRow> {
    c.one(select().push(" WHERE office_id = ", scope.office()).push(" AND id = ", id)).await
}

/// All courses of an office by title, at most 1000.
///
/// # Errors
/// Those of the database.
pub async fn courses_of(c: &mut Conn, scope: OfficeScope) -> Result<Vec<CourseRow>> {
    c.all(select().push(" WHERE office_id = ", scope.office()).text(" ORDER BY sort_key, id LIMIT 1000")).await
}

/// Names that addresses keep for themselves.
const RESERVED: &[&str] = &[
    "new",
    "mine",
    "files",
    "find",
    "paths",
    "competences",
    "calendar",
    "catalog",
    "badges",
    "quiz",
    "join",
    "api",
    "certificates",
    "requests",
    "sessions",
    "rules",
    "reports",
    "training",
];

async fn taken(c: &mut Conn, slug: &str) -> Result<bool> {
    Ok(c.opt::<(CourseId,)>(q!("SELECT id FROM course WHERE slug = $1", slug)).await?.is_some())
}

/// A name in addresses that no course has yet.
async fn free_slug(c: &mut Conn, scope: OfficeScope, wanted: &str) -> Result<String> {
    let base: String = slug(wanted).chars().take(60).collect();
    let base = base.trim_matches('-');
    let base = if base.is_empty() || RESERVED.contains(&base) { format!("kurs-{base}") } else { base.to_owned() };
    let base = base.trim_matches('-').to_owned();
    if !taken(c, &base).await? {
        return Ok(base);
    }
    let office: Option<(String,)> = c.opt(q!("SELECT slug FROM office WHERE id = $1", scope.office())).await?;
    let base = office.map_or(base.clone(), |(o,)| format!("{base}-{o}"));
    let mut candidate = base.clone();
    let mut number = 2;
    while taken(c, &candidate).await? {
        candidate = format!("{base}-{number}");
        number += 1;
    }
    Ok(candidate)
}

/// Begins a course of the office, with nothing in it.
///
/// # Errors
/// `Invalid` with the fields at fault.
pub async fn create(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, settings: &Settings) -> Result<CourseId> {
    let wanted = settings.title.clone();
    insert(c, ctx, scope, settings, &wanted, "").await
}

pub(crate) async fn insert(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    settings: &Settings,
    wanted: &str,
    catalog: &str,
) -> Result<CourseId> {
    settings.check()?;
    let id: CourseId = ctx.new_id();
    let slug = free_slug(c, scope, wanted).await?;
    c.exec(q!(
        "INSERT INTO course (id, office_id, slug, catalog, title, title_en, summary, summary_en, audience, open, language, \
         level, minutes, valid_months, pass_percent, competences, outcomes, sources, state, published_version, \
         published_at, created, updated, version, words, sort_key) VALUES ($1, $2, $3, $4, '', '', '', '', 'officials', \
         FALSE, 'pl', 'basic', 0, NULL, 70, '[]', '[]', '[]', 'draft', NULL, NULL, $5, $5, 0, '', '')",
        id,
        scope.office(),
        &slug,
        catalog,
        ctx.now
    ))
    .await?;
    write_settings(c, ctx, scope, id, settings, 0).await?;
    wrote(c, ctx, id).await?;
    log(c, ctx, scope, "course.created", id, &settings.title).await?;
    Ok(id)
}

async fn write_settings(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: CourseId,
    s: &Settings,
    version: i64,
) -> Result<u64> {
    let words = fold(&format!("{} {} {} {}", s.title, s.title_en, s.summary, s.summary_en));
    c.exec(q!(
        "UPDATE course SET title = $3, title_en = $4, summary = $5, summary_en = $6, audience = $7, open = $8, \
         language = $9, level = $10, valid_months = $11, pass_percent = $12, competences = $13, outcomes = $14, \
         sources = $15, updated = $16, words = $17, sort_key = $18, version = version + 1 \
         WHERE office_id = $1 AND id = $2 AND version = $19",
        scope.office(),
        id,
        s.title.trim(),
        s.title_en.trim(),
        s.summary.trim(),
        s.summary_en.trim(),
        s.audience,
        s.open,
        &s.language,
        s.level,
        s.valid_months,
        s.pass_percent,
        Json(&s.competences),
        Json(&s.outcomes),
        Json(&s.sources),
        ctx.now,
        words,
        sort_key(&s.title),
        version
    ))
    .await
}

/// Changes what a course says of itself.
///
/// # Errors
/// `Invalid` with the fields at fault; `Conflict` (`fault-stale`) when somebody else changed it since `version`;
/// `NotFound` when the office has no such course.
pub async fn edit(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: CourseId,
    settings: &Settings,
    version: i64,
) -> Result<()> {
    settings.check()?;
    if write_settings(c, ctx, scope, id, settings, version).await? == 0 {
        own_course(c, scope, id).await?;
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    wrote(c, ctx, id).await?;
    log(c, ctx, scope, "course.edited", id, &settings.title).await
}

/// Closes a course to new learners, or opens it again.
///
/// # Errors
/// `NotFound` when the office has no such course.
pub async fn archive(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: CourseId, archived: bool) -> Result<()> {
    let row = own_course(c, scope, id).await?;
    let state = match (archived, row.published) {
        (true, _) => CourseState::Archived,
        (false, Some(_)) => CourseState::Published,
        (false, None) => CourseState::Draft,
    };
    if row.state == state || (!archived && row.state != CourseState::Archived) {
        return Ok(());
    }
    c.exec(q!("UPDATE course SET state = $2, updated = $3, version = version + 1 WHERE id = $1", id, state, ctx.now))
        .await?;
    log(c, ctx, scope, if archived { "course.archived" } else { "course.reopened" }, id, &row.title).await
}

/// Notes that the course was written in now, and by whom; counts its minutes anew.
pub(crate) async fn wrote(c: &mut Conn, ctx: &Ctx, id: CourseId) -> Result<()> {
    c.exec(q!(
        "UPDATE course SET updated = $2, minutes = (SELECT CAST(COALESCE(SUM(i.minutes), 0) AS BIGINT) FROM course_item i \
         JOIN course_module m ON m.id = i.module_id WHERE i.course_id = $1 AND i.required AND i.removed IS NULL \
         AND m.removed IS NULL) WHERE id = $1",
        id,
        ctx.now
    ))
    .await?;
    if let Some(person) = ctx.actor.person() {
        c.exec(q!(
            "INSERT INTO course_author (course_id, person_id, name, since) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            id,
            person,
            ctx.actor.name(),
            ctx.now
        ))
        .await?;
    }
    Ok(())
}

pub(crate) async fn log(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    action: &'static str,
    course: CourseId,
    title: &str,
) -> Result<()> {
    let entry = Entry::admin(action, "course", course).detail("course", title.trim());
    audit::write(c, ctx, Some(scope.office()), &entry).await.map(|_| ())
}

/// The names of those who wrote in a course, the first first.
///
/// # Errors
/// Those of the database.
pub async fn authors(c: &mut Conn, id: CourseId) -> Result<Vec<String>> {
    let rows: Vec<(String,)> =
        c.all(q!("SELECT name FROM course_author WHERE course_id = $1 ORDER BY since, name LIMIT 50", id)).await?;
    Ok(rows.into_iter().map(|(name,)| name).collect())
}

/// The key of a level's name.
pub fn level_name(level: Level) -> &'static str {
    match level {
        Level::Basic => msg::COURSES_LEVEL_BASIC,
        Level::Intermediate => msg::COURSES_LEVEL_INTERMEDIATE,
        Level::Advanced => msg::COURSES_LEVEL_ADVANCED,
    }
}

/// The key of an audience's name.
pub fn audience_name(audience: Audience) -> &'static str {
    match audience {
        Audience::Officials => msg::COURSES_FOR_OFFICIALS,
        Audience::Everyone => msg::COURSES_FOR_EVERYONE,
    }
}

/// The key of a state's name.
pub fn state_name(state: CourseState) -> &'static str {
    match state {
        CourseState::Draft => msg::COURSES_STATE_DRAFT,
        CourseState::Published => msg::COURSES_STATE_PUBLISHED,
        CourseState::Archived => msg::COURSES_STATE_ARCHIVED,
    }
}
