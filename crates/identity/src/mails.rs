//! The e-mails of this subject, each in its reader's language.

use std::sync::OnceLock;

use db::Conn;
use i18n::T;
use kernel::{Arg, Ctx, Lang, Result, ids::PersonId};
use mail::Mail;

use crate::{PersonRow, msg, person};

static PUBLIC_URL: OnceLock<String> = OnceLock::new();

/// Tells, once, the address people reach the installation at, to which the links in e-mails lead. The pages and
/// [`crate::Web`] do it by themselves; a program that only calls operations calls this first.
pub fn set_public_url(url: &str) {
    let _ = PUBLIC_URL.set(url.trim_end_matches('/').to_owned());
}

/// The full address of a path of this installation, for e-mails and files; the path alone until [`set_public_url`].
pub fn url(path: &str) -> String {
    format!("{}{path}", PUBLIC_URL.get().map_or("", String::as_str))
}

/// A person to write an e-mail to, and their language; none when their account was deleted.
///
/// # Errors
/// `NotFound` when there is no such person.
pub async fn reader(c: &mut Conn, id: PersonId) -> Result<Option<(PersonRow, T)>> {
    let person = person(c, id).await?;
    let t = T(person.lang);
    Ok(Some((person, t)).filter(|(person, _)| person.deleted_at.is_none()))
}

impl PersonRow {
    /// An e-mail to the person with this subject.
    pub fn mail(&self, subject: String) -> Mail {
        Mail::new(&self.email, self.name(), self.lang, subject)
    }
}

async fn send(c: &mut Conn, ctx: &Ctx, mail: Mail) -> Result<()> {
    mail::queue(c, ctx, &mail).await.map(|_| ())
}

fn to(person: &PersonRow, subject: &'static str) -> (T, Mail) {
    let t = T(person.lang);
    (t, person.mail(t.s(subject)))
}

/// To somebody who registers: the link that checks the address.
pub(crate) async fn registration(c: &mut Conn, ctx: &Ctx, email: &str, lang: Lang, secret: &str) -> Result<()> {
    let t = T(lang);
    let mail = Mail::new(email, "", lang, t.s(msg::IDENTITY_MAIL_REGISTRATION_SUBJECT))
        .paragraph(t.s(msg::IDENTITY_MAIL_REGISTRATION_TEXT))
        .button(t.s(msg::IDENTITY_MAIL_REGISTRATION_BUTTON), url(&format!("/verify/{secret}")))
        .footer(t.s(msg::IDENTITY_MAIL_NOT_YOU));
    send(c, ctx, mail).await
}

/// To the owner of an account whose address somebody tried to use for another one.
pub(crate) async fn already_registered(c: &mut Conn, ctx: &Ctx, person: &PersonRow) -> Result<()> {
    let (t, mail) = to(person, msg::IDENTITY_MAIL_ALREADY_SUBJECT);
    let mail = mail
        .paragraph(t.s(msg::IDENTITY_MAIL_ALREADY_TEXT))
        .button(t.s(msg::IDENTITY_MAIL_ALREADY_BUTTON), url("/reset"))
        .footer(t.s(msg::IDENTITY_MAIL_NOT_YOU));
    send(c, ctx, mail).await
}

/// To a person whom an office invites and who has no password yet.
pub(crate) async fn invitation(c: &mut Conn, ctx: &Ctx, person: &PersonRow, office: &str, secret: &str) -> Result<()> {
    let t = T(person.lang);
    let subject = t.f(msg::IDENTITY_MAIL_INVITATION_SUBJECT, &[("office", Arg::from(office))]);
    let mail = person
        .mail(subject)
        .paragraph(t.f(msg::IDENTITY_MAIL_INVITATION_TEXT, &[("office", Arg::from(office))]))
        .button(t.s(msg::IDENTITY_MAIL_INVITATION_BUTTON), url(&format!("/reset/{secret}")))
        .footer(t.s(msg::IDENTITY_MAIL_INVITATION_FOOTER));
    send(c, ctx, mail).await
}

