//! The JSON API: published courses of an office.

use axum::Json;
use kernel::Fault;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use web::{Answer, Cursor, Limit, NoQuery, Query, Req, TypedPath};

use crate::{Content, CourseRow, Find, course::course_of, find::published, keep};

/// What this subject adds to the OpenAPI document.
#[derive(utoipa::OpenApi)]
#[openapi(paths(list, one), components(schemas(CoursesPage, CourseItem, CourseFull, CourseModule, CourseActivity)))]
pub struct Api;

/// The path of the list.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/courses", rejection(web::BadPath))]
pub struct ListPath {
    /// The office.
    pub office: String,
}

/// The path of one course.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/courses/{course}", rejection(web::BadPath))]
pub struct OnePath {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
}

/// What is asked.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CoursesQuery {
    /// Words of the title or the summary; all courses when left out.
    #[serde(default)]
    #[param(example = "terminy")]
    pub q: String,
    /// Only those that need no account.
    #[serde(default)]
    pub open: bool,
    /// How many items, 1 to 100.
    #[serde(default)]
    #[param(inline)]
    pub limit: Limit<50, 100>,
    /// `next` of the page before; the first page when left out.
    #[param(value_type = Option<String>)]
    pub cursor: Option<Cursor>,
}

/// A course in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct CourseItem {
    /// Its name in addresses: `kpa`.
    pub id: String,
    /// The title in the language asked for (`Accept-Language`).
    pub title: String,
    /// Two or three sentences, in the same language where there are any.
    pub summary: String,
    /// `officials` or `everyone`.
    pub audience: String,
    /// Whether it may be taken without an account.
    pub open: bool,
    /// The language of its lessons: `pl`, `en`.
    pub language: String,
    /// `basic`, `intermediate` or `advanced`.
    pub level: String,
    /// Minutes of its required activities.
    pub minutes: u32,
    /// Months a certificate is valid; null for ever.
    pub valid_months: Option<u32>,
    /// Competences of DigComp 2.2: `1.2`.
    pub competences: Vec<String>,
    /// When the present version was published, RFC 3339.
    pub published_at: String,
    /// Where one takes it.
    pub url: String,
}

/// A page of courses.
#[derive(Debug, Serialize, ToSchema)]
pub struct CoursesPage {
    /// The courses, the latest published first.
    pub items: Vec<CourseItem>,
    /// The cursor of the next page; null on the last.
    pub next: Option<String>,
}

/// An activity.
#[derive(Debug, Serialize, ToSchema)]
pub struct CourseActivity {
    /// The identifier; the same in every version.
    pub id: Uuid,
    /// `lesson`, `quiz`, `assignment`, `session` or `file`.
    pub kind: String,
    /// The title.
    pub title: String,
    /// Minutes it takes.
    pub minutes: u32,
    /// Whether the course is complete only with it.
    pub required: bool,
    /// The text of a lesson in Markdown, of courses that need no account.
    pub text: Option<String>,
}

/// A module.
#[derive(Debug, Serialize, ToSchema)]
pub struct CourseModule {
    /// The identifier; the same in every version.
    pub id: Uuid,
    /// The title.
    pub title: String,
    /// What it is about.
    pub summary: String,
    /// Its activities in order.
    pub activities: Vec<CourseActivity>,
}

/// A course with what it consists of.
#[derive(Debug, Serialize, ToSchema)]
pub struct CourseFull {
    /// What the list says of it.
    #[serde(flatten)]
    pub course: CourseItem,
    /// The number of the present version.
    pub version: u32,
    /// What a learner can do afterwards.
    pub outcomes: Vec<String>,
    /// Its modules in order.
    pub modules: Vec<CourseModule>,
}

fn item(req: &Req, row: &CourseRow) -> CourseItem {
    CourseItem {
        id: row.slug.clone(),
        title: row.title_in(req.lang()).to_owned(),
        summary: row.summary_in(req.lang()).to_owned(),
        audience: row.audience.as_str().into(),
        open: row.open,
        language: row.language.clone(),
        level: row.level.as_str().into(),
        minutes: row.minutes,
        valid_months: row.valid_months,
        competences: row.competences.0.clone(),
        published_at: row.published_at.map(kernel::Micros::rfc3339).unwrap_or_default(),
        url: req.app.url(format_args!("/learn/{}", row.slug)),
    }
}

fn modules(content: &Content) -> Vec<CourseModule> {
    let text = |item: &crate::Item| item.lesson.as_ref().filter(|_| content.course.open).map(|l| l.body.clone());
    let activity = |item: &crate::Item| CourseActivity {
        id: item.id.0,
        kind: item.kind.as_str().into(),
        title: item.title.clone(),
        minutes: item.minutes,
        required: item.required,
        text: text(item),
    };
    let module = |m: &crate::Module| CourseModule {
        id: m.id.0,
        title: m.title.clone(),
        summary: m.summary.clone(),
        activities: m.items.iter().map(activity).collect(),
    };
    content.modules.iter().map(module).collect()
}

/// Lists published courses of an office, the latest first.
#[utoipa::path(
    get, path = "/api/v1/offices/{office}/courses", operation_id = "listCourses", tag = "courses", params(CoursesQuery),
    responses((status = 200, description = "A page of courses", body = CoursesPage))
)]
pub async fn list(path: ListPath, req: Req, Query(query): Query<CoursesQuery>) -> Answer<Json<CoursesPage>> {
    let site = offices::site(&req, &path.office).await?;
    let find = Find {
        audience: None,
        open: query.open,
        office: Some(site.office.id),
        text: query.q,
        cursor: query.cursor,
        limit: query.limit.size(),
    };
    let wanted = find.clone();
    let rows = req.app.db.read(move |c| Box::pin(async move { published(c, &wanted).await })).await?;
    let next = find.next(&rows).map(Cursor::encode);
    Ok(Json(CoursesPage { items: rows.iter().map(|r| item(&req, r)).collect(), next }))
}

/// Reads a published course with its modules and activities.
#[utoipa::path(
    get, path = "/api/v1/offices/{office}/courses/{course}", operation_id = "getCourse", tag = "courses",
    responses((status = 200, description = "The course", body = CourseFull))
)]
pub async fn one(path: OnePath, req: Req, _: NoQuery) -> Answer<Json<CourseFull>> {
    let site = offices::site(&req, &path.office).await?;
    let scope = site.scope;
    let row = req.app.db.read(move |c| Box::pin(async move { course_of(c, scope, &path.course).await })).await?;
    let version = row.published.filter(|_| row.can_begin()).ok_or_else(Fault::not_found)?;
    let content = keep::content(&req.app, version).await?;
    Ok(Json(CourseFull {
        course: item(&req, &row),
        version: content.number,
        outcomes: row.outcomes.0.clone(),
        modules: modules(&content),
    }))
}
