//! E-mails: that there is news of a work, never what.

use courses::CourseRow;
use db::Conn;
use enrolments::Enrolment;
use kernel::{Ctx, Result, ids::ItemId};

use crate::msg;

/// Writes to a learner with an account that their work was marked.
pub(crate) async fn marked(c: &mut Conn, ctx: &Ctx, row: &Enrolment, course: &CourseRow, item: ItemId) -> Result<()> {
    let Some(person) = row.person else { return Ok(()) };
    let Some((person, t)) = identity::reader(c, person).await? else { return Ok(()) };
    let link = identity::url(&format!("/learn/{}/work/{item}", course.slug));
    let mail = person
        .mail(t.s(msg::ASSIGNMENTS_MAIL_SUBJECT))
        .paragraph(t.s(msg::ASSIGNMENTS_MAIL_TEXT))
        .button(t.s(msg::ASSIGNMENTS_MAIL_BUTTON), link);
    mail::queue(c, ctx, &mail).await.map(|_| ())
}
