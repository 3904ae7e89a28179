//! Turns what the databases say into faults.

use kernel::{Fault, FaultKind};
use rusqlite::ErrorCode;
use tokio_postgres::error::SqlState;

use crate::row::ColumnError;

/// An error of either database.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// SQLite's.
    #[error("SQLite: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// PostgreSQL's.
    #[error("PostgreSQL: {}", describe(.0))]
    Pg(#[from] tokio_postgres::Error),
    /// No connection could be had.
    #[error("no connection: {0}")]
    Pool(String),
    /// A column did not hold what the program expects.
    #[error(transparent)]
    Column(#[from] ColumnError),
    /// The writer stopped.
    #[error("the writer has stopped")]
    Stopped,
    /// A unit of work took longer than it may.
    #[error("a unit of work took too long")]
    TooLong,
    /// A unit of work panicked.
    #[error("a unit of work panicked")]
    Panicked,
    /// The stored schema is not the one this program was built for.
    #[error("schema: {0}")]
    Schema(String),
    /// A newer version of the program has changed the schema in ways this one knows nothing of.
    #[error("schema: a newer version of the program has made {0}")]
    Newer(String),
    /// The configuration of the database cannot be used.
    #[error("configuration: {0}")]
    Config(String),
}

fn describe(e: &tokio_postgres::Error) -> String {
    e.as_db_error().map_or_else(|| e.to_string(), |db| format!("{} {}", db.code().code(), db.message()))
}

impl DbError {
    /// Whether the same work may well succeed if begun again (deadlock, serialization failure).
    pub fn is_retryable(&self) -> bool {
        matches!(self, DbError::Pg(e) if matches!(e.code(), Some(c) if *c == SqlState::T_R_DEADLOCK_DETECTED
            || *c == SqlState::T_R_SERIALIZATION_FAILURE))
    }
    fn is_unique(&self) -> bool {
        match self {
            DbError::Sqlite(rusqlite::Error::SqliteFailure(e, _)) => {
                matches!(
                    e.extended_code,
                    rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE | rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY
                )
            }
            DbError::Pg(e) => e.code() == Some(&SqlState::UNIQUE_VIOLATION),
            _ => false,
        }
    }
    fn is_away(&self) -> bool {
        match self {
            DbError::Sqlite(rusqlite::Error::SqliteFailure(e, _)) => matches!(
                e.code,
                ErrorCode::DiskFull
                    | ErrorCode::SystemIoFailure
                    | ErrorCode::DatabaseBusy
                    | ErrorCode::DatabaseLocked
                    | ErrorCode::CannotOpen
                    | ErrorCode::ReadOnly
                    | ErrorCode::OperationInterrupted
            ),
            DbError::Pg(e) => {
                e.is_closed()
                    || e.as_db_error().is_none()
                    || matches!(e.code().map(|c| c.code().get(..2)), Some(Some("08" | "53" | "57" | "40")))
            }
            DbError::Pool(_) | DbError::Stopped | DbError::TooLong => true,
            _ => false,
        }
    }
}

impl From<DbError> for Fault {
    fn from(e: DbError) -> Fault {
        if e.is_unique() {
            let mut fault = Fault::new(FaultKind::Conflict, "fault-conflict");
            fault.cause = Some(std::sync::Arc::new(e));
            fault
        } else if matches!(&e, DbError::Sqlite(rusqlite::Error::SqliteFailure(f, _)) if f.code == ErrorCode::DiskFull) {
            let mut fault = Fault::unavailable(e);
            fault.key = "fault-disk-full";
            fault
        } else if e.is_away() {
            Fault::unavailable(e)
        } else {
            Fault::internal(e)
        }
    }
}

/// Whether a fault means that the database was used by a newer version of the program.
pub fn is_newer(fault: &Fault) -> bool {
    fault.cause.as_ref().and_then(|c| c.downcast_ref::<DbError>()).is_some_and(|e| matches!(e, DbError::Newer(_)))
}

/// Whether a fault came from a database that would let the same work through if begun again.
pub(crate) fn retryable(fault: &Fault) -> bool {
    fault.cause.as_ref().and_then(|c| c.downcast_ref::<DbError>()).is_some_and(DbError::is_retryable)
}
