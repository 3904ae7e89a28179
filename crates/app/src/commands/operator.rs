//! `szpon operator EMAIL`: who runs the installation.

use std::process::ExitCode;

use clap::ArgMatches;
use kernel::Lang;

use crate::{
    cli::text,
    config::Config,
    language::{fault, t},
    msg, server,
};

/// Makes a person the operator. Somebody without an account is invited by e-mail first.
///
/// # Errors
/// When the address is none or the database cannot be used.
pub async fn run(config: &Config, matches: &ArgMatches) -> Result<ExitCode, String> {
    let app = server::open(config, false).await?;
    let ctx = app.system_ctx();
    let email = text(matches, "email").to_owned();
    let invited = app
        .db
        .write(move |c| {
            Box::pin(async move {
                let known = identity::find_by_email(c, &email).await?.is_some();
                if !known {
                    identity::invite(c, &ctx, &email, "Operator SZPON", Lang::Pl, "SZPON").await?;
                }
                identity::make_operator(c, &ctx, &email, true).await?;
                Ok(!known)
            })
        })
        .await
        .map_err(|f| fault(&f))?;
    let said = if invited { msg::CLI_OPERATOR_INVITED } else { msg::CLI_OPERATOR_DONE };
    println!("{}", t().f(said, &[("email", text(matches, "email").into())]));
    Ok(ExitCode::SUCCESS)
}
