//! A connection inside a unit of work.

use std::{ops::ControlFlow, sync::Arc};

use kernel::{Ctx, Event, Fault, Result};
use tokio_postgres::types::ToSql;

use crate::{BoxFuture, Dialect, FromRow, Q, RowRef, Shared, Watch, error::DbError, value::Val};

/// A connection inside [`Db::read`](crate::Db::read) or [`Db::write`](crate::Db::write). Store functions take it
/// as their first argument.
pub struct Conn {
    pub(crate) raw: Raw,
    pub(crate) wake: bool,
    pub(crate) shared: Shared,
    /// Watched tables this unit of work changed.
    pub(crate) changed: Vec<Arc<Watch>>,
}

pub(crate) enum Raw {
    Sqlite(rusqlite::Connection),
    Pg(Box<deadpool_postgres::Object>),
}

impl Conn {
    pub(crate) fn sqlite(c: rusqlite::Connection, shared: Shared) -> Self {
        Self { raw: Raw::Sqlite(c), wake: false, shared, changed: Vec::new() }
    }
    pub(crate) fn pg(c: deadpool_postgres::Object, shared: Shared) -> Self {
        Self { raw: Raw::Pg(Box::new(c)), wake: false, shared, changed: Vec::new() }
    }

    /// Tells those who registered with [`Db::listen`](crate::Db::listen) that something happened, within this unit
    /// of work: what they write is committed or undone with it.
    ///
    /// # Errors
    /// What a listener gives; then nothing of the unit of work happens.
    pub async fn emit(&mut self, ctx: &Ctx, event: &Event) -> Result<()> {
        let shared = Arc::clone(&self.shared);
        for listener in shared.listeners.get().into_iter().flatten() {
            listener(self, ctx, event).await?;
        }
        Ok(())
    }

    /// Which database this is, for [`Q::by`].
    pub fn dialect(&self) -> Dialect {
        match self.raw {
            Raw::Sqlite(_) => Dialect::Sqlite,
            Raw::Pg(_) => Dialect::Postgres,
        }
    }

    /// Wakes whoever waits on [`Db::woken`](crate::Db::woken) (the job runner) once this unit of work is committed.
    pub fn wake_after_commit(&mut self) {
        self.wake = true;
    }

