//! Who was at a session, as a file.

use axum::response::Response;
use kernel::ids::LiveSessionId;
use serde::Deserialize;
use sheet::{Cell, Kind, Sheet};
use web::{Answer, Req, TypedPath, read, work};

use super::{STAFF, learners::name};
use crate::{attendance, msg, sessions};

/// `/desk/{office}/courses/{course}/sessions/{session}/export`, with `kind` as [`Kind::asked`] reads it.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/sessions/{session}/export", rejection(web::BadPath))]
pub(crate) struct ExportPath {
    pub office: String,
    pub course: String,
    pub session: LiveSessionId,
}

/// Everybody expected, and whether they were there; nothing where nobody wrote it down. Who takes the names away is in the
/// audit log.
pub(crate) async fn export(path: ExportPath, req: Req) -> Answer<Response> {
    let (workshop, course) = courses::enter_course_people(&req, &path.office, STAFF, &path.course).await?;
    let (t, scope, of, id) = (req.t, workshop.scope, course.id, path.session);
    let (row, expected, there) = read!(req, |c| {
        let row = sessions::session(c, of, id).await?;
        let expected = attendance::expected(c, &row).await?;
        let there = attendance::attendance(c, id).await?;
        Ok((row, expected, there))
    })?;
    let entry = audit::Entry::access("enrolments.attendance_exported", "course", of)
        .detail("course", row.title.as_str())
        .detail("people", expected.len());
    work!(req, |c, ctx, entry| audit::write(c, &ctx, Some(scope.office()), &entry).await)?;
    let day = row.starts.warsaw_date();
    let rows = expected.iter().map(|l| -> Vec<Cell> {
        let was = there
            .get(&l.enrolment.id)
            .map(|a| t.s(if a.present { msg::ENROLMENTS_ATTENDANCE_THERE } else { msg::ENROLMENTS_ATTENDANCE_ABSENT }));
        vec![
            name(t, l).into(),
            l.email.as_str().into(),
            l.unit_code.as_str().into(),
            Cell::Day(day),
            was.map_or(Cell::Empty, Cell::Text),
        ]
    });
    let heads = [
        msg::ENROLMENTS_PERSON,
        msg::ENROLMENTS_EMAIL,
        msg::ENROLMENTS_UNIT,
        msg::ENROLMENTS_DAY,
        msg::ENROLMENTS_ATTENDANCE,
    ];
    let sheet = Sheet { name: row.title, heads: heads.map(|h| t.s(h)).to_vec(), rows: rows.collect() };
    Ok(sheet.answer(&format!("{}-{day}", course.slug), Kind::asked(&req), req.ctx.now.warsaw_date()).await?)
}
