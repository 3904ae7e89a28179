//! `/desk/{office}/courses/{course}/certificates`: the certificates of one course, beside its other pages.

use courses::{course_page, policy};
use maud::{Markup, html};
use offices::Role;
use serde::Deserialize;
use ui::{Button, Empty, Icon, Pager, Toolbar};
use web::{Answer, Cursor, Req, TypedPath};

use super::list::table;
use crate::{Filter, list, msg};

/// What follows the course in the address.
pub(crate) const REST: &str = "/certificates";
/// Who may look.
pub(crate) const ROLES: &[Role] = &[Role::Coordinator, Role::Administrator];

/// `/desk/{office}/courses/{course}/certificates`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/certificates", rejection(web::BadPath))]
pub struct CoursePath {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
}

/// The page.
pub async fn show(path: CoursePath, req: Req) -> Answer<Markup> {
    let (workshop, course) = policy::enter_course_people(&req, &path.office, ROLES, &path.course).await?;
    let (scope, today) = (workshop.scope, req.ctx.now.warsaw_date());
    let filter = Filter { course: Some(course.id), ..Filter::default() };
    let after = Cursor::decode(req.query.get("cursor"))?;
    let (rows, next) =
        req.app.db.read(move |c| Box::pin(async move { list(c, scope, &filter, today, after).await })).await?;
    let (t, here) = (req.t, workshop.course_path(&course, REST));
    let mut pager = Pager::new(t.lang());
    if let Some(next) = next {
        pager = pager.next(Some(format!("{here}?cursor={}", next.encode())));
    }
    if after.is_some() {
        pager = pager.previous(Some(here));
    }
    let empty = Empty::new(Icon::Stamp, t.s(msg::CERTIFICATES_NONE)).text(t.s(msg::CERTIFICATES_NONE_TEXT));
    let search = workshop.path(&format!("/certificates?course={}", course.id));
    Ok(course_page(&req, &workshop, &course, "certificates.course", REST)
        .body(html! {
            (Toolbar::new().actions(Button::link(t.s(msg::CERTIFICATES_FILTER), search).secondary().icon(Icon::Search)))
            (table(&req, &workshop, &rows, empty, pager))
        })
        .render())
}
