//! E-mails to learners and approvers: that there is news, never how well one learns. Who is enrolled by somebody is told on
//! which course, until when and by whom; a session is told with its course.

use db::Conn;
use i18n::T;
use identity::PersonRow;
use kernel::{Arg, Ctx, Result, ids::PersonId};
use mail::Mail;

use crate::{Enrolment, msg};

/// What an e-mail to a learner is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum News {
    /// Somebody enrolled them.
    Enrolled,
    /// Somebody enrolled them, and there is no place yet.
    Waiting,
    /// A place is offered.
    Offered,
    /// The offer lapsed.
    Lapsed,
    /// Their request was decided.
    Decided,
    /// The course is completed.
    Completed,
    /// A session was set.
    SessionAdded,
    /// A session was moved or called off.
    Session,
    /// The trainer answered their question.
    Answered,
}

impl News {
    fn texts(self) -> (&'static str, &'static str) {
        match self {
            News::Enrolled => (msg::ENROLMENTS_MAIL_ENROLLED, msg::ENROLMENTS_MAIL_ENROLLED_TEXT),
            News::Waiting => (msg::ENROLMENTS_MAIL_WAITING, msg::ENROLMENTS_MAIL_WAITING_TEXT),
            News::Offered => (msg::ENROLMENTS_MAIL_OFFERED, msg::ENROLMENTS_MAIL_OFFERED_TEXT),
            News::Lapsed => (msg::ENROLMENTS_MAIL_LAPSED, msg::ENROLMENTS_MAIL_LAPSED_TEXT),
            News::Decided => (msg::ENROLMENTS_MAIL_DECIDED, msg::ENROLMENTS_MAIL_DECIDED_TEXT),
            News::Completed => (msg::ENROLMENTS_MAIL_COMPLETED, msg::ENROLMENTS_MAIL_COMPLETED_TEXT),
            News::SessionAdded => (msg::ENROLMENTS_MAIL_SESSION_ADDED, msg::ENROLMENTS_MAIL_SESSION_ADDED_TEXT),
            News::Session => (msg::ENROLMENTS_MAIL_SESSION, msg::ENROLMENTS_MAIL_SESSION_TEXT),
            News::Answered => (msg::ENROLMENTS_MAIL_ANSWERED, msg::ENROLMENTS_MAIL_ANSWERED_TEXT),
        }
    }
}

/// Writes to a learner with an account, in their language.
pub(crate) async fn tell(c: &mut Conn, ctx: &Ctx, row: &Enrolment, news: News) -> Result<()> {
    let Some(person) = row.person else { return Ok(()) };
    let course = courses::course(c, row.course).await?;
    let (subject, text) = news.texts();
    let path = format!("/learn/{}", course.slug);
    let Some((person, t)) = identity::reader(c, person).await? else { return Ok(()) };
    let title = [("course", Arg::from(course.title_in(person.lang)))];
    let paragraphs = match news {
        News::Enrolled | News::Waiting => {
            let mut all = vec![t.f(text, &title)];
            if ctx.actor.person().is_some() {
                all.push(t.f(msg::ENROLMENTS_MAIL_ENROLLED_BY, &[("name", ctx.actor.name().into())]));
            }
            if let Some(due) = row.due {
                let day = law::format::long_date(due.0, t.law());
                all.push(t.f(msg::ENROLMENTS_MAIL_ENROLLED_DUE, &[("day", day.into())]));
            }
            all
        }
        News::Session | News::SessionAdded => vec![t.f(text, &title)],
        _ => vec![t.s(text)],
    };
    write(c, ctx, &person, t.f(subject, &title), paragraphs, &path).await
}

/// Writes to a person, in their language, with an address on this installation.
pub(crate) async fn to(
    c: &mut Conn,
    ctx: &Ctx,
    person: PersonId,
    subject: &'static str,
    text: &'static str,
    path: &str,
) -> Result<()> {
    let Some((person, t)) = identity::reader(c, person).await? else { return Ok(()) };
    write(c, ctx, &person, t.s(subject), vec![t.s(text)], path).await
}

async fn write(
    c: &mut Conn,
    ctx: &Ctx,
    person: &PersonRow,
    subject: String,
    paragraphs: Vec<String>,
    path: &str,
) -> Result<()> {
    let mail = paragraphs
        .into_iter()
        .fold(person.mail(subject), Mail::paragraph)
        .button(T(person.lang).s(msg::ENROLMENTS_MAIL_BUTTON), identity::url(path));
    mail::queue(c, ctx, &mail).await.map(|_| ())
}
