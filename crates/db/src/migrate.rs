//! Schema changes, subject by subject.

use kernel::{Micros, Result};

use crate::{Conn, Dialect, Q, error::DbError, q};

/// One change of a subject's schema. Once released it is never edited; a later one follows it.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// The subject, which is also the crate.
    pub subject: &'static str,
    /// Counted from 1 within the subject.
    pub number: i32,
    /// SQL that both databases take. Column types: UUID, BIGINT, TEXT, BYTEA, BOOLEAN, DOUBLE PRECISION.
    pub sql: &'static str,
    /// SQL for SQLite only, after `sql`.
    pub sqlite: &'static str,
    /// SQL for PostgreSQL only, after `sql`.
    pub postgres: &'static str,
}

impl Migration {
    /// A change that is the same on both databases.
    pub const fn new(subject: &'static str, number: i32, sql: &'static str) -> Self {
        Self { subject, number, sql, sqlite: "", postgres: "" }
    }
    /// Adds what only one of the databases needs.
    #[must_use]
    pub const fn with(self, sqlite: &'static str, postgres: &'static str) -> Self {
        Self { sqlite, postgres, ..self }
    }
    /// A fingerprint of the text (FNV-1a), to notice a change edited after release.
    fn fingerprint(&self) -> i64 {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        for byte in self.sql.bytes().chain(self.sqlite.bytes()).chain(self.postgres.bytes()) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        i64::from_ne_bytes(hash.to_ne_bytes())
    }
}

pub(crate) async fn run(conn: &mut Conn, migrations: &[Migration], now: Micros) -> Result<usize> {
    if conn.dialect() == Dialect::Postgres {
        // Two processes that start together must not both migrate.
        conn.exec(Q::new("SELECT pg_advisory_xact_lock(7268411)")).await?;
    }
    conn.batch(
        "CREATE TABLE IF NOT EXISTS schema_migration (subject TEXT NOT NULL, number BIGINT NOT NULL, \
         fingerprint BIGINT NOT NULL, applied BIGINT NOT NULL, PRIMARY KEY (subject, number))",
    )
    .await?;
    // Before anything is changed: what a newer version has done, this one cannot know how to use.
    let made: Vec<(String, i64)> =
        conn.all(Q::new("SELECT subject, number FROM schema_migration ORDER BY subject, number")).await?;
    let known =
        |subject: &str, number: i64| migrations.iter().any(|m| m.subject == subject && i64::from(m.number) == number);
    if let Some((subject, number)) = made.iter().find(|(subject, number)| !known(subject, *number)) {
        return Err(DbError::Newer(format!("{subject} {number}")).into());
    }
    let mut applied = 0;
    for m in migrations {
        let known: Option<(i64,)> = conn
            .opt(q!("SELECT fingerprint FROM schema_migration WHERE subject = $1 AND number = $2", m.subject, m.number))
            .await?;
        match known {
            Some((f,)) if f == m.fingerprint() => continue,
            Some(_) => {
                let text = format!("{} {} was applied with another text", m.subject, m.number);
                return Err(DbError::Schema(text).into());
            }
            None => {}
        }
        let extra = match conn.dialect() {
            Dialect::Sqlite => m.sqlite,
            Dialect::Postgres => m.postgres,
        };
        for sql in [m.sql, extra] {
            conn.batch(sql).await.map_err(|e| DbError::Schema(format!("{} {}: {e}", m.subject, m.number)))?;
        }
        conn.exec(q!(
            "INSERT INTO schema_migration (subject, number, fingerprint, applied) VALUES ($1, $2, $3, $4)",
            m.subject,
            m.number,
            m.fingerprint(),
            now
        ))
        .await?;
        applied += 1;
    }
    Ok(applied)
}
