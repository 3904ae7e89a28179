//! For tests: a fresh database of each kind, and a macro that runs a test on both.

use std::{ops::Deref, sync::atomic::AtomicU32, sync::atomic::Ordering};

use kernel::Micros;

use crate::{Db, Migration, Options};

/// A database made for one test. SQLite lies in a folder that goes away with it; on PostgreSQL it has a schema of
/// its own.
pub struct TestDb {
    db: Db,
    _dir: Option<tempfile::TempDir>,
}

impl Deref for TestDb {
    type Target = Db;
    fn deref(&self) -> &Db {
        &self.db
    }
}

fn options() -> Options {
    Options { connections: 4, ..Options::default() }
}

/// A fresh SQLite database with the given schema.
///
/// # Panics
/// When it cannot be made.
#[expect(clippy::expect_used, reason = "a test without its database must stop")]
pub async fn sqlite(migrations: &[&[Migration]]) -> TestDb {
    let dir = tempfile::tempdir().expect("a folder for the test");
    let url = format!("sqlite:{}", dir.path().join("test.db").display());
    let db = Db::open(&url, &options()).expect("SQLite");
    db.migrate(migrations.concat(), Micros(0)).await.expect("migrations on SQLite");
    TestDb { db, _dir: Some(dir) }
}

/// The address of the PostgreSQL server for tests; `cargo xtask test` starts one and sets it.
pub fn postgres_url() -> String {
    std::env::var("SZPON_TEST_POSTGRES")
        .unwrap_or_else(|_| "postgres://szpon@127.0.0.1:54329/szpon?sslmode=disable".into())
}

/// The address of a fresh schema on the PostgreSQL server for tests.
///
/// # Panics
/// When the server is not there: a test that needs PostgreSQL must not pass without it.
#[expect(clippy::expect_used, reason = "a test without its database must stop")]
pub async fn postgres_schema() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let schema = format!("t{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let base = postgres_url();
    let (client, connection) = tokio_postgres::connect(&base, tokio_postgres::NoTls)
        .await
        .expect("PostgreSQL for tests: run `cargo xtask test`, or set SZPON_TEST_POSTGRES");
    let driver = tokio::spawn(connection);
    client
        .batch_execute(&format!("DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}"))
        .await
        .expect("a schema for the test");
    drop(client);
    let _ = driver.await;
    let joint = if base.contains('?') { '&' } else { '?' };
    format!("{base}{joint}options=-c%20search_path%3D{schema}")
}

/// A fresh PostgreSQL schema with the given tables.
///
/// # Panics
/// When the server is not there.
#[expect(clippy::expect_used, reason = "a test without its database must stop")]
pub async fn postgres(migrations: &[&[Migration]]) -> TestDb {
    let db = Db::open(&postgres_schema().await, &options()).expect("PostgreSQL");
    db.migrate(migrations.concat(), Micros(0)).await.expect("migrations on PostgreSQL");
    TestDb { db, _dir: None }
}

/// Runs a test on both databases: `db::both! { &[MIGRATIONS]; async fn a_name(db) { … } }` gives the tests
/// `a_name::sqlite` and `a_name::postgres`. `db` derefs to [`Db`].
#[macro_export]
macro_rules! both {
    ($migrations:expr; $($(#[$meta:meta])* async fn $name:ident($db:ident) $body:block)*) => {$(
        $(#[$meta])*
        mod $name {
            use super::*;
            async fn body($db: $crate::testing::TestDb) $body
            #[tokio::test]
            async fn sqlite() { body($crate::testing::sqlite($migrations).await).await }
            #[tokio::test]
            async fn postgres() { body($crate::testing::postgres($migrations).await).await }
        }
    )*};
}
