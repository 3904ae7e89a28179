//! `POST /desk/{office}/courses/{course}/archive`: closes a course to new learners, or opens it again.

use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;
use web::{Answer, FormData, Req, TypedPath};

use crate::{course::archive, msg, policy};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/archive", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
}

/// Does it: `archived` is 1 or 0.
pub async fn save(path: Path, req: Req, form: FormData) -> Answer<Response> {
    let (workshop, course) = policy::author_course(&req, &path.office, &path.course).await?;
    let (scope, ctx, id, archived) = (workshop.scope, req.ctx.clone(), course.id, form.get("archived") == "1");
    req.app
        .db
        .write(move |c| {
            let ctx = ctx.clone();
            Box::pin(async move { archive(c, &ctx, scope, id, archived).await })
        })
        .await?;
    let said = if archived { msg::COURSES_NOW_ARCHIVED } else { msg::COURSES_NOW_REOPENED };
    Ok(req.redirect(workshop.course_path(&course, "/settings")).flash(said).into_response())
}
