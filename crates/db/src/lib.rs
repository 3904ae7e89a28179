//! One SQL text, two databases: SQLite in a file, or PostgreSQL.
//!
//! A subject's store function takes the connection and the [`OfficeScope`](kernel::OfficeScope) and runs one text
//! on both:
//!
//! ```ignore
//! db::row! { /// A unit.  pub struct Unit { pub id: UnitId, pub name: String } }
//!
//! pub async fn unit(c: &mut Conn, scope: OfficeScope, id: UnitId) -> Result<Unit> {
//!     c.one(q!("SELECT id, name FROM unit WHERE office_id = $1 AND id = $2", scope.office(), id)).await
//! }
//! ```
//!
//! A handler opens a unit of work; it is committed when the closure gives `Ok`, else nothing of it happened:
//!
//! ```ignore
//! let unit = app.db.read(move |c| Box::pin(async move { store::unit(c, scope, id).await })).await?;
//! app.db.write(move |c| Box::pin(async move { store::rename(c, scope, id, &name).await })).await?;
//! ```
//!
//! Inside a unit of work do nothing but database work: e-mail and requests to others go out from the job queue
//! after the commit. Rules that keep both databases alike: moments are BIGINT microseconds bound from Rust, ids are
//! made in Rust, JSON stands in TEXT, folded and sort keys are computed in Rust and stored, `SUM` is cast to BIGINT,
//! `NULLS LAST` is written out, a flag is tested as `WHERE active`, a duplicate is expected with `ON CONFLICT`.
//! Tests run on both with [`both!`](crate::both!) (feature `testing`).

mod conn;
mod error;
mod migrate;
mod pg;
mod query;
mod recent;
mod row;
mod sqlite;
#[cfg(feature = "testing")]
pub mod testing;
mod unit;
mod value;

use std::{future::Future, path::Path, pin::Pin, sync::Arc, time::Duration};

pub use conn::Conn;
pub use error::{DbError, is_newer};
use kernel::{Ctx, Event, Micros, Result};
pub use migrate::Migration;
pub use query::Q;
pub use recent::{KEPT_SECONDS, Recent, Watch};
pub use row::{ColumnError, FromRow, Json, RowRef};
use tokio::sync::Notify;
pub use value::{Col, Val};

/// A boxed future that borrows the connection.
pub type BoxFuture<'c, T> = Pin<Box<dyn Future<Output = T> + Send + 'c>>;

/// Called, in the transaction of the change, for every event a unit of work emits. See [`Conn::emit`].
pub type Listener = for<'c> fn(&'c mut Conn, &'c Ctx, &'c Event) -> BoxFuture<'c, Result<()>>;

pub(crate) type Shared = Arc<recent::Shared>;

/// Which database it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// SQLite.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

/// How a database is opened.
#[derive(Debug, Clone)]
pub struct Options {
    /// Readers of SQLite, or connections to PostgreSQL.
    pub connections: usize,
    /// The longest a unit of work (SQLite) or a statement (PostgreSQL) may take.
    pub limit: Duration,
    /// Whether SQLite counts as committed what is not on the disk yet: only for what can be made again.
    pub volatile: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { connections: 8, limit: Duration::from_secs(30), volatile: false }
    }
}

/// The database of an installation. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    inner: Arc<Inner>,
    woken: Arc<Notify>,
    shared: Shared,
}

enum Inner {
    Sqlite(sqlite::Sqlite),
    Pg(pg::Pg),
}

impl Db {
    /// Opens `sqlite:PATH` (made if missing) or `postgres://…`.
    ///
    /// # Errors
    /// When the file cannot be opened or the address cannot be read. PostgreSQL is first reached by the first
    /// unit of work.
    pub fn open(url: &str, options: &Options) -> Result<Self, DbError> {
        let woken = Arc::new(Notify::new());
        let wake = Arc::clone(&woken);
        let shared = Shared::default();
        let common = Arc::clone(&shared);
        let inner = if let Some(path) = url.strip_prefix("sqlite:") {
            let path = Path::new(path.trim_start_matches("//"));
            Inner::Sqlite(sqlite::Sqlite::open(path, options, wake, common)?)
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Inner::Pg(pg::Pg::open(url, options.connections, options.limit, wake, common)?)
        } else {
            return Err(DbError::Config("the address must begin with sqlite: or postgres://".into()));
        };
        Ok(Self { inner: Arc::new(inner), woken, shared })
    }

