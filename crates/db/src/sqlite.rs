//! SQLite: one writer that commits concurrent units of work together, readers apart.

use std::{
    panic::AssertUnwindSafe,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, Instant},
};

use futures::FutureExt as _;
use kernel::{Fault, Result};
use rusqlite::{Connection, OpenFlags, config::DbConfig};
use tokio::sync::{Notify, Semaphore, mpsc, oneshot};

use crate::{
    BoxFuture, Conn, Options, Shared,
    conn::Raw,
    error::DbError,
    unit::{Again, Once},
};

/// How many units of work one durable commit may carry.
const GROUP: usize = 256;
/// How long a group may gather before it is committed.
const GROUP_TIME: Duration = Duration::from_millis(20);

/// A unit of work waiting for the writer.
struct Job {
    work: Box<dyn Again>,
    result: Option<Result<()>>,
    reply: oneshot::Sender<Result<()>>,
}

impl Job {
    /// Does the work, perhaps not for the first time; `false` when what it wrote must be undone.
    fn run(&mut self, conn: &mut Conn) -> bool {
        let done = futures::executor::block_on(AssertUnwindSafe(async { self.work.run(conn).await }).catch_unwind());
        let result = done.unwrap_or_else(|_| Err(DbError::Panicked.into()));
        let good = result.is_ok();
        self.result = Some(result);
        good
    }
    /// Answers whoever waits, after the group's commit succeeded or failed.
    fn answer(self, committed: &Result<()>) {
        let Some(result) = self.result else { return };
        // Whoever asked may be gone; the work is done all the same.
        let _ = self.reply.send(match (committed, result) {
            (Err(fault), Ok(())) => Err(fault.clone()),
            (_, result) => result,
        });
    }
}

/// A SQLite database.
pub(crate) struct Sqlite {
    path: PathBuf,
    queue: mpsc::Sender<Job>,
    readers: Arc<Readers>,
    shared: Shared,
}

struct Readers {
    idle: Mutex<Vec<Connection>>,
    permits: Semaphore,
}

impl Sqlite {
    pub(crate) fn open(path: &Path, options: &Options, woken: Arc<Notify>, shared: Shared) -> Result<Self, DbError> {
        let (readers, limit) = (options.connections, options.limit);
        let mut writer = connect(path, false)?;
        if options.volatile {
            writer.execute_batch("PRAGMA synchronous = OFF;")?;
        }
        let deadline = Arc::new(AtomicI64::new(i64::MAX));
        let began = Instant::now();
        let watch = Arc::clone(&deadline);
        writer.progress_handler(10_000, Some(move || millis(began) > watch.load(Ordering::Relaxed)))?;
        let (queue, inbox) = mpsc::channel(4096);
        let common = Arc::clone(&shared);
        std::thread::Builder::new()
            .name("sqlite-writer".into())
            .spawn(move || write_loop(Conn::sqlite(writer, common), inbox, &Timing { deadline, began, limit }, &woken))
            .map_err(|e| DbError::Pool(e.to_string()))?;
        let readers = Readers { idle: Mutex::new(Vec::new()), permits: Semaphore::new(readers) };
        Ok(Self { path: path.to_owned(), queue, readers: Arc::new(readers), shared })
    }

    pub(crate) fn write(&self, work: Box<dyn Again>) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            let (reply, answer) = oneshot::channel();
            let job = Job { work, result: None, reply };
            self.queue.send(job).await.map_err(|_| DbError::Stopped)?;
            answer.await.map_err(|_| DbError::Stopped)?
        })
    }

    pub(crate) fn read(&self, work: Once) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            let _permit = self.readers.permits.acquire().await.map_err(|_| DbError::Stopped)?;
            let readers = Arc::clone(&self.readers);
            let path = self.path.clone();
            let shared = Arc::clone(&self.shared);
            tokio::task::spawn_blocking(move || {
                let idle = readers.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
                let connection = match idle {
                    Some(c) => c,
                    None => connect(&path, true)?,
                };
                let mut conn = Conn::sqlite(connection, shared);
                conn.frame("BEGIN")?;
                let done = AssertUnwindSafe(async { work(&mut conn).await }).catch_unwind();
                let result = futures::executor::block_on(done).unwrap_or_else(|_| Err(DbError::Panicked.into()));
                if conn.frame("ROLLBACK").is_ok()
                    && let Raw::Sqlite(c) = conn.raw
                {
                    readers.idle.lock().unwrap_or_else(PoisonError::into_inner).push(c);
                }
                result
            })
            .await
            .map_err(|_| Fault::from(DbError::Panicked))?
        })
    }

    /// Copies the whole database, as of one moment, into a new file, while it is in use.
    pub(crate) async fn copy_to(&self, target: PathBuf) -> Result<()> {
        let path = self.path.clone();
        tokio::task::spawn_blocking(move || {
            let source = connect(&path, true)?;
            source.execute("VACUUM INTO ?1", [target.to_string_lossy().as_ref()])?;
            Ok::<_, DbError>(())
        })
        .await
        .map_err(|_| Fault::from(DbError::Panicked))?
        .map_err(Fault::from)
    }
}

