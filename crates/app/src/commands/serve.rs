//! `szpon serve` and `szpon migrate`.

use std::process::ExitCode;

use crate::{config::Config, language::t, msg, observe, server};

/// Serves the installation until told to stop.
///
/// # Errors
/// When something the configuration names cannot be opened.
pub async fn run(config: &Config) -> Result<ExitCode, String> {
    let metrics = observe::start_metrics()?;
    let app = server::open(config, false).await?;
    let listener = server::listen(config).await?;
    let url = config.public_url.clone();
    server::serve(app, config, listener, metrics, move |address| {
        println!(
            "{}",
            t().f(msg::CLI_SERVING, &[("url", url.as_str().into()), ("address", address.to_string().into())])
        );
        tracing::info!(%address, url, "serving");
    })
    .await?;
    Ok(ExitCode::SUCCESS)
}

/// Brings the schema up to date.
///
/// # Errors
/// When the database cannot be opened or changed.
pub async fn migrate(config: &Config) -> Result<ExitCode, String> {
    server::open(config, false).await?;
    println!("{}", t().s(msg::CLI_MIGRATED));
    Ok(ExitCode::SUCCESS)
}
