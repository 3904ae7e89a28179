//! Secret links: how somebody without an account reaches their case at `/s/{secret}`.
//!
//! A secret has 256 random bits and is stored by its SHA-256 only, so a fast hash is enough. Several links to a case may
//! live at once: every e-mail that tells of news carries its own.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use db::{BoxFuture, Conn, Listener, q};
use i18n::T;
use kernel::{
    Arg, Ctx, Event, Fault, FaultKind, Micros, OfficeScope, Result,
    ids::{CaseId, OfficeId, PersonId},
};
use mail::Mail;
use records::cases;
use sha2::{Digest as _, Sha256};

use crate::{access, msg};

/// How long a link works, in days.
pub const DAYS: i64 = 90;
/// How long an expired link is remembered, so that a fresh one can be asked for, in days.
const REMEMBERED_DAYS: i64 = 365;
/// How long after a link was made no other is sent on request, in seconds: nobody's mailbox is flooded.
const QUIET_SECONDS: i64 = 600;

db::row! {
    /// A link as kept.
    #[derive(Debug, Clone, PartialEq)]
    pub(crate) struct LinkRow {
        pub office: OfficeId,
        pub case: CaseId,
        pub email: String,
        pub expires: Micros,
        pub person: Option<PersonId>,
    }
}

/// What is stored of a secret.
pub(crate) fn digest(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// Makes a link to a case for an address and gives its path, `/s/…`. The function `correspondence::set_links` asks for.
pub fn secret_link<'c>(
    c: &'c mut Conn,
    ctx: &'c Ctx,
    scope: OfficeScope,
    case: CaseId,
    email: &'c str,
) -> BoxFuture<'c, Result<String>> {
    Box::pin(async move {
        let secret = URL_SAFE_NO_PAD.encode(ctx.secret());
        keep(c, ctx, scope, case, email, &secret).await?;
        Ok(format!("/s/{secret}"))
    })
}

async fn keep(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, case: CaseId, email: &str, secret: &str) -> Result<()> {
    c.exec(q!(
        "INSERT INTO my_link (hash, office_id, case_id, email, created, expires) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (hash) DO NOTHING",
        digest(secret),
        scope.office(),
        case,
        email.trim(),
        ctx.now,
        ctx.now.plus_days(DAYS)
    ))
    .await?;
    Ok(())
}

/// The link of a secret, expired or not.
pub(crate) async fn find(c: &mut Conn, secret: &str) -> Result<Option<LinkRow>> {
    c.opt(q!("SELECT office_id, case_id, email, expires, person_id FROM my_link WHERE hash = $1", digest(secret))).await
}

/// Sends a fresh link to the address the office knows, when the secret once led to a case. Whatever happens, the asker is
/// told the same, so nothing can be learned by asking.
///
/// # Errors
/// Those of the database.
pub async fn renew(c: &mut Conn, ctx: &Ctx, secret: &str, public_url: &str) -> Result<()> {
    let Some((scope, case, email)) = access::address_of(c, secret).await? else { return Ok(()) };
    let recent: Option<(Micros,)> = c
        .opt(q!(
            "SELECT created FROM my_link WHERE case_id = $1 AND office_id = $2 AND email = $3 AND created > $4 LIMIT 1",
            case,
            scope.office(),
            email.trim(),
            ctx.now.plus_seconds(-QUIET_SECONDS)
        ))
        .await?;
    if recent.is_some() {
        return Ok(());
    }
    let office = offices::by_id(c, scope.office()).await?;
    let path = secret_link(c, ctx, scope, case, &email).await?;
    let t = T(ctx.lang);
    let name = office.name_in(ctx.lang).to_owned();
    let letter =
        Mail::new(email, "", ctx.lang, t.f(msg::MY_MAIL_LINK_SUBJECT, &[("office", Arg::from(name.as_str()))]))
            .paragraph(t.f(msg::MY_MAIL_LINK_TEXT, &[("office", Arg::from(name.as_str()))]))
            .paragraph(t.f(msg::MY_MAIL_LINK_WHY, &[("days", DAYS.into())]))
            .button(t.s(msg::MY_MAIL_LINK_BUTTON), format!("{}{path}", public_url.trim_end_matches('/')))
            .footer(name);
    mail::queue(c, ctx, &letter).await?;
    Ok(())
}