impl Conn {
    fn raw_batch(&mut self, sql: &str) -> Result<(), DbError> {
        match &self.raw {
            Raw::Sqlite(c) => Ok(c.execute_batch(sql)?),
            Raw::Pg(_) => Ok(()),
        }
    }
    /// Whether there is no transaction any more.
    fn broken(&self) -> bool {
        match &self.raw {
            Raw::Sqlite(c) => c.is_autocommit(),
            Raw::Pg(_) => false,
        }
    }
    /// How many rows this connection ever changed.
    fn written(&self) -> u64 {
        match &self.raw {
            Raw::Sqlite(c) => c.total_changes(),
            Raw::Pg(_) => 0,
        }
    }
    /// One of the few statements around a unit of work, prepared once.
    fn frame(&mut self, sql: &'static str) -> Result<(), DbError> {
        match &self.raw {
            Raw::Sqlite(c) => Ok(c.prepare_cached(sql)?.execute([]).map(|_| ())?),
            Raw::Pg(_) => Ok(()),
        }
    }
}

struct Timing {
    deadline: Arc<AtomicI64>,
    began: Instant,
    limit: Duration,
}

impl Timing {
    /// Runs units of work one after another. Together, without savepoints (a savepoint makes SQLite copy every page it
    /// touches and the search index write itself out), `false` tells that one failed after it had written something.
    /// Apart, each is undone by itself.
    fn run(&self, conn: &mut Conn, units: &mut [Job], apart: bool) -> Result<bool> {
        for unit in units {
            if apart {
                conn.frame("SAVEPOINT unit")?;
            }
            let before = conn.written();
            let limit = i64::try_from(self.limit.as_millis()).unwrap_or(i64::MAX);
            self.deadline.store(millis(self.began).saturating_add(limit), Ordering::Relaxed);
            let good = unit.run(conn);
            self.deadline.store(i64::MAX, Ordering::Relaxed);
            if conn.broken() {
                // A full disk or the end of its time undid the whole transaction.
                return if apart { Err(DbError::TooLong.into()) } else { Ok(false) };
            }
            match (apart, good) {
                (false, false) if conn.written() != before => return Ok(false),
                (false, _) => {}
                (true, good) => {
                    if !good {
                        conn.frame("ROLLBACK TO unit")?;
                    }
                    conn.frame("RELEASE unit")?;
                }
            }
        }
        Ok(true)
    }
}

fn millis(since: Instant) -> i64 {
    i64::try_from(since.elapsed().as_millis()).unwrap_or(i64::MAX)
}

fn connect(path: &Path, read_only: bool) -> Result<Connection, DbError> {
    let flags = if read_only {
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX
    } else {
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX
    };
    let c = Connection::open_with_flags(path, flags)?;
    c.busy_timeout(Duration::from_secs(10))?;
    if !read_only {
        // Durable commits: a confirmed write survives the loss of power.
        c.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;")?;
    }
    c.execute_batch("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000;")?;
    // A plan is made once: otherwise SQLite peeks at bound values (a LIMIT among them) and plans anew at each run.
    c.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    c.set_prepared_statement_cache_capacity(512);
    Ok(c)
}

fn write_loop(mut conn: Conn, mut inbox: mpsc::Receiver<Job>, timing: &Timing, woken: &Notify) {
    while let Some(first) = inbox.blocking_recv() {
        let group_began = Instant::now();
        let mut done: Vec<Job> = Vec::with_capacity(8);
        let mut next = Some(first);
        let committed = (|| -> Result<()> {
            conn.frame("BEGIN IMMEDIATE")?;
            let mut apart = false;
            while let Some(unit) = next.take() {
                done.push(unit);
                let fresh = done.len() - 1;
                if !timing.run(&mut conn, &mut done[fresh..], apart)? && !apart {
                    // What this unit wrote must go, what those before it wrote must stay: those once more.
                    apart = true;
                    if !conn.broken() {
                        conn.frame("ROLLBACK")?;
                    }
                    conn.frame("BEGIN IMMEDIATE")?;
                    timing.run(&mut conn, &mut done[..fresh], apart)?;
                }
                if done.len() < GROUP && group_began.elapsed() < GROUP_TIME {
                    next = inbox.try_recv().ok();
                }
            }
            conn.frame("COMMIT")?;
            Ok(())
        })();
        if let Err(fault) = &committed {
            tracing::error!(%fault, units = done.len(), "group not committed");
            // A full disk may have rolled back already; the writer lives on either way.
            let _ = conn.raw_batch("ROLLBACK");
        }
        metrics::histogram!("szpon_db_group_units").record(done.len() as f64);
        metrics::histogram!("szpon_db_group_seconds").record(group_began.elapsed().as_secs_f64());
        if let Some(unit) = next.take() {
            done.push(unit);
        }
        conn.settle();
        for unit in done {
            unit.answer(&committed);
        }
        if std::mem::take(&mut conn.wake) && committed.is_ok() {
            woken.notify_one();
        }
    }
}
