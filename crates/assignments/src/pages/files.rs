//! Files of works: for the learner whose they are, and for trainers once they were handed in. Always downloads, in a
//! sandbox: nothing in them can run in the office's origin.

use axum::{body::Body, response::Response};
use enrolments::Guest;
use kernel::{
    Fault, Result,
    ids::{ItemId, WorkId},
};
use serde::Deserialize;
use web::{Answer, Req, TypedPath};

use super::{
    TRAINERS, mark,
    shown::blind_name,
    work::{Seat, WorkPath},
};
use crate::work::{WorkFile, files, version_of, work_in};

/// A file as its learner asks for it.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/{course}/work/{item}/files/{number}", rejection(web::BadPath))]
pub struct OwnPath {
    /// The course.
    pub course: String,
    /// The assignment.
    pub item: ItemId,
    /// The file.
    pub number: i64,
}

/// A file as a trainer asks for it.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/work/{work}/files/{number}", rejection(web::BadPath))]
pub struct HandedInPath {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
    /// The work.
    pub work: WorkId,
    /// The file.
    pub number: i64,
}

/// One's own file.
pub async fn own(path: OwnPath, req: Req, guest: Guest) -> Answer<Response> {
    let at = WorkPath { course: path.course, item: path.item };
    let seat = Seat::take(&req, &guest, &at).await?.ok_or_else(Fault::not_found)?;
    let file = seat.history.files.iter().find(|f| f.number == path.number).ok_or_else(Fault::not_found)?;
    Ok(serve(&req, file, &file.name).await?)
}

/// A file that was handed in.
pub async fn handed_in(path: HandedInPath, req: Req) -> Answer<Response> {
    let (workshop, course) = courses::enter_course_people(&req, &path.office, TRAINERS, &path.course).await?;
    let (scope, id) = (workshop.scope, path.work);
    let (work, all, version) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let work = work_in(c, scope, id).await?;
                let version = version_of(c, &work).await?;
                Ok((work, files(c, id).await?, version))
            })
        })
        .await?;
    let found = all.iter().find(|f| f.number == path.number && f.edition.is_some() && work.course == course.id);
    let file = found.ok_or_else(Fault::not_found)?;
    let place = all.iter().filter(|f| f.edition == file.edition && f.number <= file.number).count();
    let definition = mark::definition_of(&req, work.item, version).await?;
    let name = if mark::hidden(&work, &definition) { blind_name(req.t, place, file) } else { file.name.clone() };
    Ok(serve(&req, file, &name).await?)
}

async fn serve(req: &Req, file: &WorkFile, name: &str) -> Result<Response> {
    let hash = file.object().ok_or_else(Fault::not_found)?;
    let (size, stream) = req.app.blobs.stream(&hash).await?;
    Ok(web::download(Body::from_stream(stream), name, &file.media_type, Some(size), false))
}
