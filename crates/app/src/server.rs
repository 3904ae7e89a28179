//! The server: opens what the configuration names, brings the schema up to date, listens, and stops cleanly.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::Router;
use db::Db;
use kernel::{Clock, Entropy, Fault, FaultKind, SystemClock, SystemEntropy};
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
    sync::watch,
};
use web::{App, Parts, Settings};

use crate::{
    around, assets, compose, config,
    config::Config,
    health,
    language::{because, fault_of, t, unwritable},
    msg, secrets,
};

/// How long requests under way may take to finish when the program stops.
const FINISH: Duration = Duration::from_secs(20);

/// Opens the database and the store, brings the schema up to date, and makes sure that the installation's key is there.
///
/// # Errors
/// A sentence that says what cannot be opened, that another version of the program has changed the schema, or which key
/// is missing.
pub async fn open(config: &Config, demo: bool) -> Result<App, String> {
    secrets::private_folder(&config.data).map_err(|e| unwritable(&config.data, e))?;
    if let Some(file) = config.database_url.strip_prefix("sqlite:").map(|p| p.strip_prefix("//").unwrap_or(p)) {
        secrets::private_file(file.as_ref()).map_err(|e| unwritable(file.as_ref(), e))?;
    }
    let db = database(config)?;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let applied = db.migrate(compose::migrations(), clock.now()).await.map_err(|f| {
        let said = match f.kind {
            FaultKind::Unavailable => msg::CLI_DATABASE_AWAY,
            _ if db::is_newer(&f) => msg::CLI_SCHEMA_NEWER,
            _ => msg::CLI_SCHEMA,
        };
        fault_of(said, &f)
    })?;
    if applied > 0 {
        tracing::info!(applied, "schema brought up to date");
    }
    let app = build(config, db, clock, Arc::new(SystemEntropy::default()), demo)
        .map_err(|f| fault_of(msg::CLI_OBJECTS, &f))?;
    secrets::ready(config, &app.db, &app.system_ctx()).await?;
    Ok(app)
}

/// Opens the database. PostgreSQL is first reached by the first unit of work.
///
/// # Errors
/// A sentence that says which setting to look at.
pub fn database(config: &Config) -> Result<Db, String> {
    Db::open(&config.database_url, &config::database_options(config)).map_err(|e| because(t().s(msg::CLI_DATABASE), e))
}

/// Opens the store of files.
///
/// # Errors
/// When the address or the keys cannot be used.
pub fn objects(config: &Config) -> Result<blob::Store, Fault> {
    let mut options = blob::Options { volatile: config.volatile, ..blob::Options::default() };
    if let Some((access, secret)) = &config.objects_keys {
        options.keys = Some(blob::Keys { id: access.clone(), secret: secret.clone() });
    }
    blob::Store::open(&config.objects_url, &options)
}

/// Puts the application together over an open database.
///
/// # Errors
/// When the object store cannot be opened.
pub fn build(
    config: &Config,
    db: Db,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    demo: bool,
) -> Result<App, Fault> {
    compose::init();
    crate::connect::connect(&config.public_url);
    db.listen(compose::listeners());
    let blobs = objects(config)?;
    let settings = Settings {
        public_url: config.public_url.clone(),
        max_upload: config.max_upload,
        demo,
        trust_proxy: config.trust_proxy,
    };
    let pdf = pdf::Renderer::new(config.pdf_parallel);
    Ok(App::new(Parts { db, blobs, pdf, clock, entropy, settings, auth: compose::authenticate() }))
}

/// All routes with what stands around them.
pub fn router(app: &App, metrics: PrometheusHandle) -> Router {
    let routes = compose::routes()
        .router
        .merge(health::routes(metrics))
        .merge(assets::routes())
        .merge(compose::openapi_routes());
    around::around(routes, app).with_state(app.clone())
}

/// Takes the address the configuration names.
///
/// # Errors
/// When it is in use or not this machine's.
pub async fn listen(config: &Config) -> Result<TcpListener, String> {
    let said = |e| because(t().f(msg::CLI_LISTEN, &[("address", config.listen.to_string().into())]), e);
    TcpListener::bind(config.listen).await.map_err(said)
}

/// Serves until told to stop; then finishes requests and jobs under way.
///
/// # Errors
/// When the jobs cannot be started or the server fails.
pub async fn serve(
    app: App,
    config: &Config,
    listener: TcpListener,
    metrics: PrometheusHandle,
    ready: impl FnOnce(SocketAddr) + Send,
) -> Result<(), String> {
    let broken = |e: std::io::Error| because(t().s(msg::CLI_SERVER), e);
    let address = listener.local_addr().map_err(broken)?;
    // Before anybody is told that it runs, so that whoever stops it then is heard.
    let asked_to_stop = signals().map_err(broken)?;
    let router = router(&app, metrics);
    let (stop, stopped) = watch::channel(false);
    let jobs = compose::start_jobs(&app, config, stopped.clone()).map_err(|e| because(t().s(msg::CLI_MAIL), e))?;
    tokio::spawn(async move {
        asked_to_stop.await;
        tracing::info!("stopping");
        let _ = stop.send(true);
    });
    ready(address);
    let mut until = stopped.clone();
    let graceful = axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(async move {
            let _ = until.wait_for(|s| *s).await;
        });
    let mut late = stopped;
    tokio::select! {
        done = graceful => done.map_err(broken)?,
        () = async {
            let _ = late.wait_for(|s| *s).await;
            tokio::time::sleep(FINISH).await;
        } => tracing::warn!("some requests did not finish in time"),
    }
    // The job runner finishes the batch it is in.
    if tokio::time::timeout(FINISH, jobs).await.is_err() {
        tracing::warn!("a job did not finish in time; it will be begun again");
    }
    Ok(())
}

/// The signals that ask the program to stop; from here on they end it no longer at once.
fn signals() -> std::io::Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {},
            _ = interrupt.recv() => {},
        }
    })
}
