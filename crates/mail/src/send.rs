//! Sending, as a job.

use std::{
    sync::Arc,
    time::{Duration, SystemTime},
};

use jobs::{JobCtx, JobError, Runner};
use kernel::{Micros, ids::MailId};
use lettre::{
    Message,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
};
use serde::{Deserialize, Serialize};

use crate::{
    State, Stored,
    compose::address,
    store,
    transport::{Delivery, OpenError, Transport},
};

/// The kind of the jobs that send.
pub const SEND: &str = "mail.send";
/// How often sending is tried: with the growing pauses, over some two days.
pub(crate) const ATTEMPTS: u32 = 18;
/// How long e-mails are kept after they were written, in days.
const KEEP_DAYS: i64 = 30;

/// What a job that sends is given.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Payload {
    pub(crate) mail: MailId,
}

/// Sends what was queued.
#[derive(Clone)]
pub struct Sender {
    transport: Transport,
    from: Mailbox,
}

impl Sender {
    /// A sender under an address such as `SZPON <szpon@example.pl>`.
    ///
    /// # Errors
    /// When that address cannot be read.
    pub fn new(transport: Transport, from: &str) -> Result<Self, OpenError> {
        let from = from.parse().map_err(|_| OpenError::From(from.to_owned()))?;
        Ok(Self { transport, from })
    }

    /// A sender by addresses alone: [`Transport::open`] and [`Sender::new`] in one.
    ///
    /// # Errors
    /// As those two.
    pub fn open(address: &str, from: &str) -> Result<Self, OpenError> {
        Self::new(Transport::open(address)?, from)
    }

    /// Connects to the mail server and greets it (EHLO), without sending anything; a folder is always there.
    ///
    /// # Errors
    /// What went wrong, or that the server did not answer in time.
    pub async fn greet(&self, limit: Duration) -> Result<(), String> {
        tokio::time::timeout(limit, self.transport.greet())
            .await
            .unwrap_or_else(|_| Err(format!("the server did not answer within {} s", limit.as_secs())))
    }

    /// Takes over the sending jobs of a runner, and the removal of e-mails older than 30 days.
    pub fn register(self, runner: &mut Runner) {
        let sender = Arc::new(self);
        runner.on(SEND, move |job, payload: Payload| {
            let sender = Arc::clone(&sender);
            async move { sender.send(job, payload.mail).await }
        });
        runner.every("mail.prune", 86_400, |job| async move {
            let before = job.ctx.now.plus_days(-KEEP_DAYS);
            job.db.write(move |c| Box::pin(async move { store::prune(c, before).await })).await?;
            Ok(())
        });
    }

    async fn send(&self, job: JobCtx, id: MailId) -> Result<(), JobError> {
        let mail = job.db.read(move |c| Box::pin(async move { store::get(c, id).await })).await?;
        if mail.state != State::Waiting {
            return Ok(());
        }
        let delivered = match self.message(&mail, job.ctx.now) {
            Ok(message) => self.transport.deliver(message, &id.to_string()).await,
            Err(e) => Err(Delivery::Never(e)),
        };
        match delivered {
            Ok(()) => {
                metrics::counter!("szpon_mail_sent_total").increment(1);
                let now = job.ctx.clock().now();
                let db = job.db.clone();
                db.write(move |c| {
                    let job = job.clone();
                    Box::pin(async move { store::sent(c, &job, id, now).await })
                })
                .await?;
                Ok(())
            }
            Err(failure) => {
                let (never, error) = match failure {
                    Delivery::Never(error) => (true, error),
                    Delivery::Later(error) => (job.is_last(), error),
                };
                if never {
                    metrics::counter!("szpon_mail_failed_total").increment(1);
                }
                let state = if never { State::Failed } else { State::Waiting };
                let said = error.clone();
                job.db.write(move |c| Box::pin(async move { store::not_sent(c, id, state, said).await })).await?;
                Err(if never { JobError::give_up(error) } else { JobError::retry(error) })
            }
        }
    }

    /// The message on the wire (RFC 5322): the same Message-ID at every try, so that a server that took it before
    /// the connection broke can notice; marked as automatic (RFC 3834), so that nobody's absence answers it.
    fn message(&self, mail: &Stored, now: Micros) -> Result<Message, String> {
        let to = address(&mail.recipient).map_err(|e| e.to_string())?;
        let name = (!mail.recipient_name.is_empty()).then(|| mail.recipient_name.clone());
        let seconds = u64::try_from(now.0 / 1_000_000).unwrap_or(0);
        let id = format!("<{}@{}>", mail.id, self.from.email.domain());
        let language = HeaderValue::new(HeaderName::new_from_ascii_str("Content-Language"), mail.lang.clone());
        let automatic = HeaderName::new_from_ascii_str("Auto-Submitted");
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(name, to))
            .subject(&mail.subject)
            .date(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
            .message_id(Some(id))
            .raw_header(HeaderValue::new(automatic, "auto-generated".to_owned()))
            .raw_header(language)
            .multipart(MultiPart::alternative_plain_html(mail.body_text.clone(), mail.body_html.clone()))
            .map_err(|e| e.to_string())
    }
}