    /// Registers, once, those who are told of events. A second call changes nothing.
    pub fn listen(&self, listeners: Vec<Listener>) {
        let _ = self.shared.listeners.set(listeners);
    }

    /// Counts, from now on, the units of work of this process that change one of the tables; see [`Recent`].
    pub fn watch(&self, tables: &'static [&'static str]) -> Arc<Watch> {
        self.shared.watch(tables)
    }

    /// The one value of a type kept with this database, made at the first call; see [`Recent`].
    pub fn shared<T: Send + Sync + 'static>(&self, make: impl FnOnce(&Self) -> T) -> Arc<T> {
        self.shared.room(|| make(self))
    }

    /// Which database it is.
    pub fn dialect(&self) -> Dialect {
        match &*self.inner {
            Inner::Sqlite(_) => Dialect::Sqlite,
            Inner::Pg(_) => Dialect::Postgres,
        }
    }

    /// Reads. On SQLite all statements of one call see the same moment.
    ///
    /// # Errors
    /// What the closure gives; `Unavailable` when the database is away.
    pub async fn read<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T>> + Send + 'static,
    {
        let (unit, result) = unit::once(work);
        match &*self.inner {
            Inner::Sqlite(s) => s.read(unit),
            Inner::Pg(p) => p.read(unit),
        }
        .await?;
        result.take()
    }

    /// Does a unit of work: all of it is durably committed when this returns `Ok`, nothing of it else. The closure
    /// is cloned so that PostgreSQL can begin it again after a deadlock.
    ///
    /// # Errors
    /// What the closure gives; `Unavailable` when the database is away, the disk is full or the work took too long.
    pub async fn write<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T>> + Send + Clone + 'static,
    {
        let (unit, result) = unit::again(work);
        match &*self.inner {
            Inner::Sqlite(s) => s.write(unit),
            Inner::Pg(p) => p.write(unit),
        }
        .await?;
        result.take()
    }

    /// A unit of work of one statement: durable when this returns. Gives the number of rows it changed. On PostgreSQL it
    /// asks the server once, where [`Db::write`] also asks it to begin and to commit.
    ///
    /// # Errors
    /// As [`Conn::exec`].
    pub async fn exec(&self, q: Q) -> Result<u64> {
        match &*self.inner {
            Inner::Sqlite(_) => {
                self.write(move |c| {
                    let q = q.clone();
                    Box::pin(async move { c.exec(q).await })
                })
                .await
            }
            Inner::Pg(p) => p.exec(&q).await,
        }
    }

    /// Brings the schema up to date, all or nothing, and tells how many changes were made.
    ///
    /// # Errors
    /// When a change fails or one already made has another text.
    pub async fn migrate(&self, migrations: Vec<Migration>, now: Micros) -> Result<usize> {
        self.write(move |c| Box::pin(async move { migrate::run(c, &migrations, now).await })).await
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// `Unavailable` when it does not.
    pub async fn ping(&self) -> Result<()> {
        self.read(|c| Box::pin(async move { c.one::<(i32,)>(Q::new("SELECT 1")).await.map(|_| ()) })).await
    }

    /// Waits until a committed unit of work asked for it with [`Conn::wake_after_commit`].
    pub async fn woken(&self) {
        self.woken.notified().await;
    }

    /// Copies a SQLite database as of one moment into a new file, while it is in use. `false` on PostgreSQL, which
    /// has its own tools for that.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub async fn copy_to(&self, target: &Path) -> Result<bool> {
        match &*self.inner {
            Inner::Sqlite(s) => s.copy_to(target.to_owned()).await.map(|()| true),
            Inner::Pg(_) => Ok(false),
        }
    }
}
