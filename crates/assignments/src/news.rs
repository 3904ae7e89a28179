//! E-mails: that there is news of a work, never what.

use std::sync::OnceLock;

use courses::CourseRow;
use db::Conn;
use enrolments::Enrolment;
use i18n::T;
use kernel::{Arg, Ctx, Result, ids::ItemId};
use mail::Mail;

use crate::msg;

static PUBLIC_URL: OnceLock<String> = OnceLock::new();

/// Tells, once, the address people reach the installation at. A second call changes nothing.
pub(crate) fn set_public_url(url: &str) {
    let _ = PUBLIC_URL.set(url.trim_end_matches('/').to_owned());
}

/// Writes to a learner with an account that their work was marked.
pub(crate) async fn marked(c: &mut Conn, ctx: &Ctx, row: &Enrolment, course: &CourseRow, item: ItemId) -> Result<()> {
    let Some(person) = row.person else { return Ok(()) };
    let person = identity::person(c, person).await?;
    if person.deleted_at.is_some() {
        return Ok(());
    }
    let (name, t) = (person.name(), T(person.lang));
    let link = format!("{}/learn/{}/work/{item}", PUBLIC_URL.get().map_or("", String::as_str), course.slug);
    let mail = Mail::new(person.email, name, person.lang, t.f(msg::ASSIGNMENTS_MAIL_SUBJECT, &[] as &[(&str, Arg)]))
        .paragraph(t.s(msg::ASSIGNMENTS_MAIL_TEXT))
        .button(t.s(msg::ASSIGNMENTS_MAIL_BUTTON), link);
    mail::queue(c, ctx, &mail).await.map(|_| ())
}
