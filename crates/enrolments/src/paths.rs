//! Paths: several courses of an office in an order, and how far a learner is through them.

use courses::CourseRow;
use db::{Conn, Q, q};
use kernel::{
    Ctx, Fault, Lang, OfficeScope, Result,
    ids::{CourseId, OfficeId, PathId},
};
use law::fold::{slug, sort_key};

use crate::{
    Enrolment, Learner, State, learner, msg,
    words::{Check, MAX_NAME, MAX_TEXT, line, lines},
};

/// The most courses of a path.
pub const MOST_COURSES: usize = 30;

db::row! {
    /// A path.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct PathRow {
        /// The identifier.
        pub id: PathId,
        /// Whose it is.
        pub office: OfficeId,
        /// Its name in addresses, its own in the whole installation.
        pub slug: String,
        /// The title.
        pub title: String,
        /// The title in English; may be empty.
        pub title_en: String,
        /// A few sentences.
        pub summary: String,
        /// The same in English; may be empty.
        pub summary_en: String,
        /// Whether learners see it.
        pub published: bool,
        /// Counts changes.
        pub version: i64,
    }
}

impl PathRow {
    /// The title in a language; the path's own where it has no other.
    pub fn title_in(&self, lang: Lang) -> &str {
        lang.choose(&self.title, &self.title_en)
    }
    /// The summary in a language; the path's own where it has no other.
    pub fn summary_in(&self, lang: Lang) -> &str {
        lang.choose(&self.summary, &self.summary_en)
    }
}

const SELECT: &str = "SELECT id, office_id, slug, title, title_en, summary, summary_en, published, version FROM path";

/// The paths of an office by title, at most 500.
///
/// # Errors
/// Those of the database.
pub async fn paths_of(c: &mut Conn, scope: OfficeScope) -> Result<Vec<PathRow>> {
    c.all(Q::new(SELECT).push(" WHERE office_id = ", scope.office()).text(" ORDER BY sort, id LIMIT 500")).await
}

/// The published paths of all offices by title, at most 200.
///
/// # Errors
/// Those of the database.
pub async fn published_paths(c: &mut Conn) -> Result<Vec<PathRow>> {
    c.all(Q::new(SELECT).text(" WHERE published ORDER BY sort, id LIMIT 200")).await
}

/// A path by its name in addresses.
///
/// # Errors
/// `NotFound`.
pub async fn path(c: &mut Conn, slug: &str) -> Result<PathRow> {
    c.one(Q::new(SELECT).push(" WHERE slug = ", slug)).await
}

/// A path of the office.
///
/// # Errors
/// `NotFound`.
pub async fn own_path(c: &mut Conn, scope: OfficeScope, id: PathId) -> Result<PathRow> {
    c.one(Q::new(SELECT).push(" WHERE id = ", id).push(" AND office_id = ", scope.office())).await
}

/// The courses of a path in their order, each with whether the path requires it.
///
/// # Errors
/// Those of the database.
pub async fn path_courses(c: &mut Conn, id: PathId) -> Result<Vec<(CourseRow, bool)>> {
    let rows: Vec<(CourseId, bool)> = c
        .all(q!("SELECT course_id, required FROM path_course WHERE path_id = $1 ORDER BY ordinal LIMIT 100", id))
        .await?;
    let mut all = Vec::with_capacity(rows.len());
    for (course, required) in rows {
        all.push((courses::course(c, course).await?, required));
    }
    Ok(all)
}

/// A course of a path as a learner stands with it.
#[derive(Debug, Clone, PartialEq)]
pub struct PathStep {
    /// The course.
    pub course: CourseRow,
    /// Whether the path requires it.
    pub required: bool,
    /// The learner's enrolment on it, if there is one.
    pub enrolment: Option<Enrolment>,
}

/// How far a learner is through a path.
#[derive(Debug, Clone, PartialEq)]
pub struct PathProgress {
    /// The courses in their order.
    pub steps: Vec<PathStep>,
    /// How many required courses are completed.
    pub done: usize,
    /// How many courses are required.
    pub required: usize,
}

impl PathProgress {
    /// Whether the path is walked to its end.
    pub fn completed(&self) -> bool {
        self.required > 0 && self.done == self.required
    }
    /// The course to go on with: the first required one that is not completed.
    pub fn next(&self) -> Option<&PathStep> {
        self.steps.iter().find(|s| s.required && !s.completed())
    }
}

impl PathStep {
    /// Whether the learner completed the course.
    pub fn completed(&self) -> bool {
        self.enrolment.as_ref().is_some_and(|e| e.state == State::Completed)
    }
}

