//! PostgreSQL: a pool, and units of work begun again after a deadlock.

use std::{sync::Arc, time::Duration};

use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod, Runtime, Timeouts};
use kernel::{Fault, Result};
use rustls::RootCertStore;
use tokio::sync::Notify;
use tokio_postgres::config::SslMode;
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::{
    BoxFuture, Conn, Q, Shared,
    error::DbError,
    unit::{Again, Once},
};

/// How often a unit of work is begun again after a deadlock or serialization failure.
const TRIES: u32 = 5;

/// A PostgreSQL database.
pub(crate) struct Pg {
    pool: Pool,
    woken: Arc<Notify>,
    shared: Shared,
}

impl Pg {
    pub(crate) fn open(
        url: &str,
        size: usize,
        limit: Duration,
        woken: Arc<Notify>,
        shared: Shared,
    ) -> Result<Self, DbError> {
        let mut config: tokio_postgres::Config = url.parse().map_err(|e| DbError::Config(format!("{e}")))?;
        config.application_name("szpon").connect_timeout(Duration::from_secs(5));
        let options = format!(
            "{} -c statement_timeout={} -c idle_in_transaction_session_timeout=60000",
            config.get_options().unwrap_or_default(),
            limit.as_millis()
        );
        config.options(options.trim());
        let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let manager = if config.get_ssl_mode() == SslMode::Disable {
            Manager::from_config(config, tokio_postgres::NoTls, recycling)
        } else {
            Manager::from_config(config, MakeRustlsConnect::new(tls()?), recycling)
        };
        let wait = Duration::from_secs(5);
        let pool = Pool::builder(manager)
            .max_size(size)
            .runtime(Runtime::Tokio1)
            .timeouts(Timeouts { wait: Some(wait), create: Some(wait), recycle: Some(wait) })
            .build()
            .map_err(|e| DbError::Config(e.to_string()))?;
        Ok(Self { pool, woken, shared })
    }

    async fn connection(&self) -> Result<Conn, DbError> {
        self.pool.get().await.map(|c| Conn::pg(c, Arc::clone(&self.shared))).map_err(|e| DbError::Pool(e.to_string()))
    }

    pub(crate) fn read(&self, work: Once) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            let mut conn = self.connection().await?;
            work(&mut conn).await
        })
    }

    pub(crate) fn write(&self, mut work: Box<dyn Again>) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            let mut tries = 0;
            loop {
                tries += 1;
                match self.attempt(work.as_mut()).await {
                    Err(fault) if again(tries, &fault) => {}
                    result => return result,
                }
            }
        })
    }

    /// One statement, which PostgreSQL commits by itself. Given up half-way, it goes on in the server, and nothing is
    /// left open.
    pub(crate) async fn exec(&self, q: &Q) -> Result<u64> {
        let mut tries = 0;
        loop {
            tries += 1;
            let mut conn = self.connection().await?;
            let result = conn.exec(q.clone()).await;
            conn.settle();
            match result {
                Err(fault) if again(tries, &fault) => {}
                result => return result,
            }
        }
    }

    async fn attempt(&self, work: &mut dyn Again) -> Result<()> {
        let mut conn = self.connection().await?;
        conn.batch("BEGIN").await?;
        let mut open = Open { conn: Some(conn) };
        let Some(conn) = open.conn.as_mut() else { return Err(Fault::from(DbError::Stopped)) };
        let result = work.run(conn).await;
        let closed = conn.batch(if result.is_ok() { "COMMIT" } else { "ROLLBACK" }).await;
        let wake = conn.wake;
        conn.settle();
        if closed.is_ok()
            && let Some(mut conn) = open.conn.take()
        {
            conn.wake = false;
        }
        result?;
        closed?;
        if wake {
            self.woken.notify_one();
        }
        Ok(())
    }
}

/// Whether a unit of work that failed is begun again.
fn again(tries: u32, fault: &Fault) -> bool {
    let again = tries < TRIES && crate::error::retryable(fault);
    if again {
        metrics::counter!("szpon_db_retries_total").increment(1);
    }
    again
}

/// A connection with an open transaction. Dropped before its end (the request was given up), it must not go back
/// to the pool with the transaction open, so it is closed.
struct Open {
    conn: Option<Conn>,
}

impl Drop for Open {
    fn drop(&mut self) {
        if let Some(conn) = self.conn.take()
            && let crate::conn::Raw::Pg(object) = conn.raw
        {
            drop(deadpool_postgres::Object::take(*object));
        }
    }
}

fn tls() -> Result<rustls::ClientConfig, DbError> {
    let mut roots = RootCertStore::empty();
    for certificate in rustls_native_certs::load_native_certs().certs {
        // A certificate the library cannot read is skipped; the server's must still chain to one it can.
        let _ = roots.add(certificate);
    }
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    Ok(rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|e| DbError::Config(e.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth())
}
