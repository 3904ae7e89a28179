//! Posting, as a job.

use std::sync::Arc;

use jobs::{JobCtx, JobError, Runner};
use kernel::{Entropy, Micros, OfficeScope, ids::DeliveryId};
use reqwest::{Client, StatusCode, header};

use crate::{
    Delivery, Hook, State,
    delivery::{self, KEEP_DAYS, Payload},
    guard::{self, Policy, check_url},
    hook, msg, sign,
};

/// The kind of the jobs that post.
pub const POST: &str = "hooks.post";
/// Pauses between tries in seconds, as Standard Webhooks suggest: together a little under three days.
const PAUSES: [i64; 9] = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 73_000];
/// How often a delivery is tried.
pub(crate) const TRIES: u32 = PAUSES.len() as u32 + 1;

/// What a try came to.
enum Outcome {
    Delivered(StatusCode),
    /// The receiver wants no more (410).
    Gone,
    Failed(Option<StatusCode>, String),
}

/// Posts what is due.
#[derive(Clone)]
pub struct Poster {
    client: Client,
    policy: Policy,
}

impl Poster {
    /// A poster that keeps to a policy.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new(policy: Policy) -> Result<Self, reqwest::Error> {
        let client = guard::client(policy)?;
        Ok(Self { client, policy })
    }

    /// Takes over the posting jobs of a runner, and the removal of deliveries older than 30 days.
    pub fn register(self, runner: &mut Runner) {
        let poster = Arc::new(self);
        runner.on(POST, move |job, payload: Payload| {
            let poster = Arc::clone(&poster);
            async move { poster.post(job, payload.delivery).await }
        });
        runner.every("hooks.prune", 86_400, |job| async move {
            let before = job.ctx.now.plus_days(-KEEP_DAYS);
            job.db.write(move |c| Box::pin(async move { delivery::prune(c, before).await })).await?;
            Ok(())
        });
    }

    async fn post(&self, job: JobCtx, id: DeliveryId) -> Result<(), JobError> {
        let read = job.db.read(move |c| {
            Box::pin(async move {
                let Some(delivery) = delivery::delivery(c, id).await? else { return Ok(None) };
                let scope = OfficeScope::checked(delivery.office);
                let hook = hook::hook(c, scope, delivery.hook).await?;
                Ok(Some((delivery, hook)))
            })
        });
        let Some((delivery, hook)) = read.await? else { return Ok(()) };
        if delivery.state != State::Waiting {
            return Ok(());
        }
        let outcome = if hook.active {
            self.send(&delivery, &hook, job.ctx.now).await
        } else {
            Outcome::Failed(None, "the hook is off".to_owned())
        };
        write_down(job, delivery, hook.active, outcome).await
    }

    async fn send(&self, delivery: &Delivery, hook: &Hook, now: Micros) -> Outcome {
        let Ok(url) = check_url(self.policy, &hook.url) else {
            return Outcome::Failed(None, "the address is not allowed".to_owned());
        };
        let (id, seconds) = (delivery.message_id(), now.0 / 1_000_000);
        let signatures: Vec<String> =
            hook.secrets(now).filter_map(|secret| sign::signature(secret, &id, seconds, &delivery.payload)).collect();
        if signatures.is_empty() {
            return Outcome::Failed(None, "the secret cannot be read; give the hook a new one".to_owned());
        }
        let answer = self
            .client
            .post(url)
            .header(header::CONTENT_TYPE, "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", seconds)
            .header("webhook-signature", signatures.join(" "))
            .body(delivery.payload.clone())
            .send()
            .await;
        match answer.map(|a| a.status()) {
            Ok(status) if status.is_success() => Outcome::Delivered(status),
            Ok(StatusCode::GONE) => Outcome::Gone,
            Ok(status) => Outcome::Failed(Some(status), format!("answered {status}")),
            Err(e) => Outcome::Failed(None, describe(e)),
        }
    }
}

/// What went wrong, without the address, whose query may carry a secret.
fn describe(e: reqwest::Error) -> String {
    let e = e.without_url();
    let mut text = e.to_string();
    let mut next = std::error::Error::source(&e);
    while let Some(cause) = next {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        next = cause.source();
    }
    text.chars().take(500).collect()
}

async fn write_down(job: JobCtx, delivery: Delivery, active: bool, outcome: Outcome) -> Result<(), JobError> {
    let tried = usize::try_from(delivery.attempts).unwrap_or(usize::MAX);
    let now = job.ctx.clock().now();
    let code = |status: StatusCode| i64::from(status.as_u16());
    let (state, status, error, why) = match outcome {
        Outcome::Delivered(status) => (State::Delivered, Some(code(status)), None, None),
        Outcome::Gone => (State::Failed, Some(410), Some("answered 410 Gone".to_owned()), Some(msg::HOOKS_OFF_GONE)),
        Outcome::Failed(status, error) => match PAUSES.get(tried).filter(|_| active) {
            Some(_) => (State::Waiting, status.map(code), Some(error), None),
            None => (State::Failed, status.map(code), Some(error), active.then_some(msg::HOOKS_OFF_UNREACHABLE)),
        },
    };
    metrics::counter!("szpon_hook_posts_total", "outcome" => state.as_str()).increment(1);
    let pause = PAUSES.get(tried).copied().unwrap_or_default();
    let pause = scattered(pause, &**job.ctx.entropy());
    let at = if state == State::Waiting { now.plus_seconds(pause) } else { now };
    let (db, said, again) = (job.db.clone(), error.clone().unwrap_or_default(), state == State::Waiting);
    db.write(move |c| {
        let (job, delivery, error) = (job.clone(), delivery.clone(), error.clone());
        Box::pin(async move {
            delivery::ended(c, &delivery, state, status, error, at).await?;
            if let Some(why) = why {
                let scope = OfficeScope::checked(delivery.office);
                hook::switch_off(c, &job.ctx, scope, delivery.hook, why).await?;
            }
            if again { Ok(()) } else { job.finish(c).await }
        })
    })
    .await?;
    if again { Err(JobError::Retry { after: Some(pause), error: said }) } else { Ok(()) }
}

/// A pause shortened by up to a tenth, so that what failed together does not come back together.
fn scattered(seconds: i64, entropy: &dyn Entropy) -> i64 {
    let mut random = [0u8; 1];
    entropy.fill(&mut random);
    seconds - seconds * i64::from(random[0]) / 2560
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_span_almost_three_days() {
        let days = PAUSES.iter().sum::<i64>() as f64 / 86_400.0;
        assert!((2.7..=3.0).contains(&days), "{days}");
    }
}
