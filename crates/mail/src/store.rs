//! E-mails in the database: written with their cause, read by the sender and by the page that shows them.

use db::{Conn, Q, q};
use jobs::JobCtx;
use kernel::{Ctx, Micros, Result, ids::MailId};

use crate::{
    Mail,
    compose::{address, one_line},
    render,
    send::{ATTEMPTS, Payload, SEND},
};

db::text_enum! {
    /// What became of an e-mail.
    pub enum State {
        /// It waits, or will be tried again.
        Waiting = "waiting",
        /// The recipient's server took it, or it lies in the folder.
        Sent = "sent",
        /// It cannot be delivered.
        Failed = "failed",
    }
}

impl State {
    /// The message key of its name.
    pub fn key(self) -> &'static str {
        match self {
            State::Waiting => crate::msg::MAIL_STATE_WAITING,
            State::Sent => crate::msg::MAIL_STATE_SENT,
            State::Failed => crate::msg::MAIL_STATE_FAILED,
        }
    }
}

db::row! {
    /// An e-mail as it is kept.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Stored {
        /// Its identifier, also the left side of its Message-ID.
        pub id: MailId,
        /// The recipient's address.
        pub recipient: String,
        /// The recipient's name, or empty.
        pub recipient_name: String,
        /// The language, ISO 639-1.
        pub lang: String,
        /// The subject line.
        pub subject: String,
        /// The body as plain text.
        pub body_text: String,
        /// The body as an HTML document; show it only in a sandboxed frame.
        pub body_html: String,
        /// What became of it.
        pub state: State,
        /// How often sending was tried.
        pub attempts: i64,
        /// What the last try failed with.
        pub error: Option<String>,
        /// When it was written.
        pub created: Micros,
        /// When it was sent.
        pub sent_at: Option<Micros>,
    }
}

const SELECT: &str = "SELECT id, recipient, recipient_name, lang, subject, body_text, body_html, state, attempts, \
                      error, created, sent_at FROM mail WHERE ";

/// Writes an e-mail and the job that sends it, within the caller's unit of work.
///
/// # Errors
/// `Invalid` with `fault-mail-address` when the recipient's address is none; what the database gives.
pub async fn queue(c: &mut Conn, ctx: &Ctx, mail: &Mail) -> Result<MailId> {
    let address = address(&mail.to)?.to_string();
    let id: MailId = ctx.new_id();
    c.exec(q!(
        "INSERT INTO mail (id, recipient, recipient_key, recipient_name, lang, subject, body_text, body_html, state, \
         attempts, created) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', 0, $9)",
        id,
        &address,
        address.to_lowercase(),
        one_line(&mail.to_name),
        mail.lang.code(),
        one_line(&mail.subject),
        render::text(mail),
        render::html(mail),
        ctx.now
    ))
    .await?;
    jobs::enqueue_limited(c, ctx, SEND, &Payload { mail: id }, ctx.now, ATTEMPTS).await?;
    Ok(id)
}

/// The e-mails last written, the newest first; of one recipient's address when it is given.
///
/// # Errors
/// What the database gives.
pub async fn list_recent(c: &mut Conn, limit: usize, recipient: Option<&str>) -> Result<Vec<Stored>> {
    let q = match recipient {
        Some(address) => Q::new(SELECT).push("recipient_key = ", address.trim().to_lowercase()),
        None => Q::new(SELECT).text("TRUE"),
    };
    c.all(q.push(" ORDER BY id DESC LIMIT ", limit)).await
}

/// One e-mail.
///
/// # Errors
/// `NotFound` when there is none; what the database gives.
pub async fn get(c: &mut Conn, id: MailId) -> Result<Stored> {
    c.one(Q::new(SELECT).push("id = ", id)).await
}

/// Removes e-mails written before a moment that wait no more, and tells how many.
///
/// # Errors
/// What the database gives.
pub async fn prune(c: &mut Conn, before: Micros) -> Result<u64> {
    c.exec(q!("DELETE FROM mail WHERE created < $1 AND state <> 'waiting'", before)).await
}

/// Writes down that it was sent, and that the job is done, in one.
pub(crate) async fn sent(c: &mut Conn, job: &JobCtx, id: MailId, now: Micros) -> Result<()> {
    c.exec(q!(
        "UPDATE mail SET state = 'sent', sent_at = $2, attempts = attempts + 1, error = NULL WHERE id = $1",
        id,
        now
    ))
    .await?;
    job.finish(c).await
}

/// Writes down that a try failed.
pub(crate) async fn not_sent(c: &mut Conn, id: MailId, state: State, error: String) -> Result<()> {
    c.exec(q!(
        "UPDATE mail SET state = $2, attempts = attempts + 1, error = $3 WHERE id = $1 AND state = 'waiting'",
        id,
        state,
        error
    ))
    .await
    .map(|_| ())
}