/// Joins the case of a link to the account of the person signed in, so that it stands among their cases for good. The
/// address of the account must be the one the office knows: whoever merely holds the link gets no more than it gives.
///
/// # Errors
/// `NotFound`, or `Gone` for an expired link; `Conflict` when no case was opened yet; `Invalid` when the addresses differ.
pub async fn join(c: &mut Conn, ctx: &Ctx, secret: &str, person: PersonId) -> Result<CaseId> {
    let opened = access::by_secret(c, ctx, secret).await?;
    let case = opened.case().ok_or_else(|| Fault::conflict(msg::MY_JOIN_LATER))?.case.id;
    let account = identity::person(c, person).await?;
    if identity::fold_email(&account.email) != identity::fold_email(&opened.email) || account.verified_at.is_none() {
        return Err(Fault::new(FaultKind::Invalid, msg::MY_JOIN_ADDRESS));
    }
    // A link of a submission gets its row here: the same secret, now of the case.
    keep(c, ctx, opened.scope, case, &opened.email, secret).await?;
    c.exec(q!("UPDATE my_link SET person_id = $2 WHERE hash = $1", digest(secret), person)).await?;
    Ok(case)
}

/// Whether a person joined a case to their account, and in which office it is.
pub(crate) async fn joined(c: &mut Conn, person: PersonId, case: CaseId) -> Result<Option<OfficeId>> {
    let found: Option<(OfficeId,)> =
        c.opt(q!("SELECT office_id FROM my_link WHERE person_id = $1 AND case_id = $2 LIMIT 1", person, case)).await?;
    Ok(found.map(|(office,)| office))
}

/// Hears that the parties of a case changed, and ends the links whose address no party has any more, also where such a link
/// joined the case to an account. A party who comes back gets a fresh link with the next news.
pub fn listener() -> Listener {
    hear
}

fn hear<'c>(c: &'c mut Conn, _: &'c Ctx, event: &'c Event) -> BoxFuture<'c, Result<()>> {
    Box::pin(async move {
        let (Some(office), "case.parties.changed") = (event.office, event.kind.as_str()) else { return Ok(()) };
        end_strangers(c, OfficeScope::checked(office), CaseId(event.object)).await
    })
}

async fn end_strangers(c: &mut Conn, scope: OfficeScope, case: CaseId) -> Result<()> {
    let known: Vec<String> =
        cases::parties(c, scope, case).await?.iter().map(|p| identity::fold_email(&p.email)).collect();
    let links: Vec<(String,)> = c
        .all(q!(
            "SELECT DISTINCT email FROM my_link WHERE case_id = $1 AND office_id = $2 LIMIT 10000",
            case,
            scope.office()
        ))
        .await?;
    let ended: Vec<String> =
        links.into_iter().map(|(email,)| email).filter(|e| !known.contains(&identity::fold_email(e))).collect();
    if !ended.is_empty() {
        let delete = q!("DELETE FROM my_link WHERE case_id = $1 AND office_id = $2", case, scope.office());
        c.exec(delete.push_in(" AND email IN ", ended)).await?;
    }
    Ok(())
}

/// Forgets links that expired long ago, but for those that joined a case to an account; once a day. Gives how many.
///
/// # Errors
/// Those of the database.
pub async fn tidy(c: &mut Conn, ctx: &Ctx) -> Result<u64> {
    c.exec(q!("DELETE FROM my_link WHERE expires < $1 AND person_id IS NULL", ctx.now.plus_days(-REMEMBERED_DAYS)))
        .await
}
