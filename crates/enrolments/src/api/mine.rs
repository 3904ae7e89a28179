//! `/api/v1/my/courses`: a person's own courses.

use std::collections::{HashMap, hash_map::Entry};

use axum::Json;
use kernel::{Actor, Fault, Result, ids::OfficeId};
use offices::OfficeRow;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use web::{Answer, Cursor, Limit, Query, Req};

use super::{Progressed, paths, states};
use crate::{Enrolment, list};

paths! {
    /// One's own courses.
    MyCoursesPath "/api/v1/my/courses" {}
}

/// Which page of one's courses is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MyCoursesQuery {
    /// How many items, 1 to 100.
    #[serde(default)]
    #[param(inline)]
    pub limit: Limit<50, 100>,
    /// `next` of the page before; the first page when left out.
    #[param(value_type = Option<String>)]
    pub cursor: Option<Cursor>,
}

/// A course one takes or took.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyCourse {
    /// The enrolment.
    pub id: Uuid,
    /// The course's name in addresses.
    #[schema(example = "kpa")]
    pub course: String,
    /// The title in the language asked for (`Accept-Language`).
    pub title: String,
    /// The name in addresses of the office that holds it.
    #[schema(example = "lublin")]
    pub office: String,
    /// The office's name.
    pub office_name: String,
    /// Where it stands.
    #[schema(schema_with = states)]
    pub state: String,
    /// How far one is.
    #[serde(flatten)]
    pub progress: Progressed,
    /// Where one learns.
    pub url: String,
}

/// A page of one's courses.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyCourseList {
    /// The courses, the last begun first.
    pub items: Vec<MyCourse>,
    /// The cursor of the next page; null on the last.
    pub next: Option<String>,
}

type Found = (Vec<(Enrolment, courses::CourseRow)>, HashMap<OfficeId, OfficeRow>, Option<Cursor>);

/// Lists the courses the token's person takes or took, of all offices; with a token limited to one office those it holds.
#[utoipa::path(get, path = "/api/v1/my/courses", operation_id = "listMyCourses", tag = "learning", params(MyCoursesQuery),
    responses((status = 200, description = "A page of courses", body = MyCourseList)),
    security(("bearer" = ["learning:read"])))]
pub async fn list(_: MyCoursesPath, req: Req, Query(query): Query<MyCoursesQuery>) -> Answer<Json<MyCourseList>> {
    req.scope("learning:read")?;
    let person = req.person()?;
    let only = match &req.ctx.actor {
        Actor::Token { office, .. } => *office,
        _ => None,
    };
    let MyCoursesQuery { limit, cursor } = query;
    let (rows, offices, next) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let (mine, next) = list::page_of_person(c, person, only, cursor, limit.size()).await?;
                let courses = courses::courses_in(c, mine.iter().map(|e| e.course)).await?;
                let (mut rows, mut holders) = (Vec::with_capacity(mine.len()), HashMap::new());
                for e in mine {
                    if let Entry::Vacant(slot) = holders.entry(e.holder) {
                        slot.insert(offices::by_id(c, e.holder).await?);
                    }
                    let course = courses.get(&e.course).cloned().ok_or_else(Fault::not_found)?;
                    rows.push((e, course));
                }
                Result::<Found>::Ok((rows, holders, next))
            })
        })
        .await?;
    let (lang, today) = (req.lang(), req.ctx.now.warsaw_date());
    let items = rows.iter().map(|(e, course)| {
        let office = offices.get(&e.holder);
        MyCourse {
            id: e.id.0,
            course: course.slug.clone(),
            title: course.title_in(lang).to_owned(),
            office: office.map(|o| o.slug.clone()).unwrap_or_default(),
            office_name: office.map(|o| o.name_in(lang).to_owned()).unwrap_or_default(),
            state: e.state.as_str().into(),
            progress: Progressed::of(e, today),
            url: req.app.url(format_args!("/learn/{}", course.slug)),
        }
    });
    Ok(Json(MyCourseList { items: items.collect(), next: next.map(Cursor::encode) }))
}