/// How far a learner is through a path; without a learner the courses only.
///
/// # Errors
/// Those of the database.
pub async fn path_progress(c: &mut Conn, id: PathId, who: Option<Learner>) -> Result<PathProgress> {
    let mine = match who {
        Some(who) => learner::of_learner(c, who).await?,
        None => Vec::new(),
    };
    let mut steps = Vec::new();
    for (course, required) in path_courses(c, id).await? {
        let enrolment = learner::best(mine.iter().filter(|e| e.course == course.id).cloned().collect());
        steps.push(PathStep { course, required, enrolment });
    }
    let required = steps.iter().filter(|s| s.required).count();
    let done = steps.iter().filter(|s| s.required && s.completed()).count();
    Ok(PathProgress { steps, done, required })
}

/// A path to be made, or what one is changed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewPath {
    /// The title, at most 200 characters.
    pub title: String,
    /// The title in English; may be empty.
    pub title_en: String,
    /// A few sentences.
    pub summary: String,
    /// The same in English; may be empty.
    pub summary_en: String,
    /// Whether learners see it; then it has at least two courses.
    pub published: bool,
    /// The courses in their order, each with whether the path requires it; of the same office, each once.
    pub courses: Vec<(CourseId, bool)>,
}

async fn checked(c: &mut Conn, scope: OfficeScope, new: &NewPath) -> Result<NewPath> {
    let new = NewPath {
        title: line(&new.title),
        title_en: line(&new.title_en),
        summary: lines(&new.summary),
        summary_en: lines(&new.summary_en),
        ..new.clone()
    };
    let mut check = Check::default();
    check.text("title", &new.title, MAX_NAME);
    check.short("title_en", &new.title_en, MAX_NAME);
    check.short("summary", &new.summary, MAX_TEXT);
    check.short("summary_en", &new.summary_en, MAX_TEXT);
    let mut ids: Vec<CourseId> = new.courses.iter().map(|(id, _)| *id).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.len() != new.courses.len() || ids.len() > MOST_COURSES {
        check.fault("courses", web::msg::FIELD_CHOICE);
    } else if new.published && ids.len() < 2 {
        check.fault("courses", msg::ENROLMENTS_PATH_SHORT);
    } else if new.published && !new.courses.iter().any(|(_, required)| *required) {
        check.fault("courses", msg::ENROLMENTS_PATH_NOTHING_REQUIRED);
    }
    check.done()?;
    for id in ids {
        courses::own_course(c, scope, id).await?;
    }
    Ok(new)
}

async fn put_courses(c: &mut Conn, id: PathId, courses: &[(CourseId, bool)]) -> Result<()> {
    c.exec(q!("DELETE FROM path_course WHERE path_id = $1", id)).await?;
    for (i, (course, required)) in courses.iter().enumerate() {
        c.exec(q!(
            "INSERT INTO path_course (path_id, ordinal, course_id, required) VALUES ($1, $2, $3, $4)",
            id,
            i + 1,
            *course,
            *required
        ))
        .await?;
    }
    Ok(())
}

/// Makes a path of the office.
///
/// # Errors
/// `NotFound` when a course is another office's; `Invalid` with the fields at fault.
pub async fn add_path(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, new: &NewPath) -> Result<PathId> {
    let new = checked(c, scope, new).await?;
    let id: PathId = ctx.new_id();
    let wanted: String = slug(&new.title).chars().take(60).collect();
    let base = if wanted.is_empty() { "sciezka".to_owned() } else { wanted };
    let mut name = base.clone();
    let mut number = 2;
    while c.opt::<(PathId,)>(q!("SELECT id FROM path WHERE slug = $1", &name)).await?.is_some() {
        name = format!("{base}-{number}");
        number += 1;
    }
    c.exec(q!(
        "INSERT INTO path (id, office_id, slug, title, title_en, summary, summary_en, published, sort, created, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)",
        id,
        scope.office(),
        name,
        &new.title,
        &new.title_en,
        &new.summary,
        &new.summary_en,
        new.published,
        sort_key(&new.title),
        ctx.now
    ))
    .await?;
    put_courses(c, id, &new.courses).await?;
    Ok(id)
}

/// Changes a path of the office; its name in addresses stays.
///
/// # Errors
/// As [`add_path`]; `Conflict` when it was changed since `version`.
pub async fn change_path(c: &mut Conn, scope: OfficeScope, id: PathId, version: i64, new: &NewPath) -> Result<()> {
    own_path(c, scope, id).await?;
    let new = checked(c, scope, new).await?;
    let done = c
        .exec(q!(
            "UPDATE path SET title = $3, title_en = $4, summary = $5, summary_en = $6, published = $7, sort = $8, \
             version = version + 1 WHERE id = $1 AND office_id = $2 AND version = $9",
            id,
            scope.office(),
            &new.title,
            &new.title_en,
            &new.summary,
            &new.summary_en,
            new.published,
            sort_key(&new.title),
            version
        ))
        .await?;
    if done == 0 {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    put_courses(c, id, &new.courses).await
}