    /// Runs a statement and gives the number of rows it changed. Use `ON CONFLICT DO NOTHING` and look at the
    /// number where a duplicate is to be expected: on PostgreSQL a failed statement ends the whole unit of work.
    ///
    /// # Errors
    /// `Conflict` when a unique rule is broken, `Unavailable` when the database is away or the disk full.
    pub fn exec(&mut self, q: Q) -> BoxFuture<'_, Result<u64>> {
        Box::pin(async move {
            if q.noted {
                self.shared.note(&q.sql, &mut self.changed);
            }
            match &mut self.raw {
                Raw::Sqlite(c) => sqlite_exec(c, &q).map_err(Fault::from),
                Raw::Pg(c) => {
                    let statement = c.prepare_cached(&q.sql).await.map_err(DbError::from)?;
                    Ok(c.execute(&statement, &params(&q.args)).await.map_err(DbError::from)?)
                }
            }
        })
    }

    /// All rows of a query. Every query that may grow has a LIMIT.
    ///
    /// # Errors
    /// As [`Conn::exec`]; `Internal` when a column does not hold its type.
    pub async fn all<R: FromRow>(&mut self, q: Q) -> Result<Vec<R>> {
        let mut rows = Vec::new();
        self.visit(q, &mut |row| {
            rows.push(R::from_row(row)?);
            Ok(ControlFlow::Continue(()))
        })
        .await?;
        Ok(rows)
    }

    /// The first row of a query, if there is one.
    ///
    /// # Errors
    /// As [`Conn::all`].
    pub async fn opt<R: FromRow>(&mut self, q: Q) -> Result<Option<R>> {
        Ok(self.all(q).await?.into_iter().next())
    }

    /// The first row of a query, or `NotFound`.
    ///
    /// # Errors
    /// `NotFound` when there is no row; else as [`Conn::all`].
    pub async fn one<R: FromRow>(&mut self, q: Q) -> Result<R> {
        self.opt(q).await?.ok_or_else(Fault::not_found)
    }

    /// Prepares a statement without running it: for tests that check every static text.
    ///
    /// # Errors
    /// When the database does not accept the text.
    pub async fn prepare(&mut self, q: &Q) -> Result<()> {
        match &mut self.raw {
            Raw::Sqlite(c) => c.prepare(&q.sql).map(|_| ()).map_err(|e| DbError::from(e).into()),
            Raw::Pg(c) => c.prepare_cached(&q.sql).await.map(|_| ()).map_err(|e| DbError::from(e).into()),
        }
    }

    /// Counts what was changed, now that it is committed.
    pub(crate) fn settle(&mut self) {
        for watch in self.changed.drain(..) {
            watch.changed();
        }
    }

    /// Runs several statements without values: schema changes.
    pub(crate) async fn batch(&mut self, sql: &str) -> Result<(), DbError> {
        match &mut self.raw {
            Raw::Sqlite(c) => Ok(c.execute_batch(sql)?),
            Raw::Pg(c) => Ok(c.batch_execute(sql).await?),
        }
    }

    /// Reads a query row by row without holding all rows: for exports and backups. Stops when the function says so.
    ///
    /// # Errors
    /// As [`Conn::all`].
    pub async fn each<R: FromRow>(&mut self, q: Q, mut see: impl FnMut(R) -> ControlFlow<()> + Send) -> Result<()> {
        self.stream(q, &mut |row| Ok(see(R::from_row(row)?))).await
    }

    /// Shows all rows of a query, which are few. Compiled once, whatever is read.
    fn visit<'a>(&'a mut self, q: Q, see: &'a mut See<'_>) -> BoxFuture<'a, Result<()>> {
        if q.noted {
            self.shared.note(&q.sql, &mut self.changed);
        }
        Box::pin(async move {
            match &mut self.raw {
                Raw::Sqlite(c) => sqlite_each(c, &q, see).map_err(Fault::from),
                Raw::Pg(c) => {
                    let statement = c.prepare_cached(&q.sql).await.map_err(DbError::from)?;
                    for row in &c.query(&statement, &params(&q.args)).await.map_err(DbError::from)? {
                        if see(&RowRef::Pg(row)).map_err(Fault::from)?.is_break() {
                            break;
                        }
                    }
                    Ok(())
                }
            }
        })
    }

    /// Shows the rows of a query one by one as they come.
    fn stream<'a>(&'a mut self, q: Q, see: &'a mut See<'_>) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            match &mut self.raw {
                Raw::Sqlite(c) => sqlite_each(c, &q, see).map_err(Fault::from),
                Raw::Pg(c) => {
                    use futures::TryStreamExt as _;
                    let statement = c.prepare_cached(&q.sql).await.map_err(DbError::from)?;
                    let stream = c.query_raw(&statement, params(&q.args)).await.map_err(DbError::from)?;
                    let mut stream = std::pin::pin!(stream);
                    while let Some(row) = stream.try_next().await.map_err(DbError::from)? {
                        if see(&RowRef::Pg(&row)).map_err(Fault::from)?.is_break() {
                            break;
                        }
                    }
                    Ok(())
                }
            }
        })
    }
}

/// What is shown the rows of a query.
type See<'s> = dyn FnMut(&RowRef<'_>) -> Result<ControlFlow<()>, DbError> + Send + 's;

fn params(args: &[Val]) -> Vec<&(dyn ToSql + Sync)> {
    args.iter().map(|v| v as &(dyn ToSql + Sync)).collect()
}

fn bind(statement: &mut rusqlite::CachedStatement<'_>, args: &[Val]) -> Result<(), DbError> {
    // SQLite numbers `$2`, `$1` by first appearance; the number in the name is what counts here.
    for i in 1..=statement.parameter_count() {
        let number = statement.parameter_name(i).and_then(|n| n.get(1..)?.parse::<usize>().ok()).unwrap_or(i);
        let value = args.get(number.wrapping_sub(1)).unwrap_or(&Val::Null);
        statement.raw_bind_parameter(i, value)?;
    }
    Ok(())
}

fn sqlite_exec(c: &rusqlite::Connection, q: &Q) -> Result<u64, DbError> {
    let mut statement = c.prepare_cached(&q.sql)?;
    bind(&mut statement, &q.args)?;
    if statement.column_count() > 0 {
        let mut rows = statement.raw_query();
        let mut n = 0;
        while rows.next()?.is_some() {
            n += 1;
        }
        return Ok(n);
    }
    Ok(statement.raw_execute()? as u64)
}

fn sqlite_each(c: &rusqlite::Connection, q: &Q, see: &mut See<'_>) -> Result<(), DbError> {
    let mut statement = c.prepare_cached(&q.sql)?;
    bind(&mut statement, &q.args)?;
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next()? {
        if see(&RowRef::Sqlite(row))?.is_break() {
            break;
        }
    }
    Ok(())
}