/// To a person with an account whom an office adds to its people.
pub(crate) async fn added_to_office(c: &mut Conn, ctx: &Ctx, person: &PersonRow, office: &str) -> Result<()> {
    let t = T(person.lang);
    let subject = t.f(msg::IDENTITY_MAIL_ADDED_SUBJECT, &[("office", Arg::from(office))]);
    let mail = person
        .mail(subject)
        .paragraph(t.f(msg::IDENTITY_MAIL_ADDED_TEXT, &[("office", Arg::from(office))]))
        .button(t.s(msg::IDENTITY_MAIL_ADDED_BUTTON), url("/desk"));
    send(c, ctx, mail).await
}

/// To a person who forgot the password.
pub(crate) async fn reset(c: &mut Conn, ctx: &Ctx, person: &PersonRow, secret: &str) -> Result<()> {
    let (t, mail) = to(person, msg::IDENTITY_MAIL_RESET_SUBJECT);
    let mail = mail
        .paragraph(t.s(msg::IDENTITY_MAIL_RESET_TEXT))
        .button(t.s(msg::IDENTITY_MAIL_RESET_BUTTON), url(&format!("/reset/{secret}")))
        .footer(t.s(msg::IDENTITY_MAIL_NOT_YOU));
    send(c, ctx, mail).await
}

/// To the new address of an account.
pub(crate) async fn new_address(c: &mut Conn, ctx: &Ctx, person: &PersonRow, email: &str, secret: &str) -> Result<()> {
    let t = T(person.lang);
    let mail = Mail::new(email, person.name(), person.lang, t.s(msg::IDENTITY_MAIL_ADDRESS_SUBJECT))
        .paragraph(t.s(msg::IDENTITY_MAIL_ADDRESS_TEXT))
        .button(t.s(msg::IDENTITY_MAIL_ADDRESS_BUTTON), url(&format!("/verify/{secret}")))
        .footer(t.s(msg::IDENTITY_MAIL_NOT_YOU));
    send(c, ctx, mail).await
}

/// To the old address, once the new one is in force.
pub(crate) async fn address_changed(c: &mut Conn, ctx: &Ctx, before: &PersonRow) -> Result<()> {
    let (t, mail) = to(before, msg::IDENTITY_MAIL_ADDRESS_CHANGED_SUBJECT);
    send(c, ctx, mail.paragraph(t.s(msg::IDENTITY_MAIL_ADDRESS_CHANGED_TEXT))).await
}

/// To a person whose account is deleted, for the last time.
pub(crate) async fn deleted(c: &mut Conn, ctx: &Ctx, person: &PersonRow) -> Result<()> {
    let (t, mail) = to(person, msg::IDENTITY_MAIL_DELETED_SUBJECT);
    send(c, ctx, mail.paragraph(t.s(msg::IDENTITY_MAIL_DELETED_TEXT))).await
}

/// A change of how the account is protected.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Change {
    /// The password.
    Password,
    /// Two-step signing in was turned on.
    TotpOn,
    /// It was turned off.
    TotpOff,
    /// A recovery code was used; so many are left.
    RecoveryCodeUsed(usize),
}

/// To a person whose account's protection changed, so that they notice if it was not them.
pub(crate) async fn security(c: &mut Conn, ctx: &Ctx, id: PersonId, change: Change) -> Result<()> {
    let me = person(c, id).await?;
    let (t, mail) = to(&me, msg::IDENTITY_MAIL_SECURITY_SUBJECT);
    let what = match change {
        Change::Password => t.s(msg::IDENTITY_MAIL_SECURITY_PASSWORD),
        Change::TotpOn => t.s(msg::IDENTITY_MAIL_SECURITY_TOTP_ON),
        Change::TotpOff => t.s(msg::IDENTITY_MAIL_SECURITY_TOTP_OFF),
        Change::RecoveryCodeUsed(left) => t.f(msg::IDENTITY_MAIL_SECURITY_CODE, &[("left", Arg::from(left))]),
    };
    let mail = mail
        .paragraph(what)
        .paragraph(t.s(msg::IDENTITY_MAIL_SECURITY_IF_NOT))
        .button(t.s(msg::IDENTITY_MAIL_SECURITY_BUTTON), url("/my/account"));
    send(c, ctx, mail).await
}
