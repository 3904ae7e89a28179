//! Does what waits in the queue.

use std::{
    collections::BTreeMap,
    future::Future,
    panic::AssertUnwindSafe,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use db::{Conn, Db};
use futures::{FutureExt as _, future::BoxFuture};
use kernel::{Clock, Ctx, Entropy, Fault, FaultKind, Micros, Result, ids::JobId};
use serde::de::DeserializeOwned;
use tokio::task::JoinSet;

use crate::{
    backoff::pause_micros,
    lease::{self, Claimed, LEASE_SECONDS},
    queue,
};

/// How many jobs are done at once.
const AT_ONCE: usize = 8;
/// How many of one kind: a neighbour's system that answers slowly must not hold up everybody's e-mails.
const OF_A_KIND: usize = 4;
/// The longest the queue is not looked at.
const LOOK: Duration = Duration::from_secs(5);
/// How long jobs that are done are kept, in days.
const KEEP_DONE_DAYS: i64 = 7;
/// The runner's own periodic job.
const PRUNE: &str = "jobs.prune";

/// Why a try failed.
#[derive(Debug, Clone)]
pub enum JobError {
    /// It may succeed later. `after` is the pause in seconds, or `None` for the usual growing one.
    Retry {
        /// Pause in seconds.
        after: Option<i64>,
        /// For the operator: no secrets, no personal data.
        error: String,
    },
    /// It will never succeed.
    GiveUp(String),
}

impl JobError {
    /// To be tried again after the usual pause.
    pub fn retry(error: impl ToString) -> Self {
        Self::Retry { after: None, error: error.to_string() }
    }
    /// Never to be tried again.
    pub fn give_up(error: impl ToString) -> Self {
        Self::GiveUp(error.to_string())
    }
}

/// What the machine could not do now is tried again; what the input makes impossible is not.
impl From<Fault> for JobError {
    fn from(fault: Fault) -> Self {
        match fault.kind {
            FaultKind::Unavailable | FaultKind::Internal | FaultKind::TooMany | FaultKind::Conflict => {
                Self::retry(fault)
            }
            _ => Self::give_up(fault),
        }
    }
}

/// What a handler is given.
#[derive(Clone)]
pub struct JobCtx {
    /// The program's own context, begun with this try.
    pub ctx: Ctx,
    /// The database.
    pub db: Db,
    /// The job.
    pub job: JobId,
    /// Which try this is, from 1.
    pub attempt: i64,
    /// How many tries there may be.
    pub max_attempts: i64,
}

impl JobCtx {
    /// Whether this is the last try: if it fails, the job is dead.
    pub fn is_last(&self) -> bool {
        self.attempt >= self.max_attempts
    }

    /// Writes down that the job is done, in the handler's own unit of work, so that its effect in the database
    /// happens exactly once.
    ///
    /// # Errors
    /// `Conflict` when somebody else took the job over meanwhile; then nothing of the unit of work may happen.
    pub async fn finish(&self, c: &mut Conn) -> Result<()> {
        if lease::done(c, self.job, self.attempt, self.ctx.clock().now()).await? {
            return Ok(());
        }
        Err(Fault::conflict("fault-conflict"))
    }
}

type Handler = Arc<dyn Fn(JobCtx, &str) -> BoxFuture<'static, Result<(), JobError>> + Send + Sync>;

struct Periodic {
    name: String,
    seconds: i64,
    last: AtomicI64,
}

/// How many jobs of each kind are under way.
#[derive(Default)]
struct UnderWay(Mutex<BTreeMap<String, i64>>);

impl UnderWay {
    fn count(&self, kind: &str, change: i64) {
        let mut kinds = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *kinds.entry(kind.to_owned()).or_default() += change;
    }

    /// The kinds that have room, and how many jobs may be taken so that none of them gets more than its share.
    fn room<'k>(&self, kinds: impl Iterator<Item = &'k String>, free: usize) -> Option<(Arc<[String]>, usize)> {
        let under_way = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let left = |kind: &String| {
            OF_A_KIND.saturating_sub(usize::try_from(under_way.get(kind).copied().unwrap_or(0)).unwrap_or(0))
        };
        let open: Vec<(usize, String)> = kinds.map(|k| (left(k), k.clone())).filter(|(room, _)| *room > 0).collect();
        let room = open.iter().map(|(room, _)| *room).min()?.min(free);
        (room > 0).then(|| (open.into_iter().map(|(_, kind)| kind).collect(), room))
    }
}

