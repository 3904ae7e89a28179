//! E-mails to the party: that there is news in a case, never what it is.

use std::sync::OnceLock;

use db::{BoxFuture, Conn, Listener};
use i18n::T;
use kernel::{Arg, Ctx, Event, Lang, OfficeScope, Result, ids::CaseId};
use mail::Mail;
use records::cases;

use crate::msg;

/// Makes the path of the page on which somebody without an account sees a case: `/s/…`. The subject `my` has one.
pub type SecretLink = for<'c> fn(&'c mut Conn, &'c Ctx, OfficeScope, CaseId, &'c str) -> BoxFuture<'c, Result<String>>;

struct Links {
    public_url: String,
    secret: SecretLink,
}

static LINKS: OnceLock<Links> = OnceLock::new();

/// Tells, once, the address people reach the installation at and how people without an account reach their case.
pub fn set_links(public_url: &str, secret: SecretLink) {
    let _ = LINKS.set(Links { public_url: public_url.trim_end_matches('/').to_owned(), secret });
}

/// Writes to every party of a case that has an e-mail address, in their language, that there is news.
///
/// # Errors
/// `NotFound` when the office has no such case; those of the database.
pub async fn tell_party(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, case: CaseId) -> Result<()> {
    let office = offices::by_id(c, scope.office()).await?;
    let mut told: Vec<String> = Vec::new();
    for party in cases::parties(c, scope, case).await? {
        let (to, name, lang, path) = match party.person {
            Some(id) => {
                let person = identity::person(c, id).await?;
                if person.deleted_at.is_some() {
                    continue;
                }
                let name = person.name();
                (person.email, name, person.lang, format!("/my/cases/{case}"))
            }
            None if identity::is_email(&party.email) => {
                let path = match LINKS.get() {
                    Some(links) => (links.secret)(c, ctx, scope, case, &party.email).await?,
                    None => String::from("/"),
                };
                (party.email, party.name, Lang::Pl, path)
            }
            None => continue,
        };
        let key = identity::fold_email(&to);
        if told.contains(&key) {
            continue;
        }
        told.push(key);
        let t = T(lang);
        let args = [("office", Arg::from(office.name_in(lang)))];
        let url = LINKS.get().map_or("", |l| l.public_url.as_str());
        let mail = Mail::new(to, name, lang, t.f(msg::CORRESPONDENCE_MAIL_SUBJECT, &args))
            .paragraph(t.f(msg::CORRESPONDENCE_MAIL_TEXT, &args))
            .paragraph(t.s(msg::CORRESPONDENCE_MAIL_WHY))
            .button(t.s(msg::CORRESPONDENCE_MAIL_BUTTON), format!("{url}{path}"))
            .footer(office.name_in(lang).to_owned());
        mail::queue(c, ctx, &mail).await?;
    }
    Ok(())
}

/// Sends the same e-mail when a letter was sent to the party (`case.letter.sent`).
pub fn listener() -> Listener {
    hear
}

fn hear<'c>(c: &'c mut Conn, ctx: &'c Ctx, event: &'c Event) -> BoxFuture<'c, Result<()>> {
    Box::pin(async move {
        let (Some(office), "case.letter.sent") = (event.office, event.kind.as_str()) else { return Ok(()) };
        tell_party(c, ctx, OfficeScope::checked(office), CaseId(event.object)).await
    })
}
