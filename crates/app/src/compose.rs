//! The subjects put together: their schemas, routes, texts, listeners and jobs, each named once.

use std::sync::Arc;

use axum::Router;
use db::{Listener, Migration};
use jobs::Runner;
use tokio::{sync::watch, task::JoinHandle};
use utoipa::OpenApi;
use web::{App, Authenticate, Routes};

use crate::config::Config;

/// The schema of everything, in the order in which one builds on the other.
pub fn migrations() -> Vec<Migration> {
    [
        seal::MIGRATIONS,
        jobs::MIGRATIONS,
        mail::MIGRATIONS,
        web::MIGRATIONS,
        audit::MIGRATIONS,
        search::store::MIGRATIONS,
        identity::MIGRATIONS,
        offices::MIGRATIONS,
        services::MIGRATIONS,
        records::MIGRATIONS,
        letters::MIGRATIONS,
        correspondence::MIGRATIONS,
        hooks::MIGRATIONS,
        my::MIGRATIONS,
        courses::MIGRATIONS,
        enrolments::MIGRATIONS,
        quizzes::MIGRATIONS,
        assignments::MIGRATIONS,
        certificates::MIGRATIONS,
        training::MIGRATIONS,
    ]
    .concat()
}

/// The columns whose secrets are sealed with the installation's key.
pub const SEALED: &[&[seal::Column]] = &[identity::SEALED, hooks::SEALED, certificates::SEALED];

/// All texts.
pub const SOURCES: &[i18n::Source] = &[
    web::msg::SOURCE,
    blob::msg::SOURCE,
    mail::msg::SOURCE,
    audit::msg::SOURCE,
    identity::msg::SOURCE,
    offices::msg::SOURCE,
    services::msg::SOURCE,
    records::msg::SOURCE,
    letters::msg::SOURCE,
    correspondence::msg::SOURCE,
    hooks::msg::SOURCE,
    desk::msg::SOURCE,
    my::msg::SOURCE,
    questions::msg::SOURCE,
    courses::msg::SOURCE,
    enrolments::msg::SOURCE,
    quizzes::msg::SOURCE,
    assignments::msg::SOURCE,
    certificates::msg::SOURCE,
    training::msg::SOURCE,
    learn::msg::SOURCE,
    crate::msg::SOURCE,
];

/// What is made once in a process: texts, and what subjects ask of one another without knowing each other.
pub fn init() {
    i18n::init(SOURCES);
}

/// Who tells persons from cookies and tokens.
pub fn authenticate() -> Box<dyn Authenticate> {
    Box::new(identity::Web)
}

/// Who is told of events.
pub fn listeners() -> Vec<Listener> {
    vec![
        records::listener(),
        correspondence::listener(),
        my::listener(),
        enrolments::listener(),
        quizzes::listener(),
        assignments::listener(),
        certificates::listener(),
        hooks::listener(),
    ]
}

/// All routes of all subjects.
pub fn routes() -> Routes {
    web::layers::routes()
        .merge(crate::mailbox::routes())
        .merge(crate::gallery::routes())
        .merge(identity::routes())
        .merge(offices::routes())
        .merge(services::routes())
        .merge(records::routes())
        .merge(letters::routes())
        .merge(correspondence::routes())
        .merge(hooks::routes())
        .merge(desk::routes())
        .merge(my::routes())
        .merge(courses::routes())
        .merge(enrolments::routes())
        .merge(quizzes::routes())
        .merge(assignments::routes())
        .merge(certificates::routes())
        .merge(training::routes())
        .merge(learn::routes())
}

/// The OpenAPI document of everything below `/api/v1`.
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(info(title = "SZPON", description = crate::openapi::ABOUT, license(name = "EUPL-1.2", identifier = "EUPL-1.2")))]
    struct Whole;
    let mut whole = Whole::openapi();
    for part in [
        identity::Api::openapi(),
        offices::Api::openapi(),
        services::Api::openapi(),
        records::Api::openapi(),
        letters::Api::openapi(),
        correspondence::Api::openapi(),
        my::Api::openapi(),
        hooks::Api::openapi(),
        courses::Api::openapi(),
        enrolments::Api::openapi(),
        certificates::Api::openapi(),
    ] {
        whole.merge(part);
    }
    crate::openapi::finish(&mut whole, &routes().list);
    whole
}

/// `/api/openapi.json`.
pub fn openapi_routes() -> Router<App> {
    Router::new().route("/api/openapi.json", axum::routing::get(|| async { axum::Json(openapi()) }))
}

/// How often the program looks for what has grown old, in seconds.
const DAILY: i64 = 86_400;

/// The runner of jobs with every kind of job.
///
/// # Errors
/// When the mail server's address or the sender cannot be read.
pub fn runner(app: &App, config: &Config) -> Result<Runner, String> {
    let mut runner = Runner::new(app.db.clone(), Arc::clone(&app.clock), Arc::clone(&app.entropy));
    let address = match &config.smtp_url {
        Some(url) => url.clone(),
        None => format!("folder:{}", config.data.join("mail").display()),
    };
    mail::Sender::open(&address, &config.mail_from).map_err(|e| e.to_string())?.register(&mut runner);
    audit::register(&mut runner, config.audit_years);
    hooks::allow_private(config.hooks_allow_private);
    hooks::Poster::new(hooks::policy()).map_err(|e| e.to_string())?.register(&mut runner);
    runner.every("web.keys.forget", DAILY, |job| async move {
        let ctx = job.ctx.clone();
        job.db.write(move |c| Box::pin(async move { web::forget_keys(c, &ctx).await })).await?;
        Ok(())
    });
    runner.every("identity.tidy", DAILY, |job| async move {
        let ctx = job.ctx.clone();
        job.db.write(move |c| Box::pin(async move { identity::tidy(c, &ctx).await })).await?;
        Ok(())
    });
    runner.every("services.drafts.expire", DAILY, |job| async move {
        let ctx = job.ctx.clone();
        services::expire(&job.db, &ctx).await?;
        Ok(())
    });
    runner.every("search.tidy", DAILY, |job| async move {
        search::store::tidy(&job.db).await?;
        Ok(())
    });
    runner.every("my.tidy", DAILY, |job| async move {
        let ctx = job.ctx.clone();
        job.db.write(move |c| Box::pin(async move { my::tidy(c, &ctx).await })).await?;
        Ok(())
    });
    enrolments::register(&mut runner);
    quizzes::register(&mut runner);
    certificates::register(&mut runner);
    training::register(&mut runner);
    let notices = app.clone();
    runner.every("letters.overrun", DAILY, move |_| {
        let app = notices.clone();
        async move {
            letters::prepare_overrun_notices(&app).await?;
            Ok(())
        }
    });
    Ok(runner)
}

/// Starts the runner of jobs; it ends, after finishing what it began, when told to stop.
///
/// # Errors
/// As [`runner`].
pub fn start_jobs(app: &App, config: &Config, mut stop: watch::Receiver<bool>) -> Result<JoinHandle<()>, String> {
    let runner = Arc::new(runner(app, config)?);
    Ok(tokio::spawn(runner.run(async move {
        let _ = stop.wait_for(|s| *s).await;
    })))
}