/// Does what waits in the queue. See the crate's documentation.
pub struct Runner {
    db: Db,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    handlers: BTreeMap<String, Handler>,
    periodic: Vec<Periodic>,
}

impl Runner {
    /// A runner that knows its own housekeeping only.
    pub fn new(db: Db, clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Self {
        let mut runner = Self { db, clock, entropy, handlers: BTreeMap::new(), periodic: Vec::new() };
        runner.every(PRUNE, 6 * 3600, |job| async move {
            let before = job.ctx.now.plus_days(-KEEP_DONE_DAYS);
            job.db.write(move |c| Box::pin(async move { queue::prune(c, before).await })).await?;
            Ok(())
        });
        runner
    }

    /// Says who does jobs of a kind. A second handler of the same kind takes the first one's place.
    pub fn on<P, F, Fut>(&mut self, kind: &str, handler: F)
    where
        P: DeserializeOwned + Send + 'static,
        F: Fn(JobCtx, P) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<(), JobError>> + Send + 'static,
    {
        let boxed: Handler = Arc::new(move |job, payload| match serde_json::from_str(payload) {
            Ok(payload) => Box::pin(handler(job, payload)),
            Err(e) => {
                let error = JobError::give_up(format!("payload: {e}"));
                Box::pin(async move { Err(error) })
            }
        });
        self.handlers.insert(kind.to_owned(), boxed);
    }

    /// Does something once in every period of so many seconds, counted from 1970, by whichever node comes first. A
    /// period in which the program did not run is left out. The work must bear being done twice.
    pub fn every<F, Fut>(&mut self, name: &str, seconds: i64, handler: F)
    where
        F: Fn(JobCtx) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<(), JobError>> + Send + 'static,
    {
        self.on(name, move |job, (): ()| handler(job));
        self.periodic.push(Periodic { name: name.to_owned(), seconds: seconds.max(1), last: AtomicI64::new(i64::MIN) });
    }

    /// Does one batch of what is due, waits for it, and tells how many jobs it was. For tests and for the demo.
    ///
    /// # Errors
    /// What the database gives; a job that fails is no error.
    pub async fn run_due(&self) -> Result<usize> {
        let claimed = self.claim(AT_ONCE, self.handlers.keys().cloned().collect()).await?;
        let number = claimed.len();
        futures::future::join_all(claimed.into_iter().map(|job| self.execute(job))).await;
        Ok(number)
    }

    /// Does batch after batch until nothing is due, and tells how many jobs it was.
    ///
    /// # Errors
    /// As [`run_due`](Runner::run_due).
    pub async fn run_until_idle(&self) -> Result<usize> {
        let mut all = 0;
        loop {
            match self.run_due().await? {
                0 => return Ok(all),
                n => all += n,
            }
        }
    }

    /// Does what is due as it comes, until `shutdown` is ready; then finishes what it began and returns. While the
    /// database is away it waits and looks again.
    pub async fn run(self: Arc<Self>, shutdown: impl Future<Output = ()> + Send) {
        let mut shutdown = std::pin::pin!(shutdown);
        let mut running: JoinSet<()> = JoinSet::new();
        let under_way = Arc::new(UnderWay::default());
        loop {
            // No more at a time than the fullest kind with room has room for; what fits is asked for again.
            while let Some((kinds, room)) = under_way.room(self.handlers.keys(), AT_ONCE.saturating_sub(running.len()))
            {
                let claimed = self.claim(room, kinds).await.unwrap_or_else(|fault| {
                    tracing::warn!(%fault, "the queue cannot be read");
                    Vec::new()
                });
                let all = claimed.len() < room;
                for job in claimed {
                    let (runner, under_way) = (Arc::clone(&self), Arc::clone(&under_way));
                    under_way.count(&job.kind, 1);
                    running.spawn(async move {
                        let kind = job.kind.clone();
                        runner.execute(job).await;
                        under_way.count(&kind, -1);
                    });
                }
                if all {
                    break;
                }
            }
            let look = if running.len() < AT_ONCE { LOOK } else { LOOK * 60 };
            tokio::select! {
                () = &mut shutdown => break,
                Some(_) = running.join_next() => {}
                () = self.db.woken() => {}
                () = tokio::time::sleep(look) => self.measure().await,
            }
        }
        while running.join_next().await.is_some() {}
    }

    /// Puts in what is periodic and claims what is due.
    async fn claim(&self, limit: usize, kinds: Arc<[String]>) -> Result<Vec<Claimed>> {
        let now = self.clock.now();
        for periodic in &self.periodic {
            self.begin_period(periodic, now).await?;
        }
        let seen = Arc::clone(&kinds);
        if !self.db.read(move |c| Box::pin(async move { lease::any_due(c, now, &seen).await })).await? {
            return Ok(Vec::new());
        }
        self.db.write(move |c| Box::pin(async move { lease::claim(c, now, &kinds, limit).await })).await
    }

    async fn begin_period(&self, periodic: &Periodic, now: Micros) -> Result<()> {
        let number = now.0.div_euclid(periodic.seconds.saturating_mul(1_000_000));
        if periodic.last.load(Ordering::Relaxed) == number {
            return Ok(());
        }
        let (kind, mark) = (periodic.name.clone(), format!("{}:{number}", periodic.name));
        let ctx = Ctx::system(Arc::clone(&self.clock), Arc::clone(&self.entropy));
        self.db
            .write(move |c| {
                Box::pin(async move { queue::enqueue_once(c, &ctx, &mark, &kind, &(), ctx.now).await.map(|_| ()) })
            })
            .await?;
        periodic.last.store(number, Ordering::Relaxed);
        Ok(())
    }

    /// Does one job and writes down how it ended. Never fails: when that cannot be written, the lease runs out and
    /// the job comes back.
    async fn execute(&self, claimed: Claimed) {
        let ctx = Ctx::system(Arc::clone(&self.clock), Arc::clone(&self.entropy));
        let job = JobCtx {
            ctx,
            db: self.db.clone(),
            job: claimed.id,
            attempt: claimed.attempts,
            max_attempts: claimed.max_attempts,
        };
        let result = match self.handlers.get(&claimed.kind) {
            Some(handler) => Self::call(handler, job, &claimed.payload).await,
            None => Err(JobError::retry("no handler")),
        };
        let now = self.clock.now();
        let (id, attempt) = (claimed.id, claimed.attempts);
        let written = match result {
            Ok(()) => {
                metrics::counter!("szpon_jobs_done_total", "kind" => claimed.kind.clone()).increment(1);
                self.db
                    .write(move |c| Box::pin(async move { lease::done(c, id, attempt, now).await.map(|_| ()) }))
                    .await
            }
            Err(error) => {
                metrics::counter!("szpon_jobs_failed_total", "kind" => claimed.kind.clone()).increment(1);
                let (again, error) = match error {
                    JobError::GiveUp(error) => (None, error),
                    JobError::Retry { error, .. } if attempt >= claimed.max_attempts => (None, error),
                    JobError::Retry { after, error } => {
                        let pause = after.map_or_else(
                            || pause_micros(attempt, &*self.entropy),
                            |seconds| seconds.saturating_mul(1_000_000),
                        );
                        (Some(Micros(now.0.saturating_add(pause))), error)
                    }
                };
                if again.is_none() {
                    metrics::counter!("szpon_jobs_dead_total", "kind" => claimed.kind.clone()).increment(1);
                    tracing::error!(job = %id, kind = %claimed.kind, attempt, error, "job gave up");
                } else {
                    tracing::warn!(job = %id, kind = %claimed.kind, attempt, error, "job to be tried again");
                }
                self.db.write(move |c| Box::pin(async move { lease::failed(c, id, attempt, again, error).await })).await
            }
        };
        if let Err(fault) = written {
            tracing::error!(job = %id, %fault, "the end of a job was not written; it will be tried again");
        }
    }

    /// Calls a handler; a panic or too long a time is a failed try.
    async fn call(handler: &Handler, job: JobCtx, payload: &str) -> Result<(), JobError> {
        let limit = Duration::from_secs(LEASE_SECONDS.unsigned_abs().saturating_sub(60));
        let called = AssertUnwindSafe(async { handler(job, payload).await }).catch_unwind();
        match tokio::time::timeout(limit, called).await {
            Ok(Ok(result)) => result,
            Ok(Err(_)) => Err(JobError::retry("the handler panicked")),
            Err(_) => Err(JobError::retry("the handler took too long")),
        }
    }

    async fn measure(&self) {
        let now = self.clock.now();
        if let Ok(stats) = self.db.read(move |c| Box::pin(async move { queue::stats(c, now).await })).await {
            metrics::gauge!("szpon_jobs_waiting").set(stats.waiting as f64);
            metrics::gauge!("szpon_jobs_due").set(stats.due as f64);
            metrics::gauge!("szpon_jobs_dead").set(stats.dead as f64);
        }
    }
}
